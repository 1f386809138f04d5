"""A version of a Renstra of the database as facts of the data package, for an office that may have adopted it."""

from collections.abc import Sequence
from dataclasses import dataclass

from akuntabel.core.fakta import perencanaan as fakta
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, SasaranAnggaran, TargetRenstra
from akuntabel.siklus.perencanaan.target import build_fakta_indikator


@dataclass(frozen=True, slots=True)
class IsiRencana:
    """What a package says of the plan."""

    renstra: fakta.Renstra
    daftar_sasaran: tuple[fakta.Sasaran, ...]
    daftar_indikator: tuple[fakta.Indikator, ...]
    daftar_target: tuple[fakta.TargetRenstra, ...]


def build_rencana(satker: Satker, renstra: Renstra, tahun: int) -> IsiRencana:
    """The plan as it holds for an office: of one taken over from above only what the office carries."""
    daftar = list(_daftar_indikator(satker, renstra, tahun))
    sasaran = list(renstra.daftar_sasaran.select_related("tujuan").order_by("urut", "pk"))
    if renstra.satker_id != satker.pk:
        diemban = {i.sasaran_id for i in daftar}
        sasaran = [s for s in sasaran if s.pk in diemban]
    target = TargetRenstra.objects.filter(indikator__in=daftar).select_related("indikator")
    return IsiRencana(
        renstra=_build_renstra(renstra),
        daftar_sasaran=tuple(fakta.Sasaran(s.kode, s.nama, s.tujuan.kode if s.tujuan else None) for s in sasaran),
        daftar_indikator=tuple(_build_indikator(i, satker) for i in _urutkan(daftar)),
        daftar_target=tuple(
            fakta.TargetRenstra(
                t.indikator.kode, t.tahun, t.target, t.sumber or f"Renstra {renstra.mulai}–{renstra.selesai}"
            )
            for t in target.order_by("urut", "indikator__sasaran__urut", "indikator__urut", "tahun")
        ),
    )


def build_daftar_sasaran_anggaran(satker: Satker, tahun: int) -> tuple[fakta.SasaranAnggaran, ...]:
    """Which money serves which sasaran in the year."""
    daftar = SasaranAnggaran.objects.filter(satker=satker, tahun=tahun).select_related("sasaran")
    return tuple(
        fakta.SasaranAnggaran(
            sasaran=s.sasaran.kode,
            kode=s.kode,
            hubungan=fakta.HubunganAnggaran(s.hubungan),
            sumber_dana=s.sumber_dana or None,
            alasan=s.alasan,
        )
        for s in daftar.order_by("urut", "pk")
    )


def _daftar_indikator(satker: Satker, renstra: Renstra, tahun: int) -> Sequence[Indikator]:
    dasar = Indikator.objects.select_related("sasaran", "pengampu")
    if renstra.satker_id == satker.pk:
        return list(dasar.filter(sasaran__renstra=renstra))
    return list(dasar.filter(sasaran__renstra=renstra, pk__in=daftar_indikator_berlaku(satker, tahun).values("pk")))


def _urutkan(daftar: Sequence[Indikator]) -> list[Indikator]:
    """A plan that came as a package numbers its indicators throughout; one that was typed, within each sasaran."""
    is_menerus = len({i.urut for i in daftar}) == len(daftar)
    return sorted(daftar, key=lambda i: ((0,) if is_menerus else (i.sasaran.urut, i.sasaran_id), i.urut, i.pk))


def _build_renstra(renstra: Renstra) -> fakta.Renstra:
    return fakta.Renstra(
        mulai=renstra.mulai,
        selesai=renstra.selesai,
        dasar=renstra.dasar,
        visi=renstra.visi,
        misi=tuple(renstra.misi),
        tujuan=tuple(fakta.Tujuan(t.kode, t.nama) for t in renstra.daftar_tujuan.order_by("urut", "pk")),
        catatan=renstra.catatan or None,
    )


def _build_indikator(i: Indikator, satker: Satker) -> fakta.Indikator:
    # A unit of the office above is none of this office; its package would point nowhere.
    pengampu = i.pengampu.kode if i.pengampu and i.pengampu.satker_id == satker.pk else None
    return build_fakta_indikator(i, sasaran=i.sasaran.kode, pengampu=pengampu)
