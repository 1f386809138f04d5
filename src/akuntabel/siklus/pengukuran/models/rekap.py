"""What an office reached in a year, and the same added up over every office with all that lies below it (ADR 0016)."""

from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Q

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.calc.pembulatan import format_polos
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet

_ST = TypeVar("_ST", contravariant=True)
_GT = TypeVar("_GT", covariant=True)

SILSILAH_ORGANISASI = UUID(int=0)  # the line of the capaian of the office itself, beside those of its indicators
SATUAN_URUT = 6  # digits behind the point of NilaiTahunan.urut_capaian


class AngkaTepatField(models.TextField[_ST, _GT]):
    """A figure to its last digit, as text.

    SQLite keeps a DecimalField as a float, and no integer is wide enough for a nation's rupiah beside percentages of
    28 digits. Such figures are added in Python, under a lock and without rounding (``rekap``).
    """

    def from_db_value(self, nilai: str | None, _ekspresi: object, _koneksi: BaseDatabaseWrapper) -> Decimal | None:
        """What was written, digit by digit."""
        return None if nilai is None else Decimal(nilai)

    def get_prep_value(self, value: Decimal | int | str | None) -> str | None:
        """Plain digits, one way to write a figure: 12.5, not 12.50 or 1.25E+1."""
        return None if value is None else format_polos(Decimal(value))


class NilaiTahunan(models.Model):
    """What one indicator of an office came to in a year, or the office itself (SILSILAH_ORGANISASI).

    silsilah: the indicator through all versions of the plan; kode: how the office's plan numbers it. pembilang ÷
    penyebut × pengali is nilai, where the formula is a ratio (pengali of a percentage: 100). capaian: the limited one.
    urut_capaian: the same in millionths, cut off; to sort by and to print, never to compute with.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    silsilah = models.UUIDField()
    kode = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=30, choices=[(s.value, s.label) for s in StatusNilai])
    nilai = AngkaTepatField[Decimal | None, Decimal | None](null=True)
    capaian = AngkaTepatField[Decimal | None, Decimal | None](null=True)
    urut_capaian = models.BigIntegerField(null=True, editable=False)
    kategori = models.CharField(max_length=60, blank=True)
    pembilang = AngkaTepatField[Decimal | None, Decimal | None](null=True)
    penyebut = AngkaTepatField[Decimal | None, Decimal | None](null=True)
    pengali = AngkaTepatField[Decimal | int, Decimal](default=Decimal(1))
    dihitung_pada = models.DateTimeField()

    objects = MilikSatkerQuerySet["NilaiTahunan"].as_manager()

    class Meta:
        verbose_name = "nilai tahunan"
        verbose_name_plural = "nilai tahunan"
        indexes = (models.Index(fields=["tahun", "silsilah", "urut_capaian", "satker"], name="nilai_tahunan_urut"),)
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "silsilah"], name="nilai_satu_per_tahun"),
            models.CheckConstraint(
                condition=Q(pembilang__isnull=True, penyebut__isnull=True)
                | Q(pembilang__isnull=False, penyebut__isnull=False),
                name="nilai_pembilang_berpenyebut",
            ),
            models.CheckConstraint(
                condition=Q(capaian__isnull=True, urut_capaian__isnull=True)
                | Q(capaian__isnull=False, urut_capaian__isnull=False),
                name="nilai_capaian_berurut",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kode or 'organisasi'} {self.tahun}"


class RekapTahunan(models.Model):
    """One indicator in a year, added up over an office and all below it.

    total_pembilang, total_penyebut: over the jumlah_rasio offices that have both; total_berskala: of pembilang ×
    pengali, so that total_berskala ÷ total_penyebut is the ratio of sums in the unit of nilai. total_nilai,
    total_capaian: over jumlah_nilai and jumlah_capaian offices. jumlah_satker: all that answer for the indicator.
    """

    # Without the database's own check, which would lock the offices above: with a move on its way down, in a ring.
    simpul = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+", db_constraint=False)
    tahun = models.PositiveSmallIntegerField()
    silsilah = models.UUIDField()
    jumlah_satker = models.PositiveIntegerField(default=0)
    jumlah_rasio = models.PositiveIntegerField(default=0)
    total_pembilang = AngkaTepatField[Decimal | int, Decimal](default=Decimal(0))
    total_berskala = AngkaTepatField[Decimal | int, Decimal](default=Decimal(0))
    total_penyebut = AngkaTepatField[Decimal | int, Decimal](default=Decimal(0))
    jumlah_nilai = models.PositiveIntegerField(default=0)
    total_nilai = AngkaTepatField[Decimal | int, Decimal](default=Decimal(0))
    jumlah_capaian = models.PositiveIntegerField(default=0)
    total_capaian = AngkaTepatField[Decimal | int, Decimal](default=Decimal(0))

    class Meta:
        verbose_name = "rekap tahunan"
        verbose_name_plural = "rekap tahunan"
        constraints = (
            models.UniqueConstraint(fields=["simpul", "tahun", "silsilah"], name="rekap_satu_per_tahun"),
            models.CheckConstraint(
                condition=Q(jumlah_satker__gte=F("jumlah_rasio"))
                & Q(jumlah_satker__gte=F("jumlah_nilai"))
                & Q(jumlah_satker__gte=F("jumlah_capaian")),
                name="rekap_sebanyak_satkernya",
            ),
        )

    def __str__(self) -> str:
        return f"rekap {self.simpul} {self.tahun}"
