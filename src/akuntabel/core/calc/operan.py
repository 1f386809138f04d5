"""How the operand of a trace is written for a reader."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from akuntabel.core.calc.angka import format_angka, format_tanggal

_ANGKA = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TANGGAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RENTANG = ".."


@lru_cache(maxsize=4096)
def format_operan(nilai: str) -> str:
    """An operand to the last digit, in Indonesian notation; a day in words, a predicate or a status as it is."""
    bawah, pemisah, atas = nilai.partition(_RENTANG)
    if pemisah:
        return f"{format_operan(bawah)} s.d. {format_operan(atas)}"
    if _TANGGAL.fullmatch(nilai):
        return format_tanggal(date.fromisoformat(nilai))
    return format_angka(Decimal(nilai)) if _ANGKA.fullmatch(nilai) else nilai
