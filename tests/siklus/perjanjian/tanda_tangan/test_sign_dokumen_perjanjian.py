"""Both parties sign one PDF, one after the other; the first signature makes the agreement binding."""

import hashlib
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from tanda_contoh import read_isi

from akuntabel.core.render.berkas import Format
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.files.penyimpanan import find_penyimpanan
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perjanjian.actions import return_perjanjian
from akuntabel.siklus.perjanjian.dokumen import render_perjanjian
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PihakPerjanjian, TandaTangan
from akuntabel.siklus.perjanjian.tanda_tangan.actions import sign_dokumen_perjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import Perubahan, verify_dokumen

PERTAMA, KEDUA = PihakPerjanjian.PERTAMA, PihakPerjanjian.KEDUA


def test_the_first_signature_freezes_the_agreement(tanda_pertama):
    perjanjian = PerjanjianKinerja.objects.get(pk=tanda_pertama.perjanjian_id)
    assert (perjanjian.status, perjanjian.tanggal_penandatanganan) == ("ditandatangani", timezone.localdate())
    assert (tanda_pertama.nama, tanda_pertama.cara, tanda_pertama.pemegang_sertifikat) == (
        "Bu Ketua",
        "elektronik",
        "Bu Ketua",
    )


def test_the_second_signature_adds_to_the_first_and_both_verify(tanda_pertama, tanda_kedua):
    pertama, kedua = read_isi(tanda_pertama), read_isi(tanda_kedua)
    assert kedua.startswith(pertama)
    hasil = verify_dokumen(kedua)
    assert hasil.is_utuh
    assert [(t.pemegang, t.perubahan) for t in hasil.tanda_tangan] == [
        ("Bu Ketua", Perubahan.TANDA_TANGAN),
        ("Pak Atasan", Perubahan.TIDAK_ADA),
    ]


def test_the_row_keeps_the_hash_of_the_very_file(tanda_pertama):
    assert tanda_pertama.sidik == hashlib.sha256(read_isi(tanda_pertama)).hexdigest() == tanda_pertama.berkas.sidik


def test_the_pdf_that_is_read_later_is_the_signed_file(tanda_kedua):
    assert render_perjanjian(tanda_kedua.perjanjian, Format.PDF) == read_isi(tanda_kedua)


def test_marks_stand_in_the_room_of_their_party(tanda_kedua):
    with pikepdf.open(BytesIO(read_isi(tanda_kedua))) as pdf:
        kotak = {str(r.T): [float(k) for k in r.Rect] for r in pdf.Root.AcroForm.Fields}
        halaman = [str(a.T) for a in pdf.pages[0].Annots]
    assert set(halaman) == {"PihakPertama", "PihakKedua"}
    assert kotak["PihakKedua"][2] < kotak["PihakPertama"][0]  # pihak kedua signs on the left
    assert kotak["PihakKedua"][1::2] == kotak["PihakPertama"][1::2]


def test_a_signed_pdf_is_still_marked_as_pdf_a_2_and_embeds_every_typeface(tanda_kedua):
    with pikepdf.open(BytesIO(read_isi(tanda_kedua))) as pdf:
        assert b'pdfaid:part="2" pdfaid:conformance="B"' in pdf.Root.Metadata.read_bytes()
        assert (pdf.pdf_version, pdf.Root.get("/Version")) == ("1.7", None)
        assert all(int(ruas.F) & 4 for ruas in pdf.Root.AcroForm.Fields)  # marks are printed
        daftar = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
        assert len(daftar) > 2
        assert all("/FontFile2" in d or "/FontFile3" in d or "/FontFile" in d for d in daftar)


def test_the_trail_names_party_way_and_file(tanda_pertama):
    jejak = JejakAudit.objects.get(tindakan="perjanjian.tanda_tangan")
    assert (jejak.baru["pihak"], jejak.baru["cara"], jejak.baru["berkas"]) == (
        "pertama",
        "elektronik",
        tanda_pertama.sidik,
    )
    assert "rahasia" not in str(jejak.baru)


def test_the_second_party_waits_for_the_first(disetujui, pak_atasan, para):
    with pytest.raises(ValidationError, match="Pihak pertama menandatangani lebih dahulu"):
        sign_dokumen_perjanjian(disetujui, by=pak_atasan, pihak=KEDUA, penandatangan=para.kedua)


def test_nobody_signs_for_both(pemeran, rencana, tanda_pertama, para):
    rencana.atasan.pengguna = pemeran.bu_ketua
    rencana.atasan.save()
    perjanjian = PerjanjianKinerja.objects.get(pk=tanda_pertama.perjanjian_id)
    with pytest.raises(PermissionDenied, match="tidak menandatangani untuk pihak lainnya"):
        sign_dokumen_perjanjian(perjanjian, by=pemeran.bu_ketua, pihak=KEDUA, penandatangan=para.kedua)


@pytest.mark.parametrize("nama", ["rina", "danu", "sari", "tono", "admin", "supervisor"])
def test_only_the_head_of_the_office_signs_for_the_first_party(pemeran, disetujui, para, nama: str):
    with pytest.raises(PermissionDenied, match="Tanda tangan pihak pertama hanya dibubuhkan oleh Ketua"):
        sign_dokumen_perjanjian(disetujui, by=getattr(pemeran, nama), pihak=PERTAMA, penandatangan=para.pertama)
    assert not TandaTangan.objects.exists()


def test_an_official_with_an_account_signs_with_it_and_nobody_else(pemeran, rencana, disetujui, para):
    rencana.ketua.pengguna = pemeran.danu
    rencana.ketua.save()
    perjanjian = PerjanjianKinerja.objects.get(pk=disetujui.pk)
    with pytest.raises(PermissionDenied):
        sign_dokumen_perjanjian(perjanjian, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=para.pertama)


def test_what_is_not_approved_is_not_signed(pemeran, draf, para):
    with pytest.raises(ValidationError, match="berstatus disusun; ditandatangani sesudah disetujui"):
        sign_dokumen_perjanjian(draf, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=para.pertama)


def test_a_party_signs_once(pemeran, tanda_pertama, para):
    with pytest.raises(ValidationError, match="Pihak pertama sudah menandatangani"):
        sign_dokumen_perjanjian(
            tanda_pertama.perjanjian, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=para.pertama
        )


def test_a_day_to_come_is_refused(pemeran, disetujui, para):
    besok = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ValidationError, match="diharapkan paling lambat hari ini"):
        sign_dokumen_perjanjian(
            disetujui, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=para.pertama, tanggal=besok
        )


def test_what_was_returned_while_it_was_being_signed_stays_unsigned(pemeran, disetujui, para):
    class Lambat:
        """Bu Ketua's signing takes so long that the agreement is returned meanwhile."""

        penerbit = para.pertama.penerbit

        def sign(self, pdf, pembubuhan):
            return_perjanjian(PerjanjianKinerja.objects.get(pk=disetujui.pk), by=pemeran.bu_ketua, alasan="Salah")
            return para.pertama.sign(pdf, pembubuhan)

    with pytest.raises(SudahBerubahError):
        sign_dokumen_perjanjian(disetujui, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=Lambat())
    assert not TandaTangan.objects.exists()
    assert PerjanjianKinerja.objects.get(pk=disetujui.pk).status == "disusun"


def test_a_file_damaged_in_the_storage_is_not_signed_again(tanda_pertama, pak_atasan, para):
    letak = Path(find_penyimpanan().path(tanda_pertama.berkas.letak))
    isi = bytearray(letak.read_bytes())
    isi[20_000] ^= 1
    letak.chmod(0o600)
    letak.write_bytes(isi)
    with pytest.raises(ValidationError, match="tidak utuh lagi"):
        sign_dokumen_perjanjian(tanda_pertama.perjanjian, by=pak_atasan, pihak=KEDUA, penandatangan=para.kedua)


@pytest.mark.parametrize(
    "cara",
    [
        lambda t: TandaTangan.objects.update(nama="Orang lain"),
        lambda t: TandaTangan.objects.all().delete(),
        lambda t: t.delete(),
    ],
    ids=["ubah", "hapus semua", "hapus"],
)
def test_no_way_changes_a_signature(tanda_pertama, cara):
    with pytest.raises(DatabaseError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
        cara(tanda_pertama)
    assert TandaTangan.objects.get().nama == "Bu Ketua"


def test_a_mark_that_needs_a_long_name_is_still_made(disetujui, pemeran, rencana, para):
    rencana.ketua.jabatan = "Ketua Komisi Independen Pemilihan " + "Kabupaten yang Namanya Sangat Panjang " * 4
    rencana.ketua.save()
    perjanjian = PerjanjianKinerja.objects.get(pk=disetujui.pk)
    tanda = sign_dokumen_perjanjian(perjanjian, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=para.pertama)
    assert verify_dokumen(read_isi(tanda)).is_utuh
