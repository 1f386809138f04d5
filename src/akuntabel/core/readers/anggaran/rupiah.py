"""A cell of a report to whole rupiah: exact, or refused."""

import re
from decimal import Decimal

RUPIAH_TERBANYAK = 10**16  # three times the state budget; sums of such stay within 64 bits
DIHARAPKAN = "rupiah bulat, misalnya 1.234.567"
_FLOAT_TEPAT = 2**53  # whole numbers up to here are exact in a workbook
_POLA = re.compile(
    r"(?P<buka>\()?(?P<tanda>-)?(?:rp\.? ?)?"
    r"(?:(?P<ilmiah>\d(?:[.,]\d+)?e\+?\d{1,2})"
    r"|(?P<ribuan>\d{1,3}(?:\.\d{3})+)(?:,0{1,2})?"
    r"|(?P<asing>\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+(?=\.0))(?:\.0{1,2})?"
    r"|(?P<polos>\d{1,17})(?:[.,]0{1,2})?)(?P<tutup>\))?",
    re.IGNORECASE | re.ASCII,
)
_KOSONG = frozenset({"", "-", "–", "—"})


class BukanRupiahError(ValueError):
    """A cell that is no whole rupiah; the message is what stands there."""


def read_rupiah(nilai: object) -> int | None:
    """The sum in a cell; None where it is blank. Raises BukanRupiahError."""
    if type(nilai) is float:
        if nilai.is_integer() and -_FLOAT_TEPAT <= nilai <= _FLOAT_TEPAT:
            return int(nilai)
        raise BukanRupiahError(repr(nilai))
    if type(nilai) is str:
        return _read_teks(nilai)
    if type(nilai) is int and abs(nilai) <= _FLOAT_TEPAT:
        return nilai
    raise BukanRupiahError(str(nilai))


def _read_teks(nilai: str) -> int | None:
    teks = nilai.strip()
    if teks in _KOSONG:
        return None
    cocok = _POLA.fullmatch(teks)
    if cocok is None or (cocok["buka"] is None) != (cocok["tutup"] is None) or (cocok["buka"] and cocok["tanda"]):
        raise BukanRupiahError(teks)
    if cocok["ilmiah"]:
        angka = Decimal(cocok["ilmiah"].replace(",", "."))
        if angka != angka.to_integral_value() or angka > RUPIAH_TERBANYAK:
            raise BukanRupiahError(teks)
        besar = int(angka)
    else:
        besar = int(re.sub(r"[.,]", "", cocok["ribuan"] or cocok["asing"] or cocok["polos"]))
    if besar > RUPIAH_TERBANYAK:
        raise BukanRupiahError(teks)
    return -besar if cocok["buka"] or cocok["tanda"] else besar
