"""Pictures: as long as their figures, well-formed, with no word that could be markup, drawn once per content."""

from decimal import Decimal
from xml.etree import ElementTree

from akuntabel.doors.web.gambar import LEBAR, Batang, TitikBulan, draw_batang, draw_bulanan

SVG = {"s": "svg"}


def _baca(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(str(svg))  # noqa: S314 — our own picture


def _lebar(svg: str) -> list[int]:
    return [int(r.attrib["width"]) for r in _baca(svg).iter("rect") if "batang" in r.attrib["class"].split()]


def _batang(nilai: str | None) -> Batang:
    angka = None if nilai is None else Decimal(nilai)
    return Batang("Sasaran 1", angka, f"{nilai}%", "baik", "sasaran-1")


def test_bars_are_as_long_as_their_figures():
    svg = draw_batang(tuple(_batang(n) for n in ("120", "60", "0", None)), "Capaian", 120)
    assert _lebar(svg) == [LEBAR, LEBAR // 2, 0, 0]


def test_what_lies_beyond_the_scale_ends_at_its_edge():
    assert _lebar(draw_batang((_batang("250"), _batang("-40")), "Capaian", 120)) == [LEBAR, 0]


def test_words_of_people_are_never_markup():
    jahat = '"><script>alert(1)</script>'
    svg = draw_batang((Batang(jahat, Decimal(50), jahat, jahat, jahat),), jahat, 120)
    assert "<script" not in svg
    (tautan,) = _baca(svg).iter("a")
    assert tautan.attrib["data-baris"] == jahat


def test_no_style_that_the_content_policy_refuses():
    svg = draw_batang((_batang("50"),), "Capaian", 120) + draw_bulanan(
        (TitikBulan(1, Decimal(5), Decimal(4), "s.d. Januari", "bulan-1"),), "Serapan"
    )
    assert "style" not in svg


def _titik(bulan: int, rencana: str | None, realisasi: str | None) -> TitikBulan:
    angka = [None if n is None else Decimal(n) for n in (rencana, realisasi)]
    return TitikBulan(bulan, *angka, f"bulan {bulan}", f"bulan-{bulan}")


def test_lines_run_through_the_months_that_are_known():
    svg = draw_bulanan((_titik(1, "10", "8"), _titik(2, "20", None), _titik(3, "30", "24")), "Serapan")
    titik = {g.attrib["class"]: g.attrib["points"].split() for g in _baca(svg).iter("polyline")}
    assert len(titik["garis-rencana"]) == 3
    assert len(titik["garis-realisasi"]) == 2
    assert len(list(_baca(svg).iter("circle"))) == 2


def test_more_than_everything_still_fits_into_the_picture():
    svg = draw_bulanan((_titik(1, "50", "130"),), "Serapan")
    assert all(0 <= int(c.attrib["cy"]) <= 150 for c in _baca(svg).iter("circle"))


def test_the_same_content_is_drawn_once():
    assert draw_batang((_batang("51"),), "a", 120) is draw_batang((_batang("51"),), "a", 120)
