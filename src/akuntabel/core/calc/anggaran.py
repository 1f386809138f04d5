"""Budget: what remains, how much was absorbed, and the tree of codes added up per source of funds.

Money is whole rupiah (int). The key of a row is code × source: 3364.034 of RM and of a grant are two rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.nilai import Cakupan, Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import exact, format_polos, round_hasil


@dataclass(frozen=True, slots=True)
class PosAnggaran:
    """A leaf: the lowest code that a report shows, of one source. realisasi None: not known, which is not 0."""

    kode: str
    induk: str | None
    sumber_dana: str
    pagu: int
    realisasi: int | None


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """A row of the budget table: a leaf or the sum of the leaves under its code, of one source.

    tingkat: depth in the tree, 1 the top; realisasi: the sum of what is known, None where nothing is;
    sisa: None while any realisasi under the row is unknown; persen: serapan over the leaves whose realisasi is
    known; cakupan: how many leaves of how many those are.
    """

    kode: str
    tingkat: int
    sumber_dana: str
    pagu: int
    realisasi: int | None
    sisa: int | None
    persen: Nilai
    cakupan: Cakupan

    @property
    def realisasi_lengkap(self) -> int | None:
        """What was spent under this row; None while any of it is unknown."""
        return None if self.sisa is None else self.realisasi


@dataclass(frozen=True, slots=True)
class TotalAnggaran:
    """The bottom of the budget table: one row per source, and all of them together (kode "", tingkat 0)."""

    per_sumber: tuple[BarisAnggaran, ...]
    semua: BarisAnggaran


def compute_sisa(pagu: int, realisasi: int) -> int:
    """What is left of the ceiling; negative when more was spent than allowed."""
    return pagu - realisasi


def compute_serapan(pagu: int, realisasi: int | None) -> Nilai:
    """Absorption P = RA ÷ PA × 100 in percent (PMK 22/PMK.02/2021); no ceiling, no percentage."""
    pa = Operan("PA (pagu)", str(pagu), "Rp")
    if realisasi is None:
        return Nilai.absent(
            StatusNilai.TIDAK_DAPAT_DIHITUNG,
            "Realisasi anggaran belum diketahui. Isi realisasinya; tulis 0 hanya bila memang tidak ada belanja.",
            Jejak(_RUMUS_SERAPAN, (pa,)),
        )
    operan = (Operan("RA (realisasi anggaran)", str(realisasi), "Rp"), pa)
    if pagu == 0:
        alasan = "Pagu 0, sehingga serapan tidak dapat dihitung."
        return Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan, Jejak(_RUMUS_SERAPAN, operan))
    with exact():
        persen = round_hasil(Decimal(realisasi) * 100 / pagu)
    return Nilai.of(persen, Jejak(_RUMUS_SERAPAN, operan, format_polos(persen)))


def rollup_anggaran(daun: Sequence[PosAnggaran], induk: Mapping[str, str | None]) -> tuple[BarisAnggaran, ...]:
    """All rows of the budget table in tree order, a parent before its children, sources as first given.

    induk: the parent of every code above the leaves, None at the top. Codes without leaves give no row.
    Raises ValueError for a code whose parents are unknown or run in a circle (the reader of a package says so
    to the user before).
    """
    leluhur = dict(induk)
    for pos in daun:
        if leluhur.setdefault(pos.kode, pos.induk) != pos.induk:
            raise ValueError(f"two parents for {pos.kode}: {leluhur[pos.kode]} and {pos.induk}")
    per_kunci: defaultdict[tuple[str, str], list[PosAnggaran]] = defaultdict(list)
    for pos in daun:
        for kode in _climb(pos.kode, leluhur):
            per_kunci[kode, pos.sumber_dana].append(pos)
    daftar_sumber = _list_sumber(daun)
    return tuple(
        _sum_baris(kode, tingkat, sumber, per_kunci[kode, sumber])
        for kode, tingkat in _walk(leluhur)
        for sumber in daftar_sumber
        if (kode, sumber) in per_kunci
    )


def compute_total_anggaran(daun: Sequence[PosAnggaran]) -> TotalAnggaran:
    """The totals per source of funds and of all sources."""
    return TotalAnggaran(
        tuple(
            _sum_baris("", 0, sumber, [pos for pos in daun if pos.sumber_dana == sumber])
            for sumber in _list_sumber(daun)
        ),
        _sum_baris("", 0, "", daun),
    )


_RUMUS_SERAPAN = "RA ÷ PA × 100"


def _list_sumber(daun: Iterable[PosAnggaran]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pos.sumber_dana for pos in daun))


def _climb(kode: str, leluhur: Mapping[str, str | None]) -> Iterator[str]:
    """The code itself and everything above it."""
    dilalui: set[str] = set()
    berikut: str | None = kode
    while berikut is not None:
        if berikut in dilalui or berikut not in leluhur:
            raise ValueError(f"no way from {kode} to the top: stuck at {berikut}")
        dilalui.add(berikut)
        yield berikut
        berikut = leluhur[berikut]


def _walk(leluhur: Mapping[str, str | None]) -> Iterator[tuple[str, int]]:
    """Codes with their depth, a parent before its children, siblings as first given."""
    anak: defaultdict[str | None, list[str]] = defaultdict(list)
    for kode, induk in leluhur.items():
        anak[induk].append(kode)
    tumpukan = [(kode, 1) for kode in reversed(anak[None])]
    while tumpukan:
        kode, tingkat = tumpukan.pop()
        yield kode, tingkat
        tumpukan.extend((turunan, tingkat + 1) for turunan in reversed(anak[kode]))


def _sum_baris(kode: str, tingkat: int, sumber: str, daun: Sequence[PosAnggaran]) -> BarisAnggaran:
    diketahui = [(pos.pagu, pos.realisasi) for pos in daun if pos.realisasi is not None]
    pagu = sum(pos.pagu for pos in daun)
    realisasi = sum(terpakai for _, terpakai in diketahui) if diketahui else None
    is_lengkap = len(diketahui) == len(daun)
    return BarisAnggaran(
        kode,
        tingkat,
        sumber,
        pagu,
        realisasi,
        sisa=compute_sisa(pagu, realisasi) if is_lengkap and realisasi is not None else None,
        # Where a realisasi is unknown its ceiling is left out too: known over known, with the coverage beside it.
        persen=compute_serapan(sum(batas for batas, _ in diketahui) if diketahui else pagu, realisasi),
        cakupan=Cakupan(len(diketahui), len(daun)),
    )
