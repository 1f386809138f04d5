"""Forms of signing and withdrawing a report."""

from typing import Any

from django import forms

from akuntabel.doors.web.formulir import FormDasar
from akuntabel.doors.web.tanda_tangan import (
    IsianLayanan,
    IsianSertifikat,
    build_isian_pindaian,
    build_isian_tanggal,
)


class PenetapanForm(FormDasar):
    """What every way of signing asks: the day on the document. is_tahunan: it was reviewed and will be published."""

    tanggal = build_isian_tanggal(
        "Tanggal laporan",
        contoh="2027-02-26",
        bantuan="Tercetak pada laporan; tidak sebelum pernyataan reviu dan paling lambat hari ini.",
    )

    def __init__(self, *args: Any, is_tahunan: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_tahunan:
            self.fields["tanggal"].help_text = "Tercetak pada laporan; paling lambat hari ini."


class SertifikatForm(IsianSertifikat, PenetapanForm):
    """A certificate of one's own."""


class LayananForm(IsianLayanan, PenetapanForm):
    """A remote service that holds the keys."""


class PindaianForm(PenetapanForm):
    """The scan of what was signed on paper."""

    berkas = build_isian_pindaian("Halaman yang ditandatangani: PDF, JPG, atau PNG.")

    def __init__(self, *args: Any, is_tahunan: bool, **kwargs: Any) -> None:
        super().__init__(*args, is_tahunan=is_tahunan, **kwargs)
        if is_tahunan:
            self.fields["berkas"].help_text += " Pindaian ikut diterbitkan."


class PenarikanForm(FormDasar):
    """Why a report is taken back."""

    alasan = forms.CharField(
        label="Alasan penarikan",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dibaca publik pada halaman laporan yang ditarik. Sebutkan apa yang keliru, bukan siapa.",
    )
