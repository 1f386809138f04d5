"""What is counted or observed in a year: elements, the parts that are asked for, and the rules of measuring."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.siklus.organisasi.models import Pejabat, Satker, Unit
from akuntabel.siklus.pengukuran.querysets import ElemenQuerySet, MilikSatkerAtasQuerySet

NAMA_TERHITUNG = ("tahapan", "perkara")  # counted from rows of their own, never typed


class BentukElemen(models.TextChoices):
    """What a fact of the element holds."""

    ANGKA = "angka", "angka"
    PREDIKAT = "predikat", "predikat"
    TANGGAL = "tanggal", "tanggal"


class AsalElemen(models.TextChoices):
    """Who measures it: the office, somebody outside whose document is quoted, or an office above (sakip-rules §7)."""

    INTERNAL = "internal", "data sendiri"
    EKSTERNAL = "eksternal", "data pihak luar"
    INDUK = "induk", "mengikuti satker di atas"


class Elemen(models.Model):
    """A thing that is counted or observed in a year, for the office that names it and all below it.

    The nearest office that names a kode says what it is. konsolidasi: from quarters to the year. unit, pejabat: who
    brings the figure. versi counts the changes.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(
        max_length=60,
        validators=[
            RegexValidator(
                r"^[a-z][a-z0-9_]*$", "Kode elemen terdiri atas huruf kecil, angka, dan garis bawah, diawali huruf."
            )
        ],
    )
    nama = models.TextField()
    satuan = models.CharField(max_length=60)
    konsolidasi = models.CharField(
        "dari triwulan ke tahun", max_length=20, choices=[(k.value, k.value.replace("_", " ")) for k in Konsolidasi]
    )
    keterangan = models.TextField(blank=True)
    urut = models.PositiveIntegerField(default=0)
    bentuk = models.CharField(max_length=20, choices=BentukElemen.choices, default=BentukElemen.ANGKA)
    asal = models.CharField(max_length=20, choices=AsalElemen.choices, default=AsalElemen.INTERNAL)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="unit penanggung jawab"
    )
    pejabat = models.ForeignKey(
        Pejabat,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="pejabat penanggung jawab",
    )
    versi = models.PositiveIntegerField(default=0)

    objects = ElemenQuerySet["Elemen"].as_manager()

    class Meta:
        verbose_name = "elemen data"
        ordering: ClassVar[list[str]] = ["tahun", "urut", "kode"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "tahun", "kode"],
                name="elemen_satu_per_tahun",
                violation_error_message="Elemen dengan kode itu sudah ada pada tahun ini.",
            ),
            models.CheckConstraint(
                condition=~Q(kode__in=NAMA_TERHITUNG),
                name="elemen_bukan_terhitung",
                violation_error_message="Nama ini dihitung dari catatan tahapan dan perkara; pakai nama lain.",
            ),
        )

    def __str__(self) -> str:
        return self.nama


class RincianElemen(models.Model):
    """A part that the grid asks for: a sex, a detail (kind of disability, category, area), or both.

    jenis says what the detail is. An element without parts is asked for as a whole.
    """

    class Jenis(models.TextChoices):
        JENIS_KELAMIN = "jenis_kelamin", "jenis kelamin"
        DISABILITAS = "disabilitas", "ragam disabilitas"
        KATEGORI = "kategori", "kategori"
        WILAYAH = "wilayah", "wilayah"

    elemen = models.ForeignKey(Elemen, on_delete=models.CASCADE, related_name="daftar_rincian")
    jenis_kelamin = models.CharField(
        "jenis kelamin", max_length=1, blank=True, choices=[(k.value, k.value) for k in JenisKelamin]
    )
    rincian = models.CharField(max_length=100, blank=True)
    jenis = models.CharField(max_length=20, choices=Jenis.choices, default=Jenis.JENIS_KELAMIN)
    urut = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "rincian elemen"
        ordering: ClassVar[list[str]] = ["urut", "pk"]
        constraints = (
            models.UniqueConstraint(fields=["elemen", "jenis_kelamin", "rincian"], name="rincian_elemen_satu"),
            models.CheckConstraint(
                condition=~Q(jenis_kelamin="") | ~Q(rincian=""), name="rincian_elemen_menyebut_bagian"
            ),
        )

    def __str__(self) -> str:
        return " ".join(b for b in (self.rincian, self.jenis_kelamin) if b)


class AturanPengukuran(models.Model):
    """By what an office and those below it measure from a year on; the nearest office, then the latest year holds.

    kebijakan: the policy of capaian (core/regulasi). ambang: by how many percent a figure may move against the last
    quarter, or the same quarter of last year, before it asks for a reason.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField("mulai tahun")
    kebijakan = models.CharField("kebijakan hitung", max_length=60, default="kpu")
    ambang = models.PositiveSmallIntegerField(
        "ambang perubahan (%)", default=50, validators=[MinValueValidator(1), MaxValueValidator(1000)]
    )
    versi = models.PositiveIntegerField(default=0)

    objects = MilikSatkerAtasQuerySet["AturanPengukuran"].as_manager()

    class Meta:
        verbose_name = "aturan pengukuran"
        ordering: ClassVar[list[str]] = ["satker", "tahun"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun"], name="aturan_pengukuran_satu_per_tahun"),
            models.CheckConstraint(condition=Q(ambang__gt=0), name="aturan_pengukuran_ambang_positif"),
        )

    def __str__(self) -> str:
        return f"aturan pengukuran {self.satker} sejak {self.tahun}"
