"""RKT on screen: from the plan to the adopted year."""

from collections.abc import Callable

from django.test import Client
from naskah_renstra import Naskah
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.perencanaan.models import RencanaKinerja
from doors.web.perencanaan.conftest import TAHUN

Masuk = Callable[[Pengguna], Client]
RKT = f"{TAHUN}rkt/"


def test_without_a_plan_in_force_the_way_is_shown(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    assert "Ke Renstra" in masuk(pemeran.rina).get(RKT).content.decode()


def test_from_the_plan_to_the_adopted_year_and_its_revision(pemeran: Pemeran, ditetapkan: Naskah, masuk: Masuk) -> None:
    rina, bu_ketua = masuk(pemeran.rina), masuk(pemeran.bu_ketua)
    assert "Susun RKT 2026" in rina.get(RKT).content.decode()
    rina.post(f"{RKT}susun/")
    rkt = RencanaKinerja.objects.get()
    alamat = f"{RKT}{rkt.pk}/"
    baris = rkt.daftar_target.get(indikator__kode="1.1")
    isi = {f"{n}_{b.pk}": v for b in rkt.daftar_target.all() for n, v in (("target", b.target), ("versi", "0"))}
    tanpa_alasan = rina.post(f"{alamat}target/", isi | {f"target_{baris.pk}": "78,5"}).content.decode()
    assert "Tulis alasannya" in tanpa_alasan
    assert 'value="78,5"' in tanpa_alasan
    rina.post(f"{alamat}target/", isi | {f"target_{baris.pk}": "78,5", f"alasan_{baris.pk}": "Ada Pilkada"})
    halaman = rina.get(RKT).content.decode()
    assert "Ada Pilkada" in halaman
    assert "1.1 target: <del>75</del> → 78.5" in halaman
    rina.post(f"{alamat}ajukan/", {"versi": "0"})
    bu_ketua.post(f"{alamat}kembalikan/", {"alasan": "Tambah penjelasan"})
    rina.post(f"{alamat}ajukan/", {"versi": "2"})
    bu_ketua.post(f"{alamat}setujui/", {"versi": "3"})
    bu_ketua.post(f"{alamat}tetapkan/", {"tanggal": "2026-01-05", "versi": "4"})
    assert RencanaKinerja.objects.get().status == "ditetapkan"
    rina.post(f"{alamat}revisi/", {"alasan": "DIPA berubah"})
    assert RencanaKinerja.objects.get(revisi=1).status == "disusun"
    assert "DIPA berubah" in rina.get(RKT).content.decode()
    assert "5 Januari 2026" in rina.get(f"{RKT}?revisi=0").content.decode()


def test_an_old_page_is_told(pemeran: Pemeran, ditetapkan: Naskah, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    rina.post(f"{RKT}susun/")
    alamat = f"{RKT}{RencanaKinerja.objects.get().pk}/"
    rina.post(f"{alamat}ajukan/", {"versi": "0"})
    halaman = masuk(pemeran.bu_ketua).post(f"{alamat}setujui/", {"versi": "0"}, follow=True).content.decode()
    assert "sudah berubah" in halaman
    assert RencanaKinerja.objects.get().status == "diajukan"


def test_danu_looks_and_cannot_act(pemeran: Pemeran, ditetapkan: Naskah, masuk: Masuk) -> None:
    danu = masuk(pemeran.danu)
    assert "Susun RKT 2026" not in danu.get(RKT).content.decode()
    assert danu.post(f"{RKT}susun/").status_code == 403
    masuk(pemeran.rina).post(f"{RKT}susun/")
    rkt = RencanaKinerja.objects.get()
    assert danu.post(f"{RKT}{rkt.pk}/ajukan/").status_code == 403
    assert masuk(pemeran.rina).post(f"{RKT}{rkt.pk}/setujui/").status_code == 403
    assert masuk(pemeran.rina).get(f"/satker/357200/2027/rkt/{rkt.pk}/target/").status_code == 404
