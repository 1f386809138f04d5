"""The example package into rows: live figures are those of part 1 to the last digit, and it comes out as it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from paket_contoh import impor

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.paket import build_berkas, read_paket, seal_fakta
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.impor_pengukuran import import_pengukuran
from akuntabel.siklus.pelaporan.snapshot_pengukuran import build_pengukuran
from akuntabel.siklus.pengukuran import sumber_hitung
from akuntabel.siklus.pengukuran.hitung import compute_capaian_tahun
from akuntabel.siklus.pengukuran.models import Elemen, Fakta
from akuntabel.siklus.perjanjian.berlaku import find_perjanjian_berlaku

CONTOH = Path(__file__).parents[3] / "contoh" / "kpu-kota-blitar-2020"


@pytest.fixture(scope="module")
def paket() -> FaktaTahun:
    """The office and year of part 1."""
    return read_paket(CONTOH)


@pytest.fixture
def satker(db: None, paket: FaktaTahun) -> Satker:
    """The office, with the year of the package."""
    impor(paket)
    satker = Satker.objects.get(kode=paket.satker.kode)
    _import(satker, paket)
    return satker


def _import(satker: Satker, paket: FaktaTahun) -> None:
    perjanjian = find_perjanjian_berlaku(satker, paket.tahun)
    assert perjanjian is not None
    assert perjanjian.renstra is not None
    import_pengukuran(satker, paket, perjanjian.renstra, by=None)


def _catatan(paket: FaktaTahun) -> sumber_hitung.Pembaca:
    def baca(_satker: Satker, _tahun: int, _sampai: date | None) -> sumber_hitung.CatatanPemilu:
        return sumber_hitung.CatatanPemilu(paket.daftar_tahapan, paket.daftar_perkara)

    return baca


def test_live_figures_are_those_of_the_package_to_the_last_digit(
    satker: Satker, paket: FaktaTahun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sumber_hitung, "_pembaca", [_catatan(paket)])
    hidup, inti = compute_capaian_tahun(satker, paket.tahun), compute_hasil(paket)
    assert [h.indikator.kode for h in hidup.daftar_indikator] == [h.indikator.kode for h in inti.indikator]
    for a, b in zip(hidup.daftar_indikator, inti.indikator, strict=True):
        assert a.realisasi == b.realisasi
        assert a.capaian == b.capaian
        assert a.target == b.target
    assert [s.rekap for s in hidup.sasaran] == [s.rekap for s in inti.sasaran]
    assert (hidup.organisasi, hidup.kategori) == (inti.organisasi, inti.kategori)
    assert hidup.elemen == {nama: inti.elemen[nama] for nama in hidup.elemen}


def test_the_package_comes_out_as_it_went_in(satker: Satker, paket: FaktaTahun) -> None:
    for bidang, isi in build_pengukuran(satker, paket.tahun).items():
        assert isi == getattr(paket, bidang), bidang


def test_importing_the_same_again_writes_no_fact(satker: Satker, paket: FaktaTahun) -> None:
    sebelum = Fakta.objects.count()
    _import(satker, paket)
    assert Fakta.objects.count() == sebelum


def test_a_package_that_differs_supersedes_only_what_differs(satker: Satker, paket: FaktaTahun) -> None:
    pertama, *lain = paket.daftar_fakta
    berbeda = replace(paket, daftar_fakta=(replace(pertama, alasan="dibetulkan"), *lain[:-1]))
    _import(satker, berbeda)
    assert build_pengukuran(satker, paket.tahun)["daftar_fakta"] == berbeda.daftar_fakta
    ganti, tarik = Fakta.objects.filter(menggantikan__isnull=False).order_by("pk")
    assert (ganti.elemen.kode, tarik.elemen.kode) == (pertama.elemen, paket.daftar_fakta[-1].elemen)
    assert ganti.alasan_perubahan == "paket data tahun 2020"
    assert tarik.is_ditarik


def test_a_package_without_facts_comes_out_without_facts(db: None, paket: FaktaTahun) -> None:
    kosong = seal_fakta(replace(paket, daftar_fakta=(), daftar_bukti=(), bukti_berkas={}))
    assert build_berkas(impor(kosong)) == build_berkas(kosong)
    dpt = Elemen.objects.get(kode="dpt")
    assert [str(r) for r in dpt.daftar_rincian.all()] == ["L", "P"]  # a formula names dpt.P
