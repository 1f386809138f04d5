"""Roll-up of the example office: indikator to sasaran to organisation."""

from decimal import Decimal

import pytest
from contoh_kebijakan import KEBIJAKAN

from akuntabel.core.calc.capaian import Realisasi, Target, compute_capaian
from akuntabel.core.calc.kebijakan import Arah, CaraRekap
from akuntabel.core.calc.nilai import Cakupan, Nilai, StatusNilai
from akuntabel.core.calc.rekap import compute_rekap

D = Decimal
RILIS = Nilai.absent(StatusNilai.MENUNGGU_RILIS, "rilis KPU RI")


def test_the_example_office_reaches_91_70() -> None:
    sasaran_1 = [
        Nilai.of(100),
        Nilai.of(D(90908) * 10000 / (D(115301) * 77)),
        Nilai.of(D(47393) * 10000 / (D(59348) * 75)),
        Nilai.of(D(298) * 10000 / (D(632) * 75)),
        Nilai.of(120),
    ]
    sasaran_2 = [Nilai.of(D(10000) / 95), Nilai.of(100), Nilai.of(100)]
    sasaran_3 = [Nilai.of(75), RILIS, RILIS]
    hasil = [compute_rekap(CaraRekap.RATA_RATA, daftar) for daftar in (sasaran_1, sasaran_2, sasaran_3)]
    organisasi = compute_rekap(CaraRekap.RATA_RATA, [sasaran.nilai for sasaran in hasil])

    assert [f"{sasaran.nilai.require():.2f}" for sasaran in hasil] == ["98.35", "101.75", "75.00"]
    assert hasil[2].cakupan == Cakupan(1, 3)
    assert f"{organisasi.nilai.require():.2f}" == "91.70"
    assert organisasi.cakupan == Cakupan(3, 3)


def test_capping_first_keeps_an_over_performer_from_hiding_a_failure() -> None:
    daftar = [compute_capaian(Arah.MAKSIMASI, Target(D(100)), Realisasi(Nilai.of(r)), KEBIJAKAN) for r in (160, 40)]
    assert compute_rekap(CaraRekap.RATA_RATA, [butir.mentah for butir in daftar]).nilai.require() == 100
    assert compute_rekap(CaraRekap.RATA_RATA, [butir.terbatas for butir in daftar]).nilai.require() == 80


@pytest.mark.parametrize(
    ("cara", "harapan"), [(CaraRekap.RATA_RATA, 85), (CaraRekap.MINIMUM, 70), (CaraRekap.RATA_RATA_BERBOBOT, 90)]
)
def test_the_policy_names_the_way(cara: CaraRekap, harapan: int) -> None:
    hasil = compute_rekap(cara, [Nilai.of(100), Nilai.of(70), RILIS], [D(2), D(1), D(7)])
    assert hasil.nilai.require() == harapan
    assert hasil.cakupan == Cakupan(2, 3)


def test_a_weighted_mean_without_weights_is_not_computable() -> None:
    hasil = compute_rekap(CaraRekap.RATA_RATA_BERBOBOT, [Nilai.of(100)])
    assert hasil.nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
    assert "bobot tidak diisi" in hasil.nilai.alasan


def test_a_weight_too_few_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        compute_rekap(CaraRekap.RATA_RATA_BERBOBOT, [Nilai.of(100)], [])
