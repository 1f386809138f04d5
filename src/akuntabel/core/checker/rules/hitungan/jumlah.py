"""HIT: sums inside a table of figures that are neither capaian nor money."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, read_rupiah, read_sel, rentang_cetak
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

Baris = Sequence[SelTerbaca]
_LAKI = re.compile(r"(?:^|\b)(?:laki[ -]*laki|pria|lk?)\.?$", re.IGNORECASE)
_PEREMPUAN = re.compile(r"(?:^|\b)(?:perempuan|wanita|pr?)\.?$", re.IGNORECASE)
_JUMLAH = re.compile(r"(?:^|\b)(?:jumlah|jml|total|l\s*\+\s*p)\.?$", re.IGNORECASE)
_TOTAL = re.compile(r"^(?:jumlah|total)(?:\s+(?:seluruh(?:nya)?|keseluruhan|akhir))?\s*:?$", re.IGNORECASE)
_SUBTOTAL = re.compile(r"^\W*(?:sub\s*)?(?:jumlah|total)\b", re.IGNORECASE)
# Parts of a row above it, which its figure already holds.
_RINCIAN = re.compile(r"^\s*(?:[a-z][.)]\s|[-–•]\s*\S|\d+\.\d|laki|perempuan)", re.IGNORECASE)
# Columns whose figures do not add up, whatever stands at the bottom.
_BUKAN_JUMLAHAN = re.compile(
    r"^no\b|^nomor\b|%|\b(?:persen\w*|rata|indeks|nilai|tahun|kode|target|realisasi|capaian|skor|rasio|urut\w*|peringkat)\b",
    re.IGNORECASE,
)
_KEPALA_JUMLAH = re.compile(r"\b(?:jumlah|banyaknya|total)\b", re.IGNORECASE)
BARIS_BUKTI = 3  # rows that add up before the others are held to it
_BOBOT = re.compile(r"\bbobot\b", re.IGNORECASE)


def jumlah_baris_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Kolom jumlah bukan penjumlahan kolom-kolom di sebelah kirinya.

    Yang diperiksa: tabel dengan kolom laki-laki, perempuan, dan jumlah (juga L, P, L+P), sekali atau berulang; dan
    tabel cacahan lain berkolom jumlah atau total, bila tiga perempat barisnya memang berjumlah demikian.
    Mengapa penting: jumlah ini menjadi pembilang dan penyebut indikator.
    Perbaikan: jumlahkan ulang barisnya.
    Dasar: aritmetika.
    """
    anggaran = daftar_tabel_uang(dok)
    for tabel in dok.daftar_tabel:
        for awal in _daftar_kelompok_jenis(tabel):
            for baris in tabel.baris:
                laki, perempuan, jumlah = (read_rupiah(s) for s in baris[awal : awal + 3])
                if laki is None or perempuan is None or jumlah is None:
                    continue
                sel = baris[awal + 2]
                dok.tandai(sel.letak)
                if laki + perempuan != jumlah:
                    hitung = format_angka(laki + perempuan)
                    yield Bukti(sel.letak, sel.teks, hitung, "laki-laki + perempuan", "Jumlahkan ulang baris ini.")
        for awal, akhir in _daftar_kelompok_cacah(tabel) if id(tabel) not in anggaran else ():
            yield from _periksa_baris(dok, tabel, awal, akhir)


def jumlah_kolom_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Baris jumlah di bawah tabel bukan penjumlahan baris-baris di atasnya.

    Yang diperiksa: tabel cacahan dengan satu baris “Jumlah” atau “Total” sebagai penutup, bila kolom lain tabel itu
    memang berjumlah demikian atau kepala kolomnya menyebut jumlah. Tabel anggaran mempunyai aturannya sendiri.
    Mengapa penting: jumlah ini dikutip dalam kalimat dan menjadi penyebut persentase.
    Perbaikan: jumlahkan ulang kolomnya, atau lengkapi baris yang tertinggal.
    Dasar: aritmetika.
    """
    anggaran = daftar_tabel_uang(dok)
    for tabel in dok.daftar_tabel:
        if id(tabel) in anggaran or not is_berpenutup(tabel):
            continue
        kolom = {n: k for n in range(1, len(tabel.kepala)) if (k := _baca_kolom(tabel, n)) is not None}
        cocok = [n for n, (angka, total) in kolom.items() if sum(angka) == total and any(angka)]
        for n, (angka, total) in kolom.items():
            if not any(x != n for x in cocok) and not _KEPALA_JUMLAH.search(tabel.kepala[n]):
                continue
            sel = tabel.baris[-1][n]
            dok.tandai(sel.letak)
            if sum(angka) != total:
                yield Bukti(
                    sel.letak,
                    sel.teks,
                    format_angka(sum(angka)),
                    f"jumlah {len(angka)} baris di atasnya",
                    "Jumlahkan ulang kolom ini, atau lengkapi baris yang tertinggal.",
                )


def bobot_tidak_seratus(dok: Dokumen) -> Iterator[Bukti]:
    """Bobot yang tertulis berjumlah 100 bila dijumlahkan ternyata lain.

    Yang diperiksa: kolom bobot dengan baris penutup “Jumlah” atau “Total” yang tertulis 100 (atau 1).
    Mengapa penting: rata-rata tertimbang dengan bobot yang tidak berjumlah 100 selalu salah.
    Perbaikan: betulkan bobotnya sehingga berjumlah 100.
    Dasar: aritmetika.
    """
    for tabel in dok.daftar_tabel:
        if not is_berpenutup(tabel):
            continue
        for n, kepala in enumerate(tabel.kepala):
            bobot = [read_sel(b[n]) for b in tabel.baris]
            if not _BOBOT.search(kepala) or bobot[-1] is None or bobot[-1].angka not in (1, 100):
                continue
            rinci = [b for b in bobot[:-1] if b is not None]
            if len(rinci) < 2 or len(rinci) < len(bobot) - 1:
                continue
            sel = tabel.baris[-1][n]
            dok.tandai(sel.letak)
            rentang = [
                rentang_cetak(b) if b.desimal else Rentang(b.angka, b.angka) for b in rinci if b.angka is not None
            ]
            jumlah = sum((b.angka for b in rinci if b.angka is not None), Decimal(0))
            if not sum(r.bawah for r in rentang) <= (bobot[-1].angka or 0) <= sum(r.atas for r in rentang):
                hitung = format_angka(jumlah)
                yield Bukti(
                    sel.letak, sel.teks, hitung, f"jumlah {len(rinci)} bobot", "Betulkan bobotnya.", is_keputusan=True
                )


def daftar_tabel_uang(dok: Dokumen) -> set[int]:
    """Tables of money, which the rules of anggaran know better."""
    return {id(r.tabel) for r in dok.daftar_anggaran} | {id(r.tabel) for r in dok.daftar_revisi}


def _daftar_kelompok_jenis(tabel: TabelTerbaca) -> Iterator[int]:
    """The first column of each neighbouring three: men, women, sum."""
    kepala = [k.strip() for k in tabel.kepala]
    for n in range(len(kepala) - 2):
        if _LAKI.search(kepala[n]) and _PEREMPUAN.search(kepala[n + 1]) and _JUMLAH.search(kepala[n + 2]):
            yield n


def _daftar_kelompok_cacah(tabel: TabelTerbaca) -> Iterator[tuple[int, int]]:
    """Columns of counts from the first to their sum, where the rows show that it is one."""
    jenis = {n + 2 for n in _daftar_kelompok_jenis(tabel)}
    for akhir in (n for n, k in enumerate(tabel.kepala) if _TOTAL.match(k.strip()) and n not in jenis):
        calon = []
        for awal in range(akhir - 2, 0, -1):
            if _BUKAN_JUMLAHAN.search(tabel.kepala[awal]) or not all(_is_cacah(b[awal]) for b in tabel.baris):
                break
            cocok = sum(_jumlah_kiri(b, awal, akhir) == read_rupiah(b[akhir]) for b in tabel.baris)
            if cocok >= BARIS_BUKTI and 4 * cocok >= 3 * len(tabel.baris):
                calon.append((cocok, awal))
        if calon and _is_cacah_kolom(tabel, akhir - 1):
            yield max(calon)[1], akhir


def _is_cacah_kolom(tabel: TabelTerbaca, n: int) -> bool:
    return not _BUKAN_JUMLAHAN.search(tabel.kepala[n]) and all(_is_cacah(b[n]) for b in tabel.baris)


def _is_cacah(sel: SelTerbaca) -> bool:
    """A whole number, or nothing."""
    return "%" not in sel.teks and (sel.teks.strip() in ("", "-", "–") or read_rupiah(sel) is not None)


def _jumlah_kiri(baris: Baris, awal: int, akhir: int) -> int:
    isi = (read_rupiah(s) for s in baris[awal:akhir])
    return sum(n for n in isi if n is not None)


def _periksa_baris(dok: Dokumen, tabel: TabelTerbaca, awal: int, akhir: int) -> Iterator[Bukti]:
    for baris in tabel.baris:
        sel, jumlah = baris[akhir], read_rupiah(baris[akhir])
        if jumlah is None:
            continue
        dok.tandai(sel.letak)
        benar = _jumlah_kiri(baris, awal, akhir)
        if benar != jumlah:
            cara = " + ".join(tabel.kepala[awal:akhir])
            yield Bukti(sel.letak, sel.teks, format_angka(benar), cara, "Jumlahkan ulang baris ini.")


def is_berpenutup(tabel: TabelTerbaca) -> bool:
    """Whether the last row, and no other, is a total of two rows or more."""
    if len(tabel.baris) < 3:
        return False
    nama = (s.teks for b in tabel.baris for s in b[:2] if s is b[0] or any(h.isalpha() for h in s.teks))
    if any(map(_RINCIAN.match, nama)) or _is_bernomor_sebagian(tabel):
        return False
    label = next((s.teks.strip() for s in tabel.baris[-1] if s.teks.strip()), "")
    return _TOTAL.match(label) is not None and not any(_SUBTOTAL.match(s.teks) for b in tabel.baris[:-1] for s in b[:3])


def _is_bernomor_sebagian(tabel: TabelTerbaca) -> bool:
    """Rows without a number are parts of the numbered ones above."""
    nomor = [bool(b[0].teks.strip()) for b in tabel.baris[:-1]]
    return bool(re.match(r"no\b", tabel.kepala[0], re.IGNORECASE)) and any(nomor) and not all(nomor)


def _baca_kolom(tabel: TabelTerbaca, n: int) -> tuple[list[int], int] | None:
    """The whole figures of a column and the one at its bottom; None where any cell is something else."""
    if _BUKAN_JUMLAHAN.search(tabel.kepala[n]) or _BOBOT.search(tabel.kepala[n]):
        return None
    angka: list[int] = []
    for baris in tabel.baris:
        teks = baris[n].teks.strip()
        nilai = 0 if teks in ("-", "–") else read_rupiah(baris[n])
        if nilai is None or baris[n].is_lanjutan or "%" in teks:
            return None
        angka.append(nilai)
    total = angka.pop()
    return (angka, total) if len(angka) >= 2 and tabel.baris[-1][n].teks.strip() not in ("-", "–") else None


DAFTAR_ATURAN = (
    Aturan("HIT002", "jumlah-baris-salah", Tingkat.GALAT, jumlah_baris_salah),
    Aturan("HIT010", "jumlah-kolom-salah", Tingkat.GALAT, jumlah_kolom_salah),
    Aturan("HIT017", "bobot-tidak-seratus", Tingkat.GALAT, bobot_tidak_seratus),
)
