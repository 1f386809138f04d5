"""Voters, only as counts: never a person, never anything that leads to one."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.fakta.kepemiluan import Disabilitas
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.siklus.kepemiluan.models.pemilihan import Pemilihan
from akuntabel.siklus.kepemiluan.querysets import DaftarPemilihQuerySet
from akuntabel.siklus.organisasi.models import Satker


class DaftarPemilih(models.Model):
    """How many voters of one kind there are in an area, and how many of them voted; None: not known.

    Rows of a disability are part of those of all voters, never beside them. Rows are only added: menggantikan is the
    row whose place it takes, is_ditarik says that the cell holds no longer (because its parts are written instead).
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    pemilihan = models.ForeignKey(Pemilihan, on_delete=models.PROTECT, related_name="+")
    kategori = models.CharField(max_length=20, choices=[(k.value, k.value) for k in KategoriPemilih])
    jenis_kelamin = models.CharField("jenis kelamin", max_length=1, choices=[(j.value, j.value) for j in JenisKelamin])
    disabilitas = models.CharField(max_length=1, choices=[(d.value, d.label) for d in Disabilitas], blank=True)
    kecamatan = models.CharField(max_length=100, blank=True)
    kelurahan = models.CharField("kelurahan atau desa", max_length=100, blank=True)
    pemilih = models.PositiveIntegerField(null=True, blank=True)
    pengguna = models.PositiveIntegerField("pengguna hak pilih", null=True, blank=True)
    sumber = models.TextField("dokumen asal")
    is_ditarik = models.BooleanField("ditarik", default=False)
    menggantikan = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="pengganti", editable=False
    )
    alasan_perubahan = models.TextField("alasan perubahan", blank=True)
    pencatat = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DaftarPemilihQuerySet["DaftarPemilih"].as_manager()

    class Meta:
        verbose_name = "daftar pemilih"
        verbose_name_plural = "daftar pemilih"
        ordering: ClassVar[list[str]] = ["pk"]
        indexes = (models.Index(fields=["satker", "pemilihan"], name="daftar_pemilih_satker"),)
        constraints = (
            # The first word on a cell is said once; after it comes only what takes its place.
            models.UniqueConstraint(
                fields=["satker", "pemilihan", "kategori", "jenis_kelamin", "disabilitas", "kecamatan", "kelurahan"],
                condition=Q(menggantikan=None),
                name="daftar_pemilih_satu_per_sel",
            ),
            models.CheckConstraint(
                condition=Q(is_ditarik=True, pemilih=None, pengguna=None)
                | (Q(is_ditarik=False) & (Q(pemilih__isnull=False) | Q(pengguna__isnull=False))),
                name="daftar_pemilih_berisi",
            ),
            models.CheckConstraint(
                condition=Q(pemilih=None) | Q(pengguna=None) | Q(pengguna__lte=F("pemilih")),
                name="daftar_pemilih_pengguna_wajar",
                violation_error_message="Pengguna hak pilih lebih banyak daripada pemilihnya.",
            ),
            models.CheckConstraint(condition=Q(kelurahan="") | ~Q(kecamatan=""), name="daftar_pemilih_berkecamatan"),
            models.CheckConstraint(
                condition=Q(kategori__in=[k.value for k in KategoriPemilih])
                & Q(jenis_kelamin__in=[j.value for j in JenisKelamin])
                & Q(disabilitas__in=[d.value for d in Disabilitas]),
                name="daftar_pemilih_pilihan",
            ),
        )

    def __str__(self) -> str:
        wilayah = " ".join(w for w in (self.kecamatan, self.kelurahan) if w) or "seluruh wilayah"
        return f"{self.kategori} {self.jenis_kelamin} {wilayah}"
