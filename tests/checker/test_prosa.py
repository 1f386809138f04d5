"""Sentences and their figures: what ends a sentence, what is a figure, what only looks like one."""

import pytest

from akuntabel.core.checker.bacaan.prosa import JenisAngka, daftar_kalimat
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca


def _paragraf(teks: str) -> ParagrafTerbaca:
    return ParagrafTerbaca(teks, Letak(blok=7))


def _angka(teks: str) -> list[str]:
    return [a.teks for k in daftar_kalimat(_paragraf(teks)) for a in k.daftar_angka]


def test_a_full_stop_ends_a_sentence_but_an_abbreviation_does_not():
    teks = "Pagu sebesar Rp. 5.000.000 menurut Surat No. 12. Hasilnya 80%. Tamu puas."
    assert [k.teks for k in daftar_kalimat(_paragraf(teks))] == [
        "Pagu sebesar Rp. 5.000.000 menurut Surat No. 12.",
        "Hasilnya 80%.",
        "Tamu puas.",
    ]


def test_the_mark_of_an_item_is_no_sentence_and_no_figure():
    kalimat = list(daftar_kalimat(_paragraf("3. Kepuasan tamu mencapai 80%.")))
    assert [k.teks for k in kalimat] == ["3. Kepuasan tamu mencapai 80%."]
    assert _angka("3. Kepuasan tamu mencapai 80%.") == ["80%"]


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("Sebanyak 90.908 dari 114.890 orang atau 79,1% hadir.", ["90.908", "114.890", "79,1%"]),
        ("Anggaran Rp15.604.135.000 terserap 68 %.", ["Rp15.604.135.000", "68 %"]),
        ("Realisasi **83** % pada tahun 2020.", ["83** %"]),
        ("Kenaikannya -5,2 poin.", ["-5,2"]),
    ],
)
def test_percentages_money_and_counts_are_figures(teks: str, angka: list[str]):
    assert _angka(teks) == angka


@pytest.mark.parametrize(
    "teks",
    [
        "Pada 20 Januari 2021 rapat diadakan.",
        "Renstra 2020-2024 berlaku.",
        "Peraturan Nomor 53 Tahun 2014 mengatur hal itu.",
        "Putusan 165/PAN.MK/01/2021 dibacakan.",
        "Hal itu ada pada Tabel 3.10 dan Bab III.",
        "Untuk indikator 1.1, 1.3, dan 1.5 belum ada data.",
        "Kegiatan 3355.003 dan program 076.01.01 selesai.",
        "Sasaran 2 tercapai.",
    ],
)
def test_dates_laws_codes_and_references_are_no_figures(teks: str):
    assert _angka(teks) == []


def test_a_figure_keeps_its_place_in_the_paragraph():
    teks = "Tamu puas. Realisasi 47,15% terhadap target 75%."
    (_, kalimat) = daftar_kalimat(_paragraf(teks))
    pertama, kedua = kalimat.daftar_angka
    assert pertama.jenis is kedua.jenis is JenisAngka.PERSEN
    assert teks[pertama.letak.awal : pertama.letak.akhir] == "47,15%"
    assert kalimat.teks[kedua.awal : kedua.akhir] == "75%"
    assert pertama.letak.blok == 7
