"""A bad package: every problem at once, each with file, row, column, what is written, what is expected."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.core.fakta.paket import read_paket
from contoh_paket import CONTOH, copy_contoh


def _masalah(paket: Path) -> tuple[Masalah, ...]:
    with pytest.raises(PaketTidakSahError) as galat:
        read_paket(paket)
    return galat.value.daftar_masalah


def _ganti(berkas: str, lama: str, baru: str) -> Callable[[Path], None]:
    def rusak(paket: Path) -> None:
        isi = (paket / berkas).read_text()
        assert lama in isi
        (paket / berkas).write_text(isi.replace(lama, baru, 1))

    return rusak


def _tambah(berkas: str, baris: str) -> Callable[[Path], None]:
    def rusak(paket: Path) -> None:
        with (paket / berkas).open("a") as f:
            f.write(baris + "\n")

    return rusak


def _timpa(berkas: str, isi: bytes) -> Callable[[Path], None]:
    return lambda paket: (paket / berkas).write_bytes(isi) and None


KEPALA_TARGET = (CONTOH / "perjanjian-target.csv").read_text().splitlines()[0]

KERUSAKAN = [
    (_timpa("datapackage.json", b"{"), "datapackage.json", "JSON yang sah"),
    (_timpa("datapackage.json", b"{}"), "datapackage.json", "versi 1"),
    (lambda p: (p / "hibah.csv").unlink(), "hibah.csv", "berkas ini di dalam paket"),
    (lambda p: (p / "satker.yaml").unlink(), "satker.yaml", "berkas ini di dalam paket"),
    (_timpa("sasaran.csv", b"kode;nama;tujuan\n1;A;\n"), "sasaran.csv", "kolom kode,nama,tujuan"),
    (_timpa("sasaran.csv", b"kode,nama\n1,A\n"), "sasaran.csv", "kolom kode,nama,tujuan"),
    (_timpa("sasaran.csv", b"kode,kode,nama,tujuan\n1,1,A,\n"), "sasaran.csv", "kolom kode,nama,tujuan"),
    (_timpa("sasaran.csv", b""), "sasaran.csv", "kolom kode,nama,tujuan"),
    (_timpa("sasaran.csv", b"kode,nama,tujuan\n1,caf\xe9,\n"), "sasaran.csv", "berkas UTF-8"),
    (_timpa("sasaran.csv", b"kode,nama,tujuan\n1,A\0,\n"), "sasaran.csv", "berkas teks"),
    (_timpa("sasaran.csv", b'kode,nama,tujuan\n1,"A,\n'), "sasaran.csv", "baris CSV yang utuh"),
    (_timpa("sasaran.csv", b"kode,nama,tujuan\n1,A\n"), "sasaran.csv", "3 sel"),
    (_ganti("perjanjian-target.csv", ",77", ',"77,5"'), "perjanjian-target.csv", "angka dengan titik desimal"),
    (_ganti("fakta.csv", "59122", "59.122.0"), "fakta.csv", "bilangan dengan titik desimal"),
    (_ganti("anggaran.csv", "20978000", "20978000.5"), "anggaran.csv", "bilangan bulat"),
    (_ganti("anggaran.csv", "20978000", "-20978000"), "anggaran.csv", "bilangan tidak negatif"),
    (_ganti("indikator.csv", "minimasi", "turun"), "indikator.csv", "salah satu dari maksimasi, minimasi"),
    (_ganti("indikator.csv", "dptb / dpt * 100", "dptb // dpt"), "indikator.csv", "rumus yang sah"),
    (_ganti("indikator.csv", "dptb / dpt * 100", "dptb / dpx * 100"), "indikator.csv", "elemen yang ada"),
    (_tambah("sasaran.csv", "1,Kembar,"), "sasaran.csv", "kunci yang hanya ada sekali"),
    (_tambah("perjanjian-target.csv", "pk-2020,9.9,1"), "perjanjian-target.csv", "kode yang ada di indikator.csv"),
    (_ganti("perjanjian-target.csv", "3.1,B", "3.1,F"), "perjanjian-target.csv", "salah satu predikat"),
    (_ganti("perjanjian-target.csv", "pk-2020,1.2,77\n", ""), "indikator.csv", "target dalam perjanjian"),
    (_ganti("fakta.csv", "menunggu_rilis", "nol"), "fakta.csv", "nilai, predikat, atau tanggal"),
    (_tambah("anggaran.csv", "3355,RM,1,1,,x,"), "anggaran.csv", "kode tanpa anak"),
    (_ganti("laporan.yaml", "kebijakan: kpu", "kebijakan: entah"), "laporan.yaml", "nama kebijakan"),
    (_ganti("laporan.yaml", "tahun: 2020", "tahun: dua"), "laporan.yaml", "bilangan bulat"),
    (_ganti("laporan.yaml", "kebijakan: kpu", "kebijakan: [kpu"), "laporan.yaml", "YAML yang sah"),
    (_ganti("satker.yaml", "kota:", "kotta:"), "satker.yaml", "salah satu dari kode"),
    (_tambah("narasi/simpulan.md", "Capaian {{ capaian.9.9 }}."), "narasi/simpulan.md", "capaian.<kode indikator>"),
    (_timpa("narasi/entah.md", b"x"), "narasi/entah.md", "nama narasi yang dipakai laporan"),
]


@pytest.mark.parametrize(("rusak", "berkas", "diharapkan"), KERUSAKAN)
def test_damage_is_named_with_place_and_remedy(
    rusak: Callable[[Path], None], berkas: str, diharapkan: str, tmp_path: Path
):
    paket = copy_contoh(tmp_path)
    rusak(paket)
    cocok = [m for m in _masalah(paket) if m.berkas == berkas and diharapkan in m.diharapkan]
    assert cocok, "\n".join(str(m) for m in _masalah(paket))
    assert "diharapkan" in str(cocok[0])


def test_problem_says_row_column_and_what_is_written(tmp_path: Path):
    paket = copy_contoh(tmp_path)
    _ganti("fakta.csv", "59122", "59,1")(paket)
    _ganti("fakta.csv", "59,1", '"59,1"')(paket)
    (masalah,) = _masalah(paket)
    nomor = next(n for n, b in enumerate((paket / "fakta.csv").read_text().splitlines(), 1) if "59,1" in b)
    assert str(masalah).startswith(f"fakta.csv baris {nomor} kolom nilai: tertulis “59,1”, diharapkan bilangan")


def test_all_problems_of_all_files_come_at_once(tmp_path: Path):
    paket = copy_contoh(tmp_path)
    _ganti("fakta.csv", "59122", "x")(paket)
    _ganti("fakta.csv", "47393", "y")(paket)
    _ganti("anggaran.csv", "20978000", "z")(paket)
    _ganti("laporan.yaml", "tahun: 2020", "tahun: t")(paket)
    assert {(m.berkas, m.tertulis) for m in _masalah(paket)} == {
        ("laporan.yaml", "t"),
        ("fakta.csv", "x"),
        ("fakta.csv", "y"),
        ("anggaran.csv", "z"),
    }


def test_folder_that_is_no_package_is_refused(tmp_path: Path):
    assert "paket data Akuntabel" in str(_masalah(tmp_path)[0])
    assert "folder paket data" in str(_masalah(tmp_path / "tidak-ada")[0])
    assert "folder paket data" in str(_masalah(CONTOH / "satker.yaml")[0])


def test_evidence_must_bear_the_hash_of_its_content(tmp_path: Path):
    paket = copy_contoh(tmp_path)
    (paket / "bukti").mkdir(exist_ok=True)
    (paket / "bukti" / ("0" * 64 + ".pdf")).write_bytes(b"isi")
    assert "bukti/" in _masalah(paket)[0].diharapkan


DAFTAR_BERKAS = sorted(str(b.relative_to(CONTOH)) for b in CONTOH.rglob("*") if b.is_file())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(DAFTAR_BERKAS), st.integers(0, 5000), st.binary(min_size=1, max_size=6))
def test_no_bytes_break_the_reader(tmp_path_factory: pytest.TempPathFactory, berkas: str, letak: int, sisipan: bytes):
    paket = copy_contoh(tmp_path_factory.mktemp("acak"))
    isi = (paket / berkas).read_bytes()
    (paket / berkas).write_bytes(isi[:letak] + sisipan + isi[letak:])
    try:
        read_paket(paket)
    except PaketTidakSahError as galat:
        assert galat.daftar_masalah  # noqa: PT017 — either outcome is right, any other exception is not
