"""What a check has to say: where, what is written, what is expected, how to mend."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError


class TingkatCatatan(StrEnum):
    """Whether a note stops the submission or only warns."""

    HALANGAN = "halangan"
    PERINGATAN = "peringatan"


@dataclass(frozen=True, slots=True)
class Catatan:
    """One note. kode: its kind; letak: the line or field; dasar: the rule it rests on, if there is one."""

    kode: str
    tingkat: TingkatCatatan
    letak: str
    tertulis: str
    diharapkan: str
    perbaikan: str
    dasar: str = ""

    @property
    def kalimat(self) -> str:
        """The whole note as one line."""
        dasar = f" Dasar: {self.dasar}." if self.dasar else ""
        return f"{self.letak}: tertulis {self.tertulis}, diharapkan {self.diharapkan}. {self.perbaikan}{dasar}"


def daftar_halangan(daftar_catatan: Iterable[Catatan]) -> list[Catatan]:
    """Those that stop the submission."""
    return [c for c in daftar_catatan if c.tingkat is TingkatCatatan.HALANGAN]


def require_tanpa_halangan(daftar_catatan: Iterable[Catatan]) -> None:
    """Raises ValidationError with everything that stops the submission, all at once."""
    halangan = daftar_halangan(daftar_catatan)
    if halangan:
        raise ValidationError([ValidationError(c.kalimat, code=c.kode) for c in halangan])
