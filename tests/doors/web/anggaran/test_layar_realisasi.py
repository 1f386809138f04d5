"""The budget on screen: what changes is seen before it is taken; figures from leaves; months, grants, IKPA, links."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pemeran import Pemeran
from rencana_contoh import build_rencana

from akuntabel.core.fakta.anggaran import Anggaran, KodeAnggaran
from akuntabel.core.fakta.anggaran import TingkatAnggaran as T
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.anggaran.actions_paket import import_versi
from akuntabel.siklus.anggaran.actions_versi import adopt_versi
from akuntabel.siklus.anggaran.berlaku import find_versi_berlaku
from akuntabel.siklus.anggaran.models import (
    Hibah,
    IndikatorAnggaran,
    NilaiIkpa,
    RealisasiBulanan,
    RencanaPenarikan,
    VersiAnggaran,
)
from akuntabel.siklus.perencanaan.actions.anggaran import import_kode
from akuntabel.siklus.perencanaan.models import SasaranAnggaran
from doors.web.isi_anggaran import TAHUN, build_versi


@pytest.fixture
def layar(pemeran: Pemeran) -> Callable[[Pengguna], "Layar"]:
    """A window of somebody who has signed in."""
    return Layar


class Layar:
    """Asks for the pages of the city by their name."""

    def __init__(self, orang: Pengguna) -> None:
        self.klien = Client()
        self.klien.force_login(orang)

    def get(self, nama: str, /, *args: object, **kueri: Any) -> str:
        """The page as text."""
        return self.klien.get(_url(nama, *args), kueri).content.decode()

    def post(self, nama: str, /, *args: object, **isi: Any) -> str:
        """The page that follows."""
        return self.klien.post(_url(nama, *args), isi, follow=True).content.decode()


def _url(nama: str, *args: object) -> str:
    return reverse(nama, args=("357200", TAHUN, *args))


@pytest.fixture
def berlaku(pemeran: Pemeran) -> VersiAnggaran:
    """Four leaves until March, taken by Danu."""
    versi = build_versi(pemeran.kota, 4, bulan=3, by=pemeran.danu)
    adopt_versi(versi, by=pemeran.danu, terhadap=0)
    return versi


def test_a_year_without_a_budget_says_what_to_do(pemeran, layar):
    assert "belum ada. Impor berkas SAKTI" in layar(pemeran.danu).get("anggaran")
    assert "Buku revisi" in layar(pemeran.rina).get("anggaran_revisi")


def test_totals_tree_and_absorption_come_from_the_leaves(pemeran, layar, berlaku):
    halaman = layar(pemeran.bu_ketua).get("anggaran")
    for teks in ("Rp400.000.000", "Rp60.000.000", "Rp340.000.000", "15,00%", "CQ.6640.QGE", "versi 1", "RA ÷ PA × 100"):
        assert teks in halaman
    assert "Impor anggaran" not in halaman
    assert halaman.count("data-cabang") == 2


def test_what_changes_is_seen_before_it_is_taken(pemeran, layar, berlaku):
    baru = build_versi(pemeran.kota, 5, bulan=4, by=pemeran.danu)
    danu = layar(pemeran.danu)
    halaman = danu.get("anggaran_beda", baru.pk)
    assert "0 baru, 2 berubah, 0 hilang" in halaman
    assert "+Rp100.000.000" in halaman
    assert "Sumber dana tidak disebut berkas; dipakai RM." in halaman
    assert "1 baru, 4 berubah, 0 hilang" in danu.get("anggaran_beda", baru.pk, rinci="ya")
    assert "Versi diambil" in danu.post("anggaran_ambil", baru.pk, versi=1)
    assert find_versi_berlaku(pemeran.kota, TAHUN) == baru
    assert "Ambil versi ini" not in danu.get("anggaran_beda", baru.pk)
    assert "dibandingkan dengan versi 1" in danu.get("anggaran_beda", baru.pk)


def test_who_saw_an_older_comparison_is_told_and_nothing_is_taken(pemeran, layar, berlaku):
    pertama, kedua = (build_versi(pemeran.kota, n, bulan=4, by=pemeran.danu) for n in (5, 6))
    layar(pemeran.danu).post("anggaran_ambil", pertama.pk, versi=1)
    assert "versi 2 sudah diambil oleh Danu" in layar(pemeran.rina).post("anggaran_ambil", kedua.pk, versi=1)
    assert find_versi_berlaku(pemeran.kota, TAHUN) == pertama


def test_a_version_that_is_put_aside_stays_in_the_history(pemeran, layar, berlaku):
    baru = build_versi(pemeran.kota, 5, bulan=4, by=pemeran.danu)
    assert "dikesampingkan" in layar(pemeran.danu).post("anggaran_kesampingkan", baru.pk)
    assert find_versi_berlaku(pemeran.kota, TAHUN) == berlaku


def test_lines_are_opened_down_to_the_item(pemeran, layar, berlaku):
    rina = layar(pemeran.rina)
    assert "kode=CQ" in rina.get("anggaran_rincian", berlaku.pk)
    assert "Badan penyelenggara ad hoc" in rina.get("anggaran_rincian", berlaku.pk, kode="CQ.6640.QGE")
    assert "Belanja bahan 3" in rina.get("anggaran_rincian", berlaku.pk, kode="CQ.6640.QGE.001")
    assert "tidak merinci lebih jauh" in rina.get("anggaran_rincian", berlaku.pk, kode="\x00entah")


def test_a_version_of_leaves_alone_is_listed_as_it_is(pemeran, layar):
    kode = [KodeAnggaran("076.01.01", T.PROGRAM, "Program"), KodeAnggaran("3355", T.KEGIATAN, "Keuangan", "076.01.01")]
    import_kode(pemeran.kota, TAHUN, kode, by=None)
    versi = import_versi(pemeran.kota, TAHUN, [Anggaran("3355", "RM", 5, None)], sidik="", by=None)
    assert "Keuangan" in layar(pemeran.rina).get("anggaran_rincian", versi.pk)


def test_charts_are_drawn_where_there_is_something_to_draw(pemeran, layar, berlaku):
    klien = layar(pemeran.rina).klien
    assert klien.get(_url("anggaran_gambar", "serapan")).content.startswith(b"<svg")
    assert klien.get(_url("anggaran_gambar", "revisi")).status_code == 404
    assert klien.get(_url("anggaran_gambar", "lain")).status_code == 404


def test_halaman_iii_is_written_as_a_grid_and_held_against_the_months(pemeran, layar, berlaku):
    rina, danu = layar(pemeran.rina), layar(pemeran.danu)
    assert "tersimpan" in rina.post("penarikan_tulis", rencana_3_52="25.000.000", rencana_4_52="Rp10.000.000")
    assert list(RencanaPenarikan.objects.values_list("bulan", "jenis_belanja", "jumlah")) == [
        (3, "52", 25_000_000),
        (4, "52", 10_000_000),
    ]
    assert "diharapkan rupiah bulat" in rina.post("penarikan_tulis", rencana_3_52="banyak")
    baris = {"kode_0": "CQ.6640.QGE", "sumber_dana_0": "rm", "jenis_belanja_0": "52", "jumlah_0": "9.000.000"}
    assert "Realisasi April tersimpan" in danu.post("realisasi_bulanan", 4, sumber="LRA April", **baris)
    assert RealisasiBulanan.objects.get(bulan=4).jumlah == 9_000_000
    halaman = rina.get("penarikan")
    assert "10,00%" in halaman  # April: 9 of 10
    assert "Nilai deviasi halaman III" in halaman


def test_a_month_is_written_whole_or_not_at_all(pemeran, layar, berlaku):
    danu = layar(pemeran.danu)
    halaman = danu.post("realisasi_bulanan", 5, sumber="LRA", kode_0="TIDAK.ADA", sumber_dana_0="RM", jumlah_0="1")
    assert "kode TIDAK.ADA tidak ada dalam katalog" in halaman
    assert "Belum diisi" in danu.post("realisasi_bulanan", 5, sumber="LRA", kode_0="CQ", jumlah_0="1")
    assert not RealisasiBulanan.objects.filter(bulan=5).exists()
    assert danu.klien.get(_url("realisasi_bulanan", 13)).status_code == 404


def test_ikpa_shows_what_it_is_made_of_and_takes_what_the_treasury_says(pemeran, layar, berlaku):
    danu = layar(pemeran.danu)
    assert "Nilai IKPA tersimpan" in danu.post("ikpa_tulis", bulan=3, sumber="OM-SPAN", nilai_tagihan="98,5")
    assert str(NilaiIkpa.objects.get().nilai) == "98.5000"
    halaman = danu.get("ikpa")
    for teks in ("98,50", "Dihitung oleh KPPN", "PER-5/PB/2024", "Konversi bobot"):
        assert teks in halaman
    assert "diharapkan angka" in danu.post("ikpa_tulis", bulan=3, nilai_tagihan="baik")
    assert "diharapkan 0 sampai 100" in danu.post("ikpa_tulis", bulan=3, nilai_tagihan="101")


def test_a_grant_is_written_with_its_numbers_apart(pemeran, layar):
    danu = layar(pemeran.danu)
    isi = {"kode": "hibah-pilkada", "nama": "Hibah Pilkada", "pemberi": "Pemkot", "pagu_dipa": "150.000.000"}
    termin = {"tahun_0": str(TAHUN), "nilai_0": "120.000.000", "tanggal_0": f"{TAHUN}-02-01"}
    assert "Hibah tercatat" in danu.post("hibah_baru", **isi, **termin, nilai_nphd="200.000.000")
    hibah = Hibah.objects.get()
    assert (hibah.nilai_nphd, hibah.pagu_dipa, hibah.realisasi_kas) == (200_000_000, 150_000_000, None)
    assert hibah.daftar_termin.get().nilai == 120_000_000
    halaman = danu.post("hibah_ubah", hibah.pk, **isi, nilai_nphd="100.000.000", suntingan="0")
    assert "lebih besar daripada nilai NPHD" in halaman
    assert "150.000.000" in danu.get("hibah_ubah", hibah.pk)


def test_of_two_who_edit_a_grant_the_second_sees_both(pemeran, layar):
    isi = {"kode": "hibah-pilkada", "nama": "Hibah Pilkada", "pemberi": "Pemkot", "pagu_dipa": "150"}
    layar(pemeran.danu).post("hibah_baru", **isi)
    pk = Hibah.objects.get().pk
    layar(pemeran.danu).post("hibah_ubah", pk, **isi | {"pemberi": "Pemprov"}, suntingan="0")
    halaman = layar(pemeran.rina).post("hibah_ubah", pk, **isi | {"pemberi": "Pemkab"}, suntingan="0")
    assert "sudah diubah orang lain" in halaman
    assert "Pemprov" in halaman
    assert Hibah.objects.get().pemberi == "Pemprov"


def test_money_is_linked_to_sasaran_and_indicators(pemeran, layar, berlaku):
    build_rencana(pemeran)
    rina = layar(pemeran.rina)
    baris = {"tujuan_0": "1", "kode_0": "CQ.6640.QGE", "sumber_dana_0": "rm", "hubungan_0": "utama", "alasan_0": "x"}
    assert "Tautan anggaran tersimpan" in rina.post("anggaran_tautan_sasaran", **baris)
    assert str(SasaranAnggaran.objects.get()) == "1 ← CQ.6640.QGE"
    assert "tersimpan" in rina.post("anggaran_tautan_indikator", tujuan_0="1.1", kode_0="CQ.6640")
    assert str(IndikatorAnggaran.objects.get()) == "1.1 ← CQ.6640"
    halaman = rina.get("anggaran_tautan")
    assert "Rp300.000.000" in halaman
    assert "Belum menunjang sasaran mana pun" in halaman  # the grant is linked to nothing
    assert "tidak ada dalam anggaran" in rina.post("anggaran_tautan_indikator", tujuan_0="1.1", kode_0="ENTAH")


def test_tono_sees_nothing_of_it(pemeran, layar, berlaku):
    tono = layar(pemeran.tono)
    for nama, args in (("anggaran", ()), ("anggaran_beda", (berlaku.pk,)), ("hibah", ()), ("ikpa", ())):
        assert tono.klien.get(_url(nama, *args)).status_code == 404
