"""Bu Ketua signs the reviewed report: the file holds its data and the review, the signature verifies, nothing moves."""

import io
import re
from datetime import date, timedelta

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran
from tanda_contoh import LayananPalsu, run_layanan
from terbit_contoh import PDF_KECIL, TANGGAL, TANGGAL_REVIU, KantorTerbit, open_ketua, read_isi

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Pejabat, Peran
from akuntabel.siklus.pelaporan.models import StatusLaporan
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan
from akuntabel.siklus.pelaporan.zip_paket import unpack_paket
from akuntabel.siklus.perjanjian.tanda_tangan.jarak_jauh import PenandatanganJarakJauh
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import LayananTte
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Pembubuhan, PenandatanganGagalError
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import verify_dokumen
from akuntabel.siklus.publikasi.actions_penetapan import adopt_laporan, adopt_laporan_basah
from akuntabel.siklus.publikasi.models import CaraPenetapan, PenetapanLaporan
from sertifikat_uji import build_pemegang

pytestmark = pytest.mark.django_db


def test_the_signed_file_verifies_and_holds_the_data_it_was_made_from(kantor: KantorTerbit):
    penetapan = kantor.tetapkan()
    pdf = read_isi(penetapan.berkas)
    hasil = verify_dokumen(pdf)
    assert hasil.is_utuh
    assert [t.pemegang for t in hasil.tanda_tangan] == ["Bu Ketua"]
    with pikepdf.open(io.BytesIO(pdf)) as berkas, berkas.open_metadata() as xmp:
        (sematan,) = berkas.attachments.values()
        assert sematan.get_file().read_bytes() == read_isi(penetapan.paket)
        assert xmp["pdfaid:part"] == "3"
        assert bool(berkas.Root.MarkInfo.Marked)
    fakta = unpack_paket("paket.zip", read_isi(penetapan.paket))
    assert fakta.sidik == penetapan.sidik
    assert fakta.laporan.tanggal == TANGGAL


def test_the_review_is_bound_into_the_document_and_its_data(kantor: KantorTerbit):
    penetapan = kantor.tetapkan()
    fakta = unpack_paket("paket.zip", read_isi(penetapan.paket))
    assert fakta.reviu is not None
    assert (fakta.reviu.nama, fakta.reviu.tanggal) == ("Sari Auditor", TANGGAL_REVIU)
    with pikepdf.open(io.BytesIO(read_isi(penetapan.berkas))) as berkas:
        assert len(berkas.pages) > 20


def test_the_report_and_everything_in_it_is_signed_now(kantor: KantorTerbit):
    penetapan = kantor.tetapkan()
    laporan = kantor.laporan
    assert laporan.status == StatusLaporan.DITANDATANGANI
    assert laporan.tanggal == TANGGAL
    assert penetapan.cara == CaraPenetapan.ELEKTRONIK
    assert penetapan.slug == "657960-2020-kpu"
    assert penetapan.jabatan == "Ketua Komisi Pemilihan Umum Kota Blitar"
    assert build_fakta_laporan(laporan).laporan.tanggal == TANGGAL
    jejak = JejakAudit.objects.get(tindakan="laporan.adopt")
    assert jejak.pelaku == kantor.pemeran.bu_ketua
    assert jejak.baru["sidik"] == penetapan.sidik


def test_the_code_on_the_page_leads_to_the_public_page_of_these_data(
    kantor: KantorTerbit, monkeypatch: pytest.MonkeyPatch
):
    kantor.reviu()
    ketua, terlihat = open_ketua(), []
    asli = ketua.sign

    def sign(pdf: bytes, pembubuhan: Pembubuhan) -> bytes:
        terlihat.append(pembubuhan.stempel.alamat)
        return asli(pdf, pembubuhan)

    monkeypatch.setattr(ketua, "sign", sign)
    penetapan = adopt_laporan(kantor.laporan, by=kantor.pemeran.bu_ketua, penandatangan=ketua, tanggal=TANGGAL)
    assert terlihat == [f"https://sakip.contoh.go.id/publik/dokumen/{penetapan.sidik}/"]


def test_a_remote_service_signs_as_well(kantor: KantorTerbit):
    kantor.reviu()
    with run_layanan(LayananPalsu(build_pemegang("Bu Ketua"))) as layanan:
        jauh = PenandatanganJarakJauh(LayananTte(layanan.alamat, "sakip", "sandi"), "3571010101700001", "frasa")
        penetapan = adopt_laporan(kantor.laporan, by=kantor.pemeran.bu_ketua, penandatangan=jauh, tanggal=TANGGAL)
    assert verify_dokumen(read_isi(penetapan.berkas)).is_utuh
    (permintaan,) = layanan.permintaan
    assert permintaan["signatureProperties"][0]["page"] == 3


@pytest.mark.parametrize("siapa", ["rina", "danu", "sari", "tono"])
def test_nobody_else_signs(kantor: KantorTerbit, siapa: str):
    kantor.reviu()
    with pytest.raises(PermissionDenied):
        adopt_laporan(kantor.laporan, by=getattr(kantor.pemeran, siapa), penandatangan=open_ketua())
    _masih_direviu(kantor)


def test_another_head_does_not_sign_for_the_official_who_has_an_account(kantor: KantorTerbit):
    kantor.reviu()
    lain = Pengguna.objects.create_pengguna("wakil@contoh.go.id", "Wakil")
    assign_peran(lain, kantor.satker, Peran.PIMPINAN, by=None)
    Pejabat.objects.filter(satker=kantor.satker, kode="ketua").update(pengguna=kantor.pemeran.bu_ketua)
    with pytest.raises(PermissionDenied, match="hanya dibubuhkan oleh Ketua"):
        adopt_laporan(kantor.laporan, by=lain, penandatangan=open_ketua())


def test_an_unreviewed_report_is_not_signed(kantor: KantorTerbit):
    kantor.ajukan()
    with pytest.raises(ValidationError, match="ditandatangani sesudah direviu"):
        adopt_laporan(kantor.laporan, by=kantor.pemeran.bu_ketua, penandatangan=open_ketua())
    assert not PenetapanLaporan.objects.exists()


def test_it_is_signed_once(kantor: KantorTerbit):
    kantor.tetapkan()
    with pytest.raises(ValidationError, match="berstatus ditandatangani"):
        adopt_laporan(kantor.laporan, by=kantor.pemeran.bu_ketua, penandatangan=open_ketua())
    assert PenetapanLaporan.objects.count() == 1


@pytest.mark.parametrize(
    ("tanggal", "pesan"),
    [
        (TANGGAL_REVIU - timedelta(days=1), "tidak sebelum pernyataan reviu, 10 Februari 2021"),
        (date(2999, 1, 1), "paling lambat hari ini"),
    ],
)
def test_the_day_is_not_before_the_review_nor_to_come(kantor: KantorTerbit, tanggal: date, pesan: str):
    kantor.reviu()
    with pytest.raises(ValidationError, match=re.escape(pesan)):
        adopt_laporan(kantor.laporan, by=kantor.pemeran.bu_ketua, penandatangan=open_ketua(), tanggal=tanggal)
    _masih_direviu(kantor)


def test_a_signature_that_fails_leaves_everything_as_it_was(kantor: KantorTerbit, monkeypatch: pytest.MonkeyPatch):
    kantor.reviu()
    ketua = open_ketua()

    def sign(pdf: bytes, pembubuhan: Pembubuhan) -> bytes:
        raise PenandatanganGagalError("Layanan tidak menjawab.")

    monkeypatch.setattr(ketua, "sign", sign)
    with pytest.raises(PenandatanganGagalError):
        adopt_laporan(kantor.laporan, by=kantor.pemeran.bu_ketua, penandatangan=ketua)
    _masih_direviu(kantor)


def test_what_changes_while_the_signature_is_made_is_not_signed(kantor: KantorTerbit, monkeypatch: pytest.MonkeyPatch):
    kantor.reviu()
    ketua = open_ketua()
    asli = ketua.sign

    def sign(pdf: bytes, pembubuhan: Pembubuhan) -> bytes:
        kantor.laporan.daftar_langkah.update(teks="Diganti di tengah jalan")
        return asli(pdf, pembubuhan)

    monkeypatch.setattr(ketua, "sign", sign)
    with pytest.raises(ValidationError, match="sudah berubah sejak diajukan"):
        adopt_laporan(kantor.laporan, by=kantor.pemeran.bu_ketua, penandatangan=ketua)
    _masih_direviu(kantor)


def test_a_report_signed_on_paper_keeps_its_scan_and_an_unsigned_file_that_says_so(kantor: KantorTerbit):
    kantor.reviu()
    penetapan = adopt_laporan_basah(
        kantor.laporan, by=kantor.pemeran.bu_ketua, tanggal=TANGGAL, isi=PDF_KECIL, nama="pindaian.pdf"
    )
    assert penetapan.pindaian is not None
    assert read_isi(penetapan.pindaian) == PDF_KECIL
    assert not verify_dokumen(read_isi(penetapan.berkas)).tanda_tangan
    with pikepdf.open(io.BytesIO(read_isi(penetapan.berkas))) as berkas, berkas.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
        assert len(berkas.attachments) == 1
    assert kantor.laporan.status == StatusLaporan.DITANDATANGANI


def test_the_planner_does_not_bring_the_scan(kantor: KantorTerbit, pemeran: Pemeran):
    kantor.reviu()
    with pytest.raises(PermissionDenied):
        adopt_laporan_basah(kantor.laporan, by=pemeran.rina, tanggal=TANGGAL, isi=PDF_KECIL, nama="a.pdf")


def _masih_direviu(kantor: KantorTerbit) -> None:
    kantor.laporan.refresh_from_db()
    assert kantor.laporan.status == StatusLaporan.DIREVIU
    assert not PenetapanLaporan.objects.exists()
