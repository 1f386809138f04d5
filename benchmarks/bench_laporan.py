"""A hundred reports (PDF + DOCX + HTML) through the queue of jobs with two workers ÷ the same in a bare loop.

What is measured is in ``ukur_laporan``; it runs in a process of its own, on a server of its own where DATABASE_URL
names none.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

_PROGRAM = "import django; django.setup(); from benchmarks.ukur_laporan import measure; measure()"


def main() -> None:
    """Print the ratio and the memory."""
    with tempfile.TemporaryDirectory() as folder:
        perintah = [sys.executable, "-c", _PROGRAM]
        if not os.environ.get("DATABASE_URL"):
            skrip = Path(__file__).parents[1] / "scripts" / "postgres.sh"
            perintah = ["sh", "-c", f'. {skrip}; find_postgres || exit 3; with_postgres "$@"', "sh", *perintah]
        env = os.environ | {
            "PYTHONPATH": os.pathsep.join(sys.path),
            "DJANGO_SETTINGS_MODULE": "akuntabel.config.settings",
            "AKUNTABEL_DATA": folder,
        }
        if subprocess.run(perintah, env=env, check=False).returncode == 3:  # noqa: S603 — our own text
            print("reports through the queue: not measured, PostgreSQL is not there")


if __name__ == "__main__":
    main()
