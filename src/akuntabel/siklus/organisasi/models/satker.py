"""Offices as a tree, the entities they report for, their units and duties."""

from enum import StrEnum
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from akuntabel.core.fakta.organisasi import JenisTugas, JenisUnit, PeranPejabat
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet, SatkerQuerySet

LEBAR_LANGKAH = 6  # digits of one step of a path: ids up to 999.999
PANJANG_JALUR = 120  # seventeen steps


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
    that lies below it is one range of an index. wilayah: code of its province or regency; the first two digits are
    the province's. versi counts the changes, so that of two people who edit at once one is told.
    """

    kode = models.CharField(
        "kode satker",
        max_length=20,
        unique=True,
        validators=[RegexValidator(r"^[A-Za-z0-9_-]+$", "Kode satker terdiri atas huruf, angka, dan tanda hubung.")],
        error_messages={"unique": "Kode ini sudah dipakai satker lain."},
    )
    nama = models.CharField("nama", max_length=200)
    nama_lengkap = models.CharField("nama resmi", max_length=300)
    jenis = models.CharField(max_length=20, choices=[(j.value, j.value) for j in JenisSatker])
    wilayah = models.CharField(
        "kode wilayah",
        max_length=4,
        blank=True,
        db_index=True,
        validators=[RegexValidator(r"^\d{2}(\d{2})?$", "Kode wilayah terdiri atas dua atau empat angka.")],
    )
    induk = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_bawahan", verbose_name="induk"
    )
    path = models.CharField(max_length=PANJANG_JALUR, unique=True, editable=False)
    kota = models.CharField("tempat penandatanganan", max_length=100)
    entitas = models.CharField("entitas pelapor", max_length=100)
    kementerian = models.CharField("kementerian/lembaga", max_length=200)
    alamat = models.TextField(blank=True)
    kode_pos = models.CharField(
        "kode pos", max_length=5, blank=True, validators=[RegexValidator(r"^\d{5}$", "Kode pos terdiri atas 5 angka.")]
    )
    telepon = models.CharField(max_length=50, blank=True)
    surel = models.EmailField("surel", blank=True)
    laman = models.URLField("situs web", blank=True)
    logo = models.ForeignKey("files.Berkas", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_aktif = models.BooleanField("aktif", default=True)
    versi = models.PositiveIntegerField(default=0)

    objects = SatkerQuerySet["Satker"].as_manager()

    class Meta:
        verbose_name = "satker"
        ordering: ClassVar[list[str]] = ["path"]
        constraints = (models.CheckConstraint(condition=~Q(induk=F("id")), name="satker_bukan_induk_sendiri"),)

    def __str__(self) -> str:
        return self.nama

    @property
    def tingkat(self) -> int:
        """How many offices stand above it."""
        return self.path.count("/") - 1


class EntitasPelapor(models.Model):
    """Under which name an office reports; a KPU office has two, the commission and its secretariat.

    peran_pimpinan: the part of the official who answers for it.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="daftar_entitas")
    kode = models.SlugField(max_length=60)
    nama = models.CharField(max_length=100)
    peran_pimpinan = models.CharField(
        "dipimpin oleh",
        max_length=20,
        choices=[(p.value, p.value) for p in (PeranPejabat.PIMPINAN, PeranPejabat.SEKRETARIS)],
        default=PeranPejabat.PIMPINAN.value,
    )

    objects = MilikSatkerQuerySet["EntitasPelapor"].as_manager()

    class Meta:
        verbose_name = "entitas pelapor"
        ordering: ClassVar[list[str]] = ["satker_id", "id"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "kode"],
                name="entitas_satu_per_kode",
                violation_error_message="Satker ini sudah mempunyai entitas dengan kode itu.",
            ),
            models.UniqueConstraint(
                fields=["satker", "nama"],
                name="entitas_satu_per_nama",
                violation_error_message="Satker ini sudah mempunyai entitas dengan nama itu.",
            ),
        )

    def __str__(self) -> str:
        return self.nama


class Unit(models.Model):
    """A division of the commission or a part of its secretariat. dasar: id of the regulation that forms it."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="daftar_unit")
    kode = models.SlugField(max_length=60)
    urut = models.PositiveIntegerField(default=0)
    jenis = models.CharField(max_length=20, choices=[(j.value, j.value) for j in JenisUnit])
    nama = models.CharField(max_length=200)
    induk = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_bawahan")
    dasar = models.CharField("dasar hukum", max_length=60, blank=True)
    sumber = models.TextField(blank=True)
    versi = models.PositiveIntegerField(default=0)

    objects = MilikSatkerQuerySet["Unit"].as_manager()

    class Meta:
        verbose_name = "unit"
        ordering: ClassVar[list[str]] = ["satker_id", "urut", "id"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "kode"],
                name="unit_satu_per_kode",
                violation_error_message="Satker ini sudah mempunyai unit dengan kode itu.",
            ),
            models.CheckConstraint(condition=~Q(induk=F("id")), name="unit_bukan_induk_sendiri"),
        )

    def __str__(self) -> str:
        return self.nama


class UraianTugas(models.Model):
    """One duty, power or obligation; of the office itself (``unit`` empty) or of a unit.

    urut: its number in its list; posisi: its place among all of the office.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="daftar_tugas")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_tugas")
    jenis = models.CharField(max_length=20, choices=[(j.value, j.value) for j in JenisTugas])
    urut = models.PositiveIntegerField()
    posisi = models.PositiveIntegerField(default=0)
    teks = models.TextField("bunyi uraian")
    dasar = models.CharField("dasar hukum", max_length=60, blank=True)

    objects = MilikSatkerQuerySet["UraianTugas"].as_manager()

    class Meta:
        verbose_name = "uraian tugas"
        verbose_name_plural = "uraian tugas"
        ordering: ClassVar[list[str]] = ["satker_id", "posisi", "id"]

    def __str__(self) -> str:
        return f"{self.jenis} {self.urut}: {self.teks}"
