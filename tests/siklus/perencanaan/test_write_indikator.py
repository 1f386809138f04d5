"""An indicator keeps every field of its manual; what cannot be computed with is refused, everything at once."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from naskah_renstra import AKIP, PARTISIPASI

from akuntabel.core.fakta.perencanaan import Indikator as FaktaIndikator
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perencanaan.actions.angka_renstra import (
    IsianPendanaan,
    IsianTarget,
    write_pendanaan,
    write_target,
)
from akuntabel.siklus.perencanaan.actions.indikator import draft_indikator, write_indikator
from akuntabel.siklus.perencanaan.models import Indikator, PendanaanRenstra, TargetRenstra
from akuntabel.siklus.perencanaan.target import build_fakta_indikator, show_target_tersimpan


def test_every_field_of_the_core_comes_back(naskah):
    fakta = build_fakta_indikator(Indikator.objects.get(kode="1.1"), sasaran="1", pengampu="divisi-data")
    for nama in FaktaIndikator.__dataclass_fields__:
        diharapkan = {"sasaran": "1", "pengampu": "divisi-data", "predikat": None}.get(
            nama, getattr(PARTISIPASI, nama, None)
        )
        assert getattr(fakta, nama) == diharapkan, nama


def test_all_that_is_wrong_is_said_at_once(pemeran, naskah):
    salah = replace(PARTISIPASI, kode="1 3", rumus="a / (b", desimal=9, predikat="akip", satuan="%\x07")
    with pytest.raises(ValidationError) as galat:
        draft_indikator(naskah.sasaran, salah, by=pemeran.rina)
    assert set(galat.value.message_dict) == {"kode", "rumus", "desimal", "predikat", "satuan"}
    assert "kolom 7" in galat.value.message_dict["rumus"][0]


@pytest.mark.parametrize(
    ("perubahan", "bidang"),
    [
        ({"predikat": ""}, "predikat"),
        ({"predikat": "bintang"}, "predikat"),
        ({"rumus": "a / b"}, "rumus"),
    ],
)
def test_an_ordinal_indicator_needs_its_list_and_one_element(pemeran, naskah, perubahan, bidang: str):
    with pytest.raises(ValidationError) as galat:
        draft_indikator(naskah.sasaran, replace(AKIP, kode="1.9", **perubahan), by=pemeran.rina)
    assert set(galat.value.message_dict) == {bidang}


def test_a_code_stands_once_in_the_plan(pemeran, naskah):
    with pytest.raises(ValidationError, match="sudah dipakai"):
        draft_indikator(naskah.sasaran, replace(PARTISIPASI, kode="1.2"), by=pemeran.rina)


def test_a_unit_of_another_office_cannot_be_responsible(pemeran, naskah):
    asing = pemeran.kota_lain.daftar_unit.create(kode="divisi-data", jenis="divisi", nama="Divisi Data")
    with pytest.raises(ValidationError, match="bukan unit"):
        write_indikator(naskah.partisipasi, PARTISIPASI, pengampu=asing, dilihat=0, by=pemeran.rina)


def test_of_two_editors_the_second_gets_what_is_stored(pemeran, naskah):
    write_indikator(
        naskah.partisipasi, replace(PARTISIPASI, satuan="persen"), pengampu=None, dilihat=0, by=pemeran.rina
    )
    with pytest.raises(SudahBerubahError, match=r"Indikator 1\.1") as galat:
        write_indikator(naskah.partisipasi, replace(PARTISIPASI, nama="X"), pengampu=None, dilihat=0, by=pemeran.rina)
    assert galat.value.sekarang["satuan"] == "persen"


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_writes(pemeran, naskah, nama: str):
    with pytest.raises(PermissionDenied):
        write_indikator(naskah.partisipasi, PARTISIPASI, pengampu=None, dilihat=0, by=getattr(pemeran, nama))


@pytest.mark.parametrize(
    ("arah", "predikat", "ditulis", "disimpan", "ditampilkan"),
    [
        ("maksimasi", "", "77,5 %", "77.5", "77,5"),
        ("maksimasi", "", "77.5", "77.5", "77,5"),
        ("maksimasi", "", "1.250", "1250", "1.250"),
        ("minimasi", "", " 0 ", "0", "0"),
        ("rentang", "", "80 s.d. 90", "80..90", "80 s.d. 90"),
        ("rentang", "", "80–90 %", "80..90", "80 s.d. 90"),
        ("tenggat", "", "9 Desember 2026", "2026-12-09", "9 Desember 2026"),
        ("ordinal", "akip", "bb", "BB", "BB"),
    ],
)
def test_targets_are_written_as_people_write_them(
    pemeran, naskah, arah: str, predikat: str, ditulis: str, disimpan: str, ditampilkan: str
):
    Indikator.objects.filter(pk=naskah.partisipasi.pk).update(arah=arah, predikat=predikat)
    write_target(naskah.renstra, [IsianTarget(naskah.partisipasi.pk, 2026, ditulis, dilihat=0)], by=pemeran.rina)
    baris = TargetRenstra.objects.select_related("indikator").get(indikator=naskah.partisipasi, tahun=2026)
    assert baris.target == disimpan
    assert show_target_tersimpan(baris.target, baris.indikator) == ditampilkan


def test_all_cells_that_cannot_be_read_are_named_and_nothing_is_stored(pemeran, naskah):
    isian = [
        IsianTarget(naskah.partisipasi.pk, 2025, "80", dilihat=0),
        IsianTarget(naskah.partisipasi.pk, 2026, "banyak", dilihat=0),
        IsianTarget(naskah.akip.pk, 2027, "Z", dilihat=0),
        IsianTarget(naskah.akip.pk, 2040, "A"),
    ]
    with pytest.raises(ValidationError) as galat:
        write_target(naskah.renstra, isian, by=pemeran.rina)
    assert len(galat.value.messages) == 3
    assert "Indikator 1.1 tahun 2026: tertulis “banyak”" in galat.value.messages[0]
    assert TargetRenstra.objects.get(indikator=naskah.partisipasi, tahun=2025).target == "74"


def test_an_emptied_cell_has_no_target_and_no_zero(pemeran, naskah):
    write_target(naskah.renstra, [IsianTarget(naskah.partisipasi.pk, 2025, " ", dilihat=0)], by=pemeran.rina)
    assert not TargetRenstra.objects.filter(indikator=naskah.partisipasi, tahun=2025).exists()


@pytest.mark.parametrize("dilihat", [None, 3])
def test_a_cell_that_somebody_else_has_written_is_not_overwritten(pemeran, naskah, dilihat):
    with pytest.raises(SudahBerubahError) as galat:
        write_target(naskah.renstra, [IsianTarget(naskah.partisipasi.pk, 2025, "90", dilihat=dilihat)], by=pemeran.rina)
    assert galat.value.sekarang == {"target": "74"}


def test_funding_is_whole_rupiah_per_code_and_year(pemeran, naskah):
    write_pendanaan(
        naskah.renstra, [IsianPendanaan("CQ", "Penyelenggaraan Pemilu", 2025, 9_007_199_254_740_993)], by=pemeran.rina
    )
    assert PendanaanRenstra.objects.get().pagu == 9_007_199_254_740_993
    with pytest.raises(ValidationError) as galat:
        write_pendanaan(
            naskah.renstra,
            [IsianPendanaan("", "X", 2025, 1), IsianPendanaan("A", "X", 2031, 1), IsianPendanaan("A", "X", 2025, -1)],
            by=pemeran.rina,
        )
    assert len(galat.value.messages) == 3
