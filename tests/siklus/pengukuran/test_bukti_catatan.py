"""Evidence under a figure, and what people say to each other about it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from kantor_contoh import TAHUN, Kantor

from akuntabel.platform.files.simpan import BerkasDitolakError
from akuntabel.siklus.pengukuran.actions_bukti import attach_bukti, draft_bukti
from akuntabel.siklus.pengukuran.actions_catatan import answer_catatan, draft_catatan
from akuntabel.siklus.pengukuran.models import Bukti, Fakta
from akuntabel.siklus.pengukuran.riwayat_sel import daftar_catatan_sel, daftar_riwayat_sel
from akuntabel.siklus.pengukuran.sel import KunciSel

PDF = b"%PDF-1.4\n% rekapitulasi\n%%EOF\n"


def _bukti(kantor: Kantor, isi: bytes = PDF, nama_berkas: str = "rekap.pdf") -> Bukti:
    return draft_bukti(
        kantor.satker, TAHUN, nama="Rekapitulasi", isi=isi, nama_berkas=nama_berkas, by=kantor.pemeran.danu
    )


def test_evidence_is_the_next_link_of_the_chain(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    attach_bukti(kantor.terkini("a"), _bukti(kantor), by=kantor.pemeran.danu)
    fakta = kantor.terkini("a")
    assert (fakta.nilai, fakta.bukti.kode if fakta.bukti else "") == ("60", "bukti-1")
    assert fakta.alasan_perubahan == "melampirkan bukti bukti-1"


def test_evidence_stays_with_a_corrected_figure(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    attach_bukti(kantor.terkini("a"), _bukti(kantor), by=kantor.pemeran.danu)
    kantor.betulkan("a", 61)
    assert kantor.terkini("a").bukti is not None


def test_the_same_file_twice_is_the_same_evidence(kantor: Kantor) -> None:
    assert _bukti(kantor) == _bukti(kantor)
    assert _bukti(kantor, PDF + b"% lain\n") != _bukti(kantor)


def test_a_file_that_is_not_what_it_says_is_refused(kantor: Kantor) -> None:
    with pytest.raises(BerkasDitolakError):
        _bukti(kantor, b"MZ\x90", "rekap.exe")
    assert not Bukti.objects.exists()


def test_evidence_of_another_year_proves_nothing(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    lain = draft_bukti(kantor.satker, TAHUN - 1, nama="Lama", by=kantor.pemeran.danu)
    with pytest.raises(ValidationError, match="milik satker atau tahun lain"):
        attach_bukti(kantor.terkini("a"), lain, by=kantor.pemeran.danu)


def test_only_people_of_the_office_bring_evidence_or_remark(kantor: Kantor) -> None:
    with pytest.raises(PermissionDenied):
        draft_bukti(kantor.satker, TAHUN, nama="x", by=kantor.pemeran.tono)
    with pytest.raises(PermissionDenied):
        draft_catatan(kantor.satker, TAHUN, 1, KunciSel("a"), "x", by=kantor.pemeran.tono)


def test_a_remark_is_answered_and_settled(kantor: Kantor) -> None:
    sel = KunciSel("a")
    satu = draft_catatan(kantor.satker, TAHUN, 1, sel, " cek D.Hasil ", by=kantor.pemeran.bu_ketua)
    dua = draft_catatan(kantor.satker, TAHUN, 1, sel, "satuan?", by=kantor.pemeran.rina)
    jawab = answer_catatan(satu, "sudah", by=kantor.pemeran.danu)
    selesai = answer_catatan(jawab, "terima kasih", by=kantor.pemeran.bu_ketua, is_selesai=True)
    assert daftar_catatan_sel(kantor.satker, TAHUN, 1, sel) == [satu, jawab, selesai, dua]
    assert (satu.teks, selesai.membalas) == ("cek D.Hasil", satu)


def test_a_remark_says_something_about_something(kantor: Kantor) -> None:
    with pytest.raises(ValidationError):
        draft_catatan(kantor.satker, TAHUN, 1, KunciSel("a"), "  ", by=kantor.pemeran.danu)
    with pytest.raises(ValidationError, match="tidak ada pada tahun"):
        draft_catatan(kantor.satker, TAHUN, 1, KunciSel("z"), "x", by=kantor.pemeran.danu)


def test_the_history_of_a_cell_reads_from_now_to_then(kantor: Kantor) -> None:
    kantor.ukur(a=60)
    kantor.betulkan("a", 61, alasan="dua TPS terlewat")
    kini, dulu = daftar_riwayat_sel(kantor.satker, TAHUN, 1, KunciSel("a"))
    assert (kini.isi, kini.alasan_perubahan, str(kini.pencatat)) == ("61", "dua TPS terlewat", "Danu")
    assert (dulu.isi, Fakta.objects.get(pk=dulu.pk).penggantinya) == ("60", kini)
