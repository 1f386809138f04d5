"""Opening a package at the command line: facts, and a word of warning when it was edited since it was sealed."""

from pathlib import Path

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.paket import daftar_berubah, read_paket
from akuntabel.doors.cli.konsol import konsol_galat


def open_paket(paket: Path) -> FaktaTahun:
    """The facts of a package; raises PaketTidakSahError with every problem in it."""
    fakta = read_paket(paket)
    berubah = daftar_berubah(paket)
    if berubah:
        konsol_galat().print(
            f"Catatan: {', '.join(berubah)} berubah sejak paket disegel. Angka dihitung dari isi yang sekarang. "
            "Bila perubahan itu disengaja, jalankan: akuntabel validasi PAKET --segel",
            style="yellow",
        )
    return fakta
