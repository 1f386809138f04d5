"""The manual of an indicator as a form, with help for every field."""

import re
from typing import Any

from django import forms
from django.db.models import QuerySet

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.fakta.perencanaan import Agregasi, SumberRealisasi
from akuntabel.core.regulasi import daftar_predikat
from akuntabel.doors.web.perencanaan.forms import FormRencana
from akuntabel.siklus.organisasi.models import Satker, Unit
from akuntabel.siklus.perencanaan.isian import IsiIndikator
from akuntabel.siklus.perencanaan.models import Indikator

LABEL_ARAH = {
    Arah.MAKSIMASI: "maksimasi: lebih besar lebih baik",
    Arah.MINIMASI: "minimasi: lebih kecil lebih baik",
    Arah.STABILISASI: "stabilisasi: setepat mungkin pada target",
    Arah.RENTANG: "rentang: di antara dua batas",
    Arah.BINER: "biner: tercapai atau tidak",
    Arah.TENGGAT: "tenggat: paling lambat pada tanggalnya",
    Arah.ORDINAL: "ordinal: predikat atau opini",
}
LABEL_SUMBER = {SumberRealisasi.SENDIRI: "diukur sendiri", SumberRealisasi.INDUK: "mengikuti satker induk"}
LABEL_KONSOLIDASI = {
    Konsolidasi.JUMLAH: "dijumlahkan",
    Konsolidasi.TERAKHIR: "nilai terakhir yang diketahui",
    Konsolidasi.RATA_RATA: "rata-rata",
    Konsolidasi.MAKSIMUM: "yang terbesar",
    Konsolidasi.MINIMUM: "yang terkecil",
    Konsolidasi.RUMUS: "elemen digabungkan, lalu dihitung dengan rumus",
}
LABEL_AGREGASI = {
    Agregasi.RASIO_DARI_JUMLAH: "rasio dari jumlah pembilang dan penyebut",
    Agregasi.JUMLAH: "dijumlahkan",
    Agregasi.RATA_RATA_BERBOBOT: "rata-rata berbobot",
    Agregasi.TIDAK: "tidak digabungkan",
}
KELOMPOK = (
    ("Nama dan arti", ("kode", "nama", "definisi", "satuan", "desimal", "lanjutan_dari")),
    ("Cara menghitung", ("arah", "predikat", "rumus", "pembilang", "penyebut")),
    ("Data", ("sumber_data", "sumber_realisasi", "pengampu", "konsolidasi", "agregasi")),
    ("Mutu data", ("data_dasar", "instrumen", "penyimpanan", "kompilasi", "jadwal")),
)


def _uraian(label: str, bantuan: str, *, wajib: bool = True, baris: int = 2) -> forms.CharField:
    return forms.CharField(label=label, help_text=bantuan, required=wajib, widget=forms.Textarea(attrs={"rows": baris}))


def _pilihan(label: str, bantuan: str, pilihan: "dict[Any, str]") -> forms.ChoiceField:
    daftar = [("", "Pilih"), *((str(nilai.value), teks) for nilai, teks in pilihan.items())]
    return forms.ChoiceField(label=label, help_text=bantuan, choices=daftar)


def _sebut_lanjutan(indikator: Indikator) -> str:
    """Code, name and period."""
    renstra = indikator.sasaran.renstra
    return f"{indikator} ({renstra.mulai}–{renstra.selesai})"


class IndikatorForm(FormRencana):
    """All fields of the manual."""

    kode = forms.CharField(label="Kode", max_length=40, help_text="Misalnya 1.2; tanpa spasi.")
    nama = _uraian("Nama baku", "Awali dengan yang diukur, misalnya “Persentase partisipasi pemilih”.")
    definisi = _uraian("Definisi operasional", "Apa yang dihitung, apa yang tidak, dan untuk kurun kapan.", baris=4)
    satuan = forms.CharField(label="Satuan", max_length=60, help_text="%, orang, indeks, predikat, …")
    desimal = forms.IntegerField(
        label="Angka di belakang koma", min_value=0, max_value=6, initial=2, help_text="Saat ditampilkan."
    )
    arah = _pilihan("Polaritas", "Mana yang lebih baik; menentukan rumus capaian.", LABEL_ARAH)
    predikat = forms.ChoiceField(label="Daftar predikat", required=False, help_text="Hanya untuk polaritas ordinal.")
    rumus = _uraian(
        "Rumus",
        "Atas kode elemen data, misalnya pengguna_hak_pilih / (dpt + dptb) * 100. Untuk ordinal dan tenggat: satu kode "
        "elemen.",
    )
    pembilang = _uraian("Pembilang", "Dalam kata-kata, bila rumusnya hasil bagi.", wajib=False)
    penyebut = _uraian("Penyebut", "Dalam kata-kata: persen dari apa.", wajib=False)
    sumber_data = _uraian("Sumber data", "Dokumen atau pencatatan asal data, dan unit yang memegangnya.")
    sumber_realisasi = _pilihan("Realisasi", "Siapa yang mengukur.", LABEL_SUMBER)
    pengampu = forms.ModelChoiceField(
        Unit.objects.none(), label="Unit penanggung jawab", required=False, empty_label="Belum ditetapkan"
    )
    konsolidasi = _pilihan("Konsolidasi", "Dari triwulan ke tahun.", LABEL_KONSOLIDASI)
    agregasi = _pilihan("Agregasi", "Dari satker ke wilayah.", LABEL_AGREGASI)
    data_dasar = _uraian("Data dasar", "Nilai awal (baseline) dan tahunnya.", wajib=False)
    instrumen = _uraian("Instrumen perolehan data", "Formulir, register, atau aplikasi pencatatnya.", wajib=False)
    penyimpanan = _uraian("Penatausahaan dan penyimpanan", "Di mana dan oleh siapa data disimpan.", wajib=False)
    kompilasi = _uraian("Kompilasi dan perangkuman", "Bagaimana data dihimpun dan diperiksa.", wajib=False)
    jadwal = forms.CharField(
        label="Jadwal pengumpulan", required=False, max_length=200, help_text="Misalnya triwulanan, tanggal 5."
    )
    lanjutan_dari = forms.ModelChoiceField(
        Indikator.objects.none(),
        label="Lanjutan dari",
        required=False,
        empty_label="Indikator baru",
        help_text="Indikator periode lain yang diteruskan; riwayat rumusannya ikut tampil dalam kamus.",
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, satker: Satker, lanjutan: QuerySet[Indikator] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if lanjutan is None:
            del self.fields["lanjutan_dari"]
        else:
            self.fields["lanjutan_dari"].queryset = lanjutan  # type: ignore[attr-defined]
            self.fields["lanjutan_dari"].label_from_instance = _sebut_lanjutan  # type: ignore[attr-defined]
        self.fields["pengampu"].queryset = Unit.objects.filter(satker=satker).order_by("nama")  # type: ignore[attr-defined]
        pilihan = [("", "Bukan ordinal"), *((nama, nama) for nama in daftar_predikat())]
        self.fields["predikat"].choices = pilihan  # type: ignore[attr-defined]

    def isi(self) -> IsiIndikator:
        """What was filled in and is valid."""
        return build_isi(self.cleaned_data)

    def isi_sementara(self) -> IsiIndikator:
        """What stands in the fields now, valid or not: what the wording help looks at."""
        return build_isi({nama: self[nama].value() for nama in self.fields})

    @staticmethod
    def awal(indikator: Indikator) -> dict[str, object]:
        """What is stored."""
        isi = {nama: getattr(indikator, nama) for nama in IsiIndikator.__dataclass_fields__}
        return isi | {"pengampu": indikator.pengampu_id, "versi": indikator.suntingan}


def build_isi(nilai: "dict[str, Any]") -> IsiIndikator:
    """An indicator of whatever is there."""
    teks = {nama: str(nilai.get(nama) or "") for nama in IsiIndikator.__dataclass_fields__ if nama != "desimal"}
    desimal = str(nilai.get("desimal", 2))
    return IsiIndikator(**teks, desimal=int(desimal) if re.fullmatch("[0-6]", desimal) else 2)
