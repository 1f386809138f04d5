"""What is wrong with a package: place, what is written, what is expected, how to mend."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Masalah:
    """One problem. ``baris`` is the line in the file as an editor counts it; 0 means the whole file."""

    berkas: str
    baris: int
    kolom: str
    tertulis: str
    diharapkan: str
    perbaikan: str = ""

    def __str__(self) -> str:
        letak = self.berkas
        if self.baris:
            letak += f" baris {self.baris}"
        if self.kolom:
            letak += f" kolom {self.kolom}"
        tertulis = f"tertulis {_kutip(self.tertulis)}, " if self.tertulis else ""
        kalimat = f"{letak}: {tertulis}diharapkan {self.diharapkan}."
        return f"{kalimat} {self.perbaikan}".rstrip()


class PaketTidakSahError(Exception):
    """A package that cannot be used. Carries every problem found, never only the first."""

    def __init__(self, daftar_masalah: Sequence[Masalah]) -> None:
        self.daftar_masalah = tuple(daftar_masalah)
        super().__init__("\n".join(str(m) for m in self.daftar_masalah))


def _kutip(teks: str) -> str:
    batas = 60
    pendek = teks if len(teks) <= batas else teks[: batas - 1] + "…"
    return f"“{pendek}”"
