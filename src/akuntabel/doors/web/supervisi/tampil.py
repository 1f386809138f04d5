"""How annual figures are written on these screens."""

from decimal import Decimal
from functools import lru_cache

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.siklus.pengukuran.models.rekap import SATUAN_URUT
from akuntabel.siklus.pengukuran.rekap_peringkat import Sel

SINGKATAN = {  # of what a narrow column has no room for
    StatusNilai.BELUM_JATUH_TEMPO.value: "belum",
    StatusNilai.TIDAK_DIUKUR_TAHUN_INI.value: "tidak diukur",
    StatusNilai.MENUNGGU_RILIS.value: "menunggu",
    StatusNilai.TIDAK_DAPAT_DIHITUNG.value: "tak terhitung",
}
TANPA = "–"


def build_capaian(urut: int | None) -> Decimal | None:
    """A capaian in millionths as a figure: cut off behind the sixth digit, it still rounds as the whole one does."""
    return None if urut is None else Decimal(urut).scaleb(-SATUAN_URUT)


@lru_cache(maxsize=100_000)
def show_capaian(urut: int) -> str:
    """A capaian in millionths, with two decimals."""
    return format_angka(Decimal(urut).scaleb(-SATUAN_URUT), 2)


def show_sel(sel: Sel | None) -> str:
    """A cell of a league: the capaian, else why there is none."""
    if sel is None:
        return TANPA
    urut, status = sel
    return SINGKATAN.get(status, TANPA) if urut is None else show_capaian(urut)
