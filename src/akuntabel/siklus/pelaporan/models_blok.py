"""The texts of a report: what each says now, what it said before, and what people have to say about it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from akuntabel.siklus.pelaporan.models_laporan import LaporanKinerja


class BlokLaporan(models.Model):
    """One text, by the name that the narrative of a data package has for it. isi: Markdown with slots.

    is_usulan: a draft sentence that no human has accepted yet; it is no part of the report's facts. versi counts what
    was written; 0 is a text that nobody has written, there because somebody commented on it.
    """

    laporan = models.ForeignKey(LaporanKinerja, on_delete=models.CASCADE, related_name="daftar_blok")
    nama = models.CharField(max_length=120)
    isi = models.TextField(blank=True)
    versi = models.PositiveIntegerField(default=0)
    is_usulan = models.BooleanField("kalimat usulan", default=False)
    pengubah = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diubah_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "blok laporan"
        ordering: ClassVar[list[str]] = ["laporan", "nama"]
        constraints = (models.UniqueConstraint(fields=["laporan", "nama"], name="blok_satu_per_nama"),)

    def __str__(self) -> str:
        return f"{self.laporan}: {self.nama}"


class VersiBlok(models.Model):
    """What a block said from a moment on; append-only. asal: where the words came from, for people to read."""

    blok = models.ForeignKey(BlokLaporan, on_delete=models.CASCADE, related_name="daftar_versi")
    versi = models.PositiveIntegerField()
    isi = models.TextField(blank=True)
    is_usulan = models.BooleanField(default=False)
    asal = models.CharField(max_length=200, blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    waktu = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "versi blok"
        ordering: ClassVar[list[str]] = ["blok", "-versi"]
        constraints = (models.UniqueConstraint(fields=["blok", "versi"], name="versi_blok_satu_per_nomor"),)

    def __str__(self) -> str:
        return f"{self.blok} versi {self.versi}"


class KomentarBlok(models.Model):
    """What somebody says about a block; with an assignee it is a task that somebody ends."""

    blok = models.ForeignKey(BlokLaporan, on_delete=models.CASCADE, related_name="daftar_komentar")
    teks = models.TextField("komentar")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField(auto_now_add=True)
    menanggapi = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="daftar_tanggapan"
    )
    ditugaskan_kepada = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ditugaskan kepada",
    )
    tenggat = models.DateField(null=True, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)
    selesai_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "komentar"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = (
            models.CheckConstraint(
                condition=Q(tenggat__isnull=True) | Q(ditugaskan_kepada__isnull=False), name="komentar_tenggat_bertugas"
            ),
            models.CheckConstraint(
                condition=Q(selesai_pada__isnull=True, selesai_oleh__isnull=True)
                | Q(selesai_pada__isnull=False, selesai_oleh__isnull=False),
                name="komentar_selesai_oleh_seseorang",
            ),
        )

    def __str__(self) -> str:
        return self.teks[:60]

    @property
    def is_selesai(self) -> bool:
        """Nothing is left to do about it."""
        return self.selesai_pada is not None
