"""Tables in lines without wide gaps: a label and the values at the end of its line, below a line of known heads.

Only the head tells how many values a row has, so without one nothing here is a table; and a row with fewer values than
that stays a paragraph unless the kinds of its values leave one way to place them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from akuntabel.core.naskah.terbaca import ParagrafTerbaca, SelTerbaca
from akuntabel.core.readers.kisi import Kisi
from akuntabel.core.readers.letak.baris_halaman import (
    is_akhir_kalimat,
    is_daftar_isi,
    is_lanjutan_tabel,
    is_nomor_halaman,
    is_penutup,
)
from akuntabel.core.readers.letak.bentuk_sel import (
    STRIP,
    is_butir,
    is_jumlah,
    is_kode,
    is_nilai,
    is_tahun,
    join_nilai,
    split_awal,
    split_belakang,
    split_lekat,
)
from akuntabel.core.readers.letak.kepala_kolom import is_induk, is_kata_kepala
from akuntabel.core.readers.letak.kepala_rapat import Bentuk, find_bentuk_kepala
from akuntabel.core.readers.letak.kolom import BAGIAN_BUTA, Bacaan, BarisKata, Kata
from akuntabel.core.readers.letak.susun_baris import BarisSel, build_baris

BATAS_KEPALA = 3  # lines of a head
BATAS_LABEL = 8  # lines without values between two rows
PANJANG_LABEL = 70  # letters of a line of a label
BATAS_KOLOM = 24  # columns of values
_POLA_NOMOR_KOLOM = re.compile(r"\(?1\)?(?:\s+\(?\d{1,2}[a-z]?\)?){2,}")
_POLA_BESAR = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}|%")


def read_baris_tabel(daftar_baris: Sequence[BarisKata], awal: int) -> Bacaan | None:
    """The table whose head begins on a line; None where none does."""
    if not _is_kepala(daftar_baris[awal]) and not _is_induk_sendiri(daftar_baris, awal):
        return None
    baris = _kumpulkan(daftar_baris, awal)
    if not any(any(c.isdigit() for c in b.teks) for _, b in baris):
        return Bacaan([], awal + max(len(baris) - BATAS_KEPALA, 0))
    for jumlah_kepala in range(min(BATAS_KEPALA, len(baris)), 0, -1):
        kepala, isi = baris[:jumlah_kepala], _tanpa_nomor_kolom(baris[jumlah_kepala:])
        bentuk = _find_bentuk([b.teks for _, b in kepala], isi)
        if bentuk is not None:
            return _bangun(daftar_baris, awal, bentuk, isi, {b.teks for _, b in kepala})
    return Bacaan([], awal + len(baris) // BAGIAN_BUTA)


def _is_kepala(baris: BarisKata) -> bool:
    """A line of a few words, most of which stand in heads."""
    kata = baris.teks.split()
    if not 2 <= len(kata) <= 40 or not (kata[0][:1].isupper() or kata[0][:1] in "%("):
        return False
    return is_kata_kepala(kata[0]) and sum(map(is_kata_kepala, kata)) * 3 >= len(kata) * 2


def _is_induk_sendiri(daftar_baris: Sequence[BarisKata], awal: int) -> bool:
    """ "Kinerja" by itself, right above the other heads."""
    return is_induk(daftar_baris[awal].teks) and awal + 1 < len(daftar_baris) and _is_kepala(daftar_baris[awal + 1])


def _kumpulkan(daftar_baris: Sequence[BarisKata], awal: int) -> list[tuple[int, BarisKata]]:
    """The lines down to the first that no such table holds, each with its index."""
    hasil: list[tuple[int, BarisKata]] = []
    sela = jeda = 0
    n = awal
    while n < len(daftar_baris) and sela <= BATAS_LABEL and jeda <= 2:
        baris = daftar_baris[n]
        n += 1
        teks = baris.teks
        if not teks:
            jeda += 1
        elif is_lanjutan_tabel(teks) or (len(hasil) > 1 and is_nomor_halaman(teks)):
            continue
        elif is_penutup(teks) or is_daftar_isi(teks) or _is_kalimat(teks) or _is_kepala_lain(teks, hasil):
            break
        else:
            nilai = split_belakang(split_lekat(teks))[1] or _pisah_tengah(teks)[1]
            if not nilai and len(teks) > PANJANG_LABEL and hasil:
                break
            hasil.append((n - 1, baris))
            sela = 0 if nilai else sela + 1
            jeda = 0
    return hasil


def _is_kepala_lain(teks: str, hasil: Sequence[tuple[int, BarisKata]]) -> bool:
    """The head of another table, below rows of this one."""
    if (
        len(hasil) < 2
        or teks in (b.teks for _, b in hasil[:BATAS_KEPALA])
        or not (teks[0].isupper() or teks[0] in "%(")
    ):
        return False
    if not all(map(is_kata_kepala, teks.split())):
        return False
    return len(teks.split()) > 2 and any(split_belakang(b.teks)[1] for _, b in hasil)


def _is_kalimat(teks: str) -> bool:
    return len(teks) > PANJANG_LABEL and (is_akhir_kalimat(teks) or len(teks) > 3 * PANJANG_LABEL)


def _pisah_tengah(teks: str) -> tuple[str, list[str]]:
    """The values before the last word: "… 93% APBN"."""
    return split_belakang(split_lekat(teks).rpartition(" ")[0])


def _tanpa_nomor_kolom(baris: Sequence[tuple[int, BarisKata]]) -> list[tuple[int, BarisKata]]:
    """Without column numbers, and without words of heads that wrapped to above them."""
    nomor = next((n for n, (_, b) in enumerate(baris[:4]) if _POLA_NOMOR_KOLOM.fullmatch(b.teks)), -1)
    awal = nomor + 1 if all(is_kata_kepala(b.teks) for _, b in baris[: max(nomor, 0)]) else 0
    while awal < len(baris) and not baris[awal][1].teks[0].isupper() and is_kata_kepala(baris[awal][1].teks):
        if any(c.isdigit() for c in baris[awal][1].teks):
            break
        awal += 1
    return [(n, b) for n, b in baris[awal:] if not _POLA_NOMOR_KOLOM.fullmatch(b.teks)]


def _find_bentuk(kepala: Sequence[str], isi: Sequence[tuple[int, BarisKata]]) -> Bentuk | None:
    """The columns for the number of values that most rows have."""
    for baca, is_bercatatan in ((split_belakang, False), (_pisah_tengah, True)):
        hitung = Counter(len(nilai) for _, b in isi if (nilai := baca(split_lekat(b.teks))[1]))
        for jumlah, _ in hitung.most_common(3):
            bentuk = find_bentuk_kepala(kepala, jumlah) if jumlah <= BATAS_KOLOM else None
            if bentuk is not None and (bentuk.catatan is not None or not is_bercatatan) and _is_cukup(bentuk, isi):
                return bentuk
    return None


def _is_cukup(bentuk: Bentuk, isi: Sequence[tuple[int, BarisKata]]) -> bool:
    """Whether no row has sums of money or percentages that the head has no column for."""
    for _, b in isi:
        depan = split_belakang(split_lekat(b.teks))[1][: -bentuk.jumlah_nilai]
        if any(_POLA_BESAR.search(n) for n in depan) and not (bentuk.ganda or bentuk.catatan is not None):
            return False
    return True


def _bangun(
    daftar_baris: Sequence[BarisKata],
    awal: int,
    bentuk: Bentuk,
    isi: Sequence[tuple[int, BarisKata]],
    kepala: set[str],
) -> Bacaan | None:
    sel: list[tuple[int, BarisSel]] = []
    ragu: list[tuple[int, ParagrafTerbaca]] = []
    macam = _macam_kolom(bentuk, isi)
    for n, b in isi:
        if b.teks in kepala:
            continue
        terbaca = list(_baca_baris(b, bentuk, macam))
        jeda = n > 0 and not daftar_baris[n - 1].kata
        sel += [(n, BarisSel(b.letak, s, jeda)) for s in terbaca]
        if not terbaca:
            ragu.append((n, ParagrafTerbaca(b.teks, b.letak)))
    semua = sel
    sel, akhir = _potong_ekor(semua, bentuk)
    if not _is_cukup_isi(sel, bentuk):
        return None
    letak = daftar_baris[awal].letak
    baris = build_baris([s for _, s in sel], bentuk.peran)
    if len(sel) < len(semua) and _is_terpotong(semua[len(sel)][1]):
        # The label may go on in what follows: half a label is a wrong one.
        baris[-1][bentuk.peran.label] = SelTerbaca("", baris[-1][bentuk.peran.label].letak)
    kisi = Kisi([[SelTerbaca(t, letak) for t in bentuk.kepala], *baris], letak, 1)
    kisi = _tanpa_sasaran_kosong(kisi, bentuk, {k.teks for _, s in sel if (k := s.sel[bentuk.peran.label])})
    return Bacaan([kisi, *(p for n, p in ragu if n < akhir)], akhir)


def _is_cukup_isi(sel: Sequence[tuple[int, BarisSel]], bentuk: Bentuk) -> bool:
    """Whether there are figures enough for a table: a line that ends in a year below two words is none."""
    jumlah = sum(s.sel[k] is not None for _, s in sel for k in bentuk.peran.nilai)
    is_tahun_saja = all(is_tahun(bentuk.kepala[k]) for k in bentuk.peran.nilai)
    return jumlah > 1 and not (is_tahun_saja and bentuk.jumlah_nilai < 2)


def _is_terpotong(baris: BarisSel) -> bool:
    kata = next(k for k in baris.sel if k is not None)
    return not baris.jeda and not is_butir(kata.teks) and not is_jumlah(kata.teks)


def _macam_kolom(bentuk: Bentuk, isi: Sequence[tuple[int, BarisKata]]) -> list[str]:
    """The kind of value in each column, by the full rows."""
    kolom: list[Counter[str]] = [Counter() for _ in range(bentuk.jumlah_nilai)]
    for _, b in isi:
        nilai = split_belakang(split_lekat(b.teks))[1]
        if len(nilai) == bentuk.jumlah_nilai:
            for hitung, n in zip(kolom, nilai, strict=True):
                hitung[_macam(n)] += 1
    return [hitung.most_common(1)[0][0] if hitung else "" for hitung in kolom]


def _macam(nilai: str) -> str:
    if "%" in nilai:
        return "persen"
    return "besar" if _POLA_BESAR.search(nilai) else "kecil"


def _baca_baris(baris: BarisKata, bentuk: Bentuk, macam: Sequence[str]) -> Iterator[tuple[Kata | None, ...]]:
    """The cells of a line: none where they are not certain, two rows where the line holds two."""
    teks = split_lekat(baris.teks)
    depan, nilai = split_belakang(teks)
    catatan = ""
    if bentuk.catatan is not None:
        kata, _, ujung = teks.rpartition(" ")
        depan_c, nilai_c = split_belakang(kata)
        if len(nilai_c) >= bentuk.jumlah_nilai and not is_nilai(ujung):
            depan, nilai, catatan = depan_c, nilai_c, ujung
    if any(n in STRIP or _POLA_BESAR.search(n) for n in nilai[: -bentuk.jumlah_nilai]) and not bentuk.ganda:
        return
    if len(nilai) > bentuk.jumlah_nilai:
        depan, nilai = _kembalikan(depan, nilai, bentuk.jumlah_nilai)
    if nilai and len(nilai) < bentuk.jumlah_nilai:
        yield from _baris_kurang(depan, nilai, bentuk, macam)
        return
    if not nilai and _POLA_BESAR.search(teks):
        return
    if nilai and (dua := _dua_baris(depan, bentuk)) is not None:
        yield _sel(dua[0], dua[1], "", bentuk)
        depan = dua[2]
    yield _sel(depan, nilai, catatan, bentuk)


def _kembalikan(depan: str, nilai: Sequence[str], jumlah: int) -> tuple[str, list[str]]:
    """Figures at the end of a label are words of it: "Pilkada 2020 100% 100%"."""
    lebih = len(nilai) - jumlah
    return " ".join([depan, *nilai[:lebih]]).strip(), list(nilai[lebih:])


def _baris_kurang(
    depan: str, nilai: Sequence[str], bentuk: Bentuk, macam: Sequence[str]
) -> Iterator[tuple[Kata | None, ...]]:
    """A row with empty cells, where the kinds of its values say in one way only which are empty."""
    if all(is_tahun(n) for n in nilai):
        yield _sel(f"{depan} {' '.join(nilai)}", [], "", bentuk)
        return
    if not depan and all(len(n) < 8 and join_nilai("0,0", n) for n in nilai):
        return
    cara = [
        pilihan
        for pilihan in islice(combinations(range(bentuk.jumlah_nilai), len(nilai)), 2000)
        if all(macam[k] == _macam(n) for k, n in zip(pilihan, nilai, strict=True))
    ]
    if len(cara) == 1 and depan:
        isi = [""] * bentuk.jumlah_nilai
        for k, n in zip(cara[0], nilai, strict=True):
            isi[k] = n
        yield _sel(depan, isi, "", bentuk)


def _dua_baris(depan: str, bentuk: Bentuk) -> tuple[str, list[str], str] | None:
    """A row that another one follows on the same line: its label, its values, and the label of the other."""
    kata = depan.split()
    for n in range(1, len(kata) - bentuk.jumlah_nilai):
        sisa = " ".join(kata[n:])
        nilai: list[str] = []
        while len(nilai) < bentuk.jumlah_nilai:
            satu, lanjut = split_awal(sisa)
            if not satu:
                break
            nilai.append(satu)
            sisa = lanjut
        is_tentu = any(_POLA_BESAR.search(v) for v in nilai) or (bentuk.ganda and len(nilai) > 0)
        if len(nilai) == bentuk.jumlah_nilai and is_tentu and sisa and (sisa[0].isupper() or is_kode(sisa.split()[0])):
            return " ".join(kata[:n]), nilai, sisa
    return None


def _sel(depan: str, nilai: Sequence[str], catatan: str, bentuk: Bentuk) -> tuple[Kata | None, ...]:
    isi = [""] * len(bentuk.kepala)
    for k, n in zip(sorted(bentuk.peran.nilai), nilai, strict=False):
        isi[k] = n
    if bentuk.catatan is not None:
        isi[bentuk.catatan] = catatan
    nomor, _, sisa = depan.partition(" ")
    if bentuk.peran.kunci and is_kode(nomor) and not nomor[0].islower() and (sisa or nilai):
        isi[0], depan = nomor, sisa
    if bentuk.satuan is not None and nilai and " " in depan:
        depan, _, isi[bentuk.satuan] = depan.rpartition(" ")
    isi[bentuk.peran.label] = depan
    return tuple(Kata(0, len(t), t) if t else None for t in isi)


def _potong_ekor(sel: list[tuple[int, BarisSel]], bentuk: Bentuk) -> tuple[list[tuple[int, BarisSel]], int]:
    """Without the words behind the last values, unless they are the rest of its label."""
    terakhir = max((i for i, (_, s) in enumerate(sel) if any(s.sel[k] for k in bentuk.peran.nilai)), default=-1)
    akhir = terakhir + 1
    while akhir < len(sel) and not sel[akhir][1].jeda:
        kata = next(k for k in sel[akhir][1].sel if k is not None)
        is_ujung = akhir + 1 == len(sel) or sel[akhir + 1][1].jeda
        if is_butir(kata.teks) or is_jumlah(kata.teks) or not (kata.teks[:1].islower() or is_ujung):
            break
        akhir += 1
    return sel[:akhir], (sel[akhir - 1][0] + 1 if akhir else 0)


def _tanpa_sasaran_kosong(kisi: Kisi, bentuk: Bentuk, satu_baris: set[str]) -> Kisi:
    """Two label columns: parted where an item's letter opens the second, else one column with both heads.

    Where such a label took several lines, the words of both columns are mixed, and none of them is certain.
    """
    if bentuk.sasaran is None:
        return kisi
    kiri, kanan = bentuk.sasaran, bentuk.peran.label
    baris: list[list[SelTerbaca]] = []
    for b in kisi.baris[1:]:
        if b[kanan].teks not in satu_baris:
            return _satu_label(kisi, kiri, kanan, satu_baris)
        cocok = re.search(r"(?:^|\s)(?=[a-z]\.\s)", b[kanan].teks)
        if cocok is None and not is_jumlah(b[kanan].teks):
            return _satu_label(kisi, kiri, kanan, satu_baris)
        potong = cocok.start() if cocok else 0
        baru = list(b)
        baru[kiri] = SelTerbaca(b[kanan].teks[:potong].strip(), b[kanan].letak)
        baru[kanan] = SelTerbaca(b[kanan].teks[potong:].strip(), b[kanan].letak)
        baris.append(baru)
    return Kisi([kisi.baris[0], *baris], kisi.letak, kisi.jumlah_kepala)


def _satu_label(kisi: Kisi, kiri: int, kanan: int, satu_baris: set[str]) -> Kisi:
    baris: list[list[SelTerbaca]] = []
    for n, b in enumerate(kisi.baris):
        teks = b[kanan].teks if b[kanan].teks in satu_baris else ""
        if n == 0:
            teks = f"{b[kiri].teks} {b[kanan].teks}".strip()
        baris.append([*b[:kiri], SelTerbaca(teks, b[kanan].letak), *b[kanan + 1 :]])
    return Kisi(baris, kisi.letak, kisi.jumlah_kepala)
