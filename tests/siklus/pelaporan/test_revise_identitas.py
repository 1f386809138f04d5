"""What a report is, its main problems and its steps ahead: written as a whole, two writers told apart."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from laporan_contoh import Meja

from akuntabel.core.fakta.laporan import IsuStrategis, Langkah
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pelaporan.actions import IsiIdentitas, revise_identitas, set_isu, set_langkah
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan

pytestmark = pytest.mark.django_db
ISI = IsiIdentitas(
    tempat="Blitar",
    bulan="Februari 2027",
    penanda_tangan="ketua",
    pereviu="ketua",
    tema="Pemilu yang jujur",
    tanggal=date(2027, 2, 1),
    dasar=("permenpanrb-53-2014",),
    ambang_serapan=95,
)


def test_identity_is_what_the_facts_say(meja: Meja):
    revise_identitas(meja.laporan, ISI, versi=0, by=meja.pemeran.rina)
    fakta = build_fakta_laporan(meja.laporan).laporan
    assert (fakta.tema, fakta.bulan, fakta.dasar, fakta.ambang_serapan) == (
        "Pemilu yang jujur",
        "Februari 2027",
        ("permenpanrb-53-2014",),
        95,
    )
    assert JejakAudit.objects.get(tindakan="laporan.identitas").baru["tema"] == "Pemilu yang jujur"
    with pytest.raises(SudahBerubahError) as galat:
        revise_identitas(meja.laporan, replace(ISI, tema="Lain"), versi=0, by=meja.pemeran.rina)
    assert galat.value.sekarang["tema"] == "Pemilu yang jujur"


def test_regulation_that_is_not_known_is_named(meja: Meja):
    with pytest.raises(ValidationError, match="uu-entah"):
        revise_identitas(meja.laporan, replace(ISI, dasar=("uu-entah",)), versi=0, by=meja.pemeran.rina)


def test_person_who_has_gone_gives_way_to_who_signs_by_the_agreement(meja: Meja):
    revise_identitas(meja.laporan, replace(ISI, penanda_tangan="yang-lama"), versi=0, by=meja.pemeran.rina)
    assert build_fakta_laporan(meja.laporan).laporan.penanda_tangan == "ketua"


def test_tables_are_written_as_a_whole(meja: Meja):
    rina = meja.pemeran.rina
    isu = [IsuStrategis(1, "Data berubah.", "Warga pindah.", "1"), IsuStrategis(2, "Gudang.", "Belum ada.")]
    set_isu(meja.laporan, isu, versi=0, by=rina)
    set_isu(meja.laporan, isu[1:], versi=1, by=rina)
    set_langkah(meja.laporan, [Langkah(9, "Perbaiki data.", None, date(2027, 6, 30), "1.1")], versi=0, by=rina)
    fakta = build_fakta_laporan(meja.laporan)
    assert fakta.daftar_isu == (IsuStrategis(1, "Gudang.", "Belum ada."),)
    assert fakta.daftar_langkah == (Langkah(1, "Perbaiki data.", None, date(2027, 6, 30), "1.1"),)


def test_second_writer_of_a_table_sees_what_the_first_stored(meja: Meja):
    rina = meja.pemeran.rina
    set_langkah(meja.laporan, [Langkah(1, "Pertama.")], versi=0, by=rina)
    with pytest.raises(SudahBerubahError) as galat:
        set_langkah(meja.laporan, [Langkah(1, "Kedua.")], versi=0, by=rina)
    assert galat.value.sekarang["teks_1"] == "Pertama."
    assert galat.value.versi == 1


def test_every_row_that_lacks_its_words_is_named(meja: Meja):
    with pytest.raises(ValidationError) as galat:
        set_isu(meja.laporan, [IsuStrategis(1, "", ""), IsuStrategis(2, "Ada.", "")], versi=0, by=meja.pemeran.rina)
    assert len(galat.value.messages) == 3


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "tono"])
def test_only_the_planner_says_what_the_report_is(meja: Meja, nama: str):
    orang = getattr(meja.pemeran, nama)
    with pytest.raises(PermissionDenied):
        revise_identitas(meja.laporan, ISI, versi=0, by=orang)
    with pytest.raises(PermissionDenied):
        set_isu(meja.laporan, [], versi=0, by=orang)
    with pytest.raises(PermissionDenied):
        set_langkah(meja.laporan, [], versi=0, by=orang)
