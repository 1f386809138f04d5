"""The budget of an office-year as fields of FaktaTahun: codes, leaves of the version that holds, ledger, grants."""

from typing import Any

from akuntabel.core.fakta.anggaran import Hibah as FaktaHibah
from akuntabel.platform.kueri import BarisTetap
from akuntabel.siklus.anggaran.berlaku import (
    build_daftar_anggaran,
    build_daftar_kode,
    build_daftar_revisi,
    daftar_revisi_ditetapkan,
    find_versi_berlaku,
    read_rincian_ditetapkan,
)
from akuntabel.siklus.anggaran.models import Hibah
from akuntabel.siklus.organisasi.models import Satker

BERKAS_ANGGARAN = ("kode-anggaran.csv", "anggaran.csv", "revisi.csv", "revisi-rincian.csv", "hibah.csv")
"""The files of a package that this stage holds as rows."""

_HIBAH = BarisTetap(
    lambda satker, tahun: (
        Hibah.objects.filter(satker=satker, tahun=tahun)
        .order_by("urut", "kode")
        .values_list(
            *("kode", "nama", "pemberi", "nilai_nphd", "pagu_dipa", "realisasi_kas", "realisasi_disahkan"),
            *("sumber", "catatan"),
        )
    ),
    1,
    2020,
)


def build_bidang_anggaran(satker: Satker, tahun: int) -> dict[str, Any]:
    """What the rows say, in the order that they came in. What is only drafted or looked at is no fact."""
    versi = find_versi_berlaku(satker, tahun)
    anggaran = build_daftar_anggaran(versi) if versi else ()
    rincian = read_rincian_ditetapkan(satker, tahun)
    return {
        "daftar_kode_anggaran": build_daftar_kode(satker, tahun, [a.kode for a in anggaran], [r.kode for r in rincian]),
        "daftar_anggaran": anggaran,
        "daftar_revisi": build_daftar_revisi(daftar_revisi_ditetapkan(satker, tahun)),
        "daftar_rincian_revisi": rincian,
        "daftar_hibah": tuple(
            FaktaHibah(kode, nama, pemberi, nphd, pagu, kas, sah, sumber or "catatan hibah satker", catatan or None)
            for kode, nama, pemberi, nphd, pagu, kas, sah, sumber, catatan in _HIBAH(satker.pk, tahun)
        ),
    }
