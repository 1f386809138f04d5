"""The budget table of the example office, corrected, and the properties of every such tree."""

from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.anggaran import (
    BarisAnggaran,
    PosAnggaran,
    compute_serapan,
    compute_sisa,
    compute_total_anggaran,
    rollup_anggaran,
)
from akuntabel.core.calc.nilai import Cakupan, StatusNilai

INDUK = {
    "076.01.01": None,
    "3355": "076.01.01",
    "3356": "076.01.01",
    "3357": "076.01.01",
    "3360": "076.01.01",
    "076.01.06": None,
    "3364": "076.01.06",
}
DAUN = [
    PosAnggaran("3355.003", "3355", "RM", 20_978_000, 19_470_000),
    PosAnggaran("3355.007", "3355", "RM", 10_772_000, 4_950_000),
    PosAnggaran("3355.008", "3355", "RM", 13_302_000, 4_620_000),
    PosAnggaran("3355.994", "3355", "RM", 1_633_994_000, 1_531_976_466),
    PosAnggaran("3356.008", "3356", "RM", 9_326_000, 0),
    PosAnggaran("3357.001", "3357", "RM", 11_790_000, 2_970_000),
    PosAnggaran("3357.004", "3357", "RM", 1_752_000, 0),
    PosAnggaran("3360.010", "3360", "RM", 4_600_000, 4_290_000),
    PosAnggaran("3360.994", "3360", "RM", 558_940_000, 512_209_800),
    PosAnggaran("3364.002", "3364", "RM", 1_500_000, 0),
    PosAnggaran("3364.004", "3364", "RM", 200_000, 0),
    PosAnggaran("3364.005", "3364", "RM", 800_000, 0),
    PosAnggaran("3364.034", "3364", "RM", 2_312_433_000, 343_059_036),
    PosAnggaran("3364.034", "3364", "HLD", 15_604_135_000, 10_580_173_803),
]


class Ringkas(NamedTuple):
    pagu: int
    realisasi: int | None
    sisa: int | None
    persen: str


def ringkas(baris: BarisAnggaran) -> Ringkas:
    return Ringkas(baris.pagu, baris.realisasi, baris.sisa, f"{baris.persen.require():.2f}")


TABEL = {(baris.kode, baris.sumber_dana): baris for baris in rollup_anggaran(DAUN, INDUK)}


class TestContohBlitar:
    @pytest.mark.parametrize(
        ("kode", "sumber", "harapan"),
        [
            ("3355", "RM", Ringkas(1_679_046_000, 1_561_016_466, 118_029_534, "92.97")),
            ("3356", "RM", Ringkas(9_326_000, 0, 9_326_000, "0.00")),
            ("3357.001", "RM", Ringkas(11_790_000, 2_970_000, 8_820_000, "25.19")),
            ("3357", "RM", Ringkas(13_542_000, 2_970_000, 10_572_000, "21.93")),
            ("3360.994", "RM", Ringkas(558_940_000, 512_209_800, 46_730_200, "91.64")),
            ("076.01.01", "RM", Ringkas(2_265_454_000, 2_080_486_266, 184_967_734, "91.84")),
            ("076.01.06", "RM", Ringkas(2_314_933_000, 343_059_036, 1_971_873_964, "14.82")),
            ("3364", "RM", Ringkas(2_314_933_000, 343_059_036, 1_971_873_964, "14.82")),
            ("3364.034", "HLD", Ringkas(15_604_135_000, 10_580_173_803, 5_023_961_197, "67.80")),
        ],
    )
    def test_parents_are_sums_of_leaves_of_one_source(self, kode: str, sumber: str, harapan: Ringkas) -> None:
        assert ringkas(TABEL[kode, sumber]) == harapan

    def test_totals_stand_per_source_and_for_all(self) -> None:
        total = compute_total_anggaran(DAUN)
        assert [(baris.sumber_dana, baris.pagu, ringkas(baris).persen) for baris in total.per_sumber] == [
            ("RM", 4_580_387_000, "52.91"),
            ("HLD", 15_604_135_000, "67.80"),
        ]
        assert ringkas(total.semua) == Ringkas(20_184_522_000, 13_003_719_105, 7_180_802_895, "64.42")

    def test_rows_come_in_tree_order_with_their_depth(self) -> None:
        urutan = [(baris.kode, baris.tingkat, baris.sumber_dana) for baris in TABEL.values()]
        assert urutan[:3] == [("076.01.01", 1, "RM"), ("3355", 2, "RM"), ("3355.003", 3, "RM")]
        assert urutan[-9:] == [
            ("076.01.06", 1, "RM"),
            ("076.01.06", 1, "HLD"),
            ("3364", 2, "RM"),
            ("3364", 2, "HLD"),
            ("3364.002", 3, "RM"),
            ("3364.004", 3, "RM"),
            ("3364.005", 3, "RM"),
            ("3364.034", 3, "RM"),
            ("3364.034", 3, "HLD"),
        ]


class TestSerapan:
    def test_absorption_is_spending_over_ceiling(self) -> None:
        serapan = compute_serapan(8, 3)
        assert serapan.require() * 2 == 75
        assert serapan.jejak is not None
        assert (serapan.jejak.rumus, serapan.jejak.hasil) == ("RA ÷ PA × 100", "37.5")
        assert [operan.nilai for operan in serapan.jejak.operan] == ["3", "8"]

    def test_no_ceiling_has_no_percentage(self) -> None:
        serapan = compute_serapan(0, 0)
        assert serapan.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
        assert "Pagu 0" in serapan.alasan

    def test_no_spending_is_zero_and_unknown_spending_is_not(self) -> None:
        assert compute_serapan(8, 0).status is StatusNilai.NOL
        assert compute_serapan(8, None).status is StatusNilai.TIDAK_DAPAT_DIHITUNG

    def test_more_may_be_spent_than_allowed(self) -> None:
        assert compute_sisa(8, 10) == -2


BELUM_LENGKAP = {
    baris.kode: baris
    for baris in rollup_anggaran(
        [
            PosAnggaran("1.1", "1", "RM", 100, 50),
            PosAnggaran("1.2", "1", "RM", 900, None),
            PosAnggaran("2.1", "2", "RM", 7, None),
        ],
        {"1": None, "2": None},
    )
}


class TestBelumDiketahui:
    def test_unknown_spending_is_left_out_of_the_parent_with_its_ceiling(self) -> None:
        induk = BELUM_LENGKAP["1"]
        assert (induk.pagu, induk.realisasi, induk.sisa) == (1000, 50, None)
        assert induk.persen.require() == 50
        assert induk.cakupan == Cakupan(1, 2)

    @pytest.mark.parametrize("kode", ["1.2", "2", "2.1"])
    def test_a_row_without_any_known_spending_has_none(self, kode: str) -> None:
        baris = BELUM_LENGKAP[kode]
        assert (baris.realisasi, baris.sisa) == (None, None)
        assert baris.persen.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
        assert "belum diketahui" in baris.persen.alasan
        assert baris.cakupan == Cakupan(0, 1)


class TestPohon:
    def test_codes_without_leaves_give_no_row(self) -> None:
        daun = [PosAnggaran("1.1", "1", "RM", 1, 1)]
        assert [baris.kode for baris in rollup_anggaran(daun, {"1": None, "2": None})] == ["1", "1.1"]

    def test_two_entries_of_one_leaf_and_source_are_one_row(self) -> None:
        pos = PosAnggaran("1", None, "RM", 5, 2)
        (baris,) = rollup_anggaran([pos, pos], {})
        assert (baris.pagu, baris.realisasi, baris.cakupan) == (10, 4, Cakupan(2, 2))

    def test_no_leaves_give_no_rows_and_a_total_that_nobody_knows(self) -> None:
        assert rollup_anggaran([], INDUK) == ()
        semua = compute_total_anggaran([]).semua
        assert (semua.pagu, semua.realisasi, semua.sisa) == (0, None, None)

    @pytest.mark.parametrize(
        ("daun", "induk", "pesan"),
        [
            ([PosAnggaran("1.1", "9", "RM", 1, 1)], {"1": None}, "stuck at 9"),
            ([PosAnggaran("1.1", "1", "RM", 1, 1)], {"1": "2", "2": "1"}, "stuck at 1"),
            ([PosAnggaran("1.1", "1", "RM", 1, 1)], {"1": None, "1.1": None}, "two parents for 1.1"),
        ],
    )
    def test_a_broken_tree_is_a_bug(self, daun: list[PosAnggaran], induk: dict[str, str | None], pesan: str) -> None:
        with pytest.raises(ValueError, match=pesan):
            rollup_anggaran(daun, induk)


@st.composite
def pohon(draw: st.DrawFn) -> tuple[list[PosAnggaran], dict[str, str | None]]:
    """A tree of codes up to any depth, with leaves of several sources below any code."""
    induk: dict[str, str | None] = {}
    for urut in range(draw(st.integers(1, 6))):
        induk[f"k{urut}"] = draw(st.sampled_from([None, *induk]))
    daun = [
        PosAnggaran(f"d{urut}", draw(st.sampled_from(list(induk))), sumber, pagu, terpakai)
        for urut, (sumber, pagu, terpakai) in enumerate(
            draw(
                st.lists(
                    st.tuples(
                        st.sampled_from(["RM", "HLD", "PNBP"]),
                        st.integers(0, 10**14),
                        st.none() | st.integers(0, 10**14),
                    ),
                    min_size=1,
                    max_size=12,
                )
            )
        )
    ]
    return daun, induk


@given(pohon())
def test_every_parent_is_the_sum_of_its_children_and_all_is_the_sum_of_the_tops(
    bahan: tuple[list[PosAnggaran], dict[str, str | None]],
) -> None:
    daun, induk = bahan
    tabel = rollup_anggaran(daun, induk)
    di_atas = induk | {pos.kode: pos.induk for pos in daun}
    urutan = [baris.kode for baris in tabel]
    for baris in tabel:
        anak = [b for b in tabel if di_atas[b.kode] == baris.kode and b.sumber_dana == baris.sumber_dana]
        assert all(urutan.index(turunan.kode) > urutan.index(baris.kode) for turunan in anak)
        if anak:
            assert baris == _sum_of(baris, anak)
    total = compute_total_anggaran(daun)
    assert total.semua == _sum_of(total.semua, list(total.per_sumber))
    for jumlah in total.per_sumber:
        puncak = [b for b in tabel if b.tingkat == 1 and b.sumber_dana == jumlah.sumber_dana]
        assert jumlah == _sum_of(jumlah, puncak)


def _sum_of(jumlah: BarisAnggaran, bagian: list[BarisAnggaran]) -> BarisAnggaran:
    """The row that these parts make, its percentage aside."""
    diketahui = [b.realisasi for b in bagian if b.realisasi is not None]
    sisa = [b.sisa for b in bagian if b.sisa is not None]
    return replace(
        jumlah,
        pagu=sum(b.pagu for b in bagian),
        realisasi=sum(diketahui) if diketahui else None,
        sisa=sum(sisa) if len(sisa) == len(bagian) else None,
        cakupan=Cakupan(sum(b.cakupan.terukur for b in bagian), sum(b.cakupan.dari for b in bagian)),
    )
