"""The actions of a year that are in force, and what became of them."""

from dataclasses import dataclass

from django.utils import timezone

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.berlaku import akhir_triwulan
from akuntabel.siklus.pengukuran.models import RealisasiAksi, StatusAksi
from akuntabel.siklus.perjanjian.berlaku import daftar_perjanjian_berlaku
from akuntabel.siklus.perjanjian.models import Aksi, RencanaAksi, StatusRencanaAksi


@dataclass(frozen=True, slots=True)
class AksiTahun:
    """An action with what became of it. is_lama: recorded under an earlier revision of the rencana aksi."""

    aksi: Aksi
    realisasi: RealisasiAksi | None
    is_lama: bool
    is_terlambat: bool


def daftar_aksi_tahun(satker: Satker, tahun: int) -> list[AksiTahun]:
    """The actions of the rencana aksi in force, by quarter. Six queries, whatever their number.

    An action that a revision takes over word for word keeps what was recorded of it.
    """
    perjanjian = [p.pk for p in daftar_perjanjian_berlaku(satker, tahun)]
    disetujui = RencanaAksi.objects.filter(perjanjian__in=perjanjian, status=StatusRencanaAksi.DISETUJUI.value)
    terakhir = {r.perjanjian_id: r.pk for r in disetujui.defer("isi").order_by("revisi")}
    semua = list(
        Aksi.objects.filter(rencana_aksi__perjanjian__satker=satker, rencana_aksi__perjanjian__tahun=tahun)
        .select_related("perjanjian_target__indikator", "rencana_aksi", "unit", "pejabat")
        .order_by("triwulan", "perjanjian_target__urut", "urut", "pk")
    )
    realisasi = {
        r.aksi_id: r
        for r in RealisasiAksi.objects.filter(aksi__in=semua).select_related("bukti__berkas", "pencatat").order_by("pk")
    }
    lama = {_isi(a): realisasi[a.pk] for a in semua if a.pk in realisasi}
    return [
        _build(a, realisasi.get(a.pk), lama.get(_isi(a)), tahun)
        for a in semua
        if a.rencana_aksi_id == terakhir.get(a.rencana_aksi.perjanjian_id)
    ]


def _isi(aksi: Aksi) -> tuple[object, ...]:
    return aksi.perjanjian_target.indikator.silsilah, aksi.triwulan, " ".join(aksi.uraian.split())


def _build(aksi: Aksi, kini: RealisasiAksi | None, lama: RealisasiAksi | None, tahun: int) -> AksiTahun:
    realisasi = kini or lama
    is_selesai = realisasi is not None and realisasi.status == StatusAksi.SELESAI
    is_lewat = timezone.localdate() > akhir_triwulan(tahun, aksi.triwulan)
    return AksiTahun(aksi, realisasi, kini is None and lama is not None, is_lewat and not is_selesai)
