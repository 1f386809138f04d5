"""Rina settles on screen what is counted, in which parts, and who brings it."""

from collections.abc import Callable

from django.test import Client
from kantor_contoh import TAHUN, Kantor

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.pengukuran.models import Elemen

Masuk = Callable[[Pengguna], Client]
AWAL = "/satker/357200/2026/pengukuran/elemen/"
ISI = {
    "kode": "pemilih_disabilitas",
    "nama": "Pemilih disabilitas",
    "satuan": "orang",
    "bentuk": "angka",
    "konsolidasi": "terakhir",
    "asal": "internal",
    "is_jenis_kelamin": "on",
    "jenis": "disabilitas",
    "rincian": "netra\n\n rungu \nnetra",
}


def test_what_formulas_name_is_drafted_by_one_button(kantor: Kantor, masuk: Masuk) -> None:
    Elemen.objects.all().delete()
    rina = masuk(kantor.pemeran.rina)
    assert "Rumus indikator memakai a, b" in rina.get(AWAL).text
    jawaban = rina.post(f"{AWAL}susun/", follow=True).text
    assert "2 elemen disusun dari rumus" in jawaban
    assert "indikator 1.1, 1.2" in jawaban
    assert set(Elemen.objects.values_list("kode", flat=True)) == {"a", "b"}


def test_an_element_is_added_with_its_parts(kantor: Kantor, masuk: Masuk) -> None:
    rina = masuk(kantor.pemeran.rina)
    assert "Elemen tersimpan" in rina.post(f"{AWAL}baru/", ISI, follow=True).text
    elemen = Elemen.objects.get(kode="pemilih_disabilitas")
    assert [str(r) for r in elemen.daftar_rincian.all()] == ["netra L", "netra P", "rungu L", "rungu P"]
    assert elemen.daftar_rincian.first().jenis == "disabilitas"
    assert "netra L, netra P" in rina.get(AWAL).text


def test_what_is_wrong_stands_beside_its_field(kantor: Kantor, masuk: Masuk) -> None:
    jawaban = masuk(kantor.pemeran.rina).post(f"{AWAL}baru/", ISI | {"kode": "Dpt.P", "nama": ""}).text
    assert "huruf kecil, angka, dan garis bawah" in jawaban
    assert "Belum diisi" in jawaban
    assert "netra" in jawaban  # what was written is still there


def test_the_second_of_two_editors_sees_what_is_stored(kantor: Kantor, masuk: Masuk) -> None:
    elemen = kantor.elemen["a"]
    isi = ISI | {"kode": "a", "nama": "Pengguna", "is_jenis_kelamin": "", "rincian": "", "versi": "0"}
    rina = masuk(kantor.pemeran.rina)
    rina.post(f"{AWAL}{elemen.pk}/", isi)
    jawaban = masuk(kantor.pemeran.danu).post(f"{AWAL}{elemen.pk}/", isi | {"nama": "Suara"}).text
    assert "sudah diubah orang lain" in jawaban
    assert "Pengguna" in jawaban
    assert Elemen.objects.get(pk=elemen.pk).nama == "Pengguna"


def test_what_has_facts_keeps_its_meaning(kantor: Kantor, masuk: Masuk) -> None:
    kantor.ukur(a=60)
    rina = masuk(kantor.pemeran.rina)
    alamat = f"{AWAL}{kantor.elemen['a'].pk}/"
    assert "kode, satuan, isi, dan cara ke tahunnya tetap" in rina.get(alamat).text
    isi = ISI | {"kode": "a", "is_jenis_kelamin": "", "rincian": "", "satuan": "kali", "versi": "0"}
    assert "artinya tetap" in rina.post(alamat, isi).text
    assert "sudah mempunyai fakta" in rina.post(f"{alamat}hapus/", follow=True).text


def test_another_office_sees_nothing_of_it(kantor: Kantor, masuk: Masuk) -> None:
    tono = masuk(kantor.pemeran.tono)
    assert tono.get(AWAL).status_code == 404
    alamat = f"/satker/{kantor.pemeran.kota_lain.kode}/{TAHUN}/pengukuran/elemen/{kantor.elemen['a'].pk}/"
    assert tono.get(alamat).status_code == 404
