"""What an evaluation asks an office to mend, who mends it until when, and what was done: rows only added (0002)."""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.evaluasi.models.lke import Lke
from akuntabel.siklus.evaluasi.querysets import RekomendasiQuerySet
from akuntabel.siklus.organisasi.models import Pejabat, Satker, Unit
from akuntabel.siklus.perencanaan.models import Indikator


class StatusRekomendasi(StrEnum):
    """How far a recommendation has come; selesai: its follow-up was accepted."""

    TERBUKA = "terbuka"
    DITINDAKLANJUTI = "ditindaklanjuti"
    SELESAI = "selesai"


class Rekomendasi(models.Model):
    """A recommendation to an office. tahun: the year that was evaluated; lke: the sheet it rests on, if there is one.

    What it says is frozen with its sheet; who answers for it, until when, and its state are not.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    lke = models.ForeignKey(Lke, on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_rekomendasi")
    nomor = models.PositiveSmallIntegerField()
    sub = models.CharField("subkomponen", max_length=20, blank=True)
    teks = models.TextField("rekomendasi")
    sumber = models.CharField("sumber", max_length=200, blank=True)
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
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
    tenggat = models.DateField(null=True, blank=True)
    status = models.CharField(
        max_length=20,
        choices=[(s.value, s.value) for s in StatusRekomendasi],
        default=StatusRekomendasi.TERBUKA.value,
    )
    versi = models.PositiveIntegerField(default=0)
    pembuat = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = RekomendasiQuerySet["Rekomendasi"].as_manager()

    class Meta:
        verbose_name = "rekomendasi"
        verbose_name_plural = "rekomendasi"
        ordering: ClassVar[list[str]] = ["satker", "-tahun", "nomor"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "nomor"], name="rekomendasi_satu_per_nomor"),
            models.CheckConstraint(condition=~Q(teks=""), name="rekomendasi_berisi"),
        )

    def __str__(self) -> str:
        return f"rekomendasi {self.nomor} {self.tahun}"

    @property
    def pemilik(self) -> str:
        """Who answers for it, as people read it."""
        return "; ".join(str(p) for p in (self.unit, self.pejabat) if p)

    @property
    def is_selesai(self) -> bool:
        """Its follow-up was accepted."""
        return self.status == StatusRekomendasi.SELESAI.value

    @property
    def is_terlambat(self) -> bool:
        """Past its deadline and not settled."""
        return not self.is_selesai and self.tenggat is not None and timezone.localdate() > self.tenggat


class JenisTindakLanjut(StrEnum):
    """What a row says: what was done, or the judgement on it."""

    TINDAKAN = "tindakan"
    DITERIMA = "diterima"
    DIKEMBALIKAN = "dikembalikan"


class TindakLanjut(models.Model):
    """What was done about a recommendation, with its evidence, or how that was judged. Rows are only added."""

    rekomendasi = models.ForeignKey(Rekomendasi, on_delete=models.PROTECT, related_name="daftar_tindak_lanjut")
    jenis = models.CharField(
        max_length=20, choices=[(j.value, j.value) for j in JenisTindakLanjut], default=JenisTindakLanjut.TINDAKAN.value
    )
    uraian = models.TextField("yang dilakukan")
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    nama_berkas = models.CharField(max_length=160, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "tindak lanjut"
        ordering: ClassVar[list[str]] = ["rekomendasi", "pk"]
        constraints = (models.CheckConstraint(condition=~Q(uraian=""), name="tindak_lanjut_berurai"),)

    def __str__(self) -> str:
        return self.uraian
