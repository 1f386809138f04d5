"""Lists of contents, tables and figures: fields that Word updates, filled with the page numbers of the PDF."""

from akuntabel.core.naskah.model import DaftarIsi
from akuntabel.core.render.docx.gaya import DAFTAR_ISI, NamaGaya
from akuntabel.core.render.docx.konteks import Konteks
from akuntabel.core.render.docx.peta import JenisTempat, Tempat
from akuntabel.core.render.docx.wml import (
    Elemen,
    add,
    add_medan,
    add_paragraf,
    add_teks,
    begin_medan,
    end_medan,
    twip,
)

INSTRUKSI = {"isi": r'TOC \o "1-3" \h \z \u', "tabel": r'TOC \h \z \c "Tabel"', "gambar": r'TOC \h \z \c "Gambar"'}
TINGKAT_TERBAWAH = 3


def add_daftar_isi(konteks: Konteks, induk: Elemen, daftar: DaftarIsi) -> None:
    """The whole field; that of contents stands in the box in which Word offers to update it."""
    wadah = _add_wadah(induk) if daftar.jenis == "isi" else induk
    is_terbuka = False
    for tempat in konteks.daftar_tempat:
        if _is_disebut(tempat, daftar):
            p = add_paragraf(wadah, _gaya(konteks, tempat))
            _add_tab(konteks, p)
            if not is_terbuka:
                begin_medan(p, INSTRUKSI[daftar.jenis])
                is_terbuka = True
            _add_entri(konteks, p, tempat)
    penutup = konteks.add_ruang(wadah, 0)
    if not is_terbuka:
        begin_medan(penutup, INSTRUKSI[daftar.jenis])
    end_medan(penutup)


def _add_wadah(induk: Elemen) -> Elemen:
    sdt = add(induk, "sdt")
    bagian = add(add(sdt, "sdtPr"), "docPartObj")
    add(bagian, "docPartGallery", val="Table of Contents")
    add(bagian, "docPartUnique")
    return add(sdt, "sdtContent")


def _is_disebut(tempat: Tempat, daftar: DaftarIsi) -> bool:
    if daftar.jenis == "isi":
        return tempat.jenis is JenisTempat.JUDUL and tempat.tingkat <= TINGKAT_TERBAWAH
    return tempat.jenis is (JenisTempat.TABEL if daftar.jenis == "tabel" else JenisTempat.GAMBAR)


def _gaya(konteks: Konteks, tempat: Tempat) -> str:
    nama = DAFTAR_ISI[tempat.tingkat] if tempat.jenis is JenisTempat.JUDUL else NamaGaya.DAFTAR_GAMBAR
    return konteks.gaya[nama]


def _add_tab(konteks: Konteks, p: Elemen) -> None:
    """The page number stands at the right margin of the paper in use."""
    tab = add(p[0], "tabs")
    add(tab, "tab", val="right", leader="dot", pos=twip(konteks.lebar_teks_mm))


def _add_entri(konteks: Konteks, p: Elemen, tempat: Tempat) -> None:
    tautan = add(p, "hyperlink", anchor=tempat.penanda, history=1)
    add_teks(tautan, tempat.teks)
    add(add(tautan, "r"), "tab")
    add_medan(tautan, rf"PAGEREF {tempat.penanda} \h", tempat.show_halaman(konteks.halaman))
