"""How much of a file is opened: what was made to exhaust the machine ends here, in one message.

An archive is judged by its directory, before any part of it is unpacked; zipfile never gives more of a part than the
directory says. XML is read without entities, without network and at most 256 levels deep.
"""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import PurePosixPath

from lxml import etree

from akuntabel.core.readers.galat import TERKUNCI, BerkasTidakTerbacaError

MB = 1024 * 1024
BATAS_ENTRI = 2_000
BATAS_BUKA = 200 * MB  # all parts together, unpacked
BATAS_BAGIAN = 64 * MB  # one part that is held as a tree; a report of 500 pages has 20 MB
BATAS_RASIO = 100  # unpacked ÷ packed
RASIO_MULAI = MB  # a small part of blanks may well shrink a thousandfold
BATAS_KOLOM = 200
BATAS_BARIS = 200_000
BATAS_SEL = 1_000_000
_DIGIT_TERBANYAK = 9

# The strict variant of OOXML differs in nothing that is read here.
_NAMA_RUANG_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
)
_RUSAK = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Arsip:
    """A document that is a zip archive, within the limits. Raises BerkasTidakTerbacaError."""

    def __init__(self, berkas: str, isi: bytes) -> None:
        self.berkas = berkas
        self._hubungan: dict[str, dict[str, tuple[str, str]]] = {}
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(isi))
            self._bagian = self._periksa(self._zip.infolist())
        except _RUSAK:
            raise BerkasTidakTerbacaError(
                berkas, "arsipnya rusak atau terpotong; unduh atau simpan ulang berkasnya"
            ) from None

    @property
    def daftar_nama(self) -> Sequence[str]:
        """The names of all parts."""
        return tuple(self._bagian)

    def read(self, nama: str, batas: int = BATAS_BAGIAN) -> bytes | None:
        """One part; None where the archive has none of that name."""
        entri = self._bagian.get(nama)
        if entri is None:
            return None
        if entri.file_size > batas:
            raise BerkasTidakTerbacaError(self.berkas, f"bagian {nama} lebih dari {batas // MB} MB setelah dibuka")
        try:
            isi = self._zip.read(entri)
        except _RUSAK:
            raise BerkasTidakTerbacaError(self.berkas, f"bagian {nama} di dalamnya rusak") from None
        for strict, biasa in _NAMA_RUANG_STRICT:
            isi = isi.replace(strict, biasa)
        return isi

    def read_xml(self, nama: str) -> etree._Element | None:
        """One part as a tree; None where there is none. A part that is no XML is an error."""
        isi = self.read(nama)
        return None if isi is None else self.parse(nama, isi)

    def parse(self, nama: str, isi: bytes) -> etree._Element:
        """The tree of a part that was read."""
        try:
            return etree.fromstring(isi, _build_pengurai())
        except (etree.XMLSyntaxError, ValueError):
            raise BerkasTidakTerbacaError(self.berkas, f"bagian {nama} di dalamnya rusak") from None

    def find_bagian(self, pemilik: str, jenis: str) -> tuple[str, ...]:
        """The parts that ``pemilik`` ("" for the whole document) relates to by relationships of a kind."""
        return tuple(tujuan for ujung, tujuan in self.daftar_hubungan(pemilik).values() if ujung == jenis)

    def daftar_hubungan(self, pemilik: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part: id to its kind and the name of the part it leads to."""
        if pemilik not in self._hubungan:
            jalur = PurePosixPath(pemilik)
            akar = self.read_xml(str(jalur.parent / "_rels" / f"{jalur.name}.rels"))
            self._hubungan[pemilik] = {
                e.get("Id", ""): (e.get("Type", "").rpartition("/")[2], _tujuan(jalur.parent, e.get("Target", "")))
                for e in (akar if akar is not None else ())
                if isinstance(e.tag, str) and e.get("TargetMode") != "External"
            }
        return self._hubungan[pemilik]

    def _periksa(self, daftar: Sequence[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(daftar) > BATAS_ENTRI:
            raise BerkasTidakTerbacaError(self.berkas, f"arsipnya memuat lebih dari {BATAS_ENTRI} bagian")
        if sum(e.file_size for e in daftar) > BATAS_BUKA:
            raise BerkasTidakTerbacaError(self.berkas, f"isinya lebih dari {BATAS_BUKA // MB} MB setelah dibuka")
        bagian: dict[str, zipfile.ZipInfo] = {}
        for e in daftar:
            nama = e.filename.replace("\\", "/").lstrip("/")
            if e.file_size > RASIO_MULAI and e.file_size > BATAS_RASIO * e.compress_size:
                raise BerkasTidakTerbacaError(
                    self.berkas,
                    f"bagian {nama} mengembang lebih dari {BATAS_RASIO} kali; simpan ulang dari aplikasi asalnya",
                )
            if e.flag_bits & 1:
                raise BerkasTidakTerbacaError(self.berkas, TERKUNCI)
            if nama in bagian or ".." in nama.split("/"):
                raise BerkasTidakTerbacaError(self.berkas, f"nama bagian {nama} di dalamnya kembar atau tidak wajar")
            bagian[nama] = e
        return bagian


def _tujuan(folder: PurePosixPath, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    bagian: list[str] = []
    for potong in (folder / target).parts:
        if potong == "..":
            bagian = bagian[:-1]
        else:
            bagian.append(potong)
    return "/".join(bagian)


def _build_pengurai() -> etree.XMLParser:
    """A parser that expands no entity, fetches nothing and drops comments, which would cut a text in two."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def parse_bilangan(teks: str | None, bawaan: int) -> int:
    """A count as a file writes it; ``bawaan`` where it is none, or too long to mean anything."""
    return int(teks) if teks is not None and teks.isdecimal() and len(teks) <= _DIGIT_TERBANYAK else bawaan


def require_wajar(berkas: str, jumlah_baris: int, jumlah_kolom: int) -> None:
    """A table beyond the limits is refused before its grid is filled up."""
    if jumlah_kolom > BATAS_KOLOM:
        raise BerkasTidakTerbacaError(berkas, f"ada tabel dengan lebih dari {BATAS_KOLOM} kolom")
    if jumlah_baris > BATAS_BARIS or jumlah_baris * jumlah_kolom > BATAS_SEL:
        raise BerkasTidakTerbacaError(berkas, "ada tabel yang terlalu besar")
