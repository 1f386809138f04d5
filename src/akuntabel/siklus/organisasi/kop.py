"""The letterhead of an office, for every document that it signs."""

from akuntabel.core.naskah.model import Kop
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.simpan import open_berkas
from akuntabel.siklus.organisasi.models import Satker


def read_logo(logo: Berkas) -> bytes:
    """The picture of a letterhead. Raises BerkasHilangError."""
    with open_berkas(logo) as berkas:
        isi: bytes = berkas.read()
    return isi


def build_kop(satker: Satker) -> Kop | None:
    """Name, address and mark; none while the office has neither mark nor address. Raises BerkasHilangError."""
    logo = read_logo(satker.logo) if satker.logo else b""
    if not (logo or satker.alamat):
        return None
    alamat = " ".join(" ".join(bagian.split()) for bagian in (satker.alamat, satker.kode_pos) if bagian)
    telepon = f"Telepon {satker.telepon}" if satker.telepon else ""
    hubungan = " · ".join(bagian for bagian in (telepon, satker.surel, satker.laman) if bagian)
    return Kop((satker.nama_lengkap,), tuple(baris for baris in (alamat, hubungan) if baris), logo)
