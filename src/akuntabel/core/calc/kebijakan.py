"""A policy: which formula, cap, band and roll-up a report uses. Its values are data in ``core/regulasi``."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Arah(StrEnum):
    """Polarity of an indicator: what counts as better (sakip-rules §5)."""

    MAKSIMASI = "maksimasi"
    MINIMASI = "minimasi"
    STABILISASI = "stabilisasi"
    RENTANG = "rentang"
    BINER = "biner"
    TENGGAT = "tenggat"
    ORDINAL = "ordinal"


class RumusCapaian(StrEnum):
    """The named formulas of capaian; R realisasi, T target, results in percent.

    RASIO R÷T; DUA_KURANG_RASIO 2−R÷T; RASIO_TERBALIK T÷R; SIMETRIS 1−|R−T|÷|T|; RENTANG against the nearer
    bound; BINER reached or not; TEPAT_WAKTU on or before the date; PERINGKAT rank÷rank; SKOR score÷score where
    both scores are known, else rank÷rank; SELISIH_RELATIF 1+(R−T)÷|T| (negative targets).
    """

    RASIO = "rasio"
    DUA_KURANG_RASIO = "dua_kurang_rasio"
    RASIO_TERBALIK = "rasio_terbalik"
    SIMETRIS = "simetris"
    RENTANG = "rentang"
    BINER = "biner"
    TEPAT_WAKTU = "tepat_waktu"
    PERINGKAT = "peringkat"
    SKOR = "skor"
    SELISIH_RELATIF = "selisih_relatif"


@dataclass(frozen=True, slots=True)
class Pita:
    """One band of a scale: everything from ``batas`` up to the next band.

    ``inklusif`` False means strictly above ``batas`` (e.g. ">100").
    """

    batas: Decimal
    inklusif: bool
    label: str
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class Skala:
    """Bands by lower bound only, highest first: neither a gap nor an overlap can be written down.

    The lowest band takes everything below the others, negative values included.
    """

    nama: str
    judul: str
    pita: tuple[Pita, ...]
    dasar: str = ""


class CaraBulat(StrEnum):
    """Rounding modes, by their name in :mod:`decimal`."""

    SETENGAH_NAIK = "ROUND_HALF_UP"
    SETENGAH_GENAP = "ROUND_HALF_EVEN"
    KE_BAWAH = "ROUND_DOWN"


@dataclass(frozen=True, slots=True)
class Pembulatan:
    """How figures are shown. ``desimal_realisasi`` not None means: round the realisasi *before* the formula.

    That chaining is wrong, but printed reports do it; only policies that reproduce such a report set it.
    """

    cara: CaraBulat
    desimal: int
    desimal_realisasi: int | None = None


class CaraRekap(StrEnum):
    """Roll-up of capaian one level up."""

    RATA_RATA = "rata_rata"
    RATA_RATA_BERBOBOT = "rata_rata_berbobot"
    MINIMUM = "minimum"


@dataclass(frozen=True, slots=True)
class Kebijakan:
    """Everything a capaian depends on besides target and realisasi. Named, dated, cited; printed in the report.

    rumus: per polarity; batas_bawah, batas_atas: floor and cap in percent (None: none);
    target_nol: capaian for T = 0, per polarity, as (when R = 0, when R > 0), a missing polarity means that a zero
    target is not computable; target_negatif: formula used where T < 0 (or the signs differ), None: not computable;
    rekap_sasaran: indikator to sasaran; rekap_organisasi: sasaran to organisation.
    """

    nama: str
    judul: str
    rumus: Mapping[Arah, RumusCapaian]
    batas_bawah: Decimal | None
    batas_atas: Decimal | None
    target_nol: Mapping[Arah, tuple[Decimal, Decimal]]
    target_negatif: RumusCapaian | None
    pembulatan: Pembulatan
    skala: Skala
    rekap_sasaran: CaraRekap
    rekap_organisasi: CaraRekap
    dasar: str = ""
    keterangan: str = ""
    tanda: Mapping[str, str] | None = None
