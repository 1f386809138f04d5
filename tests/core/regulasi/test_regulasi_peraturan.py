"""Regulations: citations, time in force, links."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.regulasi import (
    RegulasiTidakDikenal,
    StatusPeraturan,
    daftar_peraturan,
    daftar_sumber,
    find_peraturan,
)
from akuntabel.core.regulasi.peraturan import Peraturan

DIKUTIP_LAPORAN_BLITAR = [
    "uu-7-2017",
    "uu-15-2011",
    "uu-1-2015",
    "perppu-1-2014",
    "pp-90-2010",
    "perpres-29-2014",
    "permenpanrb-53-2014",
    "kpt-kpu-5-2018",
    "pkpu-8-2019",
    "pkpu-5-2020",
    "pmk-158-2014",
]
LAINNYA = [
    "uu-6-2020",
    "pp-8-2006",
    "permenpanrb-12-2015",
    "permenpanrb-88-2021",
    "permenpanrb-89-2021",
    "permenpanrb-8-2021",
    "permenpanrb-6-2022",
    "pmk-258-2015",
    "pmk-2-2021",
    "pmk-22-2021",
    "pmk-214-2017",
    "pmk-249-2011",
    "pmk-62-2023",
    "pmk-39-2020",
    "pmk-208-2020",
    "pmk-199-2021",
    "pmk-89-2016",
    "pmk-99-2017",
    "pkpu-15-2019",
    "pkpu-14-2020",
    "pkpu-21-2023",
    "pkpu-17-2023",
    "permendagri-54-2010",
    "permendagri-86-2017",
    "kmk-467-2014",
    "uu-14-2008",
    "uu-11-2008",
]


@pytest.mark.parametrize("kode", [*DIKUTIP_LAPORAN_BLITAR, *LAINNYA])
def test_every_cited_regulation_is_known(kode):
    assert find_peraturan(kode).id == kode


@pytest.mark.parametrize("kode", DIKUTIP_LAPORAN_BLITAR)
def test_what_the_example_cites_has_its_official_title(kode):
    assert find_peraturan(kode).is_judul_resmi


@pytest.mark.parametrize(
    ("kode", "sebutan"),
    [
        (
            "perpres-29-2014",
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        ),
        (
            "kpt-kpu-5-2018",
            (
                "Keputusan Komisi Pemilihan Umum Nomor 5/PR.03-1-Kpt/03/KPU/I/2018 tentang Petunjuk Teknis Perjanjian "
                "Kinerja dan Pelaporan Kinerja di Lingkungan Komisi Pemilihan Umum"
            ),
        ),
        ("kpt-kpu-317-2020", "Keputusan Komisi Pemilihan Umum Nomor 317 Tahun 2020"),
    ],
)
def test_citation_is_written_out(kode, sebutan):
    assert find_peraturan(kode).sebutan == sebutan


@pytest.mark.parametrize("p", daftar_peraturan().values(), ids=lambda p: p.id)
def test_every_regulation_is_coherent(p):
    assert p.id.endswith(f"-{p.tahun}")
    assert p.nomor.split("/")[0].lower().removeprefix("per-") == p.id.split("-")[-2] or "pb" in p.id
    assert p.berlaku_dari is None or p.berlaku_dari.year >= p.tahun
    assert p.judul.strip(" .;") == p.judul


def test_every_verified_mark_points_at_a_source():
    tanda = [t for p in daftar_peraturan().values() for t in (p.tanda, p.tanda_tanggal) if t]
    sumber = {s for t in tanda if t.startswith("V:") for s in t.removeprefix("V:").split(",")}
    assert len(sumber) > 10
    assert sumber <= set(daftar_sumber())


def test_links_are_seen_from_both_ends():
    daftar = daftar_peraturan()
    assert find_peraturan("pmk-258-2015").menggantikan == ("pmk-158-2014",)
    assert find_peraturan("uu-6-2020").mengubah == ("uu-1-2015",)
    maju = {(p.id, baru) for p in daftar.values() for baru in p.digantikan_oleh}
    mundur = {(lama, p.id) for p in daftar.values() for lama in p.menggantikan}
    assert maju == mundur


def test_what_replaces_or_amends_is_not_older():
    daftar = daftar_peraturan()
    for p in daftar.values():
        for kode in (*p.digantikan_oleh, *p.diubah_oleh):
            assert daftar[kode].tahun >= p.tahun, (p.id, kode)


def test_nothing_is_in_force_in_the_years_after_its_successor_began():
    daftar = daftar_peraturan()
    for p in daftar.values():
        for kode in p.digantikan_oleh:
            assert not p.is_berlaku(date(daftar[kode].tahun + 1, 1, 1)), p.id


@pytest.mark.parametrize(
    ("kode", "tanggal", "berlaku"),
    [
        ("pmk-158-2014", date(2020, 12, 31), False),  # the report of 2020 cites it
        ("pmk-258-2015", date(2020, 12, 31), True),
        ("uu-15-2011", date(2017, 8, 15), True),
        ("uu-15-2011", date(2017, 8, 16), False),
        ("uu-7-2017", date(2017, 8, 16), True),
        ("permenpanrb-53-2014", date(2014, 11, 30), False),
        ("permenpanrb-53-2014", date(2014, 12, 1), True),
        ("permenpanrb-29-2010", date(2014, 11, 30), True),
        ("permenpanrb-12-2015", date(2020, 12, 31), True),
        ("permenpanrb-88-2021", date(2020, 12, 31), False),
        ("pmk-214-2017", date(2020, 12, 31), True),
        ("pmk-22-2021", date(2020, 12, 31), False),
        ("uu-14-2008", date(2009, 1, 1), False),
        ("kpt-kpu-5-2018", date(2020, 12, 31), True),
    ],
)
def test_time_in_force(kode, tanggal, berlaku):
    assert find_peraturan(kode).is_berlaku(tanggal) is berlaku


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 4000), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_known_days_decide_exactly(mulai, lama, tanggal):
    selesai = mulai + timedelta(days=lama)
    p = Peraturan(
        id=f"uji-1-{mulai.year}",
        jenis="Uji",
        nomor="1",
        tahun=mulai.year,
        judul="Uji",
        berlaku_dari=mulai,
        berlaku_sampai=selesai,
        tanda="S",
        tanda_tanggal="S",
    )
    assert p.is_berlaku(tanggal) is (mulai <= tanggal <= selesai)


@pytest.mark.parametrize(
    ("kode", "status"),
    [
        ("perpres-29-2014", StatusPeraturan.BERLAKU),
        ("uu-1-2015", StatusPeraturan.DIUBAH),
        ("pmk-158-2014", StatusPeraturan.DIGANTI),
        ("pmk-39-2020", StatusPeraturan.BERAKHIR),
    ],
)
def test_status_follows_from_links_and_dates(kode, status):
    assert find_peraturan(kode).status is status


def test_dates_without_a_mark_are_refused():
    with pytest.raises(ValueError, match="tanda_tanggal"):
        Peraturan(
            id="uji-1-2020",
            jenis="Uji",
            nomor="1",
            tahun=2020,
            judul="Uji",
            berlaku_dari=date(2020, 1, 1),
            berlaku_sampai=None,
            tanda="S",
        )


def test_unknown_regulation_lists_the_known_ones():
    with pytest.raises(RegulasiTidakDikenal, match=r"peraturan “uu-0-1900” tidak dikenal\. Yang ada: kmk-300-2022, "):
        find_peraturan("uu-0-1900")
