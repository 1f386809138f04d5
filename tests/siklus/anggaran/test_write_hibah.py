"""A grant has several numbers, and none of them stands in for another."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.anggaran.actions_hibah import IsianHibah, IsianTermin, write_hibah
from akuntabel.siklus.anggaran.models import Hibah
from akuntabel.siklus.bentrok import SudahBerubahError

ISIAN = IsianHibah(
    kode="hibah-pilwalkot",
    nama="Hibah Pemilihan Wali Kota",
    pemberi="Pemerintah Kota Blitar",
    pagu_dipa=15_604_135_000,
    nomor_nphd="270/1/NPHD/2024",
    tanggal_nphd=date(2024, 1, 5),
    nomor_register="22S6FR8A",
    nilai_nphd=16_000_000_000,
    realisasi_kas=10_580_173_803,
)
TERMIN = [IsianTermin(2025, 6_400_000_000), IsianTermin(2026, 9_600_000_000, date(2026, 2, 1))]


def test_agreement_budget_cash_and_recorded_spending_are_kept_apart(pemeran):
    hibah = write_hibah(pemeran.kota, 2026, ISIAN, TERMIN, by=pemeran.rina)
    kini = Hibah.objects.get(pk=hibah.pk)
    angka = (kini.nilai_nphd, kini.pagu_dipa, kini.realisasi_kas, kini.realisasi_disahkan)
    assert angka == (16_000_000_000, 15_604_135_000, 10_580_173_803, None)
    assert list(kini.daftar_termin.values_list("urut", "tahun", "nilai")) == [
        (1, 2025, 6_400_000_000),
        (2, 2026, 9_600_000_000),
    ]
    jejak = JejakAudit.objects.get(tindakan="hibah.write")
    assert (jejak.pelaku, jejak.baru["nilai_nphd"], jejak.baru["realisasi_disahkan"]) == (
        pemeran.rina,
        16_000_000_000,
        None,
    )


def test_a_change_keeps_the_old_numbers_in_the_trail(pemeran):
    hibah = write_hibah(pemeran.kota, 2026, ISIAN, TERMIN, by=pemeran.rina)
    isian = replace(ISIAN, realisasi_disahkan=10_000_000_000)
    write_hibah(pemeran.kota, 2026, isian, TERMIN[:1], by=pemeran.danu, hibah=hibah, suntingan=0)
    jejak = JejakAudit.objects.filter(tindakan="hibah.write").order_by("pk").last()
    assert (jejak.lama["realisasi_disahkan"], jejak.baru["realisasi_disahkan"]) == (None, 10_000_000_000)
    assert len(jejak.lama["termin"]) == 2
    with pytest.raises(SudahBerubahError) as galat:
        write_hibah(pemeran.kota, 2026, ISIAN, TERMIN, by=pemeran.rina, hibah=hibah, suntingan=0)
    assert galat.value.versi == 1


def test_what_cannot_be_is_said_all_at_once(pemeran):
    isian = replace(ISIAN, pagu_dipa=17_000_000_000, realisasi_kas=5, realisasi_disahkan=6)
    with pytest.raises(ValidationError) as galat:
        write_hibah(pemeran.kota, 2026, isian, [*TERMIN, IsianTermin(2026, 1)], by=pemeran.rina)
    assert len(galat.value.messages) == 3
    assert not Hibah.objects.exists()


def test_a_second_grant_of_the_same_code_is_refused(pemeran):
    write_hibah(pemeran.kota, 2026, ISIAN, [], by=pemeran.rina)
    with pytest.raises(ValidationError):
        write_hibah(pemeran.kota, 2026, ISIAN, [], by=pemeran.rina)


def test_only_who_keeps_the_budget_writes_a_grant(pemeran):
    for orang in (pemeran.tono, pemeran.sari, pemeran.bu_ketua):
        with pytest.raises(PermissionDenied):
            write_hibah(pemeran.kota, 2026, ISIAN, [], by=orang)
