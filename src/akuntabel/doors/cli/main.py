"""``akuntabel``: the command line. Thin: reads arguments, calls the core, prints."""

import sys

import typer

from akuntabel.doors.cli.anggaran import show_anggaran
from akuntabel.doors.cli.capaian import show_capaian
from akuntabel.doors.cli.dokumen import write_lkj, write_pk
from akuntabel.doors.cli.ekstrak import extract_tabel
from akuntabel.doors.cli.galat import KODE_MASUKAN_SALAH, run_app
from akuntabel.doors.cli.periksa import check_berkas, show_aturan
from akuntabel.doors.cli.validasi import validate_paket

app = typer.Typer(
    name="akuntabel",
    help="Akuntabilitas kinerja instansi pemerintah (SAKIP): setiap angka dihitung sekali dan dapat dihitung ulang.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help", "--bantuan"]},
)
app.command("lkj", help="Susun Laporan Kinerja dari paket data.")(write_lkj)
app.command("pk", help="Susun Perjanjian Kinerja dari paket data.")(write_pk)
app.command("capaian", help="Hitung capaian indikator, sasaran, dan organisasi.")(show_capaian)
app.command("anggaran", help="Hitung realisasi anggaran per kode dan sumber dana.")(show_anggaran)
app.command("validasi", help="Periksa paket data; sebutkan semua masalahnya sekaligus.")(validate_paket)
app.command("check", help="Periksa laporan kinerja siapa pun: apa yang tidak cocok di dalamnya.")(check_berkas)
app.command("extract", help="Ambil kembali tabel sebuah laporan sebagai data: JSON, CSV, atau XLSX.")(extract_tabel)
app.command("rule", help="Jelaskan satu aturan pemeriksa.")(show_aturan)


def main() -> None:
    """Entry point: bad input ends with one Indonesian message and exit code 2, never with a traceback."""
    sys.exit(run_app(app))


__all__ = ["KODE_MASUKAN_SALAH", "app", "main"]
