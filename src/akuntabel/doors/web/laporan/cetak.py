"""A text as a reader will see it: its slots as what they print now."""

import re

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.slot import POLA_SLOT, SlotRujukan, SlotTidakDikenalError, resolve_slot


def show_slot(hasil: HasilTahun, isi: str) -> str:
    """The Markdown with its slots printed; a slot that names nothing, or refers to a table, stays as it is written."""

    def cetak(cocok: re.Match[str]) -> str:
        try:
            nilai = resolve_slot(hasil, cocok[1])
        except SlotTidakDikenalError:
            return cocok[0]
        if isinstance(nilai, SlotRujukan):
            return cocok[0]
        return nilai.teks if isinstance(nilai, Besaran) else nilai

    return POLA_SLOT.sub(cetak, isi)
