"""The bell counts, the list opens, one's messages are nobody else's, and a mail comes as often as one likes."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pemeran import Pemeran, build_pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.baca import count_belum_dibaca, find_jadwal
from akuntabel.platform.notifikasi.kirim import notify
from akuntabel.platform.notifikasi.models import JadwalRingkasan, Notifikasi


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """The cast."""
    return build_pemeran()


def _masuk(pengguna: Pengguna) -> Client:
    klien = Client()
    klien.force_login(pengguna)
    return klien


def _tell(*daftar: Pengguna, kunci: str = "a") -> None:
    notify(daftar, jenis="uji", teks="Setujui <b>PK</b>.", alamat="/satker/357200/", kunci=kunci)


def test_the_bell_counts_what_is_new(pemeran: Pemeran):
    rina = _masuk(pemeran.rina)
    assert "belum dibaca" not in rina.get("/satker/357200/").text
    _tell(pemeran.rina)
    _tell(pemeran.rina, kunci="b")
    assert '<span class="jumlah-baru">2<span' in rina.get("/satker/357200/").text


def test_opening_leads_to_the_work_and_counts_as_read(pemeran: Pemeran):
    _tell(pemeran.rina)
    rina = _masuk(pemeran.rina)
    assert "Setujui &lt;b&gt;PK&lt;/b&gt;." in rina.get("/notifikasi/").text
    jawaban = rina.post(f"/notifikasi/{Notifikasi.objects.get().pk}/buka/")
    assert jawaban["Location"] == "/satker/357200/"
    assert count_belum_dibaca(pemeran.rina) == 0
    assert "Setujui" in rina.get("/notifikasi/").text  # still there, as read


def test_one_or_all_are_marked_as_read(pemeran: Pemeran):
    for kunci in "abc":
        _tell(pemeran.rina, kunci=kunci)
    rina = _masuk(pemeran.rina)
    rina.post(f"/notifikasi/{Notifikasi.objects.get(kunci='b').pk}/baca/")
    assert count_belum_dibaca(pemeran.rina) == 2
    rina.post("/notifikasi/semua/")
    assert count_belum_dibaca(pemeran.rina) == 0


def test_messages_of_another_person_are_not_there(pemeran: Pemeran):
    _tell(pemeran.rina)
    pk, danu = Notifikasi.objects.get().pk, _masuk(pemeran.danu)
    assert "Setujui" not in danu.get("/notifikasi/").text
    assert danu.post(f"/notifikasi/{pk}/buka/").status_code == 404
    assert danu.post(f"/notifikasi/{pk}/baca/").status_code == 404
    danu.post("/notifikasi/semua/")
    assert count_belum_dibaca(pemeran.rina) == 1


def test_a_person_chooses_how_often_a_mail_comes(pemeran: Pemeran):
    rina = _masuk(pemeran.rina)
    assert "Setiap Senin" in rina.get("/notifikasi/pilihan/").text
    rina.post("/notifikasi/pilihan/", {"ringkasan": "mingguan"})
    assert find_jadwal(pemeran.rina) is JadwalRingkasan.MINGGUAN
    assert find_jadwal(pemeran.danu) is JadwalRingkasan.HARIAN
    assert rina.post("/notifikasi/pilihan/", {"ringkasan": "tiap menit"}).status_code == 200
    assert find_jadwal(pemeran.rina) is JadwalRingkasan.MINGGUAN


def test_the_bell_is_one_query_of_a_page_however_much_there_is(pemeran: Pemeran):
    for n in range(30):
        _tell(pemeran.rina, kunci=str(n))
    rina = _masuk(pemeran.rina)
    with CaptureQueriesContext(connection) as kueri:
        rina.get("/satker/357200/")
    assert len([k for k in kueri if "notifikasi" in k["sql"]]) == 1
