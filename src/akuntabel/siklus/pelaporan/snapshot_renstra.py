"""A version of a Renstra of the database as facts of the data package, for an office that may have adopted it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, F, When

from akuntabel.core.fakta import perencanaan as fakta
from akuntabel.platform.kueri import BarisTetap, KueriTetap
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, Sasaran, SasaranAnggaran, TargetRenstra, Tujuan
from akuntabel.siklus.perencanaan.target import build_fakta_indikator

_TUJUAN = BarisTetap(
    lambda renstra: Tujuan.objects.filter(renstra=renstra).order_by("urut", "pk").values_list("kode", "nama"), 1
)
_SASARAN = BarisTetap(
    lambda renstra: (
        Sasaran.objects.filter(renstra=renstra).order_by("urut", "pk").values_list("pk", "kode", "nama", "tujuan__kode")
    ),
    1,
)
# A unit of the office above is none of this office; its package would point nowhere.
_INDIKATOR = KueriTetap(
    lambda renstra, satker: (
        Indikator.objects.filter(sasaran__renstra=renstra)
        .annotate(kode_pengampu=Case(When(pengampu__satker=satker, then=F("pengampu__kode"))))
        .order_by("pk")
    ),
    1,
    2,
)
_TARGET = BarisTetap(
    lambda renstra: (
        TargetRenstra.objects.filter(indikator__sasaran__renstra=renstra)
        .order_by("urut", "indikator__sasaran__urut", "indikator__urut", "tahun", "pk")
        .values_list("indikator", "tahun", "target", "sumber")
    ),
    1,
)
_SASARAN_ANGGARAN = BarisTetap(
    lambda satker, tahun: (
        SasaranAnggaran.objects.filter(satker=satker, tahun=tahun)
        .order_by("urut", "pk")
        .values_list("sasaran__kode", "kode", "hubungan", "sumber_dana", "alasan")
    ),
    1,
    2020,
)


@dataclass(frozen=True, slots=True)
class IsiRencana:
    """What a package says of the plan."""

    renstra: fakta.Renstra
    daftar_sasaran: tuple[fakta.Sasaran, ...]
    daftar_indikator: tuple[fakta.Indikator, ...]
    daftar_target: tuple[fakta.TargetRenstra, ...]


def build_rencana(satker: Satker, renstra: Renstra, tahun: int) -> IsiRencana:
    """The plan as it holds for an office: of one taken over from above only what the office carries."""
    daftar = _daftar_indikator(satker, renstra, tahun)
    sasaran = {pk: fakta.Sasaran(*isi) for pk, *isi in _SASARAN(renstra.pk)}
    kode = {i.pk: i.kode for i in daftar}
    diemban = {i.sasaran_id for i in daftar}
    return IsiRencana(
        renstra=_build_renstra(renstra),
        daftar_sasaran=tuple(s for pk, s in sasaran.items() if renstra.satker_id == satker.pk or pk in diemban),
        daftar_indikator=tuple(_build_indikator(i, sasaran[i.sasaran_id]) for i in _urutkan(daftar, list(sasaran))),
        daftar_target=tuple(
            fakta.TargetRenstra(kode[pk], tahun_target, target, sumber or f"Renstra {renstra.mulai}–{renstra.selesai}")
            for pk, tahun_target, target, sumber in _TARGET(renstra.pk)
            if pk in kode
        ),
    )


def build_daftar_sasaran_anggaran(satker: Satker, tahun: int) -> tuple[fakta.SasaranAnggaran, ...]:
    """Which money serves which sasaran in the year."""
    return tuple(
        fakta.SasaranAnggaran(sasaran, kode, fakta.HubunganAnggaran(hubungan), sumber_dana or None, alasan)
        for sasaran, kode, hubungan, sumber_dana, alasan in _SASARAN_ANGGARAN(satker.pk, tahun)
    )


def _daftar_indikator(satker: Satker, renstra: Renstra, tahun: int) -> Sequence[Indikator]:
    daftar = _INDIKATOR(renstra.pk, satker.pk)
    if renstra.satker_id == satker.pk:
        return daftar
    diemban = set(daftar_indikator_berlaku(satker, tahun).values_list("pk", flat=True))
    return [i for i in daftar if i.pk in diemban]


def _urutkan(daftar: Sequence[Indikator], urutan_sasaran: Sequence[int]) -> list[Indikator]:
    """A plan that came as a package numbers its indicators throughout; one that was typed, within each sasaran."""
    is_menerus = len({i.urut for i in daftar}) == len(daftar)
    return sorted(daftar, key=lambda i: (0 if is_menerus else urutan_sasaran.index(i.sasaran_id), i.urut, i.pk))


def _build_renstra(renstra: Renstra) -> fakta.Renstra:
    return fakta.Renstra(
        mulai=renstra.mulai,
        selesai=renstra.selesai,
        dasar=renstra.dasar,
        visi=renstra.visi,
        misi=tuple(renstra.misi),
        tujuan=tuple(fakta.Tujuan(*isi) for isi in _TUJUAN(renstra.pk)),
        catatan=renstra.catatan or None,
    )


def _build_indikator(i: Indikator, sasaran: fakta.Sasaran) -> fakta.Indikator:
    pengampu = i.kode_pengampu  # type: ignore[attr-defined]  # annotated
    return build_fakta_indikator(i, sasaran=sasaran.kode, pengampu=pengampu)
