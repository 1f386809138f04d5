"""What is handed in of a budget: a file with what it does not say itself, and the meaning of its columns."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from akuntabel.core.readers.anggaran.berkas import BATAS_BERKAS_ANGGARAN
from akuntabel.core.readers.anggaran.laporan import JenisLaporan
from akuntabel.core.readers.anggaran.peta import KOLOM_PETA, KOLOM_WAJIB, PANJANG_SUMBER
from akuntabel.core.readers.batas import MB
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.siklus.anggaran.impor import PilihanImpor

_BATAS = f"{BATAS_BERKAS_ANGGARAN // MB} MB"


class ImporForm(FormDasar):
    """A report, which one it is, and the sources of funds that it does not tell."""

    berkas = forms.FileField(
        label="Berkas",
        help_text=f"Seret ke sini, atau pilih. XLSX atau CSV seperti diunduh dari aplikasinya; paling besar {_BATAS}.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt", "data-seret": ""}),
    )
    jenis = forms.ChoiceField(
        label="Jenis laporan",
        required=False,
        choices=(("", "Kenali dari isinya"), *((j.value, j.nama) for j in JenisLaporan)),
    )
    sumber_dana = forms.CharField(
        label="Sumber dana",
        max_length=PANJANG_SUMBER,
        initial="RM",
        help_text="Untuk baris yang tidak menyebutkannya; FA Detail SAKTI tidak menyebutkan sumber dana.",
    )
    sumber_khusus = forms.CharField(
        label="Sumber dana lain",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Satu per baris, misalnya TA = HLD untuk subkomponen hibah; kode lengkap juga boleh.",
    )

    def clean_berkas(self) -> Any:
        """Not larger than any report."""
        berkas = self.cleaned_data["berkas"]
        if berkas.size > BATAS_BERKAS_ANGGARAN:
            raise ValidationError(f"Berkas lebih besar dari {_BATAS}.")
        return berkas

    def clean_sumber_dana(self) -> str:
        """In capitals, as everywhere."""
        return str(self.cleaned_data["sumber_dana"]).upper()

    def clean_sumber_khusus(self) -> dict[str, str]:
        """Code to source; every line that is neither blank nor a pair is named."""
        pasangan, salah = {}, []
        for nomor, baris in enumerate(self.cleaned_data["sumber_khusus"].splitlines(), 1):
            kode, _, sumber = (bagian.strip().upper() for bagian in baris.partition("="))
            if kode and sumber and len(sumber) <= PANJANG_SUMBER:
                pasangan[kode] = sumber
            elif baris.strip():
                salah.append(f"Baris {nomor}: tertulis “{baris.strip()}”, diharapkan kode = sumber dana.")
        if salah:
            raise ValidationError(salah)
        return pasangan

    def pilihan(self) -> PilihanImpor:
        """What was said beside the file."""
        isi = self.cleaned_data
        return PilihanImpor(isi["sumber_dana"], isi["jenis"], isi["sumber_khusus"])

    def baca(self) -> tuple[str, bytes]:
        """The name of the file, and its bytes."""
        berkas = self.cleaned_data["berkas"]
        return berkas.name or "berkas", berkas.read()


class PetaForm(FormDasar):
    """Which column of a plain table is what."""

    def __init__(self, *args: Any, daftar_kolom: Sequence[Mapping[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [("", "tidak ada"), *((k["judul"], _sebut(k)) for k in daftar_kolom)]
        for arti, label in KOLOM_PETA.items():
            self.fields[arti] = forms.ChoiceField(label=label, choices=pilihan, required=arti in KOLOM_WAJIB)
        self.style()

    def clean(self) -> dict[str, Any]:
        """Each column once."""
        isi = super().clean() or {}
        dipakai: dict[str, str] = {}
        for arti, judul in self._terpilih(isi):
            if judul in dipakai:
                self.add_error(arti, ValidationError(f"Kolom ini sudah dipilih untuk {dipakai[judul]}."))
            dipakai.setdefault(judul, KOLOM_PETA[arti])
        return isi

    @staticmethod
    def _terpilih(isi: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        return ((arti, isi[arti]) for arti in KOLOM_PETA if isi.get(arti))


def _sebut(kolom: Mapping[str, Any]) -> str:
    """A column by its header and what stands in it first."""
    contoh = next((c for c in kolom["contoh"] if c), "")
    return f"{kolom['judul']} (misalnya {contoh})" if contoh else kolom["judul"]
