"""Headers as offices spell them, and what each column means."""

import pytest

from akuntabel.core.checker.bacaan.kolom import Kolom, Peran, daftar_kolom
from akuntabel.core.checker.bacaan.tabel import daftar_rangkai_anggaran, daftar_rangkai_kinerja
from akuntabel.core.naskah.terbaca import Letak, TabelTerbaca


def _tabel(kepala: str) -> TabelTerbaca:
    return TabelTerbaca("", tuple(k.strip() for k in kepala.split("|")), (), Letak())


def _ringkas(kolom: tuple[Kolom, ...]) -> dict[int, str]:
    return {k.indeks: k.peran.name for k in kolom}


@pytest.mark.parametrize(
    "kepala",
    [
        "Indikator Kinerja | Target | Realisasi | Capaian",
        "Indikator Kerja | Kinerja Target | Kinerja Realisasi | Kinerja Capaian",
        "Indikator Kinerja | Target % | Realisasi % | Capaian %",
        "Indikator Kinerja Utama | Target (%) | Realisasi (%) | Capaian Kinerja (%)",
        "Indikator | Target 2018 | Realisasi 2018 | % capaian",
        "Indikator | Target Tahunan | Hasil | Capaian Target",
        "Indikator | Target | Capaian | % Capaian",
        "Indikator | Target | Capaian | Kinerja(%)",
        "Indikator | Target | Capaian | Persen (%)",
        "Indikator | Target | Realisasi | Rasio Capaian",
        "Indikator | Target | Realisasi | Persen (%)",
        "Indikator | Target | Realisasi | Realisasi %",
        "Indikator | Target | Realisasi | Tingkat Pencapaian",
        "Indikator | Capaian Kinerja Target | Capaian Kinerja Realisasi | Capaian Kinerja %",
        "Indikator Capaian Kinerja | Target Capaian | Realisasi Capaian | Persentase",
        "IKU | Tahun 2020 Target | Tahun 2020 Realisasi | Tahun 2020 %",
    ],
)
def test_target_realisasi_and_capaian_are_known_in_every_spelling(kepala: str):
    (rangkai,) = daftar_rangkai_kinerja(_tabel(kepala))
    assert (rangkai.indikator, rangkai.target, rangkai.realisasi, rangkai.capaian) == (0, 1, 2, 3)


@pytest.mark.parametrize(
    ("kepala", "peran"),
    [
        ("Program | Anggaran | Realisasi (Rp) | %", ["URAIAN", "PAGU", "REALISASI_ANGGARAN", "PERSEN"]),
        ("Kegiatan | Pagu | Realisasi Anggaran | Serapan", ["URAIAN", "PAGU", "REALISASI_ANGGARAN", "PERSEN"]),
        ("Kegiatan | Alokasi | Realisasi Keuangan | Sisa", ["URAIAN", "PAGU", "REALISASI_ANGGARAN", "SISA"]),
        ("Uraian | Jumlah Dana | Rupiah | %", ["URAIAN", "PAGU", "REALISASI_ANGGARAN", "PERSEN"]),
        ("Uraian | Pagu Awal | Pagu Revisi | Selisih", ["URAIAN", "SEMULA", "MENJADI", "SELISIH"]),
        ("Uraian | Semula | Menjadi | Bertambah/(Berkurang)", ["URAIAN", "SEMULA", "MENJADI", "SELISIH"]),
        ("Uraian | Sebelum Perubahan | Setelah Perubahan", ["URAIAN", "SEMULA", "MENJADI"]),
        ("Program | Target (Rp) | Realisasi (Rp)", ["URAIAN", "PAGU", "REALISASI_ANGGARAN"]),
    ],
)
def test_columns_of_money_are_known_in_every_spelling(kepala: str, peran: list[str]):
    assert list(_ringkas(daftar_kolom(_tabel(kepala))).values()) == peran


def test_performance_and_money_in_one_table_are_told_apart():
    tabel = _tabel("Indikator | Target | Realisasi | Capaian | Pagu | Realisasi | %")
    (kinerja,), (anggaran,) = daftar_rangkai_kinerja(tabel), daftar_rangkai_anggaran(tabel)
    assert (kinerja.target, kinerja.realisasi, kinerja.capaian) == (1, 2, 3)
    assert (anggaran.pagu, anggaran.realisasi, anggaran.persen) == (4, 5, 6)


def test_a_percent_of_realisasi_beside_rupiah_is_not_a_capaian():
    kolom = daftar_kolom(_tabel("Indikator | Target % | Realisasi % | Realisasi (Rp)"))
    assert _ringkas(kolom) == {0: "INDIKATOR", 1: "TARGET", 2: "REALISASI", 3: "REALISASI_ANGGARAN"}


def test_each_year_of_a_wide_table_is_a_group_of_its_own():
    tabel = _tabel(
        "Indikator | Target 2018 | Realisasi 2018 | Capaian 2018 | Target 2019 | Realisasi 2019 | Capaian 2019"
    )
    rangkai = list(daftar_rangkai_kinerja(tabel))
    assert [(r.tahun, r.target, r.realisasi, r.capaian) for r in rangkai] == [(2018, 1, 2, 3), (2019, 4, 5, 6)]


@pytest.mark.parametrize("kedua", ["Triwulan II", "TW 2", "TW-II"])
def test_each_quarter_is_a_group_of_its_own_however_it_is_spelled(kedua: str):
    tabel = _tabel(
        "Indikator | Target TW I | Realisasi Triwulan 1 | Capaian TW.1"
        f" | Target Triwulan II | Realisasi {kedua} | Capaian {kedua}"
    )
    rangkai = list(daftar_rangkai_kinerja(tabel))
    assert [(r.periode, r.target, r.capaian) for r in rangkai] == [("triwulan 1", 1, 3), ("triwulan 2", 4, 6)]


@pytest.mark.parametrize(
    "kepala",
    [
        "Indikator | Target | Realisasi TW I | Realisasi TW II | Capaian",  # of which quarter?
        "Indikator | 2018 | 2019 | 2020",
        "Indikator | Target 2019-2020 | Realisasi 2019-2020 | Capaian",
        "Indikator | Target 2020 | Target 2024 | Realisasi | Capaian",
        "Kategori | Target",
    ],
)
def test_what_is_not_certain_is_left_alone(kepala: str):
    assert list(daftar_rangkai_kinerja(_tabel(kepala))) == []


def test_a_column_that_no_pattern_knows_has_no_meaning():
    assert all(k.peran is not Peran.CAPAIAN for k in daftar_kolom(_tabel("Keterangan | Kinerja | Nilai")))
