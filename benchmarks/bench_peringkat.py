"""The national league page over 553 and over 5,000 offices, 20 indicators, five years ÷ a bare Django view with one
query on the same server.

The floor is asked between the pages, so that both meet the same moments of the machine. Of 5,000 offices the page may
cost little more than of 553: it reads what was added up when the values were written.
"""

import os
import tempfile
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from benchmarks.bench_web import POLOS, measure_halaman
from doors.web.situs import build_basis, serve_situs

SASARAN, SASARAN_BANYAK = 4, 1.5
SEDIKIT, BANYAK = 553, 5000


def main() -> None:
    """Print the ratio of every page, then how they grow."""
    sedikit, banyak = _measure(SEDIKIT), _measure(BANYAK)
    for nama, rasio in sedikit.items():
        tumbuh = banyak[nama] / rasio
        print(
            f"{nama}: ÷ bare view {rasio:.2f} (goal ≤ {SASARAN}); of {BANYAK} offices {banyak[nama]:.2f}, "
            f"{tumbuh:.2f} times as much (goal ≤ {SASARAN_BANYAK})"
        )


def _measure(jumlah_satker: int) -> dict[str, float]:
    """Ratio to the floor by name of the page."""
    os.environ["BENCH_SATKER"] = str(jumlah_satker)
    isi = Path(__file__).with_name("isi_peringkat.py")
    with (
        tempfile.TemporaryDirectory() as folder,
        build_basis(Path(folder) / "data", isi, setelan="benchmarks.setelan_web") as basis,
        serve_situs(basis) as situs,
    ):
        kuki, *daftar_baris = (basis.folder / "halaman.txt").read_text().splitlines()
        halaman = dict(baris.split("\t") for baris in daftar_baris)
        waktu = measure_halaman(urlsplit(situs.alamat).netloc, kuki, list(halaman.values()))
    lantai = median(waktu[POLOS])
    print(f"{jumlah_satker} offices; bare Django view, one query: {lantai * 1000:.2f} ms")
    for nama, jalur in halaman.items():
        print(f"  {nama}: {median(waktu[jalur]) * 1000:.2f} ms")
    return {nama: median(waktu[jalur]) / lantai for nama, jalur in halaman.items()}


if __name__ == "__main__":
    main()
