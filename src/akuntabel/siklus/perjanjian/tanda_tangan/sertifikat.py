"""Names in certificates as a reader knows them."""

from asn1crypto import x509

_URUTAN = ("common_name", "organization_name", "organizational_unit_name", "email_address")


def find_nama(nama: x509.Name) -> str:
    """The common name, else the organisation, else whatever the certificate says."""
    isi = nama.native
    for kunci in _URUTAN:
        if nilai := isi.get(kunci):
            return nilai if isinstance(nilai, str) else ", ".join(nilai)
    return str(nama.human_friendly)


def is_mandiri(sertifikat: x509.Certificate) -> bool:
    """Whether the holder issued it to itself: nobody else vouches for the name."""
    return bool(sertifikat.issuer == sertifikat.subject)
