"""Beranda at the end of a year: the report, its review, what is public, the evaluation, and whose turn it is."""

import re
from collections.abc import Callable
from datetime import date, datetime
from unittest.mock import Mock

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from kantor_contoh import TAHUN, Kantor, build_kantor
from pemeran import build_pemeran
from rencana_contoh import build_rencana
from tahun_lanjut_contoh import LANJUT

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.evaluasi.models import Lke, Rekomendasi
from akuntabel.siklus.evaluasi.tahun_berikut import open_tahun
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import EntitasPelapor, Peran
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.publikasi.models import Terbitan
from akuntabel.siklus.reviu.models import PenugasanReviu, TemuanReviu

SATKER = "/satker/357200/"
FEBRUARI = date(LANJUT, 2, 10)


@pytest.fixture
def hari(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Set the day; 10 February of the next year at first."""

    def setel(tanggal: date) -> None:
        saat = timezone.make_aware(datetime(tanggal.year, tanggal.month, tanggal.day, 8))  # noqa: DTZ001 — made aware
        monkeypatch.setattr(timezone, "now", Mock(return_value=saat))

    setel(FEBRUARI)
    return setel


@pytest.fixture
def kantor(db: None, hari: Callable[[date], None]) -> Kantor:
    """The year is over; its agreement was signed."""
    pemeran = build_pemeran()
    kantor = build_kantor(pemeran, build_rencana(pemeran))
    assign_peran(pemeran.supervisor, pemeran.provinsi, Peran.EVALUATOR, by=None)
    return kantor


def _laporan(kantor: Kantor, status: str, **isi: object) -> LaporanKinerja:
    bawaan: dict[str, object] = {
        "satker": kantor.satker,
        "tahun": TAHUN,
        "entitas": EntitasPelapor.objects.filter(satker=kantor.satker).earliest("pk"),
        "status": status,
        "sidik": "" if status == "disusun" else "a" * 64,
        "tempat": "Blitar",
        "bulan": "Februari 2027",
        "penanda_tangan": "ketua",
        "pereviu": "ketua",
    }
    return LaporanKinerja.objects.create(**bawaan | isi)


def _temuan(laporan: LaporanKinerja, oleh: Pengguna, nomor: int = 1, status: str = "terbuka") -> TemuanReviu:
    return TemuanReviu.objects.create(laporan=laporan, nomor=nomor, uraian="Angka berbeda", status=status, pembuat=oleh)


def _tugaskan(laporan: LaporanKinerja, auditor: Pengguna) -> None:
    PenugasanReviu.objects.create(laporan=laporan, auditor=auditor, penunjuk=auditor, is_ketua=True)


def _lihat(pengguna: Pengguna, tahun: int = TAHUN, satker: str = SATKER) -> str:
    klien = Client()
    klien.force_login(pengguna)
    jawaban = klien.get(f"{satker}{tahun}/")
    assert jawaban.status_code == 200
    return " ".join(jawaban.text.split())


def _titik(halaman: str, tahap: str) -> str:
    """A point of the track in words: its state, what stands below, whose turn."""
    for keadaan, isi in re.findall(r'<li class="(\w+)"><span class="titik">(.*?)</li>', halaman):
        kata = " ".join(re.sub(r"<[^>]+>", " ", isi).split())
        if kata.startswith(tahap):
            return f"{keadaan}: {kata.removeprefix(tahap).strip()}"
    raise AssertionError(tahap)


def test_the_track_says_how_far_the_report_has_come(kantor: Kantor):
    rina = kantor.pemeran.rina
    assert _titik(_lihat(rina), "Laporan kinerja") == "sekarang: berjalan: belum disusun perencana"
    laporan = _laporan(kantor, "disusun")
    assert _titik(_lihat(rina), "Laporan kinerja") == "sekarang: berjalan: disusun perencana"
    assert _titik(_lihat(rina), "Reviu") == "belum: belum: sebelum tanda tangan"
    LaporanKinerja.objects.filter(pk=laporan.pk).update(status="diajukan", sidik="a" * 64)
    assert _titik(_lihat(rina), "Reviu") == "sekarang: berjalan: menunggu penugasan auditor pimpinan atau auditor"
    _tugaskan(laporan, kantor.pemeran.sari)
    _temuan(laporan, kantor.pemeran.sari)
    assert _titik(_lihat(rina), "Reviu") == "sekarang: berjalan: berjalan, 1 temuan auditor"
    TemuanReviu.objects.update(status="ditutup")
    LaporanKinerja.objects.filter(pk=laporan.pk).update(status="direviu")
    halaman = _lihat(rina)
    assert _titik(halaman, "Reviu") == "sudah: selesai: selesai"
    assert _titik(halaman, "Laporan kinerja") == "sekarang: berjalan: menunggu tanda tangan pimpinan"
    assert _titik(halaman, "Publikasi") == "belum: belum: sesudah tanda tangan"


def test_while_the_year_runs_nothing_of_its_end_is_due(kantor: Kantor, hari: Callable[[date], None]):
    hari(date(TAHUN, 6, 1))
    halaman = _lihat(kantor.pemeran.rina)
    assert _titik(halaman, "Laporan kinerja") == "belum: belum: sesudah 2026 berakhir"
    assert "Susun Laporan Kinerja" not in halaman


def test_a_signed_report_is_published_and_then_says_since_when(kantor: Kantor, laporan_tertanda: LaporanKinerja):
    rina = kantor.pemeran.rina
    halaman = _lihat(rina)
    assert _titik(halaman, "Laporan kinerja") == "sudah: selesai: tanda tangan 8 Feb"
    assert _titik(halaman, "Publikasi") == "sekarang: berjalan: siap diterbitkan perencana atau pimpinan"
    assert "Terbitkan Laporan Kinerja 2026" in halaman
    _terbitan(laporan_tertanda)
    halaman = _lihat(rina)
    assert _titik(halaman, "Publikasi") == "sudah: selesai: terbit 10 Feb"
    assert "Terbitkan Laporan Kinerja 2026" not in halaman


@pytest.fixture
def laporan_tertanda(kantor: Kantor) -> LaporanKinerja:
    """Signed on 8 February, its facts kept."""
    paket = store_berkas(b"kode,nama\r\n", "paket.csv", by=kantor.pemeran.rina, retensi=Retensi.PERMANEN)
    laporan = _laporan(kantor, "direviu")
    LaporanKinerja.objects.filter(pk=laporan.pk).update(
        status="ditandatangani", tanggal=date(LANJUT, 2, 8), paket=paket
    )
    laporan.refresh_from_db()
    return laporan


def _terbitan(laporan: LaporanKinerja) -> Terbitan:
    terbitan = Terbitan.objects.create(
        slug="kpu-kota-blitar-2026",
        judul="Laporan Kinerja",
        kode_satker=laporan.satker.kode,
        nama_satker=laporan.satker.nama,
        nama_lengkap=laporan.satker.nama_lengkap,
        jenis_satker="kota",
        path=laporan.satker.path,
        tahun=TAHUN,
        entitas=laporan.entitas.kode,
        nama_entitas=laporan.entitas.nama,
        sidik="b" * 64,
        penanda_tangan="Bu Ketua",
        jabatan_penanda_tangan="Ketua",
        tanggal_tanda_tangan=date(LANJUT, 2, 8),
        is_elektronik=False,
        kebijakan="kpu",
        status_capaian="terukur",
        terbit_pada=timezone.now(),
    )
    Terbitan.objects.filter(pk=terbitan.pk).update(status="terbit")
    return terbitan


def test_the_planner_writes_and_the_head_signs_last_years_report_in_this_year_too(kantor: Kantor):
    p = kantor.pemeran
    assert "Susun Laporan Kinerja 2026" in _lihat(p.rina, LANJUT)
    assert "Susun Laporan Kinerja 2026" not in _lihat(p.bu_ketua, LANJUT)
    laporan = _laporan(kantor, "disusun")
    assert "Lengkapi dan ajukan Laporan Kinerja 2026" in _lihat(p.rina, LANJUT)
    LaporanKinerja.objects.filter(pk=laporan.pk).update(status="direviu", sidik="a" * 64)
    assert "Tandatangani Laporan Kinerja 2026" in _lihat(p.bu_ketua, LANJUT)
    assert "Tandatangani Laporan Kinerja 2026" not in _lihat(p.rina, LANJUT)


def test_open_findings_are_the_offices_to_answer_and_the_auditors_to_judge(kantor: Kantor):
    p = kantor.pemeran
    laporan = _laporan(kantor, "diajukan")
    _tugaskan(laporan, p.sari)
    _temuan(laporan, p.sari)
    halaman = _lihat(p.rina)
    assert "Tanggapi atau perbaiki 1 temuan reviu Laporan Kinerja 2026" in halaman
    assert "1 temuan reviu Laporan Kinerja 2026 belum selesai." in halaman
    provinsi = "/satker/350000/"
    assert "Nilai jawaban" not in _lihat(p.sari, LANJUT, provinsi)
    TemuanReviu.objects.update(status="ditanggapi")
    assert "Nilai jawaban atas 1 temuan" in _lihat(p.sari, LANJUT, provinsi)
    assert "Tanggapi atau perbaiki" not in _lihat(p.rina)


def test_an_auditor_finds_the_reviews_in_the_own_office_and_at_the_office_reviewed(kantor: Kantor):
    p = kantor.pemeran
    laporan = _laporan(kantor, "diajukan")
    teks = "Reviu Laporan Kinerja 2026 KPU Kota Blitar"
    provinsi = "/satker/350000/"
    assert "Tunjuk pereviu 1 laporan satker di bawah" in _lihat(p.sari, LANJUT, provinsi)
    assert "Tunjuk pereviu Laporan Kinerja 2026" in _lihat(p.bu_ketua)
    _tugaskan(laporan, p.sari)
    assert teks in _lihat(p.sari, LANJUT, provinsi)
    assert teks in _lihat(p.sari)
    assert "Tunjuk pereviu" not in _lihat(p.sari, LANJUT, provinsi)
    assert teks not in _lihat(p.supervisor, LANJUT, provinsi)


def test_an_evaluator_finds_the_own_worksheets_and_follow_ups_to_judge(kantor: Kantor):
    p = kantor.pemeran
    lke = Lke.objects.create(
        satker=kantor.satker,
        tahun=TAHUN,
        jenis="resmi",
        regulasi="lke-88-2021",
        cara="bobot",
        penilai=p.provinsi,
        evaluator=p.supervisor,
    )
    provinsi = "/satker/350000/"
    assert "Lanjutkan evaluasi 2026 KPU Kota Blitar" in _lihat(p.supervisor, LANJUT, provinsi)
    assert "Lanjutkan evaluasi" not in _lihat(p.sari, LANJUT, provinsi)
    Rekomendasi.objects.create(
        satker=kantor.satker, tahun=TAHUN, nomor=1, teks="Lengkapi", lke=lke, status="ditindaklanjuti"
    )
    assert "Nilai tindak lanjut 1 rekomendasi" in _lihat(p.supervisor, LANJUT, provinsi)


def test_what_an_evaluator_still_drafts_is_not_told_to_the_office(kantor: Kantor):
    p = kantor.pemeran
    Lke.objects.create(
        satker=kantor.satker,
        tahun=TAHUN,
        jenis="resmi",
        regulasi="lke-88-2021",
        cara="bobot",
        penilai=p.provinsi,
        evaluator=p.supervisor,
    )
    assert _titik(_lihat(p.rina), "Evaluasi") == "belum: belum: belum dimulai"


def test_the_own_worksheet_is_the_planners_then_the_heads(kantor: Kantor):
    p = kantor.pemeran
    lke = Lke.objects.create(satker=kantor.satker, tahun=TAHUN, jenis="mandiri", regulasi="lke-88-2021", cara="bobot")
    assert "Lengkapi penilaian mandiri 2026" in _lihat(p.rina)
    assert _titik(_lihat(p.rina), "Evaluasi") == "sekarang: berjalan: penilaian mandiri disusun perencana"
    Lke.objects.filter(pk=lke.pk).update(status="diajukan", pengaju=p.rina)
    assert "Tetapkan atau kembalikan penilaian mandiri 2026" in _lihat(p.bu_ketua)
    assert "penilaian mandiri 2026" not in _lihat(p.danu)


def test_recommendations_past_their_deadline_are_pointed_out(kantor: Kantor):
    for nomor, tenggat in ((1, date(LANJUT, 1, 31)), (2, date(LANJUT, 6, 30))):
        Rekomendasi.objects.create(satker=kantor.satker, tahun=TAHUN - 1, nomor=nomor, teks="Lengkapi", tenggat=tenggat)
    halaman = _lihat(kantor.pemeran.rina)
    assert "1 rekomendasi evaluasi lewat tenggatnya." in halaman
    assert "Tindak lanjuti 2 rekomendasi evaluasi" in halaman
    assert "Tenggat terdekat 31 Januari 2027." in halaman


@pytest.mark.parametrize(
    ("tanggal", "teks"),
    [
        (date(2026, 1, 15), None),
        (date(2026, 2, 10), "tenggatnya 18 hari lagi, 28 Februari 2026"),
        (date(2026, 3, 2), "tenggatnya 28 Februari 2026 ("),
    ],
)
def test_the_deadline_of_a_letter_is_told_as_it_comes_near(
    kantor: Kantor, hari: Callable[[date], None], tanggal: date, teks: str | None
):
    _laporan(kantor, "disusun", tahun=2025)
    hari(tanggal)
    halaman = _lihat(kantor.pemeran.rina, 2026)
    assert ("Laporan Kinerja 2025 belum ditandatangani" in halaman) is (teks is not None)
    assert teks is None or teks in halaman


def test_towards_the_end_of_the_year_the_next_one_is_opened_once(kantor: Kantor, hari: Callable[[date], None]):
    p = kantor.pemeran
    hari(date(TAHUN, 9, 30))
    assert "Buka tahun 2027</a>" not in _lihat(p.rina)
    hari(date(TAHUN, 10, 1))
    assert "Buka tahun 2027</a>" in _lihat(p.rina)
    assert "Buka tahun 2027</a>" not in _lihat(p.danu)
    open_tahun(kantor.satker, TAHUN, by=p.rina)
    assert "Buka tahun 2027</a>" not in _lihat(p.rina)


def test_the_palette_finds_reports_of_the_offices_one_sees(kantor: Kantor):
    laporan = _laporan(kantor, "disusun")
    alamat = f"{SATKER}{TAHUN}/laporan/{laporan.pk}/"
    for nama, is_ada in (("rina", True), ("sari", True), ("tono", False)):
        klien = Client()
        klien.force_login(getattr(kantor.pemeran, nama))
        assert (alamat in klien.get("/cari/", {"q": "blitar"}).text) is is_ada, nama


def test_more_findings_and_recommendations_ask_the_database_no_more(kantor: Kantor):
    p = kantor.pemeran
    laporan = _laporan(kantor, "diajukan")
    klien = Client()
    klien.force_login(p.rina)

    def tambah(daftar: range) -> None:
        for nomor in daftar:
            _temuan(laporan, p.sari, nomor)
            Rekomendasi.objects.create(satker=kantor.satker, tahun=TAHUN, nomor=nomor, teks="Lengkapi")

    def hitung() -> int:
        with CaptureQueriesContext(connection) as kueri:
            klien.get(f"{SATKER}{LANJUT}/")
        return len(kueri)

    tambah(range(1, 2))
    hitung()
    sedikit = hitung()
    tambah(range(2, 14))
    assert hitung() == sedikit
