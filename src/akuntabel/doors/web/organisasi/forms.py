"""Forms of offices, their units and their officials."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from akuntabel.core.fakta.organisasi import JenisTugas, JenisUnit, PeranPejabat
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.doors.web.ruang import Ruang
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.actions_unit import UraianBaru, compute_versi_tugas
from akuntabel.siklus.organisasi.models import JenisSatker, Pejabat, Satker, Unit, UraianTugas

BARIS_KOSONG = 5  # empty lines offered below those that exist
KATA_PERAN = {
    PeranPejabat.PIMPINAN: "pimpinan satker",
    PeranPejabat.ATASAN: "atasan pimpinan (pihak kedua perjanjian)",
    PeranPejabat.ANGGOTA: "anggota",
    PeranPejabat.SEKRETARIS: "sekretaris",
    PeranPejabat.PEREVIU: "pereviu (APIP)",
}


def bidang_tanggal(label: str, *, required: bool = False, help_text: str = "") -> forms.DateField:
    """A day; the browser's own picker where it has one."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=required, help_text=help_text, widget=widget)


class ProfilForm(FormDasar):
    """What stands in the letterhead and on covers."""

    nama = forms.CharField(label="Nama pendek", max_length=200, help_text="Misalnya KPU Kota Blitar.")
    nama_lengkap = forms.CharField(label="Nama resmi", max_length=300, help_text="Tercetak pada kop dan sampul.")
    kementerian = forms.CharField(label="Kementerian/lembaga", max_length=200)
    entitas = forms.CharField(label="Entitas pelapor utama", max_length=100, help_text="Misalnya KPU.")
    kota = forms.CharField(label="Tempat penandatanganan", max_length=100)
    wilayah = forms.CharField(
        label="Kode wilayah", max_length=4, required=False, help_text="Dua angka provinsi, atau empat angka kab/kota."
    )
    alamat = forms.CharField(label="Alamat", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    kode_pos = forms.CharField(label="Kode pos", max_length=5, required=False)
    telepon = forms.CharField(label="Telepon", max_length=50, required=False)
    surel = forms.CharField(label="Surel", required=False, widget=forms.EmailInput)
    laman = forms.CharField(label="Situs web", required=False, help_text="Diawali https://")
    versi = forms.IntegerField(widget=forms.HiddenInput)


class SatkerBaruForm(ProfilForm):
    """A new office."""

    kode = forms.CharField(label="Kode satker", max_length=20, help_text="Huruf, angka, dan tanda hubung.")
    jenis = forms.ChoiceField(label="Jenis", choices=[(j.value, j.value) for j in JenisSatker])
    versi = None  # type: ignore[assignment]  # nothing is there yet that others could have changed
    field_order = ("kode", "jenis")


class EntitasForm(FormDasar):
    """Another name under which the office reports."""

    nama = forms.CharField(label="Nama", max_length=100, help_text="Misalnya Sekretariat.")
    peran_pimpinan = forms.ChoiceField(
        label="Dipimpin oleh",
        choices=[(p.value, KATA_PERAN[p]) for p in (PeranPejabat.SEKRETARIS, PeranPejabat.PIMPINAN)],
    )


class LogoForm(FormDasar):
    """The mark of the letterhead."""

    berkas = forms.FileField(label="Gambar", help_text="PNG atau JPEG, paling baik persegi dan minimal 300 piksel.")
    versi = forms.IntegerField(widget=forms.HiddenInput)


class PindahForm(FormDasar):
    """Under which office it goes."""

    induk = forms.CharField(label="Kode satker induk yang baru", max_length=20)
    alasan = forms.CharField(label="Alasan", widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, ruang: Ruang, **kwargs: Any) -> None:
        self._pengguna = ruang.pengguna
        super().__init__(*args, **kwargs)

    def clean_induk(self) -> Satker:
        """An office that the person sees; what is not seen is as if it were not there."""
        kode = self.cleaned_data["induk"]
        satker = Satker.objects.visible_to(self._pengguna).filter(kode=kode).first()
        if satker is None:
            raise ValidationError(
                f"Tidak ada satker berkode {kode} yang dapat Anda lihat. Salin kodenya dari daftar satker."
            )
        return satker


class UnitForm(FormDasar):
    """A part of the office."""

    nama = forms.CharField(label="Nama", max_length=200)
    jenis = forms.ChoiceField(label="Jenis", choices=[(j.value, j.value) for j in JenisUnit])
    induk = forms.ModelChoiceField(
        Unit.objects.none(), label="Di bawah", required=False, to_field_name="kode", empty_label="langsung di satker"
    )
    dasar = forms.CharField(
        label="Dasar hukum", required=False, max_length=60, help_text="Kode peraturan, misalnya pkpu-14-2020."
    )
    sumber = forms.CharField(
        label="Asal keterangan", required=False, max_length=500, help_text="Dari dokumen mana keterangan ini."
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, ruang: Ruang, unit: Unit | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        daftar = ruang.satker.daftar_unit.all()
        if unit is not None:
            daftar = daftar.exclude(pk=unit.pk)
        self.fields["induk"].queryset = daftar  # type: ignore[attr-defined]


class TugasForm(FormDasar):
    """The whole list of a unit or of the office; a line without words is left out."""

    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, daftar: Sequence[UraianTugas], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["versi"].initial = compute_versi_tugas(daftar)
        self.jumlah_baris = len(daftar) + BARIS_KOSONG
        for n in range(self.jumlah_baris):
            t = daftar[n] if n < len(daftar) else None
            self.fields[f"jenis_{n}"] = forms.ChoiceField(
                label=f"Jenis baris {n + 1}",
                choices=[(j.value, j.value) for j in JenisTugas],
                initial=t.jenis if t else None,
                required=False,
            )
            self.fields[f"teks_{n}"] = forms.CharField(
                label=f"Uraian baris {n + 1}",
                required=False,
                initial=t.teks if t else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.fields[f"dasar_{n}"] = forms.CharField(
                label=f"Dasar hukum baris {n + 1}", required=False, initial=t.dasar if t else "", max_length=60
            )
        self.style()

    def daftar_uraian(self) -> list[UraianBaru]:
        """The written lines in their order."""
        isi = self.cleaned_data
        return [
            UraianBaru(isi[f"jenis_{n}"] or JenisTugas.TUGAS.value, isi[f"teks_{n}"], isi[f"dasar_{n}"])
            for n in range(self.jumlah_baris)
            if isi.get(f"teks_{n}")
        ]


class PejabatForm(FormDasar):
    """Somebody in a post."""

    peran = forms.ChoiceField(label="Peran dalam dokumen", choices=list(KATA_PERAN.items()))
    jabatan = forms.CharField(label="Nama jabatan", max_length=200, help_text="Misalnya Ketua KPU Kota Blitar.")
    nama = forms.CharField(label="Nama dan gelar", max_length=200, required=False)
    nip = forms.CharField(
        label="NIP", max_length=18, required=False, help_text="18 angka; kosong untuk ketua dan anggota KPU."
    )
    sifat = forms.ChoiceField(label="Sifat", choices=Pejabat.Sifat.choices)
    mulai = bidang_tanggal("Mulai menjabat")
    selesai = bidang_tanggal("Selesai menjabat", help_text="Kosong selama masih menjabat.")
    pengguna = forms.ModelChoiceField(
        Pengguna.objects.none(),
        label="Akun",
        required=False,
        empty_label="tanpa akun",
        help_text="Yang mempunyai akun menandatangani sendiri berita acara pleno.",
    )
    sumber = forms.CharField(label="Asal keterangan", required=False, max_length=500)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, ruang: Ruang, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        orang = Pengguna.objects.filter(daftar_penugasan__satker=ruang.satker, is_active=True).distinct()
        self.fields["pengguna"].queryset = orang.order_by("nama")  # type: ignore[attr-defined]


class PejabatUbahForm(PejabatForm):
    """The same person in the same post; another person is a replacement."""

    peran = sifat = None  # type: ignore[assignment]  # what makes it another term


class GantiForm(FormDasar):
    """Who comes next."""

    nama = forms.CharField(label="Nama dan gelar pengganti", max_length=200)
    nip = forms.CharField(label="NIP", max_length=18, required=False)
    sifat = forms.ChoiceField(label="Sifat", choices=Pejabat.Sifat.choices)
    mulai = bidang_tanggal(
        "Mulai menjabat", required=True, help_text="Masa jabatan pejabat sekarang berakhir sehari sebelumnya."
    )
    selesai = bidang_tanggal("Selesai menjabat", help_text="Kosong bila belum diketahui.")
    alasan = forms.CharField(label="Alasan", help_text="Misalnya nomor keputusan pengangkatan.", max_length=500)
    versi = forms.IntegerField(widget=forms.HiddenInput)


class AkhiriForm(FormDasar):
    """The last day of a term that nobody follows yet."""

    selesai = bidang_tanggal("Hari terakhir menjabat", required=True)
    alasan = forms.CharField(label="Alasan", max_length=500)
    versi = forms.IntegerField(widget=forms.HiddenInput)
