"""A value and its status: none of the four that are missing is a zero."""

import pytest

from akuntabel.core.calc.nilai import Cakupan, Nilai, StatusNilai


def test_zero_is_a_measurement_with_its_own_status() -> None:
    assert Nilai.of(0).status is StatusNilai.NOL
    assert Nilai.of(0).is_counted
    assert Nilai.of(3).status is StatusNilai.TERUKUR


@pytest.mark.parametrize("status", [status for status in StatusNilai if not status.is_counted])
def test_a_missing_value_has_no_figure(status: StatusNilai) -> None:
    nilai = Nilai.absent(status, "alasannya")
    assert nilai.angka is None
    assert not nilai.is_counted
    with pytest.raises(ValueError, match=r"no figure: .*alasannya"):
        nilai.require()


@pytest.mark.parametrize(
    ("status", "angka"),
    [
        (StatusNilai.TERUKUR, None),
        (StatusNilai.MENUNGGU_RILIS, 3),
        (StatusNilai.TERUKUR, 0),
        (StatusNilai.NOL, 3),
    ],
)
def test_a_status_that_contradicts_its_figure_cannot_be_made(status: StatusNilai, angka: int | None) -> None:
    with pytest.raises(ValueError, match=str(status)):
        Nilai(status, None if angka is None else Nilai.of(angka).angka)


def test_readers_see_words() -> None:
    assert StatusNilai.TIDAK_DIUKUR_TAHUN_INI.label == "tidak diukur tahun ini"
    assert str(Cakupan(31, 35)) == "31 dari 35"
