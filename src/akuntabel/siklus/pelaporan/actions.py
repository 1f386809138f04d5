"""What can be done to a report: begin it, say what it is, write its two tables, hand it in, send it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from akuntabel.core.fakta.laporan import IsuStrategis, Langkah
from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.core.regulasi import daftar_peraturan
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import EntitasPelapor, Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.pelaporan.actions_blok import adopt_usulan, restore_versi, revise_blok
from akuntabel.siklus.pelaporan.actions_komentar import close_komentar, comment_blok
from akuntabel.siklus.pelaporan.berlaku import find_laporan
from akuntabel.siklus.pelaporan.models import IsuLaporan, JenisLaporan, LangkahLaporan, LaporanKinerja
from akuntabel.siklus.pelaporan.peralihan import alihkan, lock_laporan, require_catatan, revise_laporan
from akuntabel.siklus.pelaporan.permissions import PERALIHAN, PERAN_PENYUSUN
from akuntabel.siklus.pelaporan.sidik import compute_sidik_laporan
from akuntabel.siklus.pelaporan.snapshot import build_fakta_tahun

__all__ = [
    "IsiIdentitas",
    "adopt_usulan",
    "close_komentar",
    "comment_blok",
    "draft_laporan",
    "restore_versi",
    "return_laporan",
    "revise_blok",
    "revise_identitas",
    "revise_laporan",
    "set_isu",
    "set_langkah",
    "submit_laporan",
]

DASAR_UMUM = ("perpres-29-2014", "permenpanrb-53-2014")


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiIdentitas:
    """What the cover and the signature block say; penanda_tangan, pereviu: codes of officials."""

    tempat: str
    bulan: str
    penanda_tangan: str
    pereviu: str
    tema: str = ""
    tanggal: date | None = None
    dasar: tuple[str, ...] = ()
    ambang_serapan: int | None = None


@transaction.atomic
def draft_laporan(
    satker: Satker,
    tahun: int,
    *,
    entitas: EntitasPelapor,
    by: Pengguna,
    jenis: str = JenisLaporan.TAHUNAN.value,
    triwulan: int | None = None,
) -> LaporanKinerja:
    """Begin a report of an entity. Raises PermissionDenied; ValidationError where it is there, or has no facts yet."""
    require_peran(by, satker, PERAN_PENYUSUN, "laporan.draft")
    if entitas.satker_id != satker.pk:
        raise ValidationError(f"{entitas} bukan entitas pelapor {satker}.")
    EntitasPelapor.objects.select_for_update().get(pk=entitas.pk)  # two who begin at once: the second finds the first
    ada = find_laporan(satker, tahun, entitas=entitas, jenis=jenis, triwulan=triwulan)
    if ada is not None:
        raise ValidationError(f"{ada} sudah ada ({ada.status}). Lanjutkan yang itu.")
    laporan = LaporanKinerja(satker=satker, tahun=tahun, entitas=entitas, jenis=jenis, triwulan=triwulan)
    for nama, nilai in _awal(satker, tahun, entitas).items():
        setattr(laporan, nama, nilai)
    laporan.full_clean()
    laporan.save()
    record_audit(by, "laporan.draft", laporan, baru={"jenis": jenis, "triwulan": triwulan, "entitas": entitas.kode})
    return laporan


@transaction.atomic
def revise_identitas(laporan: LaporanKinerja, isi: IsiIdentitas, *, versi: int, by: Pengguna) -> None:
    """Say what the report is. versi: as the person saw it. Raises SudahBerubahError, ValidationError by field."""
    require_peran(by, laporan.satker, PERAN_PENYUSUN, "laporan.identitas")
    terkunci = lock_laporan(laporan)
    lama = _read_identitas(terkunci)
    if terkunci.versi != versi:
        raise _bentrok(terkunci, "laporan.identitas", terkunci.versi, lama)
    dikenal = daftar_peraturan()
    asing = [kode for kode in isi.dasar if kode not in dikenal]
    if asing:
        raise ValidationError({"dasar": f"Tertulis {', '.join(asing)}, diharapkan id peraturan dari daftar."})
    for nama in lama:
        nilai = getattr(isi, nama)
        setattr(terkunci, nama, list(nilai) if nama == "dasar" else nilai)
    terkunci.versi += 1
    terkunci.full_clean()
    terkunci.save(update_fields=[*lama, "versi"])
    laporan.refresh_from_db()
    record_audit(by, "laporan.identitas", terkunci, lama=_teks(lama), baru=_teks(_read_identitas(terkunci)))


@transaction.atomic
def set_isu(laporan: LaporanKinerja, daftar: Sequence[IsuStrategis], *, versi: int, by: Pengguna) -> None:
    """Write the whole table of main problems. versi: ``versi_isu`` as the person saw it."""
    require_peran(by, laporan.satker, PERAN_PENYUSUN, "laporan.isu")
    terkunci = lock_laporan(laporan)
    ada = list(terkunci.daftar_isu.all())
    if terkunci.versi_isu != versi:
        raise _bentrok(terkunci, "laporan.isu", terkunci.versi_isu, _baris_kini(ada, ("isu", "uraian", "sasaran")))
    baris = [
        IsuLaporan(laporan=terkunci, urut=n, isu=i.isu.strip(), uraian=i.uraian.strip(), sasaran=i.sasaran or "")
        for n, i in enumerate(daftar, 1)
    ]
    _require_baris(baris)
    terkunci.daftar_isu.all().delete()
    IsuLaporan.objects.bulk_create(baris)
    terkunci.versi_isu += 1
    terkunci.save(update_fields=["versi_isu"])
    laporan.refresh_from_db()
    record_audit(by, "laporan.isu", terkunci, lama={"isu": [i.isu for i in ada]}, baru={"isu": [b.isu for b in baris]})


@transaction.atomic
def set_langkah(laporan: LaporanKinerja, daftar: Sequence[Langkah], *, versi: int, by: Pengguna) -> None:
    """Write the whole table of steps ahead. versi: ``versi_langkah`` as the person saw it."""
    require_peran(by, laporan.satker, PERAN_PENYUSUN, "laporan.langkah")
    terkunci = lock_laporan(laporan)
    ada = list(terkunci.daftar_langkah.all())
    if terkunci.versi_langkah != versi:
        kini = _baris_kini(ada, ("teks", "pengampu", "tenggat", "indikator"))
        raise _bentrok(terkunci, "laporan.langkah", terkunci.versi_langkah, kini)
    baris = [
        LangkahLaporan(
            laporan=terkunci,
            urut=n,
            teks=i.teks.strip(),
            pengampu=i.pengampu or "",
            tenggat=i.tenggat,
            indikator=i.indikator or "",
        )
        for n, i in enumerate(daftar, 1)
    ]
    _require_baris(baris)
    terkunci.daftar_langkah.all().delete()
    LangkahLaporan.objects.bulk_create(baris)
    terkunci.versi_langkah += 1
    terkunci.save(update_fields=["versi_langkah"])
    laporan.refresh_from_db()
    lama = {"langkah": [n.teks for n in ada]}
    record_audit(by, "laporan.langkah", terkunci, lama=lama, baru={"langkah": [b.teks for b in baris]})


@transaction.atomic
def submit_laporan(laporan: LaporanKinerja, *, by: Pengguna) -> None:
    """Hand the report in for its review, with the hash of what it says now.

    What the checker finds is shown and does not stop it: the reviewer judges that. A draft sentence that nobody has
    accepted is no part of a report and does. Raises PermissionDenied, ValidationError, SudahBerubahError.
    """
    require_peran(by, laporan.satker, PERALIHAN["submit"].peran, "laporan.submit")
    terkunci = LaporanKinerja.objects.select_for_update().select_related("satker", "entitas").get(pk=laporan.pk)
    usulan = list(terkunci.daftar_blok.filter(is_usulan=True).values_list("nama", flat=True))
    if usulan:
        raise ValidationError(
            f"Kalimat usulan yang belum diterima: {', '.join(usulan)}. Terima, ubah, atau kosongkan lebih dahulu."
        )
    try:
        sidik = compute_sidik_laporan(terkunci)
    except PaketTidakSahError as galat:
        raise ValidationError([str(m) for m in galat.daftar_masalah]) from galat
    alihkan(laporan, "submit", by=by, isi={"sidik": sidik, "pengaju": by, "diajukan_pada": timezone.now()})


def return_laporan(laporan: LaporanKinerja, *, by: Pengguna, catatan: str) -> None:
    """Send it back to whoever writes it, with the reason; the writer may take it back as well."""
    alihkan(laporan, "return", by=by, alasan=require_catatan(catatan))


def _awal(satker: Satker, tahun: int, entitas: EntitasPelapor) -> dict[str, Any]:
    """What a new report begins with: the words of the year before, the people of this one."""
    try:
        fakta = build_fakta_tahun(satker, tahun, entitas=entitas)
    except PaketTidakSahError as galat:
        raise ValidationError([str(m) for m in galat.daftar_masalah]) from galat
    kini, perjanjian = fakta.laporan, fakta.perjanjian_berlaku
    lalu = find_laporan(satker, tahun - 1, entitas=entitas)
    dikenal = daftar_peraturan()
    return {
        "tempat": kini.tempat,
        "bulan": kini.bulan,
        "penanda_tangan": perjanjian.pihak_pertama if perjanjian else kini.penanda_tangan,
        "pereviu": kini.pereviu,
        "dasar": lalu.dasar if lalu else [kode for kode in DASAR_UMUM if kode in dikenal],
        "ambang_serapan": lalu.ambang_serapan if lalu else None,
    }


def _read_identitas(laporan: LaporanKinerja) -> dict[str, Any]:
    return {nama: getattr(laporan, nama) for nama in IsiIdentitas.__slots__}


def _teks(isi: Mapping[str, Any]) -> dict[str, str]:
    return {nama: "" if nilai is None else str(nilai) for nama, nilai in isi.items()}


def _require_baris(daftar: Sequence[IsuLaporan | LangkahLaporan]) -> None:
    """All rows at once. Raises ValidationError."""
    galat: list[ValidationError] = []
    for n, baris in enumerate(daftar, 1):
        try:
            baris.full_clean(exclude=["laporan"], validate_unique=False, validate_constraints=False)
        except ValidationError as e:
            galat += [ValidationError(f"Baris {n}, {kolom}: {' '.join(p)}") for kolom, p in e.message_dict.items()]
    if galat:
        raise ValidationError(galat)


def _baris_kini(daftar: Sequence[IsuLaporan | LangkahLaporan], kolom: Sequence[str]) -> dict[str, str]:
    """What is stored, by column and number of the row: isu_1, uraian_1, …"""
    return {f"{k}_{n}": str(getattr(b, k) or "") for n, b in enumerate(daftar, 1) for k in kolom}


def _bentrok(laporan: LaporanKinerja, tindakan: str, versi: int, sekarang: Mapping[str, Any]) -> SudahBerubahError:
    jejak = JejakAudit.objects.filter(objek=laporan._meta.label, objek_id=str(laporan.pk), tindakan=tindakan)
    terakhir = jejak.order_by("pk").last()
    oleh = str(terakhir.pelaku) if terakhir and terakhir.pelaku else ""
    return SudahBerubahError(
        f"{laporan} sudah diubah {oleh or 'orang lain'} sejak Anda membukanya. Yang Anda tulis belum disimpan.",
        sekarang=sekarang,
        oleh=oleh,
        waktu=terakhir.waktu if terakhir else None,
        versi=versi,
    )
