"""BHS: words that stand twice, and words that another word of the same document shows to be misspelled."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from operator import eq

from akuntabel.core.checker.bacaan.daftar_depan import daftar_blok_isi
from akuntabel.core.checker.bacaan.kata import is_tabel_kutipan
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca

_KATA = re.compile(r"[^\W\d_]+")
# Words that nobody doubles on purpose; nouns and verbs may be a plural without its hyphen.
_TUGAS = frozenset(
    {"yang", "dan", "di", "ke", "dari", "pada", "dengan", "untuk", "dalam", "oleh", "atau", "telah", "sudah", "akan"}
    | {"adalah", "ini", "itu", "sebagai", "tidak", "para", "serta", "bahwa", "karena", "agar", "dapat", "atas", "juga"}
    | {"maka", "sehingga", "tersebut", "merupakan", "terhadap", "kepada", "antara"}
)
_LEKAT = frozenset(
    {
        "yang",
        "dan",
        "dari",
        "untuk",
        "pada",
        "dengan",
        "dalam",
        "oleh",
        "atau",
        "telah",
        "akan",
        "tidak",
        "bahwa",
        "serta",
    }
)
_UTUH = frozenset({"daripada", "padahal", "kepada", "ataupun", "olehnya", "dalamnya", "untuknya", "tidaklah"})
# Short words that stay themselves with one letter less: nothing else in the language looks like that.
_PENDEK = frozenset({"dengan", "sistem", "jumlah", "adalah", "secara", "karena", "hibah"})
# Words of their own, one letter away from another.
_KEMBAR = frozenset({"pemukiman", "kemauan", "pertahanan", "pertanahan", "bahasan", "bagan"})
_AWALAN_SENGAU = re.compile(r"(?:me|pe)(?:m|n|ng|ny)?$")

RANGKAIAN = (2, 3, 4)  # words of a run that may stand twice
JARANG = 2  # times a misspelling stands in a document at most
SERING = 4  # times the right word stands there at least
SERING_PANJANG = 3  # times for a long one, which nothing else resembles by chance
PANJANG = 7  # letters that a word needs before one letter more or less means anything
TERPENDEK = 5  # letters of a misspelling
PANJANG_DUA = 11  # letters before two missing ones do
BATAS_TEMUAN = 40  # more than that is not spelling but a bad scan


def kata_ganda(dok: Dokumen) -> Iterator[Bukti]:
    """Kata atau rangkaian kata tertulis dua kali berturut-turut.

    Yang diperiksa: kata tugas dan singkatan yang berulang ("yang yang", "KPU KPU"), rangkaian dua kata atau lebih yang
    langsung berulang, dan kalimat yang diulang awal kalimat sesudahnya; kata ulang dibiarkan.
    Mengapa penting: teks yang berulang menandakan penyuntingan yang belum selesai.
    Perbaikan: hapus salah satunya.
    Dasar: tata bahasa.
    """
    isi = daftar_blok_isi(dok)
    for p in dok.daftar_paragraf:
        if p.letak.blok in isi or p.tingkat:
            continue
        if not _is_berulang(_KATA.findall(p.teks.lower())):
            continue
        kata = list(_KATA.finditer(p.teks))
        akhir = 0
        for n, panjang in _daftar_ulangan(p.teks, kata):
            # Two columns of signatures read as one line are nothing but the same words twice.
            if n >= akhir and len(kata) > 2 * panjang + 2:
                akhir = n + 2 * panjang
                awal, sampai = kata[n].start(), kata[akhir - 1].end()
                yield Bukti(
                    p.letak.bagian(awal, sampai),
                    p.teks[awal:sampai],
                    p.teks[awal : kata[n + panjang - 1].end()],
                    "tertulis dua kali berturut-turut",
                    "Hapus salah satunya.",
                )


def _is_berulang(kata: Sequence[str]) -> bool:
    """Whether any word comes again within four words, without which nothing is written twice."""
    return any(any(map(eq, kata, islice(kata, jarak, None))) for jarak in range(1, max(RANGKAIAN) + 1))


def _daftar_ulangan(teks: str, kata: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Where a run of words is followed by itself, and how many words it has."""
    kecil = [k[0].lower() for k in kata]
    for n in range(len(kata) - 1):
        if kecil[n] == kecil[n + 1] and _is_salinan(kata[n][0], kata[n + 1][0]) and _antara(teks, kata, n).isspace():
            yield n, 1
        for panjang in RANGKAIAN:
            if n + 2 * panjang > len(kecil) or kecil[n] != kecil[n + panjang]:
                continue
            satu, dua = kecil[n : n + panjang], kecil[n + panjang : n + 2 * panjang]
            if satu == dua and len(set(satu)) > 1 and _is_ulangan(teks, kata, n, panjang):
                yield n, panjang
                break


def _is_salinan(satu: str, dua: str) -> bool:
    """Function words and abbreviations; other words may be a plural written without its hyphen."""
    return satu.lower() in _TUGAS or (satu.isupper() and dua.isupper() and len(satu) > 1)


def _is_ulangan(teks: str, kata: Sequence[re.Match[str]], n: int, panjang: int) -> bool:
    """Nothing but blanks between all the words; or a full stop between, and the first run a sentence of its own."""
    dalam = [_antara(teks, kata, i) for i in range(n, n + 2 * panjang - 1) if i != n + panjang - 1]
    sela = _antara(teks, kata, n + panjang - 1)
    if not all(d.isspace() for d in dalam):
        return False
    if _is_kepala_kolom([k[0] for k in kata[n : n + 2 * panjang]], is_lanjut=sela.isspace()):
        return False
    is_kalimat = n == 0 or _antara(teks, kata, n - 1).strip() in (".", ":", ";")
    return sela.isspace() or (sela.strip() == "." and is_kalimat)


def _is_kepala_kolom(kata: Sequence[str], *, is_lanjut: bool) -> bool:
    """Heads of columns read as one line, all words capitals ("Target Rp Target Rp"), or a heading before its text."""
    besar = [k[0].isupper() for k in kata]
    separuh = len(kata) // 2
    return all(besar) or (is_lanjut and besar[separuh] and not all(besar[:separuh]))


def _antara(teks: str, kata: Sequence[re.Match[str]], n: int) -> str:
    return teks[kata[n].end() : kata[n + 1].start()]


def salah_ketik(dok: Dokumen) -> Iterator[Bukti]:
    """Kata yang jarang berbeda satu huruf dari kata yang sering dipakai laporan itu sendiri.

    Yang diperiksa: kata yang muncul paling banyak dua kali dan kekurangan, kelebihan, atau menukar satu huruf dari kata
    yang muncul sedikitnya empat kali; juga dua kata yang menempel ("daripimpinan"). Imbuhan dibiarkan.
    Mengapa penting: salah ketik pada nama indikator atau peraturan membuatnya tidak dapat dicari.
    Perbaikan: periksa ejaannya.
    Dasar: kata-kata laporan itu sendiri, bukan kamus.
    """
    teks = [(letak, isi.lower()) for letak, isi in _daftar_teks(dok)]
    jumlah = Counter(_KATA.findall("\n".join(isi for _, isi in teks)))
    kamus = _Kamus({k: n for k, n in jumlah.items() if n >= (SERING_PANJANG if len(k) >= PANJANG + 3 else SERING)})
    salah = {
        k: benar
        for k, n in jumlah.items()
        if n <= JARANG and len(k) >= TERPENDEK and k not in _KEMBAR and (benar := kamus.find(k))
    }
    if 0 < len(salah) <= BATAS_TEMUAN:
        letak = [x for kata in salah for x in _cari_tempat(teks, kata)]
        yield Bukti(
            letak[0],
            ", ".join(salah),
            ", ".join(dict.fromkeys(salah.values())),
            f"{len(salah)} kata berbeda sedikit dari kata yang dipakai di tempat lain dalam laporan ini",
            "Periksa ejaannya.",
            tuple(letak[1:]),
        )


def _daftar_teks(dok: Dokumen) -> Iterator[tuple[Letak, str]]:
    """Every paragraph and cell with its place; what a table quotes from elsewhere is left out."""
    for blok in dok.naskah.isi:
        if isinstance(blok, ParagrafTerbaca):
            yield blok.letak, blok.teks
        elif not is_tabel_kutipan(blok):
            yield from ((s.letak, s.teks) for baris in blok.baris for s in baris if s.teks)


def _cari_tempat(daftar: Sequence[tuple[Letak, str]], kata: str) -> Iterator[Letak]:
    """Where a word stands, in order."""
    for letak, teks in daftar:
        if kata in teks:
            yield from (letak.bagian(*m.span()) for m in _KATA.finditer(teks) if m[0] == kata)


class _Kamus:
    """The words that a document uses often, to be found from a misspelling of them."""

    def __init__(self, sering: Mapping[str, int]) -> None:
        self._sering = sering
        self._kurang_satu: dict[str, list[str]] = defaultdict(list)  # by what is left when one letter is taken away
        self._panjang: dict[tuple[str, str, int], list[str]] = defaultdict(list)  # long ones by beginning and end
        for kata in sering:
            for n in range(len(kata) if len(kata) >= PANJANG or kata in _PENDEK else 0):
                self._kurang_satu[kata[:n] + kata[n + 1 :]].append(kata)
            if len(kata) >= PANJANG_DUA:
                self._panjang[kata[:3], kata[-3:], len(kata)].append(kata)

    def find(self, kata: str) -> str:
        """What the rare word was meant to be, the most frequent where several fit; "" where none does for certain."""
        calon = [
            *(k for k in self._kurang_satu.get(kata, ()) if not _is_imbuhan(kata, k)),
            *self._lebih_satu(kata),
        ]
        calon = calon or self._kurang_dua(kata) or self._lekat(kata)
        return max(calon, key=lambda k: self._sering.get(k, 0), default="")

    def _lebih_satu(self, kata: str) -> Iterator[str]:
        for n in range(len(kata) if len(kata) >= PANJANG else 0):
            tanpa = kata[:n] + kata[n + 1 :]
            if len(tanpa) >= PANJANG and tanpa in self._sering and not _is_imbuhan(tanpa, kata):
                yield tanpa
            tukar = kata[:n] + kata[n + 1 : n + 2] + kata[n : n + 1] + kata[n + 2 :]
            if tukar != kata and tukar in self._sering:
                yield tukar

    def _kurang_dua(self, kata: str) -> list[str]:
        """A long word of which two letters inside are missing; its beginning and end are the same."""
        return [k for k in self._panjang.get((kata[:3], kata[-3:], len(kata) + 2), ()) if _termuat(kata, k)]

    def _lekat(self, kata: str) -> list[str]:
        """Two frequent words without the blank between, one of them a little word."""
        if len(kata) < 8 or kata in _UTUH:
            return []
        return [
            f"{kata[:n]} {kata[n:]}"
            for n in range(3, len(kata) - 2)
            if kata[:n] in self._sering
            and kata[n:] in self._sering
            and ((kata[:n] in _LEKAT and n < len(kata) - 4) or (kata[n:] in _LEKAT and n > 4))
        ]


def _is_imbuhan(pendek: str, panjang: str) -> bool:
    """Whether the letter too many is a matter of affixes or of a plural: both words are words."""
    n = next((i for i, (a, b) in enumerate(zip(pendek, panjang, strict=False)) if a != b), len(pendek))
    huruf, sisa = panjang[n], panjang[n + 1 :]
    if not sisa:  # "tanda", "tandai"; "program", "programs"; "tangga", "tanggal"; "antar", "antara"
        return huruf in "iks" or len(pendek) < 8
    if n == 0:  # "atas", "batas": short words that differ in their first letter are words of their own
        return len(pendek) < 8
    # "laporan", "laporkan"; "perencana", "perencanaan"; "mempengaruhi", "memengaruhi"
    return (
        (sisa == "an" and huruf == "k")
        or (sisa in ("n", "an") and huruf == "a")
        or (_AWALAN_SENGAU.fullmatch(panjang[: n + 1]) is not None or _AWALAN_SENGAU.fullmatch(panjang[:n]) is not None)
    )


def _termuat(pendek: str, panjang: str) -> bool:
    huruf = iter(panjang)
    return all(h in huruf for h in pendek)


DAFTAR_ATURAN = (
    Aturan("BHS006", "kata-ganda", Tingkat.INFO, kata_ganda),
    Aturan("BHS007", "salah-ketik", Tingkat.INFO, salah_ketik),
)
