"""The job that makes the files of a report. Again and again it gives the same files."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django_tasks import TaskContext, task

from akuntabel.core.naskah.model import Naskah
from akuntabel.core.render.berkas import BerkasJadi, Format, render_berkas
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.jenis import DOCX, HTML, JSON, PDF
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.platform.potret import potret
from akuntabel.platform.tasks.kerjakan import TugasGagalError, report_kemajuan, transaksi_akhir
from akuntabel.siklus.organisasi.kabar import Kabar, tell
from akuntabel.siklus.pelaporan.models import DokumenLaporan, LaporanKinerja
from akuntabel.siklus.pelaporan.naskah import compose_laporan
from akuntabel.siklus.pelaporan.sidik import compute_sidik_laporan

LAMA = timedelta(seconds=20)  # who waited a shorter time has seen the end
JENIS_BERKAS = (PDF, DOCX, HTML, JSON)


@task(takes_context=True)
def render_laporan(context: TaskContext, laporan: int, daftar_format: Sequence[str], pengguna: int) -> dict[str, Any]:
    """Compose, render, keep; ids of the files by format. Ends with what keeps the report from being composed."""
    pemilik = LaporanKinerja.objects.select_related("satker", "entitas").get(pk=laporan)
    pelaku = Pengguna.objects.get(pk=pengguna)
    sejak = context.task_result.enqueued_at
    try:
        berkas = render_dokumen(pemilik, [Format(f) for f in daftar_format], tugas=context.task_result.id, by=pelaku)
    except ValidationError as galat:
        _announce(pemilik, "tidak dapat disusun; lihat sebabnya.", kepada=pelaku, sejak=sejak)
        raise TugasGagalError(galat.messages[0], {"daftar_masalah": galat.messages}) from galat
    _announce(pemilik, "siap diunduh.", kepada=pelaku, sejak=sejak)
    return berkas


def render_dokumen(
    laporan: LaporanKinerja, daftar_format: Sequence[Format], *, tugas: str, by: Pengguna
) -> dict[str, int]:
    """The files of the report as it is at this moment, kept; their ids by format. Raises ValidationError."""
    report_kemajuan(5, "Membaca fakta laporan")
    naskah, sidik, versi = _compose_tetap(laporan)
    jadi = render_berkas(naskah, daftar_format, saat_langkah=_build_pelapor(daftar_format))
    report_kemajuan(95, "Menyimpan berkas")
    return _keep(laporan, jadi, sidik, versi, tugas=tugas, by=by)


def read_versi_blok(laporan: LaporanKinerja) -> dict[str, int]:
    """Which version of each text the report has."""
    return dict(laporan.daftar_blok.filter(is_usulan=False).exclude(isi="").values_list("nama", "versi"))


def _compose_tetap(laporan: LaporanKinerja) -> tuple[Naskah, str, dict[str, int]]:
    """The document, the hash of its facts and the versions of its texts: of one moment, also while others write."""
    with potret():
        kini = LaporanKinerja.objects.select_related("satker__induk", "entitas", "paket").get(pk=laporan.pk)
        hasil, naskah = compose_laporan(kini)
        # An annual report is composed of the very facts that are hashed; of a quarter they are read apart.
        sidik = hasil.fakta.sidik if kini.is_tahunan else compute_sidik_laporan(kini)
        return naskah, sidik, read_versi_blok(kini)


def _build_pelapor(daftar_format: Sequence[Format]) -> Callable[[str], None]:
    """Progress by steps: pictures, then each format, and the PDF that Word needs for its page numbers."""
    jumlah = 1 + len({*daftar_format, *([Format.PDF] if Format.DOCX in daftar_format else [])})
    langkah = iter(range(jumlah + 1))

    def lapor(nama: str) -> None:
        report_kemajuan(10 + 80 * next(langkah) // jumlah, nama)

    return lapor


def _keep(
    laporan: LaporanKinerja,
    jadi: Mapping[Format, BerkasJadi],
    sidik: str,
    versi: Mapping[str, int],
    *,
    tugas: str,
    by: Pengguna,
) -> dict[str, int]:
    """All files or none. Rows that waited for facts which have changed since go."""
    retensi = Retensi.PERMANEN if laporan.is_beku else Retensi.KERTAS_KERJA
    with transaksi_akhir():
        daftar = [
            DokumenLaporan(
                laporan=laporan,
                format=format_.value,
                sidik_fakta=sidik,
                berkas=store_berkas(
                    b.isi,
                    f"laporan-kinerja-{laporan.satker.kode}-{laporan.tahun}.{format_.value}",
                    by=by,
                    retensi=retensi,
                    jenis_boleh=JENIS_BERKAS,
                ),
                versi_blok=dict(versi),
                tugas_id=tugas,
            )
            for format_, b in jadi.items()
        ]
        save_dokumen(daftar, "berkas", "versi_blok", "tugas", "dibuat_pada")
        DokumenLaporan.objects.filter(laporan=laporan, tugas_id=tugas, berkas__isnull=True).delete()
    return {d.format: d.berkas_id for d in daftar if d.berkas_id is not None}


def save_dokumen(daftar: Sequence[DokumenLaporan], *bidang: str) -> None:
    """Keep these rows; of one that is there already only the fields that are named."""
    DokumenLaporan.objects.bulk_create(
        daftar,
        update_conflicts=True,
        unique_fields=["laporan", "format", "sidik_fakta"],
        update_fields=bidang,
    )


def _announce(laporan: LaporanKinerja, teks: str, *, kepada: Pengguna, sejak: datetime | None) -> None:
    """Tell who has gone on to other work."""
    if sejak is None or timezone.now() - sejak < LAMA:
        return
    argumen = (laporan.satker.kode, laporan.tahun, laporan.pk)
    kunci = f"laporan.dokumen:{laporan.pk}"
    kabar = Kabar("laporan.dokumen", f"Berkas {laporan}: {teks}", "laporan_dokumen", argumen, kunci)
    with transaksi_akhir():
        tell([kepada], kabar, by=None)
