"""The months of a year: plan, spending, deviation, targets, IKPA, each from what is known and never from a guess."""

from datetime import date
from decimal import Decimal

import pytest
from anggaran_contoh import BARIS
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.core.fakta.anggaran import JenisRevisi, RevisiDipa
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.anggaran.actions_paket import import_revisi
from akuntabel.siklus.anggaran.actions_pelaksanaan import (
    IsianRealisasi,
    write_nilai_ikpa,
    write_penarikan,
    write_realisasi_bulanan,
)
from akuntabel.siklus.anggaran.actions_versi import adopt_versi
from akuntabel.siklus.anggaran.models import RealisasiBulanan, RencanaPenarikan
from akuntabel.siklus.anggaran.pelaksanaan import compute_pelaksanaan


def _catat(pemeran, bulan: int, rm52: int, rm51: int = 0) -> None:
    daftar = [IsianRealisasi("6709.QGE", "RM", rm52, "52"), IsianRealisasi("6710.EBA", "RM", rm51, "51")]
    write_realisasi_bulanan(pemeran.kota, 2026, bulan, daftar, sumber=f"LRA bulan {bulan}", by=pemeran.danu)


def _rencana(pemeran, **bulan: int) -> None:
    isi = {(int(b.removeprefix("b")), "52"): jumlah for b, jumlah in bulan.items()}
    write_penarikan(pemeran.kota, 2026, isi, by=pemeran.rina)


def test_months_are_held_against_halaman_iii_by_kind_of_spending_and_weight(katalog, berlaku):
    _rencana(katalog, b1=100, b2=100)
    _catat(katalog, 1, 90)
    hasil = compute_pelaksanaan(katalog.kota, 2026)
    januari, februari = hasil.daftar_bulan[:2]
    # pagu 51 200, 52 600, 53 200: only 52 has a plan and spending, the others are right at nothing.
    assert januari.deviasi.nilai.angka == 6
    assert (januari.rencana, januari.realisasi, januari.realisasi_kumulatif) == (100, 90, 90)
    assert (februari.realisasi, februari.realisasi_kumulatif) == (None, None)
    assert not februari.deviasi.nilai.is_counted
    assert hasil.deviasi.nilai.angka == 94


def test_a_quarter_is_held_against_the_target_of_each_kind(katalog, berlaku):
    for bulan in (1, 2, 3):
        _catat(katalog, bulan, 15, 10)
    triwulan = compute_pelaksanaan(katalog.kota, 2026).daftar_triwulan[0]
    # 51: 30 of 200 × 20 % = 75; 52: 45 of 600 × 15 % = 50; 53: 0 of 200 × 10 % = 0; weighted 0,2 0,6 0,2.
    assert triwulan.nilai.nilai.angka == 45
    assert triwulan.realisasi == 75
    assert triwulan.serapan.angka == Decimal("7.5")


def test_a_missing_month_makes_the_sum_unknown_unless_a_version_knows_it(katalog, muat):
    adopt_versi(muat(bulan=3), by=katalog.danu, terhadap=0)
    hasil = compute_pelaksanaan(katalog.kota, 2026)
    assert [b.realisasi_kumulatif for b in hasil.daftar_bulan[:4]] == [None, None, 450, None]
    assert hasil.daftar_bulan[2].realisasi == 150
    assert hasil.daftar_triwulan[0].realisasi == 450
    assert hasil.daftar_triwulan[1].realisasi is None


def test_what_is_blocked_is_no_pagu_to_be_spent(katalog, muat):
    versi = muat()
    versi.daftar_baris.filter(akun="521211").update(blokir=200)
    adopt_versi(versi, by=katalog.danu, terhadap=0)
    assert compute_pelaksanaan(katalog.kota, 2026).bahan.pagu == {"51": 200, "52": 400, "53": 200}


def test_ikpa_counts_what_is_known_and_rebases_the_weights(katalog, berlaku):
    geser = RevisiDipa(1, JenisRevisi.PAGU_TETAP, 1000, 1000, "geser", date(2026, 2, 1), "Kanwil DJPb")
    pok = RevisiDipa(2, JenisRevisi.PAGU_TETAP, 1000, 1000, "POK", date(2026, 3, 1), "KPA")
    lagi = RevisiDipa(3, JenisRevisi.PAGU_TETAP, 1000, 1000, "geser", date(2026, 3, 9), "DJA")
    awal = RevisiDipa(0, JenisRevisi.AWAL, None, 1000, "DIPA")
    import_revisi(katalog.kota, 2026, [awal, geser, pok, lagi], [], by=katalog.rina)
    nilai = {"capaian-output": Decimal(100), "dispensasi": Decimal(1)}
    write_nilai_ikpa(katalog.kota, 2026, 3, nilai, sumber="OM-SPAN", by=katalog.danu)
    hasil = compute_pelaksanaan(katalog.kota, 2026)
    per_id = {b.id: b.nilai for b in hasil.daftar_ikpa}
    assert per_id["revisi"].angka == 50  # two in one semester; the revision of the POK does not count
    assert (hasil.ikpa.bobot, str(hasil.ikpa.cakupan)) == (35, "2 dari 7")
    # (50 × 10 + 100 × 25) ÷ 35 − 1
    assert round(hasil.ikpa.nilai.require(), 4) == Decimal("84.7143")
    assert hasil.kategori.label == "Cukup"


def test_a_year_without_a_known_rule_has_no_ikpa(katalog):
    hasil = compute_pelaksanaan(katalog.kota, 2018)
    assert (hasil.aturan, hasil.ikpa, hasil.daftar_ikpa) == (None, None, ())


def test_an_empty_year_says_why_there_is_no_value(katalog):
    hasil = compute_pelaksanaan(katalog.kota, 2026)
    assert not hasil.ikpa.nilai.is_counted
    assert "Belum ada indikator IKPA" in hasil.ikpa.nilai.alasan
    assert all(b.realisasi is None for b in hasil.daftar_bulan)


def test_writing_a_month_again_replaces_it_and_the_trail_keeps_the_old(katalog, berlaku):
    _catat(katalog, 1, 90)
    _catat(katalog, 1, 80)
    assert list(RealisasiBulanan.objects.values_list("kode", "jumlah")) == [("6709.QGE", 80), ("6710.EBA", 0)]
    jejak = JejakAudit.objects.filter(tindakan="realisasi_bulanan.write").order_by("pk").last()
    assert (jejak.lama["6709.QGE RM 52"], jejak.baru["realisasi"]["6709.QGE RM 52"]) == (90, 80)


def test_only_changed_cells_of_the_plan_are_written(katalog):
    _rencana(katalog, b1=100, b2=100)
    assert write_penarikan(katalog.kota, 2026, {(1, "52"): 100, (2, "52"): 70}, by=katalog.rina) == 1
    jejak = JejakAudit.objects.filter(tindakan="penarikan.write").order_by("pk").last()
    assert (jejak.lama, jejak.baru) == ({"02 52": 100}, {"tahun": 2026, "02 52": 70})
    assert RencanaPenarikan.objects.count() == 2


def test_every_bad_cell_is_named_and_nothing_is_stored(katalog):
    with pytest.raises(ValidationError) as galat:
        write_penarikan(katalog.kota, 2026, {(1, "52"): -1, (13, "52"): 1, (2, "99"): 1, (3, "52"): 5}, by=katalog.rina)
    assert [p.split(":")[0] for p in galat.value.messages] == ["Januari 52", "bulan 13 52", "Februari 99"]
    daftar = [IsianRealisasi("9", "RM", 1), IsianRealisasi("6709", "", 1), IsianRealisasi("9", "RM", 2, "60")]
    with pytest.raises(ValidationError) as galat:
        write_realisasi_bulanan(katalog.kota, 2026, 13, daftar, sumber=" ", by=katalog.danu)
    assert [p.split(":")[0].split(" tertulis")[0] for p in galat.value.messages] == [
        "Baris 1", "Baris 2", "Baris 3", "Baris 3", "Bulan", "Tulis dokumen asal realisasi, misalnya LRA bulan itu.",
    ]  # fmt: skip
    with pytest.raises(ValidationError, match="diharapkan 0 sampai 100"):
        write_nilai_ikpa(katalog.kota, 2026, 3, {"tagihan": Decimal(101)}, sumber="", by=katalog.danu)
    assert not RencanaPenarikan.objects.exists()
    assert not RealisasiBulanan.objects.exists()


def test_tono_of_another_office_writes_nothing_here(katalog):
    for tulis in (
        lambda by: write_penarikan(katalog.kota, 2026, {(1, "52"): 1}, by=by),
        lambda by: write_realisasi_bulanan(katalog.kota, 2026, 1, [], sumber="x", by=by),
        lambda by: write_nilai_ikpa(katalog.kota, 2026, 1, {}, sumber="x", by=by),
    ):
        for orang in (katalog.tono, katalog.sari, katalog.bu_ketua):
            with pytest.raises(PermissionDenied):
                tulis(orang)


def test_the_number_of_queries_does_not_grow_with_the_budget(katalog, muat, django_assert_num_queries):
    adopt_versi(muat(bulan=1), by=katalog.danu, terhadap=0)
    with django_assert_num_queries(8):
        compute_pelaksanaan(katalog.kota, 2026)
    lebih = [(f"6710.EBA.{n:03d}", "6710.EBA", BARIS[0][2], "RM", "521111", 5, 0, 0) for n in range(30)]
    adopt_versi(muat([*BARIS, *lebih], bulan=2), by=katalog.danu, terhadap=1)
    with django_assert_num_queries(8):
        compute_pelaksanaan(katalog.kota, 2026)
