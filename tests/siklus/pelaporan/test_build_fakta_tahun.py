"""What an office has worked out in the application, as the facts of a year."""

from dataclasses import replace
from datetime import date

import pytest
from paket_contoh import buat_tahun, impor
from pemeran import Pemeran
from rencana_contoh import TANGGAL, Rencana, build_rencana

from akuntabel.core.fakta.organisasi import Pejabat, PeranPejabat
from akuntabel.core.fakta.paket import build_berkas, seal_fakta
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.snapshot import build_fakta_tahun
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    draft_perjanjian,
    revise_perjanjian,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja
from contoh_paket import read_contoh

pytestmark = pytest.mark.django_db


def _sign(perjanjian: PerjanjianKinerja, pemeran: Pemeran) -> None:
    submit_perjanjian(perjanjian, by=pemeran.rina)
    approve_perjanjian(perjanjian, by=pemeran.bu_ketua)
    sign_perjanjian(perjanjian, by=pemeran.bu_ketua, tanggal=TANGGAL)


def test_office_that_follows_the_national_plan_gives_out_its_part_of_it(pemeran: Pemeran):
    rencana = build_rencana(pemeran)
    perjanjian = draft_perjanjian(
        pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )
    _sign(perjanjian, pemeran)
    fakta = build_fakta_tahun(pemeran.kota, 2026)
    assert [i.kode for i in fakta.daftar_indikator] == ["1.1", "1.2"]
    assert [(t.indikator, t.target) for t in fakta.daftar_perjanjian_target] == [("1.1", "77.5"), ("1.2", "10")]
    (p,) = fakta.daftar_perjanjian
    assert (p.pihak_pertama, p.tanggal) == ("ketua", TANGGAL)
    atasan = fakta.find_pejabat(p.pihak_kedua)
    assert (atasan.peran, atasan.jabatan) == (PeranPejabat.ATASAN, "Ketua KPU Provinsi Jawa Timur")
    assert fakta.laporan.penanda_tangan == "ketua"
    assert len({p.kode for p in fakta.daftar_pejabat}) == len(fakta.daftar_pejabat)


def test_agreement_that_is_not_signed_is_no_fact(pemeran: Pemeran):
    rencana = build_rencana(pemeran)
    perjanjian = draft_perjanjian(
        pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )
    _sign(perjanjian, pemeran)
    revise_perjanjian(perjanjian, by=pemeran.rina, alasan=AlasanRevisi.STRATEGI, uraian="Pagu berubah")
    assert [p.revisi for p in build_fakta_tahun(pemeran.kota, 2026).daftar_perjanjian] == [0]


def _sign_dua_entitas(pemeran: Pemeran) -> Rencana:
    """The head promises both indicators, the secretary one; the secretary's agreement is revised, the head's is not."""
    rencana = build_rencana(pemeran)
    for pihak, indikator in ((rencana.ketua, None), (rencana.sekretaris, [rencana.daftar_pemilih])):
        perjanjian = draft_perjanjian(
            pemeran.kota,
            2026,
            pihak_pertama=pihak,
            pihak_kedua=rencana.atasan,
            daftar_indikator=indikator,
            by=pemeran.rina,
        )
        _sign(perjanjian, pemeran)
    revisi = revise_perjanjian(perjanjian, by=pemeran.rina, alasan=AlasanRevisi.STRATEGI, uraian="Pagu berubah")
    _sign(revisi, pemeran)
    return rencana


def test_the_package_of_an_office_of_two_entities_is_that_of_its_head(pemeran: Pemeran):
    _sign_dua_entitas(pemeran)
    fakta = build_fakta_tahun(pemeran.kota, 2026)
    assert [(p.pihak_pertama, p.revisi) for p in fakta.daftar_perjanjian] == [("ketua", 0)]
    assert [t.indikator for t in fakta.daftar_perjanjian_target] == ["1.1", "1.2"]
    assert fakta.laporan.penanda_tangan == "ketua"


def test_another_entity_of_the_office_has_a_package_of_its_own(pemeran: Pemeran):
    rencana = _sign_dua_entitas(pemeran)
    fakta = build_fakta_tahun(pemeran.kota, 2026, entitas=rencana.sekretariat)
    assert [(p.pihak_pertama, p.revisi) for p in fakta.daftar_perjanjian] == [("sekretaris", 0), ("sekretaris", 1)]
    assert [i.kode for i in fakta.daftar_indikator] == ["1.2"]
    assert fakta.laporan.penanda_tangan == "sekretaris"


def test_two_heads_of_one_year_are_two_people():
    contoh = read_contoh()
    ketua, *lain = contoh.daftar_pejabat
    pertama = replace(ketua, selesai=date(2020, 6, 30))
    kedua = Pejabat("ketua-baru", ketua.peran, ketua.jabatan, "Budi Santoso", None, date(2020, 7, 1))
    paket = seal_fakta(replace(contoh, daftar_pejabat=(pertama, kedua, *lain)))
    assert impor(paket) == paket
    assert Satker.objects.get(kode="657960").daftar_pejabat.filter(jabatan=ketua.jabatan).count() == 2


def test_two_heads_whose_days_are_unknown_come_back_as_they_came():
    contoh = read_contoh()
    ketua, *lain = contoh.daftar_pejabat
    kedua = replace(ketua, kode="ketua-baru", nama="Budi Santoso")
    paket = seal_fakta(replace(contoh, daftar_pejabat=(ketua, kedua, *lain)))
    assert impor(paket) == paket


def test_indicators_out_of_the_order_of_their_sasaran_come_back_as_they_came():
    contoh = read_contoh()
    paket = seal_fakta(
        replace(
            contoh,
            daftar_indikator=tuple(reversed(contoh.daftar_indikator)),
            daftar_perjanjian_target=tuple(reversed(contoh.daftar_perjanjian_target)),
        )
    )
    assert impor(paket) == paket


def test_agreements_of_another_year_and_revisions_in_a_package_come_back():
    contoh = read_contoh()
    lalu = buat_tahun(contoh, 2019)
    (awal,) = contoh.daftar_perjanjian
    revisi = replace(awal, kode="pk-2020-1", revisi=1, alasan="perubahan target", tanggal=date(2020, 9, 1))
    paket = seal_fakta(
        replace(
            contoh,
            daftar_perjanjian=(revisi, *lalu.daftar_perjanjian, awal),
            daftar_perjanjian_target=(
                *(replace(t, perjanjian="pk-2020-1") for t in contoh.daftar_perjanjian_target),
                *lalu.daftar_perjanjian_target,
                *contoh.daftar_perjanjian_target,
            ),
        )
    )
    assert build_berkas(impor(paket)) == build_berkas(paket)
    assert PerjanjianKinerja.objects.get(kode="pk-2020-1").sebelumnya == PerjanjianKinerja.objects.get(kode="pk-2020")
