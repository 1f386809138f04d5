"""``akuntabel import`` and ``akuntabel export``: what comes out is what went in, and what is wrong is said once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from akuntabel.siklus.organisasi.actions import draft_entitas
from akuntabel.siklus.organisasi.models import Satker
from contoh_paket import CONTOH, copy_contoh
from hasil_cli import Hasil

pytestmark = pytest.mark.django_db
Panggil = Callable[..., Hasil]


def _isi(folder: Path) -> dict[str, bytes]:
    return {b.relative_to(folder).as_posix(): b.read_bytes() for b in sorted(folder.rglob("*")) if b.is_file()}


def test_package_that_was_imported_is_exported_to_the_byte(akuntabel: Panggil, tmp_path: Path):
    masuk = akuntabel("import", CONTOH, "--buat-induk")
    assert masuk.kode == 0
    assert "KPU Kota Blitar tahun 2020 sudah diimpor ke satker 657960 (satker baru)" in masuk.keluar
    keluar = akuntabel("export", "657960", 2020, tmp_path / "paket")
    assert (keluar.kode, keluar.galat) == (0, "")
    assert _isi(tmp_path / "paket") == _isi(CONTOH)
    sidik = [baris for baris in (masuk.keluar + keluar.keluar).splitlines() if baris.startswith("Sidik")]
    assert len(set(sidik)) == 1


def test_package_with_mistakes_is_refused_with_all_of_them(akuntabel: Panggil, tmp_path: Path):
    paket = copy_contoh(tmp_path)
    (paket / "sasaran.csv").write_text("kode,nama,tujuan\n1,,\n")
    hasil = akuntabel("import", paket, "--buat-induk")
    assert hasil.kode == 2
    assert "sasaran.csv baris 2 kolom nama" in hasil.galat
    assert not Satker.objects.exists()


def test_office_without_a_parent_is_told_what_to_do(akuntabel: Panggil):
    hasil = akuntabel("import", CONTOH)
    assert hasil.kode == 2
    assert "tertulis “KPU Provinsi Jawa Timur”" in hasil.galat
    assert "satker itu belum ada" in hasil.galat


def test_unknown_office_is_told_with_those_that_are_there(akuntabel: Panggil, tmp_path: Path):
    assert "belum ada satu pun" in akuntabel("export", "1", 2020, tmp_path / "a").galat
    akuntabel("import", CONTOH, "--buat-induk")
    hasil = akuntabel("export", "1", 2020, tmp_path / "a")
    assert hasil.kode == 2
    assert "Satker 1 tidak ada di basis data" in hasil.galat
    assert "657960" in hasil.galat
    assert akuntabel("import", CONTOH, "--satker", "1").kode == 2


def test_another_entity_of_the_office_is_exported_by_its_code(akuntabel: Panggil, tmp_path: Path):
    akuntabel("import", CONTOH, "--buat-induk")
    satker = Satker.objects.get(kode="657960")
    draft_entitas(satker, kode="sekretariat", nama="Sekretariat", peran_pimpinan="sekretaris", by=None)
    assert akuntabel("export", "657960", 2020, tmp_path / "kpu", "--entitas", "kpu").kode == 0
    assert _isi(tmp_path / "kpu") == _isi(CONTOH)
    hasil = akuntabel("export", "657960", 2020, tmp_path / "a", "--entitas", "dewan")
    assert hasil.kode == 2
    assert "Entitas dewan tidak ada" in hasil.galat
    assert "kpu, sekretariat" in hasil.galat


def test_year_that_is_not_there_says_what_is_missing(akuntabel: Panggil, tmp_path: Path):
    akuntabel("import", CONTOH, "--buat-induk")
    hasil = akuntabel("export", "657960", 2031, tmp_path / "a")
    assert hasil.kode == 2
    assert "Renstra yang berlaku" in hasil.galat
    assert not (tmp_path / "a").exists()


def test_folder_that_holds_something_is_not_written_over(akuntabel: Panggil, tmp_path: Path):
    akuntabel("import", CONTOH, "--buat-induk")
    (tmp_path / "surat.txt").write_text("penting")
    hasil = akuntabel("export", "657960", 2020, tmp_path)
    assert hasil.kode == 2
    assert "folder ini sudah berisi" in hasil.galat
    assert [b.name for b in tmp_path.iterdir()] == ["surat.txt"]


def test_database_of_an_older_program_is_told_before_anything_is_read(akuntabel: Panggil):
    with connection.cursor() as kursor:
        kursor.execute("DELETE FROM django_migrations WHERE app = 'pelaporan'")
    hasil = akuntabel("import", CONTOH)
    assert hasil.kode == 2
    assert "belum sesuai dengan versi program ini" in hasil.galat
