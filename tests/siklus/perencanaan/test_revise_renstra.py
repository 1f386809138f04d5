"""The next version begins as a copy; the version before it stays, and each year knows which one holds."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from naskah_renstra import PARTISIPASI

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.perencanaan.actions.angka_renstra import IsianTarget, write_target
from akuntabel.siklus.perencanaan.actions.indikator import write_indikator
from akuntabel.siklus.perencanaan.actions.pohon import draft_pohon
from akuntabel.siklus.perencanaan.actions.renstra import adopt_renstra, revise_renstra, submit_renstra
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku, find_renstra_berlaku
from akuntabel.siklus.perencanaan.kamus import daftar_riwayat
from akuntabel.siklus.perencanaan.models import HubunganKinerja, Indikator, Renstra, TargetRenstra


@pytest.fixture
def versi_2(pemeran, ditetapkan) -> Renstra:
    """A draft of version 2, in force from July 2027."""
    draft_pohon(pemeran.kota, ditetapkan.renstra, Indikator.objects.select_related("sasaran__tujuan"), by=pemeran.rina)
    return revise_renstra(ditetapkan.renstra, by=pemeran.rina, alasan="Pagu berubah", berlaku_mulai=date(2027, 7, 1))


def test_the_copy_has_everything_and_is_another(pemeran, ditetapkan, versi_2):
    assert (versi_2.versi, versi_2.status, versi_2.alasan_revisi) == (2, "disusun", "Pagu berubah")
    baru = Indikator.objects.get(sasaran__renstra=versi_2, kode="1.1")
    assert baru.pk != ditetapkan.partisipasi.pk
    assert baru.silsilah == ditetapkan.partisipasi.silsilah
    assert baru.sasaran.tujuan.renstra_id == versi_2.pk
    assert list(baru.daftar_target.values_list("tahun", "target")) == list(
        ditetapkan.partisipasi.daftar_target.values_list("tahun", "target")
    )
    assert versi_2.daftar_kondisi.count() == ditetapkan.renstra.daftar_kondisi.count() == 4
    assert HubunganKinerja.objects.filter(atas__renstra=versi_2).count() == 3
    assert set(
        versi_2.daftar_kondisi.exclude(indikator=None).values_list("indikator__sasaran__renstra", flat=True)
    ) == {versi_2.pk}
    assert JejakAudit.objects.get(tindakan="renstra.revise").alasan == "Pagu berubah"


def test_nothing_of_the_old_version_changes(pemeran, ditetapkan, versi_2):
    baru = Indikator.objects.get(sasaran__renstra=versi_2, kode="1.1")
    write_target(versi_2, [IsianTarget(baru.pk, 2027, "81", dilihat=0)], by=pemeran.rina)
    assert TargetRenstra.objects.get(indikator=ditetapkan.partisipasi, tahun=2027).target == "76"
    assert TargetRenstra.objects.get(indikator=baru, tahun=2027).target == "81"


def test_a_draft_holds_for_no_year_and_the_adopted_version_from_its_day_on(pemeran, ditetapkan, versi_2):
    assert find_renstra_berlaku(pemeran.kota, 2028) == ditetapkan.renstra
    submit_renstra(versi_2, by=pemeran.rina)
    adopt_renstra(versi_2, by=pemeran.bu_ketua, tanggal=date(2027, 6, 20))
    berlaku = {tahun: find_renstra_berlaku(pemeran.kota, tahun) for tahun in (2024, 2025, 2026, 2027, 2029, 2030)}
    assert {tahun: r.versi if r else None for tahun, r in berlaku.items()} == {
        2024: None,
        2025: 1,
        2026: 1,
        2027: 2,
        2029: 2,
        2030: None,
    }
    assert [i.sasaran.renstra_id for i in daftar_indikator_berlaku(pemeran.kota, 2028)] == [versi_2.pk] * 2


def test_what_is_not_adopted_is_not_revised(pemeran, naskah):
    with pytest.raises(ValidationError, match="belum ditetapkan"):
        revise_renstra(naskah.renstra, by=pemeran.rina, alasan="-", berlaku_mulai=date(2027, 1, 1))


def test_a_version_follows_the_last_one_only(pemeran, ditetapkan, versi_2):
    with pytest.raises(ValidationError, match="susun perubahan dari versi itu"):
        revise_renstra(ditetapkan.renstra, by=pemeran.rina, alasan="Lagi", berlaku_mulai=date(2028, 1, 1))


def test_a_version_says_why_and_from_when(pemeran, ditetapkan):
    with pytest.raises(ValidationError, match="alasan perubahan"):
        revise_renstra(ditetapkan.renstra, by=pemeran.rina, alasan=" ", berlaku_mulai=date(2027, 1, 1))
    with pytest.raises(ValidationError, match="di antara tahun 2025 dan 2029"):
        revise_renstra(ditetapkan.renstra, by=pemeran.rina, alasan="Pagu", berlaku_mulai=date(2031, 1, 1))


def test_only_the_planner_revises(pemeran, ditetapkan):
    with pytest.raises(PermissionDenied):
        revise_renstra(ditetapkan.renstra, by=pemeran.bu_ketua, alasan="Pagu", berlaku_mulai=date(2027, 1, 1))


def test_the_kamus_tells_how_the_wording_changed(pemeran, ditetapkan, versi_2):
    baru = Indikator.objects.get(sasaran__renstra=versi_2, kode="1.1")
    isi = replace(PARTISIPASI, nama="Persentase partisipasi pemilih dalam Pemilihan")
    write_indikator(baru, isi, pengampu=None, dilihat=0, by=pemeran.rina)
    babak = daftar_riwayat(ditetapkan.partisipasi, pemeran.rina)
    assert [(b.indikator.sasaran.renstra.versi, [p.bidang for p in b.daftar_perubahan]) for b in babak] == [
        (1, []),
        (2, ["nama baku"]),
    ]
    assert daftar_riwayat(ditetapkan.partisipasi, pemeran.tono) == []
