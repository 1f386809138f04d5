"""Figures: the same every time, with the shipped typeface, our words, and no id that two of them share."""

import re
import struct
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from akuntabel.core.naskah.grafik import (
    AKSEN,
    PUDAR,
    SOROT,
    TINTA,
    Langkah,
    Titik,
    air_terjun,
    batang,
    batang_datar,
    batang_kelompok,
    peluru,
)
from akuntabel.core.naskah.model import Bab, Gambar, JenisBab, JenisGambar, Naskah, PenandaTangan, TandaTangan
from akuntabel.core.render.gambar import ID_QR, _draw, draw_gambar, draw_semua

TITIK = [Titik("2015", Decimal(71), "71%"), Titik("2020", Decimal("78.844"), "78,84%")]
GRAFIK = {
    "batang": batang(TITIK, garis=Decimal(77), label_garis="target 77%"),
    "batang_datar": batang_datar(TITIK, garis=Decimal(100), label_garis="target 100%"),
    "batang_kelompok": batang_kelompok([Titik("L", 308, "308", "Terdaftar"), Titik("L", 143, "143", "Memilih")]),
    "peluru": peluru(
        [Titik("RM", 100, "52,91%", "Pagu"), Titik("RM", 53, "", "Realisasi")], seri=("Pagu", "Realisasi")
    ),
    "air_terjun": air_terjun([Langkah("Awal", 0, 100, "100"), Langkah("Rev. 1", 100, 80, "-20")]),
}


def _gambar(spesifikasi: dict[str, object], jenis: JenisGambar = JenisGambar.VEGA_LITE) -> Gambar:
    return Gambar("g", "Judul", jenis, spesifikasi, "alt", 155, 62)


@pytest.mark.parametrize("nama", GRAFIK)
def test_chart_shows_our_labels_in_the_shipped_typeface(nama: str):
    jadi = draw_gambar(_gambar(GRAFIK[nama]), png=False)
    labels = re.findall(r"'label': '([^']+)'", str(GRAFIK[nama]))
    teks = "".join(etree.fromstring(jadi.svg.encode()).itertext())
    assert labels
    assert all(label in teks for label in labels)
    assert "Liberation Sans" in jadi.svg
    assert jadi.png == b""


def test_same_chart_is_drawn_the_same():
    satu = draw_gambar(_gambar(GRAFIK["batang"]))
    _draw.cache_clear()
    assert draw_gambar(_gambar(GRAFIK["batang"])) == satu


def test_picture_for_word_has_its_size_on_paper():
    png = draw_gambar(_gambar(GRAFIK["batang"])).png
    lebar, _tinggi = struct.unpack(">II", png[16:24])
    assert lebar == pytest.approx(155 / 25.4 * 220, abs=4)


def test_ids_of_two_figures_differ():
    ids = [
        set(re.findall(r'id="([^"]+)"', draw_gambar(_gambar(GRAFIK[n]), png=False).svg)) for n in ("batang", "peluru")
    ]
    assert not ids[0] & ids[1]


def test_qr_is_drawn_for_both():
    jadi = draw_gambar(_gambar({"isi": "akuntabel:abc"}, JenisGambar.QR))
    assert "<svg" in jadi.svg
    assert jadi.png.startswith(b"\x89PNG")


def test_target_runs_behind_the_bars_and_has_its_name_beside():
    svg = draw_gambar(_gambar(GRAFIK["batang_datar"]), png=False).svg
    assert SOROT in svg
    assert svg.index("stroke-dasharray") < svg.index(f'fill="{AKSEN}"')
    assert "target 100%" in svg


def test_target_beyond_every_bar_is_still_shown():
    jauh = batang([Titik("2020", 50, "50%")], garis=Decimal(80), label_garis="target 80%")
    assert "target 80%" in draw_gambar(_gambar(jauh), png=False).svg


def test_bars_without_a_figure_are_drawn_too():
    for spesifikasi in (batang([]), batang_datar([]), air_terjun([]), batang([Titik("2020", 0, "0%")])):
        assert "<svg" in draw_gambar(_gambar(spesifikasi), png=False).svg


def test_figures_that_vega_writes_are_indonesian():
    spesifikasi = {
        "data": {"values": [{"a": 1234567.5}]},
        "mark": "text",
        "encoding": {"text": {"field": "a", "type": "quantitative", "format": "$,.1f"}},
    }
    assert "Rp1.234.567,5" in draw_gambar(_gambar(spesifikasi), png=False).svg


def test_specification_fetches_nothing():
    luar = {"data": {"url": "https://contoh.invalid/a.json"}, "mark": "point"}
    with pytest.raises(ValueError, match=r"contoh\.invalid"):
        draw_gambar(_gambar(luar), png=False)


def _terang(warna: str) -> float:
    kanal = [int(warna[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    merah, hijau, biru = (k / 12.92 if k <= 0.03928 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal)
    return 0.2126 * merah + 0.7152 * hijau + 0.0722 * biru


@pytest.mark.parametrize(
    ("depan", "belakang", "banding"),
    [
        (PUDAR, "#ffffff", 3),
        (AKSEN, "#ffffff", 3),
        (SOROT, "#ffffff", 4.5),
        (AKSEN, PUDAR, 3),
        (TINTA, PUDAR, 4.5),
        ("#ffffff", AKSEN, 4.5),
    ],
)
def test_colours_can_be_told_apart(depan: str, belakang: str, banding: float):
    gelap, terang = sorted((_terang(depan), _terang(belakang)))
    assert (terang + 0.05) / (gelap + 0.05) >= banding


def test_every_figure_of_a_document_is_drawn_and_the_qr_of_its_signatures():
    tanda_tangan = TandaTangan("Blitar", (PenandaTangan(("Ketua,",), "Bu Ketua"),), qr=True)
    bab = Bab(JenisBab.BAB, "Bab", (_gambar(GRAFIK["batang"]), tanda_tangan), "bab")
    lampiran = Bab(JenisBab.LAMPIRAN, "L", (Gambar("q", "", JenisGambar.QR, {"isi": "x"}, "alt", 20, 20),), "lampiran")
    assert draw_semua(Naskah("Judul", (bab, lampiran), "Penulis", 2020), png=False).keys() == {"g", "q", ID_QR}


def test_directory_of_drawings_is_used_and_mended(tmp_path: Path):
    gambar = _gambar({"isi": "akuntabel:abc"}, JenisGambar.QR)
    pertama = draw_gambar(gambar, simpanan=tmp_path)
    (berkas,) = tmp_path.iterdir()
    _draw.cache_clear()
    assert draw_gambar(gambar, simpanan=tmp_path) == pertama
    assert _draw.cache_info().misses == 0
    berkas.write_text("rusak")
    assert draw_gambar(gambar, simpanan=tmp_path) == pertama
    assert berkas.read_text() != "rusak"


def test_another_size_is_another_drawing(tmp_path: Path):
    for sisi in (20, 30):
        draw_gambar(Gambar("g", "", JenisGambar.QR, {"isi": "x"}, "alt", sisi, sisi), simpanan=tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
