"""Open data: what a report holds as CSV and JSON, all offices of a year, and the catalogue of everything (DCAT)."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse

from akuntabel.doors.portal.halaman import show_laporan, tidak_ada, turn_halaman
from akuntabel.doors.portal.katalog import build_katalog
from akuntabel.doors.portal.lingkungan import build_alamat
from akuntabel.doors.portal.simpanan import halaman
from akuntabel.siklus.publikasi.baca_portal import daftar_katalog, daftar_tahunan, find_terbitan
from akuntabel.siklus.publikasi.data_terbuka import (
    KOLOM,
    KOLOM_TERBITAN,
    build_json,
    read_baris,
    read_terbitan,
    write_csv,
)

TABEL = {f"{tabel}.csv": tabel for tabel in KOLOM}
SEMUA = "data.json"
PER_KATALOG = 100
CSV, JSON = "text/csv; charset=utf-8", "application/json; charset=utf-8"


@halaman
def send_data(request: HttpRequest, slug: str, nama: str) -> HttpResponse:
    """A report as ``data.json`` or one of its tables as CSV; of one that was withdrawn, the notice."""
    terbitan = find_terbitan(slug)
    if terbitan is None or nama not in (SEMUA, *TABEL):
        return tidak_ada("Data ini tidak dikenal.")
    if terbitan.is_ditarik:
        return show_laporan(terbitan)
    alamat = build_alamat("publik_terbitan", slug)
    if nama == SEMUA:
        return _lampirkan(_json(build_json(terbitan, alamat)), JSON, f"{slug}.json")
    tabel = TABEL[nama]
    isi = write_csv(("id", *KOLOM[tabel]), read_baris(terbitan, tabel, alamat))
    return _lampirkan(isi, CSV, f"{slug}-{nama}")


@halaman
def send_capaian_tahun(request: HttpRequest, tahun: int) -> HttpResponse:
    """Every office-year of a year that stands, one row each."""
    daftar = daftar_tahunan().filter(tahun=tahun).order_by("path")
    baris = (read_terbitan(t, build_alamat("publik_terbitan", t.slug)) for t in daftar)
    return _lampirkan(write_csv(("id", *KOLOM_TERBITAN), baris), CSV, f"capaian-{tahun}.csv")


@halaman
def send_katalog(request: HttpRequest) -> HttpResponse:
    """The catalogue, for harvesters of open data."""
    hal = turn_halaman(request, daftar_katalog(), PER_KATALOG)
    return HttpResponse(_json(build_katalog(hal)), content_type="application/ld+json")


def _json(isi: Any) -> bytes:
    return json.dumps(isi, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder).encode() + b"\n"


def _lampirkan(isi: bytes, jenis: str, nama: str) -> HttpResponse:
    jawaban = HttpResponse(isi, content_type=jenis)
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'  # a slug and a name of ours: plain letters
    jawaban["Access-Control-Allow-Origin"] = "*"  # anybody's page may read it
    return jawaban
