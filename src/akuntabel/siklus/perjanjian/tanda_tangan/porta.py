"""The port: whatever can put an electronic signature into a PDF, and what it is told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from akuntabel.core.render.stempel import Stempel


class PenandatanganGagalError(Exception):
    """No signature came about. The message says why and what to do; nothing was changed.

    bidang: which of the things that the person gave was wrong (berkas, frasa_sandi, nik), if it was one of them.
    """

    def __init__(self, pesan: str, *, bidang: str = "") -> None:
        super().__init__(pesan)
        self.bidang = bidang


@dataclass(frozen=True, slots=True)
class Kotak:
    """A rectangle on a page of a PDF: page from 0, points from the lower left corner."""

    halaman: int
    kiri: float
    bawah: float
    kanan: float
    atas: float

    @property
    def lebar(self) -> float:
        """Width in points."""
        return self.kanan - self.kiri

    @property
    def tinggi(self) -> float:
        """Height in points."""
        return self.atas - self.bawah


@dataclass(frozen=True, slots=True)
class Pembubuhan:
    """One signature to be put in: the signature field of that name, its visible mark, and what the file says of it."""

    ruas: str
    stempel: Stempel
    alasan: str
    tempat: str
    waktu: datetime


class Penandatangan(Protocol):
    """Who signs. penerbit: the issuer of the certificate as the visible mark names it."""

    @property
    def penerbit(self) -> str: ...

    def sign(self, pdf: bytes, pembubuhan: Pembubuhan) -> bytes:
        """The file with the signature added to its end; every earlier byte stays. Raises PenandatanganGagalError."""
        ...
