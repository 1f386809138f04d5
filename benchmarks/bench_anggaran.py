"""Import of 150,000 budget lines into PostgreSQL ÷ (fastexcel typed read + COPY of the same rows), in one run.

What is measured is in ``ukur_anggaran``; it runs in a process of its own, on a server of its own where DATABASE_URL
names none.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from berkas_anggaran import build_daun, build_fa, build_pohon, write_xlsx

JUMLAH_ITEM = 121_000  # with the lines above them, 150,000
_PROGRAM = "import django; django.setup(); from benchmarks.ukur_anggaran import measure; measure({!r})"


def main() -> None:
    """Print the ratio and the memory."""
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "fa.xlsx"
        berkas.write_bytes(write_xlsx(build_fa(build_pohon(build_daun(JUMLAH_ITEM)), kode_satker="357200")))
        perintah = [sys.executable, "-c", _PROGRAM.format(str(berkas))]
        if not os.environ.get("DATABASE_URL"):
            skrip = Path(__file__).parents[1] / "scripts" / "postgres.sh"
            perintah = ["sh", "-c", f'. {skrip}; find_postgres || exit 3; with_postgres "$@"', "sh", *perintah]
        env = os.environ | {
            "PYTHONPATH": os.pathsep.join(sys.path),
            "DJANGO_SETTINGS_MODULE": "akuntabel.config.settings",
            "AKUNTABEL_DATA": folder,
        }
        if subprocess.run(perintah, env=env, check=False).returncode == 3:  # noqa: S603 — our own text
            print("import of a budget: not measured, PostgreSQL is not there")


if __name__ == "__main__":
    main()
