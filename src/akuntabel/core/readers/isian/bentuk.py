"""What a form asks for: its sheets, their columns, what a cell of each may hold, what points at what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cached_property

from akuntabel.core.fakta.skema import Kolom, daftar_kolom

NilaiIsian = str | int | Decimal | date | None
_BUKAN_HURUF = re.compile(r"[\W_]+")


class JenisIsian(StrEnum):
    """What a cell holds."""

    TEKS = "teks"
    KODE = "kode"
    BULAT = "bilangan bulat"
    TAHUN = "tahun"
    ANGKA = "angka"
    RUPIAH = "rupiah"
    TANGGAL = "tanggal"
    PILIHAN = "pilihan"
    TARGET = "target"
    UKURAN = "angka, predikat, atau tanggal"


@dataclass(frozen=True, slots=True)
class KolomIsian:
    """A column: what its header says, what its cells hold.

    pilihan: the words of a closed list. rujuk: the sheet, or the list known elsewhere, that must have what is written
    here. is_info: shown for reading only, never taken over. panjang: letters at most, 0 without a limit.
    """

    nama: str
    label: str
    jenis: JenisIsian = JenisIsian.TEKS
    is_wajib: bool = True
    keterangan: str = ""
    pilihan: tuple[str, ...] = ()
    rujuk: str = ""
    contoh: str = ""
    panjang: int = 0
    is_info: bool = False


@dataclass(frozen=True)
class LembarIsian:
    """A sheet: rows that its ``kunci`` tells apart; without any, there is one row.

    per_tahun: a figure for each year, one column a year; every filled one is a row of its own, told apart by
    ``tahun`` too.
    """

    nama: str
    judul: str
    keterangan: str
    daftar_kolom: tuple[KolomIsian, ...]
    kunci: tuple[str, ...] = ()
    per_tahun: KolomIsian | None = None

    @cached_property
    def kunci_baris(self) -> tuple[str, ...]:
        """What tells two rows apart."""
        return (*self.kunci, "tahun") if self.per_tahun else self.kunci

    @cached_property
    def kolom_terisi(self) -> tuple[KolomIsian, ...]:
        """The columns that are taken over, the one of the years among them."""
        daftar = tuple(k for k in self.daftar_kolom if not k.is_info)
        return (*daftar, self.per_tahun) if self.per_tahun else daftar

    @cached_property
    def per_label(self) -> Mapping[str, KolomIsian]:
        """The columns by every spelling of their header that is taken."""
        return {baku: k for k in self.daftar_kolom for baku in (bakukan(k.nama), bakukan(k.label))}


@dataclass(frozen=True)
class Formulir:
    """A form of one or more sheets."""

    nama: str
    judul: str
    daftar_lembar: tuple[LembarIsian, ...]

    def find_lembar(self, nama: str) -> LembarIsian | None:
        """The sheet of that name or title, however it is spelled."""
        baku = bakukan(nama)
        return next((x for x in self.daftar_lembar if baku in (bakukan(x.nama), bakukan(x.judul))), None)


def bakukan(teks: str) -> str:
    """A header or a name without what people write differently: capitals, marks, blanks."""
    return _BUKAN_HURUF.sub(" ", teks).strip().casefold()


def kolom_dari(
    entitas: type,
    label: Mapping[str, str],
    *,
    kode: tuple[str, ...] = (),
    rujuk: Mapping[str, str] | None = None,
    contoh: Mapping[str, str] | None = None,
    panjang: Mapping[str, int] | None = None,
) -> tuple[KolomIsian, ...]:
    """The columns of an entity of the data package that ``label`` names: kinds, duty and meaning are the entity's."""
    per_nama = {k.nama: k for k in daftar_kolom(entitas)}
    rujuk, contoh, panjang = rujuk or {}, contoh or {}, panjang or {}
    return tuple(
        KolomIsian(
            nama,
            teks,
            JenisIsian.KODE if nama in kode or nama in rujuk else _jenis(per_nama[nama]),
            per_nama[nama].is_wajib,
            per_nama[nama].keterangan,
            per_nama[nama].pilihan,
            rujuk.get(nama, ""),
            contoh.get(nama, ""),
            panjang.get(nama, 0),
        )
        for nama, teks in label.items()
    )


def _jenis(kolom: Kolom) -> JenisIsian:
    if issubclass(kolom.jenis, Enum):
        return JenisIsian.PILIHAN
    per_tipe = {int: JenisIsian.BULAT, Decimal: JenisIsian.ANGKA, date: JenisIsian.TANGGAL}
    return per_tipe.get(kolom.jenis, JenisIsian.TEKS)
