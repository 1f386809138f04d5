"""Fields for money as Indonesians write it."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_angka
from akuntabel.doors.web.perencanaan.forms_angka import baca_rupiah

TANGGAL = {"type": "date"}


class RupiahField(forms.CharField):
    """Whole rupiah: 1.250.000 or Rp1.250.000; empty is None, which is not 0."""

    def __init__(self, *, label: str, required: bool = False, help_text: str = "", initial: int | None = None) -> None:
        super().__init__(label=label, required=required, help_text=help_text, initial=initial, max_length=40)

    def clean(self, value: Any) -> int | None:
        """The figure. Raises ValidationError."""
        return baca_rupiah(str(super().clean(value)))

    def prepare_value(self, value: Any) -> Any:
        """As it is shown."""
        return format_angka(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared as figures are shown: 1.000 and 1000 are the same."""
        return bool(super().has_changed(self.prepare_value(initial), data))


class DesimalField(forms.CharField):
    """A figure with a comma: 92,75; empty is None."""

    def __init__(self, *, label: str, initial: Decimal | None = None) -> None:
        super().__init__(label=label, required=False, initial=initial, max_length=20)

    def clean(self, value: Any) -> Decimal | None:
        """The figure. Raises ValidationError."""
        teks = str(super().clean(value))
        if not teks:
            return None
        try:
            return parse_angka(teks).angka
        except AngkaTidakTerbacaError:
            raise ValidationError(f"Tertulis “{teks}”, diharapkan angka, misalnya 92,75.") from None

    def prepare_value(self, value: Any) -> Any:
        """As it is shown."""
        return format_angka(value) if isinstance(value, Decimal) else value


def build_tanggal(label: str, *, required: bool = False, help_text: str = "") -> forms.DateField:
    """A day, with the browser's own calendar."""
    widget = forms.DateInput(attrs=TANGGAL, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=help_text, widget=widget)
