"""Signed on paper: the scan is kept, and the agreement is as binding as one that was signed electronically."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from akuntabel.core.render.berkas import Format
from akuntabel.platform.files.simpan import BerkasDitolakError
from akuntabel.siklus.perjanjian.dokumen import render_perjanjian
from akuntabel.siklus.perjanjian.models import PihakPerjanjian, TandaTangan
from akuntabel.siklus.perjanjian.tanda_tangan.actions import record_tanda_tangan_basah, sign_dokumen_perjanjian

PERTAMA, KEDUA = PihakPerjanjian.PERTAMA, PihakPerjanjian.KEDUA
PINDAIAN = b"%PDF-1.4\npindaian\n%%EOF\n"
TANGGAL = date(2026, 1, 15)


def test_one_scan_records_both_parties_and_freezes_the_agreement(pemeran, disetujui):
    daftar = record_tanda_tangan_basah(
        disetujui, by=pemeran.bu_ketua, tanggal=TANGGAL, isi=PINDAIAN, nama="pindaian.pdf"
    )
    disetujui.refresh_from_db()
    assert (disetujui.status, disetujui.tanggal_penandatanganan) == ("ditandatangani", TANGGAL)
    assert [(t.pihak, t.cara, t.nama, t.penerbit) for t in daftar] == [
        ("pertama", "basah", "Bu Ketua", ""),
        ("kedua", "basah", "Pak Atasan", ""),
    ]
    assert len({t.berkas_id for t in daftar}) == 1


def test_the_scan_of_the_second_party_may_come_later(pemeran, disetujui):
    for pihak in (PERTAMA, KEDUA):
        record_tanda_tangan_basah(
            disetujui, by=pemeran.bu_ketua, pihak=[pihak], tanggal=TANGGAL, isi=PINDAIAN, nama="p.pdf"
        )
    assert TandaTangan.objects.count() == 2


def test_the_printed_form_of_a_paper_agreement_says_when_it_was_signed(pemeran, disetujui):
    record_tanda_tangan_basah(disetujui, by=pemeran.bu_ketua, tanggal=TANGGAL, isi=PINDAIAN, nama="p.pdf")
    assert render_perjanjian(disetujui, Format.HTML).decode().count("Ditandatangani pada 15 Januari 2026") == 4


@pytest.mark.parametrize(
    ("isi", "nama"), [(b"MZ program", "pindaian.pdf"), (PINDAIAN, "pindaian.exe"), (b"<html>", "p.png")]
)
def test_what_is_no_scan_is_refused_and_nothing_is_signed(pemeran, disetujui, isi: bytes, nama: str):
    with pytest.raises(BerkasDitolakError):
        record_tanda_tangan_basah(disetujui, by=pemeran.bu_ketua, tanggal=TANGGAL, isi=isi, nama=nama)
    disetujui.refresh_from_db()
    assert (disetujui.status, TandaTangan.objects.count()) == ("disetujui", 0)


@pytest.mark.parametrize("nama", ["rina", "danu", "sari", "tono", "admin", "supervisor"])
def test_only_the_head_of_the_office_records_it(pemeran, disetujui, nama: str):
    with pytest.raises(PermissionDenied, match="hanya untuk pimpinan"):
        record_tanda_tangan_basah(
            disetujui, by=getattr(pemeran, nama), tanggal=TANGGAL, isi=PINDAIAN, nama="pindaian.pdf"
        )


def test_paper_and_certificate_are_not_mixed(pemeran, disetujui, pak_atasan, para):
    record_tanda_tangan_basah(
        disetujui, by=pemeran.bu_ketua, pihak=[PERTAMA], tanggal=TANGGAL, isi=PINDAIAN, nama="p.pdf"
    )
    with pytest.raises(ValidationError, match="dengan cara yang sama"):
        sign_dokumen_perjanjian(disetujui, by=pak_atasan, pihak=KEDUA, penandatangan=para.kedua)


def test_the_scan_of_an_agreement_signed_elsewhere_is_added_and_only_that(pemeran, tertanda, para):
    with pytest.raises(ValidationError, match="sudah ditandatangani di luar aplikasi"):
        sign_dokumen_perjanjian(tertanda, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=para.pertama)
    sidik = tertanda.sidik
    record_tanda_tangan_basah(tertanda, by=pemeran.bu_ketua, tanggal=TANGGAL, isi=PINDAIAN, nama="p.pdf")
    tertanda.refresh_from_db()
    assert (tertanda.sidik, TandaTangan.objects.count()) == (sidik, 2)


def test_a_day_to_come_and_no_party_are_refused(pemeran, disetujui):
    besok = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ValidationError, match="paling lambat hari ini"):
        record_tanda_tangan_basah(disetujui, by=pemeran.bu_ketua, tanggal=besok, isi=PINDAIAN, nama="p.pdf")
    with pytest.raises(ValidationError, match="Pilih pihak"):
        record_tanda_tangan_basah(disetujui, by=pemeran.bu_ketua, pihak=[], tanggal=TANGGAL, isi=PINDAIAN, nama="p.pdf")
