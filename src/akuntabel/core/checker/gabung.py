"""One wrong figure is one finding, however many rules see it: those at its place, and those that follow from it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from akuntabel.core.checker.temuan import Temuan, Tingkat
from akuntabel.core.naskah.terbaca import Letak

Sel = tuple[int, int, int]
# Rules that find a value wrong, not the way in which it is written.
_BERNILAI = ("HIT", "ANG", "KON", "FKT", "BHS001", "BHS012", "BHS013")
_TERSENDIRI = ("KON008", "KON009")  # they speak of the report's conclusion, not of the figure where they stand
_URUTAN = {tingkat: urut for urut, tingkat in enumerate(Tingkat)}
OPERAN_TERBANYAK = 2  # figures of a computation; one over more of them points at none
TERPANJANG = 60  # characters; a longer span is a whole sentence, in which several things may be wrong


def gabung_temuan(daftar: Sequence[Temuan]) -> list[Temuan]:
    """Findings of one figure made one: the gravest is shown, what the others say and where they stand is kept."""
    hasil: list[Temuan] = []
    per_sel: dict[Sel, list[int]] = defaultdict(list)
    for t in daftar:
        setempat = per_sel[_sel(t.bukti.letak)]
        n = next((n for n in setempat if _is_sehal(hasil[n], t)), None)
        if n is None:
            setempat.append(len(hasil))
            hasil.append(t)
        else:
            hasil[n] = _tambah_penjelasan(tambah_tempat(hasil[n], t), t)
    return _satukan_operan(_lepas_akibat(hasil))


def _is_sehal(satu: Temuan, dua: Temuan) -> bool:
    """Whether two findings say that one value is wrong; its form and its neglect are other matters."""
    if satu.kode != dua.kode and not (_is_bernilai(satu) and _is_bernilai(dua)):
        return False
    return is_seangka(satu.bukti.letak, dua.bukti.letak)


def _is_bernilai(t: Temuan) -> bool:
    return t.kode.startswith(_BERNILAI) and t.kode not in _TERSENDIRI


def _sel(letak: Letak) -> Sel:
    """The cell or paragraph of a place: figures of different ones are never the same."""
    return letak.blok, letak.baris, letak.kolom


def is_seangka(satu: Letak, dua: Letak) -> bool:
    """Whether two places are one figure: the same cell, or characters of one paragraph of which one holds the other."""
    if _sel(satu) != _sel(dua):
        return False
    if satu.kolom:
        return True
    if not satu.akhir or not dua.akhir or max(satu.akhir - satu.awal, dua.akhir - dua.awal) > TERPANJANG:
        return False
    return (satu.awal <= dua.awal and dua.akhir <= satu.akhir) or (dua.awal <= satu.awal and satu.akhir <= dua.akhir)


def tambah_tempat(utama: Temuan, lain: Temuan) -> Temuan:
    """A finding with the places of another of the same cause."""
    tempat = dict.fromkeys((*utama.bukti.tempat_lain, lain.bukti.letak, *lain.bukti.tempat_lain))
    tempat.pop(utama.bukti.letak, None)
    return replace(utama, bukti=replace(utama.bukti, tempat_lain=tuple(tempat)))


def _tambah_penjelasan(utama: Temuan, lain: Temuan) -> Temuan:
    """What another rule says of the same figure."""
    if lain.kode == utama.kode or lain.bukti.penjelasan in utama.bukti.penjelasan:
        return utama
    penjelasan = f"{utama.bukti.penjelasan.rstrip('.')}; juga: {lain.bukti.penjelasan}"
    return replace(utama, bukti=replace(utama.bukti, penjelasan=penjelasan))


def _lepas_akibat(daftar: Sequence[Temuan]) -> list[Temuan]:
    """Findings without those that were computed from a figure that is itself found wrong."""
    per_sel: dict[Sel, list[Temuan]] = defaultdict(list)
    for t in daftar:
        if _is_bernilai(t):
            per_sel[_sel(t.bukti.letak)].append(t)
    sebab = {id(t): _find_sebab(t, per_sel) for t in daftar}
    hasil: dict[int, Temuan] = {id(t): t for t in daftar if sebab[id(t)] is None}
    for t in daftar:
        akar = sebab[id(t)]
        while akar is not None and id(akar) not in hasil and akar is not t:
            akar = sebab[id(akar)]
        if akar is None or akar is t:  # two that follow from each other both stay
            hasil.setdefault(id(t), t)
        else:
            hasil[id(akar)] = _angkat(tambah_tempat(hasil[id(akar)], t), t)
    return sorted(hasil.values(), key=peringkat)


def _satukan_operan(daftar: Sequence[Temuan]) -> list[Temuan]:
    """Findings that share an operand made one: when two computations fail over one figure, that figure is the cause."""
    hasil: list[Temuan] = []
    per_operan: dict[Letak, int] = {}
    for t in daftar:
        sedikit = t.bukti.operan if len(t.bukti.operan) <= OPERAN_TERBANYAK else ()
        n = next((per_operan[o] for o in sedikit if o in per_operan), None)
        if n is None:
            per_operan |= dict.fromkeys(t.bukti.operan, len(hasil))
            hasil.append(t)
        else:
            gabungan = tambah_tempat(hasil[n], t)
            bersama = tuple(o for o in hasil[n].bukti.operan if o in sedikit)
            hasil[n] = replace(gabungan, bukti=replace(gabungan.bukti, operan=bersama))
    return hasil


def _find_sebab(akibat: Temuan, per_sel: Mapping[Sel, Sequence[Temuan]]) -> Temuan | None:
    """The finding of a figure from which another one was computed."""
    calon = (t for o in akibat.bukti.operan for t in per_sel.get(_sel(o), ()) if is_seangka(t.bukti.letak, o))
    return next((t for t in calon if t is not akibat), None)


def peringkat(t: Temuan) -> tuple[bool, int, int, int, int]:
    """What changes a verdict first, then by severity, then in order of the document."""
    letak = t.bukti.letak
    return not t.bukti.is_keputusan, _URUTAN[t.tingkat], letak.blok, letak.baris, letak.kolom


def _angkat(utama: Temuan, akibat: Temuan) -> Temuan:
    """A finding is as grave as what follows from it."""
    tingkat = min(utama.tingkat, akibat.tingkat, key=lambda t: _URUTAN[t])
    is_keputusan = utama.bukti.is_keputusan or akibat.bukti.is_keputusan
    return replace(utama, tingkat=tingkat, bukti=replace(utama.bukti, is_keputusan=is_keputusan))
