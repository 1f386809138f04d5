"""A cell saved: a small question, a small answer that holds what the page must show."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from kantor_contoh import Kantor

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.pengukuran.models import Fakta
from doors.web.pengukuran.conftest import KISI, simpan

Masuk = Callable[[Pengguna], Client]


def test_the_answer_holds_the_stored_row_and_the_indicators_that_it_changed(kantor: Kantor, masuk: Masuk) -> None:
    danu = masuk(kantor.pemeran.danu)
    simpan(danu, {"kunci": "b", "nilai": "80"})
    jawaban = simpan(danu, {"nilai": "60,0", "sumber": "Tabel 3"})
    assert jawaban.status_code == 200
    isi = jawaban.json()
    fakta = kantor.terkini("a")
    assert isi["sel"] == [
        {"kunci": "a", "lama": str(fakta.pk), "nilai": "60", "status": "terukur", "alasan": "", "sumber": "Tabel 3"}
    ]
    assert isi["nomor"] == fakta.pk
    assert [(i["kode"], i["realisasi"], i["capaian"]) for i in isi["indikator"]] == [
        ("1.1", "75,00%", "96,77%"),
        ("1.2", "75,00%", "-550,00% (dihitung 0,00%)"),
    ]


def test_several_rows_are_judged_as_a_whole(kantor: Kantor, masuk: Masuk) -> None:
    jawaban = simpan(masuk(kantor.pemeran.danu), {"nilai": "60"}, {"kunci": "b", "nilai": "1,234"})
    assert jawaban.status_code == 422
    assert [s["kunci"] for s in jawaban.json()["sel"]] == ["b"]
    assert "1.234,5" in jawaban.json()["sel"][0]["galat"]["nilai"]
    assert not Fakta.objects.exists()


def test_a_correction_is_asked_for_its_reason(kantor: Kantor, masuk: Masuk) -> None:
    kantor.ukur(1, a=60, b=80)
    lama = str(kantor.terkini("a").pk)
    jawaban = simpan(masuk(kantor.pemeran.danu), {"nilai": "61", "status": "terukur", "lama": lama})
    assert jawaban.status_code == 422
    assert set(jawaban.json()["sel"][0]["perlu"]) == {"perubahan"}


def test_the_slower_of_two_sees_what_is_stored_and_by_whom(kantor: Kantor, masuk: Masuk) -> None:
    kantor.ukur(1, a=60, b=80)
    jawaban = simpan(masuk(kantor.pemeran.danu), {"nilai": "61", "status": "terukur", "perubahan": "x"})
    assert jawaban.status_code == 409
    bentrok = jawaban.json()["sel"][0]["bentrok"]
    assert bentrok["pesan"] == "Danu baru saja menyimpan “60” di sini."
    assert bentrok["lama"] == str(kantor.terkini("a").pk)
    assert bentrok["sekarang"]["nilai"] == "60"


def test_a_row_that_says_what_is_stored_keeps_its_fact(kantor: Kantor, masuk: Masuk) -> None:
    kantor.ukur(1, a=60, b=80)
    lama = str(kantor.terkini("a").pk)
    isi = simpan(masuk(kantor.pemeran.danu), {"nilai": "60", "status": "terukur", "lama": lama}).json()
    assert isi["sel"][0]["lama"] == lama
    assert Fakta.objects.filter(elemen__kode="a").count() == 1


def test_who_may_not_measure_is_refused_and_who_may_not_see_finds_nothing(kantor: Kantor, masuk: Masuk) -> None:
    ditolak = simpan(masuk(kantor.pemeran.rina), {"nilai": "60"})
    assert ditolak.status_code == 403
    assert "pengelola data" in ditolak.json()["pesan"]
    assert simpan(masuk(kantor.pemeran.tono), {"nilai": "60"}).status_code == 404


@pytest.mark.parametrize(
    "badan",
    [
        "", "[]", "{}", '{"sel": []}', '{"sel": {}}', '{"sel": [1]}', '{"sel": [{"kunci": 1}]}',
        '{"sel": [{"kunci": "a", "nilai": 60}]}', '{"sel": [{"kunci": "a", "nilai": "60", "lama": "x"}]}',
        '{"sel": [{"kunci": "a", "nilai": "6\\u00000"}]}', "\xff", "[" * 5000,
        json.dumps({"sel": [{"kunci": "a"}] * 501}), json.dumps({"sel": [], "x": "x" * 600_000}),
    ],
)  # fmt: skip
def test_whatever_is_sent_is_answered_with_a_message(kantor: Kantor, masuk: Masuk, badan: str) -> None:
    jawaban = masuk(kantor.pemeran.danu).post(f"{KISI}sel/", badan.encode("latin-1"), content_type="application/json")
    assert jawaban.status_code == 400
    assert jawaban.json()["pesan"]


def test_the_line_above_the_grid_is_asked_for_by_itself(kantor: Kantor, masuk: Masuk) -> None:
    kantor.ukur(1, a=60, b=80)
    halaman = masuk(kantor.pemeran.rina).get(f"{KISI}ringkasan/").content.decode()
    assert "2 dari 2 data terisi" in halaman
    assert "<html" not in halaman
