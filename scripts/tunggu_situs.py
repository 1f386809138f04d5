"""Wait until a page of the site answers, for half a minute at most; used by ./run --periksa."""

import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

BATAS = 30  # seconds


def main(alamat: str) -> int:
    """0 when the page came, 1 when the time was up."""
    akhir = time.monotonic() + BATAS
    while time.monotonic() < akhir:
        try:
            with urlopen(alamat, timeout=5) as jawaban:  # noqa: S310 — an address of this machine
                sys.stdout.write(f"{alamat} menjawab {jawaban.status}.\n")
                return 0
        except (URLError, OSError):
            time.sleep(0.3)
    sys.stderr.write(f"{alamat} tidak menjawab.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
