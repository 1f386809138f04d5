"""``akuntabel anggaran``: the budget tree, totals per source of funds, and the chain of revisions."""

import csv
import json
import sys
from typing import Any

from rich import box
from rich.table import Table

from akuntabel.core.calc.anggaran import BarisAnggaran
from akuntabel.core.calc.angka import format_angka, format_rupiah
from akuntabel.core.calc.besaran import SATUAN_PERSEN, Besaran
from akuntabel.core.fakta.hasil import BarisBerkode, HasilAnggaran, compute_hasil_anggaran
from akuntabel.doors.cli.argumen import FormatTampilan, Paket, Tampilan
from akuntabel.doors.cli.konsol import konsol_hasil
from akuntabel.doors.cli.paket import open_paket


def show_anggaran(paket: Paket, tampilan: Tampilan = FormatTampilan.TABEL) -> None:
    """Print the budget of a package."""
    fakta = open_paket(paket)
    anggaran = compute_hasil_anggaran(fakta)
    if tampilan is FormatTampilan.JSON:
        sys.stdout.write(json.dumps(build_anggaran(anggaran), ensure_ascii=False, indent=2) + "\n")
    elif tampilan is FormatTampilan.CSV:
        _write_csv(anggaran)
    else:
        _print_tabel(f"Anggaran {fakta.satker.nama} {fakta.tahun}", anggaran)


def build_anggaran(anggaran: HasilAnggaran) -> dict[str, Any]:
    """The budget as plain values for JSON: rupiah are whole numbers, percentages strings, unrounded."""
    return {
        "baris": [_baris(b) for b in anggaran.baris],
        "total": {b.sumber_dana: _angka(b) for b in anggaran.total.per_sumber}
        | {"semua": _angka(anggaran.total.semua)},
        "revisi": [
            {"nomor": r.nomor, "semula": r.semula, "menjadi": r.menjadi, "selisih": selisih, "alasan": r.alasan}
            for r, selisih in anggaran.revisi
        ],
        "beda_pagu": anggaran.beda_pagu,
        "ketidakcocokan": [k.pesan for k in anggaran.ketidakcocokan],
    }


def _baris(b: BarisBerkode) -> dict[str, Any]:
    return {
        "kode": b.kode.kode,
        "uraian": b.kode.uraian,
        "tingkat": b.kode.tingkat.value,
        "sumber_dana": b.baris.sumber_dana,
        **_angka(b.baris),
    }


def _angka(b: BarisAnggaran) -> dict[str, Any]:
    persen = None if b.persen.angka is None else format(b.persen.angka, "f")
    return {"pagu": b.pagu, "realisasi": b.realisasi, "sisa": b.sisa, "persen": persen}


def _write_csv(anggaran: HasilAnggaran) -> None:
    kolom = ["kode", "uraian", "tingkat", "sumber_dana", "pagu", "realisasi", "sisa", "persen"]
    penulis = csv.DictWriter(sys.stdout, fieldnames=kolom, lineterminator="\n")
    penulis.writeheader()
    penulis.writerows(_baris(b) for b in anggaran.baris)


# Below this many columns the names of the codes would vanish beside three columns of rupiah.
LEBAR_DENGAN_SISA = 110


def _print_tabel(judul: str, anggaran: HasilAnggaran) -> None:
    konsol = konsol_hasil(soft_wrap=False)
    has_sisa = konsol.width >= LEBAR_DENGAN_SISA
    tabel = Table(title=judul, box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    tabel.add_column("Kode", no_wrap=True)
    tabel.add_column("Uraian", overflow="fold")
    tabel.add_column("Dana", no_wrap=True)
    for kepala in ("Pagu (Rp)", "Realisasi (Rp)", *(["Sisa (Rp)"] * has_sisa), "%"):
        tabel.add_column(kepala, justify="right", no_wrap=True)
    for b in anggaran.baris:
        uraian = " " * (b.baris.tingkat - 1) + b.kode.uraian
        gaya = "bold" if b.baris.tingkat == 1 else None
        tabel.add_row(b.kode.kode, uraian, *_sel(b.baris, has_sisa=has_sisa), style=gaya)
    tabel.add_section()
    for total in anggaran.total.per_sumber:
        tabel.add_row("", "Jumlah", *_sel(total, has_sisa=has_sisa), style="bold")
    tabel.add_row("", "Jumlah seluruhnya", *_sel(anggaran.total.semua, has_sisa=has_sisa), style="bold")
    konsol.print(tabel)
    if anggaran.revisi:
        konsol.print(_tabel_revisi(anggaran))
    for ketidakcocokan in anggaran.ketidakcocokan:
        konsol.print(ketidakcocokan.pesan, style="yellow")


def _sel(b: BarisAnggaran, *, has_sisa: bool) -> tuple[str, ...]:
    return (
        b.sumber_dana,
        format_angka(b.pagu),
        "–" if b.realisasi is None else format_angka(b.realisasi),
        *(["–" if b.sisa is None else format_angka(b.sisa)] * has_sisa),
        Besaran(b.persen, SATUAN_PERSEN, 2).teks,
    )


def _tabel_revisi(anggaran: HasilAnggaran) -> Table:
    tabel = Table(title="Revisi DIPA", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for kepala in ("Revisi", "Semula", "Menjadi", "Selisih"):
        tabel.add_column(kepala, justify="right", no_wrap=True)
    for r, selisih in anggaran.revisi:
        tabel.add_row(
            str(r.nomor),
            "–" if r.semula is None else format_rupiah(r.semula),
            format_rupiah(r.menjadi),
            "–" if selisih is None else format_rupiah(selisih, bertanda=True),
        )
    return tabel
