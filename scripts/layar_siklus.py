"""Take the example office one stage further, so that its next screen has something to show (see layar.py).

    AKUNTABEL_DATA=… .venv/bin/python scripts/layar_siklus.py laporan|reviu|evaluasi|publikasi

Prints the address of the page that the stage is about.
"""

import os
import sys

import django


def main() -> int:
    """Do one stage; the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akuntabel.config.settings")
    django.setup()
    from muat_siklus import TAHAP  # its models need the settings

    sys.stdout.write(TAHAP[sys.argv[1]]() + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
