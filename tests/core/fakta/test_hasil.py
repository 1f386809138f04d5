"""The figures that a corrected report of the example office must show, and where each comes from."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from akuntabel.core.calc.jejak import Jejak
from akuntabel.core.calc.kebijakan import CaraBulat
from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import round_desimal
from akuntabel.core.calc.rumus import compute_rumus, parse_rumus
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.pengukuran import Elemen, Fakta
from akuntabel.core.regulasi import RegulasiTidakDikenal, daftar_kebijakan
from contoh_paket import compute_contoh, read_contoh


def _dua_desimal(nilai: Nilai) -> str | None:
    return None if nilai.angka is None else str(round_desimal(nilai.angka, 2, CaraBulat.SETENGAH_NAIK))


CAPAIAN = {
    "1.1": "100.00",
    "1.2": "102.39",
    "1.3": "106.47",
    "1.4": "62.87",
    "1.5": "196.42",
    "2.1": "105.26",
    "2.2": "100.00",
    "2.3": "100.00",
    "3.1": "75.00",
    "3.2": None,
    "3.3": None,
}


@pytest.mark.parametrize(("kode", "harap"), CAPAIAN.items())
def test_capaian_of_the_example(kode: str, harap: str | None):
    hasil = compute_contoh().find_indikator(kode)
    assert hasil is not None
    assert _dua_desimal(hasil.capaian.mentah) == harap


def test_cap_is_kept_beside_the_uncapped_value():
    hasil = compute_contoh().find_indikator("1.5")
    assert hasil is not None
    assert hasil.capaian.terbatas.angka == 120
    assert hasil.capaian.mentah.jejak is not None
    assert "120" in hasil.capaian.mentah.jejak.pembulatan


def test_unmeasured_indikator_is_not_zero():
    for kode in ("3.2", "3.3"):
        hasil = compute_contoh().find_indikator(kode)
        assert hasil is not None
        assert hasil.capaian.terbatas.status is StatusNilai.MENUNGGU_RILIS
        assert hasil.realisasi.nilai.alasan


def test_rollup_says_over_how_many():
    hasil = compute_contoh()
    assert [(_dua_desimal(s.rekap.nilai), str(s.rekap.cakupan)) for s in hasil.sasaran] == [
        ("98.35", "5 dari 5"),
        ("101.75", "3 dari 3"),
        ("75.00", "1 dari 3"),
    ]
    assert _dua_desimal(hasil.organisasi.nilai) == "91.70"
    assert hasil.kategori is not None
    assert hasil.kategori.label == "Berhasil"


def test_budget_of_the_example():
    anggaran = compute_contoh().anggaran
    baris = {(b.kode.kode, b.baris.sumber_dana): b.baris for b in anggaran.baris}
    assert _dua_desimal(baris["3355", "RM"].persen) == "92.97"
    assert baris["3357.001", "RM"].sisa == 8_820_000
    assert baris["076.01.01", "RM"].realisasi == 2_080_486_266
    total = anggaran.total
    assert (total.semua.pagu, total.semua.realisasi) == (20_184_522_000, 13_003_719_105)
    assert _dua_desimal(total.semua.persen) == "64.42"
    assert {b.sumber_dana: _dua_desimal(b.persen) for b in total.per_sumber} == {"RM": "52.91", "HLD": "67.80"}


def test_revision_chain_holds_and_its_difference_to_the_leaves_is_shown():
    anggaran = compute_contoh().anggaran
    assert anggaran.revisi[-1][0].menjadi == 20_192_522_000
    assert [selisih for _, selisih in anggaran.revisi][1:3] == [15_604_135_000, -201_464_000]
    assert anggaran.beda_pagu == 8_000_000
    assert [k.selisih for k in anggaran.ketidakcocokan] == [8_000_000]


def test_realisasi_can_be_computed_again_from_its_trace():
    dihitung = 0
    for hasil in compute_contoh().indikator:
        jejak = hasil.realisasi.nilai.jejak
        assert isinstance(jejak, Jejak)
        if jejak.rumus in ("fakta", "jumlah") or not hasil.realisasi.nilai.is_counted:
            continue
        operan = {o.nama: Nilai.of(Decimal(o.nilai)) for o in jejak.operan}
        assert compute_rumus(parse_rumus(jejak.rumus), operan).angka == hasil.realisasi.nilai.angka
        assert all(o.sumber for o in jejak.operan)
        dihitung += 1
    assert dihitung >= 8


def _hitung_ulang(jejak: Jejak) -> Decimal | None:
    """What a reader gets who knows nothing but the trace."""
    rumus = jejak.rumus
    operan = {}
    for n, o in enumerate(jejak.operan):
        if re.fullmatch(r"-?[0-9.]+", o.nilai):
            rumus = rumus.replace(o.nama.partition(" ")[0], f"operan{n}")
            operan[f"operan{n}"] = Nilai.of(Decimal(o.nilai))
    return compute_rumus(parse_rumus(rumus), operan).angka


@pytest.mark.parametrize("nama", daftar_kebijakan())
def test_every_capaian_can_be_computed_again_from_its_trace(nama: str):
    dihitung = 0
    for hasil in compute_contoh(nama).indikator:
        jejak = hasil.capaian.mentah.jejak
        assert jejak is not None
        if hasil.capaian.mentah.is_counted:
            assert _hitung_ulang(jejak) == hasil.capaian.mentah.angka == Decimal(jejak.hasil)
            assert jejak.kebijakan == nama
            assert jejak.dasar
            dihitung += 1
    assert dihitung == 9


def test_every_rollup_is_the_mean_of_the_operands_that_it_names():
    hasil = compute_contoh()
    for rekap in (*(s.rekap for s in hasil.sasaran), hasil.organisasi):
        jejak = rekap.nilai.jejak
        assert jejak is not None
        assert jejak.rumus == "jumlah nilai ÷ banyaknya nilai"
        terukur = [Decimal(o.nilai) for o in jejak.operan if o.nilai != "menunggu rilis"]
        assert len(terukur) == rekap.cakupan.terukur
        assert compute_rumus(parse_rumus(f"rata({'; '.join(map(str, terukur))})"), {}).angka == rekap.nilai.angka


def test_every_absorption_can_be_computed_again_from_its_trace():
    anggaran = compute_contoh().anggaran
    daftar = [b.baris for b in anggaran.baris] + [*anggaran.total.per_sumber, anggaran.total.semua]
    for baris in daftar:
        assert baris.persen.jejak is not None
        assert _hitung_ulang(baris.persen.jejak) == baris.persen.angka


@pytest.mark.parametrize("nama", daftar_kebijakan())
def test_every_policy_computes_the_example(nama: str):
    hasil = compute_contoh(nama)
    assert hasil.organisasi.nilai.is_counted
    assert hasil.kategori is not None


def test_printed_habits_of_the_source_give_its_printed_figures():
    hasil = compute_contoh("blitar-2020-tercetak")
    cetak = {
        i.indikator.kode: round_desimal(i.capaian.mentah.angka, 1, CaraBulat.SETENGAH_NAIK)
        for i in hasil.indikator
        if i.capaian.mentah.angka is not None
    }
    assert cetak["1.2"] == Decimal("102.3")
    assert cetak["1.5"] == Decimal("4.0")


def test_unknown_policy_names_those_that_exist():
    with pytest.raises(RegulasiTidakDikenal, match=r"tidak-ada.*kemenkeu, kpu"):
        compute_hasil(read_contoh(), "tidak-ada")


def _triwulan(elemen: str, nilai: list[int | None]) -> tuple[Fakta, ...]:
    return tuple(
        Fakta(elemen, f"2020-TW{n}", StatusNilai.BELUM_JATUH_TEMPO, alasan="belum waktunya")
        if angka is None
        else Fakta(elemen, f"2020-TW{n}", StatusNilai.TERUKUR, nilai=Decimal(angka))
        for n, angka in enumerate(nilai, 1)
    )


@pytest.mark.parametrize(
    ("cara", "nilai", "hasil"),
    [
        (Konsolidasi.JUMLAH, [10, 20, 30, 40], 100),
        (Konsolidasi.TERAKHIR, [10, 20, 30, None], 30),
        (Konsolidasi.MAKSIMUM, [10, 50, 30, 40], 50),
        (Konsolidasi.RATA_RATA, [10, 20, None, None], 15),
    ],
)
def test_quarters_become_a_year_by_the_elements_own_rule(cara: Konsolidasi, nilai: list[int | None], hasil: int):
    fakta = read_contoh()
    baru = replace(
        fakta,
        daftar_elemen=(*fakta.daftar_elemen, Elemen("uji", "Uji", "kali", cara)),
        daftar_fakta=(*fakta.daftar_fakta, *_triwulan("uji", nilai)),
    )
    assert compute_hasil(baru).elemen["uji"].angka == hasil
