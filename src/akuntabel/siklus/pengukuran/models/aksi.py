"""What became of the actions that the rencana aksi promised; it feeds analysis 5 of the report."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.pengukuran.models.fakta import Bukti
from akuntabel.siklus.perjanjian.models import Aksi


class StatusAksi(models.TextChoices):
    """How far an action is. A claim that it is done needs its evidence."""

    BERJALAN = "berjalan", "sedang dilaksanakan"
    SELESAI = "selesai", "selesai"
    TERHAMBAT = "terhambat", "terhambat"
    DITINDAKLANJUTI = "ditindaklanjuti", "hambatan ditindaklanjuti"


class RealisasiAksi(models.Model):
    """The state of one action: done with evidence; or an obstacle, and what is done about it.

    tindak_lanjut: what is done about the obstacle, tenggat: until when. versi counts the changes.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    aksi = models.OneToOneField(Aksi, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=20, choices=StatusAksi.choices, default=StatusAksi.BERJALAN)
    uraian = models.TextField("yang sudah dilaksanakan", blank=True)
    tanggal = models.DateField("tanggal selesai", null=True, blank=True)
    bukti = models.ForeignKey(Bukti, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    hambatan = models.TextField(blank=True)
    tindak_lanjut = models.TextField("tindak lanjut", blank=True)
    tenggat = models.DateField("tenggat tindak lanjut", null=True, blank=True)
    pencatat = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    versi = models.PositiveIntegerField(default=0)

    objects = MilikSatkerQuerySet["RealisasiAksi"].as_manager()

    class Meta:
        verbose_name = "realisasi aksi"
        verbose_name_plural = "realisasi aksi"
        ordering: ClassVar[list[str]] = ["aksi"]
        constraints = (
            models.CheckConstraint(
                condition=~Q(status=StatusAksi.SELESAI) | Q(bukti__isnull=False, tanggal__isnull=False),
                name="realisasi_aksi_selesai_berbukti",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[StatusAksi.TERHAMBAT, StatusAksi.DITINDAKLANJUTI]) | ~Q(hambatan=""),
                name="realisasi_aksi_terhambat_beralasan",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusAksi.DITINDAKLANJUTI) | ~Q(tindak_lanjut=""),
                name="realisasi_aksi_tindak_lanjut_terisi",
            ),
        )

    def __str__(self) -> str:
        return f"{self.aksi}: {self.get_status_display()}"
