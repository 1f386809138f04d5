"""What is handed in: a file, or a pasted table."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from akuntabel.core.readers.batas import MB
from akuntabel.core.readers.isian.batas_isian import BATAS_BERKAS_ISIAN
from akuntabel.core.readers.isian.bentuk import Formulir
from akuntabel.core.readers.isian.tempel import NAMA_TEMPELAN
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.siklus.pelaporan.zip_paket import BATAS_ZIP


class IsianForm(FormDasar):
    """A filled-in template, or one of its tables pasted."""

    berkas = forms.FileField(
        label="Berkas",
        required=False,
        help_text=f"Templat yang sudah diisi (XLSX), atau CSV; paling besar {BATAS_BERKAS_ISIAN // MB} MB.",
    )
    tempelan = forms.CharField(
        label="Atau tempel tabelnya",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Salin dari lembar kerja, beserta baris judul kolomnya.",
    )
    lembar = forms.ChoiceField(label="Tabel yang ditempel", required=False)

    def __init__(self, *args: Any, formulir: Formulir, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [(x.nama, x.judul) for x in formulir.daftar_lembar]
        self.fields["lembar"].choices = [("", "Kenali dari judul kolomnya"), *pilihan]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of the two, and not too large."""
        isi = super().clean() or {}
        berkas = isi.get("berkas")
        if not berkas and not isi.get("tempelan"):
            self.add_error("berkas", ValidationError("Pilih berkas, atau tempel tabelnya di bawah."))
        elif berkas and berkas.size > BATAS_BERKAS_ISIAN:
            self.add_error("berkas", ValidationError(f"Berkas lebih besar dari {BATAS_BERKAS_ISIAN // MB} MB."))
        return isi

    def baca(self) -> tuple[str, bytes]:
        """The name of what was handed in, and its bytes."""
        berkas = self.cleaned_data["berkas"]
        if berkas:
            return berkas.name or "berkas", berkas.read()
        return f"{NAMA_TEMPELAN}.txt", self.cleaned_data["tempelan"].encode()


class PaketForm(FormDasar):
    """A data package as one file."""

    berkas = forms.FileField(
        label="Paket data", help_text=f"Satu berkas ZIP dari folder paket; paling besar {BATAS_ZIP // MB} MB."
    )

    def clean_berkas(self) -> Any:
        """Not larger than any package."""
        berkas = self.cleaned_data["berkas"]
        if berkas.size > BATAS_ZIP:
            raise ValidationError(f"Berkas lebih besar dari {BATAS_ZIP // MB} MB.")
        return berkas
