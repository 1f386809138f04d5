"""The system notices by itself that a signed agreement must be revised, and says on which facts."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rencana_contoh import TANGGAL, add_pagu, adopt_renstra, build_indikator

from akuntabel.siklus.perencanaan.models import AdopsiRenstra, Renstra
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    draft_perjanjian,
    revise_perjanjian,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.actions_impor import PerjanjianImpor, import_perjanjian
from akuntabel.siklus.perjanjian.berlaku import daftar_perjanjian_berlaku
from akuntabel.siklus.perjanjian.models import AlasanRevisi
from akuntabel.siklus.perjanjian.pemicu import daftar_pemicu_per_perjanjian, daftar_pemicu_revisi
from akuntabel.siklus.perjanjian.pihak import find_pengganti

BULAN_JUNI = date(2026, 6, 15)


def test_nothing_has_changed_on_the_day_of_signing(tertanda):
    assert daftar_pemicu_revisi(tertanda, pada=TANGGAL) == ()


def test_a_successor_of_either_party_is_noticed(pemeran, rencana, tertanda):
    rencana.atasan.selesai = date(2026, 5, 31)
    rencana.atasan.save()
    pengganti = pemeran.provinsi.daftar_pejabat.create(
        kode="ketua-2", peran="pimpinan", jabatan=rencana.atasan.jabatan, nama="Bu Baru", mulai=date(2026, 6, 1)
    )
    assert daftar_pemicu_revisi(tertanda, pada=date(2026, 5, 31)) == ()
    (pemicu,) = daftar_pemicu_revisi(tertanda, pada=BULAN_JUNI)
    assert (pemicu.alasan, pemicu.pengganti) == (AlasanRevisi.PEJABAT, pengganti)
    assert pemicu.pesan == (
        "Pihak kedua Pak Atasan menjabat sampai 31 Mei 2026; sekarang Ketua KPU Provinsi Jawa Timur: Bu Baru."
    )
    assert pemicu.ketentuan.bunyi == "terjadi pergantian atau mutasi pejabat"
    assert daftar_pemicu_revisi(tertanda, pada=date(2027, 2, 1)) == ()


def test_a_post_that_stands_empty_is_noticed_too(rencana, tertanda):
    rencana.ketua.selesai = date(2026, 5, 31)
    rencana.ketua.save()
    tertanda.refresh_from_db()
    (pemicu,) = daftar_pemicu_revisi(tertanda, pada=BULAN_JUNI)
    assert pemicu.pesan.endswith("penggantinya belum dicatat.")


def test_an_acting_official_beside_the_permanent_one_is_a_change_of_official(pemeran, rencana, tertanda):
    pemeran.kota.daftar_pejabat.create(
        kode="plt",
        peran="pimpinan",
        jabatan=rencana.ketua.jabatan,
        sifat="Plt.",
        nama="Pak Plt",
        mulai=date(2026, 6, 1),
    )
    (pemicu,) = daftar_pemicu_revisi(tertanda, pada=BULAN_JUNI)
    assert "sekarang Plt. Ketua KPU Kota Blitar: Pak Plt" in pemicu.pesan


def test_a_revision_of_the_budget_is_noticed_line_by_line(pemeran, tertanda):
    add_pagu(pemeran, "3357.001", 75_000_000, date(2026, 4, 1))
    (pemicu,) = daftar_pemicu_revisi(tertanda, pada=BULAN_JUNI)
    assert pemicu.alasan is AlasanRevisi.STRATEGI
    assert pemicu.pesan == ("Pagu berubah sejak perjanjian ditandatangani: 3357 RM Rp50.000.000 menjadi Rp75.000.000.")


def test_a_shift_within_a_kegiatan_is_no_reason(pemeran, tertanda):
    add_pagu(pemeran, "3355.994", 950_000_000, date(2026, 4, 1))
    add_pagu(pemeran, "3355.950", 50_000_000, date(2026, 4, 1))
    assert daftar_pemicu_revisi(tertanda, pada=BULAN_JUNI) == ()


def test_a_new_version_of_the_plan_is_noticed_and_the_revision_takes_its_indicators(pemeran, rencana, tertanda):
    versi = Renstra.objects.create(
        satker=pemeran.pusat,
        mulai=2025,
        selesai=2029,
        versi=2,
        berlaku_mulai=date(2026, 3, 1),
        alasan_revisi="RPJMN berubah",
        dasar="Keputusan",
        visi="Visi",
    )
    sasaran = versi.daftar_sasaran.create(kode="1", nama="Meningkatnya partisipasi")
    baru = build_indikator(sasaran, "1.1", "Partisipasi pemilih", "maksimasi", "77.5")
    adopt_renstra(versi)
    adopsi = AdopsiRenstra.objects.create(satker=pemeran.kota, renstra=versi, tahun_mulai=2026, dasar="Surat")
    adopsi.daftar_indikator.set([baru])
    (pemicu,) = daftar_pemicu_revisi(tertanda, pada=BULAN_JUNI)
    assert pemicu.pesan == (
        "Perjanjian disusun dari Renstra KPU 2025–2029; yang berlaku sekarang Renstra KPU 2025–2029 versi 2."
    )
    revisi = revise_perjanjian(tertanda, alasan=pemicu.alasan, uraian=pemicu.pesan, by=pemeran.rina)
    assert revisi.renstra == versi
    assert [t.indikator for t in revisi.daftar_target.all()] == [baru, rencana.daftar_pemilih]


@pytest.mark.parametrize(("target", "jumlah"), [("77.5", 0), ("80", 1)])
def test_a_higher_target_of_the_office_above_is_noticed(pemeran, rencana, tertanda, target, jumlah):
    import_perjanjian(
        pemeran.provinsi,
        PerjanjianImpor(
            kode="pk-2026",
            tahun=2026,
            revisi=0,
            pihak_pertama=rencana.atasan,
            pihak_kedua=pemeran.pusat.daftar_pejabat.create(kode="ketua", peran="pimpinan", jabatan="Ketua KPU"),
            tanggal=date(2026, 2, 10),
            alasan="",
            sumber="",
            daftar_target=[(rencana.partisipasi, target)],
        ),
        by=None,
    )
    assert [p.kode for p in daftar_pemicu_revisi(tertanda, pada=BULAN_JUNI)] == ["target-atasan-naik"] * jumlah


def test_a_draft_gives_no_reason_to_revise(pemeran, draf):
    add_pagu(pemeran, "3357.001", 75_000_000, date(2026, 4, 1))
    assert daftar_pemicu_revisi(draf, pada=BULAN_JUNI) == ()


def test_many_agreements_ask_no_more_than_one(pemeran, rencana, tertanda, django_assert_max_num_queries):
    kedua = draft_perjanjian(
        pemeran.kota, 2026, pihak_pertama=rencana.sekretaris, pihak_kedua=rencana.ketua, by=pemeran.rina
    )
    submit_perjanjian(kedua, by=pemeran.rina)
    approve_perjanjian(kedua, by=pemeran.bu_ketua)
    sign_perjanjian(kedua, by=pemeran.bu_ketua, tanggal=TANGGAL)
    add_pagu(pemeran, "3357.001", 75_000_000, date(2026, 4, 1))
    daftar = list(daftar_perjanjian_berlaku(pemeran.kota, 2026))
    with CaptureQueriesContext(connection) as satu:
        daftar_pemicu_revisi(daftar[0], pada=BULAN_JUNI)
    with django_assert_max_num_queries(len(satu)):
        hasil = daftar_pemicu_per_perjanjian(daftar, pada=BULAN_JUNI)
    assert {pk: [p.kode for p in pemicu] for pk, pemicu in hasil.items()} == {
        tertanda.pk: ["pagu-berubah"],
        kedua.pk: ["pagu-berubah"],
    }


def test_members_who_hold_one_post_side_by_side_do_not_succeed_each_other(pemeran, rencana):
    anggota = [
        pemeran.kota.daftar_pejabat.create(
            kode=f"a{n}", peran="anggota", jabatan="Anggota", nama=f"Orang {n}", mulai=date(2026, n, 1)
        )
        for n in (1, 2)
    ]
    assert find_pengganti(anggota[0], anggota, BULAN_JUNI) is None
