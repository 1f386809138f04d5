"""The house theme of every chart: the shipped typeface, few lines, figures as Indonesians write them."""

from collections.abc import Mapping
from typing import Any

from akuntabel.core.naskah.grafik import TINTA

TEMA: Mapping[str, Any] = {
    "font": "Liberation Sans",
    "background": "white",
    "view": {"stroke": None},
    "axis": {
        "labelColor": TINTA,
        "labelFontSize": 11,
        "labelPadding": 6,
        "domainColor": "#9ca3af",
        "ticks": False,
        "grid": False,
    },
    "text": {"color": TINTA, "fontSize": 11},
    "legend": {"labelColor": TINTA, "labelFontSize": 11},
}
# Our labels are text already; this is for an axis that a specification leaves to Vega.
LOKAL_ANGKA: Mapping[str, Any] = {
    "decimal": ",",
    "thousands": ".",
    "grouping": [3],
    "currency": ["Rp", ""],
    "minus": "-",
}
