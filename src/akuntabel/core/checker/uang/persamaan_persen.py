"""What must hold between a percentage of money and its figures."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.core.calc.baca_angka import AngkaTertulis, AngkaTidakTerbacaError, parse_angka
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, rentang_cetak
from akuntabel.core.checker.uang.persamaan import Jenis, Persamaan
from akuntabel.core.checker.uang.pohon import Pohon, find_pohon_dana
from akuntabel.core.checker.uang.tabel import PAGU, REALISASI, BarisUang, TabelUang, Uang

_SEBAGIAN = re.compile(r"(?P<persen>.*%)\s*\((?P<n>\d+) dari (?P<m>\d+)\b[^)]*\)")


def daftar_persamaan_persen(t: TabelUang, pohon: Pohon, geseran: Sequence[int]) -> Iterator[Persamaan]:
    """Every percentage with its figures; those that slipped by a row are told of together and have none."""
    is_ketat = _is_berdesimal(t)
    for b in t.baris if t.kolom_persen is not None else ():
        if b.nomor in geseran:
            continue
        pagu, realisasi = b.uang.get(PAGU), b.uang.get(REALISASI)
        sel = b.sel[t.kolom_persen or 0]
        if b.persen is not None and b.persen.angka is not None and pagu and realisasi:
            hasil = Uang(sel.letak, sel.teks, b.persen.angka)
            yield Persamaan(
                Jenis.PERSEN, hasil, ((1, realisasi), (-1, pagu)), b.sebutan, _rentang(b.persen, is_ketat=is_ketat)
            )
        elif cocok := _SEBAGIAN.fullmatch(sel.teks):
            yield from _persen_sebagian(t, pohon, b, cocok)


def _persen_sebagian(t: TabelUang, pohon: Pohon, b: BarisUang, cocok: re.Match[str]) -> Iterator[Persamaan]:
    """ "91,84% (3 dari 4 pos)" is over those leaves below the row whose realisasi is known."""
    daun = [t.baris[n] for n in _daftar_daun(t, pohon, b)]
    diketahui = [d for d in daun if PAGU in d.uang and REALISASI in d.uang]
    persen = _baca_persen(cocok["persen"])
    if persen is None or persen.angka is None or (len(diketahui), len(daun)) != (int(cocok["n"]), int(cocok["m"])):
        return
    sel = b.sel[t.kolom_persen or 0]
    operan = [(1, d.uang[REALISASI]) for d in diketahui] + [(-1, d.uang[PAGU]) for d in diketahui]
    yield Persamaan(
        Jenis.PERSEN, Uang(sel.letak, sel.teks, persen.angka), tuple(operan), b.sebutan, _rentang(persen, is_ketat=True)
    )


def _is_berdesimal(t: TabelUang) -> bool:
    """Whether a column of percentages shows its decimals, so that "0,00%" is no rounded 0,4%."""
    return any(b.persen.angka % 1 != 0 for b in t.baris if b.persen is not None and b.persen.angka is not None)


def _rentang(persen: AngkaTertulis, *, is_ketat: bool) -> Rentang:
    if not is_ketat or persen.angka is None:
        return rentang_cetak(persen)
    return Rentang(persen.angka - persen.setengah_lebar, persen.angka + Decimal(1).scaleb(-persen.desimal))


def find_geseran(t: TabelUang) -> tuple[int, ...]:
    """Rows whose percentage is that of the row above, or below, where at least three rows slipped so."""
    rasio = [_rasio(b) for b in t.baris]
    for arah in (-1, 1):
        geser = [
            n
            for n, b in enumerate(t.baris)
            if 0 <= n + arah < len(rasio) and _is_persen(b, rasio[n + arah]) and not _is_persen(b, rasio[n])
        ]
        if len(geser) >= 3 and len({rasio[n + arah] for n in geser}) >= 3:
            # The row at the end of the run holds what fell off at its other end.
            ujung = geser[-1 if arah > 0 else 0] + arah
            is_ujung = (
                0 <= ujung < len(rasio) and rasio[ujung] is not None and not _is_persen(t.baris[ujung], rasio[ujung])
            )
            return (*geser, ujung) if is_ujung else tuple(geser)
    return ()


def _rasio(b: BarisUang) -> Decimal | None:
    pagu, realisasi = b.uang.get(PAGU), b.uang.get(REALISASI)
    return realisasi.nilai * 100 / pagu.nilai if pagu and realisasi and pagu.nilai > 0 else None


def _is_persen(b: BarisUang, rasio: Decimal | None) -> bool:
    if rasio is None or b.persen is None or b.persen.angka is None:
        return False
    return rentang_cetak(b.persen).meets(Rentang(rasio, rasio))


def _daftar_daun(t: TabelUang, pohon: Pohon, b: BarisUang) -> list[int]:
    if b.is_total:
        return [d for n in find_pohon_dana(t, pohon, b.label) or pohon.akar for d in _daun(pohon, n)]
    return [d for n in pohon.anak.get(b.nomor, ()) for d in _daun(pohon, n)]


def _daun(pohon: Pohon, n: int) -> Iterator[int]:
    anak = pohon.anak.get(n, ())
    if not anak:
        yield n
    for a in anak:
        yield from _daun(pohon, a)


def _baca_persen(teks: str) -> AngkaTertulis | None:
    try:
        return parse_angka(teks)
    except AngkaTidakTerbacaError:
        return None
