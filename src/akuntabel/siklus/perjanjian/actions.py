"""What can be done to an agreement: permission, change and trail in one transaction, and one winner of two."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import EntitasPelapor, KeputusanPleno, Pejabat, Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perencanaan.target import write_target
from akuntabel.siklus.perjanjian.asal import (
    daftar_anggaran_asal,
    daftar_target_asal,
    find_renstra_asal,
    require_indikator,
)
from akuntabel.siklus.perjanjian.catatan import require_tanpa_halangan
from akuntabel.siklus.perjanjian.isi import build_isi, compute_sidik_isi
from akuntabel.siklus.perjanjian.models import (
    AlasanRevisi,
    PerjanjianAnggaran,
    PerjanjianKinerja,
    PerjanjianTarget,
)
from akuntabel.siklus.perjanjian.pemeriksaan import check_perjanjian
from akuntabel.siklus.perjanjian.penerus import build_penerus
from akuntabel.siklus.perjanjian.peralihan import alihkan, bump_versi, lock_draf, require_versi
from akuntabel.siklus.perjanjian.permissions import PERALIHAN, PERAN_PENYUSUN
from akuntabel.siklus.perjanjian.pihak import find_entitas, require_entitas, require_keputusan, require_pihak

__all__ = [
    "AnggaranBaris",
    "SudahBerubahError",
    "approve_perjanjian",
    "compute_sidik",
    "draft_perjanjian",
    "return_perjanjian",
    "revise_perjanjian",
    "set_anggaran",
    "set_daftar_indikator",
    "set_pihak",
    "set_target",
    "sign_perjanjian",
    "submit_perjanjian",
]


@dataclass(frozen=True, slots=True)
class AnggaranBaris:
    """A line of the annex as somebody writes it; pagu in whole rupiah."""

    kode: str
    uraian: str
    sumber_dana: str
    pagu: int
    keterangan: str = ""


@transaction.atomic
def draft_perjanjian(
    satker: Satker,
    tahun: int,
    *,
    pihak_pertama: Pejabat,
    pihak_kedua: Pejabat,
    by: Pengguna,
    entitas: EntitasPelapor | None = None,
    daftar_indikator: Iterable[Indikator] | None = None,
    keputusan: KeputusanPleno | None = None,
) -> PerjanjianKinerja:
    """The first agreement of a year: targets of the RKT, else of the Renstra, and the budget in force.

    daftar_indikator: only these (the agreement of a secretary has others than that of the head). Raises
    PermissionDenied, ValidationError.
    """
    require_peran(by, satker, PERAN_PENYUSUN, "perjanjian.draft")
    require_pihak(satker, pihak_pertama, pihak_kedua)
    require_keputusan(satker, keputusan)
    terpilih = entitas or find_entitas(satker, pihak_pertama)
    require_entitas(satker, terpilih)
    EntitasPelapor.objects.select_for_update().get(pk=terpilih.pk)
    _require_rantai_baru(terpilih, pihak_pertama, tahun)
    perjanjian = PerjanjianKinerja(
        satker=satker,
        entitas=terpilih,
        kode=_kode_baru(satker, tahun, pihak_pertama),
        tahun=tahun,
        pihak_pertama=pihak_pertama,
        pihak_kedua=pihak_kedua,
        renstra=find_renstra_asal(satker, tahun),
        keputusan=keputusan,
    )
    perjanjian.full_clean()
    perjanjian.save()
    _tulis_target(perjanjian, daftar_indikator)
    _tulis_anggaran(perjanjian)
    record_audit(by, "perjanjian.draft", perjanjian, baru=_rekam(perjanjian))
    return perjanjian


@transaction.atomic
def set_target(
    perjanjian: PerjanjianKinerja,
    indikator: Indikator,
    target: str,
    *,
    by: Pengguna,
    versi: int | None = None,
    alasan: str | None = None,
) -> None:
    """Write a target while the agreement is being drafted. Raises PermissionDenied, ValidationError, SudahBerubahError.

    versi: of the agreement as the person saw it. alasan: why it is not the target of the plan; None leaves it.
    """
    terkunci = lock_draf(perjanjian, by=by, tindakan="draft")
    baris = PerjanjianTarget.objects.filter(perjanjian=terkunci, indikator=indikator).first()
    if baris is None:
        require_indikator(terkunci.satker, [indikator])
        baris = PerjanjianTarget(perjanjian=terkunci, indikator=indikator, urut=terkunci.daftar_target.count() + 1)
    sekarang = {"target": baris.target, "alasan": baris.alasan}
    require_versi(terkunci, baris.versi, versi, tindakan="target", kunci=indikator.kode, sekarang=sekarang)
    lama = baris.target
    # An untouched target is kept to the letter; "1.000" as it stands in the plan must not become a thousand.
    baris.target = lama if target.strip() == lama else write_target(target, indikator)
    baris.alasan = baris.alasan if alasan is None else alasan.strip()
    if sekarang == {"target": baris.target, "alasan": baris.alasan} and baris.pk:
        return
    baris.versi = bump_versi(terkunci, perjanjian)
    baris.full_clean()
    baris.save()
    record_audit(
        by,
        "perjanjian.target",
        terkunci,
        lama={indikator.kode: lama},
        baru={indikator.kode: baris.target},
        alasan=baris.alasan,
    )


@transaction.atomic
def set_anggaran(
    perjanjian: PerjanjianKinerja, daftar: Iterable[AnggaranBaris], *, by: Pengguna, versi: int | None = None
) -> None:
    """Write the whole annex of the budget while drafting. Raises PermissionDenied, ValidationError, SudahBerubahError.

    versi: of the agreement as the person saw it; a change of targets since then does not matter.
    """
    terkunci = lock_draf(perjanjian, by=by, tindakan="draft")
    lama = _isi_anggaran(terkunci)
    versi_lampiran = max((a.versi for a in terkunci.daftar_anggaran.all()), default=0)
    require_versi(terkunci, versi_lampiran, versi, tindakan="anggaran", kunci="anggaran", sekarang={"anggaran": lama})
    nomor = bump_versi(terkunci, perjanjian)
    terkunci.daftar_anggaran.all().delete()
    galat: list[ValidationError] = []
    for urut, baris in enumerate(daftar, 1):
        row = PerjanjianAnggaran(perjanjian=terkunci, urut=urut, versi=nomor, **asdict(baris))
        try:
            row.full_clean()
            row.save()
        except ValidationError as e:
            galat.extend(ValidationError(f"Baris {urut} ({baris.kode}): {pesan}") for pesan in e.messages)
    if galat:
        raise ValidationError(galat)
    record_audit(
        by, "perjanjian.anggaran", terkunci, lama={"anggaran": lama}, baru={"anggaran": _isi_anggaran(terkunci)}
    )


@transaction.atomic
def set_daftar_indikator(
    perjanjian: PerjanjianKinerja, daftar_indikator: Collection[Indikator], *, by: Pengguna, versi: int | None = None
) -> None:
    """Choose which indicators the agreement promises; new ones come with the target of the plan, others keep theirs."""
    terkunci = lock_draf(perjanjian, by=by, tindakan="draft")
    ada = {t.indikator_id: t for t in terkunci.daftar_target.select_related("indikator")}
    dipilih = {i.pk for i in daftar_indikator}
    hilang = [t for pk, t in ada.items() if pk not in dipilih]
    for t in hilang:
        require_versi(
            terkunci, t.versi, versi, tindakan="target", kunci=t.indikator.kode, sekarang={"target": t.target}
        )
    nomor = bump_versi(terkunci, perjanjian)
    terkunci.daftar_target.filter(pk__in=[t.pk for t in hilang]).delete()
    _tulis_target(terkunci, [i for i in daftar_indikator if i.pk not in ada], versi=nomor)
    _urutkan_target(terkunci)
    record_audit(
        by,
        "perjanjian.indikator",
        terkunci,
        lama={"indikator": sorted(t.indikator.kode for t in ada.values())},
        baru={"indikator": sorted(i.kode for i in daftar_indikator)},
    )


@transaction.atomic
def set_pihak(
    perjanjian: PerjanjianKinerja,
    *,
    pihak_pertama: Pejabat,
    pihak_kedua: Pejabat,
    by: Pengguna,
    keputusan: KeputusanPleno | None = None,
) -> None:
    """Change the parties of a draft, or the decision of the rapat pleno behind it."""
    terkunci = lock_draf(perjanjian, by=by, tindakan="draft")
    require_pihak(terkunci.satker, pihak_pertama, pihak_kedua)
    require_keputusan(terkunci.satker, keputusan)
    lama = [str(terkunci.pihak_pertama), str(terkunci.pihak_kedua)]
    terkunci.pihak_pertama, terkunci.pihak_kedua, terkunci.keputusan = pihak_pertama, pihak_kedua, keputusan
    terkunci.full_clean()
    terkunci.save(update_fields=["pihak_pertama", "pihak_kedua", "keputusan"])
    bump_versi(terkunci, perjanjian)
    perjanjian.refresh_from_db()
    record_audit(
        by, "perjanjian.pihak", terkunci, lama={"pihak": lama}, baru={"pihak": [str(pihak_pertama), str(pihak_kedua)]}
    )


def submit_perjanjian(perjanjian: PerjanjianKinerja, *, by: Pengguna) -> None:
    """Hand the draft to the head of the office. Raises ValidationError with everything that stands in the way."""
    require_peran(by, perjanjian.satker, PERALIHAN["submit"].peran, "perjanjian.submit")
    require_tanpa_halangan(check_perjanjian(perjanjian))
    _alihkan(perjanjian, "submit", by=by)


def return_perjanjian(perjanjian: PerjanjianKinerja, *, by: Pengguna, alasan: str) -> None:
    """Send it back to whoever drafts it, with the reason."""
    if not alasan.strip():
        raise ValidationError("Sebutkan alasan pengembalian, agar penyusun tahu apa yang harus diperbaiki.")
    _alihkan(perjanjian, "return", by=by, alasan=alasan.strip())


def approve_perjanjian(perjanjian: PerjanjianKinerja, *, by: Pengguna) -> None:
    """Agree to it; not by the person who submitted it."""
    _alihkan(perjanjian, "approve", by=by)


@transaction.atomic
def sign_perjanjian(perjanjian: PerjanjianKinerja, *, by: Pengguna, tanggal: date) -> None:
    """Make the agreement binding: from now on its targets are revised, never edited.

    What has become wrong since it was submitted (an official left, the budget changed) still stops it.
    """
    require_peran(by, perjanjian.satker, PERALIHAN["sign"].peran, "perjanjian.sign")
    # Locked before it is read: a line that is being changed this moment is either in the hash or not in the agreement.
    terkunci = PerjanjianKinerja.objects.select_for_update().get(pk=perjanjian.pk)
    isi = build_isi(terkunci, tanggal)
    if terkunci.status in PERALIHAN["sign"].dari:
        require_tanpa_halangan(check_perjanjian(terkunci, tanggal=tanggal))
    _alihkan(
        perjanjian,
        "sign",
        by=by,
        isi={"tanggal_penandatanganan": tanggal, "isi": isi, "sidik": compute_sidik_isi(isi)},
    )


@transaction.atomic
def revise_perjanjian(
    perjanjian: PerjanjianKinerja,
    *,
    by: Pengguna,
    alasan: AlasanRevisi,
    uraian: str,
    pihak_pertama: Pejabat | None = None,
    pihak_kedua: Pejabat | None = None,
) -> PerjanjianKinerja:
    """A new draft with the targets of a signed agreement, for one of the three legal reasons.

    The signed one stays in force until the new one is signed. Its budget lines take the pagu in force, its indicators
    those of the plan in force. pihak_pertama, pihak_kedua: who holds the posts now, if they changed.
    """
    require_peran(by, perjanjian.satker, PERAN_PENYUSUN, "perjanjian.revise")
    lama = PerjanjianKinerja.objects.select_for_update().get(pk=perjanjian.pk)
    if not lama.is_beku:
        raise ValidationError(f"{lama} belum ditandatangani; ubah saja naskahnya.")
    penerus = PerjanjianKinerja.objects.filter(sebelumnya=lama).first()
    if penerus is not None:
        raise ValidationError(f"{lama} sudah direvisi: {penerus} berstatus {penerus.status}. Lanjutkan yang itu.")
    if not uraian.strip():
        raise ValidationError("Uraikan alasan revisi: apa yang berubah dan dokumen yang menyatakannya.")
    pertama, kedua = pihak_pertama or lama.pihak_pertama, pihak_kedua or lama.pihak_kedua
    require_pihak(lama.satker, pertama, kedua)
    baru = build_penerus(lama, pihak_pertama=pertama, pihak_kedua=kedua, alasan=alasan, uraian=uraian.strip())
    record_audit(by, "perjanjian.revise", baru, baru=_rekam(baru), alasan=f"{alasan.label}: {uraian.strip()}")
    return baru


def compute_sidik(perjanjian: PerjanjianKinerja, tanggal: date | None) -> str:
    """SHA-256 of what is signed: of what was signed, where it was; else of what the draft says now."""
    return compute_sidik_isi(perjanjian.isi or build_isi(perjanjian, tanggal))


def _alihkan(
    perjanjian: PerjanjianKinerja,
    tindakan: str,
    *,
    by: Pengguna,
    isi: Mapping[str, Any] | None = None,
    alasan: str = "",
) -> None:
    alihkan(perjanjian, tindakan, PERALIHAN[tindakan], by=by, isi=isi, alasan=alasan)


def _require_rantai_baru(entitas: EntitasPelapor, pihak_pertama: Pejabat, tahun: int) -> None:
    """One chain per post and year: a successor revises the agreement of who held the post before."""
    ada = (
        PerjanjianKinerja.objects.filter(entitas=entitas, tahun=tahun, pihak_pertama__jabatan=pihak_pertama.jabatan)
        .order_by("revisi")
        .last()
    )
    if ada is not None:
        lanjut = "Buat revisinya." if ada.is_beku else "Lanjutkan naskah itu."
        raise ValidationError(f"{pihak_pertama.jabatan} sudah mempunyai {ada} ({ada.status}). {lanjut}")


def _kode_baru(satker: Satker, tahun: int, pihak_pertama: Pejabat) -> str:
    """pk-2026 for the first of the office and year, pk-2026-sekretaris for the next."""
    dasar = f"pk-{tahun}"
    dipakai = PerjanjianKinerja.objects.filter(satker=satker, kode=dasar).exists()
    return f"{dasar}-{pihak_pertama.kode}" if dipakai else dasar


def _tulis_target(
    perjanjian: PerjanjianKinerja, daftar_indikator: Iterable[Indikator] | None, *, versi: int = 0
) -> None:
    asal = daftar_target_asal(perjanjian.satker, perjanjian.tahun)
    target = {t.indikator.pk: t for t in asal}
    pilihan = [t.indikator for t in asal] if daftar_indikator is None else list(daftar_indikator)
    require_indikator(perjanjian.satker, pilihan)
    PerjanjianTarget.objects.bulk_create(
        PerjanjianTarget(
            perjanjian=perjanjian,
            indikator=i,
            target=target[i.pk].target if i.pk in target else "",
            alasan=target[i.pk].alasan if i.pk in target else "",
            urut=urut,
            versi=versi,
        )
        for urut, i in enumerate(pilihan, 1)
    )


def _urutkan_target(perjanjian: PerjanjianKinerja) -> None:
    """As they stand in the plan."""
    baris = list(
        perjanjian.daftar_target.order_by(
            "indikator__sasaran__urut", "indikator__sasaran__kode", "indikator__urut", "indikator__kode"
        )
    )
    for urut, t in enumerate(baris, 1):
        t.urut = urut
    PerjanjianTarget.objects.bulk_update(baris, ["urut"])


def _tulis_anggaran(perjanjian: PerjanjianKinerja) -> None:
    PerjanjianAnggaran.objects.bulk_create(
        PerjanjianAnggaran(
            perjanjian=perjanjian, kode=a.kode, uraian=a.uraian, sumber_dana=a.sumber_dana, pagu=a.pagu, urut=urut
        )
        for urut, a in enumerate(daftar_anggaran_asal(perjanjian.satker, perjanjian.tahun), 1)
    )


def _isi_anggaran(perjanjian: PerjanjianKinerja) -> list[list[object]]:
    baris = perjanjian.daftar_anggaran.all()
    return [[a.kode, a.uraian, a.sumber_dana, a.pagu, a.keterangan] for a in baris]


def _rekam(perjanjian: PerjanjianKinerja) -> dict[str, object]:
    """What the trail keeps of a new draft."""
    isi = build_isi(perjanjian, None)
    return {
        "tahun": perjanjian.tahun,
        "revisi": perjanjian.revisi,
        "target": [[t["kode"], t["indikator"], t["target"]] for t in isi["target"]],
        "anggaran": [[a["kode"], a["sumber_dana"], a["pagu"]] for a in isi["anggaran"]],
    }
