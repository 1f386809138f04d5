"""What can be done to offices and to who works in them: permission, change and trail in one transaction."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify

from akuntabel.core.render.logo import check_logo
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.organisasi.kop import read_logo
from akuntabel.siklus.organisasi.models import EntitasPelapor, Penugasan, Peran, Satker
from akuntabel.siklus.organisasi.permissions import require_penugasan, require_permission
from akuntabel.siklus.organisasi.pohon import build_jalur, lock_pohon, lock_satker, move_jalur, satker_pindah
from akuntabel.siklus.organisasi.querysets import forget_penugasan, saring_masa
from akuntabel.siklus.organisasi.ubah import change_berversi

MEDIA_LOGO = ("image/png", "image/jpeg")
BIDANG_PROFIL = (
    "nama",
    "nama_lengkap",
    "kota",
    "entitas",
    "kementerian",
    "alamat",
    "kode_pos",
    "telepon",
    "surel",
    "laman",
    "wilayah",
)


@dataclass(frozen=True, slots=True)
class SatkerBaru:
    """What is known of an office when it is first written down."""

    kode: str
    nama: str
    nama_lengkap: str
    jenis: str
    kota: str
    entitas: str
    kementerian: str
    alamat: str = ""
    laman: str = ""
    wilayah: str = ""
    kode_pos: str = ""
    telepon: str = ""
    surel: str = ""


@transaction.atomic
def draft_satker(isi: SatkerBaru, *, induk: Satker | None, by: Pengguna | None) -> Satker:
    """Write an office down under its parent, with the entity it reports for.

    by None: an import or the first set-up, which alone may found an office without a parent. Raises PermissionDenied,
    ValidationError.
    """
    if by is not None:
        if induk is None:
            raise PermissionDenied("Satker puncak hanya dibuat saat aplikasi dipasang. Pilih satker induknya.")
        require_permission(by, "satker.revise", induk)
    lock_pohon()
    if induk is not None:
        induk = Satker.objects.get(pk=induk.pk)
    satker = Satker(induk=induk, path=f"sementara-{isi.kode}", **asdict(isi))
    satker.full_clean()
    satker.save()
    satker.path = build_jalur(induk, satker.pk)  # the id is known only once the row stands
    satker.save(update_fields=["path"])
    EntitasPelapor.objects.create(satker=satker, kode=slugify(isi.entitas) or "entitas", nama=isi.entitas)
    isi_jejak = {"kode": satker.kode, "nama": satker.nama, "induk": induk.kode if induk else ""}
    record_audit(by, "satker.draft", satker, baru=isi_jejak)
    return satker


@transaction.atomic
def revise_satker(satker: Satker, isi: Mapping[str, object], *, versi: int | None, by: Pengguna | None) -> None:
    """Change what stands in the letterhead and on covers (BIDANG_PROFIL).

    Raises PermissionDenied, SudahBerubahError, ValidationError.
    """
    if by is not None:
        require_permission(by, "profil.revise", satker)
    asing = set(isi) - set(BIDANG_PROFIL)
    if asing:
        raise ValueError(f"not of the profile: {sorted(asing)}")
    change_berversi(satker, isi, versi=versi, by=by, tindakan="satker.revise")


@transaction.atomic
def revise_logo(satker: Satker, logo: Berkas | None, *, versi: int | None, by: Pengguna) -> None:
    """Give the letterhead another picture, or none. Raises PermissionDenied, SudahBerubahError, ValidationError."""
    require_permission(by, "profil.revise", satker)
    if logo is not None and logo.jenis not in MEDIA_LOGO:
        raise ValidationError({"logo": f"Berkas {logo.nama} berjenis {logo.jenis}; logo berupa gambar PNG atau JPEG."})
    if logo is not None and (halangan := check_logo(read_logo(logo))):
        raise ValidationError({"logo": f"{logo.nama}: {halangan}"})
    change_berversi(satker, {"logo": logo}, versi=versi, by=by, tindakan="satker.revise")


@transaction.atomic
def move_satker(satker: Satker, *, induk: Satker, by: Pengguna, alasan: str) -> None:
    """Put an office, with all that lies below it, under another parent.

    Raises PermissionDenied, or ValidationError where the new parent lies below the office itself.
    """
    require_permission(by, "satker.revise", satker)
    lock_pohon()
    satker.refresh_from_db()
    induk = Satker.objects.get(pk=induk.pk)
    if induk.path.startswith(satker.path):
        raise ValidationError(f"{induk} berada di bawah {satker}, jadi tidak dapat menjadi induknya.")
    lama, jalur = satker.induk, satker.path
    Satker.objects.filter(pk=satker.pk).update(induk=induk)
    move_jalur(jalur, build_jalur(induk, satker.pk))
    satker.refresh_from_db()
    satker_pindah.send(Satker, satker=satker, lama=jalur, baru=satker.path)
    record_audit(
        by,
        "satker.revise",
        satker,
        lama={"induk": lama.kode if lama else ""},
        baru={"induk": induk.kode},
        alasan=alasan,
    )


@transaction.atomic
def draft_entitas(satker: Satker, *, kode: str, nama: str, peran_pimpinan: str, by: Pengguna | None) -> EntitasPelapor:
    """A second entity that the office reports for, such as its secretariat.

    Raises PermissionDenied, ValidationError.
    """
    if by is not None:
        require_permission(by, "profil.revise", satker)
    entitas = EntitasPelapor(satker=satker, kode=kode, nama=nama, peran_pimpinan=peran_pimpinan)
    entitas.full_clean()
    entitas.save()
    isi = {"satker": satker.kode, "kode": kode, "nama": nama, "peran_pimpinan": peran_pimpinan}
    record_audit(by, "entitas.draft", entitas, baru=isi)
    return entitas


@transaction.atomic
def assign_peran(pengguna: Pengguna, satker: Satker, peran: Peran, *, by: Pengguna | None) -> Penugasan:
    """Give a person a role in an office; by None: an import or the first set-up. Raises PermissionDenied."""
    if by is not None:
        require_penugasan(by, satker, peran)
    penugasan, is_baru = pengguna.daftar_penugasan.get_or_create(satker=satker, peran=peran.value)
    if not is_baru and not penugasan.is_berlaku():
        penugasan.mulai = penugasan.selesai = None
        penugasan.save(update_fields=["mulai", "selesai"])
        is_baru = True
    forget_penugasan(pengguna)
    if is_baru:
        record_audit(by, "penugasan.draft", penugasan, baru=_isi_penugasan(penugasan))
    return penugasan


@transaction.atomic
def withdraw_peran(penugasan: Penugasan, *, by: Pengguna, alasan: str = "") -> None:
    """Take a role back; the trail keeps that it was held. An office that has an admin keeps one.

    Raises PermissionDenied, ValidationError.
    """
    require_penugasan(by, penugasan.satker, penugasan.peran_enum)
    # Two admins who remove each other at the same time would leave none: one waits here, and sees.
    lock_satker(penugasan.satker)
    if not Penugasan.objects.filter(pk=penugasan.pk).exists():
        raise ValidationError(f"{penugasan} sudah dicabut orang lain.")
    is_admin = penugasan.peran_enum is Peran.ADMIN and penugasan.is_berlaku()
    if is_admin and not daftar_admin(penugasan.satker).exclude(pk=penugasan.pk).exists():
        raise ValidationError(
            f"{penugasan.pengguna} satu-satunya admin {penugasan.satker}. "
            "Tunjuk dahulu admin lain, lalu cabut yang ini."
        )
    record_audit(by, "penugasan.withdraw", penugasan, lama=_isi_penugasan(penugasan), alasan=alasan)
    penugasan.delete()
    forget_penugasan(penugasan.pengguna)
    forget_penugasan(by)


def daftar_admin(satker: Satker) -> models.QuerySet[Penugasan]:
    """Who can manage the office today."""
    admin = Penugasan.objects.filter(satker=satker, peran=Peran.ADMIN.value, pengguna__is_active=True)
    return admin.filter(saring_masa(timezone.localdate()))


def _isi_penugasan(penugasan: Penugasan) -> dict[str, object]:
    return {"pengguna": penugasan.pengguna_id, "satker": penugasan.satker.kode, "peran": penugasan.peran}
