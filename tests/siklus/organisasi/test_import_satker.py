"""A real list of offices: parents before children in any order, all problems at once, all or nothing."""

import io
import time
from collections.abc import Iterable

import pytest
import xlsxwriter
from django.core.exceptions import PermissionDenied
from pemeran import Pemeran

from akuntabel.core.readers.isian.baca import read_isian
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.impor_satker import (
    FORMULIR_SATKER,
    RencanaImpor,
    build_templat_satker,
    import_satker,
)
from akuntabel.siklus.organisasi.models import EntitasPelapor, Peran, Satker

KEPALA = "kode;nama;nama_lengkap;jenis;wilayah;induk;kota;entitas;kementerian;alamat;laman"


def _baris(kode: str, induk: str = "", *, nama: str = "", jenis: str = "kota", laman: str = "") -> str:
    nama = nama or f"KPU {kode}"
    return f"{kode};{nama};{nama} Lengkap;{jenis};35;{induk};Blitar;KPU;KPU (BA 076);;{laman}"


def _csv(*daftar: str) -> bytes:
    return "\n".join((KEPALA, *daftar)).encode()


@pytest.fixture
def pengimpor(pemeran: Pemeran) -> Pengguna:
    """The admin of the province."""
    assign_peran(pemeran.admin, pemeran.provinsi, Peran.ADMIN, by=None)
    return pemeran.admin


def _impor(pemeran: Pemeran, isi: bytes, *, is_perbarui: bool = False, nama: str = "satker.csv") -> RencanaImpor:
    return import_satker(nama, isi, akar=pemeran.provinsi, is_perbarui=is_perbarui, by=pemeran.admin)


def _pesan(rencana: RencanaImpor) -> list[str]:
    return [str(m) for m in rencana.masalah]


def test_children_may_stand_before_their_parents(pemeran: Pemeran, pengimpor: Pengguna):
    rencana = _impor(pemeran, _csv(_baris("C", "B"), _baris("B", "A"), _baris("A")))
    assert not rencana.masalah
    a, b, c = (Satker.objects.get(kode=k) for k in "ABC")
    assert (a.induk, b.induk, c.induk) == (pemeran.provinsi, a, b)
    assert c.path == f"{pemeran.provinsi.path}{a.pk:06d}/{b.pk:06d}/{c.pk:06d}/"
    assert EntitasPelapor.objects.get(satker=c).nama == "KPU"
    assert JejakAudit.objects.get(tindakan="satker.import").baru["baru"] == ["A", "B", "C"]


def test_every_problem_is_named_with_row_and_column_and_nothing_is_written(pemeran: Pemeran, pengimpor: Pengguna):
    sebelum = Satker.objects.count()
    rencana = _impor(
        pemeran,
        _csv(
            _baris("A"),
            _baris("A"),
            _baris("B", "TIDAK-ADA"),
            _baris("C", jenis="desa"),
            _baris("D", laman="bukan alamat"),
            _baris("E", "F"),
            _baris("F", "E"),
            _baris("G", "C"),
            ";Tanpa kode;Tanpa kode;kota;35;;Blitar;KPU;KPU;;",
        ),
    )
    pesan = _pesan(rencana)
    for potongan in (
        "baris 3 kolom A (Kode satker): tertulis “A”",
        "baris 4 kolom F (Kode induk): tertulis “TIDAK-ADA”",
        "baris 5 kolom D (Jenis): tertulis “desa”",
        "baris 6 kolom K (Situs web): tertulis “bukan alamat”",
        "baris 7 kolom F (Kode induk): tertulis “F”",
        "baris 8 kolom F (Kode induk): tertulis “E”",
        "baris 10 kolom A (Kode satker): diharapkan",
    ):
        assert any(potongan in p for p in pesan), (potongan, pesan)
    assert len(pesan) == 7  # G is not wrong because the row of its parent is
    assert Satker.objects.count() == sebelum
    assert not JejakAudit.objects.filter(tindakan="satker.import").exists()


def test_an_office_that_stands_changes_only_when_told(pemeran: Pemeran, pengimpor: Pengguna):
    isi = _csv(_baris(pemeran.kota.kode, pemeran.provinsi.kode, nama="KPU Kota Blitar Baru"))
    assert "sudah ada dan isinya berbeda" in _pesan(_impor(pemeran, isi))[0]
    assert Satker.objects.get(pk=pemeran.kota.pk).nama == "KPU Kota Blitar"
    rencana = _impor(pemeran, isi, is_perbarui=True)
    kota = Satker.objects.get(pk=pemeran.kota.pk)
    assert not rencana.masalah
    assert (kota.nama, kota.versi) == ("KPU Kota Blitar Baru", pemeran.kota.versi + 1)
    jejak = JejakAudit.objects.get(tindakan="satker.import")
    assert jejak.lama[kota.kode]["nama"] == "KPU Kota Blitar"
    assert jejak.baru["diperbarui"][kota.kode]["nama"] == "KPU Kota Blitar Baru"


def test_an_empty_cell_erases_nothing(pemeran: Pemeran, pengimpor: Pengguna):
    Satker.objects.filter(pk=pemeran.kota.pk).update(alamat="Jalan Contoh")
    _impor(pemeran, _csv(_baris(pemeran.kota.kode, nama="Nama Lain")), is_perbarui=True)
    assert Satker.objects.get(pk=pemeran.kota.pk).alamat == "Jalan Contoh"


def test_an_import_moves_no_office_and_touches_none_elsewhere(pemeran: Pemeran, pengimpor: Pengguna):
    _impor(pemeran, _csv(_baris("A")))
    pindah = _impor(pemeran, _csv(_baris(pemeran.kota.kode, "A")), is_perbarui=True)
    assert "Impor tidak memindahkan satker" in _pesan(pindah)[0]
    lain = _impor(pemeran, _csv(_baris(pemeran.kota_lain.kode, nama="Direbut")), is_perbarui=True)
    assert "dipakai satker lain" in _pesan(lain)[0]
    bawah_lain = _impor(pemeran, _csv(_baris("Z", pemeran.kota_lain.kode)))
    assert "kode di daftar ini atau kode KPU Provinsi Jawa Timur" in _pesan(bawah_lain)[0]


def test_only_the_admin_of_the_office_above_imports(pemeran: Pemeran):
    for orang in (pemeran.rina, pemeran.supervisor, pemeran.tono, pemeran.admin):
        with pytest.raises(PermissionDenied):
            import_satker("a.csv", _csv(_baris("A")), akar=pemeran.provinsi, is_perbarui=False, by=orang)
    with pytest.raises(PermissionDenied):
        import_satker("a.csv", _csv(_baris("A")), akar=None, is_perbarui=False, by=pemeran.admin)


def test_the_first_set_up_founds_roots(db: None):
    rencana = import_satker("a.csv", _csv(_baris("B", "A"), _baris("A")), akar=None, is_perbarui=False, by=None)
    assert not rencana.masalah
    assert Satker.objects.get(kode="A").induk is None


def test_the_template_is_a_workbook_that_the_import_reads(pemeran: Pemeran, pengimpor: Pengguna):
    hasil = read_isian(FORMULIR_SATKER, "templat.xlsx", build_templat_satker())
    assert hasil.daftar_baris == {"satker": []}
    assert not hasil.masalah


def test_thousands_of_offices_take_seconds(pemeran: Pemeran, pengimpor: Pengguna):
    daftar = [(f"P{n:03d}", "") for n in range(125)]
    daftar += [(f"P{n // 39:03d}-{n % 39:02d}", f"P{n // 39:03d}") for n in range(4875)]
    isi = _workbook(reversed(daftar))
    mulai = time.process_time()
    rencana = _impor(pemeran, isi, nama="satker.xlsx")
    lama = time.process_time() - mulai
    assert not rencana.masalah
    assert Satker.objects.di_bawah(pemeran.provinsi.path).count() == 5000 + 2
    assert lama < 20, f"{lama:.1f} s"


def _workbook(daftar: Iterable[tuple[str, str]]) -> bytes:
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("Satker")
        for kolom, teks in enumerate(KEPALA.split(";")):
            lembar.write_string(0, kolom, teks)
        for baris, (kode, induk) in enumerate(daftar, 1):
            for kolom, teks in enumerate(_baris(kode, induk).split(";")):
                lembar.write_string(baris, kolom, teks)
    return keluaran.getvalue()
