"""Where the draft of an agreement comes from: the RKT of the year, else the plan in force; the budget in force."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from akuntabel.core.fakta.anggaran import TingkatAnggaran
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.berlaku import (
    daftar_indikator_berlaku,
    daftar_kode_berlaku,
    daftar_pagu_berlaku,
    find_renstra_berlaku,
)
from akuntabel.siklus.perencanaan.models import (
    Indikator,
    KodeReferensi,
    RencanaKinerja,
    Renstra,
    StatusRencana,
    TargetRenstra,
)
from akuntabel.siklus.perencanaan.querysets import daftar_jalur_atas


@dataclass(frozen=True, slots=True)
class TargetAsal:
    """A target of the plan for the year, with the reason where the RKT already departs from the Renstra."""

    indikator: Indikator
    target: str
    asal: str
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class AnggaranAsal:
    """A line of the annex as the budget in force gives it."""

    kode: str
    uraian: str
    sumber_dana: str
    pagu: int


def daftar_target_asal(satker: Satker, tahun: int) -> list[TargetAsal]:
    """The targets of the adopted RKT of the year, else those of the Renstra in force; empty text where none is set."""
    rkt = find_rkt_berlaku(satker, tahun)
    if rkt is not None:
        baris = rkt.daftar_target.select_related("indikator__sasaran")
        terurut = sorted(baris, key=lambda b: _urutan(b.indikator))
        return [TargetAsal(b.indikator, b.target, str(rkt), b.alasan) for b in terurut]
    renstra = find_renstra_berlaku(satker, tahun)
    daftar_indikator = list(daftar_indikator_berlaku(satker, tahun).select_related("sasaran"))
    target = dict(
        TargetRenstra.objects.filter(indikator__in=daftar_indikator, tahun=tahun).values_list("indikator", "target")
    )
    return [TargetAsal(i, target.get(i.pk, ""), str(renstra)) for i in daftar_indikator]


def require_indikator(satker: Satker, daftar_indikator: Iterable[Indikator]) -> None:
    """Indicators are those of the office's own plan or of one above. Raises ValidationError naming the others."""
    asing = Indikator.objects.filter(pk__in=[i.pk for i in daftar_indikator]).exclude(
        sasaran__renstra__satker__path__in=[satker.path, *daftar_jalur_atas(satker.path)]
    )
    if asing:
        raise ValidationError(f"Bukan indikator rencana {satker} atau satker di atasnya: {', '.join(map(str, asing))}.")


def find_rkt_berlaku(satker: Satker, tahun: int) -> RencanaKinerja | None:
    """The last adopted RKT of the year."""
    return (
        RencanaKinerja.objects.filter(satker=satker, tahun=tahun, status=StatusRencana.DITETAPKAN.value)
        .order_by("revisi")
        .last()
    )


def find_renstra_asal(satker: Satker, tahun: int) -> Renstra | None:
    """The version of the plan that stands behind an agreement drafted now."""
    rkt = find_rkt_berlaku(satker, tahun)
    return rkt.renstra if rkt is not None else find_renstra_berlaku(satker, tahun)


def daftar_anggaran_asal(satker: Satker, tahun: int) -> list[AnggaranAsal]:
    """The budget in force, added up to kegiatan per source of funds, with the official names of the catalogue."""
    katalog = daftar_kode_berlaku(satker, tahun)
    jumlah: dict[tuple[str, str], int] = {}
    for pagu in daftar_pagu_berlaku(satker, tahun):
        kunci = (find_kegiatan(pagu.kode, katalog), pagu.sumber_dana)
        jumlah[kunci] = jumlah.get(kunci, 0) + pagu.pagu
    return [
        AnggaranAsal(kode, katalog[kode].uraian if kode in katalog else "", sumber, pagu)
        for (kode, sumber), pagu in sorted(jumlah.items())
    ]


def daftar_kode_induk(kode: str, katalog: dict[str, KodeReferensi]) -> Iterator[str]:
    """The code itself and those above it, as far as the catalogue knows them."""
    dilihat: set[str] = set()
    while kode and kode not in dilihat:
        yield kode
        dilihat.add(kode)  # a catalogue typed wrongly may go round in a circle
        kode = katalog[kode].induk if kode in katalog else ""


def find_kegiatan(kode: str, katalog: dict[str, KodeReferensi]) -> str:
    """The kegiatan that a code belongs to; the code itself where the catalogue does not say."""
    for k in daftar_kode_induk(kode, katalog):
        if k in katalog and katalog[k].tingkat == TingkatAnggaran.KEGIATAN.value:
            return k
    return kode


def _urutan(indikator: Indikator) -> tuple[int, str, int, str]:
    return (indikator.sasaran.urut, indikator.sasaran.kode, indikator.urut, indikator.kode)
