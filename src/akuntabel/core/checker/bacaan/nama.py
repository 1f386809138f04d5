"""Names that drift: the same indicator, programme or division spelled a little differently in two places."""

import re
from collections.abc import Iterable
from functools import lru_cache

_BUTIR = re.compile(r"^(?:[a-z][.)]|\(?\d+(?:\.\d+)*[.)]?)\s+", re.IGNORECASE)
_KODE = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s")
_SASARAN = re.compile(r"^sasaran(?:\s+strategis)?\s+\d{1,2}\s*[.:]\s*", re.IGNORECASE)
_KATA = re.compile(r"[^\W\d_]+")
_KURUNG = re.compile(r"\s*\([^()]*\)")
# Words that a writer adds or leaves out without meaning another thing.
_FUNGSI = frozenset(
    ["yang", "dan", "di", "dalam", "pada", "untuk", "dari", "atas", "dengan", "ke", "terhadap", "oleh", "serta", "atau"]
)
# Spellings of one word, and words that reports use for each other.
_PADANAN = {
    "presentasi": "persentase",
    "presentase": "persentase",
    "prosentase": "persentase",
    "pemilu": "pemilihan",
    "pilkada": "pemilihan",
    "bagi": "untuk",
}
PANJANG_TERENTANG = 8  # letters from which one wrong letter is a slip, not another word (pemuda is not pemula)
AWALAN_SEAKAR = 9  # first letters in common that make two forms of one word (meningkatkan, meningkatnya)
AKHIRAN_TERPANJANG = 3
SELIP_TERBANYAK = 3  # words of one name that may be slips or other forms


def lepas_butir(teks: str) -> str:
    """A name without the mark of its item: "a. ", "1.2 "."""
    polos = teks.strip()
    tanda = _BUTIR.match(polos)
    return polos[tanda.end() :] if tanda else polos


@lru_cache(maxsize=4096)
def lepas_label(teks: str) -> str:
    """A name without the mark of its item and without "Sasaran 2:" before it."""
    polos = lepas_butir(teks)
    sebutan = _SASARAN.match(polos)
    return lepas_butir(polos[sebutan.end() :] if sebutan else polos)


def lepas_kurung(teks: str) -> str:
    """A name without what stands in parentheses behind it."""
    return _KURUNG.sub("", teks).strip()


def kode_nama(teks: str) -> str:
    """The code that stands before a name, of two parts or more ("1.2"); "" where none does."""
    cocok = _KODE.match(teks.strip())
    return cocok[1] if cocok else ""


@lru_cache(maxsize=4096)
def kata_nama(teks: str) -> tuple[str, ...]:
    """The words of a name, small, without marks."""
    return tuple(k.lower() for k in _KATA.findall(lepas_butir(teks)))


@lru_cache(maxsize=4096)
def inti_nama(teks: str) -> frozenset[str]:
    """The words that tell what a name means: function words left out, spellings of one word made one."""
    return frozenset(_PADANAN.get(k, k) for k in kata_nama(lepas_label(teks))) - _FUNGSI


def is_nama_mirip(satu: str, dua: str) -> bool:
    """Whether two names can mean the same thing: two thirds of the words in common; names drift, things do not."""
    a, b = frozenset(kata_nama(satu)), frozenset(kata_nama(dua))
    return 3 * len(a & b) >= 2 * max(len(a), len(b), 1)


def is_nama_sama(satu: str, dua: str) -> bool:
    """Whether two names are one, but for capitals, marks and blanks."""
    return kata_nama(satu) == kata_nama(dua)


def is_nama_setara(satu: str, dua: str) -> bool:
    """Whether two names mean one thing for certain: every word that tells the meaning is in both, slips aside."""
    a, b = inti_nama(satu), inti_nama(dua)
    if not a or len(a) != len(b):
        return False
    lebih, kurang = a - b, b - a
    return len(lebih) <= SELIP_TERBANYAK and is_pasangan(lebih, kurang)


def is_hanya_salah_ketik(satu: str, dua: str) -> bool:
    """Whether only wrong letters tell two names apart: all words are there, in order."""
    a, b = kata_nama(lepas_label(satu)), kata_nama(lepas_label(dua))
    return len(a) == len(b) and all(x == y or _is_salah_ketik(x, y) for x, y in zip(a, b, strict=True))


def is_pasangan(satu: Iterable[str], dua: Iterable[str]) -> bool:
    """Whether the words pair off as forms or slips of each other, none left over."""
    sisa = sorted(dua)
    for kata in sorted(satu):
        cocok = next((k for k in sisa if is_kata_sama(kata, k)), None)
        if cocok is None:
            return False
        sisa.remove(cocok)
    return not sisa


def is_kata_sama(satu: str, dua: str) -> bool:
    """Whether two words are one: the same, a slip of the pen, or two forms of one root."""
    if satu == dua:
        return True
    awalan = _panjang_awalan(satu, dua)
    if awalan >= AWALAN_SEAKAR and max(len(satu), len(dua)) - awalan <= AKHIRAN_TERPANJANG:
        return True
    return _is_salah_ketik(satu, dua)


def _is_salah_ketik(satu: str, dua: str) -> bool:
    """One letter wrong, missing or too many in a long word, or two letters changed about."""
    if min(len(satu), len(dua)) < PANJANG_TERENTANG or abs(len(satu) - len(dua)) > 1:
        return False
    n = _panjang_awalan(satu, dua)
    a, b = satu[n:], dua[n:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _panjang_awalan(satu: str, dua: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(satu, dua, strict=False)) if x != y), min(len(satu), len(dua)))
