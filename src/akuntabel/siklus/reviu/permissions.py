"""Who may do what in a review. Whoever wrote or submitted a report never reviews it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.models import LEBAR_LANGKAH, Penugasan, Peran, Satker
from akuntabel.siklus.organisasi.permissions import has_peran
from akuntabel.siklus.organisasi.querysets import saring_masa
from akuntabel.siklus.pelaporan.models import LaporanKinerja, VersiBlok
from akuntabel.siklus.reviu.models import PenugasanReviu, StatusTemuan

PEREVIU = frozenset({Peran.AUDITOR})
PENUNJUK_DI_ATAS = frozenset({Peran.AUDITOR, Peran.PIMPINAN})  # of an office above the one that reports
PENUNJUK_SENDIRI = frozenset({Peran.PIMPINAN})  # "tim yang dibentuk untuk itu"
PENANGGAP = frozenset({Peran.PERENCANA, Peran.PIMPINAN})
PEMERIKSA = frozenset({Peran.AUDITOR, Peran.EVALUATOR, Peran.SUPERVISOR, Peran.PERENCANA, Peran.PIMPINAN})
_MENYUSUN = ("laporan.draft", "laporan.submit", "laporan.identitas", "laporan.isu", "laporan.langkah")


@dataclass(frozen=True, slots=True)
class PeralihanTemuan:
    """An act on a finding: the states it starts from, the state it leads to, whose it is; what it is called."""

    dari: frozenset[StatusTemuan]
    ke: StatusTemuan
    is_auditor: bool
    sebutan: str
    is_beralasan: bool = True


_S = StatusTemuan
PERALIHAN_TEMUAN: Mapping[str, PeralihanTemuan] = {
    "submit_tanggapan": PeralihanTemuan(frozenset({_S.TERBUKA}), _S.DITANGGAPI, False, "Tanggapan"),
    "return_tanggapan": PeralihanTemuan(frozenset({_S.DITANGGAPI}), _S.TERBUKA, True, "Tanggapan dikembalikan"),
    "approve_tanggapan": PeralihanTemuan(frozenset({_S.DITANGGAPI}), _S.DISEPAKATI, True, "Perbaikan disepakati"),
    "approve_penjelasan": PeralihanTemuan(
        frozenset({_S.DITANGGAPI, _S.DISEPAKATI}), _S.DIJELASKAN, True, "Dijelaskan dalam pernyataan"
    ),
    "submit_perbaikan": PeralihanTemuan(frozenset({_S.DISEPAKATI}), _S.DIPERBAIKI, False, "Perbaikan"),
    "return_perbaikan": PeralihanTemuan(frozenset({_S.DIPERBAIKI}), _S.DISEPAKATI, True, "Perbaikan dikembalikan"),
    "approve_perbaikan": PeralihanTemuan(
        frozenset({_S.DIPERBAIKI}), _S.DITUTUP, True, "Perbaikan diterima", is_beralasan=False
    ),
    "withdraw_temuan": PeralihanTemuan(frozenset({_S.TERBUKA, _S.DITANGGAPI}), _S.DITUTUP, True, "Temuan dicabut"),
}


def has_peran_di_atas(pengguna: Pengguna, satker: Satker, daftar_peran: frozenset[Peran]) -> bool:
    """Whether the person has one of the roles today in an office above, never in the office itself."""
    langkah = LEBAR_LANGKAH + 1
    daftar_atas = [satker.path[:n] for n in range(langkah, len(satker.path), langkah)]
    daftar = Penugasan.objects.filter(
        saring_masa(timezone.localdate()),
        pengguna=pengguna,
        peran__in=[p.value for p in daftar_peran],
        satker__path__in=daftar_atas,
    )
    return pengguna.is_active and daftar.exists()


def is_penyusun(pengguna: Pengguna, laporan: LaporanKinerja) -> bool:
    """Whether the person had a hand in the report: wrote a text of it, said what it is, or submitted it."""
    if VersiBlok.objects.filter(blok__laporan=laporan, oleh=pengguna).exists():
        return True
    return JejakAudit.objects.filter(
        pelaku=pengguna, tindakan__in=_MENYUSUN, objek=laporan._meta.label, objek_id=str(laporan.pk)
    ).exists()


def is_penunjuk(pengguna: Pengguna, laporan: LaporanKinerja) -> bool:
    """Whether the person may say who reviews the report."""
    return has_peran(pengguna, laporan.satker, PENUNJUK_SENDIRI) or has_peran_di_atas(
        pengguna, laporan.satker, PENUNJUK_DI_ATAS
    )


def require_penunjuk(pengguna: Pengguna, laporan: LaporanKinerja) -> None:
    """Raises PermissionDenied with a message that says who may."""
    if not (pengguna.is_active and is_penunjuk(pengguna, laporan)):
        raise PermissionDenied(
            f"Auditor {laporan} ditunjuk oleh auditor atau pimpinan satker di atasnya, atau oleh pimpinan "
            f"{laporan.satker}."
        )


def find_penugasan(pengguna: Pengguna, laporan: LaporanKinerja) -> PenugasanReviu | None:
    """The place of the person on the team of a report, where the role behind it still holds today."""
    penugasan = PenugasanReviu.objects.filter(laporan=laporan, auditor=pengguna, selesai_pada__isnull=True).first()
    if penugasan is None or not pengguna.is_active:
        return None
    is_boleh = (
        has_peran(pengguna, laporan.satker, PEREVIU)
        if penugasan.is_satker_sendiri
        else has_peran_di_atas(pengguna, laporan.satker, PEREVIU)
    )
    return penugasan if is_boleh else None


def require_auditor(pengguna: Pengguna, laporan: LaporanKinerja, *, is_ketua: bool = False) -> PenugasanReviu:
    """Raises PermissionDenied for everybody but the team (its head); also for who has written in the report since."""
    penugasan = find_penugasan(pengguna, laporan)
    if penugasan is None:
        raise PermissionDenied(f"Reviu {laporan} hanya untuk auditor yang ditugaskan.")
    if is_ketua and not penugasan.is_ketua:
        raise PermissionDenied(f"Pernyataan reviu {laporan} ditandatangani ketua tim pereviu.")
    if is_penyusun(pengguna, laporan):
        raise PermissionDenied(f"Yang menyusun atau mengajukan {laporan} tidak mereviunya.")
    return penugasan
