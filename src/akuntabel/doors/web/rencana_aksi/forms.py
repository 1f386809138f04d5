"""Forms of the rencana aksi."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_rupiah
from akuntabel.doors.web.formulir import FormDasar
from akuntabel.siklus.organisasi.models import Pejabat, Satker, Unit
from akuntabel.siklus.perjanjian.models import (
    ROMAWI,
    TRIWULAN,
    Aksi,
    PerjanjianAnggaran,
    PerjanjianTarget,
    RencanaAksi,
    TargetTriwulan,
)
from akuntabel.siklus.perjanjian.target import show_teks_target


def show_ketikan(teks: str, baris: PerjanjianTarget) -> str:
    """A target as people type it: with a comma, without its unit, which has a column of its own."""
    return show_teks_target(teks, baris.indikator).removesuffix(baris.indikator.satuan).strip()


class TriwulanGridForm(FormDasar):
    """Indicator by quarter. A cell is three fields: what is written, what was shown (``semula``), and its version.

    What was shown tells who changed what: two people at different cells do not disturb each other, and a cell that
    nobody touched is not written.
    """

    def __init__(
        self,
        *args: Any,
        daftar: Sequence[PerjanjianTarget],
        triwulan: Mapping[tuple[int, int], TargetTriwulan],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for baris in daftar:
            for n in TRIWULAN:
                ada = triwulan.get((baris.pk, n))
                teks = show_ketikan(ada.target, baris) if ada else ""
                kunci = build_kunci(baris, n)
                self.fields[f"target_{kunci}"] = forms.CharField(
                    label=f"{baris.indikator.kode} triwulan {ROMAWI[n]}", max_length=40, required=False, initial=teks
                )
                self.fields[f"semula_{kunci}"] = forms.CharField(
                    required=False, initial=teks, widget=forms.HiddenInput, strip=False
                )
                self.fields[f"versi_{kunci}"] = forms.IntegerField(
                    initial=ada.versi if ada else 0, widget=forms.HiddenInput
                )
        self.style()

    def is_berubah(self, kunci: str) -> bool:
        """Whether the person wrote something else than what was shown."""
        return bool(self.cleaned_data[f"target_{kunci}"] != self.cleaned_data[f"semula_{kunci}"])


def build_kunci(baris: PerjanjianTarget, triwulan: int) -> str:
    """The name of a cell."""
    return f"{baris.pk}_{triwulan}"


class AksiForm(FormDasar):
    """One action."""

    uraian = forms.CharField(
        label="Aksi",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang dilakukan, dengan hasil yang terlihat.",
    )
    triwulan = forms.TypedChoiceField(
        label="Triwulan", choices=[(n, f"Triwulan {ROMAWI[n]}") for n in TRIWULAN], coerce=int
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label="Unit penanggung jawab", required=False, empty_label="Tanpa unit"
    )
    pejabat = forms.ModelChoiceField(
        Pejabat.objects.none(),
        label="Pejabat penanggung jawab",
        required=False,
        empty_label="Tanpa pejabat",
        help_text="Unit atau pejabat, sedikitnya satu sebelum diajukan.",
    )
    kode_anggaran = forms.ChoiceField(label="Dibiayai dari", required=False)
    anggaran = forms.CharField(
        label="Anggaran (Rp)",
        required=False,
        max_length=40,
        help_text="Rupiah bulat, misalnya 1.250.000. Kosongkan bila tanpa biaya.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, satker: Satker, lampiran: Sequence[PerjanjianAnggaran], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(satker=satker)  # type: ignore[attr-defined]
        self.fields["pejabat"].queryset = Pejabat.objects.filter(satker=satker)  # type: ignore[attr-defined]
        pilihan = {a.kode: f"{a.kode} {a.uraian}" for a in lampiran}
        kini = (self.initial or {}).get("kode_anggaran") or ""
        if kini and kini not in pilihan:  # a code below the annex, from an import: kept, not lost
            pilihan[kini] = str(kini)
        self.fields["kode_anggaran"].choices = [("", "Tanpa anggaran"), *pilihan.items()]  # type: ignore[attr-defined]

    def clean_anggaran(self) -> int | None:
        """Whole rupiah as Indonesians write it."""
        teks = self.cleaned_data["anggaran"].strip()
        if not teks:
            return None
        try:
            return parse_rupiah(teks)
        except AngkaTidakTerbacaError:
            raise ValidationError(f"Tertulis “{teks}”, diharapkan rupiah bulat, misalnya 1.250.000.") from None


def build_awal_aksi(aksi: Aksi) -> dict[str, Any]:
    """An action as its form shows it."""
    return {
        "uraian": aksi.uraian,
        "triwulan": aksi.triwulan,
        "unit": aksi.unit_id or "",
        "pejabat": aksi.pejabat_id or "",
        "kode_anggaran": aksi.kode_anggaran,
        "anggaran": "" if aksi.anggaran is None else format_angka(aksi.anggaran),
        "versi": aksi.versi,
    }


def read_triwulan(rencana_aksi: RencanaAksi) -> dict[tuple[int, int], TargetTriwulan]:
    """The quarters by line of the agreement and number."""
    return {(t.perjanjian_target_id, t.triwulan): t for t in rencana_aksi.daftar_target.order_by("pk")}


class AlasanForm(FormDasar):
    """Why it is sent back."""

    alasan = forms.CharField(
        label="Alasan", widget=forms.Textarea(attrs={"rows": 4}), help_text="Perencana membaca ini."
    )


class RevisiForm(FormDasar):
    """Why it is revised."""

    uraian = forms.CharField(
        label="Alasan revisi",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang berubah dan mengapa. Target setahun hanya berubah lewat revisi perjanjian kinerja.",
    )
