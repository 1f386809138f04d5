"""Danu's program measures: through the same act as the grid, all or nothing, once, and never over somebody unseen."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from kantor_contoh import Kantor

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.pengukuran.actions_triwulan import submit_pengukuran
from akuntabel.siklus.pengukuran.models import Bukti, Fakta
from doors.api.program import Program, masalah

ALAMAT = "/satker/357200/2026/fakta"
Bangun = Callable[..., Program]


@pytest.fixture
def danu(kantor: Kantor, program: Bangun) -> Program:
    """His program."""
    return program(kantor.pemeran.danu)


def sel(elemen: str = "a", nilai: str = "70", **lain: Any) -> dict[str, Any]:
    """A cell."""
    return {"elemen": elemen, "nilai": nilai, **lain}


def isi(*daftar: dict[str, Any], triwulan: int | None = 1) -> dict[str, Any]:
    """A body."""
    return {"triwulan": triwulan, "isian": list(daftar)}


def test_figures_are_stored_to_the_last_digit_and_the_capaian_follows(kantor: Kantor, danu: Program) -> None:
    jawaban = danu.post(ALAMAT, isi(sel("a", "62.874551"), sel("b", "80")))
    hasil = json.loads(jawaban.content)
    assert [(f["elemen"], f["nilai"], f["status"]) for f in hasil["tersimpan"]] == [
        ("a", "62.874551", "terukur"),
        ("b", "80", "terukur"),
    ]
    assert kantor.terkini("a").nilai == "62.874551"
    assert kantor.terkini("a").pencatat == kantor.pemeran.danu
    (sasaran,) = hasil["triwulan"]["sasaran"]
    pertama = sasaran["indikator"][0]
    assert (pertama["kode"], pertama["realisasi"]["nilai"]) == ("1.1", "78.59318875")
    assert pertama["realisasi"]["jejak"]["operan"]
    assert hasil["tahun"]["triwulan"] is None


def test_zero_is_a_measurement_and_nothing_is_not(kantor: Kantor, danu: Program) -> None:
    assert danu.post(ALAMAT, isi(sel("a", "0"))).status_code == 200
    assert kantor.terkini("a").status == "nol"
    tanpa = {"elemen": "b", "status": "tidak_diukur_tahun_ini", "alasan": "Survei ditunda."}
    assert danu.post(ALAMAT, isi(tanpa)).status_code == 200
    assert (kantor.terkini("b").nilai, kantor.terkini("b").alasan) == ("", "Survei ditunda.")


def test_one_wrong_cell_keeps_all_others_out(danu: Program) -> None:
    salah = masalah(danu.post(ALAMAT, isi(sel("a"), sel("tidak_ada"), {"elemen": "b"})), 422)
    assert {g["letak"] for g in salah["galat"]} == {"tidak_ada", "b"}
    assert not Fakta.objects.exists()


def test_correction_needs_its_reason_and_says_for_which_cell(kantor: Kantor, danu: Program) -> None:
    kantor.ukur(a=70)
    lama = kantor.terkini("a").pk
    perlu = masalah(danu.post(ALAMAT, isi(sel("a", "71", dilihat=lama))), 422)["perlu_alasan"]
    assert perlu == {"alasan_perubahan": ["a"], "alasan": []}
    jawaban = danu.post(ALAMAT, isi(sel("a", "71", dilihat=lama, alasan_perubahan="salah ketik")))
    (baru,) = json.loads(jawaban.content)["tersimpan"]
    assert (baru["nilai"], baru["menggantikan"]) == ("71", lama)


def test_both_sides_are_shown_where_somebody_was_faster(kantor: Kantor, danu: Program) -> None:
    kantor.ukur(a=70, b=80)
    dilihat = kantor.terkini("a").pk
    kantor.betulkan("a", 72)
    daftar = [
        sel("a", "71", dilihat=dilihat, alasan_perubahan="salah ketik"),
        sel("b", "81", dilihat=kantor.terkini("b").pk, alasan_perubahan="salah ketik"),
    ]
    galat = masalah(danu.post(ALAMAT, isi(*daftar)), 409)
    (bentrok,) = galat["bentrok"]
    assert bentrok["letak"] == "isian[0]"
    assert bentrok["tertulis"]["nilai"] == "71"
    assert (bentrok["sekarang"]["nilai"], bentrok["sekarang"]["id"]) == ("72", kantor.terkini("a").pk)
    assert galat["oleh"] == "Danu"
    assert (kantor.terkini("a").nilai, kantor.terkini("b").nilai) == ("72", "80")


def test_cell_that_was_thought_empty_is_not_written_over(kantor: Kantor, danu: Program) -> None:
    kantor.ukur(a=70)
    (bentrok,) = masalah(danu.post(ALAMAT, isi(sel("a", "71"))), 409)["bentrok"]
    assert bentrok["sekarang"]["nilai"] == "70"


def test_figure_is_taken_back(kantor: Kantor, danu: Program) -> None:
    kantor.ukur(a=70)
    tarik = {"elemen": "a", "dilihat": kantor.terkini("a").pk, "ditarik": True, "alasan_perubahan": "belum final"}
    assert danu.post(ALAMAT, isi(tarik)).status_code == 200
    assert not Fakta.objects.terkini().exists()


def test_evidence_is_named_by_its_code(kantor: Kantor, danu: Program) -> None:
    Bukti.objects.create(satker=kantor.satker, tahun=2026, kode="rekap-1", nama="Rekapitulasi", letak="halaman 1")
    assert danu.post(ALAMAT, isi(sel("a", bukti="rekap-1"))).status_code == 200
    assert str(kantor.terkini("a").bukti) == "Rekapitulasi"
    salah = masalah(danu.post(ALAMAT, isi(sel("b", bukti="rekap-2"))), 422)
    assert [g["letak"] for g in salah["galat"]] == ["isian[0].bukti"]


def test_closed_quarter_takes_nothing(kantor: Kantor, danu: Program) -> None:
    kantor.ukur(a=70, b=80)
    submit_pengukuran(kantor.satker, 2026, 1, by=kantor.pemeran.danu)
    kini = kantor.terkini("a").pk
    salah = masalah(danu.post(ALAMAT, isi(sel("a", "71", dilihat=kini, alasan_perubahan="salah ketik"))), 422)
    assert "sedang diperiksa" in salah["detail"]


def test_repeated_request_is_done_once(kantor: Kantor, danu: Program) -> None:
    pertama = danu.post(ALAMAT, isi(sel("a")), Idempotency_Key="kirim-1")
    kedua = danu.post(ALAMAT, isi(sel("a")), Idempotency_Key="kirim-1")
    assert pertama.status_code == kedua.status_code == 200
    assert json.loads(pertama.content) == json.loads(kedua.content)
    assert "Idempotency-Replayed" not in pertama.headers
    assert kedua.headers["Idempotency-Replayed"] == "true"
    assert Fakta.objects.count() == 1
    lain = masalah(danu.post(ALAMAT, isi(sel("b")), Idempotency_Key="kirim-1"), 422)
    assert "Idempotency-Key" in lain["detail"]


def test_refused_request_may_come_again_with_its_key(kantor: Kantor, danu: Program) -> None:
    kantor.ukur(a=70)
    masalah(danu.post(ALAMAT, isi(sel("a", "71")), Idempotency_Key="kirim-1"), 409)
    benar = sel("a", "71", dilihat=kantor.terkini("a").pk, alasan_perubahan="salah ketik")
    assert danu.post(ALAMAT, isi(benar), Idempotency_Key="kirim-1").status_code == 200


def test_trail_names_the_act_and_the_token(kantor: Kantor, danu: Program) -> None:
    danu.post(ALAMAT, isi(sel("a")), Idempotency_Key="kirim-1")
    tindakan = list(JejakAudit.objects.filter(pelaku=kantor.pemeran.danu).values_list("tindakan", flat=True))
    assert tindakan[-2:] == ["fakta.measure", "token.pakai"]
    jejak = JejakAudit.objects.get(tindakan="token.pakai")
    assert jejak.baru == {"metode": "POST", "alamat": f"/api/v1{ALAMAT}", "kunci": "kirim-1"}
