"""The description, for programs and for people: whole, and of nobody's data."""

import json

import pytest
from django.test import Client
from lxml import html

from akuntabel.doors.api import baris
from akuntabel.doors.api.masalah import DAFTAR_MASALAH
from akuntabel.doors.api.openapi import build_openapi


@pytest.fixture(scope="module")
def halaman() -> html.HtmlElement:
    """The page, without sign-in."""
    jawaban = Client().get("/api/v1/")
    assert jawaban.status_code == 200
    return html.document_fromstring(jawaban.content)


def test_description_is_openapi_3_1_and_for_everybody() -> None:
    jawaban = Client().get("/api/v1/openapi.json")
    isi = json.loads(jawaban.content)
    assert isi["openapi"] == "3.1.0"
    assert isi == json.loads(json.dumps(build_openapi()))
    assert Client().get("/api/v1/openapi.json", headers={"If-None-Match": jawaban["ETag"]}).status_code == 304


def test_every_operation_says_what_it_is_in_indonesian_words() -> None:
    for alamat, metode in build_openapi()["paths"].items():
        for operasi in metode.values():
            assert operasi["summary"], alamat
            assert not operasi["summary"].startswith(("Show", "Write")), alamat
            assert {"200", "401", "403", "404", "422", "429"} <= operasi["responses"].keys()


def test_every_reference_leads_somewhere() -> None:
    teks = json.dumps(build_openapi())
    komponen = build_openapi()["components"]
    acuan = {bagian.split('"')[0] for bagian in teks.split("#/components/")[1:]}
    assert len(acuan) > 40
    for a in acuan:
        jenis, nama = a.split("/")
        assert nama in komponen[jenis]


def test_no_two_shapes_share_a_name() -> None:
    def walk(kelas: type[baris.Baris]) -> list[str]:
        return [n for anak in kelas.__subclasses__() for n in (anak.__name__, *walk(anak))]

    nama = walk(baris.Baris)
    assert len(nama) == len(set(nama)) > 40


def test_page_names_every_operation_and_every_problem(halaman: html.HtmlElement) -> None:
    id_ = set(halaman.xpath("//@id"))
    operasi = {o["operationId"] for isi in build_openapi()["paths"].values() for o in isi.values()}
    assert operasi <= id_
    assert {f"masalah-{status}" for status in DAFTAR_MASALAH} <= id_
    assert {f"bentuk-{nama}" for nama in build_openapi()["components"]["schemas"]} <= id_


def test_every_link_of_the_page_leads_somewhere(halaman: html.HtmlElement) -> None:
    id_ = halaman.xpath("//@id")
    assert len(id_) == len(set(id_))
    for tujuan in halaman.xpath("//a/@href"):
        assert tujuan.startswith("/") or tujuan.removeprefix("#") in id_, tujuan


def test_page_loads_nothing_from_elsewhere_and_runs_nothing(halaman: html.HtmlElement) -> None:
    assert not halaman.xpath("//script | //style | //@style | //iframe | //img")
    assert all(a.startswith("/statis/") for a in halaman.xpath("//link/@href"))
