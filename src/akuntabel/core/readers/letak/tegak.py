"""Tables of which every cell became a line: rows one after another, or columns as vertical runs.

Such a run is a table only where heads stand above it and the counts leave one way to put the cells side by side.
"""

from collections.abc import Sequence

from akuntabel.core.naskah.terbaca import SelTerbaca
from akuntabel.core.readers.kisi import Kisi
from akuntabel.core.readers.letak.baris_halaman import is_daftar_isi, is_penutup
from akuntabel.core.readers.letak.bentuk_sel import is_butir, is_kode, is_nilai, is_nomor, is_tahun
from akuntabel.core.readers.letak.kepala_kolom import Isi, Kepala, kepala_tunggal
from akuntabel.core.readers.letak.kolom import BAGIAN_BUTA, Bacaan, BarisKata

PANJANG_SEL = 120  # letters of a line that can be a cell
BATAS_KOLOM = 24
BATAS_LABEL = 8  # lines of one label
BATAS_BARIS = 4000  # lines of one table
Isian = Sequence[tuple[int, str]]  # index of the line, its words


def read_tegak(daftar_baris: Sequence[BarisKata], awal: int) -> Bacaan | None:
    """The table whose first head is a line; None where none is there for certain."""
    if not _is_kepala(daftar_baris[awal]):
        return None
    isi = _kumpulkan(daftar_baris, awal)
    buta = awal + len(isi) // BAGIAN_BUTA
    if len(isi) < 4:
        return Bacaan([], buta)
    return (
        _per_baris(daftar_baris, isi)
        or _kepala_dahulu(daftar_baris, isi)
        or _kepala_di_atas_kolom(daftar_baris, isi)
        or Bacaan([], buta)
    )


def _is_kepala(baris: BarisKata) -> bool:
    return len(baris.kata) == 1 and kepala_tunggal(baris.teks) is not None and not is_tahun(baris.teks)


def _kumpulkan(daftar_baris: Sequence[BarisKata], awal: int) -> list[tuple[int, str]]:
    """The short lines from here on."""
    hasil: list[tuple[int, str]] = []
    for n in range(awal, min(awal + BATAS_BARIS, len(daftar_baris))):
        baris = daftar_baris[n]
        teks = baris.teks
        if not teks:
            continue
        if len(baris.kata) > 1 or len(teks) > PANJANG_SEL or is_penutup(teks) or is_daftar_isi(teks):
            break
        hasil.append((n, teks))
        # The head alone says after a few lines whether there is a table at all.
        if len(hasil) == 2 * BATAS_KOLOM and not any(is_nilai(t) for _, t in hasil):
            break
    return hasil


def _kepala_awal(isi: Isian) -> list[Kepala]:
    """The heads with which the lines begin: one after another, in the order of a table."""
    kepala: list[Kepala] = []
    for _, teks in isi[:BATAS_KOLOM]:
        satu = kepala_tunggal(teks)
        if satu is None:
            break
        kepala.append(satu)
    return kepala


def _is_teratur(kepala: Sequence[Kepala]) -> bool:
    urutan = [list(Isi).index(k.isi) for k in kepala]
    isi = [k.isi for k in kepala]
    return urutan == sorted(urutan) and isi.count(Isi.LABEL) == 1 and isi.count(Isi.NOMOR) < 2 and Isi.NILAI in isi


def _per_baris(daftar_baris: Sequence[BarisKata], isi: Isian) -> Bacaan | None:
    """All heads, then row after row, a label over as many lines as it needs."""
    kepala = _kepala_awal(isi)
    if len(kepala) < 3 or not _is_teratur(kepala):
        return None
    n = len(kepala)
    if [t.strip("()") for _, t in isi[n : 2 * n]] == [str(k) for k in range(1, n + 1)]:
        n *= 2
    baris: list[list[tuple[int, str]]] = []
    while n < len(isi):
        satu, n_baru = _baca_baris(isi, n, kepala, len(baris) + 1)
        if satu is None:
            break
        baris.append(satu)
        n = n_baru
    is_bernomor = kepala[0].isi is Isi.NOMOR
    if len(baris) < (1 if is_bernomor else 2):
        return None
    return _bacaan(
        daftar_baris, [k.teks for k in kepala], baris, isi[0][0], isi[n][0] if n < len(isi) else isi[-1][0] + 1
    )


def _baca_baris(isi: Isian, n: int, kepala: Sequence[Kepala], urut: int) -> tuple[list[tuple[int, str]] | None, int]:
    """One row from a line on, and the line behind it; None where the lines do not go with the heads."""
    baris: list[tuple[int, str]] = []
    for k in kepala:
        if n >= len(isi):
            return None, n
        if k.isi is Isi.LABEL:
            akhir = n
            while akhir < min(len(isi), n + BATAS_LABEL) and not is_nilai(isi[akhir][1]):
                akhir += 1
            akhir -= any(x.isi is Isi.SATUAN for x in kepala)
            if akhir <= n:
                return None, n
            baris.append((isi[n][0], " ".join(t for _, t in isi[n:akhir])))
            n = akhir
            continue
        teks = isi[n][1]
        if (k.isi is Isi.NOMOR and teks.strip("().") != str(urut) and not is_kode(teks)) or (
            k.isi is Isi.NILAI and not is_nilai(teks)
        ):
            return None, n
        baris.append(isi[n])
        n += 1
    return baris, n


def _kepala_dahulu(daftar_baris: Sequence[BarisKata], isi: Isian) -> Bacaan | None:
    """All heads, then each column as a run: all labels and all values of one column after the other."""
    kepala = _kepala_awal(isi)
    if len(kepala) < 2 or not _is_teratur(kepala):
        return None
    jumlah_nilai = sum(k.isi is Isi.NILAI for k in kepala)
    if len(kepala) != jumlah_nilai + 1:
        return None
    sisa = isi[len(kepala) :]
    is_label_dahulu = bool(sisa) and not is_nilai(sisa[0][1])
    label, nilai, akhir = _dua_rangkai(sisa, is_label_dahulu=is_label_dahulu, jumlah_nilai=jumlah_nilai)
    if len(label) < 2 or len(label) * jumlah_nilai != len(nilai):
        return None
    tinggi = len(label)
    kolom = [label, *(nilai[k * tinggi : (k + 1) * tinggi] for k in range(jumlah_nilai))]
    if not all(_is_seragam(k) for k in kolom[1:]):
        return None
    baris = [[k[n] for k in kolom] for n in range(tinggi)]
    return _bacaan(daftar_baris, [k.teks for k in kepala], baris, isi[0][0], akhir)


def _dua_rangkai(sisa: Isian, *, is_label_dahulu: bool, jumlah_nilai: int) -> tuple[Isian, Isian, int]:
    """The run of labels and that of values, in either order, and the line behind both."""
    batas = next((n for n, (_, t) in enumerate(sisa) if is_nilai(t) is is_label_dahulu), len(sisa))
    if is_label_dahulu:
        label: Isian = sisa[:batas]
        nilai: Isian = [s for s in sisa[batas : batas + len(label) * jumlah_nilai] if is_nilai(s[1])]
        habis = batas + len(nilai)
        if habis < len(sisa) and is_nilai(sisa[habis][1]):
            return [], [], 0  # more values than the labels account for
    else:
        nilai = sisa[:batas]
        label = sisa[batas : batas + len(nilai) // jumlah_nilai]
        habis = batas + len(label)
    return label, nilai, (sisa[habis][0] if habis < len(sisa) else sisa[-1][0] + 1 if sisa else 0)


def _is_seragam(kolom: Isian) -> bool:
    """Values of one kind: percentages, or sums, or small numbers; a dash goes with all."""
    isi = [t for _, t in kolom if any(c.isdigit() for c in t)]
    return len({("%" in t, len(t) > 8) for t in isi}) <= 1 or len({"%" in t for t in isi}) == 1


def _kepala_di_atas_kolom(daftar_baris: Sequence[BarisKata], isi: Isian) -> Bacaan | None:
    """Each column as a run below its own head."""
    kepala: list[str] = []
    kolom: list[list[tuple[int, str]]] = []
    for n, teks in isi:
        if kepala_tunggal(teks) is not None and not is_nilai(teks):
            kepala.append(teks)
            kolom.append([])
        else:
            kolom[-1].append((n, teks))
    tinggi = min(map(len, kolom))
    lebih = kolom[-1][tinggi:]
    del kolom[-1][tinggi:]
    if len(kolom) < 2 or tinggi < 2 or any(len(k) != tinggi for k in kolom) or any(is_nilai(t) for _, t in lebih):
        return None
    if not _is_berkolom(kolom):
        return None
    baris = [[k[n] for k in kolom] for n in range(tinggi)]
    return _bacaan(daftar_baris, kepala, baris, isi[0][0], lebih[0][0] if lebih else isi[-1][0] + 1)


def _is_berkolom(kolom: Sequence[Isian]) -> bool:
    """A column of words and one of values, and no lists of items."""
    is_berangka = any(all(is_nilai(t) for _, t in k) for k in kolom)
    is_berkata = any(not any(is_nilai(t) or is_nomor(t) for _, t in k) for k in kolom)
    is_daftar = any(is_butir(t) and not is_kode(t) for k in kolom for _, t in k)
    return is_berangka and is_berkata and not is_daftar


def _bacaan(
    daftar_baris: Sequence[BarisKata],
    kepala: Sequence[str],
    baris: Sequence[Sequence[tuple[int, str]]],
    awal: int,
    akhir: int,
) -> Bacaan:
    letak = daftar_baris[awal].letak
    grid = [[SelTerbaca(k, letak) for k in kepala]]
    grid += [[SelTerbaca(t, daftar_baris[n].letak) for n, t in b] for b in baris]
    return Bacaan([Kisi(grid, letak, 1)], akhir)
