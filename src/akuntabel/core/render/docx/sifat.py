"""Properties of the file: title, author, date of the document."""

from lxml import etree

from akuntabel.core.naskah.model import Naskah
from akuntabel.core.render.docx.paket import HUBUNGAN_PAKET, RELS, Paket, dump_xml, parse_xml

INTI = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
JENIS_HUBUNGAN = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
JENIS_ISI = "application/vnd.openxmlformats-package.core-properties+xml"
NAMA_BAKU = "docProps/core.xml"


def set_sifat(paket: Paket, naskah: Naskah) -> None:
    """Write the core properties; the date is the document's own, so the same naskah gives the same bytes."""
    akar = etree.Element(f"{{{INTI}}}coreProperties", nsmap={"cp": INTI, "dc": DC, "dcterms": DCTERMS, "xsi": XSI})
    isi = (
        (f"{{{DC}}}title", naskah.judul),
        (f"{{{DC}}}creator", naskah.penulis),
        (f"{{{INTI}}}keywords", ", ".join(naskah.kata_kunci)),
        (f"{{{DC}}}identifier", f"sha256:{naskah.sidik}" if naskah.sidik else ""),
        (f"{{{DC}}}language", "id-ID"),
        (f"{{{INTI}}}lastModifiedBy", naskah.penulis),
    )
    for nama, teks in isi:
        if teks:
            etree.SubElement(akar, nama).text = teks
    if naskah.tanggal:
        for nama in ("created", "modified"):
            waktu = etree.SubElement(akar, f"{{{DCTERMS}}}{nama}", {f"{{{XSI}}}type": "dcterms:W3CDTF"})
            waktu.text = f"{naskah.tanggal}T00:00:00Z"
    paket.bagian[_ensure_bagian(paket)] = dump_xml(akar)


def _ensure_bagian(paket: Paket) -> str:
    """Name of the part, added where the template has none."""
    akar = parse_xml(paket.bagian[HUBUNGAN_PAKET])
    for hubungan in akar:
        if hubungan.get("Type") == JENIS_HUBUNGAN:
            return hubungan.get("Target", "").lstrip("/")
    etree.SubElement(akar, f"{{{RELS}}}Relationship", Id="akuntabelSifat", Type=JENIS_HUBUNGAN, Target=NAMA_BAKU)
    paket.bagian[HUBUNGAN_PAKET] = dump_xml(akar)
    paket.declare_jenis(NAMA_BAKU, JENIS_ISI)
    return NAMA_BAKU
