"""Cases: recorded, decided, proven; and which figures they move."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.core.fakta.kepemiluan import JenisPerkara
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.kepemiluan.actions.perkara import (
    draft_perkara,
    revise_perkara,
    withdraw_dokumen_perkara,
    withdraw_perkara,
    write_dokumen_perkara,
)
from akuntabel.siklus.kepemiluan.isian import IsiPerkara
from akuntabel.siklus.kepemiluan.models import DokumenPerkara, Perkara

ISI = IsiPerkara(
    "bawaslu-0001",
    JenisPerkara.SENGKETA_PROSES,
    "Bawaslu Kota Blitar",
    "0001/PS.REG/35.3572/IX/2020",
    "bakal pasangan calon perseorangan",
    "KPU Kota Blitar",
    sumber="register Bawaslu",
)
PUTUSAN = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def perkara(pemeran, pilkada) -> Perkara:
    return draft_perkara(pemeran.kota, pilkada, ISI, by=pemeran.danu)


def test_a_case_is_recorded_with_its_trail(pemeran, perkara):
    assert (perkara.nomor, perkara.is_terbukti) == ("0001/PS.REG/35.3572/IX/2020", None)
    assert JejakAudit.objects.get(tindakan="perkara.draft").pelaku == pemeran.danu


def test_what_is_missing_is_named_at_once(pemeran, pilkada, perkara):
    with pytest.raises(ValidationError) as galat:
        draft_perkara(pemeran.kota, pilkada, replace(ISI, lembaga="", sumber=" ", is_terbukti=True), by=pemeran.danu)
    assert set(galat.value.message_dict) == {"lembaga", "sumber", "amar"}
    with pytest.raises(ValidationError, match="sudah ada perkara"):
        draft_perkara(pemeran.kota, pilkada, ISI, by=pemeran.danu)


def test_the_verdict_is_recorded_and_of_two_people_the_second_is_told(pemeran, perkara):
    putus = replace(ISI, amar="menolak permohonan", is_terbukti=False, tanggal=date(2020, 9, 20))
    revise_perkara(perkara, putus, versi=0, by=pemeran.danu)
    assert (perkara.is_terbukti, perkara.tanggal) == (False, date(2020, 9, 20))
    assert JejakAudit.objects.get(tindakan="perkara.revise").baru["amar"] == "menolak permohonan"
    with pytest.raises(SudahBerubahError):
        revise_perkara(perkara, ISI, versi=0, by=pemeran.rina)


def test_documents_prove_a_case_and_come_off_with_a_reason(pemeran, perkara):
    dokumen = write_dokumen_perkara(perkara, PUTUSAN, "putusan.pdf", nama="Salinan putusan", by=pemeran.danu)
    assert dokumen.berkas.jenis == "application/pdf"
    with pytest.raises(ValidationError, match="sudah ada"):
        write_dokumen_perkara(perkara, PUTUSAN, "lain.pdf", nama="Lain", by=pemeran.danu)
    with pytest.raises(ValidationError, match="HTML"):
        write_dokumen_perkara(perkara, b"<html>", "putusan.pdf", nama="Lain", by=pemeran.danu)
    assert DokumenPerkara.objects.visible_to(pemeran.sari).get() == dokumen
    assert not DokumenPerkara.objects.visible_to(pemeran.tono).exists()
    withdraw_dokumen_perkara(dokumen, by=pemeran.danu, alasan="berkas lain")
    assert not perkara.daftar_dokumen.exists()
    assert JejakAudit.objects.get(tindakan="perkara.dokumen_withdraw").alasan == "berkas lain"


def test_a_case_that_was_none_goes_and_the_trail_keeps_it(pemeran, perkara):
    write_dokumen_perkara(perkara, PUTUSAN, "putusan.pdf", nama="Salinan putusan", by=pemeran.danu)
    with pytest.raises(ValidationError, match="alasan"):
        withdraw_perkara(perkara, by=pemeran.danu, alasan="")
    withdraw_perkara(perkara, by=pemeran.danu, alasan="tercatat dua kali")
    assert not Perkara.objects.exists()
    jejak = JejakAudit.objects.get(tindakan="perkara.withdraw")
    assert jejak.lama["nomor"] == ISI.nomor
    assert jejak.lama["dokumen"][0].startswith("Salinan putusan ")


def test_nobody_else_records_cases(pemeran, pilkada, perkara):
    for orang in (pemeran.bu_ketua, pemeran.sari, pemeran.tono, pemeran.supervisor):
        with pytest.raises(PermissionDenied):
            draft_perkara(pemeran.kota, pilkada, replace(ISI, kode="lain"), by=orang)
        with pytest.raises(PermissionDenied):
            write_dokumen_perkara(perkara, PUTUSAN, "putusan.pdf", nama="Salinan", by=orang)
