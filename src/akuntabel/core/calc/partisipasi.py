"""Turnout by the official formula of an election, and over the other base that is in use.

The lists of an election have other names each time; what they are does not change: who is on the permanent list, who
votes elsewhere, who votes with an identity card. The formula of an election says which of them vote (above the line)
and which of them count as voters (below it). Two reports over different bases are not comparable, so both are shown.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.rumus import compute_rumus, parse_rumus


class KategoriPemilih(StrEnum):
    """What a list of voters is, whatever an election calls it."""

    TERDAFTAR = "terdaftar"
    PINDAHAN = "pindahan"
    TAMBAHAN_KTP = "tambahan_ktp"


@dataclass(frozen=True, slots=True)
class RumusPartisipasi:
    """Whose votes are counted over whom: the categories above and below the line."""

    pengguna: frozenset[KategoriPemilih]
    pemilih: frozenset[KategoriPemilih]

    def __post_init__(self) -> None:
        if not self.pengguna or not self.pemilih:
            raise ValueError("a formula of turnout without users or without voters")

    @property
    def teks(self) -> str:
        """The formula in the language of the indicators: over ``pengguna.terdaftar``, ``pemilih.terdaftar``, …"""
        return f"{_jumlah('pengguna', self.pengguna)} / {_jumlah('pemilih', self.pemilih)} * 100"


@dataclass(frozen=True, slots=True)
class JumlahPemilih:
    """Voters and those of them who voted, of one category; None where nobody knows."""

    pemilih: int | None
    pengguna: int | None

    def __add__(self, lain: "JumlahPemilih") -> "JumlahPemilih":
        """The two together; an unknown part makes the sum unknown, for a partial sum would mislead."""
        return JumlahPemilih(_tambah(self.pemilih, lain.pemilih), _tambah(self.pengguna, lain.pengguna))


@dataclass(frozen=True, slots=True)
class Partisipasi:
    """The turnout over one base. is_resmi: by the official formula of the election."""

    rumus: RumusPartisipasi
    nilai: Nilai
    is_resmi: bool


def compute_partisipasi(
    rumus: RumusPartisipasi, jumlah: Mapping[KategoriPemilih, JumlahPemilih], *, sumber: str = ""
) -> Nilai:
    """The turnout in percent, with its trace. A list that is not there is not a list of nobody: then no figure.

    sumber: the documents that the counts come from.
    """
    lingkungan: dict[str, Nilai] = {}
    for kategori in KategoriPemilih:
        ada = jumlah.get(kategori, JumlahPemilih(None, None))
        lingkungan[f"pemilih.{kategori}"] = _nilai(ada.pemilih, "pemilih", kategori, sumber)
        lingkungan[f"pengguna.{kategori}"] = _nilai(ada.pengguna, "pengguna hak pilih", kategori, sumber)
    return compute_rumus(parse_rumus(rumus.teks), lingkungan)


def daftar_partisipasi(
    resmi: RumusPartisipasi | None, jumlah: Mapping[KategoriPemilih, JumlahPemilih], *, sumber: str = ""
) -> tuple[Partisipasi, ...]:
    """The turnout by the official formula first, then over the other base that reports use.

    The users are those of the official formula both times, so that only the base differs. Where the formula of the
    election is not known, both bases are shown and neither is called official.
    """
    pengguna = resmi.pengguna if resmi else frozenset(KategoriPemilih)
    lain = [RumusPartisipasi(pengguna, basis) for basis in DAFTAR_BASIS if resmi is None or basis != resmi.pemilih]
    terpilih = [(resmi, True)] if resmi else []
    return tuple(
        Partisipasi(rumus, compute_partisipasi(rumus, jumlah, sumber=sumber), is_resmi)
        for rumus, is_resmi in (*terpilih, *((r, False) for r in lain))
    )


def sum_jumlah(daftar: Iterable[JumlahPemilih]) -> JumlahPemilih:
    """All together; nothing at all is unknown, not nought."""
    semua = list(daftar)
    if not semua:
        return JumlahPemilih(None, None)
    hasil = semua[0]
    for satu in semua[1:]:
        hasil += satu
    return hasil


def parse_rumus_partisipasi(teks: str, label: Mapping[KategoriPemilih, str]) -> RumusPartisipasi | None:
    """The formula that words say, by the names that the election gives its lists: "(… DPT, DPTb) ÷ (… DPT) × 100".

    None where the words are no fraction, or one side of it names no list: nobody guesses a formula.
    """
    sisi = re.split(r"÷|/|dibagi", teks)
    if len(sisi) != 2:
        return None
    atas, bawah = (frozenset(_daftar_disebut(s, label)) for s in sisi)
    return RumusPartisipasi(atas, bawah) if atas and bawah else None


def find_singkatan(label: str) -> str:
    """How people write a list: what stands in parentheses at the end of its name, else the whole name."""
    cocok = _POLA_SINGKATAN.search(label)
    return cocok[1].strip() if cocok else label.strip()


DAFTAR_BASIS: Sequence[frozenset[KategoriPemilih]] = (
    frozenset({KategoriPemilih.TERDAFTAR}),
    frozenset({KategoriPemilih.TERDAFTAR, KategoriPemilih.TAMBAHAN_KTP}),
)
_POLA_SINGKATAN = re.compile(r"\(([^()]+)\)\s*$")


def _daftar_disebut(teks: str, label: Mapping[KategoriPemilih, str]) -> list[KategoriPemilih]:
    """The lists that a text names; "DPT" is not named by "DPTb"."""
    return [
        kategori
        for kategori, nama in label.items()
        if nama.strip() and re.search(rf"(?<!\w){re.escape(find_singkatan(nama))}(?!\w)", teks, re.IGNORECASE)
    ]


def _jumlah(ukuran: str, daftar: frozenset[KategoriPemilih]) -> str:
    suku = [f"{ukuran}.{k}" for k in KategoriPemilih if k in daftar]
    return suku[0] if len(suku) == 1 else f"({' + '.join(suku)})"


def _nilai(angka: int | None, ukuran: str, kategori: KategoriPemilih, sumber: str) -> Nilai:
    nama = f"{ukuran} {kategori.replace('_', ' ')}"
    if angka is None:
        return Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, f"Jumlah {nama} belum diisi.")
    return Nilai.of(angka, Jejak("jumlah daftar pemilih", (Operan(nama, str(angka), "orang", sumber),), str(angka)))


def _tambah(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a + b
