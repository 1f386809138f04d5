"""What keeps a draft from being handed on: everything at once, each with its place and how to mend it."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError

from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target
from akuntabel.siklus.perencanaan.models import Indikator, Renstra
from akuntabel.siklus.perencanaan.target import build_fakta_indikator


def check_renstra(renstra: Renstra) -> None:
    """Raises ValidationError with every problem of the draft."""
    daftar = list(_masalah(renstra))
    if daftar:
        raise ValidationError(daftar)


def _masalah(renstra: Renstra) -> Iterator[str]:
    sasaran = list(renstra.daftar_sasaran.prefetch_related("daftar_indikator__daftar_target"))
    if not renstra.visi:
        yield "Visi belum diisi. Tulis bunyi visi Renstra."
    if not renstra.daftar_tujuan.exists():
        yield "Renstra belum memuat tujuan. Tambahkan sedikitnya satu tujuan."
    if not sasaran:
        yield "Renstra belum memuat sasaran strategis. Tambahkan sedikitnya satu sasaran."
    for s in sasaran:
        daftar_indikator = list(s.daftar_indikator.all())
        if not daftar_indikator:
            yield f"Sasaran {s.kode} belum mempunyai indikator. Tambahkan sedikitnya satu indikator."
        for indikator in daftar_indikator:
            yield from _masalah_target(indikator, s.kode)


def _masalah_target(indikator: Indikator, sasaran: str) -> Iterator[str]:
    """A target that could be read when it was typed may not suit the polarity any more."""
    acuan = build_fakta_indikator(indikator, sasaran=sasaran)
    for t in indikator.daftar_target.all():
        try:
            parse_target(t.target, acuan)
        except TargetTidakTerbacaError as galat:
            yield f"Indikator {indikator.kode} target {t.tahun}: tertulis “{t.target}”, diharapkan {galat.diharapkan}."
