"""Who sees which worksheet and which recommendation: what an evaluator is still drafting is not shown to the office."""

from typing import TYPE_CHECKING, Self, TypeVar

from django.db.models import Model, Q

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet, daftar_penugasan_berlaku

if TYPE_CHECKING:
    from akuntabel.siklus.organisasi.models import Satker

M = TypeVar("M", bound=Model)


class LkeQuerySet(MilikSatkerQuerySet[M]):
    """Worksheets."""

    def visible_to(self, pengguna: Pengguna) -> Self:
        """Those of offices that the person sees; a draft of the evaluating office only to its evaluators."""
        kantor = [p.satker_id for p in daftar_penugasan_berlaku(pengguna) if p.peran_enum is Peran.EVALUATOR]
        rancangan = Q(jenis="resmi", status="disusun")
        return super().visible_to(pengguna).filter(~rancangan | Q(penilai__in=kantor))


class RekomendasiQuerySet(MilikSatkerQuerySet[M]):
    """Recommendations."""

    def berlaku(self) -> Self:
        """Those that bind: of an adopted sheet, or of none."""
        return self.filter(Q(lke__isnull=True) | Q(lke__status="ditetapkan"))

    def terbuka(self) -> Self:
        """Not settled yet."""
        return self.exclude(status="selesai")

    def for_satker(self, satker: "Satker", tahun: int) -> Self:
        """Of one office and year."""
        return self.filter(satker=satker, tahun=tahun)
