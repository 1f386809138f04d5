"""The officials of an office, and who may do what in it."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.siklus.organisasi.models.satker import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet, PejabatQuerySet


class Pejabat(models.Model):
    """A person in a post for a while; the post stays when the person goes. sifat: tetap, Plt. or Plh.

    pengguna: the account this person signs in with, where there is one. The database refuses two who hold one post
    (office and jabatan) as tetap at the same time, except where a post has several holders: anggota and pereviu.
    """

    class Sifat(models.TextChoices):
        TETAP = "tetap", "tetap"
        PLT = "Plt.", "Plt."
        PLH = "Plh.", "Plh."

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="daftar_pejabat")
    kode = models.SlugField(max_length=60)
    urut = models.PositiveIntegerField(default=0)
    peran = models.CharField(max_length=20, choices=[(p.value, p.value) for p in PeranPejabat])
    jabatan = models.CharField(max_length=200)
    nama = models.CharField(max_length=200, blank=True)
    nip = models.CharField("NIP", max_length=18, blank=True, validators=[RegexValidator(r"^\d{18}$")])
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.TETAP)
    mulai = models.DateField("mulai menjabat", null=True, blank=True)
    selesai = models.DateField("selesai menjabat", null=True, blank=True)
    sumber = models.TextField(blank=True)
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="daftar_pejabat",
        verbose_name="akun",
    )
    versi = models.PositiveIntegerField(default=0)

    objects = PejabatQuerySet["Pejabat"].as_manager()

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat"
        ordering: ClassVar[list[str]] = ["satker_id", "urut", "id"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "kode"],
                name="pejabat_satu_per_kode",
                violation_error_message="Satker ini sudah mempunyai pejabat dengan kode itu.",
            ),
            models.CheckConstraint(
                condition=Q(mulai__isnull=True) | Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")),
                name="pejabat_selesai_sesudah_mulai",
                violation_error_message="Masa jabatan berakhir sebelum dimulai; betulkan salah satu tanggalnya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.sebutan}: {self.nama or 'belum diisi'}"

    @property
    def sebutan(self) -> str:
        """The post with Plt. or Plh. before it."""
        return self.jabatan if self.sifat == self.Sifat.TETAP else f"{self.sifat} {self.jabatan}"

    def is_berlaku(self, pada: date | None = None) -> bool:
        """Whether the person holds the post on that day (today); an unknown day counts as open."""
        hari = pada or timezone.localdate()
        return (self.mulai is None or self.mulai <= hari) and (self.selesai is None or hari <= self.selesai)


class Peran(StrEnum):
    """What a person does in an office."""

    PERENCANA = "perencana"
    PENGELOLA_DATA = "pengelola_data"
    PIMPINAN = "pimpinan"
    AUDITOR = "auditor"
    EVALUATOR = "evaluator"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"

    @property
    def is_melihat_bawahan(self) -> bool:
        """Whether the role looks at the offices below too; the admin founds them and appoints their first admin."""
        return self in (Peran.SUPERVISOR, Peran.AUDITOR, Peran.EVALUATOR, Peran.ADMIN)

    @property
    def sebutan(self) -> str:
        """The role as people write it."""
        return self.value.replace("_", " ")


class Penugasan(models.Model):
    """A role of a person in an office, for a while."""

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="daftar_penugasan", verbose_name="pengguna"
    )
    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="daftar_penugasan")
    peran = models.CharField(max_length=20, choices=[(p.value, p.sebutan) for p in Peran])
    mulai = models.DateField(null=True, blank=True)
    selesai = models.DateField(null=True, blank=True)

    objects = MilikSatkerQuerySet["Penugasan"].as_manager()

    class Meta:
        verbose_name = "penugasan"
        constraints = (
            models.UniqueConstraint(fields=["pengguna", "satker", "peran"], name="penugasan_satu_per_peran"),
        )

    def __str__(self) -> str:
        return f"{self.pengguna} sebagai {self.peran_enum.sebutan} di {self.satker}"

    @property
    def peran_enum(self) -> Peran:
        """The role as a value of the closed list."""
        return Peran(self.peran)

    def is_berlaku(self, pada: date | None = None) -> bool:
        """Whether the role holds on that day (today)."""
        hari = pada or timezone.localdate()
        return (self.mulai is None or self.mulai <= hari) and (self.selesai is None or hari <= self.selesai)
