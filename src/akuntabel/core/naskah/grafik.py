"""The kinds of chart a report uses, as Vega-Lite specifications of plain values.

Lengths of bars are JSON numbers, for Vega knows no others; they are read by nobody. What is read are the labels,
and those are text written by the Indonesian formatter. Size and house style are added where a chart is drawn.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

TINTA = "#1f2937"
# Teal and red-brown stay apart for every kind of colour blindness; each stands out against white and, light against
# dark, against the other, also on a black and white printer (3 : 1 and more).
AKSEN = "#0f4c5c"
PUDAR = "#7b98a0"
SOROT = "#b5482f"
LATAR = "#eef3f4"

Spesifikasi = dict[str, Any]

_SUMBU_KALIMAT: Spesifikasi = {
    "field": "nama",
    "type": "nominal",
    "sort": None,
    "axis": {"title": None, "labelLimit": 230, "labelExpr": "split(datum.label, '\\n')"},
}


@dataclass(frozen=True, slots=True)
class Titik:
    """One bar: its name, its length, the label a reader sees; ``seri`` groups or colours it."""

    nama: str
    panjang: Decimal | int
    label: str
    seri: str = ""


def batang(data: Sequence[Titik], *, garis: Decimal | None = None, label_garis: str = "") -> Spesifikasi:
    """Upright bars in the order given, the last one dark (this year), with a target line where there is one."""
    nilai = [b | {"kini": urut == len(data) - 1} for urut, b in enumerate(_daftar_baris(data))]
    sumbu_x = {"field": "nama", "type": "nominal", "sort": None, "axis": {"labelAngle": 0, "title": None}}
    sumbu_y = _sumbu_ukuran(data, "right", garis, label_garis)
    warna = {"condition": {"test": "datum.kini", "value": AKSEN}, "value": PUDAR}
    tulisan = {"condition": {"test": "datum.kini && datum.dalam", "value": "white"}, "value": TINTA}
    lapis: list[Spesifikasi] = [
        {"mark": {"type": "bar", "width": {"band": 0.5}}, "encoding": {"x": sumbu_x, "y": sumbu_y, "color": warna}},
        *(
            {
                "transform": [{"filter": {"field": "dalam", "equal": dalam}}],
                "mark": {"type": "text", "dy": geser, "fontWeight": "bold"},
                "encoding": {"x": sumbu_x, "y": sumbu_y, "text": {"field": "label"}, "color": tulisan},
            }
            for dalam, geser in ((True, 14), (False, -7))
        ),
    ]
    return {"data": {"values": nilai}, "layer": lapis}


def batang_datar(data: Sequence[Titik], *, garis: Decimal | None = None, label_garis: str = "") -> Spesifikasi:
    """Lying bars with their label at the end, for names that are sentences."""
    sumbu_x = _sumbu_ukuran(data, "top", garis, label_garis)
    lapis: list[Spesifikasi] = [
        {"mark": {"type": "bar", "size": 18, "color": AKSEN}, "encoding": {"y": _SUMBU_KALIMAT, "x": sumbu_x}},
        *(
            {
                "transform": [{"filter": {"field": "dalam", "equal": dalam}}],
                "mark": {"type": "text", "align": rata, "dx": geser, "fontWeight": "bold", "color": warna},
                "encoding": {"y": _SUMBU_KALIMAT, "x": sumbu_x, "text": {"field": "label"}},
            }
            for dalam, rata, geser, warna in ((True, "right", -6, "white"), (False, "left", 5, TINTA))
        ),
    ]
    return {"data": {"values": _daftar_baris(data)}, "layer": lapis}


def batang_kelompok(data: Sequence[Titik]) -> Spesifikasi:
    """Bars of several series side by side, grouped by name."""
    seri = list(dict.fromkeys(t.seri for t in data))
    x = {"field": "nama", "type": "nominal", "sort": None, "axis": {"labelAngle": 0, "title": None}}
    geser = {"field": "seri", "sort": None}
    y = {"field": "panjang", "type": "quantitative", "axis": None}
    warna = {
        "field": "seri",
        "sort": None,
        "scale": {"domain": seri, "range": [PUDAR, AKSEN, SOROT][: len(seri)]},
        "legend": {"title": None, "orient": "top", "symbolType": "square", "labelLimit": 0},
    }
    return {
        "data": {"values": _daftar_baris(data)},
        "layer": [
            {"mark": {"type": "bar"}, "encoding": {"x": x, "xOffset": geser, "y": y, "color": warna}},
            {
                "mark": {"type": "text", "dy": -7, "fontWeight": "bold"},
                "encoding": {"x": x, "xOffset": geser, "y": y, "text": {"field": "label"}},
            },
        ],
    }


def peluru(data: Sequence[Titik], *, seri: tuple[str, str]) -> Spesifikasi:
    """Two lying bars per name, the second inside the first: money allowed and money spent."""
    x = {"field": "panjang", "type": "quantitative", "axis": None, "scale": {"nice": False}}
    warna = {
        "field": "seri",
        "sort": None,
        "scale": {"domain": list(seri), "range": [PUDAR, AKSEN]},
        "legend": {"title": None, "orient": "top", "symbolType": "square", "labelLimit": 0},
    }
    lapis: list[Spesifikasi] = [
        {
            "transform": [{"filter": {"field": "seri", "equal": nama}}],
            "mark": {"type": "bar", "size": tebal},
            "encoding": {"y": _SUMBU_KALIMAT, "x": x, "color": warna},
        }
        for nama, tebal in zip(seri, (22, 10), strict=True)
    ]
    lapis.append(
        {
            "transform": [{"filter": {"field": "seri", "equal": seri[0]}}],
            "mark": {"type": "text", "align": "left", "dx": 5, "fontWeight": "bold"},
            "encoding": {"y": _SUMBU_KALIMAT, "x": x, "text": {"field": "label"}},
        }
    )
    return {"data": {"values": _daftar_baris(data)}, "layer": lapis}


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step of a waterfall, from one level to the next."""

    nama: str
    dari: int
    ke: int
    label: str


def air_terjun(data: Sequence[Langkah]) -> Spesifikasi:
    """Steps up (dark) and down (red, with a minus in the label), each joined to the next by a thin line.

    A step that changes nothing is a line.
    """
    nilai = [
        {
            "nama": s.nama,
            "dari": float(s.dari),
            "ke": float(s.ke),
            "atas": float(max(s.dari, s.ke)),
            "label": s.label,
            "berikut": berikut.nama,
        }
        for s, berikut in zip(data, (*data[1:], *data[-1:]), strict=True)
    ]
    x = {"field": "nama", "type": "nominal", "sort": None, "axis": {"labelAngle": 0, "title": None}}
    warna = {"condition": {"test": "datum.ke < datum.dari", "value": SOROT}, "value": AKSEN}
    y = {"field": "dari", "type": "quantitative", "axis": None}
    y_akhir = {**y, "field": "ke"}
    lebar = {"band": 0.5}
    return {
        "data": {"values": nilai},
        "layer": [
            {
                "mark": {"type": "rule", "color": PUDAR},
                "encoding": {"x": x, "x2": {"field": "berikut"}, "y": y_akhir},
            },
            {
                "mark": {"type": "bar", "width": lebar},
                "encoding": {"x": x, "y": y, "y2": {"field": "ke"}, "color": warna},
            },
            {
                "mark": {"type": "tick", "width": lebar, "thickness": 2, "color": TINTA},
                "encoding": {"x": x, "y": y_akhir},
            },
            {
                "mark": {"type": "text", "dy": -8, "fontWeight": "bold"},
                "encoding": {"x": x, "y": {**y, "field": "atas"}, "text": {"field": "label"}},
            },
        ],
    }


def _daftar_baris(data: Sequence[Titik]) -> list[dict[str, Any]]:
    """The values of a chart; ``dalam`` says whether a bar is long enough to hold its own label."""
    terpanjang = max((t.panjang for t in data), default=0)
    return [
        {
            "nama": t.nama,
            "panjang": float(t.panjang),
            "label": t.label,
            "seri": t.seri,
            "dalam": t.panjang * 4 > terpanjang,
        }
        for t in data
    ]


def _sumbu_ukuran(data: Sequence[Titik], sisi: str, garis: Decimal | None, label: str) -> Spesifikasi:
    """The axis of lengths: bare, or with the target as its only mark.

    As a grid line the target runs behind the bars and cuts no label; as an axis label its name has room of its own.
    """
    batas = [t.panjang for t in data] + ([] if garis is None else [garis])
    return {
        "field": "panjang",
        "type": "quantitative",
        "scale": {"domain": [float(min(0, *batas, 0)), float(max(0, *batas, 0))], "nice": False},
        "axis": None
        if garis is None
        else {
            "orient": sisi,
            "title": None,
            "values": [float(garis)],
            "labelExpr": json.dumps(label, ensure_ascii=False),
            "labelLimit": 0,
            "labelColor": SOROT,
            "labelOverlap": False,
            "domain": False,
            "grid": True,
            "gridDash": [5, 4],
            "gridColor": SOROT,
        },
    }
