"""Reports of whatever office that somebody had checked: one file or many at once, with what was found in each."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet


class KirimanPeriksa(models.Model):
    """Files handed in together, to be checked and compared. satker: the office where it was asked. tugas: the job."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    keterangan = models.CharField(max_length=200, blank=True)
    pengunggah = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tugas = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = MilikSatkerQuerySet["KirimanPeriksa"].as_manager()

    class Meta:
        verbose_name = "kiriman periksa"
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return self.keterangan or f"Pemeriksaan {self.pk}"


class StatusPeriksa(models.TextChoices):
    """What became of one file."""

    MENUNGGU = "menunggu", "menunggu"
    SELESAI = "selesai", "selesai"
    GAGAL = "gagal", "tidak terbaca"


class PeriksaLaporan(models.Model):
    """One report that was checked. satker_terbaca, tahun_terbaca: whose it is by its own words.

    hasil: the findings as plain values (core.checker.keluaran.data); halaman: the page to hand on, deflated.
    per_keluarga: findings by family of rules.
    """

    kiriman = models.ForeignKey(KirimanPeriksa, on_delete=models.CASCADE, related_name="daftar_laporan")
    urut = models.PositiveIntegerField()
    nama = models.CharField(max_length=160)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=StatusPeriksa.choices, default=StatusPeriksa.MENUNGGU)
    pesan = models.TextField(blank=True)
    satker_terbaca = models.CharField(max_length=300, blank=True)
    tahun_terbaca = models.PositiveSmallIntegerField(null=True, blank=True)
    jumlah_galat = models.PositiveIntegerField(default=0)
    jumlah_peringatan = models.PositiveIntegerField(default=0)
    jumlah_info = models.PositiveIntegerField(default=0)
    per_keluarga = models.JSONField(default=dict, blank=True)
    angka_diperiksa = models.PositiveIntegerField(default=0)
    jumlah_tabel = models.PositiveIntegerField(default=0)
    hasil = models.JSONField(default=dict, blank=True)
    halaman = models.BinaryField(default=bytes, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "laporan yang diperiksa"
        ordering: ClassVar[list[str]] = ["kiriman", "urut"]
        constraints = (models.UniqueConstraint(fields=["kiriman", "urut"], name="periksa_laporan_satu_per_urutan"),)

    def __str__(self) -> str:
        return self.nama

    @property
    def jumlah_temuan(self) -> int:
        """All findings."""
        return self.jumlah_galat + self.jumlah_peringatan + self.jumlah_info
