"""Indicators with their manual, and their targets of five years. The fields are those of ``core.fakta``."""

import uuid
from typing import ClassVar

from django.db import models

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.fakta.perencanaan import Agregasi, SumberRealisasi
from akuntabel.siklus.organisasi.models import Unit
from akuntabel.siklus.perencanaan.models.renstra import Sasaran
from akuntabel.siklus.perencanaan.models.tersunting import Tersunting
from akuntabel.siklus.perencanaan.querysets import IndikatorQuerySet


class Indikator(Tersunting):
    """An indicator with its manual: what it means, how it is measured, which way is better (arah has no default).

    silsilah is the same in every version and period in which the indicator lives on, however it is worded there. The
    last five fields are what makes its data trustworthy: baseline, instrument, keeping and compilation (Perpres
    29/2014 Pasal 17), and rhythm (PermenPANRB 88/2021, kriteria 2b4).
    """

    sasaran = models.ForeignKey(Sasaran, on_delete=models.CASCADE, related_name="daftar_indikator")
    kode = models.CharField(max_length=40)
    nama = models.TextField("nama baku")
    definisi = models.TextField("definisi operasional")
    satuan = models.CharField(max_length=60)
    arah = models.CharField("polaritas", max_length=20, choices=[(a.value, a.value) for a in Arah])
    rumus = models.TextField()
    pembilang = models.TextField(blank=True)
    penyebut = models.TextField(blank=True)
    sumber_data = models.TextField("sumber data")
    sumber_realisasi = models.CharField(
        "sumber realisasi", max_length=20, choices=[(s.value, s.value) for s in SumberRealisasi]
    )
    konsolidasi = models.CharField(max_length=20, choices=[(k.value, k.value) for k in Konsolidasi])
    agregasi = models.CharField(max_length=20, choices=[(a.value, a.value) for a in Agregasi])
    desimal = models.PositiveSmallIntegerField("angka di belakang koma", default=2)
    predikat = models.CharField("daftar predikat", max_length=60, blank=True)
    pengampu = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="unit penanggung jawab"
    )
    urut = models.PositiveSmallIntegerField(default=0)
    silsilah = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    data_dasar = models.TextField("data dasar", blank=True)
    instrumen = models.TextField("instrumen perolehan data", blank=True)
    penyimpanan = models.TextField("penatausahaan dan penyimpanan", blank=True)
    kompilasi = models.TextField("kompilasi dan perangkuman", blank=True)
    jadwal = models.CharField("jadwal pengumpulan", max_length=200, blank=True)

    objects = IndikatorQuerySet["Indikator"].as_manager()

    class Meta:
        verbose_name = "indikator"
        ordering: ClassVar[list[str]] = ["urut", "kode"]
        constraints = (models.UniqueConstraint(fields=["sasaran", "kode"], name="indikator_satu_per_kode"),)

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class TargetRenstra(Tersunting):
    """The target of an indicator in one year of the plan, written by polarity (``77``, ``80..90``, ``B``)."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="daftar_target")
    tahun = models.PositiveSmallIntegerField()
    target = models.CharField(max_length=40)
    sumber = models.TextField(blank=True)
    urut = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "target renstra"
        ordering: ClassVar[list[str]] = ["urut", "indikator", "tahun"]
        constraints = (models.UniqueConstraint(fields=["indikator", "tahun"], name="target_renstra_satu_per_tahun"),)

    def __str__(self) -> str:
        return f"{self.indikator.kode} {self.tahun}: {self.target}"
