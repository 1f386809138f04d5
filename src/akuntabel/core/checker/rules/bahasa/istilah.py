"""BHS: the terms that the regulation uses now."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.core.checker.bacaan.daftar_depan import daftar_blok_isi
from akuntabel.core.checker.bacaan.kata import tanpa_kutipan
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak

TAHUN_ISTILAH = 2014  # PermenPANRB 53/2014 holds for reports of that year on


@dataclass(frozen=True, slots=True)
class Istilah:
    """A term that is out of use, the one in its place, and why; kata: of which each mention holds one, small."""

    kata: tuple[str, ...]
    pola: re.Pattern[str]
    baku: str
    alasan: str
    sejak: int = 0
    is_judul_bab: bool = False  # where the outline quotes a chapter's title wrongly, both are one fault


_DAFTAR = (
    Istilah(
        ("indikator kerja",),
        re.compile(r"\bindikator kerja\b(?! ?sama)", re.IGNORECASE),
        "Indikator Kinerja",
        "yang diukur kinerja, bukan kerja",
    ),
    Istilah(
        ("perjanjian kerja",),
        re.compile(r"\bperjanjian kerja(?= tahun 20\d\d)|(?<=perencanaan dan )perjanjian kerja\b", re.IGNORECASE),
        "Perjanjian Kinerja",
        "istilah PermenPANRB 53/2014; perjanjian kerja adalah hal lain",
        is_judul_bab=True,
    ),
    Istilah(
        ("laporan akuntabilitas kinerja", "lakip"),
        re.compile(
            r"\blaporan akuntabilitas kinerja(?: instansi pemerintah)?\b|\blakip\b(?!\s*(?:tahun )?20(?:0\d|1[0-3]))",
            re.IGNORECASE,
        ),
        "Laporan Kinerja",
        "istilah sejak PermenPANRB 53/2014",
        TAHUN_ISTILAH,
    ),
    Istilah(
        ("penetapan kinerja",),
        re.compile(r"(?<!penyusunan )\bpenetapan kinerja\b", re.IGNORECASE),
        "Perjanjian Kinerja",
        "istilah sejak PermenPANRB 53/2014",
        TAHUN_ISTILAH,
    ),
)
_RIWAYAT = re.compile(
    r"\b(?:29 tahun 2010|dahulu|dulu|semula|sebelumnya|sebelum tahun|berganti nama|disebut juga)\b", re.IGNORECASE
)


def istilah_lama(dok: Dokumen) -> Iterator[Bukti]:
    """Istilah yang dipakai bukan istilah peraturan yang berlaku.

    Yang diperiksa: "Indikator Kerja", "Perjanjian Kerja" sebagai nama dokumen, "Penetapan Kinerja", "LAKIP" dan
    "Laporan Akuntabilitas Kinerja", dalam kalimat, judul, dan kepala tabel.
    Mengapa penting: satu hal dengan dua nama disangka dua hal, dan istilah lama menandakan teks yang tersalin.
    Perbaikan: pakai istilah PermenPANRB 53/2014.
    Dasar: PermenPANRB 53/2014.
    """
    teks = list(_daftar_teks(dok))
    for istilah in _DAFTAR:
        if istilah.sejak > (dok.tahun or 0):
            continue
        tempat = [(letak, m[0]) for letak, t in teks for m in istilah.pola.finditer(t)]
        if tempat:
            tempat.sort(key=lambda t: t[0].blok)
            yield Bukti(
                tempat[0][0],
                ", ".join(dict.fromkeys(f"“{kata}”" for _, kata in tempat)),
                istilah.baku,
                f"{istilah.alasan}; {len(tempat)} tempat",
                f"Pakai istilah {istilah.baku}.",
                tuple(letak for letak, _ in tempat[1:]),
                sebab=f"judul-bab:{tempat[0][0].blok}" if istilah.is_judul_bab else "",
            )


def _daftar_teks(dok: Dokumen) -> Iterator[tuple[Letak, str]]:
    """Paragraphs and headers of tables; quotations, the lists at the front and history are left out."""
    isi = daftar_blok_isi(dok)
    kata = [x for istilah in _DAFTAR for x in istilah.kata]
    for p in dok.daftar_paragraf_dengan(*kata):
        if p.letak.blok not in isi and not _RIWAYAT.search(p.teks):
            yield p.letak, tanpa_kutipan(p.teks)
    for tabel in dok.daftar_tabel:
        yield tabel.letak, " | ".join(tabel.kepala)


DAFTAR_ATURAN = (Aturan("BHS005", "istilah-lama", Tingkat.INFO, istilah_lama),)
