"""One annual value saved with its sums along the path to the nation ÷ the plain write of the same row.

553 offices, 20 indicators, five years; on whichever database DATABASE_URL names (default: SQLite).
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.bench_peringkat import SEDIKIT
from doors.web.situs import build_basis

SASARAN = 6


def main() -> None:
    """Print the ratio."""
    os.environ["BENCH_SATKER"] = str(SEDIKIT)
    isi, tulis = (Path(__file__).with_name(nama) for nama in ("isi_peringkat.py", "tulis_rekap.py"))
    with tempfile.TemporaryDirectory() as folder, build_basis(Path(folder) / "data", isi) as basis:
        perintah = [sys.executable, str(tulis)]
        hasil = subprocess.run(perintah, env=basis.env, check=True, capture_output=True, text=True)  # noqa: S603 — our own
    polos, rekap = map(float, hasil.stdout.split())
    print(f"one value: plain write {polos * 1000:.2f} ms, with roll-up {rekap * 1000:.2f} ms")
    print(f"with roll-up ÷ plain: {rekap / polos:.2f} (goal ≤ {SASARAN})")


if __name__ == "__main__":
    main()
