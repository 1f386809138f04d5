"""What the settings say of electronic signatures. Without any, only one's own certificate works, and offline."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from asn1crypto import pem, x509
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from akuntabel.siklus.perjanjian.tanda_tangan.cap_waktu import CapWaktu


@dataclass(frozen=True, slots=True)
class LayananTte:
    """A remote signing service: address, account of this application, issuer as the visible mark names it."""

    alamat: str
    pengguna: str
    sandi: str = field(repr=False)
    penerbit: str = "BSrE"


def build_alamat(sidik: str) -> str:
    """The public page where an agreement of that hash is verified."""
    return f"{settings.ALAMAT_SITUS.rstrip('/')}/verifikasi/{sidik}/"


def find_layanan() -> LayananTte | None:
    """The remote signing service (AKUNTABEL_TTE_ALAMAT), None without one."""
    tte = settings.TTE
    return LayananTte(tte["ALAMAT"], tte["PENGGUNA"], tte["SANDI"], tte["PENERBIT"]) if tte["ALAMAT"] else None


def find_tsa() -> CapWaktu | None:
    """The time stamp authority (AKUNTABEL_TTE_TSA), None without one."""
    alamat = settings.TTE["TSA"]
    return CapWaktu(alamat) if alamat else None


def read_akar() -> tuple[x509.Certificate, ...]:
    """The issuers that are trusted: the PEM file that AKUNTABEL_TTE_AKAR names."""
    jalur = settings.TTE["AKAR"]
    return _read_pem(Path(jalur)) if jalur else ()


@cache
def _read_pem(jalur: Path) -> tuple[x509.Certificate, ...]:
    try:
        return tuple(x509.Certificate.load(isi) for _, _, isi in pem.unarmor(jalur.read_bytes(), multiple=True))
    except (OSError, ValueError) as galat:
        raise ImproperlyConfigured(
            f"AKUNTABEL_TTE_AKAR: “{jalur}” tidak dapat dibaca sebagai PEM ({galat}). Isi dengan jalur berkas "
            "sertifikat akar, atau kosongkan."
        ) from galat
