"""The files of a report: asked for, made in the background, and the same ones again as long as its facts stay."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.text import slugify

from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.core.render.berkas import Format
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.tasks.antrean import submit_tugas
from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.siklus.organisasi.querysets import is_terlihat
from akuntabel.siklus.pelaporan.models import DokumenLaporan, LaporanKinerja
from akuntabel.siklus.pelaporan.sidik import compute_sidik_laporan
from akuntabel.siklus.pelaporan.tugas import render_laporan, save_dokumen

SEMUA_FORMAT = (Format.PDF, Format.DOCX, Format.HTML, Format.JSON)
_BERJALAN = (StatusTugas.MENUNGGU.value, StatusTugas.BERJALAN.value)


@dataclass(frozen=True, slots=True)
class KeadaanDokumen:
    """One format of a report. dokumen: the newest file; is_terkini: made from the facts of now."""

    format: Format
    dokumen: DokumenLaporan | None
    is_terkini: bool


def daftar_dokumen(laporan: LaporanKinerja) -> tuple[KeadaanDokumen, ...]:
    """Every format with its newest file. Raises ValidationError where the facts cannot be read."""
    sidik = _compute_sidik(laporan)
    jadi = laporan.daftar_dokumen.filter(berkas__isnull=False).select_related("berkas").order_by("dibuat_pada", "pk")
    terbaru: dict[str, DokumenLaporan] = {}
    for d in jadi:
        if terbaru.get(d.format) is None or terbaru[d.format].sidik_fakta != sidik:
            terbaru[d.format] = d
    return tuple(
        KeadaanDokumen(f, d, d is not None and d.sidik_fakta == sidik)
        for f in SEMUA_FORMAT
        for d in [terbaru.get(f.value)]
    )


def find_tugas_berjalan(laporan: LaporanKinerja) -> Tugas | None:
    """The job that makes its files at this moment."""
    daftar = laporan.daftar_dokumen.filter(berkas__isnull=True, tugas__status__in=_BERJALAN)
    dokumen = daftar.select_related("tugas").first()
    return dokumen.tugas if dokumen else None


@transaction.atomic
def submit_dokumen(
    laporan: LaporanKinerja, daftar_format: Sequence[Format] = SEMUA_FORMAT, *, by: Pengguna
) -> Tugas | None:
    """Ask for the files of the report as it is now; the job to follow, None where they are all there.

    Whoever sees the report may. Who asks while they are being made follows the job that is running. Raises
    PermissionDenied, ValidationError.
    """
    if not is_terlihat(by, laporan.satker):
        raise PermissionDenied(f"Laporan {laporan.satker} di luar wewenang Anda.")
    LaporanKinerja.objects.select_for_update().get(pk=laporan.pk)  # of two who ask at once one finds the other's job
    sidik = _compute_sidik(laporan)
    ada = {d.format: d for d in laporan.daftar_dokumen.filter(sidik_fakta=sidik).select_related("tugas")}
    perlu = [f for f in daftar_format if f.value not in ada or ada[f.value].berkas_id is None]
    if not perlu:
        return None
    berjalan = [t for f in perlu if (d := ada.get(f.value)) and (t := d.tugas) and not t.is_selesai]
    if berjalan and len(berjalan) == len(perlu):
        return berjalan[0]
    tugas = submit_tugas(render_laporan, laporan.pk, [f.value for f in perlu], by.pk, by=by)
    save_dokumen([DokumenLaporan(laporan=laporan, format=f, sidik_fakta=sidik, tugas=tugas) for f in perlu], "tugas")
    return tugas


def build_nama_berkas(laporan: LaporanKinerja, format_: Format) -> str:
    """ "laporan-kinerja-kpu-kota-blitar-2026-rancangan.pdf" """
    bagian = [
        "laporan-kinerja",
        slugify(laporan.satker.nama),
        str(laporan.tahun),
        "" if laporan.is_tahunan else f"{laporan.jenis}-{laporan.triwulan}",
        "" if laporan.entitas.kode.lower() == laporan.satker.entitas.lower() else slugify(laporan.entitas.kode),
        f"revisi-{laporan.revisi}" if laporan.revisi else "",
        "" if laporan.is_beku else "rancangan",
    ]
    return f"{'-'.join(b for b in bagian if b)}.{format_.value}"


def _compute_sidik(laporan: LaporanKinerja) -> str:
    try:
        return compute_sidik_laporan(laporan)
    except PaketTidakSahError as galat:
        raise ValidationError([str(m) for m in galat.daftar_masalah]) from galat
