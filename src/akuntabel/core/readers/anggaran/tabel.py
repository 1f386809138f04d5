"""Reports that are one table under a header row: LRA Belanja of OM-SPAN/MonSAKTI, and POK."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from akuntabel.core.naskah.rumus_sel import nama_kolom
from akuntabel.core.readers.anggaran.berkas import Baris, LembarMentah, Sel, tidy_teks
from akuntabel.core.readers.anggaran.kode import find_tingkat
from akuntabel.core.readers.anggaran.laporan import CatatanMasalah, JenisLaporan
from akuntabel.core.readers.anggaran.pohon import (
    ITEM,
    NAMA_TINGKAT,
    PROGRAM,
    UNDUH_ULANG,
    Angka,
    AturanSumber,
    PohonLaporan,
)
from akuntabel.core.readers.anggaran.rupiah import DIHARAPKAN, BukanRupiahError, read_rupiah

_BARIS_KEPALA = 40
_JUDUL: Mapping[str, re.Pattern[str]] = {
    "kode": re.compile(r"kode|kode (?:akun|program).*"),
    "uraian": re.compile(r"uraian|nama|program.*uraian|uraian .*|keterangan kode"),
    "pagu": re.compile(r"pagu(?: revisi| dipa| anggaran| akhir)?|anggaran"),
    "blokir": re.compile(r"blokir|lock pagu|pagu blokir"),
    "lalu": re.compile(r"realisasi (?:periode|bulan|s\.?d\.? periode|s\.?d\.? bulan) lalu"),
    "ini": re.compile(r"realisasi (?:periode|bulan) ini"),
    "realisasi": re.compile(r"realisasi|realisasi s\.?d\.?.*|total realisasi"),
    "sisa": re.compile(r"sisa.*"),
    "volume": re.compile(r"vol(?:ume)?"),
    "satuan": re.compile(r"sat(?:uan)?"),
    "harga": re.compile(r"harga.*"),
    "jumlah": re.compile(r"jumlah(?: biaya)?"),
    "sumber": re.compile(r"sumber dana|sd|sd/cp|ket|keterangan"),
}
_WAJIB = {
    JenisLaporan.POK: ("kode", "uraian", "volume", "satuan", "harga", "jumlah"),
    JenisLaporan.OMSPAN: ("kode", "uraian", "pagu", "realisasi", "sisa"),
}
_ANGKA = {
    JenisLaporan.POK: ("jumlah", "blokir", None, None, None),
    JenisLaporan.OMSPAN: ("pagu", "blokir", "lalu", "ini", "realisasi"),
}
_TOTAL = re.compile(r"(?:jumlah|total)(?: seluruhnya| keseluruhan| pagu| belanja)?|grand total", re.IGNORECASE)
_NOMOR_ITEM = re.compile(r"(\d{6})\. ?(.+)", re.ASCII)
_SUMBER_DANA = re.compile(r"RM|RMP|PNBP|PNP|BLU|HLD|HDN|HLN|PDN|PLN|SBSN|HLL|HLU")


@dataclass(frozen=True, slots=True)
class KepalaTabel:
    """The header row: its number, its columns by their meaning (from 0), and which report has such a header."""

    jenis: JenisLaporan
    nomor: int
    kolom: Mapping[str, int]

    def label(self, arti: str | None) -> str:
        """A column as the user finds it; "" for one that the sheet does not have."""
        nomor = self.kolom.get(arti or "")
        return "" if nomor is None else f"{nama_kolom(nomor + 1)} ({arti})"


def find_kepala(lembar: LembarMentah) -> KepalaTabel | None:
    """The header row of an LRA or POK; None where there is none."""
    for nomor, sel in lembar:
        if nomor > _BARIS_KEPALA:
            break
        kolom = _read_judul(sel)
        for jenis, wajib in _WAJIB.items():
            if all(k in kolom for k in wajib):
                return KepalaTabel(jenis, nomor, kolom)
    return None


def read_tabel(
    lembar: LembarMentah,
    kepala: KepalaTabel,
    catatan: CatatanMasalah,
    *,
    awalan_program: str,
    aturan: AturanSumber,
    satuan: int = 1,
) -> PohonLaporan:
    """The tree under a header. satuan: how many rupiah a printed 1 is."""
    pembaca = _Pembaca(kepala, catatan, awalan_program, satuan)
    total = pembaca.find_total(lembar)
    pohon = PohonLaporan(catatan, [kepala.label(a) for a in _ANGKA[kepala.jenis]], aturan, total=total)
    pembaca.read(lembar, pohon)
    pohon.finish()
    return pohon


def _read_judul(sel: Sel) -> dict[str, int]:
    kolom: dict[str, int] = {}
    for nomor, isi in enumerate(sel):
        teks = tidy_teks(isi).lower().strip(" .:*") if type(isi) is str and len(isi) < 60 else ""
        arti = next((a for a, pola in _JUDUL.items() if teks and a not in kolom and pola.fullmatch(teks)), None)
        if arti is not None:
            kolom[arti] = nomor
    return kolom


class _Pembaca:
    """Walks down the table."""

    def __init__(self, kepala: KepalaTabel, catatan: CatatanMasalah, awalan_program: str, satuan: int) -> None:
        self._kepala, self._catatan, self._awalan, self._satuan = kepala, catatan, awalan_program, satuan
        self._k = kepala.kolom
        self._kolom_angka = [self._k.get(a or "", -1) for a in _ANGKA[kepala.jenis]]
        self._kunci = self._kolom_angka[0]

    def find_total(self, lembar: Iterable[Baris]) -> tuple[int, Angka] | None:
        """The row that says what everything comes to, wherever it stands."""
        for nomor, sel in lembar:
            if nomor > self._kepala.nomor and self._is_total(sel):
                angka = self._read_angka(nomor, sel)
                return None if angka is None else (nomor, angka)
        return None

    def read(self, lembar: Iterable[Baris], pohon: PohonLaporan) -> None:
        """Every row below the header that holds money."""
        for nomor, sel in lembar:
            if nomor <= self._kepala.nomor or self._is_lewat(sel) or self._is_total(sel):
                continue
            self._add(pohon, nomor, sel, self._read_angka(nomor, sel))

    def _is_total(self, sel: Sel) -> bool:
        kode, uraian = tidy_teks(sel[self._k["kode"]]), tidy_teks(sel[self._k["uraian"]])
        return bool(_TOTAL.fullmatch(kode or uraian)) and sel[self._kunci] != ""

    def _is_lewat(self, sel: Sel) -> bool:
        """Blank, a footnote, or the header once more."""
        isi = sel[self._kunci]
        return isi == "" or (type(isi) is str and (not isi.strip() or isi.strip()[0].isalpha()) and _is_judul(sel))

    def _read_angka(self, nomor: int, sel: Sel) -> Angka | None:
        hasil: list[int | None] = []
        is_salah = False
        for kolom, arti in zip(self._kolom_angka, _ANGKA[self._kepala.jenis], strict=True):
            try:
                nilai = read_rupiah(sel[kolom]) if kolom >= 0 else None
                hasil.append(nilai if nilai is None else nilai * self._satuan)
            except BukanRupiahError as galat:
                self._catatan.add(nomor, self._kepala.label(arti), str(galat), DIHARAPKAN, UNDUH_ULANG)
                is_salah = True
        return None if is_salah else (hasil[0], hasil[1], hasil[2], hasil[3], hasil[4])

    def _add(self, pohon: PohonLaporan, nomor: int, sel: Sel, angka: Angka | None) -> None:
        kode, uraian = tidy_teks(sel[self._k["kode"]]), tidy_teks(sel[self._k["uraian"]])
        letak = find_tingkat(kode, pohon.tingkat) if kode else self._item(uraian)
        if letak is None:
            self._catatan.add(nomor, self._kepala.label("kode"), kode, "kode anggaran", UNDUH_ULANG)
            return
        tingkat, ruas = letak
        if (cocok := _NOMOR_ITEM.fullmatch(uraian)) is not None and tingkat == ITEM:
            uraian = cocok[2]
        if tingkat > pohon.tingkat + 1 and not (pohon.tingkat < 0 and tingkat == PROGRAM + 1):
            self._catatan.add(
                nomor,
                self._kepala.label("kode"),
                kode or uraian,
                f"{NAMA_TINGKAT[pohon.tingkat + 1]} lebih dahulu, baru {NAMA_TINGKAT[tingkat]}",
                f"Baris di atasnya hilang. {UNDUH_ULANG}",
            )
            return
        if tingkat == PROGRAM and "." not in ruas:
            ruas = f"{self._awalan}{ruas}"
        pohon.add(nomor, tingkat, ruas, uraian, angka, self._read_sumber(sel))

    @staticmethod
    def _item(uraian: str) -> tuple[int, str]:
        cocok = _NOMOR_ITEM.fullmatch(uraian)
        return ITEM, cocok[1] if cocok else ""

    def _read_sumber(self, sel: Sel) -> str:
        tertulis = tidy_teks(sel[self._k["sumber"]]) if "sumber" in self._k else ""
        return tertulis if _SUMBER_DANA.fullmatch(tertulis) else ""


def _is_judul(sel: Sel) -> bool:
    return len(_read_judul(sel)) >= 3
