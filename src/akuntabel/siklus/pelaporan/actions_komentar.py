"""What people say about a text, and what they ask each other to do."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import Penugasan, Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.organisasi.querysets import saring_masa
from akuntabel.siklus.pelaporan.kabar import announce_komentar, announce_selesai
from akuntabel.siklus.pelaporan.models import BlokLaporan, KomentarBlok, LaporanKinerja
from akuntabel.siklus.pelaporan.permissions import PERAN_PENGOMENTAR


@transaction.atomic
def comment_blok(
    laporan: LaporanKinerja,
    nama: str,
    *,
    teks: str,
    by: Pengguna,
    menanggapi: KomentarBlok | None = None,
    ditugaskan_kepada: Pengguna | None = None,
    tenggat: date | None = None,
) -> KomentarBlok:
    """Say something about a text; with an assignee, ask for something. Raises PermissionDenied, ValidationError."""
    require_peran(by, laporan.satker, PERAN_PENGOMENTAR, "laporan.komentar")
    galat: dict[str, str] = {}
    if not teks.strip():
        galat["teks"] = "Tulis komentarnya."
    if ditugaskan_kepada is not None and not daftar_petugas(laporan.satker).filter(pk=ditugaskan_kepada.pk).exists():
        galat["ditugaskan_kepada"] = f"{ditugaskan_kepada} tidak bertugas di {laporan.satker}."
    if tenggat is not None and ditugaskan_kepada is None:
        galat["tenggat"] = "Pilih siapa yang ditugaskan, atau kosongkan tenggat."
    if menanggapi is not None and (menanggapi.blok.laporan_id, menanggapi.blok.nama) != (laporan.pk, nama):
        galat["menanggapi"] = "Yang ditanggapi ada pada teks lain."
    if galat:
        raise ValidationError(galat)
    blok, _ = BlokLaporan.objects.get_or_create(laporan=laporan, nama=nama)
    komentar = KomentarBlok.objects.create(
        blok=blok,
        teks=teks.strip(),
        oleh=by,
        menanggapi=menanggapi,
        ditugaskan_kepada=ditugaskan_kepada,
        tenggat=tenggat,
    )
    record_audit(by, "laporan.komentar", laporan, baru={"teks": nama, "komentar": komentar.teks})
    announce_komentar(komentar, by=by)
    return komentar


@transaction.atomic
def close_komentar(komentar: KomentarBlok, *, by: Pengguna) -> None:
    """It is done, or needs no doing. Who closes it a second time changes nothing."""
    laporan = komentar.blok.laporan
    require_peran(by, laporan.satker, PERAN_PENGOMENTAR, "laporan.komentar")
    kini = timezone.now()
    berubah = KomentarBlok.objects.filter(pk=komentar.pk, selesai_pada__isnull=True).update(
        selesai_pada=kini, selesai_oleh=by
    )
    komentar.refresh_from_db()
    if berubah:
        record_audit(by, "laporan.komentar_selesai", laporan, baru={"komentar": komentar.teks})
        announce_selesai(komentar, by=by)


def daftar_petugas(satker: Satker) -> QuerySet[Pengguna]:
    """Who has a role in this very office today, and so can be asked."""
    penugasan = Penugasan.objects.filter(saring_masa(timezone.localdate()), satker=satker)
    return Pengguna.objects.filter(pk__in=penugasan.values("pengguna"), is_active=True).order_by("nama", "pk")
