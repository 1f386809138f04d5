"""Officials come and go; the post stays, and nothing of who held it when is overwritten."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.jabatan import BERSAMA
from akuntabel.siklus.organisasi.models import Pejabat, Satker
from akuntabel.siklus.organisasi.permissions import require_permission
from akuntabel.siklus.organisasi.pohon import lock_satker
from akuntabel.siklus.organisasi.ubah import change_berversi

BIDANG_PEJABAT = ("jabatan", "nama", "nip", "mulai", "selesai", "sumber", "pengguna", "urut")


@dataclass(frozen=True, slots=True)
class PejabatBaru:
    """What is known of somebody who takes a post."""

    kode: str
    peran: str
    jabatan: str
    nama: str = ""
    nip: str = ""
    sifat: str = "tetap"
    mulai: date | None = None
    selesai: date | None = None
    sumber: str = ""


@transaction.atomic
def draft_pejabat(satker: Satker, isi: PejabatBaru, *, by: Pengguna | None) -> Pejabat:
    """Write down who holds a post. Raises PermissionDenied, ValidationError."""
    if by is not None:
        require_permission(by, "pejabat.revise", satker)
    lock_satker(satker)
    urut = (satker.daftar_pejabat.aggregate(akhir=Max("urut"))["akhir"] or 0) + 1
    pejabat = Pejabat(satker=satker, urut=urut, **asdict(isi))
    _check(pejabat)
    pejabat.save()
    record_audit(by, "pejabat.draft", pejabat, baru={"satker": satker.kode} | asdict(isi))
    return pejabat


@transaction.atomic
def revise_isi_pejabat(pejabat: Pejabat, isi: Mapping[str, object], *, versi: int | None, by: Pengguna) -> None:
    """Correct or complete what is known of the same person in the same post (BIDANG_PEJABAT).

    Another person in the post is ``revise_pejabat``. Raises PermissionDenied, SudahBerubahError, ValidationError.
    """
    require_permission(by, "pejabat.revise", pejabat.satker)
    asing = set(isi) - set(BIDANG_PEJABAT)
    if asing:
        raise ValueError(f"not of an official: {sorted(asing)}")
    lock_satker(pejabat.satker)
    _check_tunggal(_salinan(pejabat, isi))
    change_berversi(pejabat, isi, versi=versi, by=by, tindakan="pejabat.revise")


@transaction.atomic
def revise_pejabat(
    pejabat: Pejabat, pengganti: PejabatBaru, *, versi: int | None, by: Pengguna, alasan: str
) -> Pejabat:
    """End the term of who holds a post on the day before the successor's first, and write the successor down.

    The row of the old holder keeps all else that it says. Raises PermissionDenied, SudahBerubahError, ValidationError.
    """
    require_permission(by, "pejabat.revise", pejabat.satker)
    if pengganti.mulai is None:
        raise ValidationError(
            {"mulai": "Tanggal mulai pengganti belum diisi; sehari sebelumnya pejabat lama berakhir."}
        )
    if pengganti.jabatan != pejabat.jabatan or pengganti.peran != pejabat.peran:
        raise ValidationError({"jabatan": f"Pengganti {pejabat.jabatan} memegang jabatan yang sama."})
    withdraw_pejabat(
        pejabat, selesai=pengganti.mulai - timedelta(days=1), versi=versi, by=by, alasan=alasan, bidang="mulai"
    )
    return draft_pejabat(pejabat.satker, pengganti, by=by)


@transaction.atomic
def withdraw_pejabat(
    pejabat: Pejabat, *, selesai: date, versi: int | None, by: Pengguna, alasan: str, bidang: str = "selesai"
) -> None:
    """End the term of an official without a successor; the post is vacant from the next day on.

    Raises PermissionDenied, SudahBerubahError, ValidationError.
    """
    require_permission(by, "pejabat.revise", pejabat.satker)
    lock_satker(pejabat.satker)  # before the row of the official, as every act here: two can then not wait in a circle
    if pejabat.mulai is not None and selesai < pejabat.mulai:
        masa = f"mulai menjabat {pejabat.mulai:%d-%m-%Y}, jadi tidak dapat berakhir {selesai:%d-%m-%Y}"
        raise ValidationError({bidang: f"{pejabat} {masa}."})
    if pejabat.selesai is not None and pejabat.selesai < selesai:
        return  # the term has ended earlier; the post was vacant since
    change_berversi(pejabat, {"selesai": selesai}, versi=versi, by=by, tindakan="pejabat.withdraw", alasan=alasan)


def _check(pejabat: Pejabat) -> None:
    pejabat.full_clean()
    _check_tunggal(pejabat)


def _check_tunggal(pejabat: Pejabat) -> None:
    """One post has one permanent holder at a time; the database refuses a second as well, in fewer words."""
    if pejabat.sifat != Pejabat.Sifat.TETAP or pejabat.peran in BERSAMA:
        return
    lain = Pejabat.objects.filter(satker=pejabat.satker, jabatan=pejabat.jabatan, sifat=Pejabat.Sifat.TETAP)
    lain = lain.exclude(pk=pejabat.pk).exclude(peran__in=BERSAMA)
    if pejabat.selesai is not None:
        lain = lain.filter(Q(mulai=None) | Q(mulai__lte=pejabat.selesai))
    if pejabat.mulai is not None:
        lain = lain.filter(Q(selesai=None) | Q(selesai__gte=pejabat.mulai))
    semasa = lain.first()
    if semasa is not None:
        masa = f"{semasa.mulai:%d-%m-%Y}" if semasa.mulai else "tanggal yang belum diisi"
        raise ValidationError(
            {
                "mulai": f"{pejabat.jabatan} pada masa itu dipegang {semasa.nama or 'pejabat lain'} sejak {masa}. "
                "Ganti pejabatnya dengan “Ganti pejabat”, atau betulkan masa jabatannya."
            }
        )


def _salinan(pejabat: Pejabat, isi: Mapping[str, object]) -> Pejabat:
    """The official as it would be."""
    salinan = Pejabat(**{f.attname: getattr(pejabat, f.attname) for f in pejabat._meta.concrete_fields})
    for nama, nilai in isi.items():
        setattr(salinan, nama, nilai)
    return salinan
