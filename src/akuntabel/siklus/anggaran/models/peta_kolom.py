"""Which column of a plain table is what, as an office has said it once."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet


class PetaKolom(models.Model):
    """The mapping of one shape of table, known by its headers; asked for once, used whenever that shape comes again.

    sidik_kepala: of its headers, so that a table with other columns is asked about anew; judul: meaning to header.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    sidik_kepala = models.CharField("SHA-256 judul kolom", max_length=64)
    judul = models.JSONField("arti kolom", default=dict)
    pencatat = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    updated_at = models.DateTimeField(auto_now=True)

    objects = MilikSatkerQuerySet["PetaKolom"].as_manager()

    class Meta:
        verbose_name = "peta kolom"
        ordering: ClassVar[list[str]] = ["satker", "pk"]
        constraints = (models.UniqueConstraint(fields=["satker", "sidik_kepala"], name="peta_kolom_satu_per_kepala"),)

    def __str__(self) -> str:
        return ", ".join(f"{arti}: {judul}" for arti, judul in self.judul.items())
