"""Forms of voters: one area typed in, a recap handed in, counts taken over into the measurement."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_angka
from akuntabel.core.calc.partisipasi import JumlahPemilih, KategoriPemilih
from akuntabel.core.fakta.kepemiluan import Disabilitas, SelPemilih
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.core.readers.batas import MB
from akuntabel.core.readers.isian.batas_isian import BATAS_BERKAS_ISIAN
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.doors.web.kepemiluan.forms import bidang_teks
from akuntabel.siklus.perjanjian.models import ROMAWI

UKURAN = ("pemilih", "pengguna")
KATA_KELAMIN: Mapping[JenisKelamin, str] = {JenisKelamin.LAKI_LAKI: "L", JenisKelamin.PEREMPUAN: "P"}
_DISABILITAS = [(d.value, d.label) for d in Disabilitas]


class PemilihForm(FormDasar):
    """The counts of one area, men and women of every list."""

    kecamatan = forms.CharField(
        label="Kecamatan",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"list": "daftar-kecamatan"}),
        help_text="Kosongkan untuk seluruh wilayah satker.",
    )
    kelurahan = forms.CharField(label="Kelurahan atau desa", required=False, max_length=100)
    disabilitas = forms.ChoiceField(
        label="Pemilih yang dihitung",
        required=False,
        choices=_DISABILITAS,
        help_text="Penyandang disabilitas adalah bagian dari seluruh pemilih, bukan tambahan.",
    )
    sumber = bidang_teks("Dokumen asal", bantuan="Misalnya berita acara rekapitulasi, nomor dan tanggalnya.")
    alasan = bidang_teks("Alasan perubahan", wajib=False, bantuan="Wajib bila angka yang sudah tercatat berubah.")
    is_gantikan = forms.BooleanField(
        label="Gantikan angka wilayah yang beririsan (misalnya jumlah kecamatan oleh kelurahannya)", required=False
    )

    def __init__(
        self,
        *args: Any,
        label: Mapping[KategoriPemilih, str],
        ada: Mapping[tuple[KategoriPemilih, JenisKelamin], JumlahPemilih],
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        for ukuran, kategori, kelamin in self.daftar_sel():
            jumlah = ada.get((kategori, kelamin))
            angka = getattr(jumlah, ukuran) if jumlah else None
            self.fields[nama_sel(ukuran, kategori, kelamin)] = forms.CharField(
                label=f"{ukuran} {label[kategori]} {KATA_KELAMIN[kelamin]}",
                required=False,
                max_length=15,
                initial="" if angka is None else format_angka(angka),
                widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            )
        self.style()

    @staticmethod
    def daftar_sel() -> Iterator[tuple[str, KategoriPemilih, JenisKelamin]]:
        """The cells of the table."""
        return ((u, k, j) for k in KategoriPemilih for u in UKURAN for j in JenisKelamin)

    def clean(self) -> dict[str, Any]:
        """Figures are read as Indonesians write them."""
        isi = super().clean() or {}
        for sel in self.daftar_sel():
            nama = nama_sel(*sel)
            try:
                isi[nama] = baca_jumlah(isi.get(nama) or "")
            except ValidationError as galat:
                self.add_error(nama, galat)
        return isi

    def isian(self) -> list[SelPemilih]:
        """The cells that say something."""
        isi = self.cleaned_data
        daftar = []
        for kategori in KategoriPemilih:
            for kelamin in JenisKelamin:
                pemilih, pengguna = (isi[nama_sel(u, kategori, kelamin)] for u in UKURAN)
                if pemilih is not None or pengguna is not None:
                    disabilitas = Disabilitas(isi["disabilitas"])
                    wilayah = (isi["kecamatan"], isi["kelurahan"])
                    daftar.append(SelPemilih(kategori, kelamin, pemilih, pengguna, disabilitas, *wilayah))
        return daftar


class RekapForm(FormDasar):
    """A recap table."""

    berkas = forms.FileField(
        label="Berkas rekapitulasi",
        help_text=f"Templat yang sudah diisi, atau tabel rekapitulasi (XLSX, ODS, XLS, CSV); paling besar "
        f"{BATAS_BERKAS_ISIAN // MB} MB. Hanya jumlah: berkas yang memuat NIK atau nama ditolak.",
    )
    sumber = bidang_teks("Dokumen asal", bantuan="Misalnya berita acara rekapitulasi, nomor dan tanggalnya.")
    alasan = bidang_teks("Alasan perubahan", wajib=False, bantuan="Wajib bila angka yang sudah tercatat berubah.")
    is_gantikan = forms.BooleanField(
        label="Gantikan angka wilayah yang beririsan (misalnya jumlah kecamatan oleh kelurahannya)", required=False
    )

    def clean_berkas(self) -> Any:
        """Not larger than any recap."""
        berkas = self.cleaned_data["berkas"]
        if berkas.size > BATAS_BERKAS_ISIAN:
            raise ValidationError(f"Berkas lebih besar dari {BATAS_BERKAS_ISIAN // MB} MB.")
        return berkas


class FaktaForm(FormDasar):
    """Into which period the counts go, and why figures change that are there."""

    triwulan = forms.ChoiceField(
        label="Periode pengukuran",
        required=False,
        choices=[("", "setahun"), *((str(n), f"triwulan {r}") for n, r in ROMAWI.items())],
    )
    alasan = bidang_teks("Alasan perubahan", wajib=False, bantuan="Wajib bila angka yang sudah diukur berubah.")


def nama_sel(ukuran: str, kategori: KategoriPemilih, kelamin: JenisKelamin) -> str:
    """The field of a cell."""
    return f"{ukuran}_{kategori.value}_{kelamin.value}"


def baca_jumlah(tertulis: str) -> int | None:
    """A count as people write it, None for nothing. Raises ValidationError."""
    if not tertulis.strip():
        return None
    try:
        terbaca = parse_angka(tertulis)
    except AngkaTidakTerbacaError:
        terbaca = None
    if terbaca is None or terbaca.angka is None or terbaca.satuan or terbaca.angka != int(terbaca.angka):
        raise ValidationError(
            f"Tertulis “{tertulis}”, diharapkan bilangan bulat, misalnya 1.234; kosong bila belum ada."
        )
    return int(terbaca.angka)
