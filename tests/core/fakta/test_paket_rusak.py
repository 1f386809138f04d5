"""A bad package: every problem at once, each with file, row, column, what is written, what is expected."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akuntabel.core.fakta.hasil import compute_hasil
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

REVIU = "nama: Sari\njabatan: Inspektur\ntempat: Jakarta\ntanggal: 2019-12-31\nkesimpulan: Andal.\n"

KERUSAKAN = [
    (_timpa("datapackage.json", b"{"), "datapackage.json", "JSON yang sah"),
    (_timpa("datapackage.json", b"[" * 100_000), "datapackage.json", "JSON yang sah"),
    (_timpa("datapackage.json", b"{}"), "datapackage.json", "versi 1"),
    (_timpa("datapackage.json", b'{"akuntabel": "x"}'), "datapackage.json", "versi 1"),
    (_timpa("datapackage.json", b'{"akuntabel": {"versi": 1}, "resources": 5}'), "datapackage.json", "daftar berkas"),
    (lambda p: (p / "hibah.csv").unlink(), "hibah.csv", "berkas ini di dalam paket"),
    (lambda p: (p / "satker.yaml").unlink(), "satker.yaml", "berkas ini di dalam paket"),
    (_timpa("sasaran.csv", b"kode;nama;tujuan\n1;A;\n"), "sasaran.csv", "kolom kode,nama,tujuan"),
    (_timpa("sasaran.csv", b"kode,nama\n1,A\n"), "sasaran.csv", "kolom kode,nama,tujuan"),
    (_timpa("sasaran.csv", b"kode,kode,nama,tujuan\n1,1,A,\n"), "sasaran.csv", "kolom kode,nama,tujuan"),
    (_timpa("sasaran.csv", b""), "sasaran.csv", "kolom kode,nama,tujuan"),
    (_timpa("sasaran.csv", b"kode,nama,tujuan\n1,caf\xe9,\n"), "sasaran.csv", "berkas UTF-8"),
    (_timpa("sasaran.csv", b"kode,nama,tujuan\n1,A\0,\n"), "sasaran.csv", "berkas teks"),
    (_timpa("sasaran.csv", b"kode,nama,tujuan\n1,A\x1b[2J,\n"), "sasaran.csv", "berkas teks"),
    (_timpa("sasaran.csv", b"kode,nama,tujuan,lebih\n1,A,,\n"), "sasaran.csv", "kolom kode,nama,tujuan"),
    (_timpa("sasaran.csv", b"kode,nama,tujuan\n1, A,\n"), "sasaran.csv", "teks tanpa spasi"),
    (_timpa("sasaran.csv", b"kode,nama,tujuan\n1,,\n"), "sasaran.csv", "isian"),
    (_timpa("sasaran.csv", b'kode,nama,tujuan\n1,"A,\n'), "sasaran.csv", "baris CSV yang utuh"),
    (_timpa("sasaran.csv", b"kode,nama,tujuan\n1,A\n"), "sasaran.csv", "3 sel"),
    (_ganti("perjanjian-target.csv", ",77", ',"77,5"'), "perjanjian-target.csv", "angka dengan titik desimal"),
    (_ganti("fakta.csv", "59122", "59.122.0"), "fakta.csv", "bilangan dengan titik desimal"),
    (_ganti("fakta.csv", "59122", "78,8%"), "fakta.csv", "13 sel"),
    (_ganti("fakta.csv", "59122", "78.8%"), "fakta.csv", "bilangan dengan titik desimal"),
    (_ganti("fakta.csv", "59122", "٥٩١٢٢"), "fakta.csv", "bilangan dengan titik desimal"),
    (_ganti("fakta.csv", "59122", "9" * 5000), "fakta.csv", "bilangan dengan titik desimal"),
    (_ganti("fakta.csv", "59122", "0"), "fakta.csv", "status nol tepat bila nilainya 0"),
    (_ganti("fakta.csv", "dpt,2020,", "dpt,2020-TW5,"), "fakta.csv", "2020-TW1 sampai 2020-TW4"),
    (_ganti("fakta.csv", "dpt,2020,", "dpt,2020-TW1,"), "fakta.csv", "cara merinci dpt yang sama dengan baris 2"),
    (_tambah("fakta.csv", "dptb,2020,terukur,,,411,,,,,,,"), "fakta.csv", "cara merinci dptb yang sama"),
    (_ganti("fakta.csv", "dpt,2020,terukur,L,", "dpt,2020,terukur,P,lain"), "fakta.csv", "juga satu baris L untuk dpt"),
    (_ganti("fakta.csv", ",CC,", ",ZZ,"), "fakta.csv", "salah satu dari D, C, CC"),
    (_ganti("pemilihan.csv", "2020-12-09", "9 Desember 2020"), "pemilihan.csv", "tanggal tahun-bulan-hari"),
    (_ganti("pemilihan.csv", "2020-12-09", "2020-02-30"), "pemilihan.csv", "tanggal tahun-bulan-hari"),
    (_ganti("pemilihan.csv", "2020-12-09", "2020-W50-3"), "pemilihan.csv", "tanggal tahun-bulan-hari"),
    (_ganti("anggaran.csv", "20978000", "9" * 5000), "anggaran.csv", "bilangan bulat"),
    (_ganti("revisi.csv", "17881089000", "-17881089000"), "revisi.csv", "bilangan tidak negatif"),
    (_ganti("kode-anggaran.csv", "Lainnya KPU,,", "Lainnya KPU,3355,"), "kode-anggaran.csv", "bukan bawahannya"),
    (_ganti("unit.csv", "KPU Kota Blitar,,", "KPU Kota Blitar,kpu,"), "unit.csv", "bukan bawahannya"),
    (_ganti("bukti.csv", "Tabel 2.1,,", "Tabel 2.1,bukti/x.pdf,"), "bukti.csv", "berkas yang ada di folder bukti/"),
    (_tambah("elemen.csv", "DPTb,Pemilih,orang,terakhir,"), "elemen.csv", "huruf kecil"),
    (_tambah("elemen.csv", "tahapan,Tahapan,buah,terakhir,"), "elemen.csv", "nama lain"),
    (_ganti("indikator.csv", "rasio_dari_jumlah,2,", "rasio_dari_jumlah,500,"), "indikator.csv", "0 sampai 6"),
    (_ganti("indikator.csv", ",ordinal,nilai_akip,", ",ordinal,nilai_akip + 1,"), "indikator.csv", "satu kode elemen"),
    (_ganti("indikator.csv", ",0,akip,", ",0,entah,"), "indikator.csv", "daftar predikat yang dikenal"),
    (_ganti("indikator.csv", ",0,akip,", ",0,,"), "indikator.csv", "nama daftar predikat"),
    (_ganti("indikator.csv", ",2,,divisi-hukum", ",2,akip,divisi-hukum"), "indikator.csv", "kosong (arah bukan"),
    (_ganti("indikator.csv", "dptb / dpt * 100", "nilai_akip / dpt"), "indikator.csv", "elemen yang berisi angka"),
    (_ganti("anggaran.csv", "20978000", "20978000.5"), "anggaran.csv", "bilangan bulat"),
    (_ganti("anggaran.csv", "20978000", "-20978000"), "anggaran.csv", "bilangan tidak negatif"),
    (_ganti("indikator.csv", "minimasi", "turun"), "indikator.csv", "salah satu dari maksimasi, minimasi"),
    (_ganti("indikator.csv", "dptb / dpt * 100", "dptb // dpt"), "indikator.csv", "rumus yang sah"),
    (_ganti("indikator.csv", "dptb / dpt * 100", "dptb / dpx * 100"), "indikator.csv", "elemen yang ada"),
    (_tambah("sasaran.csv", "1,Kembar,"), "sasaran.csv", "kunci yang hanya ada sekali"),
    (_tambah("perjanjian-target.csv", "pk-2020,9.9,1"), "perjanjian-target.csv", "kode yang ada di indikator.csv"),
    (_tambah("riwayat.csv", "1.4,2015,50,,lima puluh,,laporan 2015"), "riwayat.csv", "angka dengan titik desimal"),
    (_tambah("target-renstra.csv", "1.4,2021,80%,renstra"), "target-renstra.csv", "angka dengan titik desimal"),
    (_ganti("perjanjian-target.csv", "3.1,B", "3.1,F"), "perjanjian-target.csv", "salah satu predikat"),
    (_ganti("perjanjian-target.csv", "pk-2020,1.2,77\n", ""), "indikator.csv", "target dalam perjanjian"),
    (_ganti("fakta.csv", "menunggu_rilis", "nol"), "fakta.csv", "nilai, predikat, atau tanggal"),
    (_tambah("anggaran.csv", "3355,RM,1,1,,x,"), "anggaran.csv", "kode tanpa anak"),
    (_ganti("laporan.yaml", "kebijakan: kpu", "kebijakan: entah"), "laporan.yaml", "nama kebijakan"),
    (_ganti("laporan.yaml", "tahun: 2020", "tahun: dua"), "laporan.yaml", "bilangan bulat"),
    (_ganti("laporan.yaml", "tahun: 2020", "tahun: 20"), "laporan.yaml", "tahun empat angka"),
    (_ganti("laporan.yaml", "tahun: 2020\n", ""), "laporan.yaml", "isian (tahun"),
    (_ganti("laporan.yaml", "pereviu: inspektorat", "pereviu: entah"), "laporan.yaml", "kode pada pejabat.csv"),
    (_timpa("reviu.yaml", REVIU.encode()), "reviu.yaml", "tanggal pada tahun 2020 atau sesudahnya"),
    (_timpa("reviu.yaml", b"nama: Sari\n"), "reviu.yaml", "isian (jabatannya"),
    (_ganti("laporan.yaml", "- uu-7-2017", "- uu-0-0000"), "laporan.yaml", "id peraturan yang dikenal"),
    (_ganti("renstra.yaml", "visi: ", "misi: tunggal\nvisi: "), "renstra.yaml", "daftar (baris berawalan"),
    (_timpa("satker.yaml", b""), "satker.yaml", "pasangan nama: isi"),
    (_timpa("satker.yaml", b"nama: " + b"[" * 1500), "satker.yaml", "YAML yang sah"),
    (_timpa("satker.yaml", b"? [a]\n: b\n"), "satker.yaml", "salah satu dari kode"),
    (_ganti("satker.yaml", "kota: Blitar", 'kota: "Bl\\x07itar"'), "satker.yaml", "teks yang dapat dicetak"),
    (_ganti("satker.yaml", "kota: Blitar", 'kota: "Bl\\ud800itar"'), "satker.yaml", "teks yang dapat dicetak"),
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


def test_slot_is_found_by_its_line(tmp_path: Path):
    paket = copy_contoh(tmp_path)
    (paket / "narasi" / "simpulan.md").write_text("Baik.\n\nLalu {{ tahun }},\ndan {{ realisasi.9.9 }}.\n")
    (masalah,) = _masalah(paket)
    assert (masalah.berkas, masalah.baris) == ("narasi/simpulan.md", 4)
    assert masalah.tertulis == "{{ realisasi.9.9 }}"


def test_every_budget_line_is_reckoned_although_its_code_has_no_money(tmp_path: Path):
    paket = copy_contoh(tmp_path)
    _tambah("kode-anggaran.csv", "3355.999,output,Tanpa pagu,3355,,")(paket)
    assert read_paket(paket).daftar_kode_anggaran[-1].kode == "3355.999"


def test_file_that_is_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("akuntabel.core.fakta.paket.BATAS_BERKAS", 2000)
    besar = {m.berkas for m in _masalah(copy_contoh(tmp_path)) if "berkas paling besar" in m.diharapkan}
    assert {"indikator.csv", "fakta.csv"} <= besar


DAFTAR_BERKAS = sorted(str(b.relative_to(CONTOH)) for b in CONTOH.rglob("*") if b.is_file())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(DAFTAR_BERKAS), st.integers(0, 5000), st.binary(min_size=1, max_size=6))
def test_no_bytes_break_the_reader(tmp_path_factory: pytest.TempPathFactory, berkas: str, letak: int, sisipan: bytes):
    paket = copy_contoh(tmp_path_factory.mktemp("acak"))
    isi = (paket / berkas).read_bytes()
    (paket / berkas).write_bytes(isi[:letak] + sisipan + isi[letak:])
    try:
        compute_hasil(read_paket(paket))
    except PaketTidakSahError as galat:
        assert galat.daftar_masalah  # noqa: PT017 — either outcome is right, any other exception is not
