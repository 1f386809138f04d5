"""Capaian by quarter: what is due then, by what was in force then, of whom the value is."""

from datetime import date
from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext
from kantor_contoh import TAHUN, Kantor

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.actions import IsianSel, measure_fakta
from akuntabel.siklus.pengukuran.actions_elemen import IsiElemen, draft_elemen
from akuntabel.siklus.pengukuran.hitung import HasilIndikator, compute_capaian_tahun
from akuntabel.siklus.pengukuran.models import AsalElemen, BentukElemen, NilaiTahunan
from akuntabel.siklus.pengukuran.nilai import refresh_nilai_tahunan
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    draft_perjanjian,
    revise_perjanjian,
    set_target,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.actions_rencana_aksi import (
    AksiBaris,
    approve_rencana_aksi,
    draft_rencana_aksi,
    set_aksi,
    set_target_triwulan,
    submit_rencana_aksi,
)
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja


def _hasil(satker: Satker, triwulan: int | None, kode: str = "1.1") -> HasilIndikator:
    hasil = compute_capaian_tahun(satker, TAHUN, triwulan).find_indikator(kode)
    assert hasil is not None
    return hasil


def _revisi(kantor: Kantor, target: str, tanggal: date) -> PerjanjianKinerja:
    """Another target from a day on."""
    pemeran = kantor.pemeran
    baru = revise_perjanjian(kantor.perjanjian, by=pemeran.rina, alasan=AlasanRevisi.ASUMSI, uraian="anggaran ditambah")
    set_target(baru, kantor.rencana.partisipasi, target, alasan="anggaran ditambah", by=pemeran.rina)
    submit_perjanjian(baru, by=pemeran.rina)
    approve_perjanjian(baru, by=pemeran.bu_ketua)
    sign_perjanjian(baru, by=pemeran.bu_ketua, tanggal=tanggal)
    return baru


def _rencana_aksi(kantor: Kantor, **target: str) -> None:
    """The targets of quarters, approved."""
    rina = kantor.pemeran.rina
    rencana_aksi = draft_rencana_aksi(kantor.perjanjian, by=rina)
    for baris in kantor.perjanjian.daftar_target.all():
        for triwulan in range(1, 5):
            teks = target.get(f"tw{triwulan}", "") if baris.indikator.kode == "1.1" else ""
            if teks:
                set_target_triwulan(rencana_aksi, baris, triwulan, teks, by=rina)
        set_aksi(
            rencana_aksi, baris, AksiBaris(uraian="Sosialisasi", triwulan=4, pejabat=kantor.rencana.ketua), by=rina
        )
    submit_rencana_aksi(rencana_aksi, by=rina)
    approve_rencana_aksi(rencana_aksi, by=kantor.pemeran.bu_ketua, tanggal=date(TAHUN, 2, 1))


def test_figures_stand_for_the_year_up_to_the_quarter(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    kantor.ukur(triwulan=3, a=70, b=100)
    angka = {t: _hasil(kantor.satker, t).realisasi.nilai.angka for t in (1, 2, 3, 4, None)}
    assert angka == {1: 75, 2: 75, 3: 70, 4: 70, None: 70}


def test_without_a_rencana_aksi_a_quarter_is_held_against_the_year(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    hasil = _hasil(kantor.satker, 1)
    assert (hasil.target_teks, hasil.catatan) == ("77.5", "target setahun; rencana aksi yang disetujui belum ada")
    assert _hasil(kantor.satker, None).catatan == ""


def test_a_quarter_is_held_against_its_own_target(kantor: Kantor) -> None:
    _rencana_aksi(kantor, tw2="50", tw3="60")
    kantor.ukur(a=60, b=80)
    assert _hasil(kantor.satker, 1).capaian.terbatas.status is StatusNilai.BELUM_JATUH_TEMPO
    assert _hasil(kantor.satker, 1).realisasi.nilai.angka == 75
    assert _hasil(kantor.satker, 2).capaian.mentah.angka == 150
    assert _hasil(kantor.satker, 3).target_teks == "60"
    assert _hasil(kantor.satker, 4).target_teks == "77.5"


def test_each_quarter_is_judged_by_the_agreement_of_its_end(kantor: Kantor) -> None:
    _revisi(kantor, "80", date(TAHUN, 5, 10))
    kantor.ukur(a=60, b=80)
    assert {t: _hasil(kantor.satker, t).target_teks for t in (1, 2, 4, None)} == {
        1: "77.5",
        2: "80",
        4: "80",
        None: "80",
    }


def test_an_indicator_is_defined_as_it_was_at_the_end_of_the_quarter(kantor: Kantor) -> None:
    """Whatever the plan says now: what is signed names its own version of the indicator."""
    _revisi(kantor, "80", date(TAHUN, 8, 1))
    dua = compute_capaian_tahun(kantor.satker, TAHUN, 2)
    assert dua.perjanjian == kantor.perjanjian
    assert compute_capaian_tahun(kantor.satker, TAHUN, 3).perjanjian != kantor.perjanjian


def test_without_an_agreement_there_is_no_capaian(kantor: Kantor) -> None:
    lain = kantor.pemeran.kota_lain
    assert compute_capaian_tahun(lain, TAHUN, 1).perjanjian is None
    assert compute_capaian_tahun(lain, TAHUN, 1).organisasi.nilai.angka is None


def test_a_late_agreement_judges_the_quarters_before_it(kantor: Kantor) -> None:
    tahun = TAHUN + 1
    pemeran, rencana = kantor.pemeran, kantor.rencana
    perjanjian = draft_perjanjian(
        pemeran.kota, tahun, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )
    for baris in perjanjian.daftar_target.all():
        set_target(perjanjian, baris.indikator, "80", alasan="tahun baru", by=pemeran.rina)
    submit_perjanjian(perjanjian, by=pemeran.rina)
    approve_perjanjian(perjanjian, by=pemeran.bu_ketua)
    sign_perjanjian(perjanjian, by=pemeran.bu_ketua, tanggal=date(tahun, 4, 20))
    assert compute_capaian_tahun(pemeran.kota, tahun, 1).catatan == (
        "dinilai dengan perjanjian kinerja yang baru ditandatangani 20 April 2027, sesudah triwulan ini",
    )
    assert compute_capaian_tahun(pemeran.kota, tahun, 2).catatan == ()


def _elemen_induk(kantor: Kantor, kode: str = "a") -> None:
    """KPU itself measures the numerator."""
    isi = IsiElemen(kode=kode, nama="Nilai nasional", satuan="poin", asal=AsalElemen.INDUK, bentuk=BentukElemen.ANGKA)
    draft_elemen(kantor.pemeran.pusat, TAHUN, isi, by=None)


def test_a_value_of_an_office_above_holds_below_with_its_year_and_day(kantor: Kantor) -> None:
    kantor.elemen["a"].delete()
    _elemen_induk(kantor)
    kantor.ukur(b=80)
    isian = IsianSel(
        elemen="a",
        nilai=Decimal(60),
        tahun_rujukan=TAHUN - 1,
        tanggal_rilis=date(TAHUN, 6, 1),
        sumber="LHP BPK",
    )
    measure_fakta(kantor.pemeran.pusat, TAHUN, 2, [isian], by=None)
    assert _hasil(kantor.satker, 1).realisasi.nilai.angka is None
    hasil = _hasil(kantor.satker, 2)
    assert hasil.realisasi.nilai.angka == 75
    jejak = hasil.realisasi.nilai.jejak
    assert jejak is not None
    assert next((o.nama, o.nilai, o.sumber) for o in jejak.operan) == ("a", "60", "LHP BPK")


def test_the_nearest_office_above_that_has_measured_is_followed(kantor: Kantor) -> None:
    kantor.elemen["a"].delete()
    _elemen_induk(kantor)
    kantor.ukur(b=80)
    for satker, angka in ((kantor.pemeran.pusat, 40), (kantor.pemeran.provinsi, 20)):
        measure_fakta(satker, TAHUN, 1, [_diwakili(satker, kantor, angka)], by=None)
    assert _hasil(kantor.satker, None).realisasi.nilai.angka == 25


def _diwakili(satker: Satker, kantor: Kantor, angka: int) -> IsianSel:
    """An office between writes it under an element of its own, which is nearer."""
    if satker != kantor.pemeran.pusat:
        isi = IsiElemen(kode="a", nama="Nilai provinsi", satuan="poin", asal=AsalElemen.INDUK)
        draft_elemen(satker, TAHUN, isi, by=None)
    return IsianSel(elemen="a", nilai=Decimal(angka))


def test_kept_values_are_those_of_a_full_computation(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    kantor.betulkan("a", 61)
    kantor.ukur(triwulan=2, a=70)
    simpanan = list(NilaiTahunan.objects.order_by("silsilah").values_list("silsilah", "nilai", "capaian", "kategori"))
    refresh_nilai_tahunan(kantor.satker, TAHUN)
    ulang = list(NilaiTahunan.objects.order_by("silsilah").values_list("silsilah", "nilai", "capaian", "kategori"))
    assert simpanan == ulang
    assert len(ulang) == 3  # two indicators, and the office


def test_a_revised_agreement_makes_the_whole_year_new_with_the_next_figure(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    _revisi(kantor, "80", date(TAHUN, 5, 10))
    kantor.ukur(triwulan=2, a=61)
    hasil = compute_capaian_tahun(kantor.satker, TAHUN)
    kini = NilaiTahunan.objects.get(satker=kantor.satker, kode="1.2")
    indikator = hasil.find_indikator("1.2")
    assert indikator is not None
    assert kini.capaian == indikator.capaian.terbatas.angka
    assert NilaiTahunan.objects.get(satker=kantor.satker, kode="").capaian == hasil.organisasi.nilai.angka


def test_a_formula_that_names_what_nobody_measures_says_so(kantor: Kantor) -> None:
    assert _hasil(kantor.satker, None).realisasi.nilai.alasan == "tidak ada fakta untuk elemen a"


def test_the_number_of_queries_does_not_grow_with_the_figures(kantor: Kantor) -> None:
    kantor.ukur(a=60, b=80)
    with CaptureQueriesContext(connection) as sedikit:
        compute_capaian_tahun(kantor.satker, TAHUN, 4)
    for triwulan in (2, 3, 4):
        kantor.ukur(triwulan=triwulan, a=60 + triwulan, b=80)
    with CaptureQueriesContext(connection) as banyak:
        compute_capaian_tahun(kantor.satker, TAHUN, 4)
    assert len(banyak) == len(sedikit) <= 9
