"""Bars as plain SVG, drawn by the server; the table beside each says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

LEBAR = 320  # of the drawing; the page stretches it
TINGGI_BARIS = 38
TINGGI_SUMBU = 16


@dataclass(frozen=True, slots=True)
class Batang:
    """A bar. nilai in percent, None where there is none; tulisan: what stands above it; rupa: its class."""

    nama: str
    nilai: Decimal | None
    tulisan: str
    rupa: str = ""


def draw_batang(daftar: Sequence[Batang], judul: str, *, garis: int | None = 100, batas: int = 120) -> Markup:
    """Bars from 0 to ``batas`` percent; garis: where the target is reached, None for no such line."""
    atas = TINGGI_SUMBU if garis is not None else 0
    tinggi = atas + TINGGI_BARIS * len(daftar)
    isi = []
    if garis is not None:
        x = LEBAR * garis // batas
        isi = [
            f'<line class="garis-target" x1="{x}" y1="{TINGGI_SUMBU - 4}" x2="{x}" y2="{tinggi}"/>',
            f'<text class="teks-sumbu" x="{x}" y="10" text-anchor="middle">{garis}%</text>',
        ]
    for n, b in enumerate(daftar):
        y = atas + n * TINGGI_BARIS
        lebar = 0 if b.nilai is None else round(LEBAR * min(max(b.nilai, Decimal(0)), Decimal(batas)) / batas)
        isi.append(
            f'<text class="teks-batang" x="0" y="{y + 13}">{escape(b.nama)} '
            f'<tspan class="nilai-batang">{escape(b.tulisan)}</tspan></text>'
            f'<rect class="rel" x="0" y="{y + 19}" width="{LEBAR}" height="12" rx="3"/>'
            f'<rect class="batang {escape(b.rupa)}" x="0" y="{y + 19}" width="{lebar}" height="12" rx="3"/>'
        )
    kepala = f'<svg class="gambar" viewBox="0 0 {LEBAR} {tinggi}" role="img" aria-label="{escape(judul)}">'
    return Markup(kepala + "".join(isi) + "</svg>")  # noqa: S704 — our own shapes, with escaped words in them
