"""Tables of a naskah as Typst source: headers that repeat, rows that stay whole as long as they fit on a page."""

import math
from collections.abc import Iterator

from akuntabel.core.naskah.lebar import BANTALAN_MM, INDEN_MM, daftar_letak, measure_teks
from akuntabel.core.naskah.model import BarisTabel, Kolom, Rata, Sel, Tabel
from akuntabel.core.render.tabel import build_kepala, find_rata
from akuntabel.core.render.typst_teks import larik, literal, write_baris

RATA = {Rata.KIRI: "left", Rata.KANAN: "right", Rata.TENGAH: "center", Rata.PENUH: "left"}
BARIS_UTUH = 24  # a row or group of rows with more lines may break over pages: half of a page turned on its side
TABEL_UTUH = 12  # a table with fewer lines stands on one page

Tempat = tuple[BarisTabel, list[tuple[int, Sel]]]


def write_tabel(tabel: Tabel) -> str:
    """One call of ``tabel`` in the template."""
    tempat = list(_daftar_tempat(tabel))
    tinggi = [_count_baris_cetak(tabel, sel_baris) for _, sel_baris in tempat]
    unsur = (
        literal(tabel.id),
        literal(tabel.caption) if tabel.bernomor else "none",
        literal(tabel.sumber),
        larik(*(f"{k.lebar_mm}mm" for k in tabel.kolom)),
        larik(*(f"{RATA[k.rata]} + top" for k in tabel.kolom)),
        f"{tabel.huruf_pt}pt",
        f"{BANTALAN_MM}mm",
        larik(*_daftar_th(tabel)),
        larik(*_daftar_baris(tabel, tempat, tinggi)),
        "true" if sum(tinggi) < TABEL_UTUH else "false",
    )
    return f"tabel({', '.join(unsur)})"


def _daftar_th(tabel: Tabel) -> Iterator[str]:
    for _, nomor, sel in daftar_letak(build_kepala(tabel), len(tabel.kolom)):
        rata = find_rata(sel, tabel.kolom[nomor], is_kepala=True)
        yield f"th({write_baris(sel.isi)}, kolom: {sel.kolom}, baris: {sel.baris}, rata: {RATA[rata]} + horizon)"


def _daftar_tempat(tabel: Tabel) -> Iterator[Tempat]:
    """Every row with its cells and their first columns."""
    letak = daftar_letak(tabel.baris, len(tabel.kolom))
    for baris in tabel.baris:
        yield baris, [next(letak)[1:] for _ in baris.sel]


def _daftar_baris(tabel: Tabel, tempat: list[Tempat], tinggi: list[int]) -> Iterator[str]:
    """The cells; the totals that close a table are its footer and stay together."""
    isi = len(tempat)
    while isi and tempat[isi - 1][0].jenis == "jumlah":
        isi -= 1
    for ke, (baris, sel_baris) in enumerate(tempat[:isi]):
        if baris.jenis == "kelompok" and len(sel_baris) == 1:
            yield f"subjudul({write_baris(baris.sel[0].isi)}, {len(tabel.kolom)})"
            continue
        for nomor, sel in sel_baris:
            # A cell that may not break and does not fit on a page would run off it.
            setinggi = max(sum(tinggi[ke : ke + sel.baris]), _count_baris_sel(sel, nomor, tabel))
            yield _td(baris, sel, tabel.kolom[nomor], is_terbagi=setinggi > BARIS_UTUH)
    if isi < len(tempat):
        penutup = ", ".join(
            _td(baris, sel, tabel.kolom[n]) for baris, sel_baris in tempat[isi:] for n, sel in sel_baris
        )
        yield f"table.footer(repeat: false, {penutup})"


def _count_baris_cetak(tabel: Tabel, sel_baris: list[tuple[int, Sel]]) -> int:
    """Lines of print of a row: its highest cell, those that reach into the next rows aside."""
    return max((_count_baris_sel(sel, nomor, tabel) for nomor, sel in sel_baris if sel.baris == 1), default=1)


def _count_baris_sel(sel: Sel, nomor: int, tabel: Tabel) -> int:
    """About how many lines a cell takes; broken lines are not full, hence the quarter."""
    cakupan: tuple[Kolom, ...] = tabel.kolom[nomor : nomor + sel.kolom]
    lebar = sum(k.lebar_mm for k in cakupan) - 2 * BANTALAN_MM - sel.inden * INDEN_MM
    return math.ceil(1.25 * measure_teks(sel.teks, tabel.huruf_pt) / max(lebar, 1.0))


def _td(baris: BarisTabel, sel: Sel, kolom: Kolom, *, is_terbagi: bool = False) -> str:
    opsi = [f"kolom: {sel.kolom}"] * (sel.kolom > 1) + [f"baris: {sel.baris}"] * (sel.baris > 1)
    if (rata := find_rata(sel, kolom)) is not kolom.rata:
        opsi.append(f"rata: {RATA[rata]} + top")
    if sel.inden:
        opsi.append(f"inden: {sel.inden * INDEN_MM}mm")
    if sel.tebal or baris.jenis != "isi":
        opsi.append("tebal: true")
    if baris.jenis == "kelompok":
        opsi.append("latar: arsir")
    elif baris.jenis == "jumlah":
        opsi.append("atas: 0.8pt")
    if is_terbagi:
        opsi.append("terbagi: true")
    return f"td({', '.join([write_baris(sel.isi), *opsi])})"
