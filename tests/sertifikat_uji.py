"""Certificates made for a test: of a person alone, or of a person under an issuer; and their PKCS#12 files."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

SANDI = "rahasia benar"


@dataclass(frozen=True)
class Pemegang:
    """Somebody with a key and a certificate."""

    kunci: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    sertifikat: x509.Certificate

    def build_p12(self, sandi: str = SANDI) -> bytes:
        """Key and certificate in one file."""
        return pkcs12.serialize_key_and_certificates(
            b"uji", self.kunci, self.sertifikat, None, BestAvailableEncryption(sandi.encode())
        )

    @property
    def pem(self) -> bytes:
        """The certificate as text."""
        return self.sertifikat.public_bytes(Encoding.PEM)


def build_pemegang(
    nama: str,
    *,
    penerbit: Pemegang | None = None,
    is_penerbit: bool = False,
    mulai: datetime | None = None,
    hari: int = 365,
    pemakaian: str = "content_commitment",
    is_rsa: bool = False,
) -> Pemegang:
    """A certificate, signed by its issuer or by itself; pemakaian: the one key usage besides those of an issuer."""
    kunci = rsa.generate_private_key(65537, 2048) if is_rsa else ec.generate_private_key(ec.SECP256R1())
    subjek = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, nama)])
    awal = mulai or datetime.now(UTC) - timedelta(days=1)
    bit = dict.fromkeys(
        (
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    bit["key_cert_sign" if is_penerbit else pemakaian] = True
    pembuat = (
        x509.CertificateBuilder()
        .subject_name(subjek)
        .issuer_name(penerbit.sertifikat.subject if penerbit else subjek)
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(awal)
        .not_valid_after(awal + timedelta(days=hari))
        .add_extension(x509.BasicConstraints(ca=is_penerbit, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**bit), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(kunci.public_key()), critical=False)
    )
    return Pemegang(kunci, pembuat.sign(penerbit.kunci if penerbit else kunci, hashes.SHA256()))
