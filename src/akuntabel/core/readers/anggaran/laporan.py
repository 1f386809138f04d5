"""What a budget report says once it is read: who, when, and its lines in the order of the sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from akuntabel.core.fakta.masalah import Masalah

BATAS_MASALAH = 200  # beyond these nobody reads on
_SEKALI = 5_000
_KOSONG = r"\N"


class JenisLaporan(StrEnum):
    """Where a report comes from."""

    SAKTI = "sakti"
    OMSPAN = "omspan"
    POK = "pok"
    CSV = "csv"

    @property
    def nama(self) -> str:
        """As its users call it."""
        return _NAMA[self]


_NAMA = {
    JenisLaporan.SAKTI: "Laporan FA Detail (16 Segmen) SAKTI",
    JenisLaporan.OMSPAN: "LRA Belanja OM-SPAN/MonSAKTI",
    JenisLaporan.POK: "POK",
    JenisLaporan.CSV: "tabel dengan kolom yang dipetakan",
}


class BarisLaporan(NamedTuple):
    """A line: whole rupiah; None where the report does not say it. ``nomor`` is its row in the sheet.

    kode: the full path (3355.994, 6709.QGE.001.113.A.521211); induk: the path above. blokir: lock pagu, 0 where no
    column tells of it.
    realisasi_lalu and realisasi_ini: before and in the period; realisasi: to its end. sumber_dana: "" on a line that
    sums several.
    """

    nomor: int
    kode: str
    induk: str
    tingkat: str
    uraian: str
    sumber_dana: str
    akun: str
    pagu: int
    blokir: int
    realisasi_lalu: int | None
    realisasi_ini: int | None
    realisasi: int | None
    is_daun: bool


@dataclass(frozen=True, slots=True)
class KepalaLaporan:
    """Whose report it is, and up to when; None and "" where it does not say."""

    jenis: JenisLaporan
    kode_satker: str = ""
    nama_satker: str = ""
    tahun: int | None = None
    bulan: int | None = None


@dataclass(slots=True)
class TumpukanBaris:
    """Many lines in little room, and without objects that a damaged process could have made: packed as text.

    A line of text is a line, its fields in the order of BarisLaporan between tabs, as COPY of PostgreSQL takes them:
    \\N for what is not known, t or f, a backslash doubled. Texts hold neither tab nor newline (``tidy_teks``).
    """

    jumlah: int = 0
    jumlah_daun: int = 0
    _terkemas: list[str] = field(default_factory=list)
    _terbuka: list[str] = field(default_factory=list)

    def add(self, baris: BarisLaporan) -> None:
        """One more at the end."""
        self.jumlah += 1
        self.jumlah_daun += baris.is_daun
        self._terbuka.append(_pack(baris))
        if len(self._terbuka) == _SEKALI:
            self.pack()

    def pack(self) -> None:
        """Pack what is still open."""
        if self._terbuka:
            self._terkemas.append("".join(self._terbuka))
            self._terbuka.clear()

    @property
    def daftar_kemasan(self) -> Sequence[str]:
        """Some thousand lines each, every one with its newline."""
        return (*self._terkemas, "".join(self._terbuka))

    def __iter__(self) -> Iterator[BarisLaporan]:
        for kemasan in self.daftar_kemasan:
            yield from map(_unpack, kemasan.split("\n")[:-1])


def _pack(baris: BarisLaporan) -> str:
    nomor, kode, induk, tingkat, uraian, sumber, akun, pagu, blokir, lalu, ini, realisasi, is_daun = baris
    return (
        f"{nomor}\t{kode}\t{induk}\t{tingkat}\t{_lolos(uraian)}\t{_lolos(sumber)}\t{akun}\t{pagu}\t{blokir}\t"
        f"{_KOSONG if lalu is None else lalu}\t{_KOSONG if ini is None else ini}\t"
        f"{_KOSONG if realisasi is None else realisasi}\t{'t' if is_daun else 'f'}\n"
    )


def _lolos(teks: str) -> str:
    return teks.replace("\\", "\\\\") if "\\" in teks else teks


def _unpack(teks: str) -> BarisLaporan:
    nomor, *kata, pagu, blokir, lalu, ini, realisasi, is_daun = teks.split("\t")
    kode, induk, tingkat, uraian, sumber, akun = (k.replace("\\\\", "\\") for k in kata)
    return BarisLaporan(
        int(nomor), kode, induk, tingkat, uraian, sumber, akun,
        int(pagu), int(blokir), _angka(lalu), _angka(ini), _angka(realisasi), is_daun == "t",
    )  # fmt: skip


def _angka(teks: str) -> int | None:
    return None if teks == _KOSONG else int(teks)


@dataclass(frozen=True, slots=True)
class LaporanAnggaran:
    """A report whose sums are right on every level. total_realisasi None: it says nothing of spending."""

    kepala: KepalaLaporan
    daftar_baris: TumpukanBaris
    total_pagu: int
    total_realisasi: int | None


@dataclass(frozen=True, slots=True)
class KolomBerkas:
    """A column of a table that waits for its mapping: its number from 0, its header, and some of its cells."""

    nomor: int
    judul: str
    contoh: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BacaanAnggaran:
    """What came of reading: a report, or everything that must be mended, or columns that must be mapped first."""

    laporan: LaporanAnggaran | None = None
    daftar_masalah: Sequence[Masalah] = ()
    daftar_kolom: Sequence[KolomBerkas] = ()


class CatatanMasalah:
    """Everything that is wrong with one file, up to a number that a person can read."""

    def __init__(self, berkas: str) -> None:
        self.berkas = berkas
        self.daftar: list[Masalah] = []
        self.lebih = 0

    def __bool__(self) -> bool:
        return bool(self.daftar)

    def add(self, baris: int, kolom: str, tertulis: str, diharapkan: str, perbaikan: str = "") -> None:
        """One more problem with a row of the sheet."""
        if len(self.daftar) < BATAS_MASALAH:
            self.daftar.append(Masalah(self.berkas, baris, kolom, tertulis, diharapkan, perbaikan))
        else:
            self.lebih += 1

    def selesai(self) -> tuple[Masalah, ...]:
        """All of them in the order of the sheet; the last says how many more there are."""
        self.daftar.sort(key=lambda m: m.baris)
        if not self.lebih:
            return tuple(self.daftar)
        pesan = Masalah(
            self.berkas, 0, "", f"{self.lebih} masalah lain", "berkas tanpa masalah", "Betulkan dahulu ini."
        )
        return (*self.daftar, pesan)


class LaporanDitolakError(Exception):
    """A file that is not read on, for one reason that says it all."""

    def __init__(self, masalah: Masalah) -> None:
        super().__init__(str(masalah))
        self.masalah = masalah
