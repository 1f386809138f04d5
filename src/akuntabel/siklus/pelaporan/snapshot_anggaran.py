"""The budget of an office-year as fields of FaktaTahun: codes, leaves of the version that holds, ledger, grants."""

from typing import Any

from akuntabel.core.fakta.anggaran import Hibah as FaktaHibah
from akuntabel.siklus.anggaran.berlaku import (
    build_daftar_anggaran,
    build_daftar_kode,
    build_daftar_revisi,
    build_daftar_rincian,
    daftar_revisi_ditetapkan,
    find_versi_berlaku,
)
from akuntabel.siklus.anggaran.models import Hibah, RincianRevisi
from akuntabel.siklus.organisasi.models import Satker

BERKAS_ANGGARAN = ("kode-anggaran.csv", "anggaran.csv", "revisi.csv", "revisi-rincian.csv", "hibah.csv")
"""The files of a package that this stage holds as rows."""


def build_bidang_anggaran(satker: Satker, tahun: int) -> dict[str, Any]:
    """What the rows say, in the order that they came in. What is only drafted or looked at is no fact."""
    versi = find_versi_berlaku(satker, tahun)
    anggaran = build_daftar_anggaran(versi) if versi else ()
    revisi = daftar_revisi_ditetapkan(satker, tahun)
    rincian = list(RincianRevisi.objects.filter(revisi__in=revisi).select_related("revisi").order_by("urut", "pk"))
    return {
        "daftar_kode_anggaran": build_daftar_kode(satker, tahun, [a.kode for a in anggaran], [r.kode for r in rincian]),
        "daftar_anggaran": anggaran,
        "daftar_revisi": build_daftar_revisi(revisi),
        "daftar_rincian_revisi": build_daftar_rincian(rincian),
        "daftar_hibah": tuple(_build_hibah(h) for h in Hibah.objects.filter(satker=satker, tahun=tahun)),
    }


def _build_hibah(h: Hibah) -> FaktaHibah:
    return FaktaHibah(
        kode=h.kode,
        nama=h.nama,
        pemberi=h.pemberi,
        nilai_nphd=h.nilai_nphd,
        pagu_dipa=h.pagu_dipa,
        realisasi_kas=h.realisasi_kas,
        realisasi_disahkan=h.realisasi_disahkan,
        sumber=h.sumber or "catatan hibah satker",
        catatan=h.catatan or None,
    )
