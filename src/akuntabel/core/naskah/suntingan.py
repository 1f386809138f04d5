"""A paragraph that somebody edited on paper, brought back to its source: slots stay where their figure stayed.

What was printed and what came back are compared word by word. A figure that was changed is not taken over: its slot
stays, and the change is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from akuntabel.core.naskah.alinea import Alinea, Ruas

_KATA = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\S")
_AWALAN = re.compile(r"^(?:\d{1,3}|[a-z])[.)]\s+|^[-–•▪]\s+")


@dataclass(frozen=True, slots=True)
class AngkaBerubah:
    """A figure that is bound to the facts and came back otherwise. slot: what it is bound to."""

    slot: str
    semula: str
    tertulis: str


@dataclass(frozen=True, slots=True)
class Suntingan:
    """An edited paragraph. angka_baru: figures that nothing binds; slot_hilang: bound words that are gone."""

    alinea: Alinea
    angka_berubah: tuple[AngkaBerubah, ...] = ()
    angka_baru: tuple[str, ...] = ()
    slot_hilang: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kata:
    """A word or mark; is_rapat: no space before it; ruas: what it was printed from."""

    teks: str
    is_rapat: bool
    ruas: int = -1

    @property
    def is_angka(self) -> bool:
        return self.teks[0].isdigit()


def clean_tercetak(teks: str) -> str:
    """A printed paragraph without the mark of a list and with single spaces."""
    return _AWALAN.sub("", " ".join(teks.split()))


def match_alinea(alinea: Alinea, tercetak: str) -> tuple[str, ...] | None:
    """What each piece of a paragraph was printed as; None where this is not that paragraph."""
    cocok = _build_pola(alinea).fullmatch(clean_tercetak(tercetak))
    return None if cocok is None else cocok.groups()


def _build_pola(alinea: Alinea) -> re.Pattern[str]:
    ruas = "".join(f"({'.+?' if r.is_slot else _pola_teks(r.teks)})" for r in alinea.isi)
    return re.compile(ruas)


def _pola_teks(teks: str) -> str:
    return r"\s*".join(re.escape(k) for k in re.split(r"\s+", teks))


def merge_alinea(alinea: Alinea, tercetak: Sequence[str], baru: str) -> Suntingan:
    """The paragraph as it was edited. tercetak: what each of its pieces was printed as."""
    lama = list(_pecah_ruas(tercetak))
    kini = list(_pecah(clean_tercetak(baru)))
    penunjuk = SequenceMatcher(None, [k.teks for k in lama], [k.teks for k in kini], autojunk=False)
    padanan = _Padanan(alinea, lama, kini, penunjuk.get_opcodes())
    return padanan.build()


class _Padanan:
    """The two word lists and how they correspond, while the edited paragraph is built."""

    def __init__(
        self, alinea: Alinea, lama: list[_Kata], kini: list[_Kata], langkah: Sequence[tuple[str, int, int, int, int]]
    ) -> None:
        self.alinea, self.lama, self.kini, self.langkah = alinea, lama, kini, langkah
        self.asal: list[int] = [-1] * len(kini)  # which old word a new one is
        for jenis, i1, i2, j1, _ in langkah:
            if jenis == "equal":
                for n in range(i2 - i1):
                    self.asal[j1 + n] = i1 + n
        self.pengganti: dict[int, tuple[int, int]] = {}  # piece → range of new words that it stands for again
        self.berubah: list[AngkaBerubah] = []
        self.hilang: list[str] = []

    def build(self) -> Suntingan:
        """Place the slots, then write what is left between them."""
        for n, ruas in enumerate(self.alinea.isi):
            if ruas.is_slot:
                self._tempatkan(n, ruas.teks)
        tertutup = {j for awal, akhir in self.pengganti.values() for j in range(awal, akhir)}
        baru = [k.teks for j, k in enumerate(self.kini) if k.is_angka and self.asal[j] < 0 and j not in tertutup]
        isi = tuple(_satukan(self._daftar_ruas()))
        alinea = Alinea(isi, self.alinea.tingkat, self.alinea.cara)
        return Suntingan(alinea, tuple(self.berubah), tuple(baru), tuple(self.hilang))

    def _tempatkan(self, n: int, slot: str) -> None:
        kata = [i for i, k in enumerate(self.lama) if k.ruas == n]
        if not kata:
            return
        awal, akhir = self._jangkau(kata[0], kata[-1])
        sekarang = self.kini[awal:akhir]
        if [k.teks for k in sekarang] == [self.lama[i].teks for i in kata] and self.asal[awal] == kata[0]:
            self.pengganti[n] = (awal, akhir)
            return
        rentang = self._pilih_rentang(kata, awal, akhir)
        if rentang is None:
            self.hilang.append(slot)
            return
        self.pengganti[n] = rentang
        semula = _gabung([self.lama[i] for i in kata])
        self.berubah.append(AngkaBerubah(slot, semula, _gabung(self.kini[slice(*rentang)])))

    def _jangkau(self, awal: int, akhir: int) -> tuple[int, int]:
        """The new words that stand where these old ones stood."""
        dari = sampai = 0
        for jenis, i1, i2, j1, j2 in self.langkah:
            if i1 <= awal < i2:
                dari = j1 + (awal - i1) if jenis == "equal" else j1
            if i1 <= akhir < i2:
                sampai = j1 + (akhir - i1) + 1 if jenis == "equal" else j2
        return dari, max(dari, sampai)

    def _pilih_rentang(self, kata: list[int], awal: int, akhir: int) -> tuple[int, int] | None:
        """Which of the new words are the changed figure; None where the figure was dropped."""
        if not any(self.lama[i].is_angka for i in kata):
            return (awal, akhir) if self._is_hanya_diganti(kata, awal, akhir) else None
        angka = [j for j in range(awal, akhir) if self.kini[j].is_angka]
        if not angka:
            return None
        sisa = [j for j in range(awal, akhir) if self.asal[j] in kata]
        ujung = sorted(angka + sisa)
        if ujung[-1] - ujung[0] <= len(kata):
            return ujung[0], ujung[-1] + 1
        # Other figures came in beside it: the one nearest to what is left of the old.
        j = min(angka, key=lambda j: min((abs(j - s) for s in sisa), default=0))
        return j, j + 2 if j + 1 in sisa else j + 1

    def _is_hanya_diganti(self, kata: list[int], awal: int, akhir: int) -> bool:
        """Whether a bound word alone was replaced, and not the sentence around it."""
        ganti = [(i1, i2) for jenis, i1, i2, j1, j2 in self.langkah if jenis == "replace" and j1 < akhir and j2 > awal]
        return awal < akhir and bool(ganti) and all(i in kata for i1, i2 in ganti for i in range(i1, i2))

    def _daftar_ruas(self) -> Iterator[tuple[Ruas, bool]]:
        """Pieces of the new paragraph, each with whether it follows the one before without a space."""
        mulai = {awal: (n, akhir) for n, (awal, akhir) in self.pengganti.items()}
        j = 0
        while j < len(self.kini):
            if j in mulai:
                n, akhir = mulai[j]
                yield self.alinea.isi[n], self.kini[j].is_rapat
                j = max(akhir, j + 1)
                continue
            asal = self.asal[j]
            contoh = self.alinea.isi[self.lama[asal].ruas] if asal >= 0 else Ruas("")
            yield Ruas(self.kini[j].teks, tebal=contoh.tebal, miring=contoh.miring), self.kini[j].is_rapat
            j += 1


def _satukan(daftar: Iterator[tuple[Ruas, bool]]) -> Iterator[Ruas]:
    """Neighbours of one look as one piece, with the spaces between them."""
    semua = list(daftar)
    if not semua:
        return
    tampung = semua[0][0]
    for (kiri, _), (kanan, is_rapat) in pairwise(semua):
        jarak = "" if is_rapat else " "
        if not kiri.is_slot and not kanan.is_slot and (kiri.tebal, kiri.miring) == (kanan.tebal, kanan.miring):
            tampung = Ruas(tampung.teks + jarak + kanan.teks, tebal=kiri.tebal, miring=kiri.miring)
            continue
        yield tampung
        if jarak:
            yield Ruas(jarak)
        tampung = kanan
    yield tampung


def _pecah(teks: str) -> Iterator[_Kata]:
    for m in _KATA.finditer(teks):
        yield _Kata(m[0], is_rapat=m.start() > 0 and not teks[m.start() - 1].isspace())


def _pecah_ruas(tercetak: Sequence[str]) -> Iterator[_Kata]:
    sebelum = " "
    for n, teks in enumerate(tercetak):
        for m in _KATA.finditer(teks):
            kiri = teks[m.start() - 1] if m.start() else sebelum
            yield _Kata(m[0], is_rapat=not kiri.isspace(), ruas=n)
        sebelum = teks[-1:] or sebelum


def _gabung(daftar: Sequence[_Kata]) -> str:
    return "".join(("" if k.is_rapat or not n else " ") + k.teks for n, k in enumerate(daftar))


def build_alinea_baru(teks: str, contoh: Alinea | None) -> Suntingan:
    """A paragraph that was added; an item where its neighbour is one and it bears the mark of a list."""
    is_butir = contoh is not None and contoh.tingkat > 0 and _AWALAN.match(" ".join(teks.split())) is not None
    bersih = clean_tercetak(teks) if is_butir else " ".join(teks.split())
    alinea = Alinea((Ruas(bersih),), contoh.tingkat, contoh.cara) if is_butir and contoh else Alinea((Ruas(bersih),))
    return Suntingan(alinea, angka_baru=tuple(k.teks for k in _pecah(bersih) if k.is_angka))
