"""Stages of an election: taken from a schedule, planned, and recorded as they went."""

from collections.abc import Iterator, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from akuntabel.core.fakta.kepemiluan import KelompokTahapan, StatusTahapan
from akuntabel.core.regulasi.pemilihan import daftar_pemilihan_acuan, sebut_tanda
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.kepemiluan.berlaku import daftar_tahapan
from akuntabel.siklus.kepemiluan.isian import IsiRealisasi, IsiTahapan, check_tahapan
from akuntabel.siklus.kepemiluan.models import Pemilihan, Tahapan
from akuntabel.siklus.kepemiluan.permissions import require_pencatat
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.pohon import lock_satker
from akuntabel.siklus.organisasi.ubah import change_berversi, check_versi
from akuntabel.siklus.pengukuran.nilai import refresh_nilai_tahunan
from akuntabel.siklus.perencanaan.isian import rapikan
from akuntabel.siklus.perencanaan.querysets import daftar_jalur_atas

_KEWAJIBAN = (StatusTahapan.SELESAI, StatusTahapan.BELUM)


@transaction.atomic
def draft_tahapan(satker: Satker, pemilihan: Pemilihan, isi: IsiTahapan, *, by: Pengguna | None) -> Tahapan:
    """Add a stage. Raises PermissionDenied, ValidationError."""
    require_pencatat(by, satker, "tahapan.draft")
    check_tahapan(isi)
    lock_satker(satker)
    terakhir = daftar_tahapan(satker, pemilihan).aggregate(n=Max("posisi"))["n"]
    tahapan = _build(satker, pemilihan, isi, posisi=0 if terakhir is None else terakhir + 1)
    tahapan.full_clean()
    tahapan.save()
    record_audit(by, "tahapan.draft", tahapan, baru={"pemilihan": pemilihan.kode, "nama": tahapan.nama})
    refresh_nilai_tahunan(satker, pemilihan.tahun_laporan)
    return tahapan


@transaction.atomic
def import_tahapan_acuan(satker: Satker, pemilihan: Pemilihan, *, by: Pengguna | None) -> list[Tahapan]:
    """Begin with the schedule that is known: that of the nearest office above that has one, else the shipped one.

    Only where the office has no stage yet. Raises PermissionDenied, ValidationError.
    """
    require_pencatat(by, satker, "tahapan.import")
    lock_satker(satker)
    if daftar_tahapan(satker, pemilihan).exists():
        raise ValidationError(f"{pemilihan} sudah mempunyai tahapan; tambah atau ubah satu per satu.")
    jadwal = list(_jadwal_atas(satker, pemilihan)) or list(_jadwal_acuan(pemilihan))
    if not jadwal:
        raise ValidationError(
            f"Jadwal tahapan {pemilihan} belum diketahui. Tambah tahapannya dari peraturan jadwal yang berlaku."
        )
    daftar = Tahapan.objects.bulk_create(
        _build(satker, pemilihan, isi, posisi=posisi) for posisi, isi in enumerate(jadwal)
    )
    record_audit(by, "tahapan.import", pemilihan, baru={"satker": satker.kode, "tahapan": [str(t) for t in daftar]})
    refresh_nilai_tahunan(satker, pemilihan.tahun_laporan)
    return daftar


@transaction.atomic
def revise_tahapan(tahapan: Tahapan, isi: IsiTahapan, *, versi: int | None, by: Pengguna) -> None:
    """Change a stage and its schedule. Raises PermissionDenied, ValidationError, SudahBerubahError."""
    require_pencatat(by, tahapan.satker, "tahapan.revise")
    check_tahapan(isi)
    change_berversi(tahapan, _kolom(isi), versi=versi, by=by, tindakan="tahapan.revise")
    refresh_nilai_tahunan(tahapan.satker, tahapan.pemilihan.tahun_laporan)


@transaction.atomic
def measure_tahapan(satker: Satker, daftar: Sequence[IsiRealisasi], *, by: Pengguna | None) -> int:
    """Record how stages went, all or nothing; how many changed. In time or not follows from the dates.

    A day of the end makes a stage finished. Raises PermissionDenied, ValidationError with every stage that cannot be,
    SudahBerubahError.
    """
    require_pencatat(by, satker, "tahapan.measure")
    kini = {
        t.pk: t
        for t in Tahapan.objects.select_for_update(of=("self",))
        .select_related("pemilihan")
        .filter(satker=satker, pk__in=[i.tahapan for i in daftar])
    }
    salah = [pesan for isi in daftar for pesan in _masalah(isi, kini.get(isi.tahapan))]
    if salah:
        raise ValidationError(salah)
    jumlah = sum(_measure(kini[isi.tahapan], isi, by=by) for isi in daftar)
    for tahun in sorted({t.pemilihan.tahun_laporan for t in kini.values()}) if jumlah else ():
        refresh_nilai_tahunan(satker, tahun)
    return jumlah


@transaction.atomic
def withdraw_tahapan(tahapan: Tahapan, *, by: Pengguna, alasan: str) -> None:
    """Take a stage back that was no stage of this office. Raises PermissionDenied, ValidationError."""
    require_pencatat(by, tahapan.satker, "tahapan.withdraw")
    if not rapikan(alasan):
        raise ValidationError("Tulis alasan tahapan ini dihapus.")
    lama = {"nama": tahapan.nama, "status": tahapan.status, "is_tepat_waktu": tahapan.is_tepat_waktu}
    record_audit(by, "tahapan.withdraw", tahapan, lama=lama, alasan=rapikan(alasan))
    tahapan.delete()
    refresh_nilai_tahunan(tahapan.satker, tahapan.pemilihan.tahun_laporan)


def _measure(tahapan: Tahapan, isi: IsiRealisasi, *, by: Pengguna | None) -> int:
    status = StatusTahapan.SELESAI if isi.realisasi_selesai and isi.status in _KEWAJIBAN else isi.status
    baru: dict[str, object] = {
        "status": status.value,
        "realisasi_mulai": isi.realisasi_mulai,
        "realisasi_selesai": isi.realisasi_selesai,
    }
    berubah = {nama: n for nama, n in baru.items() if getattr(tahapan, nama) != n}
    if not berubah:
        return 0
    if status is not StatusTahapan.SELESAI:
        berubah["tanda_tepat_waktu"] = None  # what was said of its end is said no longer
    check_versi(tahapan, isi.versi, berubah)
    change_berversi(tahapan, berubah, versi=None, by=by, tindakan="tahapan.measure")
    return 1


def _masalah(isi: IsiRealisasi, tahapan: Tahapan | None) -> Iterator[str]:
    if tahapan is None:
        yield f"Tahapan {isi.tahapan} tidak ada di satker ini."
        return
    hari = timezone.localdate()
    for nama, tanggal in (("mulai", isi.realisasi_mulai), ("selesai", isi.realisasi_selesai)):
        if tanggal is not None and tanggal > hari:
            yield f"{tahapan}: pelaksanaan {nama} tertulis {tanggal:%d-%m-%Y}, diharapkan paling lambat hari ini."
    if isi.realisasi_mulai and isi.realisasi_selesai and isi.realisasi_selesai < isi.realisasi_mulai:
        yield (
            f"{tahapan}: selesai {isi.realisasi_selesai:%d-%m-%Y} mendahului mulai {isi.realisasi_mulai:%d-%m-%Y}. "
            "Betulkan salah satunya."
        )
    has_tanda = tahapan.status == StatusTahapan.SELESAI.value and tahapan.tanda_tepat_waktu is not None
    if isi.status is StatusTahapan.SELESAI and isi.realisasi_selesai is None and not has_tanda:
        yield f"{tahapan}: berstatus selesai; isi tanggal selesainya, atau pilih status belum."
    if isi.status not in _KEWAJIBAN and (isi.realisasi_mulai or isi.realisasi_selesai):
        nama = isi.status.value.replace("_", " ")
        yield f"{tahapan}: berstatus {nama}; kosongkan tanggal pelaksanaannya, atau pilih status selesai."


def _jadwal_atas(satker: Satker, pemilihan: Pemilihan) -> Iterator[IsiTahapan]:
    baris = Tahapan.objects.filter(
        satker__path__in=daftar_jalur_atas(satker.path),
        pemilihan__kode=pemilihan.kode,
        pemilihan__tahun_laporan=pemilihan.tahun_laporan,
    ).select_related("satker")
    terdekat = max((t.satker.path for t in baris), default="")
    for t in sorted((t for t in baris if t.satker.path == terdekat), key=lambda t: (t.posisi, t.urut)):
        sumber = f"jadwal {t.satker}; {t.sumber}" if t.sumber else f"jadwal {t.satker}"
        yield IsiTahapan(
            t.urut, KelompokTahapan(t.kelompok), t.nama, t.rencana_mulai, t.rencana_selesai, t.dasar, sumber
        )


def _jadwal_acuan(pemilihan: Pemilihan) -> Iterator[IsiTahapan]:
    acuan = daftar_pemilihan_acuan().get(pemilihan.kode)
    if acuan is None:
        return
    for urut, t in enumerate(acuan.tahapan, 1):
        sumber = f"{acuan.dasar} ({sebut_tanda(acuan.tanda)})" + (f"; {t.catatan}" if t.catatan else "")
        yield IsiTahapan(urut, KelompokTahapan(t.kelompok), t.nama, t.mulai, t.selesai, acuan.peraturan or "", sumber)


def _build(satker: Satker, pemilihan: Pemilihan, isi: IsiTahapan, *, posisi: int) -> Tahapan:
    status = _status_awal(isi, pemilihan.tahun_laporan)
    return Tahapan(satker=satker, pemilihan=pemilihan, posisi=posisi, status=status.value, **_kolom(isi))


def _status_awal(isi: IsiTahapan, tahun: int) -> StatusTahapan:
    """A stage whose schedule ends in another year is no duty of this one; without a schedule nobody can tell."""
    if isi.rencana_selesai is not None and isi.rencana_selesai.year != tahun:
        return StatusTahapan.DI_LUAR_TAHUN
    return StatusTahapan.BELUM


def _kolom(isi: IsiTahapan) -> dict[str, object]:
    return {
        "urut": isi.urut,
        "kelompok": isi.kelompok.value,
        "nama": rapikan(isi.nama),
        "rencana_mulai": isi.rencana_mulai,
        "rencana_selesai": isi.rencana_selesai,
        "dasar": isi.dasar,
        "sumber": rapikan(isi.sumber),
    }
