"""Cases on the screen: recorded, decided, proven, and what they move."""

from django.core.files.uploadedfile import SimpleUploadedFile

from akuntabel.siklus.kepemiluan.models import DokumenPerkara, Perkara
from doors.web.isi_kepemiluan import KODE
from doors.web.kepemiluan.conftest import AWAL, TAHUN

PERKARA = f"{AWAL}perkara/"
ISI = {
    "kode": "dkpp-1",
    "pemilihan": KODE,
    "jenis": "pelanggaran",
    "lembaga": "DKPP",
    "nomor": "12-PKE/2026",
    "is_terbukti": "",
    "sumber": "register",
}


def test_the_list_says_what_counts_and_why(pemeran, masuk, objek):
    halaman = masuk(pemeran.bu_ketua).get(PERKARA).text
    assert "Sengketa proses bawaslu-1/PS.REG" in halaman
    assert "Perselisihan hasil pemilihan (PHP) yang diregister di Mahkamah Konstitusi." in halaman
    assert "Tidak ada indikator tahun ini" in halaman
    assert "Catat perkara" not in halaman
    assert "Catat dahulu pemilihannya" in masuk(pemeran.rina).get(f"/satker/357200/{TAHUN - 1}/perkara/").text


def test_a_case_goes_from_register_to_verdict(pemeran, masuk, objek):
    danu = masuk(pemeran.danu)
    assert "tulis amarnya" in danu.post(f"{PERKARA}baru/", ISI | {"is_terbukti": "ya"}).text
    assert danu.post(f"{PERKARA}baru/", ISI).status_code == 302
    perkara = Perkara.objects.get(kode="dkpp-1")
    alamat = f"{PERKARA}{perkara.pk}/"
    assert "belum diputus" in danu.get(alamat).text
    putusan = ISI | {"is_terbukti": "ya", "amar": "teguran tertulis", "versi": "0"}
    assert danu.post(f"{alamat}ubah/", putusan).status_code == 302
    perkara.refresh_from_db()
    assert (perkara.is_terbukti, perkara.kode) == (True, "dkpp-1")
    assert "diubah orang lain" in danu.post(f"{alamat}ubah/", putusan | {"amar": "lain"}).text
    danu.post(f"{alamat}hapus/", {"alasan": "tercatat dua kali"})
    assert not Perkara.objects.filter(pk=perkara.pk).exists()


def test_documents_are_added_downloaded_and_taken_off(pemeran, masuk, objek):
    danu = masuk(pemeran.danu)
    alamat = f"{PERKARA}{objek['perkara']}/dokumen/"
    berkas = SimpleUploadedFile("surat.pdf", b"%PDF-1.4\n% surat\n%%EOF\n")
    assert "Belum diisi" in danu.post(alamat, {"nama": ""}).text
    assert danu.post(alamat, {"nama": "Surat MK", "berkas": berkas}).status_code == 302
    skrip = SimpleUploadedFile("surat.pdf", b"<script>alert(1)</script>")
    assert "HTML" in danu.post(alamat, {"nama": "Surat", "berkas": skrip}).text
    dokumen = DokumenPerkara.objects.get(nama="Surat MK")
    unduh = masuk(pemeran.sari).get(f"{PERKARA}dokumen/{dokumen.pk}/berkas/")
    assert b"".join(unduh) == b"%PDF-1.4\n% surat\n%%EOF\n"
    assert "attachment" in unduh["Content-Disposition"]
    danu.post(f"{PERKARA}dokumen/{dokumen.pk}/lepas/", {"alasan": "salah berkas"})
    assert not DokumenPerkara.objects.filter(pk=dokumen.pk).exists()
