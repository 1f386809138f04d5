"""Legal values as data: complete, dated, marked, and never a float."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest

from akuntabel.core.calc.kebijakan import Arah, Skala
from akuntabel.core.calc.skala import classify, validate_skala
from akuntabel.core.regulasi import (
    RegulasiTidakDikenal,
    daftar_kebijakan,
    daftar_peraturan,
    daftar_predikat,
    find_sumber_dana,
    load_kebijakan,
    load_predikat,
    load_skala,
)
from akuntabel.core.regulasi.berkas import daftar_berkas, read_data

DATA = files("akuntabel.core.regulasi").joinpath("data")
BERKAS_INDUK = [nama + ".yaml" for nama in daftar_berkas("")]
FOLDER = ("kebijakan", "skala", "predikat", "lke")
BERKAS = [f"{jenis}/{nama}.yaml" for jenis in FOLDER for nama in daftar_berkas(jenis)]


def _telusuri(data: Any) -> Iterator[Any]:
    if isinstance(data, dict):
        for kunci, isi in data.items():
            yield kunci
            yield from _telusuri(isi)
    elif isinstance(data, list):
        for isi in data:
            yield from _telusuri(isi)
    else:
        yield data


@pytest.mark.parametrize("berkas", [*BERKAS, *BERKAS_INDUK])
def test_no_number_of_a_file_passes_through_a_float(berkas: str):
    daun = list(_telusuri(read_data(berkas)))
    assert len(daun) > 5
    assert all(d is None or isinstance(d, str) for d in daun)


@pytest.mark.parametrize("berkas", [b for b in BERKAS_INDUK if b != "sumber.yaml"])
def test_every_entry_of_a_list_says_where_it_comes_from_and_how_sure_that_is(berkas: str):
    """Except the list of sources itself, which is what the marks point at."""
    isi = read_data(berkas)
    assert isinstance(isi, dict)
    for nama, entri in isi.items():
        assert entri.get("tanda"), nama
        assert any(entri.get(kunci) for kunci in ("dasar", "judul", "peraturan", "sumber", "rujukan")), nama


def test_every_folder_of_regulations_is_tested():
    folder = {b.name for b in DATA.iterdir() if b.is_dir()}
    assert folder == set(FOLDER)


@pytest.mark.parametrize("nama", daftar_kebijakan())
def test_scale_of_a_policy_exists(nama: str):
    data = read_data(f"kebijakan/{nama}.yaml")
    assert isinstance(data, dict)
    assert data["skala"] in daftar_berkas("skala")


@pytest.mark.parametrize("berkas", BERKAS)
def test_every_file_is_dated_cited_and_marked(berkas: str):
    data = read_data(berkas)
    assert data["dasar"]
    assert data["tanda"]
    assert {"berlaku_dari", "berlaku_sampai"} <= data.keys()
    mulai, sampai = date.fromisoformat(data["berlaku_dari"]), data["berlaku_sampai"]
    assert sampai is None or mulai < date.fromisoformat(sampai)
    assert data["nama"] == berkas.rsplit("/", 1)[1].removesuffix(".yaml")


def test_the_policies_that_are_asked_for_exist():
    assert {"kpu", "permendagri-86-2017", "kemenkeu", "blitar-2020-tercetak"} <= set(daftar_kebijakan())


@pytest.mark.parametrize("nama", daftar_kebijakan())
def test_policy_names_a_formula_for_every_polarity(nama: str):
    kebijakan = load_kebijakan(nama)
    assert set(kebijakan.rumus) == set(Arah)
    bawah, atas = kebijakan.batas_bawah, kebijakan.batas_atas
    assert bawah is None or atas is None or bawah < atas


@pytest.mark.parametrize("nama", daftar_berkas("skala"))
def test_scale_has_neither_gap_nor_overlap(nama: str):
    skala: Skala = load_skala(nama)
    assert validate_skala(skala) == []
    assert classify(Decimal(-5), skala) is skala.pita[-1]
    assert classify(Decimal(10**6), skala) is skala.pita[0]


def test_predicates_are_ordered():
    assert set(daftar_predikat()) == {"akip", "opini-bpk"}
    akip = load_predikat("akip").peringkat
    assert sorted(akip, key=lambda p: akip[p]) == ["D", "C", "CC", "B", "BB", "A", "AA"]
    assert load_predikat("opini-bpk").peringkat["WTP"] == 4


def test_regulations_are_dated_in_order_and_their_successors_exist():
    peraturan = daftar_peraturan()
    assert len(peraturan) > 45
    for p in peraturan.values():
        assert p.judul
        assert p.tanda
        assert p.berlaku_dari is None or p.berlaku_sampai is None or p.berlaku_dari <= p.berlaku_sampai
        assert set(p.digantikan_oleh) <= peraturan.keys()


def test_every_regulation_the_source_cites_is_known():
    dikutip = {
        "perpres-29-2014", "kpt-kpu-5-2018", "uu-7-2017", "pp-90-2010", "permenpanrb-53-2014", "uu-15-2011",
        "uu-1-2015", "perppu-1-2014", "pkpu-5-2020", "pkpu-15-2019", "pmk-158-2014",
    }  # fmt: skip
    assert dikutip <= daftar_peraturan().keys()


def test_a_repealed_regulation_is_not_in_force():
    pmk = daftar_peraturan()["pmk-158-2014"]
    assert pmk.is_berlaku(date(2015, 1, 1))
    assert not pmk.is_berlaku(date(2020, 12, 31))
    assert pmk.digantikan_oleh == ("pmk-258-2015",)
    assert daftar_peraturan()["perpres-29-2014"].is_berlaku(date(2020, 12, 31))


def test_citations_are_written_in_full():
    assert daftar_peraturan()["perpres-29-2014"].sebutan == (
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah"
    )
    assert daftar_peraturan()["pmk-158-2014"].sebutan_pendek == "Peraturan Menteri Keuangan Nomor 158/PMK.02/2014"


def test_sources_of_funds_have_names():
    sumber = find_sumber_dana("HLD")
    assert sumber is not None
    assert sumber.nama == "Hibah langsung dalam negeri"
    assert find_sumber_dana("ENTAH") is None


@pytest.mark.parametrize("load", [load_kebijakan, load_skala, load_predikat])
def test_unknown_name_lists_the_known(load: Any):
    with pytest.raises(RegulasiTidakDikenal, match=r"“entah” tidak dikenal\. Yang ada: \w"):
        load("entah")
