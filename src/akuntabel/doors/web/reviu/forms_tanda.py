"""Forms of the statement."""

from typing import Any

from django import forms

from akuntabel.core.compose.pernyataan_reviu import KESIMPULAN_BAKU
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.doors.web.tanda_tangan import (
    IsianLayanan,
    IsianSertifikat,
    build_isian_pindaian,
    build_isian_tanggal,
)
from akuntabel.siklus.reviu.actions_tanda import IsiPernyataan


class PernyataanForm(FormDasar):
    """What is concluded, and as whom. nama_akun: whose certificate signs; None where a scan may bear any name."""

    kesimpulan = forms.CharField(
        label="Simpulan",
        initial=KESIMPULAN_BAKU,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Satu paragraf. Kalimat bakunya dari anak lampiran III/1-2; ubah bila simpulan Anda lain.",
    )
    paragraf_penjelas = forms.CharField(
        label="Paragraf penjelas",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Perbaikan dan koreksi yang belum selesai. Pisahkan paragraf dengan satu baris kosong.",
    )
    nama = forms.CharField(label="Nama penanda tangan", max_length=200)
    jabatan = forms.CharField(label="Jabatan", max_length=200)
    nip = forms.RegexField(
        r"^\d{18}$", label="NIP", required=False, error_messages={"invalid": "Tulis 18 angka, atau kosongkan."}
    )
    tempat = forms.CharField(label="Tempat penandatanganan", max_length=100)
    tanggal = build_isian_tanggal("Tanggal penandatanganan", contoh="2026-02-15")

    def __init__(self, *args: Any, nama_akun: str | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if nama_akun is not None:
            self.fields["nama"].disabled = True
            self.fields["nama"].initial = nama_akun
            self.fields["nama"].help_text = "Tanda tangan elektronik memakai nama akun Anda."

    def isian(self) -> IsiPernyataan:
        """As the act takes it."""
        isi = self.cleaned_data
        paragraf = (" ".join(p.split()) for p in isi["paragraf_penjelas"].replace("\r\n", "\n").split("\n\n"))
        return IsiPernyataan(
            kesimpulan=" ".join(isi["kesimpulan"].split()),
            paragraf_penjelas=tuple(p for p in paragraf if p),
            nama=isi["nama"],
            jabatan=isi["jabatan"],
            nip=isi["nip"],
            tempat=isi["tempat"],
            tanggal=isi["tanggal"],
        )


class SertifikatForm(IsianSertifikat, PernyataanForm):
    """A certificate of one's own."""


class LayananForm(IsianLayanan, PernyataanForm):
    """A remote service that holds the keys."""


class PindaianForm(PernyataanForm):
    """The scan of what was signed on paper."""

    berkas = build_isian_pindaian("Pernyataan yang sudah ditandatangani: PDF, JPG, atau PNG.")
