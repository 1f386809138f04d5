"""Catalogue of codes and budget on screen; following the plan of an office above."""

import io
from collections.abc import Callable
from datetime import date

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from naskah_renstra import ISI_RENSTRA, PARTISIPASI, Naskah
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.perencanaan.actions.butir import draft_sasaran
from akuntabel.siklus.perencanaan.actions.indikator import draft_indikator
from akuntabel.siklus.perencanaan.actions.renstra import draft_renstra, import_penetapan
from akuntabel.siklus.perencanaan.models import AdopsiRenstra, KodeReferensi, Pagu, Renstra
from doors.web.perencanaan.conftest import RENSTRA, TAHUN

Masuk = Callable[[Pengguna], Client]
BARIS = [
    ["kode", "tingkat", "uraian"],
    ["3364", "kegiatan", "Sosialisasi"],
    ["3364.034", "output", "Tahapan Pemilihan"],
]


def test_a_catalogue_is_pasted_or_uploaded(pemeran: Pemeran, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    rina.post(f"{TAHUN}kode/impor/", {"tempelan": "\n".join("\t".join(b) for b in BARIS)})
    assert KodeReferensi.objects.get(kode="3364.034").induk == "3364"
    rina.post(
        f"{TAHUN}kode/impor/", {"berkas": SimpleUploadedFile("kode.csv", b"kode;tingkat;uraian\n1;program;Dukungan\n")}
    )
    rina.post(
        f"{TAHUN}kode/impor/",
        {"berkas": SimpleUploadedFile("kode.xlsx", _buku([*BARIS[:1], ["2", "program", "Pemilu"]]))},
    )
    assert KodeReferensi.objects.count() == 4
    halaman = rina.get(f"{TAHUN}kode/", {"cari": "tahapan"}).content.decode()
    assert "Tahapan Pemilihan" in halaman
    assert "Sosialisasi" not in halaman


def _buku(baris: list[list[str]]) -> bytes:
    penampung = io.BytesIO()
    with xlsxwriter.Workbook(penampung) as buku:
        lembar = buku.add_worksheet()
        for n, isi in enumerate(baris):
            lembar.write_row(n, 0, isi)
    return penampung.getvalue()


def test_every_bad_row_is_named_and_nothing_is_taken(pemeran: Pemeran, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    isi = "kode\ttingkat\turaian\n1\tkabinet\tX\n\n\tprogram\tY\n"
    halaman = rina.post(f"{TAHUN}kode/impor/", {"tempelan": isi}).content.decode()
    assert "Baris 2: kolom tingkat tertulis “kabinet”" in halaman
    assert "Baris 4: kolom kode kosong" in halaman
    assert "kabinet\tX" in halaman
    assert not KodeReferensi.objects.exists()
    rusak = {"berkas": SimpleUploadedFile("kode.xlsx", b"PK\x03\x04 bukan buku kerja")}
    assert "Belum tersimpan" in rina.post(f"{TAHUN}kode/impor/", rusak).content.decode()
    assert "Pilih satu" in rina.post(f"{TAHUN}kode/impor/", {}).content.decode()


def test_lines_of_the_budget_are_added_from_a_document(pemeran: Pemeran, masuk: Masuk) -> None:
    rina = masuk(pemeran.rina)
    awal = {"sejak": "2026-01-02", "sumber": "DIPA"}
    rina.post(
        f"{TAHUN}pagu/tulis/",
        awal
        | {"kode_0": "3364", "dana_0": "rm", "pagu_0": "1.250.000", "kode_1": "3355", "dana_1": "RM", "pagu_1": "7"},
    )
    assert set(Pagu.objects.values_list("kode", "sumber_dana", "pagu")) == {
        ("3364", "RM", 1_250_000),
        ("3355", "RM", 7),
    }
    isi = {"kode_0": "3355", "dana_0": "RM", "pagu_0": "7", "kode_1": "3364", "dana_1": "RM", "pagu_1": "2.000.000"}
    rina.post(f"{TAHUN}pagu/tulis/", {"sejak": "2026-05-01", "sumber": "Revisi 1"} | isi)
    assert Pagu.objects.count() == 3
    halaman = rina.get(f"{TAHUN}pagu/").content.decode()
    assert "Rp2.000.007" in halaman
    assert "Rp1.250.000" in halaman
    salah = rina.post(f"{TAHUN}pagu/tulis/", awal | {"kode_2": "1", "pagu_2": "banyak"}).content.decode()
    assert "rupiah bulat" in salah
    assert "Belum diisi." in salah
    tetap = rina.post(f"{TAHUN}pagu/tulis/", {"sejak": "2026-06-01", "sumber": "Revisi 2"} | isi).content.decode()
    assert "Belum ada baris yang berubah" in tetap


def test_an_office_follows_the_plan_above_with_what_it_carries(pemeran: Pemeran, masuk: Masuk) -> None:
    renstra = draft_renstra(pemeran.pusat, ISI_RENSTRA, by=None)
    sasaran = draft_sasaran(renstra, kode="1", nama="Meningkatnya partisipasi", tujuan=None, by=None)
    indikator = draft_indikator(sasaran, PARTISIPASI, by=None)
    import_penetapan(renstra, tanggal=date(2025, 1, 2), by=None)
    rina = masuk(pemeran.rina)
    assert "Renstra KPU 2025–2029" in rina.get(f"{RENSTRA}ikuti/").content.decode()
    alamat = f"{RENSTRA}ikuti/{renstra.pk}/"
    assert "checked" in rina.get(alamat).content.decode()
    kosong = rina.post(alamat, {"tahun_mulai": "2026", "dasar": "Surat"}).content.decode()
    assert "Belum diisi." in kosong
    rina.post(alamat, {"tahun_mulai": "2026", "dasar": "Surat KPU", "daftar_indikator": [indikator.pk]})
    assert AdopsiRenstra.objects.get().dasar == "Surat KPU"
    halaman = rina.get(RENSTRA).content.decode()
    assert "diikuti sejak 2026 dengan 1 indikator" in halaman
    assert "sudah mempunyai versi" not in halaman
    baru = revise_renstra_pusat(renstra)
    assert f"{RENSTRA}ikuti/{baru.pk}/" in rina.get(RENSTRA).content.decode()
    # The plan above is read under the own address, and offers nothing to write.
    assert "Tambah" not in rina.get(f"{RENSTRA}{renstra.pk}/").content.decode()
    assert rina.get(f"{RENSTRA}{renstra.pk}/ubah/").status_code == 404
    assert rina.get(f"/satker/357200/indikator/{indikator.pk}/").status_code == 200


def revise_renstra_pusat(renstra: Renstra) -> Renstra:
    """The next version of the plan of KPU, adopted."""
    baru = Renstra.objects.create(
        satker=renstra.satker, mulai=2025, selesai=2029, versi=2, dasar="K", visi="V", alasan_revisi="Pagu",
        berlaku_mulai=date(2027, 1, 1),
    )  # fmt: skip
    import_penetapan(baru, tanggal=date(2026, 12, 1), by=None)
    return baru


def test_danu_and_tono_cannot_write(pemeran: Pemeran, naskah: Naskah, masuk: Masuk) -> None:
    for alamat in (f"{TAHUN}kode/impor/", f"{TAHUN}pagu/tulis/", f"{RENSTRA}ikuti/"):
        assert masuk(pemeran.danu).get(alamat).status_code == 403
        assert masuk(pemeran.tono).get(alamat).status_code == 404
    assert masuk(pemeran.danu).get(f"{TAHUN}pagu/").status_code == 200
