"""Policies, scales and predicates: complete, coherent, and the figures of the example come out."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from akuntabel.core.calc.capaian import Realisasi, Target, compute_capaian
from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.calc.pembulatan import round_desimal
from akuntabel.core.calc.rekap import compute_rekap
from akuntabel.core.calc.skala import classify, validate_skala
from akuntabel.core.regulasi import (
    daftar_kebijakan,
    daftar_peraturan,
    daftar_predikat,
    daftar_skala,
    daftar_sumber,
    load_isi_kebijakan,
    load_isi_predikat,
    load_isi_skala,
    load_kebijakan,
    load_predikat,
    load_skala,
)
from akuntabel.core.regulasi import kebijakan as modul_kebijakan

MAKSIMASI, MINIMASI = Arah.MAKSIMASI, Arah.MINIMASI
PARTISIPASI = Decimal(90908) * 100 / Decimal(115301)
PEREMPUAN = Decimal(47393) * 100 / Decimal(59348)
PEREMPUAN_DPT = Decimal(47393) * 100 / Decimal(59122)
DISABILITAS = Decimal(298) * 100 / Decimal(632)
DI_LUAR_DAFTAR = Decimal(411) * 100 / Decimal(114890)


def _capaian(kebijakan, arah, target, realisasi):
    return compute_capaian(
        arah, Target(angka=Decimal(target)), Realisasi(Nilai.of(Decimal(realisasi))), load_kebijakan(kebijakan)
    )


def _predikat(kebijakan, nama, target, realisasi):
    return compute_capaian(
        Arah.ORDINAL,
        Target(predikat=target),
        Realisasi(Nilai.of(1), predikat=realisasi),
        load_kebijakan(kebijakan),
        predikat=load_predikat(nama),
    )


def _tampil(nilai, kebijakan):
    aturan = load_kebijakan(kebijakan).pembulatan
    return str(round_desimal(nilai.require(), aturan.desimal, aturan.cara))


@pytest.mark.parametrize("nama", daftar_kebijakan())
def test_every_policy_has_a_formula_for_every_polarity_and_a_scale(nama):
    kebijakan = load_kebijakan(nama)
    assert set(kebijakan.rumus) == set(Arah)
    assert kebijakan.skala == load_skala(load_isi_kebijakan(nama).skala)
    assert kebijakan.dasar
    assert kebijakan.keterangan
    assert kebijakan.tanda


@pytest.mark.parametrize("nama", daftar_kebijakan())
def test_detailed_marks_name_a_value_of_the_policy(nama):
    isi = load_isi_kebijakan(nama)
    assert set(isi.tanda_rinci) <= {a.value for a in Arah} | set(isi.__dataclass_fields__)


@pytest.mark.parametrize("nama", daftar_skala())
def test_every_scale_has_neither_gap_nor_overlap(nama):
    skala = load_skala(nama)
    assert validate_skala(skala) == []
    assert skala.pita[-1].batas == 0
    assert load_isi_skala(nama).tertulis == () or len(load_isi_skala(nama).tertulis) == len(skala.pita)


@pytest.mark.parametrize(
    ("skala", "angka", "label"),
    [
        ("kpu", "100.01", "Sangat berhasil"),
        ("kpu", "100", "Berhasil"),
        ("kpu", "91", "Berhasil"),
        ("kpu", "90.999", "Cukup berhasil"),
        ("kpu", "70.5", "Kurang berhasil"),
        ("kpu", "50.5", "Tidak berhasil"),
        ("blitar-2020-bab-iii", "91", "Berhasil"),
        ("kpu-bab-iv", "70", "Baik"),
        ("permendagri-86-2017", "90.5", "Tinggi"),
        ("kemenkeu", "99.99", "Kuning"),
        ("nilai-akip", "90", "A"),
        ("nilai-akip", "90.01", "AA"),
        ("nilai-akip", "60.5", "B"),
        ("nilai-akip", "69.05", "B"),
        ("nilai-akip", "30", "D"),
        ("ikpa", "95", "Sangat baik"),
        ("ikpa", "94.99", "Baik"),
        ("nka", "50", "Sangat kurang"),
        ("iki", "79.5", "Kurang"),
    ],
)
def test_figures_at_the_edges_fall_into_the_right_band(skala, angka, label):
    assert classify(Decimal(angka), load_skala(skala)).label == label


@pytest.mark.parametrize("nama", daftar_predikat())
def test_ranks_of_predicates_are_consecutive_from_one(nama):
    peringkat = load_predikat(nama).peringkat
    assert sorted(peringkat.values()) == list(range(1, len(peringkat) + 1))


def test_akip_ranks_follow_its_score_bands():
    isi = load_isi_predikat("akip")
    assert isi.skala is not None
    dari_skala = [pita.label for pita in reversed(load_skala(isi.skala).pita)]
    assert dari_skala == sorted(isi.peringkat, key=lambda p: isi.peringkat[p])


def test_opini_bpk_runs_from_tmp_to_wtp():
    assert load_predikat("opini-bpk").peringkat == {"TMP": 1, "TW": 2, "WDP": 3, "WTP": 4}
    assert set(load_isi_predikat("opini-bpk").kepanjangan) == {"TMP", "TW", "WDP", "WTP"}


@pytest.mark.parametrize(
    ("arah", "target", "realisasi", "mentah", "terbatas"),
    [
        (MAKSIMASI, 100, 100, "100.00", "100.00"),  # 1.1, 2.2, 2.3
        (MAKSIMASI, 77, PARTISIPASI, "102.39", "102.39"),  # 1.2
        (MAKSIMASI, 75, PEREMPUAN, "106.47", "106.47"),  # 1.3
        (MAKSIMASI, 75, DISABILITAS, "62.87", "62.87"),  # 1.4
        (MINIMASI, 10, DI_LUAR_DAFTAR, "196.42", "120.00"),  # 1.5
        (MAKSIMASI, 95, 100, "105.26", "105.26"),  # 2.1
        (MAKSIMASI, 0, 0, "100.00", "100.00"),
        (MAKSIMASI, 0, 5, "120.00", "120.00"),
        (MINIMASI, 0, 0, "100.00", "100.00"),
        (MINIMASI, 0, 5, "0.00", "0.00"),
        (MINIMASI, 10, 40, "-200.00", "0.00"),
        (MAKSIMASI, -4, -3, "125.00", "120.00"),
    ],
)
def test_policy_kpu_gives_the_published_figures(arah, target, realisasi, mentah, terbatas):
    capaian = _capaian("kpu", arah, target, realisasi)
    assert _tampil(capaian.mentah, "kpu") == mentah
    assert _tampil(capaian.terbatas, "kpu") == terbatas


def test_policy_kpu_judges_predicates_by_rank():
    assert _predikat("kpu", "akip", "B", "Cc").terbatas.angka == 75
    assert _predikat("kpu", "opini-bpk", "WTP", "WDP").terbatas.angka == 75


def test_policy_kpu_rolls_the_example_up_to_berhasil():
    kpu = load_kebijakan("kpu")
    sasaran = [
        [
            _capaian("kpu", MAKSIMASI, 100, 100),
            _capaian("kpu", MAKSIMASI, 77, PARTISIPASI),
            _capaian("kpu", MAKSIMASI, 75, PEREMPUAN),
            _capaian("kpu", MAKSIMASI, 75, DISABILITAS),
            _capaian("kpu", MINIMASI, 10, DI_LUAR_DAFTAR),
        ],
        [_capaian("kpu", MAKSIMASI, t, 100) for t in (95, 100, 100)],
        [_predikat("kpu", "akip", "B", "CC")],
    ]
    per_sasaran = [compute_rekap(kpu.rekap_sasaran, [c.terbatas for c in s]).nilai for s in sasaran]
    organisasi = compute_rekap(kpu.rekap_organisasi, per_sasaran).nilai
    assert _tampil(organisasi, "kpu") == "91.70"
    assert classify(organisasi.require(), kpu.skala).label == "Berhasil"


@pytest.mark.parametrize(
    ("arah", "target", "realisasi", "tercetak"),
    [
        (MAKSIMASI, 100, 100, "100.0"),
        (MAKSIMASI, 77, PARTISIPASI, "102.3"),
        (MAKSIMASI, 75, PEREMPUAN_DPT, "106.9"),
        (MINIMASI, 10, DI_LUAR_DAFTAR, "4.0"),
    ],
)
def test_printed_habits_reproduce_the_printed_figures(arah, target, realisasi, tercetak):
    capaian = _capaian("blitar-2020-tercetak", arah, target, realisasi)
    assert _tampil(capaian.terbatas, "blitar-2020-tercetak") == tercetak


@pytest.mark.parametrize(
    ("target", "realisasi", "hasil", "tercetak"),
    [(75, DISABILITAS, "62.9", "62.4"), (95, 100, "105.3", "100.0"), (75, PEREMPUAN, "106.5", "106.9")],
)
def test_printed_habits_admit_what_they_cannot_reproduce(target, realisasi, hasil, tercetak):
    capaian = _capaian("blitar-2020-tercetak", MAKSIMASI, target, realisasi)
    assert _tampil(capaian.terbatas, "blitar-2020-tercetak") == hasil != tercetak
    keterangan = load_kebijakan("blitar-2020-tercetak").keterangan
    assert tercetak.removesuffix(".0").replace(".", ",") in keterangan


@pytest.mark.parametrize(
    ("nama", "terbatas", "kategori"),
    [("kemenkeu", "120", "Hijau"), ("permendagri-86-2017", "100", "Sangat tinggi")],
)
def test_other_policies_cap_where_their_source_ends(nama, terbatas, kategori):
    capaian = _capaian(nama, MAKSIMASI, 10, 20)
    assert capaian.terbatas.angka == Decimal(terbatas)
    assert capaian.kategori is not None
    assert capaian.kategori.label == kategori


def test_an_agency_can_bring_its_own_policy(tmp_path):
    data = Path(modul_kebijakan.__file__).parent / "data"
    for folder in ("kebijakan", "skala"):
        (tmp_path / folder).mkdir()
    sendiri = (data / "kebijakan" / "kpu.yaml").read_text("utf-8")
    sendiri = sendiri.replace('batas_atas: "120"', 'batas_atas: "110"').replace("nama: kpu", "nama: kami")
    (tmp_path / "kebijakan" / "kami.yaml").write_text(sendiri, "utf-8")
    (tmp_path / "skala" / "kpu.yaml").write_text((data / "skala" / "kpu.yaml").read_text("utf-8"), "utf-8")
    assert load_kebijakan("kami", tmp_path).batas_atas == 110
    assert load_kebijakan("kpu").batas_atas == 120


def _semua_isi():
    yield from (load_isi_kebijakan(n) for n in daftar_kebijakan())
    yield from (load_isi_skala(n) for n in daftar_skala())
    yield from (load_isi_predikat(n) for n in daftar_predikat())


def test_every_verified_mark_points_at_a_source():
    tanda = [i.tanda for i in _semua_isi()]
    for nama in daftar_kebijakan():
        tanda += load_isi_kebijakan(nama).tanda_rinci.values()
    sumber = {s for t in tanda if t.startswith("V:") for s in t.removeprefix("V:").split(",")}
    assert sumber
    assert sumber <= set(daftar_sumber())


def test_validity_of_a_policy_can_be_asked():
    tercetak = load_isi_kebijakan("blitar-2020-tercetak")
    assert tercetak.is_berlaku(date(2020, 12, 31))
    assert not tercetak.is_berlaku(date(2021, 1, 1))
    assert not tercetak.is_berlaku(date(2019, 12, 31))
    assert load_isi_kebijakan("kpu").is_berlaku(date(2030, 1, 1))


def test_policies_named_after_a_regulation_know_it():
    assert "permendagri-86-2017" in daftar_kebijakan()
    assert "permendagri-86-2017" in daftar_peraturan()
