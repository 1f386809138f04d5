"""A table as a file to go on working with: XLSX or CSV. Texts are never formulas, figures are figures."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.http import Http404, HttpResponse

from akuntabel.core.calc.pembulatan import format_polos
from akuntabel.platform.files.jenis import CSV, XLSX

Sel = str | int | Decimal | None
_AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r")
_LEBAR = 14


def send_tabel(format_: str, nama: str, kepala: Sequence[str], baris: Iterable[Sequence[Sel]]) -> HttpResponse:
    """The file of that kind; 404 for another kind."""
    if format_ == "xlsx":
        return _send(write_xlsx(kepala, baris), XLSX.media, f"{nama}.xlsx")
    if format_ == "csv":
        return _send(write_csv(kepala, baris).encode("utf-8-sig"), CSV.media, f"{nama}.csv")
    raise Http404


def write_csv(kepala: Sequence[str], baris: Iterable[Sequence[Sel]]) -> str:
    """Figures to their last digit, with a point; a text that a spreadsheet would run gets an apostrophe before it."""
    keluaran = io.StringIO()
    penulis = csv.writer(keluaran, lineterminator="\r\n")
    penulis.writerow([_teks(k) for k in kepala])
    penulis.writerows([_teks(sel) for sel in isi] for isi in baris)
    return keluaran.getvalue()


def write_xlsx(kepala: Sequence[str], baris: Iterable[Sequence[Sel]]) -> bytes:
    """One sheet with a header that stays in sight."""
    import xlsxwriter  # slow to load, and only this form needs it

    keluaran = io.BytesIO()
    pilihan = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(keluaran, pilihan) as buku:
        lembar = buku.add_worksheet("Data")
        gaya = {
            str: buku.add_format({"num_format": "@"}),
            int: buku.add_format({"num_format": "#,##0"}),
            Decimal: buku.add_format({"num_format": "#,##0.00"}),
        }
        lembar.freeze_panes(1, 0)
        lembar.set_column(0, len(kepala) - 1, _LEBAR)
        for kolom, teks in enumerate(kepala):
            lembar.write_string(0, kolom, teks, buku.add_format({"bold": True, "text_wrap": True, "bottom": 1}))
        for n, isi in enumerate(baris, 1):
            for kolom, sel in enumerate(isi):
                if isinstance(sel, str):
                    lembar.write_string(n, kolom, sel, gaya[str])
                elif sel is not None:
                    lembar.write_number(n, kolom, sel, gaya[type(sel)])
    return keluaran.getvalue()


def _teks(sel: Sel) -> str:
    if isinstance(sel, str):
        return f"'{sel}" if sel.startswith(_AWAL_RUMUS) else sel
    return "" if sel is None else format_polos(Decimal(sel))


def _send(isi: bytes, media: str, nama: str) -> HttpResponse:
    kepala = {"Content-Disposition": f'attachment; filename="{nama}"', "Content-Security-Policy": "sandbox"}
    return HttpResponse(isi, content_type=media, headers=kepala)
