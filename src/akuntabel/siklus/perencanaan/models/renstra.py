"""Renstra in versions, its tujuan, sasaran and funding, and its adoption by the offices below.

A version is edited while it is ``disusun`` and frozen once it is ``ditetapkan`` (migration 0002); what changes later is
the next version, with its reason and the day from which it holds. Since 2025 satker have no plan of their own: they
adopt the one of an office above (sakip-rules §1).
"""

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from akuntabel.siklus.organisasi.models import KeputusanPleno, Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perencanaan.models.tersunting import Tersunting
from akuntabel.siklus.perencanaan.querysets import RenstraQuerySet

if TYPE_CHECKING:
    from akuntabel.siklus.perencanaan.models.indikator import Indikator


class StatusRenstra(StrEnum):
    """How far a version of a plan has come."""

    DISUSUN = "disusun"
    DIAJUKAN = "diajukan"
    DITETAPKAN = "ditetapkan"


class Renstra(Tersunting):
    """One version of a five-year plan with its legal basis, visi and misi.

    versi 1 is the first; berlaku_mulai empty: from the first day of the period. pengaju: who submitted it, and so may
    not adopt it. keputusan: the decision of the rapat pleno behind it.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    mulai = models.PositiveSmallIntegerField("tahun pertama")
    selesai = models.PositiveSmallIntegerField("tahun terakhir")
    versi = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in StatusRenstra], default=StatusRenstra.DISUSUN.value
    )
    berlaku_mulai = models.DateField("berlaku mulai", null=True, blank=True)
    alasan_revisi = models.TextField("alasan perubahan", blank=True)
    dasar = models.TextField("dasar hukum")
    visi = models.TextField()
    misi = models.JSONField(default=list, blank=True)
    catatan = models.TextField(blank=True)
    pengaju = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    tanggal_penetapan = models.DateField("tanggal penetapan", null=True, blank=True)
    is_impor = models.BooleanField("diimpor", default=False, editable=False)  # adopted outside this system
    keputusan = models.ForeignKey(
        KeputusanPleno,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="keputusan pleno",
    )

    objects = RenstraQuerySet["Renstra"].as_manager()

    class Meta:
        verbose_name = "renstra"
        ordering: ClassVar[list[str]] = ["satker", "-mulai", "-versi"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "mulai", "versi"], name="renstra_satu_per_versi"),
            models.UniqueConstraint(
                fields=["satker", "mulai"],
                condition=~Q(status=StatusRenstra.DITETAPKAN.value),
                name="renstra_satu_naskah",
                violation_error_message="Renstra periode ini masih mempunyai versi yang belum ditetapkan.",
            ),
            models.CheckConstraint(condition=Q(selesai__gte=F("mulai")), name="renstra_selesai_sesudah_mulai"),
            models.CheckConstraint(
                condition=Q(versi=1, alasan_revisi="")
                | (Q(versi__gt=1, berlaku_mulai__isnull=False) & ~Q(alasan_revisi="")),
                name="renstra_versi_beralasan",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusRenstra.DITETAPKAN.value)
                | Q(tanggal_penetapan__isnull=False)
                | Q(is_impor=True),
                name="renstra_ditetapkan_bertanggal",
            ),
        )

    def __str__(self) -> str:
        versi = f" versi {self.versi}" if self.versi > 1 else ""
        return f"Renstra {self.satker} {self.mulai}–{self.selesai}{versi}"

    @property
    def is_beku(self) -> bool:
        """Adopted: only the next version can change it."""
        return self.status == StatusRenstra.DITETAPKAN.value

    @property
    def daftar_tahun(self) -> range:
        """The years of the plan."""
        return range(self.mulai, self.selesai + 1)


class Tujuan(Tersunting):
    """What is to be reached within the plan."""

    renstra = models.ForeignKey(Renstra, on_delete=models.CASCADE, related_name="daftar_tujuan")
    kode = models.CharField(max_length=40)
    nama = models.TextField()
    urut = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "tujuan"
        ordering: ClassVar[list[str]] = ["urut", "kode"]
        constraints = (models.UniqueConstraint(fields=["renstra", "kode"], name="tujuan_satu_per_kode"),)

    def __str__(self) -> str:
        return self.nama


class Sasaran(Tersunting):
    """A condition to be reached, worded once."""

    renstra = models.ForeignKey(Renstra, on_delete=models.CASCADE, related_name="daftar_sasaran")
    tujuan = models.ForeignKey(Tujuan, on_delete=models.RESTRICT, null=True, blank=True, related_name="daftar_sasaran")
    kode = models.CharField(max_length=40)
    nama = models.TextField()
    urut = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "sasaran strategis"
        ordering: ClassVar[list[str]] = ["urut", "kode"]
        constraints = (models.UniqueConstraint(fields=["renstra", "kode"], name="sasaran_satu_per_kode"),)

    def __str__(self) -> str:
        return self.nama


class PendanaanRenstra(Tersunting):
    """What the plan reckons to need for a programme or kegiatan in one of its years, whole rupiah."""

    renstra = models.ForeignKey(Renstra, on_delete=models.CASCADE, related_name="daftar_pendanaan")
    kode = models.CharField(max_length=40)
    uraian = models.TextField()
    tahun = models.PositiveSmallIntegerField()
    pagu = models.BigIntegerField("pagu indikatif")

    class Meta:
        verbose_name = "pendanaan renstra"
        ordering: ClassVar[list[str]] = ["kode", "tahun"]
        constraints = (
            models.UniqueConstraint(fields=["renstra", "kode", "tahun"], name="pendanaan_satu_per_tahun"),
            models.CheckConstraint(condition=Q(pagu__gte=0), name="pendanaan_tidak_negatif"),
        )

    def __str__(self) -> str:
        return f"{self.kode} {self.tahun}"


class AdopsiRenstra(models.Model):
    """An office takes the adopted Renstra of an office above as its own from a year on, with the indicators it carries.

    Rows are only added: a later choice, or the next version of the plan, is another row, and the last one holds.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    renstra = models.ForeignKey(Renstra, on_delete=models.PROTECT, related_name="daftar_adopsi")
    tahun_mulai = models.PositiveSmallIntegerField("mulai tahun")
    dasar = models.TextField("dasar")
    daftar_indikator: "models.ManyToManyField[Indikator, models.Model]" = models.ManyToManyField(
        "perencanaan.Indikator", related_name="+", verbose_name="indikator yang diemban"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = MilikSatkerQuerySet["AdopsiRenstra"].as_manager()

    class Meta:
        verbose_name = "adopsi renstra"
        ordering: ClassVar[list[str]] = ["satker", "-tahun_mulai", "-pk"]

    def __str__(self) -> str:
        return f"{self.satker} mengikuti {self.renstra} sejak {self.tahun_mulai}"
