"""The document as a Word file: WordprocessingML inside a template that an agency may restyle in Word."""

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from akuntabel.core.naskah.model import Naskah
from akuntabel.core.render.docx.badan import write_dokumen
from akuntabel.core.render.docx.gaya import NamaGaya, merge_gaya, read_rupa_baris, set_bahasa
from akuntabel.core.render.docx.kepala_kaki import ensure_kepala_kaki
from akuntabel.core.render.docx.konteks import Konteks
from akuntabel.core.render.docx.nomor_daftar import NomorDaftar
from akuntabel.core.render.docx.paket import JENIS_ISI, Paket, dump_xml, open_paket, parse_xml
from akuntabel.core.render.docx.peta import find_tempat
from akuntabel.core.render.docx.sifat import set_sifat
from akuntabel.core.render.docx.wml import NSMAP, Elemen, w
from akuntabel.core.render.gambar import GambarJadi

TEMPLATE_BAWAAN = Path(__file__).parent.parent / "templates" / "laporan.docx"


def render_docx(
    naskah: Naskah,
    *,
    gambar: Mapping[str, GambarJadi],
    halaman: Mapping[str, str],
    template: Path | None = None,
) -> bytes:
    """The whole document; the same naskah gives the same bytes.

    gambar: drawn pictures by the figure's id ("qr" for the signature's); halaman: printed page numbers by id of
    chapter, heading, table and figure, a dash where one is missing. Raises TemplateTidakSah for a template that
    is no Word file.
    """
    paket = open_paket(template or TEMPLATE_BAWAAN)
    bawaan = paket if template is None else open_paket(TEMPLATE_BAWAAN)
    nama_styles, styles = _open_bagian(paket, "styles")
    nama_numbering, numbering = _open_bagian(paket, "numbering")
    gaya = merge_gaya(styles, _open_bagian(bawaan, "styles")[1])
    set_bahasa(styles)
    konteks = Konteks(
        naskah=naskah,
        paket=paket,
        gaya=gaya,
        rupa_baris=read_rupa_baris(styles, gaya[NamaGaya.TABEL]),
        nomor_daftar=NomorDaftar(numbering),
        gambar=gambar,
        halaman=halaman,
        daftar_tempat=find_tempat(naskah),
    )
    kepala_kaki = ensure_kepala_kaki(paket, bawaan, naskah)
    paket.bagian[paket.utama] = dump_xml(write_dokumen(konteks, kepala_kaki))
    paket.bagian[nama_styles], paket.bagian[nama_numbering] = dump_xml(styles), dump_xml(numbering)
    set_sifat(paket, naskah)
    return paket.write()


def _open_bagian(paket: Paket, jenis: str) -> tuple[str, Elemen]:
    """A part of the main document by what it is; an empty one is added where the template has none."""
    nama = paket.find_bagian(jenis)
    if nama is None:
        kosong = etree.Element(w[jenis], nsmap={"w": NSMAP["w"]})
        paket.add_bagian(f"{jenis}.xml", dump_xml(kosong), jenis=jenis, jenis_isi=JENIS_ISI.format(jenis))
        nama = paket.find_bagian(jenis)
    if nama is None or nama not in paket.bagian:
        raise KeyError(f"part {jenis} of the package")
    return nama, parse_xml(paket.bagian[nama])
