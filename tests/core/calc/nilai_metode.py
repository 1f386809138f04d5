"""How a cell of a worked table is read: a figure, a status, or a list of them."""

from collections.abc import Mapping
from decimal import Decimal

from akuntabel.core.calc.kebijakan import CaraBulat
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import round_desimal

Baris = Mapping[str, str]
Pilihan = Mapping[str, str]

STATUS = {status.label: status for status in StatusNilai if not status.is_counted}


def read_angka(teks: str) -> Decimal:
    """``1.234,5``, ``−7`` or ``298 ÷ 632 × 100``."""
    if "÷" in teks:
        atas, bawah = teks.removesuffix(" × 100").split(" ÷ ")
        return read_angka(atas) / read_angka(bawah) * 100
    return Decimal(teks.replace("−", "-").replace(".", "").replace(",", "."))


def read_nilai(teks: str) -> Nilai:
    return Nilai.absent(STATUS[teks], "contoh") if teks in STATUS else Nilai.of(read_angka(teks))


def read_daftar(teks: str) -> list[Nilai]:
    return [read_nilai(butir.strip()) for butir in teks.split(";")]


def assert_nilai(tertulis: str, nilai: Nilai) -> None:
    """A written figure agrees to the digits that are written; a written status is the status."""
    if tertulis in STATUS:
        assert nilai.status is STATUS[tertulis]
        return
    desimal = len(tertulis.partition(",")[2])
    assert round_desimal(nilai.require(), desimal, CaraBulat.SETENGAH_NAIK) == read_angka(tertulis)
