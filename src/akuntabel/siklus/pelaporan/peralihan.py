"""How a report changes its state: one winner of two, and whoever comes second is told what is stored now.

Review and signature are acts of the stages after this one, which know who may; they end here.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.core.fakta.paket import seal_fakta
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.pelaporan.kabar import announce_peralihan
from akuntabel.siklus.pelaporan.models import (
    BlokLaporan,
    IsuLaporan,
    LangkahLaporan,
    LaporanKinerja,
    StatusLaporan,
    VersiBlok,
)
from akuntabel.siklus.pelaporan.permissions import PERALIHAN, PERAN_PENYUSUN
from akuntabel.siklus.pelaporan.sidik import compute_sidik_laporan
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan
from akuntabel.siklus.pelaporan.zip_paket import pack_paket, unpack_paket


@transaction.atomic
def alihkan(
    laporan: LaporanKinerja,
    tindakan: str,
    *,
    by: Pengguna,
    isi: Mapping[str, Any] | None = None,
    alasan: str = "",
    juga_dari: frozenset[str] = frozenset(),
) -> None:
    """Change the state where it is still what the person saw: the condition is in the UPDATE, so two cannot win.

    juga_dari: states that this report may come from besides those of the rule.
    """
    aturan = PERALIHAN[tindakan]
    if aturan.peran:
        require_peran(by, laporan.satker, aturan.peran, f"laporan.{tindakan}")
    terlihat = LaporanKinerja.objects.filter(pk=laporan.pk, versi=laporan.versi, status__in=aturan.dari | juga_dari)
    berubah = terlihat.update(status=aturan.ke, versi=laporan.versi + 1, **(isi or {}))
    if not berubah:
        raise build_bentrok(laporan)
    lama = laporan.status
    laporan.refresh_from_db()
    record_audit(
        by, f"laporan.{tindakan}", laporan, lama={"status": lama}, baru={"status": laporan.status}, alasan=alasan
    )
    announce_peralihan(laporan, tindakan, by=by, alasan=alasan)


@transaction.atomic
def record_hasil_reviu(laporan: LaporanKinerja, *, by: Pengguna, sidik: str) -> None:
    """The review is closed (the caller knows who may). sidik: of the facts reviewed. Raises ValidationError."""
    LaporanKinerja.objects.select_for_update().get(pk=laporan.pk)
    _require_sidik(laporan, sidik, "direviu")
    alihkan(laporan, "review", by=by)


def record_pengembalian(laporan: LaporanKinerja, *, by: Pengguna, catatan: str) -> None:
    """The reviewer sends it back to be mended (the caller knows who may). Raises ValidationError without a reason."""
    alihkan(laporan, "return_reviu", by=by, alasan=require_catatan(catatan))


@transaction.atomic
def record_tanda_tangan(laporan: LaporanKinerja, *, by: Pengguna, tanggal: date, sidik: str) -> None:
    """Signed (the caller knows who may): its day is set, its facts are kept as a package, nothing of it changes again.

    sidik: of the facts that were reviewed; they must still be those of now. Afterwards ``laporan.sidik`` is that of the
    facts with the day of the signature. Only the annual report is reviewed before (PermenPANRB 53/2014, lampiran III).
    Raises ValidationError.
    """
    terkunci = LaporanKinerja.objects.select_for_update().select_related("satker", "entitas").get(pk=laporan.pk)
    _require_sidik(terkunci, sidik, "ditandatangani")
    terkunci.tanggal = tanggal
    isi: dict[str, Any] = {"tanggal": tanggal, "sidik": compute_sidik_laporan(terkunci)}
    if terkunci.is_tahunan:
        isi["paket"] = _keep_paket(terkunci, by=by)
    juga_dari = frozenset() if terkunci.is_tahunan else frozenset({StatusLaporan.DIAJUKAN.value})
    alihkan(laporan, "sign", by=by, isi=isi, juga_dari=juga_dari)


@transaction.atomic
def revise_laporan(laporan: LaporanKinerja, *, by: Pengguna, alasan: str) -> LaporanKinerja:
    """A new draft with the words of a signed report, which stays as it was signed. Raises ValidationError."""
    require_peran(by, laporan.satker, PERAN_PENYUSUN, "laporan.revise")
    lama = LaporanKinerja.objects.select_for_update().select_related("satker", "entitas").get(pk=laporan.pk)
    if not lama.is_beku:
        raise ValidationError(f"{lama} belum ditandatangani; ubah saja naskahnya.")
    if not alasan.strip():
        raise ValidationError("Sebutkan alasan revisi: apa yang keliru dan dokumen yang menyatakannya.")
    if _find_penerus(lama) is not None:
        raise ValidationError(f"{lama} sudah direvisi. Lanjutkan revisinya.")
    baru = _copy(lama, alasan.strip(), by=by)
    record_audit(by, "laporan.revise", baru, baru={"revisi": baru.revisi}, alasan=alasan.strip())
    return baru


def require_catatan(catatan: str) -> str:
    """Why it comes back. Raises ValidationError where nothing is said."""
    if not catatan.strip():
        raise ValidationError({"catatan": "Sebutkan apa yang harus diperbaiki, agar penyusun tahu."})
    return catatan.strip()


def lock_laporan(laporan: LaporanKinerja) -> LaporanKinerja:
    """The row of a draft, locked until the transaction ends. Raises ValidationError where it is no draft any more."""
    terkunci = LaporanKinerja.objects.select_for_update().select_related("satker", "entitas").get(pk=laporan.pk)
    if not terkunci.is_disusun:
        raise ValidationError(
            f"{terkunci} sudah {terkunci.status}; isinya diubah setelah dikembalikan, atau lewat revisi."
        )
    return terkunci


def build_bentrok(laporan: LaporanKinerja) -> SudahBerubahError:
    """What to tell whoever acts on a state that is no more."""
    kini = LaporanKinerja.objects.select_related("entitas").get(pk=laporan.pk)
    jejak = JejakAudit.objects.filter(objek=kini._meta.label, objek_id=str(kini.pk)).order_by("pk").last()
    oleh = str(jejak.pelaku) if jejak and jejak.pelaku else ""
    return SudahBerubahError(
        f"{kini} sudah berubah sejak Anda membukanya (sekarang {kini.status}, oleh {oleh or 'orang lain'}). "
        "Muat ulang, lalu ulangi.",
        sekarang={"status": kini.status},
        oleh=oleh,
        waktu=jejak.waktu if jejak else None,
        versi=kini.versi,
    )


def _require_sidik(laporan: LaporanKinerja, sidik: str, kata: str) -> None:
    kini = compute_sidik_laporan(laporan)
    if not laporan.sidik == sidik == kini:
        raise ValidationError(
            f"Fakta {laporan} sudah berubah sejak diajukan (sidik {laporan.sidik[:12]}…, sekarang {kini[:12]}…), "
            f"sehingga belum dapat {kata}. Kembalikan kepada penyusun agar diajukan lagi."
        )


def _keep_paket(laporan: LaporanKinerja, *, by: Pengguna) -> Berkas:
    """The facts with the day of the signature, as one file that reads back as the same. Raises ValidationError."""
    fakta = seal_fakta(build_fakta_laporan(laporan))
    nama = f"laporan-kinerja-{laporan.satker.kode}-{laporan.tahun}-{laporan.entitas.kode}-r{laporan.revisi}.zip"
    isi = pack_paket(fakta)
    try:
        terbaca = unpack_paket(nama, isi, is_diperiksa=False)
    except PaketTidakSahError as galat:
        raise ValidationError([str(m) for m in galat.daftar_masalah]) from galat
    if terbaca.sidik != fakta.sidik:
        raise ValidationError(f"Paket data {laporan} tidak terbaca sama; laporkan kepada pengembang.")
    return store_berkas(isi, nama, by=by, retensi=Retensi.PERMANEN)


def _find_penerus(laporan: LaporanKinerja) -> LaporanKinerja | None:
    return LaporanKinerja.objects.filter(
        entitas=laporan.entitas,
        tahun=laporan.tahun,
        jenis=laporan.jenis,
        triwulan=laporan.triwulan,
        revisi__gt=laporan.revisi,
    ).first()


_DISALIN = (
    *("satker", "tahun", "entitas", "jenis", "triwulan", "tema", "kebijakan", "tempat", "bulan"),
    *("penanda_tangan", "pereviu", "dasar", "ambang_serapan", "is_impor"),
)


def _copy(lama: LaporanKinerja, alasan: str, *, by: Pengguna) -> LaporanKinerja:
    baru = LaporanKinerja(
        **{nama: getattr(lama, nama) for nama in _DISALIN}, revisi=lama.revisi + 1, alasan_revisi=alasan
    )
    baru.save()
    IsuLaporan.objects.bulk_create(
        IsuLaporan(laporan=baru, urut=i.urut, isu=i.isu, uraian=i.uraian, sasaran=i.sasaran)
        for i in lama.daftar_isu.order_by("pk")
    )
    LangkahLaporan.objects.bulk_create(
        LangkahLaporan(
            laporan=baru, urut=n.urut, teks=n.teks, pengampu=n.pengampu, tenggat=n.tenggat, indikator=n.indikator
        )
        for n in lama.daftar_langkah.order_by("pk")
    )
    daftar_blok = [
        BlokLaporan(laporan=baru, nama=b.nama, isi=b.isi, versi=1, is_usulan=b.is_usulan, pengubah=by)
        for b in lama.daftar_blok.exclude(isi="")
    ]
    BlokLaporan.objects.bulk_create(daftar_blok)
    asal_versi = f"disalin dari {lama}"[:200]
    VersiBlok.objects.bulk_create(
        VersiBlok(blok=b, versi=1, isi=b.isi, is_usulan=b.is_usulan, asal=asal_versi, oleh=by) for b in daftar_blok
    )
    return baru
