"""Elections and their stages on the screen: taken over, planned, recorded, drawn."""

from datetime import date

import pytest

from akuntabel.doors.web.kepemiluan.garis_waktu import LEBAR, build_garis
from akuntabel.siklus.kepemiluan.models import Pemilihan, Tahapan
from doors.web.kepemiluan.conftest import AWAL, TAHUN

KEPEMILUAN = f"{AWAL}kepemiluan/"


def test_first_visit_says_what_to_do_next(pemeran, masuk):
    rina = masuk(pemeran.rina)
    assert "Belum ada pemilihan" in rina.get(KEPEMILUAN).text
    jawaban = rina.post(f"{KEPEMILUAN}acuan/", {"acuan": "pilkada-2024"}, follow=True)
    assert "Tahapan belum disusun" in jawaban.text
    pemilihan = Pemilihan.objects.get()
    jawaban = rina.post(f"{KEPEMILUAN}{pemilihan.pk}/tahapan/susun/", follow=True)
    assert "Masa tenang" in jawaban.text
    assert Tahapan.objects.count() == 13


def test_a_known_election_is_fitted_to_the_office(pemeran, masuk):
    rina = masuk(pemeran.rina)
    halaman = rina.get(f"{KEPEMILUAN}baru/?acuan=pilkada-2020").text
    assert "Sesuaikan Pemilihan Gubernur" in halaman
    isi = {
        "kode": "pilwalkot-2020",
        "nama": "Pemilihan Wali Kota",
        "tahun": "2020",
        "tanggal": "2020-12-09",
        "label_terdaftar": "DPT",
        "label_pindahan": "DPPh",
        "label_tambahan": "DPTb",
        "rumus_partisipasi": "pengguna ÷ pemilih",
        "basis_pengguna": ["terdaftar", "pindahan", "tambahan_ktp"],
        "basis_pemilih": ["terdaftar", "tambahan_ktp"],
        "sumber": "PKPU 5/2020",
    }
    assert "Belum diisi" in rina.post(f"{KEPEMILUAN}baru/", isi | {"sumber": ""}).text
    assert rina.post(f"{KEPEMILUAN}baru/", isi).status_code == 302
    pemilihan = Pemilihan.objects.get()
    assert pemilihan.basis_pemilih == "terdaftar,tambahan_ktp"
    ubah = f"{KEPEMILUAN}{pemilihan.pk}/ubah/"
    assert rina.post(ubah, isi | {"nama": "Pilwalkot", "versi": "0"}).status_code == 302
    jawaban = rina.post(ubah, isi | {"nama": "Lain", "versi": "0"})
    assert "diubah orang lain" in jawaban.text
    assert "alasan" in rina.post(f"{KEPEMILUAN}{pemilihan.pk}/hapus/", {"alasan": ""}).text.lower()
    rina.post(f"{KEPEMILUAN}{pemilihan.pk}/hapus/", {"alasan": "salah tahun"})
    assert not Pemilihan.objects.exists()


def test_dates_say_whether_a_stage_was_in_time(pemeran, masuk, objek):
    halaman = masuk(pemeran.bu_ketua).get(KEPEMILUAN).text
    assert "tepat waktu" in halaman
    assert "terlambat" in halaman
    assert "<svg" in halaman
    assert "Catat pelaksanaan" not in halaman


def test_all_stages_are_recorded_on_one_page(pemeran, masuk, objek):
    danu = masuk(pemeran.danu)
    alamat = f"{KEPEMILUAN}{objek['pemilihan']}/tahapan/catat/"
    daftar = list(Tahapan.objects.order_by("posisi"))
    isi = {}
    for t in daftar:
        isi |= {f"status_{t.pk}": t.status, f"versi_{t.pk}": str(t.versi)}
        isi |= {f"mulai_{t.pk}": str(t.realisasi_mulai or ""), f"selesai_{t.pk}": str(t.realisasi_selesai or "")}
    pertama = daftar[0].pk
    salah = danu.post(alamat, isi | {f"mulai_{pertama}": f"{TAHUN}-02-01", f"selesai_{pertama}": f"{TAHUN}-01-01"})
    assert "mendahului" in salah.text
    assert f"{TAHUN}-02-01" in salah.text
    assert danu.post(alamat, isi | {f"selesai_{pertama}": f"{TAHUN}-02-21"}).status_code == 302
    daftar[0].refresh_from_db()
    assert daftar[0].is_tepat_waktu is False


def test_a_stage_is_added_changed_and_taken_back(pemeran, masuk, objek):
    rina = masuk(pemeran.rina)
    isi = {"urut": "9", "kelompok": "penyelenggaraan", "nama": "Masa tenang", "rencana_selesai": f"{TAHUN}-06-01"}
    assert rina.post(f"{KEPEMILUAN}{objek['pemilihan']}/tahapan/baru/", isi).status_code == 302
    tahapan = Tahapan.objects.get(urut=9)
    alamat = f"{KEPEMILUAN}tahapan/{tahapan.pk}/"
    assert rina.get(f"{alamat}ubah/").status_code == 200
    assert rina.post(f"{alamat}ubah/", isi | {"nama": "Hari tenang", "versi": "0"}).status_code == 302
    tahapan.refresh_from_db()
    assert tahapan.nama == "Hari tenang"
    rina.post(f"{alamat}hapus/", {"alasan": "tidak berlaku"})
    assert not Tahapan.objects.filter(urut=9).exists()


def test_the_drawing_has_every_dated_stage_within_its_frame(objek):
    daftar = list(Tahapan.objects.order_by("posisi"))
    garis = build_garis([*daftar, Tahapan(urut=9, nama="x", status="belum")], date(TAHUN, 4, 1))
    assert garis is not None
    assert (len(garis.daftar_baris), garis.tanpa_tanggal) == (3, 1)
    for baris in garis.daftar_baris:
        for batang in baris.daftar_batang:
            assert 0 <= batang.x < batang.x + batang.lebar <= LEBAR
    assert {b.rupa for baris in garis.daftar_baris for b in baris.daftar_batang} == {"rencana", "tepat", "telat"}
    assert garis.hari_ini is not None
    assert build_garis([], date(TAHUN, 4, 1)) is None


@pytest.mark.parametrize(("mulai", "selesai"), [(None, date(2020, 1, 1)), (date(2020, 1, 1), None)])
def test_a_stage_with_one_day_is_seen(mulai: date | None, selesai: date | None):
    tahapan = Tahapan(urut=1, nama="x" * 180, status="belum", rencana_mulai=mulai, rencana_selesai=selesai)
    garis = build_garis([tahapan], date(2026, 1, 1))
    assert garis is not None
    assert garis.daftar_baris[0].daftar_batang[0].lebar >= 5
    assert garis.daftar_baris[0].nama.endswith("…")
    assert garis.hari_ini is None
