"""Officials, units and duties on the screen."""

from datetime import date

import pytest
from django.test import Client
from pemeran import Pemeran

from akuntabel.siklus.organisasi.actions_unit import draft_unit
from akuntabel.siklus.organisasi.models import Pejabat, Unit
from doors.web.organisasi.baca import Halaman

AWAL = "/satker/357200/"
BARU = {"peran": "pimpinan", "jabatan": "Ketua KPU Kota Blitar", "nama": "Ani", "sifat": "tetap", "mulai": "2019-06-01"}


@pytest.fixture
def rina(client: Client, pemeran: Pemeran) -> Client:
    """Signed in as the planner."""
    client.force_login(pemeran.rina)
    return client


def _ketua(rina: Client) -> Pejabat:
    assert rina.post(f"{AWAL}pejabat/baru/", BARU).status_code == 302
    return Pejabat.objects.get()


def test_an_official_is_written_down_without_thinking_up_a_key(rina: Client):
    assert _ketua(rina).kode == "ketua-kpu-kota-blitar"
    assert "Ani" in rina.get(f"{AWAL}pejabat/").text
    assert "Ketua KPU Kota Blitar" in rina.get(AWAL).text


def test_a_successor_follows_and_the_old_holder_stays_in_the_history(rina: Client):
    ketua = _ketua(rina)
    isi = {"nama": "Budi", "sifat": "tetap", "mulai": "2024-06-01", "alasan": "Keputusan 1", "versi": "0"}
    assert rina.post(f"{AWAL}pejabat/{ketua.pk}/ganti/", isi).status_code == 302
    ketua.refresh_from_db()
    assert ketua.selesai == date(2024, 5, 31)
    halaman = Halaman(rina.get(f"{AWAL}pejabat/").text)
    assert ["Budi" in b for b in halaman.baris(0)] == [True]
    assert ["Ani" in b and "31 Mei 2024" in b for b in halaman.baris(1)] == [True]


def test_a_second_holder_at_the_same_time_is_refused_beside_the_day(rina: Client):
    _ketua(rina)
    jawaban = rina.post(f"{AWAL}pejabat/baru/", BARU | {"nama": "Budi", "mulai": "2020-01-01"})
    assert "dipegang Ani" in Halaman(jawaban.text).galat["mulai"]


def test_a_correction_and_an_end(rina: Client):
    ketua = _ketua(rina)
    ubah = {"jabatan": ketua.jabatan, "nama": "Ani, S.H.", "mulai": "2019-06-01", "versi": "0"}
    assert rina.post(f"{AWAL}pejabat/{ketua.pk}/", ubah).status_code == 302
    bentrok = rina.post(f"{AWAL}pejabat/{ketua.pk}/", ubah | {"nama": "Ani S."})
    assert "sudah diubah orang lain" in bentrok.text
    akhir = {"selesai": "2019-05-31", "alasan": "Uji", "versi": "1"}
    assert "selesai" in Halaman(rina.post(f"{AWAL}pejabat/{ketua.pk}/akhiri/", akhir).text).galat
    assert rina.post(f"{AWAL}pejabat/{ketua.pk}/akhiri/", akhir | {"selesai": "2022-01-31"}).status_code == 302
    assert "Belum ada pejabat yang menjabat" in rina.get(f"{AWAL}pejabat/").text


def test_units_form_a_tree_with_duties(rina: Client, pemeran: Pemeran):
    rina.post(f"{AWAL}unit/baru/", {"nama": "Sekretariat", "jenis": "sekretariat"})
    rina.post(f"{AWAL}unit/baru/", {"nama": "Subbagian Data", "jenis": "subbagian", "induk": "sekretariat"})
    bawah = Unit.objects.get(kode="subbagian-data")
    assert bawah.induk.kode == "sekretariat"
    tugas = {"jenis_0": "tugas", "teks_0": "menyusun data", "jenis_1": "wewenang", "teks_1": "", "versi": "0"}
    assert rina.post(f"{AWAL}unit/{bawah.pk}/tugas/", tugas).status_code == 302
    assert [t.teks for t in bawah.daftar_tugas.all()] == ["menyusun data"]
    bentrok = rina.post(f"{AWAL}unit/{bawah.pk}/tugas/", tugas | {"teks_0": "lain"}).text
    assert "sudah diubah orang lain" in bentrok
    assert "menyusun data" in bentrok
    kewajiban = {"jenis_0": "kewajiban", "teks_0": "melapor", "versi": "0"}
    assert rina.post(f"{AWAL}tugas/", kewajiban).status_code == 302
    halaman = rina.get(AWAL).text
    assert "Subbagian Data" in halaman
    assert "Kewajiban 1:" in halaman
    ubah = {"nama": "Subbagian Data dan Informasi", "jenis": "subbagian", "induk": "sekretariat", "versi": "0"}
    assert rina.post(f"{AWAL}unit/{bawah.pk}/", ubah).status_code == 302


def test_things_of_another_office_are_not_there(rina: Client, pemeran: Pemeran):
    lain = draft_unit(pemeran.kota_lain, kode="x", jenis="divisi", nama="X", by=None)
    assert rina.get(f"{AWAL}unit/{lain.pk}/").status_code == 404
    assert rina.get(f"/satker/337300/unit/{lain.pk}/").status_code == 404


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "supervisor"])
def test_who_does_not_plan_or_manage_sees_no_buttons_and_is_refused(client: Client, pemeran: Pemeran, nama: str):
    client.force_login(getattr(pemeran, nama))
    assert "Tambah pejabat" not in client.get(f"{AWAL}pejabat/").text
    for alamat in ("pejabat/baru/", "unit/baru/", "tugas/"):
        assert client.get(f"{AWAL}{alamat}").status_code == 403
        assert client.post(f"{AWAL}{alamat}", BARU).status_code == 403
    assert not Pejabat.objects.exists()
