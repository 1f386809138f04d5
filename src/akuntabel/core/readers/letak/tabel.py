"""Tables whose columns stand apart by wide gaps, one line of words after another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from akuntabel.core.naskah.terbaca import Letak, SelTerbaca
from akuntabel.core.readers.kisi import Kisi
from akuntabel.core.readers.letak.baris_halaman import (
    is_akhir_kalimat,
    is_daftar_isi,
    is_isian,
    is_lanjutan_tabel,
    is_nomor_halaman,
    is_penutup,
)
from akuntabel.core.readers.letak.bentuk_sel import is_angka_ganda, is_nilai, is_nomor, is_tahun
from akuntabel.core.readers.letak.kepala import join_kepala
from akuntabel.core.readers.letak.kepala_kolom import is_kata_kepala, is_kepala, is_kepala_ganda, kepala_tunggal
from akuntabel.core.readers.letak.kolom import (
    Bacaan,
    BarisKata,
    Kata,
    Rentang,
    find_kolom,
    kolom_kata,
    place_kata,
    split_kata,
)
from akuntabel.core.readers.letak.susun_baris import BarisSel, PeranLetak, build_baris, find_peran

BATAS_KEPALA = 8  # lines of a head
BATAS_JEDA = 3  # blank lines within a table
BATAS_SELA = 14  # lines in a row that hold one run of words: a label that wraps far
_POLA_NOMOR_KOLOM = re.compile(r"\(?(\d{1,2})[a-z]?\)?")


@dataclass(slots=True)
class _Calon:
    """Lines that may be one table. ``baris`` keeps only what belongs to it; ``akhir`` is the line after them."""

    baris: list[tuple[BarisKata, bool]] = field(default_factory=list)
    asal: list[int] = field(default_factory=list)
    akhir: int = 0


def read_tabel_letak(
    daftar_baris: Sequence[BarisKata], awal: int, *, is_berjudul: bool, is_buta: bool
) -> Bacaan | None:
    """The table that begins on a line; None where none can begin there.

    is_berjudul: a caption stands above. is_buta: lines from here on were tried without a known head already.
    """
    is_berkepala = _is_awal_kepala(daftar_baris, awal)
    if not is_berkepala and (is_buta or not _is_mungkin(daftar_baris[awal])):
        return None
    calon = _kumpulkan(daftar_baris, awal, is_berkepala=is_berkepala)
    kolom = find_kolom([b.kata for b, _ in calon.baris])
    if len(kolom) < 2:
        return Bacaan([], calon.akhir)
    return _bangun(calon, kolom, is_berkepala=is_berkepala, is_berjudul=is_berjudul) or Bacaan([], calon.akhir)


def _is_mungkin(baris: BarisKata) -> bool:
    return len(baris.kata) > 1 and not is_daftar_isi(baris.teks) and not any(is_isian(k.teks) for k in baris.kata)


def _is_baris_kepala(baris: BarisKata) -> bool:
    """Whether a line holds heads beside each other."""
    if len(baris.kata) < 2 or is_daftar_isi(baris.teks):
        return False
    dikenal = sum(is_kepala(k.teks) for k in baris.kata)
    return dikenal > 1 and dikenal * 2 >= len(baris.kata) and not all(is_tahun(k.teks) for k in baris.kata)


def _is_awal_kepala(daftar_baris: Sequence[BarisKata], awal: int) -> bool:
    """The line holds heads, or words of heads with such a line right below."""
    for n in range(awal, min(awal + 3, len(daftar_baris))):
        baris = daftar_baris[n]
        if _is_baris_kepala(baris):
            return True
        if not baris.kata or not all(is_kepala(k.teks) and is_kata_kepala(k.teks) for k in baris.kata):
            return False
    return False


def _kumpulkan(daftar_baris: Sequence[BarisKata], awal: int, *, is_berkepala: bool) -> _Calon:
    """The lines down to the first that can stand in no table of this shape."""
    calon = _Calon(akhir=awal)
    acuan: tuple[Kata, ...] = ()
    kepala: set[str] = set()
    jeda = sela = 0
    is_isi = False
    n = awal
    while n < len(daftar_baris) and jeda <= BATAS_JEDA and sela <= BATAS_SELA:
        baris = daftar_baris[n]
        n += 1
        if not baris.kata:
            jeda += 1
            continue
        if is_isi and (
            baris.teks in kepala or is_lanjutan_tabel(baris.teks) or _is_nomor_halaman(baris, daftar_baris, n, jeda)
        ):
            continue
        if calon.baris and (is_daftar_isi(baris.teks) or (len(baris.kata) == 1 and is_penutup(baris.teks))):
            break
        if (is_isi or len(calon.baris) >= BATAS_KEPALA) and _is_baris_kepala(baris):
            break
        if _is_prosa(baris, acuan, daftar_baris, n) if len(baris.kata) == 1 else is_isi and _is_kalimat(baris, acuan):
            break
        is_isi = is_isi or (len(baris.kata) > 1 and not _is_baris_kepala(baris) and _is_bernilai(baris.kata))
        if is_berkepala and not is_isi and len(calon.baris) < BATAS_KEPALA:
            kepala.add(baris.teks)
        calon.baris.append((baris, jeda > 0))
        calon.asal.append(n - 1)
        calon.akhir = n
        acuan = baris.kata if len(baris.kata) > len(acuan) else acuan
        sela = sela + 1 if len(baris.kata) == 1 else 0
        jeda = 0
    return calon


def _is_nomor_halaman(baris: BarisKata, daftar_baris: Sequence[BarisKata], berikut: int, jeda: int) -> bool:
    """A number by itself with room around it; without room it is the end of a figure above."""
    if len(baris.kata) > 1 or not is_nomor_halaman(baris.teks):
        return False
    return jeda > 0 or (berikut < len(daftar_baris) and daftar_baris[berikut].letak.halaman != baris.letak.halaman)


def _is_prosa(baris: BarisKata, acuan: Sequence[Kata], daftar_baris: Sequence[BarisKata], berikut: int) -> bool:
    """One run of words across columns, and no row of the table right below it."""
    (kata,) = baris.kata
    kena = sum(kata.kiri < k.kanan and k.kiri < kata.kanan for k in acuan)
    if kena < 2 or not acuan:
        return False
    if len(split_kata(kata, [Rentang(k.kiri, k.kanan) for k in acuan])) > 1 or is_kata_kepala(kata.teks):
        return False
    if kata.teks[:1].islower() or is_akhir_kalimat(kata.teks):
        return True
    lanjut = next((b for b in daftar_baris[berikut : berikut + 3] if b.kata), None)
    return lanjut is None or len(lanjut.kata) < 2 or _is_baris_kepala(lanjut) or not _is_bernilai(lanjut.kata)


def _is_kalimat(baris: BarisKata, acuan: Sequence[Kata]) -> bool:
    """Prose with wide blanks in it: no values, and words across columns."""
    return not _is_bernilai(baris.kata) and any(
        sum(kata.kiri < k.kanan and k.kiri < kata.kanan for k in acuan) > 1 for kata in baris.kata
    )


def _is_bernilai(baris: Sequence[Kata]) -> bool:
    return any(is_nilai(k.teks) and not is_tahun(k.teks) for k in baris)


def _bangun(calon: _Calon, kolom: list[Rentang], *, is_berkepala: bool, is_berjudul: bool) -> Bacaan | None:
    jumlah_kepala, buang = _find_kepala(calon, kolom)
    kolom = _tanpa_induk_melayang(calon, _satukan_kolom(calon, kolom, jumlah_kepala, buang), jumlah_kepala, buang)
    isi: list[BarisSel] = []
    batas = len(calon.baris)
    for n in range(buang, len(calon.baris)):
        baris, jeda = calon.baris[n]
        sel = place_kata(baris.kata, kolom) or _sel_judul(baris, kolom, isi)
        if sel is None:
            batas = n
            break
        isi.append(BarisSel(baris.letak, sel, jeda))
    peran = find_peran(isi, len(kolom))
    isi, batas = _potong_ekor(isi, batas, peran)
    kepala = [b.kata for b, _ in calon.baris[:jumlah_kepala]]
    if _is_melekat(isi, kepala, kolom, peran):
        return None
    if not _is_tabel(isi, kepala, peran, is_berkepala=is_berkepala, is_berjudul=is_berjudul):
        return None
    letak = calon.baris[0][0].letak
    judul = [SelTerbaca(t, letak) for t in join_kepala(kepala, kolom)] if kepala else None
    if judul and not peran.nilai and not all(s.teks for s in judul):
        return None  # words only: no column may be without a head
    baris_tabel = build_baris(isi, peran)
    akhir = calon.asal[batas] if batas < len(calon.asal) else calon.akhir
    semua = [judul, *baris_tabel] if judul else baris_tabel
    return Bacaan([Kisi(semua, letak, 1 if judul else 0)], akhir)


def _find_kepala(calon: _Calon, kolom: Sequence[Rentang]) -> tuple[int, int]:
    """How many lines are the head, and where the body begins behind the row of column numbers."""
    for n, (baris, _) in enumerate(calon.baris[:BATAS_KEPALA]):
        if _is_nomor_kolom(baris.kata):
            return n, n + 1
    awal = next((n for n, (b, _) in enumerate(calon.baris) if _is_baris_isi(b)), len(calon.baris))
    if awal == len(calon.baris):
        awal = 1 if _is_baris_kepala(calon.baris[0][0]) else 0
        while 0 < awal < min(BATAS_KEPALA, len(calon.baris)) and all(
            is_kata_kepala(k.teks) for k in calon.baris[awal][0].kata
        ):
            awal += 1
        return awal, awal
    isi = [sel for b, _ in calon.baris[awal:] if (sel := place_kata(b.kata, kolom)) is not None]
    peran = find_peran([BarisSel(Letak(), sel) for sel in isi], len(kolom)) if isi else None
    nilai = peran.nilai if peran is not None else frozenset()
    akhir = max((n + 1 for n in range(awal) if _is_kepala_di(calon.baris[n][0], kolom, nilai)), default=0)
    while 0 < akhir < awal and _is_sambungan_kepala(calon, akhir, kolom):
        akhir += 1
    return akhir, akhir


def _is_sambungan_kepala(calon: _Calon, n: int, kolom: Sequence[Rentang]) -> bool:
    """Whether a line ends heads that the line above began: "Kinerja" below "Indikator"."""
    baris, jeda = calon.baris[n]
    atas = {ke: k.teks for k in calon.baris[n - 1][0].kata for ke in kolom_kata(k, kolom)}
    return not jeda and all(
        is_kata_kepala(k.teks) and any(kepala_tunggal(f"{atas.get(ke, '')} {k.teks}") for ke in kolom_kata(k, kolom))
        for k in baris.kata
    )


def _satukan_kolom(calon: _Calon, kolom: list[Rentang], jumlah_kepala: int, buang: int) -> list[Rentang]:
    """A head that stands just beside the values below it is theirs: no column has a head only, beside one without."""
    kepala = {n for b, _ in calon.baris[:jumlah_kepala] for k in b.kata for n in kolom_kata(k, kolom)}
    isi = {n for b, _ in calon.baris[buang:] for k in b.kata for n in kolom_kata(k, kolom)}
    hasil: list[Rentang] = []
    lama: int | None = None
    for n, r in enumerate(kolom):
        if lama is not None and {n, lama} == ({n, lama} & (kepala ^ isi)) and (n in kepala) != (lama in kepala):
            hasil[-1] = Rentang(hasil[-1].kiri, r.kanan)
            lama = None
        else:
            hasil.append(r)
            lama = n
    return hasil


def _tanpa_induk_melayang(calon: _Calon, kolom: list[Rentang], jumlah_kepala: int, buang: int) -> list[Rentang]:
    """A head over two columns that touches neither stands over no column of its own."""
    mulai: dict[int, int] = {}
    for n, (b, _) in enumerate(calon.baris[:jumlah_kepala]):
        for k in b.kata:
            for ke in kolom_kata(k, kolom):
                mulai.setdefault(ke, n)
    isi = {ke for b, _ in calon.baris[buang:] for k in b.kata for ke in kolom_kata(k, kolom)}
    melayang = {
        ke
        for ke, n in mulai.items()
        if ke not in isi and mulai.get(ke - 1, -1) > n and mulai.get(ke + 1, -1) > n and {ke - 1, ke + 1} <= isi
    }
    return [r for ke, r in enumerate(kolom) if ke not in melayang]


def _is_kepala_di(baris: BarisKata, kolom: Sequence[Rentang], nilai: frozenset[int]) -> bool:
    """A line above the first values: heads beside each other, or words over a column of values."""
    return _is_baris_kepala(baris) or any(
        n in nilai for k in baris.kata if len(kolom_kata(k, kolom)) == 1 for n in kolom_kata(k, kolom)
    )


def _is_baris_isi(baris: BarisKata) -> bool:
    """A line of the body: a value or the number of a row."""
    return (_is_bernilai(baris.kata) and not _is_baris_kepala(baris)) or (
        len(baris.kata) > 1 and is_nomor(baris.kata[0].teks) and not _is_baris_kepala(baris)
    )


def _is_nomor_kolom(baris: Sequence[Kata]) -> bool:
    """The row 1 2 3 4 5 under a head, also (1) (2) (3) and 1 2 3a 3b."""
    cocok = [_POLA_NOMOR_KOLOM.fullmatch(k.teks) for k in baris]
    angka = [int(c[1]) for c in cocok if c]
    return len(angka) == len(baris) > 2 and angka[0] == 1 and all(0 <= b - a <= 1 for a, b in pairwise(angka))


def _sel_judul(baris: BarisKata, kolom: Sequence[Rentang], isi: Sequence[BarisSel]) -> tuple[Kata | None, ...] | None:
    """A heading across the columns between rows: in the column where it begins."""
    if len(baris.kata) != 1 or not isi:
        return None
    (kata,) = baris.kata
    sel: list[Kata | None] = [None] * len(kolom)
    sel[kolom_kata(kata, kolom)[0]] = kata
    return tuple(sel)


def _potong_ekor(isi: list[BarisSel], batas: int, peran: PeranLetak) -> tuple[list[BarisSel], int]:
    """Without the lines behind the last values that a blank line sets apart: they are paragraphs."""
    terakhir = max((n for n, b in enumerate(isi) if any(b.sel[k] for k in peran.nilai | peran.kunci)), default=-1)
    for n in range(terakhir + 1, len(isi)):
        teks = next(k.teks for k in isi[n].sel if k is not None)
        if peran.nilai and (isi[n].jeda or is_penutup(teks)):
            return isi[:n], batas - (len(isi) - n)
    return isi, batas


def _is_melekat(
    isi: Sequence[BarisSel], kepala: Sequence[Sequence[Kata]], kolom: Sequence[Rentang], peran: PeranLetak
) -> bool:
    """Whether columns stand so near to each other that they were taken for one: two heads or two figures in a cell."""
    if any(is_kepala_ganda(p.teks) for baris in kepala for k in baris for p in split_kata(k, kolom)):
        return True
    if any(_is_berdesakan(baris, kolom) for baris in kepala):
        return True
    return any(
        is_angka_ganda(k.teks, is_label=n not in peran.nilai)
        for b in isi
        for n, k in enumerate(b.sel)
        if k is not None and n <= max(peran.nilai, default=len(kolom))
    )


def _is_berdesakan(baris: Sequence[Kata], kolom: Sequence[Rentang]) -> bool:
    """Whether two runs of words of one line came into the same column."""
    letak = [kena[0] for k in baris if len(kena := kolom_kata(k, kolom)) == 1]
    return len(letak) > len(set(letak))


def _is_tabel(
    isi: Sequence[BarisSel],
    kepala: Sequence[Sequence[Kata]],
    peran: PeranLetak,
    *,
    is_berkepala: bool,
    is_berjudul: bool,
) -> bool:
    """Whether what was found is a table for certain."""
    jangkar = [b for b in isi if any((k := b.sel[n]) is not None and is_nilai(k.teks) for n in peran.nilai)]
    penuh = sum(sum(k is not None for k in b.sel) > 1 for b in isi)
    if is_berkepala and kepala:
        if jangkar:
            return True
        dikenal = [k for b in kepala for k in b if kepala_tunggal(k.teks) is not None]
        is_bernomor = bool(peran.kunci) and kepala[0][0].teks.lower().rstrip(".") in ("no", "nomor", "kode")
        return penuh > 1 and (is_bernomor or is_berjudul or len(dikenal) > 2)
    berkata = sum((k := b.sel[peran.label]) is not None and k.teks[:1].isalpha() for b in jangkar)
    if len(jangkar) < 2 or berkata * 2 < len(jangkar) or any(k and is_isian(k.teks) for k in isi[0].sel):
        return False
    terisi = sum(b.sel[n] is not None for b in jangkar for n in peran.nilai)
    if terisi * 2 <= len(jangkar) * len(peran.nilai):
        return False  # the labels of a chart, scattered as its bars are
    return is_berjudul or (len(peran.nilai) > 1 and len(jangkar) > 2) or (bool(kepala) and len(peran.nilai) > 1)
