"""By what the annual values of an office were computed, so that what has become old is known."""

from typing import ClassVar

from django.db import models

from akuntabel.siklus.organisasi.models import Satker


class DasarNilai(models.Model):
    """The agreement and the policy behind the annual values (NilaiTahunan) of an office in a year.

    dasar: their identity. As long as it is that of today, one changed figure changes only the indicators that use it.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    dasar = models.CharField(max_length=200)

    class Meta:
        verbose_name = "dasar nilai tahunan"
        ordering: ClassVar[list[str]] = ["satker", "tahun"]
        constraints = (models.UniqueConstraint(fields=["satker", "tahun"], name="dasar_nilai_satu_per_tahun"),)

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun}"
