"""Arguments that several commands share, each with its Indonesian help."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Paket = Annotated[Path, typer.Argument(metavar="PAKET", help="Folder paket data.", show_default=False)]
Keluaran = Annotated[Path, typer.Option("-o", "--keluaran", metavar="DIR", help="Folder hasil.")]
Kebijakan = Annotated[
    str | None,
    typer.Option("--kebijakan", metavar="NAMA", help="Kebijakan hitung; tanpa ini, kebijakan dari paket."),
]


class FormatTampilan(StrEnum):
    """How figures are printed."""

    TABEL = "table"
    JSON = "json"
    CSV = "csv"


Tampilan = Annotated[FormatTampilan, typer.Option("--format", help="Bentuk keluaran.")]
