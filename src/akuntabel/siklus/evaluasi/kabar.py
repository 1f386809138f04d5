"""Who is told what about a worksheet and a recommendation; deadlines of recommendations come without an act."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.kirim import withdraw_notifikasi
from akuntabel.siklus.evaluasi.models import Lke, Rekomendasi
from akuntabel.siklus.evaluasi.permissions import PERAN_PELAKSANA, PERAN_PENETAP, PERAN_PENILAI, PERAN_PENYUSUN
from akuntabel.siklus.organisasi.kabar import Kabar, daftar_berperan, tell

TINDAKAN = ("submit", "return", "adopt")
SISA_HARI = 14  # so many days before its deadline a recommendation is called to mind


def announce_lke(lke: Lke, tindakan: str, *, by: Pengguna, alasan: str = "") -> None:
    """After a change of state: the calls that it answers are withdrawn, the next person is called."""
    withdraw_notifikasi(*(f"lke.{t}:{lke.pk}" for t in TINDAKAN))
    kabar = Kabar(
        f"lke.{tindakan}",
        _teks(lke, tindakan, by, alasan),
        "evaluasi_lke",
        (lke.satker.kode, lke.tahun, lke.pk),
        f"lke.{tindakan}:{lke.pk}",
    )
    tell(_penerima(lke, tindakan), kabar, by=by)


def announce_rekomendasi(rekomendasi: Rekomendasi, tindakan: str, teks: str, *, by: Pengguna) -> None:
    """After an act on a recommendation: those who carry it out, or those who judge what was done."""
    withdraw_notifikasi(
        *(f"rekomendasi.{t}:{rekomendasi.pk}" for t in ("assign", "respond", "return", "approve", "tenggat"))
    )
    is_ke_pemeriksa = tindakan == "respond"
    penerima = _pemeriksa(rekomendasi) if is_ke_pemeriksa else _pelaksana(rekomendasi)
    tell(penerima, _kabar(rekomendasi, tindakan, teks), by=by)


def remind_rekomendasi() -> None:
    """Tell those who carry it out that a recommendation is soon due or overdue; each thing once."""
    hari = timezone.localdate()
    daftar = Rekomendasi.objects.berlaku().terbuka().filter(tenggat__lte=hari + timedelta(days=SISA_HARI))
    for r in daftar.select_related("satker", "pejabat__pengguna"):
        if r.tenggat is None:
            continue
        is_lewat = r.tenggat < hari
        waktu = f"{'lewat tenggat' if is_lewat else 'jatuh tempo'} {format_tanggal(r.tenggat)}"
        kabar = _kabar(
            r, "lewat" if is_lewat else "tenggat", f"Rekomendasi {r.nomor} tahun {r.tahun} {waktu}: {r.teks}"
        )
        with transaction.atomic():
            tell(_pelaksana(r), kabar, by=None, is_sekali=True)


def _penerima(lke: Lke, tindakan: str) -> list[Pengguna]:
    kantor = lke.penilai or lke.satker
    if tindakan == "submit":
        return daftar_berperan(kantor, PERAN_PENILAI if lke.is_resmi else PERAN_PENETAP)
    if tindakan == "return":
        return daftar_berperan(kantor, PERAN_PENILAI if lke.is_resmi else PERAN_PENYUSUN)
    return daftar_berperan(lke.satker, PERAN_PENYUSUN | PERAN_PENETAP)


def _teks(lke: Lke, tindakan: str, by: Pengguna, alasan: str) -> str:
    match tindakan:
        case "submit":
            return f"{lke} diajukan {by}. Tetapkan atau kembalikan."
        case "return":
            return f"{lke} dikembalikan {by}: {alasan}"
        case _:
            return f"{lke} ditetapkan: {lke.predikat}. Baca hasil dan rekomendasinya."


def _pelaksana(rekomendasi: Rekomendasi) -> list[Pengguna]:
    """The official who answers for it, where that person signs in; else who works on the cycle in the office."""
    pejabat = rekomendasi.pejabat
    if pejabat is not None and pejabat.pengguna is not None:
        return [pejabat.pengguna]
    return daftar_berperan(rekomendasi.satker, PERAN_PELAKSANA)


def _pemeriksa(rekomendasi: Rekomendasi) -> list[Pengguna]:
    lke = rekomendasi.lke
    if lke is not None and not lke.is_resmi:
        return daftar_berperan(rekomendasi.satker, PERAN_PENETAP)
    kantor = lke.penilai if lke is not None else rekomendasi.satker.induk
    return daftar_berperan(kantor, PERAN_PENILAI) if kantor else []


def _kabar(rekomendasi: Rekomendasi, tindakan: str, teks: str) -> Kabar:
    argumen = (rekomendasi.satker.kode, rekomendasi.tahun, rekomendasi.pk)
    return Kabar(
        f"rekomendasi.{tindakan}", teks, "rekomendasi_rinci", argumen, f"rekomendasi.{tindakan}:{rekomendasi.pk}"
    )
