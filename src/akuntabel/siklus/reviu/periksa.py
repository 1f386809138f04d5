"""Reports made elsewhere: handed in, read and checked in a process of their own, their findings kept for comparison."""

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from akuntabel.core.checker.keluaran.data import build_periksa
from akuntabel.core.checker.keluaran.halaman import render_halaman
from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.checker.temuan import HasilPeriksa, Tingkat
from akuntabel.core.readers.baca import read_isi
from akuntabel.core.readers.batas import MB, Arsip
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.lembar.anak import run_terbatas
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.jenis import DOCX, PDF, TXT, XLSX
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import BerkasDitolakError, BerkasHilangError, clean_nama, open_berkas, store_berkas
from akuntabel.platform.tasks.antrean import submit_tugas
from akuntabel.platform.tasks.kerjakan import report_kemajuan
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.reviu.bukti_mesin import PANJANG_KELUARGA
from akuntabel.siklus.reviu.models import KirimanPeriksa, PeriksaLaporan, StatusPeriksa
from akuntabel.siklus.reviu.permissions import PEMERIKSA

JENIS_LAPORAN = (PDF, DOCX, XLSX, TXT)
LAPORAN_TERBANYAK = 100
BATAS_ARSIP = 64 * MB
_AKHIRAN = frozenset(a for j in JENIS_LAPORAN for a in j.daftar_akhiran)


def submit_periksa(
    satker: Satker, tahun: int, daftar: Sequence[tuple[str, bytes]], *, by: Pengguna, keterangan: str = ""
) -> KirimanPeriksa:
    """Keep reports (files, or archives of files) and ask for their check. All of them, or none.

    Raises PermissionDenied, ValidationError with everything that speaks against any file.
    """
    require_peran(by, satker, PEMERIKSA, "periksa.submit")
    isi, galat = _unpack(daftar)
    if not isi and not galat:
        galat.append("Pilih paling sedikit satu berkas laporan.")
    if len(isi) > LAPORAN_TERBANYAK:
        galat.append(f"Ada {len(isi)} laporan, diharapkan paling banyak {LAPORAN_TERBANYAK} sekali kirim.")
    if galat:
        raise ValidationError({"berkas": galat})
    with transaction.atomic():
        kiriman = KirimanPeriksa(satker=satker, tahun=tahun, pengunggah=by, keterangan=keterangan.strip())
        kiriman.full_clean()
        kiriman.save()
        _store(kiriman, isi, by=by)
        kiriman.tugas = submit_tugas(check_kiriman, kiriman.pk, by=by).pk
        kiriman.save(update_fields=["tugas"])
        record_audit(by, "periksa.submit", kiriman, baru={"laporan": [nama for nama, _ in isi]})
    return kiriman


@task
def check_kiriman(kiriman: int) -> int:
    """The job: one report after the other; what was checked already is not checked again. How many were read."""
    daftar = list(PeriksaLaporan.objects.filter(kiriman=kiriman).select_related("berkas").defer("hasil", "halaman"))
    for n, laporan in enumerate(daftar):
        report_kemajuan(n * 100 // len(daftar), f"Memeriksa {laporan.nama} ({n + 1} dari {len(daftar)}).")
        if laporan.status == StatusPeriksa.MENUNGGU:
            _write(laporan, _check(laporan))
    return PeriksaLaporan.objects.filter(kiriman=kiriman, status=StatusPeriksa.SELESAI).count()


def check_isi(nama: str, isi: bytes) -> dict[str, Any]:
    """The fields of a checked report, from its bytes. Raises BerkasTidakTerbacaError."""
    hasil = check_naskah(read_isi(nama, isi))
    per_tingkat = Counter(t.tingkat for t in hasil.temuan)
    return {
        "satker_terbaca": (hasil.dokumen.satker or "")[:300],
        "tahun_terbaca": hasil.dokumen.tahun,
        "jumlah_galat": per_tingkat[Tingkat.GALAT],
        "jumlah_peringatan": per_tingkat[Tingkat.PERINGATAN],
        "jumlah_info": per_tingkat[Tingkat.INFO],
        "per_keluarga": count_keluarga(hasil),
        "angka_diperiksa": hasil.angka_diperiksa,
        "jumlah_tabel": len(hasil.dokumen.naskah.daftar_tabel),
        "hasil": build_periksa(hasil),
        "halaman": zlib.compress(render_halaman([hasil]).encode(), 9),
    }


def count_keluarga(hasil: HasilPeriksa) -> dict[str, int]:
    """Findings by family of rules."""
    return dict(Counter(t.kode[:PANJANG_KELUARGA] for t in hasil.temuan))


def read_halaman(laporan: PeriksaLaporan) -> bytes:
    """The page to hand on; empty where the report could not be read."""
    return zlib.decompress(bytes(laporan.halaman)) if laporan.halaman else b""


def _unpack(daftar: Sequence[tuple[str, bytes]]) -> tuple[list[tuple[str, bytes]], list[str]]:
    """The reports among what was handed in, and what speaks against it."""
    isi: list[tuple[str, bytes]] = []
    galat: list[str] = []
    for nama, bita in daftar:
        if PurePosixPath(nama).suffix.lower() != ".zip":
            isi.append((nama, bita))
            continue
        try:
            isi += _unpack_arsip(nama, bita)
        except BerkasTidakTerbacaError as masalah:
            galat.append(str(masalah))
    return isi, galat


def _unpack_arsip(nama: str, bita: bytes) -> Iterator[tuple[str, bytes]]:
    """The reports in an archive; what the system of its maker left in it is passed over."""
    if len(bita) > BATAS_ARSIP:
        raise BerkasTidakTerbacaError(nama, f"arsipnya lebih dari {BATAS_ARSIP // MB} MB; bagi menjadi beberapa")
    arsip = Arsip(nama, bita)
    daftar = [
        n
        for n in arsip.daftar_nama
        if not n.endswith("/") and not n.startswith("__MACOSX/") and not PurePosixPath(n).name.startswith(".")
    ]
    asing = [n for n in daftar if PurePosixPath(n).suffix.lower() not in _AKHIRAN]
    if asing:
        raise BerkasTidakTerbacaError(nama, f"di dalamnya ada yang bukan PDF, DOCX, XLSX, atau TXT: {', '.join(asing)}")
    if not daftar:
        raise BerkasTidakTerbacaError(nama, "arsipnya tidak memuat laporan")
    return ((n, arsip.read(n) or b"") for n in daftar[: LAPORAN_TERBANYAK + 1])


def _store(kiriman: KirimanPeriksa, isi: Sequence[tuple[str, bytes]], *, by: Pengguna) -> None:
    galat: list[str] = []
    for urut, (nama, bita) in enumerate(isi, 1):
        try:
            berkas = store_berkas(bita, nama, by=by, retensi=Retensi.KERTAS_KERJA, jenis_boleh=JENIS_LAPORAN)
        except BerkasDitolakError as masalah:
            galat += [str(m) for m in masalah.daftar_masalah]
            continue
        PeriksaLaporan.objects.create(kiriman=kiriman, urut=urut, nama=clean_nama(nama), berkas=berkas)
    if galat:
        raise ValidationError({"berkas": galat})


def _check(laporan: PeriksaLaporan) -> dict[str, Any]:
    try:
        isi = run_terbatas(laporan.nama, check_isi, _read(laporan.berkas))
    except (BerkasTidakTerbacaError, BerkasHilangError) as galat:
        return {"status": StatusPeriksa.GAGAL, "pesan": str(galat)}
    return isi | {"status": StatusPeriksa.SELESAI, "pesan": ""}


def _read(berkas: Berkas) -> bytes:
    with open_berkas(berkas) as sumber:
        isi: bytes = sumber.read()
    return isi


def _write(laporan: PeriksaLaporan, isi: dict[str, Any]) -> None:
    PeriksaLaporan.objects.filter(pk=laporan.pk).update(selesai_pada=timezone.now(), **isi)
