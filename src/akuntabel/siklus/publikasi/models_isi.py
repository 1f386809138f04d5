"""The figures of a published report as rows: sasaran, indicators, earlier years, budget. Frozen with it (0002)."""

from typing import ClassVar

from django.db import models

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.siklus.publikasi.models_terbitan import Terbitan

_STATUS = [(s.value, s.label) for s in StatusNilai]


class SasaranTerbit(models.Model):
    """A sasaran strategis of the report, rolled up. cakupan: over how many of its indicators ("3 dari 4")."""

    terbitan = models.ForeignKey(Terbitan, on_delete=models.PROTECT, related_name="daftar_sasaran")
    kode = models.CharField(max_length=40)
    nama = models.TextField()
    capaian = models.TextField(blank=True)
    capaian_tercetak = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=30, choices=_STATUS)
    alasan = models.TextField(blank=True)
    jejak = models.JSONField(null=True, blank=True)
    kategori = models.CharField(max_length=60, blank=True)
    jumlah_terukur = models.PositiveIntegerField(default=0)
    jumlah_indikator = models.PositiveIntegerField(default=0)
    urut = models.PositiveIntegerField()

    class Meta:
        verbose_name = "sasaran terbit"
        ordering: ClassVar[list[str]] = ["terbitan", "urut"]
        constraints = (models.UniqueConstraint(fields=["terbitan", "kode"], name="sasaran_terbit_satu_per_kode"),)

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class IndikatorTerbit(models.Model):
    """An indicator of the report: what it means, what was promised, reached, and how that was reckoned.

    sasaran: the code of its sasaran. target, realisasi, capaian: exact, as the data package writes them; ``_tercetak``
    as the document prints them. capaian is the uncapped one, capaian_terbatas the one that is rolled up; jejak: its
    trace. realisasi_tercetak of what has no figure is its status in words. silsilah: the indicator through all
    versions of the plan, None where the report came from outside.
    """

    terbitan = models.ForeignKey(Terbitan, on_delete=models.PROTECT, related_name="daftar_indikator")
    sasaran = models.CharField("kode sasaran", max_length=40)
    kode = models.CharField(max_length=40)
    silsilah = models.UUIDField(null=True, blank=True)
    nama = models.TextField()
    definisi = models.TextField(blank=True)
    satuan = models.CharField(max_length=60)
    arah = models.CharField(max_length=20, choices=[(a.value, a.value) for a in Arah])
    rumus = models.TextField(blank=True)
    sumber = models.TextField("sumber data", blank=True)
    target = models.CharField(max_length=200)
    target_tercetak = models.CharField(max_length=200)
    realisasi = models.TextField(blank=True)
    realisasi_tercetak = models.CharField(max_length=200, blank=True)
    capaian = models.TextField(blank=True)
    capaian_tercetak = models.CharField(max_length=200, blank=True)
    capaian_terbatas = models.TextField(blank=True)
    status = models.CharField(max_length=30, choices=_STATUS)
    alasan = models.TextField(blank=True)
    is_tercapai = models.BooleanField("mencapai target", null=True, blank=True)
    kategori = models.CharField(max_length=60, blank=True)
    jejak = models.JSONField(null=True, blank=True)
    jejak_realisasi = models.JSONField(null=True, blank=True)
    urut = models.PositiveIntegerField()

    class Meta:
        verbose_name = "indikator terbit"
        ordering: ClassVar[list[str]] = ["terbitan", "urut"]
        constraints = (models.UniqueConstraint(fields=["terbitan", "kode"], name="indikator_terbit_satu_per_kode"),)

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class RiwayatTerbit(models.Model):
    """What the report says of an indicator in another year: its result then, and the target of the Renstra.

    Reports of earlier years may never have been published here; a comparison over years still has these.
    """

    terbitan = models.ForeignKey(Terbitan, on_delete=models.PROTECT, related_name="daftar_riwayat")
    indikator = models.CharField("kode indikator", max_length=40)
    tahun = models.PositiveSmallIntegerField()
    target = models.CharField(max_length=200, blank=True)
    realisasi = models.CharField(max_length=200, blank=True)
    target_renstra = models.CharField(max_length=200, blank=True)
    peristiwa = models.TextField(blank=True)
    sumber = models.TextField(blank=True)
    urut = models.PositiveIntegerField()

    class Meta:
        verbose_name = "riwayat terbit"
        verbose_name_plural = "riwayat terbit"
        ordering: ClassVar[list[str]] = ["terbitan", "urut"]

    def __str__(self) -> str:
        return f"{self.indikator} tahun {self.tahun}"


class AnggaranTerbit(models.Model):
    """A line of the budget of the report, leaf or sum; whole rupiah, None where it is not known.

    serapan: percent to its last digit. kedalaman: depth in the tree, 1 the top.
    """

    terbitan = models.ForeignKey(Terbitan, on_delete=models.PROTECT, related_name="daftar_anggaran")
    kode = models.CharField(max_length=120)
    induk = models.CharField("kode induk", max_length=120, blank=True)
    nama = models.TextField()
    tingkat = models.CharField(max_length=20)
    kedalaman = models.PositiveSmallIntegerField()
    sumber_dana = models.CharField(max_length=20)
    pagu = models.BigIntegerField()
    realisasi = models.BigIntegerField(null=True, blank=True)
    sisa = models.BigIntegerField(null=True, blank=True)
    serapan = models.TextField(blank=True)
    serapan_tercetak = models.CharField(max_length=60, blank=True)
    urut = models.PositiveIntegerField()

    class Meta:
        verbose_name = "anggaran terbit"
        verbose_name_plural = "anggaran terbit"
        ordering: ClassVar[list[str]] = ["terbitan", "urut"]
        constraints = (
            models.UniqueConstraint(
                fields=["terbitan", "kode", "sumber_dana"], name="anggaran_terbit_satu_per_kode_dan_sumber"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kode} {self.nama} ({self.sumber_dana})"
