"""Many values become one: what is missing is neither added nor forgotten."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.agregat import (
    Agregat,
    last_nilai,
    max_nilai,
    mean_nilai,
    min_nilai,
    ratio_of_sums,
    sum_nilai,
    weighted_mean_nilai,
)
from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.nilai import Cakupan, Nilai, StatusNilai

D = Decimal
MENUNGGU = Nilai.absent(StatusNilai.MENUNGGU_RILIS, "rilis KPU RI")
BELUM = Nilai.absent(StatusNilai.BELUM_JATUH_TEMPO, "triwulan IV")

Gabung = Callable[[Sequence[Nilai]], Agregat]
SEMUA: list[Gabung] = [sum_nilai, mean_nilai, min_nilai, max_nilai, last_nilai]

angka = st.decimals(D("-1e20"), D("1e20"), places=6)
nilai = st.one_of(angka.map(Nilai.of), st.sampled_from([MENUNGGU, BELUM]))


def rata_setara(daftar: Sequence[Nilai]) -> Agregat:
    return weighted_mean_nilai([(butir, D(1)) for butir in daftar])


@pytest.mark.parametrize(
    ("gabung", "harapan"),
    [
        (sum_nilai, "12"),
        (mean_nilai, "4"),
        (rata_setara, "4"),
        (min_nilai, "0"),
        (max_nilai, "9"),
        (last_nilai, "3"),
    ],
)
def test_only_what_exists_is_counted_and_zero_exists(gabung: Gabung, harapan: str) -> None:
    hasil = gabung([Nilai.of(9), MENUNGGU, Nilai.of(0), Nilai.of(3), BELUM])
    assert hasil.nilai.require() == D(harapan)
    assert hasil.cakupan == Cakupan(3, 5)
    assert hasil.per_status == {
        StatusNilai.TERUKUR: 2,
        StatusNilai.NOL: 1,
        StatusNilai.BELUM_JATUH_TEMPO: 1,
        StatusNilai.MENUNGGU_RILIS: 1,
    }
    assert hasil.nilai.jejak is not None
    assert hasil.nilai.jejak.catatan == "3 dari 5 dihitung; 1 belum jatuh tempo; 1 menunggu rilis"


@pytest.mark.parametrize("gabung", [*SEMUA, rata_setara])
def test_values_missing_alike_give_a_value_missing_in_that_way(gabung: Gabung) -> None:
    hasil = gabung([MENUNGGU, MENUNGGU])
    assert hasil.nilai.status is StatusNilai.MENUNGGU_RILIS
    assert hasil.nilai.alasan == "rilis KPU RI"
    assert hasil.cakupan == Cakupan(0, 2)


@pytest.mark.parametrize("gabung", SEMUA)
def test_values_missing_differently_are_not_computable_for_all_their_reasons(gabung: Gabung) -> None:
    hasil = gabung([MENUNGGU, BELUM])
    assert hasil.nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
    assert hasil.nilai.alasan == "rilis KPU RI; triwulan IV"


def test_a_missing_value_without_a_reason_is_explained_by_the_coverage() -> None:
    hasil = sum_nilai([Nilai.absent(StatusNilai.MENUNGGU_RILIS, "")])
    assert hasil.nilai.alasan == "0 dari 1 dihitung; 1 menunggu rilis"


@pytest.mark.parametrize("gabung", [*SEMUA, rata_setara])
def test_nothing_at_all_is_not_zero(gabung: Gabung) -> None:
    hasil = gabung([])
    assert hasil.nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
    assert hasil.cakupan == Cakupan(0, 0)
    assert hasil.per_status == {}


def test_the_trace_lists_every_value_and_keeps_their_traces() -> None:
    asal = Jejak("R ÷ T × 100")
    jejak = mean_nilai([Nilai.of(90, asal), MENUNGGU, Nilai.of(D("70.0"))]).nilai.jejak
    assert jejak is not None
    assert jejak.hasil == "80"
    assert jejak.operan == (
        Operan("nilai ke-1", "90"),
        Operan("nilai ke-2", "menunggu rilis"),
        Operan("nilai ke-3", "70"),
    )
    assert jejak.langkah == (asal,)


class TestBobot:
    def test_the_weight_of_a_missing_value_is_left_out(self) -> None:
        hasil = weighted_mean_nilai([(Nilai.of(100), D(1)), (MENUNGGU, D(5)), (Nilai.of(60), D(3))])
        assert hasil.nilai.require() == 70
        assert hasil.cakupan == Cakupan(2, 3)
        assert hasil.nilai.jejak is not None
        assert hasil.nilai.jejak.operan[3:] == (
            Operan("bobot ke-1", "1"),
            Operan("bobot ke-2", "5"),
            Operan("bobot ke-3", "3"),
        )

    def test_weights_of_zero_give_no_mean(self) -> None:
        hasil = weighted_mean_nilai([(Nilai.of(100), D(0)), (MENUNGGU, D(5))])
        assert hasil.nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
        assert "Jumlah bobot" in hasil.nilai.alasan

    def test_a_negative_weight_is_a_bug(self) -> None:
        with pytest.raises(ValueError, match="negative weight"):
            weighted_mean_nilai([(Nilai.of(100), D(-1))])


class TestRasio:
    def test_percentages_of_offices_are_never_averaged(self) -> None:
        # 90 % of a small office and 50 % of a large one are not 70 %.
        hasil = ratio_of_sums([Nilai.of(90), Nilai.of(500)], [Nilai.of(100), Nilai.of(1000)])
        assert f"{hasil.nilai.require():.6f}" == "0.536364"
        assert hasil.nilai.jejak is not None
        assert [operan.nilai for operan in hasil.nilai.jejak.operan] == ["590", "1100"]

    def test_an_office_counts_only_with_both_figures(self) -> None:
        asal = Jejak("rekap TPS")
        hasil = ratio_of_sums(
            [Nilai.of(1), MENUNGGU, Nilai.of(7, asal), Nilai.of(0)], [Nilai.of(2), Nilai.of(3), BELUM, Nilai.of(2)]
        )
        assert hasil.nilai.require() == D("0.25")
        assert hasil.cakupan == Cakupan(2, 4)
        assert hasil.per_status == {
            StatusNilai.TERUKUR: 1,
            StatusNilai.NOL: 1,
            StatusNilai.BELUM_JATUH_TEMPO: 1,
            StatusNilai.MENUNGGU_RILIS: 1,
        }
        assert hasil.nilai.jejak is not None
        assert hasil.nilai.jejak.langkah == ()

    def test_no_complete_office_gives_no_ratio(self) -> None:
        assert ratio_of_sums([MENUNGGU], [Nilai.of(3)]).nilai.status is StatusNilai.MENUNGGU_RILIS
        assert ratio_of_sums([], []).nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG

    def test_denominators_that_add_up_to_zero_give_no_ratio(self) -> None:
        hasil = ratio_of_sums([Nilai.of(1)], [Nilai.of(0)])
        assert "penyebut adalah 0" in hasil.nilai.alasan
        assert hasil.cakupan == Cakupan(1, 1)

    def test_lists_of_different_length_are_a_bug(self) -> None:
        with pytest.raises(ValueError, match="zip"):
            ratio_of_sums([Nilai.of(1)], [])


@pytest.mark.parametrize("gabung", [sum_nilai, mean_nilai, rata_setara, min_nilai, max_nilai])
@given(data=st.data(), daftar=st.lists(nilai))
def test_the_order_of_values_changes_nothing(gabung: Gabung, data: st.DataObject, daftar: list[Nilai]) -> None:
    satu, dua = gabung(daftar), gabung(data.draw(st.permutations(daftar)))
    assert (satu.nilai.status, satu.nilai.angka) == (dua.nilai.status, dua.nilai.angka)
    assert (satu.cakupan, satu.per_status) == (dua.cakupan, dua.per_status)


@given(daftar=st.lists(nilai, min_size=1))
def test_missing_values_never_move_a_figure(daftar: list[Nilai]) -> None:
    ada = [butir for butir in daftar if butir.is_counted]
    for gabung in SEMUA:
        if ada:
            assert gabung(daftar).nilai.angka == gabung(ada).nilai.angka
        else:
            assert not gabung(daftar).nilai.is_counted


@given(daftar=st.lists(angka, min_size=1))
def test_a_mean_lies_between_the_extremes(daftar: list[Decimal]) -> None:
    assert min(daftar) <= mean_nilai([Nilai.of(butir) for butir in daftar]).nilai.require() <= max(daftar)
