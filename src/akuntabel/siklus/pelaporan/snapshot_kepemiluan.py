"""Elections, stages and cases of a year, as a data package holds them."""

from typing import Any

from akuntabel.siklus.kepemiluan.berlaku import daftar_perkara_tahun, daftar_tahapan_tahun
from akuntabel.siklus.kepemiluan.fakta import build_pemilihan, build_perkara, build_tahapan
from akuntabel.siklus.kepemiluan.models import Pemilihan
from akuntabel.siklus.organisasi.models import Satker


def build_kepemiluan(satker: Satker, tahun: int) -> dict[str, Any]:
    """The fields of FaktaTahun that this stage has rows for.

    Of the elections those that the office has written down, and those from above that it has stages or cases of.
    """
    daftar_tahapan = list(daftar_tahapan_tahun(satker, tahun))
    daftar_perkara = list(daftar_perkara_tahun(satker, tahun))
    sendiri = Pemilihan.objects.filter(satker=satker, tahun_laporan=tahun).order_by("urut", "pk")
    dari_atas = [*(t.pemilihan for t in daftar_tahapan), *(p.pemilihan for p in daftar_perkara)]
    per_kode: dict[str, Pemilihan] = {p.kode: p for p in sendiri}
    for p in dari_atas:
        per_kode.setdefault(p.kode, p)
    return {
        "daftar_pemilihan": tuple(build_pemilihan(p) for p in per_kode.values()),
        "daftar_tahapan": tuple(build_tahapan(t) for t in daftar_tahapan),
        "daftar_perkara": tuple(build_perkara(p) for p in daftar_perkara),
    }
