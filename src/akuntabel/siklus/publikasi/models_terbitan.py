"""A report as the public has it: one row per report and revision, and its files. What is published is frozen (0002)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.platform.files.models import Berkas

SATUAN_URUT = 6  # digits behind the point of Terbitan.urut_capaian


class StatusTerbitan(models.TextChoices):
    """Being written (inside one transaction only), public, or withdrawn with its reason."""

    DISIAPKAN = "disiapkan", "disiapkan"
    TERBIT = "terbit", "terbit"
    DITARIK = "ditarik", "ditarik"


class JenisTerbitan(models.TextChoices):
    """The period of a report."""

    TAHUNAN = "tahunan", "Laporan Kinerja tahunan"
    TRIWULAN = "triwulan", "laporan triwulan"
    INTERIM = "interim", "laporan interim"


class FormatTerbitan(models.TextChoices):
    """The kinds of files of a published report; pindaian: the scan of what was signed on paper."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
    HTML = "html", "halaman web"
    JSON = "json", "JSON"
    ZIP = "zip", "paket data"
    CSV = "csv", "CSV"
    PINDAIAN = "pindaian", "pindaian"


class Terbitan(models.Model):
    """One published report, with all that a reader of the public pages is told about its office.

    Office, entity and signatory are written as they were then: nothing that changes later in the application changes
    what is public, and nobody has to read its tables. slug: the stable name of the office-year, entity, period and
    revision in addresses and data. sidik: SHA-256 of the public data package, which the QR of the document carries.
    A later revision of the same report replaces this one; it stays readable. is_utama: the entity by which the office
    is known, of a commission and its secretariat the commission. Figures: capaian to its last digit, capaian_tercetak
    as the document prints it; urut_capaian in millionths, cut off, to sort by and for nothing else.
    """

    slug = models.SlugField(max_length=120, unique=True)
    status = models.CharField(max_length=10, choices=StatusTerbitan.choices, default=StatusTerbitan.DISIAPKAN.value)
    judul = models.CharField(max_length=400)
    # the office
    kode_satker = models.CharField("kode satker", max_length=20)
    nama_satker = models.CharField("nama satker", max_length=200)
    nama_lengkap = models.CharField("nama resmi", max_length=300)
    jenis_satker = models.CharField(max_length=20)
    kode_induk = models.CharField(max_length=20, blank=True)
    nama_induk = models.CharField(max_length=200, blank=True)
    path = models.CharField(max_length=120, db_index=True)
    wilayah = models.CharField("kode wilayah", max_length=4, blank=True)
    kementerian = models.CharField("kementerian/lembaga", max_length=200, blank=True)
    # the report
    tahun = models.PositiveSmallIntegerField()
    entitas = models.CharField("kode entitas", max_length=60)
    nama_entitas = models.CharField("entitas pelapor", max_length=100)
    is_utama = models.BooleanField("entitas utama", default=True)
    jenis = models.CharField(max_length=10, choices=JenisTerbitan.choices, default=JenisTerbitan.TAHUNAN.value)
    triwulan = models.PositiveSmallIntegerField(null=True, blank=True)
    revisi = models.PositiveSmallIntegerField(default=0)
    sidik = models.CharField("sidik paket data", max_length=64, db_index=True)
    ringkasan = models.TextField(blank=True)
    # who answers for it
    penanda_tangan = models.CharField(max_length=200)
    jabatan_penanda_tangan = models.CharField(max_length=210)
    tanggal_tanda_tangan = models.DateField()
    is_elektronik = models.BooleanField("ditandatangani secara elektronik")
    pereviu = models.CharField(max_length=200, blank=True)
    jabatan_pereviu = models.CharField(max_length=210, blank=True)
    tanggal_reviu = models.DateField(null=True, blank=True)
    kesimpulan_reviu = models.TextField(blank=True)
    # the year in figures
    kebijakan = models.CharField("kebijakan hitung", max_length=100)
    capaian = models.TextField(blank=True)
    capaian_tercetak = models.CharField(max_length=40, blank=True)
    urut_capaian = models.BigIntegerField(null=True, blank=True)
    status_capaian = models.CharField(max_length=30, choices=[(s.value, s.label) for s in StatusNilai])
    alasan_capaian = models.TextField(blank=True)
    jejak_capaian = models.JSONField(null=True, blank=True)
    kategori = models.CharField(max_length=60, blank=True)
    jumlah_indikator = models.PositiveIntegerField(default=0)
    jumlah_terukur = models.PositiveIntegerField(default=0)
    jumlah_tercapai = models.PositiveIntegerField(default=0)
    pagu = models.BigIntegerField(null=True, blank=True)
    realisasi = models.BigIntegerField("realisasi anggaran", null=True, blank=True)
    serapan = models.TextField(blank=True)
    serapan_tercetak = models.CharField(max_length=40, blank=True)
    # its life in public
    terbit_pada = models.DateTimeField("terbit pada")
    ditarik_pada = models.DateTimeField("ditarik pada", null=True, blank=True)
    alasan_tarik = models.TextField("alasan penarikan", blank=True)

    class Meta:
        verbose_name = "terbitan"
        verbose_name_plural = "terbitan"
        ordering: ClassVar[list[str]] = ["-tahun", "kode_satker", "entitas", "jenis", "triwulan", "-revisi"]
        indexes = (
            models.Index(fields=["kode_satker", "tahun"], name="terbitan_satker_tahun"),
            models.Index(fields=["tahun", "status", "urut_capaian"], name="terbitan_tahun_urut"),
            models.Index(fields=["-terbit_pada"], name="terbitan_terbaru"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(status__in=StatusTerbitan.values), name="terbitan_status_dikenal"),
            models.CheckConstraint(
                condition=Q(status=StatusTerbitan.DITARIK.value, ditarik_pada__isnull=False) & ~Q(alasan_tarik="")
                | ~Q(status=StatusTerbitan.DITARIK.value) & Q(ditarik_pada__isnull=True, alasan_tarik=""),
                name="terbitan_ditarik_beralasan",
            ),
            models.CheckConstraint(
                condition=Q(jenis=JenisTerbitan.TRIWULAN.value, triwulan__in=(1, 2, 3, 4))
                | ~Q(jenis=JenisTerbitan.TRIWULAN.value) & Q(triwulan__isnull=True),
                name="terbitan_triwulan_bernomor",
            ),
            models.CheckConstraint(
                condition=Q(capaian="", urut_capaian__isnull=True) | ~Q(capaian="") & Q(urut_capaian__isnull=False),
                name="terbitan_capaian_berurut",
            ),
        )

    def __str__(self) -> str:
        return f"{self.judul}, revisi {self.revisi}" if self.revisi else self.judul

    @property
    def is_ditarik(self) -> bool:
        """Whether only the notice of its withdrawal is left in public."""
        return self.status == StatusTerbitan.DITARIK.value


class DokumenTerbit(models.Model):
    """One file of a published report. The same bytes may belong to several reports."""

    terbitan = models.ForeignKey(Terbitan, on_delete=models.PROTECT, related_name="daftar_dokumen")
    format = models.CharField(max_length=10, choices=FormatTerbitan.choices)
    nama = models.CharField(max_length=160)
    keterangan = models.CharField(max_length=200)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    media = models.CharField("jenis media", max_length=100)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    ukuran = models.BigIntegerField("ukuran (bita)")
    urut = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "dokumen terbit"
        ordering: ClassVar[list[str]] = ["terbitan", "urut"]
        constraints = (models.UniqueConstraint(fields=["terbitan", "nama"], name="dokumen_terbit_satu_per_nama"),)

    def __str__(self) -> str:
        return self.nama
