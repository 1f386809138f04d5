"""Forms of signing. What is secret is typed anew each time and is kept nowhere, not even as a draft."""

from typing import Any

from django import forms
from django.utils import timezone

from akuntabel.doors.web.formulir import FormDasar
from akuntabel.siklus.perjanjian.models import PihakPerjanjian

_RAHASIA = {"autocomplete": "off", "spellcheck": "false"}


class TandaTanganForm(FormDasar):
    """What every way of signing asks: the day, and which state of the agreement was seen."""

    tanggal = forms.DateField(
        label="Tanggal penandatanganan",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Tercetak pada dokumen; paling lambat hari ini.",
        error_messages={"invalid": "Tulis tanggal, misalnya 2026-01-15."},
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, pihak: PihakPerjanjian, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tanggal"].initial = timezone.localdate()
        if pihak is PihakPerjanjian.KEDUA:  # the day on the document is that of pihak pertama
            self.remove_tanggal()

    def remove_tanggal(self) -> None:
        """Who signs second signs today."""
        del self.fields["tanggal"]


class SertifikatForm(TandaTanganForm):
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
    field_order = ("tanggal", "berkas", "frasa_sandi", "versi")


class LayananForm(TandaTanganForm):
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
    field_order = ("tanggal", "nik", "frasa_sandi", "versi")


class PindaianForm(TandaTanganForm):
    """The scan of what was signed on paper."""

    pihak = forms.MultipleChoiceField(
        label="Tanda tangan pada pindaian",
        choices=[(p.value, p.label.capitalize()) for p in PihakPerjanjian],
        widget=forms.CheckboxSelectMultiple,
    )
    berkas = forms.FileField(
        label="Pindaian",
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        help_text="Seluruh halaman perjanjian yang sudah ditandatangani: PDF, JPG, atau PNG.",
    )
    field_order = ("tanggal", "pihak", "berkas", "versi")

    def __init__(self, *args: Any, pihak: PihakPerjanjian, **kwargs: Any) -> None:
        super().__init__(*args, pihak=pihak, **kwargs)
        belum = [p for p in PihakPerjanjian if pihak is PihakPerjanjian.PERTAMA or p is not PihakPerjanjian.PERTAMA]
        bidang = self.fields["pihak"]
        bidang.choices = [(p.value, p.label.capitalize()) for p in belum]  # type: ignore[attr-defined]
        bidang.initial = [p.value for p in belum]

    def remove_tanggal(self) -> None:
        """A scan that comes later has a day of its own."""


class PeriksaForm(FormDasar):
    """A file that somebody holds and wants to be sure of."""

    berkas = forms.FileField(
        label="Berkas PDF",
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
        help_text="Berkas hanya diperiksa, tidak disimpan. Paling besar 10 MB.",
    )
