"""What a person chooses about messages."""

from django import forms

from akuntabel.doors.web.formulir import FormDasar
from akuntabel.platform.notifikasi.models import JadwalRingkasan


class PilihanForm(FormDasar):
    """How often a mail lists what was not read."""

    ringkasan = forms.ChoiceField(
        label="Ringkasan lewat surel", choices=JadwalRingkasan.choices, widget=forms.RadioSelect
    )
