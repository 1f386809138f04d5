"""Disputes, suits, violations and incidents of an election, with their documents."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from akuntabel.core.fakta.kepemiluan import JenisPerkara
from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.kepemiluan.models.pemilihan import Pemilihan
from akuntabel.siklus.kepemiluan.querysets import MilikPerkaraQuerySet
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet


class Perkara(models.Model):
    """A case before an authority, or an incident. is_terbukti: violation proven or petition granted; None: open."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    pemilihan = models.ForeignKey(Pemilihan, on_delete=models.PROTECT, related_name="+")
    kode = models.CharField(max_length=60)
    jenis = models.CharField(max_length=20, choices=[(j.value, j.value) for j in JenisPerkara])
    lembaga = models.TextField("lembaga yang memeriksa")
    nomor = models.TextField("nomor register atau surat", blank=True)
    pemohon = models.TextField("pemohon atau pelapor", blank=True)
    termohon = models.TextField("termohon atau terlapor", blank=True)
    amar = models.TextField("amar putusan", blank=True)
    is_terbukti = models.BooleanField("terbukti atau dikabulkan", null=True, blank=True)
    tanggal = models.DateField("tanggal putusan atau surat", null=True, blank=True)
    keterangan = models.TextField(blank=True)
    sumber = models.TextField("asal keterangan", blank=True)
    urut = models.PositiveIntegerField(default=0)
    versi = models.PositiveIntegerField(default=0)

    objects = MilikSatkerQuerySet["Perkara"].as_manager()

    class Meta:
        verbose_name = "perkara"
        verbose_name_plural = "perkara"
        ordering: ClassVar[list[str]] = ["satker", "pemilihan__tahun_laporan", "urut", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["satker", "pemilihan", "kode"],
                name="perkara_satu_per_kode",
                violation_error_message="Pemilihan ini sudah mempunyai perkara dengan kode itu.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.nomor or self.kode}"


class DokumenPerkara(models.Model):
    """A file that proves what a case says: petition, verdict, letter of the court."""

    perkara = models.ForeignKey(Perkara, on_delete=models.PROTECT, related_name="daftar_dokumen")
    nama = models.CharField("nama dokumen", max_length=200)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    pengunggah = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = MilikPerkaraQuerySet["DokumenPerkara"].as_manager()

    class Meta:
        verbose_name = "dokumen perkara"
        ordering: ClassVar[list[str]] = ["perkara", "pk"]
        constraints = (models.UniqueConstraint(fields=["perkara", "berkas"], name="dokumen_perkara_sekali"),)

    def __str__(self) -> str:
        return self.nama
