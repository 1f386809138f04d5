"""What is said when a token is made."""

from collections.abc import Iterable
from typing import Any

from django import forms

from akuntabel.doors.web.formulir import FormDasar
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.organisasi.models import Satker

DAFTAR_HARI = ((30, "30 hari"), (90, "90 hari"), (365, "1 tahun"))


class TokenForm(FormDasar):
    """A token: what for, how far, how long."""

    nama = forms.CharField(
        label="Nama program",
        max_length=100,
        help_text="Agar Anda mengenalinya lagi, misalnya “pemindah data SAKTI”.",
    )
    hak = forms.MultipleChoiceField(
        label="Boleh dipakai untuk",
        choices=[(c.value, f"{c}: {c.arti}") for c in HakToken],
        widget=forms.CheckboxSelectMultiple,
    )
    satker = forms.ChoiceField(label="Satker", required=False)
    hari = forms.TypedChoiceField(label="Masa berlaku", choices=DAFTAR_HARI, coerce=int, initial=90)

    def __init__(self, *args: Any, daftar_satker: Iterable[Satker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [("", "semua satker yang terlihat oleh saya"), *((s.kode, f"hanya {s.nama}") for s in daftar_satker)]
        bidang = self.fields["satker"]
        if isinstance(bidang, forms.ChoiceField):
            bidang.choices = pilihan
