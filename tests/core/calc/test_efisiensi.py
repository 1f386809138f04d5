"""Efficiency of PMK 22/2021, the simple form, and the geometric mean."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.efisiensi import (
    KeluaranAnggaran,
    compute_efisiensi,
    compute_efisiensi_sederhana,
    geometric_mean,
)
from akuntabel.core.calc.jejak import Jejak
from akuntabel.core.calc.nilai import Cakupan, Nilai, StatusNilai

D = Decimal
RILIS = Nilai.absent(StatusNilai.MENUNGGU_RILIS, "rilis KPU RI")


class TestPmk22:
    @pytest.mark.parametrize(
        ("pagu", "capaian", "terpakai", "mentah", "terbatas", "nilai"),
        [
            (1000, 100, 1000, "0", "0", "50"),
            (1000, 100, 900, "10", "10", "75"),
            (1000, 100, 500, "50", "20", "100"),
            (1000, 100, 1500, "-50", "-20", "0"),
            (1000, 50, 450, "10", "10", "75"),
        ],
    )
    def test_spending_is_compared_with_what_the_result_should_have_cost(
        self, pagu: int, capaian: int, terpakai: int, mentah: str, terbatas: str, nilai: str
    ) -> None:
        hasil = compute_efisiensi([KeluaranAnggaran(pagu, terpakai, Nilai.of(capaian))])
        assert hasil.mentah.require() == D(mentah)
        assert hasil.terbatas.require() == D(terbatas)
        assert hasil.nilai_efisiensi.require() == D(nilai)

    def test_outputs_are_summed_before_they_are_divided(self) -> None:
        hasil = compute_efisiensi([KeluaranAnggaran(100, 50, Nilai.of(100)), KeluaranAnggaran(900, 900, Nilai.of(100))])
        assert hasil.mentah.require() == 5

    def test_the_limit_is_noted_in_the_trace(self) -> None:
        asal = Jejak("R ÷ T × 100")
        hasil = compute_efisiensi([KeluaranAnggaran(1000, 500, Nilai.of(100, asal))])
        jejak = hasil.terbatas.jejak
        assert jejak is not None
        assert (jejak.hasil, jejak.pembulatan) == ("50", "dibatasi 20")
        assert jejak.langkah == (asal,)
        assert hasil.nilai_efisiensi.jejak is not None
        assert hasil.nilai_efisiensi.jejak.langkah == (jejak,)

    def test_an_output_without_achievement_or_spending_is_left_out(self) -> None:
        hasil = compute_efisiensi(
            [
                KeluaranAnggaran(1000, 900, Nilai.of(100)),
                KeluaranAnggaran(5000, 1, RILIS),
                KeluaranAnggaran(5000, None, Nilai.of(100)),
            ]
        )
        assert hasil.mentah.require() == 10
        assert hasil.cakupan == Cakupan(1, 3)

    @pytest.mark.parametrize("daftar", [[], [KeluaranAnggaran(1000, 900, Nilai.of(0))]])
    def test_nothing_achieved_has_no_efficiency(self, daftar: list[KeluaranAnggaran]) -> None:
        hasil = compute_efisiensi(daftar)
        assert hasil.mentah == hasil.terbatas == hasil.nilai_efisiensi
        assert hasil.mentah.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
        assert f"{len(daftar)} dari {len(daftar)} keluaran" in hasil.mentah.alasan


class TestSederhana:
    @pytest.mark.parametrize(
        ("capaian", "serapan", "selisih", "is_efisien"),
        [
            ("100", "64.42", "35.58", True),
            ("120", "100", "20", False),
            ("99.99", "50", "49.99", False),
            ("80", "90", "-10", False),
        ],
    )
    def test_efficient_is_the_target_reached_with_money_left(
        self, capaian: str, serapan: str, selisih: str, is_efisien: bool
    ) -> None:
        hasil = compute_efisiensi_sederhana(Nilai.of(D(capaian)), Nilai.of(D(serapan), Jejak("RA ÷ PA × 100")))
        assert hasil.selisih.require() == D(selisih)
        assert hasil.is_efisien is is_efisien
        assert hasil.selisih.jejak is not None
        assert hasil.selisih.jejak.langkah == (Jejak("RA ÷ PA × 100"),)

    @pytest.mark.parametrize(("capaian", "serapan"), [(RILIS, Nilai.of(50)), (Nilai.of(100), RILIS)])
    def test_a_missing_half_gives_no_verdict(self, capaian: Nilai, serapan: Nilai) -> None:
        hasil = compute_efisiensi_sederhana(capaian, serapan)
        assert hasil.selisih.status is StatusNilai.MENUNGGU_RILIS
        assert hasil.is_efisien is None


class TestRataGeometrik:
    @pytest.mark.parametrize(
        ("daftar", "harapan"),
        [(["122", "80", "142"], "111.4926"), (["100", "90"], "94.8683"), (["100", "0"], "0.0000")],
    )
    def test_the_mean_is_the_root_of_the_product(self, daftar: list[str], harapan: str) -> None:
        hasil = geometric_mean([Nilai.of(D(angka)) for angka in daftar])
        assert f"{hasil.nilai.require():.4f}" == harapan

    def test_it_is_exact_to_28_digits(self) -> None:
        assert str(geometric_mean([Nilai.of(1), Nilai.of(2)]).nilai.require()) == "1.414213562373095048801688724"

    def test_a_missing_value_is_left_out(self) -> None:
        hasil = geometric_mean([Nilai.of(40), RILIS, Nilai.of(90)])
        assert hasil.nilai.require() == 60
        assert hasil.cakupan == Cakupan(2, 3)

    def test_a_negative_value_has_no_root(self) -> None:
        hasil = geometric_mean([Nilai.of(-1), Nilai.of(4)])
        assert hasil.nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
        assert "capaian negatif" in hasil.nilai.alasan

    @given(data=st.data(), daftar=st.lists(st.decimals(D("0.01"), D("1e6"), places=2), min_size=1, max_size=9))
    def test_it_lies_between_the_extremes_in_any_order(self, data: st.DataObject, daftar: list[Decimal]) -> None:
        hasil = geometric_mean([Nilai.of(angka) for angka in daftar]).nilai.require()
        assert min(daftar) <= hasil <= max(daftar)
        acak = data.draw(st.permutations(daftar))
        assert geometric_mean([Nilai.of(angka) for angka in acak]).nilai.require() == hasil
