"""The way of a quarter: submitted by who measured, verified by somebody else, returned, opened again, locked."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import Penugasan, Satker
from akuntabel.siklus.organisasi.permissions import has_peran, require_peran
from akuntabel.siklus.organisasi.querysets import saring_masa
from akuntabel.siklus.organisasi.ubah import change_berversi
from akuntabel.siklus.pengukuran.bahan import read_bahan
from akuntabel.siklus.pengukuran.berlaku import find_aturan, find_jendela
from akuntabel.siklus.pengukuran.hitung import daftar_nama_rumus
from akuntabel.siklus.pengukuran.kabar import announce_pengukuran
from akuntabel.siklus.pengukuran.models import (
    NAMA_TERHITUNG,
    AsalElemen,
    AturanPengukuran,
    JadwalPengukuran,
    PembukaanKembali,
    PengukuranTriwulan,
    StatusPengukuran,
)
from akuntabel.siklus.pengukuran.nilai import refresh_nilai_tahunan
from akuntabel.siklus.pengukuran.permissions import PERAN_PEMERIKSA, PERAN_PER_TINDAKAN
from akuntabel.siklus.pengukuran.target import read_daftar_target
from akuntabel.siklus.perjanjian.models import ROMAWI

LENGKAP_TIAP_TRIWULAN = (Konsolidasi.JUMLAH.value, Konsolidasi.RATA_RATA.value)


@transaction.atomic
def submit_pengukuran(
    satker: Satker, tahun: int, triwulan: int, *, by: Pengguna, versi: int | None = None
) -> PengukuranTriwulan:
    """Hand the quarter in for verification. Raises ValidationError with everything that is not filled in yet."""
    tindakan = "pengukuran.submit"
    require_peran(by, satker, PERAN_PER_TINDAKAN[tindakan], tindakan)
    pengukuran = _lock(satker, tahun, triwulan, versi)
    jendela = find_jendela(satker, tahun, triwulan)
    if not jendela.is_terbuka:
        raise ValidationError(jendela.alasan)
    if pengukuran.status != StatusPengukuran.DISUSUN.value:
        raise ValidationError(f"{_nama(pengukuran)} sudah {pengukuran.status}.")
    kosong = daftar_belum_terisi(satker, tahun, triwulan)
    if kosong:
        raise ValidationError([f"{nama} belum diisi: isi nilainya, atau statusnya beserta alasan." for nama in kosong])
    pengukuran.pengaju, pengukuran.diajukan_pada, pengukuran.catatan = by, timezone.now(), ""
    _alihkan(pengukuran, StatusPengukuran.DIAJUKAN, tindakan, by, ["pengaju", "diajukan_pada", "catatan"])
    return pengukuran


def daftar_belum_terisi(satker: Satker, tahun: int, triwulan: int) -> list[str]:
    """The elements that a target of the quarter waits for and that have no fact, by name.

    What is added up over the year needs a fact of this very quarter; what stays as it was may be older.
    """
    target = read_daftar_target(satker, tahun, triwulan)
    bahan = read_bahan(satker, tahun)
    kosong: dict[str, str] = {}
    for nama in [n for b in target.baris if b.target for n in daftar_nama_rumus(b.indikator)]:
        kode = nama.partition(".")[0]
        elemen = bahan.elemen.get(kode)
        if kode in NAMA_TERHITUNG or (elemen is not None and elemen.asal == AsalElemen.INDUK):
            continue
        if elemen is None:
            kosong[kode] = f"Elemen {kode}"
            continue
        periode = {f.triwulan for f in bahan.milik.get(kode, ()) if f.triwulan is None or f.triwulan <= triwulan}
        is_wajib_kini = elemen.konsolidasi in LENGKAP_TIAP_TRIWULAN and None not in periode
        if not periode or (is_wajib_kini and triwulan not in periode):
            kosong[kode] = elemen.nama
    return list(kosong.values())


@transaction.atomic
def approve_pengukuran(pengukuran: PengukuranTriwulan, *, by: Pengguna) -> None:
    """Verify the quarter: from now on it takes no fact. Not by who submitted it, unless the office has nobody else.

    Then it is marked. Raises PermissionDenied, ValidationError, SudahBerubahError.
    """
    terkunci = _lock_diajukan(pengukuran)
    is_sendiri = terkunci.pengaju_id == by.pk
    if is_sendiri:
        _require_sendirian(terkunci, by)
    else:
        _require_pemeriksa(terkunci, by, "pengukuran.approve")
    terkunci.pemeriksa, terkunci.diverifikasi_pada = by, timezone.now()
    terkunci.is_diverifikasi_sendiri = is_sendiri
    bidang = ["pemeriksa", "diverifikasi_pada", "is_diverifikasi_sendiri"]
    _alihkan(terkunci, StatusPengukuran.DIVERIFIKASI, "pengukuran.approve", by, bidang)
    pengukuran.refresh_from_db()


@transaction.atomic
def return_pengukuran(pengukuran: PengukuranTriwulan, *, by: Pengguna, alasan: str) -> None:
    """Send the quarter back to who measured it, with what must be mended."""
    if not alasan.strip():
        raise ValidationError({"alasan": "Tulis apa yang harus dibetulkan, supaya pengelola data tahu."})
    _require_pemeriksa(pengukuran, by, "pengukuran.return")
    terkunci = _lock_diajukan(pengukuran)
    terkunci.catatan = alasan.strip()
    _alihkan(terkunci, StatusPengukuran.DISUSUN, "pengukuran.return", by, ["catatan"], alasan=terkunci.catatan)
    pengukuran.refresh_from_db()


@transaction.atomic
def revise_pengukuran(
    satker: Satker, tahun: int, triwulan: int, *, alasan: str, sampai: datetime, by: Pengguna
) -> PembukaanKembali:
    """Open a verified or locked quarter again until a moment, with the reason. It closes by itself.

    The quarter stays verified until somebody writes a fact. Raises PermissionDenied, ValidationError.
    """
    tindakan = "pengukuran.reopen"
    require_peran(by, satker, PERAN_PER_TINDAKAN[tindakan], tindakan)
    galat = {}
    if not alasan.strip():
        galat["alasan"] = "Sebutkan alasan pembukaan kembali."
    if sampai <= timezone.now():
        galat["sampai"] = "Pilih waktu yang belum lewat; sesudahnya triwulan tertutup kembali."
    if galat:
        raise ValidationError(galat)
    pengukuran = _lock(satker, tahun, triwulan, None)
    jendela = find_jendela(satker, tahun, triwulan)
    if jendela.is_terbuka or pengukuran.status == StatusPengukuran.DIAJUKAN.value:
        raise ValidationError(jendela.alasan or f"{_nama(pengukuran)} masih terbuka; tidak perlu dibuka kembali.")
    buka = PembukaanKembali.objects.create(
        satker=satker, tahun=tahun, triwulan=triwulan, alasan=alasan.strip(), oleh=by, sampai=sampai
    )
    record_audit(by, tindakan, pengukuran, baru={"sampai": sampai}, alasan=buka.alasan)
    announce_pengukuran(pengukuran, "reopen", by=by, alasan=buka.alasan)
    return buka


@transaction.atomic
def lock_pengukuran(satker: Satker, tahun: int, triwulan: int, *, by: Pengguna) -> None:
    """Close a quarter that was opened again before its time is over. Raises PermissionDenied, ValidationError."""
    tindakan = "pengukuran.lock"
    require_peran(by, satker, PERAN_PER_TINDAKAN[tindakan], tindakan)
    pengukuran = _lock(satker, tahun, triwulan, None)
    kini = timezone.now()
    dibuka = PembukaanKembali.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan, sampai__gt=kini)
    lama = [b.sampai for b in dibuka]
    if not dibuka.update(sampai=kini):
        raise ValidationError(f"{_nama(pengukuran)} tidak sedang dibuka kembali.")
    record_audit(by, tindakan, pengukuran, lama={"sampai": lama}, baru={"sampai": kini})


@transaction.atomic
def revise_jadwal(
    satker: Satker,
    tahun: int,
    triwulan: int,
    *,
    buka: date,
    tenggat: date,
    by: Pengguna | None,
    kunci: date | None = None,
    versi: int | None = None,
) -> JadwalPengukuran:
    """When a quarter is measured, here and below. Raises PermissionDenied, ValidationError, SudahBerubahError."""
    tindakan = "jadwal_pengukuran.revise"
    if by is not None:
        require_peran(by, satker, PERAN_PER_TINDAKAN[tindakan], tindakan)
    isi = {"buka": buka, "tenggat": tenggat, "kunci": kunci}
    jadwal = JadwalPengukuran.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan).first()
    if jadwal is not None:
        change_berversi(jadwal, isi, versi=versi, by=by, tindakan=tindakan)
        return jadwal
    jadwal = JadwalPengukuran(satker=satker, tahun=tahun, triwulan=triwulan, **isi)
    jadwal.full_clean()
    jadwal.save()
    record_audit(by, tindakan, jadwal, baru={"triwulan": triwulan, **isi})
    return jadwal


@transaction.atomic
def revise_aturan(
    satker: Satker, tahun: int, *, by: Pengguna | None, kebijakan: str | None = None, ambang: int | None = None
) -> AturanPengukuran:
    """By which policy, and from which change on a figure asks for a reason, from a year on.

    None leaves what holds. Raises PermissionDenied, ValidationError.
    """
    tindakan = "aturan_pengukuran.revise"
    if by is not None:
        require_peran(by, satker, PERAN_PER_TINDAKAN[tindakan], tindakan)
    berlaku = find_aturan(satker, tahun)
    isi = {"kebijakan": kebijakan or berlaku.kebijakan, "ambang": ambang or berlaku.ambang}
    aturan = AturanPengukuran.objects.filter(satker=satker, tahun=tahun).first()
    if aturan is not None:
        change_berversi(aturan, isi, versi=None, by=by, tindakan=tindakan)
    else:
        aturan = AturanPengukuran(satker=satker, tahun=tahun, **isi)
        aturan.full_clean()
        aturan.save()
        lama = {"kebijakan": berlaku.kebijakan, "ambang": berlaku.ambang}
        record_audit(by, tindakan, aturan, lama=lama, baru=isi)
    if isi["kebijakan"] != berlaku.kebijakan:
        refresh_nilai_tahunan(satker, tahun)
    return aturan


def _lock(satker: Satker, tahun: int, triwulan: int, versi: int | None) -> PengukuranTriwulan:
    """The quarter, locked. Raises SudahBerubahError where it is no longer the version that the person saw."""
    PengukuranTriwulan.objects.get_or_create(satker=satker, tahun=tahun, triwulan=triwulan)
    terkunci = (
        PengukuranTriwulan.objects.select_for_update(of=("self",))
        .select_related("satker")
        .get(satker=satker, tahun=tahun, triwulan=triwulan)
    )
    if versi is not None and terkunci.versi != versi:
        raise _bentrok(terkunci)
    return terkunci


def _lock_diajukan(pengukuran: PengukuranTriwulan) -> PengukuranTriwulan:
    """The quarter as the person saw it, still waiting to be verified."""
    terkunci = _lock(pengukuran.satker, pengukuran.tahun, pengukuran.triwulan, pengukuran.versi)
    if terkunci.status != StatusPengukuran.DIAJUKAN.value:
        raise ValidationError(f"{_nama(terkunci)} {terkunci.status}; yang diperiksa adalah yang sudah diajukan.")
    return terkunci


def _bentrok(kini: PengukuranTriwulan) -> SudahBerubahError:
    return SudahBerubahError(
        f"{_nama(kini)} sudah berubah sejak Anda membukanya (sekarang {kini.status}). Muat ulang, lalu ulangi.",
        sekarang={"status": kini.status},
        versi=kini.versi,
    )


def _alihkan(
    terkunci: PengukuranTriwulan,
    ke: StatusPengukuran,
    tindakan: str,
    by: Pengguna,
    daftar_bidang: list[str],
    *,
    alasan: str = "",
) -> None:
    lama, terkunci.status = terkunci.status, ke.value
    terkunci.versi += 1
    terkunci.save(update_fields=["status", "versi", *daftar_bidang])
    baru: dict[str, object] = {"status": terkunci.status}
    if terkunci.is_diverifikasi_sendiri and ke is StatusPengukuran.DIVERIFIKASI:
        baru["is_diverifikasi_sendiri"] = True
    record_audit(by, tindakan, terkunci, lama={"status": lama}, baru=baru, alasan=alasan)
    announce_pengukuran(terkunci, tindakan.removeprefix("pengukuran."), by=by, alasan=alasan)


def _require_pemeriksa(pengukuran: PengukuranTriwulan, by: Pengguna, tindakan: str) -> None:
    require_peran(by, pengukuran.satker, PERAN_PER_TINDAKAN[tindakan], tindakan)


def _require_sendirian(pengukuran: PengukuranTriwulan, by: Pengguna) -> None:
    """Raises PermissionDenied where somebody else in the office could verify."""
    satker = pengukuran.satker
    if not (by.is_active and has_peran(by, satker, PERAN_PEMERIKSA | PERAN_PER_TINDAKAN["pengukuran.submit"])):
        raise PermissionDenied(f"Verifikasi pengukuran di {satker} bukan tugas Anda.")
    lain = (
        Penugasan.objects.filter(
            saring_masa(timezone.localdate()),
            satker=satker,
            peran__in=[p.value for p in PERAN_PEMERIKSA],
            pengguna__is_active=True,
        )
        .exclude(pengguna=by)
        .select_related("pengguna")
        .first()
    )
    if lain is not None:
        raise PermissionDenied(
            f"Yang mengajukan tidak memverifikasi sendiri selama ada orang lain; minta {lain.pengguna}."
        )


def _nama(pengukuran: PengukuranTriwulan) -> str:
    return f"Pengukuran triwulan {ROMAWI[pengukuran.triwulan]} {pengukuran.tahun}"
