"""One figure of a document changed, as hands change it: a digit, two digits swapped, a lost comma, a row slipped, a
number in a sentence that went stale, a wrong count, a wrong number word.

Shared by the test of the checker and by the benchmark. Nothing here knows a rule.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from akuntabel.core.calc.baca_angka import AngkaTertulis, AngkaTidakTerbacaError, parse_angka
from akuntabel.core.calc.terbilang import TerbilangTidakTerbacaError, parse_terbilang, terbilang
from akuntabel.core.checker.bacaan.prosa import daftar_kalimat
from akuntabel.core.checker.temuan import HasilPeriksa
from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca, ParagrafTerbaca, TabelTerbaca

_NOMOR_CAPTION = re.compile(r"^Tabel\s+\S+\s*", re.IGNORECASE)
_KODE_SASARAN = re.compile(r"\b(?:Sasaran|Indikator)\s+\d+(?:\.\d+)*|\b(?:19|20)\d\d\b|\d+")
_BENTUK_ANGKA = re.compile(r"[-−]?(?:Rp)?\d[\d.]*(?:,\d+)?%?")
# Figures that no other figure of the report determines: changed, they are as true as before to its reader.
_BERDIRI_SENDIRI = re.compile(
    r"\| (?:Kode|Tahun|Tahun target|Dipakai laporan ini|Tertulis dalam sumber|Batas bawah)$"
    r"|\| (?:Nilai NPHD|Disahkan) \(Rp\)$"
    r"|^Realisasi .*Standar Nasional \| (?:Nilai|Tahun)$"
    r"|^kalimat: (?:nomor halaman|Tabel # sumber menulis|Rumus realisasi|Sumber:|Dasar:)"
    r"|^kalimat: (?:Sasaran disebut efisien|Semua nilai dihitung|Semua perhitungan memakai)"
    r"|^kalimat: (?:Efisiensi menurut bentuk Peraturan|Sebelum direkapitulasi|Satu satuan kerja)"
)
# A line of a list at the front: its title may end in a year or in the number of a sasaran.
_NOMOR_HALAMAN = re.compile(r".*(?:[^\d.,%:]|\b(?:19|20)\d\d|\bSasaran \d{1,2})\s\d{1,3}")
_TERBILANG = re.compile(r"(\d[\d.]*) \(([a-z ]+)\)")


class JenisMutasi(StrEnum):
    """What a hand does to a figure."""

    NILAI = "angka lain"
    TUKAR = "dua angka tertukar"
    KOMA = "koma desimal hilang"
    GESER = "angka baris di atasnya"
    USANG = "kalimat usang"
    TERBILANG = "terbilang salah"


@dataclass(frozen=True, slots=True)
class Mutasi:
    """A change: what, where, and the document after it. golongan: the table and column, or "kalimat"."""

    jenis: JenisMutasi
    golongan: str
    letak: Letak
    lama: str
    baru: str
    naskah: NaskahTerbaca


def is_ditemukan(hasil: HasilPeriksa, mutasi: Mutasi) -> bool:
    """Whether a finding points at the changed row or paragraph, first or among its further places."""
    m = mutasi.letak
    return any(
        (letak.blok, letak.baris) == (m.blok, m.baris)
        for t in hasil.temuan
        for letak in (t.bukti.letak, *t.bukti.tempat_lain)
    )


def is_terhitung(mutasi: Mutasi) -> bool:
    """Whether other figures of the report determine the one that was changed."""
    return not _BERDIRI_SENDIRI.search(mutasi.golongan)


def daftar_mutasi(naskah: NaskahTerbaca, acak: random.Random) -> Iterator[Mutasi]:
    """Each figure of the document changed once, in a way drawn at random."""
    for blok in naskah.isi:
        if isinstance(blok, TabelTerbaca):
            yield from _mutasi_tabel(naskah, blok, acak)
        else:
            yield from _mutasi_paragraf(naskah, blok, acak)


def _mutasi_tabel(naskah: NaskahTerbaca, tabel: TabelTerbaca, acak: random.Random) -> Iterator[Mutasi]:
    judul = _golongan(tabel)
    for b, baris in enumerate(tabel.baris):
        for k, sel in enumerate(baris):
            if not _BENTUK_ANGKA.fullmatch(sel.teks):
                continue
            atas = tabel.baris[b - 1][k].teks if b else ""
            hasil = _ubah(sel.teks, atas, acak)
            if hasil is None:
                continue
            jenis, baru = hasil
            isi = tuple(
                tuple(replace(s, teks=baru) if (x, y) == (b, k) else s for y, s in enumerate(r))
                for x, r in enumerate(tabel.baris)
            )
            yield Mutasi(
                jenis,
                f"{judul} | {tabel.kepala[k]}",
                sel.letak,
                sel.teks,
                baru,
                _ganti(naskah, replace(tabel, baris=isi)),
            )


def _mutasi_paragraf(naskah: NaskahTerbaca, p: ParagrafTerbaca, acak: random.Random) -> Iterator[Mutasi]:
    for m in _TERBILANG.finditer(p.teks):
        try:
            lama = parse_terbilang(m[2])
        except TerbilangTidakTerbacaError:  # other words in parentheses
            continue
        baru = terbilang(lama + acak.choice([-1, 1]) if lama > 1 else lama + 1)
        teks = p.teks[: m.start(2)] + baru + p.teks[m.end(2) :]
        yield Mutasi(
            JenisMutasi.TERBILANG,
            "terbilang",
            p.letak_bagian(m, 2),
            m[2],
            baru,
            _ganti(naskah, replace(p, teks=teks)),
        )
    for kalimat in daftar_kalimat(p):
        for a in kalimat.daftar_angka:
            cocok = _BENTUK_ANGKA.search(p.teks, a.letak.awal, a.letak.akhir)
            hasil = _ubah(cocok[0], "", acak) if cocok else None
            if cocok is None or hasil is None:
                continue
            teks = p.teks[: cocok.start()] + hasil[1] + p.teks[cocok.end() :]
            yield Mutasi(
                JenisMutasi.USANG,
                f"kalimat: {_golongan_kalimat(p, kalimat.teks)}",
                a.letak,
                cocok[0],
                hasil[1],
                _ganti(naskah, replace(p, teks=teks)),
            )


def _ganti(naskah: NaskahTerbaca, blok: TabelTerbaca | ParagrafTerbaca) -> NaskahTerbaca:
    return replace(naskah, isi=tuple(blok if b.letak.blok == blok.letak.blok else b for b in naskah.isi))


def _golongan(tabel: TabelTerbaca) -> str:
    """The title of a table without the numbers in it: the same table of all offices and sasaran."""
    return " ".join(_KODE_SASARAN.sub("#", _NOMOR_CAPTION.sub("", tabel.caption) or tabel.nama).split())


def _golongan_kalimat(p: ParagrafTerbaca, teks: str) -> str:
    """The sentence without its figures; lines of contents are one kind."""
    return "nomor halaman" if not p.tingkat and _NOMOR_HALAMAN.fullmatch(p.teks) else _kerangka(teks)


def _kerangka(teks: str) -> str:
    return " ".join(_BENTUK_ANGKA.sub("#", teks).split())[:90]


def _ubah(teks: str, atas: str, acak: random.Random) -> tuple[JenisMutasi, str] | None:
    """Another figure in the same form, at least two units of the last digit away where it was rounded."""
    cara = [JenisMutasi.NILAI, JenisMutasi.TUKAR]
    if "," in teks:
        cara.append(JenisMutasi.KOMA)
    if _BENTUK_ANGKA.fullmatch(atas) and atas[-1:] == teks[-1:]:
        cara.append(JenisMutasi.GESER)
    acak.shuffle(cara)
    lama = _baca(teks)
    for jenis in cara:
        baru = _buat(jenis, teks, atas, acak)
        angka = _baca(baru)
        if lama and angka and _is_jauh(lama, angka):
            return jenis, baru
    return None


def _buat(jenis: JenisMutasi, teks: str, atas: str, acak: random.Random) -> str:
    tempat = [n for n, h in enumerate(teks) if h.isdigit()]
    huruf = list(teks)
    if jenis is JenisMutasi.KOMA:
        return teks.replace(",", "")
    if jenis is JenisMutasi.GESER:
        return atas
    if jenis is JenisMutasi.TUKAR:
        pasangan = [(a, b) for a, b in pairwise(tempat) if huruf[a] != huruf[b]]
        if not pasangan:
            return teks
        a, b = acak.choice(pasangan)
        huruf[a], huruf[b] = huruf[b], huruf[a]
        return "".join(huruf)
    n = acak.choice(tempat)
    huruf[n] = acak.choice([d for d in "0123456789" if d != huruf[n]])
    return "".join(huruf)


def _baca(teks: str) -> AngkaTertulis | None:
    try:
        angka = parse_angka(teks)
    except AngkaTidakTerbacaError:
        return None
    return angka if angka.angka is not None else None


def _is_jauh(lama: AngkaTertulis, baru: AngkaTertulis) -> bool:
    """A rounded figure may as well have been cut off; nearer than two units nobody can tell."""
    if lama.angka is None or baru.angka is None:
        return False
    beda = abs(lama.angka - baru.angka)
    return beda >= Decimal(2).scaleb(-lama.desimal) if lama.desimal else beda > 0
