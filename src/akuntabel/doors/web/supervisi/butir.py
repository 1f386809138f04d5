"""The indicators of a league as a person knows them: number, name and unit, by their silsilah."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.models import SILSILAH_ORGANISASI
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perencanaan.querysets import daftar_jalur_atas

TERBANYAK = 20  # indicators beside each other


@dataclass(frozen=True, slots=True)
class ButirIndikator:
    """An indicator. desimal: how many digits its manual gives its figures."""

    silsilah: UUID
    kode: str
    nama: str
    satuan: str
    desimal: int

    @property
    def akhiran(self) -> str:
        """The unit as it stands behind a figure."""
        return self.satuan if self.satuan == "%" else f" {self.satuan}" if self.satuan else ""


ORGANISASI = ButirIndikator(SILSILAH_ORGANISASI, "", "Capaian organisasi", "%", 2)


def pilih_silsilah(jumlah_satker: Mapping[UUID, int]) -> list[UUID]:
    """The indicators that most offices answer for: those that can be compared. jumlah_satker: how many, of each."""
    daftar = sorted(jumlah_satker.keys() - {SILSILAH_ORGANISASI}, key=lambda s: (-jumlah_satker[s], s))
    return daftar[:TERBANYAK]


def read_butir(simpul: Satker, daftar_silsilah: Collection[UUID]) -> list[ButirIndikator]:
    """As they stand in the latest plan of this office or of the nearest above it; else of any office that has them."""
    dicari = set(daftar_silsilah)
    daftar: dict[UUID, Indikator] = {}
    for jalur in [*reversed(daftar_jalur_atas(simpul.path)), simpul.path]:
        _add(daftar, _MILIK(jalur), dicari)
    if asing := dicari - daftar.keys():
        _add(daftar, _urutkan(Indikator.objects.filter(silsilah__in=asing)), asing)
    return [ButirIndikator(i.silsilah, i.kode, i.nama, i.satuan, i.desimal) for i in daftar.values()]


def _add(daftar: dict[UUID, Indikator], rencana: Iterable[Indikator], dicari: Collection[UUID]) -> None:
    for indikator in rencana:
        if indikator.silsilah in dicari:
            daftar.pop(indikator.silsilah, None)  # the place in the later plan, not the one in the earlier
            daftar[indikator.silsilah] = indikator


def _urutkan(daftar: QuerySet[Indikator]) -> QuerySet[Indikator]:
    """Plan after plan, each in its own order."""
    renstra = "sasaran__renstra"
    return daftar.order_by(
        f"{renstra}__mulai", f"{renstra}__versi", "sasaran__urut", "sasaran__kode", "urut", "kode"
    ).only("silsilah", "kode", "nama", "satuan", "desimal")


_MILIK = KueriTetap(lambda jalur: _urutkan(Indikator.objects.filter(sasaran__renstra__satker__path=jalur)), "000001/")
