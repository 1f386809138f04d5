"""Forms of the statement. What is secret is typed anew each time and is kept nowhere, not even as a draft."""

from typing import Any

from django import forms
from django.utils import timezone

from akuntabel.core.compose.pernyataan_reviu import KESIMPULAN_BAKU
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.siklus.reviu.actions_tanda import IsiPernyataan

_RAHASIA = {"autocomplete": "off", "spellcheck": "false"}


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
    tanggal = forms.DateField(
        label="Tanggal penandatanganan",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Tulis tanggal, misalnya 2026-02-15."},
    )

    def __init__(self, *args: Any, nama_akun: str | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tanggal"].initial = timezone.localdate()
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


class SertifikatForm(PernyataanForm):
    """A certificate of one's own."""

    berkas = forms.FileField(
        label="Berkas sertifikat",
        widget=forms.FileInput(attrs={"accept": ".p12,.pfx"}),
        help_text="Berkas PKCS#12 (.p12 atau .pfx). Dipakai sekali dan tidak disimpan.",
    )
    frasa_sandi = forms.CharField(
        label="Frasa sandi sertifikat",
        widget=forms.PasswordInput(attrs=_RAHASIA),
        strip=False,
        required=False,
        help_text="Tidak disimpan dan tidak dicatat.",
    )


class LayananForm(PernyataanForm):
    """A remote service that holds the keys."""

    nik = forms.CharField(
        label="NIK",
        widget=forms.TextInput(attrs=_RAHASIA | {"inputmode": "numeric"}),
        help_text="16 angka, seperti terdaftar pada layanan tanda tangan. Tidak disimpan.",
    )
    frasa_sandi = forms.CharField(
        label="Frasa sandi (passphrase)",
        widget=forms.PasswordInput(attrs=_RAHASIA),
        strip=False,
        help_text="Tidak disimpan dan tidak dicatat.",
    )


class PindaianForm(PernyataanForm):
    """The scan of what was signed on paper."""

    berkas = forms.FileField(
        label="Pindaian",
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        help_text="Pernyataan yang sudah ditandatangani: PDF, JPG, atau PNG.",
    )
