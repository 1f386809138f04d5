"""``akuntabel lkj`` and ``akuntabel pk``: documents out of a package. Everything is made before anything is written."""

import re
import time
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.compose.isi_perjanjian import read_isi_perjanjian
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.compose.perjanjian import compose_perjanjian
from akuntabel.core.fakta.hasil import HasilTahun, compute_hasil
from akuntabel.core.naskah.model import Kertas, Naskah
from akuntabel.core.render.berkas import BerkasJadi, Format, render_berkas
from akuntabel.core.render.docx import TemplateTidakSah
from akuntabel.doors.cli.argumen import Kebijakan, Keluaran, Paket
from akuntabel.doors.cli.galat import MasukanSalahError
from akuntabel.doors.cli.konsol import konsol_galat, konsol_hasil
from akuntabel.doors.cli.paket import open_paket

DaftarFormat = Annotated[
    str, typer.Option("--format", metavar="DAFTAR", help="Satu atau beberapa dari: pdf, docx, html, json.")
]
Template = Annotated[
    Path | None, typer.Option("--template", metavar="BERKAS", help="Template Word (.docx) milik instansi.")
]
PilihanKertas = Annotated[Kertas, typer.Option("--kertas", help="Ukuran kertas.")]


def write_lkj(
    paket: Paket,
    keluaran: Keluaran = Path("hasil"),
    daftar_format: DaftarFormat = "pdf,docx,html",
    template: Template = None,
    kertas: PilihanKertas = Kertas.A4,
    kebijakan: Kebijakan = None,
) -> None:
    """Write the Laporan Kinerja."""
    _write(
        "laporan-kinerja",
        paket,
        keluaran,
        daftar_format,
        template,
        kebijakan,
        lambda h: compose_lkj(h, kertas=kertas),
    )


def write_pk(
    paket: Paket,
    keluaran: Keluaran = Path("hasil"),
    daftar_format: DaftarFormat = "pdf,docx,html",
    template: Template = None,
    kertas: PilihanKertas = Kertas.A4,
) -> None:
    """Write the Perjanjian Kinerja."""
    _write(
        "perjanjian-kinerja",
        paket,
        keluaran,
        daftar_format,
        template,
        None,
        lambda h: compose_perjanjian(read_isi_perjanjian(h), kertas=kertas),
    )


def _write(
    awalan: str,
    paket: Path,
    keluaran: Path,
    daftar_format: str,
    template: Path | None,
    kebijakan: str | None,
    compose: Callable[[HasilTahun], Naskah],
) -> None:
    pilihan = _parse_format(daftar_format)
    if keluaran.exists() and not keluaran.is_dir():
        raise MasukanSalahError(f"{keluaran}: diharapkan folder, padahal ini berkas. Pilih nama lain untuk -o.")
    mulai = time.perf_counter()
    with _progress() as progres:
        tugas = progres.add_task("Membaca paket", total=len(pilihan) + 3)

        def maju(langkah: str) -> None:
            progres.update(tugas, advance=1, description=langkah)

        hasil = compute_hasil(open_paket(paket), kebijakan)
        maju("Menyusun naskah")
        try:
            berkas = render_berkas(compose(hasil), pilihan, template=template, saat_langkah=maju)
        except TemplateTidakSah as galat:
            raise MasukanSalahError(str(galat)) from None
        maju("Menulis berkas")
        jalur = _simpan(berkas, keluaran, f"{awalan}-{_slug(hasil)}")
    konsol = konsol_hasil()
    for j, jadi in zip(jalur, berkas.values(), strict=True):
        konsol.print(f"{j}  ({len(jadi.isi) // 1024} KB, {_detik(jadi.detik)})")
    konsol_galat().print(f"Selesai dalam {_detik(time.perf_counter() - mulai)}.")


def _parse_format(daftar: str) -> list[Format]:
    nama = [n.strip().lower() for n in daftar.split(",") if n.strip()]
    dikenal = [f.value for f in Format]
    salah = [n for n in nama if n not in dikenal]
    if salah or not nama:
        raise MasukanSalahError(
            f"--format: tertulis “{daftar}”, diharapkan satu atau beberapa dari {', '.join(dikenal)}, dipisah koma."
        )
    return [f for f in Format if f in nama]


def _detik(detik: float) -> str:
    return f"{format_angka(Decimal(str(detik)), 2)} detik"


def _simpan(berkas: dict[Format, BerkasJadi], keluaran: Path, nama: str) -> Sequence[Path]:
    """Write beside, then rename: a reader never meets half a file."""
    keluaran.mkdir(parents=True, exist_ok=True)
    jalur = []
    for akhiran, jadi in berkas.items():
        tujuan = keluaran / f"{nama}.{akhiran}"
        sementara = tujuan.with_name(f".{tujuan.name}.sementara")
        sementara.write_bytes(jadi.isi)
        sementara.replace(tujuan)
        jalur.append(tujuan)
    return jalur


def _slug(hasil: HasilTahun) -> str:
    nama = re.sub(r"[^a-z0-9]+", "-", hasil.fakta.satker.nama.lower()).strip("-")
    return f"{nama}-{hasil.fakta.tahun}"


def _progress() -> Progress:
    konsol = konsol_galat()
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        console=konsol,
        transient=True,
        disable=not konsol.is_terminal,  # a log wants the result, not the bar
    )
