"""What Beranda reads: every row once, with SQL that is written once; it is the page that everybody opens first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from akuntabel.doors.web.beranda_laporan import KerjaLaporan, read_kerja_laporan, read_rekomendasi_terbuka
from akuntabel.doors.web.ruang import Ruang
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.anggaran.models import RealisasiBulanan, RencanaPenarikan, StatusVersi, VersiAnggaran
from akuntabel.siklus.anggaran.pelaksanaan import BahanPelaksanaan
from akuntabel.siklus.evaluasi.models import Rekomendasi
from akuntabel.siklus.organisasi.models import Pejabat
from akuntabel.siklus.pengukuran.berlaku import Jendela, daftar_jendela
from akuntabel.siklus.pengukuran.models import NilaiTahunan
from akuntabel.siklus.perencanaan.berlaku import find_renstra_berlaku
from akuntabel.siklus.perencanaan.models import RencanaKinerja, Renstra
from akuntabel.siklus.perjanjian.baris import daftar_baris_target
from akuntabel.siklus.perjanjian.berlaku import find_perjanjian_berlaku
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget, RencanaAksi


@dataclass(frozen=True, slots=True)
class TahunKerja:
    """The state of an office-year.

    daftar_perjanjian: the last revision first; berlaku: by which the office is measured; daftar_rencana_aksi: of all
    signed agreements, by revision. jendela: the quarters, once there is something to measure by; nilai: what the
    indicators came to, by silsilah; daftar_versi: the budgets that were taken, the last first. laporan: the end of the
    year; laporan_lalu: that of the year before, in the year in which it is written. rekomendasi: what is still open.
    """

    ruang: Ruang
    renstra: Renstra | None
    rkt: RencanaKinerja | None
    daftar_perjanjian: Sequence[PerjanjianKinerja]
    berlaku: PerjanjianKinerja | None
    daftar_rencana_aksi: Sequence[RencanaAksi]
    jendela: Mapping[int, Jendela]
    nilai: Mapping[UUID, NilaiTahunan]
    daftar_target: Sequence[PerjanjianTarget]
    daftar_versi: Sequence[VersiAnggaran]
    laporan: KerjaLaporan
    laporan_lalu: KerjaLaporan | None
    rekomendasi: Sequence[Rekomendasi]

    @property
    def versi(self) -> VersiAnggaran | None:
        """The budget that holds."""
        return next(iter(self.daftar_versi), None)

    def is_setahun(self, triwulan: int) -> bool:
        """The year came with a package, and nobody measures this quarter of it here."""
        jendela = self.jendela.get(triwulan)
        is_kosong = jendela is not None and jendela.jadwal is None and jendela.pengukuran is None
        return is_kosong and self.berlaku is not None and self.berlaku.is_impor

    @property
    def daftar_tertanda(self) -> list[PerjanjianKinerja]:
        """The signed ones."""
        return [p for p in self.daftar_perjanjian if p.is_beku]


def read_tahun_kerja(ruang: Ruang) -> TahunKerja:
    """Everything of the year that the page shows to everybody; what only some may do is read with their work."""
    satker, tahun = ruang.satker, ruang.tahun
    daftar = _read_perjanjian(ruang)
    berlaku = find_perjanjian_berlaku(satker, tahun) if any(p.is_beku for p in daftar) else None
    nilai = {n.silsilah: n for n in _NILAI(satker.pk, tahun)} if berlaku else {}
    laporan, laporan_lalu = read_kerja_laporan(
        satker, tahun, is_berjanji=berlaku is not None, is_lalu=_is_ditulis(ruang)
    )
    return TahunKerja(
        ruang=ruang,
        renstra=find_renstra_berlaku(satker, tahun),
        rkt=_RKT.first(satker.pk, tahun),
        daftar_perjanjian=daftar,
        berlaku=berlaku,
        daftar_rencana_aksi=_RENCANA_AKSI(satker.pk, tahun) if berlaku else (),
        jendela=daftar_jendela(satker, tahun) if berlaku else {},
        nilai=nilai,
        daftar_target=daftar_baris_target(berlaku) if berlaku and nilai else (),
        daftar_versi=_VERSI(satker.pk, tahun),
        laporan=laporan,
        laporan_lalu=laporan_lalu,
        rekomendasi=read_rekomendasi_terbuka(satker),
    )


def _is_ditulis(ruang: Ruang) -> bool:
    """Whether the person has a part in the report of last year, which is written this year."""
    return ruang.tahun == timezone.localdate().year and bool(ruang.daftar_peran)


def read_pelaksanaan(kerja: TahunKerja) -> BahanPelaksanaan:
    """Plan and spending by month, over all kinds of spending."""
    satker, tahun = kerja.ruang.satker.pk, kerja.ruang.tahun
    kumulatif = {v.bulan: {"": v.total_realisasi} for v in reversed(kerja.daftar_versi) if v.bulan}
    return BahanPelaksanaan(
        {},
        _sum_per_bulan(RencanaPenarikan, satker, tahun),
        _sum_per_bulan(RealisasiBulanan, satker, tahun),
        {b: {j: n for j, n in isi.items() if n is not None} for b, isi in kumulatif.items()},
    )


def _sum_per_bulan(
    model: type[RencanaPenarikan] | type[RealisasiBulanan], satker: int, tahun: int
) -> dict[int, dict[str, int]]:
    """One aggregate in SQL; to have it built by the ORM costs five times as much as the answer."""
    tabel = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as kursor:
        kursor.execute(
            f"SELECT bulan, SUM(jumlah) FROM {tabel} WHERE satker_id = %s AND tahun = %s GROUP BY bulan",  # noqa: S608 — our own table
            [satker, tahun],
        )
        return {bulan: {"": int(jumlah)} for bulan, jumlah in kursor.fetchall()}


def _read_perjanjian(ruang: Ruang) -> list[PerjanjianKinerja]:
    daftar = _PERJANJIAN(ruang.satker.pk, ruang.tahun)
    pejabat = {p.pk: p for p in _PIHAK(ruang.satker.pk, ruang.tahun)} if daftar else {}
    for p in daftar:
        p.satker, p.pihak_pertama, p.pihak_kedua = ruang.satker, pejabat[p.pihak_pertama_id], pejabat[p.pihak_kedua_id]
    return sorted(daftar, key=lambda p: (-p.revisi, p.pihak_pertama.jabatan, p.pk))


_PERJANJIAN = KueriTetap(
    lambda satker, tahun: PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun).defer("isi"), 1, 2020
)
_PIHAK = KueriTetap(
    lambda satker, tahun: Pejabat.objects.filter(
        Q(pk__in=PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun).order_by().values("pihak_pertama"))
        | Q(pk__in=PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun).order_by().values("pihak_kedua"))
    ),
    1,
    2020,
)
_RKT = KueriTetap(
    lambda satker, tahun: RencanaKinerja.objects.filter(satker=satker, tahun=tahun).order_by("-revisi"), 1, 2020
)
_RENCANA_AKSI = KueriTetap(
    lambda satker, tahun: (
        RencanaAksi.objects.filter(perjanjian__satker=satker, perjanjian__tahun=tahun)
        .defer("isi")
        .order_by("revisi", "pk")
    ),
    1,
    2020,
)
_NILAI = KueriTetap(lambda satker, tahun: NilaiTahunan.objects.filter(satker=satker, tahun=tahun), 1, 2020)
_VERSI = KueriTetap(
    lambda satker, tahun: (
        VersiAnggaran.objects.filter(satker=satker, tahun=tahun, status=StatusVersi.DIAMBIL)
        .defer("catatan")
        .order_by("-nomor")
    ),
    1,
    2020,
)
