"""Laporan Kinerja per entity, year, kind and revision, with its issues, steps and documents. Signed, it is frozen."""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.organisasi.models import EntitasPelapor, Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet

ROMAWI = ("I", "II", "III", "IV")


class StatusLaporan(StrEnum):
    """How far a report has come."""

    DISUSUN = "disusun"
    DIAJUKAN = "diajukan"
    DIREVIU = "direviu"
    DITANDATANGANI = "ditandatangani"


class JenisLaporan(models.TextChoices):
    """What part of a year a report is about (Perpres 29/2014: annual, and interim with the financial report)."""

    TAHUNAN = "tahunan", "tahunan"
    TRIWULAN = "triwulan", "triwulan"
    INTERIM = "interim", "interim"


class LaporanKinerja(models.Model):
    """One report of one entity. revisi 0 is the first; the newest is the one that counts.

    triwulan: the quarter that a quarterly or interim report ends with. versi counts changes of state and identity,
    versi_isu and versi_langkah those of the two tables, so that of two people who act at once one is told. kebijakan:
    blank means the one by which the year is measured. penanda_tangan, pereviu: codes of officials. dasar: ids of
    regulations. sidik: hash of the facts that were submitted, then of those that were signed; paket: those facts as a
    data package, kept from the signature on. is_impor: it came with a package.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    entitas = models.ForeignKey(
        EntitasPelapor, on_delete=models.PROTECT, related_name="+", verbose_name="entitas pelapor"
    )
    jenis = models.CharField(max_length=10, choices=JenisLaporan.choices, default=JenisLaporan.TAHUNAN.value)
    triwulan = models.PositiveSmallIntegerField(null=True, blank=True)
    revisi = models.PositiveSmallIntegerField(default=0)
    alasan_revisi = models.TextField("alasan revisi", blank=True)
    status = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in StatusLaporan], default=StatusLaporan.DISUSUN.value
    )
    versi = models.PositiveIntegerField(default=0)
    versi_isu = models.PositiveIntegerField(default=0)
    versi_langkah = models.PositiveIntegerField(default=0)
    tema = models.CharField("tema pada sampul", max_length=200, blank=True)
    kebijakan = models.CharField("kebijakan hitung", max_length=60, blank=True)
    tempat = models.CharField("tempat penandatanganan", max_length=100)
    tanggal = models.DateField("tanggal laporan", null=True, blank=True)
    bulan = models.CharField("bulan dan tahun pada sampul", max_length=40)
    penanda_tangan = models.CharField("penanda tangan", max_length=60)
    pereviu = models.CharField("pereviu", max_length=60)
    dasar = models.JSONField("dasar hukum", default=list, blank=True)
    ambang_serapan = models.PositiveSmallIntegerField("target serapan anggaran (%)", null=True, blank=True)
    pengaju = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diajukan_pada = models.DateTimeField("diajukan pada", null=True, blank=True)
    sidik = models.CharField(max_length=64, blank=True, editable=False)
    paket = models.ForeignKey(Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_impor = models.BooleanField("diimpor", default=False, editable=False)

    objects = MilikSatkerQuerySet["LaporanKinerja"].as_manager()

    class Meta:
        verbose_name = "laporan kinerja"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "entitas", "jenis", "triwulan", "revisi"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "tahun", "entitas", "jenis", "revisi"],
                condition=Q(triwulan__isnull=True),
                name="laporan_tahunan_satu_per_revisi",
            ),
            models.UniqueConstraint(
                fields=["satker", "tahun", "entitas", "jenis", "triwulan", "revisi"],
                condition=Q(triwulan__isnull=False),
                name="laporan_triwulan_satu_per_revisi",
            ),
            models.CheckConstraint(
                condition=Q(jenis=JenisLaporan.TAHUNAN.value, triwulan__isnull=True)
                | (
                    ~Q(jenis=JenisLaporan.TAHUNAN.value)
                    & Q(triwulan__isnull=False, triwulan__gte=1, triwulan__lte=4)  # NULL would pass every comparison
                ),
                name="laporan_triwulan_sesuai_jenis",
            ),
            models.CheckConstraint(
                condition=Q(revisi=0, alasan_revisi="") | (Q(revisi__gt=0) & ~Q(alasan_revisi="")),
                name="laporan_revisi_beralasan",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusLaporan.DISUSUN.value) | ~Q(sidik=""), name="laporan_diajukan_bersidik"
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusLaporan.DITANDATANGANI.value)
                | Q(tanggal__isnull=False, paket__isnull=False)
                | (Q(tanggal__isnull=False) & ~Q(jenis=JenisLaporan.TAHUNAN.value)),
                name="laporan_tertanda_berpaket",
            ),
        )

    def __str__(self) -> str:
        revisi = f" revisi {self.revisi}" if self.revisi else ""
        return f"{self.nama_jenis} {self.entitas} {self.tahun}{revisi}"

    @property
    def nama_jenis(self) -> str:
        """What it is called, without its year."""
        if self.triwulan is None:
            return "Laporan Kinerja"
        return f"Laporan Kinerja {self.get_jenis_display()} {ROMAWI[self.triwulan - 1]}"

    @property
    def is_tahunan(self) -> bool:
        """About the whole year, and so with the chapters of PermenPANRB 53/2014."""
        return self.jenis == JenisLaporan.TAHUNAN.value

    @property
    def is_disusun(self) -> bool:
        """Its text may be changed."""
        return self.status == StatusLaporan.DISUSUN.value

    @property
    def is_beku(self) -> bool:
        """Signed: only a revision can change it."""
        return self.status == StatusLaporan.DITANDATANGANI.value


class IsuLaporan(models.Model):
    """A main problem of the office, as Bab I tells it. The table is written as a whole; its rows keep its order."""

    laporan = models.ForeignKey(LaporanKinerja, on_delete=models.CASCADE, related_name="daftar_isu")
    urut = models.PositiveIntegerField("urutan")
    isu = models.TextField()
    uraian = models.TextField()
    sasaran = models.CharField("kode sasaran", max_length=60, blank=True)

    class Meta:
        verbose_name = "isu strategis"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = (models.UniqueConstraint(fields=["laporan", "urut"], name="isu_satu_per_urutan"),)

    def __str__(self) -> str:
        return self.isu


class LangkahLaporan(models.Model):
    """A step ahead, as Bab IV promises it: what, who, until when, for which indicator."""

    laporan = models.ForeignKey(LaporanKinerja, on_delete=models.CASCADE, related_name="daftar_langkah")
    urut = models.PositiveIntegerField("urutan")
    teks = models.TextField("langkah")
    pengampu = models.CharField("kode unit", max_length=60, blank=True)
    tenggat = models.DateField(null=True, blank=True)
    indikator = models.CharField("kode indikator", max_length=60, blank=True)

    class Meta:
        verbose_name = "langkah ke depan"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = (models.UniqueConstraint(fields=["laporan", "urut"], name="langkah_satu_per_urutan"),)

    def __str__(self) -> str:
        return self.teks
