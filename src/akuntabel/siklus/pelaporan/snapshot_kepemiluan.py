"""Elections, stages and cases of a year, as a data package holds them."""

from typing import Any

from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.kepemiluan.berlaku import daftar_perkara_tahun, daftar_tahapan_tahun
from akuntabel.siklus.kepemiluan.fakta import build_pemilihan, build_perkara, build_tahapan
from akuntabel.siklus.kepemiluan.models import Pemilihan, Perkara, Tahapan
from akuntabel.siklus.organisasi.models import Satker

_TAHAPAN = KueriTetap(lambda satker, tahun: daftar_tahapan_tahun(satker, tahun).select_related(None), 1, 2020)
_PERKARA = KueriTetap(lambda satker, tahun: daftar_perkara_tahun(satker, tahun).select_related(None), 1, 2020)
_SENDIRI = KueriTetap(
    lambda satker, tahun: Pemilihan.objects.filter(satker=satker, tahun_laporan=tahun).order_by("urut", "pk"), 1, 2020
)
_PEMILIHAN = KueriTetap(lambda pk: Pemilihan.objects.filter(pk=pk), 1)


def build_kepemiluan(satker: Satker, tahun: int) -> dict[str, Any]:
    """The fields of FaktaTahun that this stage has rows for.

    Of the elections those that the office has written down, and those from above that it has stages or cases of.
    """
    daftar_tahapan, daftar_perkara = _TAHAPAN(satker.pk, tahun), _PERKARA(satker.pk, tahun)
    per_pk = {p.pk: p for p in _SENDIRI(satker.pk, tahun)}
    catatan: list[Tahapan | Perkara] = [*daftar_tahapan, *daftar_perkara]
    for c in catatan:
        if c.pemilihan_id not in per_pk:
            per_pk |= {p.pk: p for p in _PEMILIHAN(c.pemilihan_id)}
        c.pemilihan = per_pk[c.pemilihan_id]
    per_kode: dict[str, Pemilihan] = {}
    for p in per_pk.values():  # the office's own first: its words hold
        per_kode.setdefault(p.kode, p)
    return {
        "daftar_pemilihan": tuple(build_pemilihan(p) for p in per_kode.values()),
        "daftar_tahapan": tuple(build_tahapan(t) for t in daftar_tahapan),
        "daftar_perkara": tuple(build_perkara(p) for p in daftar_perkara),
    }
