"""What can be done to a text of a report: write it, accept a draft sentence, bring an older version back.

Every change is a new version; of two people who write at once the second is shown what the first one wrote.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from akuntabel.core.compose.usulan_indikator import BELUM_DIISI
from akuntabel.core.fakta.hasil import HasilTahun, compute_hasil
from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.core.fakta.narasi import judul_narasi
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.pelaporan.blok import require_isi
from akuntabel.siklus.pelaporan.models import BlokLaporan, LaporanKinerja, VersiBlok
from akuntabel.siklus.pelaporan.peralihan import lock_laporan
from akuntabel.siklus.pelaporan.permissions import PERAN_PENULIS
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan


@transaction.atomic
def revise_blok(
    laporan: LaporanKinerja,
    nama: str,
    *,
    isi: str,
    versi: int,
    by: Pengguna,
    is_usulan: bool = False,
    asal: str = "",
    hasil: HasilTahun | None = None,
) -> BlokLaporan:
    """Write a text. versi: as the person saw it, 0 for one that nobody has written.

    is_usulan: a draft sentence, no part of the report until somebody accepts it; it never replaces a human's words.
    asal: where the words came from. hasil: what the caller has computed of this report already. Raises
    PermissionDenied, SudahBerubahError, and ValidationError with every slot and mark that the text may not have.
    """
    require_peran(by, laporan.satker, PERAN_PENULIS, "laporan.blok")
    terkunci = lock_laporan(laporan)
    bersih = clean_isi(isi)
    hasil = hasil or compute_hasil_laporan(terkunci)
    require_isi(terkunci, nama, bersih, hasil)
    blok = BlokLaporan.objects.filter(laporan=terkunci, nama=nama).select_related("pengubah").first()
    blok = blok or BlokLaporan(laporan=terkunci, nama=nama)
    if blok.versi != versi:
        raise build_bentrok(blok)
    if (clean_isi(blok.isi), blok.is_usulan) == (bersih, is_usulan):
        return blok
    if is_usulan and blok.isi and not blok.is_usulan:
        raise ValidationError(f"{nama} sudah ditulis orang; kalimat usulan tidak menggantikannya.")
    return _write(blok, bersih, is_usulan=is_usulan, asal=asal, by=by)


@transaction.atomic
def adopt_usulan(blok: BlokLaporan, *, versi: int, by: Pengguna) -> None:
    """Make a draft sentence the report's own: from now on a human answers for it."""
    require_peran(by, blok.laporan.satker, PERAN_PENULIS, "laporan.blok")
    terkunci = _lock(blok, versi)
    if not terkunci.is_usulan:
        raise ValidationError(f"{terkunci.nama} bukan kalimat usulan.")
    if BELUM_DIISI in terkunci.isi:
        raise ValidationError(f"Lengkapi titik-titik “{BELUM_DIISI}” pada {judul_narasi(terkunci.nama)} lebih dahulu.")
    _write(terkunci, terkunci.isi, is_usulan=False, asal="usulan diterima", by=by)
    blok.refresh_from_db()


@transaction.atomic
def restore_versi(lama: VersiBlok, *, versi: int, by: Pengguna) -> BlokLaporan:
    """Bring the words of an older version back, as a new one. versi: of the text as the person saw it.

    What was a draft sentence comes back as one, in place of a human's words too: whoever asks for it has seen both.
    Raises PermissionDenied, SudahBerubahError, and ValidationError where its slots name nothing any more.
    """
    require_peran(by, lama.blok.laporan.satker, PERAN_PENULIS, "laporan.blok")
    terkunci = _lock(lama.blok, versi)
    require_isi(terkunci.laporan, terkunci.nama, lama.isi, compute_hasil_laporan(terkunci.laporan))
    if (terkunci.isi, terkunci.is_usulan) == (lama.isi, lama.is_usulan):
        return terkunci
    asal = f"dipulihkan dari versi {lama.versi}"
    return _write(terkunci, lama.isi, is_usulan=lama.is_usulan, asal=asal, by=by)


def compute_hasil_laporan(laporan: LaporanKinerja) -> HasilTahun:
    """What follows from the facts of a report. Raises ValidationError where the year has no plan or agreement."""
    try:
        return compute_hasil(build_fakta_laporan(laporan))
    except PaketTidakSahError as galat:
        raise ValidationError([str(m) for m in galat.daftar_masalah]) from galat


def clean_isi(isi: str) -> str:
    """A text as a file of a package has it: lines that end alike, one line break at the end, none where it is empty."""
    teks = "\n".join(baris.rstrip() for baris in isi.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip("\n")
    return f"{teks}\n" if teks.strip() else ""


def build_bentrok(blok: BlokLaporan) -> SudahBerubahError:
    """What to tell whoever writes over a version that is no more."""
    oleh = str(blok.pengubah) if blok.pengubah else ""
    return SudahBerubahError(
        f"Teks ini sudah diubah {oleh or 'orang lain'} sejak Anda membukanya. Yang Anda tulis belum disimpan.",
        sekarang={"isi": blok.isi},
        oleh=oleh,
        waktu=blok.diubah_pada,
        versi=blok.versi,
    )


def _lock(blok: BlokLaporan, versi: int) -> BlokLaporan:
    laporan = lock_laporan(blok.laporan)
    terkunci = BlokLaporan.objects.select_related("pengubah").get(pk=blok.pk)
    terkunci.laporan = laporan
    if terkunci.versi != versi:
        raise build_bentrok(terkunci)
    return terkunci


def _write(blok: BlokLaporan, isi: str, *, is_usulan: bool, asal: str, by: Pengguna) -> BlokLaporan:
    """The report is locked, so nobody else writes a version of this text at the same time."""
    blok.isi, blok.is_usulan, blok.versi = isi, is_usulan, blok.versi + 1
    blok.pengubah, blok.diubah_pada = by, timezone.now()
    blok.save()
    VersiBlok.objects.create(blok=blok, versi=blok.versi, isi=isi, is_usulan=is_usulan, asal=asal, oleh=by)
    record_audit(
        by,
        "laporan.blok",
        blok.laporan,
        baru={"teks": blok.nama, "versi": blok.versi, "huruf": len(isi), "usulan": is_usulan},
        alasan=asal,
    )
    return blok
