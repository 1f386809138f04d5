"""The grid as a page and as a plain form; the way of a quarter; the details of a datum."""

import re
from collections.abc import Callable
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from kantor_contoh import TAHUN, Kantor

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.pengukuran.models import CatatanSel, Fakta, PengukuranTriwulan
from doors.web.pengukuran.conftest import KISI

Masuk = Callable[[Pengguna], Client]
PDF = b"%PDF-1.4\n% rekapitulasi\n%%EOF\n"


def _isi(klien: Client, alamat: str = KISI) -> dict[str, str]:
    """The fields of the form as the browser would send them back untouched."""
    halaman = klien.get(alamat).content.decode()
    isi = dict(re.findall(r'<input type="(?:text|hidden)"[^>]*? name="([\w~-]+)" value="([^"]*)"', halaman))
    for nama, daftar in re.findall(r'name="(status-[\w~]+)"[^>]*>(.*?)</select>', halaman, re.DOTALL):
        terpilih = re.search(r'value="(\w*)" selected', daftar)
        isi[nama] = terpilih[1] if terpilih else ""
    return isi


def test_without_script_one_button_saves_every_changed_row(kantor: Kantor, masuk: Masuk) -> None:
    danu = masuk(kantor.pemeran.danu)
    isi = _isi(danu)
    assert {"nilai-a", "lama-a", "status-a", "sumber-b"} <= isi.keys()
    jawaban = danu.post(KISI, isi | {"nilai-a": "60", "nilai-b": "80", "sumber-b": "DPT"}, follow=True)
    assert "2 baris tersimpan." in jawaban.content.decode()
    assert (kantor.terkini("a").nilai, kantor.terkini("b").sumber) == ("60", "DPT")
    assert "96,77%" in jawaban.content.decode()


def test_an_untouched_form_changes_nothing(kantor: Kantor, masuk: Masuk) -> None:
    kantor.ukur(1, a="1.234", b=80)
    danu = masuk(kantor.pemeran.danu)
    assert "Tidak ada yang berubah." in danu.post(KISI, _isi(danu), follow=True).content.decode()
    assert Fakta.objects.count() == 2


def test_without_script_nothing_typed_is_lost_and_reasons_are_asked_for_in_place(kantor: Kantor, masuk: Masuk) -> None:
    kantor.ukur(1, a=60, b=80)
    danu = masuk(kantor.pemeran.danu)
    isi = _isi(danu) | {"nilai-a": "61", "nilai-b": "sepuluh"}
    halaman = danu.post(KISI, isi).content.decode()
    assert "Belum ada yang tersimpan." in halaman
    assert 'value="sepuluh"' in halaman
    assert "Tertulis “sepuluh”" in halaman
    halaman = danu.post(KISI, isi | {"nilai-b": "80"}).content.decode()
    assert 'name="perubahan-a"' in halaman
    danu.post(KISI, isi | {"nilai-b": "80", "perubahan-a": "Salah ketik"})
    assert kantor.terkini("a").alasan_perubahan == "Salah ketik"


def test_who_only_looks_sees_figures_and_no_fields(kantor: Kantor, masuk: Masuk) -> None:
    kantor.ukur(1, a=60, b=80)
    halaman = masuk(kantor.pemeran.rina).get(KISI).content.decode()
    assert "nilai-a" not in halaman
    assert "75,00%" in halaman
    assert masuk(kantor.pemeran.rina).post(KISI, {}).status_code == 403
    assert masuk(kantor.pemeran.danu).get(KISI.replace("/1/", "/5/")).status_code == 404


def test_the_way_of_a_quarter_from_the_first_figure_to_its_verification(kantor: Kantor, masuk: Masuk) -> None:
    danu, rina, ketua = (masuk(p) for p in (kantor.pemeran.danu, kantor.pemeran.rina, kantor.pemeran.bu_ketua))
    ditolak = danu.post(f"{KISI}ajukan/", {"versi": "0"}, follow=True).content.decode()
    assert "belum diisi" in ditolak
    kantor.ukur(1, a=60, b=80)
    danu.post(f"{KISI}ajukan/", {"versi": "0"})
    assert "nilai-a" not in danu.get(KISI).content.decode()
    rina.post(f"{KISI}kembalikan/", {"alasan": "Cocokkan dengan rekap"})
    assert "Cocokkan dengan rekap" in danu.get(KISI).content.decode()
    danu.post(f"{KISI}ajukan/", {"versi": str(PengukuranTriwulan.objects.get().versi)})
    assert "Verifikasi" in rina.get(KISI).content.decode()
    rina.post(f"{KISI}verifikasi/", {"versi": "1"})
    assert PengukuranTriwulan.objects.get().status == "diajukan"  # of an old page
    rina.post(f"{KISI}verifikasi/", {"versi": str(PengukuranTriwulan.objects.get().versi)})
    assert "oleh Rina" in danu.get(KISI).content.decode()
    besok = timezone.localdate() + timedelta(days=1)
    ketua.post(f"{KISI}buka/", {"alasan": "Rekap provinsi berubah", "sampai": besok.isoformat()})
    assert "nilai-a" in danu.get(KISI).content.decode()
    daftar = rina.get("/satker/357200/2026/pengukuran/").content.decode()
    assert "dibuka kembali sampai" in daftar


def test_evidence_is_dropped_on_a_row_and_kept_with_its_fact(kantor: Kantor, masuk: Masuk) -> None:
    danu = masuk(kantor.pemeran.danu)
    alamat = f"{KISI}data/a/bukti/"
    json_ = {"Accept": "application/json"}
    kosong = danu.post(alamat, {"berkas": SimpleUploadedFile("rekap.pdf", PDF)}, headers=json_)
    assert kosong.status_code == 422
    assert "Isi dahulu nilainya" in kosong.json()["pesan"]
    kantor.ukur(1, a=60, b=80)
    jawaban = danu.post(alamat, {"berkas": SimpleUploadedFile("rekap.pdf", PDF)}, headers=json_)
    kini = kantor.terkini("a")
    assert jawaban.json() == {"bukti": "rekap.pdf", "lama": str(kini.pk), "pesan": "rekap.pdf terlampir"}
    assert kini.bukti.nama == "rekap.pdf"
    rinci = masuk(kantor.pemeran.rina).get(f"{KISI}data/a/").content.decode()
    assert "melampirkan bukti" in rinci
    unduhan = danu.get(f"/satker/357200/2026/pengukuran/bukti/{kini.bukti.pk}/")
    assert b"".join(unduhan.streaming_content) == PDF
    ditolak = danu.post(alamat, {"berkas": SimpleUploadedFile("a.exe", b"MZ\x00")}, headers=json_)
    assert ditolak.status_code == 422
    assert danu.post(alamat, {}, headers=json_).status_code == 422


def test_without_script_evidence_is_chosen_on_the_page_of_the_datum(kantor: Kantor, masuk: Masuk) -> None:
    kantor.ukur(1, a=60, b=80)
    danu = masuk(kantor.pemeran.danu)
    alamat = f"{KISI}data/a/bukti/"
    assert "Pilih berkas" in danu.post(alamat, {}).content.decode()
    jawaban = danu.post(alamat, {"nama": "Berita acara", "letak": "halaman 2"})
    assert jawaban.headers["Location"] == f"{KISI}#a"
    assert kantor.terkini("a").bukti.letak == "halaman 2"


def test_a_remark_is_answered_and_settled(kantor: Kantor, masuk: Masuk) -> None:
    rina, danu = masuk(kantor.pemeran.rina), masuk(kantor.pemeran.danu)
    assert "Belum diisi." in rina.post(f"{KISI}data/a/catatan/", {"teks": ""}).content.decode()
    rina.post(f"{KISI}data/a/catatan/", {"teks": "Mohon cocokkan"})
    danu.post(f"{KISI}data/a/catatan/", {"teks": "Sudah", "is_selesai": "on"})
    pertama, kedua = CatatanSel.objects.order_by("pk")
    assert (kedua.membalas, kedua.is_selesai) == (pertama, True)
    assert masuk(kantor.pemeran.admin).post(f"{KISI}data/a/catatan/", {"teks": "x"}).status_code == 403
    assert "Mohon cocokkan" in danu.get(f"{KISI}data/a/").content.decode()


def test_beside_the_grid_only_the_part_is_sent(kantor: Kantor, masuk: Masuk) -> None:
    kantor.ukur(1, a=60, b=80)
    rina = masuk(kantor.pemeran.rina)
    for alamat, isi in ((f"{KISI}data/a/", "Riwayat isian"), (f"{KISI}jejak/1.1/", "Dari mana?")):
        assert "<html" in rina.get(alamat).content.decode()
        bagian = rina.get(alamat, headers={"X-Bagian": "1"}).content.decode()
        assert isi in bagian
        assert "<html" not in bagian
    assert rina.get(f"{KISI}jejak/9.9/").status_code == 404
    assert rina.get(f"{KISI}data/x/").status_code == 404


def test_every_document_is_made_and_a_draft_says_so_in_its_name(kantor: Kantor, masuk: Masuk) -> None:
    kantor.ukur(1, a=60, b=80)
    rina = masuk(kantor.pemeran.rina)
    for jenis in ("laporan", "pencapaian-sasaran", "capaian-kegiatan"):
        jawaban = rina.get(f"{KISI}dokumen/{jenis}/pdf/")
        assert jawaban.content[:5] == b"%PDF-"
        assert f"{jenis}-kpu-kota-blitar-{TAHUN}-tw1-rancangan.pdf" in jawaban.headers["Content-Disposition"]
    assert rina.get(f"{KISI}dokumen/laporan/exe/").status_code == 404
    assert rina.get(f"{KISI}dokumen/apa/pdf/").status_code == 404
