"""Names of the Word styles a document is written in, and how they are found in a template.

A style is known by its *name*, which Word keeps in English for its own styles whatever the language of the
program; its id is the template's business ("Judul1", "Heading1"). Styles a template lacks are added from ours.
"""

from collections.abc import Mapping
from copy import deepcopy
from enum import StrEnum

from akuntabel.core.naskah.model import Gaya
from akuntabel.core.render.docx.wml import Elemen, add, w


class NamaGaya(StrEnum):
    """Every style the writer uses; the value is its name inside the file."""

    NORMAL = "Normal"
    ISI = "Body Text"
    TANPA_INDEN = "Tanpa Inden"
    KUTIPAN = "Quote"
    CATATAN = "Catatan"
    DRAF = "Draf"
    KURANG = "Kurang"
    JUDUL_SAMPUL = "Title"
    ANAK_JUDUL_SAMPUL = "Subtitle"
    JUDUL_1 = "heading 1"
    JUDUL_2 = "heading 2"
    JUDUL_3 = "heading 3"
    JUDUL_4 = "heading 4"
    KETERANGAN = "caption"
    DAFTAR_NOMOR = "List Number"
    DAFTAR_BUTIR = "List Bullet"
    DAFTAR_ISI_1 = "toc 1"
    DAFTAR_ISI_2 = "toc 2"
    DAFTAR_ISI_3 = "toc 3"
    DAFTAR_GAMBAR = "table of figures"
    GAMBAR = "Gambar"
    TABEL = "Tabel Laporan"
    TABEL_ISI = "Tabel Isi"
    TABEL_KEPALA = "Tabel Kepala"
    ISIAN = "Isian"
    TANDA_TANGAN = "Tanda Tangan"
    RUANG = "Ruang Kosong"
    NOMOR_BAB = "Nomor Bab"


GAYA_PARAGRAF: Mapping[Gaya, NamaGaya] = {
    Gaya.NORMAL: NamaGaya.ISI,
    Gaya.TANPA_INDEN: NamaGaya.TANPA_INDEN,
    Gaya.KUTIPAN: NamaGaya.KUTIPAN,
    Gaya.CATATAN: NamaGaya.CATATAN,
    Gaya.DRAF: NamaGaya.DRAF,
    Gaya.KURANG: NamaGaya.KURANG,
    Gaya.JUDUL_SAMPUL: NamaGaya.JUDUL_SAMPUL,
    Gaya.ANAK_JUDUL_SAMPUL: NamaGaya.ANAK_JUDUL_SAMPUL,
}
JUDUL: Mapping[int, NamaGaya] = {
    1: NamaGaya.JUDUL_1,
    2: NamaGaya.JUDUL_2,
    3: NamaGaya.JUDUL_3,
    4: NamaGaya.JUDUL_4,
}
DAFTAR_ISI: Mapping[int, NamaGaya] = {
    1: NamaGaya.DAFTAR_ISI_1,
    2: NamaGaya.DAFTAR_ISI_2,
    3: NamaGaya.DAFTAR_ISI_3,
}


def merge_gaya(styles: Elemen, bawaan: Elemen) -> Mapping[NamaGaya, str]:
    """Add to a template's ``styles`` what it lacks of ``bawaan``; the id of every style by its name."""
    ids = _ids_by_nama(styles)
    terpakai = set(ids.values())
    id_baru: dict[str, str] = {}
    salinan: list[Elemen] = []
    for gaya in bawaan.iterchildren(w["style"]):
        nama, id_bawaan = _nama(gaya), gaya.get(w["styleId"], "")
        if nama.lower() not in ids:
            salin = deepcopy(gaya)
            id_gaya = id_bawaan if id_bawaan not in terpakai else f"Akuntabel{id_bawaan}"
            salin.set(w["styleId"], id_gaya)
            ids[nama.lower()] = id_gaya
            terpakai.add(id_gaya)
            salinan.append(salin)
        id_baru[id_bawaan] = ids[nama.lower()]
    for salin in salinan:
        # Only the template's own "Normal" stays the default.
        if w["default"] in salin.attrib:
            del salin.attrib[w["default"]]
        for sambungan in ("basedOn", "next", "link"):
            for elemen in salin.iterchildren(w[sambungan]):
                elemen.set(w["val"], id_baru[elemen.get(w["val"], "")])
        styles.append(salin)
    return {nama: ids[nama.lower()] for nama in NamaGaya}


def set_bahasa(styles: Elemen) -> None:
    """Indonesian as the language of the text, so that Word's proofing does not underline every word."""
    bawaan = styles.find(w["docDefaults"])
    if bawaan is None:
        bawaan = add(styles, "docDefaults")
        styles.insert(0, bawaan)
    rpr_bawaan = bawaan.find(w["rPrDefault"])
    if rpr_bawaan is None:
        rpr_bawaan = add(bawaan, "rPrDefault")
        bawaan.insert(0, rpr_bawaan)
    rpr = rpr_bawaan.find(w["rPr"])
    if rpr is None:
        rpr = add(rpr_bawaan, "rPr")
    for lama in rpr.findall(w["lang"]):
        rpr.remove(lama)
    add(rpr, "lang", val="id-ID", eastAsia="id-ID", bidi="ar-SA")


def read_rupa_baris(styles: Elemen, id_gaya: str) -> Mapping[str, tuple[Elemen, ...]]:
    """How rows of the table style look: borders and shade by kind of row (kepala, jumlah, kelompok).

    They are written on each cell, for Word applies "first row" to the first of several header rows only.
    """
    for gaya in styles.iterchildren(w["style"]):
        if gaya.get(w["styleId"]) == id_gaya:
            return {jenis: _properti_sel(gaya, bagian) for jenis, bagian in _BAGIAN_TABEL.items()}
    return {}


_BAGIAN_TABEL = {"kepala": "firstRow", "jumlah": "lastRow", "kelompok": "band1Horz"}


def _properti_sel(gaya: Elemen, bagian: str) -> tuple[Elemen, ...]:
    for syarat in gaya.iterchildren(w["tblStylePr"]):
        tcpr = syarat.find(w["tcPr"])
        if syarat.get(w["type"]) == bagian and tcpr is not None:
            return tuple(e for e in tcpr if e.tag in (w["tcBorders"], w["shd"]))
    return ()


def _nama(gaya: Elemen) -> str:
    nama = gaya.find(w["name"])
    return "" if nama is None else nama.get(w["val"], "")


def _ids_by_nama(styles: Elemen) -> dict[str, str]:
    return {_nama(g).lower(): g.get(w["styleId"], "") for g in styles.iterchildren(w["style"])}
