"""Which indicator continues which, and what was changed in the words."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest

from akuntabel.siklus.publikasi.banding import Rupa, compare_teks, pair_indikator


@dataclass(eq=False)
class Indikator:
    kode: str
    nama: str
    silsilah: UUID | None = None


def test_diff_shows_the_words_that_changed():
    hasil = compare_teks("Persentase partisipasi pemilih", "Persentase partisipasi pemilih perempuan")
    assert [(p.rupa, p.teks) for p in hasil] == [
        (Rupa.TETAP, "Persentase partisipasi pemilih"),
        (Rupa.TAMBAH, " perempuan"),
    ]


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        ("77,5%", "79%"),
        ("", "baru"),
        ("hilang", ""),
        ("satu dua  tiga", "satu empat tiga"),
        ("nilai ≥ 75 (B)", "nilai ≥ 80 (A)"),
        ("sama", "sama"),
    ],
)
def test_both_texts_can_be_read_from_the_diff(lama: str, baru: str):
    hasil = compare_teks(lama, baru)
    assert "".join(p.teks for p in hasil if p.rupa is not Rupa.TAMBAH) == lama
    assert "".join(p.teks for p in hasil if p.rupa is not Rupa.HAPUS) == baru
    assert all(p.teks for p in hasil)


def test_lineage_tells_an_indicator_whatever_its_name_and_code():
    sama = uuid4()
    lama, baru = Indikator("1.1", "Partisipasi", sama), Indikator("3.2", "Kehadiran di TPS", sama)
    lain = Indikator("1.1", "Partisipasi", uuid4())
    assert pair_indikator([lama], [lain, baru]) == [(None, lain), (lama, baru)]


def test_the_same_name_is_the_same_indicator_under_another_code():
    lama, baru = Indikator("1.1", "Persentase  Partisipasi"), Indikator("2.1", "persentase partisipasi")
    assert pair_indikator([lama], [baru]) == [(lama, baru)]


def test_the_same_code_alone_says_nothing():
    lama, baru = Indikator("1.1", "Persentase partisipasi pemilih"), Indikator("1.1", "Opini BPK")
    assert pair_indikator([lama], [baru]) == [(None, baru), (lama, None)]


def test_a_name_that_was_touched_up_is_recognised():
    lama = [
        Indikator("1.1", "Persentase partisipasi pemilih dalam Pemilihan"),
        Indikator("1.2", "Nilai akuntabilitas kinerja KPU Kota"),
    ]
    baru = [
        Indikator("2.4", "Nilai akuntabilitas kinerja KPU Kota Blitar"),
        Indikator("1.1", "Persentase partisipasi pemilih perempuan dalam Pemilihan"),
    ]
    assert pair_indikator(lama, baru) == [(lama[1], baru[0]), (lama[0], baru[1])]


def test_nothing_is_paired_twice():
    lama = [Indikator("1.1", "Persentase kepuasan")]
    baru = [Indikator("1.1", "Persentase kepuasan"), Indikator("1.2", "Persentase kepuasan")]
    assert pair_indikator(lama, baru) == [(lama[0], baru[0]), (None, baru[1])]


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        ("Persentase petugas lulus pelatihan gelombang 3", "Persentase petugas lulus pelatihan gelombang 4"),
        ("Persentase pemilih yang masuk daftar", "Persentase pemilih yang tidak masuk daftar"),
    ],
)
def test_a_number_or_a_denial_makes_another_indicator_of_a_name_alike(lama: str, baru: str):
    satu, dua = Indikator("1.1", lama), Indikator("2.2", baru)
    assert pair_indikator([satu], [dua]) == [(None, dua), (satu, None)]


def test_a_year_in_a_name_is_not_what_tells_it_apart():
    lama = Indikator("1.1", "Persentase partisipasi pemilih pada Pemilu 2019")
    baru = Indikator("2.2", "Persentase partisipasi pemilih pada Pemilu 2024")
    assert pair_indikator([lama], [baru]) == [(lama, baru)]
