"""Pictures of Beranda as plain SVG: drawn by the server, once for the same content; a table beside says the same.

Every part is a link to its row of the table; a small script (beranda.js) makes it open the trace of that row.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup, escape

LEBAR = 320  # of the drawing; the page stretches it
TINGGI_BARIS = 40
BULAN = "JFMAMJJASOND"


@dataclass(frozen=True, slots=True)
class Batang:
    """A bar. nilai: in percent, None where there is none; tulisan: what is written above it; sasaran_id: its row."""

    nama: str
    nilai: Decimal | None
    tulisan: str
    rupa: str
    baris: str


@dataclass(frozen=True, slots=True)
class TitikBulan:
    """A month: plan and spending until its end, in percent of the pagu; None where not known."""

    bulan: int
    rencana: Decimal | None
    realisasi: Decimal | None
    tulisan: str
    baris: str


@lru_cache(maxsize=512)
def draw_batang(daftar: tuple[Batang, ...], judul: str, batas: int) -> Markup:
    """Bars from 0 to ``batas`` percent, with a line where the target is reached (100)."""
    tinggi = TINGGI_BARIS * len(daftar) + 18
    seratus = _panjang(Decimal(100), batas)
    isi = [
        f'<line class="garis-target" x1="{seratus}" y1="14" x2="{seratus}" y2="{tinggi}"/>',
        f'<text class="teks-sumbu" x="{seratus}" y="10" text-anchor="middle">100%</text>',
    ]
    for n, b in enumerate(daftar):
        atas = 18 + n * TINGGI_BARIS
        lebar = 0 if b.nilai is None else _panjang(min(max(b.nilai, Decimal(0)), Decimal(batas)), batas)
        isi.append(
            f'<a href="#{escape(b.baris)}" data-baris="{escape(b.baris)}" aria-label="{escape(b.nama)}: '
            f'{escape(b.tulisan)}"><rect class="alas" x="0" y="{atas}" width="{LEBAR}" height="{TINGGI_BARIS - 2}"/>'
            f'<text class="teks-batang" x="0" y="{atas + 13}"><tspan class="nama-batang">{escape(b.nama)}</tspan> '
            f'<tspan class="nilai-batang">{escape(b.tulisan)}</tspan></text>'
            f'<rect class="rel" x="0" y="{atas + 19}" width="{LEBAR}" height="12" rx="3"/>'
            f'<rect class="batang {escape(b.rupa)}" x="0" y="{atas + 19}" width="{lebar}" height="12" rx="3"/></a>'
        )
    return _svg(isi, tinggi, judul)


@lru_cache(maxsize=512)
def draw_bulanan(daftar: tuple[TitikBulan, ...], judul: str) -> Markup:
    """Plan (dashed) and spending (solid) month by month, cumulative, against the pagu."""
    kiri, bawah, atas = 30, 150, 12
    puncak = max([Decimal(100), *(n for t in daftar for n in (t.rencana, t.realisasi) if n is not None)])

    def x(bulan: int) -> int:
        return kiri + round((LEBAR - kiri - 8) * (bulan - Decimal("0.5")) / 12)

    def y(nilai: Decimal) -> int:
        return bawah - round((bawah - atas) * max(nilai, Decimal(0)) / puncak)

    isi = []
    for persen in (0, 25, 50, 75, 100):
        tinggi = y(Decimal(persen))
        isi.append(f'<line class="garis-sumbu" x1="{kiri}" y1="{tinggi}" x2="{LEBAR}" y2="{tinggi}"/>')
        isi.append(f'<text class="teks-sumbu" x="{kiri - 4}" y="{tinggi + 4}" text-anchor="end">{persen}%</text>')
    for kelas, titik in (
        ("garis-rencana", [(t.bulan, t.rencana) for t in daftar]),
        ("garis-realisasi", [(t.bulan, t.realisasi) for t in daftar]),
    ):
        ada = [(x(bulan), y(nilai)) for bulan, nilai in titik if nilai is not None]
        if ada:
            isi.append(f'<polyline class="{kelas}" points="{" ".join(f"{a},{b}" for a, b in ada)}"/>')
    setengah = (LEBAR - kiri - 8) // 24
    for t in daftar:
        pusat = x(t.bulan)
        bulat = (
            "" if t.realisasi is None else f'<circle class="titik-realisasi" cx="{pusat}" cy="{y(t.realisasi)}" r="4"/>'
        )
        isi.append(
            f'<a href="#{escape(t.baris)}" data-baris="{escape(t.baris)}" aria-label="{escape(t.tulisan)}">'
            f'<rect class="alas" x="{pusat - setengah}" y="{atas}" width="{setengah * 2}" '
            f'height="{bawah - atas + 20}"/>'
            f'{bulat}<text class="teks-sumbu" x="{pusat}" y="{bawah + 15}" text-anchor="middle">'
            f"{BULAN[t.bulan - 1]}</text></a>"
        )
    return _svg(isi, bawah + 22, judul)


def _panjang(persen: Decimal, batas: int) -> int:
    return round(LEBAR * persen / batas)


def _svg(isi: list[str], tinggi: int, judul: str) -> Markup:
    kepala = f'<svg class="gambar" viewBox="0 0 {LEBAR} {tinggi}" role="group" aria-label="{escape(judul)}">'
    return Markup(kepala + "".join(isi) + "</svg>")  # noqa: S704 — our own shapes, with escaped words in them
