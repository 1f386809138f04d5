"""What a citizen reads: plain words first, every figure with its origin, what is not measured said so."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from terbitan_contoh import build_terbitan, withdraw

from akuntabel.siklus.publikasi.models import Terbitan
from doors.portal.alamat import DAFTAR_DATA, build_alamat, daftar_nama


def _teks(tamu: Client, nama: str, *args: object, status: int = 200, **kueri: object) -> str:
    """What stands on the page, without markup."""
    jawaban = tamu.get(reverse(nama, args=args), kueri)
    assert jawaban.status_code == status
    return " ".join(re.sub(r"<[^>]+>", " ", jawaban.content.decode()).split())


def test_every_public_address_is_in_the_tests(terbitan: Terbitan):
    assert build_alamat(terbitan).keys() == daftar_nama()


@pytest.mark.parametrize("nama", sorted(daftar_nama()))
def test_everybody_is_answered_without_cookie_script_or_style_of_the_page(terbitan: Terbitan, tamu: Client, nama: str):
    jawaban = tamu.get(build_alamat(terbitan)[nama])
    isi = (b"".join(jawaban) if jawaban.streaming else jawaban.content).decode()
    assert jawaban.status_code == 200
    assert not jawaban.cookies
    assert "Cookie" not in jawaban.headers.get("Vary", "")
    assert "default-src" in jawaban.headers["Content-Security-Policy"]
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|noindex", isi)
    assert "noindex" not in jawaban.headers.get("X-Robots-Tag", "")


def test_an_office_year_begins_with_plain_words(terbitan: Terbitan, tamu: Client):
    teks = _teks(tamu, "publik_tahun", "357200", 2020)
    assert "KPU Kota Blitar berjanji mencapai target 3 indikator kinerja pada tahun 2020." in teks
    assert "2 sudah terukur, 1 di antaranya mencapai target." in teks
    assert "Capaian keseluruhannya 103,25%, termasuk kategori “Sangat Baik”." in teks
    assert "Dari anggaran Rp20.184.522.000, yang terpakai Rp19.000.000.000 (94,13%)." in teks
    assert teks.index("berjanji") < teks.index("Formulir D.Hasil")


def test_a_figure_says_where_it_comes_from(terbitan: Terbitan, tamu: Client):
    teks = _teks(tamu, "publik_tahun", "357200", 2020)
    assert "R ÷ T × 100" in teks
    assert "R (realisasi) = 80,5 %; sumber: Formulir D.Hasil" in teks
    assert "103,8709677419354838709677419" in teks


def test_what_is_not_measured_is_said_with_its_reason_and_is_no_zero(terbitan: Terbitan, tamu: Client):
    teks = _teks(tamu, "publik_tahun", "357200", 2020)
    assert "Indikator yang belum dapat dinilai: 1 menunggu rilis." in teks
    assert teks.count("Nilai AKIP 2020 belum dirilis Kementerian PANRB.") == 2  # in its row and in the list
    assert "Tidak ada angka bukan berarti nol." in teks


def test_names_are_words_not_markup(terbitan: Terbitan, tamu: Client):
    isi = tamu.get(reverse("publik_tahun", args=("357200", 2020))).content.decode()
    assert "pemilih &lt;tidak&gt; terdaftar" in isi
    assert "<tidak>" not in isi


def test_an_office_shows_its_years_and_what_it_withdrew(terbitan: Terbitan, tamu: Client):
    withdraw(build_terbitan(tahun=2019))
    teks = _teks(tamu, "publik_satker", "357200")
    assert "2020 103,25% Sangat Baik 1 dari 3 Rp19.000.000.000 (94,13%)" in teks
    assert "2019 Ditarik pada 28 Maret 2021" in teks


def test_an_office_that_has_not_published_says_so(terbitan: Terbitan, tamu: Client):
    assert "Belum ada laporan tahunan" in _teks(tamu, "publik_satker", "337300")
    assert "Belum ada laporan tahun 2020" in _teks(tamu, "publik_tahun", "337300", 2020, status=404)
    _teks(tamu, "publik_satker", "888888", status=404)
    _teks(tamu, "publik_wilayah", "888888", status=404)
    _teks(tamu, "publik_terbitan", "tidak-ada", status=404)


def test_search_names_offices_and_their_years(terbitan: Terbitan, tamu: Client):
    teks = _teks(tamu, "publik_cari", q="kota")
    assert "3 satker untuk “kota”." in teks
    assert "KPU Kota Blitar 357200 2020" in teks
    assert "KPU Kota Salatiga 337300 belum menerbitkan" in teks
    assert "Coba kata yang lebih pendek" in _teks(tamu, "publik_cari", q="jakarta<script>\x00")


def test_the_nation_shows_coverage_places_and_who_is_missing(terbitan: Terbitan, tamu: Client):
    build_terbitan("337300", capaian="110")
    teks = _teks(tamu, "publik_nasional")
    assert "Satker yang sudah menerbitkan 2 dari 6" in teks
    assert "KPU Provinsi Jawa Timur 1 dari 3" in teks
    assert teks.index("KPU Kota Salatiga 110%") < teks.index("KPU Kota Blitar 103,25%")
    assert "4 satker belum menerbitkan laporan tahun 2020" in teks
    assert "Belum ada laporan tahunan" in _teks(tamu, "publik_wilayah", "330000", tahun=1999, status=404)


def test_a_region_without_reports_says_who_is_in_it(terbitan: Terbitan, tamu: Client):
    teks = _teks(tamu, "publik_wilayah", "330000")
    assert "Belum ada laporan tahunan yang diterbitkan di sini." in teks
    assert "2 satker belum menerbitkan laporan KPU Provinsi Jawa Tengah KPU Kota Salatiga" in teks


def test_years_beside_each_other_show_what_was_reworded(terbitan: Terbitan, tamu: Client):
    lama = {"sasaran": "1", "kode": "1.1", "nama": "Persentase partisipasi", "target": "70", "status": "terukur"}
    build_terbitan(tahun=2019, indikator=[lama | {"target_tercetak": "70%"}])
    isi = tamu.get(reverse("publik_banding", args=("357200",))).content.decode()
    assert "Persentase partisipasi<ins> pemilih</ins>" in isi
    assert "<del>70</del><ins>77,5</ins>%" in isi.replace("</ins><ins>", "").replace("</del><del>", "")
    assert "bunyinya berubah" in isi
    assert "baru pada 2020" in isi


def test_one_year_cannot_be_compared(terbitan: Terbitan, tamu: Client):
    assert "baru menerbitkan 1." in _teks(tamu, "publik_banding", "357200")


def test_an_older_revision_points_to_the_one_that_stands(terbitan: Terbitan, tamu: Client):
    baru = build_terbitan(revisi=1, sidik="cd" * 32)
    isi = tamu.get(reverse("publik_terbitan", args=(terbitan.slug,))).content.decode()
    assert "sudah digantikan" in isi
    assert reverse("publik_terbitan", args=(baru.slug,)) in isi
    assert "sudah digantikan" not in _teks(tamu, "publik_tahun", "357200", 2020)
    assert "Sudah digantikan revisi 1" in _teks(tamu, "publik_dokumen", terbitan.sidik)


def test_what_was_withdrawn_leaves_a_notice_with_its_reason_and_nothing_else(terbitan: Terbitan, tamu: Client):
    daftar = build_alamat(terbitan)
    withdraw(terbitan, "Angka partisipasinya keliru.")
    alamat = [daftar[n] for n in ("publik_tahun", "publik_terbitan", "publik_dokumen", "publik_unduh")]
    alamat += [reverse("publik_data", args=(terbitan.slug, nama)) for nama in DAFTAR_DATA]
    alamat.append(reverse("publik_dokumen", args=(terbitan.sidik,)))
    for a in alamat:
        jawaban = tamu.get(a)
        isi = jawaban.content.decode()
        assert jawaban.status_code == 410, a
        assert "Angka partisipasinya keliru." in isi
        assert "80,5" not in isi
        assert "Formulir" not in isi
    for nama in ("publik", "publik_katalog", "publik_umpan", "publik_peta", "publik_data_tahun"):
        assert terbitan.slug not in tamu.get(daftar[nama]).content.decode(), nama


def test_other_methods_are_refused(terbitan: Terbitan, tamu: Client):
    for nama, alamat in build_alamat(terbitan).items():
        if nama not in {"publik_periksa", "robots"}:
            assert tamu.post(alamat).status_code == 405, nama
        if nama != "publik_unduh":  # the client of the tests would leave its file open
            assert tamu.head(alamat).status_code == 200, nama


def test_who_comes_to_the_door_of_the_staff_is_shown_the_one_for_everybody(terbitan: Terbitan, tamu: Client):
    masuk = tamu.get("/", follow=True)
    assert f'href="{reverse("publik")}"' in masuk.content.decode()
