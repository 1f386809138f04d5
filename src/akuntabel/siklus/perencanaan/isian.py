"""What is typed of a plan, before it is stored: cleaned, and checked as a whole with every mistake at once.

Nothing here knows the database.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, fields

from django.core.exceptions import ValidationError

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.rumus import RumusTidakSah, parse_rumus
from akuntabel.core.fakta.konversi import POLA_TAK_TERCETAK
from akuntabel.core.fakta.periksa import DESIMAL_PALING_BANYAK, POLA_KODE_ELEMEN
from akuntabel.core.regulasi import daftar_predikat

POLA_KODE = re.compile(r"\S{1,40}")


@dataclass(frozen=True, slots=True)
class IsiRenstra:
    """The head of a plan. misi: one per line of the form."""

    mulai: int
    selesai: int
    dasar: str
    visi: str
    misi: tuple[str, ...] = ()
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class IsiIndikator:
    """An indicator with its manual, in the words of ``core.fakta.Indikator``; empty text where nothing is known."""

    kode: str
    nama: str
    definisi: str
    satuan: str
    arah: str
    rumus: str
    sumber_data: str
    sumber_realisasi: str
    konsolidasi: str
    agregasi: str
    pembilang: str = ""
    penyebut: str = ""
    desimal: int = 2
    predikat: str = ""
    data_dasar: str = ""
    instrumen: str = ""
    penyimpanan: str = ""
    kompilasi: str = ""
    jadwal: str = ""


def rapikan(teks: str) -> str:
    """A text as it is kept: no spaces around it, one kind of line end."""
    return teks.replace("\r\n", "\n").replace("\r", "\n").strip()


def rapikan_isi(isi: IsiIndikator) -> dict[str, object]:
    """The fields of the form as they are kept."""
    nilai = {b.name: getattr(isi, b.name) for b in fields(isi)}
    return {nama: rapikan(n) if isinstance(n, str) else n for nama, n in nilai.items()}


def check_indikator(isi: IsiIndikator) -> None:
    """Raises ValidationError with everything that is wrong, by field: what is written, what is expected."""
    salah: dict[str, list[str]] = defaultdict(list)
    for bidang in fields(isi):
        nilai = getattr(isi, bidang.name)
        if isinstance(nilai, str) and (huruf := POLA_TAK_TERCETAK.search(rapikan(nilai))):
            salah[bidang.name].append(f"Ada huruf kendali U+{ord(huruf.group()):04X}; hapus huruf itu.")
    if not POLA_KODE.fullmatch(isi.kode.strip()):
        salah["kode"].append(f"Tertulis “{isi.kode}”, diharapkan kode tanpa spasi, misalnya 1.2.")
    if not 0 <= isi.desimal <= DESIMAL_PALING_BANYAK:
        salah["desimal"].append(f"Tertulis {isi.desimal}, diharapkan 0 sampai {DESIMAL_PALING_BANYAK}.")
    if pesan := _salah_predikat(isi):
        salah["predikat"].append(pesan)
    if pesan := _salah_rumus(isi):
        salah["rumus"].append(pesan)
    if salah:
        raise ValidationError(dict(salah))


def _salah_predikat(isi: IsiIndikator) -> str:
    dikenal = ", ".join(daftar_predikat())
    if isi.arah == Arah.ORDINAL and not isi.predikat:
        return f"Polaritas ordinal memerlukan daftar predikat. Pilih salah satu: {dikenal}."
    if isi.arah != Arah.ORDINAL and isi.predikat:
        return f"Tertulis “{isi.predikat}”, diharapkan kosong karena polaritasnya {isi.arah}."
    if isi.predikat and isi.predikat not in daftar_predikat():
        return f"Tertulis “{isi.predikat}”, diharapkan salah satu dari {dikenal}."
    return ""


def _salah_rumus(isi: IsiIndikator) -> str:
    rumus = rapikan(isi.rumus)
    if isi.arah in (Arah.ORDINAL, Arah.TENGGAT):
        if rumus and not POLA_KODE_ELEMEN.fullmatch(rumus):
            return f"Tertulis “{rumus}”, diharapkan satu kode elemen data karena polaritasnya {isi.arah}."
        return ""
    try:
        if rumus:
            parse_rumus(rumus)
    except RumusTidakSah as galat:
        return str(galat)
    return ""
