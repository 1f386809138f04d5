"""A job as everybody may follow it: how far it is, what came out, who asked for it."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna

DETAK = timedelta(seconds=3)  # a worker says this often that it lives
HILANG = timedelta(seconds=15)  # silent for so long, it is taken for dead
PERCOBAAN_TERBANYAK = 3  # a job that killed so many workers is not given to another


class StatusTugas(models.TextChoices):
    """Where a job is."""

    MENUNGGU = "menunggu", "menunggu"
    BERJALAN = "berjalan", "berjalan"
    SELESAI = "selesai", "selesai"
    GAGAL = "gagal", "gagal"


class TugasQuerySet(models.QuerySet["Tugas"]):
    """Jobs, by who may see or take them."""

    def visible_to(self, pengguna: Pengguna) -> "TugasQuerySet":
        """Those that this person asked for."""
        return self.filter(pemilik=pengguna)

    def terbuka(self) -> "TugasQuerySet":
        """Those that a worker may take: waiting, or left by a worker that has fallen silent."""
        ditinggal = Q(status=StatusTugas.BERJALAN, detak__lt=timezone.now() - HILANG)
        return self.filter(Q(status=StatusTugas.MENUNGGU) | ditinggal)

    def claim(self, pk: uuid.UUID, pekerja: str) -> "Tugas | None":
        """Take a job, in one UPDATE: of several workers one gets it, the others None."""
        kini = timezone.now()
        diambil = (
            self.terbuka()
            .filter(pk=pk)
            .update(
                status=StatusTugas.BERJALAN, pekerja=pekerja, percobaan=F("percobaan") + 1, detak=kini, mulai_at=kini
            )
        )
        return self.get(pk=pk) if diambil else None


class Tugas(models.Model):
    """One job. A row belongs to the attempt whose number it carries; who was overtaken can write nothing more."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nama = models.CharField(max_length=200)  # module path of the job
    argumen = models.JSONField(default=dict, encoder=DjangoJSONEncoder)  # {"args": […], "kwargs": {…}}
    pemilik = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="pemilik"
    )
    status = models.CharField(max_length=10, choices=StatusTugas.choices, default=StatusTugas.MENUNGGU)
    persen = models.PositiveSmallIntegerField(default=0)
    pesan = models.CharField(max_length=500, blank=True)
    hasil = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    galat = models.TextField(blank=True)  # traceback, for who looks after the machine
    percobaan = models.PositiveSmallIntegerField(default=0)
    pekerja = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    mulai_at = models.DateTimeField(null=True)
    detak = models.DateTimeField(null=True)
    selesai_at = models.DateTimeField(null=True)

    objects = TugasQuerySet.as_manager()

    class Meta:
        verbose_name = "tugas latar"
        constraints = (
            models.CheckConstraint(condition=Q(status__in=StatusTugas.values), name="tugas_status_dikenal"),
            models.CheckConstraint(condition=Q(persen__lte=100), name="tugas_persen_paling_banyak_100"),
        )
        indexes = (
            models.Index(fields=["created_at"], name="tugas_terbuka", condition=Q(status__in=("menunggu", "berjalan"))),
            models.Index(fields=["pemilik", "-created_at"], name="tugas_pemilik"),
        )

    def __str__(self) -> str:
        return f"{self.nama} {self.status}"

    @property
    def is_selesai(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.status in (StatusTugas.SELESAI, StatusTugas.GAGAL)
