"""Pohon kinerja on screen: the drawing, the same as nested lists, its conditions and lines."""

from collections.abc import Callable

from django.test import Client
from naskah_renstra import Naskah
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.perencanaan.models import HubunganKinerja, KondisiKinerja
from doors.web.perencanaan.conftest import TAHUN

Masuk = Callable[[Pengguna], Client]
POHON = f"{TAHUN}pohon/"


def test_the_first_tree_comes_from_the_plan_by_a_button(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    assert "Susun pohon kinerja" in rina.get(POHON).content.decode()
    halaman = rina.post(f"{POHON}susun/", follow=True).content.decode()
    assert halaman.count("<rect") == 4
    assert halaman.count('class="pohon-garis"') == 3
    assert "Sebagai daftar" in halaman
    assert "style=" not in halaman


def test_a_condition_is_added_under_another_and_edited(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    rina.post(f"{POHON}susun/")
    atas = KondisiKinerja.objects.get(kode="I1.1")
    assert f'value="{atas.pk}" selected' in rina.get(f"{POHON}kondisi/?atas={atas.pk}").content.decode()
    isi = {"kode": "K1", "nama": "Pemilih mengenal calon", "tingkat": "keluaran"}
    rina.post(f"{POHON}kondisi/", isi | {"atas": atas.pk})
    baru = KondisiKinerja.objects.get(kode="K1")
    assert baru.daftar_hubungan_atas.get().atas == atas
    rina.post(f"{POHON}kondisi/{baru.pk}/", isi | {"nama": "Pemilih mengenal seluruh calon", "versi": "0"})
    assert "mengenal seluruh calon" in rina.get(POHON).content.decode()
    halaman = rina.post(f"{POHON}kondisi/{baru.pk}/", isi | {"nama": "Lain", "versi": "0"}).content.decode()
    assert "Kondisi K1 sudah berubah" in halaman


def test_crosscutting_is_drawn_with_its_partner_and_a_circle_is_refused(
    pemeran: Pemeran, naskah: Naskah, masuk: Masuk
) -> None:
    rina = masuk(pemeran.rina)
    rina.post(f"{POHON}susun/")
    puncak, akip = (KondisiKinerja.objects.get(kode=k) for k in ("T1", "I1.2"))
    alamat = f"{POHON}kondisi/{puncak.pk}/hubungan/"
    halaman = rina.post(alamat, {"bawah": akip.pk, "jenis": "crosscutting"}).content.decode()
    assert 'id="id_mitra_error"' in halaman
    rina.post(alamat, {"bawah": akip.pk, "jenis": "crosscutting", "mitra": "Disdukcapil"})
    halaman = rina.get(POHON).content.decode()
    assert "crosscutting dengan Disdukcapil" in halaman
    assert "pohon-crosscutting" in halaman
    isi = {"bawah": puncak.pk, "jenis": "sebab"}
    assert "berputar" in rina.post(f"{POHON}kondisi/{akip.pk}/hubungan/", isi).content.decode()


def test_lines_and_conditions_are_taken_out_by_a_button(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    rina.post(f"{POHON}susun/")
    garis = HubunganKinerja.objects.get(bawah__kode="I1.2")
    rina.post(f"{POHON}hubungan/{garis.pk}/hapus/")
    assert HubunganKinerja.objects.count() == 2
    rina.post(f"{POHON}kondisi/{garis.bawah_id}/hapus/")
    assert KondisiKinerja.objects.count() == 3


def test_danu_sees_the_tree_without_links_to_edit_and_tono_nothing(
    pemeran: Pemeran, naskah: Naskah, masuk: Masuk
) -> None:
    masuk(pemeran.rina).post(f"{POHON}susun/")
    danu = masuk(pemeran.danu)
    halaman = danu.get(POHON).content.decode()
    assert "<rect" in halaman
    assert f"{POHON}kondisi/" not in halaman
    kondisi = KondisiKinerja.objects.get(kode="T1")
    assert danu.get(f"{POHON}kondisi/{kondisi.pk}/").status_code == 403
    assert danu.post(f"{POHON}kondisi/{kondisi.pk}/hapus/").status_code == 403
    assert masuk(pemeran.tono).get(POHON).status_code == 404
    assert masuk(pemeran.tono).get(f"/satker/337300/2026/pohon/kondisi/{kondisi.pk}/").status_code == 404


def test_without_a_plan_the_way_is_shown(pemeran: Pemeran, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    assert "Ke Renstra" in rina.get(POHON).content.decode()
    assert "Belum ada Renstra" in rina.post(f"{POHON}susun/", follow=True).content.decode()
