"""How an operand is written for a reader."""

import pytest

from akuntabel.core.calc.operan import format_operan


@pytest.mark.parametrize(
    ("nilai", "tampak"),
    [
        ("1234567.0625", "1.234.567,0625"),
        ("-12.5", "-12,5"),
        ("2020-12-09", "9 Desember 2020"),
        ("95..100", "95 s.d. 100"),
        ("2020-01-01..2020-03-31", "1 Januari 2020 s.d. 31 Maret 2020"),
        ("BB", "BB"),
        ("menunggu rilis", "menunggu rilis"),
        ("", ""),
    ],
)
def test_operands_are_written_to_the_last_digit(nilai: str, tampak: str):
    assert format_operan(nilai) == tampak
