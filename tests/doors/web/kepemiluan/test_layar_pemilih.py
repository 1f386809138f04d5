"""Voters and turnout on the screen: typed by area, imported, shown over both bases, used in the measurement."""

import io
from decimal import Decimal

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from akuntabel.core.fakta.kepemiluan import SelPemilih
from akuntabel.siklus.kepemiluan.actions.daftar_pemilih import build_sel, write_daftar_pemilih
from akuntabel.siklus.kepemiluan.models import DaftarPemilih
from akuntabel.siklus.pengukuran.actions_elemen import Bagian, IsiElemen, draft_elemen
from akuntabel.siklus.pengukuran.models import Fakta
from doors.web.kepemiluan.conftest import AWAL, TAHUN

PEMILIH = f"{AWAL}pemilih/"
KEPALA = ["Kecamatan", "Kelurahan", "DPT L", "DPT P", "Pengguna DPT L", "Pengguna DPT P"]


def rekap(*baris: list[object], nama: str = "rekap.xlsx") -> SimpleUploadedFile:
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("Rekapitulasi")
        for n, isi in enumerate((KEPALA, *baris)):
            lembar.write_row(n, 0, isi)
    return SimpleUploadedFile(nama, keluaran.getvalue())


def test_turnout_shows_both_bases_and_where_it_comes_from(pemeran, masuk, objek):
    halaman = masuk(pemeran.bu_ketua).get(PEMILIH).text
    assert "rumus resmi" in halaman
    assert halaman.count("dari mana?") >= 7
    assert "di antaranya fisik" in halaman
    assert "melebihi 100%" not in halaman
    assert "Impor rekapitulasi" not in halaman
    assert "Ke pemilihan" in masuk(pemeran.rina).get(f"/satker/357200/{TAHUN - 1}/pemilih/").text


def test_one_area_is_typed_in_indonesian_figures(pemeran, masuk, objek):
    danu = masuk(pemeran.danu)
    alamat = f"{PEMILIH}{objek['pemilihan']}/tulis/"
    isi = {"kecamatan": "Kecamatan B", "kelurahan": "Kelurahan C", "sumber": "BA", "disabilitas": ""}
    salah = danu.post(alamat, isi | {"pemilih_terdaftar_L": "dua ribu", "pengguna_terdaftar_L": "1,5"})
    assert salah.text.count("diharapkan bilangan bulat") >= 2
    assert danu.post(alamat, isi | {"pemilih_terdaftar_L": "2.345", "pengguna_terdaftar_L": "0"}).status_code == 302
    baris = DaftarPemilih.objects.get(kelurahan="Kelurahan C")
    assert (baris.pemilih, baris.pengguna, baris.pencatat) == (2345, 0, pemeran.danu)
    ubah = danu.get(f"{alamat}?kecamatan=Kecamatan+B&kelurahan=Kelurahan+C").text
    assert 'value="2.345"' in ubah
    perlu = danu.post(alamat, isi | {"pemilih_terdaftar_L": "2.346", "pengguna_terdaftar_L": "0"})
    assert "tulis alasannya" in perlu.text
    nik = danu.post(alamat, isi | {"kecamatan": "3572011508900001", "pemilih_terdaftar_L": "1"})
    assert "tampak seperti NIK" in nik.text


def test_a_recap_is_looked_at_then_taken(pemeran, masuk, objek):
    rina = masuk(pemeran.rina)
    alamat = f"{PEMILIH}{objek['pemilihan']}/impor/"
    templat = rina.get(f"{PEMILIH}{objek['pemilihan']}/templat.xlsx")
    assert templat.content.startswith(b"PK")
    jumlah = DaftarPemilih.objects.count()
    berkas = rekap(["Kecamatan Z", "Kelurahan Z", 10, 12, 8, 9])
    pratinjau = rina.post(alamat, {"berkas": berkas, "sumber": "BA rekap"})
    assert "2 angka baru" in pratinjau.text
    assert DaftarPemilih.objects.count() == jumlah
    assert rina.post(alamat, {"titipan": _titipan(pratinjau.text)}).status_code == 302
    assert DaftarPemilih.objects.count() == jumlah + 2
    assert DaftarPemilih.objects.get(kecamatan="Kecamatan Z", jenis_kelamin="P").sumber == "BA rekap"
    assert "kedaluwarsa" in rina.post(alamat, {"titipan": "x"}).text
    sama = rina.post(alamat, {"berkas": rekap(["Kecamatan Z", "Kelurahan Z", 10, 12, 8, 9]), "sumber": "BA"})
    assert "Tidak ada yang perlu diambil" in sama.text
    berubah = {"berkas": rekap(["Kecamatan Z", "Kelurahan Z", 11, 12, 8, 9]), "sumber": "BA"}
    assert "tulis alasannya" in rina.post(alamat, berubah).text


def _titipan(teks: str) -> str:
    return teks.split('name="titipan" value="')[1].split('"')[0]


def test_a_bad_recap_changes_nothing_and_lists_every_mistake(pemeran, masuk, objek):
    rina = masuk(pemeran.rina)
    alamat = f"{PEMILIH}{objek['pemilihan']}/impor/"
    jumlah = DaftarPemilih.objects.count()
    berkas = rekap(["Z", "A", 10, 12, 18, 9], ["Z", "B", "x", 12, 8, 9], ["Jumlah Z", None, 1, 1, 1, 1])
    assert "masalah; tidak ada yang diambil" in rina.post(alamat, {"berkas": berkas, "sumber": "BA"}).text
    orang = SimpleUploadedFile("daftar.csv", b"NIK;Nama;Kecamatan\n3572011508900001;Siti;Z\n")
    jawaban = rina.post(alamat, {"berkas": orang, "sumber": "BA"}).text
    assert "bukan daftar orang" in jawaban
    assert "3572011508900001" not in jawaban
    assert "Siti" not in jawaban
    assert DaftarPemilih.objects.count() == jumlah


def test_many_areas_are_shown_by_kecamatan(pemeran, masuk, objek, pemilihan):
    contoh = [build_sel(b) for b in DaftarPemilih.objects.filter(disabilitas="")]
    daftar = [
        SelPemilih(s.kategori, s.jenis_kelamin, 10, 5, s.disabilitas, f"Kecamatan {n // 30}", f"Kelurahan {n}")
        for n in range(90)
        for s in contoh
    ]
    write_daftar_pemilih(pemeran.kota, pemilihan, daftar, sumber="BA", by=pemeran.danu)
    rina = masuk(pemeran.rina)
    ringkas = rina.get(PEMILIH).text
    assert "Kelurahan 45" not in ringkas
    assert "kecamatan=Kecamatan%201" in ringkas
    assert "Kelurahan 45" in rina.get(f"{PEMILIH}?kecamatan=Kecamatan+1").text


def test_the_counts_go_into_the_measurement_without_being_typed_again(pemeran, masuk, objek):
    danu = masuk(pemeran.danu)
    alamat = f"{PEMILIH}{objek['pemilihan']}/pengukuran/"
    assert "Belum ada elemen data" in danu.get(alamat).text
    isi = IsiElemen(kode="dpt", nama="DPT", satuan="orang")
    draft_elemen(pemeran.kota, TAHUN, isi, by=pemeran.rina, daftar_bagian=[Bagian("L"), Bagian("P")])
    assert "baru" in danu.get(f"{alamat}?triwulan=1").text
    assert danu.get(f"{alamat}?triwulan=9").status_code == 404
    assert danu.post(alamat, {"triwulan": "", "alasan": ""}).status_code == 302
    fakta = Fakta.objects.get(elemen__kode="dpt", jenis_kelamin="L")
    assert (fakta.angka, fakta.triwulan) == (Decimal(2000), None)
    assert "Tidak ada angka" in danu.post(alamat, {"triwulan": "", "alasan": ""}).text


def test_what_was_replaced_or_taken_back_can_still_be_read(pemeran, masuk, objek):
    danu = masuk(pemeran.danu)
    riwayat = f"{PEMILIH}{objek['pemilihan']}/riwayat/"
    tarik = f"{PEMILIH}angka/{objek['baris_pemilih']}/tarik/"
    assert "Belum diisi" in danu.post(tarik, {"alasan": ""}).text
    assert danu.post(tarik, {"alasan": "salah unggah"}).status_code == 302
    assert danu.get(tarik).status_code == 404
    halaman = masuk(pemeran.sari).get(riwayat).text
    assert "salah unggah" in halaman
    assert halaman.count("ditarik") == 1
    assert halaman.count("diganti</span>") == 1
    assert "Tarik<" not in halaman
    assert DaftarPemilih.objects.terkini().count() == 7
