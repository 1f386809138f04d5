"""Rencana Kinerja Tahunan: from the targets of the plan to the adopted plan of the year, and its revision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.fakta.target import TargetTidakTerbacaError
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import KeputusanPleno, Satker
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku, find_renstra_berlaku
from akuntabel.siklus.perencanaan.isian import rapikan
from akuntabel.siklus.perencanaan.models import RencanaKinerja, RencanaTarget, StatusRencana, TargetRenstra
from akuntabel.siklus.perencanaan.permissions import PERALIHAN_RENCANA, require_penyusun
from akuntabel.siklus.perencanaan.sunting import Jejak, alihkan, write_baris
from akuntabel.siklus.perencanaan.target import read_target


@dataclass(frozen=True, slots=True)
class IsianRencana:
    """The target of one line (its id), as typed; alasan: why it departs from the plan."""

    baris: int
    target: str
    alasan: str
    dilihat: int


@transaction.atomic
def draft_rencana(satker: Satker, tahun: int, *, by: Pengguna | None) -> RencanaKinerja:
    """Begin the plan of a year with the targets that the Renstra in force sets for it.

    Raises PermissionDenied, and ValidationError where no Renstra is in force.
    """
    require_penyusun(by, satker, "rencana.draft")
    renstra = find_renstra_berlaku(satker, tahun)
    if renstra is None:
        raise ValidationError(
            f"Belum ada Renstra yang berlaku untuk {satker} tahun {tahun}. Tetapkan Renstra, atau ikuti Renstra induk."
        )
    rencana = RencanaKinerja(satker=satker, renstra=renstra, tahun=tahun)
    rencana.full_clean()
    rencana.save()
    target = dict(
        TargetRenstra.objects.filter(tahun=tahun, indikator__sasaran__renstra=renstra).values_list(
            "indikator_id", "target"
        )
    )
    baris = [
        RencanaTarget(rencana=rencana, indikator=i, target_renstra=target.get(i.pk, ""), target=target.get(i.pk, ""))
        for i in daftar_indikator_berlaku(satker, tahun)
    ]
    RencanaTarget.objects.bulk_create(baris)
    record_audit(by, "rencana.draft", rencana, baru={"target": {b.indikator.kode: b.target for b in baris}})
    return rencana


@transaction.atomic
def write_target_rencana(rencana: RencanaKinerja, daftar: Sequence[IsianRencana], *, by: Pengguna | None) -> None:
    """Write targets while the plan is being drafted, all or nothing.

    Raises PermissionDenied, ValidationError with every line, SudahBerubahError.
    """
    kini = _kunci(rencana, by=by)
    baris = {b.pk: b for b in kini.daftar_target.select_related("indikator")}
    salah: list[str] = []
    siap: list[tuple[RencanaTarget, dict[str, object], int]] = []
    for isian in daftar:
        b = baris.get(isian.baris)
        if b is None:
            salah.append(f"Baris {isian.baris} tidak ada dalam {kini}.")
            continue
        try:
            target = read_target(isian.target, b.indikator) if isian.target.strip() else ""
        except TargetTidakTerbacaError as galat:
            salah.append(f"Indikator {b.indikator.kode}: tertulis “{isian.target}”, diharapkan {galat.diharapkan}.")
            continue
        alasan = rapikan(isian.alasan)
        if b.target_renstra and target != b.target_renstra and not alasan:
            salah.append(
                f"Indikator {b.indikator.kode}: target {target or 'kosong'} berbeda dari Renstra "
                f"({b.target_renstra}). Tulis alasannya, atau samakan targetnya."
            )
        siap.append((b, {"target": target, "alasan": alasan}, isian.dilihat))
    if salah:
        raise ValidationError(salah)
    for b, isi, dilihat in siap:
        jejak = Jejak("rencana.target", f"Target indikator {b.indikator.kode}", kini, f"{b.indikator.kode} ")
        write_baris(b, isi, dilihat=dilihat, by=by, jejak=jejak)


@transaction.atomic
def submit_rencana(rencana: RencanaKinerja, *, by: Pengguna) -> None:
    """Hand the draft to the head of the office. Raises ValidationError where an indicator has no target."""
    require_penyusun(by, rencana.satker, "rencana.submit")
    RencanaKinerja.objects.select_for_update().get(pk=rencana.pk)  # nobody writes between check and hand-over
    kosong = rencana.daftar_target.filter(target="").values_list("indikator__kode", flat=True)
    if kosong:
        raise ValidationError(f"Belum ada target untuk {', '.join(sorted(kosong))}. Isi targetnya.")
    alihkan(rencana, "submit", PERALIHAN_RENCANA["submit"], by=by, isi={"pengaju": by})


def return_rencana(rencana: RencanaKinerja, *, by: Pengguna, alasan: str) -> None:
    """Send it back to whoever drafts it, with the reason."""
    alihkan(rencana, "return", PERALIHAN_RENCANA["return"], by=by, alasan=alasan)


def approve_rencana(rencana: RencanaKinerja, *, by: Pengguna) -> None:
    """Agree to it; not by the person who submitted it."""
    alihkan(rencana, "approve", PERALIHAN_RENCANA["approve"], by=by)


def adopt_rencana(
    rencana: RencanaKinerja, *, by: Pengguna, tanggal: date, keputusan: KeputusanPleno | None = None
) -> None:
    """Make it binding; from now on it is frozen. keputusan: the decision of the rapat pleno behind it."""
    if keputusan is not None and keputusan.berita_acara.satker_id != rencana.satker_id:
        raise ValidationError({"keputusan": f"Keputusan ini bukan keputusan pleno {rencana.satker}."})
    isi = {"tanggal_penetapan": tanggal, "keputusan": keputusan}
    alihkan(rencana, "adopt", PERALIHAN_RENCANA["adopt"], by=by, isi=isi)


@transaction.atomic
def revise_rencana(rencana: RencanaKinerja, *, by: Pengguna, alasan: str) -> RencanaKinerja:
    """A new draft with the targets of the adopted plan; that one stays. Raises PermissionDenied, ValidationError."""
    require_penyusun(by, rencana.satker, "rencana.revise")
    if not rencana.is_beku:
        raise ValidationError(f"{rencana} belum ditetapkan; ubah saja naskahnya.")
    if not rapikan(alasan):
        raise ValidationError({"alasan": "Tulis alasan perubahan RKT."})
    baru = RencanaKinerja(
        satker=rencana.satker,
        renstra=rencana.renstra,
        tahun=rencana.tahun,
        revisi=rencana.revisi + 1,
        alasan_revisi=rapikan(alasan),
    )
    baru.full_clean()
    baru.save()
    RencanaTarget.objects.bulk_create(
        RencanaTarget(
            rencana=baru,
            indikator_id=b.indikator_id,
            target_renstra=b.target_renstra,
            target=b.target,
            alasan=b.alasan,
        )
        for b in rencana.daftar_target.all()
    )
    record_audit(by, "rencana.revise", baru, baru={"revisi": baru.revisi}, alasan=baru.alasan_revisi)
    return baru


def _kunci(rencana: RencanaKinerja, *, by: Pengguna | None) -> RencanaKinerja:
    """The draft, locked for the transaction."""
    require_penyusun(by, rencana.satker, "rencana.write")
    kini = RencanaKinerja.objects.select_for_update(of=("self",)).select_related("satker").get(pk=rencana.pk)
    if kini.status != StatusRencana.DISUSUN.value:
        cara = "susun revisinya" if kini.is_beku else "minta dikembalikan lebih dahulu"
        raise ValidationError(f"{kini} sudah {kini.status}; untuk mengubahnya, {cara}.")
    return kini
