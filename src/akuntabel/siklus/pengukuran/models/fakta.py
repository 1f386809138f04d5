"""Measured facts: rows are only added, and one that was wrong is superseded by another that says why (0002)."""

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.pengukuran.models.elemen import Elemen
from akuntabel.siklus.pengukuran.querysets import FaktaQuerySet
from akuntabel.siklus.perjanjian.models import ROMAWI, TRIWULAN

URUT_DIKETIK = 1_000_000
TERHITUNG = tuple(s.value for s in StatusNilai if s.is_counted)


class Bukti(models.Model):
    """Where a fact can be looked up: a document and the place in it, with the file where there is one.

    nama_berkas: how the file is called in a data package.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=100)
    nama = models.TextField("nama dokumen")
    letak = models.TextField("halaman, tabel, atau baris")
    nama_berkas = models.CharField("nama berkas dalam paket", max_length=200, blank=True)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    keterangan = models.TextField(blank=True)
    urut = models.PositiveIntegerField(default=0)

    objects = MilikSatkerQuerySet["Bukti"].as_manager()

    class Meta:
        verbose_name = "bukti"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "urut", "pk"]
        constraints = (models.UniqueConstraint(fields=["satker", "tahun", "kode"], name="bukti_satu_per_kode"),)

    def __str__(self) -> str:
        return self.nama


class Fakta(models.Model):
    """One measured fact of an office: an element, a quarter (empty: the whole year), perhaps a part of the people.

    nilai: the figure to its last digit, as text; 0 is a measurement. status without a figure needs its reason
    (alasan). menggantikan: the fact that this one corrects, with alasan_perubahan; each is corrected at most once, so
    the facts of a cell are one chain and its last link holds. is_ditarik: that link takes the figure back, and
    nothing holds. urut: its place in a data package; typed facts come after those of a document.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    elemen = models.ForeignKey(Elemen, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(null=True, blank=True)
    jenis_kelamin = models.CharField(max_length=1, blank=True, choices=[(k.value, k.value) for k in JenisKelamin])
    rincian = models.CharField(max_length=100, blank=True)
    status = models.CharField(max_length=30, choices=[(s.value, s.label) for s in StatusNilai])
    nilai = models.CharField(
        max_length=40,
        blank=True,
        validators=[RegexValidator(r"^-?[0-9]{1,18}(\.[0-9]{1,18})?$", "Angka dengan titik desimal, tanpa pemisah.")],
    )
    predikat = models.CharField(max_length=60, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    alasan = models.TextField(blank=True)
    tahun_rujukan = models.PositiveSmallIntegerField("tahun yang dinilai", null=True, blank=True)
    tanggal_rilis = models.DateField("tanggal rilis", null=True, blank=True)
    sumber = models.TextField("dokumen asal", blank=True)
    bukti = models.ForeignKey(Bukti, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    urut = models.PositiveIntegerField(default=URUT_DIKETIK)
    menggantikan = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="penggantinya"
    )
    is_ditarik = models.BooleanField("ditarik", default=False)
    alasan_perubahan = models.TextField("alasan perubahan", blank=True)
    pencatat = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = FaktaQuerySet["Fakta"].as_manager()

    class Meta:
        verbose_name = "fakta"
        verbose_name_plural = "fakta"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "urut", "pk"]
        indexes = (models.Index(fields=["satker", "tahun"], name="fakta_satker_tahun"),)
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "elemen", "triwulan", "jenis_kelamin", "rincian"],
                condition=Q(menggantikan__isnull=True, triwulan__isnull=False),
                name="fakta_satu_awal_triwulan",
            ),
            models.UniqueConstraint(
                fields=["satker", "elemen", "jenis_kelamin", "rincian"],
                condition=Q(menggantikan__isnull=True, triwulan__isnull=True),
                name="fakta_satu_awal_tahun",
            ),
            models.CheckConstraint(
                condition=Q(triwulan__isnull=True) | Q(triwulan__in=TRIWULAN), name="fakta_triwulan_1_sampai_4"
            ),
            models.CheckConstraint(
                condition=(Q(status__in=TERHITUNG) & (~Q(nilai="") | ~Q(predikat="") | Q(tanggal__isnull=False)))
                | (~Q(status__in=TERHITUNG) & Q(nilai="", predikat="", tanggal__isnull=True) & ~Q(alasan="")),
                name="fakta_status_sesuai_isi",
            ),
            models.CheckConstraint(
                condition=Q(menggantikan__isnull=True, alasan_perubahan="", is_ditarik=False)
                | (Q(menggantikan__isnull=False) & ~Q(alasan_perubahan="")),
                name="fakta_perubahan_beralasan",
            ),
        )

    def __str__(self) -> str:
        return f"{self.elemen.kode} {self.periode} {self.isi}"

    @property
    def periode(self) -> str:
        """The period as a data package writes it."""
        return f"{self.tahun}-TW{self.triwulan}" if self.triwulan else str(self.tahun)

    @property
    def sebutan_periode(self) -> str:
        """The period as people say it."""
        return f"triwulan {ROMAWI[self.triwulan]} {self.tahun}" if self.triwulan else f"tahun {self.tahun}"

    @property
    def angka(self) -> Decimal | None:
        """The figure, exact."""
        return Decimal(self.nilai) if self.nilai else None

    @property
    def isi(self) -> str:
        """What was measured, as it is stored: figure, predicate, day, or the status."""
        tertulis = self.predikat or self.nilai or (self.tanggal.isoformat() if self.tanggal else "")
        return tertulis or StatusNilai(self.status).label


class CatatanSel(models.Model):
    """What somebody says about a cell of the grid, and the answers to it. Rows are only added.

    membalas: the remark that this one answers. is_selesai: with this answer the matter is settled.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    elemen = models.ForeignKey(Elemen, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    jenis_kelamin = models.CharField(max_length=1, blank=True)
    rincian = models.CharField(max_length=100, blank=True)
    teks = models.TextField("catatan")
    membalas = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_balasan")
    is_selesai = models.BooleanField("selesai", default=False)
    penulis = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = MilikSatkerQuerySet["CatatanSel"].as_manager()

    class Meta:
        verbose_name = "catatan sel"
        ordering: ClassVar[list[str]] = ["pk"]
        indexes = (models.Index(fields=["satker", "tahun", "triwulan"], name="catatan_sel_triwulan"),)
        constraints = (
            models.CheckConstraint(condition=Q(triwulan__in=TRIWULAN), name="catatan_sel_triwulan_1_sampai_4"),
            models.CheckConstraint(condition=~Q(teks=""), name="catatan_sel_berisi"),
            models.CheckConstraint(
                condition=Q(is_selesai=False) | Q(membalas__isnull=False), name="catatan_sel_selesai_dengan_balasan"
            ),
        )

    def __str__(self) -> str:
        return self.teks
