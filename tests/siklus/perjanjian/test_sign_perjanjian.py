"""Signing freezes everything that is printed, and checks once more what may have become wrong."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from rencana_contoh import TANGGAL, add_pagu

from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perjanjian.actions import compute_sidik, sign_perjanjian
from akuntabel.siklus.perjanjian.isi import build_isi, compute_sidik_isi, is_utuh


def test_signing_keeps_what_was_signed_and_its_hash(pemeran, disetujui):
    isi = build_isi(disetujui, TANGGAL)
    sign_perjanjian(disetujui, by=pemeran.bu_ketua, tanggal=TANGGAL)
    assert (disetujui.status, disetujui.tanggal_penandatanganan) == ("ditandatangani", TANGGAL)
    assert disetujui.isi == isi
    assert disetujui.sidik == compute_sidik_isi(isi) == compute_sidik(disetujui, None)
    assert is_utuh(disetujui)


@pytest.mark.parametrize(
    "ubah",
    [
        lambda isi: isi["target"][0].update(target="1"),
        lambda isi: isi["target"][0].update(indikator="Indikator lain"),
        lambda isi: isi["target"][0].update(sasaran="Sasaran lain"),
        lambda isi: isi["anggaran"][0].update(pagu=1),
        lambda isi: isi["anggaran"].pop(),
        lambda isi: isi["pihak_kedua"].update(nama="Orang lain"),
        lambda isi: isi.update(tanggal="2026-01-16"),
        lambda isi: isi.update(revisi=1),
    ],
)
def test_the_hash_is_over_everything_that_is_printed(tertanda, ubah):
    ubah(tertanda.isi)
    assert not is_utuh(tertanda)


def test_a_new_name_of_an_official_does_not_change_what_was_signed(rencana, tertanda):
    rencana.ketua.nama = "Bu Ketua, S.H."
    rencana.ketua.save()
    tertanda.refresh_from_db()
    assert tertanda.isi["pihak_pertama"]["nama"] == "Bu Ketua"
    assert is_utuh(tertanda)


def test_who_has_left_the_post_does_not_sign(pemeran, rencana, disetujui):
    rencana.ketua.selesai = date(2026, 1, 10)
    rencana.ketua.save()
    with pytest.raises(ValidationError, match="pejabat yang menjabat pada 15 Januari 2026"):
        sign_perjanjian(disetujui, by=pemeran.bu_ketua, tanggal=TANGGAL)
    disetujui.refresh_from_db()
    assert (disetujui.status, disetujui.sidik) == ("disetujui", "")


def test_a_budget_that_was_cut_after_approval_stops_the_signature(pemeran, disetujui):
    add_pagu(pemeran, "3355.994", 500_000_000, date(2026, 1, 12))
    with pytest.raises(ValidationError, match=r"Rp600\.000\.000 menurut pagu yang berlaku"):
        sign_perjanjian(disetujui, by=pemeran.bu_ketua, tanggal=TANGGAL)


def test_what_nobody_approved_is_not_signed(pemeran, draf):
    with pytest.raises(SudahBerubahError):
        sign_perjanjian(draf, by=pemeran.bu_ketua, tanggal=TANGGAL)


@pytest.mark.parametrize("nama", ["rina", "danu", "sari", "tono", "admin", "supervisor"])
def test_only_the_head_of_the_office_signs(pemeran, disetujui, nama: str):
    with pytest.raises(PermissionDenied):
        sign_perjanjian(disetujui, by=getattr(pemeran, nama), tanggal=TANGGAL)
