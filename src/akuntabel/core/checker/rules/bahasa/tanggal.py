"""BHS: dates that are incomplete or cannot be."""

import re
from collections.abc import Iterator
from datetime import date

from akuntabel.core.calc.angka import BULAN, format_tanggal
from akuntabel.core.checker.bacaan.kata import tanpa_kutipan
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak

_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_BULAN = "|".join(BULAN)
_TANDA_TANGAN = re.compile(rf"[A-Z][\w ()/'-]{{2,40}},\s+(?P<bulan>(?:{_BULAN})\s+20\d\d)\.?")
_JABATAN = re.compile(
    r"\b(?:ketua|kepala|sekretaris|bupati|wali ?kota|gubernur|camat|lurah|inspektur|direktur|rektor|menteri|plt"
    r"|pimpinan|komisioner|kapolres|panitera)\b",
    re.IGNORECASE,
)
_TANGGAL = re.compile(
    rf"(?:\b(?P<hari>{'|'.join(_HARI)}|Jum['’]at|Ahad),?\s+(?:tanggal\s+)?)?(?<![\d./-])(?P<h>\d{{1,2}})"
    rf"(?:\s+(?P<bulan>{_BULAN}|Pebruari|Nopember)\s+(?P<t>(?:19|20)\d\d)|(?P<pisah>[-/])(?P<b>\d{{1,2}})(?P=pisah)(?P<t2>(?:19|20)\d\d)(?![\d/-]))",
    re.IGNORECASE,
)
_MIRIP = re.compile(r"\d(?:\s+\w+\s+|[-/]\d{1,2}[-/])(?:19|20)\d\d")  # what each of them holds
_ABAD = re.compile(r"(?:19|20)\d\d")
_NAMA_BULAN = {nama.lower(): n for n, nama in enumerate(BULAN, 1)} | {"pebruari": 2, "nopember": 11}
JARAK_JABATAN = 3  # blocks under the place and date in which the signer's office stands


def tanggal_tanpa_hari(dok: Dokumen) -> Iterator[Bukti]:
    """Tanggal penandatanganan tidak menyebut harinya.

    Yang diperiksa: baris "Kota, Januari 2021" di atas jabatan penanda tangan.
    Mengapa penting: tanpa hari tidak dapat dipastikan laporan disusun sebelum tenggatnya.
    Perbaikan: lengkapi tanggalnya ketika ditandatangani.
    Dasar: tata naskah dinas.
    """
    paragraf = dok.daftar_paragraf
    for n, p in enumerate(paragraf):
        cocok = _TANDA_TANGAN.fullmatch(p.teks)
        if cocok and any(_JABATAN.search(q.teks) for q in paragraf[n + 1 : n + 1 + JARAK_JABATAN]):
            yield Bukti(
                p.letak,
                p.teks,
                f"tanggal lengkap, misalnya 29 {cocok['bulan']}",
                "harinya tidak disebut",
                "Lengkapi tanggalnya ketika ditandatangani.",
            )


def tanggal_mustahil(dok: Dokumen) -> Iterator[Bukti]:
    """Tanggal yang tertulis tidak ada, atau bukan hari itu.

    Yang diperiksa: "31 April 2020", "30-02-2020", dan "Senin, 5 Januari 2021", dalam kalimat dan tabel.
    Mengapa penting: tanggal putusan, pengesahan, dan tahapan dipakai sebagai bukti.
    Perbaikan: cocokkan dengan dokumennya.
    Dasar: kalender.
    """
    for letak, teks in _daftar_teks(dok):
        for m in _TANGGAL.finditer(teks) if _MIRIP.search(teks) else ():
            dok.tandai(letak)
            yield from _periksa(m, letak)


def _daftar_teks(dok: Dokumen) -> Iterator[tuple[Letak, str]]:
    for p in dok.daftar_paragraf:
        if _ABAD.search(p.teks):
            yield p.letak, tanpa_kutipan(p.teks)
    for tabel in dok.daftar_tabel:
        for baris in tabel.baris:
            for sel in baris:
                if len(sel.teks) >= 8 and _ABAD.search(sel.teks):
                    yield sel.letak, tanpa_kutipan(sel.teks)


def _periksa(m: re.Match[str], letak: Letak) -> Iterator[Bukti]:
    bulan = _NAMA_BULAN[m["bulan"].lower()] if m["bulan"] else int(m["b"])
    perbaikan = "Cocokkan dengan dokumennya."
    try:
        tanggal = date(int(m["t"] or m["t2"]), bulan, int(m["h"]))
    except ValueError:
        # "12/31/2020" is another order of day and month, and a number of a decree is no date.
        if m["bulan"] or (bulan <= 12 and m["pisah"] == "-"):
            yield Bukti(letak, m[0], "tanggal yang ada", "bulan itu tidak mempunyai tanggal ini", perbaikan)
        return
    if m["hari"]:
        benar = _HARI[tanggal.weekday()]
        tertulis = {"ahad": "Minggu"}.get(m["hari"].lower(), m["hari"].replace("'", "").replace("’", "")).title()
        if tertulis != benar:
            hitung = f"{benar}, {format_tanggal(tanggal)}"
            yield Bukti(letak, m[0], hitung, f"{format_tanggal(tanggal)} jatuh pada hari {benar}", perbaikan)


DAFTAR_ATURAN = (
    Aturan("BHS008", "tanggal-tanpa-hari", Tingkat.INFO, tanggal_tanpa_hari),
    Aturan("BHS009", "tanggal-mustahil", Tingkat.PERINGATAN, tanggal_mustahil),
)
