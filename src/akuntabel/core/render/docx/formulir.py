"""Blocks set as tables without lines: label and value pairs, signatures, the letterhead."""

from akuntabel.core.naskah.model import Isian, Kop, PenandaTangan, TandaTangan, Teks
from akuntabel.core.render.docx.gambar import add_lukisan
from akuntabel.core.render.docx.gaya import NamaGaya
from akuntabel.core.render.docx.konteks import Konteks
from akuntabel.core.render.docx.wml import Elemen, add, add_paragraf, add_teks, twip
from akuntabel.core.render.gambar import ID_KOP, SISI_LOGO_MM

LEBAR_LABEL_MM = 38.0
LEBAR_TITIK_DUA_MM = 5.0
RUANG_TANDA_TANGAN_MM = 20.0
JARAK_BAWAH_MM = 3.0
TEPI_QR_MM = 2.0
HURUF_NAMA_KOP_PT = 13.0
HURUF_ALAMAT_KOP_PT = 8.5
ID_QR = "qr"


def add_isian(konteks: Konteks, induk: Elemen, isian: Isian) -> None:
    """Nama : …, Jabatan : …"""
    lebar_nilai = konteks.lebar_teks_mm - LEBAR_LABEL_MM - LEBAR_TITIK_DUA_MM
    lebar = (LEBAR_LABEL_MM, LEBAR_TITIK_DUA_MM, lebar_nilai)
    tbl = _add_tabel_polos(induk, lebar)
    for label, nilai in isian.pasangan:
        tr = _add_baris(tbl)
        for isi, mm in zip(((Teks(label),), (Teks(":"),), nilai), lebar, strict=True):
            konteks.add_isi(add_paragraf(_add_sel(tr, mm), konteks.gaya[NamaGaya.ISIAN]), isi)
    konteks.add_ruang(induk, JARAK_BAWAH_MM)


def add_tanda_tangan(konteks: Konteks, induk: Elemen, blok: TandaTangan) -> None:
    """Place and date above the last signatory; one signatory alone stands in the right half."""
    penanda: list[PenandaTangan | None] = list(blok.penanda_tangan)
    if len(penanda) == 1:
        penanda.insert(0, None)
    lebar = (konteks.lebar_teks_mm / len(penanda),) * len(penanda)
    tbl = _add_tabel_polos(induk, lebar)
    rata = "center" if len(blok.penanda_tangan) > 1 else ""
    gaya = konteks.gaya[NamaGaya.TANDA_TANGAN]
    tanggal = _add_baris(tbl)
    for ke, mm in enumerate(lebar):
        p = add_paragraf(_add_sel(tanggal, mm), gaya, rata=rata)
        if ke == len(lebar) - 1:
            add_teks(p, blok.tempat_tanggal)
    # Rows of their own for title, room and name: titles of different length still sign on one line.
    atas, ruang, bawah = _add_baris(tbl), _add_baris(tbl), _add_baris(tbl)
    for orang, mm in zip(penanda, lebar, strict=True):
        _add_lines(_add_sel(atas, mm), gaya, rata, orang.di_atas if orang else ())
        _add_ruang(konteks, _add_sel(ruang, mm), rata, has_qr=blok.qr and orang is not None)
        _add_nama(_add_sel(bawah, mm), gaya, rata, orang)
    konteks.add_ruang(induk, JARAK_BAWAH_MM)


def _add_lines(tc: Elemen, gaya: str, rata: str, daftar: tuple[str, ...]) -> None:
    for teks in daftar or ("",):
        p = add_paragraf(tc, gaya, rata=rata)
        if teks:
            add_teks(p, teks)


def _add_ruang(konteks: Konteks, tc: Elemen, rata: str, *, has_qr: bool) -> None:
    if has_qr and ID_QR in konteks.gambar:
        konteks.add_ruang(tc, TEPI_QR_MM)
        p = add_paragraf(tc, konteks.gaya[NamaGaya.TANDA_TANGAN], rata=rata)
        add_lukisan(konteks, p, ID_QR, konteks.gambar[ID_QR], "Kode QR tanda tangan elektronik")
        konteks.add_ruang(tc, TEPI_QR_MM)
    else:
        konteks.add_ruang(tc, RUANG_TANDA_TANGAN_MM)


def _add_nama(tc: Elemen, gaya: str, rata: str, orang: PenandaTangan | None) -> None:
    if orang is None:
        add_paragraf(tc, gaya, rata=rata)
        return
    add_teks(add_paragraf(tc, gaya, rata=rata), orang.nama, tebal=True)
    for teks in (show_nip(orang.nip), orang.keterangan):
        if teks:
            add_teks(add_paragraf(tc, gaya, rata=rata), teks)


def add_kop(konteks: Konteks, induk: Elemen, kop: Kop) -> None:
    """The agency's mark, its name in the middle of the sheet, a double rule below."""
    sisi = SISI_LOGO_MM + JARAK_BAWAH_MM if kop.logo else 0.0
    lebar = (sisi, konteks.lebar_teks_mm - 2 * sisi, sisi) if sisi else (konteks.lebar_teks_mm,)
    tr = _add_baris(_add_tabel_polos(induk, lebar))
    daftar_sel = [_add_sel(tr, mm, is_bergaris=True) for mm in lebar]
    gaya = konteks.gaya[NamaGaya.TANDA_TANGAN]
    if kop.logo:
        p = add_paragraf(daftar_sel[0], gaya)
        add_lukisan(konteks, p, ID_KOP, konteks.gambar[ID_KOP], f"Lambang {kop.nama[0]}")
        add_paragraf(daftar_sel[2], gaya)
    tengah = daftar_sel[len(daftar_sel) // 2]
    for nama in kop.nama:
        add_teks(add_paragraf(tengah, gaya, rata="center"), nama.upper(), tebal=True, huruf_pt=HURUF_NAMA_KOP_PT)
    for alamat in kop.alamat:
        add_teks(add_paragraf(tengah, gaya, rata="center"), alamat, huruf_pt=HURUF_ALAMAT_KOP_PT)
    konteks.add_ruang(induk, 2 * JARAK_BAWAH_MM)


def show_nip(nip: str) -> str:
    """ "NIP 1978…"; words that stand in its place are kept as they are."""
    return f"NIP {nip}" if nip[:1].isdigit() else nip


def _add_tabel_polos(induk: Elemen, lebar_mm: tuple[float, ...]) -> Elemen:
    tbl = add(induk, "tbl")
    properti = add(tbl, "tblPr")
    add(properti, "tblW", w=sum(twip(mm) for mm in lebar_mm), type="dxa")
    add(properti, "tblLayout", type="fixed")
    tepi = add(properti, "tblCellMar")
    add(tepi, "left", w=0, type="dxa")
    add(tepi, "right", w=0, type="dxa")
    grid = add(tbl, "tblGrid")
    for mm in lebar_mm:
        add(grid, "gridCol", w=twip(mm))
    return tbl


def _add_baris(tbl: Elemen) -> Elemen:
    tr = add(tbl, "tr")
    add(add(tr, "trPr"), "cantSplit")
    return tr


def _add_sel(tr: Elemen, mm: float, *, is_bergaris: bool = False) -> Elemen:
    """A cell; is_bergaris: with a double rule below it."""
    tc = add(tr, "tc")
    properti = add(tc, "tcPr")
    add(properti, "tcW", w=twip(mm), type="dxa")
    if is_bergaris:
        add(add(properti, "tcBorders"), "bottom", val="double", sz=6, space=0, color="1F2937")
        add(properti, "vAlign", val="center")
    return tc
