"""Import of Renstra and Perjanjian Kinerja on the screen: errors at once, a preview, all or nothing."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pemeran import Pemeran

from akuntabel.core.readers.isian.baca import read_isian
from akuntabel.core.readers.isian.renstra import FORMULIR_RENSTRA
from akuntabel.core.readers.isian.templat import write_templat
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.files.models import Berkas
from akuntabel.siklus.organisasi.actions_unit import draft_unit
from akuntabel.siklus.perencanaan.actions.butir import write_sasaran
from akuntabel.siklus.perencanaan.actions.renstra import import_penetapan
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, Sasaran, TargetRenstra
from akuntabel.siklus.perjanjian.actions import set_target
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja

ALAMAT = "/satker/357200/2026/impor/"
RENSTRA = f"{ALAMAT}renstra/"
Masuk = Callable[[Pengguna], Client]
KEPALA_SASARAN = "Kode sasaran\tSasaran\tKode tujuan"


def _titipan(jawaban: HttpResponse) -> str:
    cocok = re.search(r'name="titipan" value="([^"]+)"', jawaban.text)
    assert cocok, "the page offers nothing to take"
    return unescape(cocok[1])


def _xlsx(ada: Mapping[str, Sequence[Mapping[str, object]]]) -> SimpleUploadedFile:
    isi = write_templat(FORMULIR_RENSTRA, judul="uji", daftar_tahun=range(2025, 2030), ada=ada)  # type: ignore[arg-type]
    return SimpleUploadedFile("renstra.xlsx", isi)


def _renstra() -> dict[str, list[dict[str, object]]]:
    indikator = {
        "kode": "1.1",
        "sasaran": "1",
        "nama": "Persentase partisipasi pemilih",
        "definisi": "Pengguna hak pilih dibagi pemilih.",
        "satuan": "%",
        "arah": "maksimasi",
        "rumus": "pengguna / dpt * 100",
        "sumber_data": "D.Hasil",
        "sumber_realisasi": "sendiri",
        "konsolidasi": "rumus",
        "agregasi": "rasio_dari_jumlah",
        "desimal": 2,
        "pengampu": "divisi-data",
        "jadwal": "setelah pemungutan suara",
    }
    return {
        "renstra": [{"mulai": 2025, "selesai": 2029, "dasar": "PKPU 1/2025", "visi": "Mandiri"}],
        "misi": [{"nomor": 2, "misi": "Menjaga"}, {"nomor": 1, "misi": "Melayani"}],
        "tujuan": [{"kode": "1", "nama": "Pemilihan yang baik"}],
        "sasaran": [{"kode": "1", "nama": "Meningkatnya partisipasi", "tujuan": "1"}],
        "indikator": [indikator],
        "target": [{"indikator": "1.1", "tahun": t, "target": "77.50"} for t in range(2025, 2030)],
        "pendanaan": [{"kode": "076.01", "uraian": "Program", "tahun": 2025, "pagu": 1_250_000_000}],
    }


@pytest.fixture
def rina(masuk: Masuk, pemeran: Pemeran) -> Client:
    """Signed in as the planner, in an office with a division."""
    draft_unit(pemeran.kota, kode="divisi-data", jenis="divisi", nama="Divisi Data", by=None)
    return masuk(pemeran.rina)


@pytest.fixture
def naskah(rina: Client) -> Renstra:
    """A draft that came in as a workbook."""
    rina.post(RENSTRA, {"titipan": _titipan(rina.post(RENSTRA, {"berkas": _xlsx(_renstra())}))})
    return Renstra.objects.get(satker__kode="357200")


def test_whole_plan_comes_in_as_a_workbook_after_a_look(rina: Client):
    pratinjau = rina.post(RENSTRA, {"berkas": _xlsx(_renstra())})
    assert "Target: 5 baru, 0 berubah, 0 sama" in pratinjau.text
    assert "Persentase partisipasi pemilih" in pratinjau.text
    assert not Renstra.objects.exists()
    jawaban = rina.post(RENSTRA, {"titipan": _titipan(pratinjau)}, follow=True)
    assert "semua isian sudah diambil" in jawaban.text
    renstra = Renstra.objects.get()
    assert renstra.misi == ["Melayani", "Menjaga"]
    indikator = Indikator.objects.get()
    assert (indikator.arah, indikator.pengampu.kode, indikator.jadwal) == (
        "maksimasi",
        "divisi-data",
        "setelah pemungutan suara",
    )
    assert set(TargetRenstra.objects.values_list("target", flat=True)) == {"77.50"}
    assert renstra.daftar_pendanaan.get().pagu == 1_250_000_000
    assert JejakAudit.objects.filter(tindakan="renstra.import", pelaku__nama="Rina").count() == 1


def test_all_mistakes_are_on_one_page_and_nothing_is_taken(rina: Client):
    rusak = _renstra()
    rusak["sasaran"][0]["tujuan"] = "9"
    rusak["indikator"][0]["pengampu"] = "divisi-lain"
    rusak["target"][0]["target"] = "banyak"
    jawaban = rina.post(RENSTRA, {"berkas": _xlsx(rusak)})
    assert "3 masalah; tidak ada yang diambil" in jawaban.text
    assert "Lembar Sasaran baris 5 kolom C (Kode tujuan)" in jawaban.text
    assert "banyak" in jawaban.text
    assert "titipan" not in jawaban.text
    assert not Renstra.objects.exists()
    assert not Berkas.objects.exists()


def test_filled_template_comes_back_without_a_change(rina: Client, naskah: Renstra):
    templat = rina.get(f"{RENSTRA}templat.xlsx?isi=1")
    assert "renstra-357200.xlsx" in templat.headers["Content-Disposition"]
    hasil = read_isian(FORMULIR_RENSTRA, "a.xlsx", templat.content)
    assert len(hasil.data["target"]) == 5
    jawaban = rina.post(RENSTRA, {"berkas": SimpleUploadedFile("renstra.xlsx", templat.content)})
    assert "Tidak ada yang perlu diambil" in jawaban.text
    naskah.refresh_from_db()
    assert naskah.suntingan == 0


def test_pasted_table_changes_what_it_names_and_nothing_else(rina: Client, naskah: Renstra):
    tempelan = f"{KEPALA_SASARAN}\n1\tMeningkatnya partisipasi warga\t1\n2\tTerjaganya data\t"
    pratinjau = rina.post(RENSTRA, {"tempelan": tempelan, "lembar": "sasaran"})
    assert "Sasaran: 1 baru, 1 berubah, 0 sama" in pratinjau.text
    assert "<del>Meningkatnya partisipasi</del>" in pratinjau.text
    assert "<ins>Meningkatnya partisipasi warga</ins>" in pratinjau.text
    rina.post(RENSTRA, {"titipan": _titipan(pratinjau)})
    assert list(naskah.daftar_sasaran.values_list("kode", "nama")) == [
        ("1", "Meningkatnya partisipasi warga"),
        ("2", "Terjaganya data"),
    ]
    assert Indikator.objects.count() == 1


def test_what_somebody_else_changed_since_the_look_is_not_written_over(rina: Client, naskah: Renstra, pemeran: Pemeran):
    pratinjau = rina.post(RENSTRA, {"tempelan": f"{KEPALA_SASARAN}\n1\tDari tempelan\t1", "lembar": "sasaran"})
    sasaran = naskah.daftar_sasaran.get()
    write_sasaran(sasaran, kode="1", nama="Dari layar", tujuan=sasaran.tujuan, dilihat=0, by=pemeran.rina)
    jawaban = rina.post(RENSTRA, {"titipan": _titipan(pratinjau)})
    assert "sudah berubah sejak pratinjau" in jawaban.text
    assert Sasaran.objects.get().nama == "Dari layar"


def test_nobody_takes_what_another_handed_in(rina: Client, naskah: Renstra, masuk: Masuk, pemeran: Pemeran):
    catatan = _titipan(rina.post(RENSTRA, {"tempelan": f"{KEPALA_SASARAN}\n1\tBaru\t1", "lembar": "sasaran"}))
    tono = masuk(pemeran.tono)
    jawaban = tono.post("/satker/337300/2026/impor/renstra/", {"titipan": catatan})
    assert "bukan untuk halaman ini" in jawaban.text
    assert "sudah kedaluwarsa" in rina.post(RENSTRA, {"titipan": catatan[:-2] + "xx"}).text
    assert Sasaran.objects.get().nama == "Meningkatnya partisipasi"


def test_period_whose_plan_is_adopted_needs_its_next_version_first(rina: Client, naskah: Renstra):
    import_penetapan(naskah, tanggal=date(2025, 1, 2), by=None)
    jawaban = rina.post(RENSTRA, {"berkas": _xlsx(_renstra())})
    assert "susun versi berikutnya" in jawaban.text
    assert "titipan" not in jawaban.text


def test_nothing_or_something_else_handed_in_is_told(rina: Client):
    assert "Pilih berkas, atau tempel tabelnya" in rina.post(RENSTRA, {}).text
    pdf = rina.post(RENSTRA, {"berkas": SimpleUploadedFile("a.pdf", b"%PDF-1.7")})
    assert "ini PDF" in pdf.text.lower() or "Ini PDF" in pdf.text


def test_targets_and_annex_of_an_agreement_come_in(rina: Client, draf: PerjanjianKinerja, pemeran: Pemeran):
    alamat = f"{ALAMAT}perjanjian/{draf.pk}/"
    indikator = draf.daftar_target.select_related("indikator").first().indikator
    set_target(draf, indikator, "70", by=pemeran.rina)
    templat = rina.get(f"{alamat}templat.xlsx?isi=1")
    assert templat.status_code == 200
    tempelan = f"Kode indikator\tTarget\n{indikator.kode}\t80,5"
    pratinjau = rina.post(alamat, {"tempelan": tempelan, "lembar": "target"})
    assert "<del>70</del>" in pratinjau.text
    assert "<ins>80,5</ins>" in pratinjau.text
    rina.post(alamat, {"titipan": _titipan(pratinjau)})
    assert draf.daftar_target.get(indikator=indikator).target == "80.5"
    tempelan = "Kode;Uraian;Sumber dana;Pagu\nZZ.1;Kegiatan baru;RM;1.000.000"
    rina.post(alamat, {"titipan": _titipan(rina.post(alamat, {"tempelan": tempelan, "lembar": "anggaran"}))})
    assert draf.daftar_anggaran.get(kode="ZZ.1").pagu == 1_000_000


def test_target_that_does_not_suit_its_indicator_is_told(rina: Client, draf: PerjanjianKinerja):
    kode = draf.daftar_target.select_related("indikator").first().indikator.kode
    tempelan = f"Kode indikator\tTarget\n{kode}\tbaik sekali\nX.9\t5"
    jawaban = rina.post(f"{ALAMAT}perjanjian/{draf.pk}/", {"tempelan": tempelan})
    assert "2 masalah" in jawaban.text
    assert "Arah indikator" in jawaban.text


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "admin"])
def test_who_does_not_plan_sees_only_what_to_take_away(masuk: Masuk, pemeran: Pemeran, nama: str):
    klien = masuk(getattr(pemeran, nama))
    halaman = klien.get(ALAMAT)
    assert "Unduh paket data" in halaman.text
    assert "Impor Renstra" not in halaman.text
    assert klien.get(RENSTRA).status_code == 403
    assert klien.post(RENSTRA, {"berkas": _xlsx(_renstra())}).status_code == 403


def test_tono_sees_nothing(masuk: Masuk, pemeran: Pemeran):
    assert masuk(pemeran.tono).get(ALAMAT).status_code == 404
