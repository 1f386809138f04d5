"""The screen of the following year: both years beside each other, and one button."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from kantor_contoh import TAHUN, Kantor, build_kantor
from pemeran import Pemeran, build_pemeran
from rencana_contoh import build_rencana
from tahun_lanjut_contoh import LANJUT, build_versi_lanjut

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.evaluasi.models import Rekomendasi
from akuntabel.siklus.perencanaan.models import RencanaKinerja
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja

HALAMAN = f"/satker/357200/{TAHUN}/tahun-berikut/"
TOMBOL = f"Buka tahun {LANJUT}</button>"


@pytest.fixture
def kantor(db: None) -> Kantor:
    """Signed and measured; the plan goes on, with one new indicator."""
    pemeran: Pemeran = build_pemeran()
    kantor = build_kantor(pemeran, build_rencana(pemeran))
    kantor.ukur(None, a=60, b=80)
    build_versi_lanjut(kantor.rencana, kantor.satker, tambah=[("1.3", "Nilai akuntabilitas", "sakip")])
    return kantor


def _masuk(pengguna: Pengguna) -> Client:
    klien = Client()
    klien.force_login(pengguna)
    return klien


def _lihat(pengguna: Pengguna) -> str:
    jawaban = _masuk(pengguna).get(HALAMAN)
    assert jawaban.status_code == 200
    return " ".join(jawaban.text.split())


def test_both_years_stand_beside_each_other(kantor: Kantor):
    halaman = _lihat(kantor.pemeran.rina)
    for potongan in ("Target 2026", "77,5%", "75,00", "Renstra 2027", "79%", "indikator baru"):
        assert potongan in halaman


def test_a_recommendation_stands_beside_its_indicator(kantor: Kantor):
    Rekomendasi.objects.create(
        satker=kantor.satker,
        tahun=TAHUN,
        nomor=1,
        teks="Naikkan mutu sosialisasi",
        indikator=kantor.rencana.partisipasi,
        tenggat=date(TAHUN - 1, 6, 30),
    )
    halaman = _lihat(kantor.pemeran.rina)
    assert "Rekomendasi 1 (2026)</strong>: Naikkan mutu sosialisasi" in halaman
    assert "tenggat 30 Juni 2025" in halaman
    assert "terlambat</span>" in halaman


def test_one_press_opens_the_year_and_says_what_is_there_then(kantor: Kantor):
    klien = _masuk(kantor.pemeran.rina)
    halaman = klien.post(f"{HALAMAN}buka/", follow=True).text
    assert "Tahun 2027 terbuka" in halaman
    assert TOMBOL not in halaman
    assert "RKT KPU Kota Blitar 2027, disusun." in halaman
    assert RencanaKinerja.objects.filter(satker=kantor.satker, tahun=LANJUT).count() == 1
    assert PerjanjianKinerja.objects.filter(satker=kantor.satker, tahun=LANJUT).count() == 1


def test_what_a_person_must_decide_leads_to_the_page_of_the_next_year(kantor: Kantor):
    halaman = _lihat(kantor.pemeran.rina)
    assert "Pagu 2027 belum dicatat" in halaman
    assert f'href="/satker/357200/{LANJUT}/pagu/"' in halaman


@pytest.mark.parametrize(("nama", "is_tombol"), [("rina", True), ("danu", False), ("bu_ketua", False), ("sari", False)])
def test_who_sees_the_office_reads_it_and_only_the_planner_has_the_button(kantor: Kantor, nama: str, is_tombol: bool):
    pengguna = getattr(kantor.pemeran, nama)
    assert (TOMBOL in _lihat(pengguna)) is is_tombol
    jawaban = _masuk(pengguna).post(f"{HALAMAN}buka/")
    assert jawaban.status_code == (302 if is_tombol else 403)


def test_tono_from_another_office_finds_nothing(kantor: Kantor):
    klien = _masuk(kantor.pemeran.tono)
    assert klien.get(HALAMAN).status_code == 404
    assert klien.post(f"{HALAMAN}buka/").status_code == 404


def test_more_recommendations_ask_the_database_no_more(kantor: Kantor):
    klien = _masuk(kantor.pemeran.rina)

    def hitung() -> int:
        with CaptureQueriesContext(connection) as kueri:
            klien.get(HALAMAN)
        return len(kueri)

    def tambah(awal: int, banyak: int) -> None:
        for nomor in range(awal, awal + banyak):
            Rekomendasi.objects.create(
                satker=kantor.satker, tahun=TAHUN, nomor=nomor, teks="x", indikator=kantor.rencana.partisipasi
            )

    tambah(1, 1)
    hitung()
    sedikit = hitung()
    tambah(2, 12)
    assert hitung() == sedikit


def test_an_office_without_anything_is_told_where_to_begin(db: None):
    pemeran = build_pemeran()
    halaman = _lihat(pemeran.rina)
    assert "Belum ada indikator" in halaman
    assert "Belum ada Renstra yang berlaku pada 2027" in halaman


def test_the_plan_of_the_next_year_is_read_once(kantor: Kantor):
    klien = _masuk(kantor.pemeran.rina)
    klien.get(HALAMAN)
    with CaptureQueriesContext(connection) as kueri:
        klien.get(HALAMAN)
    indikator = [k for k in kueri if 'FROM "perencanaan_indikator"' in k["sql"]]
    assert len(indikator) == 2  # of this year and of the next
    assert len(kueri) <= 35
