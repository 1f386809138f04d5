"""What this year teaches stands beside each indicator of the next, which is known by its silsilah."""

from datetime import date

import pytest
from kantor_contoh import TAHUN, Kantor, build_kantor
from pemeran import Pemeran
from rencana_contoh import build_rencana
from tahun_lanjut_contoh import build_versi_lanjut

from akuntabel.siklus.evaluasi.models import Rekomendasi
from akuntabel.siklus.evaluasi.saran_lanjut import daftar_saran_lanjut
from akuntabel.siklus.evaluasi.tinjauan import BarisTinjauan, NasibIndikator, Tinjauan, read_tinjauan
from akuntabel.siklus.organisasi.models import EntitasPelapor
from akuntabel.siklus.pelaporan.models import LangkahLaporan, LaporanKinerja
from akuntabel.siklus.perencanaan.actions.rencana import draft_rencana


@pytest.fixture
def kantor(pemeran: Pemeran) -> Kantor:
    """Signed and measured: 1.1 reached 60 ÷ 80 = 75 of 77,5."""
    kantor = build_kantor(pemeran, build_rencana(pemeran))
    kantor.ukur(None, a=60, b=80)
    return kantor


def _baca(kantor: Kantor) -> Tinjauan:
    return read_tinjauan(kantor.satker, TAHUN)


def _baris(kantor: Kantor, kode: str) -> BarisTinjauan:
    return next(b for b in _baca(kantor).daftar_baris if b.indikator.kode == kode)


def _saran(kantor: Kantor, kode: str) -> str:
    return " ".join(daftar_saran_lanjut(_baris(kantor, kode), TAHUN + 1))


def _rekomendasi(kantor: Kantor, nomor: int, **isi: object) -> Rekomendasi:
    return Rekomendasi.objects.create(
        **{"satker": kantor.satker, "tahun": TAHUN, "nomor": nomor, "teks": f"Perbaiki {nomor}"} | isi
    )


def test_an_indicator_shows_what_was_reached_and_what_the_plan_asks_next(kantor: Kantor):
    build_versi_lanjut(kantor.rencana, kantor.satker)
    baris = _baris(kantor, "1.1")
    assert baris.hasil is not None
    assert (baris.hasil.target_teks, baris.hasil.realisasi.nilai.angka) == ("77.5", 75)
    assert (baris.nasib, baris.target_renstra, baris.target_rencana) == (NasibIndikator.TETAP, "79", "")
    draft_rencana(kantor.satker, TAHUN + 1, by=kantor.pemeran.rina)
    assert _baris(kantor, "1.1").target_rencana == "79"


def test_an_indicator_that_is_worded_otherwise_is_still_the_same_one(kantor: Kantor):
    build_versi_lanjut(kantor.rencana, kantor.satker, nama={"1.1": "Partisipasi masyarakat"})
    baris = _baris(kantor, "1.1")
    assert baris.nasib is NasibIndikator.BERUBAH
    assert [(p.bidang, p.lama, p.baru) for p in baris.daftar_perubahan] == [
        ("nama baku", "Partisipasi", "Partisipasi masyarakat")
    ]
    assert "belum tentu dapat dibandingkan" in _saran(kantor, "1.1")


def test_an_indicator_that_is_gone_and_one_that_is_new_are_told_apart(kantor: Kantor):
    build_versi_lanjut(kantor.rencana, kantor.satker, hapus=["1.2"], tambah=[("1.3", "Akuntabilitas", "sakip")])
    assert [(b.indikator.kode, b.nasib) for b in _baca(kantor).daftar_baris] == [
        ("1.1", NasibIndikator.TETAP),
        ("1.2", NasibIndikator.HILANG),
        ("1.3", NasibIndikator.BARU),
    ]
    assert "Tidak ada dalam rencana 2027" in _saran(kantor, "1.2")
    assert "Target 2027 belum ada" in _saran(kantor, "1.3")


@pytest.mark.parametrize(("target", "is_mundur"), [("74", True), ("75", False), ("79", False)])
def test_a_target_that_was_reached_already_is_pointed_at(kantor: Kantor, target: str, is_mundur: bool):
    build_versi_lanjut(kantor.rencana, kantor.satker, {"1.1": target, "1.2": "8"})
    assert ("lebih mudah daripada realisasi 2026 (75,00)" in _saran(kantor, "1.1")) is is_mundur


def test_for_an_indicator_where_less_is_better_more_is_easier(kantor: Kantor):
    build_versi_lanjut(kantor.rencana, kantor.satker, {"1.1": "79", "1.2": "76"})
    assert "Target 76 lebih mudah daripada realisasi 2026 (75,00)" in _saran(kantor, "1.2")


def test_open_recommendations_stand_at_their_indicator_the_others_apart(kantor: Kantor):
    build_versi_lanjut(kantor.rencana, kantor.satker)
    satu = _rekomendasi(kantor, 1, indikator=kantor.rencana.partisipasi, tenggat=date(TAHUN + 1, 3, 31))
    umum = _rekomendasi(kantor, 2)
    _rekomendasi(kantor, 3, indikator=kantor.rencana.partisipasi, status="selesai")
    lama = _rekomendasi(kantor, 1, tahun=TAHUN - 1, tenggat=date(TAHUN, 12, 31))
    Rekomendasi.objects.create(satker=kantor.pemeran.kota_lain, tahun=TAHUN, nomor=1, teks="Bukan milik kota")
    tinjauan = _baca(kantor)
    assert [r.pk for b in tinjauan.daftar_baris for r in b.daftar_rekomendasi] == [satu.pk]
    assert [r.pk for r in tinjauan.daftar_rekomendasi] == [lama.pk, umum.pk]


def test_steps_of_the_newest_report_stand_at_their_indicator_the_others_apart(kantor: Kantor):
    lama, baru = (_laporan(kantor, revisi) for revisi in (0, 1))
    LangkahLaporan.objects.create(laporan=lama, urut=1, teks="Sudah diganti", indikator="1.1")
    LangkahLaporan.objects.create(laporan=baru, urut=1, teks="Sosialisasi lebih awal", indikator="1.1")
    LangkahLaporan.objects.create(laporan=baru, urut=2, teks="Latih operator")
    tinjauan = _baca(kantor)
    assert [n.teks for b in tinjauan.daftar_baris for n in b.daftar_langkah] == ["Sosialisasi lebih awal"]
    assert [n.teks for n in tinjauan.daftar_langkah] == ["Latih operator"]


def _laporan(kantor: Kantor, revisi: int) -> LaporanKinerja:
    return LaporanKinerja.objects.create(
        satker=kantor.satker,
        tahun=TAHUN,
        entitas=EntitasPelapor.objects.filter(satker=kantor.satker).order_by("pk")[0],
        revisi=revisi,
        alasan_revisi="Salah angka" if revisi else "",
        tempat="Blitar",
        bulan="Januari 2027",
        penanda_tangan="ketua",
        pereviu="ketua",
    )
