"""Quarters agree with the annual target by the way they become a year; actions have somebody and money that exists."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perjanjian.actions_rencana_aksi import (
    AksiBaris,
    set_aksi,
    set_target_triwulan,
    submit_rencana_aksi,
)
from akuntabel.siklus.perjanjian.models import PerjanjianTarget
from akuntabel.siklus.perjanjian.pemeriksaan_rencana_aksi import check_rencana_aksi, check_triwulan


def _target(setahun: str, konsolidasi: str, arah: str = "maksimasi", predikat: str = "") -> PerjanjianTarget:
    indikator = Indikator(
        kode="1.1",
        nama="I",
        arah=arah,
        satuan="%",
        predikat=predikat,
        konsolidasi=konsolidasi,
        sumber_realisasi="sendiri",
        agregasi="tidak",
    )
    return PerjanjianTarget(indikator=indikator, target=setahun)


@pytest.mark.parametrize(
    ("setahun", "konsolidasi", "triwulan", "kode"),
    [
        ("12", "jumlah", {1: "3", 2: "3", 3: "3", 4: "3"}, []),
        ("12", "jumlah", {2: "5", 4: "7.0"}, []),
        ("12", "jumlah", {1: "3", 4: "12"}, ["triwulan-tidak-sama-dengan-setahun"]),
        ("90", "terakhir", {1: "20", 2: "40", 4: "90.0"}, []),
        ("90", "terakhir", {1: "20", 2: "90"}, ["target-triwulan-kosong"]),
        ("90", "terakhir", {4: "89"}, ["triwulan-tidak-sama-dengan-setahun"]),
        ("90", "rumus", {1: "95", 4: "90"}, []),
        ("33.33", "rata_rata", {1: "33", 2: "33", 3: "34"}, []),
        ("33.33", "rata_rata", {1: "33", 2: "34"}, ["triwulan-tidak-sama-dengan-setahun"]),
        ("90", "maksimum", {1: "90", 4: "80"}, []),
        ("90", "maksimum", {1: "80", 4: "85"}, ["triwulan-tidak-sama-dengan-setahun"]),
        ("10", "minimum", {1: "12", 2: "10", 3: "11"}, []),
        ("90", "terakhir", {}, ["target-triwulan-kosong"]),
        ("90", "terakhir", {1: "banyak", 4: "90"}, ["target-triwulan-tidak-terbaca"]),
    ],
)
def test_quarters_make_the_year_by_their_consolidation(setahun, konsolidasi, triwulan, kode):
    assert [c.kode for c in check_triwulan(_target(setahun, konsolidasi), triwulan)] == kode


@pytest.mark.parametrize(
    ("setahun", "arah", "predikat", "akhir", "jumlah"),
    [
        ("BB", "ordinal", "akip", "BB", 0),
        ("BB", "ordinal", "akip", "B", 1),
        ("2026-12-09", "tenggat", "", "2026-12-09", 0),
        ("2026-12-09", "tenggat", "", "2026-12-10", 1),
        ("80..90", "rentang", "", "80.0..90", 0),
        ("80..90", "rentang", "", "80..91", 1),
    ],
)
def test_words_days_and_ranges_agree_in_the_last_quarter(setahun, arah, predikat, akhir, jumlah):
    catatan = list(check_triwulan(_target(setahun, "terakhir", arah, predikat), {4: akhir}))
    assert len(catatan) == jumlah


def test_the_message_says_what_was_added_up(pemeran):
    (catatan,) = check_triwulan(_target("12", "jumlah"), {1: "3", 4: "12"})
    assert catatan.kalimat == (
        "Indikator 1.1: tertulis jumlah keempat triwulan 15%, diharapkan target setahun 12%. "
        "Sesuaikan target triwulannya."
    )


def test_an_indicator_without_action_is_a_warning(pemeran, rencana_aksi):
    assert {c.kode: c.tingkat.value for c in check_rencana_aksi(rencana_aksi)} == {"tanpa-aksi": "peringatan"}
    submit_rencana_aksi(rencana_aksi, by=pemeran.rina)
    assert rencana_aksi.status == "diajukan"


def test_everything_in_the_way_is_listed_at_once(pemeran, rencana, rencana_aksi):
    baris = rencana_aksi.perjanjian.daftar_target.get(indikator__kode="1.1")
    set_target_triwulan(rencana_aksi, baris, 4, "70", by=pemeran.rina)
    for isi in (
        {},
        {"pejabat": rencana.ketua, "anggaran": 1},
        {"pejabat": rencana.ketua, "kode_anggaran": "9999"},
        {"pejabat": rencana.ketua, "kode_anggaran": "3357", "anggaran": 40_000_000},
        {"pejabat": rencana.ketua, "kode_anggaran": "3357.001", "anggaran": 10_000_001},
    ):
        set_aksi(rencana_aksi, baris, AksiBaris(uraian="A", triwulan=1, **isi), by=pemeran.rina)
    with pytest.raises(ValidationError) as galat:
        submit_rencana_aksi(rencana_aksi, by=pemeran.rina)
    assert [e.code for e in galat.value.error_list] == [
        "triwulan-tidak-sama-dengan-setahun",
        "tanpa-penanggung-jawab",
        "anggaran-tanpa-kode",
        "kode-di-luar-perjanjian",
        "anggaran-melebihi-pagu",
    ]
    assert "Anggaran 3357: tertulis jumlah aksi Rp50.000.001" in galat.value.messages[-1]


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_submits(pemeran, rencana_aksi, nama: str):
    with pytest.raises(PermissionDenied):
        submit_rencana_aksi(rencana_aksi, by=getattr(pemeran, nama))
