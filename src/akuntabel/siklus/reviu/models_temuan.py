"""Findings of a review: what is wrong, what the office answers, what was agreed, what was done."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from akuntabel.siklus.pelaporan.models import LaporanKinerja


class StatusTemuan(models.TextChoices):
    """How far a finding has come. Two ends: closed, or explained in the statement itself."""

    TERBUKA = "terbuka", "terbuka"
    DITANGGAPI = "ditanggapi", "ditanggapi"
    DISEPAKATI = "disepakati", "disepakati"
    DIPERBAIKI = "diperbaiki", "diperbaiki"
    DIJELASKAN = "dijelaskan", "dijelaskan"
    DITUTUP = "ditutup", "ditutup"

    @property
    def is_selesai(self) -> bool:
        """It no longer keeps the report from being signed."""
        return self in (StatusTemuan.DITUTUP, StatusTemuan.DIJELASKAN)


class TemuanReviu(models.Model):
    """A finding of the auditor. It stays with the report while that goes back and comes again.

    butir: the line of the checklist it belongs to. kode_aturan, kunci: the rule and the finding of the checker that it
    was taken from; empty where a person found it. blok: the text of the report that it is about, by its name.
    """

    laporan = models.ForeignKey(LaporanKinerja, on_delete=models.PROTECT, related_name="+")
    nomor = models.PositiveIntegerField()
    uraian = models.TextField()
    butir = models.CharField("butir checklist", max_length=10, blank=True)
    kode_aturan = models.CharField("aturan pemeriksa", max_length=10, blank=True)
    kunci = models.CharField(max_length=64, blank=True, editable=False)
    letak = models.CharField(max_length=300, blank=True)
    blok = models.CharField("bagian laporan", max_length=120, blank=True)
    saran = models.TextField("saran perbaikan", blank=True)
    status = models.CharField(max_length=20, choices=StatusTemuan.choices, default=StatusTemuan.TERBUKA)
    versi = models.PositiveIntegerField(default=0)
    pembuat = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "temuan reviu"
        ordering: ClassVar[list[str]] = ["laporan", "nomor"]
        constraints = (
            models.UniqueConstraint(fields=["laporan", "nomor"], name="temuan_reviu_satu_per_nomor"),
            models.UniqueConstraint(
                fields=["laporan", "kunci"], condition=~Q(kunci=""), name="temuan_reviu_sekali_diambil"
            ),
            models.CheckConstraint(condition=Q(status__in=StatusTemuan.values), name="temuan_reviu_status_dikenal"),
        )

    def __str__(self) -> str:
        return f"Temuan {self.nomor} {self.laporan}"

    @property
    def status_enum(self) -> StatusTemuan:
        """The status as a value of the closed list."""
        return StatusTemuan(self.status)


class TanggapanTemuan(models.Model):
    """A word about a finding, and the state it led to. Rows are only added (0002_beku)."""

    temuan = models.ForeignKey(TemuanReviu, on_delete=models.PROTECT, related_name="daftar_tanggapan")
    tindakan = models.CharField(max_length=40)
    teks = models.TextField()
    status = models.CharField("status sesudahnya", max_length=20, choices=StatusTemuan.choices)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "tanggapan temuan"
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return self.teks[:60]
