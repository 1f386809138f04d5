"""The program as a user calls it."""

import sys
from collections.abc import Callable

import pytest

from akuntabel.doors.cli.main import main
from hasil_cli import Hasil


@pytest.fixture
def akuntabel(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Hasil]:
    """Call it with arguments, on a screen of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")

    def jalankan(*argumen: object) -> Hasil:
        monkeypatch.setattr(sys, "argv", ["akuntabel", *map(str, argumen)])
        with pytest.raises(SystemExit) as keluar:
            main()
        teks = capsys.readouterr()
        return Hasil(int(keluar.value.code or 0), teks.out, teks.err)

    return jalankan
