"""Reading figures as they stand in real documents: dots or commas, Rp or not, predicates, parentheses, OCR.

The rules of a lone mark, in this order: several groups of exactly three digits are thousands; one group of exactly
three digits after a dot is thousands too (1.234), after a comma it is not (1,234 has three decimals) unless the text
also shows dots as decimals; anything else behind a mark is decimals. What is not the Indonesian standard is marked
``is_baku`` False, what could be read in two ways ``is_meragukan`` True.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from akuntabel.core.calc.angka import BULAN


class AngkaTidakTerbacaError(ValueError):
    """A text that holds no figure. The message says what is written and what is expected."""

    def __init__(self, tertulis: str, diharapkan: str) -> None:
        self.tertulis = tertulis
        super().__init__(f"Tertulis “{tertulis}”, diharapkan {diharapkan}.")


@dataclass(frozen=True, slots=True)
class AngkaTertulis:
    """A figure as printed: the text, its value, digits after the comma, and what stood around it.

    angka None: a dash, NIHIL or n/a was printed, or a predicate without a score.
    """

    tertulis: str
    angka: Decimal | None
    desimal: int = 0
    satuan: str = ""
    predikat: str = ""
    is_baku: bool = True
    is_meragukan: bool = False

    @property
    def setengah_lebar(self) -> Decimal:
        """Half a unit of the last printed digit: the true value lies this near."""
        return Decimal(5).scaleb(-self.desimal - 1)


_KOSONG = {"", "-", "–", "—", "--", "nihil", "n/a", "n.a", "na", "tidak ada", "-,-", "-%", "- %", "–%"}
_PREDIKAT = r"AA|BB|CC|A|B|C|D|E|WTP-DPP|WTP|WDP|TMP|TW"
_SEBUTAN = r"(?:(?:nilai|level|predikat|kategori|opini)\s+)?"
_POLA_PREDIKAT = re.compile(rf"{_SEBUTAN}(?P<p>{_PREDIKAT}|\d)\s*(?:\((?P<skor>[^)]*)\))?", re.IGNORECASE)
_POLA_SKOR = re.compile(rf"{_SEBUTAN}(?P<skor>\d[\d.,]*)\s*\((?P<p>{_PREDIKAT})\)", re.IGNORECASE)
_POLA_ANGKA = re.compile(r"\d[\d.,]*")
_POLA_STRIP = re.compile(r"[-–]\s*(?:rp\.?)?|rp\.?\s*[-–]", re.IGNORECASE)
_OCR = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0"})
_POLA_OCR = re.compile(r"[\dlIOo][\dlIOo.,]*(?![^\W\d_])|[\dlIOo][\dlIOo.,]*(?=o/o)")
# A second figure behind the first; the 2 of "m2" is part of a unit.
_POLA_ANGKA_LAIN = re.compile(r"(?<![^\W_])\d")
_POLA_SKALA = re.compile(r"(?:ribu|juta|miliar|milyar|triliun|trilyun)\b", re.IGNORECASE)
_POLA_BINGKAI = re.compile(r"^\(?\s*(?:rp\.?)?\s*|,-\s*\)?$", re.IGNORECASE)  # what stands around a sum of money
_POLA_AWAL_OCR, _POLA_DALAM_OCR, _POLA_PERSEN_OCR = re.compile(r"[lIOo]"), re.compile(r"\d[lIOo]"), re.compile(r"o/o$")
_POLA_DIGIT = re.compile(r"\d")
_POLA_NEGATIF = re.compile(r"[-–−]\s*(?:rp\.?\s*)?\d", re.IGNORECASE)
_POLA_RUPIAH = re.compile(r"\(?\s*[-–−]?\s*rp", re.IGNORECASE)
_POLA_AWAL_SATUAN = re.compile(r"^[.,\s-]+")
_POLA_N_DARI_M = re.compile(
    r"(?P<n>\d[\d.,]*)\s*(?P<satuan_n>[^\d]*?)\s*\bdari\s+(?:total\s+|jumlah\s+|seluruh\s+)?(?P<m>\d[\d.,]*)\s*(?P<satuan>[^\d]*)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)  # a report repeats its figures, and every rule reads them
def parse_angka(teks: str) -> AngkaTertulis:
    """The figure in a cell. Raises AngkaTidakTerbacaError where there is none to read."""
    polos = teks.strip().strip("\u00a0")
    if polos.lower().strip(" .") in _KOSONG or _POLA_STRIP.fullmatch(polos):
        return AngkaTertulis(teks, None)
    predikat = _POLA_PREDIKAT.fullmatch(polos) or _POLA_SKOR.fullmatch(polos)
    if predikat and (predikat["skor"] is not None or not predikat["p"].isdigit()):
        return _baca_predikat(teks, predikat)
    return _baca_bilangan(teks, polos)


def _baca_predikat(teks: str, cocok: re.Match[str]) -> AngkaTertulis:
    if cocok["skor"] is None:
        return AngkaTertulis(teks, None, predikat=cocok["p"].upper())
    skor = _baca_bilangan(teks, cocok["skor"])
    return AngkaTertulis(teks, skor.angka, skor.desimal, predikat=cocok["p"].upper(), is_baku=skor.is_baku)


def _baca_bilangan(teks: str, polos: str) -> AngkaTertulis:
    badan = _POLA_BINGKAI.sub("", polos)
    cocok = _POLA_ANGKA.search(badan)
    is_ocr = False
    if cocok is None or _POLA_AWAL_OCR.match(badan) or _POLA_DALAM_OCR.search(badan):
        ocr = _POLA_OCR.match(badan)
        if ocr is not None and (_POLA_DIGIT.search(ocr[0]) or "o/o" in badan):
            badan, is_ocr = _POLA_PERSEN_OCR.sub("%", badan), True
            cocok = _POLA_OCR.match(badan) or ocr
        if cocok is None:
            raise AngkaTidakTerbacaError(teks, "angka, misalnya 1.234.567,89")
    tertulis = cocok[0].rstrip(".,")
    angka, desimal, is_baku, is_ragu = _urai(tertulis.translate(_OCR) if is_ocr else tertulis, teks)
    is_negatif = polos.startswith("(") or _POLA_NEGATIF.match(polos) is not None
    satuan = badan[cocok.end() :].strip(" )").removesuffix(",-").strip()
    satuan = _POLA_AWAL_SATUAN.sub("", satuan)
    satuan += ")" if satuan.count("(") > satuan.count(")") else ""
    # "98.765%" is no 98.765 percent for certain, and "91 - 100" is no 91.
    is_ragu = is_ragu or (satuan.startswith("%") and desimal == 0 and "." in tertulis) or _is_ragu(satuan)
    if _POLA_RUPIAH.match(polos):
        satuan = satuan or "Rp"
        is_baku = is_baku and polos.lstrip("(-").startswith("Rp") and polos.lstrip("(-")[2:3].isdigit()
    return AngkaTertulis(
        teks, angka.copy_negate() if is_negatif else angka, desimal, satuan, "", is_baku, is_ragu or is_ocr
    )


def _is_ragu(satuan: str) -> bool:
    """A second figure, or a scale: "2 miliar" is not two."""
    return _POLA_ANGKA_LAIN.search(satuan) is not None or _POLA_SKALA.match(satuan) is not None


def _urai(tertulis: str, teks: str) -> tuple[Decimal, int, bool, bool]:
    """Value, decimals, whether it is written in the standard form, whether it could be read otherwise."""
    tanda = [h for h in tertulis if h in ".,"]
    if not tanda:
        return Decimal(tertulis), 0, True, False
    if len(set(tanda)) == 2:
        return _dua_tanda(tertulis, teks, tanda)
    potongan = re.split(r"[.,]", tertulis)
    if len(tanda) > 1:
        is_baku = tanda[0] == "."
        return Decimal("".join(_ribuan(potongan, teks))), 0, is_baku, False
    kiri, kanan = potongan
    if len(kanan) == 3 and len(kiri) <= 3 and kiri != "0":
        if tanda[0] == ".":
            return Decimal(kiri + kanan), 0, True, False
        return Decimal(f"{kiri}.{kanan}"), 3, True, True
    return Decimal(f"{kiri or 0}.{kanan or 0}"), len(kanan), tanda[0] == ",", False


def _dua_tanda(tertulis: str, teks: str, tanda: list[str]) -> tuple[Decimal, int, bool, bool]:
    """Both marks: the last one is the decimal mark and must stand once."""
    if tanda.count(tanda[-1]) > 1:
        raise AngkaTidakTerbacaError(teks, "satu tanda desimal, misalnya 1.234.567,89")
    utuh, _, pecahan = tertulis.rpartition(tanda[-1])
    return (
        Decimal(f"{''.join(_ribuan(re.split(r'[.,]', utuh), teks))}.{pecahan}"),
        len(pecahan),
        tanda[-1] == ",",
        False,
    )


def _ribuan(potongan: list[str], teks: str) -> list[str]:
    if not 1 <= len(potongan[0]) <= 3 or any(len(p) != 3 for p in potongan[1:]):
        raise AngkaTidakTerbacaError(teks, "kelompok ribuan tiga angka, misalnya 1.234.567")
    return potongan


@dataclass(frozen=True, slots=True)
class NDariM:
    """A part of a whole as printed: "100 dari 110 Organisasi"."""

    n: AngkaTertulis
    m: AngkaTertulis
    satuan: str


def parse_n_dari_m(teks: str) -> NDariM | None:
    """The part and the whole where a cell says both and nothing else; None where it does not."""
    cocok = _POLA_N_DARI_M.fullmatch(teks.strip())
    if cocok is None:
        return None
    try:
        n, m = parse_angka(cocok["n"]), parse_angka(cocok["m"])
    except AngkaTidakTerbacaError:
        return None
    return NDariM(n, m, cocok["satuan"].strip() or cocok["satuan_n"].strip())


def parse_rupiah(teks: str) -> int:
    """Whole rupiah; raises AngkaTidakTerbacaError where the text holds no sum or has a part of a rupiah."""
    angka = parse_angka(teks).angka
    if angka is None or angka != int(angka):
        raise AngkaTidakTerbacaError(teks, "jumlah rupiah bulat, misalnya Rp1.234.567")
    return int(angka)


_POLA_TANGGAL = (
    re.compile(r"(?P<h>\d{1,2})\s+(?P<b>[A-Za-z]+)\s+(?P<t>\d{4})"),
    re.compile(r"(?P<h>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<t>\d{4})"),
    re.compile(r"(?P<t>\d{4})-(?P<b>\d{2})-(?P<h>\d{2})"),
)


def parse_tanggal(teks: str) -> date:
    """A date as 20 Januari 2021, 20-01-2021 or 2021-01-20; raises AngkaTidakTerbacaError."""
    for pola in _POLA_TANGGAL:
        cocok = pola.fullmatch(teks.strip())
        bulan = _bulan(cocok["b"]) if cocok else None
        if cocok and bulan:
            try:
                return date(int(cocok["t"]), bulan, int(cocok["h"]))
            except ValueError:
                break
    raise AngkaTidakTerbacaError(teks, "tanggal, misalnya 20 Januari 2021")


def _bulan(teks: str) -> int | None:
    if teks.isdigit():
        return int(teks)
    cocok = [n for n, nama in enumerate(BULAN, 1) if nama.lower().startswith(teks.lower()) and len(teks) >= 3]
    return cocok[0] if len(cocok) == 1 else None
