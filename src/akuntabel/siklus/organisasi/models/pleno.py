"""Rapat pleno: the minutes, who was there, what was decided. What is signed is frozen (0002)."""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from akuntabel.siklus.organisasi.models.orang import Pejabat
from akuntabel.siklus.organisasi.models.satker import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet


class StatusBeritaAcara(StrEnum):
    """How far the minutes have come."""

    DISUSUN = "disusun"
    DITANDATANGANI = "ditandatangani"


class PeranPleno(StrEnum):
    """The part of a person in the meeting."""

    KETUA = "ketua"
    ANGGOTA = "anggota"


class JenisKeputusan(models.TextChoices):
    """What a decision sets."""

    TARGET = "target", "penetapan target kinerja"
    PERJANJIAN = "perjanjian", "penetapan perjanjian kinerja"
    LAPORAN = "laporan", "penetapan laporan kinerja"
    LAIN = "lain", "lain-lain"


class CaraTandaTangan(models.TextChoices):
    """How a signature came about."""

    AKUN = "akun", "dengan akunnya sendiri"
    BASAH = "basah", "tanda tangan basah"


class BeritaAcara(models.Model):
    """The minutes of a rapat pleno: drafted, then signed by the chair and every member who was there.

    sidik: SHA-256 of what was signed. versi counts the changes, so that nobody signs what they have not read.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="daftar_berita_acara")
    nomor = models.CharField(max_length=100)
    tanggal = models.DateField()
    tempat = models.CharField(max_length=200)
    agenda = models.TextField()
    pembahasan = models.TextField(blank=True)
    status = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in StatusBeritaAcara], default=StatusBeritaAcara.DISUSUN.value
    )
    sidik = models.CharField(max_length=64, blank=True)
    versi = models.PositiveIntegerField(default=0)

    objects = MilikSatkerQuerySet["BeritaAcara"].as_manager()

    class Meta:
        verbose_name = "berita acara"
        verbose_name_plural = "berita acara"
        ordering: ClassVar[list[str]] = ["-tanggal", "-id"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "nomor"],
                name="berita_acara_satu_per_nomor",
                violation_error_message="Satker ini sudah mempunyai berita acara bernomor itu.",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusBeritaAcara.DITANDATANGANI.value) | ~Q(sidik=""),
                name="berita_acara_tertanda_bersidik",
            ),
        )

    def __str__(self) -> str:
        return f"Berita Acara Nomor {self.nomor}"

    @property
    def is_beku(self) -> bool:
        """Signed by all who were there: nothing of it changes any more."""
        return self.status == StatusBeritaAcara.DITANDATANGANI.value


class PesertaPleno(models.Model):
    """Somebody called to the meeting. nama and jabatan as they were then, whatever becomes of the official's row."""

    berita_acara = models.ForeignKey(BeritaAcara, on_delete=models.CASCADE, related_name="daftar_peserta")
    pejabat = models.ForeignKey(Pejabat, on_delete=models.PROTECT, related_name="daftar_pleno")
    urut = models.PositiveSmallIntegerField(default=0)
    nama = models.CharField(max_length=200)
    jabatan = models.CharField(max_length=210)
    peran = models.CharField(max_length=20, choices=[(p.value, p.value) for p in PeranPleno])
    hadir = models.BooleanField(default=True)
    waktu_tanda_tangan = models.DateTimeField(null=True, blank=True)
    cara = models.CharField("cara tanda tangan", max_length=10, choices=CaraTandaTangan.choices, blank=True)

    class Meta:
        verbose_name = "peserta pleno"
        ordering: ClassVar[list[str]] = ["berita_acara_id", "urut", "id"]
        constraints = (
            models.UniqueConstraint(fields=["berita_acara", "pejabat"], name="peserta_satu_per_pejabat"),
            models.UniqueConstraint(
                fields=["berita_acara"], condition=Q(peran=PeranPleno.KETUA.value), name="peserta_satu_ketua"
            ),
            models.CheckConstraint(
                condition=Q(waktu_tanda_tangan__isnull=True) | (Q(hadir=True) & ~Q(cara="")),
                name="peserta_hadir_menandatangani",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nama}, {self.jabatan}"


class KeputusanPleno(models.Model):
    """One decision. What it sets (a target, an agreement, a report) points at it. setuju empty: by consensus."""

    berita_acara = models.ForeignKey(BeritaAcara, on_delete=models.CASCADE, related_name="daftar_keputusan")
    urut = models.PositiveSmallIntegerField()
    bunyi = models.TextField()
    jenis = models.CharField(max_length=20, choices=JenisKeputusan.choices, default=JenisKeputusan.LAIN)
    setuju = models.PositiveSmallIntegerField("jumlah yang setuju", null=True, blank=True)

    class Meta:
        verbose_name = "keputusan pleno"
        ordering: ClassVar[list[str]] = ["berita_acara_id", "urut"]
        constraints = (models.UniqueConstraint(fields=["berita_acara", "urut"], name="keputusan_satu_per_urut"),)

    def __str__(self) -> str:
        return f"Keputusan {self.urut}: {self.bunyi}"
