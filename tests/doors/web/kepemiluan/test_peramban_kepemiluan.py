"""Elections in a real browser: with the keyboard alone, on a laptop and a phone, usable by everybody."""

import pytest
from playwright.sync_api import Browser

from akuntabel.siklus.organisasi.models import Peran
from doors.web.halaman import build_alamat
from doors.web.halaman_kepemiluan import BERKAS, HALAMAN
from doors.web.isi import TAHUN
from doors.web.isi_situs import SANDI
from doors.web.izin import LIHAT
from doors.web.peramban import CHROMIUM, DAFTAR_UKURAN, LAPTOP, PONSEL, Ukuran, open_jendela
from doors.web.situs import Situs

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
KODE = "357200"
DAFTAR = [
    nama
    for nama, h in HALAMAN.items()
    if nama not in BERKAS and (h.get is LIHAT or (isinstance(h.get, frozenset) and Peran.PENGELOLA_DATA in h.get))
]


def test_pages_of_danu_are_usable_by_everybody(peramban: Browser, situs: Situs) -> None:
    assert len(DAFTAR) > 15
    masalah = []
    with open_jendela(peramban, situs.alamat) as jendela:
        jendela.log_in("danu@contoh.go.id", SANDI)
        for nama in DAFTAR:
            jendela.resize(LAPTOP)
            assert jendela.open(build_alamat(nama, KODE, situs.objek[KODE])) == 200, nama
            for ukuran in (LAPTOP, PONSEL):
                jendela.resize(ukuran)
                masalah += [f"{nama} {ukuran.nama}: {p}" for p in jendela.find_pelanggaran()]
                jendela.save_gambar(f"{nama}-danu")
    assert not masalah, "\n".join(masalah)


@pytest.mark.parametrize("ukuran", DAFTAR_UKURAN, ids=lambda u: u.nama)
def test_danu_writes_an_area_with_the_keyboard(peramban: Browser, situs: Situs, ukuran: Ukuran) -> None:
    with open_jendela(peramban, situs.alamat, ukuran) as jendela:
        jendela.log_in("danu@contoh.go.id", SANDI)
        jendela.open(f"/satker/{KODE}/{TAHUN}/pemilih/")
        jendela.press("Tulis per wilayah")
        jendela.type_into("Kecamatan", f"Kecamatan {ukuran.nama}")
        jendela.type_into("pemilih Daftar Pemilih Tetap (DPT) L", "1.234")
        jendela.type_into("pengguna Daftar Pemilih Tetap (DPT) L", "2.000")
        jendela.type_into("Dokumen asal wajib", "Berita acara 12")
        jendela.press("Simpan")
        jendela.see("lebih banyak daripada pemilih 1234")
        jendela.type_into("pengguna Daftar Pemilih Tetap (DPT) L", "1.000")
        jendela.press("Simpan")
        jendela.see_judul(f"Pemilih dan partisipasi {TAHUN}")
        jendela.see(f"Kecamatan {ukuran.nama}")
        assert jendela.find_pelanggaran() == []
