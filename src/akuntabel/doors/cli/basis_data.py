"""``akuntabel import`` and ``akuntabel export``: a data package into the database and out of it, the same bytes."""

from pathlib import Path
from typing import Annotated

import typer

from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.core.fakta.paket import read_paket, write_paket
from akuntabel.doors.cli.argumen import Paket
from akuntabel.doors.cli.django_siap import require_basis_data
from akuntabel.doors.cli.galat import MasukanSalahError
from akuntabel.doors.cli.konsol import konsol_galat, konsol_hasil
from akuntabel.doors.cli.paket import open_paket
from akuntabel.siklus.organisasi.models import EntitasPelapor, Satker
from akuntabel.siklus.pelaporan.impor_paket import import_paket
from akuntabel.siklus.pelaporan.snapshot import build_fakta_tahun

_SARAN_TERBANYAK = 10


def import_dari_paket(
    paket: Paket,
    satker: Annotated[
        str | None,
        typer.Option("--satker", metavar="KODE", help="Satker tujuan; tanpa ini, satker dengan kode pada paket."),
    ] = None,
    buat_induk: Annotated[
        bool, typer.Option("--buat-induk", help="Buat juga satker induknya bila belum ada (pemasangan pertama).")
    ] = False,
) -> None:
    """Take a package over, all or nothing."""
    require_basis_data()
    fakta = open_paket(paket)
    tujuan = find_satker(satker) if satker is not None else None
    hasil = import_paket(fakta, by=None, satker=tujuan, is_buat_induk=buat_induk)
    for catatan in hasil.catatan:
        konsol_galat().print(f"Catatan: {catatan}", style="yellow")
    baru = " (satker baru)" if hasil.is_satker_baru else ""
    konsol_hasil().print(
        f"Paket {hasil.satker} tahun {hasil.tahun} sudah diimpor ke satker {hasil.satker.kode}{baru}.\n"
        f"Sidik SHA-256: {fakta.sidik}"
    )


def export_ke_paket(
    satker: Annotated[str, typer.Argument(metavar="SATKER", help="Kode satker.", show_default=False)],
    tahun: Annotated[int, typer.Argument(metavar="TAHUN", help="Tahun paket.", show_default=False)],
    dir_: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder paket; dibuat bila belum ada.", show_default=False)
    ],
    entitas: Annotated[
        str | None,
        typer.Option("--entitas", metavar="KODE", help="Entitas pelapor; tanpa ini entitas utama.", show_default=False),
    ] = None,
) -> None:
    """Write what the database knows of an office and year as a package: of one of its entities."""
    require_basis_data()
    asal = find_satker(satker)
    _require_kosong(dir_)
    fakta = build_fakta_tahun(asal, tahun, entitas=_find_entitas(asal, entitas) if entitas else None)
    write_paket(fakta, dir_)
    konsol_hasil().print(f"Paket {asal} tahun {tahun} ditulis ke {dir_}.\nSidik SHA-256: {fakta.sidik}")
    _note_belum_lengkap(dir_)


def find_satker(kode: str) -> Satker:
    """The office of a code. Raises MasukanSalahError that names some that are there."""
    asal = Satker.objects.filter(kode=kode).first()
    if asal is not None:
        return asal
    ada = list(Satker.objects.order_by("kode").values_list("kode", flat=True)[: _SARAN_TERBANYAK + 1])
    daftar = ", ".join(ada[:_SARAN_TERBANYAK]) + ("…" if len(ada) > _SARAN_TERBANYAK else "")
    raise MasukanSalahError(f"Satker {kode} tidak ada di basis data. Yang ada: {daftar or 'belum ada satu pun'}.")


def _find_entitas(satker: Satker, kode: str) -> EntitasPelapor:
    daftar = {e.kode: e for e in EntitasPelapor.objects.filter(satker=satker).order_by("pk")}
    if kode not in daftar:
        raise MasukanSalahError(f"Entitas {kode} tidak ada pada {satker}. Yang ada: {', '.join(daftar)}.")
    return daftar[kode]


def _require_kosong(folder: Path) -> None:
    """A folder of something else, or of another package, is not written over."""
    if folder.is_dir() and any(folder.iterdir()):
        harap = "folder kosong atau nama folder baru"
        raise MasukanSalahError(f"{folder}: folder ini sudah berisi, diharapkan {harap}. Tidak ada yang ditulis.")


def _note_belum_lengkap(folder: Path) -> None:
    """What a year that is still going on lacks of a package that a report can be made from."""
    try:
        read_paket(folder)
    except PaketTidakSahError as galat:
        konsol_galat().print(
            f"Catatan: paket ini belum lengkap untuk menyusun laporan, {len(galat.daftar_masalah)} hal. "
            f"Lihat: akuntabel validasi {folder}",
            style="yellow",
        )
