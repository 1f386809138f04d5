"""What a person is told, whether it was read, and how often a mail may come."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class Notifikasi(models.Model):
    """One message to one person. kunci: what it is about; while it is unread, the same is not said again.

    alamat: the page on this site where the person can act. disurelkan_pada: when a digest carried it.
    """

    PANJANG_TEKS: ClassVar[int] = 500

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="daftar_notifikasi")
    jenis = models.CharField(max_length=60)
    teks = models.CharField(max_length=PANJANG_TEKS)
    alamat = models.CharField(max_length=300)
    kunci = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    dibaca_pada = models.DateTimeField(null=True, blank=True)
    disurelkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "notifikasi"
        constraints = (
            models.UniqueConstraint(
                fields=["pengguna", "kunci"],
                condition=Q(dibaca_pada=None),
                name="notifikasi_satu_yang_belum_dibaca",
            ),
        )
        indexes = (
            models.Index(fields=["pengguna", "-created_at"], name="notifikasi_terbaru"),
            models.Index(fields=["kunci"], condition=Q(dibaca_pada=None), name="notifikasi_perihal"),
        )

    def __str__(self) -> str:
        return self.teks


class JadwalRingkasan(models.TextChoices):
    """How often a mail says what has not been read."""

    HARIAN = "harian", "Setiap hari, bila ada yang belum dibaca"
    MINGGUAN = "mingguan", "Setiap Senin, bila ada yang belum dibaca"
    TIDAK = "tidak", "Tidak perlu; saya membacanya di aplikasi"


class PilihanNotifikasi(models.Model):
    """What a person has chosen; who has not gets a mail a day."""

    pengguna = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    ringkasan = models.CharField(max_length=10, choices=JadwalRingkasan.choices, default=JadwalRingkasan.HARIAN.value)

    class Meta:
        verbose_name = "pilihan notifikasi"

    def __str__(self) -> str:
        return f"{self.pengguna}: {self.ringkasan}"


class Ringkasan(models.Model):
    """The mail of one person on one day: whoever writes the row sends it, so that no second one goes out.

    terkirim_pada None: it is on its way, or its sender was killed; what it held comes with the mail of the next day.
    """

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    tanggal = models.DateField()
    terkirim_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "ringkasan notifikasi"
        constraints = (models.UniqueConstraint(fields=["pengguna", "tanggal"], name="ringkasan_satu_per_hari"),)

    def __str__(self) -> str:
        return f"{self.pengguna} {self.tanggal}"
