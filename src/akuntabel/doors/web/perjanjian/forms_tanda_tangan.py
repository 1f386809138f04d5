"""Forms of signing an agreement, and of checking a file that somebody holds."""

from typing import Any

from django import forms

from akuntabel.doors.web.formulir import FormDasar
from akuntabel.doors.web.tanda_tangan import (
    IsianLayanan,
    IsianSertifikat,
    build_isian_pindaian,
    build_isian_tanggal,
)
from akuntabel.siklus.perjanjian.models import PihakPerjanjian


class TandaTanganForm(FormDasar):
    """What every way of signing asks: the day, and which state of the agreement was seen."""

    tanggal = build_isian_tanggal(
        "Tanggal penandatanganan", contoh="2026-01-15", bantuan="Tercetak pada dokumen; paling lambat hari ini."
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, pihak: PihakPerjanjian, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if pihak is PihakPerjanjian.KEDUA:  # the day on the document is that of pihak pertama
            self.remove_tanggal()

    def remove_tanggal(self) -> None:
        """Who signs second signs today."""
        del self.fields["tanggal"]


class SertifikatForm(IsianSertifikat, TandaTanganForm):
    """A certificate of one's own."""


class LayananForm(IsianLayanan, TandaTanganForm):
    """A remote service that holds the keys."""


class PindaianForm(TandaTanganForm):
    """The scan of what was signed on paper."""

    pihak = forms.MultipleChoiceField(
        label="Tanda tangan pada pindaian",
        choices=[(p.value, p.label.capitalize()) for p in PihakPerjanjian],
        widget=forms.CheckboxSelectMultiple,
    )
    berkas = build_isian_pindaian("Seluruh halaman perjanjian yang sudah ditandatangani: PDF, JPG, atau PNG.")

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
