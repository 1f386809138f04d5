"""Targets of an agreement: read by the polarity of their indicator, and shown with their unit."""

from dataclasses import dataclass

from akuntabel.core.calc.capaian import Target, UrutanPredikat
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target, show_target
from akuntabel.core.regulasi import load_predikat
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perencanaan.target import build_fakta_indikator


@dataclass(frozen=True, slots=True)
class TargetTerbaca:
    """A target with what its polarity makes of it; ``diharapkan`` says what was expected where it cannot be read."""

    tertulis: str
    target: Target | None
    diharapkan: str = ""


def parse_target_tersimpan(teks: str, indikator: Indikator) -> TargetTerbaca:
    """A stored target, read by the polarity of its indicator."""
    try:
        return TargetTerbaca(teks, parse_target(teks, build_fakta_indikator(indikator)))
    except TargetTidakTerbacaError as galat:
        return TargetTerbaca(teks, None, galat.diharapkan)


def show_teks_target(teks: str, indikator: Indikator) -> str:
    """A stored target as a reader sees it: ``78,5 %``; unreadable ones as they are."""
    acuan = build_fakta_indikator(indikator)
    try:
        return show_target(parse_target(teks, acuan), acuan).teks
    except TargetTidakTerbacaError:
        return teks


def find_predikat(indikator: Indikator) -> UrutanPredikat | None:
    """The order of predicates of an ordinal indicator."""
    return load_predikat(indikator.predikat) if indikator.predikat else None
