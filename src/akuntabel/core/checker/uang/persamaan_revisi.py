"""What a row of a revision tells in words: how much of its difference falls to which kegiatan."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_angka
from akuntabel.core.checker.uang.persamaan import Jenis, Persamaan
from akuntabel.core.checker.uang.persamaan_tabel import MENJADI, SELISIH
from akuntabel.core.checker.uang.tabel import TabelUang, Uang
from akuntabel.core.naskah.terbaca import SelTerbaca

_RINCIAN = re.compile(
    r"(?P<kode>\b\d{4}(?:\.(?:\d{3}|[A-Z]{3}))?(?:\.\d{3})?)\s*:?\s*(?:sebesar|sejumlah|senilai)?\s*"
    r"(?P<uang>[-−+]?\s*(?:Rp\.?\s*)?[-−]?\d{1,3}(?:\.\d{3})+(?:,-)?)(?![\d.]*\d)",
    re.IGNORECASE,
)


def daftar_rincian(t: TabelUang) -> Iterator[Persamaan]:
    """The parts that the text of a row gives to codes add up to its difference, signs apart where none is printed."""
    for b in t.baris if MENJADI in t.kolom else ():
        for sel in b.sel:
            rincian = list(_baca(sel)) if sel.letak.kolom - 1 not in t.kolom.values() else []
            selisih = b.uang.get(SELISIH)
            if not rincian or selisih is None:
                continue
            is_bertanda = any(u.nilai < 0 for u in rincian)
            tanda = -1 if selisih.nilai < 0 and not is_bertanda else 1
            yield Persamaan(Jenis.RINCIAN, selisih, tuple((tanda, u) for u in rincian), b.sebutan)


def _baca(sel: SelTerbaca) -> Iterator[Uang]:
    for cocok in _RINCIAN.finditer(sel.teks):
        try:
            angka = parse_angka(cocok["uang"].replace("+", "").strip()).angka
        except AngkaTidakTerbacaError:
            continue
        if angka is not None and angka == int(angka):
            letak = replace(sel.letak, awal=cocok.start("uang"), akhir=cocok.end("uang"))
            yield Uang(letak, cocok["uang"].strip(), Decimal(angka))
