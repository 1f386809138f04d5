"""What counts in the figures that cases and stages drive, and which indicators of an office use them."""

from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.core.calc.rumus import RumusTidakSah, parse_rumus
from akuntabel.core.regulasi.pemilihan import PengertianPerkara, daftar_pengertian_perkara
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku
from akuntabel.siklus.perencanaan.models import Indikator


@dataclass(frozen=True, slots=True)
class PemakaianPerkara:
    """A kind of case, what counts of it, and the indicators whose formula asks for its number."""

    pengertian: PengertianPerkara
    daftar_indikator: tuple[Indikator, ...]


def daftar_pemakaian(satker: Satker, tahun: int) -> tuple[PemakaianPerkara, ...]:
    """Every kind with its definition; one without indicators is reported beside them and moves no figure."""
    per_elemen: dict[str, list[Indikator]] = {}
    for indikator in daftar_indikator_berlaku(satker, tahun):
        for elemen in _daftar_elemen(indikator.rumus):
            per_elemen.setdefault(elemen, []).append(indikator)
    return tuple(PemakaianPerkara(p, tuple(per_elemen.get(p.elemen, ()))) for p in daftar_pengertian_perkara().values())


def daftar_indikator_tahapan(satker: Satker, tahun: int) -> tuple[Indikator, ...]:
    """The indicators that are computed from stages."""
    return tuple(
        i
        for i in daftar_indikator_berlaku(satker, tahun)
        if any(e.startswith("tahapan.") for e in _daftar_elemen(i.rumus))
    )


def _daftar_elemen(rumus: str) -> Iterator[str]:
    try:
        yield from dict.fromkeys(parse_rumus(rumus).elemen) if rumus else ()
    except RumusTidakSah:  # the plan says so itself
        return
