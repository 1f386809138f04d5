"""Who is told what about a review: the auditor of the assignment, of a report that came in and of answers to findings,
the office of findings.
"""

from collections.abc import Iterable

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.kirim import withdraw_notifikasi
from akuntabel.siklus.organisasi.kabar import Kabar, daftar_berperan, tell
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.reviu.models import PenugasanReviu, StatusTemuan, TemuanReviu

_PENYUSUN = frozenset({Peran.PERENCANA})


def announce_penugasan(penugasan: PenugasanReviu, *, by: Pengguna) -> None:
    """The auditor hears of the assignment."""
    laporan = penugasan.laporan
    sebagai = "ketua tim pereviu" if penugasan.is_ketua else "anggota tim pereviu"
    teks = f"Anda ditugaskan sebagai {sebagai} {laporan} oleh {by}."
    _tell([penugasan.auditor], laporan, "reviu.penugasan", teks, f"reviu.penugasan:{penugasan.pk}", by=by)


def announce_pengajuan(laporan: LaporanKinerja, tindakan: str, by: Pengguna) -> None:
    """The team hears that the report came in, or came in again; what has gone back or on calls nobody any longer."""
    kunci = f"reviu.pengajuan:{laporan.pk}"
    withdraw_notifikasi(kunci)
    if tindakan == "submit":
        teks = f"{laporan} diajukan {by} dan menunggu reviu Anda."
        _tell(daftar_auditor(laporan), laporan, "reviu.pengajuan", teks, kunci, by=by)


def announce_temuan(temuan: TemuanReviu, *, by: Pengguna, teks: str) -> None:
    """After an act on a finding: whoever has to act next is called, the call before is withdrawn."""
    kunci = f"reviu.temuan:{temuan.pk}"
    withdraw_notifikasi(kunci)
    laporan, status = temuan.laporan, temuan.status_enum
    if status in (StatusTemuan.DITANGGAPI, StatusTemuan.DIPERBAIKI):
        kepada = daftar_auditor(laporan)
    else:
        kepada = daftar_berperan(laporan.satker, _PENYUSUN)
    _tell(kepada, laporan, "reviu.temuan", f"{temuan} ({status.label}): {teks}", kunci, by=by)


def announce_hasil(laporan: LaporanKinerja, *, by: Pengguna) -> None:
    """The team hears that the statement is signed; the office hears it from the report itself."""
    _tell(
        daftar_auditor(laporan),
        laporan,
        "reviu.hasil",
        f"Pernyataan telah direviu {laporan} ditandatangani {by}.",
        f"reviu.hasil:{laporan.pk}",
        by=by,
    )


def daftar_auditor(laporan: LaporanKinerja) -> list[Pengguna]:
    """The team of a report."""
    daftar = PenugasanReviu.objects.filter(laporan=laporan, selesai_pada__isnull=True).select_related("auditor")
    return [p.auditor for p in daftar if p.auditor.is_active]


def _tell(
    kepada: Iterable[Pengguna], laporan: LaporanKinerja, jenis: str, teks: str, kunci: str, *, by: Pengguna
) -> None:
    argumen = (laporan.satker.kode, laporan.tahun, laporan.pk)
    tell(kepada, Kabar(jenis, teks, "reviu_rinci", argumen, kunci), by=by)
