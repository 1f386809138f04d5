"""Values of IKPA that the treasury computes from its own records, as an office reads them off and writes them down."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet


class NilaiIkpa(models.Model):
    """The value of one indicator until a month of a year, beside what is computed here, never in its place."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField()
    indikator = models.CharField(max_length=40)
    nilai = models.DecimalField(max_digits=7, decimal_places=4)
    sumber = models.CharField(max_length=200, blank=True)

    objects = MilikSatkerQuerySet["NilaiIkpa"].as_manager()

    class Meta:
        verbose_name = "nilai IKPA"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "bulan", "indikator"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "bulan", "indikator"], name="nilai_ikpa_satu_per_bulan"),
            models.CheckConstraint(
                condition=Q(bulan__gte=1, bulan__lte=12, nilai__gte=0, nilai__lte=120), name="nilai_ikpa_wajar"
            ),
        )

    def __str__(self) -> str:
        return f"{self.indikator} {self.tahun}-{self.bulan:02d}"
