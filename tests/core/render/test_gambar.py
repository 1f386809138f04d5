"""Figures: the same every time, with the shipped typeface, our words, and no id that two of them share."""

import re
import struct
from decimal import Decimal

import pytest
from lxml import etree

from akuntabel.core.naskah.grafik import Langkah, Titik, air_terjun, batang, batang_datar, batang_kelompok, peluru
from akuntabel.core.naskah.lebar import measure_teks
from akuntabel.core.naskah.model import Gambar, JenisGambar
from akuntabel.core.render.bagan import BANTALAN_MM, PT, draw_bagan
from akuntabel.core.render.gambar import _draw, draw_gambar

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


def test_words_of_an_organisation_chart_fit_their_boxes():
    nama = ["Divisi Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat, dan Sumber Daya Manusia", "Divisi Hukum"]
    pohon = {"judul": "Ketua", "keterangan": "Bu Ketua", "anak": [{"judul": n} for n in nama * 2]}
    svg, tinggi = draw_bagan(pohon, 155)
    akar = etree.fromstring(svg.encode())
    ruang = {"x": "{http://www.w3.org/2000/svg}"}
    kotak = [(float(r.get("x")), float(r.get("width"))) for r in akar.iter(f"{ruang['x']}rect")]
    assert len(kotak) == 5
    for teks in akar.iter(f"{ruang['x']}text"):
        tengah = float(teks.get("x"))
        lebar = next(w for x, w in kotak if x <= tengah <= x + w)
        tebal = teks.get("font-weight") == "bold"
        assert measure_teks(teks.text or "", PT, tebal=tebal) <= lebar - 2 * BANTALAN_MM + 0.01
    assert max(float(r.get("y")) + float(r.get("height")) for r in akar.iter(f"{ruang['x']}rect")) <= tinggi
    assert "Bu Ketua" in svg
