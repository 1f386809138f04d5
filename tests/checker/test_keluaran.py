"""Findings as JSON, SARIF and a page: the agreed shapes, every finding in its place, nothing executed."""

import json

from lxml import html

from akuntabel.core.checker.keluaran.data import build_periksa
from akuntabel.core.checker.keluaran.halaman import render_halaman
from akuntabel.core.checker.keluaran.sarif import build_sarif
from akuntabel.core.checker.registry import DAFTAR_ATURAN, check_naskah, select_aturan
from akuntabel.core.checker.temuan import HasilPeriksa
from akuntabel.core.readers.teks.teks import read_teks

LAPORAN = (
    "LAPORAN KINERJA\nKPU Kota Contoh\nTahun 2020\n\nKantor ini mempunyai 3 (empat) <b>sasaran</b>.\n\n"
    "Tabel 3.1 Realisasi Anggaran\n"
    "No\tUraian\tPagu\tRealisasi\tSisa\n"
    "1\tBelanja & <script>alert(1)</script>\t1.000.000\t400.000\t500.000\n"
    "2\tBelanja modal\t2.000.000\t1.500.000\t500.000\n"
)


def _periksa() -> HasilPeriksa:
    return check_naskah(read_teks("arsip/laporan.txt", LAPORAN), daftar_aturan=select_aturan(["ANG001", "BHS001"], []))


def test_json_has_the_agreed_shape():
    data = build_periksa(_periksa())
    assert json.loads(json.dumps(data)) == data
    assert set(data) == {"berkas", "satker", "tahun", "tabel", "temuan", "ringkasan"}
    assert (data["berkas"], data["satker"], data["tahun"]) == ("arsip/laporan.txt", "KPU Kota Contoh", 2020)
    assert data["tabel"] == [
        {
            "id": "t1",
            "judul": "Tabel 3.1 Realisasi Anggaran",
            "jenis": "anggaran",
            "halaman": None,
            "baris": 2,
            "kolom": 5,
        }
    ]
    sisa = next(t for t in data["temuan"] if t["kode"] == "ANG001")
    assert {"kode", "nama", "tingkat", "letak", "tertulis", "hitung", "penjelasan", "perbaikan", "tempat_lain"} == set(
        sisa
    )
    assert {"halaman": None, "tabel": "Tabel 3.1", "baris": 1, "kolom": 5, "teks": "500.000"}.items() <= sisa[
        "letak"
    ].items()
    terbilang = next(t for t in data["temuan"] if t["kode"] == "BHS001")["letak"]
    awal, akhir = terbilang["karakter"]
    assert "Kantor ini mempunyai 3 (empat) <b>sasaran</b>."[awal:akhir] == "3 (empat)"
    assert data["ringkasan"]["temuan"] == 2
    assert data["ringkasan"]["angka_diperiksa"] == 3


def test_sarif_names_rule_place_and_message():
    hasil = _periksa()
    (jalan,) = build_sarif([hasil], DAFTAR_ATURAN)["runs"]
    aturan = jalan["tool"]["driver"]["rules"]
    assert len(jalan["results"]) == len(hasil.temuan)
    for r in jalan["results"]:
        assert aturan[r["ruleIndex"]]["id"] == r["ruleId"]
        assert r["level"] in {"error", "warning", "note"}
        (tempat,) = r["locations"]
        assert tempat["physicalLocation"]["artifactLocation"]["uri"] == "arsip/laporan.txt"
        assert tempat["physicalLocation"]["region"]["startLine"] >= 1
        assert r["message"]["text"].startswith("Tertulis ")


def test_page_shows_each_finding_in_its_place_and_runs_nothing():
    akar = html.document_fromstring(render_halaman([_periksa()]))
    assert not akar.xpath("//script | //link | //img | //@onclick")
    (sel,) = akar.xpath("//td[contains(@class, 'galat')]")
    assert sel.text.strip() == "500.000"
    (rujukan,) = sel.xpath("a/@href")
    assert "hasil hitung" in akar.xpath(f"//*[@id='{rujukan[1:]}']")[0].text_content().lower()
    (kutipan,) = akar.xpath("//p[@class='kutipan']")
    assert kutipan.xpath("mark")[0].text == "3 (empat)"
    assert "<b>sasaran</b>" in kutipan.text_content()
    for tautan in akar.xpath("//a/@href"):
        assert akar.xpath(f"//*[@id='{tautan[1:]}']"), tautan


def test_page_says_so_when_all_is_well():
    benar = LAPORAN.replace("(empat)", "(tiga)").replace("400.000\t500.000", "400.000\t600.000")
    hasil = check_naskah(read_teks("a.txt", benar), daftar_aturan=select_aturan(["ANG001", "BHS001"], []))
    assert "Tidak ada temuan. Sebanyak 3 angka dihitung ulang" in render_halaman([hasil])
