"""KON: counts in sentences against the rows of a table that lists the things one by one."""

import re
from collections.abc import Iterator, Sequence

from akuntabel.core.checker.bacaan.angka_tercetak import read_sel
from akuntabel.core.checker.bacaan.kata import daftar_kata, is_tabel_kutipan
from akuntabel.core.checker.bacaan.prosa import Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

_DARI = re.compile(
    r"\bDari (?P<n>\d{1,3}) (?P<benda>[a-z]{4,})\b(?P<sela>[^.;,\d]*(?:\btahun \d{4}\b)?[^.;,\d]*), "
    r"(?:sebanyak )?(?P<m>\d{1,3}) (?P<keadaan>[a-z]{4,}(?: [a-z]+){0,3})",
)
_BERJUMLAH = re.compile(
    r"(?P<benda>[a-z]{4,} [a-z]{4,})(?: yang (?:tercatat|diterima|diajukan|masuk|ditangani))? (?:berjumlah|ada) "
    r"(?P<n>\d{1,3})\b(?![.,]\d|\s*%)"
)
_TIDAK_DIHITUNG = re.compile(r"tidak berlaku|di luar|belum waktunya|dibatalkan", re.IGNORECASE)


def cacah_tidak_sesuai_baris(dok: Dokumen) -> Iterator[Bukti]:
    """Banyaknya hal dalam kalimat berbeda dari baris tabel yang mendaftarnya satu per satu.

    Yang diperiksa: "dari n tahapan …, m selesai tepat waktu" terhadap tabel tahapan di bawah judul yang sama, dan
    "sengketa proses yang tercatat berjumlah n" terhadap tabel yang barisnya menyebut sengketa proses.
    Mengapa penting: daftar bertambah atau berkurang, sedangkan kalimatnya tertinggal.
    Perbaikan: cacah ulang dari tabelnya.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir III.4.
    """
    for k in dok.daftar_kalimat_dengan("dari ", " berjumlah ", " ada "):
        for m in _DARI.finditer(k.teks) if "Dari " in k.teks else ():
            yield from _periksa_keadaan(dok, k, m)
        for m in _BERJUMLAH.finditer(k.teks) if " berjumlah " in k.teks or " ada " in k.teks else ():
            yield from _periksa_jumlah(dok, k, m)


def _periksa_keadaan(dok: Dokumen, k: Kalimat, m: re.Match[str]) -> Iterator[Bukti]:
    """Of n things m are done: the rows in all, and those whose cell says so."""
    judul = dok.find_bagian(k.letak).judul
    tabel = [
        t
        for t in dok.daftar_tabel
        if m["benda"] in daftar_kata(t.caption) and judul and dok.find_bagian(t.letak).judul == judul
    ]
    if len(tabel) != 1:
        return
    baris = [b for b in tabel[0].baris if sum(bool(s.teks) for s in b) > 1]
    keadaan = frozenset(daftar_kata(m["keadaan"]))
    jadi = sum(any(keadaan <= frozenset(daftar_kata(s.teks)) for s in b) for b in baris)
    wajib = [b for b in baris if not any(_TIDAK_DIHITUNG.search(s.teks) for s in b)]
    if not jadi:
        return
    for kelompok, benar in (("n", {len(baris), len(wajib)}), ("m", {jadi})):
        yield from _bandingkan(dok, k, m, kelompok, benar, tabel[0])


def _periksa_jumlah(dok: Dokumen, k: Kalimat, m: re.Match[str]) -> Iterator[Bukti]:
    """The things of that name: rows that open a cell with it, in the one table of things without figures."""
    tabel = [t for t in dok.daftar_tabel if not is_tabel_kutipan(t)]
    calon = [(t, n) for t in tabel if (n := sum(_is_bernama(b, m["benda"]) for b in t.baris))]
    if len(calon) == 1:
        yield from _bandingkan(dok, k, m, "n", {calon[0][1]}, calon[0][0])


def _is_bernama(baris: Sequence[SelTerbaca], benda: str) -> bool:
    return any(s.teks.lower().startswith(benda) for s in baris) and not any(read_sel(s) for s in baris[1:])


def _bandingkan(
    dok: Dokumen, k: Kalimat, m: re.Match[str], kelompok: str, benar: set[int], tabel: TabelTerbaca
) -> Iterator[Bukti]:
    letak = k.letak_bagian(m, kelompok)
    dok.tandai(letak)
    if int(m[kelompok]) not in benar:
        yield Bukti(
            letak,
            m[kelompok],
            " atau ".join(map(str, sorted(benar))),
            f"dihitung dari baris {tabel.caption or tabel.nama}",
            "Cacah ulang dari tabelnya.",
        )


DAFTAR_ATURAN = (Aturan("KON021", "cacah-tidak-sesuai-baris", Tingkat.GALAT, cacah_tidak_sesuai_baris),)
