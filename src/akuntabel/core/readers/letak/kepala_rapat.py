"""The heads of a table in lines without wide gaps, and the columns that they promise."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from akuntabel.core.readers.letak.kepala_kolom import Isi, Kepala, is_induk, kepala_tunggal, split_kepala
from akuntabel.core.readers.letak.susun_baris import PeranLetak

BATAS_INDUK = 6  # heads over others in one line


@dataclass(frozen=True, slots=True)
class Bentuk:
    """The columns that a head promises; label columns that a line cannot part are one."""

    kepala: tuple[str, ...]
    peran: PeranLetak
    satuan: int | None
    catatan: int | None
    sasaran: int | None
    ganda: bool = False

    @property
    def jumlah_nilai(self) -> int:
        return len(self.peran.nilai)


def find_bentuk_kepala(kepala: Sequence[str], jumlah: int) -> Bentuk | None:
    """The columns of these head lines when so many of them hold values; None where that is not certain."""
    daftar = _kepala_bertingkat(kepala, jumlah) if len(kepala) == 2 else None
    daftar = daftar or split_kepala(" ".join(kepala), jumlah)
    if daftar is None:
        daftar = split_kepala(" ".join(kepala), 2 * jumlah)
        separuh = len(daftar) // 2 if daftar else 0
        if daftar is None or [k.teks for k in daftar[:separuh]] != [k.teks for k in daftar[separuh:]]:
            return None
        return _susun(daftar[:separuh], ganda=True)
    return _susun(daftar)


def _kepala_bertingkat(kepala: Sequence[str], jumlah: int) -> list[Kepala] | None:
    """Two lines of heads, those of one line standing over those of the other in equal parts.

    "No Indikator Kinerja" above "Target Realisasi Capaian"; "Uraian Target Realisasi" above "2019 2020 2019 2020";
    "Target Realisasi" above "Uraian 2019 2020 2019 2020".
    """
    anak = split_kepala(kepala[1], jumlah)
    if anak is None:
        return None
    kiri = [k for k in anak if k.isi is not Isi.NILAI]
    nilai = [k.teks for k in anak if k.isi is Isi.NILAI]
    for banyak in range(1, min(jumlah, BATAS_INDUK)):
        induk = _induk(kepala[0], banyak, is_berlabel=not kiri)
        lebar = jumlah // banyak
        if induk is not None and jumlah == lebar * banyak and nilai == nilai[:lebar] * banyak:
            atas = [k.teks for k in induk[-banyak:] for _ in range(lebar)]
            gabung = [Kepala(f"{a} {b}", Isi.NILAI) for a, b in zip(atas, nilai, strict=True)]
            return [*induk[:-banyak], *kiri, *gabung]
    return None


def _induk(teks: str, banyak: int, *, is_berlabel: bool) -> list[Kepala] | None:
    """The heads of the upper line, so many of which stand over others at its end; labels before them or none."""
    kata = teks.split()
    if banyak == 1 and is_induk(kata[-1]):
        kiri = split_kepala(" ".join(kata[:-1]), 0) if len(kata) > 2 else None
        if len(kata) == 2 and (satu := kepala_tunggal(kata[0])) is not None:
            kiri = [satu]
        hasil = [*(kiri or []), Kepala(kata[-1], Isi.NILAI)] if kiri or len(kata) == 1 else None
    elif len(kata) > 1:
        hasil = split_kepala(teks, banyak)
    else:
        hasil = None
    if hasil is None or any(k.isi is Isi.NILAI for k in hasil[:-banyak]):
        return None
    return hasil if (len(hasil) > banyak) is is_berlabel else None


def _susun(daftar: Sequence[Kepala], *, ganda: bool = False) -> Bentuk | None:
    """Number, labels, unit, values, note: in this order or not at all."""
    urutan = [k.isi for k in daftar]
    peringkat = list(Isi)
    if [peringkat.index(i) for i in urutan] != sorted(peringkat.index(i) for i in urutan):
        return None
    jumlah = Counter(urutan)
    if jumlah[Isi.NOMOR] > 1 or jumlah[Isi.LABEL] not in (1, 2) or jumlah[Isi.SATUAN] > 1 or jumlah[Isi.CATATAN] > 1:
        return None
    label = [n for n, i in enumerate(urutan) if i is Isi.LABEL]
    nilai = frozenset(n for n, i in enumerate(urutan) if i is Isi.NILAI)
    if not nilai:
        return None
    return Bentuk(
        tuple(k.teks for k in daftar),
        PeranLetak(frozenset({0} if jumlah[Isi.NOMOR] else ()), label[-1], nilai),
        urutan.index(Isi.SATUAN) if jumlah[Isi.SATUAN] else None,
        urutan.index(Isi.CATATAN) if jumlah[Isi.CATATAN] else None,
        label[0] if len(label) == 2 else None,
        ganda,
    )
