"""Signing as every screen does it: the ways, what each asks, who then signs, and what is refused.

What is signed, by whom and when it is their turn belong to the screens of a stage.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpRequest
from django.utils import timezone

from akuntabel.doors.web.formulir import FormDasar, save_form
from akuntabel.platform.files.simpan import BerkasDitolakError
from akuntabel.siklus.perjanjian.tanda_tangan.jarak_jauh import PenandatanganJarakJauh
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import open_p12
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import find_layanan, find_tsa
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Penandatangan, PenandatanganGagalError

ISIAN_RAHASIA = ("frasa_sandi", "nik")  # what no report of an error may show

_RAHASIA = {"autocomplete": "off", "spellcheck": "false"}


@dataclass(frozen=True, slots=True)
class Cara:
    """A way of signing as a page offers it; tombol: what the button of its form says."""

    kode: str
    judul: str
    keterangan: str
    ikon: str
    tombol: str = "Tandatangani"

    @property
    def is_elektronik(self) -> bool:
        """Signed by a certificate here, not on paper elsewhere."""
        return self.kode in (SERTIFIKAT.kode, LAYANAN.kode)


SERTIFIKAT = Cara(
    "sertifikat", "Sertifikat sendiri", "Berkas .p12 milik Anda atau satker beserta frasa sandinya.", "lock"
)
LAYANAN = Cara(
    "layanan",
    "Layanan tanda tangan",
    "NIK dan frasa sandi pada layanan yang menyimpan sertifikat Anda.",
    "signature",
)
PINDAIAN = Cara(
    "pindaian",
    "Tanda tangan basah",
    "Unggah pindaian dokumen yang ditandatangani di atas kertas.",
    "upload",
    "Simpan pindaian",
)


class IsianSertifikat(FormDasar):
    """What a certificate of one's own asks. Typed anew each time and kept nowhere, not even as a draft."""

    berkas = forms.FileField(
        label="Berkas sertifikat",
        widget=forms.FileInput(attrs={"accept": ".p12,.pfx"}),
        help_text="Berkas PKCS#12 (.p12 atau .pfx). Dipakai sekali untuk tanda tangan ini dan tidak disimpan.",
    )
    frasa_sandi = forms.CharField(
        label="Frasa sandi sertifikat",
        widget=forms.PasswordInput(attrs=_RAHASIA),
        strip=False,
        required=False,
        help_text="Tidak disimpan dan tidak dicatat.",
    )


class IsianLayanan(FormDasar):
    """What a remote service that holds the keys asks; kept nowhere either."""

    nik = forms.CharField(
        label="NIK",
        widget=forms.TextInput(attrs=_RAHASIA | {"inputmode": "numeric"}),
        help_text="16 angka, seperti terdaftar pada layanan tanda tangan. Tidak disimpan.",
    )
    frasa_sandi = forms.CharField(
        label="Frasa sandi (passphrase)",
        widget=forms.PasswordInput(attrs=_RAHASIA),
        strip=False,
        help_text="Tidak disimpan dan tidak dicatat.",
    )


def build_isian_pindaian(bantuan: str) -> forms.FileField:
    """The field for a scan of what was signed on paper; bantuan says which pages."""
    return forms.FileField(
        label="Pindaian", widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}), help_text=bantuan
    )


def build_isian_tanggal(label: str, *, contoh: str, bantuan: str = "") -> forms.DateField:
    """The field for the day on the document: today, until the person says otherwise."""
    return forms.DateField(
        label=label,
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=bantuan,
        error_messages={"invalid": f"Tulis tanggal, misalnya {contoh}."},
    )


def saring_cara(daftar: Iterable[Cara], *, is_elektronik: bool = True, is_basah: bool = True) -> list[Cara]:
    """Those that are open: is_elektronik, to whoever signs in person; is_basah, to whoever keeps the scan."""
    boleh = {
        SERTIFIKAT.kode: is_elektronik,
        LAYANAN.kode: is_elektronik and find_layanan() is not None,
        PINDAIAN.kode: is_basah,
    }
    return [c for c in daftar if boleh.get(c.kode, True)]


def find_cara(kode: str, terbuka: Iterable[Cara], semua: Iterable[Cara]) -> Cara | None:
    """The way of that address. None: it is known and not open now. Raises Http404 where nobody knows it."""
    if all(c.kode != kode for c in semua):
        raise Http404
    return next((c for c in terbuka if c.kode == kode), None)


def save_tanda_tangan(
    request: HttpRequest,
    form: FormDasar,
    cara: Cara,
    *,
    elektronik: Callable[[Mapping[str, Any], Penandatangan], object],
    basah: Callable[[Mapping[str, Any]], object],
) -> bool:
    """Sign with what was filled in, by the act for electronic or that for wet signatures.

    False: the form now says why not. What a file or a signer is refused for stands beside the field that it names.
    """

    def tindakan(isi: Mapping[str, Any]) -> None:
        with _galat_di_isian():
            if cara.kode == PINDAIAN.kode:
                basah(isi)
            else:
                elektronik(isi, _build_penandatangan(cara, isi))

    return save_form(request, form, tindakan)


@contextmanager
def _galat_di_isian() -> Iterator[None]:
    try:
        yield
    except PenandatanganGagalError as galat:
        raise ValidationError({galat.bidang or NON_FIELD_ERRORS: [str(galat)]}) from galat
    except BerkasDitolakError as galat:
        raise ValidationError({"berkas": [str(m) for m in galat.daftar_masalah]}) from galat


def _build_penandatangan(cara: Cara, isi: Mapping[str, Any]) -> Penandatangan:
    layanan = find_layanan()
    if cara.kode == LAYANAN.kode and layanan is not None:
        return PenandatanganJarakJauh(layanan, isi["nik"], isi["frasa_sandi"])
    return open_p12(isi["berkas"].read(), isi["frasa_sandi"], pada=timezone.now(), tsa=find_tsa())
