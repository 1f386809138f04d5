"""A quoted title beside the official one: which words differ, where the quotation may be cut off or run on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_KATA = re.compile(r"[^\W_]+")
# Abbreviations and spellings that are no wrong title.
_SETARA: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pola), ganti)
    for pola, ganti in (
        (r"\bkomisi pemilihan umum\b", "kpu"),
        (r"\bwali kota\b", "walikota"),
        (r"\bk\s*/\s*l\b", "kementerian negara lembaga"),
        (r"\bkementerian\s*/\s*lembaga\b", "kementerian negara lembaga"),
        (r"\bkemente?rian negara\b", "kementerian negara"),
        (r"\b(?:republik indonesia|ri)\b", " "),
        (r"\bsakip\b", "sistem akuntabilitas kinerja instansi pemerintah"),
        (r"\bakip\b", "akuntabilitas kinerja instansi pemerintah"),
        (r"\baparatur sipil negara\b", "asn"),
        (r"\bpegawai negeri sipil\b", "pns"),
        (r"\bperundang\s*-?\s*undangan\b", "perundangundangan"),
        (r"\bundang\s*-?\s*undang\b", "undangundang"),
        (r"&", " dan "),
        (r"\bdan\s*/\s*atau\b", "dan atau"),
    )
)
MINIMUM_COCOK = 4  # words that must agree before a quotation is taken for one of that title


@dataclass(frozen=True, slots=True)
class BedaJudul:
    """Words of a quotation and of the official title that differ; how many agree, and how many the title has."""

    tertulis: tuple[str, ...]
    resmi: tuple[str, ...]
    cocok: int
    panjang: int

    @property
    def is_lengkap(self) -> bool:
        """The whole title, word for word."""
        return not self.tertulis and not self.resmi and self.cocok == self.panjang


def kata_judul(teks: str) -> list[str]:
    """The words of a title, abbreviations as their long or short form alike."""
    polos = " ".join(teks.lower().replace("–", "-").split())
    for pola, ganti in _SETARA:
        polos = pola.sub(ganti, polos)
    return [k for k in _KATA.findall(polos) if k not in ("nomor", "no", "tahun")]


def compare_judul(kutipan: str, resmi: str) -> BedaJudul:
    """The alignment of both from their beginnings; what follows the last word that agrees is left out on both sides.

    A quotation may stop early, and the sentence may go on after it: neither is a difference.
    """
    a, b = kata_judul(kutipan), kata_judul(resmi)
    # Beyond twice its length nothing of the title can follow.
    a = a[: 2 * len(b) + 4]
    padan = SequenceMatcher(None, [_dasar(k) for k in a], [_dasar(k) for k in b], autojunk=False)
    ops = padan.get_opcodes()
    sampai = _potong(ops, len(a), len(b))
    tertulis: list[str] = []
    benar: list[str] = []
    cocok = 0
    for kode, i1, i2, j1, j2 in ops[:sampai]:
        if kode == "equal":
            sama = [(x, y) for x, y in zip(a[i1:i2], b[j1:j2], strict=True)]
            cocok += sum(x == y for x, y in sama)
            tertulis += [x for x, y in sama if x != y]
            benar += [y for x, y in sama if x != y]
        else:
            tertulis += a[i1:i2]
            benar += b[j1:j2]
    return BedaJudul(tuple(tertulis), tuple(benar), cocok, len(b))


def _dasar(kata: str) -> str:
    """What two spellings of one word share: "review" and "reviu", "pemerintah" and "pemerintahan"."""
    return kata[:9] if len(kata) > 9 else kata[:4] if kata in ("review", "reviu", "riviu") else kata


def _potong(ops: Sequence[tuple[str, int, int, int, int]], panjang_a: int, panjang_b: int) -> int:
    """How many steps of the alignment count: up to the last run that agrees and is no chance hit far behind."""
    sampai = 0
    for n, (kode, i1, i2, j1, _) in enumerate(ops, 1):
        if kode == "equal" and abs(i1 - j1) <= 6:
            sampai = n
        # A long stretch of other words: the quotation ended, the sentence went on.
        elif kode != "equal" and i2 - i1 > 5:
            break
    if sampai < len(ops):
        kode, i1, i2, j1, j2 = ops[sampai]
        if kode == "replace" and (i2, j2) == (panjang_a, panjang_b) and i2 - i1 <= 2 and j2 - j1 <= 2:
            sampai += 1  # both end here: the last words differ
    return sampai
