"""An agreement begins with the targets that the plan sets for its year, and with the budget in force."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from rencana_contoh import build_indikator

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.perencanaan.models import RencanaKinerja, Renstra
from akuntabel.siklus.perjanjian.actions import draft_perjanjian, set_target
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja


def test_targets_come_from_the_plan_that_the_office_follows(draf: PerjanjianKinerja):
    assert list(draf.daftar_target.values_list("indikator__kode", "target")) == [("1.1", "77.5"), ("1.2", "10")]
    assert JejakAudit.objects.get(tindakan="perjanjian.draft").baru["target"][0] == ["1.1", "Partisipasi", "77.5"]


def test_an_adopted_plan_of_the_year_goes_before_the_plan_of_five_years(pemeran, rencana):
    rkt = RencanaKinerja.objects.create(satker=pemeran.kota, renstra=rencana.renstra, tahun=2026)
    rkt.daftar_target.create(
        indikator=rencana.partisipasi, target_renstra="77.5", target="80", alasan="Pemilihan serentak"
    )
    rkt.status, rkt.tanggal_penetapan = "ditetapkan", date(2025, 12, 1)
    rkt.save()
    draf = draft_perjanjian(
        pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )
    assert [(t.target, t.alasan) for t in draf.daftar_target.all()] == [("80", "Pemilihan serentak")]


def test_the_budget_is_added_up_to_kegiatan_with_the_names_of_the_catalogue(draf: PerjanjianKinerja):
    assert list(draf.daftar_anggaran.values_list("kode", "uraian", "sumber_dana", "pagu")) == [
        ("3355", "Pengelolaan Keuangan", "RM", 1_000_000_000),
        ("3357", "Perencanaan dan Data", "RM", 50_000_000),
    ]


def test_the_secretary_promises_the_head_other_indicators_for_an_entity_of_its_own(pemeran, rencana, draf):
    kedua = draft_perjanjian(
        pemeran.kota,
        2026,
        pihak_pertama=rencana.sekretaris,
        pihak_kedua=rencana.ketua,
        daftar_indikator=[rencana.daftar_pemilih],
        by=pemeran.rina,
    )
    assert (kedua.entitas, kedua.kode) == (rencana.sekretariat, "pk-2026-sekretaris")
    assert [t.indikator for t in kedua.daftar_target.all()] == [rencana.daftar_pemilih]
    assert (draf.entitas.nama, draf.kode) == ("KPU", "pk-2026")


def test_a_post_has_one_agreement_a_year_that_is_revised_not_begun_again(pemeran, rencana, draf):
    rencana.ketua.selesai = date(2026, 5, 31)
    rencana.ketua.save()
    penerus = pemeran.kota.daftar_pejabat.create(
        kode="ketua-2", peran="pimpinan", jabatan=rencana.ketua.jabatan, nama="Pak Baru", mulai=date(2026, 6, 1)
    )
    with pytest.raises(ValidationError, match=r"sudah mempunyai Perjanjian Kinerja .* Lanjutkan naskah itu"):
        draft_perjanjian(pemeran.kota, 2026, pihak_pertama=penerus, pihak_kedua=rencana.atasan, by=pemeran.rina)


def test_parties_stand_in_the_office_and_above_it(pemeran, rencana):
    asing = pemeran.kota_lain.daftar_pejabat.create(kode="ketua", peran="pimpinan", jabatan="Ketua")
    with pytest.raises(ValidationError) as galat:
        draft_perjanjian(pemeran.kota, 2026, pihak_pertama=asing, pihak_kedua=asing, by=pemeran.rina)
    assert len(galat.value.messages) == 3
    assert not PerjanjianKinerja.objects.exists()


def test_indicators_and_entities_of_another_office_are_refused(pemeran, rencana):
    renstra = Renstra.objects.create(satker=pemeran.kota_lain, mulai=2025, selesai=2029, dasar="K", visi="V")
    asing = build_indikator(renstra.daftar_sasaran.create(kode="1", nama="S"), "9.9", "Asing", "maksimasi", "1")
    isi = {"pihak_pertama": rencana.ketua, "pihak_kedua": rencana.atasan, "by": pemeran.rina}
    with pytest.raises(ValidationError, match=r"Bukan indikator rencana KPU Kota Blitar .*: 9\.9 Asing"):
        draft_perjanjian(pemeran.kota, 2026, daftar_indikator=[rencana.partisipasi, asing], **isi)
    with pytest.raises(ValidationError, match="bukan entitas pelapor"):
        draft_perjanjian(pemeran.kota, 2026, entitas=pemeran.kota_lain.daftar_entitas.get(), **isi)
    draf = draft_perjanjian(pemeran.kota, 2026, **isi)
    with pytest.raises(ValidationError, match="Bukan indikator"):
        set_target(draf, asing, "1", by=pemeran.rina)


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono", "admin", "supervisor"])
def test_only_the_planner_of_the_office_drafts(pemeran, rencana, nama: str):
    with pytest.raises(PermissionDenied, match="hanya untuk perencana"):
        draft_perjanjian(
            pemeran.kota,
            2026,
            pihak_pertama=rencana.ketua,
            pihak_kedua=rencana.atasan,
            by=getattr(pemeran, nama),
        )
    assert not PerjanjianKinerja.objects.exists()
