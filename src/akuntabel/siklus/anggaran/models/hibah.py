"""Grants: agreement, budget, cash and recorded spending are different numbers and stay apart (sakip-rules §6.3)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet


class Hibah(models.Model):
    """A grant in one year of an office, whole rupiah; None: not known, which is not 0.

    nilai_nphd: of the whole agreement, over all its years; pagu_dipa: what the DIPA of this year allows of it;
    realisasi_kas: paid out this year; realisasi_disahkan: recorded with SP2HL/SPHL this year.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=60)
    nama = models.TextField()
    pemberi = models.TextField("pemberi hibah")
    nomor_nphd = models.CharField("nomor NPHD", max_length=120, blank=True)
    tanggal_nphd = models.DateField("tanggal NPHD", null=True, blank=True)
    nomor_register = models.CharField("nomor register", max_length=60, blank=True)
    sumber_dana = models.CharField("sumber dana", max_length=20, default="HLD", blank=True)
    nilai_nphd = models.BigIntegerField("nilai NPHD (Rp)", null=True, blank=True)
    pagu_dipa = models.BigIntegerField("pagu dalam DIPA (Rp)")
    realisasi_kas = models.BigIntegerField("realisasi kas (Rp)", null=True, blank=True)
    realisasi_disahkan = models.BigIntegerField("realisasi yang disahkan (Rp)", null=True, blank=True)
    sumber = models.TextField("dokumen asal", blank=True)
    catatan = models.TextField(blank=True)
    urut = models.PositiveSmallIntegerField(default=0)
    suntingan = models.PositiveIntegerField(default=0, editable=False)

    objects = MilikSatkerQuerySet["Hibah"].as_manager()

    class Meta:
        verbose_name = "hibah"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "urut", "kode"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "kode"], name="hibah_satu_per_kode"),
            models.CheckConstraint(condition=Q(pagu_dipa__gte=0), name="hibah_pagu_tidak_negatif"),
        )

    def __str__(self) -> str:
        return self.nama


class TerminHibah(models.Model):
    """One payment of the giver to the account of the grant, in the year that the NPHD sets for it."""

    hibah = models.ForeignKey(Hibah, on_delete=models.CASCADE, related_name="daftar_termin")
    urut = models.PositiveSmallIntegerField()
    tahun = models.PositiveSmallIntegerField()
    tanggal = models.DateField("tanggal diterima", null=True, blank=True)
    nilai = models.BigIntegerField("nilai (Rp)")
    keterangan = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "termin hibah"
        ordering: ClassVar[list[str]] = ["hibah", "urut"]
        constraints = (
            models.UniqueConstraint(fields=["hibah", "urut"], name="termin_hibah_satu_per_urut"),
            models.CheckConstraint(condition=Q(nilai__gt=0), name="termin_hibah_positif"),
        )

    def __str__(self) -> str:
        return f"termin {self.urut} {self.tahun}"
