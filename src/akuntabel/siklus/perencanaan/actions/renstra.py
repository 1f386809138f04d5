"""A version of a Renstra from its first draft to its adoption, and the next version after it."""

from dataclasses import asdict
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import KeputusanPleno, Satker
from akuntabel.siklus.perencanaan.isian import IsiRenstra, rapikan
from akuntabel.siklus.perencanaan.models import Renstra, StatusRenstra
from akuntabel.siklus.perencanaan.periksa_renstra import check_renstra
from akuntabel.siklus.perencanaan.permissions import PERALIHAN_RENSTRA, require_penyusun
from akuntabel.siklus.perencanaan.salin import copy_isi_renstra
from akuntabel.siklus.perencanaan.sunting import Jejak, alihkan, write_baris


@transaction.atomic
def draft_renstra(satker: Satker, isi: IsiRenstra, *, by: Pengguna | None) -> Renstra:
    """Begin the plan of a period; by None: an import. Raises PermissionDenied, ValidationError."""
    require_penyusun(by, satker, "renstra.draft")
    renstra = Renstra(satker=satker, **_kolom(isi))
    renstra.full_clean()
    renstra.save()
    record_audit(by, "renstra.draft", renstra, baru={"mulai": isi.mulai, "selesai": isi.selesai, "dasar": isi.dasar})
    return renstra


def write_renstra(renstra: Renstra, isi: IsiRenstra, *, dilihat: int, by: Pengguna | None) -> Renstra:
    """Change the head of a draft. Raises PermissionDenied, ValidationError, SudahBerubahError."""
    with transaction.atomic():
        kini = kunci_naskah(renstra, by=by, tindakan="renstra.write")
        if (isi.mulai, isi.selesai) != (kini.mulai, kini.selesai):
            _check_periode(kini, isi)
        return write_baris(kini, _kolom(isi), dilihat=dilihat, by=by, jejak=Jejak("renstra.write", str(kini)))


@transaction.atomic
def withdraw_renstra(renstra: Renstra, *, by: Pengguna, alasan: str) -> None:
    """Throw a draft away; the trail keeps that it was there. Raises PermissionDenied, ValidationError."""
    kini = kunci_naskah(renstra, by=by, tindakan="renstra.withdraw")
    record_audit(by, "renstra.withdraw", kini, lama={"renstra": str(kini)}, alasan=alasan)
    kini.daftar_kondisi.all().delete()
    kini.delete()


@transaction.atomic
def submit_renstra(renstra: Renstra, *, by: Pengguna) -> None:
    """Hand the draft to the head of the office. Raises ValidationError with everything that is missing."""
    require_penyusun(by, renstra.satker, "renstra.submit")
    check_renstra(Renstra.objects.select_for_update().get(pk=renstra.pk))  # nobody writes between check and hand-over
    alihkan(renstra, "submit", PERALIHAN_RENSTRA["submit"], by=by, isi={"pengaju": by})


def return_renstra(renstra: Renstra, *, by: Pengguna, alasan: str) -> None:
    """Send it back to whoever drafts it, with the reason."""
    alihkan(renstra, "return", PERALIHAN_RENSTRA["return"], by=by, alasan=alasan)


def adopt_renstra(
    renstra: Renstra,
    *,
    by: Pengguna,
    tanggal: date,
    berlaku_mulai: date | None = None,
    keputusan: KeputusanPleno | None = None,
) -> None:
    """Make the version binding (menetapkan), not by the person who submitted it; from now on it is frozen.

    berlaku_mulai: from when it holds, where that is not said yet; keputusan: the decision of the rapat pleno behind it.
    """
    if keputusan is not None and keputusan.berita_acara.satker_id != renstra.satker_id:
        raise ValidationError({"keputusan": f"Keputusan ini bukan keputusan pleno {renstra.satker}."})
    isi: dict[str, object] = {"tanggal_penetapan": tanggal, "keputusan": keputusan}
    if berlaku_mulai is not None:
        _check_mulai(renstra, berlaku_mulai)
        isi["berlaku_mulai"] = berlaku_mulai
    alihkan(renstra, "adopt", PERALIHAN_RENSTRA["adopt"], by=by, isi=isi)


@transaction.atomic
def import_penetapan(renstra: Renstra, *, tanggal: date | None, by: Pengguna | None) -> None:
    """Take over a plan adopted outside this system; tanggal None: nobody says when. Raises PermissionDenied."""
    kini = kunci_naskah(renstra, by=by, tindakan="renstra.import")
    daftar = Renstra.objects.filter(pk=kini.pk)
    daftar.update(
        status=StatusRenstra.DITETAPKAN.value,
        tanggal_penetapan=tanggal,
        is_impor=True,
        suntingan=F("suntingan") + 1,
        pengaju=by,
    )
    renstra.refresh_from_db()
    alasan = "sudah ditetapkan di luar sistem ini"
    record_audit(by, "renstra.import", renstra, baru={"status": renstra.status}, alasan=alasan)


@transaction.atomic
def revise_renstra(renstra: Renstra, *, by: Pengguna, alasan: str, berlaku_mulai: date) -> Renstra:
    """The next version, a draft that begins as a copy of the adopted one; the adopted one stays as it is.

    Raises PermissionDenied, ValidationError.
    """
    require_penyusun(by, renstra.satker, "renstra.revise")
    if not renstra.is_beku:
        raise ValidationError(f"{renstra} belum ditetapkan; ubah saja naskahnya.")
    terakhir = Renstra.objects.filter(satker=renstra.satker_id, mulai=renstra.mulai).order_by("versi").last()
    if terakhir is not None and terakhir.pk != renstra.pk:
        raise ValidationError(f"{terakhir} sudah ada; susun perubahan dari versi itu.")
    _check_mulai(renstra, berlaku_mulai)
    baru = Renstra(
        satker=renstra.satker,
        mulai=renstra.mulai,
        selesai=renstra.selesai,
        versi=renstra.versi + 1,
        berlaku_mulai=berlaku_mulai,
        alasan_revisi=rapikan(alasan),
        dasar=renstra.dasar,
        visi=renstra.visi,
        misi=renstra.misi,
        catatan=renstra.catatan,
    )
    if not baru.alasan_revisi:
        raise ValidationError({"alasan": "Tulis alasan perubahan Renstra."})
    baru.full_clean()
    baru.save()
    copy_isi_renstra(renstra, baru)
    isi = {"versi": baru.versi, "berlaku_mulai": berlaku_mulai.isoformat()}
    record_audit(by, "renstra.revise", baru, baru=isi, alasan=baru.alasan_revisi)
    return baru


def kunci_naskah(renstra: Renstra, *, by: Pengguna | None, tindakan: str) -> Renstra:
    """The draft, locked for the transaction; whoever may not write it, or comes too late, is told."""
    require_penyusun(by, renstra.satker, tindakan)
    kini = Renstra.objects.select_for_update(of=("self",)).select_related("satker").get(pk=renstra.pk)
    if kini.status != StatusRenstra.DISUSUN.value:
        cara = "susun versi berikutnya" if kini.is_beku else "minta dikembalikan lebih dahulu"
        raise ValidationError(f"{kini} sudah {kini.status}; untuk mengubahnya, {cara}.")
    return kini


def _kolom(isi: IsiRenstra) -> dict[str, object]:
    nilai = asdict(isi)
    teks = {nama: rapikan(n) for nama, n in nilai.items() if isinstance(n, str)}
    return nilai | teks | {"misi": [m for m in map(rapikan, isi.misi) if m]}


def _check_periode(renstra: Renstra, isi: IsiRenstra) -> None:
    """The years of a plan may change while nothing hangs on those that would fall out."""
    luar = [str(tahun) for tahun in daftar_tahun_terisi(renstra) if not isi.mulai <= tahun <= isi.selesai]
    if renstra.versi > 1 and isi.mulai != renstra.mulai:
        raise ValidationError({"mulai": f"Versi {renstra.versi} tetap mulai {renstra.mulai} seperti versi 1."})
    if luar:
        raise ValidationError({"selesai": f"Sudah ada target atau pendanaan tahun {', '.join(luar)}; hapus dahulu."})


def daftar_tahun_terisi(renstra: Renstra) -> list[int]:
    """The years for which the plan says something."""
    target = renstra.daftar_sasaran.filter(daftar_indikator__daftar_target__isnull=False)
    tahun = set(target.values_list("daftar_indikator__daftar_target__tahun", flat=True))
    return sorted(tahun | set(renstra.daftar_pendanaan.values_list("tahun", flat=True)))


def _check_mulai(renstra: Renstra, berlaku_mulai: date) -> None:
    if berlaku_mulai.year not in renstra.daftar_tahun:
        raise ValidationError(
            {
                "berlaku_mulai": f"Tertulis {berlaku_mulai:%d-%m-%Y}, diharapkan tanggal di antara tahun "
                f"{renstra.mulai} dan {renstra.selesai}."
            }
        )
