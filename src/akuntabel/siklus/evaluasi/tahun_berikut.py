"""The cycle turns: one act opens the following year with everything that can be taken over from this one."""

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.evaluasi.pembukaan import (
    BagianPembukaan,
    KeadaanBagian,
    daftar_elemen_lanjut,
    daftar_jadwal_lanjut,
    daftar_pagu_lanjut,
    daftar_rencana_lanjut,
)
from akuntabel.siklus.evaluasi.pembukaan_perjanjian import daftar_perjanjian_lanjut
from akuntabel.siklus.evaluasi.rencana_lanjut import RencanaLanjut, read_rencana_lanjut
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.organisasi.pohon import lock_satker

PERAN_PEMBUKA = frozenset({Peran.PERENCANA})


def daftar_pembukaan(satker: Satker, tahun: int, *, rencana: RencanaLanjut | None = None) -> list[BagianPembukaan]:
    """What opening ``tahun + 1`` would take over, leaves as it is, or leaves to a person; in the order of the cycle.

    rencana: the plan of that year, where the caller has read it.
    """
    rencana = rencana or read_rencana_lanjut(satker, tahun + 1)
    return [
        *daftar_rencana_lanjut(satker, rencana),
        *daftar_elemen_lanjut(satker, rencana),
        *daftar_jadwal_lanjut(satker, tahun),
        *daftar_perjanjian_lanjut(satker, rencana),
        *daftar_pagu_lanjut(satker, tahun + 1),
    ]


@transaction.atomic
def open_tahun(satker: Satker, tahun: int, *, by: Pengguna) -> list[BagianPembukaan]:
    """Begin the year after ``tahun``: its RKT, elements, schedule and agreements, as drafts; all or nothing.

    What is there already stays as it is, so pressing the button again takes over only what has become possible since.
    Returns every matter as it was before. Raises PermissionDenied, and ValidationError where one is refused.
    """
    require_peran(by, satker, PERAN_PEMBUKA, "tahun.open")
    lock_satker(satker)  # of two who press, the second finds it done
    daftar = daftar_pembukaan(satker, tahun)
    salah: list[ValidationError] = []
    for butir in daftar:
        if butir.tindakan is not None:
            try:
                butir.tindakan(by)
            except ValidationError as galat:
                salah += [ValidationError(f"{butir.bagian}: {pesan}") for pesan in galat.messages]
    if salah:
        raise ValidationError(salah)
    if any(b.keadaan is KeadaanBagian.SIAP for b in daftar):
        baru = {k.value: [f"{b.bagian}: {b.teks}" for b in daftar if b.keadaan is k] for k in KeadaanBagian}
        record_audit(by, "tahun.open", satker, baru={"tahun": tahun + 1, **baru})
    return daftar
