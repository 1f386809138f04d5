"""The Word file of the example report, given out, and what an editor makes of it."""

import io
import zipfile
from collections.abc import Callable
from functools import cache

from lxml import etree

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.platform.files.jenis import DOCX
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.pelaporan.models import DokumenLaporan, LaporanKinerja
from akuntabel.siklus.pelaporan.tugas import read_versi_blok
from contoh_paket import compute_contoh

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPASI = "{http://www.w3.org/XML/1998/namespace}space"
Ubah = Callable[[list[etree._Element]], None]


@cache
def render_diberikan() -> bytes:
    """The Word file of the example office, as it is given out."""
    return render_berkas(compose_lkj(compute_contoh()), [Format.DOCX])[Format.DOCX].isi


def store_diberikan(laporan: LaporanKinerja) -> DokumenLaporan:
    """Give it out for a report of the same facts."""
    berkas = store_berkas(render_diberikan(), "l.docx", by=None, retensi=Retensi.KERTAS_KERJA, jenis_boleh=(DOCX,))
    return DokumenLaporan.objects.create(
        laporan=laporan,
        format=Format.DOCX.value,
        sidik_fakta=compute_contoh().fakta.sidik,
        versi_blok=read_versi_blok(laporan),
        berkas=berkas,
    )


def baca_paragraf(p: etree._Element) -> str:
    """The words of a paragraph."""
    return "".join(t.text or "" for t in p.iter(f"{W}t"))


def tulis_paragraf(p: etree._Element, teks: str) -> None:
    """Other words; all runs become one, as an editor may do."""
    (pertama, *lain) = list(p.iter(f"{W}t"))
    pertama.text = teks
    pertama.set(_SPASI, "preserve")
    for t in lain:
        t.text = ""


def ganti(*pasangan: tuple[str, str]) -> Ubah:
    """Replace words in the first paragraph that holds them."""

    def ubah(daftar: list[etree._Element]) -> None:
        for lama, baru in pasangan:
            p = next(p for p in daftar if lama in baca_paragraf(p))
            tulis_paragraf(p, baca_paragraf(p).replace(lama, baru))

    return ubah


def sunting_docx(isi: bytes, ubah: Ubah) -> bytes:
    """A Word file with its paragraphs changed by a function."""
    asal, tujuan = zipfile.ZipFile(io.BytesIO(isi)), io.BytesIO()
    with zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as hasil:
        for nama in asal.namelist():
            data = asal.read(nama)
            if nama == "word/document.xml":
                akar = etree.fromstring(data)
                ubah(list(akar.iter(f"{W}p")))
                data = etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)
            hasil.writestr(nama, data)
    return tujuan.getvalue()
