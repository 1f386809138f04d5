"""What is filled in around the grid: evidence, remarks, the reason of a return, until when a quarter is open again."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from akuntabel.core.readers.batas import MB
from akuntabel.core.readers.isian.batas_isian import BATAS_BERKAS_ISIAN
from akuntabel.doors.web.formulir import FormDasar

HARI_BUKA = 7  # that a quarter is offered to be open again


class BuktiForm(FormDasar):
    """A document that shows where a figure comes from."""

    berkas = forms.FileField(label="Berkas", required=False, help_text="PDF, gambar, atau lembar kerja.")
    nama = forms.CharField(label="Nama dokumen", max_length=300, required=False, help_text="Kosong: nama berkasnya.")
    letak = forms.CharField(
        label="Halaman, tabel, atau baris", max_length=300, required=False, help_text="Kosong: seluruhnya."
    )

    def clean(self) -> dict[str, Any]:
        """A file, or at least the name of a document."""
        isi = super().clean() or {}
        if not isi.get("berkas") and not isi.get("nama"):
            self.add_error("berkas", ValidationError("Pilih berkas, atau tulis nama dokumennya."))
        return isi


class CatatanForm(FormDasar):
    """A remark on a datum."""

    teks = forms.CharField(label="Tulis catatan", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    is_selesai = forms.BooleanField(label="Catatan terakhir sudah selesai ditindaklanjuti", required=False)


class KembalikanForm(FormDasar):
    """Why a quarter goes back."""

    alasan = forms.CharField(label="Yang harus dibetulkan", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class BukaForm(FormDasar):
    """Why a quarter is opened again, and until which day (its end)."""

    alasan = forms.CharField(label="Alasan", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    sampai = forms.DateField(
        label="Dibuka sampai akhir hari", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    @staticmethod
    def awal() -> dict[str, Any]:
        """A week from today."""
        return {"sampai": timezone.localdate() + timedelta(days=HARI_BUKA)}

    @property
    def saat(self) -> datetime:
        """The last moment of that day."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["sampai"], time.max))


class UnggahForm(FormDasar):
    """The workbook of a quarter, filled in."""

    berkas = forms.FileField(
        label="Templat yang sudah diisi", help_text=f"XLSX; paling besar {BATAS_BERKAS_ISIAN // MB} MB."
    )

    def clean_berkas(self) -> Any:
        """Not larger than any form."""
        berkas = self.cleaned_data["berkas"]
        if berkas.size > BATAS_BERKAS_ISIAN:
            raise ValidationError(f"Berkas lebih besar dari {BATAS_BERKAS_ISIAN // MB} MB.")
        return berkas
