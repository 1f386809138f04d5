"""Danu measures: what is stored, what is refused, and what follows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from kantor_contoh import TAHUN, Kantor

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.pengukuran.actions import (
    IsianSel,
    IsianTidakSahError,
    KunciSel,
    PerluAlasanError,
    check_fakta,
    measure_fakta,
)
from akuntabel.siklus.pengukuran.actions_elemen import Bagian, IsiElemen, draft_elemen, set_bagian
from akuntabel.siklus.pengukuran.hitung import compute_capaian_tahun
from akuntabel.siklus.pengukuran.models import AsalElemen, BentukElemen, Fakta, NilaiTahunan


def test_a_figure_becomes_a_capaian_at_once(kantor: Kantor) -> None:
    hasil = kantor.ukur(a=60, b=80).tahun.find_indikator("1.1")
    assert hasil is not None
    assert hasil.realisasi.nilai.angka == Decimal(75)
    assert hasil.capaian.terbatas.angka == Decimal("96.77419354838709677419354839")


def test_the_annual_value_and_its_parts_are_written_with_the_figure(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    nilai = NilaiTahunan.objects.get(satker=kantor.satker, tahun=TAHUN, kode="1.1")
    assert (nilai.pembilang, nilai.penyebut, nilai.pengali) == (60, 80, 100)
    assert nilai.nilai == 75
    assert nilai.capaian == Decimal("96.77419354838709677419354839")


def test_only_who_measures_may_and_only_in_the_own_office(kantor: Kantor) -> None:
    for orang in (kantor.pemeran.rina, kantor.pemeran.bu_ketua, kantor.pemeran.tono, kantor.pemeran.supervisor):
        with pytest.raises(PermissionDenied, match=r"fakta\.measure"):
            measure_fakta(kantor.satker, TAHUN, 1, [IsianSel(elemen="a", nilai=Decimal(1))], by=orang)
    assert not Fakta.objects.exists()


def test_zero_is_a_measurement_and_missing_is_not_zero(kantor: Kantor) -> None:
    kantor.ukur(a=0, b=80)
    assert kantor.terkini("a").status == StatusNilai.NOL
    hasil = compute_capaian_tahun(kantor.satker, TAHUN).find_indikator("1.1")
    assert hasil is not None
    assert hasil.realisasi.nilai.angka == 0
    kosong = compute_capaian_tahun(kantor.pemeran.kota_lain, TAHUN)
    assert kosong.organisasi.nilai.angka is None


def test_a_status_without_a_figure_needs_its_reason(kantor: Kantor) -> None:
    isian = IsianSel(elemen="a", status=StatusNilai.MENUNGGU_RILIS)
    with pytest.raises(IsianTidakSahError, match="Sebutkan alasan untuk status menunggu rilis"):
        measure_fakta(kantor.satker, TAHUN, 1, [isian], by=kantor.pemeran.danu)
    measure_fakta(kantor.satker, TAHUN, 1, [replace(isian, alasan="dirilis Mei")], by=kantor.pemeran.danu)
    kantor.ukur(b=80)
    hasil = compute_capaian_tahun(kantor.satker, TAHUN).find_indikator("1.1")
    assert hasil is not None
    assert (hasil.capaian.terbatas.status, hasil.capaian.terbatas.alasan) == (
        StatusNilai.MENUNGGU_RILIS,
        "dirilis Mei",
    )


def test_every_wrong_cell_is_named_at_once_and_nothing_is_stored(kantor: Kantor) -> None:
    daftar = [
        IsianSel(elemen="a", nilai=Decimal(1)),
        IsianSel(elemen="b", predikat="WTP"),
        IsianSel(elemen="c", nilai=Decimal(1)),
        IsianSel(elemen="b", jenis_kelamin="X", nilai=Decimal("1e30")),
    ]
    with pytest.raises(IsianTidakSahError) as galat:
        measure_fakta(kantor.satker, TAHUN, 1, daftar, by=kantor.pemeran.danu)
    per_sel = galat.value.per_sel
    assert set(per_sel) == {KunciSel("b"), KunciSel("c"), KunciSel("b", "X")}
    assert per_sel[KunciSel("c")] == ("Elemen c belum disusun untuk tahun 2026; susun dahulu di halaman Elemen.",)
    assert len(per_sel[KunciSel("b")]) == 3  # no figure, a predicate, and two ways to write it down
    assert len(per_sel[KunciSel("b", "X")]) == 3
    assert not Fakta.objects.exists()


def test_a_cell_written_twice_is_refused(kantor: Kantor) -> None:
    dua = [IsianSel(elemen="a", nilai=Decimal(n)) for n in (1, 2)]
    with pytest.raises(IsianTidakSahError, match="tertulis dua kali"):
        check_fakta(kantor.satker, TAHUN, 1, dua)


def test_a_correction_keeps_what_was_there_and_says_why(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    lama = kantor.terkini("a")
    baru = kantor.betulkan("a", 62, alasan="dua TPS terlewat").daftar_fakta[0]
    assert (baru.menggantikan, baru.alasan_perubahan) == (lama, "dua TPS terlewat")
    assert kantor.terkini("a") == baru
    jejak = JejakAudit.objects.filter(tindakan="fakta.measure").latest("pk")
    assert (jejak.lama, jejak.baru) == ({"a": "60"}, {"a": "62"})
    assert jejak.alasan.startswith("dua TPS terlewat")
    assert jejak.pelaku == kantor.pemeran.danu


def test_a_correction_without_a_reason_is_asked_for_it_in_place(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    isian = IsianSel(elemen="a", nilai=Decimal(61), dilihat=kantor.terkini("a").pk)
    with pytest.raises(PerluAlasanError) as galat:
        measure_fakta(kantor.satker, TAHUN, 1, [isian], by=kantor.pemeran.danu)
    assert galat.value.perubahan == {KunciSel("a"): "Sebutkan alasan perubahan; tersimpan 60."}


def test_the_same_figure_again_is_no_correction(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    isian = IsianSel(elemen="a", nilai=Decimal("60.0"), dilihat=kantor.terkini("a").pk)
    hasil = measure_fakta(kantor.satker, TAHUN, 1, [isian], by=kantor.pemeran.danu)
    assert not hasil.daftar_fakta
    assert Fakta.objects.count() == 1
    assert JejakAudit.objects.filter(tindakan="fakta.measure").count() == 1


def test_the_second_of_two_at_one_cell_is_told_and_loses_nothing(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    dilihat = kantor.terkini("a").pk
    kantor.betulkan("a", 61)
    assign_peran(kantor.pemeran.rina, kantor.satker, Peran.PENGELOLA_DATA, by=None)
    isian = IsianSel(elemen="a", nilai=Decimal(62), dilihat=dilihat, alasan_perubahan="hitung ulang", alasan="x")
    with pytest.raises(SudahBerubahError, match="a sudah diubah Danu") as galat:
        measure_fakta(kantor.satker, TAHUN, 1, [isian], by=kantor.pemeran.rina)
    assert galat.value.sekarang == {"a": "61"}
    assert galat.value.versi == kantor.terkini("a").pk
    assert galat.value.oleh == "Danu"


def test_who_saw_an_empty_cell_does_not_write_over_what_came_meanwhile(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    with pytest.raises(SudahBerubahError):
        kantor.ukur(a=99)
    assert kantor.terkini("a").nilai == "60"


def test_a_figure_can_be_taken_back_and_written_again(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    tarik = IsianSel(elemen="a", is_ditarik=True, dilihat=kantor.terkini("a").pk, alasan_perubahan="bukan triwulan ini")
    hasil = measure_fakta(kantor.satker, TAHUN, 1, [tarik], by=kantor.pemeran.danu)
    indikator = hasil.tahun.find_indikator("1.1")
    assert indikator is not None
    assert indikator.realisasi.nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
    assert not Fakta.objects.terkini().filter(elemen__kode="a").exists()
    kantor.ukur(a=61)
    assert kantor.terkini("a").nilai == "61"
    assert Fakta.objects.filter(elemen__kode="a").count() == 3


def test_an_unusual_figure_asks_for_its_reason(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    with pytest.raises(PerluAlasanError) as galat:
        kantor.ukur(triwulan=2, a=130, b=85)
    assert galat.value.lonjakan == {
        KunciSel("a"): "naik 117% dari triwulan I 2026 (60). Sebutkan sebabnya, atau betulkan angkanya."
    }
    isian = IsianSel(elemen="a", nilai=Decimal(130), alasan="dua pemilihan")
    measure_fakta(kantor.satker, TAHUN, 2, [isian], by=kantor.pemeran.danu)
    assert kantor.terkini("a", 2).alasan == "dua pemilihan"


def test_a_figure_is_held_against_the_same_quarter_of_last_year(kantor: Kantor) -> None:
    draft_elemen(kantor.satker, TAHUN - 1, IsiElemen(kode="a", nama="A", satuan="orang"), by=None)
    isian = IsianSel(elemen="a", nilai=Decimal(10))
    measure_fakta(kantor.satker, TAHUN - 1, 1, [isian], by=kantor.pemeran.danu)
    with pytest.raises(PerluAlasanError, match=r"naik 500% dari triwulan I 2025 \(10\)"):
        kantor.ukur(a=60)


def test_an_element_is_written_down_in_one_way_all_year(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    bagian = IsianSel(elemen="a", jenis_kelamin="P", nilai=Decimal(30))
    with pytest.raises(IsianTidakSahError, match="per triwulan tanpa bagian; isi semuanya dengan cara yang sama"):
        measure_fakta(kantor.satker, TAHUN, 2, [bagian], by=kantor.pemeran.danu)
    with pytest.raises(IsianTidakSahError, match="dengan cara yang sama"):
        kantor.ukur(triwulan=None, a=60)


def test_an_element_with_parts_is_filled_by_its_parts(kantor: Kantor) -> None:
    set_bagian(kantor.elemen["a"], [Bagian("L"), Bagian("P")], by=kantor.pemeran.rina)
    with pytest.raises(IsianTidakSahError, match="diisi menurut bagiannya: L, P"):
        kantor.ukur(a=60)


def test_women_without_men_do_not_pass_for_the_whole(kantor: Kantor) -> None:
    kantor.ukur(b=80)
    satu = IsianSel(elemen="a", jenis_kelamin="P", nilai=Decimal(35))
    hasil = measure_fakta(kantor.satker, TAHUN, 1, [satu], by=kantor.pemeran.danu).tahun.find_indikator("1.1")
    assert hasil is not None
    assert hasil.realisasi.nilai.angka is None
    assert hasil.realisasi.nilai.alasan == "bagian ini belum diisi"
    lain = IsianSel(elemen="a", jenis_kelamin="L", nilai=Decimal(25))
    hasil = measure_fakta(kantor.satker, TAHUN, 1, [lain], by=kantor.pemeran.danu).tahun.find_indikator("1.1")
    assert hasil is not None
    assert hasil.realisasi.nilai.angka == 75


def test_a_date_element_takes_a_date(kantor: Kantor) -> None:
    isi = IsiElemen(kode="hari", nama="Hari", satuan="tanggal", bentuk=BentukElemen.TANGGAL)
    draft_elemen(kantor.satker, TAHUN, isi, by=None)
    with pytest.raises(IsianTidakSahError, match="Hari hanya memuat tanggal"):
        kantor.ukur(hari=5)
    isian = IsianSel(elemen="hari", tanggal=date(2026, 12, 9))
    assert measure_fakta(kantor.satker, TAHUN, 1, [isian], by=kantor.pemeran.danu).daftar_fakta[0].isi == "2026-12-09"


def test_what_an_office_above_measures_is_not_measured_here(kantor: Kantor) -> None:
    isi = IsiElemen(kode="opini", nama="Opini BPK", satuan="opini", asal=AsalElemen.INDUK)
    draft_elemen(kantor.pemeran.pusat, TAHUN, isi, by=None)
    with pytest.raises(IsianTidakSahError, match="Nilai ini diukur KPU; satker di bawahnya mengikuti"):
        kantor.ukur(opini=5)


def test_a_year_without_its_quarters_counts_as_the_last(kantor: Kantor) -> None:
    kantor.ukur(triwulan=None, a=60, b=80)
    for triwulan, angka in ((3, None), (4, Decimal(75)), (None, Decimal(75))):
        hasil = compute_capaian_tahun(kantor.satker, TAHUN, triwulan).find_indikator("1.1")
        assert hasil is not None
        assert hasil.realisasi.nilai.angka == angka


def test_the_system_itself_is_not_asked_for_reasons_of_a_jump(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    measure_fakta(kantor.satker, TAHUN, 2, [IsianSel(elemen="a", nilai=Decimal(600))], by=None)
    assert kantor.terkini("a", 2).pencatat is None


def test_nothing_is_measured_before_the_elements_are_there(kantor: Kantor) -> None:
    with pytest.raises(ValidationError, match="belum disusun untuk tahun 2030"):
        measure_fakta(kantor.satker, 2030, 1, [IsianSel(elemen="a", nilai=Decimal(1))], by=kantor.pemeran.danu)
