"""Pictures: PNG in the file, with words for those who cannot see them."""

from lxml import etree

from akuntabel.core.naskah.model import Gambar
from akuntabel.core.render.docx.gaya import NamaGaya
from akuntabel.core.render.docx.keterangan import add_keterangan
from akuntabel.core.render.docx.konteks import Konteks
from akuntabel.core.render.docx.tabel import add_sumber, add_tabel
from akuntabel.core.render.docx.wml import PIC, WP, A, Elemen, R, add, add_paragraf, emu
from akuntabel.core.render.gambar import GambarJadi


def add_gambar(konteks: Konteks, induk: Elemen, gambar: Gambar) -> None:
    """Picture, caption, the table of the same numbers, source."""
    p = add_paragraf(induk, konteks.gaya[NamaGaya.GAMBAR])
    add_lukisan(konteks, p, gambar.id, konteks.gambar[gambar.id], gambar.alt)
    if gambar.bernomor:
        add_keterangan(konteks, induk, gambar.judul)
    if gambar.data is not None:
        add_tabel(konteks, induk, gambar.data, is_tengah=True)
    if gambar.sumber:
        add_sumber(konteks, induk, gambar.sumber, rata="center")


def add_lukisan(konteks: Konteks, p: Elemen, id_gambar: str, jadi: GambarJadi, alt: str) -> None:
    """Append an inline picture, scaled down where it is wider than the page has room."""
    skala = min(1.0, konteks.lebar_teks_mm / jadi.lebar_mm)
    lebar, tinggi = str(emu(jadi.lebar_mm * skala)), str(emu(jadi.tinggi_mm * skala))
    konteks.nomor_gambar += 1
    nomor = str(konteks.nomor_gambar)
    inline = _add(add(add(p, "r"), "drawing"), WP, "inline", distT="0", distB="0", distL="0", distR="0")
    _add(inline, WP, "extent", cx=lebar, cy=tinggi)
    _add(inline, WP, "docPr", id=nomor, name=f"Gambar {nomor}", descr=alt)
    _add(_add(inline, WP, "cNvGraphicFramePr"), A, "graphicFrameLocks", noChangeAspect="1")
    data = _add(_add(inline, A, "graphic"), A, "graphicData", uri=PIC)
    pic = _add(data, PIC, "pic")
    bukan_rupa = _add(pic, PIC, "nvPicPr")
    _add(bukan_rupa, PIC, "cNvPr", id=nomor, name=f"Gambar {nomor}", descr=alt)
    _add(bukan_rupa, PIC, "cNvPicPr")
    isian = _add(pic, PIC, "blipFill")
    _add(isian, A, "blip").set(f"{{{R}}}embed", _embed(konteks, id_gambar, jadi))
    _add(_add(isian, A, "stretch"), A, "fillRect")
    rupa = _add(pic, PIC, "spPr")
    ubah = _add(rupa, A, "xfrm")
    _add(ubah, A, "off", x="0", y="0")
    _add(ubah, A, "ext", cx=lebar, cy=tinggi)
    _add(_add(rupa, A, "prstGeom", prst="rect"), A, "avLst")


def _embed(konteks: Konteks, id_gambar: str, jadi: GambarJadi) -> str:
    """Store the picture once; returns the relationship to it."""
    if id_gambar not in konteks.id_gambar:
        nama = f"media/akuntabel{len(konteks.id_gambar) + 1}.png"
        konteks.id_gambar[id_gambar] = konteks.paket.add_bagian(nama, jadi.png, jenis="image", jenis_isi="image/png")
    return konteks.id_gambar[id_gambar]


def _add(induk: Elemen, ruang: str, nama: str, **atribut: str) -> Elemen:
    return etree.SubElement(induk, f"{{{ruang}}}{nama}", atribut)
