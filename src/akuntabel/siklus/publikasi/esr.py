"""The bundle for esr.menpan.go.id: the documents of an office-year that are final, named and in one archive.

What is still a draft is no document to hand in: the list of contents says that it is missing, and what to do.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import slugify

from akuntabel.core.regulasi.esr import ALAMAT_ESR, DokumenEsr, daftar_dokumen_esr
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.publikasi.esr_sumber import Belum, IsiBerkas, read_sumber

BERKAS_DAFTAR = "00-daftar-isi.txt"
_SAAT = (1980, 1, 1, 0, 0, 0)  # the same documents give the same archive, whenever they are packed


@dataclass(frozen=True, slots=True)
class BerkasEsr:
    """A document of the bundle under the name that it has there."""

    dokumen: DokumenEsr
    nama: str
    isi: bytes
    keterangan: str

    @property
    def sha256(self) -> str:
        """By which a file can be told again."""
        return hashlib.sha256(self.isi).hexdigest()


@dataclass(frozen=True, slots=True)
class KekuranganEsr:
    """A document that is not there, or only in part, and why."""

    dokumen: DokumenEsr
    sebab: str


@dataclass(frozen=True, slots=True)
class BundelEsr:
    """What there is of an office-year, and what is missing."""

    satker: Satker
    tahun: int
    daftar_berkas: tuple[BerkasEsr, ...]
    daftar_kurang: tuple[KekuranganEsr, ...]

    @property
    def nama(self) -> str:
        """How the archive is called."""
        return f"esr-{slugify(self.satker.nama)}-{self.tahun}.zip"


def build_esr(satker: Satker, tahun: int) -> BundelEsr:
    """Every document that is final. Raises BerkasHilangError where the file of one is lost."""
    berkas: list[BerkasEsr] = []
    kurang: list[KekuranganEsr] = []
    for dokumen in daftar_dokumen_esr().values():
        daftar = read_sumber(dokumen.sumber, satker, tahun)
        ada = [b for b in daftar if isinstance(b, IsiBerkas)]
        berkas += [BerkasEsr(dokumen, _nama(dokumen, satker, tahun, b), b.isi, b.keterangan) for b in ada]
        kurang += [KekuranganEsr(dokumen, b.sebab) for b in daftar if isinstance(b, Belum)]
        if not daftar:
            kurang.append(KekuranganEsr(dokumen, "Belum ada."))
    return BundelEsr(satker, tahun, tuple(berkas), tuple(kurang))


def pack_esr(bundel: BundelEsr) -> bytes:
    """The archive, the list of its contents first."""
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr(zipfile.ZipInfo(BERKAS_DAFTAR, _SAAT), write_daftar_isi(bundel), zipfile.ZIP_DEFLATED)
        for b in bundel.daftar_berkas:
            arsip.writestr(zipfile.ZipInfo(b.nama, _SAAT), b.isi, zipfile.ZIP_DEFLATED)
    return keluaran.getvalue()


def write_daftar_isi(bundel: BundelEsr) -> str:
    """The list of contents, as plain text that opens everywhere."""
    return "\r\n".join(_daftar_isi(bundel)) + "\r\n"


def _daftar_isi(bundel: BundelEsr) -> Iterator[str]:
    satker = bundel.satker
    yield f"Berkas untuk {ALAMAT_ESR}: {satker.nama_lengkap} ({satker.kode}), tahun {bundel.tahun}"
    yield ""
    yield "ADA"
    for b in bundel.daftar_berkas:
        yield f"{b.nama}"
        yield f"    {b.dokumen.nama}. {b.keterangan}".rstrip()
        yield f"    SHA-256 {b.sha256}"
    yield ""
    yield "BELUM ADA"
    for k in bundel.daftar_kurang:
        yield f"- {k.dokumen.nama}: {k.sebab}"
        yield f"    {k.dokumen.cara}"
    if not bundel.daftar_kurang:
        yield "- tidak ada"
    yield ""
    yield "CATATAN"
    for d in daftar_dokumen_esr().values():
        if d.catatan:
            yield f"- {d.nama}: {d.catatan}"
    yield "- Daftar jenis dokumen ini disusun tanpa naskah resmi. Cocokkan dengan yang diminta aplikasinya:"
    yield "    " + "; ".join(f"{d.nama} ({d.tanda})" for d in daftar_dokumen_esr().values())


def _nama(dokumen: DokumenEsr, satker: Satker, tahun: int, berkas: IsiBerkas) -> str:
    """ "05-perjanjian-kinerja-sekretariat-kpu-kota-blitar-2026.pdf" """
    bagian = [f"{dokumen.urut:02}", dokumen.berkas, slugify(berkas.bagian), slugify(satker.nama), str(tahun)]
    return "-".join(b for b in bagian if b) + f".{berkas.akhiran}"
