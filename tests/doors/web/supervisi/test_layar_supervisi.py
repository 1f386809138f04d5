"""Who looks after offices sees who is late, what was measured, reached and spent, and what they are together."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from python_calamine import CalamineWorkbook

from akuntabel.siklus.organisasi.actions import move_satker
from akuntabel.siklus.organisasi.models import EntitasPelapor
from doors.web.isi import TAHUN
from doors.web.supervisi.negeri import Negeri, build_laporan


def _alamat(nama: str, kode: str = "000000", **bagian: object) -> str:
    return reverse(nama, kwargs={"kode": kode, "tahun": TAHUN, **bagian})


def _buka(klien: Client, alamat: str, **kueri: str) -> html.HtmlElement:
    jawaban = klien.get(alamat, kueri)
    assert jawaban.status_code == 200
    return html.document_fromstring(jawaban.content.decode())


def _teks(e: html.HtmlElement) -> str:
    return " ".join(" ".join(e.itertext()).split())


def _baris(halaman: html.HtmlElement) -> list[list[str]]:
    """The cells of the first table, row by row."""
    return [[_teks(sel) for sel in tr.xpath("./th|./td")] for tr in halaman.xpath("(//table)[1]/tbody/tr")]


def _satker(halaman: html.HtmlElement) -> list[str]:
    """The offices of that table, in its order."""
    judul = "Keadaan tiap satker"
    return [_teks(th) for th in halaman.xpath(f"//section[h2='{judul}']//tbody/tr/th")]


def test_every_office_below_stands_with_its_state(pusat: Client, negeri: Negeri):
    baris = {b[0]: b[1:] for b in _baris(_buka(pusat, _alamat("supervisi")))}
    assert len(baris) == 7
    triwulan, *angka = baris["KPU Kota Blitar"]
    assert triwulan == "I : disusun, terlambat II : belum ada III : belum ada IV : belum ada"
    assert angka[:-1] == ["1 dari 1", "116,13% Baik", "Rp450 Rp900", "50,00%"]
    triwulan, *angka = baris["KPU Kabupaten Cilacap"]
    assert "terlambat" not in triwulan  # its province gave it more time
    assert angka[2:4] == ["– Rp50", "–"]  # what was spent is not known, which is not nothing


def test_how_far_each_report_has_come_stands_beside_it(pusat: Client, negeri: Negeri):
    build_laporan(negeri.satker["357200"], "diajukan")
    build_laporan(negeri.satker["337300"], "direviu")
    laporan = {b[0]: b[-1] for b in _baris(_buka(pusat, _alamat("supervisi")))}
    assert laporan["KPU Kota Blitar"] == "LKj : diajukan Reviu : berjalan Publik : belum ada"
    assert laporan["KPU Kota Salatiga"] == "LKj : direviu Reviu : selesai Publik : belum ada"
    assert laporan["KPU Jateng"] == "LKj : belum ada Reviu : belum ada Publik : belum ada"


def test_reports_are_counted_over_all_offices(pusat: Client, negeri: Negeri):
    build_laporan(negeri.satker["357200"], "diajukan")
    build_laporan(negeri.satker["337300"], "disusun")
    ringkas = {_teks(k[0]): _teks(k) for k in _buka(pusat, _alamat("supervisi")).xpath("//div[@class='ringkas']/*")}
    assert "0 dari 7" in ringkas["Laporan kinerja"]
    assert "1 disusun, 1 direviu, 0 menunggu tanda tangan" in ringkas["Laporan kinerja"]


def test_only_the_newest_revision_of_the_report_of_the_head_counts(pusat: Client, negeri: Negeri):
    satker = negeri.satker["357200"]
    build_laporan(satker, "diajukan")
    build_laporan(satker, "disusun", revisi=1)
    build_laporan(
        satker,
        "diajukan",
        entitas=EntitasPelapor.objects.create(
            satker=satker, kode="sekretariat", nama="Sekretariat", peran_pimpinan="sekretaris"
        ),
    )
    laporan = {b[0]: b[-1] for b in _baris(_buka(pusat, _alamat("supervisi")))}
    assert laporan["KPU Kota Blitar"].startswith("LKj : disusun")


def test_quarters_and_absorption_are_summed_over_all_offices(pusat: Client, negeri: Negeri):
    ringkas = {_teks(k[0]): _teks(k) for k in _buka(pusat, _alamat("supervisi")).xpath("//div[@class='ringkas']/*")}
    assert "terlambat 4 satker" in ringkas["Triwulan I"]
    assert "terlambat" not in ringkas["Triwulan II"]
    serapan = ringkas["Serapan anggaran"]
    assert "55,00%" in serapan  # 550 of 1.000: the office whose spending is unknown takes no part
    assert "rata-rata satker 75,00%; 2 dari 7 satker" in serapan


@pytest.mark.parametrize(
    ("urut", "pertama", "terakhir"),
    [
        ("", "KPU", "KPU Kabupaten Cilacap"),
        ("capaian", "KPU Kota Blitar", "KPU Jateng"),
        ("capaian_naik", "KPU Kabupaten Pacitan", "KPU Jateng"),
        ("serapan", "KPU Kota Salatiga", "KPU Kabupaten Cilacap"),
        ("serapan_naik", "KPU Kota Blitar", "KPU Kabupaten Cilacap"),
        ("terlambat", "KPU", "KPU Kabupaten Cilacap"),
    ],
)
def test_offices_are_put_in_order_and_those_without_a_figure_come_last(
    pusat: Client, negeri: Negeri, urut: str, pertama: str, terakhir: str
):
    nama = _satker(_buka(pusat, _alamat("supervisi"), urut=urut))
    assert (nama[0], nama[-1]) == (pertama, terakhir)


@pytest.mark.parametrize(
    ("saringan", "nama"),
    [
        ({"keadaan": "terlambat"}, {"KPU", "KPU Provinsi Jawa Timur", "KPU Kota Blitar", "KPU Kabupaten Pacitan"}),
        ({"keadaan": "belum"}, {"KPU", "KPU Provinsi Jawa Timur", "KPU Jateng"}),
        ({"provinsi": "330000", "jenis": "kota"}, {"KPU Kota Salatiga"}),
        ({"keadaan": "laporan", "q": "salatiga"}, {"KPU Kota Salatiga"}),
        ({"keadaan": "terbitan", "q": "salatiga"}, {"KPU Kota Salatiga"}),
        ({"q": "pacitan"}, {"KPU Kabupaten Pacitan"}),
        ({"q": "3372", "keadaan": "tidak-dikenal"}, set()),
    ],
)
def test_offices_are_filtered(pusat: Client, negeri: Negeri, saringan: dict[str, str], nama: set[str]):
    assert set(_satker(_buka(pusat, _alamat("supervisi"), **saringan))) == nama


def test_who_does_not_look_down_sees_the_one_office_only(client: Client, negeri: Negeri):
    client.force_login(negeri.pemeran.rina)
    assert _satker(_buka(client, _alamat("supervisi", "350000"))) == ["KPU Provinsi Jawa Timur"]
    assert not _baris(_buka(client, _alamat("supervisi_peringkat", "350000")))
    isi = client.get(_alamat("supervisi", "350000")).content.decode()
    assert "Blitar" not in isi.partition("<main")[2]
    assert client.get(_alamat("supervisi_indikator", "350000", silsilah=negeri.silsilah)).status_code == 404


def test_nobody_sees_offices_elsewhere(client: Client, negeri: Negeri):
    client.force_login(negeri.pemeran.tono)
    assert client.get(_alamat("supervisi", "350000")).status_code == 404
    assert client.get(_alamat("supervisi_peringkat", "357200")).status_code == 404


def test_a_province_sees_its_own_offices(client: Client, negeri: Negeri):
    client.force_login(negeri.pemeran.sari)
    baris = _baris(_buka(client, _alamat("supervisi_peringkat", "350000")))
    assert [b[:2] for b in baris] == [["1", "KPU Kota Blitar"], ["2", "KPU Kabupaten Pacitan"]]


def test_the_ratio_of_sums_stands_beside_the_mean_and_warns_where_they_disagree(pusat: Client, negeri: Negeri):
    halaman = _buka(pusat, _alamat("supervisi_indikator", silsilah=negeri.silsilah))
    jatim = next(b for b in _baris(halaman) if b[0] == "KPU Provinsi Jawa Timur")
    assert jatim[1:3] == ["82,73%", "50,00%"]  # 91 of 110; the mean of 90 % and 10 %
    assert jatim[4:] == ["2 dari 2", "rasio 1, rata-rata 2"]
    assert "Urutan 2 satker berbeda" in _teks(halaman)


def test_an_unknown_indicator_is_not_found(pusat: Client, negeri: Negeri):
    asing = "00000000-0000-0000-0000-00000000000f"
    assert pusat.get(_alamat("supervisi_indikator", silsilah=asing)).status_code == 404
    assert pusat.get(_alamat("supervisi_peringkat"), {"indikator": asing}).status_code == 404
    assert pusat.get(_alamat("supervisi_peringkat"), {"indikator": "bukan-uuid"}).status_code == 404


def test_a_league_puts_the_best_first_with_the_years_before(pusat: Client, negeri: Negeri):
    assert _baris(_buka(pusat, _alamat("supervisi_peringkat"))) == [
        ["1", "KPU Kota Blitar", "–", "–", "–", "64,52", "116,13"],
        ["2", "KPU Kota Salatiga", "–", "–", "–", "–", "77,42"],
        ["2", "KPU Kabupaten Cilacap", "–", "–", "–", "–", "77,42"],
        ["4", "KPU Kabupaten Pacitan", "–", "–", "–", "–", "12,90"],
    ]


def test_a_league_can_begin_with_the_lowest(pusat: Client, negeri: Negeri):
    baris = _baris(_buka(pusat, _alamat("supervisi_peringkat"), urut="naik"))
    assert [b[0] for b in baris] == ["1", "2", "2", "4"]
    assert baris[0][1] == "KPU Kabupaten Pacitan"


def test_all_indicators_stand_beside_each_other(pusat: Client, negeri: Negeri):
    halaman = _buka(pusat, _alamat("supervisi_peringkat"), bentuk="semua", indikator=str(negeri.silsilah))
    assert _baris(halaman)[0] == ["1", "KPU Kota Blitar", "116,13", "116,13"]


def test_a_league_follows_an_office_that_moves(pusat: Client, negeri: Negeri):
    tujuan = negeri.satker["330000"]
    move_satker(negeri.satker["357200"], induk=tujuan, by=negeri.pemeran.admin, alasan="-")
    baris = _baris(_buka(pusat, _alamat("supervisi_indikator", silsilah=negeri.silsilah)))
    assert next(b for b in baris if b[0] == "KPU Provinsi Jawa Timur")[1:3] == ["10,00%", "10,00%"]


@pytest.mark.parametrize("nama", ["supervisi_berkas", "supervisi_peringkat_berkas"])
def test_tables_are_taken_away_as_files(pusat: Client, negeri: Negeri, nama: str):
    tabel = pusat.get(_alamat(nama, format_="csv"))
    baris = list(csv.reader(io.StringIO(tabel.content.decode("utf-8-sig"))))
    buku = pusat.get(_alamat(nama, format_="xlsx"))
    lembar = CalamineWorkbook.from_filelike(io.BytesIO(buku.content)).get_sheet_by_index(0).to_python()
    assert [len(b) for b in lembar] == [len(b) for b in baris]
    assert lembar[0] == baris[0]
    assert len(lembar) == (8 if nama == "supervisi_berkas" else 5)
    assert pusat.get(_alamat(nama, format_="exe")).status_code == 404


def test_a_file_has_the_figures_to_their_last_digit(pusat: Client, negeri: Negeri):
    teks = pusat.get(_alamat("supervisi_peringkat_berkas", format_="csv")).content.decode("utf-8-sig")
    assert "116.129032258064516129032258" in teks


def test_a_name_that_looks_like_a_formula_is_text(pusat: Client, negeri: Negeri):
    blitar = negeri.satker["357200"]
    type(blitar).objects.filter(pk=blitar.pk).update(nama="=CMD()")
    teks = pusat.get(_alamat("supervisi_berkas", format_="csv")).content.decode("utf-8-sig")
    assert "'=CMD()" in teks
    buku = pusat.get(_alamat("supervisi_berkas", format_="xlsx")).content
    lembar = CalamineWorkbook.from_filelike(io.BytesIO(buku)).get_sheet_by_index(0).to_python()
    assert any("=CMD()" in baris for baris in lembar)
