"""Publishing: every file says the same, its rows too; who may, once, whole or not at all; a revision replaces."""

import io
import json
from pathlib import Path

import pikepdf
import pytest
from angka_dokumen import read_angka, read_angka_json
from django.core.exceptions import PermissionDenied, ValidationError
from terbit_contoh import PDF_KECIL, TANGGAL, KantorTerbit, read_isi

from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.readers.baca import read_berkas
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.platform.tasks.kerjakan import run_tugas
from akuntabel.platform.tasks.models import StatusTugas
from akuntabel.siklus.pelaporan.zip_paket import unpack_paket
from akuntabel.siklus.perencanaan.models import KodeReferensi
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import verify_dokumen
from akuntabel.siklus.publikasi import actions
from akuntabel.siklus.publikasi.actions import publish_laporan
from akuntabel.siklus.publikasi.actions_penetapan import adopt_laporan_basah
from akuntabel.siklus.publikasi.models import DokumenTerbit, StatusTerbitan, Terbitan
from akuntabel.siklus.publikasi.tugas import find_tugas, submit_terbitan
from contoh_paket import compute_contoh

pytestmark = pytest.mark.django_db


def _isi(terbitan: Terbitan, format_: str) -> bytes:
    return read_isi(terbitan.daftar_dokumen.get(format=format_).berkas)


def test_all_files_of_a_report_show_the_same_figures(kantor: KantorTerbit):
    terbitan = kantor.terbitkan()
    acuan = read_angka_json(_isi(terbitan, "json"))
    assert sum(map(len, acuan.values())) > 1000
    for format_ in ("docx", "html", "pdf"):
        assert read_angka(f"laporan.{format_}", _isi(terbitan, format_)) == acuan, format_


def test_the_checker_is_silent_on_every_file(kantor: KantorTerbit, tmp_path: Path):
    terbitan = kantor.terbitkan()
    for format_ in ("docx", "html", "pdf"):
        berkas = tmp_path / f"laporan.{format_}"
        berkas.write_bytes(_isi(terbitan, format_))
        hasil = check_naskah(read_berkas(berkas))
        assert [(t.kode, str(t.bukti.letak), t.bukti.tertulis) for t in hasil.temuan] == []
        assert hasil.angka_diperiksa > 150


def test_the_rows_say_what_the_document_prints(kantor: KantorTerbit):
    terbitan = kantor.terbitkan()
    hasil = compute_contoh()
    per_kode = {i.kode: i for i in terbitan.daftar_indikator.all()}
    html = _isi(terbitan, "html").decode()
    assert list(per_kode) == [i.indikator.kode for i in hasil.indikator]
    for i in per_kode.values():
        for tercetak in (i.target_tercetak, i.realisasi_tercetak, i.capaian_tercetak):
            assert tercetak in html, (i.kode, tercetak)
    lebih = per_kode["1.5"]
    assert (lebih.capaian, lebih.capaian_terbatas) == ("196.4226651579771955783793193", "120")
    assert lebih.jejak is not None
    assert lebih.jejak["hasil"] == lebih.capaian
    menunggu = per_kode["3.2"]
    assert (menunggu.capaian, menunggu.realisasi, menunggu.realisasi_tercetak) == ("", "", "menunggu rilis")
    assert menunggu.is_tercapai is None
    assert all(i.silsilah for i in per_kode.values())


def test_the_office_year_in_figures(kantor: KantorTerbit):
    terbitan = kantor.terbitkan()
    hasil, total = compute_contoh(), compute_contoh().anggaran.total.semua
    assert (terbitan.capaian, terbitan.capaian_tercetak) == (str(hasil.organisasi.nilai.angka), "91,70%")
    assert (terbitan.kategori, terbitan.urut_capaian) == ("Berhasil", 91_700721)
    assert (terbitan.jumlah_indikator, terbitan.jumlah_terukur, terbitan.jumlah_tercapai) == (11, 9, 7)
    assert (terbitan.pagu, terbitan.realisasi) == (total.pagu, total.realisasi)
    assert terbitan.daftar_anggaran.count() == len(hasil.anggaran.baris)
    assert terbitan.daftar_sasaran.count() == 3
    assert terbitan.daftar_riwayat.get(indikator="1.2", tahun=2015).realisasi == "71"
    assert "91,70%" in terbitan.ringkasan
    assert (terbitan.nama_induk, terbitan.penanda_tangan) == ("KPU Provinsi Jawa Timur", terbitan.penanda_tangan)
    assert (terbitan.tanggal_tanda_tangan, terbitan.pereviu) == (TANGGAL, "Sari Auditor")


def test_a_code_of_the_budget_without_a_name_is_not_published_as_its_own_name(kantor: KantorTerbit):
    KodeReferensi.objects.filter(kode="3355").update(uraian="3355")
    nama = dict(kantor.terbitkan().daftar_anggaran.values_list("kode", "nama"))
    assert nama["3355"] == "(tanpa nama dalam referensi)"
    assert nama["3356"] != nama["3355"]


def test_the_signature_still_verifies_and_the_data_inside_are_those_beside(kantor: KantorTerbit):
    terbitan = kantor.terbitkan()
    pdf, paket = _isi(terbitan, "pdf"), _isi(terbitan, "zip")
    assert verify_dokumen(pdf).is_utuh
    with pikepdf.open(io.BytesIO(pdf)) as berkas:
        (sematan,) = berkas.attachments.values()
        assert sematan.get_file().read_bytes() == paket
    assert unpack_paket("paket.zip", paket).sidik == terbitan.sidik == json.loads(_isi(terbitan, "json"))["sidik"]


def test_every_file_is_named_and_hashed(kantor: KantorTerbit):
    terbitan = kantor.terbitkan()
    daftar = list(terbitan.daftar_dokumen.all())
    assert [(d.format, d.nama) for d in daftar] == [
        ("pdf", "laporan-kinerja-657960-2020-kpu.pdf"),
        ("zip", "laporan-kinerja-657960-2020-kpu-paket.zip"),
        ("docx", "laporan-kinerja-657960-2020-kpu.docx"),
        ("html", "laporan-kinerja-657960-2020-kpu.html"),
        ("json", "laporan-kinerja-657960-2020-kpu.json"),
        ("csv", "laporan-kinerja-657960-2020-kpu-indikator.csv"),
        ("csv", "laporan-kinerja-657960-2020-kpu-anggaran.csv"),
    ]
    assert all((d.sha256, d.ukuran) == (d.berkas.sidik, len(read_isi(d.berkas))) for d in daftar)
    csv = read_isi(daftar[5].berkas).decode().splitlines()
    assert csv[1].startswith("https://sakip.contoh.go.id/publik/terbitan/657960-2020-kpu/#indikator-1.1,")


def test_a_report_signed_on_paper_is_published_with_its_scan(kantor: KantorTerbit):
    kantor.reviu()
    adopt_laporan_basah(
        kantor.laporan, by=kantor.pemeran.bu_ketua, tanggal=TANGGAL, isi=PDF_KECIL, nama="tanda tangan.PDF"
    )
    terbitan = publish_laporan(kantor.laporan, by=kantor.pemeran.bu_ketua)
    assert not terbitan.is_elektronik
    pindaian = terbitan.daftar_dokumen.get(format="pindaian")
    assert (pindaian.nama, read_isi(pindaian.berkas)) == ("laporan-kinerja-657960-2020-kpu-pindaian.pdf", PDF_KECIL)


@pytest.mark.parametrize("siapa", ["danu", "sari", "tono", "admin"])
def test_nobody_else_publishes(kantor: KantorTerbit, siapa: str):
    kantor.tetapkan()
    with pytest.raises(PermissionDenied):
        publish_laporan(kantor.laporan, by=getattr(kantor.pemeran, siapa))
    with pytest.raises(PermissionDenied):
        submit_terbitan(kantor.laporan, by=getattr(kantor.pemeran, siapa))
    assert not Terbitan.objects.exists()


def test_a_report_that_is_not_signed_is_not_published(kantor: KantorTerbit):
    kantor.reviu()
    with pytest.raises(ValidationError, match="diterbitkan sesudah ditandatangani"):
        publish_laporan(kantor.laporan, by=kantor.pemeran.rina)


def test_published_twice_it_is_public_once(kantor: KantorTerbit):
    terbitan = kantor.terbitkan()
    assert publish_laporan(kantor.laporan, by=kantor.pemeran.bu_ketua) == terbitan
    assert Terbitan.objects.count() == 1
    assert JejakAudit.objects.filter(tindakan="laporan.publish").count() == 1
    assert Notifikasi.objects.filter(pengguna=kantor.pemeran.bu_ketua, jenis="laporan.publish").count() == 1


def test_a_failure_in_the_middle_leaves_nothing_public(kantor: KantorTerbit, monkeypatch: pytest.MonkeyPatch):
    kantor.tetapkan()
    sebelum = Berkas.objects.count()

    def gagal(*_: object, **__: object) -> None:
        raise OSError("penyimpanan penuh")

    monkeypatch.setattr(actions, "write_dokumen", gagal)
    with pytest.raises(OSError, match="penuh"):
        publish_laporan(kantor.laporan, by=kantor.pemeran.rina)
    assert not Terbitan.objects.exists()
    assert not DokumenTerbit.objects.exists()
    assert Berkas.objects.count() == sebelum


def test_in_the_background_it_tells_how_far_it_is(kantor: KantorTerbit):
    kantor.tetapkan()
    tugas = submit_terbitan(kantor.laporan, by=kantor.pemeran.rina)
    assert submit_terbitan(kantor.laporan, by=kantor.pemeran.bu_ketua) == tugas
    assert run_tugas(tugas.pk, "uji")
    selesai = find_tugas(kantor.laporan)
    assert selesai is not None
    assert (selesai.status, selesai.persen) == (StatusTugas.SELESAI, 100)
    assert selesai.hasil == {"slug": "657960-2020-kpu"}
    assert Terbitan.objects.get().status == StatusTerbitan.TERBIT
