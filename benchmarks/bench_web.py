"""The heaviest pages with 553 offices in the database ÷ a bare Django view with one query, on the same server.

Median of requests one after another over a connection that stays open, of a person who signed in and sees every
office; the floor is asked without signing in, between the pages, so that both meet the same moments of the machine.
"""

import http.client
import tempfile
import time
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from doors.web.situs import build_basis, serve_situs

SASARAN = 4
PUTARAN, PEMANASAN = 40, 5
POLOS = "/polos/"


def main() -> None:
    """Print the ratio of every page."""
    with tempfile.TemporaryDirectory() as folder:
        isi = Path(__file__).with_name("isi_web.py")
        with (
            build_basis(Path(folder) / "data", isi, setelan="benchmarks.setelan_web") as basis,
            serve_situs(basis) as situs,
        ):
            kuki, *daftar_baris = (basis.folder / "halaman.txt").read_text().splitlines()
            halaman = dict(baris.split("\t") for baris in daftar_baris)
            waktu = measure_halaman(urlsplit(situs.alamat).netloc, kuki, list(halaman.values()))
    lantai = median(waktu[POLOS])
    print(f"bare Django view, one query: {lantai * 1000:.2f} ms")
    for nama, jalur in halaman.items():
        kini = median(waktu[jalur])
        print(f"{nama}: {kini * 1000:.2f} ms; ÷ bare view: {kini / lantai:.2f} (goal ≤ {SASARAN})")


def measure_halaman(server: str, kuki: str, daftar_jalur: list[str]) -> dict[str, list[float]]:
    """Seconds of every request, address by address."""
    koneksi = http.client.HTTPConnection(server)
    waktu: dict[str, list[float]] = {jalur: [] for jalur in (POLOS, *daftar_jalur)}
    for putaran in range(PEMANASAN + PUTARAN):
        for jalur, catatan in waktu.items():
            mulai = time.perf_counter()
            koneksi.request("GET", jalur, headers={} if jalur == POLOS else {"Cookie": kuki})
            jawaban = koneksi.getresponse()
            jawaban.read()
            lama = time.perf_counter() - mulai
            assert jawaban.status == 200, f"{jalur}: {jawaban.status}"
            if putaran >= PEMANASAN:
                catatan.append(lama)
    koneksi.close()
    return waktu


if __name__ == "__main__":
    main()
