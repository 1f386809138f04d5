"""Writing down a grant: agreement, budget, cash and recorded spending each by itself."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.anggaran.models import Hibah, TerminHibah
from akuntabel.siklus.anggaran.permissions import require_permission
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import Satker


@dataclass(frozen=True, slots=True)
class IsianHibah:
    """What somebody writes of a grant, whole rupiah; None: not known."""

    kode: str
    nama: str
    pemberi: str
    pagu_dipa: int
    nomor_nphd: str = ""
    tanggal_nphd: date | None = None
    nomor_register: str = ""
    sumber_dana: str = "HLD"
    nilai_nphd: int | None = None
    realisasi_kas: int | None = None
    realisasi_disahkan: int | None = None
    sumber: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class IsianTermin:
    """One payment of the giver."""

    tahun: int
    nilai: int
    tanggal: date | None = None
    keterangan: str = ""


@transaction.atomic
def write_hibah(
    satker: Satker,
    tahun: int,
    isian: IsianHibah,
    termin: Sequence[IsianTermin],
    *,
    by: Pengguna,
    hibah: Hibah | None = None,
    suntingan: int | None = None,
) -> Hibah:
    """A new grant, or another text of one that is there, with all its termin; suntingan: as the person saw it.

    Raises PermissionDenied, ValidationError, SudahBerubahError.
    """
    require_permission(by, "hibah.write", satker)
    lama: dict[str, Any] = {}
    if hibah is None:
        baris = Hibah(satker=satker, tahun=tahun, urut=Hibah.objects.filter(satker=satker, tahun=tahun).count())
    else:
        baris = Hibah.objects.select_for_update().get(pk=hibah.pk, satker=satker, tahun=tahun)
        lama = _rekam(baris)
        if suntingan is not None and suntingan != baris.suntingan:
            raise SudahBerubahError(
                f"{baris} sudah diubah orang lain sejak Anda membukanya. Yang Anda tulis belum disimpan.",
                sekarang=lama,
                versi=baris.suntingan,
            )
        baris.suntingan += 1
    for nama, nilai in asdict(isian).items():
        setattr(baris, nama, nilai.strip() if isinstance(nilai, str) else nilai)
    _check(isian, termin)
    baris.full_clean()
    baris.save()
    baris.daftar_termin.all().delete()
    TerminHibah.objects.bulk_create(
        TerminHibah(hibah=baris, urut=urut, **asdict(t)) for urut, t in enumerate(termin, 1)
    )
    record_audit(by, "hibah.write", baris, lama=lama, baru=_rekam(baris))
    return baris


def _check(isian: IsianHibah, termin: Sequence[IsianTermin]) -> None:
    """What cannot be, all of it: more in the DIPA, in termin or recorded than there is. Raises ValidationError."""
    salah = []
    batas = isian.nilai_nphd
    if batas is not None and isian.pagu_dipa > batas:
        salah.append("Pagu dalam DIPA lebih besar daripada nilai NPHD; paling tinggi sebesar perjanjian hibah.")
    if batas is not None and sum(t.nilai for t in termin) > batas:
        salah.append("Jumlah termin lebih besar daripada nilai NPHD.")
    kas, sah = isian.realisasi_kas, isian.realisasi_disahkan
    if kas is not None and sah is not None and sah > kas:
        salah.append("Realisasi yang disahkan lebih besar daripada kas yang keluar; yang disahkan adalah belanja kas.")
    negatif = (isian.pagu_dipa, isian.nilai_nphd, kas, sah)
    if any(n is not None and n < 0 for n in negatif) or any(t.nilai <= 0 for t in termin):
        salah.append("Nilai hibah ditulis dalam rupiah bulat, paling sedikit 0; termin lebih dari 0.")
    if salah:
        raise ValidationError(salah)


def _rekam(hibah: Hibah) -> dict[str, Any]:
    isi = {nama: getattr(hibah, nama) for nama in IsianHibah.__dataclass_fields__}
    isi["tanggal_nphd"] = hibah.tanggal_nphd.isoformat() if hibah.tanggal_nphd else None
    isi["termin"] = [f"{t.tahun} {t.nilai}" for t in hibah.daftar_termin.all()]
    return isi
