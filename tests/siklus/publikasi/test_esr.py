"""The bundle for esr.menpan.go.id: what is final, under names that say what it is, and a list of what is missing."""

import io
import zipfile
from datetime import date

import pytest
from kantor_contoh import TAHUN, Kantor, build_kantor
from pemeran import Pemeran
from rencana_contoh import build_rencana
from terbit_contoh import build_kantor_terbit

from akuntabel.core.regulasi.esr import SumberEsr, daftar_dokumen_esr
from akuntabel.siklus.evaluasi.models import Rekomendasi, TindakLanjut
from akuntabel.siklus.pengukuran.actions_triwulan import approve_pengukuran, submit_pengukuran
from akuntabel.siklus.perencanaan.actions.pohon import draft_pohon
from akuntabel.siklus.perencanaan.actions.rencana import adopt_rencana, approve_rencana, draft_rencana, submit_rencana
from akuntabel.siklus.publikasi.esr import BERKAS_DAFTAR, BundelEsr, build_esr, pack_esr


@pytest.fixture
def kantor(pemeran: Pemeran) -> Kantor:
    """The agreement is signed; nothing else of the year is final."""
    return build_kantor(pemeran, build_rencana(pemeran))


def _bundel(kantor: Kantor) -> BundelEsr:
    return build_esr(kantor.satker, TAHUN)


def _nama(bundel: BundelEsr) -> list[str]:
    return [b.nama for b in bundel.daftar_berkas]


def _kurang(bundel: BundelEsr) -> dict[str, list[str]]:
    hasil: dict[str, list[str]] = {}
    for k in bundel.daftar_kurang:
        hasil.setdefault(k.dokumen.id, []).append(k.sebab)
    return hasil


def test_what_is_final_is_there_under_a_name_that_says_what_it_is(kantor: Kantor):
    assert _nama(_bundel(kantor)) == [
        "01-renstra-kpu-kota-blitar-2026.pdf",
        "02-iku-kpu-kota-blitar-2026.pdf",
        "05-perjanjian-kinerja-ketua-kpu-kota-blitar-2026.pdf",
    ]
    assert all(b.isi.startswith(b"%PDF-") for b in _bundel(kantor).daftar_berkas)


def test_what_is_missing_is_named_with_how_far_it_has_come(kantor: Kantor):
    kurang = _kurang(_bundel(kantor))
    assert kurang["rkt"] == ["Belum ada."]
    assert kurang["rencana-aksi"] == ["Rencana aksi Ketua KPU Kota Blitar belum disetujui."]
    assert kurang["pengukuran"][0] == "Triwulan I belum diisi, belum diverifikasi."
    assert {"pohon-kinerja", "lkj", "reviu", "lhe", "tindak-lanjut"} <= kurang.keys()


def test_a_draft_is_no_document_to_hand_in(kantor: Kantor):
    p = kantor.pemeran
    rencana = draft_rencana(kantor.satker, TAHUN, by=p.rina)
    assert _kurang(_bundel(kantor))["rkt"] == ["RKT masih disusun."]
    submit_rencana(rencana, by=p.rina)
    approve_rencana(rencana, by=p.bu_ketua)
    adopt_rencana(rencana, by=p.bu_ketua, tanggal=date(TAHUN, 1, 10))
    bundel = _bundel(kantor)
    (rkt,) = [b for b in bundel.daftar_berkas if b.dokumen.sumber is SumberEsr.RENCANA]
    assert (rkt.nama, rkt.keterangan) == ("04-rkt-kpu-kota-blitar-2026.pdf", "Ditetapkan 10 Januari 2026.")
    assert "rkt" not in _kurang(bundel)


def test_the_tree_comes_along_once_it_is_drafted(kantor: Kantor):
    r = kantor.rencana
    draft_pohon(kantor.satker, r.renstra, [r.partisipasi, r.daftar_pemilih], by=kantor.pemeran.rina)
    assert "03-pohon-kinerja-kpu-kota-blitar-2026.pdf" in _nama(_bundel(kantor))


def test_a_verified_quarter_is_there_and_the_others_are_named(kantor: Kantor):
    p = kantor.pemeran
    kantor.ukur(1, a=60, b=80)
    approve_pengukuran(submit_pengukuran(kantor.satker, TAHUN, 1, by=p.danu), by=p.rina)
    bundel = _bundel(kantor)
    assert "07-pengukuran-tw-i-kpu-kota-blitar-2026.pdf" in _nama(bundel)
    assert len(_kurang(bundel)["pengukuran"]) == 3


def test_the_signed_report_is_handed_in_byte_for_byte_with_the_statement_of_its_review(pemeran: Pemeran):
    kantor = build_kantor_terbit(pemeran)
    tahun = kantor.laporan.tahun
    assert _kurang(build_esr(kantor.satker, tahun))["lkj"] == [f"{kantor.laporan} disusun."]
    penetapan = kantor.tetapkan()
    berkas = {b.dokumen.id: b for b in build_esr(kantor.satker, tahun).daftar_berkas}
    assert berkas["lkj"].sha256 == penetapan.berkas.sidik
    assert berkas["lkj"].keterangan.endswith("12 Februari 2021.")
    assert berkas["reviu"].keterangan == "Ditandatangani Inspektur, 10 Februari 2021."


def test_follow_up_of_recommendations_is_a_table(kantor: Kantor):
    r = Rekomendasi.objects.create(satker=kantor.satker, tahun=TAHUN, nomor=1, teks="Lengkapi manual indikator")
    TindakLanjut.objects.create(rekomendasi=r, uraian="Manual dilengkapi", oleh=kantor.pemeran.rina)
    (berkas,) = [b for b in _bundel(kantor).daftar_berkas if b.dokumen.sumber is SumberEsr.TINDAK_LANJUT]
    assert berkas.keterangan == "0 dari 1 rekomendasi selesai."


def test_the_archive_begins_with_the_list_of_its_contents(kantor: Kantor):
    bundel = _bundel(kantor)
    with zipfile.ZipFile(io.BytesIO(pack_esr(bundel))) as arsip:
        assert arsip.namelist() == [BERKAS_DAFTAR, *_nama(bundel)]
        daftar = arsip.read(BERKAS_DAFTAR).decode()
    assert "KPU Kota Blitar (357200), tahun 2026" in daftar
    for b in bundel.daftar_berkas:
        assert b.nama in daftar
        assert b.sha256 in daftar
    ada, _, kurang = daftar.partition("BELUM ADA")
    assert "- Laporan Kinerja: Belum ada." in kurang
    assert "Susun, reviu, dan tandatangani laporan kinerja." in kurang
    assert "Laporan Kinerja" not in ada


def test_the_list_says_how_sure_it_is_of_what_is_asked_for(kantor: Kantor):
    with zipfile.ZipFile(io.BytesIO(pack_esr(_bundel(kantor)))) as arsip:
        daftar = arsip.read(BERKAS_DAFTAR).decode()
    assert "disusun tanpa naskah resmi" in daftar
    assert "Laporan Kinerja (M-h)" in daftar


def test_the_same_documents_make_the_same_archive(kantor: Kantor):
    assert pack_esr(_bundel(kantor)) == pack_esr(_bundel(kantor))


def test_an_office_without_anything_gets_only_the_list(pemeran: Pemeran):
    bundel = build_esr(pemeran.kota, TAHUN)
    assert not bundel.daftar_berkas
    assert {k.dokumen.id for k in bundel.daftar_kurang} == set(daftar_dokumen_esr())
