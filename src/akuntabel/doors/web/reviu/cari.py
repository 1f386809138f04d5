"""The review that an address names, and what the person may do in it."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from akuntabel.doors.web.ruang import Ruang
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja, StatusLaporan
from akuntabel.siklus.reviu.berlaku import DIREVIU
from akuntabel.siklus.reviu.permissions import PENANGGAP, find_penugasan, is_penunjuk


@dataclass(frozen=True, slots=True)
class HakReviu:
    """What decides which buttons are shown; the acts ask again. is_berjalan: its working paper may be written."""

    is_auditor: bool
    is_ketua: bool
    is_penunjuk: bool
    is_penanggap: bool
    is_berjalan: bool
    is_diajukan: bool


def find_reviu(ruang: Ruang, id_: int) -> LaporanKinerja:
    """The annual report under that key; 404 where it is not of this office and year."""
    laporan: LaporanKinerja = get_object_or_404(
        LaporanKinerja.objects.select_related("entitas", "pengaju"),
        pk=id_,
        satker=ruang.satker,
        tahun=ruang.tahun,
        jenis=JenisLaporan.TAHUNAN.value,
    )
    laporan.satker = ruang.satker
    return laporan


def read_hak(ruang: Ruang, laporan: LaporanKinerja) -> HakReviu:
    """What this person may do with this review."""
    penugasan = find_penugasan(ruang.pengguna, laporan)
    return HakReviu(
        is_auditor=penugasan is not None,
        is_ketua=penugasan is not None and penugasan.is_ketua,
        is_penunjuk=is_penunjuk(ruang.pengguna, laporan),
        is_penanggap=ruang.is_boleh(*PENANGGAP),
        is_berjalan=laporan.status not in DIREVIU,
        is_diajukan=laporan.status == StatusLaporan.DIAJUKAN,
    )


def require_tim(ruang: Ruang, laporan: LaporanKinerja, *, is_ketua: bool = False) -> HakReviu:
    """For pages that only lead to an act of the team (its head). Raises PermissionDenied."""
    hak = read_hak(ruang, laporan)
    if not (hak.is_ketua if is_ketua else hak.is_auditor):
        siapa = "ketua tim pereviu" if is_ketua else "auditor yang ditugaskan"
        raise PermissionDenied(f"Halaman ini untuk {siapa} pada {laporan}.")
    return hak
