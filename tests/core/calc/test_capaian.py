"""Capaian by polarity, at its edges, and with its trace."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from contoh_kebijakan import AKIP, KEBIJAKAN, TANPA_BATAS, ukur, with_rumus

from akuntabel.core.calc.capaian import (
    Capaian,
    Realisasi,
    Target,
    UrutanPredikat,
    compute_capaian,
    judge_tercapai,
)
from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.kebijakan import Arah, CaraBulat, Kebijakan, Pembulatan, RumusCapaian
from akuntabel.core.calc.nilai import Nilai, StatusNilai

D = Decimal
TERJADI = Nilai.of(1)  # a predicate or a date was measured; the figure itself plays no part
HILANG = [status for status in StatusNilai if not status.is_counted]


def ukur_predikat(target: Target, realisasi: Realisasi, kebijakan: Kebijakan = TANPA_BATAS) -> Capaian:
    return compute_capaian(Arah.ORDINAL, target, realisasi, kebijakan, predikat=AKIP)


class TestContohBlitar:
    """The indicators of the example office, unrounded operands, cap 120."""

    @pytest.mark.parametrize(
        ("arah", "t", "pembilang", "penyebut", "mentah", "terbatas"),
        [
            (Arah.MAKSIMASI, "77", 90908, 115301, "102.39", "102.39"),
            (Arah.MAKSIMASI, "75", 47393, 59348, "106.47", "106.47"),
            (Arah.MAKSIMASI, "75", 298, 632, "62.87", "62.87"),
            (Arah.MINIMASI, "10", 411, 114890, "196.42", "120.00"),
            (Arah.MAKSIMASI, "95", 1, 1, "105.26", "105.26"),
        ],
    )
    def test_capaian_is_computed_from_unrounded_operands(
        self, arah: Arah, t: str, pembilang: int, penyebut: int, mentah: str, terbatas: str
    ) -> None:
        capaian = ukur(arah, t, D(pembilang) / penyebut * 100, KEBIJAKAN)
        assert f"{capaian.mentah.require():.2f}" == mentah
        assert f"{capaian.terbatas.require():.2f}" == terbatas

    def test_cc_against_b_is_rank_three_of_four(self) -> None:
        capaian = ukur_predikat(Target(predikat="B"), Realisasi(TERJADI, predikat="Cc"), KEBIJAKAN)
        assert capaian.terbatas.require() == 75
        assert capaian.is_tercapai is False
        assert capaian.kategori is not None
        assert capaian.kategori.label == "Cukup berhasil"


class TestRumus:
    @pytest.mark.parametrize(
        ("arah", "t", "r", "harapan"),
        [
            (Arah.MAKSIMASI, "80", "60", "75"),
            (Arah.MAKSIMASI, "80", "0", "0"),
            (Arah.MINIMASI, "10", "12", "80"),
            (Arah.MINIMASI, "10", "0", "200"),
            (Arah.MINIMASI, "10", "25", "-50"),
            (Arah.STABILISASI, "50", "45", "90"),
            (Arah.STABILISASI, "50", "55", "90"),
            (Arah.STABILISASI, "-50", "-45", "90"),
            (Arah.RENTANG, ("80", "90"), "85", "100"),
            (Arah.RENTANG, ("80", "90"), "80", "100"),
            (Arah.RENTANG, ("80", "90"), "90", "100"),
            (Arah.RENTANG, ("80", "90"), "70", "87.5"),
            (Arah.RENTANG, ("80", "90"), "92", "102.2222222222222222222222222"),
            # A range with a direction: the nearer bound is the target.
            (Arah.MAKSIMASI, ("80", "90"), "92", "102.2222222222222222222222222"),
            (Arah.MINIMASI, ("7", "8"), "6.5", "107.1428571428571428571428571"),
            (Arah.MINIMASI, ("7", "8"), "9", "87.5"),
            (Arah.BINER, "1", "1", "100"),
            (Arah.BINER, "1", "0", "0"),
        ],
    )
    def test_each_polarity_has_its_formula(self, arah: Arah, t: str | tuple[str, str], r: str, harapan: str) -> None:
        assert ukur(arah, t, r).mentah.require() == D(harapan)

    @pytest.mark.parametrize(
        ("arah", "rumus", "t", "r", "harapan"),
        [
            (Arah.MINIMASI, RumusCapaian.RASIO_TERBALIK, "10", "20", "50"),
            (Arah.RENTANG, RumusCapaian.SIMETRIS, ("80", "100"), "110", "90"),
            (Arah.MAKSIMASI, RumusCapaian.SELISIH_RELATIF, "-4", "-2", "150"),
            (Arah.MINIMASI, RumusCapaian.SELISIH_RELATIF, "-4", "-2", "50"),
        ],
    )
    def test_a_policy_may_name_another_formula(
        self, arah: Arah, rumus: RumusCapaian, t: str | tuple[str, str], r: str, harapan: str
    ) -> None:
        assert ukur(arah, t, r, with_rumus(arah, rumus)).mentah.require() == D(harapan)

    @pytest.mark.parametrize(("hari", "harapan"), [(8, 100), (9, 100), (10, 0)])
    def test_a_deadline_is_met_on_or_before_its_day(self, hari: int, harapan: int) -> None:
        realisasi = Realisasi(TERJADI, tanggal=date(2020, 12, hari))
        capaian = compute_capaian(Arah.TENGGAT, Target(tanggal=date(2020, 12, 9)), realisasi, TANPA_BATAS)
        assert capaian.mentah.require() == harapan
        assert capaian.is_tercapai is (harapan == 100)

    def test_a_yes_or_no_formula_also_judges_predicates(self) -> None:
        opini = UrutanPredikat("opini", {"TMP": 1, "TW": 2, "WDP": 3, "WTP": 4})
        kebijakan = with_rumus(Arah.ORDINAL, RumusCapaian.BINER)
        capaian = compute_capaian(
            Arah.ORDINAL, Target(predikat="WTP"), Realisasi(TERJADI, predikat="WDP"), kebijakan, predikat=opini
        )
        assert capaian.mentah.require() == 0

    def test_scores_are_preferred_to_ranks_where_both_are_known(self) -> None:
        kebijakan = with_rumus(Arah.ORDINAL, RumusCapaian.SKOR)
        target, realisasi = Target(predikat="B", skor=D(60)), Realisasi(TERJADI, predikat="CC", skor=D(57))
        assert ukur_predikat(target, realisasi, kebijakan).mentah.require() == 95
        assert ukur_predikat(target, replace(realisasi, skor=None), kebijakan).mentah.require() == 75
        assert ukur_predikat(Target(predikat="B"), realisasi, kebijakan).mentah.require() == 75


class TestTepi:
    @pytest.mark.parametrize("status", HILANG)
    def test_a_missing_realisasi_stays_missing_with_its_reason(self, status: StatusNilai) -> None:
        asal = Jejak("rilis KPU RI")
        realisasi = Realisasi(Nilai.absent(status, "belum terbit", asal))
        capaian = compute_capaian(Arah.MAKSIMASI, Target(D(72)), realisasi, KEBIJAKAN)
        assert capaian.mentah == capaian.terbatas
        assert (capaian.mentah.status, capaian.mentah.alasan) == (status, "belum terbit")
        assert capaian.kategori is None
        assert capaian.is_tercapai is None
        assert capaian.mentah.jejak is not None
        assert capaian.mentah.jejak.operan[1].nilai == status.label
        assert capaian.mentah.jejak.langkah == (asal,)

    @pytest.mark.parametrize(
        ("arah", "r", "harapan", "is_tercapai"),
        [
            (Arah.MAKSIMASI, "0", 100, True),
            (Arah.MAKSIMASI, "3", 120, True),
            (Arah.MINIMASI, "0", 100, True),
            (Arah.MINIMASI, "1", 0, False),
        ],
    )
    def test_a_zero_target_is_worth_what_the_policy_says(
        self, arah: Arah, r: str, harapan: int, is_tercapai: bool
    ) -> None:
        capaian = ukur(arah, "0", r)
        assert capaian.mentah.require() == harapan
        assert capaian.is_tercapai is is_tercapai

    @pytest.mark.parametrize(("arah", "r"), [(Arah.STABILISASI, "1"), (Arah.MAKSIMASI, "-1")])
    def test_a_zero_target_that_no_policy_settles_is_not_computable(self, arah: Arah, r: str) -> None:
        capaian = ukur(arah, "0", r)
        assert capaian.mentah.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
        assert "Target 0" in capaian.mentah.alasan
        assert capaian.is_tercapai is False

    @pytest.mark.parametrize(
        ("arah", "t", "r", "harapan"),
        [
            (Arah.MAKSIMASI, "-5", "-4", "120"),
            (Arah.MAKSIMASI, "5", "-5", "-100"),
            (Arah.MAKSIMASI, "-5", "5", "300"),
            (Arah.MINIMASI, "-5", "-6", "120"),
            (Arah.MINIMASI, "5", "-5", "300"),
        ],
    )
    def test_negative_figures_use_the_formula_for_them(self, arah: Arah, t: str, r: str, harapan: str) -> None:
        assert ukur(arah, t, r).mentah.require() == D(harapan)

    def test_negative_figures_without_such_a_formula_are_not_computable(self) -> None:
        capaian = ukur(Arah.MAKSIMASI, "-5", "-4", replace(TANPA_BATAS, target_negatif=None))
        assert capaian.mentah.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
        assert "angka negatif" in capaian.mentah.alasan
        assert capaian.is_tercapai is True

    @pytest.mark.parametrize(
        "kebijakan",
        [
            with_rumus(Arah.MINIMASI, RumusCapaian.RASIO_TERBALIK),
            with_rumus(Arah.MINIMASI, RumusCapaian.RASIO, target_negatif=RumusCapaian.PERINGKAT),
        ],
    )
    def test_a_formula_without_a_result_says_so(self, kebijakan: Kebijakan) -> None:
        r = "0" if kebijakan.rumus[Arah.MINIMASI] is RumusCapaian.RASIO_TERBALIK else "-1"
        nilai = ukur(Arah.MINIMASI, "10", r, kebijakan).mentah
        assert nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
        assert "tidak punya hasil" in nilai.alasan

    def test_a_policy_without_a_formula_for_the_polarity_says_so(self) -> None:
        nilai = ukur(Arah.MAKSIMASI, "1", "1", replace(TANPA_BATAS, rumus={})).mentah
        assert nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
        assert 'Kebijakan "uji tanpa batas" tidak menyebut rumus untuk arah maksimasi' in nilai.alasan

    @pytest.mark.parametrize(
        ("arah", "target", "realisasi"),
        [
            (Arah.MAKSIMASI, Target(predikat="B"), Realisasi(TERJADI, predikat="CC")),
            (Arah.TENGGAT, Target(tanggal=date(2020, 12, 9)), Realisasi(TERJADI)),
            (Arah.TENGGAT, Target(D(3)), Realisasi(Nilai.of(2))),
            (Arah.TENGGAT, Target(predikat="B"), Realisasi(TERJADI, predikat="A")),
            (Arah.ORDINAL, Target(D(3)), Realisasi(Nilai.of(2))),
            (Arah.ORDINAL, Target(predikat="B"), Realisasi(TERJADI)),
        ],
    )
    def test_things_of_different_kinds_are_not_compared(self, arah: Arah, target: Target, realisasi: Realisasi) -> None:
        nilai = compute_capaian(arah, target, realisasi, TANPA_BATAS, predikat=AKIP).mentah
        assert nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
        assert f'Target tertulis "{target.teks}" dan realisasi "{realisasi.teks}"' in nilai.alasan

    @pytest.mark.parametrize(("t", "r", "asing"), [("B+", "CC", "B+"), ("B", "Z", "Z")])
    def test_an_unknown_predicate_is_named_with_the_known_ones(self, t: str, r: str, asing: str) -> None:
        capaian = ukur_predikat(Target(predikat=t), Realisasi(TERJADI, predikat=r))
        assert capaian.is_tercapai is None
        assert f'Tertulis predikat "{asing}"' in capaian.mentah.alasan
        assert "D, C, CC, B, BB, A, AA" in capaian.mentah.alasan

    def test_predicates_without_an_order_are_not_computable(self) -> None:
        realisasi = Realisasi(TERJADI, predikat="CC")
        capaian = compute_capaian(Arah.ORDINAL, Target(predikat="B"), realisasi, TANPA_BATAS)
        assert "Urutan predikat belum ditentukan" in capaian.mentah.alasan
        assert capaian.is_tercapai is None


class TestTercapai:
    @pytest.mark.parametrize(
        ("arah", "t", "r", "is_tercapai"),
        [
            (Arah.MAKSIMASI, "77", "76.9999", False),
            (Arah.MAKSIMASI, "77", "77", True),
            (Arah.MINIMASI, "10", "10", True),
            (Arah.MINIMASI, "10", "10.0001", False),
            (Arah.STABILISASI, "50", "50", True),
            (Arah.STABILISASI, "50", "51", False),
            (Arah.RENTANG, ("80", "90"), "92", False),
            (Arah.MAKSIMASI, ("80", "90"), "92", True),
            (Arah.MINIMASI, ("80", "90"), "70", True),
            (Arah.BINER, "1", "0", False),
            (Arah.ORDINAL, "1", "1", None),
        ],
    )
    def test_the_target_itself_is_judged_by_polarity(
        self, arah: Arah, t: str | tuple[str, str], r: str, is_tercapai: bool | None
    ) -> None:
        assert ukur(arah, t, r).is_tercapai is is_tercapai

    def test_scores_decide_where_no_order_knows_the_letters(self) -> None:
        target, realisasi = Target(predikat="X", skor=D(60)), Realisasi(TERJADI, predikat="Y", skor=D(61))
        assert judge_tercapai(Arah.ORDINAL, target, realisasi, AKIP) is True
        assert judge_tercapai(Arah.ORDINAL, target, replace(realisasi, skor=None), AKIP) is None

    def test_rounding_before_the_formula_does_not_reach_the_target(self) -> None:
        kebijakan = replace(TANPA_BATAS, pembulatan=Pembulatan(CaraBulat.SETENGAH_NAIK, 1, 0))
        capaian = ukur(Arah.MAKSIMASI, "77", "76.6", kebijakan)
        assert capaian.mentah.require() == 100
        assert capaian.is_tercapai is False


class TestPembulatanRealisasi:
    CETAK = replace(TANPA_BATAS, pembulatan=Pembulatan(CaraBulat.SETENGAH_NAIK, 1, 1))

    def test_a_printed_report_is_reproduced_by_rounding_first(self) -> None:
        capaian = ukur(Arah.MAKSIMASI, "10", D(411) / 114890 * 100, self.CETAK)
        assert capaian.mentah.require() == 4
        assert capaian.mentah.jejak is not None
        assert "dibulatkan menjadi 0,4 sebelum dihitung" in capaian.mentah.jejak.pembulatan

    def test_nothing_is_noted_where_nothing_was_rounded(self) -> None:
        jejak = ukur(Arah.MAKSIMASI, "10", "0.4", self.CETAK).mentah.jejak
        assert jejak is not None
        assert jejak.pembulatan == ""

    def test_predicates_are_not_rounded(self) -> None:
        realisasi = Realisasi(Nilai.of(D("57.55")), predikat="CC", skor=D("57.55"))
        kebijakan = replace(with_rumus(Arah.ORDINAL, RumusCapaian.SKOR), pembulatan=self.CETAK.pembulatan)
        capaian = ukur_predikat(Target(predikat="B", skor=D(100)), realisasi, kebijakan)
        assert capaian.mentah.require() == D("57.55")


class TestJejak:
    def test_the_trace_is_enough_to_compute_it_again(self) -> None:
        asal = Jejak("dptb ÷ dpt × 100", (Operan("dptb", "411"),), "0.3577")
        realisasi = Realisasi(Nilai.of(D("0.3577"), asal))
        capaian = compute_capaian(Arah.MINIMASI, Target(D(10)), realisasi, KEBIJAKAN)
        harapan = Jejak(
            rumus="(2 − R ÷ T) × 100",
            operan=(Operan("T (target)", "10"), Operan("R (realisasi)", "0.3577")),
            hasil="196.423",
            kebijakan="uji",
            dasar="keputusan uji",
            pembulatan="dibatasi 120",
            langkah=(asal,),
        )
        assert capaian.mentah == Nilai.of(D("196.423"), harapan)
        assert capaian.terbatas == Nilai.of(D(120), harapan)

    def test_the_floor_is_noted_like_the_cap(self) -> None:
        capaian = ukur(Arah.MINIMASI, "10", "25", KEBIJAKAN)
        assert capaian.mentah.require() == -50
        assert capaian.terbatas.status is StatusNilai.NOL
        assert capaian.terbatas.jejak is not None
        assert capaian.terbatas.jejak.pembulatan == "dibatasi 0"

    def test_ranks_and_their_source_are_operands(self) -> None:
        jejak = ukur_predikat(Target(predikat="B"), Realisasi(TERJADI, predikat="CC")).mentah.jejak
        assert jejak is not None
        assert [(operan.nama, operan.nilai) for operan in jejak.operan] == [
            ("T (target)", "B"),
            ("R (realisasi)", "CC"),
            ("peringkat(T)", "4"),
            ("peringkat(R)", "3"),
        ]
        assert jejak.dasar == "keputusan uji; PermenPANRB 88/2021"

    def test_scores_are_operands(self) -> None:
        kebijakan = with_rumus(Arah.ORDINAL, RumusCapaian.SKOR)
        target, realisasi = Target(predikat="B", skor=D(60)), Realisasi(TERJADI, predikat="CC", skor=D(57))
        jejak = ukur_predikat(target, realisasi, kebijakan).mentah.jejak
        assert jejak is not None
        assert jejak.operan[2:] == (Operan("skor(T)", "60"), Operan("skor(R)", "57"))

    def test_the_bound_that_was_used_is_an_operand(self) -> None:
        jejak = ukur(Arah.RENTANG, ("80", "90"), "92").mentah.jejak
        assert jejak is not None
        assert jejak.operan[0] == Operan("T (target)", "80..90")
        assert jejak.operan[2] == Operan("T (batas terdekat)", "90")
        assert "melampaui rentang" in jejak.catatan

    def test_below_the_range_nothing_is_exceeded(self) -> None:
        jejak = ukur(Arah.RENTANG, ("80", "90"), "70").mentah.jejak
        assert jejak is not None
        assert jejak.catatan == "T adalah batas rentang yang terdekat dengan R."

    def test_dates_are_written_as_in_a_package(self) -> None:
        realisasi = Realisasi(TERJADI, tanggal=date(2020, 12, 9))
        jejak = compute_capaian(Arah.TENGGAT, Target(tanggal=date(2020, 12, 9)), realisasi, KEBIJAKAN).mentah.jejak
        assert jejak is not None
        assert [operan.nilai for operan in jejak.operan] == ["2020-12-09", "2020-12-09"]


class TestTarget:
    def test_a_target_is_exactly_one_thing(self) -> None:
        with pytest.raises(ValueError, match="one of"):
            Target()
        with pytest.raises(ValueError, match="one of"):
            Target(D(1), predikat="B")

    @pytest.mark.parametrize(("bawah", "atas"), [(D(90), D(80)), (D(90), None), (None, D(80))])
    def test_a_range_has_both_bounds_in_order(self, bawah: Decimal | None, atas: Decimal | None) -> None:
        with pytest.raises(ValueError, match="range"):
            Target(batas_bawah=bawah, batas_atas=atas)

    def test_a_score_needs_its_predicate(self) -> None:
        with pytest.raises(ValueError, match="predicate"):
            Target(D(1), skor=D(60))

    def test_ranks_start_at_one_for_they_are_divided_by(self) -> None:
        with pytest.raises(ValueError, match="ranks of opini"):
            UrutanPredikat("opini", {"TMP": 0, "TW": 1})
