"""The review of a report: who reviews, what they looked at, and the statement that they signed.

While a report is reviewed or signed, its working paper is frozen by the database (0002_beku). Statements are only
added.
"""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.pelaporan.models import LaporanKinerja


class PenugasanReviu(models.Model):
    """An auditor who reviews a report. is_ketua: leads the team and signs the statement.

    is_satker_sendiri: of the very office that reports, which only a team appointed by its head may be
    (PermenPANRB 53/2014, Lampiran III.C.1); dasar then says by what decision. selesai_pada: no longer on the team.
    """

    laporan = models.ForeignKey(LaporanKinerja, on_delete=models.PROTECT, related_name="+")
    auditor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_ketua = models.BooleanField("ketua tim", default=False)
    is_satker_sendiri = models.BooleanField("dari satker yang melapor", default=False)
    dasar = models.CharField("dasar penugasan", max_length=200, blank=True)
    penunjuk = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ditunjuk_pada = models.DateTimeField(default=timezone.now)
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "penugasan reviu"
        ordering: ClassVar[list[str]] = ["laporan", "-is_ketua", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["laporan", "auditor"],
                condition=Q(selesai_pada__isnull=True),
                name="penugasan_reviu_satu_per_auditor",
            ),
            models.UniqueConstraint(
                fields=["laporan"],
                condition=Q(is_ketua=True, selesai_pada__isnull=True),
                name="penugasan_reviu_satu_ketua",
            ),
            models.CheckConstraint(
                condition=Q(is_satker_sendiri=False) | ~Q(dasar=""), name="penugasan_reviu_sendiri_berdasar"
            ),
        )

    def __str__(self) -> str:
        return f"{self.auditor} mereviu {self.laporan}"


class Jawaban(models.TextChoices):
    """What an auditor says of one line of the checklist."""

    YA = "ya", "ya"
    SEBAGIAN = "sebagian", "sebagian"
    TIDAK = "tidak", "tidak"
    TIDAK_BERLAKU = "tidak_berlaku", "tidak berlaku"


class ButirReviu(models.Model):
    """A line of the checklist (anak lampiran III/2-2) for one report. jawaban "": nobody has answered yet.

    bukti_mesin: what the data themselves say of it (``bukti_mesin.BuktiMesin``); it suggests, and answers nothing.
    """

    laporan = models.ForeignKey(LaporanKinerja, on_delete=models.PROTECT, related_name="+")
    kode = models.CharField(max_length=10)
    jawaban = models.CharField(max_length=20, choices=Jawaban.choices, blank=True)
    catatan = models.TextField(blank=True)
    bukti_mesin = models.JSONField("bukti dari data", default=dict, blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diubah_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "butir reviu"
        ordering: ClassVar[list[str]] = ["laporan", "pk"]
        constraints = (
            models.UniqueConstraint(fields=["laporan", "kode"], name="butir_reviu_satu_per_kode"),
            models.CheckConstraint(condition=Q(jawaban="") | Q(oleh__isnull=False), name="butir_reviu_dijawab_orang"),
        )

    def __str__(self) -> str:
        return f"{self.kode} {self.laporan}"


class BuktiReviu(models.Model):
    """What the checker found in the document of a report, and of which facts. Replaced when it is computed anew."""

    laporan = models.OneToOneField(LaporanKinerja, on_delete=models.PROTECT, related_name="+")
    sidik_fakta = models.CharField(max_length=64)
    daftar_temuan = models.JSONField(default=list)
    angka_diperiksa = models.PositiveIntegerField(default=0)
    disusun_pada = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "bukti reviu"

    def __str__(self) -> str:
        return f"Bukti {self.laporan}"


class KelompokLangkah(models.TextChoices):
    """What a step of a review is about: the parts of a working paper (PermenPANRB 53/2014, Lampiran III.C.3 c)."""

    KEANDALAN = "keandalan", "Pengujian keandalan dan akurasi data"
    SAKIP = "sakip", "Telaahan penyelenggaraan SAKIP"
    SUBSTANSI = "substansi", "Penelaahan isi laporan"


class LangkahReviu(models.Model):
    """A step of the review as the working paper keeps it: what was done, what came out, what follows."""

    laporan = models.ForeignKey(LaporanKinerja, on_delete=models.PROTECT, related_name="+")
    urut = models.PositiveIntegerField("urutan")
    kelompok = models.CharField(max_length=20, choices=KelompokLangkah.choices)
    uraian = models.TextField("langkah yang dilaksanakan")
    hasil = models.TextField("hasil pelaksanaan", blank=True)
    simpulan = models.TextField("simpulan atau catatan pereviu", blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    diubah_pada = models.DateTimeField(default=timezone.now)
    versi = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "langkah reviu"
        ordering: ClassVar[list[str]] = ["laporan", "urut"]
        constraints = (models.UniqueConstraint(fields=["laporan", "urut"], name="langkah_reviu_satu_per_urutan"),)

    def __str__(self) -> str:
        return self.uraian


class CaraTandaReviu(models.TextChoices):
    """How the statement was signed."""

    ELEKTRONIK = "elektronik", "tanda tangan elektronik"
    BASAH = "basah", "tanda tangan basah (pindaian)"


class HasilReviu(models.Model):
    """The statement that a report has been reviewed, as it was signed. Rows are only added (0002_beku).

    sidik_fakta: of the facts that were reviewed; another report of the same row (returned, corrected, submitted again)
    gets a statement of its own, counted by nomor. isi: the working paper as it stood then. berkas: the signed PDF, or
    the scan. pemegang_sertifikat, penerbit: whose certificate signed and who issued it; empty for wet ink.
    """

    laporan = models.ForeignKey(LaporanKinerja, on_delete=models.PROTECT, related_name="+")
    nomor = models.PositiveIntegerField()
    sidik_fakta = models.CharField(max_length=64)
    kesimpulan = models.TextField()
    paragraf_penjelas = models.JSONField("paragraf penjelas", default=list, blank=True)
    nama = models.CharField(max_length=200)
    nip = models.CharField("NIP", max_length=18, blank=True, validators=[RegexValidator(r"^\d{18}$")])
    jabatan = models.CharField(max_length=210)
    tempat = models.CharField("tempat penandatanganan", max_length=100)
    tanggal = models.DateField("tanggal penandatanganan")
    cara = models.CharField("cara tanda tangan", max_length=10, choices=CaraTandaReviu.choices)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    isi = models.JSONField("kertas kerja", default=dict)
    penandatangan = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pemegang_sertifikat = models.CharField("pemegang sertifikat", max_length=300, blank=True)
    penerbit = models.CharField("penerbit sertifikat", max_length=300, blank=True)
    waktu = models.DateTimeField("waktu dicatat", default=timezone.now)

    class Meta:
        verbose_name = "hasil reviu"
        ordering: ClassVar[list[str]] = ["laporan", "nomor"]
        constraints = (
            models.UniqueConstraint(fields=["laporan", "nomor"], name="hasil_reviu_satu_per_nomor"),
            models.CheckConstraint(
                condition=Q(cara=CaraTandaReviu.BASAH.value)
                | (Q(cara=CaraTandaReviu.ELEKTRONIK.value) & ~Q(pemegang_sertifikat="")),
                name="hasil_reviu_elektronik_bersertifikat",
            ),
            models.CheckConstraint(condition=~Q(kesimpulan="") & ~Q(sidik_fakta=""), name="hasil_reviu_lengkap"),
        )

    def __str__(self) -> str:
        return f"Pernyataan Telah Direviu {self.laporan}"


class KeadaanReviu(StrEnum):
    """How far the review of a report has come, in one word for lists."""

    BELUM_DITUGASKAN = "belum ditugaskan"
    BERJALAN = "berjalan"
    MENUNGGU_PERBAIKAN = "menunggu perbaikan"
    SELESAI = "selesai"
