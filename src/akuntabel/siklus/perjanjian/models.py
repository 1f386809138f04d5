"""Perjanjian Kinerja per office, party, year and revision, with its targets. What is signed is frozen (0002)."""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from akuntabel.siklus.organisasi.models import Pejabat, Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perencanaan.models import Indikator


class StatusPerjanjian(StrEnum):
    """How far an agreement has come."""

    DISUSUN = "disusun"
    DIAJUKAN = "diajukan"
    DISETUJUI = "disetujui"
    DITANDATANGANI = "ditandatangani"


class AlasanRevisi(models.TextChoices):
    """When an agreement must be revised (PermenPANRB 53/2014, lampiran I)."""

    PEJABAT = "pejabat", "pergantian atau mutasi pejabat"
    STRATEGI = "strategi", "perubahan strategi: program, kegiatan, atau alokasi anggaran"
    ASUMSI = "asumsi", "perubahan prioritas atau asumsi yang berakibat secara signifikan"


class PerjanjianKinerja(models.Model):
    """One agreement. revisi 0 is the first of its year; the highest that is signed is in force.

    versi counts the changes of its state, so that of two people who act at once one is told. sidik: SHA-256 of what
    was signed.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    revisi = models.PositiveSmallIntegerField(default=0)
    pihak_pertama = models.ForeignKey(Pejabat, on_delete=models.PROTECT, related_name="+")
    pihak_kedua = models.ForeignKey(Pejabat, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in StatusPerjanjian], default=StatusPerjanjian.DISUSUN.value
    )
    versi = models.PositiveIntegerField(default=0)
    alasan_revisi = models.CharField(max_length=20, choices=AlasanRevisi.choices, blank=True)
    uraian_revisi = models.TextField(blank=True)
    tanggal_penandatanganan = models.DateField(null=True, blank=True)
    sidik = models.CharField(max_length=64, blank=True)

    objects = MilikSatkerQuerySet["PerjanjianKinerja"].as_manager()

    class Meta:
        verbose_name = "perjanjian kinerja"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "revisi"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "pihak_pertama", "tahun", "revisi"], name="perjanjian_satu_per_revisi"
            ),
            models.CheckConstraint(
                condition=Q(revisi=0, alasan_revisi="") | (Q(revisi__gt=0) & ~Q(alasan_revisi="")),
                name="perjanjian_revisi_beralasan",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusPerjanjian.DITANDATANGANI.value)
                | (Q(tanggal_penandatanganan__isnull=False) & ~Q(sidik="")),
                name="perjanjian_tertanda_bersidik",
            ),
            models.CheckConstraint(condition=~Q(pihak_pertama=F("pihak_kedua")), name="perjanjian_dua_pihak_berbeda"),
        )

    def __str__(self) -> str:
        revisi = f" revisi {self.revisi}" if self.revisi else ""
        return f"Perjanjian Kinerja {self.satker} {self.tahun}{revisi}"

    @property
    def is_beku(self) -> bool:
        """Signed: only a revision can change it."""
        return self.status == StatusPerjanjian.DITANDATANGANI.value


class PerjanjianTarget(models.Model):
    """One line of an agreement: an indicator and its target, written by polarity."""

    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.CASCADE, related_name="daftar_target")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    target = models.CharField(max_length=40)

    class Meta:
        verbose_name = "target perjanjian"
        constraints = (models.UniqueConstraint(fields=["perjanjian", "indikator"], name="target_satu_per_indikator"),)

    def __str__(self) -> str:
        return f"{self.indikator.kode}: {self.target}"
