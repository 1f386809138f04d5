"""Forms of the report."""

from collections.abc import Sequence
from typing import Any

from django import forms

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.laporan import IsuStrategis, Langkah
from akuntabel.core.regulasi import daftar_peraturan
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import EntitasPelapor
from akuntabel.siklus.pelaporan.actions import IsiIdentitas
from akuntabel.siklus.pelaporan.actions_komentar import daftar_petugas
from akuntabel.siklus.pelaporan.models import ROMAWI, JenisLaporan, LaporanKinerja

BARIS_KOSONG = 3  # empty lines offered below those that exist
Pilihan = Sequence[tuple[str, str]]


class LaporanBaruForm(FormDasar):
    """Whose report, and of what part of the year."""

    entitas = forms.ModelChoiceField(EntitasPelapor.objects.none(), label="Entitas pelapor", empty_label=None)
    jenis = forms.ChoiceField(label="Jenis laporan", choices=JenisLaporan.choices)
    triwulan = forms.TypedChoiceField(
        label="Triwulan",
        choices=[("", "setahun penuh"), *((str(n), f"sampai triwulan {r}") for n, r in enumerate(ROMAWI, 1))],
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Hanya untuk laporan triwulan dan interim.",
    )

    def __init__(self, *args: Any, daftar_entitas: Sequence[EntitasPelapor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kode = [e.pk for e in daftar_entitas]
        self.fields["entitas"].queryset = EntitasPelapor.objects.filter(pk__in=kode)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An annual report is about no quarter, every other one is about one."""
        isi = super().clean() or {}
        is_tahunan = isi.get("jenis") == JenisLaporan.TAHUNAN.value
        if is_tahunan and isi.get("triwulan") is not None:
            self.add_error("triwulan", "Laporan tahunan tidak memilih triwulan; pilih “setahun penuh”.")
        if not is_tahunan and isi.get("triwulan") is None:
            self.add_error("triwulan", "Pilih sampai triwulan mana laporan ini.")
        return isi


class TeksForm(FormDasar):
    """One text in Markdown; the script makes an editor of the field."""

    isi = forms.CharField(
        label="Teks",
        required=False,
        strip=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 18, "data-editor": "", "spellcheck": "true", "lang": "id"}),
        help_text=(
            "Paragraf dipisahkan baris kosong; **tebal**, *miring*, dan daftar dengan “- ” atau “1. ”. "
            "Angka ditulis sebagai slot {{ … }} agar tidak pernah basi."
        ),
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)


class KomentarForm(FormDasar):
    """What somebody has to say, and perhaps whom to ask until when."""

    teks = forms.CharField(label="Komentar", max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))
    ditugaskan_kepada = forms.ModelChoiceField(
        Pengguna.objects.none(), label="Tugaskan kepada", required=False, empty_label="Tidak ditugaskan"
    )
    tenggat = forms.DateField(label="Tenggat", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    menanggapi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, laporan: LaporanKinerja, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ditugaskan_kepada"].queryset = daftar_petugas(laporan.satker)  # type: ignore[attr-defined]


class IdentitasForm(FormDasar):
    """What the cover and the signature block say."""

    tema = forms.CharField(label="Tema pada sampul", required=False, max_length=200)
    tempat = forms.CharField(label="Tempat penandatanganan", max_length=100)
    tanggal = forms.DateField(
        label="Tanggal laporan",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Boleh kosong; diisi saat ditandatangani.",
    )
    bulan = forms.CharField(label="Bulan dan tahun pada sampul", max_length=40, help_text="Misalnya Januari 2027.")
    penanda_tangan = forms.ChoiceField(label="Penanda tangan")
    pereviu = forms.ChoiceField(label="Pereviu pada pernyataan")
    dasar = forms.CharField(
        label="Dasar hukum",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Satu id peraturan pada setiap baris, menurut urutan penyebutannya, misalnya permenpanrb-53-2014.",
    )
    ambang_serapan = forms.IntegerField(
        label="Target serapan anggaran (%)", required=False, min_value=1, max_value=100, help_text="Bila ditetapkan."
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, fakta: FaktaTahun, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [(p.kode, f"{p.jabatan}{f' – {p.nama}' if p.nama else ''}") for p in fakta.daftar_pejabat]
        for nama in ("penanda_tangan", "pereviu"):
            self.fields[nama].choices = pilihan  # type: ignore[attr-defined]

    def clean_dasar(self) -> tuple[str, ...]:
        """Ids that are known, each once."""
        daftar = tuple(dict.fromkeys(str(self.cleaned_data["dasar"]).split()))
        asing = [kode for kode in daftar if kode not in daftar_peraturan()]
        if asing:
            raise forms.ValidationError(f"Tertulis {', '.join(asing)}, diharapkan id peraturan dari daftar di bawah.")
        return daftar

    def build_isi(self) -> IsiIdentitas:
        """For the act."""
        return IsiIdentitas(**{nama: self.cleaned_data[nama] for nama in IsiIdentitas.__slots__})


class _GridForm(FormDasar):
    """A small table: columns times rows, empty rows left out."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
    kolom: tuple[str, ...] = ()
    jumlah_baris = 0

    def daftar_baris(self) -> list[tuple[int, list[forms.BoundField]]]:
        """For the page: number and fields of every row."""
        return [(n, [self[f"{k}_{n}"] for k in self.kolom]) for n in range(1, self.jumlah_baris + 1)]

    def isi_baris(self) -> list[dict[str, Any]]:
        """The rows in which something is written."""
        semua = ({k: self.cleaned_data.get(f"{k}_{n}") for k in self.kolom} for n in range(1, self.jumlah_baris + 1))
        return [b for b in semua if any(b.values())]

    def require(self, nama: str) -> None:
        """A written row must say this."""
        for n in range(1, self.jumlah_baris + 1):
            isi = {k: self.cleaned_data.get(f"{k}_{n}") for k in self.kolom}
            if any(isi.values()) and not isi[nama] and f"{nama}_{n}" not in self.errors:
                self.add_error(f"{nama}_{n}", "Belum diisi.")


class IsuForm(_GridForm):
    """The main problems of Bab I."""

    kolom = ("isu", "uraian", "sasaran")

    def __init__(self, *args: Any, laporan: LaporanKinerja, sasaran: Pilihan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ada = list(laporan.daftar_isu.all())
        self.fields["versi"].initial = laporan.versi_isu
        self.jumlah_baris = len(ada) + BARIS_KOSONG
        for n in range(1, self.jumlah_baris + 1):
            b = ada[n - 1] if n <= len(ada) else None
            self.fields[f"isu_{n}"] = _kotak(f"Isu {n}", b.isu if b else "")
            self.fields[f"uraian_{n}"] = _kotak(f"Uraian isu {n}", b.uraian if b else "")
            self.fields[f"sasaran_{n}"] = _pilih(f"Sasaran isu {n}", sasaran, b.sasaran if b else "")
        self.style()

    def clean(self) -> dict[str, Any]:
        """An issue is told in a sentence and explained."""
        isi = super().clean() or {}
        self.require("isu")
        self.require("uraian")
        return isi

    def build_daftar(self) -> list[IsuStrategis]:
        """For the act."""
        return [IsuStrategis(n, b["isu"], b["uraian"], b["sasaran"] or None) for n, b in enumerate(self.isi_baris(), 1)]


class LangkahForm(_GridForm):
    """The steps ahead of Bab IV."""

    kolom = ("teks", "pengampu", "tenggat", "indikator")

    def __init__(self, *args: Any, laporan: LaporanKinerja, unit: Pilihan, indikator: Pilihan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ada = list(laporan.daftar_langkah.all())
        self.fields["versi"].initial = laporan.versi_langkah
        self.jumlah_baris = len(ada) + BARIS_KOSONG
        for n in range(1, self.jumlah_baris + 1):
            b = ada[n - 1] if n <= len(ada) else None
            self.fields[f"teks_{n}"] = _kotak(f"Langkah {n}", b.teks if b else "")
            self.fields[f"pengampu_{n}"] = _pilih(f"Penanggung jawab langkah {n}", unit, b.pengampu if b else "")
            self.fields[f"tenggat_{n}"] = forms.DateField(
                label=f"Tenggat langkah {n}",
                required=False,
                initial=b.tenggat if b else None,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            )
            self.fields[f"indikator_{n}"] = _pilih(f"Indikator langkah {n}", indikator, b.indikator if b else "")
        self.style()

    def clean(self) -> dict[str, Any]:
        """A step says what is to be done."""
        isi = super().clean() or {}
        self.require("teks")
        return isi

    def build_daftar(self) -> list[Langkah]:
        """For the act."""
        return [
            Langkah(n, b["teks"], b["pengampu"] or None, b["tenggat"], b["indikator"] or None)
            for n, b in enumerate(self.isi_baris(), 1)
        ]


class CatatanForm(FormDasar):
    """Why a report goes back."""

    catatan = forms.CharField(label="Yang harus diperbaiki", max_length=5000, widget=forms.Textarea(attrs={"rows": 5}))


class AlasanRevisiForm(FormDasar):
    """Why a signed report is written anew."""

    alasan = forms.CharField(
        label="Alasan revisi",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang keliru dan dokumen yang menyatakannya.",
    )


def _kotak(label: str, awal: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, initial=awal, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )


def _pilih(label: str, pilihan: Pilihan, awal: str) -> forms.ChoiceField:
    """A code that is no longer among the choices stays, so that nobody loses it by saving."""
    asing = [(awal, f"{awal} (tidak dikenal lagi)")] if awal and awal not in dict(pilihan) else []
    return forms.ChoiceField(label=label, required=False, initial=awal, choices=[("", "–"), *pilihan, *asing])
