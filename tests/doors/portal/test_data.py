"""Open data: exact figures, identifiers that lead to their page, a catalogue that harvesters read."""

import csv
import io
import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree
from terbitan_contoh import build_terbitan

from akuntabel.doors.portal import data
from akuntabel.doors.portal.simpanan import SIMPANAN
from akuntabel.siklus.publikasi.models import Terbitan

SITUS = "https://sakip.contoh.go.id"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def _alamat(settings: Any) -> None:
    settings.ALAMAT_SITUS = SITUS
    SIMPANAN.forget()


def _data(tamu: Client, t: Terbitan, nama: str) -> bytes:
    jawaban = tamu.get(reverse("publik_data", args=(t.slug, nama)))
    assert jawaban.status_code == 200
    assert jawaban.headers["Access-Control-Allow-Origin"] == "*"
    return jawaban.content


def test_figures_are_exact_and_what_is_missing_is_empty(terbitan: Terbitan, tamu: Client):
    satu, _, tiga = csv.DictReader(io.StringIO(_data(tamu, terbitan, "indikator.csv").decode()))
    assert satu["capaian"] == "103.8709677419354838709677419"
    assert satu["is_tercapai"] == "true"
    assert (tiga["realisasi"], tiga["status"]) == ("", "menunggu_rilis")
    assert tiga["alasan"] == "Nilai AKIP 2020 belum dirilis Kementerian PANRB."


def test_an_identifier_leads_to_its_place_on_the_page(terbitan: Terbitan, tamu: Client):
    dilihat = 0
    for tabel in ("indikator", "sasaran", "anggaran"):
        for baris in csv.DictReader(io.StringIO(_data(tamu, terbitan, f"{tabel}.csv").decode())):
            alamat = urlsplit(baris["id"])
            assert f"{alamat.scheme}://{alamat.netloc}" == SITUS
            assert f'id="{alamat.fragment}"' in tamu.get(alamat.path).content.decode()
            dilihat += 1
    assert dilihat == 7


def test_json_holds_the_same_rows_and_every_trace(terbitan: Terbitan, tamu: Client):
    isi = json.loads(_data(tamu, terbitan, "data.json"))
    assert isi["lisensi"] == "https://creativecommons.org/licenses/by/4.0/"
    assert isi["pagu"] == 20_184_522_000
    assert isi["jejak"]["1.1"]["capaian"]["operan"][0]["sumber"] == "Formulir D.Hasil"
    for tabel in ("indikator", "sasaran", "riwayat", "anggaran"):
        baris = list(csv.DictReader(io.StringIO(_data(tamu, terbitan, f"{tabel}.csv").decode())))
        assert [b["id"] for b in isi[tabel]] == [b["id"] for b in baris]
        assert baris


def test_unknown_data_is_not_there(terbitan: Terbitan, tamu: Client):
    for nama in ("dokumen.csv", "data.csv", "indikator", "indikator.json", "data.json.csv"):
        assert tamu.get(reverse("publik_data", args=(terbitan.slug, nama))).status_code == 404, nama


def test_all_offices_of_a_year_are_one_table(terbitan: Terbitan, tamu: Client):
    build_terbitan("337300", capaian="")
    build_terbitan("357300", 2019)
    jawaban = tamu.get(reverse("publik_data_tahun", args=(2020,)))
    baris = list(csv.DictReader(io.StringIO(jawaban.content.decode())))
    assert [(b["kode_satker"], b["capaian"]) for b in baris] == [("337300", ""), ("357200", "103.25")]


def test_the_catalogue_describes_every_report_with_its_files(terbitan: Terbitan, tamu: Client):
    jawaban = tamu.get(reverse("publik_katalog"))
    assert jawaban.headers["Content-Type"] == "application/ld+json"
    katalog, _ = json.loads(jawaban.content)["@graph"]
    assert katalog["@type"] == "dcat:Catalog"
    assert katalog["dct:license"]["@id"].startswith("https://creativecommons.org/licenses/by/4.0")
    (dataset,) = katalog["dcat:dataset"]
    assert dataset["dct:identifier"] == terbitan.slug
    dokumen = terbitan.daftar_dokumen.get()
    pdf = next(d for d in dataset["dcat:distribution"] if d["dcat:mediaType"]["@id"].endswith("application/pdf"))
    assert pdf["spdx:checksum"]["spdx:checksumValue"] == dokumen.sha256
    assert pdf["dcat:byteSize"] == dokumen.ukuran
    for d in dataset["dcat:distribution"]:
        jawaban = tamu.get(d["dcat:downloadURL"]["@id"].removeprefix(SITUS))
        assert b"".join(jawaban)  # to the end, which closes a file
        assert jawaban.status_code == 200
        assert jawaban.headers["Content-Type"].split(";")[0] == d["dcat:mediaType"]["@id"].split("media-types/")[1]


def test_harvesters_are_led_from_page_to_page(terbitan: Terbitan, tamu: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(data, "PER_KATALOG", 2)
    for tahun in (2017, 2018, 2019, 2021):
        build_terbitan(tahun=tahun)
    alamat, ditemukan = reverse("publik_katalog"), []
    while alamat:
        katalog, paging = json.loads(tamu.get(alamat).content)["@graph"]
        assert paging["hydra:totalItems"] == 5
        ditemukan += [d["dct:identifier"] for d in katalog["dcat:dataset"]]
        alamat = paging.get("hydra:nextPage", "").removeprefix(SITUS)
    assert len(ditemukan) == len(set(ditemukan)) == 5


def test_feeds_say_what_is_new(terbitan: Terbitan, tamu: Client):
    build_terbitan("357300", 2021)
    semua = etree.fromstring(tamu.get(reverse("publik_umpan")).content)
    assert [e.findtext(f"{ATOM}title") for e in semua.iter(f"{ATOM}entry")] == [
        "Laporan Kinerja KPU Kota Malang Tahun 2021",
        "Laporan Kinerja KPU Kota Blitar Tahun 2020",
    ]
    satu = etree.fromstring(tamu.get(reverse("publik_umpan_satker", args=("357200",))).content)
    (entri,) = satu.iter(f"{ATOM}entry")
    assert entri.findtext(f"{ATOM}id") == SITUS + reverse("publik_terbitan", args=(terbitan.slug,))
    assert "berjanji mencapai target 3 indikator" in str(entri.findtext(f"{ATOM}summary"))


def test_a_feed_without_news_does_not_change_by_itself(terbitan: Terbitan, tamu: Client):
    alamat = reverse("publik_umpan_satker", args=("337300",))
    assert b"<updated>2000-01-01T00:00:00" in tamu.get(alamat).content


def test_the_map_of_the_site_leads_to_pages_that_answer(terbitan: Terbitan, tamu: Client):
    build_terbitan(jenis="triwulan", triwulan=1)
    peta = etree.fromstring(tamu.get(reverse("publik_peta")).content)
    daftar = [str(loc.text).removeprefix(SITUS) for loc in peta.iter("{*}loc")]
    assert len(daftar) == len(set(daftar)) == 5 + 3 + 1 + 2
    assert all(tamu.get(alamat).status_code == 200 for alamat in daftar)


def test_robots_may_read_what_is_public(tamu: Client):
    isi = tamu.get("/robots.txt").content.decode()
    assert "Allow: /publik/" in isi
    assert f"Sitemap: {SITUS}{reverse('publik_peta')}" in isi
