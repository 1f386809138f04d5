"""What became of an action of the rencana aksi: done with evidence, or an obstacle and what is done about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.organisasi.ubah import change_berversi
from akuntabel.siklus.pengukuran.models import Bukti, RealisasiAksi, StatusAksi
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.perjanjian.models import Aksi

TINDAKAN = "realisasi_aksi.measure"


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiRealisasiAksi:
    """The state of an action as somebody writes it."""

    status: StatusAksi
    uraian: str = ""
    tanggal: date | None = None
    bukti: Bukti | None = None
    hambatan: str = ""
    tindak_lanjut: str = ""
    tenggat: date | None = None


@transaction.atomic
def measure_aksi(aksi: Aksi, isi: IsiRealisasiAksi, *, by: Pengguna, versi: int | None = None) -> RealisasiAksi:
    """Say how far an approved action is. versi: as the person saw it; 0 where nothing was written yet.

    Raises PermissionDenied, ValidationError with everything that is missing, SudahBerubahError.
    """
    rencana_aksi = aksi.rencana_aksi
    require_peran(by, rencana_aksi.satker, PERAN_PER_TINDAKAN[TINDAKAN], TINDAKAN)
    if not rencana_aksi.is_beku:
        raise ValidationError("Rencana aksinya belum disetujui; yang diukur adalah aksi yang sudah disetujui.")
    galat = dict(_check(aksi, isi))
    if galat:
        raise ValidationError(galat)
    realisasi, _ = RealisasiAksi.objects.get_or_create(aksi=aksi, defaults={"satker": rencana_aksi.satker})
    kolom = {n: getattr(isi, n) for n in IsiRealisasiAksi.__slots__} | {"pencatat": by}
    change_berversi(realisasi, kolom, versi=versi, by=by, tindakan=TINDAKAN)
    return realisasi


def _check(aksi: Aksi, isi: IsiRealisasiAksi) -> Iterator[tuple[str, str]]:
    if isi.bukti is not None and isi.bukti.satker_id != aksi.rencana_aksi.satker_id:
        yield "bukti", "Bukti itu milik satker lain."
    if isi.status == StatusAksi.SELESAI:
        if isi.bukti is None:
            yield "bukti", "Aksi dinyatakan selesai dengan bukti; unggah atau pilih buktinya."
        if isi.tanggal is None:
            yield "tanggal", "Isi tanggal selesainya."
    if isi.status in (StatusAksi.TERHAMBAT, StatusAksi.DITINDAKLANJUTI) and not isi.hambatan.strip():
        yield "hambatan", "Uraikan hambatannya."
    if isi.status == StatusAksi.DITINDAKLANJUTI and not isi.tindak_lanjut.strip():
        yield "tindak_lanjut", "Uraikan tindak lanjutnya."
