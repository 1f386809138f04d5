"""KON: a percentage in a sentence that is one of a table but for a slip of the hand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from akuntabel.core.checker.bacaan.bagian import Bagian
from akuntabel.core.checker.bacaan.kata import kata_isi
from akuntabel.core.checker.bacaan.prosa import AngkaProsa, JenisAngka, Kalimat
from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.checker.kinerja.angka_tersebar import is_nyaris, kunci_angka, tempat_angka
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca

# Of another time: the figure is no copy of this year's own.
_LAIN = re.compile(r"\b(?:lalu|sebelumnya|semula|awal|triwulan|semester|bulan|renstra)\b", re.IGNORECASE)
_TAHUN = re.compile(r"(?<!/)\b(?:19|20)\d\d\b")
_PERSEN = re.compile(r"\d[\d.,]*\s*%")
_BENDA = re.compile(r"([^\W\d_]{8,})\s*$")
_UMUM = frozenset({"realisasi", "capaian", "pencapaian", "serapan", "penyerapan", "terserap", "mencapai", "sebanyak"})
DIGIT_KHAS = 3  # digits from which a percentage tells where it comes from


@dataclass(frozen=True, slots=True)
class _Asal:
    """A percentage of a table: its key, its cell and header, the words of its row, and the headings above it."""

    kunci: str
    sel: SelTerbaca
    kepala: frozenset[str]
    kata: tuple[str, ...]
    pasangan: frozenset[tuple[str, str]]
    bagian: Bagian


def persen_nyaris_sama(dok: Dokumen) -> Iterator[Bukti]:
    """Persentase dalam kalimat hanya ada di kalimat itu, dan nyaris sama dengan angka tabel yang dibicarakannya.

    Yang diperiksa: persentase dengan tiga digit atau lebih yang berbeda satu digit, dua digit tertukar, atau kehilangan
    koma dari satu angka tabel, bila kalimatnya menyebut nama baris tabel itu atau berdiri di bawah judul yang sama;
    angka tahun lain dilewati, demikian pula bila angka tabelnya sendiri sudah disebut dalam paragraf itu.
    Mengapa penting: angka yang disalin dengan tangan bergeser tanpa terlihat.
    Perbaikan: samakan dengan tabelnya.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.2.
    """
    tempat, daftar = tempat_angka(dok), _daftar_asal(dok)
    for k in dok.daftar_kalimat if daftar else ():
        awal = 0
        for a in k.daftar_angka:
            sela, awal = k.teks[awal : a.awal], a.akhir
            kunci = _kunci_khas(a.teks) if a.jenis is JenisAngka.PERSEN else ""
            if not kunci or _is_lain(dok, k, sela):
                continue
            if tempat[kunci] != {k.letak.blok}:
                if _pilih(dok, k, sela, [x for x in daftar if x.kunci == kunci]) is not None:
                    dok.tandai(a.letak)
                continue
            disebut = {_kunci_khas(m) for m in _PERSEN.findall(k.paragraf.teks)}
            calon = [x for x in daftar if x.kunci not in disebut and is_nyaris(x.kunci, kunci)]
            asal = _pilih(dok, k, sela, calon)
            if asal is not None:
                dok.tandai(a.letak)
                yield _bukti(a, asal)


def _bukti(a: AngkaProsa, asal: _Asal) -> Bukti:
    return Bukti(
        a.letak,
        a.teks,
        asal.sel.teks,
        f"{a.teks} tidak ada di tempat lain dalam laporan; {asal.sel.letak} tertulis {asal.sel.teks}",
        "Samakan dengan tabelnya.",
        (asal.sel.letak,),
    )


@lru_cache(maxsize=4096)
def _kunci_khas(teks: str) -> str:
    """The key of a percentage that is long enough; "" for another."""
    kunci = kunci_angka(re.sub(r"\s*persen$", "%", teks))
    return kunci if kunci.endswith("%") and sum(h.isdigit() for h in kunci) >= DIGIT_KHAS else ""


def _is_lain(dok: Dokumen, k: Kalimat, sela: str) -> bool:
    """Whether the figure is of another time."""
    return _LAIN.search(sela) is not None or any(int(t) != dok.tahun for t in _TAHUN.findall(k.teks))


def _pilih(dok: Dokumen, k: Kalimat, sela: str, calon: Sequence[_Asal]) -> _Asal | None:
    """The one figure that can be meant: of the row that is named, else of a table under the same heading."""
    kata = _kata(sela)
    pasangan = frozenset(pairwise(kata))
    benda = _BENDA.search(sela)
    bernama = [x for x in calon if x.pasangan & pasangan]
    if not bernama and benda and benda[1].lower() not in _UMUM:
        bernama = [x for x in calon if benda[1].lower() in x.kata]
    bagian = dok.find_bagian(k.letak)
    sejudul = [
        x
        for x in calon
        if len(bagian.judul) > 1
        and x.bagian.judul == bagian.judul
        and (x.kepala & set(kata) or _is_dikutip(dok, k, x.sel.letak.blok))
    ]
    for pilihan in (bernama, sejudul):
        if len({x.kunci for x in pilihan}) == 1:
            return pilihan[0]
    return None


def _is_dikutip(dok: Dokumen, k: Kalimat, blok: int) -> bool:
    """Whether another percentage of the paragraph is taken from that table."""
    disebut = (_kunci_khas(m) for m in _PERSEN.findall(k.paragraf.teks))
    return any(blok in tempat_angka(dok)[kunci] for kunci in disebut if kunci)


@per_dokumen
def _daftar_asal(dok: Dokumen) -> list[_Asal]:
    """Every percentage of the tables that can be told apart."""
    hasil = []
    for tabel in dok.daftar_tabel:
        bagian = dok.find_bagian(tabel.letak)
        for baris in tabel.baris:
            persen = [
                (x, s, k)
                for s, k in zip(baris, tabel.kepala, strict=True)
                if "," in s.teks and (x := _kunci_khas(s.teks))
            ]
            if persen:
                kata = _kata(" ".join(s.teks for s in baris if not s.teks[:1].isdigit()))
                pasangan = frozenset(pairwise(kata))
                hasil += [_Asal(x, s, frozenset(_kata(k)), kata, pasangan, bagian) for x, s, k in persen]
    return hasil


def _kata(teks: str) -> tuple[str, ...]:
    return tuple(kata_isi(teks))


DAFTAR_ATURAN = (Aturan("KON020", "persen-nyaris-sama", Tingkat.PERINGATAN, persen_nyaris_sama),)
