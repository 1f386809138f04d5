"""The pohon kinerja drawn by the server: SVG with classes only, and the same tree as nested lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from akuntabel.siklus.perencanaan.pohon import compute_lapisan, daftar_bawah
from akuntabel.siklus.perencanaan.tata_letak_pohon import (
    BANTALAN_MM,
    BARIS_MM,
    GarisPohon,
    IsiKotak,
    KotakPohon,
    Letak,
    compute_tata_letak,
    potong_teks,
)


def render_pohon(daftar_kotak: Sequence[KotakPohon], daftar_garis: Sequence[GarisPohon], *, judul: str) -> str:
    """The tree as SVG; what it looks like say the classes. Who cannot see it is given the nested lists instead."""
    tata = compute_tata_letak(daftar_kotak, daftar_garis)
    svg = etree.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "pohon",
            "viewBox": f"0 0 {_mm(tata.lebar)} {_mm(tata.tinggi)}",
            "role": "group" if any(k.tautan for k in daftar_kotak) else "img",  # a picture holds no links
            "aria-label": judul,
        },
    )
    for garis, titik in tata.garis:
        _gambar_garis(svg, garis, titik)
    for garis, titik in tata.garis:
        _tulis_mitra(svg, garis, titik[-1])  # above all lines, so that none runs through a name
    for k in daftar_kotak:
        _gambar_kotak(svg, k, tata.kotak[k.id], tata.isi[k.id])
    return etree.tostring(svg, encoding="unicode")


def _gambar_garis(svg: etree._Element, garis: GarisPohon, titik: Sequence[tuple[float, float]]) -> None:
    jalan = f"M{_mm(titik[0][0])} {_mm(titik[0][1])}"
    for (x1, y1), (x2, y2) in pairwise(titik):
        tengah = _mm((y1 + y2) / 2)
        jalan += f"C{_mm(x1)} {tengah} {_mm(x2)} {tengah} {_mm(x2)} {_mm(y2)}"
    kelas = "pohon-garis pohon-crosscutting" if garis.is_crosscutting else "pohon-garis"
    etree.SubElement(svg, "path", {"class": kelas, "d": jalan})


def _tulis_mitra(svg: etree._Element, garis: GarisPohon, ujung: tuple[float, float]) -> None:
    if garis.mitra:
        x, y = ujung
        letak = {"class": "pohon-mitra", "x": _mm(x), "y": _mm(y - 1.5), "text-anchor": "middle"}
        etree.SubElement(svg, "text", letak).text = potong_teks(garis.mitra, 1)[0]


def _gambar_kotak(svg: etree._Element, k: KotakPohon, letak: Letak, isi: IsiKotak) -> None:
    induk = svg
    if k.tautan:
        induk = etree.SubElement(svg, "a", {"href": k.tautan})
    kelompok = etree.SubElement(induk, "g", {"class": f"pohon-kotak pohon-{k.tingkat}"})
    etree.SubElement(kelompok, "title").text = f"{k.kode} {k.nama}"
    etree.SubElement(
        kelompok,
        "rect",
        {"x": _mm(letak.x), "y": _mm(letak.y), "width": _mm(letak.lebar), "height": _mm(letak.tinggi), "rx": "1.5"},
    )
    daftar_baris = [("pohon-nama", b) for b in isi.nama] + [("pohon-keterangan", b) for b in isi.keterangan]
    for n, (kelas, baris) in enumerate(daftar_baris):
        y = letak.y + BANTALAN_MM + BARIS_MM * (n + 0.75)
        teks = {"class": kelas, "x": _mm(letak.x + BANTALAN_MM), "y": _mm(y)}
        etree.SubElement(kelompok, "text", teks).text = baris


def _mm(nilai: float) -> str:
    return f"{nilai:.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class Cabang:
    """A condition with what stands below it, for the nested lists.

    is_ulang: it stands below several conditions; its own branch is written only the first time.
    """

    kotak: KotakPohon
    garis: GarisPohon | None
    daftar_anak: tuple["Cabang", ...]
    is_ulang: bool = False


def build_daftar(daftar_kotak: Sequence[KotakPohon], daftar_garis: Sequence[GarisPohon]) -> list[Cabang]:
    """The same tree as nested lists, from the conditions that nothing stands above. Raises ValueError on a cycle."""
    hubungan = [(g.atas, g.bawah) for g in daftar_garis]
    lapisan = compute_lapisan([k.id for k in daftar_kotak], hubungan)
    kotak = {k.id: k for k in daftar_kotak}
    garis = {(g.atas, g.bawah): g for g in daftar_garis}
    bawah = daftar_bawah(hubungan)
    ditulis: set[int] = set()

    def cabang(simpul: int, dari: int | None) -> Cabang:
        g = garis[dari, simpul] if dari is not None else None
        if simpul in ditulis:
            return Cabang(kotak[simpul], g, (), is_ulang=bool(bawah.get(simpul)))
        ditulis.add(simpul)
        return Cabang(kotak[simpul], g, tuple(cabang(anak, simpul) for anak in bawah.get(simpul, [])))

    return [cabang(akar, None) for akar in (lapisan[0] if lapisan else [])]
