"""Whose targets bind those of an office: the plan taken from above, and the agreements of the offices above."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from akuntabel.core.regulasi import AcuanTarget, KetentuanTarget, daftar_ketentuan_target
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.models import Indikator, TargetRenstra
from akuntabel.siklus.perjanjian.berlaku import find_perjanjian_berlaku
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja


@dataclass(frozen=True, slots=True)
class TargetAcuan:
    """A target of an office above. ``ketentuan``: the rule that makes it binding in the year, if there is one."""

    asal: str
    target: str
    acuan: AcuanTarget
    ketentuan: KetentuanTarget | None


def daftar_target_acuan(
    satker: Satker, tahun: int, daftar_indikator: Iterable[Indikator]
) -> Mapping[int, list[TargetAcuan]]:
    """By indicator: what the nation and the offices above promise for the same indicator in the same year.

    The same indicator: the very row (one plan for all since 2025), else the same name in an older plan of one's own.
    """
    daftar = list({i.pk: i for i in daftar_indikator}.values())
    hasil: dict[int, list[TargetAcuan]] = {i.pk: [] for i in daftar}
    for t in TargetRenstra.objects.filter(indikator__in=daftar, tahun=tahun).select_related(
        "indikator__sasaran__renstra__satker"
    ):
        renstra = t.indikator.sasaran.renstra
        if renstra.satker_id != satker.pk:
            acuan = AcuanTarget.NASIONAL if renstra.satker.induk_id is None else AcuanTarget.ATASAN
            hasil[t.indikator_id].append(TargetAcuan(str(renstra), t.target, acuan, _ketentuan(satker, tahun, acuan)))
    for atas in daftar_satker_atas(satker):
        acuan = AcuanTarget.NASIONAL if atas.induk_id is None else AcuanTarget.ATASAN
        ketentuan = _ketentuan(satker, tahun, acuan)
        for indikator, asal, target in _padanan(daftar, find_perjanjian_berlaku(atas, tahun)):
            hasil[indikator.pk].append(TargetAcuan(asal, target, acuan, ketentuan))
    return hasil


def daftar_satker_atas(satker: Satker) -> list[Satker]:
    """The offices above, the nearest first."""
    jalur = [int(pk) for pk in satker.path.strip("/").split("/")]  # from the root down to the office itself
    return sorted(Satker.objects.filter(pk__in=jalur[:-1]), key=lambda s: -jalur.index(s.pk))


def _padanan(daftar: list[Indikator], perjanjian: PerjanjianKinerja | None) -> Iterable[tuple[Indikator, str, str]]:
    if perjanjian is None:
        return
    baris = list(perjanjian.daftar_target.select_related("indikator"))
    per_pk = {t.indikator_id: t.target for t in baris}
    per_nama = {_nama(t.indikator): t.target for t in baris}
    for i in daftar:
        target = per_pk.get(i.pk) or per_nama.get(_nama(i))
        if target:
            yield i, str(perjanjian), target


def _nama(indikator: Indikator) -> str:
    return " ".join(indikator.nama.casefold().split())


def _ketentuan(satker: Satker, tahun: int, acuan: AcuanTarget) -> KetentuanTarget | None:
    return next(
        (k for k in daftar_ketentuan_target().values() if k.acuan is acuan and k.is_mengikat(satker.jenis, tahun)), None
    )
