"""What a call of the program gave."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hasil:
    """The exit code, what went to stdout, what went to stderr."""

    kode: int
    keluar: str
    galat: str
