"""The figure of a workbook's cell as its number format shows it, in Indonesian spelling.

A workbook keeps 0.4715 and the format 0.00%; a reader sees 47,15%. Only what changes the meaning of a figure is
followed: decimals, thousands, per cent, currency, signs and brackets, dates. Anything rarer is shown as General.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from akuntabel.core.calc.angka import BULAN

BAWAAN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "dd/mm/yyyy",
    15: "d mmm yyyy",
    16: "d mmm",
    17: "mmm yyyy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0;(#,##0)",
    38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)",
    41: "#,##0;(#,##0)",
    42: '"Rp"#,##0;("Rp"#,##0)',
    43: "#,##0.00;(#,##0.00)",
    44: '"Rp"#,##0.00;("Rp"#,##0.00)',
}
_UMUM = ("", "general", "standard", "umum", "@")
_DIGIT_UMUM = 10  # digits that General shows
_TELITI = Context(prec=15)  # digits that a workbook keeps; more are an echo of its binary numbers
_TERPANJANG = 300
_RIBUAN = 3
_KONTEKS = Context(prec=_TERPANJANG)
_TOKEN = re.compile(
    r'"(?P<kutip>[^"]*)"|\\(?P<lolos>.)|_.|\*(?P<isi>.)|\[\$(?P<mata>[^\]-]*)(?:-[^\]]*)?\]|\[(?P<lewat>h+|m+|s+)\]'
    r"|\[(?P<syarat>[<>=][^\]]*)\]|\[[^\]]*\]|(?P<waktu>y+|m+|d+|h+|s+|am/pm|a/p)|(?P<angka>[0#?.,]+)|(?P<persen>%)"
    r"|(?P<ilmiah>e[+-])|(?P<lain>.)",
    re.IGNORECASE | re.DOTALL,
)
_AWAL_1900 = date(1899, 12, 30)
_AWAL_1904 = date(1904, 1, 1)
_FEBRUARI_SEMU = 61  # the workbook of 1900 knows a 29 February that never was
_HARI_TERAKHIR = 2_958_465  # 31 December 9999


@dataclass(frozen=True, slots=True)
class _Pola:
    """How one section of a format writes a figure, between the words before and after it."""

    awal: str
    akhir: str
    geser: int  # places that per cent and closing commas move the decimal mark
    is_beribuan: bool
    digit_utuh: int  # at least so many before the mark
    desimal_wajib: int
    desimal: int

    def write(self, angka: Decimal) -> str:
        """The figure without its sign."""
        bulat = _bulatkan(angka.scaleb(self.geser) if self.geser else angka, self.desimal)
        kiri, _, kanan = format(bulat, "f").partition(".")
        if len(kanan) > self.desimal_wajib:
            kanan = kanan[: self.desimal_wajib] + kanan[self.desimal_wajib :].rstrip("0")
        if len(kiri) < self.digit_utuh:
            kiri = kiri.rjust(self.digit_utuh, "0")
        if self.is_beribuan and len(kiri) > _RIBUAN:
            kiri = f"{int(kiri):,}".replace(",", ".")
        return f"{self.awal}{kiri},{kanan}{self.akhir}" if kanan else f"{self.awal}{kiri}{self.akhir}"


@dataclass(frozen=True, slots=True)
class _Format:
    """A format ready for use. bagian: by sign; a text where it shows the same whatever the figure is."""

    bagian: tuple[_Pola | str, ...] = ()
    tanggal: tuple[tuple[str, str], ...] = ()


def format_nilai(nilai: Decimal, kode: str, *, is_1904: bool = False) -> str:
    """A figure as its cell shows it."""
    angka = _TELITI.plus(nilai)
    bentuk = _susun(kode)
    if bentuk.tanggal:
        return _tanggal(angka, bentuk.tanggal, is_1904=is_1904)
    if not bentuk.bagian:
        return format_umum(angka)
    nomor = 1 if angka < 0 and len(bentuk.bagian) > 1 else 2 if not angka and len(bentuk.bagian) > 2 else 0
    pola = bentuk.bagian[nomor]
    if isinstance(pola, str):
        return pola
    teks = pola.write(abs(angka))
    return f"-{teks}" if angka < 0 and not nomor else teks


def parse_nilai(nilai: Decimal, kode: str, *, is_1904: bool = False) -> Decimal | date:
    """What a cell means to the person who filled it in: a day, or the figure to its last digit; 0.4715 as % is 47.15.

    A figure keeps the digits that a workbook keeps, whatever its format shows of them.
    """
    angka = _TELITI.plus(nilai)
    bentuk = _susun(kode)
    if bentuk.tanggal:
        hari = int(angka)
        is_bertanggal = any(jenis == "waktu" and teks[0] in "yYdD" for jenis, teks in bentuk.tanggal)
        return _hari(hari, is_1904=is_1904) if is_bertanggal and _is_hari(angka, is_1904=is_1904) else angka
    persen = next((b.geser for b in bentuk.bagian if not isinstance(b, str)), 0) if "%" in kode else 0
    return angka.scaleb(persen)


def format_umum(angka: Decimal) -> str:
    """A figure of a cell without a format: no marks for thousands, as many decimals as fit."""
    if angka == angka.to_integral_value():
        return format(angka.quantize(Decimal(1), context=_KONTEKS) if angka else Decimal(0), "f")
    bulat = _bulatkan(angka, max(0, _DIGIT_UMUM - max(angka.adjusted() + 1, 1)))
    return format(bulat if bulat else angka, "f").rstrip("0").rstrip(".").replace(".", ",")


@lru_cache(maxsize=512)
def _susun(kode: str) -> _Format:
    """A format from its code; an empty one for General and for what is not followed."""
    if kode.strip().lower() in _UMUM or "general" in kode.lower() or len(kode) > _TERPANJANG:
        return _Format()
    bagian = _urai(kode)
    jenis = {j for token in bagian for j, _ in token}
    if jenis & {"syarat", "ilmiah"}:
        return _Format()
    if any(j == "waktu" for j, _ in bagian[0]):
        return _Format(tanggal=bagian[0])
    pola = [_pola(token) for token in bagian[:3]]
    if len(pola) > 2 and "-" in _harfiah(bagian[2]):
        pola = pola[:2]  # a zero shown as a dash is still a zero: it is written out
    return _Format(tuple(p for p in pola if p is not None)) if None not in pola else _Format()


def _urai(kode: str) -> list[tuple[tuple[str, str], ...]]:
    """The sections of a format: kind and text of each token."""
    daftar: list[list[tuple[str, str]]] = [[]]
    for cocok in _TOKEN.finditer(kode):
        jenis = cocok.lastgroup or ""
        if jenis == "lain" and cocok[0] == ";":
            daftar.append([])
        elif jenis in ("kutip", "lolos", "mata", "lain"):
            daftar[-1].append(("teks", cocok[jenis]))
        elif jenis and jenis != "isi":  # blanks that fill a column are not written
            daftar[-1].append((jenis, cocok[jenis]))
    return [tuple(token) for token in daftar]


def _harfiah(token: Sequence[tuple[str, str]]) -> str:
    return "".join("%" if jenis == "persen" else teks for jenis, teks in token if jenis in ("teks", "persen"))


def _pola(token: Sequence[tuple[str, str]]) -> _Pola | str | None:
    """One section; its words alone where it shows no figure; None where digits and words alternate."""
    tempat = [n for n, (jenis, _) in enumerate(token) if jenis == "angka"]
    if len(tempat) != 1:
        return None if tempat else " ".join(_harfiah(token).split())
    utuh, _, pecahan = token[tempat[0]][1].partition(".")
    inti, pecahan_inti = utuh.rstrip(","), pecahan.rstrip(",")
    ribuan = len(utuh) - len(inti) + len(pecahan) - len(pecahan_inti)
    persen = sum(jenis == "persen" for jenis, _ in token)
    awal, akhir = _harfiah(token[: tempat[0]]), _harfiah(token[tempat[0] + 1 :])
    return _Pola(
        " ".join(awal.split()) + (" " if awal.endswith(" ") and awal.strip() else ""),
        (" " if akhir.startswith(" ") and akhir.strip() else "") + " ".join(akhir.split()),
        2 * persen - 3 * ribuan,
        "," in inti,
        max(1, sum(c == "0" for c in inti)),
        len(pecahan_inti.rstrip("#?")),
        len(pecahan_inti),
    )


@lru_cache(maxsize=64)
def _satuan(desimal: int) -> Decimal:
    return Decimal(1).scaleb(-desimal)


def _bulatkan(angka: Decimal, desimal: int) -> Decimal:
    return angka.quantize(_satuan(desimal), ROUND_HALF_UP, _KONTEKS)


def _tanggal(angka: Decimal, token: Sequence[tuple[str, str]], *, is_1904: bool) -> str:
    hari = int(angka)
    if not _is_hari(angka, is_1904=is_1904):
        return format_umum(angka)
    tanggal = _hari(hari, is_1904=is_1904)
    detik = int(_bulatkan((angka - hari) * 86400, 0))
    waktu = [(n, t.lower()) for n, (jenis, t) in enumerate(token) if jenis in ("waktu", "lewat")]
    hasil: dict[int, str] = {}
    for urut, (n, t) in enumerate(waktu):
        sebelum = waktu[urut - 1][1] if urut else ""
        sesudah = waktu[urut + 1][1] if urut + 1 < len(waktu) else ""
        is_menit = t in ("m", "mm") and (sebelum.startswith("h") or sesudah.startswith("s"))
        hasil[n] = _jam(t, detik, hari) if is_menit or t[0] in "hsa" else _kalender(t, tanggal)
    teks = "".join(hasil.get(n, t if jenis == "teks" else "") for n, (jenis, t) in enumerate(token))
    return " ".join(teks.split())


def _is_hari(angka: Decimal, *, is_1904: bool) -> bool:
    return 0 <= angka <= _HARI_TERAKHIR - (_AWAL_1904 - _AWAL_1900).days * is_1904


def _hari(hari: int, *, is_1904: bool) -> date:
    """The day that a workbook counts as so many."""
    awal = _AWAL_1904 if is_1904 else _AWAL_1900 + timedelta(days=1 if hari < _FEBRUARI_SEMU else 0)
    return awal + timedelta(days=hari)


def _jam(token: str, detik: int, hari: int) -> str:
    if token[0] == "a":
        return ""  # the hours are shown up to 24
    nilai = {"h": detik // 3600 + (hari * 24 if hari < _FEBRUARI_SEMU else 0), "m": detik // 60 % 60, "s": detik % 60}
    return str(nilai[token[0]]).rjust(len(token), "0")


def _kalender(token: str, tanggal: date) -> str:
    if token[0] == "y":
        return str(tanggal.year) if len(token) > 2 else f"{tanggal.year % 100:02d}"
    if token[0] == "m":
        if len(token) > 2:
            return BULAN[tanggal.month - 1][: 3 if len(token) == 3 else None]
        return str(tanggal.month).rjust(len(token), "0")
    if len(token) > 2:
        return ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")[tanggal.weekday()]
    return str(tanggal.day).rjust(len(token), "0")
