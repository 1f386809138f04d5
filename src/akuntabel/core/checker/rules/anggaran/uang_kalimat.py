"""ANG in prose: a percentage between two sums of money, and sums that miss a figure of the tables by one digit."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from akuntabel.core.calc.angka import format_angka, format_persen
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, rentang_cetak
from akuntabel.core.checker.bacaan.prosa import AngkaProsa, JenisAngka, Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.checker.uang.periksa import PeriksaUang, periksa_uang
from akuntabel.core.checker.uang.prosa import UangProsa, daftar_kalimat_uang
from akuntabel.core.checker.uang.tabel import Uang, read_uang
from akuntabel.core.naskah.terbaca import Letak

_SAMBUNG = re.compile(
    r"\W*(?:[\w.]+\W+){0,4}?(?:atau|yaitu|yakni|setara|mencapai|sehingga"
    r"|dengan (?:tingkat |persentase )?(?:serapan|penyerapan))\b[^;%\d]{0,40}|\W*\(\s*"
)
_PERUBAHAN = re.compile(
    r"\b(?:naik|turun|kenaikan|penurunan|meningkat|menurun|bertambah|berkurang|selisih|tumbuh|pertumbuhan|semula|deviasi"
    r"|lebih besar|lebih kecil|dibanding\w*)\b",
    re.IGNORECASE,
)
_PISAH = re.compile(r";|\bsedangkan\b|\bsementara\b|\badapun\b", re.IGNORECASE)
_DARI_UANG = re.compile(
    r"\W*dari (?:(?:total|seluruh|pagu|anggaran|target|dana|belanja|alokasi|yang|ditetapkan|sebesar)\W+)*"
)
_SEBAGIAN = re.compile(r"\s*\(\d+ dari \d+")
_BANDING = re.compile(
    r"\b(?:semula|sebelum\w*|awal|lalu|berbeda|selisih|keliru|seharusnya|tidak dipakai|sumber menulis|dibanding\w*)\b",
    re.IGNORECASE,
)
_BERUBAH = re.compile(r"\b(?:menjadi|revisi|direvisi|berkurang|bertambah|pergeseran)\b", re.IGNORECASE)
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
# What the totals alone can be: here every digit counts, however short the sum is.
_SELURUH = re.compile(r"\b(?:anggaran yang terserap\b[^;]{0,60}\badalah|dari pagu|pagunya)\s*$", re.IGNORECASE)
DIGIT_KHAS = 5  # significant digits from which a near miss is a slip of the hand and no coincidence


@dataclass(frozen=True, slots=True)
class _Rasio:
    """Two sums and the percentage between them."""

    satu: Uang
    dua: Uang
    persen: AngkaProsa


def persen_uang_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Persentase dalam kalimat bukan hasil bagi kedua jumlah rupiah yang disebut bersamanya.

    Yang diperiksa: kalimat "anggaran Rp X direalisasikan Rp Y atau Z%", juga bila jumlahnya dalam juta atau miliar.
    Mengapa penting: kalimat seperti ini disalin dari tahun ke tahun dan angkanya tertinggal.
    Perbaikan: hitung ulang persentasenya, atau betulkan jumlahnya.
    Dasar: PMK 22/PMK.02/2021, P = RA ÷ PA × 100.
    """
    for k, uang in daftar_kalimat_uang(dok):
        for r in _daftar_rasio(k, uang):
            dok.tandai(r.persen.letak)
            kecil, besar = sorted((r.satu, r.dua), key=lambda u: u.nilai)
            rentang = Rentang(
                (kecil.nilai - kecil.lebar) * 100 / (besar.nilai + besar.lebar),
                (kecil.nilai + kecil.lebar) * 100 / (besar.nilai - besar.lebar),
            )
            if rentang_cetak(r.persen.nilai).meets(rentang):
                continue
            if r.persen.nilai.angka is not None and r.persen.nilai.angka > 100:
                balik = Rentang(besar.nilai * 100 / kecil.nilai, besar.nilai * 100 / kecil.nilai)
                if rentang_cetak(r.persen.nilai).meets(balik):
                    continue
            yield Bukti(
                r.persen.letak,
                r.persen.teks,
                format_persen(kecil.nilai * 100 / besar.nilai),
                f"{kecil.teks.strip()} ÷ {besar.teks.strip()}, dua jumlah yang disebut bersamanya",
                "Hitung ulang persentasenya, atau betulkan jumlahnya.",
                (r.satu.letak, r.dua.letak),
                is_keputusan=True,
            )


def _daftar_rasio(k: Kalimat, uang: Sequence[UangProsa]) -> Iterator[_Rasio]:
    """Two sums of money followed by their percentage, nothing between them but words that tie them together."""
    for satu, dua in pairwise(uang):
        if (bagian := _find_bagian_dari(k, satu, dua)) is not None:
            yield _Rasio(satu.uang, dua.uang, bagian)
            continue
        persen = next((a for a in k.daftar_angka if a.awal >= dua.akhir), None)
        if persen is None or persen.jenis is not JenisAngka.PERSEN or min(satu.uang.nilai, dua.uang.nilai) <= 0:
            continue
        tengah, sambung = k.teks[satu.akhir : dua.awal], k.teks[dua.akhir : persen.awal]
        if (
            not _SAMBUNG.fullmatch(sambung)
            # "A (62,5%) dan B (25%)": each has a share of its own, of a whole named elsewhere.
            or any(a.jenis is JenisAngka.PERSEN and satu.akhir <= a.awal < dua.awal for a in k.daftar_angka)
            or _PISAH.search(tengah)
            or _PERUBAHAN.search(k.teks[max(0, satu.awal - 40) : persen.akhir + 20])
        ):
            continue
        if satu.uang.nilai != dua.uang.nilai and not _SEBAGIAN.match(k.teks, persen.akhir):
            yield _Rasio(satu.uang, dua.uang, persen)


def _find_bagian_dari(k: Kalimat, satu: UangProsa, dua: UangProsa) -> AngkaProsa | None:
    """The percentage of "A atau p% dari pagu B"; None where the words between say anything else."""
    antara = [a for a in k.daftar_angka if satu.akhir <= a.awal < dua.awal]
    if len(antara) != 1 or antara[0].jenis is not JenisAngka.PERSEN or min(satu.uang.nilai, dua.uang.nilai) <= 0:
        return None
    persen = antara[0]
    is_terikat = _SAMBUNG.fullmatch(k.teks[satu.akhir : persen.awal]) and _DARI_UANG.fullmatch(
        k.teks[persen.akhir : dua.awal]
    )
    is_berubah = _PERUBAHAN.search(k.teks[max(0, satu.awal - 40) : dua.akhir])
    return persen if is_terikat and not is_berubah else None


def uang_nyaris_sama(dok: Dokumen) -> Iterator[Bukti]:
    """Jumlah rupiah berbeda satu angka, atau dua angka tertukar, dari jumlah yang ada di tabel anggaran.

    Yang diperiksa: jumlah rupiah dalam kalimat dan dalam tabel lain, paling sedikit lima angka penting, yang tidak ada
    di tabel anggaran mana pun; kalimat yang membandingkan dua jumlah dilewati.
    Mengapa penting: angka yang disalin dengan tangan bergeser tanpa terlihat.
    Perbaikan: samakan dengan tabel.
    Dasar: aritmetika.
    """
    uang = periksa_uang(dok)
    dikenal = _daftar_dikenal(uang)
    if not dikenal:
        return
    peta = _peta_nyaris([n for n in dikenal if _is_khas(n)])
    jumlah = _daftar_letak_jumlah(uang)
    peta_jumlah = _peta_nyaris([n for n, u in dikenal.items() if u.letak in jumlah])
    ada_rantai = bool(dok.daftar_revisi)
    for k, semua in daftar_kalimat_uang(dok):
        daftar = [u for u in semua if u.is_bulat]
        tahun = {int(t) for t in _TAHUN.findall(k.teks)}
        if not daftar or _BANDING.search(k.teks) or (tahun and dok.tahun not in tahun):
            continue
        if ada_rantai or not _BERUBAH.search(k.teks):
            yield from _nyaris(dok, [u.uang for u in daftar if _is_khas(int(u.uang.nilai))], dikenal, peta)
            pokok = [u.uang for u in daftar if _SELURUH.search(k.teks[: u.awal]) and not _is_khas(int(u.uang.nilai))]
            yield from _nyaris(dok, pokok, dikenal, peta_jumlah)
    blok = _daftar_blok_terkait(uang)
    for tabel in dok.daftar_tabel:
        if tabel.letak.blok not in blok:
            sel = [u for b in tabel.baris for s in b if len(s.teks) >= 9 and (u := read_uang(s)) is not None]
            yield from _nyaris(dok, [u for u in sel if not u.lebar and _is_khas(int(u.nilai))], dikenal, peta)


def _daftar_dikenal(uang: PeriksaUang) -> dict[int, Uang]:
    """The sums of the tables of money, and those that their equations give."""
    blok = _daftar_blok_terkait(uang)
    struktur = [s for s in uang.struktur if s.t.tabel.letak.blok in blok]
    semua = [u for s in struktur for b in s.t.baris for u in b.uang.values() if not u.lebar]
    return {abs(int(u.nilai)): u for u in (*semua, *(u for p in uang.persamaan for u in p.daftar_uang if not u.lebar))}


def _daftar_blok_terkait(uang: PeriksaUang) -> set[int]:
    """The tables of money in which something adds up; another one, such as a list of grants, only repeats theirs."""
    terkait = {u.letak.blok for p in uang.persamaan for u in p.daftar_uang}
    return terkait or {s.t.tabel.letak.blok for s in uang.struktur}


def _daftar_letak_jumlah(uang: PeriksaUang) -> set[Letak]:
    return {u.letak for s in uang.struktur for b in s.t.baris if b.is_total for u in b.uang.values()}


def _peta_nyaris(dikenal: Collection[int]) -> dict[str, set[int]]:
    """Sums by what is left of their digits when one is blotted out, or two neighbours are put in order."""
    peta: dict[str, set[int]] = {}
    for n in dikenal:
        for kunci in _kunci_nyaris(n):
            peta.setdefault(kunci, set()).add(n)
    return peta


def _is_khas(n: int) -> bool:
    return len(str(abs(n)).rstrip("0")) >= DIGIT_KHAS and abs(n) >= 1_000_000


def _kunci_nyaris(n: int) -> Iterator[str]:
    angka = str(n)
    for i in range(len(angka)):
        yield f"{angka[:i]}?{angka[i + 1 :]}"
    for i in range(len(angka) - 1):
        yield f"{angka[:i]}{''.join(sorted(angka[i : i + 2]))}~{angka[i + 2 :]}"


def _nyaris(dok: Dokumen, daftar: list[Uang], dikenal: dict[int, Uang], peta: dict[str, set[int]]) -> Iterator[Bukti]:
    disebut = {abs(int(u.nilai)) for u in daftar}
    for u in daftar:
        nilai = abs(int(u.nilai))
        if nilai in dikenal:
            dok.tandai(u.letak)
            continue
        dekat = {n for kunci in _kunci_nyaris(nilai) for n in peta.get(kunci, ())}
        if dekat & disebut or not dekat:
            continue
        dok.tandai(u.letak)
        asal = dikenal[min(dekat, key=lambda n: abs(n - nilai))]
        yield Bukti(
            u.letak,
            u.teks.strip(),
            format_angka(abs(int(asal.nilai))),
            f"tidak ada di tabel anggaran; berbeda satu atau dua angka dari {asal.letak}",
            "Samakan dengan tabel.",
            (asal.letak,),
            is_keputusan=True,
        )


DAFTAR_ATURAN = (
    Aturan("ANG017", "persen-uang-salah", Tingkat.GALAT, persen_uang_salah),
    Aturan("ANG018", "uang-nyaris-sama", Tingkat.GALAT, uang_nyaris_sama),
)
