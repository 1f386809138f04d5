"""A file by what it holds: the same bytes are kept once, whoever brings them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from akuntabel.platform.files.retensi import Retensi


class Berkas(models.Model):
    """The bytes of one SHA-256. Who may see it is said by what points at it, never by the file."""

    sidik = models.CharField("SHA-256", max_length=64, unique=True)
    nama = models.CharField(max_length=160)  # as it came first; what points here may show another
    jenis = models.CharField("jenis media", max_length=100)
    ukuran = models.BigIntegerField("ukuran (bita)")
    retensi = models.CharField(max_length=20, choices=Retensi.choices)
    pengunggah = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="pengunggah"
    )
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "berkas"
        constraints = (
            models.CheckConstraint(condition=Q(ukuran__gt=0), name="berkas_tidak_kosong"),
            models.CheckConstraint(condition=Q(retensi__in=Retensi.values), name="berkas_retensi_dikenal"),
        )

    def __str__(self) -> str:
        return self.nama

    @property
    def letak(self) -> str:
        """Where the storage holds the bytes: two levels of folders, so that none grows large."""
        return f"{self.sidik[:2]}/{self.sidik[2:4]}/{self.sidik}"
