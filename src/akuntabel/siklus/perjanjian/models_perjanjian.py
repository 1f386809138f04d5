"""Perjanjian Kinerja per entity, party, year and revision, with targets and budget. What is signed is frozen (0002)."""

from enum import StrEnum
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from akuntabel.siklus.organisasi.models import EntitasPelapor, KeputusanPleno, Pejabat, Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perencanaan.models import Indikator, Renstra


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
    """One agreement of one party. revisi 0 is the first of its year; the last that is signed is in force.

    sebelumnya: what it revises, so that a new official continues the chain of the post. versi counts the changes, so
    that of two people who act at once one is told. isi: what was signed, word for word; sidik: SHA-256 over it.
    renstra: the version of the plan that it was drafted from. is_impor: made elsewhere and recorded as it was, so its
    day or its legal reason may be unknown. sumber: the document that an imported one was taken from.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    entitas = models.ForeignKey(
        EntitasPelapor, on_delete=models.PROTECT, related_name="+", verbose_name="entitas pelapor"
    )
    kode = models.CharField(max_length=60)
    tahun = models.PositiveSmallIntegerField()
    revisi = models.PositiveSmallIntegerField(default=0)
    sebelumnya = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="berikutnya", verbose_name="merevisi"
    )
    pihak_pertama = models.ForeignKey(Pejabat, on_delete=models.PROTECT, related_name="+", verbose_name="pihak pertama")
    pihak_kedua = models.ForeignKey(Pejabat, on_delete=models.PROTECT, related_name="+", verbose_name="pihak kedua")
    renstra = models.ForeignKey(Renstra, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    keputusan = models.ForeignKey(
        KeputusanPleno,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="keputusan rapat pleno",
    )
    status = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in StatusPerjanjian], default=StatusPerjanjian.DISUSUN.value
    )
    versi = models.PositiveIntegerField(default=0)
    alasan_revisi = models.CharField("alasan revisi", max_length=20, choices=AlasanRevisi.choices, blank=True)
    uraian_revisi = models.TextField("uraian revisi", blank=True)
    tanggal_penandatanganan = models.DateField("tanggal penandatanganan", null=True, blank=True)
    isi = models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder, editable=False)
    sidik = models.CharField(max_length=64, blank=True, editable=False)
    is_impor = models.BooleanField("diimpor", default=False, editable=False)
    sumber = models.TextField(blank=True)

    objects = MilikSatkerQuerySet["PerjanjianKinerja"].as_manager()

    class Meta:
        verbose_name = "perjanjian kinerja"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "entitas", "pihak_pertama", "revisi"]
        constraints = (
            models.UniqueConstraint(
                fields=["entitas", "pihak_pertama", "tahun", "revisi"], name="perjanjian_satu_per_revisi"
            ),
            models.UniqueConstraint(fields=["satker", "kode"], name="perjanjian_satu_per_kode"),
            models.CheckConstraint(
                condition=Q(revisi=0, alasan_revisi="") | (Q(revisi__gt=0) & (~Q(alasan_revisi="") | Q(is_impor=True))),
                name="perjanjian_revisi_beralasan",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusPerjanjian.DITANDATANGANI.value)
                | (~Q(sidik="") & Q(isi__isnull=False) & (Q(tanggal_penandatanganan__isnull=False) | Q(is_impor=True))),
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
    """One line of an agreement: an indicator and its target, written by polarity.

    alasan: why the target is not that of the plan. versi: the version of the agreement that wrote the line last.
    """

    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.CASCADE, related_name="daftar_target")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    target = models.CharField(max_length=40, blank=True)
    alasan = models.TextField("alasan berbeda dari rencana", blank=True)
    urut = models.PositiveSmallIntegerField(default=0)
    versi = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "target perjanjian"
        ordering: ClassVar[list[str]] = ["urut", "pk"]
        constraints = (models.UniqueConstraint(fields=["perjanjian", "indikator"], name="target_satu_per_indikator"),)

    def __str__(self) -> str:
        return f"{self.indikator.kode}: {self.target}"


class PerjanjianAnggaran(models.Model):
    """One line of the budget below the targets (anak lampiran I/6-6): programme or kegiatan, source, whole rupiah."""

    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.CASCADE, related_name="daftar_anggaran")
    kode = models.CharField("kode program/kegiatan", max_length=60)
    uraian = models.TextField()
    sumber_dana = models.CharField("sumber dana", max_length=20, blank=True)
    pagu = models.BigIntegerField("pagu (Rp)")
    keterangan = models.CharField(max_length=300, blank=True)
    urut = models.PositiveSmallIntegerField(default=0)
    versi = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "anggaran perjanjian"
        ordering: ClassVar[list[str]] = ["urut", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["perjanjian", "kode", "sumber_dana"], name="anggaran_perjanjian_satu_per_kode"
            ),
            models.CheckConstraint(condition=Q(pagu__gte=0), name="anggaran_perjanjian_tidak_negatif"),
        )

    def __str__(self) -> str:
        return f"{self.kode} {self.uraian}"
