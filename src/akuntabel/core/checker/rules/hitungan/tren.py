"""HIT: words of rise and fall against the figures."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from akuntabel.core.calc.angka import format_angka, format_persen
from akuntabel.core.calc.baca_angka import AngkaTertulis
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, rentang_cetak
from akuntabel.core.checker.bacaan.prosa import AngkaProsa, JenisAngka, Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.deret import Deret, find_deret_paragraf, find_deret_sekitar, kata_isi
from akuntabel.core.checker.rules.hitungan.kalimat import KIRA, SKALA
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

_PERISTIWA = r"(?:mengalami|terjadi|menunjukkan|terdapat|ada(?:nya)?)\s+(?:\w+\s+)?"
_NAIK = rf"(?:meningkat|naik|bertambah|{_PERISTIWA}(?:kenaikan|peningkatan))"
_TURUN = rf"(?:menurun|turun|berkurang|{_PERISTIWA}penurunan)"
_AKAR = ("naik", "urun", "ningkat", "tambah", "kurang")  # each word above holds one
_ARAH = re.compile(rf"\b(?:(?P<naik>{_NAIK})|(?P<turun>{_TURUN}))\b", re.IGNORECASE)
_BERULANG = re.compile(
    r"\b(?:(?:dari\s+)?(?P<masa>tahun|pemilihan|pemilu|waktu|periode)\s+ke\s+(?P=masa)|(?:se)?tiap\s+(?:tahun|pemilihan"
    r"|pemilu)(?:nya)?|terus(?:[- ]menerus)?|selalu|secara konsisten)\b",
    re.IGNORECASE,
)
# Hopes and denials claim no trend.
_BUKAN_KLAIM = re.compile(
    r"\b(?:akan|agar|supaya|diharapkan|harus|perlu|upaya|berupaya|semoga|tidak|belum|bukan|fluktuatif|fluktuasi"
    r"|dapat terus)\b",
    re.IGNORECASE,
)
_DARI = re.compile(r"\bdari\s+(?:[^\W\d_][\w-]*\s+){0,5}$", re.IGNORECASE)
_MENJADI = re.compile(r"\bmenjadi\s+(?:[^\W\d_][\w-]*\s+){0,3}$", re.IGNORECASE)
_BESAR_DEPAN = re.compile(r"^\s*(?:sebesar|sebanyak|sejumlah|sekitar)?\s*$", re.IGNORECASE)
_POIN = re.compile(r"^\s*(?:poin|point)\b", re.IGNORECASE)
# What is counted or paid rises by itself, whatever the percentages beside it do.
_CACAHAN = re.compile(r"\b(?:jumlah|anggaran|pagu|dana|biaya|penduduk|pegawai|kebutuhan)\b", re.IGNORECASE)
JAUH = 80  # characters within which a word of rise or fall belongs to the figures after it
_TAHUN_KLAIM = re.compile(
    r"\b(?P<arah>naik|meningkat|turun|menurun)\s+pada\s+(?:tahun\s+)?(?P<tahun>(?:(?:19|20)\d\d(?:,\s*(?:dan\s+)?|\s+dan\s+)?)+)",
    re.IGNORECASE,
)


def tren_bertentangan(dok: Dokumen) -> Iterator[Bukti]:
    """Disebut terus naik atau terus turun, padahal deret angkanya berbalik.

    Yang diperiksa: “meningkat dari tahun ke tahun”, “setiap tahun turun”, “naik pada 2018 dan 2020”, dan semacamnya
    terhadap angka per tahun dalam paragraf yang sama, atau satu-satunya deret di bawah judul yang sama.
    Mengapa penting: kecenderungan adalah analisis kedua yang diwajibkan, dan pembaca memercayai katanya.
    Perbaikan: sebutkan tahun yang berbalik.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.2.b.
    """
    for k in _daftar_kalimat_arah(dok):
        arah = _find_arah(k) if _BERULANG.search(k.teks) else None
        if arah is not None and not _MENJADI.search(k.teks):
            yield from _periksa_terus(dok, k, is_naik=arah)
        for klaim in _TAHUN_KLAIM.finditer(k.teks):
            yield from _periksa_tahun(dok, k, klaim)


def _daftar_kalimat_arah(dok: Dokumen) -> list[Kalimat]:
    """The sentences with a word of rise or fall."""
    return dok.daftar_kalimat_dengan(*_AKAR)


def _find_arah(k: Kalimat) -> bool | None:
    """Up, down, or None where the sentence says neither or both, or only hopes."""
    arah = {bool(m["naik"]) for m in _ARAH.finditer(k.teks)}
    return arah.pop() if len(arah) == 1 and not _BUKAN_KLAIM.search(k.teks) else None


def _periksa_terus(dok: Dokumen, k: Kalimat, *, is_naik: bool) -> Iterator[Bukti]:
    kata = _ARAH.search(k.teks)
    if kata is None or _CACAHAN.search(k.teks[max(0, kata.start() - JAUH) : kata.start()]):
        return
    deret = _find_deret(dok, k)
    if deret is None:
        return
    letak = k.letak_bagian(kata)
    dok.tandai(letak, *(t.letak for t in deret.titik))
    balik = deret.find_berlawanan(is_naik=is_naik)
    if balik is not None:
        yield Bukti(
            letak,
            kata[0],
            f"{'turun' if is_naik else 'naik'} dari {balik[0]} menjadi {balik[1]}",
            f"deretnya {deret}",
            "Sebutkan tahun yang berbalik.",
            sebab=f"tren {deret.titik[0].letak.blok} {is_naik}",
        )


def _find_deret(dok: Dokumen, k: Kalimat) -> Deret | None:
    """The series of the paragraph itself, else the one under the same heading; it must speak of the same thing."""
    kata = kata_isi(k.teks)
    deret = find_deret_paragraf(k.paragraf)
    if deret is not None:
        return deret if len(deret.titik) >= 3 else None
    return find_deret_sekitar(dok, k.paragraf, kata)


def _periksa_tahun(dok: Dokumen, k: Kalimat, klaim: re.Match[str]) -> Iterator[Bukti]:
    """ "naik pada 2010 dan 2020": each of these years against the one before it in the series."""
    deret = find_deret_sekitar(dok, k.paragraf, kata_isi(k.teks))
    if deret is None or _BUKAN_KLAIM.search(k.teks):
        return
    is_naik = klaim["arah"].lower() in ("naik", "meningkat")
    tahun = {int(t) for t in re.findall(r"\d{4}", klaim["tahun"])}
    for a, b in pairwise(deret.titik):
        if b.tahun not in tahun:
            continue
        letak = k.letak_bagian(klaim)
        dok.tandai(letak)
        if a.is_di_atas(b) if is_naik else b.is_di_atas(a):
            hitung = f"{'turun' if is_naik else 'naik'} dari {a} menjadi {b}"
            yield Bukti(letak, klaim[0], hitung, f"deretnya {deret}", "Sesuaikan kalimatnya dengan deret.", (b.letak,))


def perubahan_kalimat_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Kenaikan atau penurunan dalam kalimat tidak cocok dengan dua angka yang disebutnya.

    Yang diperiksa: “naik dari A menjadi B” (arahnya) dan “naik X poin/persen dari A menjadi B” (besarnya, sebagai poin
    atau persen dari A), juga berantai, dan dua tahun dengan angkanya dalam satu kalimat.
    Mengapa penting: pembaca memercayai katanya, bukan menghitung sendiri.
    Perbaikan: betulkan kata atau angkanya.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.2.b.
    """
    for k in _daftar_kalimat_arah(dok):
        ada = False
        for n, (a, b) in enumerate(pairwise(k.daftar_angka)):
            if _is_dari_menjadi(k, a, b):
                ada = True
                yield from _periksa_perubahan(dok, k, n)
        if not ada:
            yield from _periksa_dua_tahun(dok, k)


def _is_dari_menjadi(k: Kalimat, a: AngkaProsa, b: AngkaProsa) -> bool:
    """ "dari A … menjadi B", or A is itself what something became."""
    depan, sela = k.teks[: a.awal], k.teks[a.akhir : b.awal]
    return (
        a.jenis is b.jenis
        and _MENJADI.search(sela) is not None
        and ";" not in sela
        and (_DARI.search(depan) is not None or _MENJADI.search(depan) is not None)
        and not any(SKALA.match(k.teks[x.akhir :]) for x in (a, b))
        and not any(KIRA.search(t) for t in (depan, sela))
    )


def _periksa_perubahan(dok: Dokumen, k: Kalimat, n: int) -> Iterator[Bukti]:
    a, b = k.daftar_angka[n], k.daftar_angka[n + 1]
    kata = _find_kata(k, n)
    if kata is None:
        return
    awal, akhir = _rentang(a), _rentang(b)
    is_naik = bool(kata["naik"])
    dok.tandai(b.letak)
    if (akhir.atas < awal.bawah) if is_naik else (akhir.bawah > awal.atas):
        yield Bukti(
            replace(a.letak, akhir=b.letak.akhir),
            f"{kata[0]}: {k.teks[a.awal : b.akhir]}",
            "turun" if is_naik else "naik",
            f"dari {a.teks} menjadi {b.teks} adalah {'turun' if is_naik else 'naik'}",
            "Betulkan kata atau angkanya.",
        )
        return
    besar = _find_besar(k, n, kata)
    if besar is not None:
        yield from _periksa_besar(dok, k, besar, a, b)


def _find_kata(k: Kalimat, n: int) -> re.Match[str] | None:
    """The word of rise or fall between the two figures, else the nearest before them."""
    a, b = k.daftar_angka[n], k.daftar_angka[n + 1]
    sela = list(_ARAH.finditer(k.teks, a.akhir, b.awal))
    if sela:
        return sela[-1] if len({bool(m["naik"]) for m in sela}) == 1 else None
    awal = k.daftar_angka[n - 2].akhir if n >= 2 else 0
    depan = list(_ARAH.finditer(k.teks, max(awal, a.awal - JAUH), a.awal))
    tidak = re.compile(r"\b(?:tidak|belum|bukan|agar|akan|target\w*|diharapkan)\b", re.IGNORECASE)
    if not depan or len({bool(m["naik"]) for m in depan}) > 1 or tidak.search(k.teks[: a.awal]):
        return None
    return depan[-1]


def _find_besar(k: Kalimat, n: int, kata: re.Match[str]) -> AngkaProsa | None:
    """The X of "naik X dari A menjadi B"."""
    if n < 1 or kata.start() > k.daftar_angka[n].awal:
        return None
    x = k.daftar_angka[n - 1]
    is_antara = kata.end() <= x.awal and _BESAR_DEPAN.match(k.teks[kata.end() : x.awal])
    return x if is_antara and not SKALA.match(k.teks[x.akhir :]) else None


def _periksa_besar(dok: Dokumen, k: Kalimat, x: AngkaProsa, a: AngkaProsa, b: AngkaProsa) -> Iterator[Bukti]:
    awal, akhir, tertulis = _rentang(a), _rentang(b), rentang_cetak(x.nilai)
    selisih = _mutlak(Rentang(akhir.bawah - awal.atas, akhir.atas - awal.bawah))
    pilihan = [selisih]
    is_nisbi = x.jenis is JenisAngka.PERSEN and not _POIN.match(k.teks[x.akhir :])
    if is_nisbi and awal.bawah > 0:
        pilihan.append(Rentang(selisih.bawah * 100 / awal.atas, selisih.atas * 100 / awal.bawah))
    if x.jenis is not a.jenis and a.jenis is not JenisAngka.PERSEN:
        pilihan = pilihan[1:]
    if not pilihan:
        return
    dok.tandai(x.letak)
    if any(p.meets(tertulis) for p in pilihan):
        return
    beda = abs((b.nilai.angka or Decimal(0)) - (a.nilai.angka or Decimal(0)))
    hitung = format_angka(beda) + (" poin" if a.jenis is JenisAngka.PERSEN else "")
    if is_nisbi and a.nilai.angka:
        hitung += f" atau {format_persen(beda * 100 / a.nilai.angka)}"
    yield Bukti(x.letak, x.teks, hitung, f"selisih {a.teks} dan {b.teks}", "Betulkan besarnya perubahan.")


def _periksa_dua_tahun(dok: Dokumen, k: Kalimat) -> Iterator[Bukti]:
    """Two years with their percentages and one word of rise or fall beside them."""
    if len(k.daftar_angka) != 2:
        return
    deret = find_deret_paragraf(k.paragraf, k.awal, k.awal + len(k.teks))
    arah = _find_arah(k)
    if deret is None or arah is None or len(deret.titik) != 2:
        return
    kata = _ARAH.search(k.teks)
    if kata is None or re.search(r"\b(?:target|anggaran|nasional|provinsi)\b", k.teks, re.IGNORECASE):
        return
    lama, baru = deret.titik
    dok.tandai(baru.letak)
    if (lama.is_di_atas(baru)) if arah else (baru.is_di_atas(lama)):
        hitung = f"{'turun' if arah else 'naik'} dari {lama} menjadi {baru}"
        yield Bukti(k.letak_bagian(kata), kata[0], hitung, f"deretnya {deret}", "Betulkan kata atau angkanya.")


def _rentang(a: AngkaProsa) -> Rentang:
    """A count and a sum of money are exact; a percentage was rounded."""
    nilai: AngkaTertulis = a.nilai
    if a.jenis is JenisAngka.PERSEN or nilai.desimal or nilai.angka is None:
        return rentang_cetak(nilai)
    return Rentang(nilai.angka, nilai.angka)


def _mutlak(r: Rentang) -> Rentang:
    if r.bawah >= 0:
        return r
    return Rentang(-r.atas, -r.bawah) if r.atas <= 0 else Rentang(r.bawah * 0, max(r.atas, -r.bawah))


DAFTAR_ATURAN = (
    Aturan("HIT014", "tren-bertentangan", Tingkat.PERINGATAN, tren_bertentangan),
    Aturan("HIT015", "perubahan-kalimat-salah", Tingkat.GALAT, perubahan_kalimat_salah),
)
