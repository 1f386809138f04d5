"""Reports made elsewhere are checked in the background: one or many, from files or archives, all or none."""

import io
import zipfile

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.reviu.models import KirimanPeriksa, PeriksaLaporan, StatusPeriksa
from akuntabel.siklus.reviu.periksa import LAPORAN_TERBANYAK, check_kiriman, read_halaman, submit_periksa
from contoh_paket import compute_contoh

CACAT = (
    "LAPORAN KINERJA\nKPU KOTA CONTOH\nTAHUN 2020\n\nTabel 3.1 Realisasi anggaran\n"
    "Kode\tUraian\tPagu\tRealisasi\tSisa\n3355\tKegiatan A\t1.000.000\t600.000\t500.000\n"
)


@pytest.fixture(scope="module")
def docx() -> bytes:
    """The example's report as Word."""
    return render_berkas(compose_lkj(compute_contoh()), [Format.DOCX])[Format.DOCX].isi


def _zip(**isi: bytes) -> bytes:
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w") as arsip:
        for nama, bita in isi.items():
            arsip.writestr(nama, bita)
    return keluaran.getvalue()


def _kirim(pemeran: Pemeran, *daftar: tuple[str, bytes]) -> KirimanPeriksa:
    return submit_periksa(pemeran.provinsi, 2026, daftar, by=pemeran.sari)


def test_report_is_read_and_its_findings_are_kept(pemeran: Pemeran, docx: bytes):
    kiriman = _kirim(pemeran, ("lkj.docx", docx))
    assert check_kiriman.func(kiriman.pk) == 1
    laporan = kiriman.daftar_laporan.get()
    assert (laporan.status, laporan.satker_terbaca, laporan.tahun_terbaca) == (
        StatusPeriksa.SELESAI,
        laporan.hasil["satker"],
        2020,
    )
    assert laporan.angka_diperiksa > 500
    assert laporan.jumlah_galat == 0
    assert read_halaman(laporan).startswith(b"<!doctype html>")


def test_many_reports_come_as_one_archive_and_what_a_system_left_in_it_is_passed_over(pemeran: Pemeran, docx: bytes):
    arsip = _zip(**{"a/lkj-a.docx": docx, "lkj-b.txt": CACAT.encode(), "__MACOSX/lkj-b.txt": b"x", ".DS_Store": b"x"})
    kiriman = _kirim(pemeran, ("semua.zip", arsip))
    assert list(kiriman.daftar_laporan.values_list("nama", flat=True)) == ["lkj-a.docx", "lkj-b.txt"]
    check_kiriman.func(kiriman.pk)
    cacat = kiriman.daftar_laporan.get(nama="lkj-b.txt")
    assert cacat.status == StatusPeriksa.SELESAI
    assert cacat.jumlah_temuan == sum(cacat.per_keluarga.values()) == len(cacat.hasil["temuan"]) > 0


def test_file_that_cannot_be_read_does_not_stop_the_others(pemeran: Pemeran):
    kiriman = _kirim(pemeran, ("rusak.pdf", b"%PDF-1.7 bukan"), ("lkj.txt", CACAT.encode()))
    assert check_kiriman.func(kiriman.pk) == 1
    rusak, baik = kiriman.daftar_laporan.all()
    assert rusak.status == StatusPeriksa.GAGAL
    assert "rusak.pdf: tidak dapat dibaca" in rusak.pesan
    assert baik.status == StatusPeriksa.SELESAI


def test_what_was_checked_is_not_checked_again_when_the_job_runs_twice(pemeran: Pemeran):
    kiriman = _kirim(pemeran, ("lkj.txt", CACAT.encode()))
    check_kiriman.func(kiriman.pk)
    saat = kiriman.daftar_laporan.get().selesai_pada
    check_kiriman.func(kiriman.pk)
    assert kiriman.daftar_laporan.get().selesai_pada == saat


def test_all_or_nothing_with_everything_that_is_wrong(pemeran: Pemeran):
    arsip = _zip(**{"foto.png": b"\x89PNG\r\n\x1a\n", "lkj.txt": CACAT.encode()})
    with pytest.raises(ValidationError) as galat:
        _kirim(pemeran, ("campur.zip", arsip), ("bukan.zip", b"PK"), ("lkj.txt", CACAT.encode()))
    pesan = " ".join(galat.value.messages)
    assert "foto.png" in pesan
    assert "bukan.zip" in pesan
    with pytest.raises(ValidationError, match="diharapkan"):
        _kirim(pemeran, ("gambar.png", b"\x89PNG\r\n\x1a\n"), ("lkj.txt", CACAT.encode()))
    assert not KirimanPeriksa.objects.exists()
    assert not PeriksaLaporan.objects.exists()


def test_too_many_reports_are_refused(pemeran: Pemeran):
    arsip = _zip(**{f"lkj-{n}.txt": CACAT.encode() for n in range(LAPORAN_TERBANYAK + 1)})
    with pytest.raises(ValidationError, match="paling banyak 100"):
        _kirim(pemeran, ("semua.zip", arsip))


def test_nothing_handed_in_is_said(pemeran: Pemeran):
    with pytest.raises(ValidationError, match="paling sedikit satu"):
        _kirim(pemeran)


def test_who_has_no_such_role_there_is_refused(pemeran: Pemeran):
    for orang in (pemeran.danu, pemeran.tono):
        with pytest.raises(PermissionDenied):
            submit_periksa(pemeran.kota, 2026, [("lkj.txt", CACAT.encode())], by=orang)


def test_trail_names_the_files(pemeran: Pemeran):
    kiriman = _kirim(pemeran, ("lkj.txt", CACAT.encode()))
    jejak = JejakAudit.objects.get(tindakan="periksa.submit")
    assert (jejak.pelaku, jejak.objek_id, jejak.baru) == (pemeran.sari, str(kiriman.pk), {"laporan": ["lkj.txt"]})


def test_who_sees_the_office_sees_its_checks(pemeran: Pemeran):
    kiriman = _kirim(pemeran, ("lkj.txt", CACAT.encode()))
    assert list(KirimanPeriksa.objects.visible_to(pemeran.sari)) == [kiriman]
    assert not KirimanPeriksa.objects.visible_to(pemeran.rina).exists()
