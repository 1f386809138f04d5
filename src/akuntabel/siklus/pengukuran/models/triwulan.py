"""The quarters of a year: when they are open, how far the measurement of one has come, and why one was opened again."""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.pengukuran.querysets import MilikSatkerAtasQuerySet
from akuntabel.siklus.perjanjian.models import ROMAWI, TRIWULAN


class StatusPengukuran(StrEnum):
    """How far the measurement of a quarter has come; the verified one takes no new fact (0002)."""

    DISUSUN = "disusun"
    DIAJUKAN = "diajukan"
    DIVERIFIKASI = "diverifikasi"


class JadwalPengukuran(models.Model):
    """When a quarter is measured, for the office that says so and all below it; the nearest one holds.

    buka: the first day; tenggat: after it a measurement is late; kunci: the last day (empty: never locked).
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    buka = models.DateField("dibuka")
    tenggat = models.DateField()
    kunci = models.DateField("dikunci sesudah", null=True, blank=True)
    versi = models.PositiveIntegerField(default=0)

    objects = MilikSatkerAtasQuerySet["JadwalPengukuran"].as_manager()

    class Meta:
        verbose_name = "jadwal pengukuran"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "triwulan"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "triwulan"], name="jadwal_satu_per_triwulan"),
            models.CheckConstraint(condition=Q(triwulan__in=TRIWULAN), name="jadwal_triwulan_1_sampai_4"),
            models.CheckConstraint(
                condition=Q(tenggat__gte=F("buka")) & (Q(kunci__isnull=True) | Q(kunci__gte=F("tenggat"))),
                name="jadwal_berurutan",
                violation_error_message="Urutan tanggalnya: dibuka, tenggat, dikunci.",
            ),
        )

    def __str__(self) -> str:
        return f"jadwal pengukuran triwulan {ROMAWI[self.triwulan]} {self.tahun}"


class PembukaanKembali(models.Model):
    """A quarter opened again after it was verified or locked: by whom, why, and until when. It expires by itself."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    alasan = models.TextField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    sampai = models.DateTimeField("berlaku sampai")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = MilikSatkerQuerySet["PembukaanKembali"].as_manager()

    class Meta:
        verbose_name = "pembukaan kembali"
        ordering: ClassVar[list[str]] = ["pk"]
        indexes = (models.Index(fields=["satker", "tahun", "triwulan"], name="pembukaan_triwulan"),)
        constraints = (
            models.CheckConstraint(condition=Q(triwulan__in=TRIWULAN), name="pembukaan_triwulan_1_sampai_4"),
            models.CheckConstraint(condition=~Q(alasan=""), name="pembukaan_beralasan"),
        )

    def __str__(self) -> str:
        return f"triwulan {ROMAWI[self.triwulan]} {self.tahun} dibuka kembali sampai {self.sampai:%Y-%m-%d %H:%M}"


class PengukuranTriwulan(models.Model):
    """The measurement of one office in one quarter: written, submitted, verified by somebody else.

    is_diverifikasi_sendiri: nobody else could, and it says so. catatan: why it was returned last.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    status = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in StatusPengukuran], default=StatusPengukuran.DISUSUN.value
    )
    versi = models.PositiveIntegerField(default=0)
    pengaju = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    pemeriksa = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diverifikasi_pada = models.DateTimeField(null=True, blank=True)
    is_diverifikasi_sendiri = models.BooleanField("diverifikasi sendiri", default=False)
    catatan = models.TextField(blank=True)

    objects = MilikSatkerQuerySet["PengukuranTriwulan"].as_manager()

    class Meta:
        verbose_name = "pengukuran triwulan"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "triwulan"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "triwulan"], name="pengukuran_satu_per_triwulan"),
            models.CheckConstraint(condition=Q(triwulan__in=TRIWULAN), name="pengukuran_triwulan_1_sampai_4"),
            models.CheckConstraint(
                condition=Q(status=StatusPengukuran.DISUSUN.value) | Q(pengaju__isnull=False),
                name="pengukuran_diajukan_seseorang",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusPengukuran.DIVERIFIKASI.value)
                | Q(pemeriksa__isnull=False, is_diverifikasi_sendiri=True)
                | (Q(pemeriksa__isnull=False) & ~Q(pemeriksa=F("pengaju"))),
                name="pengukuran_diverifikasi_orang_lain",
            ),
        )

    def __str__(self) -> str:
        return f"pengukuran triwulan {ROMAWI[self.triwulan]} {self.tahun} {self.satker}"

    @property
    def is_beku(self) -> bool:
        """Verified: it takes a new fact only while it is opened again."""
        return self.status == StatusPengukuran.DIVERIFIKASI.value
