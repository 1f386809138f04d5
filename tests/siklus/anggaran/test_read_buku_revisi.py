"""A ledger from files: read as a whole, every mistake with its place, taken over as it was told."""

from pathlib import Path

import pytest

from akuntabel.core.fakta.hasil import compute_hasil_anggaran
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.anggaran.actions_paket import import_revisi
from akuntabel.siklus.anggaran.baca_revisi import build_templat_revisi, read_buku_revisi
from akuntabel.siklus.anggaran.hitung import compute_anggaran_tahun
from akuntabel.siklus.anggaran.models import RevisiDipa
from contoh_paket import CONTOH, read_contoh

REVISI, RINCIAN = (CONTOH / n for n in ("revisi.csv", "revisi-rincian.csv"))


def _baca(*berkas: Path):
    return read_buku_revisi([(b.name, b.read_bytes()) for b in berkas])


def test_the_tables_of_a_package_are_read_as_they_are():
    contoh, buku = read_contoh(), _baca(REVISI, RINCIAN)
    assert (buku.masalah, tuple(buku.daftar)) == ([], contoh.daftar_revisi)
    assert tuple(buku.rincian) == contoh.daftar_rincian_revisi


def test_the_eight_revisions_of_the_example_go_in_and_compute_as_in_the_package(pemeran):
    buku = _baca(REVISI, RINCIAN)
    assert import_revisi(pemeran.kota, 2020, buku.daftar, buku.rincian, by=pemeran.rina) == 9
    hasil, harapan = compute_anggaran_tahun(pemeran.kota, 2020), compute_hasil_anggaran(read_contoh())
    assert hasil.revisi == harapan.revisi
    assert (hasil.ketidakcocokan, hasil.beda_pagu) == ((), None)  # no budget yet that the end could be held against
    jejak = JejakAudit.objects.get(tindakan="revisi_dipa.import")
    assert (jejak.pelaku, len(jejak.baru["revisi"])) == (pemeran.rina, 9)
    assert import_revisi(pemeran.kota, 2020, buku.daftar, buku.rincian, by=pemeran.rina) == 0
    assert RevisiDipa.objects.filter(status="ditetapkan", is_impor=True).count() == 9


def test_revisions_alone_are_enough():
    assert len(_baca(REVISI).daftar) == 9


def test_every_mistake_is_named_with_its_row():
    salah = (
        b"nomor;jenis;semula;menjadi;alasan\n0;awal;5;10;x\n1;pagu_berubah;;12;y\n1;geser;1;2;z\n5000;awal;1;1;w\n"
        b"2;pagu_berubah;10;abc;v\n"
    )
    rincian = b"nomor;kode;sumber_dana;selisih\n1;3355;RM;1,5\n9;3355;RM;1\n"
    buku = read_buku_revisi([("a.csv", salah), ("b.csv", rincian)])
    assert buku.daftar == []
    assert {(m.berkas, m.baris) for m in buku.masalah} >= {
        ("Lembar Revisi", 2), ("Lembar Revisi", 3), ("Lembar Revisi", 4), ("Lembar Revisi", 5), ("Lembar Revisi", 6),
        ("Lembar Revisi Rincian", 2), ("Lembar Revisi Rincian", 3),
    }  # fmt: skip


@pytest.mark.parametrize("isi", [b"", b"\x00\x01", b"PK\x03\x04rusak", b"%PDF-1.4", b"a;b\n1;2\n"])
def test_whatever_is_no_ledger_ends_in_a_message(isi: bytes):
    buku = read_buku_revisi([("x", isi)])
    assert buku.masalah
    assert buku.daftar == []


def test_the_template_that_was_not_filled_in_says_so():
    buku = read_buku_revisi([("templat.xlsx", build_templat_revisi())])
    assert buku.daftar == []
    assert buku.rincian == []
