"""What people say to each other about a cell."""

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.pengukuran.berlaku import daftar_elemen_berlaku
from akuntabel.siklus.pengukuran.models import CatatanSel
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.pengukuran.sel import KunciSel

TINDAKAN = "catatan_sel.draft"


@transaction.atomic
def draft_catatan(satker: Satker, tahun: int, triwulan: int, kunci: KunciSel, teks: str, *, by: Pengguna) -> CatatanSel:
    """Remark on a cell. Raises PermissionDenied, ValidationError."""
    require_peran(by, satker, PERAN_PER_TINDAKAN[TINDAKAN], TINDAKAN)
    elemen = daftar_elemen_berlaku(satker, tahun, {kunci.elemen}).get(kunci.elemen)
    if elemen is None:
        raise ValidationError(f"Elemen {kunci.elemen} tidak ada pada tahun {tahun}.")
    catatan = CatatanSel(
        satker=satker,
        elemen=elemen,
        tahun=tahun,
        triwulan=triwulan,
        jenis_kelamin=kunci.jenis_kelamin,
        rincian=kunci.rincian,
        teks=teks.strip(),
        penulis=by,
    )
    return _save(catatan, by)


@transaction.atomic
def answer_catatan(catatan: CatatanSel, teks: str, *, by: Pengguna, is_selesai: bool = False) -> CatatanSel:
    """Answer a remark; is_selesai settles the matter. Raises PermissionDenied, ValidationError."""
    require_peran(by, catatan.satker, PERAN_PER_TINDAKAN[TINDAKAN], TINDAKAN)
    asal = catatan.membalas or catatan  # answers stand under the remark that began it
    balasan = CatatanSel(
        satker=asal.satker,
        elemen=asal.elemen,
        tahun=asal.tahun,
        triwulan=asal.triwulan,
        jenis_kelamin=asal.jenis_kelamin,
        rincian=asal.rincian,
        teks=teks.strip(),
        membalas=asal,
        is_selesai=is_selesai,
        penulis=by,
    )
    return _save(balasan, by)


def _save(catatan: CatatanSel, by: Pengguna) -> CatatanSel:
    catatan.full_clean()
    catatan.save()
    baru = {"elemen": catatan.elemen.kode, "triwulan": catatan.triwulan, "teks": catatan.teks}
    record_audit(by, TINDAKAN, catatan, baru=baru | ({"selesai": True} if catatan.is_selesai else {}))
    return catatan
