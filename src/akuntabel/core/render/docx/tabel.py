"""Tables: header rows that repeat, merged cells, columns of fixed width."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from akuntabel.core.naskah.lebar import BANTALAN_MM, INDEN_MM
from akuntabel.core.naskah.model import BarisTabel, Kolom, Rata, Sel, Tabel, Teks
from akuntabel.core.render.docx.gaya import NamaGaya
from akuntabel.core.render.docx.keterangan import add_keterangan
from akuntabel.core.render.docx.konteks import Konteks
from akuntabel.core.render.docx.wml import Elemen, add, add_paragraf, add_teks, twip, w

JC = {Rata.KIRI: "left", Rata.KANAN: "right", Rata.TENGAH: "center", Rata.PENUH: "both"}
HURUF_BAKU_PT = 9.0
JARAK_BAWAH_MM = 3.0


@dataclass(frozen=True, slots=True)
class Tempatan:
    """A cell where it stands in the grid; ``sel`` is None where a cell from above reaches down to here."""

    sel: Sel | None
    kolom: int
    lebar: int


def place_sel(daftar_baris: tuple[BarisTabel, ...], jumlah_kolom: int) -> Iterator[tuple[Tempatan, ...]]:
    """Give every cell its column; cells left out under a downward span come back as ``sel`` None."""
    sisa: dict[int, tuple[int, int]] = {}  # column -> (rows still covered, width)
    for baris in daftar_baris:
        hasil: list[Tempatan] = []
        menunggu = iter(baris.sel)
        kolom = 0
        while kolom < jumlah_kolom:
            if kolom in sisa:
                turun, lebar = sisa.pop(kolom)
                hasil.append(Tempatan(None, kolom, lebar))
            else:
                sel = next(menunggu, None)
                if sel is None:
                    sel = Sel(())  # a short row is filled up: Word wants every column
                hasil.append(Tempatan(sel, kolom, sel.kolom))
                turun, lebar = sel.baris, sel.kolom
            if turun > 1:
                sisa[kolom] = (turun - 1, lebar)
            kolom += lebar
        yield tuple(hasil)


def add_tabel(konteks: Konteks, induk: Elemen, tabel: Tabel, *, is_tengah: bool = False) -> None:
    """Caption, table and source."""
    if tabel.bernomor:
        add_keterangan(konteks, induk, tabel.judul)
    tbl = add(induk, "tbl")
    _add_properti(konteks, tbl, tabel, is_tengah)
    kepala = tabel.kepala or (BarisTabel(tuple(Sel((Teks(k.judul),)) for k in tabel.kolom)),)
    if any(k.judul for k in tabel.kolom) or tabel.kepala:
        _add_daftar_baris(konteks, tbl, tabel, kepala, is_kepala=True)
    _add_daftar_baris(konteks, tbl, tabel, tabel.baris, is_kepala=False)
    if tabel.sumber:
        add_sumber(konteks, induk, tabel.sumber)
    else:
        konteks.add_ruang(induk, JARAK_BAWAH_MM)


def add_sumber(konteks: Konteks, induk: Elemen, sumber: str, *, rata: str = "") -> None:
    """The source, in small print."""
    add_teks(add_paragraf(induk, konteks.gaya[NamaGaya.CATATAN], rata=rata), f"Sumber: {sumber}")


def _add_properti(konteks: Konteks, tbl: Elemen, tabel: Tabel, is_tengah: bool) -> None:
    lebar = [twip(k.lebar_mm) for k in tabel.kolom]
    properti = add(tbl, "tblPr")
    add(properti, "tblStyle", val=konteks.gaya[NamaGaya.TABEL])
    add(properti, "tblW", w=sum(lebar), type="dxa")
    if is_tengah:
        add(properti, "jc", val="center")
    add(properti, "tblLayout", type="fixed")
    # The columns were measured with this room beside the text, whatever the template's table style says.
    tepi = add(properti, "tblCellMar")
    for sisi in ("left", "right"):
        add(tepi, sisi, w=twip(BANTALAN_MM), type="dxa")
    add(properti, "tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    if tabel.caption:
        add(properti, "tblCaption", val=tabel.caption)
    grid = add(tbl, "tblGrid")
    for satu in lebar:
        add(grid, "gridCol", w=satu)


def _add_daftar_baris(
    konteks: Konteks, tbl: Elemen, tabel: Tabel, daftar_baris: tuple[BarisTabel, ...], *, is_kepala: bool
) -> None:
    for baris, daftar in zip(daftar_baris, place_sel(daftar_baris, len(tabel.kolom)), strict=True):
        tr = add(tbl, "tr")
        properti = add(tr, "trPr")
        add(properti, "cantSplit")
        if is_kepala:
            add(properti, "tblHeader")
        jenis = "kepala" if is_kepala else baris.jenis
        for tempatan in daftar:
            _add_sel(konteks, tr, tabel, tempatan, jenis)


def _add_sel(konteks: Konteks, tr: Elemen, tabel: Tabel, tempatan: Tempatan, jenis: str) -> None:
    sel = tempatan.sel
    cakupan = tabel.kolom[tempatan.kolom : tempatan.kolom + tempatan.lebar]
    tc = etree.SubElement(tr, w["tc"])
    properti = etree.SubElement(tc, w["tcPr"])
    add(properti, "tcW", w=sum(twip(k.lebar_mm) for k in cakupan), type="dxa")
    if tempatan.lebar > 1:
        add(properti, "gridSpan", val=tempatan.lebar)
    if sel is None:
        add(properti, "vMerge")
    elif sel.baris > 1:
        add(properti, "vMerge", val="restart")
    for rupa in konteks.rupa_baris.get(jenis, ()):
        properti.append(deepcopy(rupa))
    if jenis == "kepala":
        add(properti, "vAlign", val="center")
    gaya = konteks.gaya[NamaGaya.TABEL_KEPALA if jenis == "kepala" else NamaGaya.TABEL_ISI]
    if sel is None:
        add_paragraf(tc, gaya)
        return
    p = _add_paragraf_sel(tc, gaya, sel, cakupan[0], jenis)
    huruf = tabel.huruf_pt if tabel.huruf_pt != HURUF_BAKU_PT else None
    konteks.add_isi(p, sel.isi, tebal=sel.tebal or jenis in ("jumlah", "kelompok"), huruf_pt=huruf)


def _add_paragraf_sel(tc: Elemen, gaya: str, sel: Sel, kolom: Kolom, jenis: str) -> Elemen:
    """A header follows its column, but never to the right of a column of words; a spanning cell starts left."""
    rata = sel.rata or (Rata.KIRI if sel.kolom > 1 and jenis != "kepala" else kolom.rata)
    if sel.rata is None and jenis == "kepala" and sel.kolom > 1:
        rata = Rata.TENGAH
    p = add_paragraf(tc, gaya)
    if jenis == "kelompok":
        add(p[0], "keepNext")
    if sel.inden:
        add(p[0], "ind", left=twip(INDEN_MM * sel.inden))
    if rata is not Rata.KIRI:
        add(p[0], "jc", val=JC[rata])
    return p
