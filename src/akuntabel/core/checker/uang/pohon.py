"""The tree of a table of money: which rows a row is the sum of, by codes or by the numbers of items."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from akuntabel.core.checker.bacaan.kolom import Peran, daftar_kolom
from akuntabel.core.checker.uang.tabel import BarisUang, TabelUang, kelas_dana

# The levels of the budget of the state, old and new: program, kegiatan, output (KRO), sub-output (RO), komponen,
# sub-komponen, akun. A code of another form has no level and finds its parent by its beginning only.
PROGRAM, KEGIATAN, OUTPUT, SUBOUTPUT, KOMPONEN, SUBKOMPONEN, AKUN = range(1, 8)
_TINGKAT = tuple(
    (re.compile(pola), tingkat)
    for pola, tingkat in (
        (r"\d{3}\.\d{2}\.(?:\d{2}|[A-Z]{2})|(?:\d{3}\.)?[A-Z]{2}(?:\.\d{2})?", PROGRAM),
        (r"(?:[A-Z]{2}\.)?\d{4}", KEGIATAN),
        (r"(?:[A-Z]{2}\.)?\d{4}\.(?:\d{3}|[A-Z]{3})", OUTPUT),
        (r"(?:[A-Z]{2}\.)?\d{4}\.(?:\d{3}|[A-Z]{3})\.\d{3}", SUBOUTPUT),
        (r"\d{3}|(?:[A-Z]{2}\.)?\d{4}\.(?:\d{3}|[A-Z]{3})\.\d{3}\.\d{3}", KOMPONEN),
        (r"[A-Z]", SUBKOMPONEN),
        (r"\d{6}", AKUN),
    )
)
_BENTUK_BUTIR = (
    ("romawi", re.compile(r"[IVX]{1,5}")),
    ("besar", re.compile(r"[A-Z]")),
    ("angka", re.compile(r"\d{1,2}")),
    ("kecil", re.compile(r"[a-z]")),
)
_AWAL_BUTIR = {"romawi": "I", "besar": "A", "angka": "1", "kecil": "a"}


@dataclass(frozen=True, slots=True)
class Pohon:
    """Rows by index: the children of each parent, and the rows that have none above; totals are no part of it.

    is_berjenjang: whether codes or numbers give it levels. is_pasti: whether its shape is certain by itself, or only
    when sums agree with it.
    """

    anak: Mapping[int, tuple[int, ...]]
    akar: tuple[int, ...]
    is_berjenjang: bool
    is_pasti: bool


def tingkat_kode(kode: str) -> int | None:
    """The level of a code, 1 the programme; None for codes of another structure."""
    return next((t for pola, t in _TINGKAT if pola.fullmatch(kode)), None)


def build_pohon(t: TabelUang) -> Pohon:
    """The tree of a table; rows without any mark of level are all at the top."""
    rinci = [b for b in t.baris if not b.is_total and (b.uang or b.kode)]
    if t.kolom_jenjang:
        return _susun(rinci, _induk_jenjang(rinci), is_berjenjang=True, is_pasti=True)
    if sum(bool(b.kode) for b in rinci) * 2 > len(rinci):
        return _pohon_kode(rinci)
    butir = _daftar_butir(t, rinci)
    if all("." in b or b.isdigit() for b in butir) and any("." in b for b in butir):
        return _susun(rinci, _induk_awalan(butir), is_berjenjang=True, is_pasti=True)
    bentuk = [_bentuk(b) for b in butir]
    if len(set(bentuk)) > 1 and "" not in bentuk:
        return _susun(rinci, _induk_butir(butir, bentuk), is_berjenjang=True, is_pasti=_is_urut(butir, bentuk))
    urut = [int(b) for b in butir if b.isdigit()]
    is_pasti = len(urut) == len(rinci) and urut == list(range(1, len(rinci) + 1))
    return _susun(rinci, {}, is_berjenjang=False, is_pasti=is_pasti)


def _susun(rinci: Sequence[BarisUang], induk: Mapping[int, int], *, is_berjenjang: bool, is_pasti: bool) -> Pohon:
    """The tree from the parent of each row, both by their position among the rows."""
    anak: defaultdict[int, list[int]] = defaultdict(list)
    for n, i in induk.items():
        anak[rinci[i].nomor].append(rinci[n].nomor)
    akar = tuple(b.nomor for n, b in enumerate(rinci) if n not in induk)
    return Pohon({i: tuple(a) for i, a in anak.items()}, akar, is_berjenjang, is_pasti)


def _pohon_kode(rinci: Sequence[BarisUang]) -> Pohon:
    """The tree by code and source of funds. A row that has several possible parents is under none of them, and so
    none of them is known to have all its children."""
    letak: defaultdict[str, list[int]] = defaultdict(list)
    for n, b in enumerate(rinci):
        letak[b.kode].append(n)
    induk: dict[int, int] = {}
    samar: set[int] = set()
    for n, b in enumerate(rinci):
        atas = _kode_di_atas(rinci, n, letak) if b.kode else None
        calon = [] if atas is None else _sedana(rinci, letak[atas], b)
        if len(calon) == 1:
            induk[n] = calon[0]
        elif atas is not None:
            samar.update((n, *(calon or letak[atas])))
    pohon = _susun(rinci, induk, is_berjenjang=True, is_pasti=all(b.kode for b in rinci))
    nomor_samar = {rinci[n].nomor for n in samar}
    anak = {i: a for i, a in pohon.anak.items() if i not in nomor_samar}
    bawah = {rinci[n].nomor for n in samar if _kode_di_atas(rinci, n, letak) is not None}
    return Pohon(anak, tuple(n for n in pohon.akar if n not in bawah), True, pohon.is_pasti)


def _kode_di_atas(rinci: Sequence[BarisUang], n: int, letak: Mapping[str, Sequence[int]]) -> str | None:
    """The longest beginning of the code that has a row; else the code of the nearest row above of a higher level."""
    bagian = rinci[n].kode.split(".")
    for panjang in range(len(bagian) - 1, 0, -1):
        awalan = ".".join(bagian[:panjang])
        if awalan in letak:
            return awalan
    tingkat = tingkat_kode(rinci[n].kode)
    if tingkat is None:
        return None
    # The code of an output holds that of its kegiatan, so another kegiatan above it is not its parent.
    batas = PROGRAM + 1 if tingkat in (OUTPUT, SUBOUTPUT) else tingkat
    for b in reversed(rinci[:n]):
        di_atas = tingkat_kode(b.kode) if b.kode else None
        if di_atas is not None and di_atas < batas:
            return b.kode
    return None


def _sedana(rinci: Sequence[BarisUang], calon: Sequence[int], b: BarisUang) -> list[int]:
    sama = [i for i in calon if rinci[i].dana == b.dana]
    return sama or [i for i in calon if not rinci[i].dana or not b.dana]


def _daftar_butir(t: TabelUang, rinci: Sequence[BarisUang]) -> list[str]:
    """The marks of the rows: of the column of numbers, or before the names."""
    nomor = next((k.indeks for k in daftar_kolom(t.tabel) if k.peran is Peran.NOMOR), None)
    if nomor is not None:
        return [b.sel[nomor].teks.strip(" .)(") for b in rinci]
    awal = [re.match(r"\(?(\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[IVX]{1,5})[.)]\s", b.uraian) for b in rinci]
    return [m[1] if m else "" for m in awal]


def _induk_jenjang(rinci: Sequence[BarisUang]) -> dict[int, int]:
    """The nearest row above whose amount stands in a column further left."""
    induk: dict[int, int] = {}
    for n, b in enumerate(rinci):
        atas = [i for i in range(n) if (rinci[i].jenjang or 0) < (b.jenjang or 0)]
        if atas:
            induk[n] = atas[-1]
    return induk


def _induk_awalan(butir: Sequence[str]) -> dict[int, int]:
    """ "1.2" stands under "1"; a number that comes again begins another list."""
    induk: dict[int, int] = {}
    for n, b in enumerate(butir):
        awalan = b.rstrip(".").rpartition(".")[0]
        atas = [i for i in range(n) if butir[i].rstrip(".") == awalan]
        if awalan and atas:
            induk[n] = atas[-1]
    return induk


def _bentuk(butir: str) -> str:
    return next((nama for nama, pola in _BENTUK_BUTIR if pola.fullmatch(butir)), "")


def _induk_butir(butir: Sequence[str], bentuk: Sequence[str]) -> dict[int, int]:
    """A form of mark that opens under another is one level deeper; one that was seen before closes what is below."""
    induk: dict[int, int] = {}
    jalur: list[tuple[str, int]] = []
    for n, b in enumerate(bentuk):
        dikenal = [k for k, (f, _) in enumerate(jalur) if f == b]
        jalur = jalur[: dikenal[0]] if dikenal else jalur
        if jalur:
            induk[n] = jalur[-1][1]
        jalur.append((b, n))
    return induk


def _is_urut(butir: Sequence[str], bentuk: Sequence[str]) -> bool:
    """Whether every deeper list begins at its first mark."""
    return all(
        bentuk[n] == bentuk[n - 1] or bentuk[n] in bentuk[:n] or butir[n] == _AWAL_BUTIR[bentuk[n]]
        for n in range(1, len(butir))
    )


def find_pohon_dana(t: TabelUang, pohon: Pohon, teks: str) -> tuple[int, ...]:
    """The top rows of the source of funds that a total names; none where it names none."""
    dana = {t.baris[n].dana for n in pohon.akar if t.baris[n].dana}
    disebut = [d for d in dana if re.search(rf"(?<!\w){re.escape(d)}(?!\w)", teks)]
    if len(disebut) == 1:
        return tuple(n for n in pohon.akar if t.baris[n].dana == disebut[0])
    kelas = kelas_dana(teks)
    return tuple(n for n in pohon.akar if kelas and kelas_dana(t.baris[n].dana) == kelas)
