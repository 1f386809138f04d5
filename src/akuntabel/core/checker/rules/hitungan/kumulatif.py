"""HIT: figures that are told up to a period, against the figures of the periods."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from akuntabel.core.calc.angka import format_angka, format_persen
from akuntabel.core.calc.baca_angka import AngkaTertulis
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, is_persen, read_rupiah, read_sel, rentang_cetak
from akuntabel.core.checker.bacaan.kolom import Kolom, Peran, daftar_kolom
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

Baris = Sequence[SelTerbaca]
SERATUS = Decimal(100)
_KUMULATIF = re.compile(
    r"\bkum(?:ulatif)?\b|\bsampai dengan\b|(?:^|realisasi|anggaran|kinerja)\s+s\s*[./]?\s*d\b", re.I
)
_PERSEN_KUMULATIF = re.compile(r"(?:%|\bpersen\w*).*\bkum(?:ulatif)?\b|\bkum(?:ulatif)?\b.*(?:%|\bpersen)", re.I)
_TRIWULAN = re.compile(r"triwulan (?P<n>[1-4])")
# Measured anew each time, so that it may fall.
_BUKAN_JUMLAHAN = re.compile(
    r"\b(?:persen\w*|prosentase|indeks|nilai|rasio|rata|rerata|tingkat|angka|prevalensi|skor|lama|waktu|belum|sisa|unik|%)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Kumulatif:
    """A figure up to a period, with what it should be and of what it is made."""

    sel: SelTerbaca
    hitung: Decimal
    is_cocok: bool
    operan: tuple[SelTerbaca, ...]
    is_persen: bool = False

    @property
    def periode(self) -> tuple[SelTerbaca, ...]:
        """The figures of the periods; before those of a percentage stands its whole."""
        return self.operan[1:] if self.is_persen else self.operan

    @property
    def is_bukti(self) -> bool:
        """Whether it holds, and could not hold by chance: two periods or more are in it."""
        berisi = [a for s in self.periode if (a := read_sel(s)) is not None and a.angka]
        return self.is_cocok and len(berisi) >= 2

    def bukti(self) -> Bukti:
        cara = " + ".join(s.teks for s in self.periode)
        return Bukti(
            self.sel.letak,
            self.sel.teks,
            format_persen(self.hitung) if self.is_persen else format_angka(self.hitung),
            f"({cara}) ÷ {self.operan[0].teks}" if self.is_persen else cara,
            "Hitung ulang sampai dengan periode itu.",
            operan=tuple(s.letak for s in self.operan),
        )


def kumulatif_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Angka sampai dengan suatu periode bukan jumlah periode-periodenya, atau turun dari periode sebelumnya.

    Yang diperiksa: kolom "% Kum" di sebelah realisasi tiap periode, terhadap pagunya; "Realisasi s.d. TW III" terhadap
    realisasi triwulan di sebelah kirinya, bila baris lain memang berjumlah demikian; dan cacahan atau uang yang s.d.
    periode berikutnya lebih kecil (peringatan).
    Mengapa penting: dari angka inilah pemantauan triwulanan menilai apakah target tahun masih dapat dicapai.
    Perbaikan: jumlahkan ulang sampai dengan periode itu.
    Dasar: aritmetika.
    """
    for tabel in dok.daftar_tabel:
        if not any(map(_KUMULATIF.search, tabel.kepala)):
            continue
        for kelompok in (_daftar_persen(tabel), _daftar_jumlah(tabel)):
            cocok = sum(k.is_cocok for k in kelompok)
            if any(k.is_bukti for k in kelompok) and 2 * cocok >= len(kelompok):
                dok.tandai(*(k.sel.letak for k in kelompok))
                yield from (k.bukti() for k in _pertama_tiap_baris(kelompok))
        yield from _periksa_turun(dok, tabel)


def _pertama_tiap_baris(kelompok: Sequence[_Kumulatif]) -> list[_Kumulatif]:
    """The first that does not hold of each row: a period that is wrong makes all later ones wrong."""
    salah: dict[int, _Kumulatif] = {}
    for k in kelompok:
        if not k.is_cocok:
            salah.setdefault(k.sel.letak.baris, k)
    return list(salah.values())


def _daftar_persen(tabel: TabelTerbaca) -> list[_Kumulatif]:
    """Each "% Kum" beside the money of its period."""
    kum = [n for n, k in enumerate(tabel.kepala) if _PERSEN_KUMULATIF.search(k)]
    pagu = [k.indeks for k in daftar_kolom(tabel) if k.peran is Peran.PAGU]
    if len(kum) < 2 or len(pagu) != 1 or pagu[0] >= kum[0] - 1 or any(b - a != 2 for a, b in pairwise(kum)):
        return []
    hasil = []
    for baris in tabel.baris:
        seluruh, periode = read_rupiah(baris[pagu[0]]), [read_rupiah(baris[n - 1]) for n in kum]
        if seluruh is None or seluruh <= 0:
            continue
        jumlah = 0
        for urut, (n, angka) in enumerate(zip(kum, periode, strict=True)):
            persen = read_sel(baris[n])
            if angka is None or persen is None:
                break
            jumlah += angka
            rasio = Decimal(jumlah) * SERATUS / seluruh
            operan = (baris[pagu[0]], *(baris[k - 1] for k in kum[: urut + 1]))
            cocok = rentang_cetak(persen).meets(Rentang(rasio, rasio))
            hasil.append(_Kumulatif(baris[n], rasio, cocok, operan, is_persen=True))
    return hasil


def _daftar_jumlah(tabel: TabelTerbaca) -> list[_Kumulatif]:
    """Realisasi up to a quarter, right of the realisasi of each quarter from the first on."""
    realisasi = _daftar_realisasi(tabel)
    sampai = [k for k in realisasi if _is_kumulatif(tabel, k)]
    tiap = [k for k in realisasi if k not in sampai and _triwulan(k)]
    if len(sampai) != 1 or [_triwulan(k) for k in tiap] != list(range(1, len(tiap) + 1)):
        return []
    if len(tiap) < 2 or _triwulan(sampai[0]) not in (0, len(tiap)):
        return []
    hasil = []
    for baris in tabel.baris:
        sel, operan = baris[sampai[0].indeks], tuple(baris[k.indeks] for k in tiap)
        angka = [read_sel(s) for s in (sel, *operan)]
        pasti = [a.angka for a in angka if a is not None and a.angka is not None and _is_jumlahan(a)]
        # What stands at the last or the highest is counted anew each time: "58, 60, 62: 62".
        if len(pasti) == len(angka) and not _is_diukur_ulang(baris) and pasti[0] not in (pasti[-1], max(pasti[1:])):
            jumlah = sum(pasti[1:], Decimal(0))
            hasil.append(_Kumulatif(sel, jumlah, jumlah == pasti[0], operan))
    return hasil


def _periksa_turun(dok: Dokumen, tabel: TabelTerbaca) -> Iterator[Bukti]:
    """Counts and money up to a quarter that are less than up to the quarter before."""
    sampai = [k for k in _daftar_realisasi(tabel) if _is_kumulatif(tabel, k) and _triwulan(k)]
    if len(sampai) < 2 or any(_triwulan(a) >= _triwulan(b) for a, b in pairwise(sampai)):
        return
    for baris in tabel.baris if not _is_diukur_ulang_kepala(tabel, sampai) else ():
        for a, b in pairwise(baris[k.indeks] for k in sampai):
            x, y = read_sel(a), read_sel(b)
            if x is None or y is None or not (_is_jumlahan(x) and _is_jumlahan(y)) or _is_diukur_ulang(baris):
                continue
            dok.tandai(b.letak)
            if (x.angka or 0) > (y.angka or 0):
                yield Bukti(
                    b.letak,
                    b.teks,
                    f"paling sedikit {a.teks}",
                    "angka sampai dengan suatu periode tidak berkurang pada periode berikutnya",
                    "Betulkan salah satunya, atau jelaskan koreksinya.",
                    tingkat=Tingkat.PERINGATAN,
                    operan=(a.letak,),
                )


def _daftar_realisasi(tabel: TabelTerbaca) -> list[Kolom]:
    return [k for k in daftar_kolom(tabel) if k.peran in (Peran.REALISASI, Peran.REALISASI_ANGGARAN)]


def _is_kumulatif(tabel: TabelTerbaca, kolom: Kolom) -> bool:
    return _KUMULATIF.search(tabel.kepala[kolom.indeks]) is not None


def _triwulan(kolom: Kolom) -> int:
    """Which quarter the header names; 0 for none."""
    cocok = _TRIWULAN.fullmatch(kolom.periode)
    return int(cocok["n"]) if cocok else 0


def _is_jumlahan(angka: AngkaTertulis) -> bool:
    """Whole and no percentage."""
    return not is_persen(angka) and not angka.desimal


def _is_diukur_ulang(baris: Baris) -> bool:
    """Whether a word of the row says that its figure is measured anew each time."""
    return any(_BUKAN_JUMLAHAN.search(s.teks) for s in baris)


def _is_diukur_ulang_kepala(tabel: TabelTerbaca, kolom: Sequence[Kolom]) -> bool:
    return any(_BUKAN_JUMLAHAN.search(tabel.kepala[k.indeks]) for k in kolom)


DAFTAR_ATURAN = (Aturan("HIT026", "kumulatif-salah", Tingkat.GALAT, kumulatif_salah),)
