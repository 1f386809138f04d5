"""The signatures under an agreement: who, when, how, and over which bytes. Rows are only added (0003)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.organisasi.models import Pejabat
from akuntabel.siklus.perjanjian.models_perjanjian import PerjanjianKinerja


class PihakPerjanjian(models.TextChoices):
    """The two who sign, in the order in which they do (PermenPANRB 53/2014, anak lampiran I/2-6)."""

    PERTAMA = "pertama", "pihak pertama"
    KEDUA = "kedua", "pihak kedua"


class CaraTandaTangan(models.TextChoices):
    """How somebody signed: inside the PDF with a certificate, or on paper that was scanned."""

    ELEKTRONIK = "elektronik", "tanda tangan elektronik"
    BASAH = "basah", "tanda tangan basah (pindaian)"


class TandaTangan(models.Model):
    """The signature of one party. Each electronic one adds to the file of the one before, so the last holds them all.

    sidik: SHA-256 of the file as it was then. nama, jabatan and nip as signed, whatever becomes of the official's row.
    waktu: when it was recorded here; tanggal: the day under the signature. penandatangan: the account that did it.
    pemegang_sertifikat and penerbit: whose certificate signed and who issued it; empty for wet ink.
    """

    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.PROTECT, related_name="daftar_tanda_tangan")
    pihak = models.CharField(max_length=10, choices=PihakPerjanjian.choices)
    cara = models.CharField("cara tanda tangan", max_length=10, choices=CaraTandaTangan.choices)
    pejabat = models.ForeignKey(Pejabat, on_delete=models.PROTECT, related_name="+")
    nama = models.CharField(max_length=200, blank=True)
    jabatan = models.CharField(max_length=210)
    nip = models.CharField("NIP", max_length=18, blank=True)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    sidik = models.CharField("SHA-256 berkas", max_length=64)
    tanggal = models.DateField("tanggal penandatanganan")
    waktu = models.DateTimeField("waktu dicatat")
    penandatangan = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pemegang_sertifikat = models.CharField("pemegang sertifikat", max_length=300, blank=True)
    penerbit = models.CharField("penerbit sertifikat", max_length=300, blank=True)

    class Meta:
        verbose_name = "tanda tangan"
        ordering: ClassVar[list[str]] = ["perjanjian", "waktu", "pk"]
        constraints = (
            models.UniqueConstraint(fields=["perjanjian", "pihak"], name="tanda_tangan_satu_per_pihak"),
            models.CheckConstraint(condition=Q(pihak__in=PihakPerjanjian.values), name="tanda_tangan_pihak_dikenal"),
            models.CheckConstraint(
                condition=Q(cara=CaraTandaTangan.BASAH.value)
                | (Q(cara=CaraTandaTangan.ELEKTRONIK.value) & ~Q(pemegang_sertifikat="")),
                name="tanda_tangan_elektronik_bersertifikat",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_pihak_display()}: {self.nama or self.jabatan}, {self.get_cara_display()}"
