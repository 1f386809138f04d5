"""The evidence of a report: its document composed from the facts, read back and checked; its figures by line."""

import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django_tasks import task

from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.checker.temuan import HasilPeriksa, Temuan
from akuntabel.core.naskah.model import Naskah
from akuntabel.core.readers.html import read_html
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.html import render_html
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.tasks.antrean import submit_tugas
from akuntabel.platform.tasks.kerjakan import TugasGagalError, report_kemajuan, transaksi_akhir
from akuntabel.platform.tasks.models import Tugas
from akuntabel.siklus.pelaporan.models import LaporanKinerja, VersiBlok
from akuntabel.siklus.pelaporan.naskah import compose_laporan
from akuntabel.siklus.pengukuran.models import PengukuranTriwulan, StatusPengukuran
from akuntabel.siklus.reviu.actions import lock_laporan
from akuntabel.siklus.reviu.bukti_butir import compute_bukti
from akuntabel.siklus.reviu.bukti_mesin import BahanBukti, KeadaanKantor, dump_bukti
from akuntabel.siklus.reviu.models import BuktiReviu, ButirReviu
from akuntabel.siklus.reviu.permissions import require_auditor


def submit_bukti(laporan: LaporanKinerja, *, by: Pengguna) -> Tugas:
    """Ask for the evidence. Raises PermissionDenied, ValidationError."""
    require_auditor(by, laporan)
    _require_tahunan(laporan)
    return submit_tugas(susun_bukti, laporan.pk, by.pk, by=by)


@task
def susun_bukti(laporan: int, pengguna: int) -> int:
    """The job behind ``submit_bukti``; how many findings the checker has."""
    terpilih = LaporanKinerja.objects.select_related("satker", "entitas").get(pk=laporan)
    try:
        bukti = compute_bukti_reviu(terpilih, by=Pengguna.objects.get(pk=pengguna))
    except ValidationError as galat:
        raise TugasGagalError(" ".join(galat.messages)) from galat
    return len(bukti.daftar_temuan)


def compute_bukti_reviu(laporan: LaporanKinerja, *, by: Pengguna) -> BuktiReviu:
    """What the data say of every line of the checklist, and what the checker finds. Answers of people are left alone.

    Raises PermissionDenied, ValidationError.
    """
    require_auditor(by, laporan)
    _require_tahunan(laporan)
    report_kemajuan(10, "Menyusun naskah dari fakta.")
    hasil, naskah = compose_laporan(laporan)
    report_kemajuan(50, "Memeriksa naskah.")
    periksa = check_susunan(naskah)
    per_butir = compute_bukti(BahanBukti(hasil, periksa, build_keadaan(laporan)))
    isi: dict[str, Any] = {
        "sidik_fakta": hasil.fakta.sidik,
        "daftar_temuan": [dump_temuan(t) for t in periksa.temuan],
        "angka_diperiksa": periksa.angka_diperiksa,
        "disusun_pada": timezone.now(),
    }
    with transaksi_akhir():
        terkunci = lock_laporan(laporan)
        bukti, _ = BuktiReviu.objects.update_or_create(laporan=terkunci, defaults=isi)
        _write_butir(terkunci, {kode: dump_bukti(b) for kode, b in per_butir.items()})
        record_audit(
            by,
            "reviu.compute",
            terkunci,
            baru={"sidik": bukti.sidik_fakta, "temuan": len(bukti.daftar_temuan), "angka": bukti.angka_diperiksa},
        )
    return bukti


def check_susunan(naskah: Naskah) -> HasilPeriksa:
    """What the checker finds in a document of ours, read back as anybody's would be."""
    halaman = render_html(naskah, gambar=draw_semua(naskah, png=False))
    return check_naskah(read_html(naskah.judul, halaman.encode()))


def dump_temuan(temuan: Temuan) -> dict[str, Any]:
    """A finding of the checker as plain values. kunci: the same for the same finding of a later run."""
    bukti = temuan.bukti
    letak = str(bukti.letak)
    isi = {
        "kode": temuan.kode,
        "nama": temuan.nama.replace("-", " "),
        "tingkat": temuan.tingkat.value,
        "letak": letak,
        "tertulis": bukti.tertulis,
        "hitung": bukti.hitung,
        "penjelasan": bukti.penjelasan,
        "perbaikan": bukti.perbaikan,
        "uraian": f"Tertulis {bukti.tertulis}, hasil hitung {bukti.hitung}. {bukti.penjelasan.rstrip('.')}.",
    }
    tanda = "\n".join((temuan.kode, letak, bukti.tertulis, bukti.hitung))
    return isi | {"kunci": hashlib.sha256(tanda.encode()).hexdigest()}


def build_keadaan(laporan: LaporanKinerja) -> KeadaanKantor:
    """What the application knows beside the facts: who wrote, who submitted, what was verified."""
    penulis = VersiBlok.objects.filter(blok__laporan=laporan, oleh__isnull=False).order_by("oleh__nama")
    return KeadaanKantor(
        penyusun=tuple(penulis.values_list("oleh__nama", flat=True).distinct()),
        pengaju=str(laporan.pengaju or ""),
        jumlah_bawahan=laporan.satker.daftar_bawahan.count(),
        triwulan_terverifikasi=PengukuranTriwulan.objects.filter(
            satker=laporan.satker, tahun=laporan.tahun, status=StatusPengukuran.DIVERIFIKASI.value
        ).count(),
    )


def _write_butir(laporan: LaporanKinerja, bukti: dict[str, dict[str, Any]]) -> None:
    ada = {b.kode: b for b in ButirReviu.objects.filter(laporan=laporan)}
    for kode, isi in bukti.items():
        if kode in ada:
            ada[kode].bukti_mesin = isi
    ButirReviu.objects.bulk_update(ada.values(), ["bukti_mesin"])
    ButirReviu.objects.bulk_create(
        ButirReviu(laporan=laporan, kode=kode, bukti_mesin=isi) for kode, isi in bukti.items() if kode not in ada
    )


def _require_tahunan(laporan: LaporanKinerja) -> None:
    if not laporan.is_tahunan:
        raise ValidationError(f"{laporan} tidak direviu; reviu dilakukan atas laporan tahunan.")
