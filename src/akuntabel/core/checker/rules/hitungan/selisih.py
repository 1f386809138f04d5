"""HIT: columns of differences, between two columns of the row or between a row and the year before it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, is_persen, read_sel, rentang_cetak
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.rules.hitungan.jumlah import daftar_tabel_uang
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

Baris = Sequence[SelTerbaca]
_SELISIH = re.compile(r"\b(?:selisih|deviasi|gap)\b", re.IGNORECASE)
_PERUBAHAN = re.compile(r"\b(?:perubahan|kenaikan|pertumbuhan)\b.*\bpoin\b|^perubahan$", re.IGNORECASE)


def selisih_baris_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Kolom selisih bukan pengurangan dua kolom yang lain.

    Yang diperiksa: kolom “Selisih (poin)”, “Deviasi”, atau “Gap” pada tabel yang hanya mempunyai dua kolom angka lain,
    atau yang baris-baris lainnya memang pengurangan dua kolom yang sama.
    Mengapa penting: selisih inilah yang dipakai untuk menilai lebih tinggi atau lebih rendah.
    Perbaikan: kurangkan ulang kedua kolomnya.
    Dasar: aritmetika.
    """
    uang = daftar_tabel_uang(dok)
    for tabel in dok.daftar_tabel:
        for n, kepala in enumerate(tabel.kepala):
            if id(tabel) in uang or not _SELISIH.search(kepala):
                continue
            pasangan = _find_pasangan(tabel, n)
            for baris in tabel.baris if pasangan else ():
                kurang = _kurang(baris, *pasangan) if pasangan else None
                selisih = read_sel(baris[n])
                if kurang is None or selisih is None:
                    continue
                dok.tandai(baris[n].letak)
                if not _is_selisih(kurang, baris[n]):
                    a, b = (baris[k].teks for k in pasangan or ())
                    hitung = format_angka((kurang.bawah + kurang.atas) / 2, selisih.desimal, bertanda=True)
                    operan = tuple(baris[k].letak for k in pasangan or ())
                    perbaikan = "Kurangkan ulang kedua kolomnya."
                    yield Bukti(baris[n].letak, baris[n].teks, hitung, f"{a} − {b}", perbaikan, operan=operan)


def perubahan_tahun_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Perubahan dari tahun ke tahun dalam tabel bukan selisih realisasinya.

    Yang diperiksa: kolom “Perubahan (poin)” pada tabel yang setiap barisnya satu tahun, terhadap baris sebelumnya.
    Mengapa penting: perubahan inilah yang dikutip dalam analisis kecenderungan.
    Perbaikan: kurangkan ulang realisasi kedua tahun.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.2.b.
    """
    for tabel in dok.daftar_tabel:
        kolom = _kolom_perubahan(tabel)
        if kolom is None:
            continue
        tahun, nilai, perubahan = kolom
        for lama, baru in pairwise(tabel.baris):
            kurang, selisih = _kurang_baris(baru[nilai], lama[nilai]), read_sel(baru[perubahan])
            if kurang is None or selisih is None or lama[tahun].teks >= baru[tahun].teks:
                continue
            dok.tandai(baru[perubahan].letak)
            if not kurang.meets(rentang_cetak(selisih)):
                yield Bukti(
                    baru[perubahan].letak,
                    baru[perubahan].teks,
                    format_angka((kurang.bawah + kurang.atas) / 2, selisih.desimal, bertanda=True),
                    f"{baru[nilai].teks} ({baru[tahun].teks}) − {lama[nilai].teks} ({lama[tahun].teks})",
                    "Kurangkan ulang realisasi kedua tahun.",
                    (baru[nilai].letak, lama[nilai].letak),
                    operan=(baru[nilai].letak, lama[nilai].letak),
                )


def _kolom_perubahan(tabel: TabelTerbaca) -> tuple[int, int, int] | None:
    """Year, realisasi and change, where each stands once."""
    kepala = [k.strip().lower() for k in tabel.kepala]
    tahun = [n for n, k in enumerate(kepala) if k == "tahun"]
    nilai = [n for n, k in enumerate(kepala) if k.startswith("realisasi")]
    perubahan = [n for n, k in enumerate(kepala) if _PERUBAHAN.search(k)]
    if len(tahun) != 1 or len(nilai) != 1 or len(perubahan) != 1:
        return None
    return tahun[0], nilai[0], perubahan[0]


def _find_pasangan(tabel: TabelTerbaca, selisih: int) -> tuple[int, int] | None:
    """The two columns whose difference the rows show; with two figures only beside it, those two."""
    kolom = [
        n
        for n in range(len(tabel.kepala))
        if n != selisih and not re.search(r"^no\b|\btahun\b", tabel.kepala[n], re.IGNORECASE) and _is_angka(tabel, n)
    ]
    calon = [(a, b) for a in kolom for b in kolom if a != b]
    cocok = {p: sum(_is_pasangan(baris, p, selisih) for baris in tabel.baris) for p in calon}
    terbaik = max(calon, key=lambda p: cocok[p], default=None)
    if terbaik is None:
        return None
    jumlah = sum(read_sel(b[selisih]) is not None for b in tabel.baris)
    if len(kolom) == 2 and jumlah and cocok[terbaik] >= jumlah - 1 and jumlah > 1:
        return terbaik
    return terbaik if cocok[terbaik] >= 2 and 3 * cocok[terbaik] >= 2 * jumlah else None


def _is_angka(tabel: TabelTerbaca, n: int) -> bool:
    return sum(read_sel(b[n]) is not None for b in tabel.baris) * 2 >= len(tabel.baris)


def _kurang(baris: Baris, a: int, b: int) -> Rentang | None:
    return _kurang_baris(baris[a], baris[b])


def _kurang_baris(dari: SelTerbaca, oleh: SelTerbaca) -> Rentang | None:
    kiri, kanan = read_sel(dari), read_sel(oleh)
    if kiri is None or kanan is None or is_persen(kiri) != is_persen(kanan):
        return None
    x, y = (
        rentang_cetak(k) if k.desimal else Rentang(k.angka or Decimal(0), k.angka or Decimal(0)) for k in (kiri, kanan)
    )
    return Rentang(x.bawah - y.atas, x.atas - y.bawah)


def _is_selisih(kurang: Rentang, sel: SelTerbaca) -> bool:
    selisih = read_sel(sel)
    return selisih is not None and kurang.meets(rentang_cetak(selisih))


def _is_pasangan(baris: Baris, pasangan: tuple[int, int], selisih: int) -> bool:
    kurang = _kurang(baris, *pasangan)
    return kurang is not None and _is_selisih(kurang, baris[selisih])


DAFTAR_ATURAN = (
    Aturan("HIT019", "selisih-baris-salah", Tingkat.PERINGATAN, selisih_baris_salah),
    Aturan("HIT020", "perubahan-tahun-salah", Tingkat.PERINGATAN, perubahan_tahun_salah),
)
