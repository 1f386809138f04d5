"""The agreement that an address names, as far as the person sees it."""

from django.http import Http404

from akuntabel.doors.web.ruang import Ruang
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.organisasi.models import EntitasPelapor, Pejabat
from akuntabel.siklus.perencanaan.berlaku import read_renstra
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja


def find_perjanjian(ruang: Ruang, id_: int) -> PerjanjianKinerja:
    """With its parties, entity and plan; 404 where it is not of this office and year."""
    perjanjian = _PERJANJIAN.first(id_, ruang.satker.pk, ruang.tahun)
    if perjanjian is None:
        raise Http404
    perjanjian.satker = ruang.satker
    pihak = {p.pk: p for p in _PIHAK(perjanjian.pihak_pertama_id, perjanjian.pihak_kedua_id)}
    perjanjian.pihak_pertama = pihak[perjanjian.pihak_pertama_id]
    perjanjian.pihak_kedua = pihak[perjanjian.pihak_kedua_id]
    perjanjian.entitas = _ENTITAS(perjanjian.entitas_id)[0]
    if perjanjian.renstra_id:
        perjanjian.renstra = read_renstra(perjanjian.renstra_id)
    return perjanjian


_PERJANJIAN = KueriTetap(
    lambda pk, satker, tahun: PerjanjianKinerja.objects.filter(pk=pk, satker=satker, tahun=tahun), 1, 2, 2020
)
_PIHAK = KueriTetap(lambda pertama, kedua: Pejabat.objects.filter(pk__in=(pertama, kedua)), 1, 2)
_ENTITAS = KueriTetap(lambda pk: EntitasPelapor.objects.filter(pk=pk), 1)
