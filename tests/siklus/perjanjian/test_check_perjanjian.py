"""The check says where, what is written, what is expected and how to mend it; nothing where all is well."""

from datetime import date

import pytest
from rencana_contoh import TANGGAL, adopt_renstra, build_indikator

from akuntabel.siklus.perencanaan.models import AdopsiRenstra, KodeReferensi, Renstra
from akuntabel.siklus.perjanjian.actions import (
    AnggaranBaris,
    draft_perjanjian,
    set_anggaran,
    set_daftar_indikator,
    set_target,
)
from akuntabel.siklus.perjanjian.actions_impor import PerjanjianImpor, import_perjanjian
from akuntabel.siklus.perjanjian.catatan import TingkatCatatan
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja
from akuntabel.siklus.perjanjian.pemeriksaan import check_perjanjian


def _periksa(perjanjian: PerjanjianKinerja) -> dict[str, str]:
    """Kinds of the notes with their degree."""
    return {c.kode: c.tingkat.value for c in check_perjanjian(perjanjian, tanggal=TANGGAL)}


def test_a_draft_of_the_plan_and_the_budget_has_no_notes(draf):
    assert check_perjanjian(draf, tanggal=TANGGAL) == []


def test_more_than_the_nation_asks_is_allowed_with_a_reason(pemeran, rencana, draf):
    set_target(draf, rencana.partisipasi, "80", by=pemeran.rina)
    assert _periksa(draf) == {"target-berbeda-tanpa-alasan": "peringatan"}
    set_target(draf, rencana.partisipasi, "80", alasan="Pemilihan serentak", by=pemeran.rina)
    assert _periksa(draf) == {}


def test_the_same_figure_written_otherwise_needs_no_reason(pemeran, rencana, draf):
    set_target(draf, rencana.partisipasi, "77,50", by=pemeran.rina)
    assert draf.daftar_target.get(indikator=rencana.partisipasi).target == "77.50"
    assert _periksa(draf) == {}


@pytest.mark.parametrize(("kode", "target"), [("1.1", "77,4"), ("1.2", "10,1")])
def test_less_than_the_nation_asks_is_refused_by_polarity(pemeran, rencana, draf, kode, target):
    indikator = draf.daftar_target.get(indikator__kode=kode).indikator
    set_target(draf, indikator, target, alasan="Daerah sulit", by=pemeran.rina)
    assert _periksa(draf) == {"target-di-bawah-nasional": "halangan"}


def test_before_the_rule_of_2026_the_same_is_a_warning(pemeran, rencana):
    lama = Renstra.objects.create(satker=pemeran.pusat, mulai=2020, selesai=2024, dasar="Keputusan", visi="Visi")
    indikator = build_indikator(lama.daftar_sasaran.create(kode="1", nama="S"), "1.1", "P", "maksimasi", "70")
    indikator.daftar_target.create(tahun=2020, target="77.5")
    adopsi = AdopsiRenstra.objects.create(satker=pemeran.kota, renstra=lama, tahun_mulai=2020, dasar="Surat")
    adopsi.daftar_indikator.set([indikator])
    lama.status, lama.tanggal_penetapan = "ditetapkan", date(2020, 1, 2)
    lama.save()
    draf = draft_perjanjian(
        pemeran.kota, 2020, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )
    set_target(draf, indikator, "77", alasan="Pandemi", by=pemeran.rina)
    catatan = {c.kode: c for c in check_perjanjian(draf)}
    assert catatan["target-di-bawah-nasional"].tingkat is TingkatCatatan.PERINGATAN
    assert catatan["target-di-bawah-nasional"].dasar == ""


def test_the_agreement_of_the_office_above_binds_too(pemeran, rencana, draf):
    import_perjanjian(
        pemeran.provinsi,
        PerjanjianImpor(
            kode="pk-2026",
            tahun=2026,
            revisi=0,
            pihak_pertama=rencana.atasan,
            pihak_kedua=pemeran.pusat.daftar_pejabat.create(kode="ketua", peran="pimpinan", jabatan="Ketua KPU"),
            tanggal=date(2026, 1, 10),
            alasan="",
            sumber="",
            daftar_target=[(rencana.partisipasi, "79")],
        ),
        by=None,
    )
    catatan = check_perjanjian(draf, tanggal=TANGGAL)
    assert [(c.kode, c.tertulis, c.diharapkan) for c in catatan] == [
        (
            "target-di-bawah-atasan",
            "77,5%",
            "sedikitnya 79% (Perjanjian Kinerja KPU Provinsi Jawa Timur 2026)",
        )
    ]


def test_a_target_is_read_by_the_polarity_of_its_indicator(pemeran, rencana, draf):
    set_target(draf, rencana.partisipasi, "tinggi sekali", by=pemeran.rina)
    catatan = check_perjanjian(draf, tanggal=TANGGAL)[0]
    assert (catatan.kode, catatan.letak, catatan.tertulis) == (
        "target-tidak-terbaca",
        "Indikator 1.1",
        "“tinggi sekali”",
    )
    assert "polaritas maksimasi" in catatan.diharapkan


def test_the_head_answers_for_every_indicator_of_the_plan(pemeran, rencana, draf):
    set_daftar_indikator(draf, [rencana.partisipasi], by=pemeran.rina)
    assert _periksa(draf) == {"indikator-hilang": "halangan"}
    set_daftar_indikator(draf, [], by=pemeran.rina)
    assert _periksa(draf) == {"tanpa-indikator": "halangan", "indikator-hilang": "halangan"}


def test_a_sasaran_that_nothing_measures_is_said(pemeran, rencana):
    renstra = Renstra.objects.create(satker=pemeran.kota, mulai=2025, selesai=2029, dasar="Keputusan", visi="Visi")
    build_indikator(renstra.daftar_sasaran.create(kode="1", nama="Satu"), "1.1", "P", "maksimasi", "70")
    renstra.daftar_sasaran.create(kode="2", nama="Dua")
    adopt_renstra(renstra)
    draf = draft_perjanjian(
        pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )
    (catatan,) = check_perjanjian(draf, tanggal=TANGGAL)
    assert (catatan.kode, catatan.letak) == ("sasaran-tanpa-indikator", "Sasaran 2")


def test_one_person_in_two_posts_is_no_second_party(rencana, draf):
    rencana.atasan.nama = "BU  KETUA"
    rencana.atasan.save()
    draf.refresh_from_db()
    assert _periksa(draf) == {"pihak-sama": "halangan"}


def test_a_name_that_is_not_known_yet_is_a_warning(rencana, draf):
    rencana.atasan.nama = ""
    rencana.atasan.save()
    draf.refresh_from_db()
    assert _periksa(draf) == {"pejabat-tanpa-nama": "peringatan"}


def test_a_month_after_the_budget_it_is_late(draf):
    assert check_perjanjian(draf, tanggal=date(2026, 2, 1)) == []
    (catatan,) = check_perjanjian(draf, tanggal=date(2026, 2, 2))
    assert (catatan.kode, catatan.tingkat) == ("lewat-tenggat", TingkatCatatan.PERINGATAN)
    assert catatan.diharapkan == "paling lambat 1 Februari 2026, 1 bulan setelah dokumen anggaran 1 Januari 2026"


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        (AnggaranBaris("3357", "Perencanaan, Data", "RM", 50_000_000), {"uraian-berbeda": "peringatan"}),
        (AnggaranBaris("3357", "perencanaan  dan data", "RM", 50_000_000), {}),
        (
            AnggaranBaris("3357", "Perencanaan dan Data", "RM", 60_000_000),
            {"pagu-berbeda": "halangan", "jumlah-anggaran-berbeda": "halangan"},
        ),
        (
            AnggaranBaris("3357", "Perencanaan dan Data", "RM", 40_000_000),
            {"pagu-berbeda": "peringatan", "jumlah-anggaran-berbeda": "peringatan"},
        ),
        (AnggaranBaris("3357", "Perencanaan dan Data", "HLD", 50_000_000), {"pagu-tidak-ada": "halangan"}),
        (
            AnggaranBaris("3358", "Pembinaan SDM", "RM", 50_000_000),
            {"kode-tidak-dikenal": "halangan", "pagu-tidak-ada": "halangan"},
        ),
    ],
)
def test_the_annex_is_held_against_catalogue_and_budget(pemeran, draf, baris, kode):
    utama = AnggaranBaris("3355", "Pengelolaan Keuangan", "RM", 1_000_000_000)
    set_anggaran(draf, [utama, baris], by=pemeran.rina)
    assert _periksa(draf) == kode


def test_a_catalogue_that_goes_round_in_a_circle_is_survived(pemeran, draf):
    KodeReferensi.objects.filter(kode="CQ").update(induk="3355")
    assert _periksa(draf) == {"pagu-berbeda": "peringatan"}
