"""The budget of an office as files said it, version after version, to the lowest code. What was taken is frozen."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from akuntabel.core.fakta.anggaran import TingkatAnggaran
from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.anggaran.querysets import VersiQuerySet
from akuntabel.siklus.organisasi.models import Satker


class JenisVersi(models.TextChoices):
    """Where the lines of a version come from."""

    SAKTI = "sakti", "SAKTI, Laporan FA Detail (16 Segmen)"
    OMSPAN = "omspan", "OM-SPAN/MonSAKTI, LRA Belanja"
    POK = "pok", "POK"
    CSV = "csv", "tabel CSV"
    PAKET = "paket", "paket data"


class StatusVersi(models.TextChoices):
    """Loaded and looked at, taken as the budget that holds, or put aside."""

    PRATINJAU = "pratinjau", "pratinjau"
    DIAMBIL = "diambil", "diambil"
    DITOLAK = "ditolak", "ditolak"


class VersiAnggaran(models.Model):
    """One file of the budget as it was read. nomor counts the versions taken in a year; the highest one holds.

    bulan: until which month its realisasi goes, where the file says so; sidik: SHA-256 of the file; total_pagu,
    total_realisasi, jumlah_baris: over its leaves, as they were when it was loaded. is_berealisasi: the file says what
    was spent (a POK does not, so that what is known from before goes on holding).
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=10, choices=JenisVersi.choices)
    bulan = models.PositiveSmallIntegerField(
        "s.d. bulan", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    nama_berkas = models.CharField("nama berkas", max_length=200, blank=True)
    sidik = models.CharField("SHA-256", max_length=64, blank=True)
    status = models.CharField(max_length=10, choices=StatusVersi.choices, default=StatusVersi.PRATINJAU)
    nomor = models.PositiveIntegerField("nomor versi", null=True, blank=True)
    total_pagu = models.BigIntegerField("total pagu", default=0)
    total_realisasi = models.BigIntegerField("total realisasi", null=True, blank=True)
    jumlah_baris = models.PositiveIntegerField("jumlah baris rincian", default=0)
    catatan = models.JSONField("catatan saat dibaca", default=list, blank=True)
    pengunggah = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    pengambil = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    diambil_pada = models.DateTimeField("diambil pada", null=True, blank=True)

    objects = VersiQuerySet["VersiAnggaran"].as_manager()

    class Meta:
        verbose_name = "versi anggaran"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "created_at", "pk"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "nomor"], name="versi_anggaran_satu_per_nomor"),
            models.CheckConstraint(
                condition=Q(status="diambil", nomor__gte=1, diambil_pada__isnull=False)
                | (~Q(status="diambil") & Q(nomor__isnull=True, diambil_pada__isnull=True)),
                name="versi_anggaran_bernomor_bila_diambil",
            ),
            models.CheckConstraint(
                condition=Q(bulan__isnull=True) | Q(bulan__gte=1, bulan__lte=12), name="versi_anggaran_bulan"
            ),
        )

    def __str__(self) -> str:
        nomor = f"versi {self.nomor}" if self.nomor else self.status
        return f"Anggaran {self.satker} {self.tahun} {nomor}"


class BarisAnggaran(models.Model):
    """One line of a version, as the file has it: a leaf, or a line above leaves whose figures are their sums.

    kode: the full path (076.01.CQ.6709.QGE.001.113.A.521211.000017), or the code of a data package; induk: the code
    above, "" at the top. blokir: lock pagu, the part that waits for a revision. realisasi: until the month of the
    version; None: not known, which is not 0. sumber, bukti: for leaves of a data package.
    """

    versi = models.ForeignKey(VersiAnggaran, on_delete=models.CASCADE, related_name="daftar_baris", db_index=False)
    urut = models.PositiveIntegerField()
    kode = models.CharField(max_length=120)
    induk = models.CharField(max_length=120, blank=True)
    tingkat = models.CharField(max_length=12, choices=[(t.value, t.value) for t in TingkatAnggaran])
    uraian = models.TextField(blank=True)
    sumber_dana = models.CharField("sumber dana", max_length=20, blank=True)
    akun = models.CharField(max_length=6, blank=True)
    pagu = models.BigIntegerField()
    blokir = models.BigIntegerField("lock pagu", default=0)
    realisasi_lalu = models.BigIntegerField("realisasi periode lalu", null=True, blank=True)
    realisasi_ini = models.BigIntegerField("realisasi periode ini", null=True, blank=True)
    realisasi = models.BigIntegerField("realisasi s.d. periode", null=True, blank=True)
    is_daun = models.BooleanField("rincian paling bawah")
    batas_data = models.DateField("tanggal data", null=True, blank=True)
    sumber = models.TextField(blank=True)
    bukti = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = "baris anggaran"
        ordering: ClassVar[list[str]] = ["versi", "urut"]
        # 150,000 lines are written at once, so there are no more indexes than the screens need.
        indexes = (models.Index(fields=["versi", "induk"], condition=Q(is_daun=False), name="baris_anggaran_cabang"),)
        constraints = (models.UniqueConstraint(fields=["versi", "urut"], name="baris_anggaran_satu_per_urut"),)

    def __str__(self) -> str:
        return f"{self.kode} {self.uraian}"


class PosAnggaran(models.Model):
    """The leaves of a taken version, added up to the lowest codes of the catalogue: what reports and roll-ups read.

    Written with the version, never by hand. jenis_belanja: the first two digits of the akun, "" where not known.
    """

    versi = models.ForeignKey(VersiAnggaran, on_delete=models.CASCADE, related_name="daftar_pos")
    urut = models.PositiveIntegerField()
    kode = models.CharField(max_length=120)
    sumber_dana = models.CharField("sumber dana", max_length=20)
    jenis_belanja = models.CharField("jenis belanja", max_length=2, blank=True)
    pagu = models.BigIntegerField()
    blokir = models.BigIntegerField("lock pagu", default=0)
    realisasi = models.BigIntegerField(null=True, blank=True)
    batas_data = models.DateField("tanggal data", null=True, blank=True)
    sumber = models.TextField(blank=True)
    bukti = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = "pos anggaran"
        ordering: ClassVar[list[str]] = ["versi", "urut"]
        constraints = (
            models.UniqueConstraint(
                fields=["versi", "kode", "sumber_dana", "jenis_belanja"], name="pos_anggaran_satu_per_kode"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kode} {self.sumber_dana}"
