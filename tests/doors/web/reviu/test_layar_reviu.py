"""The screens of a review: what each person sees and can do there."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pemeran import Pemeran
from reviu_contoh import Reviu, build_auditor, build_pernyataan

from akuntabel.core.regulasi.laporan import daftar_checklist_reviu
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.tasks.models import Tugas
from akuntabel.siklus.pelaporan.models import StatusLaporan
from akuntabel.siklus.reviu.actions_tanda import record_reviu_basah
from akuntabel.siklus.reviu.actions_temuan import IsiTemuan, draft_temuan
from akuntabel.siklus.reviu.models import ButirReviu, HasilReviu, LangkahReviu, PenugasanReviu, TemuanReviu
from akuntabel.siklus.reviu.pemeriksaan import compute_bukti_reviu
from sertifikat_uji import SANDI, build_pemegang

Masuk = Callable[[Pengguna], Client]


def _alamat(reviu: Reviu, ujung: str = "") -> str:
    return f"/satker/357200/2026/reviu/{reviu.laporan.pk}/{ujung}"


def _isi_checklist(**isi: str) -> dict[str, str]:
    """The whole form as a browser sends it, with these answers."""
    semua = {f"{n}_{b.id}": "0" if n == "versi" else "" for b in daftar_checklist_reviu() for n in _BIDANG}
    return semua | {k.replace("__", "."): v for k, v in isi.items()}


_BIDANG = ("jawaban", "catatan", "versi")


def test_auditor_sees_own_reviews_and_those_that_wait_from_the_office_above(reviu: Reviu, masuk: Masuk):
    alamat = "/satker/350000/2026/reviu/"
    teks = masuk(reviu.sari).get(alamat).content.decode()
    assert f'href="{_alamat(reviu)}"' in teks
    assert "(Anda dalam tim)" in teks
    PenugasanReviu.objects.update(selesai_pada=timezone.now())
    teks = masuk(reviu.sari).get(alamat).content.decode()
    assert "belum ditugaskan" in teks
    assert "KPU Kota Blitar" not in masuk(reviu.pemeran.supervisor).get(alamat).content.decode()


def test_office_sees_its_review_and_no_button_of_the_auditor(reviu: Reviu, masuk: Masuk):
    teks = masuk(reviu.pemeran.rina).get(_alamat(reviu)).content.decode()
    assert "Sebelum pernyataan ditandatangani" in teks
    for tombol in ("Isi checklist", "Tambah temuan", "Susun bukti", "Kembalikan laporan"):
        assert tombol not in teks
    assert "Isi checklist" in masuk(reviu.sari).get(_alamat(reviu)).content.decode()


def test_review_is_asked_for_under_its_own_office_only(reviu: Reviu, masuk: Masuk):
    assert masuk(reviu.sari).get(f"/satker/350000/2026/reviu/{reviu.laporan.pk}/").status_code == 404
    assert masuk(reviu.pemeran.tono).get(_alamat(reviu)).status_code == 404


def test_checklist_is_answered_on_one_page_and_shows_where_figures_come_from(reviu: Reviu, masuk: Masuk):
    compute_bukti_reviu(reviu.laporan, by=reviu.sari)
    klien = masuk(reviu.sari)
    teks = klien.get(_alamat(reviu, "checklist/")).content.decode()
    assert "Capaian kinerja organisasi" in teks
    assert "dari mana?" in teks
    isi = _isi_checklist(jawaban_I__1="ya", jawaban_I__2="tidak", catatan_I__2="Target 1.2 hilang.")
    assert klien.post(_alamat(reviu, "checklist/"), isi).status_code == 302
    assert dict(ButirReviu.objects.exclude(jawaban="").values_list("kode", "jawaban")) == {"I.1": "ya", "I.2": "tidak"}


def test_answer_without_reason_is_shown_at_its_field_and_nothing_is_lost(reviu: Reviu, masuk: Masuk):
    isi = _isi_checklist(jawaban_I__1="ya", jawaban_I__2="tidak")
    teks = masuk(reviu.sari).post(_alamat(reviu, "checklist/"), isi).content.decode()
    assert "Jelaskan jawaban" in teks
    assert teks.count("checked") >= 2
    assert not ButirReviu.objects.exclude(jawaban="").exists()


def test_second_auditor_is_told_what_the_first_answered(reviu: Reviu, masuk: Masuk):
    reviu.answer("I.1", "ya")
    isi = _isi_checklist(jawaban_I__1="tidak", catatan_I__1="Kosong.")
    teks = masuk(reviu.sari).post(_alamat(reviu, "checklist/"), isi).content.decode()
    assert "sudah dijawab Sari" in teks
    assert "Yang tersimpan sekarang" in teks
    isi["versi_I.1"] = "1"
    assert masuk(reviu.sari).post(_alamat(reviu, "checklist/"), isi).status_code == 302


def test_evidence_is_asked_for_and_followed(reviu: Reviu, masuk: Masuk):
    klien = masuk(reviu.sari)
    jawaban = klien.post(_alamat(reviu, "bukti/"))
    tugas = Tugas.objects.get()
    assert jawaban.headers["Location"] == _alamat(reviu, f"bukti/{tugas.pk}/")
    assert "Menyusun bukti dari data" in klien.get(jawaban.headers["Location"]).content.decode()
    Tugas.objects.update(status="gagal", pesan="Renstra belum ada.")
    assert "Renstra belum ada." in klien.get(jawaban.headers["Location"], follow=True).content.decode()


def test_finding_is_written_answered_and_closed_on_the_screens(reviu: Reviu, masuk: Masuk):
    sari, rina = masuk(reviu.sari), masuk(reviu.pemeran.rina)
    sari.post(_alamat(reviu, "temuan/"), {"uraian": "Capaian 1.1 keliru.", "letak": "Tabel 3.1", "butir": "I.3"})
    temuan = TemuanReviu.objects.get()
    halaman = _alamat(reviu, f"temuan/{temuan.pk}/")
    assert "Tanggapi" in rina.get(halaman).content.decode()
    assert "Tanggapi" not in sari.get(halaman).content.decode()
    langkah = ((rina, "submit-tanggapan"), (sari, "approve-tanggapan"), (rina, "submit-perbaikan"))
    for versi, (klien, tindakan) in enumerate((*langkah, (sari, "approve-perbaikan"))):
        assert klien.post(f"{halaman}{tindakan}/", {"teks": f"Langkah {versi}.", "versi": versi}).status_code == 302
    temuan.refresh_from_db()
    assert temuan.status == "ditutup"
    teks = rina.get(halaman).content.decode()
    assert all(f"Langkah {n}." in teks for n in range(4))


def test_finding_of_the_checker_is_taken_over_with_one_press(reviu: Reviu, masuk: Masuk):
    bukti = compute_bukti_reviu(reviu.laporan, by=reviu.sari)
    bukti.daftar_temuan = [
        dict.fromkeys(("nama", "tingkat", "letak", "perbaikan"), "galat")
        | {"kunci": "k1", "kode": "HIT001", "uraian": "Tertulis 5, hasil hitung 6."}
    ]
    bukti.save()
    klien = masuk(reviu.sari)
    assert "HIT001" in klien.get(_alamat(reviu)).content.decode()
    klien.post(_alamat(reviu, "temuan/ambil/"), {"kunci": "k1"})
    assert TemuanReviu.objects.get().kode_aturan == "HIT001"
    assert "yang belum diambil" not in klien.get(_alamat(reviu)).content.decode()


def test_team_is_appointed_from_above_and_from_the_own_office_only_with_a_decision(reviu: Reviu, masuk: Masuk):
    dalam = build_auditor("Dalam", reviu.pemeran.kota)
    klien = masuk(reviu.pemeran.bu_ketua)
    teks = klien.post(_alamat(reviu, "tim/"), {"auditor": dalam.pk, "dasar": ""}).content.decode()
    assert "keputusan yang membentuk tim" in teks
    assert klien.post(_alamat(reviu, "tim/"), {"auditor": dalam.pk, "dasar": "ST-1"}).status_code == 302
    penugasan = PenugasanReviu.objects.get(auditor=dalam)
    assert penugasan.is_satker_sendiri
    assert klien.post(_alamat(reviu, f"tim/{penugasan.pk}/"), {"alasan": "Mutasi"}).status_code == 302


def test_report_goes_back_from_the_screen(reviu: Reviu, masuk: Masuk):
    klien = masuk(reviu.sari)
    assert klien.post(_alamat(reviu, "kembalikan/"), {"catatan": "Betulkan 1.1."}).status_code == 302
    reviu.laporan.refresh_from_db()
    assert reviu.laporan.status == StatusLaporan.DISUSUN
    assert "sedang diperbaiki penyusun" in klien.get(_alamat(reviu)).content.decode()


def test_steps_are_filled_from_evidence_and_concluded(reviu: Reviu, masuk: Masuk):
    compute_bukti_reviu(reviu.laporan, by=reviu.sari)
    klien = masuk(reviu.sari)
    klien.post(_alamat(reviu, "langkah/baku/"))
    langkah = LangkahReviu.objects.first()
    assert langkah is not None
    isi = {"kelompok": langkah.kelompok, "uraian": langkah.uraian, "hasil": "Cocok.", "simpulan": "Andal.", "versi": 0}
    assert klien.post(_alamat(reviu, f"langkah/{langkah.pk}/"), isi).status_code == 302
    klien.post(_alamat(reviu, "langkah/"), {"kelompok": "sakip", "uraian": "Wawancara."})
    assert LangkahReviu.objects.count() == 9
    klien.post(_alamat(reviu, f"langkah/{langkah.pk}/hapus/"))
    assert LangkahReviu.objects.count() == 8


def test_statement_waits_for_everything_then_is_signed_with_a_certificate(reviu: Reviu, masuk: Masuk):
    klien = masuk(reviu.sari)
    assert "Belum dapat ditandatangani" in klien.get(_alamat(reviu, "pernyataan/")).content.decode()
    reviu.finish()
    assert "Sertifikat sendiri" in klien.get(_alamat(reviu, "pernyataan/")).content.decode()
    isi = {"kesimpulan": "Dapat diandalkan.", "jabatan": "Inspektur", "tempat": "Surabaya"}
    isi |= {"tanggal": timezone.localdate().isoformat(), "frasa_sandi": "bukan"}
    p12 = build_pemegang("Sari").build_p12()
    salah = klien.post(_alamat(reviu, "pernyataan/sertifikat/"), isi | {"berkas": SimpleUploadedFile("s.p12", p12)})
    assert "Frasa sandi" in salah.content.decode()
    isi["frasa_sandi"] = SANDI
    klien.post(_alamat(reviu, "pernyataan/sertifikat/"), isi | {"berkas": SimpleUploadedFile("s.p12", p12)})
    hasil = HasilReviu.objects.get()
    assert (hasil.nama, hasil.pemegang_sertifikat) == ("Sari", "Sari")
    teks = klien.get(_alamat(reviu)).content.decode()
    assert "Kertas kerja beku" in teks
    assert "Isi checklist" not in teks


def test_form_for_paper_can_be_taken_away_before_it_is_signed(reviu: Reviu, masuk: Masuk):
    reviu.finish()
    isi = {"kesimpulan": "Andal.", "nama": "Inspektur Utama", "jabatan": "Inspektur", "tempat": "Surabaya"}
    isi["tanggal"] = timezone.localdate().isoformat()
    jawaban = masuk(reviu.sari).post(_alamat(reviu, "pernyataan/formulir/"), isi)
    assert jawaban.content.startswith(b"%PDF-")
    assert not HasilReviu.objects.exists()


def test_signed_statement_can_be_verified_without_signing_in_as_long_as_it_holds(reviu: Reviu):
    reviu.finish()
    hasil = record_reviu_basah(
        reviu.laporan, build_pernyataan(reviu), by=reviu.sari, pindaian=b"%PDF-1.7", nama_berkas="p.pdf"
    )
    alamat = f"/verifikasi/{hasil.sidik_fakta}/"
    teks = Client().get(alamat).content.decode()
    assert "sudah direviu" in teks
    assert hasil.berkas.sidik in teks
    type(reviu.laporan).objects.filter(pk=reviu.laporan.pk).update(status="disusun")
    assert Client().get(alamat).status_code == 404


def test_working_paper_is_handed_out_as_word_and_pdf(reviu: Reviu, masuk: Masuk):
    draft_temuan(reviu.laporan, IsiTemuan(uraian="Capaian 1.1 keliru."), by=reviu.sari)
    klien = masuk(reviu.pemeran.rina)
    assert klien.get(_alamat(reviu, "kertas-kerja.pdf")).content.startswith(b"%PDF-")
    assert klien.get(_alamat(reviu, "kertas-kerja.docx")).content.startswith(b"PK")
    assert klien.get(_alamat(reviu, "kertas-kerja.exe")).status_code == 404


def test_page_says_what_to_do_where_there_is_no_report(pemeran: Pemeran, masuk: Masuk):
    assert "Belum ada laporan tahunan" in masuk(pemeran.rina).get("/satker/357200/2026/reviu/").content.decode()
