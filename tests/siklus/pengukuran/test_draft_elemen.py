"""Elements: drafted from the formulas, or by hand; what they mean is settled by the first fact."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from kantor_contoh import TAHUN, Kantor
from pemeran import Pemeran
from rencana_contoh import build_indikator

from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pengukuran.actions_elemen import (
    Bagian,
    IsiElemen,
    draft_elemen,
    draft_elemen_rumus,
    revise_elemen,
    set_bagian,
    withdraw_elemen,
)
from akuntabel.siklus.pengukuran.berlaku import daftar_elemen_berlaku
from akuntabel.siklus.pengukuran.hitung import compute_capaian_tahun
from akuntabel.siklus.pengukuran.models import AsalElemen, BentukElemen, Elemen
from akuntabel.siklus.perencanaan.models import AdopsiRenstra, Renstra

ISI = IsiElemen(kode="tps", nama="TPS", satuan="TPS", konsolidasi=Konsolidasi.JUMLAH)


@pytest.fixture
def nasional(pemeran: Pemeran) -> Pemeran:
    """The city follows a plan with the kinds of formula of the example office."""
    renstra = Renstra.objects.create(satker=pemeran.pusat, mulai=2025, selesai=2029, dasar="Keputusan", visi="Visi")
    sasaran = renstra.daftar_sasaran.create(kode="1", nama="Sasaran", urut=1)
    daftar = [
        build_indikator(
            sasaran,
            "1.1",
            "Partisipasi perempuan",
            "maksimasi",
            "75",
            rumus="pengguna.P / (dpt.P + dptb.P) * 100",
            konsolidasi="rumus",
        ),
        build_indikator(
            sasaran,
            "1.2",
            "Tepat jadwal",
            "maksimasi",
            "100",
            rumus="tahapan.tepat_waktu / tahapan.wajib * 100",
            konsolidasi="rumus",
        ),
        build_indikator(
            sasaran,
            "1.3",
            "Disabilitas",
            "maksimasi",
            "75",
            rumus="pemilih.netra / terdaftar * 100",
            penyebut="pemilih disabilitas terdaftar",
            konsolidasi="rumus",
        ),
        build_indikator(
            sasaran,
            "1.4",
            "Opini BPK",
            "ordinal",
            "WTP",
            rumus="opini_bpk",
            satuan="opini",
            predikat="opini-bpk",
            sumber_realisasi="induk",
        ),
    ]
    renstra.status = "diajukan"
    renstra.save()
    Renstra.objects.filter(pk=renstra.pk).update(status="ditetapkan", is_impor=True)
    adopsi = AdopsiRenstra.objects.create(satker=pemeran.kota, renstra=renstra, tahun_mulai=2025, dasar="Surat")
    adopsi.daftar_indikator.set(daftar)
    return pemeran


def test_an_office_that_follows_the_national_plan_can_begin_at_once(nasional: Pemeran) -> None:
    draft_elemen_rumus(nasional.kota, TAHUN, by=nasional.rina)
    elemen = daftar_elemen_berlaku(nasional.kota, TAHUN)
    assert set(elemen) == {"pengguna", "dpt", "dptb", "pemilih", "terdaftar", "opini_bpk"}  # not tahapan
    assert elemen["terdaftar"].nama == "Pemilih disabilitas terdaftar"
    assert (elemen["dpt"].satuan, elemen["dpt"].konsolidasi) == ("orang", "terakhir")
    opini = elemen["opini_bpk"]
    assert (opini.nama, opini.bentuk, opini.asal) == ("Opini BPK", BentukElemen.PREDIKAT, AsalElemen.INDUK)
    bagian = {e.kode: [str(r) for r in e.daftar_rincian.all()] for e in elemen.values()}
    assert bagian["dpt"] == ["L", "P"]
    assert bagian["pemilih"] == ["netra"]
    assert bagian["terdaftar"] == []


def test_what_an_office_above_measures_is_awaited_not_zero(nasional: Pemeran) -> None:
    draft_elemen_rumus(nasional.kota, TAHUN, by=nasional.rina)
    hasil = compute_capaian_tahun(nasional.kota, TAHUN).find_indikator("1.4")
    assert hasil is not None
    assert hasil.realisasi.nilai.status is StatusNilai.MENUNGGU_RILIS
    assert hasil.realisasi.nilai.alasan == "menunggu nilai dari satker di atas"


def test_drafting_twice_adds_nothing(nasional: Pemeran) -> None:
    draft_elemen_rumus(nasional.kota, TAHUN, by=nasional.rina)
    assert draft_elemen_rumus(nasional.kota, TAHUN, by=nasional.rina) == []


def test_elements_of_an_office_above_are_not_drafted_again(nasional: Pemeran) -> None:
    draft_elemen(nasional.pusat, TAHUN, IsiElemen(kode="dpt", nama="DPT", satuan="orang"), by=None)
    baru = draft_elemen_rumus(nasional.kota, TAHUN, by=nasional.rina)
    assert "dpt" not in {e.kode for e in baru}


def test_the_nearest_office_that_names_a_code_says_what_it_is(pemeran: Pemeran) -> None:
    for satker, nama in ((pemeran.pusat, "nasional"), (pemeran.kota, "kota")):
        draft_elemen(satker, TAHUN, IsiElemen(kode="x", nama=nama, satuan="orang"), by=None)
    assert daftar_elemen_berlaku(pemeran.kota, TAHUN)["x"].nama == "kota"
    assert daftar_elemen_berlaku(pemeran.kota_lain, TAHUN)["x"].nama == "nasional"
    assert not daftar_elemen_berlaku(pemeran.kota, TAHUN + 1)


@pytest.mark.parametrize("kode", ["Dpt", "1a", "dpt.P", "", "tahapan", "perkara"])
def test_a_code_is_a_name_that_a_formula_can_use(pemeran: Pemeran, kode: str) -> None:
    with pytest.raises(ValidationError):
        draft_elemen(pemeran.kota, TAHUN, IsiElemen(kode=kode, nama="X", satuan="orang"), by=pemeran.rina)


def test_only_people_of_the_office_draft_and_revise(pemeran: Pemeran) -> None:
    for orang in (pemeran.tono, pemeran.bu_ketua, pemeran.supervisor):
        with pytest.raises(PermissionDenied):
            draft_elemen(pemeran.kota, TAHUN, ISI, by=orang)
    elemen = draft_elemen(pemeran.kota, TAHUN, ISI, by=pemeran.danu)
    with pytest.raises(PermissionDenied):
        revise_elemen(elemen, ISI, versi=0, by=pemeran.tono)


def test_a_unit_of_another_office_is_not_responsible(pemeran: Pemeran) -> None:
    unit = pemeran.kota_lain.daftar_unit.create(kode="divisi", jenis="divisi", nama="Divisi")
    isi = IsiElemen(kode="tps", nama="TPS", satuan="TPS", unit=unit)
    with pytest.raises(ValidationError, match="Pilih unit KPU Kota Blitar"):
        draft_elemen(pemeran.kota, TAHUN, isi, by=pemeran.rina)


def test_the_second_of_two_editors_is_told(pemeran: Pemeran) -> None:
    elemen = draft_elemen(pemeran.kota, TAHUN, ISI, by=pemeran.rina)
    lain = IsiElemen(kode="tps", nama="Tempat pemungutan suara", satuan="TPS", konsolidasi=Konsolidasi.JUMLAH)
    revise_elemen(elemen, lain, versi=0, by=pemeran.danu)
    with pytest.raises(SudahBerubahError):
        revise_elemen(elemen, ISI, versi=0, by=pemeran.rina)
    jejak = JejakAudit.objects.get(tindakan="elemen.revise")
    assert (jejak.lama, jejak.baru) == ({"nama": "TPS"}, {"nama": "Tempat pemungutan suara"})


def test_what_has_facts_keeps_its_meaning_but_not_its_words(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    elemen = Elemen.objects.get(pk=kantor.elemen["a"].pk)
    isi = IsiElemen(kode="a", nama="Pengguna hak pilih", satuan="kali", konsolidasi=Konsolidasi.JUMLAH)
    with pytest.raises(ValidationError) as galat:
        revise_elemen(elemen, isi, versi=0, by=kantor.pemeran.rina)
    assert set(galat.value.message_dict) == {"satuan", "konsolidasi"}
    isi = IsiElemen(kode="a", nama="Pengguna hak pilih", satuan="orang")
    revise_elemen(elemen, isi, versi=0, by=kantor.pemeran.rina)
    assert Elemen.objects.get(pk=elemen.pk).nama == "Pengguna hak pilih"


def test_an_element_with_facts_is_not_withdrawn(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    with pytest.raises(ValidationError, match="sudah mempunyai fakta"):
        withdraw_elemen(kantor.elemen["a"], by=kantor.pemeran.rina)
    withdraw_elemen(kantor.elemen["b"], by=kantor.pemeran.rina)
    assert JejakAudit.objects.get(tindakan="elemen.withdraw").lama["kode"] == "b"


def test_a_part_with_a_fact_is_asked_for_on(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    with pytest.raises(ValidationError, match="Sudah ada fakta untuk keseluruhan"):
        set_bagian(kantor.elemen["a"], [Bagian("L"), Bagian("P")], by=kantor.pemeran.rina)


def test_what_is_counted_here_already_is_not_named_anew(kantor: Kantor) -> None:
    draft_elemen(kantor.pemeran.pusat, TAHUN, IsiElemen(kode="suara", nama="Suara", satuan="orang"), by=None)
    kantor.ukur(suara=5)
    with pytest.raises(ValidationError, match="sudah mempunyai fakta; pakai kode lain"):
        draft_elemen(kantor.satker, TAHUN, IsiElemen(kode="suara", nama="Lain", satuan="kali"), by=kantor.pemeran.rina)
