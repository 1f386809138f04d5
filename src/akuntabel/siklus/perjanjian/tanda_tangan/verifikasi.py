"""Is a PDF still what was signed, by whom, when, and who vouches for the name? Works offline."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO

from asn1crypto import x509
from django.utils import timezone
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.lembar.anak import run_terbatas
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import read_akar
from akuntabel.siklus.perjanjian.tanda_tangan.sertifikat import find_nama, is_mandiri

BATAS_BITA = 50 * 1024 * 1024
BATAS_DETIK = 15
_RUSAK = "Berkas ini PDF yang rusak atau dikunci, diharapkan PDF yang dapat dibaca. Unduh ulang dari sumbernya."
# Certificates of officials carry one or the other.
_PEMAKAIAN = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
_log = logging.getLogger(__name__)
# An issuer nobody knows is an answer here, not an incident: pyHanko writes a stack trace for each.
logging.getLogger("pyhanko.sign.validation").setLevel(logging.CRITICAL)


class DokumenDitolakError(Exception):
    """Not a PDF that can be verified. The message says what was brought and what is expected."""


class Kepercayaan(StrEnum):
    """Who vouches for the name in a certificate."""

    TEPERCAYA = "penerbit sertifikatnya dipercaya"
    MANDIRI = "sertifikat dibuat sendiri oleh pemegangnya; namanya tidak dijamin pihak lain"
    TIDAK_DIKENAL = "penerbit sertifikatnya tidak ada dalam daftar penerbit tepercaya aplikasi ini"


class Perubahan(StrEnum):
    """What was added to the file after a signature."""

    TIDAK_ADA = "tidak ada perubahan sesudahnya"
    TANDA_TANGAN = "sesudahnya hanya ditambahkan tanda tangan"
    LAIN = "sesudahnya isi berkas diubah"


@dataclass(frozen=True, slots=True)
class TandaTanganTerbaca:
    """One signature in a file. is_utuh: the bytes it covers are those that were signed, and no content was added."""

    ruas: str
    pemegang: str
    penerbit: str
    nomor_seri: str
    waktu: datetime | None
    is_bercap_waktu: bool
    is_utuh: bool
    is_seluruh_berkas: bool
    perubahan: Perubahan
    kepercayaan: Kepercayaan
    berlaku_sampai: datetime

    @property
    def is_kedaluwarsa(self) -> bool:
        """Whether the certificate had ended when it signed, by the time the file itself gives."""
        return self.waktu is not None and self.waktu > self.berlaku_sampai

    @property
    def pesan(self) -> str:
        """What a reader must know of it, in one or two sentences."""
        if not self.is_utuh:
            return f"Tanda tangan {self.pemegang} tidak sah: isi berkas berubah sesudah ditandatangani."
        waktu = timezone.localtime(self.waktu) if self.waktu else None
        saat = f" pada {format_tanggal(waktu.date())} pukul {waktu:%H.%M}" if waktu else ""
        asal = "menurut cap waktu" if self.is_bercap_waktu else "menurut jam komputer penanda tangan"
        kalimat = f"Ditandatangani {self.pemegang}{saat} ({asal}); {self.perubahan}; {self.kepercayaan}."
        if self.is_kedaluwarsa:
            kalimat += f" Sertifikatnya sudah berakhir pada {format_tanggal(self.berlaku_sampai.date())}."
        return kalimat


@dataclass(frozen=True, slots=True)
class HasilVerifikasi:
    """A whole file: SHA-256 of its bytes, and its signatures in the order in which they were made."""

    sidik: str
    tanda_tangan: tuple[TandaTanganTerbaca, ...]

    @property
    def is_utuh(self) -> bool:
        """Signed, every signature intact, and nothing but signatures was added after the first."""
        return bool(self.tanda_tangan) and all(t.is_utuh for t in self.tanda_tangan)

    @property
    def pesan(self) -> str:
        """The verdict in one sentence."""
        if not self.tanda_tangan:
            return "Berkas ini tidak memuat tanda tangan elektronik."
        if self.is_utuh:
            return f"Berkas utuh: {len(self.tanda_tangan)} tanda tangan elektronik sah dan isinya tidak berubah."
        return "Berkas ini berubah sesudah ditandatangani, atau tanda tangannya rusak. Jangan dipakai."


def verify_dokumen(pdf: bytes, akar: Sequence[x509.Certificate] | None = None) -> HasilVerifikasi:
    """Read every signature. akar: whom to trust, instead of the settings. Raises DokumenDitolakError for no PDF."""
    _check_bentuk(pdf)
    konteks = read_akar() if akar is None else tuple(akar)
    try:
        pembaca = PdfFileReader(BytesIO(pdf))
        terbenam = sorted(pembaca.embedded_regular_signatures, key=lambda t: t.signed_revision)
        daftar = tuple(_read(t, konteks, is_terakhir=t is terbenam[-1]) for t in terbenam)
    except Exception as galat:  # whatever a stranger's file makes the parser stumble over is the file's fault
        _log.info("PDF tidak terbaca: %s", type(galat).__name__)
        raise DokumenDitolakError(_RUSAK) from galat
    return HasilVerifikasi(hashlib.sha256(pdf).hexdigest(), daftar)


def verify_kiriman(pdf: bytes) -> HasilVerifikasi:
    """The same for a file that anybody may send: in a process of its own, with bounded memory and time."""
    _check_bentuk(pdf)
    read_akar()  # a wrong setting is ours to hear of, not the sender's
    try:
        return run_terbatas("berkas", _verify_di_anak, pdf, detik=BATAS_DETIK)
    except BerkasTidakTerbacaError as galat:
        raise DokumenDitolakError(_RUSAK) from galat


def _verify_di_anak(_: str, pdf: bytes) -> HasilVerifikasi:
    return verify_dokumen(pdf)


def _check_bentuk(pdf: bytes) -> None:
    if len(pdf) > BATAS_BITA:
        raise DokumenDitolakError("Berkas lebih dari 50 MiB, diharapkan paling banyak 50 MiB.")
    if not pdf.startswith(b"%PDF-"):
        raise DokumenDitolakError("Berkas ini bukan PDF. Pilih berkas PDF yang hendak diperiksa.")


def _read(
    terbenam: EmbeddedPdfSignature, akar: tuple[x509.Certificate, ...], *, is_terakhir: bool
) -> TandaTanganTerbaca:
    status = _validate(terbenam, akar, skip_diff=True)
    sertifikat = status.signing_cert
    is_sah = status.intact and status.valid
    # What was added is looked at only where what was signed still stands: broken bytes need not even be readable.
    perubahan = _perubahan(terbenam, akar, is_terakhir=is_terakhir) if is_sah else Perubahan.LAIN
    cap_waktu = status.timestamp_validity
    if cap_waktu is not None and not (cap_waktu.valid and cap_waktu.intact):
        cap_waktu = None
    return TandaTanganTerbaca(
        ruas=terbenam.field_name,
        pemegang=find_nama(sertifikat.subject),
        penerbit=find_nama(sertifikat.issuer),
        nomor_seri=f"{sertifikat.serial_number:x}",
        waktu=cap_waktu.timestamp if cap_waktu else status.signer_reported_dt,
        is_bercap_waktu=cap_waktu is not None,
        is_utuh=is_sah and perubahan is not Perubahan.LAIN,
        is_seluruh_berkas=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        perubahan=perubahan,
        kepercayaan=_kepercayaan(status),
        berlaku_sampai=sertifikat.not_valid_after,
    )


def _validate(
    terbenam: EmbeddedPdfSignature, akar: tuple[x509.Certificate, ...], *, skip_diff: bool
) -> PdfSignatureStatus:
    konteks = ValidationContext(trust_roots=list(akar), allow_fetching=False)
    return validate_pdf_signature(terbenam, konteks, key_usage_settings=_PEMAKAIAN, skip_diff=skip_diff)


def _perubahan(terbenam: EmbeddedPdfSignature, akar: tuple[x509.Certificate, ...], *, is_terakhir: bool) -> Perubahan:
    """What was added after it. After the last one only what keeps signatures verifiable may be."""
    cakupan = terbenam.evaluate_signature_coverage()
    if cakupan is SignatureCoverageLevel.ENTIRE_FILE:
        return Perubahan.TIDAK_ADA
    if cakupan is not SignatureCoverageLevel.ENTIRE_REVISION:
        return Perubahan.LAIN
    try:
        status = _validate(terbenam, akar, skip_diff=False)
    except PdfError:
        return Perubahan.LAIN
    batas = ModificationLevel.LTA_UPDATES if is_terakhir else ModificationLevel.FORM_FILLING
    is_wajar = status.docmdp_ok and status.modification_level is not None and status.modification_level <= batas
    return Perubahan.TANDA_TANGAN if is_wajar else Perubahan.LAIN


def _kepercayaan(status: PdfSignatureStatus) -> Kepercayaan:
    if status.trusted:
        return Kepercayaan.TEPERCAYA
    return Kepercayaan.MANDIRI if is_mandiri(status.signing_cert) else Kepercayaan.TIDAK_DIKENAL
