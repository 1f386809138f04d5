"""The way of a worksheet: handed in when its control is silent, adopted by somebody else, revised with a reason."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from evaluasi_contoh import TANGGAL, Evaluasi
from pemeran import Pemeran

from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.evaluasi.actions import (
    IsiSub,
    adopt_lke,
    evaluate_sub,
    return_lke,
    revise_lke,
    submit_lke,
)
from akuntabel.siklus.evaluasi.berlaku import find_lke_berlaku, find_lke_terakhir
from akuntabel.siklus.evaluasi.isi import compute_sidik_isi
from akuntabel.siklus.evaluasi.models import JenisLke, Lke
from akuntabel.siklus.organisasi.models import Penugasan


def test_a_worksheet_is_handed_in_only_when_it_is_whole(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.draft()
    with pytest.raises(ValidationError) as galat:
        submit_lke(lke, by=pemeran.rina)
    assert len([p for p in galat.value.messages if "belum berpredikat" in p]) == 12
    submit_lke(evaluasi.isi(lke), by=pemeran.rina)
    assert lke.status == "diajukan"


def test_the_head_adopts_what_the_planner_handed_in(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.isi(evaluasi.draft())
    submit_lke(lke, by=pemeran.rina)
    for by in (pemeran.rina, evaluasi.eva, pemeran.tono):
        with pytest.raises(PermissionDenied):
            adopt_lke(lke, by=by, tanggal=TANGGAL)
    adopt_lke(lke, by=pemeran.bu_ketua, tanggal=TANGGAL)
    assert (str(lke.nilai), lke.predikat, lke.status) == ("80", "BB", "ditetapkan")
    assert lke.sidik == compute_sidik_isi(lke.isi or {})
    assert find_lke_berlaku(evaluasi.satker, lke.tahun, JenisLke.MANDIRI) == lke
    assert find_lke_berlaku(evaluasi.satker, lke.tahun) is None  # its own opinion is not the official score


def test_the_official_score_is_adopted_by_another_evaluator(evaluasi: Evaluasi) -> None:
    lke = evaluasi.isi(evaluasi.draft(JenisLke.RESMI))
    submit_lke(lke, by=evaluasi.eva)
    with pytest.raises(PermissionDenied, match="Edi dapat menetapkannya"):
        adopt_lke(lke, by=evaluasi.eva, tanggal=TANGGAL)
    adopt_lke(lke, by=evaluasi.edi, tanggal=TANGGAL, nomor_lhe="LHE-1")
    assert (lke.is_ditetapkan_sendiri, lke.nomor_lhe) == (False, "LHE-1")


def test_an_evaluator_without_colleagues_adopts_alone_and_it_is_marked(evaluasi: Evaluasi) -> None:
    Penugasan.objects.filter(pengguna=evaluasi.edi).delete()
    lke = evaluasi.isi(evaluasi.draft(JenisLke.RESMI))
    submit_lke(lke, by=evaluasi.eva)
    adopt_lke(lke, by=evaluasi.eva, tanggal=TANGGAL)
    assert lke.is_ditetapkan_sendiri


def test_it_is_returned_with_what_must_be_mended(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.isi(evaluasi.draft())
    submit_lke(lke, by=pemeran.rina)
    with pytest.raises(ValidationError, match="harus dibetulkan"):
        return_lke(lke, by=pemeran.bu_ketua, alasan="")
    return_lke(lke, by=pemeran.bu_ketua, alasan="Bukti 1b kurang.")
    assert (lke.status, lke.catatan) == ("disusun", "Bukti 1b kurang.")
    evaluate_sub(lke, "1b", IsiSub(predikat="B", alasan="Bukti belum lengkap."), by=pemeran.rina)


def test_what_was_handed_in_is_not_written(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.isi(evaluasi.draft())
    submit_lke(lke, by=pemeran.rina)
    with pytest.raises(ValidationError, match="sudah diajukan"):
        evaluate_sub(lke, "1a", IsiSub(predikat="B"), by=pemeran.rina)


def test_of_two_who_decide_at_once_one_is_told(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.isi(evaluasi.draft())
    submit_lke(lke, by=pemeran.rina)
    basi = Lke.objects.get(pk=lke.pk)
    return_lke(lke, by=pemeran.bu_ketua, alasan="Lengkapi.")
    with pytest.raises(SudahBerubahError, match="sekarang disusun"):
        adopt_lke(basi, by=pemeran.bu_ketua, tanggal=TANGGAL)


def test_an_adopted_worksheet_is_revised_as_a_whole(evaluasi: Evaluasi) -> None:
    lke = evaluasi.tetapkan(evaluasi.isi(evaluasi.draft(JenisLke.RESMI)))
    with pytest.raises(ValidationError, match="harus dibetulkan"):
        revise_lke(lke, by=evaluasi.eva, alasan="")
    baru = revise_lke(lke, by=evaluasi.eva, alasan="Salah menilai 1b.")
    assert (baru.revisi, baru.status, baru.daftar_sub.count()) == (1, "disusun", 12)
    assert baru.daftar_kriteria.count() == lke.daftar_kriteria.count() == 80
    assert find_lke_berlaku(evaluasi.satker, lke.tahun) == lke
    assert find_lke_terakhir(evaluasi.satker, lke.tahun, JenisLke.RESMI) == baru
    with pytest.raises(ValidationError, match="sudah mempunyai revisi 1"):
        revise_lke(lke, by=evaluasi.eva, alasan="Lagi.")
    evaluasi.tetapkan(baru)
    assert find_lke_berlaku(evaluasi.satker, lke.tahun) == baru


def test_whoever_is_next_is_told(evaluasi: Evaluasi, pemeran: Pemeran) -> None:
    lke = evaluasi.isi(evaluasi.draft())
    submit_lke(lke, by=pemeran.rina)
    assert Notifikasi.objects.get(pengguna=pemeran.bu_ketua).jenis == "lke.submit"
    adopt_lke(lke, by=pemeran.bu_ketua, tanggal=TANGGAL)
    assert not Notifikasi.objects.filter(pengguna=pemeran.bu_ketua, jenis="lke.submit").exists()
    assert "ditetapkan: BB" in Notifikasi.objects.get(pengguna=pemeran.rina).teks
