"""Taking the Renstra of an office above as one's own."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.isian import rapikan
from akuntabel.siklus.perencanaan.models import AdopsiRenstra, Indikator, Renstra
from akuntabel.siklus.perencanaan.permissions import require_penyusun
from akuntabel.siklus.perencanaan.querysets import daftar_jalur_atas


@transaction.atomic
def adopt_renstra_induk(
    satker: Satker,
    renstra: Renstra,
    *,
    tahun_mulai: int,
    daftar_indikator: Sequence[Indikator],
    dasar: str,
    by: Pengguna | None,
) -> AdopsiRenstra:
    """Follow the adopted plan of an office above from a year on, with the indicators that the office carries.

    A later choice is another row; nothing is overwritten. Raises PermissionDenied, ValidationError with everything.
    """
    require_penyusun(by, satker, "adopsi_renstra.adopt")
    _check(satker, renstra, tahun_mulai, daftar_indikator, rapikan(dasar))
    adopsi = AdopsiRenstra.objects.create(satker=satker, renstra=renstra, tahun_mulai=tahun_mulai, dasar=rapikan(dasar))
    adopsi.daftar_indikator.add(*daftar_indikator)
    isi = {
        "renstra": str(renstra),
        "tahun_mulai": tahun_mulai,
        "dasar": adopsi.dasar,
        "indikator": sorted(i.kode for i in daftar_indikator),
    }
    record_audit(by, "adopsi_renstra.adopt", adopsi, baru=isi)
    return adopsi


def _check(
    satker: Satker, renstra: Renstra, tahun_mulai: int, daftar_indikator: Sequence[Indikator], dasar: str
) -> None:
    salah: dict[str, str] = {}
    if renstra.satker.path not in daftar_jalur_atas(satker.path):
        salah["renstra"] = f"{renstra} bukan Renstra satker di atas {satker}."
    elif not renstra.is_beku:
        salah["renstra"] = f"{renstra} belum ditetapkan, jadi belum dapat diikuti."
    if tahun_mulai not in renstra.daftar_tahun:
        salah["tahun_mulai"] = f"Tertulis {tahun_mulai}, diharapkan tahun {renstra.mulai} sampai {renstra.selesai}."
    milik = set(Indikator.objects.filter(sasaran__renstra=renstra).values_list("pk", flat=True))
    if not daftar_indikator:
        salah["daftar_indikator"] = "Pilih sedikitnya satu indikator yang diemban satker."
    elif asing := [i.kode for i in daftar_indikator if i.pk not in milik]:
        salah["daftar_indikator"] = f"Indikator {', '.join(asing)} bukan bagian dari {renstra}."
    if not dasar:
        salah["dasar"] = "Tulis dasar adopsinya, misalnya nomor surat atau keputusan."
    if salah:
        raise ValidationError(salah)
