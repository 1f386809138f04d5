"""Revisions of DIPA and POK: a ledger in which each entry starts where the one before ended (guarded by 0002)."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from akuntabel.core.fakta.anggaran import JenisRevisi
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet

KEWENANGAN_KPA = "KPA"


class StatusRevisi(models.TextChoices):
    """How far an entry has come; ditetapkan is booked."""

    DISUSUN = "disusun", "disusun"
    DIAJUKAN = "diajukan", "diajukan"
    DITETAPKAN = "ditetapkan", "ditetapkan"


class RevisiDipa(models.Model):
    """One entry. nomor 0 is the first DIPA and has no ``semula``; money in whole rupiah.

    is_impor: it happened elsewhere and was taken over with a data package as it was told there, so it may lack details
    or not fit its neighbours; that is shown as a finding. An entry made here is booked only if it fits. urut: its
    place in that package; versi counts the changes, so that of two people who act at once one is told.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=20, choices=[(j.value, j.value.replace("_", " ")) for j in JenisRevisi])
    semula = models.BigIntegerField("pagu semula", null=True, blank=True)
    menjadi = models.BigIntegerField("pagu menjadi")
    alasan = models.TextField(blank=True)
    tanggal = models.DateField("tanggal pengesahan", null=True, blank=True)
    kewenangan = models.CharField("yang mengesahkan", max_length=60, blank=True)
    sumber = models.TextField("dokumen asal", blank=True)
    status = models.CharField(max_length=12, choices=StatusRevisi.choices, default=StatusRevisi.DISUSUN)
    versi = models.PositiveIntegerField(default=0)
    is_impor = models.BooleanField("diimpor", default=False, editable=False)
    urut = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = MilikSatkerQuerySet["RevisiDipa"].as_manager()

    class Meta:
        verbose_name = "revisi DIPA"
        ordering: ClassVar[list[str]] = ["satker", "tahun", "nomor"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "nomor"], name="revisi_dipa_satu_per_nomor"),
            models.CheckConstraint(
                condition=Q(is_impor=True) | Q(menjadi__gte=0),
                name="revisi_dipa_tidak_negatif",
                violation_error_message="Pagu menjadi tidak dapat kurang dari 0.",
            ),
            models.CheckConstraint(
                condition=Q(is_impor=True)
                | Q(nomor=0, jenis="awal", semula__isnull=True)
                | (Q(nomor__gt=0, semula__isnull=False) & ~Q(jenis="awal")),
                name="revisi_dipa_awal_tanpa_semula",
                violation_error_message="Hanya nomor 0 yang berjenis awal, dan hanya nomor 0 yang tanpa pagu semula.",
            ),
            models.CheckConstraint(
                condition=Q(is_impor=True)
                | (Q(jenis__in=["awal", "pagu_berubah"]) & ~Q(kewenangan=KEWENANGAN_KPA))
                | Q(jenis__in=["pagu_tetap", "administrasi"], menjadi=F("semula")),
                name="revisi_dipa_pagu_tetap",
                violation_error_message="Revisi pagu tetap, administrasi, atau oleh KPA tidak mengubah pagu.",
            ),
        )

    def __str__(self) -> str:
        return f"Revisi DIPA {self.nomor} {self.satker} {self.tahun}" if self.nomor else f"DIPA awal {self.tahun}"

    @property
    def selisih(self) -> int | None:
        """The change with its sign; None for the first DIPA, which changes nothing."""
        return None if self.semula is None else self.menjadi - self.semula

    @property
    def is_beku(self) -> bool:
        """Booked: only the next entry changes it."""
        return self.status == StatusRevisi.DITETAPKAN

    @property
    def is_pok(self) -> bool:
        """Within the authority of the KPA: neither the total nor any output changes."""
        return self.kewenangan == KEWENANGAN_KPA


class RincianRevisi(models.Model):
    """Part of an entry, signed. output: the output (KRO) of the code; a revision of the POK keeps its sum."""

    revisi = models.ForeignKey(RevisiDipa, on_delete=models.CASCADE, related_name="daftar_rincian")
    urut = models.PositiveIntegerField(default=0)
    kode = models.CharField(max_length=120)
    sumber_dana = models.CharField("sumber dana", max_length=20, blank=True)
    selisih = models.BigIntegerField("bertambah atau berkurang")
    output = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = "rincian revisi"
        ordering: ClassVar[list[str]] = ["revisi", "urut", "pk"]

    def __str__(self) -> str:
        return f"{self.kode} {self.sumber_dana} {self.selisih:+d}"
