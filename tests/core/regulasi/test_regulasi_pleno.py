"""When a rapat pleno is valid."""

from datetime import date

import pytest

from akuntabel.core.regulasi.pleno import daftar_kuorum_pleno, find_kuorum

KPU = "Komisi Pemilihan Umum (BA 076)"
HARI = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("jenis", "anggota", "hadir", "setuju"),
    [
        ("pusat", 7, 5, 4),
        ("provinsi", 7, 5, 4),
        ("provinsi", 6, 5, 4),
        ("provinsi", 5, 4, 3),
        ("kota", 5, 4, 3),
        ("kabupaten", 4, 4, 3),  # a vacant seat counts
        ("kota", 6, 4, 3),
    ],
)
def test_quorum_by_kind_of_office_and_seats(jenis: str, anggota: int, hadir: int, setuju: int):
    kuorum = find_kuorum(KPU, jenis, anggota, HARI)
    assert kuorum is not None
    assert (kuorum.hadir, kuorum.setuju) == (hadir, setuju)


def test_no_rule_is_made_up_for_offices_and_days_without_one():
    assert find_kuorum("Badan Pusat Statistik", "kota", 5, HARI) is None
    assert find_kuorum(KPU, "lain", 5, HARI) is None
    assert find_kuorum(KPU, "kota", 5, date(2017, 8, 15)) is None


def test_fewest_in_favour_are_a_majority_of_the_seats():
    for kuorum in daftar_kuorum_pleno().values():
        assert kuorum.jumlah_anggota / 2 < kuorum.setuju < kuorum.hadir <= kuorum.jumlah_anggota
