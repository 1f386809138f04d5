"""``akuntabel extract``: the tables of a report given back as data."""

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from akuntabel.core.naskah.terbaca import NaskahTerbaca, TabelTerbaca
from akuntabel.core.readers.baca import read_berkas
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.tabel_keluar import build_tabel, judul_tabel, write_buku, write_csv
from akuntabel.doors.cli.galat import MasukanSalahError
from akuntabel.doors.cli.konsol import konsol_galat, konsol_hasil


class FormatEkstrak(StrEnum):
    """How tables are given back."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def extract_tabel(
    berkas: Annotated[
        Path, typer.Argument(metavar="BERKAS", help="Laporan: .docx, .pdf, .xlsx, .html, .md, atau .txt.")
    ],
    bentuk: Annotated[FormatEkstrak, typer.Option("--format", help="Bentuk keluaran.")] = FormatEkstrak.JSON,
    keluaran: Annotated[
        Path | None,
        typer.Option("--output", metavar="JALUR", help="Berkas hasil (json, xlsx), atau folder satu CSV per tabel."),
    ] = None,
) -> None:
    """Give the tables of a report back; texts stay as printed.

    In CSV a text that a spreadsheet would run as a formula gets an apostrophe before it; JSON holds it unchanged.
    """
    try:
        naskah = read_berkas(berkas)
    except BerkasTidakTerbacaError as galat:
        raise MasukanSalahError(str(galat)) from None
    _ingatkan(naskah)
    if bentuk is FormatEkstrak.JSON:
        teks = json.dumps(build_tabel(naskah), ensure_ascii=False, indent=2) + "\n"
        _tulis_teks(teks, keluaran, len(naskah.daftar_tabel))
        return
    if not naskah.daftar_tabel:
        raise MasukanSalahError(f"{berkas}: tidak ada tabel di dalamnya.")
    if bentuk is FormatEkstrak.XLSX:
        _tulis_buku(naskah.daftar_tabel, keluaran)
    elif keluaran is None:
        sys.stdout.write(_satukan_csv(naskah.daftar_tabel))
    else:
        _tulis_folder(naskah.daftar_tabel, keluaran)


def _ingatkan(naskah: NaskahTerbaca) -> None:
    if naskah.halaman_tak_terbaca:
        daftar = ", ".join(str(h) for h in naskah.halaman_tak_terbaca)
        konsol_galat().print(f"Catatan: halaman {daftar} berupa gambar; tabel di dalamnya tidak terbaca.")


def _tulis_teks(teks: str, keluaran: Path | None, jumlah: int) -> None:
    if keluaran is None:
        sys.stdout.write(teks)
    else:
        keluaran.write_text(teks, "utf-8")
        _laporkan(jumlah, keluaran)


def _tulis_buku(daftar: Sequence[TabelTerbaca], keluaran: Path | None) -> None:
    if keluaran is None:
        raise MasukanSalahError(
            "--format xlsx: sebutkan berkas hasilnya dengan --output, misalnya --output tabel.xlsx."
        )
    keluaran.write_bytes(write_buku(daftar))
    _laporkan(len(daftar), keluaran)


def _tulis_folder(daftar: Sequence[TabelTerbaca], folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise MasukanSalahError(f"--output: {folder} sudah ada dan bukan folder; CSV ditulis satu berkas per tabel.")
    folder.mkdir(parents=True, exist_ok=True)
    for urut, tabel in enumerate(daftar, 1):
        (folder / f"t{urut}.csv").write_text(write_csv(tabel), "utf-8")
    _laporkan(len(daftar), folder)


def _satukan_csv(daftar: Sequence[TabelTerbaca]) -> str:
    """All tables in one stream, each under a line with its id and title, a blank line between."""
    return "\n".join(f"# t{urut} {judul_tabel(t)}\n{write_csv(t)}" for urut, t in enumerate(daftar, 1))


def _laporkan(jumlah: int, keluaran: Path) -> None:
    konsol_hasil().print(f"{jumlah} tabel ditulis ke {keluaran}")
