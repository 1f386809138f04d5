"""Reference tables: sources of funds, plans of KPU, benchmarks, and where each of them was read."""

from decimal import Decimal
from itertools import chain, pairwise

import pytest

from akuntabel.core.regulasi import (
    daftar_analisis_lkj,
    daftar_checklist_reviu,
    daftar_kewajiban,
    daftar_peraturan,
    daftar_renstra_kpu,
    daftar_sumber,
    daftar_sumber_dana,
    daftar_tolok_ukur,
    find_sumber_dana,
)
from akuntabel.core.regulasi.ketentuan import Ketentuan

SEMUA = tuple(
    chain(
        daftar_analisis_lkj(),
        daftar_checklist_reviu(),
        daftar_kewajiban().values(),
        daftar_renstra_kpu().values(),
        daftar_sumber_dana().values(),
        daftar_tolok_ukur().values(),
    )
)


def test_every_entry_says_on_what_it_rests():
    assert len(SEMUA) > 50
    for entri in SEMUA:
        assert isinstance(entri, Ketentuan)
        assert entri.dasar


def test_every_verified_mark_points_at_a_source():
    sumber = {s for e in SEMUA if e.tanda.startswith("V:") for s in e.tanda.removeprefix("V:").split(",")}
    assert sumber
    assert sumber <= set(daftar_sumber())


def test_no_benchmark_is_a_float():
    for tolok_ukur in daftar_tolok_ukur().values():
        assert isinstance(tolok_ukur.nilai, Decimal)
    assert daftar_tolok_ukur()["partisipasi-pemilihan-2020"].nilai == Decimal("76.09")
    assert daftar_tolok_ukur()["target-partisipasi-pemilihan-2020"].is_target


def test_turnout_of_2020_names_its_base():
    for kode, tolok_ukur in daftar_tolok_ukur().items():
        if tolok_ukur.tahun == 2020 and not tolok_ukur.is_target:
            assert "DPTb" in (tolok_ukur.rumus or ""), kode


@pytest.mark.parametrize(
    ("kode", "nama"),
    [("RM", "APBN Rupiah Murni"), ("HLD", "Hibah langsung dalam negeri"), ("PNBP", "Penerimaan negara bukan pajak")],
)
def test_sources_of_funds_have_their_names(kode, nama):
    sumber_dana = find_sumber_dana(kode)
    assert sumber_dana is not None
    assert sumber_dana.nama == nama


def test_unknown_source_of_funds_is_none():
    assert find_sumber_dana("entah") is None


def test_plans_of_kpu_follow_each_other_without_gap():
    periode = list(daftar_renstra_kpu().values())
    assert [p.id for p in periode] == [f"{p.mulai}-{p.selesai}" for p in periode]
    for lama, baru in pairwise(periode):
        assert baru.mulai == lama.selesai + 1


def test_plans_of_kpu_name_known_regulations():
    peraturan = {p.peraturan for p in daftar_renstra_kpu().values()} - {None}
    assert peraturan
    assert peraturan <= set(daftar_peraturan())


def test_the_vision_of_2020_is_not_the_one_printed_in_2020():
    renstra = daftar_renstra_kpu()
    assert (
        renstra["2020-2024"].visi == "Menjadi Penyelenggara Pemilu Serentak yang Mandiri, Profesional dan Berintegritas"
    )
    assert renstra["2025-2029"].visi is None
