"""The wording help says what could be better and how, and is silent on what is well worded."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from naskah_renstra import AKIP, PARTISIPASI

from akuntabel.core.fakta.paket import read_paket
from akuntabel.core.fakta.perencanaan import Indikator
from akuntabel.siklus.perencanaan.isian import IsiIndikator
from akuntabel.siklus.perencanaan.rumusan import Rumusan
from akuntabel.siklus.perencanaan.saran import daftar_saran, daftar_saran_sasaran

CONTOH = Path(__file__).parents[3] / "contoh/kpu-kota-blitar-2020"
NAIK = {2025: "74", 2026: "75", 2027: "76", 2028: "77", 2029: "78"}


def _kode(rumusan: Rumusan) -> list[str]:
    return [s.kode for s in daftar_saran(rumusan)]


def _isi(indikator: Indikator) -> IsiIndikator:
    nama = {b.name for b in fields(IsiIndikator)} & {b.name for b in fields(Indikator)}
    return IsiIndikator(**{n: getattr(indikator, n) if getattr(indikator, n) is not None else "" for n in nama})


def test_the_indicators_of_the_example_are_well_worded():
    fakta = read_paket(CONTOH)
    target = {t.indikator: {2020: t.target} for t in fakta.daftar_perjanjian_target}
    sasaran = {s.kode: s.nama for s in fakta.daftar_sasaran}
    saran = {i.kode: daftar_saran(Rumusan(_isi(i), target[i.kode], sasaran[i.sasaran])) for i in fakta.daftar_indikator}
    assert len(saran) == 11
    assert {kode: daftar for kode, daftar in saran.items() if daftar} == {}


def test_a_well_worded_indicator_has_no_advice():
    assert _kode(Rumusan(PARTISIPASI, NAIK, "Meningkatnya partisipasi")) == []
    assert _kode(Rumusan(AKIP, {2025: "B", 2026: "BB", 2027: "A"})) == []


KASUS: dict[str, tuple[dict[str, object], str, str]] = {
    "polaritas bertentangan dengan nama": (
        {"nama": "Persentase pemilih tidak terdaftar dalam daftar pemilih"},
        "polaritas-nama",
        "Pilih minimasi",
    ),
    "konflik yang dimaksimalkan": (
        {"nama": "Jumlah pelanggaran pemilihan", "satuan": "kasus"},
        "polaritas-nama",
        "minimasi",
    ),
    "paling banyak": ({"nama": "Persentase paling banyak surat suara rusak"}, "polaritas-nama", "minimasi"),
    "partisipasi yang diminimalkan": ({"arah": "minimasi"}, "polaritas-nama", "Pilih maksimasi"),
    "persen tanpa penyebut": ({"penyebut": ""}, "persen-tanpa-penyebut", "persen dari apa"),
    "satuan ditulis persen": ({"satuan": "persen"}, "satuan-persen", "tulis %"),
    "nama persentase bersatuan orang": ({"satuan": "orang"}, "satuan-nama", "Samakan"),
    "definisi kosong": ({"definisi": " "}, "definisi-kosong", "apa yang dihitung"),
    "definisi sama dengan nama": (
        {"definisi": "Persentase  partisipasi pemilih."},
        "definisi-sama-nama",
        "apa yang termasuk",
    ),
    "tanpa waktu": (
        {"nama": "Persentase kehadiran", "definisi": "Yang hadir dibagi yang diundang.", "sumber_data": "daftar hadir"},
        "tanpa-waktu",
        "kapan diukur",
    ),
    "dua hal": ({"nama": "Persentase partisipasi dan kepuasan pemilih"}, "nama-dua-hal", "dua indikator"),
    "kegiatan": ({"nama": "Terlaksananya sosialisasi pemilih"}, "nama-kegiatan", "Ukur hasilnya"),
    "tanpa ukuran": ({"nama": "Partisipasi pemilih"}, "nama-tanpa-ukuran", "Awali dengan yang diukur"),
    "kata kabur": ({"nama": "Persentase pelayanan yang optimal"}, "nama-kabur", "optimal"),
    "rumus tanpa seratus": ({"rumus": "pengguna / dpt"}, "rumus-tanpa-seratus", "× 100"),
    "pembilang kosong": ({"pembilang": ""}, "pembilang-kosong", "pembilangnya"),
    "rumus terbalik": ({"rumus": "dpt / pengguna * 100"}, "rumus-kata", "sebaliknya"),
    "rumus memakai unsur lain": ({"rumus": "pengguna / dukcapil * 100"}, "rumus-kata", "dukcapil"),
    "persentase dijumlahkan": ({"konsolidasi": "jumlah"}, "konsolidasi-persen", "Pilih rumus"),
    "persentase satker dijumlahkan": ({"agregasi": "jumlah"}, "agregasi-persen", "rasio dari jumlah"),
    "opini bersatuan persen": (
        {"arah": "ordinal", "rumus": "opini", "predikat": "opini-bpk"},
        "satuan-polaritas",
        "opini",
    ),
}


@pytest.mark.parametrize("kasus", KASUS)
def test_every_advice_says_how_to_mend(kasus: str):
    perubahan, kode, cara = KASUS[kasus]
    saran = daftar_saran(Rumusan(replace(PARTISIPASI, **perubahan)))  # type: ignore[arg-type]
    cocok = [s for s in saran if s.kode == kode]
    assert cocok, [s.kode for s in saran]
    assert cara in cocok[0].pesan
    assert cocok[0].letak in {b.name for b in fields(IsiIndikator)}


@pytest.mark.parametrize(
    ("perubahan", "target", "kode"),
    [
        ({}, {2025: "90", 2026: "101.5"}, "target-lebih-seratus"),
        ({}, {2025: "WTP"}, "target-bentuk"),
        ({"arah": "ordinal", "predikat": "akip", "satuan": "predikat"}, {2025: "90"}, "target-bentuk"),
        ({"arah": "rentang"}, {2025: "90"}, "target-bentuk"),
        ({"arah": "tenggat"}, {2025: "90"}, "target-bentuk"),
        ({}, {2025: "80", 2026: "79"}, "target-mundur"),
        ({"arah": "minimasi", "nama": "Persentase surat suara rusak"}, {2025: "8", 2026: "9"}, "target-mundur"),
        ({"arah": "ordinal", "predikat": "akip", "satuan": "predikat"}, {2025: "A", 2026: "B"}, "target-mundur"),
        ({}, dict.fromkeys(NAIK, "77"), "target-sama"),
        ({"desimal": 0}, {2025: "77.5"}, "target-desimal"),
    ],
)
def test_targets_are_held_against_unit_polarity_and_each_other(perubahan, target, kode: str):
    saran = [s for s in daftar_saran(Rumusan(replace(PARTISIPASI, **perubahan), target)) if s.kode == kode]
    assert len(saran) == 1


@pytest.mark.parametrize(
    ("isi", "target"),
    [
        (PARTISIPASI, dict.fromkeys(NAIK, "100")),
        (replace(AKIP, predikat="opini-bpk"), dict.fromkeys(NAIK, "WTP")),
        (PARTISIPASI, {2025: "77", 2026: "77"}),
    ],
)
def test_the_best_target_may_stay(isi: IsiIndikator, target: dict[int, str]):
    assert "target-sama" not in _kode(Rumusan(isi, target))


def test_a_form_that_is_still_empty_is_asked_for_its_definition_only():
    kosong = IsiIndikator(*[""] * 10)
    assert _kode(Rumusan(kosong)) == ["definisi-kosong"]


@pytest.mark.parametrize("nama", ["Meningkatkan kualitas pemilu", "Penyusunan laporan", "Melaksanakan tahapan"])
def test_a_sasaran_is_a_condition_not_a_work(nama: str):
    assert [s.kode for s in daftar_saran_sasaran(nama)] == ["sasaran-kegiatan"]


@pytest.mark.parametrize(
    "nama", ["Meningkatnya kualitas pemilu", "Terlaksananya pemilihan yang aman, damai, jujur, dan adil", ""]
)
def test_a_condition_is_left_alone(nama: str):
    assert daftar_saran_sasaran(nama) == []
