"""Forms of the plan. Field names are those of the models, so that errors and conflicts find their place."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils import timezone

from akuntabel.doors.web.formulir import FormDasar
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import KeputusanPleno, Satker
from akuntabel.siklus.perencanaan.isian import IsiRenstra
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, Tujuan

TANGGAL = {"type": "date"}
_BARIS = {"rows": 3}


class FormRencana(FormDasar):
    """A form of this stage: what is stored is shown in the words of its field, choices by their name."""

    def show_bentrok(self, galat: SudahBerubahError) -> None:
        """As everywhere; a choice is compared by what was chosen, and lists line by line."""
        for nama, nilai in galat.sekarang.items():
            if isinstance(nilai, list):
                galat.sekarang[nama] = "\r\n".join(nilai)
            elif nama in self.fields and isinstance(self.fields[nama], forms.ModelChoiceField):
                galat.sekarang[nama] = str(nilai) if nilai is not None else ""
        super().show_bentrok(galat)
        if self.bentrok is not None:
            selisih = (replace(s, anda=self._sebut(s.label, s.anda)) for s in self.bentrok.selisih)
            self.bentrok = replace(self.bentrok, selisih=tuple(s for s in selisih if s.anda != s.sekarang))

    def _sebut(self, label: str, anda: str) -> str:
        """The name of what was chosen, where the field is a choice."""
        for nama, bidang in self.fields.items():
            if str(self[nama].label) == label and isinstance(bidang, forms.ModelChoiceField):
                return str(self.cleaned_data.get(nama) or "")
        return anda


class RenstraForm(FormRencana):
    """The head of a plan."""

    mulai = forms.IntegerField(label="Tahun pertama", min_value=2005, max_value=2100)
    selesai = forms.IntegerField(label="Tahun terakhir", min_value=2005, max_value=2100)
    dasar = forms.CharField(
        label="Dasar hukum",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Peraturan atau keputusan yang menetapkan Renstra, lengkap dengan nomor dan judulnya.",
    )
    visi = forms.CharField(label="Visi", widget=forms.Textarea(attrs={"rows": 2}))
    misi = forms.CharField(
        label="Misi", required=False, widget=forms.Textarea(attrs={"rows": 6}), help_text="Satu misi per baris."
    )
    catatan = forms.CharField(
        label="Catatan", required=False, widget=forms.Textarea(attrs=_BARIS), help_text="Yang perlu diketahui pembaca."
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def isi(self) -> IsiRenstra:
        """What was filled in."""
        d = self.cleaned_data
        misi = tuple(m for m in d["misi"].splitlines() if m.strip())
        return IsiRenstra(d["mulai"], d["selesai"], d["dasar"], d["visi"], misi, d["catatan"])

    @staticmethod
    def awal(renstra: Renstra) -> dict[str, object]:
        """What is stored."""
        return {
            "mulai": renstra.mulai,
            "selesai": renstra.selesai,
            "dasar": renstra.dasar,
            "visi": renstra.visi,
            "misi": "\n".join(renstra.misi),
            "catatan": renstra.catatan,
            "versi": renstra.suntingan,
        }


class TujuanForm(FormRencana):
    """A tujuan."""

    kode = forms.CharField(label="Nomor tujuan", max_length=40, help_text="Misalnya 1.")
    nama = forms.CharField(label="Bunyi tujuan", widget=forms.Textarea(attrs=_BARIS))
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)


class SasaranForm(FormRencana):
    """A sasaran with the tujuan that it spells out."""

    kode = forms.CharField(label="Nomor sasaran", max_length=40, help_text="Misalnya 1.")
    nama = forms.CharField(
        label="Bunyi sasaran",
        widget=forms.Textarea(attrs=_BARIS),
        help_text="Kondisi yang hendak dicapai, misalnya “Meningkatnya …”.",
    )
    tujuan = forms.ModelChoiceField(
        Tujuan.objects.none(), label="Tujuan yang dijabarkan", required=False, empty_label="Belum ada"
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, renstra: Renstra, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tujuan"].queryset = renstra.daftar_tujuan.all()  # type: ignore[attr-defined]


class AlasanForm(FormRencana):
    """Why it is sent back or thrown away."""

    alasan = forms.CharField(label="Alasan", widget=forms.Textarea(attrs=_BARIS))


class PenetapanForm(FormRencana):
    """The day and the decision by which a plan becomes binding."""

    tanggal = forms.DateField(label="Tanggal penetapan", widget=forms.DateInput(attrs=TANGGAL, format="%Y-%m-%d"))
    keputusan = forms.ModelChoiceField(
        KeputusanPleno.objects.none(),
        label="Keputusan rapat pleno",
        required=False,
        empty_label="Tanpa keputusan pleno",
        help_text="Keputusan dalam berita acara yang menetapkannya, bila ada.",
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, satker: Satker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        daftar = KeputusanPleno.objects.filter(berita_acara__satker=satker).select_related("berita_acara")
        self.fields["keputusan"].queryset = daftar.order_by("-berita_acara__tanggal", "urut")  # type: ignore[attr-defined]
        self.fields["tanggal"].initial = timezone.localdate()


class VersiForm(FormRencana):
    """Why and from when the plan changes."""

    berlaku_mulai = forms.DateField(
        label="Berlaku mulai",
        widget=forms.DateInput(attrs=TANGGAL, format="%Y-%m-%d"),
        help_text="Hari versi baru berlaku.",
    )
    alasan = forms.CharField(
        label="Alasan perubahan",
        widget=forms.Textarea(attrs=_BARIS),
        help_text="Tampil pada riwayat dan kamus indikator.",
    )


class AdopsiForm(FormRencana):
    """From which year an office follows a plan above it, and which of its indicators it carries."""

    tahun_mulai = forms.TypedChoiceField(label="Mulai tahun", coerce=int)
    dasar = forms.CharField(
        label="Dasar", help_text="Surat atau keputusan yang menjadi dasar, lengkap dengan nomornya.", max_length=300
    )
    daftar_indikator = forms.ModelMultipleChoiceField(
        Indikator.objects.none(),
        label="Indikator yang diemban satker",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, renstra: Renstra, terpilih: Sequence[int], tahun: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tahun_mulai"].choices = [(t, str(t)) for t in renstra.daftar_tahun]  # type: ignore[attr-defined]
        self.fields["tahun_mulai"].initial = min(max(tahun, renstra.mulai), renstra.selesai)
        daftar = Indikator.objects.filter(sasaran__renstra=renstra).berurut()
        self.fields["daftar_indikator"].queryset = daftar  # type: ignore[attr-defined]
        self.fields["daftar_indikator"].initial = terpilih
