"""Pohon kinerja: conditions and what brings them about. Not a tree but a DAG, and never the organisation chart.

PermenPANRB 89/2021: from the outcome over its conditions down to the most operational one; each names its indicators.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from akuntabel.siklus.organisasi.models import Satker, Unit
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perencanaan.models.indikator import Indikator
from akuntabel.siklus.perencanaan.models.renstra import Renstra, Sasaran
from akuntabel.siklus.perencanaan.models.tersunting import Tersunting


class TingkatKondisi(models.TextChoices):
    """How far a condition stands from what citizens feel."""

    HASIL_AKHIR = "hasil_akhir", "hasil akhir"
    HASIL_ANTARA = "hasil_antara", "hasil antara"
    HASIL_LANGSUNG = "hasil_langsung", "hasil langsung"
    KELUARAN = "keluaran", "keluaran"


class KondisiKinerja(Tersunting):
    """One condition of the tree of an office under a plan, of its own or adopted."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    renstra = models.ForeignKey(Renstra, on_delete=models.CASCADE, related_name="daftar_kondisi")
    kode = models.CharField(max_length=40)
    tingkat = models.CharField(max_length=20, choices=TingkatKondisi.choices)
    nama = models.TextField("kondisi")
    sasaran = models.ForeignKey(Sasaran, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    indikator = models.ForeignKey(Indikator, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="unit pengampu"
    )
    urut = models.PositiveSmallIntegerField(default=0)

    objects = MilikSatkerQuerySet["KondisiKinerja"].as_manager()

    class Meta:
        verbose_name = "kondisi kinerja"
        ordering: ClassVar[list[str]] = ["urut", "kode"]
        constraints = (models.UniqueConstraint(fields=["satker", "renstra", "kode"], name="kondisi_satu_per_kode"),)

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class JenisHubungan(models.TextChoices):
    """Why two conditions are joined."""

    SEBAB = "sebab", "sebab akibat"
    CROSSCUTTING = "crosscutting", "crosscutting"


class HubunganKinerja(models.Model):
    """``bawah`` brings ``atas`` about; crosscutting: together with a partner, an office or unit named in words."""

    atas = models.ForeignKey(KondisiKinerja, on_delete=models.CASCADE, related_name="daftar_hubungan_bawah")
    bawah = models.ForeignKey(KondisiKinerja, on_delete=models.CASCADE, related_name="daftar_hubungan_atas")
    jenis = models.CharField(max_length=20, choices=JenisHubungan.choices, default=JenisHubungan.SEBAB)
    mitra = models.CharField("mitra", max_length=200, blank=True)
    peran_mitra = models.CharField("peran mitra", max_length=300, blank=True)

    class Meta:
        verbose_name = "hubungan kinerja"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = (
            models.UniqueConstraint(fields=["atas", "bawah"], name="hubungan_satu_per_pasangan"),
            models.CheckConstraint(condition=~Q(atas=F("bawah")), name="hubungan_bukan_diri_sendiri"),
            models.CheckConstraint(
                condition=Q(jenis=JenisHubungan.SEBAB, mitra="") | (Q(jenis=JenisHubungan.CROSSCUTTING) & ~Q(mitra="")),
                name="hubungan_crosscutting_bermitra",
            ),
        )

    def __str__(self) -> str:
        return f"{self.bawah} → {self.atas}"
