"""``akuntabel validasi``: is the package sound? Every problem at once; ``--segel`` writes the canonical bytes."""

from typing import Annotated

import typer

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.paket import BERKAS_PAKET, read_paket, seal_fakta, write_paket
from akuntabel.doors.cli.argumen import Paket
from akuntabel.doors.cli.konsol import konsol_hasil
from akuntabel.doors.cli.paket import open_paket


def validate_paket(
    paket: Paket,
    segel: Annotated[
        bool, typer.Option("--segel", help=f"Tulis ulang paket dalam bentuk baku dan perbarui {BERKAS_PAKET}.")
    ] = False,
) -> None:
    """Check a package; with ``--segel`` also seal it."""
    fakta = seal_fakta(read_paket(paket, is_tersegel=False)) if segel else open_paket(paket)
    compose_lkj(compute_hasil(fakta))  # tables and figures that a narrative refers to are known only in the document
    if segel:
        write_paket(fakta, paket)
    isi = (
        (fakta.daftar_indikator, "indikator"),
        (fakta.daftar_fakta, "fakta"),
        (fakta.daftar_anggaran, "pos anggaran"),
    )
    jumlah = ", ".join(f"{len(daftar)} {nama}" for daftar, nama in isi)
    konsol_hasil().print(
        f"Paket sah: {fakta.satker.nama} tahun {fakta.tahun}, {jumlah}.\nSidik SHA-256: {fakta.sidik}",
    )
