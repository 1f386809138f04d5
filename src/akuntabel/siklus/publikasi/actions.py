"""Publishing an adopted report and withdrawing it. What is public is written once; only its withdrawal changes it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from akuntabel.core.fakta.laporan import PernyataanReviu
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.simpan import open_berkas
from akuntabel.platform.tasks.kerjakan import report_kemajuan, transaksi_akhir
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pelaporan.berlaku import find_entitas_utama
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.zip_paket import unpack_paket
from akuntabel.siklus.publikasi.berkas_terbit import write_dokumen
from akuntabel.siklus.publikasi.daftar_satker import refresh_daftar_satker
from akuntabel.siklus.publikasi.dokumen import SALINAN, NaskahTerbit, compose_terbit, render_salinan
from akuntabel.siklus.publikasi.isi_terbit import build_angka, write_isi
from akuntabel.siklus.publikasi.kabar import announce_tarik, announce_terbit
from akuntabel.siklus.publikasi.models import PenetapanLaporan, StatusTerbitan, Terbitan
from akuntabel.siklus.publikasi.permissions import require_permission
from akuntabel.siklus.publikasi.ringkasan import write_ringkasan
from akuntabel.siklus.publikasi.silsilah import map_silsilah

_TERKAIT = ("laporan__satker__induk", "laporan__entitas", "berkas", "paket", "pindaian")


def publish_laporan(laporan: LaporanKinerja, *, by: Pengguna) -> Terbitan:
    """Make an adopted report public, whole or not at all; a later revision replaces the one before.

    Takes seconds, for every file is made: a screen asks for it through ``submit_terbitan`` (tugas). Where it is public
    already, that publication. Raises PermissionDenied, ValidationError.
    """
    require_permission(by, "laporan.publish", laporan.satker)
    penetapan = require_penetapan(laporan)
    report_kemajuan(5, "Membaca paket data yang ditandatangani.")
    terbit = read_terbit(penetapan)
    langkah = iter(range(1, len(SALINAN) + 3))
    salinan = render_salinan(terbit, saat_langkah=lambda pesan: report_kemajuan(10 + 15 * next(langkah), f"{pesan}."))
    report_kemajuan(90, "Menerbitkan.")
    with transaksi_akhir():
        # Whoever publishes the same report waits here, and then finds it done.
        LaporanKinerja.objects.select_for_update().get(pk=laporan.pk)
        ada = find_terbitan(penetapan)
        if ada is not None:
            return ada
        terbitan = Terbitan.objects.create(**_build_terbitan(penetapan, terbit))
        write_isi(terbitan, terbit.hasil, map_silsilah(laporan))
        write_dokumen(terbitan, penetapan, salinan, by=by)
        terbitan.status = StatusTerbitan.TERBIT.value
        terbitan.save(update_fields=["status"])
        refresh_daftar_satker()
        record_audit(by, "laporan.publish", laporan, baru={"slug": terbitan.slug, "sidik": terbitan.sidik})
        announce_terbit(laporan, by=by)
    return terbitan


@transaction.atomic
def withdraw_terbitan(terbitan: Terbitan, *, by: Pengguna, alasan: str) -> None:
    """Take a report back: its files are served no more, its page says when and why. It is never undone.

    Raises PermissionDenied, ValidationError, SudahBerubahError.
    """
    laporan = find_laporan_terbitan(terbitan)
    require_permission(by, "terbitan.withdraw", laporan.satker)
    if not alasan.strip():
        raise ValidationError({"alasan": "Sebutkan alasan penarikan; alasan itu dibaca publik."})
    berubah = Terbitan.objects.filter(pk=terbitan.pk, status=StatusTerbitan.TERBIT.value).update(
        status=StatusTerbitan.DITARIK.value, ditarik_pada=timezone.now(), alasan_tarik=alasan.strip()
    )
    terbitan.refresh_from_db()
    if not berubah:
        raise SudahBerubahError(f"{terbitan} sudah {terbitan.status}. Muat ulang halaman.")
    record_audit(
        by,
        "terbitan.withdraw",
        laporan,
        lama={"status": StatusTerbitan.TERBIT.value},
        baru={"status": terbitan.status, "slug": terbitan.slug},
        alasan=alasan.strip(),
    )
    announce_tarik(laporan, alasan.strip(), by=by)


def require_penetapan(laporan: LaporanKinerja) -> PenetapanLaporan:
    """How the report was adopted. Raises ValidationError where it has not been, or is no annual one."""
    if not laporan.is_tahunan:
        raise ValidationError(f"{laporan} tidak diterbitkan; yang diterbitkan adalah Laporan Kinerja tahunan.")
    penetapan = PenetapanLaporan.objects.filter(laporan=laporan).select_related(*_TERKAIT).first()
    if penetapan is None:
        raise ValidationError(f"{laporan} berstatus {laporan.status}; laporan diterbitkan sesudah ditandatangani.")
    return penetapan


def read_terbit(penetapan: PenetapanLaporan) -> NaskahTerbit:
    """The document of what was signed, out of its frozen package alone."""
    with open_berkas(penetapan.paket) as isi:
        fakta = unpack_paket(penetapan.paket.nama, isi.read())
    return compose_terbit(fakta, is_elektronik=penetapan.is_elektronik)


def find_terbitan(penetapan: PenetapanLaporan) -> Terbitan | None:
    """The publication of what was signed, in force or withdrawn."""
    return Terbitan.objects.exclude(status=StatusTerbitan.DISIAPKAN.value).filter(slug=penetapan.slug).first()


def find_laporan_terbitan(terbitan: Terbitan) -> LaporanKinerja:
    """The report behind a publication, which itself points nowhere."""
    laporan: LaporanKinerja = (
        PenetapanLaporan.objects.select_related("laporan__satker", "laporan__entitas").get(slug=terbitan.slug).laporan
    )
    return laporan


def _build_terbitan(penetapan: PenetapanLaporan, terbit: NaskahTerbit) -> dict[str, Any]:
    """The row of a publication; the office under the names that its report uses."""
    laporan, fakta = penetapan.laporan, terbit.fakta
    satker, induk = laporan.satker, laporan.satker.induk
    utama = find_entitas_utama(satker)
    return {
        "slug": penetapan.slug,
        "judul": terbit.naskah.judul,
        "kode_satker": satker.kode,
        "nama_satker": fakta.satker.nama,
        "nama_lengkap": fakta.satker.nama_lengkap,
        "jenis_satker": satker.jenis,
        "kode_induk": induk.kode if induk else "",
        "nama_induk": induk.nama if induk else "",
        "path": satker.path,
        "wilayah": satker.wilayah,
        "kementerian": fakta.satker.kementerian,
        "tahun": laporan.tahun,
        "entitas": laporan.entitas.kode,
        "nama_entitas": laporan.entitas.nama,
        "is_utama": utama is None or utama.pk == laporan.entitas_id,
        "jenis": laporan.jenis,
        "triwulan": laporan.triwulan,
        "revisi": laporan.revisi,
        "sidik": penetapan.sidik,
        "ringkasan": write_ringkasan(terbit.naskah),
        "penanda_tangan": penetapan.nama or penetapan.jabatan,
        "jabatan_penanda_tangan": penetapan.jabatan,
        "tanggal_tanda_tangan": penetapan.tanggal,
        "is_elektronik": penetapan.is_elektronik,
        **_build_reviu(fakta.reviu),
        **build_angka(terbit.hasil),
        "terbit_pada": timezone.now(),
    }


def _build_reviu(reviu: PernyataanReviu | None) -> dict[str, Any]:
    if reviu is None:
        return {}
    return {
        "pereviu": reviu.nama,
        "jabatan_pereviu": reviu.jabatan,
        "tanggal_reviu": reviu.tanggal,
        "kesimpulan_reviu": "\n\n".join((reviu.kesimpulan, *reviu.paragraf_penjelas)),
    }
