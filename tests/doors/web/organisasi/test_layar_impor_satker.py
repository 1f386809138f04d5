"""Import of a list of offices on the screen."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pemeran import Pemeran

from akuntabel.core.readers.isian.baca import read_isian
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.impor_satker import FORMULIR_SATKER
from akuntabel.siklus.organisasi.models import Peran, Satker
from doors.web.organisasi.baca import Halaman

ALAMAT = "/satker/350000/bawahan/impor/"
KEPALA = "kode;nama;nama_lengkap;jenis;wilayah;induk;kota;entitas;kementerian"


@pytest.fixture
def admin(client: Client, pemeran: Pemeran) -> Client:
    """Signed in as the admin of the province."""
    assign_peran(pemeran.admin, pemeran.provinsi, Peran.ADMIN, by=None)
    client.force_login(pemeran.admin)
    return client


def _berkas(*baris: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("satker.csv", "\n".join((KEPALA, *baris)).encode())


def _baris(kode: str, induk: str = "", jenis: str = "kota") -> str:
    return f"{kode};KPU {kode};KPU {kode};{jenis};35;{induk};Blitar;KPU;KPU (BA 076)"


def test_a_list_is_checked_first_and_written_when_asked(admin: Client):
    jawaban = admin.post(ALAMAT, {"berkas": _berkas(_baris("B", "A"), _baris("A")), "is_periksa": "on"})
    assert "Tidak ada masalah: 2 satker baru" in jawaban.text
    assert not Satker.objects.filter(kode="A").exists()
    assert admin.post(ALAMAT, {"berkas": _berkas(_baris("B", "A"), _baris("A"))}).status_code == 302
    assert Satker.objects.get(kode="B").induk.kode == "A"


def test_all_problems_are_listed_and_nothing_is_written(admin: Client):
    jawaban = admin.post(ALAMAT, {"berkas": _berkas(_baris("A"), _baris("B", "X"), _baris("C", jenis="desa"))})
    assert "2 masalah; tidak ada yang disimpan" in jawaban.text
    assert "F (Kode induk)" in jawaban.text
    assert not Satker.objects.filter(kode="A").exists()


def test_a_table_may_be_pasted(admin: Client):
    tempelan = "\n".join((KEPALA, _baris("A"))).replace(";", "\t")
    assert admin.post(ALAMAT, {"tempelan": tempelan}).status_code == 302
    assert Satker.objects.filter(kode="A").exists()


def test_nothing_handed_in_is_said_beside_the_field(admin: Client):
    assert "berkas" in Halaman(admin.post(ALAMAT, {}).text).galat


def test_what_is_no_list_is_said_in_words(admin: Client):
    jawaban = admin.post(ALAMAT, {"berkas": SimpleUploadedFile("a.xlsx", b"PK\x03\x04 rusak")})
    assert jawaban.status_code == 200
    assert "1 masalah" in jawaban.text


def test_the_template_can_be_downloaded(admin: Client):
    jawaban = admin.get(f"{ALAMAT}templat.xlsx")
    assert not read_isian(FORMULIR_SATKER, "t.xlsx", io.BytesIO(jawaban.content).getvalue()).masalah
