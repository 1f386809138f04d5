"""Renstra, sasaran, indikator with its manual, targets of five years. The fields are those of ``core.fakta``.

A Renstra belongs to one office; the offices below adopt it (since 2025 satker have none of their own).
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.fakta.perencanaan import Agregasi, SumberRealisasi
from akuntabel.siklus.organisasi.models import Satker, Unit
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet


class Renstra(models.Model):
    """A five-year plan with its legal basis, visi and misi."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    mulai = models.PositiveSmallIntegerField("tahun pertama")
    selesai = models.PositiveSmallIntegerField("tahun terakhir")
    dasar = models.CharField("dasar hukum", max_length=300)
    visi = models.TextField()
    misi = models.JSONField(default=list)
    catatan = models.TextField(blank=True)

    objects = MilikSatkerQuerySet["Renstra"].as_manager()

    class Meta:
        verbose_name = "renstra"
        constraints = (
            models.UniqueConstraint(fields=["satker", "mulai"], name="renstra_satu_per_periode"),
            models.CheckConstraint(condition=Q(selesai__gte=F("mulai")), name="renstra_selesai_sesudah_mulai"),
        )

    def __str__(self) -> str:
        return f"Renstra {self.satker} {self.mulai}–{self.selesai}"


class Tujuan(models.Model):
    """What is to be reached within the plan."""

    renstra = models.ForeignKey(Renstra, on_delete=models.CASCADE, related_name="daftar_tujuan")
    kode = models.CharField(max_length=20)
    nama = models.TextField()

    class Meta:
        verbose_name = "tujuan"
        constraints = (models.UniqueConstraint(fields=["renstra", "kode"], name="tujuan_satu_per_kode"),)

    def __str__(self) -> str:
        return self.nama


class Sasaran(models.Model):
    """A condition to be reached, worded once."""

    renstra = models.ForeignKey(Renstra, on_delete=models.CASCADE, related_name="daftar_sasaran")
    tujuan = models.ForeignKey(Tujuan, on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_sasaran")
    kode = models.CharField(max_length=20)
    nama = models.TextField()
    urut = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "sasaran strategis"
        ordering: ClassVar[list[str]] = ["urut", "kode"]
        constraints = (models.UniqueConstraint(fields=["renstra", "kode"], name="sasaran_satu_per_kode"),)

    def __str__(self) -> str:
        return self.nama


class Indikator(models.Model):
    """An indicator with its manual: what it means, how it is measured, which way is better (arah has no default)."""

    sasaran = models.ForeignKey(Sasaran, on_delete=models.CASCADE, related_name="daftar_indikator")
    kode = models.CharField(max_length=20)
    nama = models.TextField("nama baku")
    definisi = models.TextField("definisi operasional")
    satuan = models.CharField(max_length=40)
    arah = models.CharField("polaritas", max_length=20, choices=[(a.value, a.value) for a in Arah])
    rumus = models.TextField()
    pembilang = models.TextField(blank=True)
    penyebut = models.TextField(blank=True)
    sumber_data = models.TextField()
    sumber_realisasi = models.CharField(max_length=20, choices=[(s.value, s.value) for s in SumberRealisasi])
    konsolidasi = models.CharField(max_length=20, choices=[(k.value, k.value) for k in Konsolidasi])
    agregasi = models.CharField(max_length=20, choices=[(a.value, a.value) for a in Agregasi])
    desimal = models.PositiveSmallIntegerField(default=2)
    predikat = models.CharField("daftar predikat", max_length=60, blank=True)
    pengampu = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    urut = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "indikator"
        ordering: ClassVar[list[str]] = ["urut", "kode"]
        constraints = (models.UniqueConstraint(fields=["sasaran", "kode"], name="indikator_satu_per_kode"),)

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class TargetRenstra(models.Model):
    """The target of an indicator in one year of the plan, written by polarity (``77``, ``80..90``, ``B``)."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="daftar_target")
    tahun = models.PositiveSmallIntegerField()
    target = models.CharField(max_length=40)
    sumber = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "target renstra"
        constraints = (models.UniqueConstraint(fields=["indikator", "tahun"], name="target_renstra_satu_per_tahun"),)

    def __str__(self) -> str:
        return f"{self.indikator.kode} {self.tahun}: {self.target}"
