"""From a cell to its value, and from a value to what a person reads in a cell."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from akuntabel.core.calc.angka import BULAN
from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_angka, parse_tanggal
from akuntabel.core.fakta.konversi import POLA_DESIMAL, POLA_TAK_TERCETAK, SelTidakSahError
from akuntabel.core.fakta.konversi import parse_tanggal as tanggal_paket
from akuntabel.core.readers.isian.bentuk import JenisIsian, KolomIsian, NilaiIsian, bakukan
from akuntabel.core.readers.lembar.format_sel import parse_nilai
from akuntabel.core.readers.lembar.lembar import Isian

GALAT_RUMUS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")
TAHUN_TERAWAL, TAHUN_TERAKHIR = 1945, 2999
_DIGIT_TERBANYAK = 18
_POLA_RENTANG = re.compile(
    r"(?P<a>-?\d[\d.,]*?)\s*%?\s*(?:\.\.|[-–—]|s\.?\s?d\.?|s/d|sampai(?: dengan)?)\s*(?P<b>-?\d[\d.,]*)\s*%?",
    re.IGNORECASE,
)
# A figure and nothing else; "maks. 10" is no target of ten.
_POLA_ANGKA = re.compile(r"\(?\s*[-–−]?\s*(?:Rp\.?)?\s*[-–−]?\d[\d.,]*\s*%?\s*-?\s*\)?", re.IGNORECASE)
_POLA_TAHUN = re.compile(r"[0-9]{4}")


def parse_isian(isian: Isian, kolom: KolomIsian, *, is_1904: bool = False) -> NilaiIsian:
    """The value of a cell, None where it is empty. Raises SelTidakSahError."""
    if isian.rumus and not isian.teks:
        raise SelTidakSahError("nilai hasil rumus", "Buka berkasnya di lembar kerja, simpan, lalu unggah lagi.")
    if isian.teks in GALAT_RUMUS:
        raise SelTidakSahError("nilai, bukan galat rumus", "Betulkan rumusnya, atau tuliskan nilainya.")
    if (huruf := POLA_TAK_TERCETAK.search(isian.teks)) is not None:
        raise SelTidakSahError("teks yang dapat dicetak", f"Hapus huruf kendali U+{ord(huruf.group()):04X}.")
    asli = parse_nilai(isian.nilai, isian.kode, is_1904=is_1904) if isian.nilai is not None else None
    if not isian.teks and asli is None:
        return None
    return _PENGURAI[kolom.jenis](isian, asli, kolom)


_Asli = Decimal | date | None  # what the workbook holds where it is no text


def _teks(isian: Isian, asli: _Asli, kolom: KolomIsian) -> str:
    if kolom.panjang and len(isian.teks) > kolom.panjang:
        raise SelTidakSahError(f"paling banyak {kolom.panjang} huruf", f"Sekarang {len(isian.teks)} huruf; ringkaskan.")
    return isian.teks


def _kode(isian: Isian, asli: _Asli, kolom: KolomIsian) -> str:
    """A code is words, though a workbook takes 1.1 for a number or for the first of January."""
    if isinstance(asli, date):
        raise SelTidakSahError(
            "kode, misalnya 1.1",
            "Lembar kerja mengubahnya menjadi tanggal; jadikan format selnya Teks, lalu ketik lagi.",
        )
    kode = _teks(isian, asli, kolom)
    if asli is not None:
        is_utuh = asli == asli.to_integral_value()
        kode = _rapi(asli) if is_utuh and "," not in isian.teks else isian.teks.replace(".", "").replace(",", ".")
    if " " in kode:
        raise SelTidakSahError("kode tanpa spasi, misalnya 1.1")
    return kode


def _angka(isian: Isian, asli: _Asli, kolom: KolomIsian) -> Decimal:
    if isinstance(asli, Decimal):
        angka = asli
    else:
        angka = _angka_tertulis(isian.teks, ("", "%"), "angka, misalnya 1.234,5", "Tulis angkanya saja, tanpa satuan.")
    if POLA_DESIMAL.fullmatch(_polos(angka)) is None:
        raise SelTidakSahError(f"angka paling banyak {_DIGIT_TERBANYAK} digit")
    return angka


def _angka_tertulis(teks: str, satuan: tuple[str, ...], diharapkan: str, perbaikan: str) -> Decimal:
    try:
        terbaca = parse_angka(teks) if _POLA_ANGKA.fullmatch(teks) else None
    except AngkaTidakTerbacaError:
        terbaca = None
    if terbaca is None or terbaca.angka is None or terbaca.satuan not in satuan:
        raise SelTidakSahError(diharapkan, perbaikan)
    if terbaca.is_meragukan:
        raise SelTidakSahError(
            diharapkan, "Angka ini dapat dibaca dengan dua cara; titik untuk ribuan, koma untuk desimal."
        )
    return terbaca.angka


def _bulat(isian: Isian, asli: _Asli, kolom: KolomIsian) -> int:
    angka = _angka(isian, asli, kolom)
    if angka != angka.to_integral_value():
        raise SelTidakSahError("bilangan bulat")
    return int(angka)


def _tahun(isian: Isian, asli: _Asli, kolom: KolomIsian) -> int:
    teks = _rapi(asli) if isinstance(asli, Decimal) else isian.teks
    tahun = int(teks) if _POLA_TAHUN.fullmatch(teks) else 0
    if not TAHUN_TERAWAL <= tahun <= TAHUN_TERAKHIR:
        raise SelTidakSahError("tahun empat angka, misalnya 2025")
    return tahun


def _rupiah(isian: Isian, asli: _Asli, kolom: KolomIsian) -> int:
    harap, perbaikan = "jumlah rupiah bulat, misalnya 1.234.567", "Tulis jumlah penuh, tanpa “juta” atau “miliar”."
    angka = asli if isinstance(asli, Decimal) else _angka_tertulis(isian.teks, ("", "Rp"), harap, perbaikan)
    if angka != angka.to_integral_value() or angka < 0 or angka.adjusted() >= _DIGIT_TERBANYAK:
        raise SelTidakSahError(harap, "Rupiah tidak negatif dan tidak berdesimal.")
    return int(angka)


def _tanggal(isian: Isian, asli: _Asli, kolom: KolomIsian) -> date:
    if isinstance(asli, date):
        return asli
    try:
        return parse_tanggal(isian.teks)
    except AngkaTidakTerbacaError:
        raise SelTidakSahError("tanggal, misalnya 20 Januari 2025") from None


def _pilihan(isian: Isian, asli: _Asli, kolom: KolomIsian) -> str:
    dikenal = {bakukan(p): p for p in kolom.pilihan}
    if (pilihan := dikenal.get(bakukan(isian.teks))) is None:
        raise SelTidakSahError("salah satu dari " + ", ".join(show_pilihan(p) for p in kolom.pilihan))
    return pilihan


def _target(isian: Isian, asli: _Asli, kolom: KolomIsian) -> str:
    """A target as the data package writes it; whether it suits its indicator, only the indicator can tell."""
    if isinstance(asli, date):
        return asli.isoformat()
    if asli is not None:
        return _rapi(asli)
    if (rentang := _POLA_RENTANG.fullmatch(isian.teks)) is not None:
        batas = [_coba_angka(rentang[sisi]) for sisi in ("a", "b")]
        if None not in batas:
            return "..".join(map(str, batas))
    try:
        return parse_tanggal(isian.teks).isoformat()
    except AngkaTidakTerbacaError:
        return _coba_angka(isian.teks) or _teks(isian, asli, kolom)


def _ukuran(isian: Isian, asli: _Asli, kolom: KolomIsian) -> NilaiIsian:
    """What was measured: a figure, a day, or the word of a predicate; whether it suits, only its element can tell."""
    if asli is not None:
        return asli if isinstance(asli, date) else _angka(isian, asli, kolom)
    if _POLA_ANGKA.fullmatch(isian.teks):
        return _angka(isian, asli, kolom)
    try:
        return parse_tanggal(isian.teks)
    except AngkaTidakTerbacaError:
        return _teks(isian, asli, kolom)


def _coba_angka(teks: str) -> str | None:
    """A figure of a text in the spelling of the data package; None where the text is no figure for certain."""
    try:
        return _polos(_angka_tertulis(teks, ("", "%"), "", ""))
    except SelTidakSahError:
        return None


_PENGURAI: Mapping[JenisIsian, Callable[[Isian, _Asli, KolomIsian], NilaiIsian]] = {
    JenisIsian.TEKS: _teks,
    JenisIsian.KODE: _kode,
    JenisIsian.BULAT: _bulat,
    JenisIsian.TAHUN: _tahun,
    JenisIsian.ANGKA: _angka,
    JenisIsian.RUPIAH: _rupiah,
    JenisIsian.TANGGAL: _tanggal,
    JenisIsian.PILIHAN: _pilihan,
    JenisIsian.TARGET: _target,
    JenisIsian.UKURAN: _ukuran,
}


def _polos(angka: Decimal) -> str:
    """A figure in the spelling of the data package, with the decimals it was written with."""
    return format(angka, "f")


def _rapi(angka: Decimal) -> str:
    """A number of a workbook, which keeps no closing zeros; one of another program may."""
    teks = _polos(angka)
    return teks.rstrip("0").rstrip(".") if "." in teks else teks


def show_pilihan(pilihan: str) -> str:
    """A word of a closed list as a person reads it."""
    return pilihan.replace("_", " ")


def show_nilai(nilai: NilaiIsian, kolom: KolomIsian) -> str:
    """A value as a person writes it: Indonesian figures, words without underscores; "" for none."""
    if nilai is None:
        return ""
    if kolom.jenis is JenisIsian.PILIHAN:
        return show_pilihan(str(nilai))
    if kolom.jenis is JenisIsian.RUPIAH and isinstance(nilai, int):
        return f"{nilai:,}".replace(",", ".")
    if isinstance(nilai, Decimal):
        return format(nilai, "f").replace(".", ",")
    if kolom.jenis is JenisIsian.TARGET:
        return show_target_tertulis(str(nilai))
    return show_tanggal(nilai) if isinstance(nilai, date) else str(nilai)


def show_tanggal(tanggal: date) -> str:
    """A day as it is written in a document."""
    return f"{tanggal.day} {BULAN[tanggal.month - 1]} {tanggal.year}"


def show_target_tertulis(target: str) -> str:
    """A target of the data package with a decimal comma; ranges as 80–90, days in words."""
    if (tanggal := tanggal_paket(target)) is not None:
        return show_tanggal(tanggal)
    bagian = target.split("..")
    if len(bagian) <= 2 and all(POLA_DESIMAL.fullmatch(b) for b in bagian):
        return "–".join(b.replace(".", ",") for b in bagian)
    return target
