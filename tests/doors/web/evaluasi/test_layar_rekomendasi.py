"""The screens of recommendations: written into a worksheet, owned by the office, followed up, judged."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from evaluasi_contoh import Evaluasi
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.evaluasi.models import JenisLke, Rekomendasi, TindakLanjut
from akuntabel.siklus.organisasi.actions_unit import draft_unit

EVALUASI, REKOMENDASI = "/satker/357200/2026/evaluasi/", "/satker/357200/2026/rekomendasi/"
Masuk = Callable[[Pengguna], Client]


def test_the_evaluator_writes_changes_and_removes_it_in_the_worksheet(evaluasi: Evaluasi, masuk: Masuk) -> None:
    lke, eva = evaluasi.draft(JenisLke.RESMI), masuk(evaluasi.eva)
    alamat = f"{EVALUASI}{lke.pk}/rekomendasi/"
    assert 'value="1b" selected' in eva.get(f"{alamat}?sub=1b").content.decode()
    assert "Belum diisi" in eva.post(alamat, {"teks": "", "sub": "1b"}).content.decode()
    eva.post(alamat, {"teks": "Susun pohon kinerja.", "sub": "1b"})
    r = Rekomendasi.objects.get()
    assert "Susun pohon kinerja." in eva.get(f"{EVALUASI}{lke.pk}/").content.decode()
    eva.post(f"{REKOMENDASI}{r.pk}/ubah/", {"teks": "Susun pohon kinerja sampai jabatan.", "sub": "1b", "versi": 0})
    r.refresh_from_db()
    assert r.teks.endswith("jabatan.")
    assert masuk(evaluasi.pemeran.rina).get(f"{REKOMENDASI}{r.pk}/").status_code == 404
    eva.post(f"{REKOMENDASI}{r.pk}/hapus/")
    assert not Rekomendasi.objects.exists()


def test_the_office_gives_it_an_owner_and_a_deadline(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    unit = draft_unit(pemeran.kota, kode="subbag", jenis="subbagian", nama="Subbagian Perencanaan", by=None)
    r, rina = evaluasi.resmi(), masuk(pemeran.rina)
    assert "belum ditunjuk" in rina.get(f"{REKOMENDASI}{r.pk}/").content.decode()
    rina.post(f"{REKOMENDASI}{r.pk}/pemilik/", {"unit": unit.pk, "tenggat": "2027-08-31", "versi": r.versi})
    halaman = rina.get(REKOMENDASI).content.decode()
    assert "Subbagian Perencanaan" in halaman
    assert "31 Agustus 2027" in halaman
    assert masuk(pemeran.danu).get(f"{REKOMENDASI}{r.pk}/pemilik/").status_code == 403


def test_it_is_followed_up_with_a_file_and_accepted(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    r, danu, eva = evaluasi.resmi(), masuk(pemeran.danu), masuk(evaluasi.eva)
    alamat = f"{REKOMENDASI}{r.pk}/"
    assert "Belum diisi" in danu.post(f"{alamat}tindak-lanjut/", {"uraian": ""}).content.decode()
    pdf = SimpleUploadedFile("pohon.pdf", b"%PDF-1.4\n%%EOF\n")
    danu.post(f"{alamat}tindak-lanjut/", {"uraian": "Pohon disusun.", "berkas": pdf})
    baris = TindakLanjut.objects.get()
    halaman = eva.get(alamat).content.decode()
    assert "pohon.pdf" in halaman
    assert "Terima, rekomendasi selesai" in halaman
    assert "Terima, rekomendasi selesai" not in danu.get(alamat).content.decode()
    assert b"".join(eva.get(f"{alamat}bukti/{baris.pk}/").streaming_content).startswith(b"%PDF")
    assert danu.post(f"{alamat}terima/").status_code == 403
    eva.post(f"{alamat}terima/", {"catatan": "Sesuai."})
    assert "Sesuai." in danu.get(alamat).content.decode()
    r.refresh_from_db()
    assert r.is_selesai


def test_what_is_not_enough_comes_back(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    r, eva = evaluasi.resmi(), masuk(evaluasi.eva)
    alamat = f"{REKOMENDASI}{r.pk}/"
    masuk(pemeran.rina).post(f"{alamat}tindak-lanjut/", {"uraian": "Sudah."})
    assert eva.get(f"{alamat}kembalikan/").status_code == 200
    eva.post(f"{alamat}kembalikan/", {"alasan": "Lampirkan pohonnya."})
    assert "Lampirkan pohonnya." in masuk(pemeran.rina).get(alamat).content.decode()
    assert masuk(pemeran.rina).get(f"{alamat}kembalikan/").status_code == 403


def test_a_letter_from_elsewhere_is_written_down(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    assert "Sebutkan asal" in rina.post(f"{REKOMENDASI}baru/", {"teks": "Perbaiki.", "sumber": ""}).content.decode()
    rina.post(f"{REKOMENDASI}baru/", {"teks": "Perbaiki.", "sumber": "Surat 7/2027"})
    assert "Surat 7/2027" in rina.get(REKOMENDASI).content.decode()


def test_what_is_open_from_the_year_before_is_still_in_the_list(
    evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk
) -> None:
    evaluasi.resmi(2025, teks="Lanjutkan perbaikan arsip.")
    halaman = masuk(pemeran.rina).get(REKOMENDASI).content.decode()
    assert "Lanjutkan perbaikan arsip." in halaman
    assert "/satker/357200/2025/rekomendasi/" in halaman


def test_another_office_sees_nothing(evaluasi: Evaluasi, pemeran: Pemeran, masuk: Masuk) -> None:
    r = evaluasi.resmi()
    assert masuk(pemeran.tono).get(f"{REKOMENDASI}{r.pk}/").status_code == 404
    assert masuk(pemeran.tono).get(f"/satker/337300/2026/rekomendasi/{r.pk}/").status_code == 404
