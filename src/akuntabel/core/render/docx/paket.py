"""A Word file as a package of parts (OPC): opened from a template, changed, written; same parts, same bytes."""

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from lxml import etree

from akuntabel.core.render.docx.wml import Elemen, R

ISI_PAKET = "[Content_Types].xml"
HUBUNGAN_PAKET = "_rels/.rels"
CT = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
JENIS_ISI = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
JENIS_UTAMA = JENIS_ISI.format("document.main")
JENIS_CONTOH = JENIS_ISI.format("template.main")
BATAS_BONGKAR = 64 * 1024 * 1024
WAKTU_TETAP = (1980, 1, 1, 0, 0, 0)


class TemplateTidakSah(ValueError):  # noqa: N818 — Indonesian, and shown to users as it is
    """The file given as a template is no Word document that can be filled. The message is for the user."""


def parse_xml(isi: bytes) -> Elemen:
    """A part as a tree; entities and the network are out of reach of a template."""
    return etree.fromstring(isi, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True))


def dump_xml(akar: Elemen) -> bytes:
    """A tree as a part."""
    return etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)


def write_paket(bagian: Mapping[str, bytes]) -> bytes:
    """The zip file: content types first, fixed time stamps, pictures stored as they are."""
    berkas = BytesIO()
    urut = sorted(bagian, key=lambda nama: (nama != ISI_PAKET, not nama.startswith("_rels/"), nama))
    with zipfile.ZipFile(berkas, "w") as arsip:
        for nama in urut:
            info = zipfile.ZipInfo(nama, WAKTU_TETAP)
            info.compress_type = zipfile.ZIP_STORED if nama.endswith(".png") else zipfile.ZIP_DEFLATED
            arsip.writestr(info, bagian[nama])
    return berkas.getvalue()


@dataclass(slots=True)
class Paket:
    """The parts of one Word file. ``utama`` is the name of its main document."""

    bagian: dict[str, bytes]
    utama: str
    _jenis: Elemen
    _hubungan: Elemen = field(init=False)

    def __post_init__(self) -> None:
        nama = self._nama_hubungan
        self._hubungan = (
            parse_xml(self.bagian[nama]) if nama in self.bagian else etree.Element(f"{{{RELS}}}Relationships")
        )

    @property
    def _nama_hubungan(self) -> str:
        folder, berkas = posixpath.split(self.utama)
        return posixpath.join(folder, "_rels", berkas + ".rels")

    def find_bagian(self, jenis: str) -> str | None:
        """Name of the part that the main document calls its ``jenis`` (styles, numbering, …)."""
        for hubungan in self._hubungan:
            if hubungan.get("Type") == f"{R}/{jenis}":
                return self._resolve(hubungan.get("Target", ""))
        return None

    def find_by_id(self, id_hubungan: str) -> str | None:
        """Name of the part behind a relationship of the main document."""
        for hubungan in self._hubungan:
            if hubungan.get("Id") == id_hubungan:
                return self._resolve(hubungan.get("Target", ""))
        return None

    def check_bagian(self) -> None:
        """Raise ValueError or a parser's error where a part is missing or broken."""
        dekat = [h for h in self._hubungan if h.get("TargetMode") != "External"]
        for nama in (self.utama, *(self._resolve(h.get("Target", "")) for h in dekat)):
            if nama not in self.bagian:
                raise ValueError(f"part {nama} is missing")
        for nama, isi in self.bagian.items():
            if nama.endswith(".xml"):
                parse_xml(isi)

    def _resolve(self, sasaran: str) -> str:
        if sasaran.startswith("/"):
            return sasaran.lstrip("/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.utama), sasaran))

    def add_bagian(self, nama: str, isi: bytes, *, jenis: str, jenis_isi: str) -> str:
        """Add a part beside the main document; returns the id of the relationship to it.

        ``jenis_isi`` is its content type; pictures have theirs by their suffix.
        """
        jalur = posixpath.join(posixpath.dirname(self.utama), nama)
        self.bagian[jalur] = isi
        if jalur.endswith(".png"):
            self._ensure_bawaan("png", jenis_isi)
        else:
            self.declare_jenis(jalur, jenis_isi)
        terpakai = {h.get("Id") for h in self._hubungan}
        nomor = len(terpakai) + 1
        while f"rId{nomor}" in terpakai:
            nomor += 1
        id_hubungan = f"rId{nomor}"
        etree.SubElement(self._hubungan, f"{{{RELS}}}Relationship", Id=id_hubungan, Type=f"{R}/{jenis}", Target=nama)
        return id_hubungan

    def declare_jenis(self, nama: str, jenis_isi: str) -> None:
        """Say what kind of part this is."""
        etree.SubElement(self._jenis, f"{{{CT}}}Override", PartName=f"/{nama}", ContentType=jenis_isi)

    def _ensure_bawaan(self, akhiran: str, jenis_isi: str) -> None:
        ada = any(e.get("Extension", "").lower() == akhiran for e in self._jenis)
        if not ada:
            self._jenis.insert(0, etree.Element(f"{{{CT}}}Default", Extension=akhiran, ContentType=jenis_isi))

    def write(self) -> bytes:
        """The file."""
        bagian = dict(self.bagian)
        bagian[ISI_PAKET] = dump_xml(self._jenis)
        bagian[self._nama_hubungan] = dump_xml(self._hubungan)
        return write_paket(bagian)


def open_paket(template: Path) -> Paket:
    """Open a Word document or template (.docx, .dotx). Raises TemplateTidakSah for anything else."""
    try:
        bagian = _read_zip(template)
        jenis = parse_xml(bagian[ISI_PAKET])
        utama = _find_utama(bagian)
        _check_jenis(jenis, utama)
        paket = Paket(bagian, utama, jenis)
        paket.check_bagian()
        return paket
    except FileNotFoundError:
        raise TemplateTidakSah(
            f"Template {template}: berkas tidak ditemukan. Periksa jalurnya, atau jalankan tanpa --template."
        ) from None
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError):
        raise TemplateTidakSah(
            f"Template {template}: isinya bukan dokumen Word. Yang diharapkan berkas .docx atau .dotx tanpa kata "
            "sandi dan tanpa makro; buka di Word lalu simpan sebagai “Dokumen Word (.docx)”."
        ) from None


def _read_zip(template: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(template) as arsip:
        daftar = [info for info in arsip.infolist() if not info.is_dir()]
        if sum(info.file_size for info in daftar) > BATAS_BONGKAR:
            raise ValueError("template unpacks to more than a document can be")
        return {info.filename: arsip.read(info) for info in daftar}


def _find_utama(bagian: Mapping[str, bytes]) -> str:
    for hubungan in parse_xml(bagian[HUBUNGAN_PAKET]):
        if hubungan.get("Type") == f"{R}/officeDocument":
            return hubungan.get("Target", "").lstrip("/")
    raise ValueError("package without a main document")


def _check_jenis(jenis: Elemen, utama: str) -> None:
    """A .dotx becomes a document; a file with macros or another kind of file is refused."""
    for elemen in jenis:
        if elemen.get("PartName") == f"/{utama}":
            if elemen.get("ContentType") not in (JENIS_UTAMA, JENIS_CONTOH):
                raise ValueError("main part is no plain Word document")
            elemen.set("ContentType", JENIS_UTAMA)
            return
    raise ValueError("main part has no content type")
