"""Files that a report was given out as, and Word files that came back edited."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from akuntabel.core.render.berkas import Format
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.tasks.models import Tugas


class DokumenLaporan(models.Model):
    """One file of a report, made from facts of one hash: facts that did not change give the file that is there.

    versi_blok: which version of each text stands in it, so that what comes back can be compared with what was given
    out. berkas: empty until the task has made it.
    """

    laporan = models.ForeignKey("pelaporan.LaporanKinerja", on_delete=models.CASCADE, related_name="daftar_dokumen")
    format = models.CharField(max_length=5, choices=[(f.value, f.value.upper()) for f in Format])
    sidik_fakta = models.CharField("SHA-256 fakta", max_length=64)
    versi_blok = models.JSONField(default=dict)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, null=True, related_name="+")
    tugas = models.ForeignKey(Tugas, on_delete=models.SET_NULL, null=True, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "dokumen laporan"
        ordering: ClassVar[list[str]] = ["-dibuat_pada", "-pk"]
        constraints = (
            models.UniqueConstraint(fields=["laporan", "format", "sidik_fakta"], name="dokumen_laporan_satu_per_fakta"),
            models.CheckConstraint(
                condition=Q(format__in=[f.value for f in Format]), name="dokumen_laporan_format_dikenal"
            ),
        )

    def __str__(self) -> str:
        return f"{self.laporan} {self.format.upper()}"


class UnggahanWord(models.Model):
    """A Word file of the report that somebody edited outside. What it changes is offered, never taken over unasked.

    dokumen: the file that was given out and came back changed; none where the file does not say which it was.
    ditolak: names of the texts whose changes a person has declined.
    """

    laporan = models.ForeignKey("pelaporan.LaporanKinerja", on_delete=models.CASCADE, related_name="daftar_unggahan")
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    dokumen = models.ForeignKey(DokumenLaporan, on_delete=models.SET_NULL, null=True, related_name="+")
    nama = models.CharField("nama berkas", max_length=160)
    ditolak = models.JSONField(default=list)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "berkas Word yang disunting"
        ordering: ClassVar[list[str]] = ["-waktu", "-pk"]

    def __str__(self) -> str:
        return f"{self.laporan}: {self.nama}"
