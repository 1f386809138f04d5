"""Units in the order of their tree, each with how deep it lies."""

from collections.abc import Iterable
from dataclasses import dataclass

from akuntabel.siklus.organisasi.models import Unit


@dataclass(frozen=True, slots=True)
class UnitBerjenjang:
    """A unit and how many stand above it."""

    unit: Unit
    tingkat: int


def susun_unit(daftar: Iterable[Unit]) -> list[UnitBerjenjang]:
    """Each unit followed by those below it."""
    per_induk: dict[int | None, list[Unit]] = {}
    for unit in daftar:
        per_induk.setdefault(unit.induk_id, []).append(unit)

    def turun(induk: int | None, tingkat: int) -> list[UnitBerjenjang]:
        hasil = []
        for unit in per_induk.get(induk, []):
            hasil += [UnitBerjenjang(unit, tingkat), *turun(unit.pk, tingkat + 1)]
        return hasil

    return turun(None, 0)
