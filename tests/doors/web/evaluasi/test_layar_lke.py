"""The screens of a worksheet: begun, written sub-component by sub-component, handed in, adopted, read as a document."""

from collections.abc import Callable, Mapping

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from evaluasi_contoh import TANGGAL, Evaluasi
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.evaluasi.actions import IsiKriteria, IsiSub, evaluate_sub, submit_lke
from akuntabel.siklus.evaluasi.models import BuktiKriteria, JenisLke, Lke, NilaiKriteria, NilaiSub

EVALUASI = "/satker/357200/2026/evaluasi/"
Masuk = Callable[[Pengguna], Client]


def _isi(klien: Client, lke: Lke, sub: str, isi: Mapping[str, object], *, htmx: bool = False) -> HttpResponse:
    """Send a sub-component as its form does."""
    data = {f"s-{sub}-{nama}": nilai for nama, nilai in isi.items()}
    kepala = {"HX-Request": "true"} if htmx else {}
    return klien.post(f"{EVALUASI}{lke.pk}/sub/{sub}/", data, headers=kepala)


def test_the_planner_begins_with_what_the_records_prove(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    halaman = rina.get(EVALUASI).content.decode()
    assert "Susun penilaian mandiri" in halaman
    assert "Susun hasil evaluasi" not in halaman
    jawaban = rina.post(f"{EVALUASI}susun/", {"jenis": "mandiri", "cara": "predikat"}, follow=True).content.decode()
    assert "Penilaian mandiri 2026" in jawaban
    assert "subkomponen lengkap; predikat menunggu sisanya" in jawaban
    assert "12 dari 12" not in jawaban


def test_the_evaluator_begins_the_official_one_and_the_office_does_not_see_it(
    evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk
) -> None:
    eva = masuk(evaluasi.eva)
    jawaban = eva.post(f"{EVALUASI}susun/", {"jenis": "resmi"}, follow=True)
    assert "Hasil evaluasi 2026" in jawaban.content.decode()
    lke = Lke.objects.get(jenis="resmi")
    assert masuk(evaluasi.edi).get(f"{EVALUASI}{lke.pk}/").status_code == 200
    for orang in (pemeran.rina, pemeran.bu_ketua, pemeran.tono):
        assert masuk(orang).get(f"{EVALUASI}{lke.pk}/").status_code == 404
    assert "dapat dilihat satker" in masuk(pemeran.rina).get(EVALUASI).content.decode()


def test_a_sub_component_is_saved_with_one_button(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    lke, rina = evaluasi.draft(), masuk(pemeran.rina)
    assert "Simpan 1a" in rina.get(f"{EVALUASI}{lke.pk}/komponen/1/").content.decode()
    isi = {"predikat": "B", "versi": 0, "catatan": "Ada.", "jawaban-1a1": "ya", "versi-1a1": 0}
    jawaban = _isi(rina, lke, "1a", isi)
    assert jawaban["Location"] == f"{EVALUASI}{lke.pk}/komponen/1/#sub-1a"
    assert NilaiSub.objects.get(kode="1a").predikat == "B"
    assert NilaiKriteria.objects.get(kode="1a1").jawaban == "ya"
    assert not NilaiKriteria.objects.filter(kode="1a2").exists()  # what was not sent is not answered


def test_the_score_follows_every_change(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    lke = evaluasi.draft()
    jawaban = _isi(masuk(pemeran.rina), lke, "1a", {"predikat": "BB", "versi": 0}, htmx=True).content.decode()
    assert 'id="hasil-1a"' in jawaban
    assert 'id="nilai-lke"' in jawaban
    assert "4,80" in jawaban
    assert "Tersimpan" in jawaban
    assert "<html" not in jawaban
    assert 'name="s-1a-versi" value="1"' in jawaban
    assert 'hx-swap-oob="true"' in jawaban


def test_two_editors_are_told_apart_and_nothing_written_is_lost(
    evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk
) -> None:
    lke, rina = evaluasi.draft(), masuk(pemeran.rina)
    evaluate_sub(lke, "1a", IsiSub(predikat="B", kriteria={"1a1": IsiKriteria("ya")}), by=pemeran.rina)
    basi = {"predikat": "CC", "versi": 0, "jawaban-1a1": "tidak", "versi-1a1": 0}
    halaman = _isi(rina, lke, "1a", basi).content.decode()
    assert "sudah diubah Rina sejak Anda membukanya" in halaman
    assert "Yang tersimpan sekarang" in halaman
    bagian = _isi(rina, lke, "1a", basi, htmx=True).content.decode()
    assert "Belum tersimpan" in bagian
    assert "hx-swap-oob" not in bagian.partition("nilai-lke")[2].partition(">")[2]
    assert NilaiSub.objects.get(kode="1a").predikat == "B"


@pytest.mark.parametrize("salah", [{"predikat": "ZZ"}, {"jawaban-1a1": "mungkin", "versi-1a1": 0}])
def test_what_the_worksheet_does_not_know_is_refused_beside_its_field(
    evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk, salah: dict[str, object]
) -> None:
    lke = evaluasi.draft()
    assert "Belum tersimpan" in _isi(masuk(pemeran.rina), lke, "1a", {"versi": 0, **salah}).content.decode()


def test_nobody_else_writes_it_and_everybody_of_the_office_reads_it(
    evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk
) -> None:
    lke = evaluasi.draft()
    assert _isi(masuk(pemeran.danu), lke, "1a", {"predikat": "B", "versi": 0}).status_code == 403
    halaman = masuk(pemeran.danu).get(f"{EVALUASI}{lke.pk}/komponen/4/").content.decode()
    assert "Simpan 4a" not in halaman
    assert "menurut catatan aplikasi: ya" in halaman
    assert masuk(pemeran.tono).get(f"{EVALUASI}{lke.pk}/komponen/4/").status_code == 404


def test_what_the_application_filled_in_is_taken_over_with_one_button(
    evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk
) -> None:
    lke, rina = evaluasi.draft(), masuk(pemeran.rina)
    assert "Terima isian aplikasi 4b" in rina.get(f"{EVALUASI}{lke.pk}/komponen/4/").content.decode()
    rina.post(f"{EVALUASI}{lke.pk}/sub/4b/terima/")
    assert not NilaiKriteria.objects.get(kode="4b5").is_mesin
    assert "Terima isian aplikasi 4b" not in rina.get(f"{EVALUASI}{lke.pk}/komponen/4/").content.decode()


def test_a_worksheet_of_figures_and_one_of_letters_are_written_on_the_same_page(
    evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk
) -> None:
    rina = masuk(pemeran.rina)
    rina.post(f"{EVALUASI}susun/", {"cara": "angka"})
    lke = Lke.objects.get()
    assert "Nilai 0–100" in rina.get(f"{EVALUASI}{lke.pk}/komponen/2/").content.decode()
    _isi(rina, lke, "2a", {"versi": 0, "angka-2a1": "85,5", "versi-2a1": 0})
    assert NilaiKriteria.objects.get(kode="2a1").angka == "85.5"
    lama = evaluasi.draft(tahun=2020)
    alamat = f"/satker/357200/2020/evaluasi/{lama.pk}/"
    assert "Simpan A.I.a" in rina.get(f"{alamat}komponen/A/").content.decode()
    isi = {"s-A.I.a-versi": 0, "s-A.I.a-jawaban-A.I.3": "b", "s-A.I.a-versi-A.I.3": 0}
    rina.post(f"{alamat}sub/A.I.a/", isi)
    assert NilaiKriteria.objects.get(kode="A.I.3").jawaban == "b"


def test_a_document_is_attached_downloaded_and_taken_off(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    lke, rina = evaluasi.draft(), masuk(pemeran.rina)
    alamat = f"{EVALUASI}{lke.pk}/kriteria/1a1/"
    buruk = SimpleUploadedFile("pedoman.pdf", b"MZ\x00\x01")
    assert "diharapkan isi PDF" in rina.post(alamat, {"berkas": buruk, "uraian": ""}).content.decode()
    baik = SimpleUploadedFile("pedoman.pdf", b"%PDF-1.4\n%%EOF\n")
    assert (
        "Pedoman hlm. 3"
        in rina.post(alamat, {"berkas": baik, "uraian": "Pedoman hlm. 3"}, follow=True).content.decode()
    )
    bukti = BuktiKriteria.objects.get(kode="1a1")
    berkas = rina.get(f"{EVALUASI}{lke.pk}/bukti/{bukti.pk}/")
    assert b"".join(berkas.streaming_content) == b"%PDF-1.4\n%%EOF\n"
    assert rina.post(f"{EVALUASI}{lke.pk}/bukti/{bukti.pk}/lepas/").status_code == 302
    assert not BuktiKriteria.objects.filter(kode="1a1").exists()
    mesin = BuktiKriteria.objects.get(kode="4b5")
    assert rina.get(f"{EVALUASI}{lke.pk}/bukti/{mesin.pk}/").status_code == 404


def test_what_stands_in_the_way_is_said_when_it_is_handed_in(
    evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk
) -> None:
    lke, rina = evaluasi.draft(), masuk(pemeran.rina)
    assert "belum berpredikat" in rina.post(f"{EVALUASI}{lke.pk}/ajukan/", follow=True).content.decode()
    evaluasi.isi(lke)
    assert "diajukan" in rina.post(f"{EVALUASI}{lke.pk}/ajukan/", follow=True).content.decode()


def test_the_head_returns_or_adopts_it(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    lke, ketua = evaluasi.isi(evaluasi.draft()), masuk(pemeran.bu_ketua)
    submit_lke(lke, by=pemeran.rina)
    halaman = ketua.get(f"{EVALUASI}{lke.pk}/").content.decode()
    assert "Tetapkan" in halaman
    ketua.post(f"{EVALUASI}{lke.pk}/kembalikan/", {"alasan": "Lengkapi bukti."})
    lke.refresh_from_db()
    assert "Dikembalikan: Lengkapi bukti." in masuk(pemeran.rina).get(f"{EVALUASI}{lke.pk}/").content.decode()
    submit_lke(lke, by=pemeran.rina)
    besok = {"tanggal": "2099-01-01"}
    assert "belum terjadi" in ketua.post(f"{EVALUASI}{lke.pk}/tetapkan/", besok).content.decode()
    jawaban = ketua.post(f"{EVALUASI}{lke.pk}/tetapkan/", {"tanggal": "2026-01-10"}, follow=True).content.decode()
    assert "80,00" in jawaban
    assert "BB" in jawaban


def test_both_worksheets_stand_side_by_side(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    evaluasi.tetapkan(evaluasi.isi(evaluasi.draft(), "BB"))
    evaluasi.tetapkan(evaluasi.isi(evaluasi.draft(JenisLke.RESMI), "BB", p1a="B"))
    halaman = masuk(pemeran.rina).get(EVALUASI).content.decode()
    assert "Perbandingan" in halaman
    assert "-0,60" in halaman  # 70 instead of 80 of a weight of 6


@pytest.mark.parametrize(("format_", "awal"), [("pdf", b"%PDF"), ("docx", b"PK"), ("html", b"<!")])
def test_the_report_is_downloaded(
    evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk, format_: str, awal: bytes
) -> None:
    lke = evaluasi.tetapkan(evaluasi.isi(evaluasi.draft(JenisLke.RESMI)))
    jawaban = masuk(pemeran.rina).get(f"{EVALUASI}{lke.pk}/dokumen/{format_}/")
    assert jawaban.content.startswith(awal)
    assert f'filename="laporan-hasil-evaluasi-kpu-kota-blitar-2026.{format_}"' in jawaban["Content-Disposition"]
    assert masuk(pemeran.rina).get(f"{EVALUASI}{lke.pk}/dokumen/xyz/").status_code == 404


def test_a_year_without_a_known_regulation_says_so(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    assert "belum dikenal aplikasi" in masuk(pemeran.rina).get("/satker/357200/2010/evaluasi/").content.decode()


def test_the_conclusion_a_revision_and_a_discarded_draft(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    lke, rina = evaluasi.draft(), masuk(pemeran.rina)
    rina.post(f"{EVALUASI}{lke.pk}/simpulan/", {"simpulan": "Sudah baik.", "nomor_lhe": ""})
    assert "Sudah baik." in rina.get(f"{EVALUASI}{lke.pk}/").content.decode()
    evaluasi.tetapkan(evaluasi.isi(lke))
    assert lke.tanggal_penetapan == TANGGAL
    revisi = rina.post(f"{EVALUASI}{lke.pk}/revisi/", {"alasan": "Salah."}, follow=True).content.decode()
    assert "Penilaian mandiri 2026 revisi 1" in revisi
    baru = Lke.objects.get(revisi=1)
    rina.post(f"{EVALUASI}{baru.pk}/buang/", {"alasan": "Tidak jadi."})
    assert not Lke.objects.filter(revisi=1).exists()
