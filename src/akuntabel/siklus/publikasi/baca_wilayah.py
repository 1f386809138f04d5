"""Offices side by side: who has published, in which order, and what their figures come to, always with the coverage.

Figures of several offices are added before they are divided; percentages of capaian are not averaged but counted by
category.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from akuntabel.core.calc.anggaran import compute_serapan
from akuntabel.core.calc.nilai import Cakupan, Nilai
from akuntabel.siklus.publikasi.baca_portal import BERAT, daftar_tahunan
from akuntabel.siklus.publikasi.models import SatkerTerbit, Terbitan


@dataclass(frozen=True)
class Kelompok:
    """An office with all below it, and the annual reports that stand there."""

    satker: SatkerTerbit | None  # None: all
    daftar_satker: tuple[SatkerTerbit, ...]
    daftar_terbitan: tuple[Terbitan, ...]

    @cached_property
    def cakupan(self) -> Cakupan:
        """How many of the offices have published."""
        ada = {s.kode for s in self.daftar_satker}
        return Cakupan(len(ada & {t.kode_satker for t in self.daftar_terbitan}), len(ada))

    @cached_property
    def daftar_berpagu(self) -> tuple[Terbitan, ...]:
        """The reports whose budget and spending are both known."""
        return tuple(t for t in self.daftar_terbitan if t.pagu is not None and t.realisasi is not None)

    @cached_property
    def pagu(self) -> int:
        """The sum of their budgets."""
        return sum(t.pagu or 0 for t in self.daftar_berpagu)

    @cached_property
    def realisasi_anggaran(self) -> int:
        """The sum of their spending."""
        return sum(t.realisasi or 0 for t in self.daftar_berpagu)

    @cached_property
    def serapan(self) -> Nilai | None:
        """Sum by sum; None where no report knows both."""
        return compute_serapan(self.pagu, self.realisasi_anggaran) if self.daftar_berpagu else None

    @cached_property
    def jumlah_per_kategori(self) -> Counter[str]:
        """How many reports earned each word; "" for those without a figure."""
        return Counter(t.kategori for t in self.daftar_terbitan)

    @cached_property
    def jumlah_indikator(self) -> int:
        """Of all reports."""
        return sum(t.jumlah_indikator for t in self.daftar_terbitan)

    @cached_property
    def jumlah_tercapai(self) -> int:
        """Indicators that reached their target."""
        return sum(t.jumlah_tercapai for t in self.daftar_terbitan)


@dataclass(frozen=True, slots=True)
class Peringkat:
    """A place in the league; the same figure, the same place. nomor None: there is no figure to be ranked by."""

    nomor: int | None
    terbitan: Terbitan


@dataclass(frozen=True, slots=True)
class Wilayah:
    """All offices of a region in one year; None where none of them ever published one.

    daftar_kelompok: the branches below, where there are any.
    """

    semua: Kelompok
    tahun: int | None
    daftar_tahun: tuple[int, ...]
    daftar_kelompok: tuple[Kelompok, ...]
    daftar_peringkat: tuple[Peringkat, ...]
    belum: tuple[SatkerTerbit, ...]


def read_wilayah(satker: SatkerTerbit | None, tahun: int | None = None) -> Wilayah | None:
    """The office with all below it (None: everybody) in that year, else the newest. None: nothing of that year."""
    daftar_satker = list(SatkerTerbit.objects.order_by("path"))
    daftar = daftar_tahunan().defer(*BERAT)
    if satker is not None:
        daftar_satker = [s for s in daftar_satker if s.path.startswith(satker.path)]
        daftar = daftar.filter(path__startswith=satker.path)
    daftar_tahun = tuple(daftar.order_by("tahun").values_list("tahun", flat=True).distinct())
    if tahun is None:
        tahun = max(daftar_tahun, default=None)
    elif tahun not in daftar_tahun:
        return None
    terbit = [] if tahun is None else list(daftar.filter(tahun=tahun).order_by("path"))
    semua = Kelompok(satker, tuple(daftar_satker), tuple(terbit))
    ada = {t.kode_satker for t in terbit}
    return Wilayah(
        semua=semua,
        tahun=tahun,
        daftar_tahun=daftar_tahun,
        daftar_kelompok=tuple(_kelompokkan(semua)),
        daftar_peringkat=rank_terbitan(terbit),
        belum=tuple(s for s in daftar_satker if s.kode not in ada),
    )


def rank_terbitan(daftar: Iterable[Terbitan]) -> tuple[Peringkat, ...]:
    """By capaian, the highest first; those without a figure at the end, without a place."""
    # Two figures that differ beyond the millionth would share a place; no published figure prints as many digits.
    berurut = sorted(daftar, key=lambda t: (t.urut_capaian is None, -(t.urut_capaian or 0), t.path))
    hasil: list[Peringkat] = []
    for n, t in enumerate(berurut, 1):
        nomor = None if t.urut_capaian is None else n
        if nomor is not None and hasil and hasil[-1].terbitan.urut_capaian == t.urut_capaian:
            nomor = hasil[-1].nomor
        hasil.append(Peringkat(nomor, t))
    return tuple(hasil)


def _kelompokkan(semua: Kelompok) -> list[Kelompok]:
    """The branches below the top; none where they are single offices, for the league shows those already."""
    daftar_cabang = _cabang(semua)
    if not any(s.kode_induk == c.kode for c in daftar_cabang for s in semua.daftar_satker):
        return []
    return [
        Kelompok(
            c,
            tuple(s for s in semua.daftar_satker if s.path.startswith(c.path)),
            tuple(t for t in semua.daftar_terbitan if t.path.startswith(c.path)),
        )
        for c in daftar_cabang
    ]


def _cabang(semua: Kelompok) -> Sequence[SatkerTerbit]:
    if semua.satker is not None:
        return [s for s in semua.daftar_satker if s.kode_induk == semua.satker.kode]
    pucuk = [s for s in semua.daftar_satker if not s.kode_induk]
    return [s for s in semua.daftar_satker if s.kode_induk == pucuk[0].kode] if len(pucuk) == 1 else pucuk
