"""Exactness and rounding: how many digits a computation keeps, and when a figure loses some."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)

from akuntabel.core.calc.kebijakan import CaraBulat

DIGIT_ANTARA = 50
DIGIT_HASIL = 28


def exact(digit: int = DIGIT_ANTARA) -> AbstractContextManager[Context]:
    """The arithmetic of every published figure: ``with exact():`` computes the same on any thread.

    A caller's own decimal context (fewer digits, another rounding) must not change a published number.
    """
    return localcontext(
        Context(
            prec=digit,
            rounding=ROUND_HALF_EVEN,
            Emin=MIN_EMIN,
            Emax=MAX_EMAX,
            capitals=1,
            clamp=0,
            flags=[],
            traps=[DivisionByZero, InvalidOperation, Overflow],
        )
    )


def round_hasil(angka: Decimal) -> Decimal:
    """A result as it is handed on: 28 significant digits, the last one right because 50 were kept before."""
    with exact(DIGIT_HASIL):
        return +angka


def round_desimal(angka: Decimal, desimal: int, cara: CaraBulat) -> Decimal:
    """A figure with so many digits after the comma, as a policy prints it."""
    with exact(max(DIGIT_ANTARA, angka.adjusted() + desimal + 2)):
        return angka.quantize(Decimal(1).scaleb(-desimal), rounding=cara.value)


def sum_exact(daftar: Iterable[Decimal]) -> Decimal:
    """A sum that does not depend on the order of its terms, to the last digit (50 are kept)."""
    with exact():
        # Sorted: should 50 digits not hold the sum, the rounding is still the same for every order.
        return sum(sorted(daftar), Decimal(0))


def format_polos(angka: Decimal) -> str:
    """A figure in plain digits with a point, as in a data package: no exponent, no trailing zeros."""
    teks = f"{angka:f}"
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return "0" if teks == "-0" else teks
