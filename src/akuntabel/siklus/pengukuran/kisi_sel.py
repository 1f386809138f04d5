"""A cell of the grid between what a person writes and what is stored; the same for page, paste and workbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka, format_tanggal
from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_angka
from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.fakta.konversi import SelTidakSahError
from akuntabel.core.readers.isian.bentuk import JenisIsian, KolomIsian, NilaiIsian
from akuntabel.core.readers.isian.nilai import parse_isian
from akuntabel.core.readers.lembar.lembar import Isian
from akuntabel.siklus.pengukuran.models import BentukElemen, Elemen, Fakta
from akuntabel.siklus.pengukuran.sel import IsianSel, KunciSel

PEMISAH = "~"  # occurs in no code and in no name of a part
PANJANG_TEKS = 500
STATUS_TANPA_ANGKA = tuple(s for s in StatusNilai if not s.is_counted)
_KOLOM: Mapping[str, KolomIsian] = {
    BentukElemen.ANGKA: KolomIsian("nilai", "Nilai", JenisIsian.ANGKA),
    BentukElemen.TANGGAL: KolomIsian("nilai", "Nilai", JenisIsian.TANGGAL),
    BentukElemen.PREDIKAT: KolomIsian("nilai", "Nilai", JenisIsian.TEKS, panjang=60),
}


@dataclass(frozen=True, slots=True)
class SelTertulis:
    """A row of the grid as somebody wrote it. lama: the fact that was shown then; perubahan: why that one changes.

    nilai: the words, or of a workbook the figure or the day itself.
    """

    nilai: str | int | Decimal | date = ""
    status: str = ""
    alasan: str = ""
    sumber: str = ""
    perubahan: str = ""
    lama: int | None = None


class SelSalahError(ValueError):
    """What is wrong with a row, by column."""

    def __init__(self, galat: Mapping[str, str]) -> None:
        super().__init__("; ".join(galat.values()))
        self.galat = dict(galat)


def write_kunci(kunci: KunciSel) -> str:
    """ "dpt", "dpt~P", "dpt~P~tunanetra" """
    return PEMISAH.join(kunci).rstrip(PEMISAH)


def read_kunci(teks: str) -> KunciSel:
    """The key that ``write_kunci`` wrote; whether there is such a datum, others say."""
    elemen, jenis_kelamin, rincian = (*teks.split(PEMISAH, 2), "", "")[:3]
    return KunciSel(elemen, jenis_kelamin, rincian)


def show_fakta(fakta: Fakta) -> str:
    """What was measured, as a person reads it; the status in words where there is no figure."""
    if fakta.predikat:
        return fakta.predikat if fakta.angka is None else f"{fakta.predikat} ({format_angka(fakta.angka)})"
    if fakta.tanggal is not None:
        return format_tanggal(fakta.tanggal)
    return StatusNilai(fakta.status).label if fakta.angka is None else format_angka(fakta.angka)


def show_isi(fakta: Fakta | None) -> dict[str, str]:
    """A fact as the columns of its row: a zero is a measurement like others; all empty where there is none."""
    if fakta is None:
        return {"nilai": "", "status": "", "alasan": "", "sumber": ""}
    status = StatusNilai(fakta.status)
    return {
        "nilai": show_fakta(fakta) if status.is_counted else "",
        "status": (StatusNilai.TERUKUR if status.is_counted else status).value,
        "alasan": fakta.alasan,
        "sumber": fakta.sumber,
    }


def build_isian_sel(kunci: KunciSel, elemen: Elemen, tertulis: SelTertulis, lama: Fakta | None) -> IsianSel:
    """The row for the act of measuring. lama: what holds now. Raises SelSalahError with all that is wrong."""
    if lama is not None and not (tertulis.nilai or tertulis.status or tertulis.alasan):
        return _withdraw(kunci, tertulis)
    galat: dict[str, str] = {}
    status = _read_status(tertulis, galat)
    nilai = _read_nilai(elemen, tertulis.nilai, lama, galat)
    if nilai is not None and status is not None and not status.is_counted:
        galat["status"] = f"Nilai terisi, padahal keadaannya “{status.label}”. Kosongkan salah satunya."
    if nilai is None and "nilai" not in galat and (status is None or status.is_counted):
        galat["nilai"] = "Belum diisi. Isi nilainya, atau pilih keadaannya beserta alasannya."
    if status is not None and not status.is_counted and not tertulis.alasan:
        galat["alasan"] = "Belum diisi. Tulis mengapa nilainya belum ada."
    for nama in ("alasan", "sumber", "perubahan"):
        if len(getattr(tertulis, nama)) > PANJANG_TEKS:
            galat[nama] = f"Paling banyak {PANJANG_TEKS} huruf; ringkaskan."
    if galat:
        raise SelSalahError(galat)
    predikat, angka = _split_predikat(nilai) if isinstance(nilai, str) else ("", None)
    return IsianSel(
        elemen=elemen.kode,
        jenis_kelamin=kunci.jenis_kelamin,
        rincian=kunci.rincian,
        status=None if nilai is not None else status,
        nilai=Decimal(nilai) if isinstance(nilai, int | Decimal) else angka,
        predikat=predikat,
        tanggal=nilai if isinstance(nilai, date) else None,
        alasan=tertulis.alasan,
        tahun_rujukan=lama.tahun_rujukan if lama else None,
        tanggal_rilis=lama.tanggal_rilis if lama else None,
        sumber=tertulis.sumber,
        bukti=lama.bukti if lama else None,
        alasan_perubahan=tertulis.perubahan or _melengkapi(tertulis, lama),
        dilihat=tertulis.lama,
    )


def _melengkapi(tertulis: SelTertulis, lama: Fakta | None) -> str:
    """A source or a remark added to the same figure corrects nothing, and needs no reason of the person."""
    isi = show_isi(lama)
    is_tetap = lama is not None and (tertulis.nilai, tertulis.status or isi["status"]) == (isi["nilai"], isi["status"])
    return "melengkapi keterangan" if is_tetap else ""


def _withdraw(kunci: KunciSel, tertulis: SelTertulis) -> IsianSel:
    """Everything was emptied: what is there is taken back."""
    return IsianSel(
        elemen=kunci.elemen,
        jenis_kelamin=kunci.jenis_kelamin,
        rincian=kunci.rincian,
        dilihat=tertulis.lama,
        alasan_perubahan=tertulis.perubahan,
        is_ditarik=True,
    )


def _read_status(tertulis: SelTertulis, galat: dict[str, str]) -> StatusNilai | None:
    if not tertulis.status:
        return None
    try:
        return StatusNilai(tertulis.status)
    except ValueError:
        dikenal = ", ".join(s.label for s in STATUS_TANPA_ANGKA)
        galat["status"] = f"Tertulis “{tertulis.status}”, diharapkan terukur, {dikenal}."
        return None


def _read_nilai(
    elemen: Elemen, tertulis: str | int | Decimal | date, lama: Fakta | None, galat: dict[str, str]
) -> NilaiIsian:
    """The value itself. What stands there as it was shown is what is stored: "1,234" then leaves no doubt."""
    if not isinstance(tertulis, str):
        return tertulis
    if not tertulis:
        return None
    if lama is not None and elemen.bentuk == BentukElemen.ANGKA and tertulis == show_isi(lama)["nilai"]:
        return lama.angka
    try:
        return parse_isian(Isian(tertulis), _KOLOM[elemen.bentuk])
    except SelTidakSahError as salah:
        galat["nilai"] = f"Tertulis “{tertulis}”, diharapkan {salah.diharapkan}. {salah.perbaikan}".rstrip()
        return None


def _split_predikat(teks: str) -> tuple[str, Decimal | None]:
    """A predicate and the score behind it: "B (68,2)"; what is no such pair is a predicate as it stands."""
    try:
        terbaca = parse_angka(teks)
    except AngkaTidakTerbacaError:
        return teks, None
    return (terbaca.predikat, terbaca.angka) if terbaca.predikat else (teks, None)
