"""Signing with a certificate of one's own: a PKCS#12 file and its passphrase, used once and kept nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from tempfile import NamedTemporaryFile

from asn1crypto import pkcs12 as asn1_pkcs12
from asn1crypto import x509
from pyhanko.pdf_utils import layout
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko.stamp import StaticStampStyle

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.render.stempel import render_stempel
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Pembubuhan, PenandatanganGagalError
from akuntabel.siklus.perjanjian.tanda_tangan.ruas import find_kotak
from akuntabel.siklus.perjanjian.tanda_tangan.sertifikat import find_nama

BATAS_BITA = 1024 * 1024
_TATA_LETAK = layout.SimpleBoxLayoutRule(
    x_align=layout.AxisAlignment.ALIGN_MID,
    y_align=layout.AxisAlignment.ALIGN_MID,
    margins=layout.Margins.uniform(0),
)


class _PenulisPdfA(IncrementalPdfFileWriter):
    """PDF/A-2 is PDF 1.7; what elliptic curves ask for is declared as an extension of it, not as PDF 2.0."""

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """No newer than what the document says it is."""
        super().ensure_output_version(min(version, (1, 7)))  # type: ignore[no-untyped-call]


class PenandatanganP12:
    """The key of one person or office, unlocked. tsa: who certifies the time (PAdES B-T); without it B-B."""

    def __init__(self, kunci: SimpleSigner, tsa: TimeStamper | None = None) -> None:
        self._kunci = kunci
        self._tsa = tsa

    @property
    def sertifikat(self) -> x509.Certificate:
        """Whose key it is."""
        if self._kunci.signing_cert is None:
            raise ValueError("a key without its certificate")
        return self._kunci.signing_cert

    @property
    def penerbit(self) -> str:
        """The issuer, as the visible mark names it."""
        return find_nama(self.sertifikat.issuer)

    def sign(self, pdf: bytes, pembubuhan: Pembubuhan) -> bytes:
        """Fill the signature field. Raises PenandatanganGagalError."""
        kotak = find_kotak(pdf, pembubuhan.ruas)
        data = PdfSignatureMetadata(
            field_name=pembubuhan.ruas,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            name=pembubuhan.stempel.nama or None,
            reason=pembubuhan.alasan,
            location=pembubuhan.tempat,
        )
        rupa = render_stempel(pembubuhan.stempel, lebar_pt=kotak.lebar, tinggi_pt=kotak.tinggi)
        with _gaya_stempel(rupa) as gaya:
            juru = PdfSigner(data, self._kunci, timestamper=self._tsa, stamp_style=gaya)
            try:
                jadi = juru.sign_pdf(_PenulisPdfA(BytesIO(pdf)), existing_fields_only=True)
            except TimestampRequestError as galat:
                raise PenandatanganGagalError(
                    "Layanan cap waktu tidak menjawab, jadi dokumen tidak ditandatangani. Ulangi beberapa saat lagi, "
                    "atau minta pengelola memeriksa AKUNTABEL_TTE_TSA."
                ) from galat
            except (SigningError, ValueError) as galat:
                raise PenandatanganGagalError(
                    "Kunci dalam berkas .p12 tidak dapat dipakai menandatangani PDF. Pakai sertifikat tanda tangan "
                    "elektronik dengan kunci RSA atau EC."
                ) from galat
        return bytes(jadi.getbuffer())


def open_p12(isi: bytes, sandi: str, *, pada: datetime, tsa: TimeStamper | None = None) -> PenandatanganP12:
    """Unlock a PKCS#12 file for one signature. Raises PenandatanganGagalError with what to do."""
    _check_bentuk(isi)
    try:
        kunci = SimpleSigner.load_pkcs12_data(isi, other_certs=(), passphrase=sandi.encode() or None)
    except ValueError as galat:
        raise PenandatanganGagalError(
            "Frasa sandi tidak cocok dengan berkas .p12 ini. Periksa huruf besar dan kecilnya, lalu ulangi.",
            bidang="frasa_sandi",
        ) from galat
    except (AttributeError, TypeError) as galat:  # pyHanko presumes a key and its certificate
        raise PenandatanganGagalError(
            "Berkas .p12 ini tidak memuat kunci pribadi beserta sertifikatnya. Ekspor ulang keduanya bersama-sama.",
            bidang="berkas",
        ) from galat
    penandatangan = PenandatanganP12(kunci, tsa)
    _check_sertifikat(penandatangan.sertifikat, pada)
    return penandatangan


def _check_bentuk(isi: bytes) -> None:
    if len(isi) > BATAS_BITA:
        raise PenandatanganGagalError(
            "Berkas .p12 lebih dari 1 MiB, diharapkan beberapa kB. Pilih berkas yang benar.", bidang="berkas"
        )
    try:
        asn1_pkcs12.Pfx.load(isi, strict=True)["version"].native  # noqa: B018 — parsing is what may fail
    except (ValueError, TypeError) as galat:
        raise PenandatanganGagalError(
            "Berkas yang dipilih bukan PKCS#12. Pilih berkas sertifikat berakhiran .p12 atau .pfx.",
            bidang="berkas",
        ) from galat


def _check_sertifikat(sertifikat: x509.Certificate, pada: datetime) -> None:
    if pada > sertifikat.not_valid_after:
        habis = format_tanggal(sertifikat.not_valid_after.date())
        raise PenandatanganGagalError(
            f"Sertifikat berakhir pada {habis}. Perbarui sertifikat pada penerbitnya.", bidang="berkas"
        )
    if pada < sertifikat.not_valid_before:
        mulai = format_tanggal(sertifikat.not_valid_before.date())
        raise PenandatanganGagalError(
            f"Sertifikat baru berlaku mulai {mulai}. Tandatangani pada atau sesudah hari itu.", bidang="berkas"
        )
    pemakaian = sertifikat.key_usage_value
    if pemakaian is not None and not {"digital_signature", "non_repudiation"} & pemakaian.native:
        raise PenandatanganGagalError(
            "Sertifikat ini tidak untuk menandatangani (key usage). Pakai sertifikat tanda tangan elektronik.",
            bidang="berkas",
        )


@contextmanager
def _gaya_stempel(rupa: bytes) -> Iterator[StaticStampStyle]:
    """The mark as pyHanko takes it: it reads the page from a file."""
    with NamedTemporaryFile(suffix=".pdf") as berkas:
        berkas.write(rupa)
        berkas.flush()
        yield StaticStampStyle(
            border_width=0, background=ImportedPdfPage(berkas.name), background_layout=_TATA_LETAK, background_opacity=1
        )
