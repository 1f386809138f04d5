"""From the lines of a table, their words already in columns, to its rows: labels that wrap around their values.

A value stands once a row, a label goes over lines above, beside or below it. The lines are cut into rows so that the
whole table is read in one manner with the least that is odd: a row that opens in the middle of a sentence, a line
broken although the next word had room, an item that does not open a row.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from akuntabel.core.naskah.terbaca import Letak, SelTerbaca
from akuntabel.core.readers.letak.bentuk_sel import is_butir, is_jumlah, is_kode, is_nilai, join_nilai
from akuntabel.core.readers.letak.kolom import Kata


@dataclass(frozen=True, slots=True)
class BarisSel:
    """A line of a table, one cell a column. jeda: a blank line stands above."""

    letak: Letak
    sel: tuple[Kata | None, ...]
    jeda: bool = False


@dataclass(frozen=True, slots=True)
class PeranLetak:
    """Which columns number the rows, which is the label, which hold values."""

    kunci: frozenset[int]
    label: int
    nilai: frozenset[int]


class Gaya(Enum):
    """Where the values stand beside a label of several lines."""

    ATAS = "atas"
    BAWAH = "bawah"
    TENGAH = "tengah"
    TENGAH_BAWAH = "tengah, yang genap lebih ke bawah"


_DI_TENGAH = (Gaya.TENGAH, Gaya.TENGAH_BAWAH)
BATAS_TINGGI = 16  # lines of one row
BATAS_PILIHAN = 5000  # lines of a table up to which every manner is tried
SEBAGIAN_BESAR = 0.5
KATA_JUMLAH = 2  # words of "Jumlah", "Total anggaran"; a longer label only begins so
PANJANG_LABEL = 12  # letters; a text column that never exceeds them is a unit, not a label
_PENYAMBUNG = (
    "dan",
    "atau",
    "yang",
    "di",
    "dalam",
    "dengan",
    "untuk",
    "pada",
    "dari",
    "oleh",
    "ke",
    "serta",
    "atas",
    "per",
)
_TERBUKA = ("-", "/", ",", "(", "&", ":")
# What it costs to read a line in a way that is odd.
_BUKA_KECIL, _SAMBUNG_BUTIR, _SAMBUNG_LAPANG, _SAMBUNG_BESAR, _SAMBUNG_JEDA = 3.0, 4.0, 2.5, 0.6, 1.5
_TANPA_NILAI, _TANPA_LABEL, _SALAH_LETAK, _MIRING, _KUNCI_KEDUA = 3.0, 2.0, 6.0, 2.0, 5.0


def find_peran(daftar_baris: Sequence[BarisSel], lebar: int) -> PeranLetak:
    """What each column holds, by most of its cells."""
    isi: list[list[str]] = [[] for _ in range(lebar)]
    for b in daftar_baris:
        for n, k in enumerate(b.sel):
            if k is not None:
                isi[n].append(k.teks)
    kunci = _kunci(isi)
    teks = [n for n in range(lebar) if n not in kunci and not _sebagian_besar(isi[n], is_nilai)]
    awal = teks[0] if teks else 0
    nilai = frozenset(n for n in range(awal + 1, lebar) if isi[n] and _sebagian_besar(isi[n], is_nilai))
    if not teks:
        return PeranLetak(frozenset(), 0, frozenset(range(1, lebar)))  # years and their figures
    batas = min(nilai, default=lebar)
    calon = [n for n in teks if n < batas] or [awal]
    panjang = [n for n in calon if max(map(len, isi[n]), default=0) > PANJANG_LABEL]
    return PeranLetak(kunci, panjang[-1] if panjang else max(calon, key=lambda n: sum(map(len, isi[n]))), nilai)


def _kunci(isi: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns before the first words that hold numbers of rows or codes, with words behind them."""
    kunci: set[int] = set()
    for n, teks in enumerate(isi):
        if not teks or not _sebagian_besar(teks, lambda t: is_kode(t) or is_jumlah(t)):
            return frozenset(kunci)
        kunci.add(n)
    return frozenset()


def _sebagian_besar(teks: Sequence[str], uji: Callable[[str], bool]) -> bool:
    return bool(teks) and sum(map(uji, teks)) > SEBAGIAN_BESAR * len(teks)


def build_baris(
    daftar_baris: Sequence[BarisSel], peran: PeranLetak, harga_tanpa_nilai: float = _TANPA_NILAI
) -> list[list[SelTerbaca]]:
    """The rows of a table, in order; a cell's place is the line on which it begins.

    harga_tanpa_nilai: how odd a row without values is; little where every line is a row unless it says otherwise.
    """
    baris = _satukan_angka(list(daftar_baris), peran)
    if not baris:
        return []
    penyusun = _Penyusun(baris, peran, harga_tanpa_nilai)
    gaya = list(Gaya) if len(baris) <= BATAS_PILIHAN else [Gaya.ATAS]
    if all(penyusun.is_jangkar):
        blok = [(n, n + 1) for n in range(len(baris))]
    else:
        blok = min((penyusun.susun(g) for g in gaya), key=lambda hasil: hasil[0])[1]
    return _satukan_gabungan([_baris(baris[a:b]) for a, b in blok], peran)


class _Penyusun:
    """Costs of cutting the same lines in different ways."""

    def __init__(self, baris: Sequence[BarisSel], peran: PeranLetak, harga_tanpa_nilai: float) -> None:
        self.baris = baris
        self.peran = peran
        self.harga_tanpa_nilai = harga_tanpa_nilai
        self.lebar = len(baris[0].sel)
        self.teks = [n for n in range(self.lebar) if n not in peran.kunci and n not in peran.nilai]
        self.kanan = [max((b.sel[n].kanan for b in baris if b.sel[n]), default=0) for n in range(self.lebar)]  # type: ignore[union-attr]
        self.is_jangkar = [_is_jangkar(b, peran) for b in baris]
        self.is_berjangkar = any(self.is_jangkar)

    def susun(self, gaya: Gaya) -> tuple[float, list[tuple[int, int]]]:
        """The cheapest cut in one manner: its cost and the lines of each row."""
        jumlah = len(self.baris)
        biaya: list[float] = [0.0] + [float("inf")] * jumlah
        asal = [0] * (jumlah + 1)
        for awal in range(jumlah):
            for akhir, harga in self._harga_blok(awal, gaya):
                if biaya[awal] + harga < biaya[akhir]:
                    biaya[akhir], asal[akhir] = biaya[awal] + harga, awal
        blok, akhir = [], jumlah
        while akhir > 0:
            blok.append((asal[akhir], akhir))
            akhir = asal[akhir]
        return biaya[jumlah], blok[::-1]

    def _harga_blok(self, awal: int, gaya: Gaya) -> Iterator[tuple[int, float]]:
        """What a row from this line would cost, for every end it may have."""
        terakhir: dict[int, Kata] = {}
        jangkar: int | None = None
        harga = 0.0
        for n in range(awal, min(awal + BATAS_TINGGI, len(self.baris))):
            if self.is_jangkar[n]:
                if jangkar is not None:
                    return
                jangkar = n
            harga += self._harga_baris(n, terakhir, is_awal=n == awal, gaya=gaya)
            yield n + 1, harga + self._harga_akhir(awal, n + 1, jangkar, terakhir, gaya)

    def _harga_baris(self, n: int, terakhir: dict[int, Kata], *, is_awal: bool, gaya: Gaya) -> float:
        baris = self.baris[n]
        harga = 0.0 if is_awal or not baris.jeda else _SAMBUNG_JEDA
        if not is_awal and self.peran.label in terakhir and any(baris.sel[k] for k in self.peran.kunci):
            harga += _KUNCI_KEDUA if gaya is Gaya.ATAS else 0.0
        for k in self.teks:
            kata = baris.sel[k]
            if kata is None:
                continue
            if k in terakhir:
                harga += self._harga_sambung(terakhir[k], kata, k)
            elif k == self.peran.label and _is_kecil(kata.teks):
                harga += _BUKA_KECIL
            terakhir[k] = kata
        return harga

    def _harga_sambung(self, atas: Kata, bawah: Kata, kolom: int) -> float:
        if is_butir(bawah.teks) or _is_beda_huruf(atas.teks, bawah.teks):
            return _SAMBUNG_BUTIR
        if _is_kecil(bawah.teks) or atas.teks.endswith(_TERBUKA) or atas.teks.split()[-1].lower() in _PENYAMBUNG:
            return 0.0
        if is_jumlah(bawah.teks) and len(bawah.teks.split()) <= KATA_JUMLAH:
            return _SAMBUNG_BUTIR
        return _SAMBUNG_LAPANG if _is_lapang(atas, bawah, self.kanan[kolom]) else _SAMBUNG_BESAR

    def _harga_akhir(self, awal: int, akhir: int, jangkar: int | None, terakhir: dict[int, Kata], gaya: Gaya) -> float:
        if jangkar is None:
            return self._harga_tanpa_nilai(awal) if self.is_berjangkar else 0.0
        if self.peran.label not in terakhir:
            return _TANPA_LABEL
        atas = sum(self._is_berlabel(n) for n in range(awal, jangkar))
        bawah = sum(self._is_berlabel(n) for n in range(jangkar + 1, akhir))
        if gaya in _DI_TENGAH:
            lebih = bawah - atas if gaya is Gaya.TENGAH else atas - bawah
            return 0.1 + _MIRING * (max(lebih - 1, 0) if lebih > 0 else -lebih)
        if gaya is Gaya.BAWAH:
            return 0.1 + (_SALAH_LETAK if bawah else 0.0)
        return _SALAH_LETAK if atas and self._is_berlabel(jangkar) else 0.0

    def _harga_tanpa_nilai(self, awal: int) -> float:
        baris = self.baris[awal]
        is_judul = any(baris.sel[k] for k in self.peran.kunci) or all(k.teks.isupper() for k in baris.sel if k)
        return min(1.0, self.harga_tanpa_nilai) if is_judul else self.harga_tanpa_nilai

    def _is_berlabel(self, n: int) -> bool:
        return any(self.baris[n].sel[k] for k in self.teks)


def _is_jangkar(baris: BarisSel, peran: PeranLetak) -> bool:
    """A line that a row must have exactly once: its values, or its number where there are none."""
    if peran.nilai:
        return any((k := baris.sel[n]) is not None and is_nilai(k.teks) for n in peran.nilai)
    return any(baris.sel[n] for n in peran.kunci)


def _is_kecil(teks: str) -> bool:
    return teks[:1].islower() and not is_butir(teks)


def _is_beda_huruf(atas: str, bawah: str) -> bool:
    """A heading in capitals and a label that is none, or the reverse."""
    return min(len(atas), len(bawah)) > 3 and atas.isupper() != bawah.isupper()


def _is_lapang(atas: Kata, bawah: Kata, kanan: float) -> bool:
    """Whether the first word below had room on the line above, so that the line was ended on purpose."""
    if kanan <= 0 or not atas.teks:
        return False
    huruf = (atas.kanan - atas.kiri) / len(atas.teks)
    return atas.kanan + huruf * (len(bawah.teks.split()[0]) + 1) <= kanan


def _satukan_angka(baris: list[BarisSel], peran: PeranLetak) -> list[BarisSel]:
    """Figures that a line break cut in two are whole again; a line that held only their ends is gone."""
    hasil: list[BarisSel] = []
    for b in baris:
        utuh = _angka_utuh(hasil[-1], b, peran) if hasil else None
        if utuh is None:
            hasil.append(b)
            continue
        hasil[-1] = BarisSel(hasil[-1].letak, utuh, hasil[-1].jeda)
        sisa = tuple(None if n in peran.nilai else k for n, k in enumerate(b.sel))
        if any(sisa):
            hasil.append(BarisSel(b.letak, sisa, b.jeda))
    return hasil


def _angka_utuh(atas: BarisSel, bawah: BarisSel, peran: PeranLetak) -> tuple[Kata | None, ...] | None:
    """The upper line with its figures completed; None where not every value below completes one."""
    label = bawah.sel[peran.label]
    is_penuh = all(bawah.sel[n] is not None for n in peran.nilai if atas.sel[n] is not None)
    if any(bawah.sel[n] for n in peran.kunci) or (label is not None and (is_penuh or not _is_kecil(label.teks))):
        return None
    isi = list(atas.sel)
    for n in peran.nilai:
        kata, ujung = atas.sel[n], bawah.sel[n]
        if ujung is None:
            continue
        utuh = join_nilai(kata.teks, ujung.teks) if kata is not None else None
        if kata is None or utuh is None:
            return None
        isi[n] = Kata(kata.kiri, kata.kanan, utuh)
    return tuple(isi) if isi != list(atas.sel) else None


def _baris(blok: Sequence[BarisSel]) -> list[SelTerbaca]:
    letak = next((b.letak for b in blok if sum(k is not None for k in b.sel) > 1), blok[0].letak)
    hasil = []
    for kolom in range(len(blok[0].sel)):
        isi = [(b.letak, k.teks) for b in blok if (k := b.sel[kolom]) is not None]
        hasil.append(SelTerbaca(_sambung([t for _, t in isi]), isi[0][0] if isi else letak))
    return hasil


def _sambung(teks: Sequence[str]) -> str:
    """The lines of a cell as one; a word that was divided keeps its hyphen."""
    hasil = ""
    for t in teks:
        hasil = f"{hasil}{t}" if hasil.endswith(("-", "/")) and not hasil.endswith(" -") else f"{hasil} {t}"
    return hasil.strip()


def _satukan_gabungan(baris: list[list[SelTerbaca]], peran: PeranLetak) -> list[list[SelTerbaca]]:
    """The words of a merged cell that ran on beside later rows are one cell, in its first row."""
    for kolom in range(peran.label):
        if kolom in peran.kunci:
            continue
        atas: int | None = None
        for n, b in enumerate(baris):
            teks = b[kolom].teks
            if teks and atas is not None and _is_lanjutan(b, teks, baris[atas][kolom].teks, peran):
                lama = baris[atas][kolom]
                baris[atas][kolom] = SelTerbaca(_sambung([lama.teks, teks]), lama.letak)
                b[kolom] = SelTerbaca("", b[kolom].letak)
            elif teks:
                atas = n
    return baris


def _is_lanjutan(baris: Sequence[SelTerbaca], teks: str, atas: str, peran: PeranLetak) -> bool:
    if is_butir(teks) or any(baris[k].teks for k in peran.kunci):
        return False
    return _is_kecil(teks) or atas.split()[-1].lower() in _PENYAMBUNG or bool(peran.kunci)
