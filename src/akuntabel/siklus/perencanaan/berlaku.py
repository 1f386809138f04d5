"""What is in force for an office in a year: its own plan, or the one it has adopted from above; codes; budget."""

from datetime import date
from functools import cache

from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.models import AdopsiRenstra, Indikator, KodeReferensi, Pagu, Renstra, StatusRenstra
from akuntabel.siklus.perencanaan.querysets import IndikatorQuerySet, PaguQuerySet


def find_renstra_berlaku(satker: Satker, tahun: int) -> Renstra | None:
    """The adopted version of the office's own plan that is in force in the year, else the plan taken from above."""
    sendiri = find_renstra_sendiri(satker, tahun)
    if sendiri is not None:
        return sendiri
    adopsi = find_adopsi_berlaku(satker, tahun)
    return adopsi.renstra if adopsi else None


def find_renstra_sendiri(satker: Satker, tahun: int) -> Renstra | None:
    """The adopted version of the office's own plan that is in force in the year."""
    renstra = _SENDIRI.first(satker.pk, tahun, date(tahun, 12, 31))
    if renstra is not None:
        renstra.satker = satker
    return renstra


def find_adopsi_berlaku(satker: Satker, tahun: int) -> AdopsiRenstra | None:
    """The last choice of the office that holds in the year, with the plan and whose it is."""
    adopsi = _find_adopsi(satker, tahun)
    if adopsi is not None:
        adopsi.satker, adopsi.renstra = satker, read_renstra(adopsi.renstra_id)
    return adopsi


def _find_adopsi(satker: Satker, tahun: int) -> AdopsiRenstra | None:
    return next(reversed(_ADOPSI(satker.pk, tahun)), None)


def read_renstra(pk: int) -> Renstra:
    """A version of a plan with the office whose it is; raises Renstra.DoesNotExist."""
    renstra = _RENSTRA.first(pk)
    if renstra is None:
        raise Renstra.DoesNotExist
    renstra.satker = _SATKER(pk)[0]
    return renstra


_SENDIRI = KueriTetap(
    lambda satker, tahun, akhir: Renstra.objects.for_tahun(tahun, akhir).filter(satker=satker).order_by("-mulai"),
    1,
    2020,
    date(2020, 12, 31),
)
_ADOPSI = KueriTetap(
    lambda satker, tahun: AdopsiRenstra.objects.filter(
        satker=satker, tahun_mulai__lte=tahun, renstra__mulai__lte=tahun, renstra__selesai__gte=tahun
    ).order_by("tahun_mulai", "pk"),
    1,
    2020,
)
_RENSTRA = KueriTetap(lambda pk: Renstra.objects.filter(pk=pk), 1)
_SATKER = KueriTetap(lambda pk: Satker.objects.filter(pk__in=Renstra.objects.filter(pk=pk).values("satker")), 1)


def find_versi_baru(renstra: Renstra) -> Renstra | None:
    """The newest adopted version of a plan after this one: what an office that follows the plan should look at."""
    daftar = Renstra.objects.filter(satker=renstra.satker_id, mulai=renstra.mulai, versi__gt=renstra.versi)
    return daftar.filter(status=StatusRenstra.DITETAPKAN.value).select_related("satker").order_by("versi").last()


def daftar_indikator_berlaku(satker: Satker, tahun: int) -> IndikatorQuerySet[Indikator]:
    """The indicators that the office answers for in the year, as they stand in the plan."""
    return daftar_indikator_rencana(find_renstra_sendiri(satker, tahun) or _find_adopsi(satker, tahun))


def daftar_indikator_rencana(rencana: Renstra | AdopsiRenstra | None) -> IndikatorQuerySet[Indikator]:
    """The indicators of an office's own plan, or those that it took over from a plan above."""
    dasar = Indikator.objects.select_related("sasaran").berurut()
    if rencana is None:
        return dasar.none()
    if isinstance(rencana, Renstra):
        return dasar.filter(sasaran__renstra=rencana)
    return dasar.filter(pk__in=rencana.daftar_indikator.values("pk"))


def daftar_pagu_berlaku(satker: Satker, tahun: int, *, pada: date | None = None) -> PaguQuerySet[Pagu]:
    """The budget of the office in the year, one line per code and source of funds (as it stood on a day)."""
    semua = Pagu.objects.filter(satker=satker, tahun=tahun)
    return semua.berlaku(pada=pada).order_by("kode", "sumber_dana")


def daftar_kode_berlaku(satker: Satker, tahun: int) -> dict[str, KodeReferensi]:
    """The codes known to the office in the year; the nearest office that names a code says what it is."""
    jalur = [int(pk) for pk in satker.path.strip("/").split("/")]  # from the root down
    terurut = sorted(_kode(len(jalur))(tahun, *jalur), key=lambda k: (jalur.index(k.satker_id), k.urut, k.kode))
    return {k.kode: k for k in terurut}


@cache
def _kode(dalam: int) -> KueriTetap[KodeReferensi]:
    """The codes of a year, of a line of so many offices."""
    return KueriTetap(
        lambda tahun, *jalur: KodeReferensi.objects.filter(tahun=tahun, satker__in=jalur).order_by("pk"),
        2020,
        *range(1, dalam + 1),
    )
