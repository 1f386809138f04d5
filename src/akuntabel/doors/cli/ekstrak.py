"""``akuntabel extract``: the tables of a report given back as data."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from akuntabel.core.naskah.terbaca import NaskahTerbaca, TabelTerbaca
from akuntabel.core.readers.tabel_keluar import build_tabel, judul_tabel, write_buku, write_csv
from akuntabel.doors.cli.galat import MasukanSalahError
from akuntabel.doors.cli.konsol import konsol_galat, konsol_hasil, write_hasil
from akuntabel.doors.cli.laporan import BANTUAN_LAPORAN, read_laporan, require_tujuan


class FormatEkstrak(StrEnum):
    """How tables are given back."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def extract_tabel(
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help=BANTUAN_LAPORAN)],
    bentuk: Annotated[FormatEkstrak, typer.Option("--format", help="Bentuk keluaran.")] = FormatEkstrak.JSON,
    keluaran: Annotated[
        Path | None,
        typer.Option("--output", metavar="JALUR", help="Berkas hasil (json, xlsx), atau folder satu CSV per tabel."),
    ] = None,
) -> None:
    """Give the tables of a report back; texts stay as printed.

    In CSV a text that a spreadsheet would run as a formula gets an apostrophe before it; JSON holds it unchanged.
    """
    _require_keluaran(keluaran, berkas, bentuk)
    naskah = read_laporan(berkas)
    _ingatkan(naskah)
    if bentuk is FormatEkstrak.JSON:
        write_hasil(json.dumps(build_tabel(naskah), ensure_ascii=False, indent=2) + "\n", keluaran)
        if keluaran is not None:
            _laporkan(len(naskah.daftar_tabel), keluaran)
        return
    if not naskah.daftar_tabel:
        raise MasukanSalahError(f"{berkas}: tidak ada tabel di dalamnya.")
    if keluaran is None:
        write_hasil(_satukan_csv(naskah.daftar_tabel), None)
        return
    if bentuk is FormatEkstrak.XLSX:
        keluaran.write_bytes(write_buku(naskah.daftar_tabel))
    else:
        _tulis_folder(naskah.daftar_tabel, keluaran)
    _laporkan(len(naskah.daftar_tabel), keluaran)


def _require_keluaran(keluaran: Path | None, berkas: Path, bentuk: FormatEkstrak) -> None:
    """Refuse a place for the result that cannot be used, before the report is read."""
    if bentuk is not FormatEkstrak.CSV:
        require_tujuan(keluaran, [berkas], bentuk)
    elif keluaran is not None and keluaran.exists() and not keluaran.is_dir():
        raise MasukanSalahError(f"--output: {keluaran} sudah ada dan bukan folder; CSV ditulis satu berkas per tabel.")
    if bentuk is FormatEkstrak.XLSX and keluaran is None:
        raise MasukanSalahError(
            "--format xlsx: sebutkan berkas hasilnya dengan --output, misalnya --output tabel.xlsx."
        )


def _ingatkan(naskah: NaskahTerbaca) -> None:
    if naskah.halaman_tak_terbaca:
        daftar = ", ".join(str(h) for h in naskah.halaman_tak_terbaca)
        konsol_galat().print(f"Catatan: halaman {daftar} berupa gambar; tabel di dalamnya tidak terbaca.")


def _tulis_folder(daftar: Sequence[TabelTerbaca], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for urut, tabel in enumerate(daftar, 1):
        (folder / f"t{urut}.csv").write_text(write_csv(tabel), "utf-8")


def _satukan_csv(daftar: Sequence[TabelTerbaca]) -> str:
    """All tables in one stream, each under a line with its id and title, a blank line between."""
    return "\n".join(f"# t{urut} {judul_tabel(t)}\n{write_csv(t)}" for urut, t in enumerate(daftar, 1))


def _laporkan(jumlah: int, keluaran: Path) -> None:
    konsol_hasil().print(f"{jumlah} tabel ditulis ke {keluaran}")
