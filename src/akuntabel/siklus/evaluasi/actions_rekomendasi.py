"""What can be done with a recommendation: drafted with a sheet, given an owner, followed up, judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import Sumber, clean_nama, store_berkas
from akuntabel.siklus.evaluasi.kabar import announce_rekomendasi
from akuntabel.siklus.evaluasi.kunci import lock_lke
from akuntabel.siklus.evaluasi.models import (
    JenisTindakLanjut,
    Lke,
    Rekomendasi,
    StatusRekomendasi,
    TindakLanjut,
)
from akuntabel.siklus.evaluasi.permissions import (
    PERAN_PELAKSANA,
    PERAN_PENETAP,
    PERAN_PENYUSUN,
    find_penilai,
    require_pemeriksa,
)
from akuntabel.siklus.organisasi.models import Pejabat, Satker, Unit
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.organisasi.ubah import change_berversi
from akuntabel.siklus.perencanaan.models import Indikator


@dataclass(frozen=True, slots=True)
class IsiRekomendasi:
    """What a recommendation says, and who answers for it until when. sumber: where it comes from, without a sheet."""

    teks: str
    sub: str = ""
    indikator: Indikator | None = None
    unit: Unit | None = None
    pejabat: Pejabat | None = None
    tenggat: date | None = None
    sumber: str = ""


@transaction.atomic
def draft_rekomendasi(
    satker: Satker, tahun: int, isi: IsiRekomendasi, *, by: Pengguna, lke: Lke | None = None
) -> Rekomendasi:
    """Add a recommendation to a draft worksheet; or without one, where somebody else has made it (sumber says who).

    Raises PermissionDenied, ValidationError.
    """
    if lke is not None:
        lke = lock_lke(lke, by=by, tindakan="rekomendasi.draft")
    else:
        _require_pencatat(satker, isi, by)
    _check_isi(satker, isi, lke)
    Satker.objects.select_for_update().get(pk=satker.pk)  # numbers are given one after another
    terakhir = Rekomendasi.objects.for_satker(satker, tahun).aggregate(n=Max("nomor"))["n"]
    rekomendasi = Rekomendasi(
        satker=satker, tahun=tahun, lke=lke, nomor=(terakhir or 0) + 1, pembuat=by, **_bidang(isi, sumber=isi.sumber)
    )
    rekomendasi.full_clean()
    rekomendasi.save()
    record_audit(by, "rekomendasi.draft", rekomendasi, baru={"nomor": rekomendasi.nomor, "teks": rekomendasi.teks})
    if lke is None:
        announce_rekomendasi(rekomendasi, "assign", f"Rekomendasi baru: {rekomendasi.teks}", by=by)
    return rekomendasi


@transaction.atomic
def revise_rekomendasi(rekomendasi: Rekomendasi, isi: IsiRekomendasi, *, versi: int | None, by: Pengguna) -> None:
    """Change a recommendation while its worksheet is being written. Raises SudahBerubahError too."""
    if rekomendasi.lke is None:
        raise ValidationError("Isi rekomendasi yang sudah berlaku tidak diubah.")
    lock_lke(rekomendasi.lke, by=by, tindakan="rekomendasi.revise")
    _check_isi(rekomendasi.satker, isi, rekomendasi.lke)
    change_berversi(rekomendasi, _bidang(isi), versi=versi, by=by, tindakan="rekomendasi.revise")


@transaction.atomic
def withdraw_rekomendasi(rekomendasi: Rekomendasi, *, by: Pengguna) -> None:
    """Take a recommendation out of a worksheet that is being written."""
    if rekomendasi.lke is None:
        raise ValidationError("Rekomendasi yang sudah berlaku tidak dihapus.")
    lock_lke(rekomendasi.lke, by=by, tindakan="rekomendasi.withdraw")
    record_audit(by, "rekomendasi.withdraw", rekomendasi, lama={"teks": rekomendasi.teks})
    rekomendasi.delete()


@transaction.atomic
def assign_rekomendasi(
    rekomendasi: Rekomendasi,
    *,
    unit: Unit | None,
    pejabat: Pejabat | None,
    tenggat: date | None,
    versi: int | None,
    by: Pengguna,
) -> None:
    """Say who of the office answers for it, and until when; by its planner or head, or while it is drafted.

    Raises PermissionDenied, ValidationError, SudahBerubahError.
    """
    tindakan = "rekomendasi.assign"
    if rekomendasi.lke is not None and not rekomendasi.lke.is_beku:
        lock_lke(rekomendasi.lke, by=by, tindakan=tindakan)
    else:
        require_peran(by, rekomendasi.satker, PERAN_PENYUSUN | PERAN_PENETAP, tindakan)
    if rekomendasi.is_selesai:
        raise ValidationError("Rekomendasi ini sudah selesai ditindaklanjuti.")
    _check_pemilik(rekomendasi.satker, unit, pejabat)
    if unit is None and pejabat is None:
        raise ValidationError({"unit": "Pilih unit atau pejabat yang bertanggung jawab."})
    bidang = {"unit": unit, "pejabat": pejabat, "tenggat": tenggat}
    change_berversi(rekomendasi, bidang, versi=versi, by=by, tindakan=tindakan)
    if rekomendasi.lke is None or rekomendasi.lke.is_beku:
        announce_rekomendasi(rekomendasi, "assign", f"Anda menindaklanjuti rekomendasi: {rekomendasi.teks}", by=by)


@transaction.atomic
def draft_tindak_lanjut(
    rekomendasi: Rekomendasi, uraian: str, *, by: Pengguna, isi: bytes | Sumber | None = None, nama_berkas: str = ""
) -> TindakLanjut:
    """Say what was done, with the evidence; the evaluator is called.

    Raises PermissionDenied, ValidationError, BerkasDitolakError.
    """
    is_pemilik = rekomendasi.pejabat is not None and rekomendasi.pejabat.pengguna == by and by.is_active
    if not is_pemilik:
        require_peran(by, rekomendasi.satker, PERAN_PELAKSANA, "rekomendasi.respond")
    if not uraian.strip():
        raise ValidationError({"uraian": "Tulis apa yang sudah dilakukan."})
    _require_berlaku(rekomendasi)
    _alihkan(
        rekomendasi,
        {StatusRekomendasi.TERBUKA: StatusRekomendasi.DITINDAKLANJUTI, StatusRekomendasi.DITINDAKLANJUTI: None},
    )
    baris = _tambah(rekomendasi, JenisTindakLanjut.TINDAKAN, uraian, by, isi=isi, nama_berkas=nama_berkas)
    teks = f"{rekomendasi.satker}: tindak lanjut rekomendasi {rekomendasi.nomor} menunggu penilaian Anda."
    announce_rekomendasi(rekomendasi, "respond", teks, by=by)
    return baris


@transaction.atomic
def approve_tindak_lanjut(rekomendasi: Rekomendasi, *, by: Pengguna, catatan: str = "") -> None:
    """Accept what was done: the recommendation is settled. Raises PermissionDenied, ValidationError."""
    require_pemeriksa(by, rekomendasi, "rekomendasi.approve")
    terakhir = rekomendasi.daftar_tindak_lanjut.filter(jenis=JenisTindakLanjut.TINDAKAN.value).last()
    if terakhir is not None and terakhir.oleh == by:
        raise PermissionDenied("Yang menindaklanjuti tidak menerima tindak lanjutnya sendiri.")
    _alihkan(rekomendasi, {StatusRekomendasi.DITINDAKLANJUTI: StatusRekomendasi.SELESAI})
    _tambah(rekomendasi, JenisTindakLanjut.DITERIMA, catatan or "Tindak lanjut diterima.", by)
    teks = f"Tindak lanjut rekomendasi {rekomendasi.nomor} tahun {rekomendasi.tahun} diterima {by}."
    announce_rekomendasi(rekomendasi, "approve", teks, by=by)


@transaction.atomic
def return_tindak_lanjut(rekomendasi: Rekomendasi, *, by: Pengguna, alasan: str) -> None:
    """Say what is still missing: the recommendation is open again. Raises PermissionDenied, ValidationError."""
    require_pemeriksa(by, rekomendasi, "rekomendasi.return")
    if not alasan.strip():
        raise ValidationError({"alasan": "Tulis apa yang masih kurang, supaya dapat dilengkapi."})
    _alihkan(rekomendasi, {StatusRekomendasi.DITINDAKLANJUTI: StatusRekomendasi.TERBUKA})
    _tambah(rekomendasi, JenisTindakLanjut.DIKEMBALIKAN, alasan, by)
    teks = f"Tindak lanjut rekomendasi {rekomendasi.nomor} dikembalikan {by}: {alasan.strip()}"
    announce_rekomendasi(rekomendasi, "return", teks, by=by)


def _alihkan(rekomendasi: Rekomendasi, peralihan: Mapping[StatusRekomendasi, StatusRekomendasi | None]) -> None:
    """Change the state under a lock; None: it stays. Raises ValidationError from any other state."""
    terkunci = Rekomendasi.objects.select_for_update(of=("self",)).get(pk=rekomendasi.pk)
    status = StatusRekomendasi(terkunci.status)
    if status not in peralihan:
        raise ValidationError(f"Rekomendasi {terkunci.nomor} sekarang {status.value}. Muat ulang, lalu periksa.")
    baru = peralihan[status]
    if baru is not None:
        terkunci.status = baru.value
        terkunci.versi += 1
        terkunci.save(update_fields=["status", "versi"])
    rekomendasi.refresh_from_db(fields=["status", "versi"])


def _tambah(
    rekomendasi: Rekomendasi,
    jenis: JenisTindakLanjut,
    uraian: str,
    by: Pengguna,
    *,
    isi: bytes | Sumber | None = None,
    nama_berkas: str = "",
) -> TindakLanjut:
    berkas = store_berkas(isi, nama_berkas, by=by, retensi=Retensi.KERTAS_KERJA) if isi is not None else None
    baris = TindakLanjut.objects.create(
        rekomendasi=rekomendasi,
        jenis=jenis.value,
        uraian=uraian.strip(),
        berkas=berkas,
        nama_berkas=clean_nama(nama_berkas) if berkas else "",
        oleh=by,
    )
    tindakan = {
        JenisTindakLanjut.TINDAKAN: "respond",
        JenisTindakLanjut.DITERIMA: "approve",
        JenisTindakLanjut.DIKEMBALIKAN: "return",
    }[jenis]
    baru = {"status": rekomendasi.status, "sidik": berkas.sidik if berkas else ""}
    record_audit(by, f"rekomendasi.{tindakan}", rekomendasi, baru=baru, alasan=baris.uraian)
    return baris


def _bidang(isi: IsiRekomendasi, **lain: object) -> dict[str, object]:
    return {
        "teks": isi.teks.strip(),
        "sub": isi.sub,
        "indikator": isi.indikator,
        "unit": isi.unit,
        "pejabat": isi.pejabat,
        "tenggat": isi.tenggat,
        **lain,
    }


def _require_pencatat(satker: Satker, isi: IsiRekomendasi, by: Pengguna) -> None:
    """An evaluator above, or the planner of the office who writes down what somebody else has recommended."""
    if find_penilai(by, satker) is None:
        require_peran(by, satker, PERAN_PENYUSUN, "rekomendasi.draft")
    if not isi.sumber.strip():
        raise ValidationError({"sumber": "Sebutkan asal rekomendasi, misalnya nomor dan tanggal suratnya."})


def _check_isi(satker: Satker, isi: IsiRekomendasi, lke: Lke | None) -> None:
    galat: dict[str, str] = {}
    if not isi.teks.strip():
        galat["teks"] = "Tulis rekomendasinya: apa yang diperbaiki dan bagaimana."
    if isi.sub and lke is not None and lke.templat.find_sub(isi.sub) is None:
        galat["sub"] = f"Subkomponen {isi.sub} tidak ada dalam {lke.templat.judul}."
    if galat:
        raise ValidationError(galat)
    _check_pemilik(satker, isi.unit, isi.pejabat)


def _check_pemilik(satker: Satker, unit: Unit | None, pejabat: Pejabat | None) -> None:
    for nama, milik in (("unit", unit), ("pejabat", pejabat)):
        if milik is not None and milik.satker_id != satker.pk:
            raise ValidationError({nama: f"{milik} bukan bagian dari {satker}."})


def _require_berlaku(rekomendasi: Rekomendasi) -> None:
    if rekomendasi.lke is not None and not rekomendasi.lke.is_beku:
        raise ValidationError("Rekomendasi ini belum berlaku; lembar kerjanya masih disusun.")
