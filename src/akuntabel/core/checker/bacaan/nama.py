"""Names that drift: the same indicator, programme or division spelled a little differently in two places."""

import re
from collections.abc import Iterable
from functools import lru_cache

_BUTIR = re.compile(r"^(?:(?:[a-z]|[ivx]{2,4})[.)]|\(?\d+(?:\.\d+)*[.)]?)\s+", re.IGNORECASE)
_KODE = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s")
_SASARAN = re.compile(r"^sasaran(?:\s+strategis)?\s+\d{1,2}\s*[.:]\s*", re.IGNORECASE)
_KATA = re.compile(r"[^\W\d_]+")
_ANGKA = re.compile(r"\d+(?:[.,]\d+)*")
_RIBUAN = re.compile(r"[.,](?=\d{3}(?!\d))")
_TAHUN = re.compile(r"(?:19|20)\d\d")
_TANDA = re.compile(rf"{_KATA.pattern}|{_ANGKA.pattern}")
_KURUNG = re.compile(r"\s*\([^()]*\)")
_DAFTAR_ROMAWI = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_ROMAWI = {romawi: str(n) for n, romawi in enumerate(_DAFTAR_ROMAWI, 1)}
# Words that turn a name into its opposite.
_INGKAR = frozenset(["tidak", "bukan", "tanpa", "non"])
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
# Words of their own that one letter tells apart: neither is a slip of the other.
_KATA_SENDIRI = frozenset(
    {"pemilihan", "pemulihan", "pengadaan", "pengaduan", "pengajuan", "penerapan", "penetapan", "pendataan"}
    | {"pendanaan", "pengawasan", "pengawalan", "penyusunan", "penyusutan", "perubahan", "perumahan", "penataan"}
    | {"penaatan"}
)
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
def kunci_nama(teks: str) -> tuple[str, ...]:
    """The words and numbers of a name in order, small, without marks: what two printings of one name share."""
    return tuple(k.lower() for k in _TANDA.findall(lepas_label(teks)))


@lru_cache(maxsize=4096)
def nomor_nama(teks: str) -> frozenset[str]:
    """The numbers and single letters by which a name tells its thing from its sisters: "Tahap II", "Zona B"."""
    kata = kunci_nama(teks)
    nomor = {_RIBUAN.sub("", k) for k in kata if k[0].isdigit()}
    return frozenset(nomor | {_ROMAWI.get(k, k) for k in kata if k in _ROMAWI or (len(k) == 1 and k.isalpha())})


@lru_cache(maxsize=4096)
def inti_nama(teks: str) -> frozenset[str]:
    """The words that tell what a name means: function words left out, spellings of one word made one."""
    return frozenset(_PADANAN.get(k, k) for k in kata_nama(lepas_label(teks)) if k not in _ROMAWI) - _FUNGSI


def is_nama_mirip(satu: str, dua: str) -> bool:
    """Whether two names can mean the same thing: two thirds of the words in common; names drift, things do not."""
    a, b = frozenset(kata_nama(satu)), frozenset(kata_nama(dua))
    return 3 * len(a & b) >= 2 * max(len(a), len(b), 1) and not is_nama_terpisah(satu, dua)


def is_nama_sama(satu: str, dua: str) -> bool:
    """Whether two names are one, but for capitals, marks and blanks."""
    return kata_nama(satu) == kata_nama(dua) and not is_nama_terpisah(satu, dua)


def is_nama_terpisah(satu: str, dua: str) -> bool:
    """Whether two names are of two things however alike: each has its own number, or one of them denies."""
    a, b = nomor_nama(satu), nomor_nama(dua)
    return bool(a - b and b - a) or _ingkar(satu) != _ingkar(dua)


@lru_cache(maxsize=4096)
def _ingkar(nama: str) -> frozenset[str]:
    """The denying words of a name; what stands in parentheses only explains it."""
    return _INGKAR.intersection(kata_nama(lepas_kurung(nama)))


def is_nama_setara(satu: str, dua: str) -> bool:
    """Whether two names mean one thing for certain: all its words and numbers are in both, slips and a year aside."""
    a, b = inti_nama(satu), inti_nama(dua)
    if not a or len(a) != len(b) or is_nama_terpisah(satu, dua):
        return False
    if not all(map(_TAHUN.fullmatch, nomor_nama(satu) ^ nomor_nama(dua))):
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
    if satu in _KATA_SENDIRI and dua in _KATA_SENDIRI:
        return False
    n = _panjang_awalan(satu, dua)
    a, b = satu[n:], dua[n:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _panjang_awalan(satu: str, dua: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(satu, dua, strict=False)) if x != y), min(len(satu), len(dua)))
