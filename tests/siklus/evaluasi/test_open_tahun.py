"""One button opens the following year: what can be taken over is drafted, the rest is said."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from kantor_contoh import TAHUN, Kantor, build_kantor
from pemeran import Pemeran, build_pemeran
from rencana_contoh import build_rencana
from serentak import run_serentak
from tahun_lanjut_contoh import LANJUT, build_versi_lanjut

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.evaluasi.pembukaan import BagianPembukaan, BagianTahun, KeadaanBagian
from akuntabel.siklus.evaluasi.tahun_berikut import daftar_pembukaan, open_tahun
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.pengukuran.actions_elemen import Bagian, IsiElemen, draft_elemen, revise_elemen, set_bagian
from akuntabel.siklus.pengukuran.actions_triwulan import revise_jadwal
from akuntabel.siklus.pengukuran.models import Elemen, JadwalPengukuran
from akuntabel.siklus.perencanaan.models import RencanaKinerja
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    draft_perjanjian,
    set_target,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja


@pytest.fixture
def kantor(pemeran: Pemeran) -> Kantor:
    """The agreement of the year is signed, its elements are drafted; no plan has targets for the following year yet."""
    return build_kantor(pemeran, build_rencana(pemeran))


@pytest.fixture
def berencana(kantor: Kantor) -> Kantor:
    """The same, and the next version of the plan sets targets for the following year."""
    build_versi_lanjut(kantor.rencana, kantor.satker)
    return kantor


def _open(kantor: Kantor) -> list[BagianPembukaan]:
    return open_tahun(kantor.satker, TAHUN, by=kantor.pemeran.rina)


def _teks(daftar: list[BagianPembukaan], keadaan: KeadaanBagian, bagian: BagianTahun) -> list[str]:
    return [b.teks for b in daftar if b.keadaan is keadaan and b.bagian is bagian]


def test_the_plan_of_the_year_is_drafted_from_the_targets_of_the_renstra(berencana: Kantor):
    _open(berencana)
    rkt = RencanaKinerja.objects.get(satker=berencana.satker, tahun=LANJUT)
    assert rkt.status == "disusun"
    assert list(rkt.daftar_target.values_list("indikator__kode", "target").order_by("indikator__kode")) == [
        ("1.1", "79"),
        ("1.2", "8"),
    ]


def test_own_elements_come_along_with_their_parts_and_who_brings_them(berencana: Kantor):
    p, elemen = berencana.pemeran, berencana.elemen["a"]
    unit = p.kota.daftar_unit.create(kode="data", jenis="subbagian", nama="Subbagian Data")
    isi = IsiElemen(kode="a", nama="Pemilih yang hadir", satuan="orang", keterangan="Model D", unit=unit)
    revise_elemen(elemen, isi, versi=elemen.versi, by=p.rina)
    set_bagian(elemen, [Bagian("L"), Bagian("P")], by=p.rina)
    _open(berencana)
    baru = Elemen.objects.get(satker=p.kota, tahun=LANJUT, kode="a")
    assert (baru.nama, baru.satuan, baru.keterangan, baru.unit) == ("Pemilih yang hadir", "orang", "Model D", unit)
    assert [str(r) for r in baru.daftar_rincian.all()] == ["L", "P"]
    assert Elemen.objects.filter(satker=p.kota, tahun=LANJUT).count() == len(berencana.elemen)


def test_who_has_left_no_longer_brings_an_element(berencana: Kantor):
    p, elemen = berencana.pemeran, berencana.elemen["a"]
    petugas = p.kota.daftar_pejabat.create(kode="kasub", peran="lain", jabatan="Kasubbag Data", nama="Pak Lama")
    isi = IsiElemen(kode="a", nama=elemen.nama, satuan=elemen.satuan, pejabat=petugas)
    revise_elemen(elemen, isi, versi=elemen.versi, by=p.rina)
    petugas.selesai = date(TAHUN, 12, 31)
    petugas.save()
    daftar = _open(berencana)
    assert Elemen.objects.get(satker=p.kota, tahun=LANJUT, kode="a").pejabat is None
    assert "elemen a tidak menjabat lagi" in _teks(daftar, KeadaanBagian.ORANG, BagianTahun.ELEMEN)[0]


def test_elements_of_an_office_above_are_not_named_anew(berencana: Kantor):
    p = berencana.pemeran
    Elemen.objects.filter(satker=p.kota).delete()
    for kode in ("a", "b"):
        draft_elemen(p.pusat, TAHUN, IsiElemen(kode=kode, nama=kode, satuan="orang"), by=None)
    daftar = _open(berencana)
    assert not Elemen.objects.filter(satker=p.kota, tahun=LANJUT).exists()
    assert "memakai elemen yang belum ada: a, b" in _teks(daftar, KeadaanBagian.ORANG, BagianTahun.ELEMEN)[0]


def test_the_own_schedule_comes_a_year_later(berencana: Kantor):
    p = berencana.pemeran
    revise_jadwal(p.kota, TAHUN, 4, buka=date(2027, 1, 1), tenggat=date(2027, 1, 17), kunci=None, by=p.rina)
    daftar = _open(berencana)
    jadwal = JadwalPengukuran.objects.get(satker=p.kota, tahun=LANJUT)
    assert (jadwal.triwulan, jadwal.buka, jadwal.tenggat) == (4, date(2028, 1, 1), date(2028, 1, 17))
    assert "17 Januari 2028" not in str(_teks(daftar, KeadaanBagian.ORANG, BagianTahun.JADWAL))


def test_a_deadline_that_falls_on_a_weekend_is_said(berencana: Kantor):
    p = berencana.pemeran
    revise_jadwal(p.kota, TAHUN, 1, buka=date(2026, 4, 1), tenggat=date(2026, 4, 17), by=p.rina)
    assert _teks(_open(berencana), KeadaanBagian.ORANG, BagianTahun.JADWAL) == [
        "Tenggat 17 April 2027 jatuh pada akhir pekan; geser bila perlu."
    ]


def test_without_any_schedule_it_is_said_and_that_of_above_is_not_copied(berencana: Kantor):
    p = berencana.pemeran
    assert "Belum ada jadwal pengukuran 2027" in _teks(_open(berencana), KeadaanBagian.ORANG, BagianTahun.JADWAL)[0]
    revise_jadwal(p.pusat, LANJUT, 1, buka=date(LANJUT, 4, 1), tenggat=date(LANJUT, 4, 20), by=None)
    assert _teks(daftar_pembukaan(p.kota, TAHUN), KeadaanBagian.ORANG, BagianTahun.JADWAL) == []
    assert not JadwalPengukuran.objects.filter(satker=p.kota, tahun=LANJUT).exists()


def test_the_agreement_is_drafted_for_the_same_posts(berencana: Kantor):
    _open(berencana)
    baru = PerjanjianKinerja.objects.get(satker=berencana.satker, tahun=LANJUT)
    assert (baru.status, baru.pihak_pertama, baru.pihak_kedua) == (
        "disusun",
        berencana.rencana.ketua,
        berencana.rencana.atasan,
    )
    assert list(baru.daftar_target.values_list("indikator__kode", "target")) == [("1.1", "79"), ("1.2", "8")]


def test_a_successor_takes_the_place_of_who_has_left(berencana: Kantor):
    ketua = berencana.rencana.ketua
    ketua.selesai = date(TAHUN, 12, 31)
    ketua.save()
    penerus = berencana.satker.daftar_pejabat.create(
        kode="ketua-2", peran="pimpinan", jabatan=ketua.jabatan, nama="Pak Baru", mulai=date(LANJUT, 1, 1)
    )
    _open(berencana)
    assert PerjanjianKinerja.objects.get(satker=berencana.satker, tahun=LANJUT).pihak_pertama == penerus


def test_without_a_successor_no_agreement_is_drafted_and_the_rest_is(berencana: Kantor):
    ketua = berencana.rencana.ketua
    ketua.selesai = date(TAHUN, 12, 31)
    ketua.save()
    daftar = _open(berencana)
    assert not PerjanjianKinerja.objects.filter(satker=berencana.satker, tahun=LANJUT).exists()
    assert ketua.jabatan in _teks(daftar, KeadaanBagian.ORANG, BagianTahun.PERJANJIAN)[0]
    assert RencanaKinerja.objects.filter(satker=berencana.satker, tahun=LANJUT).exists()


def test_the_secretary_promises_the_same_indicators_again(berencana: Kantor):
    r = berencana.rencana
    _sign_sekretaris(berencana)
    _open(berencana)
    baru = PerjanjianKinerja.objects.get(satker=berencana.satker, tahun=LANJUT, pihak_pertama=r.sekretaris)
    assert baru.entitas == r.sekretariat
    assert [t.indikator.silsilah for t in baru.daftar_target.all()] == [r.daftar_pemilih.silsilah]


def test_pressing_again_takes_over_nothing_twice_and_says_what_is_there(berencana: Kantor):
    revise_jadwal(
        berencana.satker, TAHUN, 1, buka=date(2026, 4, 1), tenggat=date(2026, 4, 20), by=berencana.pemeran.rina
    )
    _open(berencana)
    jejak = JejakAudit.objects.count()
    perjanjian = PerjanjianKinerja.objects.get(satker=berencana.satker, tahun=LANJUT)
    baris = perjanjian.daftar_target.get(indikator__kode="1.1")
    set_target(perjanjian, baris.indikator, "85", alasan="Pemilu serentak", by=berencana.pemeran.rina)
    daftar = _open(berencana)
    assert not [b for b in daftar if b.keadaan is KeadaanBagian.SIAP]
    assert {b.bagian for b in daftar if b.keadaan is KeadaanBagian.ADA} >= {
        BagianTahun.RENCANA,
        BagianTahun.ELEMEN,
        BagianTahun.JADWAL,
        BagianTahun.PERJANJIAN,
    }
    assert perjanjian.daftar_target.get(indikator__kode="1.1").target == "85"
    assert JejakAudit.objects.count() == jejak + 1  # only the target


def test_what_was_added_since_comes_along_on_the_next_press(berencana: Kantor):
    _open(berencana)
    draft_elemen(
        berencana.satker, TAHUN, IsiElemen(kode="tambahan", nama="Baru", satuan="orang"), by=berencana.pemeran.rina
    )
    daftar = _open(berencana)
    assert [b.bagian for b in daftar if b.keadaan is KeadaanBagian.SIAP] == [BagianTahun.ELEMEN]
    assert Elemen.objects.filter(satker=berencana.satker, tahun=LANJUT, kode="tambahan").exists()


def test_beyond_the_last_year_of_the_plan_only_what_needs_no_plan_is_opened(kantor: Kantor):
    p, akhir = kantor.pemeran, kantor.rencana.renstra.selesai
    draft_elemen(p.kota, akhir, IsiElemen(kode="a", nama="Hadir", satuan="orang"), by=p.rina)
    daftar = open_tahun(p.kota, akhir, by=p.rina)
    assert "Belum ada Renstra yang berlaku pada 2030" in _teks(daftar, KeadaanBagian.ORANG, BagianTahun.RENSTRA)[0]
    assert not RencanaKinerja.objects.filter(satker=p.kota, tahun=akhir + 1).exists()
    assert Elemen.objects.filter(satker=p.kota, tahun=akhir + 1).exists()


def test_an_indicator_without_a_target_is_left_empty_and_said(kantor: Kantor):
    build_versi_lanjut(kantor.rencana, kantor.satker, {"1.1": "79"})
    daftar = _open(kantor)
    assert _teks(daftar, KeadaanBagian.ORANG, BagianTahun.RENCANA) == [
        "Renstra tidak memuat target 2027 untuk indikator 1.2."
    ]
    rkt = RencanaKinerja.objects.get(satker=kantor.satker, tahun=LANJUT)
    assert rkt.daftar_target.get(indikator__kode="1.2").target == ""


def test_indicators_are_known_by_their_lineage_however_the_next_version_words_them(kantor: Kantor):
    build_versi_lanjut(
        kantor.rencana,
        kantor.satker,
        nama={"1.1": "Partisipasi masyarakat"},
        tambah=[("1.3", "Nilai akuntabilitas", "nilai_sakip")],
    )
    daftar = _open(kantor)
    perjanjian = PerjanjianKinerja.objects.get(satker=kantor.satker, tahun=LANJUT)
    assert [t.indikator.nama for t in perjanjian.daftar_target.select_related("indikator")] == [
        *("Partisipasi masyarakat", "Tidak terdaftar", "Nilai akuntabilitas")
    ]
    assert "nilai_sakip" in _teks(daftar, KeadaanBagian.ORANG, BagianTahun.ELEMEN)[0]


def test_a_secretary_whose_indicators_are_gone_gets_no_empty_agreement(kantor: Kantor):
    _sign_sekretaris(kantor)
    build_versi_lanjut(kantor.rencana, kantor.satker, hapus=["1.2"])
    daftar = _open(kantor)
    assert "tidak ada indikatornya yang berlanjut" in _teks(daftar, KeadaanBagian.ORANG, BagianTahun.PERJANJIAN)[0]
    ketua = PerjanjianKinerja.objects.get(satker=kantor.satker, tahun=LANJUT)
    assert [t.indikator.kode for t in ketua.daftar_target.select_related("indikator")] == ["1.1"]


def _sign_sekretaris(kantor: Kantor) -> None:
    """The secretary promises the head one indicator."""
    p, r = kantor.pemeran, kantor.rencana
    kedua = draft_perjanjian(
        p.kota, TAHUN, pihak_pertama=r.sekretaris, pihak_kedua=r.ketua, daftar_indikator=[r.daftar_pemilih], by=p.rina
    )
    submit_perjanjian(kedua, by=p.rina)
    approve_perjanjian(kedua, by=p.bu_ketua)
    sign_perjanjian(kedua, by=p.bu_ketua, tanggal=date(TAHUN, 1, 20))


def test_the_trail_says_what_was_opened_left_and_not_decided(berencana: Kantor):
    _open(berencana)
    jejak = JejakAudit.objects.get(tindakan="tahun.open")
    assert (jejak.pelaku, jejak.objek_id, jejak.baru["tahun"]) == (
        berencana.pemeran.rina,
        str(berencana.satker.pk),
        LANJUT,
    )
    assert "Pagu: Pagu 2027 belum dicatat" in str(jejak.baru["perlu keputusan"])


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono", "admin"])
def test_only_the_planner_of_the_office_opens_a_year(berencana: Kantor, nama: str):
    with pytest.raises(PermissionDenied, match=Peran.PERENCANA.value):
        open_tahun(berencana.satker, TAHUN, by=getattr(berencana.pemeran, nama))
    assert not RencanaKinerja.objects.filter(tahun=LANJUT).exists()


def test_it_is_all_or_nothing(berencana: Kantor):
    """The next agreement would get a code that others have already."""
    r = berencana.rencana
    for pertama, kedua, kode in ((r.sekretaris, r.ketua, f"pk-{LANJUT}"), (r.ketua, r.atasan, f"pk-{LANJUT}-ketua")):
        lain = draft_perjanjian(
            berencana.satker, LANJUT + 1, pihak_pertama=pertama, pihak_kedua=kedua, by=berencana.pemeran.rina
        )
        PerjanjianKinerja.objects.filter(pk=lain.pk).update(kode=kode)
    with pytest.raises(ValidationError, match="Perjanjian kinerja: "):
        _open(berencana)
    assert not RencanaKinerja.objects.filter(satker=berencana.satker, tahun=LANJUT).exists()
    assert not Elemen.objects.filter(satker=berencana.satker, tahun=LANJUT).exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True)
def test_of_two_who_press_at_once_one_opens_and_the_other_finds_it_done():
    pemeran = build_pemeran()
    kantor = build_kantor(pemeran, build_rencana(pemeran))
    build_versi_lanjut(kantor.rencana, kantor.satker)
    assert run_serentak(lambda: _open(kantor), lambda: _open(kantor)) == ["", ""]
    assert RencanaKinerja.objects.filter(satker=kantor.satker, tahun=LANJUT).count() == 1
    assert PerjanjianKinerja.objects.filter(satker=kantor.satker, tahun=LANJUT).count() == 1
    assert Elemen.objects.filter(satker=kantor.satker, tahun=LANJUT).count() == len(kantor.elemen)
    assert JejakAudit.objects.filter(tindakan="tahun.open").count() == 1
