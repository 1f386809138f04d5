"""Month by month: what halaman III of the DIPA plans to draw, and what was spent."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet

_BULAN = Q(bulan__gte=1, bulan__lte=12)


class RencanaPenarikan(models.Model):
    """The plan of withdrawals (halaman III DIPA) of a month for one kind of spending, whole rupiah."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField()
    jenis_belanja = models.CharField("jenis belanja", max_length=2)
    jumlah = models.BigIntegerField("rencana (Rp)")

    objects = MilikSatkerQuerySet["RencanaPenarikan"].as_manager()

    class Meta:
        verbose_name = "rencana penarikan dana"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "bulan", "jenis_belanja"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "tahun", "bulan", "jenis_belanja"], name="rencana_penarikan_satu_per_bulan"
            ),
            models.CheckConstraint(condition=_BULAN, name="rencana_penarikan_bulan"),
            models.CheckConstraint(condition=Q(jumlah__gte=0), name="rencana_penarikan_tidak_negatif"),
        )

    def __str__(self) -> str:
        return f"{self.tahun}-{self.bulan:02d} {self.jenis_belanja}"


class RealisasiBulanan(models.Model):
    """What was spent in one month, net of what was paid back (so it may be negative), whole rupiah.

    jenis_belanja: the first two digits of the akun, "" where not known. sumber: the document or version it is from.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=120)
    sumber_dana = models.CharField("sumber dana", max_length=20)
    jenis_belanja = models.CharField("jenis belanja", max_length=2, blank=True)
    jumlah = models.BigIntegerField("realisasi (Rp)")
    sumber = models.TextField("dokumen asal", blank=True)

    objects = MilikSatkerQuerySet["RealisasiBulanan"].as_manager()

    class Meta:
        verbose_name = "realisasi bulanan"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "bulan", "kode", "sumber_dana", "jenis_belanja"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "tahun", "bulan", "kode", "sumber_dana", "jenis_belanja"],
                name="realisasi_bulanan_satu_per_kode",
            ),
            models.CheckConstraint(condition=_BULAN, name="realisasi_bulanan_bulan"),
        )

    def __str__(self) -> str:
        return f"{self.tahun}-{self.bulan:02d} {self.kode} {self.sumber_dana}"
