"""Counts of voters held against each other before they are stored: everything that cannot be, at once.

Nothing here knows the database. Areas are a tree (all, kecamatan, kelurahan) and so are disabilities (all who have one,
one kind); a cell and a part of it must not both be there, for their sum would count the same people twice.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from akuntabel.core.calc.partisipasi import JumlahPemilih, KategoriPemilih, sum_jumlah
from akuntabel.core.fakta.kepemiluan import Disabilitas, SelPemilih
from akuntabel.core.fakta.pengukuran import JenisKelamin

Sel = tuple[KategoriPemilih, JenisKelamin, Disabilitas, str, str]
PALING_BANYAK = 999_999_999  # the whole world votes elsewhere; sixteen digits are somebody's NIK
_POLA_PERORANGAN = re.compile(r"\d[\d .-]{6,}\d")
_PANJANG_WILAYAH = 100


def rapikan_wilayah(nama: str) -> str:
    """The name of an area with single blanks."""
    return " ".join(nama.split())


def bakukan_wilayah(nama: str) -> str:
    """What tells two areas apart: not capitals, not blanks."""
    return rapikan_wilayah(nama).casefold()


def sel_dari(isi: SelPemilih) -> Sel:
    """What tells two counts apart."""
    wilayah = (bakukan_wilayah(isi.kecamatan), bakukan_wilayah(isi.kelurahan))
    return (isi.kategori, isi.jenis_kelamin, isi.disabilitas, *wilayah)


def daftar_sel_atas(sel: Sel) -> Iterator[Sel]:
    """The cells that hold the people of this one too."""
    kategori, kelamin, disabilitas, kecamatan, kelurahan = sel
    daftar_wilayah = [(kecamatan, kelurahan)]
    if kelurahan:
        daftar_wilayah.append((kecamatan, ""))
    if kecamatan:
        daftar_wilayah.append(("", ""))
    for d in (disabilitas, disabilitas.induk):
        for wilayah in daftar_wilayah:
            if d is not None and (d, wilayah) != (disabilitas, (kecamatan, kelurahan)):
                yield (kategori, kelamin, d, *wilayah)


def show_sel(isi: SelPemilih) -> str:
    """A cell as a person finds it."""
    wilayah = ", ".join(w for w in (isi.kecamatan, isi.kelurahan) if w) or "seluruh wilayah"
    siapa = "" if isi.disabilitas is Disabilitas.SEMUA else f" {isi.disabilitas.label}"
    nama = f"{isi.kategori.replace('_', ' ')} {isi.jenis_kelamin}{siapa}, {wilayah}"
    return f"{isi.letak}: {nama}" if isi.letak else nama


def check_sel(daftar: Iterable[SelPemilih]) -> Iterator[str]:
    """What is wrong with each count by itself, and which is there twice."""
    pertama: dict[Sel, SelPemilih] = {}
    for isi in daftar:
        yield from _check_satu(isi)
        semula = pertama.setdefault(sel_dari(isi), isi)
        if semula is not isi:
            tempat = f" di {semula.letak}" if semula.letak else ""
            yield f"{show_sel(isi)}: sudah ada{tempat}; satu sel ditulis satu kali."


def find_tumpang_tindih(baru: Iterable[SelPemilih], ada: Iterable[SelPemilih]) -> dict[Sel, tuple[SelPemilih, str]]:
    """The stored counts that hold the people of a new one, or people of it, by cell; with the new one's name."""
    per_sel = {sel_dari(isi): isi for isi in ada}
    bentrok: dict[Sel, tuple[SelPemilih, str]] = {}
    daftar_baru = {sel_dari(isi): isi for isi in baru}
    for sel, isi in daftar_baru.items():
        for atas in daftar_sel_atas(sel):
            if atas in per_sel and atas not in daftar_baru:
                bentrok.setdefault(atas, (per_sel[atas], show_sel(isi)))
    for sel, isi in per_sel.items():
        atas_baru = next((a for a in daftar_sel_atas(sel) if a in daftar_baru), None)
        if atas_baru is not None and sel not in daftar_baru:
            bentrok.setdefault(sel, (isi, show_sel(daftar_baru[atas_baru])))
    return bentrok


def check_bersama(daftar: Sequence[SelPemilih]) -> Iterator[str]:
    """What is wrong with the counts together: parts beside their whole, more disabled voters than voters."""
    per_sel = {sel_dari(isi): isi for isi in daftar}
    for sel, isi in per_sel.items():
        for atas in daftar_sel_atas(sel):
            if atas in per_sel:
                yield f"{show_sel(isi)}: sudah termasuk dalam {show_sel(per_sel[atas])}; tulis salah satunya."
    yield from _check_disabilitas(daftar)


def _check_satu(isi: SelPemilih) -> Iterator[str]:
    nama = show_sel(replace(isi, kecamatan=_samarkan(isi.kecamatan), kelurahan=_samarkan(isi.kelurahan)))
    for wilayah in (isi.kecamatan, isi.kelurahan):
        if _POLA_PERORANGAN.search(wilayah):
            yield f"{nama}: tampak seperti NIK atau nomor orang; tulis nama wilayah. Hanya jumlah yang diterima."
        elif len(rapikan_wilayah(wilayah)) > _PANJANG_WILAYAH:
            yield f"{nama}: nama wilayah paling banyak {_PANJANG_WILAYAH} huruf."
    if rapikan_wilayah(isi.kelurahan) and not rapikan_wilayah(isi.kecamatan):
        yield f"{nama}: kecamatan kosong; tulis kecamatan dari kelurahan ini."
    for sebutan, angka in (("pemilih", isi.pemilih), ("pengguna", isi.pengguna)):
        if angka is not None and not 0 <= angka <= PALING_BANYAK:
            tertulis = "angka yang sangat panjang" if angka > PALING_BANYAK else str(angka)
            yield f"{nama}: {sebutan} tertulis {tertulis}, diharapkan jumlah 0 sampai {PALING_BANYAK}."
    if isi.pemilih is None and isi.pengguna is None:
        yield f"{nama}: kosong; tulis jumlah pemilih atau penggunanya, 0 bila memang tidak ada."
    elif isi.pemilih is not None and isi.pengguna is not None and isi.pengguna > isi.pemilih:
        yield f"{nama}: pengguna {isi.pengguna} lebih banyak daripada pemilih {isi.pemilih}. Betulkan salah satunya."


def _check_disabilitas(daftar: Sequence[SelPemilih]) -> Iterator[str]:
    """Voters with a disability are some of the voters, in every area where both are known and over all."""
    kelompok: dict[tuple[object, ...], list[SelPemilih]] = defaultdict(list)
    for isi in daftar:
        kelompok[(isi.kategori, isi.jenis_kelamin)].append(isi)
        if isi.kecamatan:
            kelompok[sel_dari(replace(isi, disabilitas=Disabilitas.SEMUA))].append(isi)
    for anggota in kelompok.values():
        semua = sum_jumlah(_jumlah(i) for i in anggota if i.disabilitas is Disabilitas.SEMUA)
        sebagian = sum_jumlah(_jumlah(i) for i in anggota if i.disabilitas is not Disabilitas.SEMUA)
        for nama, dari, bagian in _pasangan(semua, sebagian):
            if bagian > dari:
                yield (
                    f"{show_sel(next(i for i in anggota if i.disabilitas is not Disabilitas.SEMUA))}: "
                    f"{nama} penyandang disabilitas {bagian}, lebih banyak daripada seluruh {nama} {dari}."
                )


def _pasangan(semua: JumlahPemilih, sebagian: JumlahPemilih) -> Iterator[tuple[str, int, int]]:
    for nama in ("pemilih", "pengguna"):
        dari, bagian = getattr(semua, nama), getattr(sebagian, nama)
        if dari is not None and bagian is not None:
            yield nama, dari, bagian


def _jumlah(isi: SelPemilih) -> JumlahPemilih:
    return JumlahPemilih(isi.pemilih, isi.pengguna)


def _samarkan(nama: str) -> str:
    """What looks like somebody's number is not repeated, in no message and no log."""
    return _POLA_PERORANGAN.sub("…", nama)


def match_ejaan(isi: SelPemilih, ejaan: Mapping[str, str]) -> SelPemilih:
    """The count with the spelling that its area has already."""
    return replace(
        isi,
        kecamatan=ejaan.get(bakukan_wilayah(isi.kecamatan), rapikan_wilayah(isi.kecamatan)),
        kelurahan=ejaan.get(
            f"{bakukan_wilayah(isi.kecamatan)}/{bakukan_wilayah(isi.kelurahan)}", rapikan_wilayah(isi.kelurahan)
        ),
    )


def build_ejaan(daftar: Iterable[SelPemilih]) -> dict[str, str]:
    """How areas are spelled so far."""
    ejaan: dict[str, str] = {}
    for isi in daftar:
        ejaan.setdefault(bakukan_wilayah(isi.kecamatan), isi.kecamatan)
        ejaan.setdefault(f"{bakukan_wilayah(isi.kecamatan)}/{bakukan_wilayah(isi.kelurahan)}", isi.kelurahan)
    return ejaan
