"""The files of a signed report, all of one naskah: the PDF that is signed with its data inside, Word, page, JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.compose.pengesahan import Pengesahan, bind_pengesahan
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import HasilTahun, compute_hasil
from akuntabel.core.naskah.model import Naskah
from akuntabel.core.regulasi import daftar_kalimat_elektronik
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.pdf import BerkasSematan, render_pdf
from akuntabel.siklus.perjanjian.tanda_tangan.ruas import Ruas, open_ruas
from akuntabel.siklus.publikasi.alamat import build_alamat_dokumen

RUAS_PIMPINAN = "Pimpinan"
NAMA_PAKET = "paket-data.zip"
SALINAN = (Format.DOCX, Format.HTML, Format.JSON)  # what is made when the signed PDF is there


@dataclass(frozen=True, slots=True)
class NaskahTerbit:
    """A report ready to be published: what follows from its facts, and its document."""

    hasil: HasilTahun
    naskah: Naskah

    @property
    def fakta(self) -> FaktaTahun:
        """The facts as the public gets them."""
        return self.hasil.fakta


@dataclass(frozen=True, slots=True)
class SiapTanda:
    """A report as its head signs it.

    sidik: what its QR, which leads to alamat, carries; sidik_ajuan: of the facts that were handed in and, of a year,
    reviewed; paket: the data as one file.
    """

    terbit: NaskahTerbit
    sidik: str
    alamat: str
    sidik_ajuan: str
    paket: bytes


def compose_terbit(fakta: FaktaTahun, *, is_elektronik: bool) -> NaskahTerbit:
    """The document of the facts that are published, with the note of how it was signed. Raises RujukanNarasiError."""
    hasil = compute_hasil(fakta)
    pengesahan = build_pengesahan(fakta, build_alamat_dokumen(fakta.sidik), is_elektronik=is_elektronik)
    return NaskahTerbit(hasil, bind_pengesahan(compose_lkj(hasil), pengesahan))


def build_pengesahan(fakta: FaktaTahun, alamat: str, *, is_elektronik: bool) -> Pengesahan:
    """The note below the signature; alamat: where the document is verified."""
    return Pengesahan(
        kalimat=_kalimat(fakta, is_elektronik=is_elektronik),
        alamat=alamat,
        is_berstempel=is_elektronik,
        dasar=daftar_kalimat_elektronik()["kekuatan-hukum"].bunyi if is_elektronik else "",
    )


def render_resmi(terbit: NaskahTerbit, paket: bytes, *, is_elektronik: bool) -> bytes:
    """The PDF with its data package inside; with an empty signature field where an electronic signature comes."""
    sematan = BerkasSematan(NAMA_PAKET, paket, "application/zip", f"Data yang menjadi dasar {terbit.naskah.judul}")
    gambar = draw_semua(terbit.naskah, png=False)
    hasil = render_pdf(terbit.naskah, gambar=gambar, is_akan_ditandatangani=is_elektronik, sematan=(sematan,))
    if not is_elektronik:
        return hasil.pdf
    ruas = Ruas(RUAS_PIMPINAN, "Tanda tangan pimpinan", hasil.tempat_tanda[-1])
    return open_ruas(hasil.pdf, [ruas])


def render_salinan(terbit: NaskahTerbit, *, saat_langkah: Callable[[str], None]) -> Mapping[Format, bytes]:
    """The other files of the same document."""
    jadi = render_berkas(terbit.naskah, SALINAN, saat_langkah=saat_langkah)
    return {f: berkas.isi for f, berkas in jadi.items()}


def _kalimat(fakta: FaktaTahun, *, is_elektronik: bool) -> str:
    pejabat = fakta.find_pejabat(fakta.laporan.penanda_tangan)
    tanggal = f" pada {format_tanggal(fakta.laporan.tanggal)}" if fakta.laporan.tanggal else ""
    siapa = pejabat.jabatan
    if is_elektronik:
        return f"Laporan ini ditandatangani secara elektronik oleh {siapa}{tanggal}."
    return f"Naskah asli laporan ini ditandatangani {siapa} di atas kertas{tanggal}."
