"""Public pages with 553 offices ÷ a bare Django view with one query, on the same server; then wrk at saturation.

The ratio is the median of requests one after another over a connection that stays open, of somebody who has not signed
in, page and floor in turn. The load: 32 connections of wrk, for a minute, over all pages in turn, against the server of
``akuntabel serve``; one answer that is not 200, or a connection that breaks, and the bench fails.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from benchmarks.bench_web import POLOS, measure_halaman
from doors.web.situs import build_basis, serve_situs

SASARAN = 1.5
SAMBUNGAN, DETIK, SABAR = 32, 60, "10s"  # after which a person would have given up
SKRIP = """
local jalur, n = {{{jalur}}}, 0
request = function() n = n % #jalur + 1; return wrk.format("GET", jalur[n]) end
"""


def main() -> None:
    """Print the ratio of every page, then what the load came to."""
    with tempfile.TemporaryDirectory() as folder:
        isi = Path(__file__).with_name("isi_portal.py")
        with (
            build_basis(Path(folder) / "data", isi, setelan="benchmarks.setelan_web") as basis,
            serve_situs(basis) as situs,
        ):
            daftar_baris = (basis.folder / "halaman.txt").read_text().splitlines()
            halaman = dict(baris.split("\t") for baris in daftar_baris)
            waktu = measure_halaman(urlsplit(situs.alamat).netloc, "", list(halaman.values()))
            lantai = median(waktu[POLOS])
            print(f"bare Django view, one query: {lantai * 1000:.2f} ms")
            for nama, jalur in halaman.items():
                kini = median(waktu[jalur])
                print(f"{nama}: {kini * 1000:.2f} ms; ÷ bare view: {kini / lantai:.2f} (goal ≤ {SASARAN})")
            _saturate(situs.alamat, list(halaman.values()), Path(folder))


def _saturate(alamat: str, daftar_jalur: list[str], folder: Path) -> None:
    """Load the site until it can take no more; fails at the first answer that is an error."""
    if shutil.which("wrk") is None:
        print("wrk is not installed: no load")
        return
    skrip = folder / "halaman.lua"
    skrip.write_text(SKRIP.format(jalur=", ".join(f'"{j}"' for j in daftar_jalur)))
    perintah = [
        "wrk",
        "-t2",
        f"-c{SAMBUNGAN}",
        f"-d{DETIK}s",
        "--timeout",
        SABAR,
        "--latency",
        "-s",
        str(skrip),
        alamat,
    ]
    keluaran = subprocess.run(perintah, capture_output=True, text=True, check=True).stdout  # noqa: S603 — the bench's own
    galat = re.findall(r"(?:Socket errors|Non-2xx).*", keluaran)
    permintaan = re.search(r"(\d+) requests in", keluaran)
    kecepatan = re.search(r"Requests/sec:\s+([\d.]+)", keluaran)
    p99 = re.search(r"99%\s+(\S+)", keluaran)
    if not (permintaan and kecepatan and p99):
        sys.exit(f"wrk said something else than expected:\n{keluaran}")
    jumlah = int(permintaan[1])
    print(f"wrk, {SAMBUNGAN} connections, {DETIK} s: {jumlah} requests, {kecepatan[1]}/s, 99 % within {p99[1]}")
    if galat or not jumlah:
        sys.exit(f"under load: {'; '.join(galat) or 'no answer at all'}")
    print("without an error (goal: none)")


if __name__ == "__main__":
    main()
