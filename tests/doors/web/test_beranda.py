"""Beranda says what is due and whose turn it is; the palette finds; what is typed and not saved comes back."""

import json
from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory
from pemeran import Pemeran, build_pemeran
from rencana_contoh import Rencana, build_rencana

from akuntabel.doors.web.galat import rusak
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.draf.models import PALING_BANYAK, DrafIsian
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.perjanjian.actions import approve_perjanjian, draft_perjanjian, submit_perjanjian

Masuk = Callable[[Pengguna], Client]
RUANG = "/satker/357200/2026/"


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """The cast."""
    return build_pemeran()


@pytest.fixture
def rencana(pemeran: Pemeran) -> Rencana:
    """The plan."""
    return build_rencana(pemeran)


def _masuk(pengguna: Pengguna) -> Client:
    klien = Client()
    klien.force_login(pengguna)
    return klien


def test_who_has_one_office_lands_in_it(pemeran: Pemeran):
    jawaban = _masuk(pemeran.rina).get("/")
    assert jawaban.status_code == 302
    assert jawaban["Location"].startswith("/satker/357200/")


def test_who_has_several_offices_chooses(pemeran: Pemeran):
    assign_peran(pemeran.rina, pemeran.kota_lain, Peran.PERENCANA, by=None)
    halaman = _masuk(pemeran.rina).get("/").text
    assert "KPU Kota Blitar" in halaman
    assert "KPU Kota Salatiga" in halaman


def test_who_has_not_signed_in_is_sent_to_the_log_in(client: Client, pemeran: Pemeran):
    assert client.get(RUANG)["Location"].startswith("/masuk/")


def test_each_person_is_told_their_own_next_step(pemeran: Pemeran, rencana: Rencana):
    rina, ketua = _masuk(pemeran.rina), _masuk(pemeran.bu_ketua)
    assert "Susun Perjanjian Kinerja 2026" in rina.get(RUANG).text
    assert "Susun Perjanjian Kinerja 2026" not in ketua.get(RUANG).text
    p = draft_perjanjian(pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina)
    assert "Lengkapi dan ajukan" in rina.get(RUANG).text
    submit_perjanjian(p, by=pemeran.rina)
    assert "Lengkapi dan ajukan" not in rina.get(RUANG).text
    assert "Setujui atau kembalikan" in ketua.get(RUANG).text
    approve_perjanjian(p, by=pemeran.bu_ketua)
    assert "Tandatangani" in ketua.get(RUANG).text


def test_without_a_plan_the_first_step_is_the_plan(pemeran: Pemeran):
    assert "adopsi Renstra" in _masuk(pemeran.rina).get(RUANG).text


def test_another_office_is_not_there(pemeran: Pemeran):
    assert _masuk(pemeran.tono).get(RUANG).status_code == 404
    assert _masuk(pemeran.supervisor).get(RUANG).status_code == 200


def test_the_palette_finds_indicators_offices_and_pages_one_may_see(pemeran: Pemeran, rencana: Rencana):
    kueri = {"q": "blitar", "dari": RUANG}
    rina = _masuk(pemeran.rina)
    assert "KPU Kota Blitar" in rina.get("/cari/", kueri).text
    assert "KPU Kota Blitar" not in _masuk(pemeran.tono).get("/cari/", kueri).text.replace("Cari blitar", "")
    palet = rina.get("/cari/", {"q": "perjanjian kin", "dari": RUANG}, headers={"HX-Request": "true"}).text
    assert f"{RUANG}perjanjian/" in palet
    assert "<html" not in palet


@pytest.mark.parametrize("kata", ["²", "\x00", "9" * 40, "%_'\"", "x" * 5000])
def test_no_search_breaks_the_page(pemeran: Pemeran, kata: str):
    assert _masuk(pemeran.rina).get("/cari/", {"q": kata, "dari": RUANG}).status_code == 200


def test_what_was_typed_and_not_saved_is_offered_again(pemeran: Pemeran, rencana: Rencana):
    p = draft_perjanjian(pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina)
    submit_perjanjian(p, by=pemeran.rina)
    alamat = f"{RUANG}perjanjian/{p.pk}/kembalikan/"
    ketua = _masuk(pemeran.bu_ketua)
    assert _kirim_draf(ketua, alamat, {"alasan": "Target 1.2 perlu"}).status_code == 200
    assert "belum disimpan" in ketua.get(alamat).text
    assert "Target 1.2 perlu" in ketua.get(alamat, {"draf": "pakai"}).text
    ketua.post(alamat, {"alasan": "Target 1.2 perlu dinaikkan"})
    assert not DrafIsian.objects.exists()


def test_a_draft_is_nobody_elses(pemeran: Pemeran):
    _kirim_draf(_masuk(pemeran.rina), "/a/", {"x": "1"})
    _kirim_draf(_masuk(pemeran.tono), "/a/", {"x": "2"})
    assert DrafIsian.objects.get(pengguna=pemeran.rina).isi == {"x": "1"}
    _masuk(pemeran.tono).post("/draf/buang/", {"halaman": "/a/"})
    assert DrafIsian.objects.get().pengguna == pemeran.rina


@pytest.mark.parametrize("isi", [b"bukan json", b"[]", b'{"halaman": "/a/"}', b'{"halaman": "x", "isi": {}}'])
def test_a_draft_that_is_none_is_refused(pemeran: Pemeran, isi: bytes):
    jawaban = _masuk(pemeran.rina).post("/draf/", isi, content_type="application/json")
    assert jawaban.status_code == 400
    assert not DrafIsian.objects.exists()


def test_old_drafts_give_way_to_new_ones(pemeran: Pemeran):
    DrafIsian.objects.bulk_create(DrafIsian(pengguna=pemeran.rina, halaman=f"/{n}/") for n in range(PALING_BANYAK))
    _kirim_draf(_masuk(pemeran.rina), "/baru/", {"x": "1"})
    assert DrafIsian.objects.count() == PALING_BANYAK
    assert DrafIsian.objects.filter(halaman="/baru/").exists()


def test_throwing_a_draft_away_never_leads_off_the_site(pemeran: Pemeran):
    jawaban = _masuk(pemeran.rina).post("/draf/buang/", {"halaman": "https://contoh.invalid/"})
    assert jawaban["Location"] == "/"


def _kirim_draf(klien: Client, halaman: str, isi: dict[str, str]):
    return klien.post("/draf/", json.dumps({"halaman": halaman, "isi": isi}), content_type="application/json")


def test_a_fault_of_ours_is_one_calm_page(rf: RequestFactory):
    jawaban = rusak(rf.get("/"))
    assert jawaban.status_code == 500
    assert "Yang sudah tersimpan tetap aman" in jawaban.text
