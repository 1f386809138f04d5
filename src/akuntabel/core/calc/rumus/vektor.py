"""A formula over many offices at once, to the same last digit.

Floating point with a rigorous error bound carried beside every value: where the bound leaves one rounded result, that
is the result; where it does not (a tie, a comparison too close to call, a divisor near zero), the row is computed
exactly. Floats never leave this module.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from akuntabel.core.calc.kebijakan import CaraBulat
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import round_desimal
from akuntabel.core.calc.rumus.hitung import compute_rumus
from akuntabel.core.calc.rumus.pohon import (
    Angka,
    Banding,
    Bukan,
    Elemen,
    Fungsi,
    Jika,
    Logika,
    Negatif,
    Operasi,
    Rumus,
    Simpul,
    Syarat,
)

Larik = npt.NDArray[np.float64]
Topeng = npt.NDArray[np.bool_]

_SATUAN_BULAT = 2.0**-53  # half a unit in the last place: the error of one rounded operation, relative
_TERKECIL = 2.0**-1022  # below this a float loses digits; such rows are computed exactly
_LONGGAR = 1.0 + 2.0**-40  # the bounds are floats themselves; this covers their own rounding
_TERBESAR_TEPAT = 2.0**52  # above this a float has no room for halves


@dataclass(frozen=True, slots=True)
class HasilVektor:
    """One value per row, rounded half up (None: missing), and how many rows had to be computed exactly."""

    nilai: tuple[Decimal | None, ...]
    jumlah_tepat: int


@dataclass(frozen=True, slots=True)
class _Kira:
    """Values with bounds on their error, rows that are missing, rows that floats cannot decide."""

    nilai: Larik
    galat: Larik
    hilang: Topeng
    ragu: Topeng


@dataclass(frozen=True, slots=True)
class _Putusan:
    benar: Topeng
    hilang: Topeng
    ragu: Topeng


def compute_rumus_vektor(
    rumus: Rumus, elemen: Mapping[str, Sequence[Decimal | int | None]], *, desimal: int
) -> HasilVektor:
    """The formula for every row, as compute_rumus rounded to ``desimal`` would give it.

    elemen: a column per element, all of one length; None is missing. KeyError for an element left out.
    """
    panjang = len(next(iter(elemen.values()))) if elemen else 1
    with np.errstate(all="ignore"):  # infinities and NaN end in rows that are computed exactly
        kolom = {nama: _baca(elemen[nama]) for nama in rumus.elemen}
        kira = _hitung(rumus.pohon, kolom, panjang)
        bulat, pasti = _bulatkan(kira, desimal)
    nilai: list[Decimal | None] = [Decimal(n).scaleb(-desimal) for n in bulat.tolist()]
    for baris in np.flatnonzero(kira.hilang & ~kira.ragu).tolist():
        nilai[baris] = None
    tepat = np.flatnonzero(kira.ragu | (~pasti & ~kira.hilang)).tolist()
    for baris in tepat:
        nilai[baris] = _hitung_tepat(rumus, {nama: elemen[nama][baris] for nama in rumus.elemen}, desimal)
    return HasilVektor(tuple(nilai), len(tepat))


def _hitung_tepat(rumus: Rumus, baris: Mapping[str, Decimal | int | None], desimal: int) -> Decimal | None:
    lingkungan = {
        nama: Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, "kosong") if n is None else Nilai.of(n)
        for nama, n in baris.items()
    }
    angka = compute_rumus(rumus, lingkungan).angka
    return None if angka is None else round_desimal(angka, desimal, CaraBulat.SETENGAH_NAIK)


def _baca(kolom: Sequence[Decimal | int | None]) -> _Kira:
    hilang = np.fromiter((n is None for n in kolom), np.bool_, len(kolom))
    nilai = np.fromiter((0 if n is None else n for n in kolom), np.float64, len(kolom))
    # A whole number up to 2^53 is exact; anything else was rounded once.
    tepat = (np.abs(nilai) < _TERBESAR_TEPAT) & (nilai == np.floor(nilai))
    is_bulat = np.fromiter((n is None or isinstance(n, int) or n == n.to_integral_value() for n in kolom), np.bool_)
    galat = np.where(tepat & is_bulat, 0.0, np.abs(nilai) * _SATUAN_BULAT)
    return _Kira(nilai, galat, hilang, _luar(nilai))


def _luar(nilai: Larik) -> Topeng:
    """Rows whose value floats cannot carry with full precision: too large, too small, not a number."""
    besar = np.abs(nilai)
    return ~np.isfinite(nilai) | ((besar < _TERKECIL) & (besar > 0))


def _hitung(simpul: Simpul, kolom: Mapping[str, _Kira], panjang: int) -> _Kira:
    match simpul:
        case Angka():
            return _baca([simpul.nilai] * panjang)
        case Elemen():
            return kolom[simpul.nama]
        case Negatif():
            isi = _hitung(simpul.isi, kolom, panjang)
            return _Kira(-isi.nilai, isi.galat, isi.hilang, isi.ragu)
        case Operasi():
            return _operasi(simpul.tanda, _hitung(simpul.kiri, kolom, panjang), _hitung(simpul.kanan, kolom, panjang))
        case Fungsi():
            return _fungsi(simpul.nama, [_hitung(a, kolom, panjang) for a in simpul.argumen], panjang)
        case Jika():
            return _jika(simpul, kolom, panjang)


def _operasi(tanda: str, kiri: _Kira, kanan: _Kira) -> _Kira:
    a, b, ea, eb = kiri.nilai, kanan.nilai, kiri.galat, kanan.galat
    hilang, ragu = kiri.hilang | kanan.hilang, kiri.ragu | kanan.ragu
    if tanda == "/":
        nol = (b == 0) & (eb == 0)
        ragu = ragu | (~nol & (np.abs(b) <= eb))
        nilai = np.where(nol, 0.0, a / np.where(nol, 1.0, b))
        galat = (ea + np.abs(nilai) * eb) / np.where(nol, 1.0, np.abs(b) - eb)
        return _bungkus(nilai, np.where(nol, 0.0, galat), hilang | nol, ragu, np.zeros_like(nol))
    utuh = (ea == 0) & (eb == 0)
    if tanda == "*":
        return _bungkus(a * b, np.abs(a) * eb + np.abs(b) * ea + ea * eb, hilang, ragu | _hilang_kecil(a, b), utuh)
    return _bungkus(a + b if tanda == "+" else a - b, ea + eb, hilang, ragu, utuh)


def _hilang_kecil(a: Larik, b: Larik) -> Topeng:
    """A product that vanished although neither factor is zero."""
    hilang: Topeng = (a * b == 0) & (a != 0) & (b != 0)
    return hilang


def _bungkus(nilai: Larik, galat: Larik, hilang: Topeng, ragu: Topeng, utuh: Topeng) -> _Kira:
    """Add the rounding of the operation itself to the bound of its operands.

    utuh: both operands are whole numbers without error (only those have none), so that their sum, difference or
    product has none either while floats can still count in ones.
    """
    baru = (galat + np.abs(nilai) * _SATUAN_BULAT) * _LONGGAR
    tepat = utuh & (np.abs(nilai) < _TERBESAR_TEPAT)
    return _Kira(nilai, np.where(tepat, 0.0, baru), hilang, ragu | _luar(nilai) | ~np.isfinite(baru))


def _fungsi(nama: str, argumen: list[_Kira], panjang: int) -> _Kira:
    hasil = argumen[0]
    for lain in argumen[1:]:
        hasil = _pilih(nama, hasil, lain) if nama in ("min", "max") else _operasi("+", hasil, lain)
    if nama == "rata":
        return _operasi("/", hasil, _baca([len(argumen)] * panjang))
    return hasil


def _pilih(nama: str, kiri: _Kira, kanan: _Kira) -> _Kira:
    """min and max move by no more than their arguments do, so no branch has to be decided."""
    ambil = np.minimum if nama == "min" else np.maximum
    galat = np.maximum(kiri.galat, kanan.galat)
    return _Kira(ambil(kiri.nilai, kanan.nilai), galat, kiri.hilang | kanan.hilang, kiri.ragu | kanan.ragu)


def _jika(simpul: Jika, kolom: Mapping[str, _Kira], panjang: int) -> _Kira:
    putusan = _putuskan(simpul.syarat, kolom, panjang)
    maka, selain = _hitung(simpul.maka, kolom, panjang), _hitung(simpul.selain, kolom, panjang)
    benar = putusan.benar
    return _Kira(
        np.where(benar, maka.nilai, selain.nilai),
        np.where(benar, maka.galat, selain.galat),
        putusan.hilang | np.where(benar, maka.hilang, selain.hilang),
        putusan.ragu | np.where(benar, maka.ragu, selain.ragu),
    )


def _putuskan(syarat: Syarat, kolom: Mapping[str, _Kira], panjang: int) -> _Putusan:
    match syarat:
        case Banding():
            return _bandingkan(
                syarat.tanda, _hitung(syarat.kiri, kolom, panjang), _hitung(syarat.kanan, kolom, panjang)
            )
        case Bukan():
            isi = _putuskan(syarat.isi, kolom, panjang)
            return _Putusan(~isi.benar, isi.hilang, isi.ragu)
        case Logika():
            kiri, kanan = _putuskan(syarat.kiri, kolom, panjang), _putuskan(syarat.kanan, kolom, panjang)
            benar = kiri.benar & kanan.benar if syarat.tanda == "dan" else kiri.benar | kanan.benar
            return _Putusan(benar, kiri.hilang | kanan.hilang, kiri.ragu | kanan.ragu)


def _bandingkan(tanda: str, kiri: _Kira, kanan: _Kira) -> _Putusan:
    beda = kiri.nilai - kanan.nilai
    batas = (kiri.galat + kanan.galat + np.abs(beda) * _SATUAN_BULAT) * _LONGGAR
    sama = (beda == 0) & (kiri.galat == 0) & (kanan.galat == 0)
    ragu = kiri.ragu | kanan.ragu | (~sama & (np.abs(beda) <= batas))
    benar = {
        "=": sama,
        "<>": ~sama,
        "<": beda < 0,
        "<=": (beda < 0) | sama,
        ">": beda > 0,
        ">=": (beda > 0) | sama,
    }[tanda]
    return _Putusan(benar, kiri.hilang | kanan.hilang, ragu)


def _bulatkan(kira: _Kira, desimal: int) -> tuple[npt.NDArray[np.int64], Topeng]:
    """Half up by magnitude, and whether the bound leaves no doubt about it."""
    skala = 10.0**desimal
    besar = np.abs(kira.nilai) * skala
    galat = (kira.galat * skala + besar * 2 * _SATUAN_BULAT) * _LONGGAR
    dasar = np.floor(besar)
    jarak = np.abs(besar - dasar - 0.5)
    # Near a whole number the floor itself may be off by one, but then the half is far: rounding is right either way.
    pasti = (jarak > galat) & (galat < 0.25) & (besar < _TERBESAR_TEPAT) & ~kira.hilang & ~kira.ragu
    aman = np.where(pasti, np.floor(besar + 0.5), 0.0)
    return (np.sign(kira.nilai) * aman).astype(np.int64), pasti
