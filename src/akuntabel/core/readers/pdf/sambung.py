"""Two lines of print as one text: what the line end did to a word or a number is undone, what belongs to it stays."""

import re
from collections.abc import Iterable

from akuntabel.core.readers.letak.bentuk_sel import is_bertitik
from akuntabel.core.readers.pdf.baris import Baris

AKAR_KATA = 3  # letters of a doubled word at least
AKHIRAN = 4  # letters that may follow the second half of one
KATA_UTUH = 4  # letters of a word that may be half of a compound
ANGKA_TERPOTONG = 4  # signs of a number's first part at least; stacked figures are shorter
_AKHIR_KATA = re.compile(r"[^\W\d_]+-$")
_RENTANG = re.compile(r"(?:\w–|\d-)$")
_ANGKA = re.compile(r"[\d.,]+$")
_SISA_ANGKA = re.compile(r"[\d.,]*[%)]{0,2}")
_BERKOMA = re.compile(r"\d+,\d+")
_TANDA_BACA = ".,;:()“”\"'"

Kosakata = frozenset[str]


def find_kosakata(daftar_baris: Iterable[Baris]) -> Kosakata:
    """The words that stand whole in some line, lower case; the last of a line may be a part of one."""
    return frozenset(
        kata.strip(_TANDA_BACA).lower() for b in daftar_baris for k in b.kata for kata in k.teks.split()[:-1]
    )


def join_teks(atas: str, bawah: str, kosakata: Kosakata = frozenset()) -> str:
    """Two lines of one paragraph as one text."""
    if not atas or not bawah:
        return atas or bawah
    if _AKHIR_KATA.search(atas) and bawah[0].isalpha():
        depan, belakang = atas.split()[-1].lstrip(_TANDA_BACA), bawah.split()[0].rstrip(_TANDA_BACA)
        return atas + bawah if _is_berhubung(depan, belakang, kosakata) else atas[:-1] + bawah
    # "2019–" and "2020"; "dan/" and "atau", an address that goes on.
    is_rapat = _RENTANG.search(atas) or (atas[-1] == "/" and atas[-2:-1].isalnum())
    return f"{atas}{'' if is_rapat and bawah[0].isalnum() else ' '}{bawah}"


def _is_berhubung(depan: str, belakang: str, kosakata: Kosakata) -> bool:
    """Whether "depan-belakang" is written with its hyphen: doubled words, names, words seen with it elsewhere."""
    utuh = f"{depan}{belakang}".lower()
    if utuh in kosakata:
        return True
    if utuh.replace("-", "") in kosakata:
        return False
    kiri, kanan = depan.rstrip("-").lower().rpartition("-")[2], belakang.lower()
    # "undang-undang", "sebesar-besarnya", "bersama-sama"
    akar = (kanan[:n] for n in range(max(AKAR_KATA, len(kanan) - AKHIRAN), len(kanan) + 1))
    is_ulang = min(len(kiri), len(kanan)) >= AKAR_KATA and (kanan.startswith(kiri) or any(map(kiri.endswith, akar)))
    is_majemuk = min(len(kiri), len(kanan)) >= KATA_UTUH and {kiri, kanan} <= kosakata
    return is_ulang or is_majemuk or not belakang[0].islower() or depan[:-1].isupper()


def join_teks_sel(atas: str, bawah: str, *, baris_penuh: str, kosakata: Kosakata) -> str:
    """Two lines of a cell.

    baris_penuh: the upper line where it took all the room there was, otherwise "". If it is a single word or number,
    the column may have been too narrow for it.
    """
    belakang = bawah.split()[0] if bawah else ""
    is_tunggal = bool(belakang and baris_penuh) and " " not in baris_penuh
    if is_tunggal and (
        not belakang.strip(_TANDA_BACA)
        or _is_angka_terpotong(baris_penuh, belakang, kosakata)
        or _is_kata_terpotong(baris_penuh, belakang, kosakata)
    ):
        return atas + bawah
    return join_teks(atas, bawah, kosakata)


def _is_kata_terpotong(depan: str, belakang: str, kosakata: Kosakata) -> bool:
    """ "Targe" and "t", by the words of the document: whole words that fill a column stay apart."""
    depan, belakang = depan.lower(), belakang.rstrip(_TANDA_BACA)
    if not depan[-1].isalpha() or not belakang.isalpha() or not belakang.islower():
        return False
    kiri = re.split(r"[^\w]", depan)[-1]
    if kiri + belakang in kosakata:
        return len(belakang) == 1 or not {kiri, belakang} <= kosakata
    return not {kiri, belakang} & kosakata


def _is_angka_terpotong(depan: str, belakang: str, kosakata: Kosakata) -> bool:
    ekor = _ANGKA.search(depan)
    if ekor is None or len(ekor[0]) < ANGKA_TERPOTONG or not _SISA_ANGKA.fullmatch(belakang):
        return False
    if belakang[0] in "%),." or ekor[0][-1] in ".," or (ekor[0] + belakang).strip(_TANDA_BACA) in kosakata:
        return True
    if is_bertitik(ekor[0]):
        return False  # whole as it stands; what follows is another
    digit = belakang.rstrip("%)")
    is_utuh = is_bertitik(ekor[0] + digit)
    is_desimal = _BERKOMA.fullmatch(ekor[0]) is not None and len(digit) == 1
    return is_utuh or is_desimal or ("." in ekor[0] and len(digit) == 1)
