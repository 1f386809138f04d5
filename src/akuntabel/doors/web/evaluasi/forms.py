"""Forms of the evaluation. A sub-component is one form: its grade and the answers to its kriteria, saved together."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from akuntabel.core.calc.nilai_akip import CaraNilai
from akuntabel.core.calc.pembulatan import format_polos
from akuntabel.core.regulasi.lke import Aspek, KriteriaLke, SubLke
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.siklus.evaluasi.actions import IsiKriteria, IsiSub
from akuntabel.siklus.evaluasi.actions_rekomendasi import IsiRekomendasi
from akuntabel.siklus.evaluasi.hitung import IsiLke
from akuntabel.siklus.evaluasi.models import NilaiKriteria, NilaiSub, Rekomendasi
from akuntabel.siklus.organisasi.models import Pejabat, Satker, Unit
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku
from akuntabel.siklus.perencanaan.models import Indikator

TANGGAL = {"type": "date"}


class NilaiField(forms.DecimalField):
    """A value from 0 to 100, written with a comma or a point."""

    def clean(self, value: Any) -> Any:
        """With the point that a Decimal knows."""
        return super().clean(value.replace(",", ".") if isinstance(value, str) else value)


class SubForm(FormDasar):
    """One sub-component. Fields of a kriteria carry its code; only those that were sent are written."""

    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, isi: IsiLke, sub: SubLke, **kwargs: Any) -> None:
        self.acuan = sub
        awal = {"versi": 0} | self._awal(isi, sub) | dict(kwargs.pop("initial", None) or {})
        super().__init__(*args, prefix=f"s-{sub.kode}", initial=awal, **kwargs)
        cara = CaraNilai(isi.lke.cara)
        if cara is CaraNilai.PREDIKAT:
            self._add_predikat(isi, sub)
        self.fields["alasan"] = forms.CharField(
            label="Alasan predikat" if cara is CaraNilai.PREDIKAT else "Alasan",
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        self.fields["catatan"] = forms.CharField(
            label="Kondisi yang ditemukan", required=False, widget=forms.Textarea(attrs={"rows": 2})
        )
        for k in sub.kriteria:
            self._add_kriteria(isi, k, cara)
        self.style()

    def isi(self) -> IsiSub:
        """What was filled in."""
        d = self.cleaned_data
        return IsiSub(
            predikat=d.get("predikat") or "",
            tahun_bertahan=d.get("tahun_bertahan"),
            alasan=d["alasan"],
            catatan=d["catatan"],
            versi=d["versi"],
            kriteria=dict(self._isi_kriteria()),
        )

    def _isi_kriteria(self) -> Iterator[tuple[str, IsiKriteria]]:
        d = self.cleaned_data
        for k in self.acuan.kriteria:
            if self.add_prefix(f"versi-{k.kode}") not in self.data:
                continue
            angka = d.get(f"angka-{k.kode}")
            yield (
                k.kode,
                IsiKriteria(
                    d.get(f"jawaban-{k.kode}") or "",
                    "" if angka is None else format_polos(angka),
                    d[f"catatan-{k.kode}"],
                    d[f"versi-{k.kode}"],
                ),
            )

    def _add_predikat(self, isi: IsiLke, sub: SubLke) -> None:
        pilihan = [(g.predikat, g.predikat) for g in isi.templat.predikat]
        self.fields["predikat"] = forms.ChoiceField(
            label="Predikat", required=False, choices=pilihan, widget=forms.RadioSelect
        )
        if sub.aspek is Aspek.KEBERADAAN:
            self.fields["tahun_bertahan"] = forms.IntegerField(
                label="Dipertahankan (tahun)", required=False, min_value=0, max_value=100
            )

    def _add_kriteria(self, isi: IsiLke, k: KriteriaLke, cara: CaraNilai) -> None:
        pilihan = [(p.kode, p.sebutan) for p in isi.templat.jenis_jawaban[k.jawaban]]
        self.fields[f"jawaban-{k.kode}"] = forms.ChoiceField(
            label=f"Jawaban {k.kode}", required=False, choices=pilihan, widget=forms.RadioSelect
        )
        if cara is CaraNilai.ANGKA:
            self.fields[f"angka-{k.kode}"] = NilaiField(
                label=f"Nilai {k.kode}, 0–100",
                required=False,
                min_value=0,
                max_value=100,
                decimal_places=6,
                widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            )
        self.fields[f"catatan-{k.kode}"] = forms.CharField(label=f"Catatan {k.kode}", required=False)
        self.fields[f"versi-{k.kode}"] = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @staticmethod
    def _awal(isi: IsiLke, sub: SubLke) -> dict[str, Any]:
        """What is stored."""
        awal: dict[str, Any] = {}
        baris = isi.sub.get(sub.kode) or NilaiSub()
        for nama in ("predikat", "tahun_bertahan", "alasan", "catatan", "versi"):
            awal[nama] = getattr(baris, nama)
        for k in sub.kriteria:
            kriteria = isi.kriteria.get(k.kode) or NilaiKriteria()
            for nama in ("jawaban", "catatan", "versi"):
                awal[f"{nama}-{k.kode}"] = getattr(kriteria, nama)
            awal[f"angka-{k.kode}"] = kriteria.angka.replace(".", ",")
        return awal


class BuktiForm(FormDasar):
    """A document as evidence of a kriteria."""

    berkas = forms.FileField(label="Berkas")
    uraian = forms.CharField(label="Nama dokumen dan halamannya", required=False)


class AlasanForm(FormDasar):
    """Why."""

    alasan = forms.CharField(label="Alasan", widget=forms.Textarea(attrs={"rows": 4}))


class SimpulanForm(FormDasar):
    """The conclusion of the report."""

    simpulan = forms.CharField(label="Simpulan", required=False, widget=forms.Textarea(attrs={"rows": 8}))
    nomor_lhe = forms.CharField(label="Nomor laporan hasil evaluasi", required=False, max_length=100)


class PenetapanForm(FormDasar):
    """The day on which a worksheet is adopted, and the number of its report."""

    tanggal = forms.DateField(label="Tanggal penetapan", widget=forms.DateInput(attrs=TANGGAL))
    nomor_lhe = forms.CharField(label="Nomor laporan hasil evaluasi", required=False, max_length=100)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_tanggal(self) -> date:
        """Not before it is done."""
        hari: date = self.cleaned_data["tanggal"]
        if hari > timezone.localdate():
            raise forms.ValidationError("Tanggal penetapan belum terjadi.")
        return hari


class PemilikForm(FormDasar):
    """Who of the office answers for a recommendation, and until when."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label="Unit penanggung jawab", required=False)
    pejabat = forms.ModelChoiceField(Pejabat.objects.none(), label="Pejabat penanggung jawab", required=False)
    tenggat = forms.DateField(label="Tenggat", required=False, widget=forms.DateInput(attrs=TANGGAL))
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, satker: Satker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit, pejabat = self.fields["unit"], self.fields["pejabat"]
        if isinstance(unit, forms.ModelChoiceField) and isinstance(pejabat, forms.ModelChoiceField):
            unit.queryset = Unit.objects.filter(satker=satker)
            pejabat.queryset = Pejabat.objects.filter(satker=satker).berlaku_pada(timezone.localdate())

    @staticmethod
    def awal(r: Rekomendasi) -> dict[str, Any]:
        """What is stored."""
        return {"unit": r.unit_id, "pejabat": r.pejabat_id, "tenggat": r.tenggat, "versi": r.versi}


class RekomendasiForm(PemilikForm):
    """A recommendation: what is to be mended, where it belongs, who answers for it."""

    teks = forms.CharField(
        label="Rekomendasi",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang diperbaiki dan bagaimana, sehingga kelak dapat dinilai sudah atau belum.",
    )
    sumber = forms.CharField(
        label="Asal", max_length=200, required=False, help_text="Nomor dan tanggal surat atau laporan yang memuatnya."
    )
    sub = forms.ChoiceField(label="Subkomponen", required=False)
    indikator = forms.ModelChoiceField(
        Indikator.objects.none(),
        label="Indikator terkait",
        required=False,
        help_text="Ditampilkan saat indikator ini direncanakan.",
    )
    field_order = ("teks", "sumber", "sub", "indikator", "unit", "pejabat", "tenggat", "versi")

    def __init__(self, *args: Any, satker: Satker, tahun: int, daftar_sub: list[SubLke] | None, **kwargs: Any) -> None:
        super().__init__(*args, satker=satker, **kwargs)
        if daftar_sub is None:
            del self.fields["sub"]
        else:
            del self.fields["sumber"]
            pilihan = [("", "tidak khusus"), *((s.kode, f"{s.kode} {s.nama}") for s in daftar_sub)]
            self.fields["sub"].choices = pilihan  # type: ignore[attr-defined]  # a ChoiceField, as declared above
        indikator = self.fields["indikator"]
        if isinstance(indikator, forms.ModelChoiceField):
            indikator.queryset = daftar_indikator_berlaku(satker, tahun)

    def isi(self) -> IsiRekomendasi:
        """What was filled in."""
        d = self.cleaned_data
        return IsiRekomendasi(
            teks=d["teks"],
            sub=d.get("sub", ""),
            indikator=d["indikator"],
            unit=d["unit"],
            pejabat=d["pejabat"],
            tenggat=d["tenggat"],
            sumber=d.get("sumber", ""),
        )

    @staticmethod
    def awal(r: Rekomendasi) -> dict[str, Any]:
        """What is stored."""
        return PemilikForm.awal(r) | {"teks": r.teks, "sub": r.sub, "indikator": r.indikator_id}


class TindakLanjutForm(FormDasar):
    """What was done about a recommendation, with its evidence."""

    uraian = forms.CharField(label="Yang sudah dilakukan", widget=forms.Textarea(attrs={"rows": 4}))
    berkas = forms.FileField(label="Bukti", required=False)


class PenerimaanForm(FormDasar):
    """The judgement on a follow-up."""

    catatan = forms.CharField(label="Catatan", required=False, widget=forms.Textarea(attrs={"rows": 2}))
