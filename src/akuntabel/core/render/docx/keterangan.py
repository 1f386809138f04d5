"""Captions: "Tabel 3." and a SEQ field that counts on, so that a table inserted in Word renumbers the rest."""

from akuntabel.core.render.docx.gaya import NamaGaya
from akuntabel.core.render.docx.konteks import Konteks, begin_penanda, end_penanda
from akuntabel.core.render.docx.peta import JenisTempat, Tempat
from akuntabel.core.render.docx.wml import Elemen, add_medan, add_paragraf, add_teks, w


def add_keterangan(konteks: Konteks, induk: Elemen, judul: str) -> None:
    """The caption of the next table or figure; one above a table stays with it."""
    tempat = konteks.take_tempat()
    rata = "center" if tempat.jenis is JenisTempat.GAMBAR else ""
    p = add_paragraf(induk, konteks.gaya[NamaGaya.KETERANGAN], rata=rata)
    if tempat.jenis is JenisTempat.TABEL:
        p[0].insert(1, p.makeelement(w["keepNext"]))
    nomor_penanda = 2 * tempat.urut
    begin_penanda(p, nomor_penanda, tempat.penanda)
    begin_penanda(p, nomor_penanda + 1, tempat.penanda_label)
    _add_label(konteks, p, tempat)
    end_penanda(p, nomor_penanda + 1)
    add_teks(p, f" {judul}")
    end_penanda(p, nomor_penanda)


def _add_label(konteks: Konteks, p: Elemen, tempat: Tempat) -> None:
    awalan, titik, urutan = tempat.nomor.rpartition(".")
    if not urutan.isdecimal():
        add_teks(p, tempat.label)
        return
    add_teks(p, f"{tempat.jenis} {awalan}{titik}")
    instruksi = rf"SEQ {tempat.jenis} \* ARABIC"
    if konteks.urutan_terakhir.get(tempat.jenis) != (awalan, int(urutan) - 1):
        # \s 1 (restart at each heading 1) would do in Word alone; LibreOffice counts on through the chapters.
        instruksi += rf" \r {int(urutan)}"
    konteks.urutan_terakhir[tempat.jenis] = (awalan, int(urutan))
    add_medan(p, instruksi, urutan)
