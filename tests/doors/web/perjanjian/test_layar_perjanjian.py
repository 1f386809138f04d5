"""Rina drafts the agreement on screen, Bu Ketua approves; what cannot be is said, and nothing written is lost."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from django.test import Client
from pemeran import Pemeran
from rencana_contoh import Rencana

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.perjanjian.actions import approve_perjanjian, set_target, sign_perjanjian, submit_perjanjian
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja
from doors.web.perjanjian.conftest import AWAL

Masuk = Callable[[Pengguna], Client]


def test_rina_drafts_from_the_plan_and_sees_its_targets(pemeran: Pemeran, rencana: Rencana, masuk: Masuk):
    rina = masuk(pemeran.rina)
    halaman = rina.get(f"{AWAL}baru/").text
    assert "1.1 Partisipasi" in halaman
    jawaban = rina.post(f"{AWAL}baru/", _isian_baru(pemeran, rencana), follow=True)
    assert jawaban.redirect_chain
    assert "77,5%" in jawaban.text
    assert "Perjanjian disusun" in jawaban.text
    assert PerjanjianKinerja.objects.get().daftar_target.count() == 2


def test_an_agreement_with_oneself_is_refused_beside_the_form(pemeran: Pemeran, rencana: Rencana, masuk: Masuk):
    isian = _isian_baru(pemeran, rencana) | {"pihak_kedua": rencana.ketua.pk}
    jawaban = masuk(pemeran.rina).post(f"{AWAL}baru/", isian)
    assert jawaban.status_code == 200
    assert "Belum tersimpan" in jawaban.text
    assert not PerjanjianKinerja.objects.exists()


def test_an_office_without_a_plan_is_sent_to_the_plan(pemeran: Pemeran, masuk: Masuk):
    halaman = masuk(pemeran.rina).get(f"{AWAL}baru/").text
    assert "Belum ada rencana yang berlaku" in halaman
    assert "/satker/357200/renstra/" in halaman


def test_a_draft_begun_by_mistake_is_taken_away_with_a_reason(pemeran: Pemeran, draf: PerjanjianKinerja, masuk: Masuk):
    rina = masuk(pemeran.rina)
    assert f"{AWAL}{draf.pk}/hapus/" in rina.get(f"{AWAL}{draf.pk}/").text
    tanpa = rina.post(f"{AWAL}{draf.pk}/hapus/", {"alasan": ""})
    assert tanpa.status_code == 200
    assert PerjanjianKinerja.objects.count() == 1
    jawaban = rina.post(f"{AWAL}{draf.pk}/hapus/", {"alasan": "tahunnya keliru"}, follow=True)
    assert jawaban.redirect_chain[-1][0] == AWAL
    assert "dihapus" in jawaban.text
    assert not PerjanjianKinerja.objects.exists()


def test_targets_are_typed_as_people_write_them(pemeran: Pemeran, draf: PerjanjianKinerja, masuk: Masuk):
    isian = _isian_target(draf) | {_nama(draf, "1.1", "target"): "78,25 %", _nama(draf, "1.1", "alasan"): "naik"}
    jawaban = masuk(pemeran.rina).post(f"{AWAL}{draf.pk}/target/", isian, follow=True)
    assert "78,25%" in jawaban.text
    assert _target(draf, "1.1") == "78.25"
    assert _target(draf, "1.2") == "10"


def test_of_two_editors_the_second_sees_both_texts_and_loses_none(
    pemeran: Pemeran, draf: PerjanjianKinerja, rencana: Rencana, masuk: Masuk
):
    rina = masuk(pemeran.rina)
    isian = _isian_target(draf) | {_nama(draf, "1.1", "target"): "80", _nama(draf, "1.1", "alasan"): "sanggup"}
    set_target(draf, rencana.partisipasi, "79", alasan="rapat", by=pemeran.rina)  # from another window
    jawaban = rina.post(f"{AWAL}{draf.pk}/target/", isian)
    assert jawaban.status_code == 200
    assert "<td>80</td><td>79</td>" in jawaban.text
    assert _target(draf, "1.1") == "79"
    kedua = {nama: unescape(nilai) for nama, nilai in re.findall(r'name="(\w+)" value="([^"]*)"', jawaban.text)}
    assert kedua[_nama(draf, "1.1", "target")] == "80"
    rina.post(f"{AWAL}{draf.pk}/target/", kedua)
    assert _target(draf, "1.1") == "80"


def test_a_target_below_the_national_one_stops_the_submission(
    pemeran: Pemeran, draf: PerjanjianKinerja, rencana: Rencana, masuk: Masuk
):
    rina = masuk(pemeran.rina)
    set_target(draf, rencana.partisipasi, "77", alasan="berat", by=pemeran.rina)
    assert "halangan" in rina.get(f"{AWAL}{draf.pk}/").text
    jawaban = rina.post(f"{AWAL}{draf.pk}/ajukan/", follow=True)
    assert "77" in jawaban.text
    assert _status(draf) == "disusun"


def test_bu_ketua_approves_what_rina_submitted(pemeran: Pemeran, draf: PerjanjianKinerja, masuk: Masuk):
    masuk(pemeran.rina).post(f"{AWAL}{draf.pk}/ajukan/")
    assert _status(draf) == "diajukan"
    ketua = masuk(pemeran.bu_ketua)
    assert "Setujui" in ketua.get(f"{AWAL}{draf.pk}/").text
    ketua.post(f"{AWAL}{draf.pk}/setujui/")
    assert _status(draf) == "disetujui"


def test_rina_has_no_button_to_approve_and_no_right_to(pemeran: Pemeran, draf: PerjanjianKinerja, masuk: Masuk):
    submit_perjanjian(draf, by=pemeran.rina)
    rina = masuk(pemeran.rina)
    assert "/setujui/" not in rina.get(f"{AWAL}{draf.pk}/").text
    assert rina.post(f"{AWAL}{draf.pk}/setujui/").status_code == 403
    assert _status(draf) == "diajukan"


def test_what_is_sent_back_says_why(pemeran: Pemeran, draf: PerjanjianKinerja, masuk: Masuk):
    submit_perjanjian(draf, by=pemeran.rina)
    ketua = masuk(pemeran.bu_ketua)
    assert "Belum diisi." in ketua.post(f"{AWAL}{draf.pk}/kembalikan/", {"alasan": ""}).text
    ketua.post(f"{AWAL}{draf.pk}/kembalikan/", {"alasan": "Target 1.2 terlalu longgar"})
    assert _status(draf) == "disusun"
    assert "Target 1.2 terlalu longgar" in masuk(pemeran.rina).get(f"{AWAL}{draf.pk}/").text


def test_an_act_on_an_old_page_is_told_and_does_nothing(pemeran: Pemeran, draf: PerjanjianKinerja, masuk: Masuk):
    submit_perjanjian(draf, by=pemeran.rina)
    lama = draf.versi - 1
    jawaban = masuk(pemeran.bu_ketua).post(f"{AWAL}{draf.pk}/setujui/", {"versi": lama}, follow=True)
    assert "sudah berubah" in jawaban.text
    assert _status(draf) == "diajukan"


@pytest.mark.parametrize("versi", ["²", "", "-1", "9" * 40])
def test_a_version_that_is_none_counts_as_what_is_stored(
    pemeran: Pemeran, draf: PerjanjianKinerja, masuk: Masuk, versi: str
):
    masuk(pemeran.rina).post(f"{AWAL}{draf.pk}/ajukan/", {"versi": versi})
    assert _status(draf) == "diajukan"


def test_a_signed_agreement_is_revised_never_edited(
    pemeran: Pemeran, draf: PerjanjianKinerja, rencana: Rencana, masuk: Masuk
):
    _tandatangani(draf, pemeran)
    rina = masuk(pemeran.rina)
    assert "/target/" not in rina.get(f"{AWAL}{draf.pk}/").text
    jawaban = rina.post(f"{AWAL}{draf.pk}/target/", _isian_target(draf) | {_nama(draf, "1.1", "target"): "90"})
    assert "revisi" in jawaban.text
    assert _target(draf, "1.1") == "77.5"
    isian = {
        "alasan": "strategi",
        "uraian": "Anggaran berubah",
        "pihak_pertama": rencana.ketua.pk,
        "pihak_kedua": rencana.atasan.pk,
    }
    jawaban = rina.post(f"{AWAL}{draf.pk}/revisi/", isian, follow=True)
    assert "Revisi 1 disusun" in jawaban.text
    assert PerjanjianKinerja.objects.get(revisi=1).status == "disusun"


def test_annex_money_is_read_as_indonesians_write_it(pemeran: Pemeran, draf: PerjanjianKinerja, masuk: Masuk):
    alamat = f"{AWAL}{draf.pk}/anggaran/"
    isian = {
        "versi": draf.versi,
        "kode_0": "6640",
        "uraian_0": "Pembentukan",
        "sumber_0": "RM",
        "pagu_0": "1,5 juta ya",
    }
    jawaban = masuk(pemeran.rina).post(alamat, isian)
    assert "diharapkan rupiah bulat" in jawaban.text
    masuk(pemeran.rina).post(alamat, isian | {"pagu_0": "1.500.000"})
    assert [(a.kode, a.pagu) for a in draf.daftar_anggaran.all()] == [("6640", 1_500_000)]


def test_the_document_of_a_draft_is_downloaded_never_shown_in_place(
    pemeran: Pemeran, draf: PerjanjianKinerja, masuk: Masuk
):
    jawaban = masuk(pemeran.rina).get(f"{AWAL}{draf.pk}/dokumen.pdf")
    assert jawaban.content.startswith(b"%PDF-")
    assert jawaban["Content-Disposition"].startswith("attachment")
    assert masuk(pemeran.rina).get(f"{AWAL}{draf.pk}/dokumen.exe").status_code == 404


def test_tono_finds_nothing_of_it(pemeran: Pemeran, draf: PerjanjianKinerja, masuk: Masuk):
    tono = masuk(pemeran.tono)
    for jalur in ("", "baru/", f"{draf.pk}/", f"{draf.pk}/target/", f"{draf.pk}/dokumen.pdf"):
        assert tono.get(AWAL + jalur).status_code == 404
    assert tono.post(f"{AWAL}{draf.pk}/ajukan/").status_code == 404


def _isian_baru(pemeran: Pemeran, rencana: Rencana) -> dict[str, object]:
    return {
        "entitas": pemeran.kota.daftar_entitas.earliest("pk").pk,
        "pihak_pertama": rencana.ketua.pk,
        "pihak_kedua": rencana.atasan.pk,
        "daftar_indikator": [rencana.partisipasi.pk, rencana.daftar_pemilih.pk],
    }


def _isian_target(perjanjian: PerjanjianKinerja) -> dict[str, object]:
    """The page as it was shown."""
    isian: dict[str, object] = {}
    for t in perjanjian.daftar_target.all():
        isian |= {f"target_{t.pk}": t.target.replace(".", ","), f"alasan_{t.pk}": t.alasan, f"versi_{t.pk}": t.versi}
    return isian


def _nama(perjanjian: PerjanjianKinerja, kode: str, bidang: str) -> str:
    return f"{bidang}_{perjanjian.daftar_target.get(indikator__kode=kode).pk}"


def _target(perjanjian: PerjanjianKinerja, kode: str) -> str:
    return perjanjian.daftar_target.get(indikator__kode=kode).target


def _status(perjanjian: PerjanjianKinerja) -> str:
    return PerjanjianKinerja.objects.get(pk=perjanjian.pk).status


def _tandatangani(perjanjian: PerjanjianKinerja, pemeran: Pemeran) -> None:
    submit_perjanjian(perjanjian, by=pemeran.rina)
    approve_perjanjian(perjanjian, by=pemeran.bu_ketua)
    sign_perjanjian(perjanjian, by=pemeran.bu_ketua, tanggal=date(2026, 1, 20))
