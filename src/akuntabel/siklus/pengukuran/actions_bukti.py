"""Evidence: a document with its place, taken in once, and held against any number of facts."""

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import Sumber, store_berkas
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.pengukuran.actions import HasilUkur, measure_fakta
from akuntabel.siklus.pengukuran.models import Bukti, Fakta
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.pengukuran.sel import build_isian


@transaction.atomic
def draft_bukti(
    satker: Satker,
    tahun: int,
    *,
    nama: str,
    by: Pengguna,
    letak: str = "",
    keterangan: str = "",
    isi: bytes | Sumber | None = None,
    nama_berkas: str = "",
) -> Bukti:
    """Take evidence in: a document by name and place, with its file where there is one.

    The same file twice is the same evidence. Raises PermissionDenied, ValidationError, BerkasDitolakError.
    """
    require_peran(by, satker, PERAN_PER_TINDAKAN["bukti.draft"], "bukti.draft")
    berkas = None
    if isi is not None:
        berkas = store_berkas(isi, nama_berkas, by=by, retensi=Retensi.KERTAS_KERJA)
        ada = Bukti.objects.filter(satker=satker, tahun=tahun, berkas=berkas, letak=letak.strip() or "seluruhnya")
        if (lama := ada.first()) is not None:
            return lama
    urut = Bukti.objects.filter(satker=satker, tahun=tahun).count() + 1
    bukti = Bukti(
        satker=satker,
        tahun=tahun,
        kode=_kode_baru(satker, tahun, urut),
        nama=nama.strip() or nama_berkas,
        letak=letak.strip() or "seluruhnya",
        keterangan=keterangan.strip(),
        berkas=berkas,
        urut=urut,
    )
    bukti.full_clean()
    bukti.save()
    baru = {"kode": bukti.kode, "nama": bukti.nama, "letak": bukti.letak, "sidik": berkas.sidik if berkas else ""}
    record_audit(by, "bukti.draft", bukti, baru=baru)
    return bukti


def attach_bukti(fakta: Fakta, bukti: Bukti, *, by: Pengguna) -> HasilUkur:
    """Hold evidence against a fact: the next link of its chain says the same, with its evidence.

    Raises what measure_fakta raises; ValidationError for evidence of another office or year.
    """
    if (bukti.satker_id, bukti.tahun) != (fakta.satker_id, fakta.tahun):
        raise ValidationError(f"{bukti} milik satker atau tahun lain.")
    isian = build_isian(fakta, bukti=bukti, alasan_perubahan=f"melampirkan bukti {bukti.kode}")
    return measure_fakta(fakta.satker, fakta.tahun, fakta.triwulan, [isian], by=by)


def _kode_baru(satker: Satker, tahun: int, urut: int) -> str:
    dipakai = set(Bukti.objects.filter(satker=satker, tahun=tahun).values_list("kode", flat=True))
    while f"bukti-{urut}" in dipakai:
        urut += 1
    return f"bukti-{urut}"
