"""Indonesian number words and back: 83,47 is "delapan puluh tiga koma empat tujuh"."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
SKALA = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun", "sekstiliun", "septiliun", "oktiliun")
BATAS = 10 ** (3 * len(SKALA))


class TerbilangTidakTerbacaError(ValueError):
    """Words that name no number; ``kata_ke`` counts from 1."""

    def __init__(self, kata_ke: int, tertulis: str) -> None:
        self.kata_ke = kata_ke
        super().__init__(f"Kata ke-{kata_ke}: tertulis “{tertulis}”, diharapkan kata bilangan, misalnya “dua puluh”.")


def terbilang(angka: Decimal | int) -> str:
    """A number in words; decimals digit by digit after "koma". ValueError from 10^30 on."""
    nilai = Decimal(angka)
    if nilai.copy_abs() >= BATAS:
        raise ValueError(f"number words end below 10^{3 * len(SKALA)}")
    utuh, _, pecahan = format(nilai.copy_abs(), "f").partition(".")
    kata = [*(["minus"] if nilai < 0 else []), _utuh(int(utuh))]
    if pecahan:
        kata += ["koma", *(SATUAN[int(digit)] for digit in pecahan)]
    return " ".join(kata)


def terbilang_rupiah(jumlah: int) -> str:
    """Money in words, as it stands in parentheses behind a sum."""
    return f"{terbilang(jumlah)} rupiah"


def _utuh(angka: int) -> str:
    if angka == 0:
        return SATUAN[0]
    kelompok: list[str] = []
    for skala in SKALA:
        angka, tiga = divmod(angka, 1000)
        if tiga == 1 and skala == "ribu":
            kelompok.append("seribu")
        elif tiga:
            kelompok.append(f"{_ratusan(tiga)} {skala}".rstrip())
    return " ".join(reversed(kelompok))


def _ratusan(angka: int) -> str:
    ratus, sisa = divmod(angka, 100)
    kata = [] if ratus == 0 else ["seratus"] if ratus == 1 else [SATUAN[ratus], "ratus"]
    puluh, satu = divmod(sisa, 10)
    if sisa in (10, 11):
        kata.append("sepuluh" if sisa == 10 else "sebelas")
    elif puluh == 1:
        kata += [SATUAN[satu], "belas"]
    else:
        kata += [SATUAN[puluh], "puluh"] * (puluh > 0) + [SATUAN[satu]] * (satu > 0)
    return " ".join(kata)


_BILANGAN: Mapping[str, int] = {kata: nilai for nilai, kata in enumerate(SATUAN)}
_SE: Mapping[str, tuple[str, ...]] = {
    "sepuluh": ("satu", "puluh"),
    "sebelas": ("satu", "belas"),
    "seratus": ("satu", "ratus"),
    "seribu": ("satu", "ribu"),
}


def parse_terbilang(teks: str) -> Decimal:
    """The number that the words name; capitals, hyphens and a closing "rupiah" do not matter.

    Raises TerbilangTidakTerbacaError with the place of the first word that does not fit.
    """
    kata = re.findall(r"[^\s\-]+", teks.lower())
    is_negatif = kata[:1] == ["minus"]
    mulai = 1 if is_negatif else 0
    if kata[-1:] == ["rupiah"]:
        kata.pop()
    koma = kata.index("koma") if "koma" in kata else len(kata)
    utuh = _baca_utuh(kata, mulai, koma)
    pecahan = "".join(str(_digit(kata, n)) for n in range(koma + 1, len(kata)))
    if koma < len(kata) and not pecahan:
        raise TerbilangTidakTerbacaError(koma + 1, "koma")
    nilai = Decimal(f"{utuh}.{pecahan}" if pecahan else utuh)
    # copy_negate and copy_abs do not round to the thread's precision, as the operators would.
    return nilai.copy_negate() if is_negatif else nilai


def _digit(kata: list[str], n: int) -> int:
    if kata[n] not in _BILANGAN:
        raise TerbilangTidakTerbacaError(n + 1, kata[n])
    return _BILANGAN[kata[n]]


def _baca_utuh(kata: list[str], mulai: int, akhir: int) -> int:
    """Digits build up hundreds, a scale word closes a group; groups must come from large to small."""
    if mulai >= akhir:
        raise TerbilangTidakTerbacaError(mulai + 1, " ".join(kata[mulai : mulai + 1]) or "(kosong)")
    jumlah = kelompok = 0
    satuan: int | None = None
    skala_lalu = len(SKALA)
    for n, k in _urai(kata, mulai, akhir):
        if k in _BILANGAN and satuan is None:
            satuan = _BILANGAN[k]
        elif k in ("belas", "puluh", "ratus") and satuan:
            kelompok += {"belas": 10 + satuan, "puluh": 10 * satuan, "ratus": 100 * satuan}[k]
            satuan = None
        elif k in SKALA[1:] and SKALA.index(k) < skala_lalu and kelompok + (satuan or 0) > 0:
            skala_lalu = SKALA.index(k)
            jumlah += (kelompok + (satuan or 0)) * 1000**skala_lalu
            kelompok, satuan = 0, None
        else:
            raise TerbilangTidakTerbacaError(n + 1, kata[n])
    return jumlah + kelompok + (satuan or 0)


def _urai(kata: list[str], mulai: int, akhir: int) -> Iterator[tuple[int, str]]:
    for n in range(mulai, akhir):
        for k in _SE.get(kata[n], (kata[n],)):
            yield n, k
