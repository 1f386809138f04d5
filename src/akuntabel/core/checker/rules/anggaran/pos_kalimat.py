"""ANG in prose: what a sentence says of one row of the budget, and of the difference between two of its sums."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka, format_persen
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, rentang_cetak
from akuntabel.core.checker.bacaan.prosa import AngkaProsa, JenisAngka, Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.checker.uang.periksa import PeriksaUang, periksa_uang
from akuntabel.core.checker.uang.prosa import UangProsa, daftar_uang_prosa
from akuntabel.core.checker.uang.tabel import PAGU, REALISASI, BarisUang, Uang

_SAMBUNG = re.compile(
    r"\W*(?:atau|yaitu|yakni|setara(?: dengan)?|dengan serapan)\s+(?:sebesar\s+)?|\W*\(\s*", re.IGNORECASE
)
_SELISIH = re.compile(r"\bselisih(?:nya)?\s*(?:sebesar|adalah|yaitu)?\s*$", re.IGNORECASE)
_BERBEDA = re.compile(r"\bberbeda\s+(?:sebesar\s+)?$", re.IGNORECASE)
_YAITU = re.compile(r"\b(?:dari|dengan)\b[^.;%\d]*\b(?:yaitu|yakni|sebesar)\s+$", re.IGNORECASE)
_RUPIAH_KHAS = 100_000  # an amount below this may be any other


def persen_pos_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Persentase sesudah jumlah realisasi bukan serapan baris anggaran yang realisasinya sebesar itu.

    Yang diperiksa: "realisasinya Rp X atau p%" bila X adalah realisasi sebuah baris tabel anggaran, dan pagunya tidak
    disebut dalam kalimat itu juga.
    Mengapa penting: kalimat seperti ini disalin dari tahun ke tahun dan persentasenya tertinggal.
    Perbaikan: hitung ulang persentasenya dari baris itu.
    Dasar: PMK 22/PMK.02/2021, P = RA ÷ PA × 100.
    """
    per_realisasi = _peta_realisasi(periksa_uang(dok))
    for k in dok.daftar_kalimat if per_realisasi else ():
        for uang in daftar_uang_prosa(k):
            persen, baris = _find_persen(k, uang), per_realisasi.get(uang.uang.nilai, ())
            if persen is None or not baris or not uang.is_bulat or _has_pagu(k, baris):
                continue
            dok.tandai(persen.letak)
            serapan = [b.uang[REALISASI].nilai * 100 / b.uang[PAGU].nilai for b in baris]
            if not any(rentang_cetak(persen.nilai).meets(Rentang(s, s)) for s in serapan):
                yield Bukti(
                    persen.letak,
                    persen.teks,
                    format_persen(serapan[0]),
                    f"{baris[0].uang[REALISASI].teks} ÷ {baris[0].uang[PAGU].teks} menurut {baris[0].uang[PAGU].letak}",
                    "Hitung ulang persentasenya dari baris itu.",
                    (baris[0].uang[REALISASI].letak,),
                    is_keputusan=True,
                )


def _peta_realisasi(uang: PeriksaUang) -> dict[Decimal, list[BarisUang]]:
    peta: dict[Decimal, list[BarisUang]] = {}
    for b in (b for s in uang.struktur for b in s.t.baris):
        pagu, realisasi = b.uang.get(PAGU), b.uang.get(REALISASI)
        if pagu and realisasi and pagu.nilai > 0 and not realisasi.lebar and realisasi.nilai >= _RUPIAH_KHAS:
            peta.setdefault(realisasi.nilai, []).append(b)
    return peta


def _find_persen(k: Kalimat, uang: UangProsa) -> AngkaProsa | None:
    """The percentage tied to a sum by the words between."""
    persen = next((a for a in k.daftar_angka if a.awal >= uang.akhir), None)
    if persen is None or persen.jenis is not JenisAngka.PERSEN:
        return None
    return persen if _SAMBUNG.fullmatch(k.teks, uang.akhir, persen.awal) else None


def _has_pagu(k: Kalimat, baris: Sequence[BarisUang]) -> bool:
    """Whether the sentence gives the ceiling too, so that the two sums themselves decide."""
    disebut = {u.uang.nilai for u in daftar_uang_prosa(k)}
    return len(disebut) > 1 and any(b.uang[PAGU].nilai in disebut for b in baris)


def selisih_kalimat_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Selisih dua jumlah rupiah dalam kalimat bukan hasil pengurangannya.

    Yang diperiksa: "Rp A …, Rp B (selisih Rp C)", dan "berbeda Rp C dari …, yaitu Rp B" terhadap jumlah-jumlah pada
    tabel anggaran dan revisi.
    Mengapa penting: selisih yang dinyatakan adalah penjelasan mengapa dua jumlah boleh berbeda.
    Perbaikan: kurangkan ulang kedua jumlahnya.
    Dasar: aritmetika.
    """
    dikenal = sorted({u.nilai for u in _daftar_jumlah(periksa_uang(dok))})
    for k in dok.daftar_kalimat:
        uang = list(daftar_uang_prosa(k))
        for n, u in enumerate(uang):
            depan = k.teks[: u.awal]
            if n > 1 and _SELISIH.search(depan):
                yield from _periksa(dok, u, uang[n - 1], [uang[n - 2].uang.nilai], "dua jumlah yang disebut sebelumnya")
            elif n + 1 < len(uang) and _BERBEDA.search(depan) and _YAITU.search(k.teks[u.akhir : uang[n + 1].awal]):
                yield from _periksa(dok, u, uang[n + 1], dikenal, "jumlah pada tabel anggaran dan revisi")


def _daftar_jumlah(uang: PeriksaUang) -> Iterator[Uang]:
    """The sums that stand for a whole: totals, and what each revision came to."""
    for s in uang.struktur:
        is_revisi = PAGU not in s.t.kolom
        yield from (u for b in s.t.baris if b.is_total or is_revisi for u in b.uang.values())


def _periksa(dok: Dokumen, beda: UangProsa, satu: UangProsa, dikenal: Sequence[Decimal], dari: str) -> Iterator[Bukti]:
    if not beda.is_bulat or not satu.is_bulat or not dikenal:
        return
    dok.tandai(beda.uang.letak)
    selisih = [abs(satu.uang.nilai - x) for x in dikenal if x != satu.uang.nilai]
    if selisih and abs(beda.uang.nilai) not in selisih:
        dekat = min(selisih, key=lambda s: abs(s - abs(beda.uang.nilai)))
        yield Bukti(
            beda.uang.letak,
            beda.uang.teks.strip(),
            format_angka(dekat),
            f"{satu.uang.teks.strip()} dibandingkan dengan {dari}",
            "Kurangkan ulang kedua jumlahnya.",
            (satu.uang.letak,),
            is_keputusan=True,
        )


DAFTAR_ATURAN = (
    Aturan("ANG023", "persen-pos-berbeda", Tingkat.GALAT, persen_pos_berbeda),
    Aturan("ANG024", "selisih-kalimat-salah", Tingkat.GALAT, selisih_kalimat_salah),
)
