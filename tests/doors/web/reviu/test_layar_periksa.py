"""Reports made elsewhere: handed in on a page, compared, taken away as table and page."""

import csv
import io
from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.tasks.models import Tugas
from akuntabel.siklus.reviu.models import KirimanPeriksa
from akuntabel.siklus.reviu.periksa import check_kiriman

Masuk = Callable[[Pengguna], Client]
ALAMAT = "/satker/350000/2026/periksa-laporan/"
CACAT = (
    "LAPORAN KINERJA\nKPU KOTA CONTOH\nTAHUN 2020\n\nTabel 3.1 Realisasi anggaran\n"
    "Kode\tUraian\tPagu\tRealisasi\tSisa\n3355\tKegiatan A\t1.000.000\t600.000\t500.000\n"
)


def _kirim(klien: Client, *daftar: tuple[str, bytes], is_selesai: bool = True) -> KirimanPeriksa:
    """Hand files in as a browser does; the job runs at once."""
    berkas = [SimpleUploadedFile(nama, isi) for nama, isi in daftar]
    assert klien.post(ALAMAT, {"berkas": berkas, "keterangan": "LKj 2020"}).status_code == 302
    kiriman = KirimanPeriksa.objects.get()
    if is_selesai:
        check_kiriman.func(kiriman.pk)
        Tugas.objects.update(status="selesai")
    return kiriman


def test_reports_are_compared_and_a_failed_one_has_no_figures(pemeran: Pemeran, masuk: Masuk):
    klien = masuk(pemeran.sari)
    kiriman = _kirim(klien, ("lkj-a.txt", CACAT.encode()), ("rusak.pdf", b"%PDF-1.7 bukan"))
    teks = klien.get(f"{ALAMAT}{kiriman.pk}/").content.decode()
    assert "lkj-a.txt" in teks
    assert "tidak terbaca" in teks
    tabel = list(
        csv.DictReader(io.StringIO(klien.get(f"{ALAMAT}{kiriman.pk}/banding.csv").content.decode("utf-8-sig")))
    )
    assert [(b["Berkas"], b["Keadaan"], b["Galat"] != "") for b in tabel] == [
        ("lkj-a.txt", "selesai", True),
        ("rusak.pdf", "tidak terbaca", False),
    ]
    assert klien.get(f"{ALAMAT}{kiriman.pk}/banding.xlsx").content.startswith(b"PK")


def test_findings_of_one_report_stand_with_place_and_remedy(pemeran: Pemeran, masuk: Masuk):
    klien = masuk(pemeran.sari)
    kiriman = _kirim(klien, ("lkj-a.txt", CACAT.encode()))
    laporan = kiriman.daftar_laporan.get()
    teks = klien.get(f"{ALAMAT}{kiriman.pk}/1/").content.decode()
    assert all(t["kode"] in teks for t in laporan.hasil["temuan"])
    halaman = klien.get(f"{ALAMAT}{kiriman.pk}/1/temuan.html")
    assert halaman.headers["Content-Disposition"] == 'attachment; filename="temuan-lkj-a.html"'
    assert b"<!doctype html>" in halaman.content
    assert klien.get(f"{ALAMAT}{kiriman.pk}/2/").status_code == 404


def test_check_is_followed_while_it_runs(pemeran: Pemeran, masuk: Masuk):
    klien = masuk(pemeran.sari)
    kiriman = _kirim(klien, ("lkj-a.txt", CACAT.encode()), is_selesai=False)
    alamat = f"{ALAMAT}{kiriman.pk}/"
    assert "Menunggu giliran." in klien.get(alamat).content.decode()
    bagian = klien.get(alamat, headers={"HX-Request": "true"})
    assert "HX-Refresh" not in bagian.headers
    assert "belum diperiksa" in klien.get(f"{alamat}1/").content.decode()
    Tugas.objects.update(status="selesai")
    assert klien.get(alamat, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_what_speaks_against_a_file_stands_at_the_field(pemeran: Pemeran, masuk: Masuk):
    klien = masuk(pemeran.sari)
    teks = klien.post(ALAMAT, {"berkas": [SimpleUploadedFile("bukan.zip", b"PK")]}).content.decode()
    assert "bukan.zip: tidak dapat dibaca" in teks
    assert "Belum diisi." in klien.post(ALAMAT, {}).content.decode()
    assert not KirimanPeriksa.objects.exists()


def test_who_only_looks_has_no_form(pemeran: Pemeran, masuk: Masuk):
    assert "Berkas laporan" not in masuk(pemeran.danu).get("/satker/357200/2026/periksa-laporan/").content.decode()
    assert masuk(pemeran.danu).post("/satker/357200/2026/periksa-laporan/", {}).status_code == 403
    assert masuk(pemeran.tono).get(ALAMAT).status_code == 404
