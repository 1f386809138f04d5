"""A naskah as one HTML file: no script, nothing loaded from elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from akuntabel.core.calc.pembulatan import format_polos
from akuntabel.core.naskah.lebar import daftar_letak
from akuntabel.core.naskah.model import (
    Angka,
    Bab,
    Baris,
    BarisTabel,
    Blok,
    Daftar,
    DaftarIsi,
    Gambar,
    Isian,
    JenisBab,
    Judul,
    Kolom,
    Kop,
    Naskah,
    Paragraf,
    Potongan,
    Rujukan,
    Sel,
    Tabel,
    TandaTangan,
    Teks,
)
from akuntabel.core.render.gambar import ID_KOP, ID_QR, GambarJadi
from akuntabel.core.render.kop import count_kop
from akuntabel.core.render.tabel import build_kepala, find_rata

Nilai = dict[str, Any]


def render_html(naskah: Naskah, *, gambar: Mapping[str, GambarJadi]) -> str:
    """The document as HTML; a number carries its exact value in ``<data value>``."""
    return _template().render(
        judul=naskah.judul,
        penulis=naskah.penulis,
        sidik=naskah.sidik,
        gaya=_gaya(),
        navigasi=[b for b in _daftar_isi(naskah, "isi") if b["tingkat"] <= 2],
        daftar_bab=[_bab(bab, naskah, gambar) for bab in naskah.bab],
    )


def render_blok(daftar: Sequence[Blok], naskah: Naskah, *, gambar: Mapping[str, GambarJadi]) -> Markup:
    """Some blocks of a document as they stand in it, for a page that shows a part. gambar: of their figures."""
    blok = _template("blok.html.jinja").module.blok  # type: ignore[attr-defined]  # a macro of the template
    return Markup("\n").join(blok(_blok(b, naskah, gambar)) for b in daftar)


@cache
def _template(nama: str = "laporan.html.jinja") -> Template:
    lingkungan = Environment(
        loader=PackageLoader("akuntabel.core.render"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    return lingkungan.get_template(nama)


@cache
def _gaya() -> str:
    return files("akuntabel.core.render").joinpath("templates", "laporan.css").read_text("utf-8")


def _bab(bab: Bab, naskah: Naskah, gambar: Mapping[str, GambarJadi]) -> Nilai:
    return {
        "id": bab.id,
        "jenis": bab.jenis.value,
        "nomor": bab.nomor,
        "judul": bab.judul,
        "kop": [_blok(b, naskah, gambar) for b in bab.isi[: count_kop(bab.isi)]],
        "isi": [_blok(b, naskah, gambar) for b in bab.isi[count_kop(bab.isi) :]],
    }


def _daftar_isi(naskah: Naskah, jenis: str) -> Iterator[Nilai]:
    for bab in naskah.bab:
        if jenis == "isi" and bab.jenis is not JenisBab.SAMPUL:
            yield {"tingkat": 1, "id": bab.id, "teks": f"{bab.nomor} {bab.judul}".strip()}
        for b in bab.isi:
            if jenis == "isi" and isinstance(b, Judul) and b.tingkat <= 3:
                yield {"tingkat": b.tingkat, "id": b.id, "teks": f"{b.nomor} {b.teks}".strip()}
            elif isinstance(b, Tabel if jenis == "tabel" else Gambar) and jenis != "isi" and b.bernomor:
                yield {"tingkat": 1, "id": b.id, "teks": b.caption}


def _blok(blok: Blok, naskah: Naskah, gambar: Mapping[str, GambarJadi]) -> Nilai:
    nilai: Nilai = {"jenis": type(blok).__name__}
    match blok:
        case Paragraf():
            nilai |= {"isi": _baris(blok.isi), "gaya": blok.gaya.value, "rata": blok.rata and blok.rata.value}
        case Judul():
            nilai |= {"tingkat": blok.tingkat, "id": blok.id, "nomor": blok.nomor, "teks": blok.teks}
        case Daftar():
            nilai |= _daftar(blok)
        case Tabel():
            nilai |= _tabel(blok)
        case Gambar():
            nilai |= _gambar(blok, gambar[blok.id])
        case TandaTangan():
            nilai |= _tanda_tangan(blok, gambar)
        case Isian():
            nilai["pasangan"] = [(label, _baris(isi)) for label, isi in blok.pasangan]
        case Kop():
            logo = gambar[ID_KOP].svg if blok.logo else ""
            nilai |= {"nama": blok.nama, "alamat": blok.alamat, "logo": logo}
        case DaftarIsi():
            nilai["butir"] = list(_daftar_isi(naskah, blok.jenis))
    return nilai


def _baris(isi: Baris) -> Markup:
    """A run as HTML. Made here and not in the template: there are thousands of them, and a macro call costs more
    than the words it writes."""
    return Markup("".join(_potongan(p) for p in isi))  # noqa: S704 — every word of it was escaped below


def _potongan(potongan: Potongan) -> str:
    match potongan:
        case Angka():
            besaran = potongan.besaran
            is_angka = besaran.nilai.angka is not None and not besaran.predikat and besaran.tanggal is None
            teks = str(escape(besaran.teks))
            if is_angka:
                teks = f'<data value="{format_polos(besaran.nilai.require())}">{teks}</data>'
            return f"<strong>{teks}</strong>" if potongan.tebal else teks
        case Rujukan():
            return f'<a href="#{escape(potongan.id)}">{escape(potongan.teks)}</a>'
        case Teks():
            teks = str(escape(potongan.teks))
            teks = f"<em>{teks}</em>" if potongan.miring else teks
            return f"<strong>{teks}</strong>" if potongan.tebal else teks


def _daftar(daftar: Daftar) -> Nilai:
    butir = [{"isi": _baris(b.isi), "anak": _daftar(b.anak) if b.anak is not None else None} for b in daftar.butir]
    return {"cara": daftar.cara, "butir": butir}


def _tabel(tabel: Tabel) -> Nilai:
    return {
        "id": tabel.id,
        "judul": tabel.judul,
        "caption": tabel.caption,
        "sumber": tabel.sumber,
        "kepala": _daftar_baris(build_kepala(tabel), tabel.kolom, "th"),
        "baris": _daftar_baris(tabel.baris, tabel.kolom, "td"),
    }


def _daftar_baris(daftar: Sequence[BarisTabel], kolom: Sequence[Kolom], tanda: str) -> list[tuple[str, Markup]]:
    """Kind and cells of every row."""
    letak = daftar_letak(daftar, len(kolom))
    return [(b.jenis, Markup("").join(_sel(next(letak), kolom, tanda) for _ in b.sel)) for b in daftar]


def _sel(letak: tuple[BarisTabel, int, Sel], kolom: Sequence[Kolom], tanda: str) -> Markup:
    _, nomor, sel = letak
    rata = find_rata(sel, kolom[nomor], is_kepala=tanda == "th")
    kelas = rata.value + " tebal" * sel.tebal + (f" inden-{sel.inden}" if sel.inden else "")
    atribut = f' class="{kelas}"'
    if tanda == "th":
        atribut += f' scope="{"colgroup" if sel.kolom > 1 else "col"}"'
    if sel.kolom > 1:
        atribut += f' colspan="{sel.kolom}"'
    if sel.baris > 1:
        atribut += f' rowspan="{sel.baris}"'
    return Markup(f"<{tanda}{atribut}>{_baris(sel.isi)}</{tanda}>")  # noqa: S704 — _baris escapes


def _gambar(gambar: Gambar, jadi: GambarJadi) -> Nilai:
    return {
        "id": gambar.id,
        "alt": gambar.alt,
        "caption": gambar.caption,
        "sumber": gambar.sumber,
        "svg": jadi.svg,
        "data": _tabel(gambar.data) if gambar.data is not None else None,
    }


def _tanda_tangan(blok: TandaTangan, gambar: Mapping[str, GambarJadi]) -> Nilai:
    return {
        "tempat_tanggal": blok.tempat_tanggal,
        "qr": gambar[ID_QR].svg if blok.qr else "",
        "penanda_tangan": [
            {
                "di_atas": p.di_atas,
                "nama": p.nama,
                "nip": f"NIP {p.nip}" if p.nip[:1].isdigit() else p.nip,
                "keterangan": p.keterangan,
            }
            for p in blok.penanda_tangan
        ],
    }
