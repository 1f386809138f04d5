"""Regulations: official title, time in force, what they replace and amend."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache

from akuntabel.core.regulasi.berkas import DataRegulasiRusakError, RegulasiTidakDikenal, read_data
from akuntabel.core.regulasi.entri import read_daftar
from akuntabel.core.regulasi.ketentuan import check_masa, check_tanda


class StatusPeraturan(StrEnum):
    """What has become of a regulation, as far as the data know."""

    BERLAKU = "berlaku"
    DIUBAH = "berlaku dengan perubahan"
    DIGANTI = "diganti"
    BERAKHIR = "berakhir"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peraturan:
    """A regulation. Its ``id`` ends with its year.

    judul: the official title, or only the subject where is_judul_resmi is False; berlaku_dari, berlaku_sampai: None
    where no text or sure memory gives the day; tanda: how sure kind, number and title are; tanda_tanggal: how sure
    the dates are; menggantikan and mengubah mirror digantikan_oleh and diubah_oleh of the others.
    """

    id: str
    jenis: str
    nomor: str
    tahun: int
    judul: str
    berlaku_dari: date | None
    berlaku_sampai: date | None
    tanda: str
    tanda_tanggal: str | None = None
    is_judul_resmi: bool = True
    digantikan_oleh: tuple[str, ...] = ()
    diubah_oleh: tuple[str, ...] = ()
    menggantikan: tuple[str, ...] = ()
    mengubah: tuple[str, ...] = ()
    catatan: str = ""

    def __post_init__(self) -> None:
        check_tanda(self.tanda)
        check_masa(self.berlaku_dari, self.berlaku_sampai)
        if (self.berlaku_dari or self.berlaku_sampai) and self.tanda_tanggal is None:
            raise ValueError("tanggal tanpa tanda_tanggal")
        if self.tanda_tanggal is not None:
            check_tanda(self.tanda_tanggal)

    @property
    def sebutan_pendek(self) -> str:
        """Kind, number and year: "Peraturan Presiden Nomor 29 Tahun 2014"."""
        tahun = "" if "/" in self.nomor else f" Tahun {self.tahun}"
        return f"{self.jenis} Nomor {self.nomor}{tahun}"

    @property
    def sebutan(self) -> str:
        """The full citation with its official title; without title where that was not seen in full."""
        return self.sebutan_pendek + (f" tentang {self.judul}" if self.is_judul_resmi else "")

    @property
    def status(self) -> StatusPeraturan:
        """What has become of it."""
        if self.digantikan_oleh:
            return StatusPeraturan.DIGANTI
        if self.berlaku_sampai is not None:
            return StatusPeraturan.BERAKHIR
        return StatusPeraturan.DIUBAH if self.diubah_oleh else StatusPeraturan.BERLAKU

    def is_berlaku(self, tanggal: date) -> bool:
        """Whether it was in force on that day; False only if it surely was not.

        An unknown first day is taken as early as possible (1 January of its year), an unknown last day as late as
        possible (the end of the year of what replaced it).
        """
        mulai = self.berlaku_dari or date(self.tahun, 1, 1)
        return mulai <= tanggal and tanggal <= (self.berlaku_sampai or self._akhir_paling_lambat())

    def _akhir_paling_lambat(self) -> date:
        tahun_pengganti = [int(kode.rsplit("-", 1)[1]) for kode in self.digantikan_oleh]
        return date(min(tahun_pengganti), 12, 31) if tahun_pengganti else date.max


@cache
def daftar_peraturan() -> Mapping[str, Peraturan]:
    """Every known regulation by id."""
    daftar = read_daftar(Peraturan, read_data("peraturan.yaml"), "peraturan.yaml", menggantikan=(), mengubah=())
    for p in daftar.values():
        for kode in (*p.digantikan_oleh, *p.diubah_oleh):
            if kode not in daftar:
                raise DataRegulasiRusakError(f"peraturan.yaml: {p.id}", f"“{kode}”", "id peraturan dalam berkas ini")
    return {
        kode: replace(
            p,
            menggantikan=tuple(lama.id for lama in daftar.values() if kode in lama.digantikan_oleh),
            mengubah=tuple(lama.id for lama in daftar.values() if kode in lama.diubah_oleh),
        )
        for kode, p in daftar.items()
    }


def find_peraturan(kode: str) -> Peraturan:
    """The regulation of that id; raises RegulasiTidakDikenal."""
    daftar = daftar_peraturan()
    if kode not in daftar:
        raise RegulasiTidakDikenal("peraturan", kode, daftar)
    return daftar[kode]
