"""The budget of the example office from its own table, by a mapping: the same figures as its package, to the rupiah."""

import pytest
from pemeran import Pemeran

from akuntabel.core.readers.anggaran.laporan import KolomBerkas
from akuntabel.core.readers.anggaran.peta import guess_peta
from akuntabel.platform.tasks.models import Tugas
from akuntabel.platform.tasks.pekerja_tunggal import run_berikut
from akuntabel.siklus.anggaran.actions_versi import adopt_versi
from akuntabel.siklus.anggaran.hitung import compute_anggaran_tahun
from akuntabel.siklus.anggaran.impor import PilihanImpor, submit_impor, submit_ulang, write_peta
from akuntabel.siklus.anggaran.models import VersiAnggaran
from akuntabel.siklus.perencanaan.actions.anggaran import import_kode
from contoh_paket import CONTOH, compute_contoh, read_contoh

TAHUN = 2020
PILIHAN = PilihanImpor()


@pytest.mark.parametrize("is_berkatalog", [True, False])
def test_the_table_of_the_package_gives_the_figures_of_the_package(pemeran: Pemeran, is_berkatalog: bool):
    kota, rina = pemeran.kota, pemeran.rina
    if is_berkatalog:
        import_kode(kota, TAHUN, read_contoh().daftar_kode_anggaran, by=rina)
    isi = (CONTOH / "anggaran.csv").read_bytes()
    berkas, _ = submit_impor(kota, TAHUN, "anggaran.csv", isi, pilihan=PILIHAN, by=rina)
    run_berikut("uji")
    daftar_kolom = Tugas.objects.get().hasil["daftar_kolom"]
    terkaan = guess_peta([KolomBerkas(k["nomor"], k["judul"]) for k in daftar_kolom]).judul
    assert terkaan == {n: n for n in ("kode", "sumber_dana", "pagu", "realisasi")}
    write_peta(kota, [k["judul"] for k in daftar_kolom], terkaan, by=rina)
    submit_ulang(kota, TAHUN, berkas, "anggaran.csv", pilihan=PILIHAN, by=rina)
    run_berikut("uji")
    versi = VersiAnggaran.objects.get()
    adopt_versi(versi, by=rina, terhadap=0)
    hasil, contoh = compute_anggaran_tahun(kota, TAHUN), compute_contoh().anggaran
    assert hasil.total == contoh.total
    if is_berkatalog:
        assert hasil.baris == contoh.baris
