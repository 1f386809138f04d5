"""Who is told what about the measurement of a quarter: whose turn it is, what became of it, until when it is open.

Deadlines come without an act: ``remind_tenggat`` is called every hour (settings.BERKALA) and says each thing once.
"""

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.utils import timezone

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.kirim import withdraw_notifikasi
from akuntabel.siklus.organisasi.kabar import Kabar, daftar_berperan, tell
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.pengukuran.models import JadwalPengukuran, PengukuranTriwulan, StatusPengukuran
from akuntabel.siklus.pengukuran.permissions import PERAN_PEMERIKSA, PERAN_PENGUKUR
from akuntabel.siklus.perjanjian.models import ROMAWI

TINDAKAN = ("submit", "return", "approve", "reopen")
SISA_HARI = (7, 3, 1)  # so many days before the deadline a reminder is due
TERLAMBAT = "terlambat"
PERINGATAN = ("buka", *(f"sisa-{n}" for n in SISA_HARI), TERLAMBAT)


def announce_pengukuran(pengukuran: PengukuranTriwulan, tindakan: str, *, by: Pengguna, alasan: str = "") -> None:
    """After an act on a quarter (submit, return, approve, reopen): its reminders end, the next person is called."""
    satker, tahun, triwulan = pengukuran.satker, pengukuran.tahun, pengukuran.triwulan
    daftar_kunci = [_kunci(t, satker, tahun, triwulan) for t in (*TINDAKAN, *PERINGATAN)]
    withdraw_notifikasi(*daftar_kunci)
    daftar_peran, teks = _pesan(pengukuran, tindakan, by, alasan)
    tell(daftar_berperan(satker, daftar_peran), _kabar(tindakan, teks, satker, tahun, triwulan), by=by)


def remind_tenggat() -> None:
    """Tell those whose turn it is that a quarter is open, that its deadline is near, that it has passed."""
    hari = timezone.localdate()
    berjalan = JadwalPengukuran.objects.filter(buka__lte=hari).select_related("satker")
    for tahun, triwulan in sorted({(j.tahun, j.triwulan) for j in berjalan if _is_hidup(j, hari)}):
        semua = JadwalPengukuran.objects.filter(tahun=tahun, triwulan=triwulan).select_related("satker")
        for satker, jadwal in _daftar_satker(list(semua)):
            if _is_hidup(jadwal, hari):
                with transaction.atomic():
                    _remind(satker, jadwal, hari)


def _remind(satker: Satker, jadwal: JadwalPengukuran, hari: date) -> None:
    pengukuran = PengukuranTriwulan.objects.filter(satker=satker, tahun=jadwal.tahun, triwulan=jadwal.triwulan).first()
    status = pengukuran.status if pengukuran else StatusPengukuran.DISUSUN.value
    if status == StatusPengukuran.DIVERIFIKASI.value:
        return
    is_diajukan = status == StatusPengukuran.DIAJUKAN.value
    jenis, waktu = _waktu(jadwal, hari)
    if is_diajukan and jenis == "buka":
        return
    tugas = "Masih menunggu verifikasi." if is_diajukan else "Isi realisasinya, lalu ajukan."
    teks = f"{_nama(satker, jadwal.tahun, jadwal.triwulan)} {waktu}. {tugas}"
    peran = PERAN_PEMERIKSA if is_diajukan else PERAN_PENGUKUR
    if jenis == TERLAMBAT:
        peran |= frozenset({Peran.PIMPINAN})
    kabar = _kabar(jenis, teks, satker, jadwal.tahun, jadwal.triwulan)
    tell(daftar_berperan(satker, peran), kabar, by=None, is_sekali=True)


def _waktu(jadwal: JadwalPengukuran, hari: date) -> tuple[str, str]:
    """Which reminder is due: the nearest one, so that a day without power loses none."""
    sisa = (jadwal.tenggat - hari).days
    if sisa < 0:
        return TERLAMBAT, f"terlambat: tenggatnya {format_tanggal(jadwal.tenggat)}"
    jatuh = [n for n in SISA_HARI if sisa <= n]
    if jatuh:
        waktu = "hari ini" if sisa == 0 else f"{sisa} hari lagi"
        return f"sisa-{min(jatuh)}", f"jatuh tempo {waktu}, {format_tanggal(jadwal.tenggat)}"
    return "buka", f"dibuka sampai {format_tanggal(jadwal.tenggat)}"


def _pesan(pengukuran: PengukuranTriwulan, tindakan: str, by: Pengguna, alasan: str) -> tuple[frozenset[Peran], str]:
    nama = _nama(pengukuran.satker, pengukuran.tahun, pengukuran.triwulan)
    match tindakan:
        case "submit":
            return PERAN_PEMERIKSA, f"{nama} diajukan {by}. Verifikasi atau kembalikan."
        case "return":
            return PERAN_PENGUKUR, f"{nama} dikembalikan {by}: {alasan}"
        case "approve":
            return PERAN_PENGUKUR | PERAN_PEMERIKSA, f"{nama} diverifikasi {by}."
        case _:
            return PERAN_PENGUKUR, f"{nama} dibuka kembali {by}: {alasan}"


def _kabar(jenis: str, teks: str, satker: Satker, tahun: int, triwulan: int) -> Kabar:
    kunci = _kunci(jenis, satker, tahun, triwulan)
    return Kabar(f"pengukuran.{jenis}", teks, "pengukuran_kisi", (satker.kode, tahun, triwulan), kunci)


def _kunci(jenis: str, satker: Satker, tahun: int, triwulan: int) -> str:
    return f"pengukuran.{jenis}:{satker.pk}:{tahun}:{triwulan}"


def _nama(satker: Satker, tahun: int, triwulan: int) -> str:
    return f"Pengukuran triwulan {ROMAWI[triwulan]} {tahun} {satker}"


def _is_hidup(jadwal: JadwalPengukuran, hari: date) -> bool:
    """Open by the schedule: what is locked can no longer be hurried."""
    return jadwal.buka <= hari and (jadwal.kunci is None or hari <= jadwal.kunci) and jadwal.tahun >= hari.year - 1


def _daftar_satker(daftar_jadwal: list[JadwalPengukuran]) -> Iterator[tuple[Satker, JadwalPengukuran]]:
    """Every office with the schedule that holds for it: that of the nearest office above, or its own."""
    terdekat = sorted(daftar_jadwal, key=lambda j: j.satker.path, reverse=True)
    for satker in Satker.objects.order_by("path"):
        jadwal = next((j for j in terdekat if satker.path.startswith(j.satker.path)), None)
        if jadwal is not None:
            yield satker, jadwal
