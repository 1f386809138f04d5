"""What evaluations still ask of an office, for the pages on which the next year is planned."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from akuntabel.doors.web.ruang import Ruang
from akuntabel.siklus.evaluasi.models import Rekomendasi


@dataclass(frozen=True, slots=True)
class Terbuka:
    """Open recommendations: of an indicator through all versions of the plan (silsilah), and the others."""

    per_indikator: Mapping[UUID, list[Rekomendasi]]
    umum: tuple[Rekomendasi, ...]

    def of(self, silsilah: UUID) -> list[Rekomendasi]:
        """Those about an indicator."""
        return self.per_indikator.get(silsilah, [])


def read_terbuka(ruang: Ruang) -> Terbuka:
    """In one read: those of the year and of the years before that are not settled."""
    daftar = Rekomendasi.objects.filter(satker=ruang.satker, tahun__lte=ruang.tahun).berlaku().terbuka()
    per_indikator: dict[UUID, list[Rekomendasi]] = defaultdict(list)
    umum = []
    for r in daftar.select_related("indikator").order_by("-tahun", "nomor"):
        if r.indikator is not None:
            per_indikator[r.indikator.silsilah].append(r)
        else:
            umum.append(r)
    return Terbuka(dict(per_indikator), tuple(umum))
