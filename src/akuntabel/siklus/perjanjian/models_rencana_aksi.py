"""Rencana aksi: how the targets of a signed agreement are reached quarter by quarter. What is approved is frozen."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from akuntabel.siklus.organisasi.models import Pejabat, Satker, Unit
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perjanjian.models_perjanjian import PerjanjianKinerja, PerjanjianTarget

ROMAWI: Mapping[int, str] = {1: "I", 2: "II", 3: "III", 4: "IV"}  # as documents number the quarters
TRIWULAN = tuple(ROMAWI)


class StatusRencanaAksi(StrEnum):
    """How far a rencana aksi has come; the approved one is frozen."""

    DISUSUN = "disusun"
    DIAJUKAN = "diajukan"
    DISETUJUI = "disetujui"


class RencanaAksi(models.Model):
    """The plan of action of one agreement; it may be revised without touching the agreement itself.

    isi: what was approved, word for word; sidik: SHA-256 over it. The last approved revision is in force.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.PROTECT, related_name="daftar_rencana_aksi")
    revisi = models.PositiveSmallIntegerField(default=0)
    status = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in StatusRencanaAksi], default=StatusRencanaAksi.DISUSUN.value
    )
    versi = models.PositiveIntegerField(default=0)
    uraian_revisi = models.TextField("alasan revisi", blank=True)
    tanggal_persetujuan = models.DateField("tanggal persetujuan", null=True, blank=True)
    isi = models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder, editable=False)
    sidik = models.CharField(max_length=64, blank=True, editable=False)

    objects = MilikSatkerQuerySet["RencanaAksi"].as_manager()

    class Meta:
        verbose_name = "rencana aksi"
        verbose_name_plural = "rencana aksi"
        ordering: ClassVar[list[str]] = ["perjanjian", "revisi"]
        constraints = (
            models.UniqueConstraint(fields=["perjanjian", "revisi"], name="rencana_aksi_satu_per_revisi"),
            models.CheckConstraint(condition=Q(revisi=0) | ~Q(uraian_revisi=""), name="rencana_aksi_revisi_beralasan"),
            models.CheckConstraint(
                condition=~Q(status=StatusRencanaAksi.DISETUJUI.value)
                | (Q(tanggal_persetujuan__isnull=False) & Q(isi__isnull=False) & ~Q(sidik="")),
                name="rencana_aksi_disetujui_bersidik",
            ),
        )

    def __str__(self) -> str:
        revisi = f" revisi {self.revisi}" if self.revisi else ""
        return f"Rencana Aksi{revisi} atas {self.perjanjian}"

    @property
    def is_beku(self) -> bool:
        """Approved: only a revision can change it."""
        return self.status == StatusRencanaAksi.DISETUJUI.value


class TargetTriwulan(models.Model):
    """What an indicator is to reach by the end of a quarter, written like the annual target; empty: not due yet."""

    rencana_aksi = models.ForeignKey(RencanaAksi, on_delete=models.CASCADE, related_name="daftar_target")
    perjanjian_target = models.ForeignKey(PerjanjianTarget, on_delete=models.PROTECT, related_name="+")
    triwulan = models.PositiveSmallIntegerField()
    target = models.CharField(max_length=40, blank=True)
    versi = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "target triwulan"
        ordering: ClassVar[list[str]] = ["perjanjian_target__urut", "perjanjian_target", "triwulan"]
        constraints = (
            models.UniqueConstraint(
                fields=["rencana_aksi", "perjanjian_target", "triwulan"], name="target_triwulan_satu"
            ),
            models.CheckConstraint(condition=Q(triwulan__in=TRIWULAN), name="target_triwulan_1_sampai_4"),
        )

    def __str__(self) -> str:
        return f"triwulan {ROMAWI[self.triwulan]}: {self.target}"


class Aksi(models.Model):
    """One thing to be done for an indicator: in which quarter, by whom, with which money."""

    rencana_aksi = models.ForeignKey(RencanaAksi, on_delete=models.CASCADE, related_name="daftar_aksi")
    perjanjian_target = models.ForeignKey(
        PerjanjianTarget, on_delete=models.PROTECT, related_name="+", verbose_name="indikator"
    )
    uraian = models.TextField("uraian aksi")
    triwulan = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(min(TRIWULAN)), MaxValueValidator(max(TRIWULAN))]
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="unit penanggung jawab"
    )
    pejabat = models.ForeignKey(
        Pejabat,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="pejabat penanggung jawab",
    )
    kode_anggaran = models.CharField("kode anggaran", max_length=60, blank=True)
    anggaran = models.BigIntegerField("anggaran (Rp)", null=True, blank=True)
    urut = models.PositiveSmallIntegerField(default=0)
    versi = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "aksi"
        verbose_name_plural = "aksi"
        ordering: ClassVar[list[str]] = ["perjanjian_target__urut", "perjanjian_target", "triwulan", "urut", "pk"]
        constraints = (
            models.CheckConstraint(condition=Q(triwulan__in=TRIWULAN), name="aksi_triwulan_1_sampai_4"),
            models.CheckConstraint(
                condition=Q(anggaran__isnull=True) | Q(anggaran__gte=0), name="aksi_anggaran_tidak_negatif"
            ),
        )

    def __str__(self) -> str:
        return self.uraian
