"""``akuntabel capaian``: how far every target was reached, with the trace on request."""

import csv
import dataclasses
import json
import sys
from typing import Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from akuntabel.core.calc.agregat import Agregat
from akuntabel.core.calc.jejak import Jejak
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.fakta.hasil import HasilIndikator, HasilTahun, compute_hasil
from akuntabel.core.fakta.slot import show_capaian as besaran_capaian
from akuntabel.core.fakta.target import show_realisasi, show_target
from akuntabel.doors.cli.argumen import FormatTampilan, Kebijakan, Paket, Tampilan
from akuntabel.doors.cli.konsol import konsol_hasil
from akuntabel.doors.cli.paket import open_paket


def show_capaian(
    paket: Paket,
    tampilan: Tampilan = FormatTampilan.TABEL,
    kebijakan: Kebijakan = None,
    trace: Annotated[bool, typer.Option("--trace", help="Sertakan jejak hitung setiap nilai.")] = False,
) -> None:
    """Print the capaian of a package."""
    hasil = compute_hasil(open_paket(paket), kebijakan)
    if tampilan is FormatTampilan.JSON:
        sys.stdout.write(json.dumps(build_capaian(hasil), ensure_ascii=False, indent=2) + "\n")
    elif tampilan is FormatTampilan.CSV:
        _write_csv(hasil)
    else:
        _print_tabel(hasil)
        if trace:
            _print_jejak(hasil)


def build_capaian(hasil: HasilTahun) -> dict[str, Any]:
    """The capaian of a year as plain values for JSON; decimals are strings, unrounded."""
    return {
        "satker": hasil.fakta.satker.nama,
        "tahun": hasil.fakta.tahun,
        "kebijakan": hasil.kebijakan.nama,
        "indikator": [_indikator(i) for i in hasil.indikator],
        "sasaran": [
            {
                "kode": s.sasaran.kode,
                "nama": s.sasaran.nama,
                **_rekap(s.rekap),
                "kategori": s.kategori and s.kategori.label,
            }
            for s in hasil.sasaran
        ],
        "organisasi": {
            "capaian": _angka(hasil.organisasi.nilai),
            "kategori": hasil.kategori and hasil.kategori.label,
            "terukur": sum(1 for i in hasil.indikator if i.capaian.terbatas.is_counted),
            "dari": len(hasil.indikator),
        },
    }


def _indikator(i: HasilIndikator) -> dict[str, Any]:
    mentah, terbatas = i.capaian.mentah, i.capaian.terbatas
    return {
        "kode": i.indikator.kode,
        "sasaran": i.indikator.sasaran,
        "nama": i.indikator.nama,
        "arah": i.indikator.arah.value,
        "satuan": i.indikator.satuan,
        "target": i.target.teks,
        "realisasi": i.realisasi.teks if i.realisasi.nilai.is_counted else None,
        "status": terbatas.status.value,
        "alasan": terbatas.alasan or None,
        "capaian_mentah": _angka(mentah),
        "capaian": _angka(terbatas),
        "kategori": i.capaian.kategori.label if i.capaian.kategori else None,
        "jejak": _jejak(terbatas.jejak or mentah.jejak or i.realisasi.nilai.jejak),
    }


def _rekap(rekap: Agregat) -> dict[str, Any]:
    return {"capaian": _angka(rekap.nilai), "terukur": rekap.cakupan.terukur, "dari": rekap.cakupan.dari}


def _angka(nilai: Nilai) -> str | None:
    return None if nilai.angka is None else format(nilai.angka, "f")


def _jejak(jejak: Jejak | None) -> dict[str, Any] | None:
    return dataclasses.asdict(jejak) if jejak else None


def _write_csv(hasil: HasilTahun) -> None:
    baris = [{k: v for k, v in i.items() if k != "jejak"} for i in build_capaian(hasil)["indikator"]]
    penulis = csv.DictWriter(sys.stdout, fieldnames=list(baris[0]) if baris else [], lineterminator="\n")
    penulis.writeheader()
    penulis.writerows(baris)


def _print_tabel(hasil: HasilTahun) -> None:
    konsol = konsol_hasil(soft_wrap=False)
    judul_tabel = f"Capaian {hasil.fakta.satker.nama} {hasil.fakta.tahun} (kebijakan {hasil.kebijakan.nama})"
    tabel = Table(title=judul_tabel, box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    tabel.add_column("Kode", no_wrap=True)
    tabel.add_column("Indikator", overflow="fold", min_width=26)
    for judul, lebar in (("Target", 7), ("Realisasi", 9), ("Capaian", 8)):
        tabel.add_column(judul, justify="right", overflow="fold", width=lebar)
    tabel.add_column("Kategori", no_wrap=True)
    for s in hasil.sasaran:
        for i in s.indikator:
            tabel.add_row(*_baris_indikator(hasil, i))
        kategori = s.kategori.label if s.kategori else "–"
        nama = f"{s.sasaran.nama} ({s.rekap.cakupan} terukur)"
        capaian = besaran_capaian(hasil, s.rekap.nilai).teks
        tabel.add_row(s.sasaran.kode, nama, "", "", capaian, kategori, style="bold", end_section=True)
    terukur = sum(1 for i in hasil.indikator if i.capaian.terbatas.is_counted)
    nama = f"Organisasi ({terukur} dari {len(hasil.indikator)} indikator terukur)"
    kategori = hasil.kategori.label if hasil.kategori else "–"
    tabel.add_row("", nama, "", "", besaran_capaian(hasil, hasil.organisasi.nilai).teks, kategori, style="bold")
    konsol.print(tabel)
    for i in hasil.indikator:
        if i.capaian.mentah.angka != i.capaian.terbatas.angka:
            batas = besaran_capaian(hasil, i.capaian.terbatas).teks
            konsol.print(f"* {i.indikator.kode} dihitung {batas} dalam rekapitulasi, sesuai batas kebijakan.")


def _baris_indikator(hasil: HasilTahun, i: HasilIndikator) -> tuple[str, ...]:
    mentah = i.capaian.mentah
    return (
        i.indikator.kode,
        i.indikator.nama,
        show_target(i.target, i.indikator).teks,
        show_realisasi(i.realisasi, i.indikator).teks,
        besaran_capaian(hasil, mentah).teks + ("" if mentah.angka == i.capaian.terbatas.angka else "*"),
        i.capaian.kategori.label if i.capaian.kategori else "–",
    )


def _print_jejak(hasil: HasilTahun) -> None:
    konsol = konsol_hasil()
    for i in hasil.indikator:
        konsol.print(f"\n{i.indikator.kode} {i.indikator.nama}", style="bold")
        jejak = i.capaian.terbatas.jejak or i.capaian.mentah.jejak or i.realisasi.nilai.jejak
        if jejak:
            _print_satu_jejak(konsol, jejak, 1)
        if i.capaian.terbatas.alasan:
            konsol.print(f"  {i.capaian.terbatas.alasan}")


def _print_satu_jejak(konsol: Console, jejak: Jejak, tingkat: int) -> None:
    lekuk = "  " * tingkat
    konsol.print(f"{lekuk}{jejak.rumus} = {jejak.hasil}")
    for o in jejak.operan:
        asal = f"  [{o.sumber}]" if o.sumber else ""
        konsol.print(f"{lekuk}  {o.nama} = {o.nilai} {o.satuan}".rstrip() + asal)
    for label, isi in (("kebijakan", jejak.kebijakan), ("dasar", jejak.dasar), ("pembulatan", jejak.pembulatan)):
        if isi:
            konsol.print(f"{lekuk}  {label}: {isi}")
    for langkah in jejak.langkah:
        _print_satu_jejak(konsol, langkah, tingkat + 1)
