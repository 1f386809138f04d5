"""A signed review stands still, by every way into the database; a report that goes back sets its papers free."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from reviu_contoh import Reviu, build_pernyataan

from akuntabel.siklus.pelaporan.actions import submit_laporan
from akuntabel.siklus.pelaporan.models import StatusLaporan
from akuntabel.siklus.reviu.actions import IsiLangkah, draft_langkah, return_reviu, revise_langkah, withdraw_langkah
from akuntabel.siklus.reviu.actions_tanda import record_reviu_basah
from akuntabel.siklus.reviu.actions_temuan import IsiTemuan, draft_temuan, withdraw_temuan
from akuntabel.siklus.reviu.berlaku import find_hasil_reviu
from akuntabel.siklus.reviu.kertas_kerja import build_isi_kertas_kerja
from akuntabel.siklus.reviu.models import (
    BuktiReviu,
    ButirReviu,
    HasilReviu,
    KelompokLangkah,
    LangkahReviu,
    TanggapanTemuan,
    TemuanReviu,
)


@pytest.fixture
def selesai(reviu: Reviu) -> HasilReviu:
    """Signed, with a finding that was withdrawn."""
    temuan = draft_temuan(reviu.laporan, IsiTemuan(uraian="Bukan apa-apa."), by=reviu.sari)
    withdraw_temuan(temuan, teks="Keliru membaca.", versi=0, by=reviu.sari)
    reviu.finish()
    return sign(reviu)


def sign(reviu: Reviu) -> HasilReviu:
    return record_reviu_basah(
        reviu.laporan, build_pernyataan(reviu), by=reviu.sari, pindaian=b"%PDF-1.7", nama_berkas="p.pdf"
    )


@pytest.mark.parametrize("model", [ButirReviu, BuktiReviu, LangkahReviu, TemuanReviu])
@pytest.mark.usefixtures("selesai")
def test_working_paper_is_frozen_with_the_signature(model: type):
    baris = model.objects.first()
    assert baris is not None
    salinan = model(**{f.attname: getattr(baris, f.attname) for f in model._meta.concrete_fields if f.attname != "id"})
    tiruan = (
        lambda: model.objects.update(laporan_id=baris.laporan_id),
        lambda: connection.cursor().execute(f"DELETE FROM {model._meta.db_table}"),  # noqa: S608 — a name of ours
        lambda: salinan.save(force_insert=True),
    )
    for tindakan in tiruan:
        with pytest.raises(IntegrityError, match="kertas kerja reviu"), transaction.atomic():
            tindakan()


@pytest.mark.parametrize(("model", "kolom"), [(HasilReviu, "nama"), (TanggapanTemuan, "teks")])
@pytest.mark.usefixtures("selesai")
def test_statements_and_words_are_only_added(model: type, kolom: str):
    assert model.objects.count() == 1
    for tindakan in (lambda: model.objects.update(**{kolom: "lain"}), lambda: model.objects.all().delete()):
        with pytest.raises(IntegrityError, match="hanya dapat ditambah"), transaction.atomic():
            tindakan()


def test_nothing_is_said_about_a_finding_after_the_signature(reviu: Reviu, selesai: HasilReviu):
    temuan = TemuanReviu.objects.get()
    with pytest.raises(IntegrityError, match="kertas kerja reviu"), transaction.atomic():
        TanggapanTemuan.objects.create(temuan=temuan, tindakan="x", teks="x", status="ditutup", oleh=reviu.sari)


def test_acts_after_the_signature_say_why_not(reviu: Reviu, selesai: HasilReviu):
    with pytest.raises(ValidationError, match="kertas kerjanya beku"):
        draft_temuan(reviu.laporan, IsiTemuan(uraian="Terlambat."), by=reviu.sari)
    with pytest.raises(ValidationError, match="kertas kerjanya beku"):
        reviu.answer("I.1", "tidak", "Berubah pikiran.")


def test_report_that_goes_back_makes_the_statement_void_and_is_signed_anew(reviu: Reviu, selesai: HasilReviu):
    return_reviu(reviu.laporan, by=reviu.sari, catatan="Ada angka yang berubah.")
    assert reviu.laporan.status == StatusLaporan.DISUSUN
    assert find_hasil_reviu(reviu.laporan) is None
    reviu.answer("I.1", "sebagian", "Alamat kosong.")
    submit_laporan(reviu.laporan, by=reviu.pemeran.rina)
    kedua = sign(reviu)
    assert find_hasil_reviu(reviu.laporan) == kedua
    assert (selesai.nomor, kedua.nomor) == (1, 2)
    assert [h.isi["butir"][0]["jawaban"] for h in HasilReviu.objects.order_by("nomor")] == ["ya", "sebagian"]


def test_working_paper_of_a_signed_review_says_what_was_signed(reviu: Reviu, selesai: HasilReviu):
    isi = build_isi_kertas_kerja(reviu.laporan)
    assert isi.sidik == selesai.sidik_fakta
    assert isi.reviu is not None
    assert [t.status for t in isi.temuan] == ["ditutup"]
    assert isi.temuan[0].tanggapan[0].startswith("Sari, ")
    assert len(isi.langkah) == 8
    assert isi.langkah[0].kelompok == "Pengujian keandalan dan akurasi data"


def test_return_needs_a_reason_and_the_team(reviu: Reviu):
    with pytest.raises(ValidationError):
        return_reviu(reviu.laporan, by=reviu.sari, catatan=" ")
    for orang in (reviu.pemeran.tono, reviu.pemeran.supervisor):
        with pytest.raises(PermissionDenied):
            return_reviu(reviu.laporan, by=orang, catatan="x")


def test_steps_are_written_mended_and_taken_out_by_the_team(reviu: Reviu):
    langkah = draft_langkah(reviu.laporan, IsiLangkah(KelompokLangkah.SAKIP, "Menelaah Renstra."), by=reviu.sari)
    revise_langkah(
        langkah, IsiLangkah(KelompokLangkah.SAKIP, "Menelaah Renstra.", "Selaras.", "Andal."), versi=0, by=reviu.sari
    )
    assert (langkah.hasil, langkah.simpulan, langkah.versi) == ("Selaras.", "Andal.", 1)
    with pytest.raises(PermissionDenied):
        withdraw_langkah(langkah, by=reviu.pemeran.rina)
    withdraw_langkah(langkah, by=reviu.sari)
    assert not LangkahReviu.objects.exists()
