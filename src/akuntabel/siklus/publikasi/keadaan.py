"""How far the reports of an office-year are on their way to the public: one word, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja, StatusLaporan
from akuntabel.siklus.publikasi.models import PenetapanLaporan, StatusTerbitan, Terbitan


class TahapPublikasi(StrEnum):
    """Where a report stands."""

    MENUNGGU_REVIU = "menunggu reviu"
    SIAP_DITANDATANGANI = "siap ditandatangani"
    SIAP_DITERBITKAN = "siap diterbitkan"
    TERBIT = "terbit"
    DIGANTIKAN = "digantikan"
    DITARIK = "ditarik"


@dataclass(frozen=True, slots=True)
class KeadaanPublikasi:
    """A report, how it was adopted, what is public of it; is_terbaru: no later revision of it is public."""

    laporan: LaporanKinerja
    penetapan: PenetapanLaporan | None
    terbitan: Terbitan | None
    is_terbaru: bool

    @property
    def tahap(self) -> TahapPublikasi:
        """One word. A report that came with a package and was signed elsewhere has no adoption here."""
        if self.terbitan is not None:
            if self.terbitan.is_ditarik:
                return TahapPublikasi.DITARIK
            return TahapPublikasi.TERBIT if self.is_terbaru else TahapPublikasi.DIGANTIKAN
        if self.penetapan is not None:
            return TahapPublikasi.SIAP_DITERBITKAN
        siap = StatusLaporan.DIREVIU if self.laporan.is_tahunan else StatusLaporan.DIAJUKAN
        is_siap = self.laporan.status == siap.value
        return TahapPublikasi.SIAP_DITANDATANGANI if is_siap else TahapPublikasi.MENUNGGU_REVIU


def daftar_keadaan(satker: Satker, tahun: int) -> list[KeadaanPublikasi]:
    """Every annual report of the year, entity by entity, the newest revision first."""
    daftar = LaporanKinerja.objects.filter(satker=satker, tahun=tahun, jenis=JenisLaporan.TAHUNAN.value)
    return _build(daftar.select_related("satker", "entitas").order_by("entitas_id", "-revisi"))


def find_keadaan(laporan: LaporanKinerja) -> KeadaanPublikasi:
    """The same of one report, seen among its revisions."""
    semua = LaporanKinerja.objects.filter(
        entitas=laporan.entitas, tahun=laporan.tahun, jenis=laporan.jenis, triwulan=laporan.triwulan
    )
    daftar = _build(semua.select_related("satker", "entitas").order_by("-revisi"))
    return next(k for k in daftar if k.laporan.pk == laporan.pk)


def _build(daftar_laporan: Iterable[LaporanKinerja]) -> list[KeadaanPublikasi]:
    laporan = list(daftar_laporan)
    penetapan = {
        p.laporan_id: p
        for p in PenetapanLaporan.objects.filter(laporan__in=laporan).select_related("berkas", "paket", "pindaian")
    }
    publik = Terbitan.objects.exclude(status=StatusTerbitan.DISIAPKAN.value)
    terbitan = {t.slug: t for t in publik.filter(slug__in=[p.slug for p in penetapan.values()])}
    terkini: dict[int, int] = {}  # by entity: the latest revision that is public
    for n in laporan:
        if n.pk in penetapan and penetapan[n.pk].slug in terbitan:
            terkini[n.entitas_id] = max(n.revisi, terkini.get(n.entitas_id, 0))
    return [
        KeadaanPublikasi(
            n,
            penetapan.get(n.pk),
            terbitan.get(penetapan[n.pk].slug) if n.pk in penetapan else None,
            n.revisi >= terkini.get(n.entitas_id, 0),
        )
        for n in laporan
    ]
