"""The worksheet of an office and year: what it says of itself, apart from what the evaluator says of it."""

from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from akuntabel.core.calc.nilai_akip import CaraNilai
from akuntabel.core.regulasi.lke import TemplatLke, load_lke
from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.evaluasi.querysets import LkeQuerySet
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.models.rekap import AngkaTepatField


class JenisLke(StrEnum):
    """Whose judgement it is: the office's own, or that of the evaluator of an office above."""

    MANDIRI = "mandiri"
    RESMI = "resmi"

    @property
    def sebutan(self) -> str:
        """As people say it."""
        return "penilaian mandiri" if self is JenisLke.MANDIRI else "hasil evaluasi"


class StatusLke(StrEnum):
    """How far a worksheet has come; the adopted one is frozen (0002)."""

    DISUSUN = "disusun"
    DIAJUKAN = "diajukan"
    DITETAPKAN = "ditetapkan"


class Lke(models.Model):
    """One worksheet. regulasi: name of its template; cara: how its sub-components are scored.

    penilai: the office that evaluates (only where jenis is resmi), evaluator: who of it drafted the sheet.
    is_ditetapkan_sendiri: the office that evaluates has nobody else, and it says so.
    isi: what was adopted, word for word, sidik: SHA-256 over it; nilai: the score to its last digit.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=20, choices=[(j.value, j.sebutan) for j in JenisLke])
    revisi = models.PositiveSmallIntegerField(default=0)
    regulasi = models.CharField(max_length=60)
    cara = models.CharField("cara menilai", max_length=20, choices=[(c.value, c.value) for c in CaraNilai])
    status = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in StatusLke], default=StatusLke.DISUSUN.value
    )
    versi = models.PositiveIntegerField(default=0)
    penilai = models.ForeignKey(Satker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    evaluator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    simpulan = models.TextField("simpulan", blank=True)
    pengaju = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    catatan = models.TextField("alasan pengembalian", blank=True)
    nomor_lhe = models.CharField("nomor LHE", max_length=100, blank=True)
    penetap = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_ditetapkan_sendiri = models.BooleanField("ditetapkan pengajunya sendiri", default=False)
    tanggal_penetapan = models.DateField("tanggal penetapan", null=True, blank=True)
    nilai = AngkaTepatField[Decimal | None, Decimal | None](null=True, blank=True)
    predikat = models.CharField(max_length=10, blank=True)
    isi = models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder, editable=False)
    sidik = models.CharField(max_length=64, blank=True, editable=False)

    objects = LkeQuerySet["Lke"].as_manager()

    class Meta:
        verbose_name = "lembar kerja evaluasi"
        ordering: ClassVar[list[str]] = ["satker", "-tahun", "jenis", "-revisi"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "jenis", "revisi"], name="lke_satu_per_revisi"),
            models.CheckConstraint(
                condition=Q(jenis=JenisLke.MANDIRI.value, penilai__isnull=True)
                | Q(jenis=JenisLke.RESMI.value, penilai__isnull=False, evaluator__isnull=False),
                name="lke_resmi_berpenilai",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusLke.DISUSUN.value) | Q(pengaju__isnull=False), name="lke_diajukan_seseorang"
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusLke.DITETAPKAN.value)
                | (
                    Q(penetap__isnull=False, tanggal_penetapan__isnull=False, isi__isnull=False, nilai__isnull=False)
                    & ~Q(sidik="")
                    & ~Q(predikat="")
                ),
                name="lke_ditetapkan_bersidik",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusLke.DITETAPKAN.value)
                | Q(is_ditetapkan_sendiri=True, jenis=JenisLke.RESMI.value)
                | ~Q(penetap=F("pengaju")),
                name="lke_ditetapkan_orang_lain",
            ),
        )

    def __str__(self) -> str:
        revisi = f" revisi {self.revisi}" if self.revisi else ""
        return f"LKE {self.jenis_enum.sebutan}{revisi} {self.tahun} {self.satker}"

    @property
    def is_beku(self) -> bool:
        """Adopted: only a revision can change it."""
        return self.status == StatusLke.DITETAPKAN.value

    @property
    def jenis_enum(self) -> JenisLke:
        """The kind as a value of the closed list."""
        return JenisLke(self.jenis)

    @property
    def is_resmi(self) -> bool:
        """Whether it is the evaluator's."""
        return self.jenis == JenisLke.RESMI.value

    @property
    def templat(self) -> TemplatLke:
        """The worksheet of its regulation."""
        return load_lke(self.regulasi)


class NilaiSub(models.Model):
    """The grade of one sub-component. tahun_bertahan: for how many years it has been kept, as AA and A ask.

    alasan: why this grade, where the kriteria alone do not say; catatan: the condition found, as the report prints it.
    """

    lke = models.ForeignKey(Lke, on_delete=models.CASCADE, related_name="daftar_sub")
    kode = models.CharField(max_length=20)
    predikat = models.CharField(max_length=5, blank=True)
    tahun_bertahan = models.PositiveSmallIntegerField("dipertahankan (tahun)", null=True, blank=True)
    alasan = models.TextField("alasan predikat", blank=True)
    catatan = models.TextField("kondisi", blank=True)
    versi = models.PositiveIntegerField(default=0)
    pengubah = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    diubah_pada = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "nilai subkomponen"
        ordering: ClassVar[list[str]] = ["lke", "pk"]
        constraints = (models.UniqueConstraint(fields=["lke", "kode"], name="nilai_sub_satu"),)

    def __str__(self) -> str:
        return f"{self.kode}: {self.predikat or 'belum dinilai'}"


class NilaiKriteria(models.Model):
    """The answer to one kriteria. angka: 0 to 100, where the sheet is scored that way, as exact text.

    is_mesin: what the application found in its own records and no person has taken over yet.
    """

    lke = models.ForeignKey(Lke, on_delete=models.CASCADE, related_name="daftar_kriteria")
    kode = models.CharField(max_length=20)
    jawaban = models.CharField(max_length=20, blank=True)
    angka = models.CharField(
        "nilai 0–100",
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^(100(\.0{1,6})?|[0-9]{1,2}(\.[0-9]{1,6})?)$", "Isi angka 0 sampai 100.")],
    )
    catatan = models.TextField(blank=True)
    is_mesin = models.BooleanField("diisi aplikasi", default=False)
    versi = models.PositiveIntegerField(default=0)
    pengubah = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    diubah_pada = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "nilai kriteria"
        ordering: ClassVar[list[str]] = ["lke", "pk"]
        constraints = (models.UniqueConstraint(fields=["lke", "kode"], name="nilai_kriteria_satu"),)

    def __str__(self) -> str:
        return f"{self.kode}: {self.jawaban or 'belum dijawab'}"


class BuktiKriteria(models.Model):
    """A proof of one kriteria: a file, or a record of the application named by its page (halaman, argumen).

    is_mesin: found by the application itself; it is found anew, the others are a person's. menurut: what it proves
    (ya, sebagian, tidak), empty where it only tells.
    """

    lke = models.ForeignKey(Lke, on_delete=models.CASCADE, related_name="daftar_bukti")
    kode = models.CharField(max_length=20)
    uraian = models.TextField()
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    halaman = models.CharField(max_length=60, blank=True)
    argumen = models.JSONField(default=list, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    is_mesin = models.BooleanField("ditemukan aplikasi", default=False)
    menurut = models.CharField("jawaban menurut aplikasi", max_length=20, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "bukti kriteria"
        ordering: ClassVar[list[str]] = ["lke", "kode", "pk"]
        indexes = (models.Index(fields=["lke", "kode"], name="bukti_kriteria_kode"),)
        constraints = (models.CheckConstraint(condition=~Q(uraian=""), name="bukti_kriteria_berurai"),)

    def __str__(self) -> str:
        return self.uraian
