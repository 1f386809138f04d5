"""From the text of a formula to its tree, or to one message that points at the column."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from lark import Lark, Transformer, v_args
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken

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
    daftar_anak,
)

BATAS_PANJANG = 2000
BATAS_KEDALAMAN = 100

_TATA_BAHASA = r"""
?mulai: nilai
?nilai: suku
      | nilai TAMBAH suku    -> operasi
      | nilai KURANG suku    -> operasi
?suku: faktor
     | suku KALI faktor      -> operasi
     | suku BAGI faktor      -> operasi
?faktor: atom
       | KURANG faktor       -> negatif
?atom: ANGKA                 -> angka
     | NAMA                  -> elemen
     | "(" nilai ")"
     | FUNGSI "(" nilai (";" nilai)* ")"          -> fungsi
     | "jika" "(" syarat ";" nilai ";" nilai ")"  -> jika
?syarat: konjungsi
       | syarat "atau" konjungsi   -> atau
?konjungsi: ingkar
          | konjungsi "dan" ingkar -> dan
?ingkar: banding
       | "bukan" ingkar            -> bukan
?banding: nilai BANDING nilai      -> banding
        | "(" syarat ")"

TAMBAH: "+"
KURANG: "-" | "−"
KALI: "*" | "×"
BAGI: "/" | "÷" | ":"
BANDING: "<=" | ">=" | "<>" | "≤" | "≥" | "≠" | "=" | "<" | ">"
FUNGSI.2: /(jumlah|rata|min|max)(?=\s*\()/
ANGKA: /\d+([.,]\d+)?/
NAMA: /(?!(?:jika|dan|atau|bukan)\b)[a-z][a-z0-9_]*(\.[A-Za-z0-9][A-Za-z0-9_]*)*/
%ignore /\s+/
"""

_BAKU = {"−": "-", "×": "*", "÷": "/", ":": "/", "≤": "<=", "≥": ">=", "≠": "<>"}


class RumusTidakSah(ValueError):  # noqa: N818 — named as the reader of the message knows it
    """A formula that cannot be read. ``letak`` is the column, counted from 1."""

    def __init__(self, letak: int, tertulis: str, diharapkan: str) -> None:
        self.letak = letak
        self.tertulis = tertulis
        super().__init__(f"Rumus kolom {letak}: tertulis “{tertulis}”, diharapkan {diharapkan}.")


@v_args(inline=True)
class _Pembangun(Transformer[Any, Simpul]):
    def angka(self, teks: str) -> Simpul:
        return Angka(Decimal(teks.replace(",", ".")))

    def elemen(self, nama: str) -> Simpul:
        return Elemen(str(nama))

    def operasi(self, kiri: Simpul, tanda: Any, kanan: Simpul) -> Simpul:
        return Operasi(_BAKU.get(tanda, str(tanda)), kiri, kanan)  # type: ignore[arg-type]  # one of the four tokens

    def negatif(self, _tanda: str, isi: Simpul) -> Simpul:
        return Negatif(isi)

    def fungsi(self, nama: str, *argumen: Simpul) -> Simpul:
        return Fungsi(str(nama), argumen)

    def jika(self, syarat: Syarat, maka: Simpul, selain: Simpul) -> Simpul:
        return Jika(syarat, maka, selain)

    def banding(self, kiri: Simpul, tanda: Any, kanan: Simpul) -> Syarat:
        return Banding(_BAKU.get(tanda, str(tanda)), kiri, kanan)  # type: ignore[arg-type]  # one of the six tokens

    def dan(self, kiri: Syarat, kanan: Syarat) -> Syarat:
        return Logika("dan", kiri, kanan)

    def atau(self, kiri: Syarat, kanan: Syarat) -> Syarat:
        return Logika("atau", kiri, kanan)

    def bukan(self, isi: Syarat) -> Syarat:
        return Bukan(isi)


@cache
def _mesin() -> Lark:
    return Lark(_TATA_BAHASA, start="mulai", parser="lalr", transformer=_Pembangun(), maybe_placeholders=False)


@cache
def parse_rumus(teks: str) -> Rumus:
    """The formula of a text; raises RumusTidakSah with column, what is written and what is expected."""
    if len(teks) > BATAS_PANJANG:
        raise RumusTidakSah(BATAS_PANJANG + 1, teks[BATAS_PANJANG:][:20], f"rumus paling panjang {BATAS_PANJANG} huruf")
    _check_kurung(teks)
    try:
        pohon: Simpul = _mesin().parse(teks)  # type: ignore[assignment]  # the transformer builds our nodes
    except UnexpectedInput as galat:
        raise _terjemahkan(galat, teks) from None
    return Rumus(teks, pohon, _telusuri(pohon, teks))


def _check_kurung(teks: str) -> None:
    dalam = 0
    for letak, huruf in enumerate(teks, 1):
        dalam += (huruf == "(") - (huruf == ")")
        if dalam > BATAS_KEDALAMAN:
            raise RumusTidakSah(letak, huruf, f"kurung paling dalam {BATAS_KEDALAMAN} tingkat")


def _telusuri(pohon: Simpul, teks: str) -> tuple[str, ...]:
    """Element names in order of first use; refuses trees too deep to be computed safely."""
    nama: dict[str, None] = {}
    tumpukan: list[tuple[Simpul | Syarat, int]] = [(pohon, 1)]
    while tumpukan:
        simpul, dalam = tumpukan.pop()
        if dalam > BATAS_KEDALAMAN:
            raise RumusTidakSah(len(teks), teks[-20:], f"susunan paling dalam {BATAS_KEDALAMAN}; pakai jumlah(a; b; …)")
        if isinstance(simpul, Elemen):
            nama[simpul.nama] = None
        tumpukan += [(anak, dalam + 1) for anak in reversed(daftar_anak(simpul))]
    return tuple(nama)


_NAMA_TOKEN: Mapping[str, str] = {
    "ANGKA": "angka",
    "NAMA": "nama elemen",
    "FUNGSI": "fungsi jumlah, rata, min, atau max",
    "JIKA": "jika(…)",
    "LPAR": "“(”",
    "RPAR": "“)”",
    "SEMICOLON": "“;”",
    "TAMBAH": "“+”",
    "KURANG": "“-”",
    "KALI": "“×”",
    "BAGI": "“÷”",
    "BANDING": "perbandingan (=, <, >, …)",
    "DAN": "“dan”",
    "ATAU": "“atau”",
    "BUKAN": "“bukan”",
    "$END": "akhir rumus",
}


def _terjemahkan(galat: UnexpectedInput, teks: str) -> RumusTidakSah:
    if isinstance(galat, UnexpectedToken) and galat.token.type != "$END":
        tertulis, letak = str(galat.token), galat.column
        harap = galat.accepts or galat.expected
    elif isinstance(galat, UnexpectedCharacters):
        awal = galat.pos_in_stream or 0
        tertulis, letak, harap = teks[awal], awal + 1, galat.allowed or set()
    else:
        tertulis, letak = "akhir rumus", len(teks) + 1
        harap = set(galat.expected) if isinstance(galat, UnexpectedEOF | UnexpectedToken) else set()
    nama = [kata for token, kata in _NAMA_TOKEN.items() if token in harap]
    return RumusTidakSah(
        letak,
        tertulis,
        " atau ".join([", ".join(nama[:-1]), nama[-1]] if len(nama) > 1 else nama) or "rumus yang sah",
    )
