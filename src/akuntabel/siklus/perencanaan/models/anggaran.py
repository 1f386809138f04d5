"""Codes of the budget by year, the budget of an office line by line, and which line serves which sasaran."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from akuntabel.core.fakta.anggaran import TingkatAnggaran
from akuntabel.core.fakta.perencanaan import HubunganAnggaran
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perencanaan.models.renstra import Sasaran
from akuntabel.siklus.perencanaan.querysets import MilikSatkerAtasQuerySet, PaguQuerySet


class KodeReferensi(models.Model):
    """A code of programme, kegiatan or output with its official name in a year, for an office and all below it.

    induk is the code above, as text: a catalogue of one year is complete in itself.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=60)
    tingkat = models.CharField(max_length=20, choices=[(t.value, t.value) for t in TingkatAnggaran])
    uraian = models.TextField("nama resmi")
    induk = models.CharField("kode di atasnya", max_length=60, blank=True)
    satuan = models.CharField("satuan keluaran", max_length=60, blank=True)
    sumber = models.TextField("asal nama", blank=True)
    urut = models.PositiveIntegerField(default=0)

    objects = MilikSatkerAtasQuerySet["KodeReferensi"].as_manager()

    class Meta:
        verbose_name = "kode referensi"
        ordering: ClassVar[list[str]] = ["tahun", "urut", "kode"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "kode"], name="kode_referensi_satu_per_tahun"),
        )

    def __str__(self) -> str:
        return f"{self.kode} {self.uraian}"


class Pagu(models.Model):
    """One line of the budget from a day on, whole rupiah. Lines are only added; the last of its code holds."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=60)
    sumber_dana = models.CharField("sumber dana", max_length=20)
    pagu = models.BigIntegerField()
    sejak = models.DateField("berlaku sejak")
    sumber = models.TextField("dokumen asal")
    pencatat = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PaguQuerySet["Pagu"].as_manager()

    class Meta:
        verbose_name = "pagu"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "kode", "sumber_dana", "sejak", "pk"]
        indexes = (
            models.Index(fields=["satker", "tahun", "kode", "sumber_dana", "-sejak", "-id"], name="pagu_terakhir"),
        )
        constraints = (models.CheckConstraint(condition=Q(pagu__gte=0), name="pagu_tidak_negatif"),)

    def __str__(self) -> str:
        return f"{self.kode} {self.sumber_dana} {self.tahun}"


class SasaranAnggaran(models.Model):
    """Which kegiatan or output of an office serves which sasaran in a year; sumber_dana empty: all of them."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    sasaran = models.ForeignKey(Sasaran, on_delete=models.PROTECT, related_name="+")
    kode = models.CharField(max_length=60)
    hubungan = models.CharField(max_length=20, choices=[(h.value, h.value) for h in HubunganAnggaran])
    sumber_dana = models.CharField("sumber dana", max_length=20, blank=True)
    alasan = models.TextField("mengapa menunjang", blank=True)
    urut = models.PositiveSmallIntegerField(default=0)

    objects = MilikSatkerQuerySet["SasaranAnggaran"].as_manager()

    class Meta:
        verbose_name = "anggaran sasaran"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "urut"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "tahun", "sasaran", "kode", "sumber_dana"], name="sasaran_anggaran_satu_per_kode"
            ),
        )

    def __str__(self) -> str:
        return f"{self.sasaran.kode} ← {self.kode}"
