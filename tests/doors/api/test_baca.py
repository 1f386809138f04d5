"""Reading: page by page and every row once, one office or all below it, and nothing twice that has not changed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from kantor_contoh import Kantor

from akuntabel.siklus.pengukuran.models import Bukti, Elemen, Fakta
from akuntabel.siklus.perencanaan.models import KodeReferensi
from doors.api.program import Program, masalah

KOTA = "/satker/357200/2026"
Bangun = Callable[..., Program]


@pytest.fixture
def danu(kantor: Kantor, program: Bangun) -> Program:
    """His program."""
    return program(kantor.pemeran.danu)


def _bukti(satker: Any, jumlah: int) -> None:
    for n in range(jumlah):
        Bukti.objects.create(satker=satker, tahun=2026, kode=f"b{n}", nama=f"Bukti {n}", letak="halaman 1")


def test_every_row_comes_once_page_by_page(kantor: Kantor, danu: Program) -> None:
    _bukti(kantor.satker, 7)
    kode, halaman, jumlah = [], f"{KOTA}/bukti?batas=3", 0
    while halaman:
        isi = danu.read(halaman)
        kode += [b["kode"] for b in isi["data"]]
        halaman, jumlah = isi["berikutnya"], jumlah + 1
    assert kode == [f"b{n}" for n in range(7)]
    assert jumlah == 3


def test_row_that_came_meanwhile_moves_no_page(kantor: Kantor, danu: Program) -> None:
    _bukti(kantor.satker, 4)
    pertama = danu.read(f"{KOTA}/bukti?batas=2")
    Bukti.objects.filter(kode="b0").delete()
    kedua = danu.read(pertama["berikutnya"])
    assert [b["kode"] for b in kedua["data"]] == ["b2", "b3"]
    assert kedua["berikutnya"] is None


def test_office_above_reads_all_below_it_at_once(kantor: Kantor, program: Bangun) -> None:
    p = kantor.pemeran
    _bukti(p.kota, 1)
    _bukti(p.kota_lain, 1)
    supervisor = program(p.supervisor)
    assert supervisor.read("/satker/350000/2026/bukti")["data"] == []
    (baris,) = supervisor.read("/satker/350000/2026/bukti?bawahan=true")["data"]
    assert baris["satker"] == "357200"


def test_next_page_keeps_the_question(kantor: Kantor, program: Bangun) -> None:
    _bukti(kantor.pemeran.kota, 3)
    supervisor = program(kantor.pemeran.supervisor)
    isi = supervisor.read("/satker/350000/2026/bukti?bawahan=true&batas=2")
    assert len(supervisor.read(isi["berikutnya"])["data"]) == 1


def test_looking_down_is_only_for_roles_that_look_down(kantor: Kantor, program: Bangun) -> None:
    p = kantor.pemeran
    _bukti(p.kota, 1)
    masalah(program(p.danu).get("/satker/350000/2026/bukti?bawahan=true"), 404)


def test_unchanged_answer_is_not_sent_again(kantor: Kantor, danu: Program) -> None:
    pertama = danu.get(f"{KOTA}/fakta")
    tanda = pertama.headers["ETag"]
    ulang = danu.get(f"{KOTA}/fakta", **{"If-None-Match": f'"lain", W/{tanda}'})
    assert (ulang.status_code, ulang.content, ulang.headers["ETag"]) == (304, b"", tanda)
    kantor.ukur(a=70)
    baru = danu.get(f"{KOTA}/fakta", **{"If-None-Match": tanda})
    assert baru.status_code == 200
    assert baru.headers["ETag"] != tanda


def test_answers_of_a_person_are_no_pages_and_stay_private(danu: Program) -> None:
    kepala = danu.get(f"{KOTA}/fakta").headers
    assert kepala["Cache-Control"] == "private, no-cache"
    assert kepala["Content-Disposition"].startswith("attachment")
    assert "Authorization" in kepala["Vary"]


def test_facts_are_those_that_hold_or_all_that_were(kantor: Kantor, danu: Program) -> None:
    kantor.ukur(a=70, b=80)
    kantor.ukur(triwulan=2, a=75)
    kantor.betulkan("a", 71)
    assert {(f["triwulan"], f["elemen"], f["nilai"]) for f in danu.read(f"{KOTA}/fakta")["data"]} == {
        (1, "a", "71"),
        (1, "b", "80"),
        (2, "a", "75"),
    }
    assert [f["nilai"] for f in danu.read(f"{KOTA}/fakta?triwulan=2")["data"]] == ["75"]
    assert len(danu.read(f"{KOTA}/fakta?riwayat=true")["data"]) == Fakta.objects.count() == 4


def test_figure_that_is_missing_is_null_with_its_reason(kantor: Kantor, danu: Program) -> None:
    (sasaran,) = danu.read(f"{KOTA}/capaian?triwulan=1")["sasaran"]
    capaian = sasaran["indikator"][0]["capaian"]
    assert capaian["nilai"] is None
    assert capaian["status"] == "tidak_dapat_dihitung"
    assert capaian["alasan"]


def test_plan_comes_with_its_indicators_and_targets(danu: Program) -> None:
    renstra = danu.read(f"{KOTA}/renstra")
    assert (renstra["satker"], renstra["mulai"]) == ("000000", 2025)
    (sasaran,) = renstra["sasaran"]
    assert [(i["kode"], i["target"][0]["target"]) for i in sasaran["indikator"]] == [("1.1", "77.5"), ("1.2", "10")]


def test_agreement_comes_with_its_lines(kantor: Kantor, danu: Program) -> None:
    (perjanjian,) = danu.read(f"{KOTA}/perjanjian")["data"]
    assert (perjanjian["status"], perjanjian["sidik"]) == ("ditandatangani", kantor.perjanjian.sidik)
    assert [t["indikator"] for t in perjanjian["target"]] == ["1.1", "1.2"]


def test_more_rows_cost_no_more_questions(kantor: Kantor, danu: Program) -> None:
    def count(alamat: str) -> int:
        with CaptureQueriesContext(connection) as kueri:
            danu.read(alamat)
        return len(kueri)

    daftar = ("bukti", "elemen", "perjanjian", "kode-anggaran")
    danu.read("/saya")  # what is read once per process
    for nama in daftar:
        danu.read(f"{KOTA}/{nama}")
    sedikit = [count(f"{KOTA}/{nama}") for nama in daftar]
    _bukti(kantor.satker, 30)
    for n in range(20):
        Elemen.objects.create(satker=kantor.satker, tahun=2026, kode=f"e{n}", nama=f"E{n}", konsolidasi="terakhir")
        KodeReferensi.objects.create(satker=kantor.satker, tahun=2026, kode=f"K{n}", tingkat="output", uraian="X")
    assert [count(f"{KOTA}/{nama}") for nama in daftar] == sedikit
    assert max(sedikit) <= 8
