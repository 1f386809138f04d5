"""Elections as the regulations and the releases of KPU know them, and what counts in figures that cases drive."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from akuntabel.core.calc.partisipasi import KategoriPemilih, RumusPartisipasi
from akuntabel.core.regulasi.acuan import daftar_sumber
from akuntabel.core.regulasi.berkas import read_data
from akuntabel.core.regulasi.entri import read_daftar
from akuntabel.core.regulasi.ketentuan import Ketentuan, check_masa, check_tanda


@dataclass(frozen=True, slots=True, kw_only=True)
class JadwalTahapan:
    """A stage in a schedule; a day that the sources do not give is None."""

    nama: str
    kelompok: str
    mulai: date | None
    selesai: date | None
    catatan: str = ""

    def __post_init__(self) -> None:
        check_masa(self.mulai, self.selesai)


@dataclass(frozen=True, slots=True, kw_only=True)
class PemilihanAcuan(Ketentuan):
    """An election. None: not known. tanda_…: how sure that part is; tanda: how sure the election itself is.

    pengguna, pemilih: the categories above and below the line of the official formula, both empty where it is not
    known; peraturan: id of the schedule.
    """

    id: str
    nama: str
    tahun: int
    tanggal: date | None
    tanda_tanggal: str | None
    label_terdaftar: str
    label_pindahan: str | None
    label_tambahan: str | None
    tanda_label: str
    pengguna: tuple[KategoriPemilih, ...]
    pemilih: tuple[KategoriPemilih, ...]
    rumus: str | None
    tanda_rumus: str | None
    peraturan: str | None
    tahapan: tuple[JadwalTahapan, ...]

    def __post_init__(self) -> None:
        # No super(): a dataclass with slots is made anew, and the name would mean the class from before.
        Ketentuan.__post_init__(self)
        for nilai, tanda in ((self.tanggal, self.tanda_tanggal), (self.rumus, self.tanda_rumus)):
            if (nilai is None) != (tanda is None):
                raise ValueError("tanda tanpa isi, atau isi tanpa tanda")
            if tanda is not None:
                check_tanda(tanda)
        check_tanda(self.tanda_label)
        if not (bool(self.pengguna) == bool(self.pemilih) == (self.rumus is not None)):
            raise ValueError("rumus dalam kata dan dalam daftar harus sama-sama ada")

    @property
    def rumus_partisipasi(self) -> RumusPartisipasi | None:
        """The official formula, where it is known."""
        if self.rumus is None:
            return None
        return RumusPartisipasi(frozenset(self.pengguna), frozenset(self.pemilih))


@dataclass(frozen=True, slots=True, kw_only=True)
class PengertianPerkara(Ketentuan):
    """What counts as a case of a kind, and what does not; elemen: the name that formulas use for their number."""

    elemen: str
    jenis: str
    nama: str
    dihitung: str
    tidak_dihitung: str
    lembaga: str


def sebut_tanda(tanda: str) -> str:
    """A confidence mark in words: what was read, or how sure the memory is."""
    if tanda.startswith("V:"):
        sumber = daftar_sumber()
        return "; ".join(sumber[kode].uraian for kode in tanda.removeprefix("V:").split(","))
    return _SEBUTAN_TANDA[tanda]


_SEBUTAN_TANDA: Mapping[str, str] = {
    "S": "Laporan Kinerja KPU Kota Blitar 2020",
    "M-h": "dari ingatan, keyakinan tinggi; belum dicocokkan dengan naskah",
    "M-m": "dari ingatan, keyakinan sedang; belum dicocokkan dengan naskah",
    "M-l": "dari ingatan, keyakinan rendah; belum dicocokkan dengan naskah",
}


@cache
def daftar_pemilihan_acuan() -> Mapping[str, PemilihanAcuan]:
    """The elections by id ("pilkada-2020"), the oldest first."""
    return read_daftar(PemilihanAcuan, read_data("pemilihan.yaml"), "pemilihan.yaml")


@cache
def daftar_pengertian_perkara() -> Mapping[str, PengertianPerkara]:
    """What counts, by element ("perkara.konflik")."""
    return read_daftar(PengertianPerkara, read_data("pengertian_perkara.yaml"), "pengertian_perkara.yaml", "elemen")
