"""What can be done to a worksheet: permission, change and trail in one transaction, and one winner of two."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from akuntabel.core.calc.nilai_akip import CaraNilai
from akuntabel.core.regulasi.lke import KriteriaLke, SubLke, TemplatLke, find_lke
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.evaluasi.actions_bukti import refresh_bukti
from akuntabel.siklus.evaluasi.hitung import compute_lke, read_isi
from akuntabel.siklus.evaluasi.isi import build_isi, compute_sidik_isi, daftar_rekomendasi_lke
from akuntabel.siklus.evaluasi.kabar import announce_lke, announce_rekomendasi
from akuntabel.siklus.evaluasi.kendali import check_lke
from akuntabel.siklus.evaluasi.kunci import lock_lke
from akuntabel.siklus.evaluasi.models import JenisLke, Lke, NilaiKriteria, NilaiSub
from akuntabel.siklus.evaluasi.permissions import (
    PERALIHAN,
    PERAN_PENILAI,
    PERAN_PENYUSUN,
    require_penetap,
    require_penilai,
    require_penyusun,
)
from akuntabel.siklus.organisasi.kabar import daftar_berperan
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.perjanjian.catatan import require_tanpa_halangan


@dataclass(frozen=True, slots=True)
class IsiKriteria:
    """What a person says of one kriteria; angka as exact text. versi: of the row as it was seen."""

    jawaban: str = ""
    angka: str = ""
    catatan: str = ""
    versi: int | None = None


@dataclass(frozen=True, slots=True)
class IsiSub:
    """What a person says of one sub-component and of its kriteria; those that are not named stay."""

    predikat: str = ""
    tahun_bertahan: int | None = None
    alasan: str = ""
    catatan: str = ""
    versi: int | None = None
    kriteria: Mapping[str, IsiKriteria] = field(default_factory=dict)


@transaction.atomic
def draft_lke(
    satker: Satker, tahun: int, *, jenis: JenisLke, by: Pengguna, cara: CaraNilai | None = None, regulasi: str = ""
) -> Lke:
    """A new worksheet with what the records prove already; resmi only by an evaluator of an office above.

    cara: None is the regulation's own way. Raises PermissionDenied, ValidationError.
    """
    penilai = None
    if jenis is JenisLke.RESMI:
        penilai = require_penilai(by, satker, "lke.draft")
    else:
        require_peran(by, satker, PERAN_PENYUSUN, "lke.draft")
    Satker.objects.select_for_update().get(pk=satker.pk)  # two who begin at once make one worksheet
    _require_baru(satker, tahun, jenis)
    templat = _require_templat(tahun, regulasi)
    if cara is not None and cara not in templat.cara:
        raise ValidationError(f"{templat.judul} tidak dinilai dengan cara {cara.value}.")
    lke = Lke(
        satker=satker,
        tahun=tahun,
        jenis=jenis.value,
        regulasi=templat.nama,
        cara=(cara or templat.cara[0]).value,
        penilai=penilai,
        evaluator=by if penilai else None,
    )
    lke.full_clean()
    lke.save()
    record_audit(by, "lke.draft", lke, baru={"jenis": lke.jenis, "regulasi": lke.regulasi, "cara": lke.cara})
    refresh_bukti(lke, by=by)
    return lke


@transaction.atomic
def evaluate_sub(lke: Lke, kode: str, isi: IsiSub, *, by: Pengguna) -> None:
    """Write the grade of a sub-component and the answers to its kriteria, all or nothing.

    Raises PermissionDenied, ValidationError with every problem, SudahBerubahError.
    """
    terkunci = lock_lke(lke, by=by, tindakan="lke.evaluate")
    templat = terkunci.templat
    sub = templat.find_sub(kode)
    if sub is None:
        raise ValidationError(f"Subkomponen {kode} tidak ada dalam {templat.judul}.")
    _check_isi(templat, sub, isi)
    lama: dict[str, object] = {}
    baru: dict[str, object] = {}
    _tulis_sub(terkunci, sub, isi, by, lama, baru)
    for kode_kriteria, isi_kriteria in isi.kriteria.items():
        _tulis_kriteria(terkunci, kode_kriteria, isi_kriteria, by, lama, baru)
    if baru:
        record_audit(by, "lke.evaluate", terkunci, lama=lama, baru=baru)


@transaction.atomic
def adopt_bukti(lke: Lke, kode_sub: str, *, by: Pengguna) -> int:
    """Take over what the application has filled in for a sub-component: from now on a person answers for it."""
    terkunci = lock_lke(lke, by=by, tindakan="lke.adopt_bukti")
    sub = terkunci.templat.find_sub(kode_sub)
    kode = [k.kode for k in sub.kriteria] if sub else []
    baris = list(terkunci.daftar_kriteria.filter(kode__in=kode, is_mesin=True))
    for b in baris:
        b.is_mesin, b.pengubah, b.diubah_pada, b.versi = False, by, timezone.now(), b.versi + 1
    NilaiKriteria.objects.bulk_update(baris, ["is_mesin", "pengubah", "diubah_pada", "versi"])
    if baris:
        record_audit(by, "lke.adopt_bukti", terkunci, baru={b.kode: b.jawaban for b in baris})
    return len(baris)


@transaction.atomic
def revise_simpulan(lke: Lke, simpulan: str, *, by: Pengguna, nomor_lhe: str | None = None) -> None:
    """Write the conclusion of the report, and its number."""
    terkunci = lock_lke(lke, by=by, tindakan="lke.evaluate")
    lama = {"simpulan": terkunci.simpulan, "nomor_lhe": terkunci.nomor_lhe}
    baru = {"simpulan": simpulan.strip(), "nomor_lhe": lama["nomor_lhe"] if nomor_lhe is None else nomor_lhe.strip()}
    if lama == baru:
        return
    terkunci.simpulan, terkunci.nomor_lhe = baru["simpulan"], baru["nomor_lhe"]
    terkunci.full_clean()
    terkunci.save(update_fields=["simpulan", "nomor_lhe"])
    record_audit(by, "lke.simpulan", terkunci, lama=lama, baru=baru)
    lke.refresh_from_db()


def submit_lke(lke: Lke, *, by: Pengguna) -> None:
    """Hand the worksheet in. Raises ValidationError with everything that the logic control stops."""
    require_penyusun(by, lke, "lke.submit")
    require_tanpa_halangan(check_lke(read_isi(lke), daftar_rekomendasi_lke(lke)))
    _alihkan(lke, "submit", by=by, isi={"pengaju": by, "diajukan_pada": timezone.now(), "catatan": ""})


def return_lke(lke: Lke, *, by: Pengguna, alasan: str) -> None:
    """Send it back to whoever wrote it, with the reason."""
    if not alasan.strip():
        raise ValidationError({"alasan": "Tulis apa yang harus dibetulkan, supaya penyusun tahu."})
    require_penetap(by, lke, "lke.return")
    _alihkan(lke, "return", by=by, isi={"catatan": alasan.strip()}, alasan=alasan.strip())


@transaction.atomic
def adopt_lke(lke: Lke, *, by: Pengguna, tanggal: date, nomor_lhe: str = "") -> None:
    """Make the score final: from now on the worksheet is frozen and its recommendations bind.

    Not by who submitted it; of an evaluating office that has nobody else also by them, and then it is marked.
    Raises PermissionDenied, ValidationError, SudahBerubahError.
    """
    require_penetap(by, lke, "lke.adopt")
    terkunci = Lke.objects.select_for_update().get(pk=lke.pk)
    is_sendiri = terkunci.pengaju_id == by.pk
    if is_sendiri:
        _require_sendirian(terkunci, by)
    if nomor_lhe.strip():
        terkunci.nomor_lhe = nomor_lhe.strip()
    baca = read_isi(terkunci)
    hasil = compute_lke(baca)
    if terkunci.status in PERALIHAN["adopt"].dari:
        require_tanpa_halangan(check_lke(baca, daftar_rekomendasi_lke(terkunci)))
    isi = build_isi(baca, hasil, penetap=by)
    daftar_rekomendasi = daftar_rekomendasi_lke(terkunci)
    _alihkan(
        lke,
        "adopt",
        by=by,
        isi={
            "penetap": by,
            "is_ditetapkan_sendiri": is_sendiri,
            "tanggal_penetapan": tanggal,
            "nomor_lhe": terkunci.nomor_lhe,
            "nilai": hasil.nilai.angka,
            "predikat": hasil.predikat.label if hasil.predikat else "",
            "isi": isi,
            "sidik": compute_sidik_isi(isi),
        },
    )
    for r in daftar_rekomendasi:
        announce_rekomendasi(r, "assign", f"Rekomendasi {r.nomor} tahun {r.tahun}: {r.teks}", by=by)


@transaction.atomic
def revise_lke(lke: Lke, *, by: Pengguna, alasan: str) -> Lke:
    """A new draft with what an adopted worksheet says; the adopted one counts until the new one is adopted."""
    require_penyusun(by, lke, "lke.revise")
    lama = Lke.objects.select_for_update().get(pk=lke.pk)
    if not lama.is_beku:
        raise ValidationError(f"{lama} belum ditetapkan; ubah saja isinya.")
    if not alasan.strip():
        raise ValidationError({"alasan": "Tulis apa yang harus dibetulkan dari hasil yang sudah ditetapkan."})
    terakhir = _rantai(lama).aggregate(n=Max("revisi"))["n"]
    if terakhir != lama.revisi:
        raise ValidationError(f"{lama} sudah mempunyai revisi {terakhir}. Lanjutkan yang itu.")
    baru = Lke(
        satker=lama.satker,
        tahun=lama.tahun,
        jenis=lama.jenis,
        revisi=lama.revisi + 1,
        regulasi=lama.regulasi,
        cara=lama.cara,
        penilai=lama.penilai,
        evaluator=by if lama.is_resmi else None,
        simpulan=lama.simpulan,
    )
    baru.save()
    _salin(lama, baru)
    record_audit(by, "lke.revise", baru, baru={"revisi": baru.revisi}, alasan=alasan.strip())
    return baru


@transaction.atomic
def withdraw_lke(lke: Lke, *, by: Pengguna, alasan: str) -> None:
    """Throw a draft away, with the recommendations that were drafted in it; the trail keeps the reason."""
    terkunci = lock_lke(lke, by=by, tindakan="lke.withdraw")
    if not alasan.strip():
        raise ValidationError({"alasan": "Sebutkan alasan lembar kerja ini dibuang."})
    record_audit(by, "lke.withdraw", terkunci, lama={"lke": str(terkunci)}, alasan=alasan.strip())
    terkunci.daftar_rekomendasi.all().delete()
    terkunci.delete()


def _alihkan(lke: Lke, tindakan: str, *, by: Pengguna, isi: Mapping[str, Any] | None = None, alasan: str = "") -> None:
    """Change the state where it is still what the person saw: the condition is in the UPDATE, so two cannot win."""
    aturan = PERALIHAN[tindakan]
    with transaction.atomic():
        berubah = Lke.objects.filter(pk=lke.pk, versi=lke.versi, status__in=aturan.dari).update(
            status=aturan.ke, versi=lke.versi + 1, **(isi or {})
        )
        if not berubah:
            raise _bentrok(lke)
        lama = lke.status
        lke.refresh_from_db()
        record_audit(by, f"lke.{tindakan}", lke, lama={"status": lama}, baru={"status": lke.status}, alasan=alasan)
        announce_lke(lke, tindakan, by=by, alasan=alasan)


def _bentrok(lke: Lke) -> SudahBerubahError:
    kini = Lke.objects.get(pk=lke.pk)
    jejak = JejakAudit.objects.filter(objek=kini._meta.label, objek_id=str(kini.pk)).order_by("pk").last()
    oleh = str(jejak.pelaku) if jejak and jejak.pelaku else ""
    return SudahBerubahError(
        f"{kini} sudah berubah sejak Anda membukanya (sekarang {kini.status}). Muat ulang, lalu ulangi.",
        sekarang={"status": kini.status},
        oleh=oleh,
        waktu=jejak.waktu if jejak else None,
        versi=kini.versi,
    )


def _rantai(lke: Lke) -> Any:
    return Lke.objects.filter(satker=lke.satker_id, tahun=lke.tahun, jenis=lke.jenis)


def _require_baru(satker: Satker, tahun: int, jenis: JenisLke) -> None:
    ada = Lke.objects.filter(satker=satker, tahun=tahun, jenis=jenis.value).order_by("revisi").last()
    if ada is not None:
        lanjut = "Buat revisinya." if ada.is_beku else "Lanjutkan yang itu."
        raise ValidationError(f"{ada} sudah ada ({ada.status}). {lanjut}")


def _require_templat(tahun: int, regulasi: str) -> TemplatLke:
    templat = find_lke(tahun)
    if templat is None or (regulasi and templat.nama != regulasi):
        raise ValidationError(f"Lembar kerja evaluasi untuk kinerja tahun {tahun} belum dikenal aplikasi.")
    return templat


def _require_sendirian(lke: Lke, by: Pengguna) -> None:
    """Who submitted may only adopt where the evaluating office has nobody else."""
    if lke.penilai is None:
        raise PermissionDenied("Yang mengajukan penilaian mandiri tidak dapat menetapkannya sendiri.")
    lain = [p for p in daftar_berperan(lke.penilai, PERAN_PENILAI) if p != by]
    if lain:
        raise PermissionDenied(f"Yang mengajukan tidak menetapkan; {lain[0]} dapat menetapkannya.")


def _check_isi(templat: TemplatLke, sub: SubLke, isi: IsiSub) -> None:
    """Everything that the worksheet does not know, at once."""
    galat = []
    if isi.predikat and templat.find_grade(isi.predikat) is None:
        dikenal = ", ".join(g.predikat for g in templat.predikat)
        galat.append(f"Subkomponen {sub.kode}: tertulis predikat {isi.predikat}, diharapkan {dikenal}.")
    milik: dict[str, KriteriaLke] = {k.kode: k for k in sub.kriteria}
    for kode, k in isi.kriteria.items():
        acuan = milik.get(kode)
        if acuan is None:
            galat.append(f"Kriteria {kode} bukan bagian dari subkomponen {sub.kode}.")
        elif k.jawaban and templat.find_pilihan(acuan, k.jawaban) is None:
            dikenal = ", ".join(p.kode for p in templat.jenis_jawaban[acuan.jawaban])
            galat.append(f"Kriteria {kode}: tertulis {k.jawaban}, diharapkan {dikenal}.")
    if galat:
        raise ValidationError(galat)


def _tulis_sub(
    lke: Lke, sub: SubLke, isi: IsiSub, by: Pengguna, lama: dict[str, object], baru: dict[str, object]
) -> None:
    baris = NilaiSub.objects.filter(lke=lke, kode=sub.kode).first() or NilaiSub(lke=lke, kode=sub.kode)
    tulis: dict[str, Any] = {
        "predikat": isi.predikat,
        "tahun_bertahan": isi.tahun_bertahan,
        "alasan": isi.alasan.strip(),
        "catatan": isi.catatan.strip(),
    }
    _tulis(baris, tulis, isi.versi, by, lama, baru)


def _tulis_kriteria(
    lke: Lke, kode: str, isi: IsiKriteria, by: Pengguna, lama: dict[str, object], baru: dict[str, object]
) -> None:
    baris = NilaiKriteria.objects.filter(lke=lke, kode=kode).first() or NilaiKriteria(lke=lke, kode=kode)
    tulis: dict[str, Any] = {"jawaban": isi.jawaban, "angka": isi.angka.strip(), "catatan": isi.catatan.strip()}
    _tulis(baris, tulis, isi.versi, by, lama, baru)


def _tulis(
    baris: NilaiSub | NilaiKriteria,
    tulis: Mapping[str, Any],
    versi: int | None,
    by: Pengguna,
    lama: dict[str, object],
    baru: dict[str, object],
) -> None:
    """Write a row where it differs; raises SudahBerubahError if it was written after the person saw it."""
    sekarang = {bidang: getattr(baris, bidang) for bidang in tulis}
    berubah = [bidang for bidang in tulis if sekarang[bidang] != tulis[bidang]]
    if not berubah:
        return
    if versi is not None and baris.versi != versi:
        raise _baris_berubah(baris, {bidang: sekarang[bidang] for bidang in berubah})
    for bidang in berubah:
        lama[f"{baris.kode} {bidang}"], baru[f"{baris.kode} {bidang}"] = sekarang[bidang], tulis[bidang]
        setattr(baris, bidang, tulis[bidang])
    if isinstance(baris, NilaiKriteria):
        baris.is_mesin = False
    baris.versi, baris.pengubah, baris.diubah_pada = baris.versi + 1, by, timezone.now()
    try:
        baris.full_clean(exclude=["lke"])
    except ValidationError as galat:
        raise ValidationError([f"{_nama(baris)}: {pesan}" for pesan in galat.messages]) from galat
    baris.save()


def _baris_berubah(baris: NilaiSub | NilaiKriteria, sekarang: Mapping[str, object]) -> SudahBerubahError:
    """Names the fields as a form of the sub-component does: those of a kriteria carry its code."""
    is_kriteria = isinstance(baris, NilaiKriteria)
    kini = {f"{bidang}-{baris.kode}": n for bidang, n in sekarang.items()} if is_kriteria else dict(sekarang)
    return SudahBerubahError(
        f"{_nama(baris)} sudah diubah {baris.pengubah or 'orang lain'} sejak Anda membukanya. "
        "Yang Anda tulis belum disimpan.",
        sekarang=kini | ({f"versi-{baris.kode}": baris.versi} if is_kriteria else {}),
        oleh=str(baris.pengubah or ""),
        waktu=baris.diubah_pada,
        versi=None if is_kriteria else baris.versi,
    )


def _nama(baris: NilaiSub | NilaiKriteria) -> str:
    return f"{'Kriteria' if isinstance(baris, NilaiKriteria) else 'Subkomponen'} {baris.kode}"


def _salin(lama: Lke, baru: Lke) -> None:
    """Grades, answers and evidence of the adopted sheet; its recommendations stay with it."""
    for s in lama.daftar_sub.all():
        s.pk, s.lke = None, baru
        s.save(force_insert=True)
    for k in lama.daftar_kriteria.all():
        k.pk, k.lke = None, baru
        k.save(force_insert=True)
    for b in lama.daftar_bukti.all():
        b.pk, b.lke = None, baru
        b.save(force_insert=True)
