"""The formulas of capaian over two figures, R (realisasi) and T (target); results in percent.

Which one is used, and what happens at the edges (a zero or negative target, floor, cap) is the policy's matter:
see :mod:`akuntabel.core.calc.capaian`.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from akuntabel.core.calc.kebijakan import Arah, RumusCapaian
from akuntabel.core.calc.pembulatan import exact, round_hasil

SERATUS = Decimal(100)

RUMUS_TERTULIS: Mapping[RumusCapaian, str] = {
    RumusCapaian.RASIO: "R ÷ T × 100",
    RumusCapaian.DUA_KURANG_RASIO: "(2 − R ÷ T) × 100",
    RumusCapaian.RASIO_TERBALIK: "T ÷ R × 100",
    RumusCapaian.SIMETRIS: "(1 − |R − T| ÷ |T|) × 100",
    RumusCapaian.RENTANG: "R ÷ T × 100",
    RumusCapaian.BINER: "100 jika target tercapai, jika tidak 0",
    RumusCapaian.TEPAT_WAKTU: "100 jika R tidak melewati T, jika tidak 0",
    RumusCapaian.PERINGKAT: "peringkat(R) ÷ peringkat(T) × 100",
    RumusCapaian.SKOR: "skor(R) ÷ skor(T) × 100",
    RumusCapaian.SELISIH_RELATIF: "(1 + (R − T) ÷ |T|) × 100",
}
SELISIH_TERBALIK = "(1 + (T − R) ÷ |T|) × 100"

# These compare a distance with |T|, so they mean the same on both sides of zero; a plain ratio does not.
TAHAN_TANDA = frozenset({RumusCapaian.SIMETRIS, RumusCapaian.SELISIH_RELATIF})


def write_rumus(rumus: RumusCapaian, arah: Arah) -> str:
    """The formula in symbols, as a trace prints it."""
    if rumus is RumusCapaian.SELISIH_RELATIF and arah is Arah.MINIMASI:
        return SELISIH_TERBALIK
    return RUMUS_TERTULIS[rumus]


def compute_rasio(rumus: RumusCapaian, arah: Arah, r: Decimal, t: Decimal) -> Decimal | None:
    """One of the formulas over figures; None where it has no value (T ÷ R for R = 0, a formula without figures).

    t must not be 0. Multiplied before divided, so that a quotient is rounded once.
    """
    hitung = _RUMUS.get(rumus)
    if hitung is None or (rumus is RumusCapaian.RASIO_TERBALIK and r == 0):
        return None
    # For minimasi the sign of the difference turns: less than the target is better.
    maju = -1 if arah is Arah.MINIMASI else 1
    with exact():
        return round_hasil(hitung(r, t, maju))


_RUMUS: Mapping[RumusCapaian, Callable[[Decimal, Decimal, int], Decimal]] = {
    RumusCapaian.RASIO: lambda r, t, _: r * SERATUS / t,
    RumusCapaian.RENTANG: lambda r, t, _: r * SERATUS / t,
    RumusCapaian.DUA_KURANG_RASIO: lambda r, t, _: 2 * SERATUS - r * SERATUS / t,
    RumusCapaian.RASIO_TERBALIK: lambda r, t, _: t * SERATUS / r,
    RumusCapaian.SIMETRIS: lambda r, t, _: SERATUS - abs(r - t) * SERATUS / abs(t),
    RumusCapaian.SELISIH_RELATIF: lambda r, t, maju: SERATUS + maju * (r - t) * SERATUS / abs(t),
}
