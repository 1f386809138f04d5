"""Rencana Kinerja Tahunan (RKT): what a year of the plan asks of the office, before its agreement is made."""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from akuntabel.siklus.organisasi.models import KeputusanPleno, Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perencanaan.models.indikator import Indikator
from akuntabel.siklus.perencanaan.models.renstra import Renstra
from akuntabel.siklus.perencanaan.models.tersunting import Tersunting


class StatusRencana(StrEnum):
    """How far a plan of a year has come."""

    DISUSUN = "disusun"
    DIAJUKAN = "diajukan"
    DISETUJUI = "disetujui"
    DITETAPKAN = "ditetapkan"


class RencanaKinerja(Tersunting):
    """The plan of one office for one year. revisi 0 is the first; adopted, it is frozen (0002)."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    renstra = models.ForeignKey(Renstra, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    revisi = models.PositiveSmallIntegerField(default=0)
    status = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in StatusRencana], default=StatusRencana.DISUSUN.value
    )
    alasan_revisi = models.TextField("alasan perubahan", blank=True)
    pengaju = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    tanggal_penetapan = models.DateField("tanggal penetapan", null=True, blank=True)
    keputusan = models.ForeignKey(
        KeputusanPleno,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="keputusan pleno",
    )

    objects = MilikSatkerQuerySet["RencanaKinerja"].as_manager()

    class Meta:
        verbose_name = "rencana kinerja tahunan"
        ordering: ClassVar[list[str]] = ["satker", "-tahun", "-revisi"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "revisi"], name="rencana_satu_per_revisi"),
            models.UniqueConstraint(
                fields=["satker", "tahun"],
                condition=~Q(status=StatusRencana.DITETAPKAN.value),
                name="rencana_satu_naskah",
                violation_error_message="RKT tahun ini masih mempunyai naskah yang belum ditetapkan.",
            ),
            models.CheckConstraint(
                condition=Q(revisi=0, alasan_revisi="") | (Q(revisi__gt=0) & ~Q(alasan_revisi="")),
                name="rencana_revisi_beralasan",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusRencana.DITETAPKAN.value) | Q(tanggal_penetapan__isnull=False),
                name="rencana_ditetapkan_bertanggal",
            ),
        )

    def __str__(self) -> str:
        revisi = f" revisi {self.revisi}" if self.revisi else ""
        return f"RKT {self.satker} {self.tahun}{revisi}"

    @property
    def is_beku(self) -> bool:
        """Adopted: only a revision can change it."""
        return self.status == StatusRencana.DITETAPKAN.value


class RencanaTarget(Tersunting):
    """The target of an indicator for the year. It departs from that of the plan only with a reason."""

    rencana = models.ForeignKey(RencanaKinerja, on_delete=models.CASCADE, related_name="daftar_target")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    target_renstra = models.CharField("target Renstra", max_length=40, blank=True)
    target = models.CharField(max_length=40, blank=True)
    alasan = models.TextField("alasan berbeda dari Renstra", blank=True)

    class Meta:
        verbose_name = "target rencana kinerja"
        constraints = (
            models.UniqueConstraint(fields=["rencana", "indikator"], name="rencana_satu_per_indikator"),
            models.CheckConstraint(
                condition=Q(target=F("target_renstra")) | Q(target_renstra="") | ~Q(alasan=""),
                name="rencana_target_beralasan",
            ),
        )

    def __str__(self) -> str:
        return f"{self.indikator.kode}: {self.target}"
