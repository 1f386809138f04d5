"""Text of a file to a typed value and back. One way, for CSV cells and YAML scalars alike."""

import re
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from akuntabel.core.fakta.skema import Kolom

# ASCII digits only, and no more of them than any count or rupiah needs: 10^18 is beyond every budget.
POLA_BULAT = re.compile(r"-?[0-9]{1,18}")
POLA_DESIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
POLA_TANGGAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What no document can hold: XML forbids some, a terminal would obey others, YAML breaks lines at the rest.
POLA_TAK_TERCETAK = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
CONTOH_TANGGAL = "tanggal tahun-bulan-hari, misalnya 2020-12-09"


class SelTidakSahError(Exception):
    """A cell that does not hold what its column asks for."""

    def __init__(self, diharapkan: str, perbaikan: str = "") -> None:
        super().__init__(diharapkan)
        self.diharapkan = diharapkan
        self.perbaikan = perbaikan


def parse_sel(teks: str, kolom: Kolom) -> Any:
    """The typed value of a cell; "" becomes None (or "" for optional words). Raises SelTidakSahError."""
    if teks == "":
        if kolom.is_wajib:
            raise SelTidakSahError(f"isian ({kolom.keterangan})", "Kolom ini wajib diisi.")
        return None
    if issubclass(kolom.jenis, Enum) or kolom.jenis is bool:
        return _parse_pilihan(teks, kolom)
    if kolom.jenis is int:
        return int(_cocok(teks, POLA_BULAT, "bilangan bulat tanpa pemisah ribuan, misalnya 1679046000"))
    if kolom.jenis is Decimal:
        return Decimal(_cocok(teks, POLA_DESIMAL, "bilangan dengan titik desimal tanpa pemisah ribuan, misalnya 78.84"))
    if kolom.jenis is date:
        return _parse_tanggal(teks)
    if (tak_tercetak := POLA_TAK_TERCETAK.search(teks)) is not None:
        raise SelTidakSahError("teks yang dapat dicetak", f"Hapus huruf kendali U+{ord(tak_tercetak.group()):04X}.")
    if teks != teks.strip():
        raise SelTidakSahError("teks tanpa spasi di awal atau akhir", "Hapus spasi itu.")
    return teks


def _parse_pilihan(teks: str, kolom: Kolom) -> Any:
    if teks not in kolom.pilihan:
        raise SelTidakSahError("salah satu dari " + ", ".join(kolom.pilihan))
    return teks == "ya" if kolom.jenis is bool else kolom.jenis(teks)


def _cocok(teks: str, pola: re.Pattern[str], diharapkan: str) -> str:
    if pola.fullmatch(teks) is None:
        raise SelTidakSahError(diharapkan)
    return teks


def parse_tanggal(teks: str) -> date | None:
    """A date written year-month-day, or None; the other spellings of ISO 8601 are not taken."""
    try:
        return date.fromisoformat(teks) if POLA_TANGGAL.fullmatch(teks) else None
    except ValueError:
        return None


def _parse_tanggal(teks: str) -> date:
    tanggal = parse_tanggal(teks)
    if tanggal is None:
        raise SelTidakSahError(CONTOH_TANGGAL)
    return tanggal


def format_sel(nilai: Any) -> str:
    """The text of a value as it stands in a file; the inverse of :func:`parse_sel`."""
    if type(nilai) is str:  # most cells
        return nilai
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, Decimal):
        return format(nilai, "f")
    if isinstance(nilai, Enum):
        return str(nilai.value)
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)


def build_entitas(jenis: type, isi: dict[str, Any]) -> Any:
    """An entity from its parsed cells; an empty cell takes the entity's own default where it has one."""
    kosong = {b.name for b in fields(jenis) if b.default is not MISSING and isi.get(b.name) is None}
    return jenis(**{nama: nilai for nama, nilai in isi.items() if nama not in kosong})
