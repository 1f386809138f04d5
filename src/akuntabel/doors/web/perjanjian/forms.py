"""Forms of the agreement."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_rupiah
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.doors.web.ruang import Ruang
from akuntabel.siklus.organisasi.models import EntitasPelapor, Pejabat
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perjanjian.actions import AnggaranBaris
from akuntabel.siklus.perjanjian.asal import TargetAsal
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja, PerjanjianTarget
from akuntabel.siklus.perjanjian.target import show_teks_target

BARIS_KOSONG = 5  # empty lines offered below those that exist


class PihakForm(FormDasar):
    """Who promises whom."""

    pihak_pertama = forms.ModelChoiceField(
        Pejabat.objects.none(),
        label="Pihak pertama",
        help_text="Yang berjanji, misalnya Ketua KPU kabupaten/kota.",
        empty_label="Pilih pejabat",
    )
    pihak_kedua = forms.ModelChoiceField(
        Pejabat.objects.none(), label="Pihak kedua", help_text="Atasan pihak pertama.", empty_label="Pilih pejabat"
    )

    def __init__(self, *args: Any, ruang: Ruang, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        daftar = Pejabat.objects.filter(satker__in=[s for s in (ruang.satker, ruang.satker.induk) if s is not None])
        for nama in ("pihak_pertama", "pihak_kedua"):
            self.fields[nama].queryset = daftar  # type: ignore[attr-defined]


class PerjanjianForm(PihakForm):
    """A new agreement."""

    entitas = forms.ModelChoiceField(EntitasPelapor.objects.none(), label="Entitas pelapor", empty_label=None)
    daftar_indikator = forms.ModelMultipleChoiceField(
        Indikator.objects.none(),
        label="Indikator yang diperjanjikan",
        widget=forms.CheckboxSelectMultiple,
        help_text="Semua indikator rencana yang berlaku sudah dipilih; hapus yang bukan tanggung jawab pihak pertama.",
    )
    field_order = ("entitas", "pihak_pertama", "pihak_kedua", "daftar_indikator")

    def __init__(self, *args: Any, ruang: Ruang, asal: Sequence[TargetAsal], **kwargs: Any) -> None:
        super().__init__(*args, ruang=ruang, **kwargs)
        daftar_entitas = EntitasPelapor.objects.filter(satker=ruang.satker)
        self.fields["entitas"].queryset = daftar_entitas  # type: ignore[attr-defined]
        self.fields["entitas"].initial = daftar_entitas.first()
        pilihan = [a.indikator.pk for a in asal]
        bidang = self.fields["daftar_indikator"]
        urutan = ("sasaran__urut", "sasaran__kode", "urut", "kode")
        bidang.queryset = Indikator.objects.filter(pk__in=pilihan).order_by(*urutan)  # type: ignore[attr-defined]
        bidang.initial = pilihan


class TargetGridForm(FormDasar):
    """The targets of an agreement: three fields a line (target, reason, the version that the person saw)."""

    def __init__(self, *args: Any, daftar: Sequence[PerjanjianTarget], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for t in daftar:
            i = t.indikator
            self.fields[f"target_{t.pk}"] = forms.CharField(
                label=f"Target {i.kode}",
                max_length=40,
                required=False,
                initial=show_teks_target(t.target, i).removesuffix(i.satuan).strip(),  # the unit has its own column
                widget=forms.TextInput(
                    attrs={"inputmode": "decimal" if i.arah in ("maksimasi", "minimasi") else "text"}
                ),
            )
            self.fields[f"alasan_{t.pk}"] = forms.CharField(
                label=f"Alasan berbeda dari rencana {i.kode}", required=False, initial=t.alasan, max_length=500
            )
            self.fields[f"versi_{t.pk}"] = forms.IntegerField(initial=t.versi, widget=forms.HiddenInput)
        self.style()


class AnggaranGridForm(FormDasar):
    """The annex: code, wording, source of funds, pagu a line; empty lines are left out."""

    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, perjanjian: PerjanjianKinerja, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["versi"].initial = perjanjian.versi
        ada = list(perjanjian.daftar_anggaran.all())
        self.jumlah_baris = len(ada) + BARIS_KOSONG
        for n in range(self.jumlah_baris):
            b = ada[n] if n < len(ada) else None
            isi = {
                "kode": ("Kode", b.kode if b else ""),
                "uraian": ("Program/kegiatan", b.uraian if b else ""),
                "sumber": ("Sumber dana", b.sumber_dana if b else ""),
                "pagu": ("Pagu (Rp)", format_angka(b.pagu) if b else ""),
                "keterangan": ("Keterangan", b.keterangan if b else ""),
            }
            for nama, (label, awal) in isi.items():
                self.fields[f"{nama}_{n}"] = forms.CharField(
                    label=f"{label} baris {n + 1}", required=False, initial=awal, max_length=500
                )
        self.style()

    def clean(self) -> dict[str, Any]:
        """Each written line is whole; money is read as Indonesians write it."""
        isi = super().clean() or {}
        for n in range(self.jumlah_baris):
            if not any(isi.get(f"{nama}_{n}") for nama in ("kode", "uraian", "sumber", "pagu")):
                continue
            for nama in ("kode", "uraian", "pagu"):
                if not isi.get(f"{nama}_{n}"):
                    self.add_error(f"{nama}_{n}", ValidationError("Belum diisi."))
            if teks := isi.get(f"pagu_{n}"):
                try:
                    isi[f"pagu_{n}"] = parse_rupiah(teks)
                except AngkaTidakTerbacaError:
                    pesan = f"Tertulis “{teks}”, diharapkan rupiah bulat, misalnya 1.250.000."
                    self.add_error(f"pagu_{n}", ValidationError(pesan))
        return isi

    def baris(self) -> list[AnggaranBaris]:
        """The written lines."""
        isi = self.cleaned_data
        return [
            AnggaranBaris(*(isi[f"{nama}_{n}"] for nama in ("kode", "uraian", "sumber", "pagu", "keterangan")))
            for n in range(self.jumlah_baris)
            if isi.get(f"kode_{n}")
        ]


class AlasanForm(FormDasar):
    """Why it is sent back."""

    alasan = forms.CharField(
        label="Alasan", widget=forms.Textarea(attrs={"rows": 4}), help_text="Perencana membaca ini."
    )


class RevisiForm(PihakForm):
    """A revision, for one of the three reasons that the regulation knows."""

    alasan = forms.ChoiceField(label="Alasan revisi", choices=AlasanRevisi.choices, widget=forms.RadioSelect)
    uraian = forms.CharField(
        label="Uraian", widget=forms.Textarea(attrs={"rows": 3}), help_text="Apa yang berubah, dan sejak kapan."
    )
    field_order = ("alasan", "uraian", "pihak_pertama", "pihak_kedua")

    def __init__(self, *args: Any, ruang: Ruang, perjanjian: PerjanjianKinerja, **kwargs: Any) -> None:
        super().__init__(*args, ruang=ruang, **kwargs)
        self.fields["pihak_pertama"].initial = perjanjian.pihak_pertama
        self.fields["pihak_kedua"].initial = perjanjian.pihak_kedua
