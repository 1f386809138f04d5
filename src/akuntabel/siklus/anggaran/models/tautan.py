"""Which money pays for which indicator, beside which sasaran it serves (perencanaan.SasaranAnggaran)."""

from typing import ClassVar

from django.db import models

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perencanaan.models import Indikator


class IndikatorAnggaran(models.Model):
    """A line of the budget in the service of an indicator; sumber_dana empty: all sources of the code."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+")
    kode = models.CharField(max_length=60)
    sumber_dana = models.CharField("sumber dana", max_length=20, blank=True)
    urut = models.PositiveSmallIntegerField(default=0)

    objects = MilikSatkerQuerySet["IndikatorAnggaran"].as_manager()

    class Meta:
        verbose_name = "anggaran indikator"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "urut"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "tahun", "indikator", "kode", "sumber_dana"], name="indikator_anggaran_satu_per_kode"
            ),
        )

    def __str__(self) -> str:
        return f"{self.indikator.kode} ← {self.kode}"
