"""The chain of DIPA revisions of the example office, whole and broken."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.revisi import JenisKetidakcocokan, Revisi, check_rantai

SELISIH = [15_604_135_000, -201_464_000, 509_969_000, -4_704_000, 0, 0, 1_831_948_000, -25_780_000]
RINCIAN_2 = (("3355", -167_814_000), ("3356", -2_913_000), ("3357", -26_267_000), ("3360", -4_470_000))


def build_rantai(awal: int, daftar_selisih: list[int]) -> list[Revisi]:
    rantai = [Revisi(0, None, awal)]
    for nomor, selisih in enumerate(daftar_selisih, start=1):
        semula = rantai[-1].menjadi
        rantai.append(Revisi(nomor, semula, semula + selisih, RINCIAN_2 if nomor == 2 else ()))
    return rantai


RANTAI = build_rantai(2_478_418_000, SELISIH)


def test_the_chain_of_the_example_ends_where_its_source_says() -> None:
    assert RANTAI[-1].menjadi == 20_192_522_000
    assert [revisi.selisih for revisi in RANTAI] == [None, *SELISIH]
    assert check_rantai(RANTAI) == ()


def test_the_difference_to_the_leaves_is_shown() -> None:
    (temuan,) = check_rantai(RANTAI, 20_184_522_000)
    assert temuan.jenis is JenisKetidakcocokan.DAUN
    assert temuan.selisih == 8_000_000
    assert "20.192.522.000" in temuan.pesan
    assert "20.184.522.000" in temuan.pesan
    assert "8.000.000" in temuan.pesan
    assert check_rantai(RANTAI, 20_192_522_000) == ()


def test_a_revision_that_starts_elsewhere_breaks_the_chain() -> None:
    rantai = [*RANTAI[:3], *RANTAI[4:]]
    (temuan,) = check_rantai(rantai)
    assert (temuan.jenis, temuan.nomor) == (JenisKetidakcocokan.RANTAI, 4)
    assert temuan.selisih == 509_969_000
    assert "Revisi DIPA 4: pagu semula tertulis" in temuan.pesan


def test_a_revision_without_a_start_breaks_the_chain() -> None:
    (temuan,) = check_rantai([RANTAI[0], replace(RANTAI[1], semula=None)])
    assert (temuan.tertulis, temuan.selisih) == (None, None)
    assert "pagu semula kosong" in temuan.pesan


def test_details_add_up_to_the_change() -> None:
    rantai = [*RANTAI[:2], replace(RANTAI[2], rincian=RINCIAN_2[:3]), *RANTAI[3:]]
    (temuan,) = check_rantai(rantai)
    assert (temuan.jenis, temuan.nomor) == (JenisKetidakcocokan.RINCIAN, 2)
    assert (temuan.tertulis, temuan.seharusnya) == (-196_994_000, -201_464_000)


def test_the_first_dipa_changes_nothing_so_its_details_are_not_compared() -> None:
    assert check_rantai([Revisi(0, None, 10, (("3355", 4),))]) == ()


def test_no_revisions_have_no_problems() -> None:
    assert check_rantai([], 5) == ()


@given(awal=st.integers(0, 10**13), daftar=st.lists(st.integers(-(10**12), 10**12), max_size=9))
def test_an_unbroken_chain_ends_at_its_start_plus_all_changes(awal: int, daftar: list[int]) -> None:
    rantai = build_rantai(awal, daftar)
    assert rantai[-1].menjadi == awal + sum(revisi.selisih or 0 for revisi in rantai)
    assert [t for t in check_rantai(rantai, awal + sum(daftar)) if t.jenis is not JenisKetidakcocokan.RINCIAN] == []
