"""Offices as a tree, their units, their officials, and who may do what in them."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from akuntabel.core.fakta.organisasi import JenisUnit, PeranPejabat
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet, SatkerQuerySet

LEBAR_LANGKAH = 6  # digits of one step of a path: ids up to 999.999


class JenisSatker(StrEnum):
    """Where an office stands in its ministry."""

    PUSAT = "pusat"
    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    LAIN = "lain"


class Satker(models.Model):
    """An office that is accountable for its own performance (entitas akuntabilitas kinerja, Perpres 29/2014 Pasal 3).

    The parent is the truth; ``path`` is derived from it (zero-padded ids from the root), so that an office with all
    that lies below it is one range of an index.
    """

    kode = models.CharField("kode satker", max_length=20, unique=True)
    nama = models.CharField("nama", max_length=200)
    nama_lengkap = models.CharField("nama resmi", max_length=300)
    jenis = models.CharField(max_length=20, choices=[(j.value, j.value) for j in JenisSatker])
    induk = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_bawahan", verbose_name="induk"
    )
    path = models.CharField(max_length=120, unique=True, editable=False)
    kota = models.CharField("tempat penandatanganan", max_length=100)
    entitas = models.CharField("entitas pelapor", max_length=100)
    kementerian = models.CharField("kementerian/lembaga", max_length=200)
    alamat = models.TextField(blank=True)
    laman = models.URLField("situs web", blank=True)
    is_aktif = models.BooleanField("aktif", default=True)

    objects = SatkerQuerySet["Satker"].as_manager()

    class Meta:
        verbose_name = "satker"
        ordering: ClassVar[list[str]] = ["path"]
        constraints = (models.CheckConstraint(condition=~Q(induk=F("id")), name="satker_bukan_induk_sendiri"),)

    def __str__(self) -> str:
        return self.nama


class Unit(models.Model):
    """A division of the commission or a part of its secretariat."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="daftar_unit")
    kode = models.SlugField(max_length=60)
    jenis = models.CharField(max_length=20, choices=[(j.value, j.value) for j in JenisUnit])
    nama = models.CharField(max_length=200)
    induk = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_bawahan")

    objects = MilikSatkerQuerySet["Unit"].as_manager()

    class Meta:
        verbose_name = "unit"
        constraints = (models.UniqueConstraint(fields=["satker", "kode"], name="unit_satu_per_kode"),)

    def __str__(self) -> str:
        return self.nama


class Pejabat(models.Model):
    """A person in a post for a while; the post stays when the person goes. sifat: tetap, Plt. or Plh."""

    class Sifat(models.TextChoices):
        TETAP = "tetap", "tetap"
        PLT = "Plt.", "Plt."
        PLH = "Plh.", "Plh."

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="daftar_pejabat")
    kode = models.SlugField(max_length=60)
    peran = models.CharField(max_length=20, choices=[(p.value, p.value) for p in PeranPejabat])
    jabatan = models.CharField(max_length=200)
    nama = models.CharField(max_length=200, blank=True)
    nip = models.CharField("NIP", max_length=18, blank=True, validators=[RegexValidator(r"^\d{18}$")])
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.TETAP)
    mulai = models.DateField(null=True, blank=True)
    selesai = models.DateField(null=True, blank=True)

    objects = MilikSatkerQuerySet["Pejabat"].as_manager()

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat"
        constraints = (
            models.UniqueConstraint(fields=["satker", "kode"], name="pejabat_satu_per_kode"),
            models.CheckConstraint(
                condition=Q(mulai__isnull=True) | Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")),
                name="pejabat_selesai_sesudah_mulai",
            ),
        )

    def __str__(self) -> str:
        sifat = "" if self.sifat == self.Sifat.TETAP else f"{self.sifat} "
        return f"{sifat}{self.jabatan}: {self.nama or 'belum diisi'}"


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
        """Whether the role looks at the offices below too."""
        return self in (Peran.SUPERVISOR, Peran.AUDITOR, Peran.EVALUATOR)


class Penugasan(models.Model):
    """A role of a person in an office, for a while."""

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="daftar_penugasan", verbose_name="pengguna"
    )
    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="daftar_penugasan")
    peran = models.CharField(max_length=20, choices=[(p.value, p.value.replace("_", " ")) for p in Peran])
    mulai = models.DateField(null=True, blank=True)
    selesai = models.DateField(null=True, blank=True)

    objects = MilikSatkerQuerySet["Penugasan"].as_manager()

    class Meta:
        verbose_name = "penugasan"
        constraints = (
            models.UniqueConstraint(fields=["pengguna", "satker", "peran"], name="penugasan_satu_per_peran"),
        )

    def __str__(self) -> str:
        return f"{self.pengguna} sebagai {self.peran} di {self.satker}"

    @property
    def peran_enum(self) -> Peran:
        """The role as a value of the closed list."""
        return Peran(self.peran)

    def is_berlaku(self, pada: date | None = None) -> bool:
        """Whether the role holds on that day (today)."""
        hari = pada or timezone.localdate()
        return (self.mulai is None or self.mulai <= hari) and (self.selesai is None or hari <= self.selesai)
