"""Parts of the data package of an office and year that the database does not hold as rows of their own (yet)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet


class BagianPaket(models.Model):
    """One file of a package, in its canonical bytes; an evidence file in the store of files instead.

    Two kinds: what belongs to a stage that is not in the database yet (each later stage takes its part over), and what
    a year says otherwise than the office says of itself today (``bagian.BAGIAN_TAHUN``).
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    berkas = models.CharField("nama berkas", max_length=200)
    isi = models.BinaryField(default=b"")
    lampiran = models.ForeignKey(Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = MilikSatkerQuerySet["BagianPaket"].as_manager()

    class Meta:
        verbose_name = "bagian paket"
        ordering: ClassVar[list[str]] = ["satker_id", "tahun", "berkas"]
        constraints = (
            models.UniqueConstraint(fields=["satker", "tahun", "berkas"], name="bagian_paket_satu_per_berkas"),
            models.CheckConstraint(
                condition=Q(berkas__startswith="bukti/", lampiran__isnull=False)
                | (~Q(berkas__startswith="bukti/") & Q(lampiran__isnull=True)),
                name="bagian_paket_bukti_berlampiran",
            ),
        )

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun}: {self.berkas}"
