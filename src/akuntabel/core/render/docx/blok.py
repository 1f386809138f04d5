"""Running text: headings, paragraphs, lists, room; and which writer takes which block."""

from akuntabel.core.naskah.model import (
    Bab,
    Blok,
    Daftar,
    DaftarIsi,
    Gambar,
    HalamanBaru,
    Isian,
    Jarak,
    Judul,
    Kop,
    Paragraf,
    Tabel,
    TandaTangan,
)
from akuntabel.core.render.docx.daftar_isi import add_daftar_isi
from akuntabel.core.render.docx.formulir import add_isian, add_kop, add_tanda_tangan
from akuntabel.core.render.docx.gambar import add_gambar
from akuntabel.core.render.docx.gaya import GAYA_PARAGRAF, JUDUL, NamaGaya
from akuntabel.core.render.docx.konteks import Konteks, begin_penanda, end_penanda
from akuntabel.core.render.docx.tabel import JC, add_tabel
from akuntabel.core.render.docx.wml import Elemen, add, add_paragraf, add_teks


def add_blok(konteks: Konteks, induk: Elemen, blok: Blok) -> None:
    """Write one block."""
    match blok:
        case Paragraf():
            _add_paragraf_naskah(konteks, induk, blok)
        case Judul():
            _add_judul(konteks, induk, blok)
        case Daftar():
            _add_daftar(konteks, induk, blok, 0)
        case Tabel():
            add_tabel(konteks, induk, blok)
        case Gambar():
            add_gambar(konteks, induk, blok)
        case TandaTangan() | Isian() | Kop() | DaftarIsi():
            _add_formulir(konteks, induk, blok)
        case Jarak():
            konteks.add_ruang(induk, blok.mm)
        case HalamanBaru():
            add_halaman_baru(konteks, induk)


def _add_formulir(konteks: Konteks, induk: Elemen, blok: TandaTangan | Isian | Kop | DaftarIsi) -> None:
    if isinstance(blok, TandaTangan):
        add_tanda_tangan(konteks, induk, blok)
    elif isinstance(blok, Isian):
        add_isian(konteks, induk, blok)
    elif isinstance(blok, Kop):
        add_kop(konteks, induk, blok)
    else:
        add_daftar_isi(konteks, induk, blok)


def add_judul_bab(konteks: Konteks, induk: Elemen, bab: Bab, *, is_ganti_halaman: bool) -> None:
    """The heading of a chapter: its number on a line of its own above the title."""
    tempat = konteks.take_tempat()
    p = add_paragraf(induk, konteks.gaya[NamaGaya.JUDUL_1], is_ganti_halaman=is_ganti_halaman)
    begin_penanda(p, 2 * tempat.urut, tempat.penanda)
    if bab.nomor:
        add_teks(p, bab.nomor, gaya=konteks.gaya[NamaGaya.NOMOR_BAB])
        add(add(p, "r"), "br")
    add_teks(p, bab.judul)
    end_penanda(p, 2 * tempat.urut)


def add_halaman_baru(konteks: Konteks, induk: Elemen) -> None:
    """A page break that leaves no empty line at the head of the new page."""
    add(add(konteks.add_ruang(induk, 0), "r"), "br", type="page")


def _add_judul(konteks: Konteks, induk: Elemen, judul: Judul) -> None:
    tempat = konteks.take_tempat()
    p = add_paragraf(induk, konteks.gaya[JUDUL[judul.tingkat]])
    begin_penanda(p, 2 * tempat.urut, tempat.penanda)
    add_teks(p, tempat.teks)
    end_penanda(p, 2 * tempat.urut)


def _add_paragraf_naskah(konteks: Konteks, induk: Elemen, paragraf: Paragraf) -> None:
    rata = JC[paragraf.rata] if paragraf.rata else ""
    p = add_paragraf(induk, konteks.gaya[GAYA_PARAGRAF[paragraf.gaya]], rata=rata)
    konteks.add_isi(p, paragraf.isi)


def _add_daftar(konteks: Konteks, induk: Elemen, daftar: Daftar, tingkat: int) -> None:
    """Items of a list and of the lists below them; each list counts from its first mark."""
    nomor = konteks.nomor_daftar.start_daftar(daftar.cara, tingkat)
    gaya = konteks.gaya[NamaGaya.DAFTAR_BUTIR if daftar.cara == "-" else NamaGaya.DAFTAR_NOMOR]
    for butir in daftar.butir:
        p = add_paragraf(induk, gaya)
        properti = add(p[0], "numPr")
        add(properti, "ilvl", val=tingkat)
        add(properti, "numId", val=nomor)
        konteks.add_isi(p, butir.isi)
        if butir.anak is not None:
            _add_daftar(konteks, induk, butir.anak, tingkat + 1)
