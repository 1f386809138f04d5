"""What is signed is revised for a legal reason; the old one holds until the new one is signed."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from rencana_contoh import TANGGAL, add_pagu

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    revise_perjanjian,
    set_pihak,
    set_target,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.berlaku import daftar_perjanjian_berlaku, find_perjanjian_berlaku
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja

BULAN_JUNI = date(2026, 6, 15)


def _revisi(pemeran, perjanjian, **isian) -> PerjanjianKinerja:
    isi = {"alasan": AlasanRevisi.STRATEGI, "uraian": "Pagu berubah", "by": pemeran.rina} | isian
    return revise_perjanjian(perjanjian, **isi)


def _tandatangani(pemeran, perjanjian, tanggal: date) -> None:
    submit_perjanjian(perjanjian, by=pemeran.rina)
    approve_perjanjian(perjanjian, by=pemeran.bu_ketua)
    sign_perjanjian(perjanjian, by=pemeran.bu_ketua, tanggal=tanggal)


def test_a_revision_begins_with_the_signed_targets_and_says_why(pemeran, rencana, tertanda):
    baru = _revisi(pemeran, tertanda)
    set_target(baru, rencana.partisipasi, "80", by=pemeran.rina)
    assert [
        (p.kode, p.revisi, p.daftar_target.get(indikator=rencana.partisipasi).target)
        for p in PerjanjianKinerja.objects.all()
    ] == [("pk-2026", 0, "77.5"), ("pk-2026-r1", 1, "80")]
    jejak = JejakAudit.objects.get(tindakan="perjanjian.revise")
    assert jejak.alasan == "perubahan strategi: program, kegiatan, atau alokasi anggaran: Pagu berubah"


def test_the_signed_one_holds_until_the_revision_is_signed(pemeran, tertanda):
    baru = _revisi(pemeran, tertanda)
    assert find_perjanjian_berlaku(pemeran.kota, 2026) == tertanda
    _tandatangani(pemeran, baru, BULAN_JUNI)
    assert find_perjanjian_berlaku(pemeran.kota, 2026) == baru
    assert find_perjanjian_berlaku(pemeran.kota, 2026, date(2026, 3, 1)) == tertanda
    assert find_perjanjian_berlaku(pemeran.kota, 2026, date(2026, 1, 14)) is None
    assert find_perjanjian_berlaku(pemeran.kota, 2027) is None


def test_the_budget_of_a_revision_is_the_one_in_force(pemeran, tertanda):
    add_pagu(pemeran, "3355.994", 500_000_000, date(2026, 4, 1))
    baru = _revisi(pemeran, tertanda)
    assert list(baru.daftar_anggaran.values_list("kode", "pagu")) == [("3355", 600_000_000), ("3357", 50_000_000)]


def test_a_successor_continues_the_chain_of_the_post(pemeran, rencana, tertanda):
    rencana.ketua.selesai = date(2026, 5, 31)
    rencana.ketua.save()
    penerus = pemeran.kota.daftar_pejabat.create(
        kode="ketua-2", peran="pimpinan", jabatan=rencana.ketua.jabatan, nama="Pak Baru", mulai=date(2026, 6, 1)
    )
    baru = _revisi(pemeran, tertanda, alasan=AlasanRevisi.PEJABAT, uraian="Keputusan 12/2026", pihak_pertama=penerus)
    _tandatangani(pemeran, baru, BULAN_JUNI)
    assert (baru.pihak_pertama, baru.pihak_kedua, baru.revisi) == (penerus, rencana.atasan, 1)
    assert list(daftar_perjanjian_berlaku(pemeran.kota, 2026)) == [baru]


def test_two_chains_are_in_force_side_by_side_and_the_head_stands_for_the_office(pemeran, rencana, tertanda):
    kedua = PerjanjianKinerja.objects.create(
        satker=pemeran.kota,
        entitas=rencana.sekretariat,
        kode="pk-2026-sekretaris",
        tahun=2026,
        pihak_pertama=rencana.sekretaris,
        pihak_kedua=rencana.ketua,
    )
    kedua.daftar_target.create(indikator=rencana.daftar_pemilih, target="10", urut=1)
    _tandatangani(pemeran, kedua, TANGGAL)
    assert set(daftar_perjanjian_berlaku(pemeran.kota, 2026)) == {tertanda, kedua}
    assert find_perjanjian_berlaku(pemeran.kota, 2026) == tertanda
    assert find_perjanjian_berlaku(pemeran.kota, 2026, entitas=rencana.sekretariat) == kedua


def test_an_agreement_is_revised_once(pemeran, tertanda):
    _revisi(pemeran, tertanda)
    with pytest.raises(ValidationError, match=r"sudah direvisi: .* revisi 1 berstatus disusun"):
        _revisi(pemeran, tertanda)


def test_a_revision_says_in_words_what_changed(pemeran, tertanda):
    with pytest.raises(ValidationError, match="Uraikan alasan revisi"):
        _revisi(pemeran, tertanda, uraian=" ")


def test_what_is_not_signed_is_not_revised(pemeran, disetujui):
    with pytest.raises(ValidationError, match="belum ditandatangani"):
        _revisi(pemeran, disetujui)


def test_the_parties_of_a_draft_can_be_changed(pemeran, rencana, draf):
    set_pihak(draf, pihak_pertama=rencana.sekretaris, pihak_kedua=rencana.ketua, by=pemeran.rina)
    assert (draf.pihak_pertama, draf.versi) == (rencana.sekretaris, 1)


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_revises(pemeran, tertanda, nama: str):
    with pytest.raises(PermissionDenied):
        _revisi(pemeran, tertanda, by=getattr(pemeran, nama))
