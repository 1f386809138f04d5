"""Numbers of chapters, headings, tables and figures, and the references to them: settled once, here."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from akuntabel.core.naskah.model import (
    Bab,
    Baris,
    BarisTabel,
    Blok,
    Butir,
    Daftar,
    Gambar,
    Isian,
    JenisBab,
    Judul,
    Naskah,
    Paragraf,
    Rujukan,
    Sel,
    Tabel,
)


class NaskahTidakSahError(ValueError):
    """A document whose ids or references do not hold: a mistake of ours, named whole."""


def number_naskah(naskah: Naskah) -> Naskah:
    """The document with every number and every reference filled. Raises NaskahTidakSahError."""
    bernomor = tuple(_nomori_bab(naskah))
    sebutan = _daftar_sebutan(bernomor)
    masalah = _daftar_masalah(bernomor, sebutan)
    if masalah:
        raise NaskahTidakSahError("; ".join(masalah))
    return replace(naskah, bab=tuple(_isi_rujukan_bab(bab, sebutan) for bab in bernomor))


def roman(angka: int) -> str:
    """A roman numeral: 4 → IV."""
    hasil = ""
    for nilai, huruf in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        hasil += huruf * (angka // nilai)
        angka %= nilai
    return hasil


def _nomori_bab(naskah: Naskah) -> Iterator[Bab]:
    urut: Counter[JenisBab] = Counter()
    for bab in naskah.bab:
        urut[bab.jenis] += 1
        nomor, awalan = "", ""
        if bab.jenis is JenisBab.BAB:
            nomor, awalan = f"BAB {roman(urut[bab.jenis])}", str(urut[bab.jenis])
        elif bab.jenis is JenisBab.LAMPIRAN:
            nomor, awalan = f"LAMPIRAN {urut[bab.jenis]}", f"L{urut[bab.jenis]}"
        yield replace(bab, nomor=nomor, isi=tuple(_nomori_isi(bab, awalan)))


def _nomori_isi(bab: Bab, awalan: str) -> Iterator[Blok]:
    tabel = gambar = 0
    judul: Counter[int] = Counter()
    for blok in bab.isi:
        if isinstance(blok, Tabel) and blok.bernomor:
            tabel += 1
            yield replace(blok, nomor=f"{awalan}.{tabel}")
        elif isinstance(blok, Gambar) and blok.bernomor:
            gambar += 1
            yield replace(blok, nomor=f"{awalan}.{gambar}")
        elif isinstance(blok, Judul):
            judul[blok.tingkat] += 1
            for lebih_dalam in [t for t in judul if t > blok.tingkat]:
                del judul[lebih_dalam]
            nomor = _nomor_judul(blok.tingkat, judul[blok.tingkat])
            jalur = "-".join(str(judul[t]) for t in range(2, blok.tingkat + 1))
            yield replace(blok, nomor=nomor, id=blok.id or f"{bab.id}-{jalur}")
        else:
            yield blok


def _nomor_judul(tingkat: int, urut: int) -> str:
    """A. for the second level, 1. for the third, a. for the fourth."""
    if tingkat == 3:
        return f"{urut}."
    return f"{_huruf(urut) if tingkat == 2 else _huruf(urut).lower()}."


def _huruf(urut: int) -> str:
    """A … Z, AA, AB …"""
    huruf = ""
    while urut:
        urut, sisa = divmod(urut - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return huruf


def _daftar_sebutan(daftar_bab: tuple[Bab, ...]) -> Mapping[str, str]:
    """How each id is called in a sentence."""
    sebutan: dict[str, str] = {}
    for bab in daftar_bab:
        sebutan[bab.id] = bab.nomor.replace("BAB", "Bab").replace("LAMPIRAN", "Lampiran") or bab.judul
        for blok in bab.isi:
            if isinstance(blok, Tabel):
                sebutan[blok.id] = f"Tabel {blok.nomor}" if blok.bernomor else f"tabel {blok.judul}"
            elif isinstance(blok, Gambar):
                sebutan[blok.id] = f"Gambar {blok.nomor}" if blok.bernomor else f"gambar {blok.judul}"
            elif isinstance(blok, Judul):
                sebutan[blok.id] = f"subbab {blok.nomor.rstrip('.')}"
    return sebutan


def _daftar_masalah(daftar_bab: tuple[Bab, ...], sebutan: Mapping[str, str]) -> list[str]:
    """Ids used twice, references to nothing, numbered tables where no chapter number stands."""
    ids: Counter[str] = Counter(bab.id for bab in daftar_bab)
    rujukan: list[str] = []
    masalah: list[str] = []
    for bab in daftar_bab:
        ids.update(b.id for b in bab.isi if isinstance(b, Tabel | Gambar | Judul))
        rujukan += [p.id for baris in _semua_baris(bab.isi) for p in baris if isinstance(p, Rujukan)]
        if bab.jenis in (JenisBab.SAMPUL, JenisBab.DEPAN):
            masalah += [
                f"{b.id} is numbered in front matter {bab.id}"
                for b in bab.isi
                if isinstance(b, Tabel | Gambar) and b.bernomor
            ]
    masalah += [f"id {i} used {n} times" for i, n in ids.items() if n > 1]
    return masalah + [f"reference to unknown id {i}" for i in dict.fromkeys(rujukan) if i not in sebutan]


def _semua_baris(isi: tuple[Blok, ...]) -> Iterator[Baris]:
    """Every run of text below these blocks."""
    terkumpul: list[Baris] = []

    def catat(baris: Baris) -> Baris:
        terkumpul.append(baris)
        return baris

    for blok in isi:
        ubah_baris(blok, catat)
    yield from terkumpul


def _isi_rujukan_bab(bab: Bab, sebutan: Mapping[str, str]) -> Bab:
    def isi(baris: Baris) -> Baris:
        return tuple(replace(p, teks=sebutan[p.id]) if isinstance(p, Rujukan) else p for p in baris)

    return replace(bab, isi=tuple(ubah_baris(blok, isi) for blok in bab.isi))


def ubah_baris(blok: Blok, ubah: Callable[[Baris], Baris]) -> Blok:
    """A block with every run of text in it passed through ``ubah``."""
    match blok:
        case Paragraf():
            return replace(blok, isi=ubah(blok.isi))
        case Daftar():
            return _ubah_daftar(blok, ubah)
        case Tabel():
            return _ubah_tabel(blok, ubah)
        case Gambar(data=Tabel() as data):
            return replace(blok, data=_ubah_tabel(data, ubah))
        case Isian():
            return replace(blok, pasangan=tuple((label, ubah(isi)) for label, isi in blok.pasangan))
        case _:
            return blok


def _ubah_daftar(daftar: Daftar, ubah: Callable[[Baris], Baris]) -> Daftar:
    return replace(
        daftar,
        butir=tuple(
            Butir(ubah(b.isi), _ubah_daftar(b.anak, ubah) if b.anak is not None else None) for b in daftar.butir
        ),
    )


def _ubah_tabel(tabel: Tabel, ubah: Callable[[Baris], Baris]) -> Tabel:
    def ubah_sel(sel: Sel) -> Sel:
        return replace(sel, isi=ubah(sel.isi))

    def ubah_baris_tabel(baris: BarisTabel) -> BarisTabel:
        return replace(baris, sel=tuple(ubah_sel(s) for s in baris.sel))

    return replace(
        tabel,
        kepala=tuple(ubah_baris_tabel(b) for b in tabel.kepala),
        baris=tuple(ubah_baris_tabel(b) for b in tabel.baris),
    )
