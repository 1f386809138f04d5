"""Which money serves which sasaran and indicator, and how efficiently."""

from decimal import Decimal

import pytest
from anggaran_contoh import KATALOG, load_versi
from django.core.exceptions import PermissionDenied, ValidationError
from rencana_contoh import Rencana, build_rencana

from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.fakta.perencanaan import HubunganAnggaran, SasaranAnggaran
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.anggaran.actions_tautan import TautanIndikator, write_indikator_anggaran
from akuntabel.siklus.anggaran.actions_versi import adopt_versi
from akuntabel.siklus.anggaran.hitung import compute_anggaran_sasaran, compute_anggaran_tahun
from akuntabel.siklus.anggaran.models import IndikatorAnggaran
from akuntabel.siklus.perencanaan.actions.anggaran import import_kode, write_sasaran_anggaran


@pytest.fixture
def rencana(pemeran) -> Rencana:
    """The plan, and the budget of the city."""
    rencana = build_rencana(pemeran)
    import_kode(pemeran.pusat, 2026, KATALOG, by=None)
    adopt_versi(load_versi(pemeran.kota, 2026), by=pemeran.rina, terhadap=0)
    return rencana


def test_the_money_of_a_sasaran_and_its_efficiency(pemeran, rencana):
    sasaran = rencana.partisipasi.sasaran
    kait = [
        SasaranAnggaran("1", "6709.QGE", HubunganAnggaran.UTAMA),
        SasaranAnggaran("1", "6710.EBA", HubunganAnggaran.PENDUKUNG, "RM"),
    ]
    write_sasaran_anggaran(pemeran.kota, 2026, kait, sasaran={"1": sasaran}, by=pemeran.rina)
    hasil = compute_anggaran_tahun(pemeran.kota, 2026)
    (isi,) = compute_anggaran_sasaran(pemeran.kota, 2026, hasil, {sasaran.pk: Nilai.of(Decimal(100))})
    assert (isi.pagu, isi.realisasi, isi.serapan.angka) == (900, 450, 50)
    assert [(b.kode, b.hubungan, b.baris.pagu) for b in isi.daftar_baris] == [
        ("6709.QGE", "utama", 700),
        ("6710.EBA", "pendukung", 200),
    ]
    assert (isi.sederhana.selisih.angka, isi.sederhana.is_efisien) == (50, True)
    assert isi.efisiensi.mentah.angka == 50
    (tanpa,) = compute_anggaran_sasaran(pemeran.kota, 2026, hasil, {})
    assert not tanpa.efisiensi.mentah.is_counted
    assert tanpa.sederhana.is_efisien is None


def test_lines_pay_for_indicators(pemeran, rencana):
    daftar = [TautanIndikator(rencana.partisipasi, "6709.QGE"), TautanIndikator(rencana.daftar_pemilih, "6710", "RM")]
    write_indikator_anggaran(pemeran.kota, 2026, daftar, dikenal={"6709.QGE", "6710"}, by=pemeran.rina)
    assert [str(i) for i in IndikatorAnggaran.objects.all()] == ["1.1 ← 6709.QGE", "1.2 ← 6710"]
    write_indikator_anggaran(pemeran.kota, 2026, daftar[:1], dikenal={"6709.QGE"}, by=pemeran.rina)
    jejak = JejakAudit.objects.filter(tindakan="indikator_anggaran.write").order_by("pk").last()
    assert jejak.lama == {"baris": ["1.1 ← 6709.QGE", "1.2 ← 6710 RM"]}
    assert jejak.baru == {"tahun": 2026, "baris": ["1.1 ← 6709.QGE"]}


def test_every_bad_link_is_named(pemeran, rencana):
    daftar = [TautanIndikator(rencana.partisipasi, "9"), TautanIndikator(rencana.partisipasi, "9")]
    with pytest.raises(ValidationError) as galat:
        write_indikator_anggaran(pemeran.kota, 2026, daftar, dikenal=set(), by=pemeran.rina)
    assert len(galat.value.messages) == 3
    with pytest.raises(PermissionDenied):
        write_indikator_anggaran(pemeran.kota, 2026, [], dikenal=set(), by=pemeran.danu)
