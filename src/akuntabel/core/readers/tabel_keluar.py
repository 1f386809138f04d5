"""The recovered tables of a document, given back: as plain values, CSV, or a workbook.

Texts stay as they were printed. A figure is also given as a number where it is one for certain: a cell that holds
nothing else, in the standard spelling, with no more digits than a workbook can keep.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_angka
from akuntabel.core.naskah.terbaca import NaskahTerbaca, TabelTerbaca

_POLA_ANGKA = re.compile(
    r"\(?\s*[-–−]?\s*(?:Rp\s*)?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?\s*%?\s*(?:,-)?\s*\)?"
)
_DIGIT_TERBANYAK = 15
_AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r")
_NAMA_LEMBAR = re.compile(r"[\[\]:*?/\\']")
_NAMA_TERPANJANG = 31
_KOLOM_TERLEBAR = 45  # letters
_RUANG_SEL = 2


@dataclass(frozen=True, slots=True)
class _Angka:
    """A figure that is certain, as printed."""

    nilai: Decimal
    desimal: int
    satuan: str
    is_kurung: bool
    is_beribuan: bool  # written with dots for thousands; a code or a year is not


def build_tabel(naskah: NaskahTerbaca) -> dict[str, Any]:
    """All tables as plain values; ids as ``check`` gives them, figures as texts of exact decimals."""
    return {
        "berkas": naskah.berkas,
        "bentuk": naskah.bentuk,
        "halaman_tak_terbaca": list(naskah.halaman_tak_terbaca),
        "tabel": [_tabel(urut, t) for urut, t in enumerate(naskah.daftar_tabel, 1)],
    }


def write_csv(tabel: TabelTerbaca) -> str:
    """One table. A text that a spreadsheet would run as a formula gets an apostrophe before it; a figure does not."""
    keluaran = io.StringIO()
    penulis = csv.writer(keluaran, lineterminator="\n")
    penulis.writerow([_jinakkan(k) for k in tabel.kepala])
    penulis.writerows([_jinakkan(s.teks) for s in baris] for baris in tabel.baris)
    return keluaran.getvalue()


def write_buku(daftar: Sequence[TabelTerbaca]) -> bytes:
    """A workbook with a sheet for each table: its title, its header, its rows. Texts are never formulas."""
    keluaran = io.BytesIO()
    pilihan = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    import xlsxwriter  # slow to load, and only this form needs it

    with xlsxwriter.Workbook(keluaran, pilihan) as buku:
        tebal = buku.add_format({"bold": True})
        kepala = buku.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        kalimat = buku.add_format({"text_wrap": True, "valign": "top"})
        gaya: dict[str, Any] = {}
        for urut, t in enumerate(daftar, 1):
            lembar = buku.add_worksheet(_nama_lembar(urut, t))
            lembar.write_string(0, 0, judul_tabel(t), tebal)
            for kolom, teks in enumerate(t.kepala):
                lembar.write_string(1, kolom, teks, kepala)
                lembar.set_column(kolom, kolom, _lebar_kolom([teks, *(baris[kolom].teks for baris in t.baris)]))
            for n, baris in enumerate(t.baris, 2):
                for kolom, sel in enumerate(baris):
                    angka = _angka(sel.teks)
                    if angka is None:
                        lembar.write_string(n, kolom, sel.teks, kalimat if sel.teks else None)
                        continue
                    kode = _kode_format(angka)
                    if kode not in gaya:
                        gaya[kode] = buku.add_format({"num_format": kode, "valign": "top"})
                    nilai = angka.nilai.scaleb(-2) if angka.satuan == "%" else angka.nilai
                    lembar.write_number(n, kolom, nilai, gaya[kode])
    return keluaran.getvalue()


def judul_tabel(tabel: TabelTerbaca) -> str:
    """Its caption, or what it is called without one."""
    return tabel.caption or tabel.nama


def _tabel(urut: int, t: TabelTerbaca) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": f"t{urut}",
        "judul": judul_tabel(t),
        "halaman": t.letak.halaman or None,
        "kepala": list(t.kepala),
        "baris": [[s.teks for s in baris] for baris in t.baris],
        "angka": [[_teks_angka(s.teks) for s in baris] for baris in t.baris],
    }
    if any(s.rumus for baris in t.baris for s in baris):
        data["rumus"] = [[s.rumus or None for s in baris] for baris in t.baris]
    return data


def _teks_angka(teks: str) -> str | None:
    angka = _angka(teks)
    return None if angka is None else format(angka.nilai, "f")


def _angka(teks: str) -> _Angka | None:
    if not _POLA_ANGKA.fullmatch(teks):
        return None
    try:
        terbaca = parse_angka(teks)
    except AngkaTidakTerbacaError:
        return None
    nilai = terbaca.angka
    if nilai is None or terbaca.is_meragukan or len(nilai.as_tuple().digits) > _DIGIT_TERBANYAK:
        return None
    satuan = "%" if "%" in teks else "Rp" if "Rp" in teks else ""
    return _Angka(nilai, terbaca.desimal, satuan, teks.startswith("("), "." in teks)


def _kode_format(angka: _Angka) -> str:
    """The number format that shows the figure as it was printed; Excel sets the marks of the reader's own language."""
    desimal = f".{'0' * angka.desimal}" if angka.desimal else ""
    inti = "#,##0" if angka.is_beribuan else "0"
    kode = ('"Rp"' if angka.satuan == "Rp" else "") + inti + desimal + ("%" if angka.satuan == "%" else "")
    return f"{kode};({kode})" if angka.is_kurung else kode


def _jinakkan(teks: str) -> str:
    return f"'{teks}" if teks.startswith(_AWAL_RUMUS) and teks not in ("-", "+") and _angka(teks) is None else teks


def _lebar_kolom(daftar_teks: Sequence[str]) -> int:
    """Wide enough for its texts, up to where a text had better wrap."""
    return min(max(map(len, daftar_teks)) + _RUANG_SEL, _KOLOM_TERLEBAR)


def _nama_lembar(urut: int, t: TabelTerbaca) -> str:
    """The id and the name of the table, which is unique and within what Excel takes."""
    return _NAMA_LEMBAR.sub(" ", f"t{urut} {t.nama}")[:_NAMA_TERPANJANG].strip()
