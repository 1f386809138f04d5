"""Words of sentences and titles: joined, cut into words, and without those that say nothing."""

import re
from collections.abc import Iterable, Sequence

from akuntabel.core.naskah.terbaca import TabelTerbaca

_KATA = re.compile(r"[^\W_]+")
_KUTIPAN = re.compile(r"“[^”]*”|\"[^\"]*\"")
_TERTULIS = re.compile(r"\btertulis\b", re.IGNORECASE)
_SEPI = frozenset(
    {"yang", "dan", "atau", "dari", "di", "ke", "pada", "untuk", "dengan", "dalam", "oleh", "sebagai", "adalah", "ini"}
    | {"itu", "tersebut", "terdapat", "ada", "telah", "sudah", "akan", "dapat", "juga", "serta", "per", "atas", "bawah"}
    | {"berikut", "maka", "bahwa", "tahun", "tabel", "gambar", "grafik"}
)


def gabung_kata(kata: Sequence[str]) -> str:
    """As in a sentence: "a", "a dan b", "a, b, dan c"."""
    if len(kata) <= 2:
        return " dan ".join(kata)
    return ", ".join(kata[:-1]) + ", dan " + kata[-1]


def daftar_kata(teks: str) -> list[str]:
    """The words and numbers of a text, small."""
    return [k.lower() for k in _KATA.findall(teks)]


def kata_isi(teks: str, abaikan: frozenset[str] = frozenset()) -> list[str]:
    """The words that say something: no little words, no numbers, none of ``abaikan``."""
    return [k for k in daftar_kata(teks) if k not in _SEPI and k not in abaikan and not k.isdigit() and len(k) > 2]


class PetaKata:
    """Which of many texts hold a word: asked for often, and far quicker than a pattern tried on every text."""

    def __init__(self, daftar: Iterable[str]) -> None:
        self._kecil = [teks.lower() for teks in daftar]
        self._nomor: dict[str, frozenset[int]] = {}

    def find(self, *kata: str) -> list[int]:
        """The places of the texts that hold one of the words, given small; words may be parts of words or several."""
        return sorted(frozenset().union(*map(self._find_satu, kata)))

    def _find_satu(self, kata: str) -> frozenset[int]:
        if kata not in self._nomor:
            self._nomor[kata] = frozenset(n for n, teks in enumerate(self._kecil) if kata in teks)
        return self._nomor[kata]


def is_tabel_kutipan(tabel: TabelTerbaca) -> bool:
    """Whether a table says what stands in another text, mistakes included: a column is headed "Tertulis"."""
    return any(_TERTULIS.search(k) for k in tabel.kepala)


def tanpa_kutipan(teks: str) -> str:
    """A text in which what stands in quotation marks is blank, every character in its place."""
    if "“" not in teks and '"' not in teks:
        return teks
    return _KUTIPAN.sub(lambda m: " " * len(m[0]), teks)
