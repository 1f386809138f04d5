"""Grids of figures: targets by indicator and year, funding by code and year, targets of an RKT, lines of a budget."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_rupiah
from akuntabel.doors.web.perencanaan.forms import TANGGAL, FormRencana
from akuntabel.siklus.perencanaan.actions.anggaran import IsianPagu
from akuntabel.siklus.perencanaan.actions.angka_renstra import IsianPendanaan, IsianTarget
from akuntabel.siklus.perencanaan.actions.rencana import IsianRencana
from akuntabel.siklus.perencanaan.models import (
    Indikator,
    PendanaanRenstra,
    RencanaTarget,
    Renstra,
    TargetRenstra,
)
from akuntabel.siklus.perencanaan.target import show_target_tersimpan

BARIS_KOSONG = 5  # lines offered below those that exist


def baca_rupiah(teks: str) -> int | None:
    """Whole rupiah as Indonesians write them, None for nothing; raises ValidationError."""
    if not teks.strip():
        return None
    try:
        return parse_rupiah(teks)
    except AngkaTidakTerbacaError:
        raise ValidationError(f"Tertulis “{teks}”, diharapkan rupiah bulat, misalnya 1.250.000.") from None


class TargetForm(FormRencana):
    """One field per indicator and year, with the version that the person saw beside it."""

    def __init__(
        self,
        *args: Any,
        renstra: Renstra,
        daftar_indikator: Sequence[Indikator],
        ada: Sequence[TargetRenstra],
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        self._sel = [(i, tahun) for i in daftar_indikator for tahun in renstra.daftar_tahun]
        baris = {(t.indikator_id, t.tahun): t for t in ada}
        self._sumber = {kunci: t.sumber for kunci, t in baris.items()}
        for i, tahun in self._sel:
            t = baris.get((i.pk, tahun))
            self.fields[f"target_{i.pk}_{tahun}"] = forms.CharField(
                label=f"Target {i.kode} tahun {tahun}",
                required=False,
                max_length=60,
                initial=show_target_tersimpan(t.target, i) if t else "",
            )
            self.fields[f"versi_{i.pk}_{tahun}"] = forms.IntegerField(
                required=False, initial=t.suntingan if t else None, widget=forms.HiddenInput
            )
        self.style()

    def isian(self) -> list[IsianTarget]:
        """The cells that were changed."""
        return [
            IsianTarget(
                i.pk,
                tahun,
                self.cleaned_data[f"target_{i.pk}_{tahun}"],
                self._sumber.get((i.pk, tahun), ""),
                self.cleaned_data[f"versi_{i.pk}_{tahun}"],
            )
            for i, tahun in self._sel
            if f"target_{i.pk}_{tahun}" in self.changed_data
        ]


class PendanaanForm(FormRencana):
    """Code, wording, and a figure per year; empty lines are left out."""

    def __init__(self, *args: Any, renstra: Renstra, ada: Sequence[PendanaanRenstra], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._tahun = renstra.daftar_tahun
        self._ada = {(p.kode, p.tahun): p for p in ada}
        uraian = {p.kode: p.uraian for p in ada}
        daftar = [*uraian, *[""] * BARIS_KOSONG]
        self.jumlah_baris = len(daftar)
        self._kode_lama = daftar
        for n, kode in enumerate(daftar):
            self.fields[f"kode_{n}"] = forms.CharField(
                label=f"Kode baris {n + 1}", required=False, max_length=40, initial=kode, disabled=bool(kode)
            )
            self.fields[f"uraian_{n}"] = forms.CharField(
                label=f"Program/kegiatan baris {n + 1}", required=False, max_length=500, initial=uraian.get(kode, "")
            )
            for tahun in self._tahun:
                p = self._ada.get((kode, tahun))
                self.fields[f"pagu_{n}_{tahun}"] = forms.CharField(
                    label=f"Pagu {tahun} baris {n + 1}", required=False, initial=format_angka(p.pagu) if p else ""
                )
                self.fields[f"versi_{n}_{tahun}"] = forms.IntegerField(
                    required=False, initial=p.suntingan if p else None, widget=forms.HiddenInput
                )
        self.style()

    def clean(self) -> dict[str, Any]:
        """Money is read as Indonesians write it."""
        isi = super().clean() or {}
        for nama in [n for n in isi if n.startswith("pagu_")]:
            try:
                isi[nama] = baca_rupiah(isi[nama])
            except ValidationError as galat:
                self.add_error(nama, galat)
        return isi

    def isian(self) -> list[IsianPendanaan]:
        """The cells of the lines that were changed."""
        isi, daftar = self.cleaned_data, []
        for n in range(self.jumlah_baris):
            is_berubah = any(b.split("_")[1] == str(n) for b in self.changed_data)
            for tahun in self._tahun if is_berubah else ():
                pagu, versi = isi[f"pagu_{n}_{tahun}"], isi[f"versi_{n}_{tahun}"]
                if pagu is not None or versi is not None:
                    daftar.append(IsianPendanaan(isi[f"kode_{n}"], isi[f"uraian_{n}"], tahun, pagu, versi))
        return daftar


class TargetRencanaForm(FormRencana):
    """The targets of an RKT with the reason where they depart from the plan."""

    def __init__(self, *args: Any, daftar: Sequence[RencanaTarget], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._daftar = daftar
        for b in daftar:
            i = b.indikator
            self.fields[f"target_{b.pk}"] = forms.CharField(
                label=f"Target {i.kode}", required=False, max_length=60, initial=show_target_tersimpan(b.target, i)
            )
            self.fields[f"alasan_{b.pk}"] = forms.CharField(
                label=f"Alasan {i.kode}", required=False, max_length=1000, initial=b.alasan
            )
            self.fields[f"versi_{b.pk}"] = forms.IntegerField(initial=b.suntingan, widget=forms.HiddenInput)
        self.style()

    def isian(self) -> list[IsianRencana]:
        """The lines that were changed."""
        isi = self.cleaned_data
        return [
            IsianRencana(b.pk, isi[f"target_{b.pk}"], isi[f"alasan_{b.pk}"], isi[f"versi_{b.pk}"])
            for b in self._daftar
            if {f"target_{b.pk}", f"alasan_{b.pk}"} & set(self.changed_data)
        ]


class PaguForm(FormRencana):
    """Lines of a budget that hold from a day on, from one document."""

    sejak = forms.DateField(label="Berlaku sejak", widget=forms.DateInput(attrs=TANGGAL, format="%Y-%m-%d"))
    sumber = forms.CharField(
        label="Dokumen asal", max_length=300, help_text="Misalnya DIPA revisi ke-3, tanggal dan nomornya."
    )

    def __init__(self, *args: Any, ada: "Sequence[tuple[str, str, int]]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sejak"].initial = timezone.localdate()
        self.jumlah_baris = len(ada) + BARIS_KOSONG
        for n in range(self.jumlah_baris):
            kode, dana, pagu = ada[n] if n < len(ada) else ("", "", None)
            for nama, label, awal in (("kode", "Kode", kode), ("dana", "Sumber dana", dana)):
                self.fields[f"{nama}_{n}"] = forms.CharField(
                    label=f"{label} baris {n + 1}", required=False, initial=awal, max_length=60
                )
            self.fields[f"pagu_{n}"] = forms.CharField(
                label=f"Pagu baris {n + 1}", required=False, initial=format_angka(pagu) if pagu is not None else ""
            )
        self.style()

    def clean(self) -> dict[str, Any]:
        """Every written line is whole."""
        isi = super().clean() or {}
        for n in range(self.jumlah_baris):
            if not any(isi.get(f"{nama}_{n}") for nama in ("kode", "dana", "pagu")):
                continue
            for nama in ("kode", "dana", "pagu"):
                if not isi.get(f"{nama}_{n}"):
                    self.add_error(f"{nama}_{n}", ValidationError("Belum diisi."))
            try:
                isi[f"pagu_{n}"] = baca_rupiah(isi.get(f"pagu_{n}") or "")
            except ValidationError as galat:
                self.add_error(f"pagu_{n}", galat)
        return isi

    def isian(self) -> list[IsianPagu]:
        """The lines that were written or changed: what stays as it is needs no new line."""
        isi, daftar = self.cleaned_data, []
        for n in range(self.jumlah_baris):
            is_berubah = bool({f"{nama}_{n}" for nama in ("kode", "dana", "pagu")} & set(self.changed_data))
            if is_berubah and isi[f"kode_{n}"]:
                daftar.append(IsianPagu(isi[f"kode_{n}"].strip(), isi[f"dana_{n}"].strip().upper(), isi[f"pagu_{n}"]))
        return daftar
