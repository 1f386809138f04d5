"""Pohon kinerja: drawn up from the plan, edited condition by condition, and never a circle."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perencanaan.actions.pohon import (
    IsiKondisi,
    draft_hubungan,
    draft_kondisi,
    draft_pohon,
    withdraw_hubungan,
    withdraw_kondisi,
    write_kondisi,
)
from akuntabel.siklus.perencanaan.models import HubunganKinerja, Indikator, JenisHubungan, KondisiKinerja


@pytest.fixture
def pohon(pemeran, naskah) -> dict[str, KondisiKinerja]:
    """The first tree, by code."""
    daftar = Indikator.objects.select_related("sasaran__tujuan", "pengampu").berurut()
    return {k.kode: k for k in draft_pohon(pemeran.kota, naskah.renstra, daftar, by=pemeran.rina)}


def test_the_first_tree_follows_tujuan_sasaran_indikator(pohon):
    assert [(k.kode, k.tingkat) for k in pohon.values()] == [
        ("T1", "hasil_akhir"),
        ("S1", "hasil_antara"),
        ("I1.1", "hasil_langsung"),
        ("I1.2", "hasil_langsung"),
    ]
    garis = set(HubunganKinerja.objects.values_list("atas__kode", "bawah__kode"))
    assert garis == {("T1", "S1"), ("S1", "I1.1"), ("S1", "I1.2")}
    assert KondisiKinerja.objects.get(kode="I1.1").indikator.kode == "1.1"


def test_a_tree_that_is_there_is_not_drawn_up_again(pemeran, naskah, pohon):
    with pytest.raises(ValidationError, match="sudah ada"):
        draft_pohon(pemeran.kota, naskah.renstra, [], by=pemeran.rina)


def test_a_condition_is_added_under_another(pemeran, naskah, pohon):
    isi = IsiKondisi("K1", "keluaran", "Pemilih mengenal calon", indikator=naskah.partisipasi)
    baru = draft_kondisi(pemeran.kota, naskah.renstra, isi, atas=pohon["I1.1"], by=pemeran.rina)
    assert baru.daftar_hubungan_atas.get().atas == pohon["I1.1"]


def test_a_condition_may_bring_about_several(pemeran, pohon):
    draft_hubungan(pohon["T1"], pohon["I1.2"], by=pemeran.rina)
    assert pohon["I1.2"].daftar_hubungan_atas.count() == 2


def test_a_circle_is_refused_and_shown(pemeran, pohon):
    with pytest.raises(ValidationError, match="berputar") as galat:
        draft_hubungan(pohon["I1.1"], pohon["T1"], by=pemeran.rina)
    assert "T1 → S1 → I1.1 → T1" in galat.value.messages[0]
    assert HubunganKinerja.objects.count() == 3


def test_crosscutting_names_its_partner(pemeran, pohon):
    with pytest.raises(ValidationError, match="mitra"):
        draft_hubungan(pohon["T1"], pohon["I1.1"], jenis=JenisHubungan.CROSSCUTTING, by=pemeran.rina)
    h = draft_hubungan(
        pohon["T1"],
        pohon["I1.1"],
        jenis=JenisHubungan.CROSSCUTTING,
        mitra="Disdukcapil Kota Blitar",
        peran_mitra="menyediakan data kependudukan",
        by=pemeran.rina,
    )
    assert h.mitra == "Disdukcapil Kota Blitar"
    with pytest.raises(IntegrityError), transaction.atomic():
        HubunganKinerja.objects.filter(pk=h.pk).update(mitra="")


def test_lines_stay_within_one_tree(pemeran, naskah, pohon):
    asing = KondisiKinerja.objects.create(
        satker=pemeran.kota_lain, renstra=naskah.renstra, kode="X", tingkat="keluaran", nama="Lain"
    )
    with pytest.raises(ValidationError, match="pohon kinerja yang sama"):
        draft_hubungan(pohon["T1"], asing, by=pemeran.rina)


def test_taking_a_condition_out_leaves_what_stood_below(pemeran, pohon):
    withdraw_kondisi(pohon["S1"], by=pemeran.rina)
    assert set(KondisiKinerja.objects.values_list("kode", flat=True)) == {"T1", "I1.1", "I1.2"}
    assert not HubunganKinerja.objects.exists()


def test_taking_a_line_out_leaves_both(pemeran, pohon):
    withdraw_hubungan(HubunganKinerja.objects.get(bawah__kode="S1"), by=pemeran.rina)
    assert KondisiKinerja.objects.count() == 4


def test_of_two_editors_the_second_is_told(pemeran, pohon):
    isi = IsiKondisi("T1", "hasil_akhir", "Pemilihan yang jujur")
    write_kondisi(pohon["T1"], isi, dilihat=0, by=pemeran.rina)
    with pytest.raises(SudahBerubahError, match="Kondisi T1"):
        write_kondisi(pohon["T1"], IsiKondisi("T1", "hasil_akhir", "Lain"), dilihat=0, by=pemeran.rina)


def test_what_is_written_belongs_to_plan_and_office(pemeran, naskah, pohon):
    unit = pemeran.kota_lain.daftar_unit.create(kode="u", jenis="divisi", nama="Divisi lain")
    with pytest.raises(ValidationError) as galat:
        write_kondisi(pohon["T1"], IsiKondisi("T 1", "hasil_akhir", "X", unit=unit), dilihat=0, by=pemeran.rina)
    assert set(galat.value.message_dict) == {"kode", "unit"}


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_of_the_office_draws(pemeran, pohon, nama: str):
    orang = getattr(pemeran, nama)
    with pytest.raises(PermissionDenied):
        draft_hubungan(pohon["T1"], pohon["I1.1"], by=orang)
    with pytest.raises(PermissionDenied):
        withdraw_kondisi(pohon["T1"], by=orang)
