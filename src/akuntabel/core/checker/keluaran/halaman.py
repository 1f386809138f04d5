"""A page that an auditor can hand on: what was found, and the report's tables with each finding in its place."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from akuntabel.core.checker.temuan import HasilPeriksa, Temuan, Tingkat
from akuntabel.core.naskah.terbaca import ParagrafTerbaca, SelTerbaca, TabelTerbaca

Nilai = dict[str, Any]
_URUTAN = {tingkat: urut for urut, tingkat in enumerate(Tingkat)}


def render_halaman(daftar: Sequence[HasilPeriksa]) -> str:
    """One HTML file for all documents, with nothing loaded from elsewhere and no script."""
    return _template().render(gaya=_gaya(), daftar=[_dokumen(n, h) for n, h in enumerate(daftar, 1)])


@cache
def _template() -> Template:
    lingkungan = Environment(
        loader=PackageLoader("akuntabel.core.checker.keluaran"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return lingkungan.get_template("periksa.html.jinja")


@cache
def _gaya() -> str:
    return files("akuntabel.core.checker.keluaran").joinpath("templates", "periksa.css").read_text("utf-8")


def _dokumen(nomor: int, hasil: HasilPeriksa) -> Nilai:
    naskah = hasil.dokumen.naskah
    temuan = [_temuan(nomor, urut, t) for urut, t in enumerate(hasil.temuan, 1)]
    per_blok: dict[int, list[Nilai]] = defaultdict(list)
    for t in temuan:
        for letak in t["semua_letak"]:
            if t not in per_blok[letak.blok]:
                per_blok[letak.blok].append(t)
    return {
        "nomor": nomor,
        "berkas": PurePath(naskah.berkas).name,
        "satker": hasil.dokumen.satker,
        "tahun": hasil.dokumen.tahun,
        "jumlah_tabel": len(naskah.daftar_tabel),
        "angka_diperiksa": hasil.angka_diperiksa,
        "tak_terbaca": ", ".join(map(str, naskah.halaman_tak_terbaca)),
        "temuan": temuan,
        "jumlah": {t.value: sum(1 for x in hasil.temuan if x.tingkat is t) for t in Tingkat},
        "blok": [
            _tabel(b, per_blok.get(b.letak.blok, []))
            if isinstance(b, TabelTerbaca)
            else _paragraf(b, per_blok[b.letak.blok])
            for b in naskah.isi
            if isinstance(b, TabelTerbaca) or b.tingkat or b.letak.blok in per_blok
        ],
    }


def _temuan(dokumen: int, urut: int, t: Temuan) -> Nilai:
    return {
        "id": f"temuan-{dokumen}-{urut}",
        "urut": urut,
        "kode": t.kode,
        "nama": t.nama.replace("-", " "),
        "tingkat": t.tingkat.value,
        "letak": str(t.bukti.letak),
        "bukti": t.bukti,
        "juga": "; ".join(str(letak) for letak in t.bukti.tempat_lain),
        "semua_letak": (t.bukti.letak, *t.bukti.tempat_lain),
        "sasaran": f"{dokumen}-{t.bukti.letak.blok}" if t.bukti.letak.blok else "",
    }


def _tabel(tabel: TabelTerbaca, temuan: Sequence[Nilai]) -> Nilai:
    per_sel: dict[tuple[int, int], list[Nilai]] = defaultdict(list)
    for t in temuan:
        for letak in t["semua_letak"]:
            if letak.blok == tabel.letak.blok:
                per_sel[letak.baris, letak.kolom].append(t)
    return {
        "jenis": "tabel",
        "blok": tabel.letak.blok,
        "caption": tabel.caption or tabel.nama,
        "temuan": per_sel[0, 0],
        "kepala": tabel.kepala,
        "baris": [[_sel(s, per_sel) for s in b] for b in tabel.baris],
    }


def _sel(sel: SelTerbaca, per_sel: Mapping[tuple[int, int], list[Nilai]]) -> Nilai:
    temuan = per_sel.get((sel.letak.baris, sel.letak.kolom), []) or (
        per_sel.get((sel.letak.baris, 0), []) if sel.letak.kolom == 1 else []
    )
    return {"teks": sel.teks, "temuan": temuan, "tingkat": _terberat(temuan), "angka": sel.teks[:1].isdigit()}


def _paragraf(p: ParagrafTerbaca, temuan: Sequence[Nilai]) -> Nilai:
    rentang = [
        (letak.awal, letak.akhir, t)
        for t in temuan
        for letak in t["semua_letak"]
        if letak.blok == p.letak.blok and letak.akhir
    ]
    return {
        "jenis": "judul" if p.tingkat and not temuan else "paragraf",
        "tingkat": p.tingkat,
        "blok": p.letak.blok,
        "letak": str(p.letak),
        "bagian": _bagi(p.teks, rentang),
        "temuan": [t for t in temuan if not any(t is x for _, _, x in rentang)],
    }


def _bagi(teks: str, rentang: Sequence[tuple[int, int, Nilai]]) -> list[Nilai]:
    """The text in pieces, each with the findings on it; where two overlap the first one keeps the place."""
    bagian: list[Nilai] = []
    posisi = 0
    for awal, akhir, t in sorted(rentang, key=lambda r: (r[0], r[1])):
        if awal < posisi:
            if bagian and t not in bagian[-1]["temuan"]:
                bagian[-1]["temuan"].append(t)
            continue
        bagian.append({"teks": teks[posisi:awal], "temuan": []})
        bagian.append({"teks": teks[awal:akhir], "temuan": [t], "tingkat": t["tingkat"]})
        posisi = akhir
    return [*bagian, {"teks": teks[posisi:], "temuan": []}]


def _terberat(temuan: Sequence[Nilai]) -> str:
    return min((t["tingkat"] for t in temuan), key=lambda t: _URUTAN[Tingkat(t)], default="")
