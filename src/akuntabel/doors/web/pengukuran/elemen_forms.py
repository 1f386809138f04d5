"""The form of an element with its parts."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.siklus.organisasi.models import Pejabat, Satker, Unit
from akuntabel.siklus.pengukuran.actions_elemen import Bagian, IsiElemen
from akuntabel.siklus.pengukuran.bagian import KELAMIN
from akuntabel.siklus.pengukuran.models import AsalElemen, BentukElemen, Elemen, RincianElemen

KATA_KONSOLIDASI = {
    Konsolidasi.TERAKHIR: "nilai terakhir (posisi)",
    Konsolidasi.JUMLAH: "dijumlahkan dari triwulan ke triwulan",
    Konsolidasi.RATA_RATA: "dirata-ratakan",
    Konsolidasi.MAKSIMUM: "nilai terbesar",
    Konsolidasi.MINIMUM: "nilai terkecil",
}
PANJANG_RINCIAN, PALING_BANYAK = 100, 60


class ElemenForm(FormDasar):
    """What is counted, who brings it, and in which parts."""

    kode = forms.CharField(
        label="Kode",
        max_length=60,
        validators=Elemen._meta.get_field("kode").validators,
        help_text="Nama dalam rumus: huruf kecil, angka, garis bawah; misalnya dpt.",
    )
    nama = forms.CharField(label="Nama", max_length=300, help_text="Untuk pembaca, misalnya Pemilih dalam DPT.")
    satuan = forms.CharField(label="Satuan", max_length=60, help_text="orang, kejadian, predikat, …")
    bentuk = forms.ChoiceField(label="Isinya", choices=BentukElemen.choices)
    konsolidasi = forms.ChoiceField(
        label="Dari triwulan ke tahun", choices=[(k.value, kata) for k, kata in KATA_KONSOLIDASI.items()]
    )
    asal = forms.ChoiceField(
        label="Asal data",
        choices=AsalElemen.choices,
        help_text="Opini BPK dan indeks RB mengikuti satker di atas: nilainya diukur sekali di sana.",
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label="Unit penanggung jawab", required=False, empty_label="Belum ditentukan"
    )
    pejabat = forms.ModelChoiceField(
        Pejabat.objects.none(), label="Pejabat penanggung jawab", required=False, empty_label="Belum ditentukan"
    )
    is_jenis_kelamin = forms.BooleanField(label="Dirinci menurut jenis kelamin (L dan P)", required=False)
    jenis = forms.ChoiceField(
        label="Jenis rincian lain",
        required=False,
        choices=[(j.value, j.label) for j in RincianElemen.Jenis if j != RincianElemen.Jenis.JENIS_KELAMIN],
    )
    rincian = forms.CharField(
        label="Rincian lain",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Satu per baris, misalnya ragam disabilitas atau kecamatan. Kosong: tidak dirinci.",
    )
    keterangan = forms.CharField(label="Keterangan", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, satker: Satker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit, pejabat = satker.daftar_unit.order_by("nama"), satker.daftar_pejabat.order_by("urut", "pk")
        self.fields["unit"].queryset = unit  # type: ignore[attr-defined]
        self.fields["pejabat"].queryset = pejabat  # type: ignore[attr-defined]

    def clean_rincian(self) -> list[str]:
        """The details in their order, each once."""
        daftar = list(
            dict.fromkeys(" ".join(b.split()) for b in self.cleaned_data["rincian"].splitlines() if b.strip())
        )
        panjang = next((b for b in daftar if len(b) > PANJANG_RINCIAN), None)
        if panjang is not None:
            raise ValidationError(f"“{panjang[:30]}…” terlalu panjang; paling banyak {PANJANG_RINCIAN} huruf.")
        if len(daftar) > PALING_BANYAK:
            raise ValidationError(f"Tertulis {len(daftar)} rincian; paling banyak {PALING_BANYAK}.")
        return daftar

    def isi(self) -> IsiElemen:
        """What was filled in."""
        nilai = {n: self.cleaned_data[n] for n in ("kode", "nama", "satuan", "keterangan", "unit", "pejabat")}
        return IsiElemen(
            **nilai,
            konsolidasi=Konsolidasi(self.cleaned_data["konsolidasi"]),
            bentuk=BentukElemen(self.cleaned_data["bentuk"]),
            asal=AsalElemen(self.cleaned_data["asal"]),
        )

    def bagian(self) -> list[Bagian]:
        """The parts that are asked for: each detail, by sex where both are wanted."""
        daftar_kelamin = KELAMIN if self.cleaned_data["is_jenis_kelamin"] else ("",)
        daftar_rincian = self.cleaned_data["rincian"] or [""]
        jenis = self.cleaned_data["jenis"] or RincianElemen.Jenis.KATEGORI.value
        return [
            Bagian(k, r, jenis if r else RincianElemen.Jenis.JENIS_KELAMIN.value)
            for r in daftar_rincian
            for k in daftar_kelamin
            if k or r
        ]

    @staticmethod
    def awal(elemen: Elemen) -> dict[str, object]:
        """What is stored."""
        daftar = list(elemen.daftar_rincian.all())
        rincian = list(dict.fromkeys(r.rincian for r in daftar if r.rincian))
        return {
            **{
                n: getattr(elemen, n) for n in ("kode", "nama", "satuan", "bentuk", "konsolidasi", "asal", "keterangan")
            },
            "unit": elemen.unit_id,
            "pejabat": elemen.pejabat_id,
            "is_jenis_kelamin": any(r.jenis_kelamin for r in daftar),
            "jenis": next((r.jenis for r in daftar if r.rincian), RincianElemen.Jenis.KATEGORI.value),
            "rincian": "\n".join(rincian),
            "versi": elemen.versi,
        }
