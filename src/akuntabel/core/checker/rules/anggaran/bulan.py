"""ANG: twelve months and their year."""

import re
from collections.abc import Iterator
from itertools import pairwise

from akuntabel.core.calc.angka import BULAN, format_angka
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.checker.uang.tabel import is_kosong, read_uang
from akuntabel.core.naskah.terbaca import TabelTerbaca

_BULAN = tuple(re.compile(rf"\b{b[:3]}(?:{b[3:]})?\b", re.IGNORECASE) for b in (*BULAN[:7], "Agustus", *BULAN[8:]))
_TRIWULAN = tuple(
    re.compile(rf"\b(?:tw|triwulan)\.?\s*(?:{romawi}|{n})\b", re.IGNORECASE)
    for n, romawi in enumerate(("I", "II", "III", "IV"), 1)
)
TRIWULAN = 4
UANG_TERKECIL = 1_000_000  # below which four figures may be shares or counts that do not add up
_AGUSTUS = re.compile(r"\bagt\b|\bags\b", re.IGNORECASE)
_JUMLAH = re.compile(r"\b(?:jumlah|total)\b", re.IGNORECASE)
_SAMPAI = re.compile(r"\bs\.?\s?/?\s?d\.?(?!\w)|\bsampai\b|\bkumulatif\b", re.IGNORECASE)


def bulan_tidak_berjumlah(dok: Dokumen) -> Iterator[Bukti]:
    """Dua belas bulan, atau empat triwulan, tidak berjumlah kolom jumlahnya.

    Yang diperiksa: tabel dengan dua belas kolom bulan atau empat kolom triwulan uang dan satu kolom jumlah atau total,
    yang tidak kumulatif.
    Mengapa penting: jumlah setahun inilah yang dibandingkan dengan pagu.
    Perbaikan: jumlahkan ulang barisnya.
    Dasar: aritmetika.
    """
    for t in dok.daftar_tabel:
        bulan = _kolom_bulan(t) or _kolom_triwulan(t)
        jumlah = [n for n, k in enumerate(t.kepala) if _JUMLAH.search(k) and n not in bulan]
        for baris in t.baris if bulan and len(jumlah) == 1 and not _is_kumulatif(t) else ():
            isi = [(read_uang(baris[n]), is_kosong(baris[n])) for n in bulan]
            total = read_uang(baris[jumlah[0]])
            if total is None or any(u is None and not kosong for u, kosong in isi):
                continue
            ada = [u for u, _ in isi if u is not None]
            benar = sum(u.nilai for u in ada)
            dok.tandai(total.letak)
            if ada and abs(total.nilai - benar) > total.lebar + sum(u.lebar for u in ada):
                yield Bukti(
                    total.letak,
                    total.teks,
                    format_angka(benar),
                    f"jumlah {len(ada)} {'bulan' if len(bulan) > TRIWULAN else 'triwulan'} pada baris ini",
                    "Jumlahkan ulang baris ini.",
                    tuple(u.letak for u in ada),
                    is_keputusan=True,
                )


def kumulatif_menurun(dok: Dokumen) -> Iterator[Bukti]:
    """Angka sampai dengan suatu bulan lebih kecil daripada sampai dengan bulan sebelumnya.

    Yang diperiksa: kolom bulan yang kepala atau judul tabelnya menyebut "s.d." atau kumulatif.
    Mengapa penting: realisasi yang sudah terjadi tidak berkurang; salah satu bulan keliru, atau bukan kumulatif.
    Perbaikan: betulkan bulannya, atau jelaskan pengembalian belanja.
    Dasar: aritmetika.
    """
    for t in dok.daftar_tabel:
        bulan = _kolom_bulan(t) if _is_kumulatif(t) else []
        for baris in t.baris if bulan else ():
            isi = [u for n in bulan if (u := read_uang(baris[n])) is not None]
            dok.tandai(*(u.letak for u in isi[1:]))
            for lalu, kini in pairwise(isi):
                if kini.nilai + kini.lebar < lalu.nilai - lalu.lebar:
                    yield Bukti(
                        kini.letak,
                        kini.teks,
                        f"paling sedikit {format_angka(lalu.nilai)}",
                        "angka kumulatif bulan sebelumnya lebih besar",
                        "Betulkan bulannya, atau jelaskan pengembalian belanja.",
                        (lalu.letak,),
                    )


def _kolom_bulan(t: TabelTerbaca) -> list[int]:
    """The columns of January to December in order; none where one is missing or comes twice."""
    kolom = []
    for n, pola in enumerate(_BULAN):
        cocok = [k for k, kepala in enumerate(t.kepala) if pola.search(kepala) or (n == 7 and _AGUSTUS.search(kepala))]
        if len(cocok) != 1:
            return []
        kolom += cocok
    return kolom if kolom == sorted(kolom) else []


def _kolom_triwulan(t: TabelTerbaca) -> list[int]:
    """The columns of four quarters that hold money and add up on half of the rows or more; none otherwise."""
    kolom = [[n for n, k in enumerate(t.kepala) if pola.search(k)] for pola in _TRIWULAN]
    jumlah = [n for n, k in enumerate(t.kepala) if _JUMLAH.search(k)]
    if any(len(k) != 1 for k in kolom) or len(jumlah) != 1:
        return []
    bulan = [k[0] for k in kolom]
    isi = [[read_uang(b[n]) for n in (*bulan, jumlah[0])] for b in t.baris]
    uang = [[u.nilai for u in i if u is not None] for i in isi if all(i)]
    cocok = sum(sum(n[:-1]) == n[-1] for n in uang)
    is_uang = any(n[-1] >= UANG_TERKECIL for n in uang)
    return bulan if is_uang and bulan == sorted(bulan) and 2 * cocok >= len(uang) else []


def _is_kumulatif(t: TabelTerbaca) -> bool:
    return _SAMPAI.search(t.caption) is not None or any(_SAMPAI.search(t.kepala[n]) for n in _kolom_bulan(t))


DAFTAR_ATURAN = (
    Aturan("ANG020", "bulan-tidak-berjumlah", Tingkat.GALAT, bulan_tidak_berjumlah),
    Aturan("ANG021", "kumulatif-menurun", Tingkat.PERINGATAN, kumulatif_menurun),
)
