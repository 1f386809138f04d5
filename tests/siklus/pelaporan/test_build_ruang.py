"""The workspace shows the document as it will stand, with the place of every text in it."""

import pytest
from laporan_contoh import TAHUN, Meja

from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.naskah.model import Paragraf, Tabel, teks_baris
from akuntabel.siklus.pelaporan.actions import draft_laporan
from akuntabel.siklus.pelaporan.models import BlokLaporan, LaporanKinerja
from akuntabel.siklus.pelaporan.ruang_naskah import RuangNaskah, build_ruang
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan
from contoh_paket import read_contoh

pytestmark = pytest.mark.django_db


def _ruang(laporan: LaporanKinerja) -> RuangNaskah:
    hasil = compute_hasil(build_fakta_laporan(laporan))
    return build_ruang(laporan, hasil, {b.nama: b for b in laporan.daftar_blok.all()})


def _teks(ruang: RuangNaskah, nama: str) -> str:
    bagian = ruang.find_bagian_teks(nama)
    assert bagian is not None
    (potongan,) = (p for p in bagian.potongan if p.nama == nama)
    return " ".join(teks_baris(b.isi) for b in potongan.isi if isinstance(b, Paragraf))


def test_every_text_of_the_example_stands_once_in_its_section():
    contoh = read_contoh()
    daftar_blok = {n: BlokLaporan(nama=n, isi=isi) for n, isi in contoh.narasi.items()}
    ruang = build_ruang(LaporanKinerja(), compute_hasil(contoh), daftar_blok)
    tampil = [n for b in ruang.daftar_bagian for n in b.daftar_nama]
    assert len(tampil) == len(set(tampil))
    assert set(contoh.narasi) <= set(tampil)
    sasaran = ruang.find_bagian("sasaran-1")
    assert sasaran is not None
    assert {"sebab-1.1", "solusi-1.4", "program-1"} <= set(sasaran.daftar_nama)
    assert any(isinstance(b, Tabel) and b.nomor.startswith("3.") for p in sasaran.potongan for b in p.isi)


def test_text_is_shown_with_its_slots_filled_and_an_unwritten_one_has_its_place(meja: Meja):
    meja.tulis("simpulan", "Tahun {{ tahun }} selesai.")
    ruang = _ruang(meja.laporan)
    assert _teks(ruang, "simpulan") == f"Tahun {TAHUN} selesai."
    assert _teks(ruang, "latar-belakang") == ""


def test_slot_that_has_gone_stale_says_so_and_the_page_still_comes(meja: Meja):
    BlokLaporan.objects.create(
        laporan=meja.laporan, nama="simpulan", isi="Lihat {{ capaian.9.9 }} dan {{ tabel.hilang }}.", versi=1
    )
    teks = _teks(_ruang(meja.laporan), "simpulan")
    assert "capaian.9.9: slot tidak dikenal lagi" in teks
    assert "tabel.hilang: slot tidak dikenal lagi" in teks


def test_quarter_has_its_three_texts(meja: Meja):
    laporan = draft_laporan(
        meja.pemeran.kota, TAHUN, entitas=meja.laporan.entitas, jenis="triwulan", triwulan=1, by=meja.pemeran.rina
    )
    ruang = _ruang(laporan)
    tampil = {n for b in ruang.daftar_bagian for n in b.daftar_nama}
    assert tampil == {"pengantar-triwulan", "hambatan-triwulan", "simpulan-triwulan"}
    assert ruang.daftar_lain == ()
