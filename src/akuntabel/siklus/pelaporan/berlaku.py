"""Which report counts: the newest revision of each entity, kind and quarter."""

from collections.abc import Iterable

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.siklus.organisasi.models import EntitasPelapor, Satker
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja


def find_laporan(
    satker: Satker,
    tahun: int,
    *,
    entitas: EntitasPelapor | None = None,
    jenis: str = JenisLaporan.TAHUNAN.value,
    triwulan: int | None = None,
) -> LaporanKinerja | None:
    """The newest revision, whatever its state; without ``entitas`` of the main entity of the office."""
    terpilih = entitas or find_entitas_utama(satker)
    daftar = LaporanKinerja.objects.filter(satker=satker, tahun=tahun, entitas=terpilih, jenis=jenis, triwulan=triwulan)
    return daftar.select_related("satker", "entitas").order_by("-revisi").first()


def daftar_laporan(satker: Satker, tahun: int) -> list[LaporanKinerja]:
    """The newest revision of each: annual first, then by quarter; the main entity before the others."""
    terbaru: dict[tuple[object, ...], LaporanKinerja] = {}
    semua = LaporanKinerja.objects.filter(satker=satker, tahun=tahun).select_related("satker", "entitas", "pengaju")
    for laporan in semua.order_by("revisi"):
        terbaru[laporan.entitas_id, laporan.jenis, laporan.triwulan] = laporan
    utama = find_entitas_utama(satker) if len(terbaru) > 1 else None
    return sorted(
        terbaru.values(),
        key=lambda n: (not n.is_tahunan, n.triwulan or 0, n.jenis, n.entitas_id != getattr(utama, "pk", None), n.pk),
    )


def find_entitas_utama(satker: Satker) -> EntitasPelapor | None:
    """The entity that the head of the office answers for, else the first one."""
    return pilih_utama(EntitasPelapor.objects.filter(satker=satker).order_by("pk"))


def pilih_utama(daftar: Iterable[EntitasPelapor]) -> EntitasPelapor | None:
    """Of the entities of one office that of its head, else the first."""
    semua = list(daftar)
    return next((e for e in semua if e.peran_pimpinan == PeranPejabat.PIMPINAN.value), semua[0] if semua else None)
