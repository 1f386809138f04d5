"""What a filled-in form would change of what is there: new rows, changed values, rows that stay as they are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from akuntabel.core.readers.isian.bentuk import Formulir, KolomIsian, LembarIsian, NilaiIsian
from akuntabel.core.readers.isian.hasil import DataIsian, HasilIsian, Nilai
from akuntabel.core.readers.isian.nilai import show_nilai

Kunci = tuple[NilaiIsian, ...]


@dataclass(frozen=True, slots=True)
class PerubahanSel:
    """A value that a row would get, as a person reads both."""

    kolom: KolomIsian
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class PerubahanBaris:
    """A row that is there and would change."""

    kunci: str
    daftar_sel: tuple[PerubahanSel, ...]


@dataclass(frozen=True, slots=True)
class PerubahanLembar:
    """A sheet against what is there. jumlah_lain: rows that are there and that the form does not name; they stay."""

    lembar: LembarIsian
    daftar_baru: tuple[Nilai, ...]
    daftar_berubah: tuple[PerubahanBaris, ...]
    jumlah_sama: int
    jumlah_lain: int

    @property
    def is_berubah(self) -> bool:
        """Whether taking the form would change anything here."""
        return bool(self.daftar_baru or self.daftar_berubah)


def compare_isian(formulir: Formulir, hasil: HasilIsian, ada: DataIsian) -> tuple[PerubahanLembar, ...]:
    """The sheets that were handed in, each against what is there."""
    data = hasil.data
    return tuple(
        _compare_lembar(lembar, data[lembar.nama], ada.get(lembar.nama, ()))
        for lembar in formulir.daftar_lembar
        if lembar.nama in data
    )


def _compare_lembar(lembar: LembarIsian, daftar: Collection[Nilai], ada: Collection[Nilai]) -> PerubahanLembar:
    lama = {kunci_nilai(lembar, n): n for n in ada}
    baru = {kunci_nilai(lembar, n): n for n in daftar}
    berubah = tuple(
        PerubahanBaris(show_kunci(lembar, kunci), selisih)
        for kunci, n in baru.items()
        if kunci in lama and (selisih := _selisih(lembar, lama[kunci], n))
    )
    daftar_baru = tuple(n for kunci, n in baru.items() if kunci not in lama)
    return PerubahanLembar(
        lembar, daftar_baru, berubah, len(baru) - len(daftar_baru) - len(berubah), len(lama.keys() - baru.keys())
    )


def _selisih(lembar: LembarIsian, lama: Nilai, baru: Nilai) -> tuple[PerubahanSel, ...]:
    return tuple(
        PerubahanSel(k, show_nilai(lama.get(k.nama), k), show_nilai(baru.get(k.nama), k))
        for k in lembar.kolom_terisi
        if not is_sama(lama.get(k.nama), baru.get(k.nama))
    )


def is_sama(lama: NilaiIsian, baru: NilaiIsian) -> bool:
    """Whether two values say the same: blanks and breaks of lines within words do not count, nothing is no words."""
    if isinstance(lama, str) or isinstance(baru, str):
        return _rapatkan(lama) == _rapatkan(baru)
    return lama == baru


def _rapatkan(nilai: NilaiIsian) -> str:
    return " ".join(str(nilai if nilai is not None else "").split())


def merge_isian(lembar: LembarIsian, ada: Collection[Nilai], daftar: Collection[Nilai]) -> list[Nilai]:
    """The rows as they would be: those that are there, changed where the form says so, then the new ones.

    A value that says the same as before stays letter for letter what it was.
    """
    gabung: dict[Kunci, dict[str, NilaiIsian]] = {kunci_nilai(lembar, n): dict(n) for n in ada}
    for n in daftar:
        baris = gabung.setdefault(kunci_nilai(lembar, n), {})
        baris |= {k: v for k, v in n.items() if k not in baris or not is_sama(baris[k], v)}
    return list(gabung.values())


def kunci_nilai(lembar: LembarIsian, nilai: Nilai) -> Kunci:
    """What tells the row apart; () for the one row of a sheet without keys."""
    return tuple(nilai.get(k) for k in lembar.kunci_baris)


def show_kunci(lembar: LembarIsian, kunci: Kunci) -> str:
    """The key as a person reads it; the title of the sheet where there is one row."""
    return ", ".join(str(k) for k in kunci if k is not None) or lembar.judul


def check_rujukan(
    formulir: Formulir, hasil: HasilIsian, ada: DataIsian, dikenal: Mapping[str, Collection[str]]
) -> None:
    """Note every row that points at what neither the form nor the database has.

    ``dikenal``: lists that are no sheet of the form. What points into a sheet with problems is not judged.
    """
    tersedia: dict[str, set[str]] = {nama: set(daftar) for nama, daftar in dikenal.items()}
    for lembar in formulir.daftar_lembar:
        bermasalah = any(m.berkas == f"Lembar {lembar.judul}" for m in hasil.masalah)
        if lembar.kunci and not bermasalah:
            semua = (*ada.get(lembar.nama, ()), *hasil.data.get(lembar.nama, ()))
            tersedia[lembar.nama] = {str(n.get(lembar.kunci[0])) for n in semua}
    for lembar in formulir.daftar_lembar:
        for kolom in lembar.kolom_terisi:
            if kolom.rujuk in tersedia:
                _check_kolom(formulir, hasil, lembar, kolom, tersedia[kolom.rujuk])


def _check_kolom(
    formulir: Formulir, hasil: HasilIsian, lembar: LembarIsian, kolom: KolomIsian, tersedia: Collection[str]
) -> None:
    tujuan = formulir.find_lembar(kolom.rujuk)
    tempat = f"lembar {tujuan.judul}" if tujuan else f"daftar {kolom.rujuk}"
    for baris in hasil.daftar_baris.get(lembar.nama, ()):
        nilai = baris.nilai.get(kolom.nama)
        if nilai is not None and nilai not in tersedia:
            hasil.add_masalah(lembar, baris, kolom, f"kode yang ada pada {tempat}", _saran(tersedia))


def _saran(daftar: Collection[str]) -> str:
    batas = 12
    urut = sorted(daftar)
    return f"Yang ada: {', '.join(urut[:batas])}{'…' if len(urut) > batas else ''}." if urut else "Belum ada satu pun."
