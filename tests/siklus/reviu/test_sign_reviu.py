"""The statement is signed when nothing stands in the way; then the report goes on, and its working paper is frozen."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from reviu_contoh import Reviu, build_auditor, build_pernyataan

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.files.simpan import open_berkas
from akuntabel.siklus.pelaporan.models import LaporanKinerja, StatusLaporan
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import PenandatanganP12
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import verify_dokumen
from akuntabel.siklus.reviu.actions import assign_auditor
from akuntabel.siklus.reviu.actions_tanda import record_reviu_basah, sign_reviu
from akuntabel.siklus.reviu.actions_temuan import IsiTemuan, draft_temuan
from akuntabel.siklus.reviu.berlaku import build_pernyataan as build_tertanda
from akuntabel.siklus.reviu.berlaku import find_hasil_reviu
from akuntabel.siklus.reviu.models import HasilReviu

PINDAIAN = b"%PDF-1.7 pindaian"


def test_signed_statement_sends_the_report_on_and_can_be_verified(reviu: Reviu, sertifikat_sari: PenandatanganP12):
    reviu.finish()
    hasil = sign_reviu(reviu.laporan, build_pernyataan(reviu), by=reviu.sari, penandatangan=sertifikat_sari)
    assert reviu.laporan.status == StatusLaporan.DIREVIU
    assert find_hasil_reviu(reviu.laporan) == hasil
    assert (hasil.sidik_fakta, hasil.pemegang_sertifikat) == (reviu.laporan.sidik, "Sari")
    with open_berkas(hasil.berkas) as isi:
        terbaca = verify_dokumen(isi.read())
    assert terbaca.is_utuh
    assert [t.ruas for t in terbaca.tanda_tangan] == ["Pereviu"]
    jejak = JejakAudit.objects.get(tindakan="reviu.sign")
    assert (jejak.pelaku, jejak.baru["sidik"], jejak.baru["berkas"]) == (
        reviu.sari,
        hasil.sidik_fakta,
        hasil.berkas.sidik,
    )


def test_review_that_has_not_begun_is_refused_with_everything_that_lacks(
    reviu: Reviu, sertifikat_sari: PenandatanganP12
):
    draft_temuan(reviu.laporan, IsiTemuan(uraian="Capaian 1.1 keliru."), by=reviu.sari)
    with pytest.raises(ValidationError) as galat:
        sign_reviu(reviu.laporan, build_pernyataan(reviu), by=reviu.sari, penandatangan=sertifikat_sari)
    pesan = " ".join(galat.value.messages)
    assert "Bukti dari data belum disusun." in pesan
    assert "Checklist belum dijawab: butir I.1" in pesan
    assert "Kertas kerja belum memuat langkah reviu." in pesan
    assert "Temuan 1 masih terbuka: Capaian 1.1 keliru." in pesan
    assert not HasilReviu.objects.exists()
    assert LaporanKinerja.objects.get().status == StatusLaporan.DIAJUKAN


def test_only_the_head_of_the_team_signs(reviu: Reviu):
    reviu.finish()
    budi = build_auditor("Budi", reviu.pemeran.provinsi)
    assign_auditor(reviu.laporan, budi, by=reviu.sari)
    for orang in (budi, reviu.pemeran.bu_ketua, reviu.pemeran.tono):
        with pytest.raises(PermissionDenied):
            _sign_basah(reviu, by=orang)
    assert not HasilReviu.objects.exists()


def test_electronic_statement_bears_the_name_of_who_signs(reviu: Reviu, sertifikat_sari: PenandatanganP12):
    reviu.finish()
    isi = build_pernyataan(reviu)
    lain = type(isi)(**{n: getattr(isi, n) for n in isi.__slots__} | {"nama": "Inspektur Lain"})
    with pytest.raises(ValidationError, match="diharapkan nama akun"):
        sign_reviu(reviu.laporan, lain, by=reviu.sari, penandatangan=sertifikat_sari)


def test_statement_of_paper_is_kept_as_its_scan(reviu: Reviu):
    reviu.finish()
    hasil = _sign_basah(reviu)
    assert (hasil.cara, hasil.pemegang_sertifikat) == ("basah", "")
    assert hasil.berkas.nama == "pernyataan.pdf"


def test_frozen_working_paper_keeps_what_was_answered(reviu: Reviu):
    reviu.finish()
    hasil = _sign_basah(reviu)
    assert len(hasil.isi["butir"]) == 20
    assert all(b["jawaban"] == "ya" for b in hasil.isi["butir"])
    assert hasil.isi["tim"] == ["Sari (ketua tim)"]


def test_report_prints_the_signed_statement(reviu: Reviu):
    reviu.finish()
    pernyataan = build_tertanda(_sign_basah(reviu))
    assert pernyataan.kesimpulan == "Berdasarkan reviu kami, laporan ini dapat diandalkan."
    assert (pernyataan.nama, pernyataan.jabatan, pernyataan.nip) == ("Sari", "Inspektur", None)


def _sign_basah(reviu: Reviu, *, by: Pengguna | None = None) -> HasilReviu:
    return record_reviu_basah(
        reviu.laporan,
        build_pernyataan(reviu),
        by=by or reviu.sari,
        pindaian=PINDAIAN,
        nama_berkas="pernyataan.pdf",
    )
