"""Beranda once the office measures: whose turn each quarter is, what came out, what deserves a look, and from where."""

import re
from datetime import date, datetime, timedelta
from unittest.mock import Mock

import pytest
from django.test import Client
from django.utils import timezone
from kantor_contoh import TAHUN, Kantor, build_kantor
from pemeran import build_pemeran
from rencana_contoh import build_rencana

from akuntabel.core.calc.angka import format_angka
from akuntabel.doors.web.beranda_bacaan import read_tahun_kerja
from akuntabel.doors.web.pekerjaan_ukur import daftar_pekerjaan_fakta
from akuntabel.doors.web.ruang import Ruang
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.anggaran.models import (
    RealisasiBulanan,
    RencanaPenarikan,
    RevisiDipa,
    StatusRevisi,
    StatusVersi,
    VersiAnggaran,
)
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.pengukuran.actions_catatan import draft_catatan
from akuntabel.siklus.pengukuran.actions_triwulan import (
    approve_pengukuran,
    return_pengukuran,
    revise_jadwal,
    submit_pengukuran,
)
from akuntabel.siklus.pengukuran.hitung import compute_capaian_tahun
from akuntabel.siklus.pengukuran.models import JadwalPengukuran, PengukuranTriwulan
from akuntabel.siklus.pengukuran.sel import KunciSel

RUANG = f"/satker/357200/{TAHUN}/"
TENGGAT = date(TAHUN, 4, 20)


@pytest.fixture
def hari(monkeypatch: pytest.MonkeyPatch):
    """Set the day; 10 April at first."""

    def setel(tanggal: date) -> None:
        saat = timezone.make_aware(datetime(tanggal.year, tanggal.month, tanggal.day, 8))  # noqa: DTZ001 — made aware
        monkeypatch.setattr(timezone, "now", Mock(return_value=saat))

    setel(date(TAHUN, 4, 10))
    return setel


@pytest.fixture
def kantor(db: None, hari) -> Kantor:
    """Signed, with elements, and the first quarter open until 20 April."""
    pemeran = build_pemeran()
    kantor = build_kantor(pemeran, build_rencana(pemeran))
    revise_jadwal(pemeran.pusat, TAHUN, 1, buka=date(TAHUN, 4, 1), tenggat=TENGGAT, by=None)
    return kantor


def _lihat(pengguna: Pengguna, alamat: str = RUANG) -> str:
    klien = Client()
    klien.force_login(pengguna)
    jawaban = klien.get(alamat)
    assert jawaban.status_code == 200
    return jawaban.text


def _lintasan(halaman: str) -> dict[str, str]:
    """The track in words: stage → state and what stands below."""
    titik = re.findall(r"<li class=\"(\w+)\"><span class=\"titik\">.*?</li>", halaman, re.DOTALL)
    isi = re.findall(r"<li class=\"\w+\"><span class=\"titik\">(.*?)</li>", halaman, re.DOTALL)
    kata = [" ".join(re.sub(r"<[^>]+>", " ", i).split()) for i in isi]
    return {k: f"{t}: {k}" for t, k in zip(titik, kata, strict=True)}


def _triwulan_satu(halaman: str) -> str:
    return next(v for k, v in _lintasan(halaman).items() if k.startswith("Triwulan I "))


def _submit(kantor: Kantor) -> PengukuranTriwulan:
    return submit_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.danu)


def test_the_track_has_every_stage_in_order(kantor: Kantor):
    awal = [
        k.split(" selesai")[0].split(" berjalan")[0].split(" belum")[0] for k in _lintasan(_lihat(kantor.pemeran.rina))
    ]
    assert awal == [
        *("Renstra", "Rencana kinerja", "Perjanjian kinerja", "Rencana aksi"),
        *("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"),
        *("Laporan kinerja", "Reviu", "Publikasi", "Evaluasi"),
    ]


def test_the_track_says_what_is_due_and_whose_turn_it_is(kantor: Kantor, hari):
    p = kantor.pemeran
    assert _triwulan_satu(_lihat(p.rina)) == (
        "sekarang: Triwulan I berjalan: sedang diisi, tenggat 20 Apr pengelola data"
    )
    kantor.ukur(1, a=60, b=80)
    pengukuran = _submit(kantor)
    assert "menunggu verifikasi, tenggat 20 Apr perencana atau pimpinan" in _triwulan_satu(_lihat(p.rina))
    hari(TENGGAT + timedelta(days=1))
    assert _triwulan_satu(_lihat(p.rina)).startswith("terlambat: Triwulan I terlambat: menunggu verifikasi")
    approve_pengukuran(pengukuran, by=p.rina)
    assert _triwulan_satu(_lihat(p.rina)) == "sudah: Triwulan I selesai: diverifikasi"


def test_each_person_is_told_their_part_of_the_quarter(kantor: Kantor):
    p = kantor.pemeran
    isi, verifikasi = "Isi dan ajukan pengukuran triwulan I<", "Verifikasi atau kembalikan pengukuran triwulan I<"
    assert isi in _lihat(p.danu)
    assert isi not in _lihat(p.rina)
    kantor.ukur(1, a=60, b=80)
    pengukuran = _submit(kantor)
    assert isi not in _lihat(p.danu)
    assert verifikasi in _lihat(p.rina)
    assert verifikasi in _lihat(p.bu_ketua)
    assert verifikasi not in _lihat(p.supervisor)
    return_pengukuran(pengukuran, by=p.rina, alasan="Lampirkan <rekap>")
    halaman = _lihat(p.danu)
    assert "Betulkan pengukuran triwulan I" in halaman
    assert "Dikembalikan: Lampirkan &lt;rekap&gt;" in halaman


def test_a_quarter_that_has_not_opened_asks_nothing_of_anybody(kantor: Kantor, hari):
    assert "pengukuran triwulan II<" not in _lihat(kantor.pemeran.danu)
    hari(date(TAHUN, 7, 1))  # without a schedule it is due when it has ended
    assert "Isi dan ajukan pengukuran triwulan II<" in _lihat(kantor.pemeran.danu)


def test_capaian_is_that_of_the_facts_to_the_last_digit(kantor: Kantor):
    assert "Capaian per sasaran" not in _lihat(kantor.pemeran.rina)
    kantor.ukur(1, a=61, b=83)
    hasil = compute_capaian_tahun(kantor.satker, TAHUN)
    halaman = _lihat(kantor.pemeran.rina)
    sasaran = hasil.sasaran[0]
    for nilai in (hasil.organisasi.nilai, sasaran.rekap.nilai, *(i.capaian.terbatas for i in hasil.daftar_indikator)):
        assert nilai.angka is not None
        assert format_angka(nilai.angka) in halaman  # in the trace, unrounded
    assert f"{format_angka(sasaran.rekap.nilai.angka, 2)}%" in halaman
    assert sasaran.kategori.label in halaman
    assert "capaian indikator 1.1 = " in halaman
    assert hasil.kebijakan.dasar in halaman


def test_the_picture_and_its_table_say_the_same(kantor: Kantor):
    kantor.ukur(1, a=61, b=83)
    halaman = _lihat(kantor.pemeran.rina)
    baris = re.findall(r'<tr id="(sasaran-\d+)">', halaman)
    assert baris
    assert re.findall(r'data-baris="([\w-]+)"', halaman) == baris
    nilai = re.search(r'aria-label="Sasaran 1: ([\d,]+%)', halaman)
    assert nilai
    assert halaman.count(nilai[1]) >= 3  # the bar, the table, the sheet of the trace


def test_every_indicator_has_its_trace_on_its_page(kantor: Kantor):
    kantor.ukur(1, a=61, b=83)
    halaman = _lihat(kantor.pemeran.rina, f"{RUANG}capaian/")
    for teks in ("dari mana? Capaian indikator 1.1", "dari mana? Realisasi indikator 1.2", "a / b * 100", "61", "83"):
        assert teks in halaman, teks


def test_what_is_late_low_or_unanswered_is_pointed_out(kantor: Kantor, hari):
    kantor.ukur(1, a=60, b=80)
    draft_catatan(kantor.satker, TAHUN, 1, KunciSel("a"), "Mohon dicek.", by=kantor.pemeran.rina)
    assert "Terlambat" not in _lihat(kantor.pemeran.rina)
    hari(TENGGAT + timedelta(days=1))
    halaman = _lihat(kantor.pemeran.rina)
    assert "Pengukuran triwulan I belum diverifikasi; tenggatnya 20 April 2026." in halaman
    assert "1 catatan sel belum selesai dijawab." in halaman
    assert "Capaian indikator 1.2 tidak berhasil." in halaman


def test_a_jump_that_was_explained_is_still_shown(kantor: Kantor):
    kantor.ukur(1, a=60, b=80)
    assert "berubah tajam" not in _lihat(kantor.pemeran.rina)
    kantor.betulkan("a", 10)
    assert "1 nilai berubah tajam dan diberi alasan." in _lihat(kantor.pemeran.rina)


@pytest.fixture
def versi(kantor: Kantor) -> VersiAnggaran:
    """A budget that was taken, with two months of plan and spending."""
    versi = VersiAnggaran.objects.create(
        satker=kantor.satker,
        tahun=TAHUN,
        jenis="sakti",
        bulan=2,
        total_pagu=1_000_000_000,
        total_realisasi=125_000_000,
    )
    VersiAnggaran.objects.update(status=StatusVersi.DIAMBIL, nomor=1, diambil_pada=timezone.now())
    for bulan, rencana, realisasi in ((1, 100_000_000, 50_000_000), (2, 100_000_000, 75_000_000)):
        RencanaPenarikan.objects.create(
            satker=kantor.satker, tahun=TAHUN, bulan=bulan, jenis_belanja="52", jumlah=rencana
        )
        for n, kode in enumerate(("CQ.1", "CQ.2")):
            RealisasiBulanan.objects.create(
                satker=kantor.satker, tahun=TAHUN, bulan=bulan, kode=kode, sumber_dana="RM", jumlah=realisasi * n
            )
    return versi


def test_absorption_is_shown_by_month_with_its_trace(kantor: Kantor, versi: VersiAnggaran):
    halaman = _lihat(kantor.pemeran.rina)
    assert "12,50%" in halaman
    assert "Rp125.000.000 dari Rp1.000.000.000" in halaman
    assert "SAKTI, Laporan FA Detail (16 Segmen), versi 1" in halaman
    assert 'aria-label="s.d. Februari, rencana Rp200.000.000, realisasi Rp125.000.000"' in halaman
    assert "dari mana? Serapan s.d. Januari" in halaman
    assert "5,00%" in halaman


def test_a_month_of_which_nothing_is_known_is_not_zero(kantor: Kantor, versi: VersiAnggaran):
    RealisasiBulanan.objects.filter(bulan=1).delete()
    halaman = _lihat(kantor.pemeran.rina)
    assert 'aria-label="s.d. Januari, rencana Rp100.000.000"' in halaman
    assert "realisasi Rp125.000.000" in halaman  # the version says what it was until February
    assert "Serapan s.d. Januari" not in halaman


def test_a_ledger_that_contradicts_the_budget_is_pointed_out(kantor: Kantor, versi: VersiAnggaran):
    RevisiDipa.objects.create(
        satker=kantor.satker,
        tahun=TAHUN,
        nomor=0,
        jenis="awal",
        menjadi=999_000_000,
        is_impor=True,
    )
    RevisiDipa.objects.update(status=StatusRevisi.DITETAPKAN)
    assert "Pagu menurut buku revisi Rp999.000.000, menurut data anggaran Rp1.000.000.000." in _lihat(
        kantor.pemeran.rina
    )


def test_a_file_that_was_read_and_not_taken_waits_for_the_planner(kantor: Kantor):
    VersiAnggaran.objects.create(satker=kantor.satker, tahun=TAHUN, jenis="sakti", nama_berkas="FA <9>.xlsx")
    teks = "Ambil atau tolak berkas anggaran FA &lt;9&gt;.xlsx"
    assert teks in _lihat(kantor.pemeran.rina)
    assert teks not in _lihat(kantor.pemeran.bu_ketua)


def test_another_year_is_another_page(kantor: Kantor, versi: VersiAnggaran):
    kantor.ukur(1, a=60, b=80)
    halaman = _lihat(kantor.pemeran.rina, f"/satker/357200/{TAHUN + 1}/")
    assert "Capaian per sasaran" not in halaman
    assert f"Anggaran {TAHUN + 1} belum diimpor." in halaman


def test_a_capaian_that_cannot_be_computed_is_not_zero(kantor: Kantor):
    kantor.ukur(1, a=0, b=0)
    halaman = _lihat(kantor.pemeran.rina)
    assert "tidak dapat dihitung" in halaman
    assert "0,00%" not in halaman


def test_a_year_that_was_imported_as_a_whole_asks_for_no_quarters(kantor: Kantor, hari):
    hari(date(TAHUN, 12, 31))
    JadwalPengukuran.objects.all().delete()
    assert "Isi dan ajukan pengukuran triwulan II" in _kerja_impor(kantor, is_impor=False)
    assert _kerja_impor(kantor, is_impor=True) == []
    kantor.ukur(2, a=60, b=80)
    assert _kerja_impor(kantor, is_impor=True) == ["Isi dan ajukan pengukuran triwulan II"]


def _kerja_impor(kantor: Kantor, *, is_impor: bool) -> list[str]:
    """What Danu has to do, as if the agreement had come with a package or not: what is signed cannot be changed."""
    kerja = read_tahun_kerja(Ruang(kantor.pemeran.danu, kantor.satker, TAHUN, frozenset({Peran.PENGELOLA_DATA})))
    assert kerja.berlaku is not None
    kerja.berlaku.is_impor = is_impor
    return [k.teks for k in daftar_pekerjaan_fakta(kerja)]
