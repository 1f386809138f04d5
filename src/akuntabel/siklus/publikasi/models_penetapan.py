"""The signature by which the head of the office adopts the report. Never public itself; rows are only added (0004)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.pelaporan.models import LaporanKinerja


class CaraPenetapan(models.TextChoices):
    """How the report was signed: inside the PDF with a certificate, or on paper that was scanned."""

    ELEKTRONIK = "elektronik", "tanda tangan elektronik"
    BASAH = "basah", "tanda tangan basah (pindaian)"


class PenetapanLaporan(models.Model):
    """A report as adopted: who signed it, when, how, and the files that were frozen with the signature.

    slug: the name under which it is published. sidik: what the QR carries, of the facts as the public gets them;
    paket: those facts. A report of a quarter is not published, and its sidik is of its name and words. berkas: the PDF
    with the package inside, signed if electronic; pindaian: the scan of the signed paper. nama, jabatan, nip as signed,
    whatever becomes of the official's row. waktu: when it was recorded here; tanggal: the day under the signature.
    """

    laporan = models.OneToOneField(LaporanKinerja, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField("nama publik", max_length=120, unique=True)
    cara = models.CharField("cara tanda tangan", max_length=10, choices=CaraPenetapan.choices)
    tanggal = models.DateField("tanggal penandatanganan")
    nama = models.CharField(max_length=200, blank=True)
    jabatan = models.CharField(max_length=210)
    nip = models.CharField("NIP", max_length=18, blank=True)
    sidik = models.CharField("sidik paket data", max_length=64)
    paket = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    pindaian = models.ForeignKey(Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pemegang_sertifikat = models.CharField("pemegang sertifikat", max_length=300, blank=True)
    penerbit = models.CharField("penerbit sertifikat", max_length=300, blank=True)
    penandatangan = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField("waktu dicatat")

    class Meta:
        verbose_name = "penetapan laporan"
        ordering: ClassVar[list[str]] = ["-waktu"]
        constraints = (
            models.CheckConstraint(
                condition=Q(cara=CaraPenetapan.BASAH.value, pindaian__isnull=False, pemegang_sertifikat="")
                | (Q(cara=CaraPenetapan.ELEKTRONIK.value, pindaian__isnull=True) & ~Q(pemegang_sertifikat="")),
                name="penetapan_bertanda_tangan",
            ),
        )

    def __str__(self) -> str:
        return f"penetapan {self.laporan}"

    @property
    def is_elektronik(self) -> bool:
        """Whether the PDF itself carries the signature."""
        return self.cara == CaraPenetapan.ELEKTRONIK.value
