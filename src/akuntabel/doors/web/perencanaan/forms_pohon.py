"""Forms of the pohon kinerja."""

from typing import Any

from django import forms

from akuntabel.doors.web.perencanaan.forms import FormRencana
from akuntabel.siklus.organisasi.models import Satker, Unit
from akuntabel.siklus.perencanaan.actions.pohon import IsiKondisi
from akuntabel.siklus.perencanaan.models import (
    Indikator,
    JenisHubungan,
    KondisiKinerja,
    Renstra,
    Sasaran,
    TingkatKondisi,
)


class KondisiForm(FormRencana):
    """A condition; for a new one also where it hangs."""

    kode = forms.CharField(label="Kode", max_length=40, help_text="Misalnya K1.2; tanpa spasi.")
    nama = forms.CharField(
        label="Kondisi",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Keadaan yang terwujud, bukan kegiatan: “Pemilih mengenal calon”.",
    )
    tingkat = forms.ChoiceField(label="Tingkat", choices=TingkatKondisi.choices)
    atas = forms.ModelChoiceField(
        KondisiKinerja.objects.none(), label="Menyebabkan", required=False, empty_label="Tidak di bawah kondisi lain"
    )
    sasaran = forms.ModelChoiceField(Sasaran.objects.none(), label="Sasaran", required=False, empty_label="Tidak ada")
    indikator = forms.ModelChoiceField(
        Indikator.objects.none(), label="Indikator", required=False, empty_label="Tidak ada"
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Unit pengampu", required=False, empty_label="Belum ada")
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, satker: Satker, renstra: Renstra, is_baru: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        daftar: dict[str, Any] = {
            "atas": KondisiKinerja.objects.filter(satker=satker, renstra=renstra),
            "sasaran": renstra.daftar_sasaran.all(),
            "indikator": Indikator.objects.filter(sasaran__renstra=renstra).berurut(),
            "unit": Unit.objects.filter(satker=satker).order_by("nama"),
        }
        for nama, pilihan in daftar.items():
            self.fields[nama].queryset = pilihan  # type: ignore[attr-defined]
        if not is_baru:
            del self.fields["atas"]

    def isi(self) -> IsiKondisi:
        """What was filled in."""
        return IsiKondisi(**{nama: self.cleaned_data[nama] for nama in IsiKondisi.__dataclass_fields__})

    @staticmethod
    def awal(kondisi: KondisiKinerja) -> dict[str, object]:
        """What is stored."""
        return {
            "kode": kondisi.kode,
            "nama": kondisi.nama,
            "tingkat": kondisi.tingkat,
            "sasaran": kondisi.sasaran_id,
            "indikator": kondisi.indikator_id,
            "unit": kondisi.unit_id,
            "versi": kondisi.suntingan,
        }


class HubunganForm(FormRencana):
    """A line of the tree, drawn from a condition down to what brings it about."""

    bawah = forms.ModelChoiceField(
        KondisiKinerja.objects.none(), label="Kondisi di bawahnya", empty_label="Pilih kondisi"
    )
    jenis = forms.ChoiceField(label="Jenis hubungan", choices=JenisHubungan.choices, widget=forms.RadioSelect)
    mitra = forms.CharField(
        label="Mitra", required=False, max_length=200, help_text="Unit atau instansi lain, untuk crosscutting."
    )
    peran_mitra = forms.CharField(label="Peran mitra", required=False, max_length=300)

    def __init__(self, *args: Any, kondisi: KondisiKinerja, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        daftar = KondisiKinerja.objects.filter(satker=kondisi.satker, renstra=kondisi.renstra).exclude(pk=kondisi.pk)
        self.fields["bawah"].queryset = daftar  # type: ignore[attr-defined]
        self.fields["jenis"].initial = JenisHubungan.SEBAB
