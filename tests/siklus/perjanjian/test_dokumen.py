"""The documents out of the database: as it stands now with the mark of a draft, or as it was signed."""

import io

import pytest
from rencana_contoh import TANGGAL

from akuntabel.core.render.berkas import Format
from akuntabel.platform.files.jenis import PNG
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import store_berkas
from akuntabel.siklus.organisasi.kop import build_kop
from akuntabel.siklus.perjanjian.actions import draft_perjanjian, revise_perjanjian, set_target, sign_perjanjian
from akuntabel.siklus.perjanjian.dokumen import (
    build_isi_perjanjian,
    build_nama_berkas,
    render_perjanjian,
)
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja

PIKSEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)


def _html(perjanjian: PerjanjianKinerja) -> str:
    return render_perjanjian(perjanjian, Format.HTML).decode()


def test_a_draft_shows_targets_as_a_reader_knows_them(draf):
    isi = build_isi_perjanjian(draf)
    assert [(s.kode, [(i.kode, i.target.teks) for i in s.indikator]) for s in isi.sasaran] == [
        ("1", [("1.1", "77,5%"), ("1.2", "10%")])
    ]
    assert "Masih disusun; belum disetujui dan belum ditandatangani." in _html(draf)


def test_the_mark_of_a_draft_goes_with_the_signature(pemeran, disetujui):
    assert "Sudah disetujui; belum ditandatangani." in _html(disetujui)
    sign_perjanjian(disetujui, by=pemeran.bu_ketua, tanggal=TANGGAL)
    assert "RANCANGAN" not in _html(disetujui)
    assert "Blitar, 15 Januari 2026" in _html(disetujui)


def test_a_signed_document_keeps_the_names_it_was_signed_with(rencana, tertanda):
    sebelum = _html(tertanda)
    rencana.ketua.nama = "Orang Lain"
    rencana.ketua.save()
    assert _html(PerjanjianKinerja.objects.get(pk=tertanda.pk)) == sebelum


def test_a_target_that_cannot_be_read_yet_is_shown_as_typed(pemeran, rencana, draf):
    set_target(draf, rencana.partisipasi, "banyak", by=pemeran.rina, alasan="belum pasti")
    assert build_isi_perjanjian(draf).sasaran[0].indikator[0].target.teks == "banyak"


def test_a_revision_names_its_legal_reason(pemeran, tertanda):
    baru = revise_perjanjian(tertanda, by=pemeran.rina, alasan=AlasanRevisi.STRATEGI, uraian="Pagu berubah.")
    assert build_isi_perjanjian(baru).keterangan_revisi == (
        "Revisi 1: perubahan strategi: program, kegiatan, atau alokasi anggaran. Pagu berubah."
    )


@pytest.mark.parametrize("format_", [Format.PDF, Format.DOCX, Format.HTML])
def test_every_format_is_made(draf, format_: Format):
    assert len(render_perjanjian(draf, format_)) > 5000


def test_the_file_name_says_what_it_is(draf, pemeran):
    assert build_nama_berkas(draf, "pdf") == "perjanjian-kinerja-kpu-kota-blitar-2026-rancangan.pdf"


def test_the_budget_stands_in_the_annex_with_its_sum(draf):
    isi = build_isi_perjanjian(draf)
    assert isi.anggaran
    assert isi.jumlah_anggaran == sum(a.pagu for a in isi.anggaran)


def test_an_office_without_address_and_logo_has_no_letterhead(pemeran):
    assert build_kop(pemeran.kota) is None


def test_the_letterhead_holds_address_and_logo(pemeran):
    satker = pemeran.kota
    satker.alamat, satker.kode_pos, satker.telepon = "Jalan Tanjung 10,\nBlitar", "66131", "0342 801234"
    satker.logo = store_berkas(io.BytesIO(PIKSEL), "logo.png", by=None, retensi=Retensi.PERMANEN, jenis_boleh=(PNG,))
    kop = build_kop(satker)
    assert kop is not None
    assert (kop.nama, kop.alamat, kop.logo) == (
        (satker.nama_lengkap,),
        ("Jalan Tanjung 10, Blitar 66131", "Telepon 0342 801234"),
        PIKSEL,
    )


def test_the_secretariat_agrees_under_its_own_name(pemeran, rencana):
    perjanjian = draft_perjanjian(
        pemeran.kota,
        2026,
        pihak_pertama=rencana.sekretaris,
        pihak_kedua=rencana.ketua,
        by=pemeran.rina,
        entitas=rencana.sekretariat,
    )
    assert build_isi_perjanjian(perjanjian).nama_lengkap == "Sekretariat KPU Kota Blitar"
