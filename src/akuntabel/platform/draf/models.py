"""What a person has typed into a form and not saved yet: nothing typed is lost to a closed lid or a broken line."""

from typing import ClassVar

from django.conf import settings
from django.db import models

TERLALU_BESAR = 256 * 1024  # bytes of one form
PALING_BANYAK = 100  # forms of one person; the oldest give way


class DrafIsian(models.Model):
    """The fields of one form at one address, as one person left them. Files and passwords are never part of it."""

    PANJANG_HALAMAN: ClassVar[int] = 300

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    halaman = models.CharField(max_length=300)
    isi = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "draf isian"
        constraints = (models.UniqueConstraint(fields=["pengguna", "halaman"], name="draf_satu_per_halaman"),)

    def __str__(self) -> str:
        return f"{self.pengguna} {self.halaman}"
