"""Indonesian figures as a reader sees them: 1.234.567,89; Rp20.184.522.000; 20 Januari 2021."""

from datetime import date
from decimal import Decimal

from akuntabel.core.calc.kebijakan import CaraBulat
from akuntabel.core.calc.pembulatan import format_polos, round_desimal

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def format_angka(
    angka: Decimal | int,
    desimal: int | None = None,
    *,
    bertanda: bool = False,
    cara: CaraBulat = CaraBulat.SETENGAH_NAIK,
) -> str:
    """A figure with dots for thousands and a comma for decimals."""
    nilai = Decimal(angka)
    bulat = nilai if desimal is None else round_desimal(nilai, desimal, cara)
    polos = format_polos(bulat) if desimal is None else format(bulat, "f")
    tanda = "-" if polos.startswith("-") and bulat != 0 else "+" if bertanda and bulat > 0 else ""
    utuh, _, pecahan = polos.lstrip("-").partition(".")
    return tanda + f"{int(utuh):,}".replace(",", ".") + (f",{pecahan}" if pecahan else "")


def format_rupiah(jumlah: int, *, bertanda: bool = False, desimal: int = 0) -> str:
    """Money in the standard spelling: Rp1.234.567, no dot and no space after Rp."""
    angka = format_angka(jumlah, desimal, bertanda=bertanda)
    tanda = angka[0] if angka[0] in "+-" else ""
    return f"{tanda}Rp{angka.removeprefix(tanda)}"


def format_persen(angka: Decimal, desimal: int = 2) -> str:
    """A percentage."""
    return format_angka(angka, desimal) + "%"


def format_bulan(tanggal: date) -> str:
    """Month and year."""
    return f"{BULAN[tanggal.month - 1]} {tanggal.year}"


def format_tanggal(tanggal: date) -> str:
    """A date in words."""
    return f"{tanggal.day} {format_bulan(tanggal)}"
