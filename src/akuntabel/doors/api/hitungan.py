"""Computed figures as the API shows them: exact, with status, unit and trace. Nothing is computed or rounded here."""

import dataclasses
from decimal import Decimal
from typing import Any

from pydantic import Field

from akuntabel.core.calc.agregat import Agregat
from akuntabel.core.calc.jejak import Jejak as JejakHitung
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.calc.pembulatan import format_polos
from akuntabel.doors.api.baris import Angka, Baris


class Operan(Baris):
    """An operand as it entered the formula."""

    nama: str
    nilai: str
    satuan: str
    sumber: str
    bukti: str


class Jejak(Baris):
    """Where a figure comes from: enough to compute it again with a calculator."""

    rumus: str
    operan: list[Operan]
    hasil: str
    kebijakan: str
    dasar: str
    pembulatan: str
    catatan: str
    langkah: list["Jejak"]


class Hitungan(Baris):
    """A figure with its status; nilai is null where there is none, and alasan says why. It is never 0 instead."""

    nilai: Angka | None
    satuan: str
    status: str = Field(description="terukur, nol, atau mengapa tidak ada angkanya")
    alasan: str
    jejak: Jejak | None


class Rekap(Hitungan):
    """A figure made of many: of how many (terukur) of how many (dari)."""

    terukur: int
    dari: int


def build_hitungan(nilai: Nilai, satuan: str, *, jejak: JejakHitung | None = None) -> dict[str, Any]:
    """A figure, to its last digit. jejak: of where the figure has none."""
    ada = nilai.jejak or jejak
    return {
        "nilai": write_angka(nilai.angka),
        "satuan": satuan,
        "status": nilai.status.value,
        "alasan": nilai.alasan,
        "jejak": dataclasses.asdict(ada) if ada else None,
    }


def build_rekap(rekap: Agregat, satuan: str) -> dict[str, Any]:
    """A roll-up."""
    return build_hitungan(rekap.nilai, satuan) | {"terukur": rekap.cakupan.terukur, "dari": rekap.cakupan.dari}


def write_angka(angka: Decimal | None) -> str | None:
    """To its last digit, one way to write a figure."""
    return None if angka is None else format_polos(angka)


def write_rupiah(jumlah: int | None) -> str | None:
    """Whole rupiah; None is not 0."""
    return None if jumlah is None else str(jumlah)
