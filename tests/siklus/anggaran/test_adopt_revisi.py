"""The ledger of revisions: every entry starts where the one before ended, adds up, and stays once it is booked."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.anggaran.actions_revisi import (
    IsianRevisi,
    IsianRincian,
    adopt_revisi,
    draft_revisi,
    return_revisi,
    set_revisi,
    submit_revisi,
    withdraw_revisi,
)
from akuntabel.siklus.anggaran.models import RevisiDipa, RincianRevisi
from akuntabel.siklus.bentrok import SudahBerubahError

TAMBAH = [IsianRincian("6709.QGE", "RM", 250_000_000), IsianRincian("6710.EBA", "RM", -50_000_000)]
GESER = [IsianRincian("6709.QGE.001", "RM", 5), IsianRincian("6709.QGE.002", "RM", -5)]


def _susun(pemeran, jenis="pagu_berubah", rincian=TAMBAH, kewenangan="DJA") -> RevisiDipa:
    isian = IsianRevisi(jenis, "tambahan dari pusat", kewenangan=kewenangan, tanggal=date(2026, 4, 1))
    return draft_revisi(pemeran.kota, 2026, isian, rincian, by=pemeran.rina)


def test_an_entry_starts_where_the_last_one_ended_and_its_details_make_the_new_pagu(katalog, dipa):
    revisi = _susun(katalog)
    assert (revisi.nomor, revisi.semula, revisi.menjadi, revisi.selisih) == (
        1, 1_000_000_000, 1_200_000_000, 200_000_000,
    )  # fmt: skip
    submit_revisi(revisi, by=katalog.rina)
    adopt_revisi(revisi, by=katalog.bu_ketua)
    assert revisi.status == "ditetapkan"
    jejak = JejakAudit.objects.get(tindakan="revisi_dipa.adopt", objek_id=str(revisi.pk))
    assert jejak.pelaku == katalog.bu_ketua
    assert jejak.baru["rincian"] == ["6709.QGE RM +250000000", "6710.EBA RM -50000000"]


def test_only_one_entry_is_open_at_a_time(katalog, dipa):
    _susun(katalog)
    with pytest.raises(ValidationError, match="masih disusun"):
        _susun(katalog)


def test_a_revision_of_the_pok_moves_money_only_within_an_output(katalog, dipa):
    revisi = _susun(katalog, "pagu_tetap", GESER, "KPA")
    submit_revisi(revisi, by=katalog.rina)
    adopt_revisi(revisi, by=katalog.bu_ketua)
    antar = [IsianRincian("6709.QGE.001", "RM", 5), IsianRincian("6710.EBA.001", "RM", -5)]
    revisi = _susun(katalog, "pagu_tetap", antar, "KPA")
    with pytest.raises(ValidationError) as galat:
        submit_revisi(revisi, by=katalog.rina)
    assert [p.split(" RM")[0] for p in galat.value.messages] == [
        "Revisi POK mengubah pagu output 6709.QGE",
        "Revisi POK mengubah pagu output 6710.EBA",
    ]
    set_revisi(revisi, IsianRevisi("pagu_tetap", "pergeseran", kewenangan="Kanwil DJPb"), antar, by=katalog.rina)
    submit_revisi(revisi, by=katalog.rina)


def test_a_revision_of_the_pok_does_not_move_money_between_sources_of_funds(katalog, dipa):
    lintas = [IsianRincian("6709.QGE.001", "RM", 5), IsianRincian("6709.QGE.001", "HLD", -5)]
    with pytest.raises(ValidationError, match="mengubah pagu output"):
        submit_revisi(_susun(katalog, "pagu_tetap", lintas, "KPA"), by=katalog.rina)


@pytest.mark.parametrize(
    ("jenis", "rincian", "kewenangan", "pesan"),
    [
        ("pagu_berubah", GESER, "DJA", "tetapi pagunya sama"),
        ("pagu_tetap", [], "DJA", "paling sedikit dua baris"),
        ("pagu_berubah", [IsianRincian("9999.XXX", "RM", 1)], "DJA", "kode 9999.XXX tidak ada dalam katalog"),
    ],
)
def test_what_does_not_fit_is_said_before_it_is_handed_in(katalog, dipa, jenis, rincian, kewenangan, pesan):
    with pytest.raises(ValidationError, match=pesan):
        submit_revisi(_susun(katalog, jenis, rincian, kewenangan), by=katalog.rina)


@pytest.mark.parametrize(
    ("jenis", "rincian", "kewenangan"),
    [("pagu_tetap", TAMBAH, "DJA"), ("administrasi", TAMBAH, "DJA"), ("pagu_berubah", TAMBAH, "KPA")],
)
def test_kind_and_authority_that_keep_the_pagu_do_keep_it(katalog, dipa, jenis, rincian, kewenangan):
    with pytest.raises(ValidationError, match="tidak mengubah pagu"):
        _susun(katalog, jenis, rincian, kewenangan)
    assert RevisiDipa.objects.count() == 1


def test_nobody_books_what_they_handed_in_and_only_the_head_does(katalog, dipa):
    revisi = _susun(katalog)
    submit_revisi(revisi, by=katalog.rina)
    for orang in (katalog.rina, katalog.danu, katalog.tono, katalog.sari):
        with pytest.raises(PermissionDenied):
            adopt_revisi(revisi, by=orang)
    with pytest.raises(PermissionDenied):
        draft_revisi(katalog.kota, 2026, IsianRevisi("awal", "x", 1), by=katalog.danu)


def test_an_entry_that_is_sent_back_can_be_mended_or_withdrawn(katalog, dipa):
    revisi = _susun(katalog)
    submit_revisi(revisi, by=katalog.rina)
    with pytest.raises(ValidationError, match="alasan"):
        return_revisi(revisi, by=katalog.bu_ketua, alasan=" ")
    return_revisi(revisi, by=katalog.bu_ketua, alasan="rincian 6709 belum lengkap")
    withdraw_revisi(revisi, by=katalog.rina)
    assert [r.nomor for r in RevisiDipa.objects.all()] == [0]
    assert JejakAudit.objects.get(tindakan="revisi_dipa.withdraw").lama["menjadi"] == 1_200_000_000


def test_of_two_who_edit_the_second_is_told(katalog, dipa):
    revisi = _susun(katalog)
    set_revisi(revisi, IsianRevisi("pagu_berubah", "lain"), TAMBAH, by=katalog.rina, versi=0)
    with pytest.raises(SudahBerubahError) as galat:
        set_revisi(revisi, IsianRevisi("pagu_berubah", "lagi"), TAMBAH, by=katalog.rina, versi=0)
    assert (galat.value.versi, galat.value.sekarang["alasan"]) == (1, "lain")


def test_of_two_who_book_one_is_told(katalog, dipa):
    revisi = _susun(katalog)
    submit_revisi(revisi, by=katalog.rina)
    salinan = RevisiDipa.objects.get(pk=revisi.pk)
    return_revisi(revisi, by=katalog.bu_ketua, alasan="belum lengkap")
    with pytest.raises(SudahBerubahError):
        adopt_revisi(salinan, by=katalog.bu_ketua)


CARA = {
    "ubah": lambda r: RevisiDipa.objects.filter(pk=r.pk).update(alasan="lain"),
    "hapus": lambda r: r.delete(),
    "hapus mentah": lambda r: RevisiDipa.objects.filter(pk=r.pk)._raw_delete("default"),
    "ubah rincian": lambda _: RincianRevisi.objects.update(selisih=1),
    "hapus rincian": lambda _: RincianRevisi.objects.all().delete(),
    "tambah rincian": lambda r: RincianRevisi.objects.create(revisi=r, kode="6709", sumber_dana="RM", selisih=1),
}


@pytest.mark.parametrize("cara", CARA)
def test_no_way_changes_what_is_booked(katalog, dipa, cara):
    revisi = _susun(katalog)
    submit_revisi(revisi, by=katalog.rina)
    adopt_revisi(revisi, by=katalog.bu_ketua)
    sebelum = [list(m.objects.order_by("pk").values_list()) for m in (RevisiDipa, RincianRevisi)]
    with pytest.raises(DatabaseError, match="sudah ditetapkan tidak dapat diubah"), transaction.atomic():
        CARA[cara](revisi)
    assert sebelum == [list(m.objects.order_by("pk").values_list()) for m in (RevisiDipa, RincianRevisi)]


def test_an_entry_made_here_cannot_be_passed_off_as_one_of_the_past(katalog, dipa):
    revisi = _susun(katalog)
    with pytest.raises(DatabaseError, match="asal revisi"), transaction.atomic():
        RevisiDipa.objects.filter(pk=revisi.pk).update(is_impor=True)
