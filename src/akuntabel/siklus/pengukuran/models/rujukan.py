"""What a measurement is held against: figures of earlier years, benchmarks, and what of a source was not taken over."""

from typing import ClassVar

from django.db import models

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perencanaan.models import Indikator


class Riwayat(models.Model):
    """A figure of an earlier year, as it was published, and as the report of a year quotes it.

    tahun_laporan: the report that quotes it; tahun: the year that was measured.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun_laporan = models.PositiveSmallIntegerField("tahun laporan")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    nilai = models.CharField(max_length=40, blank=True)
    predikat = models.CharField(max_length=60, blank=True)
    target = models.CharField(max_length=40, blank=True)
    peristiwa = models.CharField(max_length=300, blank=True)
    sumber = models.TextField("dokumen asal")
    urut = models.PositiveIntegerField(default=0)

    objects = MilikSatkerQuerySet["Riwayat"].as_manager()

    class Meta:
        verbose_name = "riwayat"
        verbose_name_plural = "riwayat"
        ordering: ClassVar[list[str]] = ["satker", "tahun_laporan", "urut", "pk"]

    def __str__(self) -> str:
        return f"{self.indikator.kode} {self.tahun}: {self.nilai or self.predikat}"


class Pembanding(models.Model):
    """A benchmark from outside the office: a national target or result (analysis 4)."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun_laporan = models.PositiveSmallIntegerField("tahun laporan")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    nama = models.TextField("apa yang dibandingkan")
    tingkat = models.CharField(max_length=60)
    tahun = models.PositiveSmallIntegerField()
    nilai = models.CharField(max_length=40)
    is_target = models.BooleanField("berupa target", default=False)
    sumber = models.TextField("dokumen asal")
    urut = models.PositiveIntegerField(default=0)

    objects = MilikSatkerQuerySet["Pembanding"].as_manager()

    class Meta:
        verbose_name = "pembanding"
        verbose_name_plural = "pembanding"
        ordering: ClassVar[list[str]] = ["satker", "tahun_laporan", "urut", "pk"]

    def __str__(self) -> str:
        return f"{self.nama}: {self.nilai}"


class CatatanSumber(models.Model):
    """A figure or wording of a source that was not taken over, and why."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=60)
    unsur = models.TextField("unsur laporan")
    letak = models.TextField("tempat dalam dokumen sumber")
    tertulis = models.TextField("yang tertulis dalam sumber")
    dipakai = models.TextField("yang dipakai")
    alasan = models.TextField()
    urut = models.PositiveIntegerField(default=0)

    objects = MilikSatkerQuerySet["CatatanSumber"].as_manager()

    class Meta:
        verbose_name = "catatan sumber"
        verbose_name_plural = "catatan sumber"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "urut", "pk"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "kode"], name="catatan_sumber_satu_per_kode"),
        )

    def __str__(self) -> str:
        return f"{self.kode} {self.unsur}"
