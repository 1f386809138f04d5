"""The policy of the calculation tests: cap 120, floor 0, zero and negative targets settled."""

from dataclasses import replace
from decimal import Decimal
from typing import TypedDict, Unpack

from akuntabel.core.calc.capaian import Capaian, Realisasi, Target, UrutanPredikat, compute_capaian
from akuntabel.core.calc.kebijakan import (
    Arah,
    CaraBulat,
    CaraRekap,
    Kebijakan,
    Pembulatan,
    Pita,
    RumusCapaian,
    Skala,
)
from akuntabel.core.calc.nilai import Nilai

SKALA = Skala(
    "uji",
    "Skala uji",
    (
        Pita(Decimal(100), False, "Sangat berhasil"),
        Pita(Decimal(91), True, "Berhasil"),
        Pita(Decimal(71), True, "Cukup berhasil"),
        Pita(Decimal(51), True, "Kurang berhasil"),
        Pita(Decimal(0), True, "Tidak berhasil"),
    ),
)

AKIP = UrutanPredikat("AKIP", {"D": 1, "C": 2, "CC": 3, "B": 4, "BB": 5, "A": 6, "AA": 7}, dasar="PermenPANRB 88/2021")

KEBIJAKAN = Kebijakan(
    nama="uji",
    judul="Kebijakan uji",
    rumus={
        Arah.MAKSIMASI: RumusCapaian.RASIO,
        Arah.MINIMASI: RumusCapaian.DUA_KURANG_RASIO,
        Arah.STABILISASI: RumusCapaian.SIMETRIS,
        Arah.RENTANG: RumusCapaian.RENTANG,
        Arah.BINER: RumusCapaian.BINER,
        Arah.TENGGAT: RumusCapaian.TEPAT_WAKTU,
        Arah.ORDINAL: RumusCapaian.PERINGKAT,
    },
    batas_bawah=Decimal(0),
    batas_atas=Decimal(120),
    target_nol={
        Arah.MAKSIMASI: (Decimal(100), Decimal(120)),
        Arah.MINIMASI: (Decimal(100), Decimal(0)),
    },
    target_negatif=RumusCapaian.SELISIH_RELATIF,
    pembulatan=Pembulatan(CaraBulat.SETENGAH_NAIK, 2),
    skala=SKALA,
    rekap_sasaran=CaraRekap.RATA_RATA,
    rekap_organisasi=CaraRekap.RATA_RATA,
    dasar="keputusan uji",
)

# Nothing cut off: the formula itself is under test.
TANPA_BATAS = replace(KEBIJAKAN, nama="uji tanpa batas", batas_bawah=None, batas_atas=None)


class UbahKebijakan(TypedDict, total=False):
    """What a test may change of a policy."""

    batas_bawah: Decimal | None
    batas_atas: Decimal | None
    target_negatif: RumusCapaian | None
    pembulatan: Pembulatan


def with_rumus(arah: Arah, rumus: RumusCapaian, **ubah: Unpack[UbahKebijakan]) -> Kebijakan:
    """The unlimited policy with another formula for one polarity."""
    return replace(TANPA_BATAS, rumus={**TANPA_BATAS.rumus, arah: rumus}, **ubah)


def ukur(arah: Arah, t: str | tuple[str, str], r: Decimal | str, kebijakan: Kebijakan = TANPA_BATAS) -> Capaian:
    """Capaian of a figure against a number or a range."""
    target = Target(Decimal(t)) if isinstance(t, str) else Target(batas_bawah=Decimal(t[0]), batas_atas=Decimal(t[1]))
    return compute_capaian(arah, target, Realisasi(Nilai.of(Decimal(r))), kebijakan)
