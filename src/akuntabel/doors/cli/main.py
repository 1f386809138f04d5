"""``akuntabel``: the command line. Thin: reads arguments, calls the core, prints.

What a command needs is imported when it is called: checking a text must not wait for the makers of documents.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer

from akuntabel.doors.cli.galat import MasukanSalahError, print_galat, run_app
from akuntabel.doors.cli.konsol import prepare_aliran

_BANTUAN = "Akuntabilitas kinerja instansi pemerintah (SAKIP): setiap angka dihitung sekali dan dapat dihitung ulang."


@dataclass(frozen=True, slots=True)
class Perintah:
    """A command: its name, the line of help, and where the function is that does it."""

    nama: str
    bantuan: str
    modul: str
    fungsi: str
    is_django: bool = False

    def load(self) -> Callable[..., Any]:
        """The function itself, with all that it needs."""
        if self.is_django:
            import_module("akuntabel.doors.cli.django_siap").setup_django()
        fungsi: Callable[..., Any] = getattr(import_module(f"akuntabel.doors.cli.{self.modul}"), self.fungsi)
        return fungsi


DAFTAR_PERINTAH = (
    Perintah("lkj", "Susun Laporan Kinerja dari paket data.", "dokumen", "write_lkj"),
    Perintah("pk", "Susun Perjanjian Kinerja dari paket data.", "dokumen", "write_pk"),
    Perintah("capaian", "Hitung capaian indikator, sasaran, dan organisasi.", "capaian", "show_capaian"),
    Perintah("anggaran", "Hitung realisasi anggaran per kode dan sumber dana.", "anggaran", "show_anggaran"),
    Perintah("validasi", "Periksa paket data; sebutkan semua masalahnya sekaligus.", "validasi", "validate_paket"),
    Perintah(
        "check", "Periksa laporan kinerja siapa pun: apa yang tidak cocok di dalamnya.", "periksa", "check_berkas"
    ),
    Perintah(
        "extract", "Ambil kembali tabel sebuah laporan sebagai data: JSON, CSV, atau XLSX.", "ekstrak", "extract_tabel"
    ),
    Perintah("rule", "Jelaskan satu aturan pemeriksa.", "periksa", "show_aturan"),
    Perintah("serve", "Jalankan situs; pertama kali, siapkan semuanya.", "serve", "serve_situs", is_django=True),
    Perintah("worker", "Kerjakan tugas latar (mesin tambahan pada PostgreSQL).", "serve", "work", is_django=True),
    Perintah("import", "Impor paket data ke basis data.", "basis_data", "import_dari_paket", is_django=True),
    Perintah(
        "import-anggaran",
        "Muat laporan anggaran (SAKTI, OM-SPAN, POK).",
        "impor_anggaran",
        "import_anggaran",
        is_django=True,
    ),
    Perintah(
        "export", "Ekspor satu satker dan tahun sebagai paket data.", "basis_data", "export_ke_paket", is_django=True
    ),
    Perintah("audit", "Periksa keutuhan jejak audit, atau segel.", "audit", "audit_jejak", is_django=True),
)


def build_app(dipanggil: str) -> typer.Typer:
    """The program as far as one call needs it: all commands by name and help, and the one called with its arguments."""
    app = typer.Typer(
        name="akuntabel",
        help=_BANTUAN,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help", "--bantuan"]},
    )
    for p in DAFTAR_PERINTAH:
        app.command(p.nama, help=p.bantuan)(p.load() if p.nama == dipanggil else _belum_dimuat)
    return app


def _belum_dimuat() -> None:
    """Stands for a command that was not called."""


def main() -> None:
    """Entry point: bad input ends with one Indonesian message and exit code 2, never with a traceback."""
    prepare_aliran()
    # The program itself takes no option with a value, so the first word is the command.
    try:
        app = build_app(next((a for a in sys.argv[1:] if not a.startswith("-")), ""))
    except MasukanSalahError as galat:
        sys.exit(print_galat(str(galat)))
    sys.exit(run_app(app))
