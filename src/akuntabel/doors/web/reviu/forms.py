"""Forms of the review."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from akuntabel.core.regulasi.laporan import daftar_checklist_reviu
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.reviu.actions import IsiButir, IsiLangkah
from akuntabel.siklus.reviu.actions_temuan import IsiTemuan
from akuntabel.siklus.reviu.models import ButirReviu, Jawaban, KelompokLangkah

_TEKS = {"rows": 3}


class TimForm(FormDasar):
    """Who joins the team. pilihan: candidates of offices above; pilihan_sendiri: those of the office itself."""

    auditor = forms.ChoiceField(label="Auditor")
    is_ketua = forms.BooleanField(label="Ketua tim, menandatangani pernyataan", required=False)
    dasar = forms.CharField(
        label="Keputusan pembentukan tim",
        required=False,
        max_length=200,
        help_text="Wajib untuk auditor satker yang melapor, misalnya nomor surat tugas.",
    )

    def __init__(
        self, *args: Any, pilihan: Sequence[Pengguna], pilihan_sendiri: Sequence[Pengguna], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._sendiri = {p.pk for p in pilihan_sendiri}
        kelompok: list[tuple[str, list[tuple[int, str]]]] = []
        if pilihan:
            kelompok.append(("Satker di atas", [(p.pk, p.nama) for p in pilihan]))
        if pilihan_sendiri:
            kelompok.append(("Satker yang melapor", [(p.pk, p.nama) for p in pilihan_sendiri]))
        self.fields["auditor"].choices = [("", "Pilih auditor"), *kelompok]  # type: ignore[attr-defined]

    def is_satker_sendiri(self) -> bool:
        """Whether who was chosen is of the office that reports."""
        return int(self.cleaned_data["auditor"]) in self._sendiri


class AlasanForm(FormDasar):
    """A reason."""

    alasan = forms.CharField(label="Alasan", widget=forms.Textarea(attrs=_TEKS), strip=True)


class KembalikanForm(FormDasar):
    """Why the report goes back."""

    catatan = forms.CharField(
        label="Yang harus diperbaiki",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Dibaca penyusun laporan. Temuan tetap tercatat dan menunggu tanggapannya.",
    )


class LangkahForm(FormDasar):
    """A step of the working paper."""

    kelompok = forms.ChoiceField(label="Bagian kertas kerja", choices=KelompokLangkah.choices)
    uraian = forms.CharField(label="Langkah yang dilaksanakan", widget=forms.Textarea(attrs=_TEKS))
    hasil = forms.CharField(label="Hasil pelaksanaan", widget=forms.Textarea(attrs={"rows": 5}), required=False)
    simpulan = forms.CharField(
        label="Simpulan atau catatan pereviu", widget=forms.Textarea(attrs=_TEKS), required=False
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def isian(self) -> IsiLangkah:
        """As the act takes it."""
        isi = self.cleaned_data
        return IsiLangkah(KelompokLangkah(isi["kelompok"]), isi["uraian"], isi["hasil"], isi["simpulan"])


class TemuanForm(FormDasar):
    """A finding."""

    uraian = forms.CharField(
        label="Temuan", widget=forms.Textarea(attrs=_TEKS), help_text="Apa yang keliru atau kurang."
    )
    letak = forms.CharField(label="Letak", required=False, max_length=300, help_text="Misalnya Tabel 3.1 baris 4.")
    butir = forms.ChoiceField(label="Butir checklist", required=False)
    saran = forms.CharField(label="Saran perbaikan", widget=forms.Textarea(attrs=_TEKS), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [(b.id, f"{b.id} {b.bunyi}") for b in daftar_checklist_reviu()]
        self.fields["butir"].choices = [("", "Tidak terkait satu butir"), *pilihan]  # type: ignore[attr-defined]

    def isian(self) -> IsiTemuan:
        """As the act takes it."""
        isi = self.cleaned_data
        return IsiTemuan(uraian=isi["uraian"], saran=isi["saran"], letak=isi["letak"], butir=isi["butir"])


class TanggapanForm(FormDasar):
    """A word about a finding."""

    teks = forms.CharField(label="Isi", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput)


class ChecklistForm(FormDasar):
    """All lines at once. Fields are named by line: jawaban_I.1, catatan_I.1, versi_I.1."""

    def __init__(self, *args: Any, ada: Sequence[ButirReviu], **kwargs: Any) -> None:
        per_kode = {b.kode: b for b in ada}
        super().__init__(*args, **kwargs)
        for butir in daftar_checklist_reviu():
            baris = per_kode.get(butir.id)
            self.fields[f"jawaban_{butir.id}"] = forms.ChoiceField(
                label=f"Jawaban {butir.id}",
                choices=[*Jawaban.choices, ("", "belum dijawab")],
                widget=forms.RadioSelect,
                required=False,
                initial=baris.jawaban if baris else "",
            )
            self.fields[f"catatan_{butir.id}"] = forms.CharField(
                label=f"Catatan {butir.id}",
                widget=forms.Textarea(attrs={"rows": 2}),
                required=False,
                initial=baris.catatan if baris else "",
            )
            self.fields[f"versi_{butir.id}"] = forms.IntegerField(
                widget=forms.HiddenInput, required=False, initial=baris.versi if baris else 0
            )
        self.style()

    def isian(self) -> Iterator[IsiButir]:
        """Every line as it was sent."""
        for butir in daftar_checklist_reviu():
            ambil = {n: self.cleaned_data.get(f"{n}_{butir.id}") for n in ("jawaban", "catatan", "versi")}
            yield IsiButir(butir.id, ambil["jawaban"] or "", ambil["catatan"] or "", ambil["versi"] or 0)
