"""The checklist: answers with reasons, lines that are asked only when they must be, one winner of two."""

from itertools import product

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from reviu_contoh import Reviu

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.reviu.actions import IsiButir, review_checklist
from akuntabel.siklus.reviu.checklist import daftar_belum, daftar_ditanya
from akuntabel.siklus.reviu.models import ButirReviu, Jawaban

BERSYARAT = {"III.3": ("III.1", "III.2"), "III.6": ("III.4", "III.5"), "III.9": ("III.8",)}


def test_answer_is_kept_with_who_gave_it(reviu: Reviu):
    butir = reviu.answer("I.1", "ya", "Lengkap.")
    assert (butir.jawaban, butir.catatan, butir.oleh, butir.versi) == ("ya", "Lengkap.", reviu.sari, 1)
    jejak = JejakAudit.objects.get(tindakan="reviu.butir")
    assert (jejak.lama, jejak.baru) == ({"I.1": ""}, {"I.1": "ya"})


@pytest.mark.parametrize("jawaban", ["tidak", "sebagian"])
def test_no_and_in_part_are_explained(reviu: Reviu, jawaban: str):
    with pytest.raises(ValidationError) as galat:
        reviu.answer("I.1", jawaban)
    assert list(galat.value.message_dict) == ["catatan_I.1"]
    assert reviu.answer("I.1", jawaban, "Alamat kosong.").jawaban == jawaban


@pytest.mark.parametrize(("kode", "syarat"), BERSYARAT.items())
def test_line_with_a_condition_is_asked_only_where_another_was_denied(reviu: Reviu, kode: str, syarat: tuple[str, ...]):
    with pytest.raises(ValidationError, match="Hanya ditanyakan bila"):
        reviu.answer(kode, "ya")
    reviu.answer(syarat[-1], "tidak", "Tidak ada.")
    assert reviu.answer(kode, "ya").jawaban == "ya"


def test_condition_may_be_met_in_the_same_sending(reviu: Reviu):
    daftar = [IsiButir("III.8", "sebagian", "Kurang satu.", 0), IsiButir("III.9", "ya", "", 0)]
    assert review_checklist(reviu.laporan, daftar, by=reviu.sari) == 2


def test_all_or_nothing_with_every_error(reviu: Reviu):
    daftar = [IsiButir("I.1", "ya", "", 0), IsiButir("I.2", "tidak", "", 0), IsiButir("I.3", "entah", "", 0)]
    with pytest.raises(ValidationError) as galat:
        review_checklist(reviu.laporan, daftar, by=reviu.sari)
    assert set(galat.value.message_dict) == {"catatan_I.2", "jawaban_I.3"}
    assert not ButirReviu.objects.exists()


def test_second_of_two_is_told_what_the_first_wrote(reviu: Reviu):
    reviu.answer("I.1", "ya")
    with pytest.raises(SudahBerubahError) as galat:
        review_checklist(reviu.laporan, [IsiButir("I.1", "tidak", "Kosong.", 0)], by=reviu.sari)
    assert galat.value.sekarang == {"jawaban_I.1": "ya", "catatan_I.1": "", "versi_I.1": 1}
    assert galat.value.oleh == "Sari"


def test_what_stands_as_it_was_is_no_act(reviu: Reviu):
    reviu.answer("I.1", "ya")
    assert review_checklist(reviu.laporan, [IsiButir("I.1", "ya", "", 1)], by=reviu.sari) == 0
    assert JejakAudit.objects.filter(tindakan="reviu.butir").count() == 1


def test_unknown_line_is_refused(reviu: Reviu):
    with pytest.raises(ValidationError, match="tidak memuat butir"):
        reviu.answer("IV.1", "ya")


def test_only_the_team_answers(reviu: Reviu):
    for orang in (reviu.pemeran.rina, reviu.pemeran.bu_ketua, reviu.pemeran.tono, reviu.pemeran.supervisor):
        with pytest.raises(PermissionDenied):
            review_checklist(reviu.laporan, [IsiButir("I.1", "ya", "", 0)], by=orang)


@pytest.mark.parametrize(("kode", "syarat"), BERSYARAT.items())
def test_what_is_asked_follows_from_the_answers_alone(kode: str, syarat: tuple[str, ...]):
    for kombinasi in product([*Jawaban.values, ""], repeat=len(syarat)):
        jawaban = dict(zip(syarat, kombinasi, strict=True))
        ditanya = {b.id for b in daftar_ditanya(jawaban)}
        assert (kode in ditanya) == bool({"tidak", "sebagian"} & set(kombinasi))
        assert {b.id for b in daftar_belum(jawaban)} == {k for k in ditanya if not jawaban.get(k)}
