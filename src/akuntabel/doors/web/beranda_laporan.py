"""What Beranda reads of the report of a year and what follows it: review, publication, evaluation, recommendations.

Rows once, with SQL that is written once. What there cannot be yet is not asked for: no findings without a report, no
publication of one that nobody has signed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F
from django.utils import timezone

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.core.regulasi import Kewajiban, daftar_kewajiban
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.evaluasi.models import JenisLke, Lke, Rekomendasi, StatusLke
from akuntabel.siklus.organisasi.models import JenisSatker, Satker
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja, StatusLaporan
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, StatusPerjanjian
from akuntabel.siklus.publikasi.models import StatusTerbitan, Terbitan
from akuntabel.siklus.reviu.models import PenugasanReviu, StatusTemuan, TemuanReviu

SEBELUM_TENGGAT = 30  # days before a deadline from which it deserves a look


@dataclass(frozen=True, slots=True)
class LaporanBeranda:
    """An annual report, newest revision. nama: as people call it; temuan: findings that are open, by their state."""

    isi: LaporanKinerja
    nama: str
    kode_entitas: str
    jumlah_pereviu: int
    temuan: Mapping[str, int]

    @property
    def jumlah_temuan(self) -> int:
        """Findings that are neither closed nor explained."""
        return sum(self.temuan.values())


@dataclass(frozen=True, slots=True)
class KerjaLaporan:
    """The end of an office-year. daftar_laporan: of each entity, that of its head first.

    mandiri, resmi: the worksheets, the official one only once it was handed in. tenggat: by when the report is due,
    where a rule or a letter names a day; kewajiban: which. is_berjanji: the office had an agreement, or has begun
    its report, and so owes one.
    """

    tahun: int
    is_berjanji: bool
    daftar_laporan: Sequence[LaporanBeranda]
    terbitan: Mapping[str, Terbitan]
    mandiri: Lke | None
    resmi: Lke | None
    kewajiban: Kewajiban | None
    tenggat: date | None

    @property
    def utama(self) -> LaporanBeranda | None:
        """The report by which the office is known."""
        return next(iter(self.daftar_laporan), None)

    @property
    def is_berakhir(self) -> bool:
        """The year is over."""
        return timezone.localdate() > date(self.tahun, 12, 31)

    @property
    def is_selesai(self) -> bool:
        """Every report that was begun is signed, and there is one."""
        return bool(self.daftar_laporan) and all(n.isi.is_beku for n in self.daftar_laporan)


def read_kerja_laporan(
    satker: Satker, tahun: int, *, is_berjanji: bool, is_lalu: bool
) -> tuple[KerjaLaporan, KerjaLaporan | None]:
    """The end of a year, and of the year before where that is asked for; both in the same questions.

    is_berjanji: whether the year had an agreement.
    """
    lalu = tahun - 1 if is_lalu else tahun
    laporan = _read_laporan(satker, tahun, lalu)
    lke = _LKE(satker.pk, tahun, lalu)
    kini = _build_kerja(satker, tahun, laporan, lke, is_berjanji=is_berjanji)
    if not is_lalu:
        return kini, None
    is_lalu_berjanji = bool(_TERTANDA.rows(satker.pk, lalu))
    return kini, _build_kerja(satker, lalu, laporan, lke, is_berjanji=is_lalu_berjanji)


def _build_kerja(
    satker: Satker, tahun: int, laporan: Sequence[LaporanBeranda], lke: Sequence[Lke], *, is_berjanji: bool
) -> KerjaLaporan:
    daftar = [n for n in laporan if n.isi.tahun == tahun]
    lembar = [n for n in lke if n.tahun == tahun]
    kewajiban, tenggat = find_tenggat(satker, tahun)
    is_tertanda = any(n.isi.is_beku for n in daftar)
    return KerjaLaporan(
        tahun=tahun,
        is_berjanji=is_berjanji or bool(daftar),
        daftar_laporan=daftar,
        terbitan={t.entitas: t for t in _TERBITAN(satker.kode, tahun)} if is_tertanda else {},
        mandiri=next((n for n in lembar if n.jenis == JenisLke.MANDIRI.value), None),
        resmi=next(
            (n for n in lembar if n.jenis == JenisLke.RESMI.value and n.status != StatusLke.DISUSUN.value), None
        ),
        kewajiban=kewajiban,
        tenggat=tenggat,
    )


def read_rekomendasi_terbuka(satker: Satker) -> list[Rekomendasi]:
    """Everything that an evaluation asks of the office and that is not settled, of all years."""
    return _REKOMENDASI(satker.pk)


def find_tenggat(satker: Satker, tahun: int) -> tuple[Kewajiban | None, date | None]:
    """The day by which the report is handed in: a letter for that year, else the rule for the kind of office."""
    semua = daftar_kewajiban()
    surat = next((k for k in semua.values() if k.tahun == tahun and k.tanggal), None)
    if surat is not None:
        return surat, surat.tanggal
    if satker.jenis == JenisSatker.PUSAT.value:
        aturan = semua["lkj-kementerian-lembaga"]
        return aturan, aturan.compute_jatuh_tempo(date(tahun, 12, 31))
    return None, None


def _read_laporan(satker: Satker, tahun: int, lalu: int) -> list[LaporanBeranda]:
    """The newest revision of each entity in each year; that of the head first."""
    terbaru = {(n.tahun, n.entitas_id): n for n in _LAPORAN(satker.pk, tahun, lalu)}  # by revision: the last one stays
    if not terbaru:
        return []
    pereviu: dict[int, int] = {}
    for _, laporan in _PEREVIU.rows(satker.pk, tahun, lalu):
        pereviu[laporan] = pereviu.get(laporan, 0) + 1
    temuan: dict[int, dict[str, int]] = {}
    for _, laporan, status in _TEMUAN.rows(satker.pk, tahun, lalu):
        per_status = temuan.setdefault(laporan, {})
        per_status[status] = per_status.get(status, 0) + 1
    urut = sorted(terbaru.values(), key=lambda n: (not _is_utama(n), n.entitas_id))
    pertama = {n.tahun: n for n in reversed(urut)}
    return [_build_laporan(n, n is pertama[n.tahun], pereviu.get(n.pk, 0), temuan.get(n.pk, {})) for n in urut]


def _is_utama(laporan: LaporanKinerja) -> bool:
    return bool(laporan.peran_pimpinan == PeranPejabat.PIMPINAN.value)  # type: ignore[attr-defined]  # annotated


def _build_laporan(
    laporan: LaporanKinerja, is_utama: bool, jumlah_pereviu: int, temuan: Mapping[str, int]
) -> LaporanBeranda:
    entitas = "" if is_utama else f" {laporan.nama_entitas}"  # type: ignore[attr-defined]  # annotated
    revisi = f" revisi {laporan.revisi}" if laporan.revisi else ""
    kode: str = laporan.kode_entitas  # type: ignore[attr-defined]  # annotated
    return LaporanBeranda(laporan, f"Laporan Kinerja{entitas} {laporan.tahun}{revisi}", kode, jumlah_pereviu, temuan)


_TERTANDA = KueriTetap(
    lambda satker, tahun: (
        PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun, status=StatusPerjanjian.DITANDATANGANI.value)
        .order_by()
        .only("pk")
    ),
    1,
    2020,
)
_SELESAI = tuple(s.value for s in StatusTemuan if s.is_selesai)
_LAPORAN = KueriTetap(
    lambda satker, tahun, lalu: (
        LaporanKinerja.objects.filter(satker=satker, tahun__in=(tahun, lalu), jenis=JenisLaporan.TAHUNAN.value)
        .annotate(
            peran_pimpinan=F("entitas__peran_pimpinan"),
            nama_entitas=F("entitas__nama"),
            kode_entitas=F("entitas__kode"),
        )
        .order_by("revisi", "pk")
    ),
    1,
    2020,
    2021,
)
_PEREVIU = KueriTetap(
    lambda satker, tahun, lalu: (
        PenugasanReviu.objects.filter(
            laporan__satker=satker, laporan__tahun__in=(tahun, lalu), selesai_pada__isnull=True
        )
        .order_by()
        .only("laporan")
    ),
    1,
    2020,
    2021,
)
_TEMUAN = KueriTetap(
    lambda satker, tahun, lalu: (
        TemuanReviu.objects.filter(laporan__satker=satker, laporan__tahun__in=(tahun, lalu))
        .exclude(status__in=_SELESAI)
        .exclude(laporan__status=StatusLaporan.DITANDATANGANI.value)
        .order_by()
        .only("laporan", "status")
    ),
    1,
    2020,
    2021,
)
_TERBITAN = KueriTetap(
    lambda kode, tahun: (
        Terbitan.objects.filter(kode_satker=kode, tahun=tahun, jenis=JenisLaporan.TAHUNAN.value)
        .exclude(status=StatusTerbitan.DISIAPKAN.value)
        .defer("ringkasan", "jejak_capaian")
        .order_by("revisi")
    ),
    "0",
    2020,
)
_LKE = KueriTetap(
    lambda satker, tahun, lalu: (
        Lke.objects.filter(satker=satker, tahun__in=(tahun, lalu)).defer("isi", "simpulan").order_by("-revisi")
    ),
    1,
    2020,
    2021,
)
_REKOMENDASI = KueriTetap(
    lambda satker: Rekomendasi.objects.filter(satker=satker).berlaku().terbuka().order_by("tenggat", "pk"), 1
)
