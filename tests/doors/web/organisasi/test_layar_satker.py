"""Offices on the screen: the list, the office, its letterhead, its place in the tree."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pemeran import Pemeran
from PIL import Image

from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.organisasi.pohon_kpu import build_pohon_kpu
from doors.web.organisasi.baca import Halaman

PROFIL = {
    "nama": "KPU Kota Blitar",
    "nama_lengkap": "Komisi Pemilihan Umum Kota Blitar",
    "kementerian": "Komisi Pemilihan Umum (BA 076)",
    "entitas": "KPU",
    "kota": "Blitar",
    "alamat": "Jalan Contoh 1",
    "surel": "kpu@contoh.go.id",
    "laman": "https://contoh.go.id",
    "versi": "0",
}


def _masuk(client: Client, orang: object) -> Client:
    client.force_login(orang)  # type: ignore[arg-type]
    return client


def test_the_list_shows_what_a_person_sees_and_finds_it(client: Client, pemeran: Pemeran):
    _masuk(client, pemeran.supervisor)
    halaman = client.get("/satker/").text
    assert "KPU Provinsi Jawa Timur" in halaman
    assert "KPU Kota Blitar" in halaman
    assert "Salatiga" not in halaman
    for kueri, jumlah in (("q=blitar", 1), ("q=3572", 1), ("jenis=provinsi", 1), ("q=tiada", 0)):
        assert len(Halaman(client.get(f"/satker/?{kueri}").text).baris()) == jumlah
    assert "Tidak ada satker yang cocok" in client.get("/satker/?q=tiada").text


def test_the_list_costs_the_same_however_many_offices_there_are(client: Client, pemeran: Pemeran):
    pusat = build_pohon_kpu()
    assign_peran(pemeran.supervisor, pusat, Peran.SUPERVISOR, by=None)
    _masuk(client, pemeran.supervisor)
    client.get("/satker/")
    jumlah = []
    for kueri in ("?q=KPU-1101", "", "?provinsi=KPU-35", "?halaman=9"):
        with CaptureQueriesContext(connection) as tangkap:
            jawaban = client.get(f"/satker/{kueri}")
        jumlah.append(len(tangkap))
        assert jawaban.status_code == 200
    assert len(set(jumlah)) == 1
    assert len(Halaman(client.get("/satker/?provinsi=KPU-35&halaman=1").text).baris()) == 39
    assert "Halaman 1 dari 12" in client.get("/satker/").text


def test_the_office_page_shows_what_the_office_is(client: Client, pemeran: Pemeran):
    halaman = _masuk(client, pemeran.danu).get("/satker/357200/").text
    for teks in ("357200", "KPU Provinsi Jawa Timur", "Komisi Pemilihan Umum (BA 076)", "Entitas pelapor"):
        assert teks in halaman
    assert "Ubah profil" not in halaman  # Danu measures


def test_rina_changes_the_profile_and_the_history_says_so(client: Client, pemeran: Pemeran):
    _masuk(client, pemeran.rina)
    assert client.post("/satker/357200/profil/", PROFIL).headers["Location"] == "/satker/357200/"
    halaman = client.get("/satker/357200/").text
    assert "Jalan Contoh 1" in halaman
    assert "Rina" in halaman


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(client: Client, pemeran: Pemeran):
    _masuk(client, pemeran.rina)
    jawaban = client.post("/satker/357200/profil/", PROFIL | {"laman": "salah", "kode_pos": "12", "nama": ""})
    assert set(Halaman(jawaban.text).galat) == {"nama"}
    jawaban = client.post("/satker/357200/profil/", PROFIL | {"laman": "salah", "kode_pos": "12"})
    assert set(Halaman(jawaban.text).galat) == {"laman", "kode_pos"}
    assert "Jalan Contoh 1" in jawaban.text
    assert Satker.objects.get(kode="357200").alamat == ""


def test_the_second_of_two_editors_sees_both_versions(client: Client, pemeran: Pemeran):
    _masuk(client, pemeran.admin).post("/satker/357200/profil/", PROFIL | {"alamat": "Jalan Admin"})
    jawaban = _masuk(client, pemeran.rina).post("/satker/357200/profil/", PROFIL)
    assert "sudah diubah orang lain" in jawaban.text
    assert "Jalan Admin" in jawaban.text
    assert "Jalan Contoh 1" in jawaban.text
    kedua = client.post("/satker/357200/profil/", PROFIL | {"versi": Halaman(jawaban.text).nilai("versi")})
    assert kedua.status_code == 302
    assert Satker.objects.get(kode="357200").alamat == "Jalan Contoh 1"


def test_the_logo_is_shown_in_the_letterhead_and_never_runs(client: Client, pemeran: Pemeran):
    _masuk(client, pemeran.rina)
    keluaran = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(keluaran, "PNG")
    gambar = SimpleUploadedFile("logo.png", keluaran.getvalue(), "image/png")
    jawaban = client.post("/satker/357200/logo/", {"berkas": gambar, "versi": "0"})
    assert jawaban.status_code == 302, Halaman(jawaban.text).galat
    assert 'src="/satker/357200/logo/gambar/"' in client.get("/satker/357200/").text
    terkirim = client.get("/satker/357200/logo/gambar/")
    assert b"".join(terkirim.streaming_content) == keluaran.getvalue()
    assert terkirim.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in terkirim.headers["Content-Security-Policy"]


def test_what_is_no_picture_is_no_logo(client: Client, pemeran: Pemeran):
    _masuk(client, pemeran.rina)
    for nama, isi in (("logo.png", b"<html>bukan gambar</html>"), ("logo.pdf", b"%PDF-1.4 bukan logo")):
        jawaban = client.post("/satker/357200/logo/", {"berkas": SimpleUploadedFile(nama, isi), "versi": "0"})
        assert "berkas" in Halaman(jawaban.text).galat
    assert Satker.objects.get(kode="357200").logo is None
    assert client.get("/satker/357200/logo/gambar/").status_code == 404


def test_a_second_entity_is_added(client: Client, pemeran: Pemeran):
    _masuk(client, pemeran.rina)
    client.post("/satker/357200/entitas/baru/", {"nama": "Sekretariat", "peran_pimpinan": "sekretaris"})
    assert [e.kode for e in pemeran.kota.daftar_entitas.all()] == ["kpu", "sekretariat"]
    jawaban = client.post("/satker/357200/entitas/baru/", {"nama": "Sekretariat", "peran_pimpinan": "sekretaris"})
    assert jawaban.status_code == 200
    assert "sudah mempunyai entitas dengan nama itu" in Halaman(jawaban.text).ringkasan


def test_the_admin_of_the_province_founds_and_staffs_an_office(client: Client, pemeran: Pemeran):
    assign_peran(pemeran.admin, pemeran.provinsi, Peran.ADMIN, by=None)
    _masuk(client, pemeran.admin)
    baru = PROFIL | {"kode": "357999", "jenis": "kota", "nama": "KPU Kota Baru"}
    assert client.post("/satker/350000/bawahan/baru/", baru).headers["Location"] == "/satker/357999/"
    assert Satker.objects.get(kode="357999").induk == pemeran.provinsi
    orang = {"satker": "357999", "email": "admin@baru.go.id", "nama": "Admin Baru"}
    assert "dikirim ke admin@baru.go.id" in client.post("/satker/350000/bawahan/admin/", orang, follow=True).text
    assert Satker.objects.get(kode="357999").daftar_penugasan.get().pengguna.email == "admin@baru.go.id"
    lain = client.post("/satker/350000/bawahan/admin/", orang | {"satker": "337300"})
    assert "Tidak ada satker berkode 337300" in lain.text


def test_an_office_moves_with_a_reason(client: Client, pemeran: Pemeran):
    for satker in (pemeran.provinsi, pemeran.pusat):
        assign_peran(pemeran.admin, satker, Peran.ADMIN, by=None)
    _masuk(client, pemeran.admin)
    tanpa = client.post("/satker/357200/pindah/", {"induk": "330000", "alasan": ""})
    assert "alasan" in Halaman(tanpa.text).galat
    assert client.post("/satker/357200/pindah/", {"induk": "330000", "alasan": "Uji"}).status_code == 302
    assert Satker.objects.get(kode="357200").induk.kode == "330000"
    melingkar = client.post("/satker/330000/pindah/", {"induk": "357200", "alasan": "Uji"})
    assert melingkar.status_code == 403  # not its admin


@pytest.mark.parametrize(
    "alamat",
    ["profil/", "logo/", "entitas/baru/", "pindah/", "bawahan/baru/", "bawahan/admin/", "bawahan/impor/", "unit/baru/"],
)
def test_tono_gets_404_and_the_supervisor_sees_but_does_not_act(client: Client, pemeran: Pemeran, alamat: str):
    assert _masuk(client, pemeran.tono).get(f"/satker/357200/{alamat}").status_code == 404
    assert client.post(f"/satker/357200/{alamat}", {}).status_code == 404
    assert _masuk(client, pemeran.supervisor).get("/satker/357200/").status_code == 200
    assert client.get(f"/satker/357200/{alamat}").status_code == 403
    assert client.post(f"/satker/357200/{alamat}", {}).status_code == 403


def test_who_has_not_signed_in_is_asked_to(client: Client, pemeran: Pemeran):
    for alamat in ("/satker/", "/satker/357200/", "/satker/357200/pleno/"):
        assert client.get(alamat).status_code == 302
