"""Two people at once, on a database with many writers: one wins, the other is told, nothing is lost or half done."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from pemeran import Pemeran, build_pemeran
from rencana_contoh import TANGGAL, Rencana, build_rencana
from serentak import run_serentak

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    draft_perjanjian,
    return_perjanjian,
    revise_perjanjian,
    set_target,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.isi import is_utuh
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja

pytestmark = [
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def orang(transactional_db: None) -> Pemeran:
    """The cast, committed; Danu plans too."""
    pemeran = build_pemeran()
    assign_peran(pemeran.danu, pemeran.kota, Peran.PERENCANA, by=None)
    return pemeran


@pytest.fixture
def bahan(orang: Pemeran) -> Rencana:
    """The plan, committed."""
    return build_rencana(orang)


def _draf(orang: Pemeran, bahan: Rencana, by: Pengguna) -> PerjanjianKinerja:
    return draft_perjanjian(orang.kota, 2026, pihak_pertama=bahan.ketua, pihak_kedua=bahan.atasan, by=by)


def _disetujui(orang: Pemeran, bahan: Rencana) -> PerjanjianKinerja:
    perjanjian = _draf(orang, bahan, orang.rina)
    submit_perjanjian(perjanjian, by=orang.rina)
    approve_perjanjian(perjanjian, by=orang.bu_ketua)
    return perjanjian


def _salinan(perjanjian: PerjanjianKinerja) -> PerjanjianKinerja:
    return PerjanjianKinerja.objects.get(pk=perjanjian.pk)


def test_two_drafts_of_one_post_are_one(orang, bahan):
    hasil = run_serentak(lambda: _draf(orang, bahan, orang.rina), lambda: _draf(orang, bahan, orang.danu))
    assert sorted(hasil) == ["", ValidationError.__name__]
    assert PerjanjianKinerja.objects.count() == 1


def test_two_targets_for_one_line_are_not_mixed(orang, bahan):
    draf = _draf(orang, bahan, orang.rina)
    satu, dua = _salinan(draf), _salinan(draf)
    hasil = run_serentak(
        lambda: set_target(satu, bahan.partisipasi, "78", alasan="Rina", versi=0, by=orang.rina),
        lambda: set_target(dua, bahan.partisipasi, "79", alasan="Danu", versi=0, by=orang.danu),
    )
    assert sorted(hasil) == ["", SudahBerubahError.__name__]
    baris = draf.daftar_target.get(indikator=bahan.partisipasi)
    assert (baris.target, baris.alasan) == (("78", "Rina") if hasil[0] == "" else ("79", "Danu"))
    assert JejakAudit.objects.filter(tindakan="perjanjian.target").count() == 1


def test_targets_of_different_lines_are_both_kept(orang, bahan):
    draf = _draf(orang, bahan, orang.rina)
    satu, dua = _salinan(draf), _salinan(draf)
    assert run_serentak(
        lambda: set_target(satu, bahan.partisipasi, "78", versi=0, by=orang.rina),
        lambda: set_target(dua, bahan.daftar_pemilih, "9", versi=0, by=orang.danu),
    ) == ["", ""]
    draf.refresh_from_db()
    assert list(draf.daftar_target.values_list("target", flat=True)) == ["78", "9"]
    assert draf.versi == 2


def test_approved_and_sent_back_at_once_is_one_of_both(orang, bahan):
    draf = _draf(orang, bahan, orang.rina)
    submit_perjanjian(draf, by=orang.rina)
    satu, dua = _salinan(draf), _salinan(draf)
    hasil = run_serentak(
        lambda: approve_perjanjian(satu, by=orang.bu_ketua),
        lambda: return_perjanjian(dua, by=orang.bu_ketua, alasan="Rendah"),
    )
    assert sorted(hasil) == ["", SudahBerubahError.__name__]
    assert _salinan(draf).status == ("disetujui" if hasil[0] == "" else "disusun")


def test_two_signatures_at_once_are_one(orang, bahan):
    perjanjian = _disetujui(orang, bahan)
    satu, dua = _salinan(perjanjian), _salinan(perjanjian)
    hasil = run_serentak(*(lambda p=p: sign_perjanjian(p, by=orang.bu_ketua, tanggal=TANGGAL) for p in (satu, dua)))
    assert sorted(hasil) == ["", SudahBerubahError.__name__]
    assert is_utuh(_salinan(perjanjian))
    assert JejakAudit.objects.filter(tindakan="perjanjian.sign").count() == 1


@pytest.mark.parametrize("putaran", range(5))
def test_a_line_written_by_hand_while_somebody_signs_is_in_the_hash_or_refused(orang, bahan, putaran):
    """Past every act, by SQL: the trigger waits for whoever is signing."""
    perjanjian = _disetujui(orang, bahan)

    def tulis() -> None:
        with connection.cursor() as kursor:
            kursor.execute("UPDATE perjanjian_perjanjiantarget SET target = '99' WHERE target = '77.5'")

    hasil = run_serentak(lambda: sign_perjanjian(_salinan(perjanjian), by=orang.bu_ketua, tanggal=TANGGAL), tulis)
    assert hasil[0] == ""
    assert hasil[1] in ("", "IntegrityError")
    tertanda = _salinan(perjanjian)
    baris = tertanda.daftar_target.get(indikator=bahan.partisipasi)
    assert tertanda.isi["target"][0]["target"] == baris.target == ("99" if hasil[1] == "" else "77.5")
    assert is_utuh(tertanda)


def test_two_revisions_of_one_agreement_are_one(orang, bahan):
    perjanjian = _disetujui(orang, bahan)
    sign_perjanjian(perjanjian, by=orang.bu_ketua, tanggal=TANGGAL)
    hasil = run_serentak(
        *(
            lambda by=by: revise_perjanjian(_salinan(perjanjian), alasan=AlasanRevisi.STRATEGI, uraian="Pagu", by=by)
            for by in (orang.rina, orang.danu)
        )
    )
    assert sorted(hasil) == ["", ValidationError.__name__]
    assert PerjanjianKinerja.objects.filter(revisi=1).count() == 1
