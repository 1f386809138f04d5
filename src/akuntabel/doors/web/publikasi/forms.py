"""Forms of signing and withdrawing a report. What is secret is typed anew each time and is kept nowhere."""

from typing import Any

from django import forms
from django.utils import timezone

from akuntabel.doors.web.formulir import FormDasar

_RAHASIA = {"autocomplete": "off", "spellcheck": "false"}


class PenetapanForm(FormDasar):
    """What every way of signing asks: the day on the document."""

    tanggal = forms.DateField(
        label="Tanggal laporan",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Tercetak pada laporan; tidak sebelum pernyataan reviu dan paling lambat hari ini.",
        error_messages={"invalid": "Tulis tanggal, misalnya 2027-02-26."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tanggal"].initial = timezone.localdate()


class SertifikatForm(PenetapanForm):
    """A certificate of one's own."""

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


class LayananForm(PenetapanForm):
    """A remote service that holds the keys."""

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


class PindaianForm(PenetapanForm):
    """The scan of what was signed on paper."""

    berkas = forms.FileField(
        label="Pindaian",
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        help_text="Halaman yang ditandatangani: PDF, JPG, atau PNG. Pindaian ikut diterbitkan.",
    )


class PenarikanForm(FormDasar):
    """Why a report is taken back."""

    alasan = forms.CharField(
        label="Alasan penarikan",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dibaca publik pada halaman laporan yang ditarik. Sebutkan apa yang keliru, bukan siapa.",
    )
