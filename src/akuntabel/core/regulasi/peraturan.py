"""Regulations with their titles and the time they were in force; sources of funds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from akuntabel.core.regulasi.berkas import read_data


@dataclass(frozen=True, slots=True)
class Peraturan:
    """A regulation. ``berlaku_sampai`` None: still in force, as far as is known; ``tanda``: how sure that is."""

    id: str
    jenis: str
    nomor: str
    tahun: int
    judul: str
    berlaku_dari: date | None
    berlaku_sampai: date | None
    digantikan_oleh: tuple[str, ...]
    tanda: str
    catatan: str

    @property
    def sebutan_pendek(self) -> str:
        """Kind, number and year: "Peraturan Presiden Nomor 29 Tahun 2014"."""
        if "/" in self.nomor and not self.nomor.split("/")[0].isdigit():
            return f"{self.jenis} Nomor {self.nomor}"
        return f"{self.jenis} Nomor {self.nomor}" + ("" if "/" in self.nomor else f" Tahun {self.tahun}")

    @property
    def sebutan(self) -> str:
        """The full citation with its official title."""
        return f"{self.sebutan_pendek} tentang {self.judul}"

    def is_berlaku(self, tanggal: date) -> bool:
        """Whether it was in force on that day; unknown ends count as open."""
        mulai = self.berlaku_dari is None or self.berlaku_dari <= tanggal
        return mulai and (self.berlaku_sampai is None or tanggal <= self.berlaku_sampai)


@dataclass(frozen=True, slots=True)
class SumberDana:
    """A source of funds of the budget."""

    kode: str
    nama: str
    tanda: str


@cache
def daftar_peraturan() -> Mapping[str, Peraturan]:
    """Every known regulation by id."""
    return {
        kode: Peraturan(
            kode,
            p["jenis"],
            p["nomor"],
            int(p["tahun"]),
            p["judul"],
            _tanggal(p.get("berlaku_dari")),
            _tanggal(p.get("berlaku_sampai")),
            tuple(p.get("digantikan_oleh") or ()),
            p["tanda"],
            p.get("catatan") or "",
        )
        for kode, p in read_data("peraturan.yaml").items()
    }


@cache
def _daftar_sumber_dana() -> Mapping[str, SumberDana]:
    return {kode: SumberDana(kode, s["nama"], s["tanda"]) for kode, s in read_data("sumber_dana.yaml").items()}


def find_sumber_dana(kode: str) -> SumberDana | None:
    """The source of funds of that code, if it is known."""
    return _daftar_sumber_dana().get(kode)


def _tanggal(teks: str | None) -> date | None:
    return None if teks is None else date.fromisoformat(teks)
