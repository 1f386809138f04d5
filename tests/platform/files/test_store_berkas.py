"""A file is taken in once, whole, and only when it is what its name says."""

import io
from pathlib import Path

import isi_berkas as isi
import pytest
from django.db import DatabaseError, IntegrityError, transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.jenis import JENIS_UMUM, P12, PDF
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import DAFTAR_RETENSI, Retensi
from akuntabel.platform.files.simpan import BerkasDitolakError, clean_nama, open_berkas, store_berkas, verify_berkas

KERTAS = Retensi.KERTAS_KERJA


def _daftar_berkas(folder: Path) -> list[Path]:
    return sorted(p.relative_to(folder) for p in folder.rglob("*") if p.is_file())


@pytest.mark.parametrize(
    ("nama", "bita"),
    [
        ("PK 2025.pdf", isi.PDF),
        ("logo.PNG", isi.PNG),
        ("foto.jpeg", isi.JPEG),
        ("Renstra.xlsx", isi.XLSX),
        ("Renstra.docx", isi.DOCX),
        ("target.csv", isi.CSV),
        ("target-excel-lama.csv", "kode;uraian\n1;café\n".encode("cp1252")),
        ("catatan.txt", b"Catatan rapat.\r\n"),
        ("paket.zip", isi.ZIP),
    ],
)
def test_a_file_that_is_what_its_name_says_comes_back_byte_for_byte(rina: Pengguna, nama: str, bita: bytes):
    berkas = store_berkas(io.BytesIO(bita), nama, by=rina, retensi=KERTAS)
    with open_berkas(berkas) as kembali:
        assert kembali.read() == bita
    assert (berkas.nama, berkas.ukuran, berkas.pengunggah) == (nama, len(bita), rina)
    assert verify_berkas(berkas) == ""


@pytest.mark.parametrize(
    ("nama", "bita", "pesan"),
    [
        ("PK.pdf", isi.PNG, "berisi png"),
        ("PK.pdf", isi.EXE, "berisi application/vnd.microsoft.portable-executable"),
        ("data.csv", isi.ELF, "berisi data biner"),
        ("data.csv", b"<html><script>alert(1)</script>", "HTML, XML, SVG, atau skrip"),
        ("data.txt", b"\xef\xbb\xbf  <svg xmlns='http://www.w3.org/2000/svg'/>", "HTML, XML, SVG, atau skrip"),
        ("data.txt", b"#!/bin/sh\nrm -rf /\n", "HTML, XML, SVG, atau skrip"),
        ("data.csv", "kode,uraian".encode("utf-16"), "CSV UTF-8"),
        ("Renstra.xlsx", isi.DOCX, "berisi docx"),
        ("Renstra.xlsx", isi.XLSM, "dokumen Office dengan makro"),
        ("Renstra.xlsx", isi.XLSX[:60], "ZIP yang rusak"),
        ("paket.zip", isi.DOCX, "berisi docx"),
        ("kosong.txt", b"", "berisi nol bita"),
        ("gambar.svg", b"<svg/>", "tertulis “.svg”, diharapkan PDF, PNG"),
        ("halaman.html", b"<html>", "tertulis “.html”"),
        ("pasang.exe", isi.EXE, "tertulis “.exe”"),
        ("LICENSE", b"teks", "nama tanpa akhiran"),
        ("kunci.p12", isi.P12, "tertulis “.p12”"),
    ],
    ids=range(17),  # the bytes of a ZIP hold the time: no name for a test
)
def test_a_file_that_is_something_else_is_refused_and_nothing_is_left(
    rina: Pengguna, folder_berkas: Path, nama: str, bita: bytes, pesan: str
):
    with pytest.raises(BerkasDitolakError) as galat:
        store_berkas(bita, nama, by=rina, retensi=KERTAS)
    assert pesan in str(galat.value)
    assert not Berkas.objects.exists()
    assert _daftar_berkas(folder_berkas) == []


def test_a_private_key_is_taken_only_where_it_is_asked_for(rina: Pengguna):
    berkas = store_berkas(isi.P12, "kunci.p12", by=rina, retensi=Retensi.SEMENTARA, jenis_boleh=[P12])
    assert berkas.jenis == "application/x-pkcs12"
    with pytest.raises(BerkasDitolakError, match=r"diharapkan P12\."):
        store_berkas(isi.PDF, "PK.pdf", by=rina, retensi=KERTAS, jenis_boleh=[P12])


def test_all_that_is_wrong_is_said_at_once(rina: Pengguna):
    with pytest.raises(BerkasDitolakError) as galat:
        store_berkas(b"x" * 20, "a.exe", by=rina, retensi=KERTAS, jenis_boleh=[PDF], batas=10)
    assert [str(m) for m in galat.value.daftar_masalah] == [
        "a.exe: tertulis “lebih dari 10 bita”, diharapkan paling banyak 10 bita. Perkecil atau bagi berkasnya.",
        "a.exe: tertulis “.exe”, diharapkan PDF. Simpan dalam salah satu bentuk itu, lalu unggah kembali.",
    ]


class TanpaAkhir:
    """A stream that goes on for ever."""

    dibaca = 0

    def read(self, size: int = -1, /) -> bytes:
        self.dibaca += size
        return isi.PDF[: min(size, 5)] if self.dibaca == size else b" " * size


def test_a_stream_is_not_read_further_than_its_limit(rina: Pengguna):
    sumber = TanpaAkhir()
    with pytest.raises(BerkasDitolakError, match="paling banyak 1 MiB"):
        store_berkas(sumber, "a.pdf", by=rina, retensi=KERTAS, batas=1024 * 1024)
    assert sumber.dibaca < 2 * 1024 * 1024


def test_every_kind_has_a_limit_of_its_own():
    assert all(0 < j.batas <= 200 * 1024 * 1024 for j in (*JENIS_UMUM, P12))


def test_the_same_bytes_are_kept_once_and_for_the_longer_time(rina: Pengguna, folder_berkas: Path):
    pertama = store_berkas(isi.PDF, "PK.pdf", by=rina, retensi=KERTAS)
    kedua = store_berkas(isi.PDF, "PK (salinan).pdf", by=rina, retensi=Retensi.PERMANEN)
    ketiga = store_berkas(isi.PDF, "PK.pdf", by=rina, retensi=Retensi.SEMENTARA)
    assert pertama.pk == kedua.pk == ketiga.pk
    assert (ketiga.nama, ketiga.retensi) == ("PK.pdf", Retensi.PERMANEN)
    s = pertama.sidik
    assert _daftar_berkas(folder_berkas) == [Path(s[:2]) / s[2:4] / s]


def test_the_database_knows_no_second_row_of_the_same_bytes(rina: Pengguna):
    berkas = store_berkas(isi.PDF, "PK.pdf", by=rina, retensi=KERTAS)
    with pytest.raises(IntegrityError), transaction.atomic():
        Berkas.objects.create(sidik=berkas.sidik, nama="x.pdf", jenis="x", ukuran=1, retensi=KERTAS)


@pytest.mark.parametrize("bidang", ["sidik", "nama", "jenis", "ukuran", "created_at"])
def test_the_database_refuses_to_change_what_a_file_is(rina: Pengguna, bidang: str):
    berkas = store_berkas(isi.PDF, "PK.pdf", by=rina, retensi=KERTAS)
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        Berkas.objects.filter(pk=berkas.pk).update(**{bidang: getattr(berkas, bidang)})


def test_who_is_stopped_while_writing_leaves_no_half_file(
    rina: Pengguna, folder_berkas: Path, monkeypatch: pytest.MonkeyPatch
):
    def penuh(nomor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("akuntabel.platform.files.penyimpanan.os.fsync", penuh)
    with pytest.raises(OSError, match="No space"):
        store_berkas(isi.PDF, "PK.pdf", by=rina, retensi=KERTAS)
    assert _daftar_berkas(folder_berkas) == []
    assert not Berkas.objects.exists()


def test_damaged_and_lost_bytes_are_found_and_mended_by_bringing_them_again(rina: Pengguna, folder_berkas: Path):
    berkas = store_berkas(isi.PDF, "PK.pdf", by=rina, retensi=KERTAS)
    di_disk = folder_berkas / berkas.letak
    di_disk.write_bytes(isi.PDF.replace(b"1.7", b"1.6"))
    assert f"diharapkan {berkas.sidik[:12]}" in verify_berkas(berkas)
    di_disk.unlink()
    assert "tidak ada di penyimpanan" in verify_berkas(berkas)
    store_berkas(isi.PDF, "PK.pdf", by=rina, retensi=KERTAS)
    assert verify_berkas(berkas) == ""


@pytest.mark.parametrize(
    ("tertulis", "bersih"),
    [
        (r"C:\Users\rina\PK 2025.pdf", "PK 2025.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("laporan\u202efdp.exe", "laporanfdp.exe"),  # a sign that turns the direction of writing
        ("a\x00b\nc.pdf", "ab c.pdf"),
        ('PK "final"?.pdf', "PK _final__.pdf"),
        ("con.txt", "_con.txt"),
        ("...", "berkas"),
        ("n" * 300 + ".pdf", "n" * 146 + ".pdf"),
    ],
)
def test_names_are_cleaned(tertulis: str, bersih: str):
    assert clean_nama(tertulis) == bersih


def test_every_class_of_retention_says_its_law():
    assert set(DAFTAR_RETENSI) == set(Retensi)
    assert all(k.dasar and k.catatan and k.nasib in ("musnah", "permanen") for k in DAFTAR_RETENSI.values())
