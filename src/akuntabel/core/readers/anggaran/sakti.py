"""SAKTI "Laporan FA Detail (16 Segmen)": one tree, each level in columns of its own (sakip-rules §6.4)."""

import re
from collections.abc import Iterable, Iterator

from akuntabel.core.readers.anggaran.berkas import Baris, LembarMentah, Sel, tidy_teks
from akuntabel.core.readers.anggaran.laporan import CatatanMasalah
from akuntabel.core.readers.anggaran.pohon import (
    AKUN,
    ITEM,
    KEGIATAN,
    KOMPONEN,
    NAMA_TINGKAT,
    OUTPUT,
    PROGRAM,
    SUBKOMPONEN,
    SUBOUTPUT,
    UNDUH_ULANG,
    Angka,
    AturanSumber,
    PohonLaporan,
)
from akuntabel.core.readers.anggaran.rupiah import DIHARAPKAN, BukanRupiahError, read_rupiah

TOTAL = "JUMLAH SELURUHNYA"
LEBAR = 31
_PAGU, _BLOKIR, _LALU, _INI, _TOTAL, _RINCI = 16, 18, 22, 23, 24, 25
_LABEL = {
    _PAGU: "Q (Pagu Revisi)",
    _BLOKIR: "S (Lock Pagu)",
    _LALU: "W (Realisasi Periode Lalu)",
    _INI: "X (Realisasi Periode Ini)",
    _TOTAL: "Y/Z (Realisasi s.d. Periode)",
}
NAMA_KOLOM = tuple(_LABEL.values())
_KOLOM_NILAI = (_PAGU, _BLOKIR, _LALU, _INI, _TOTAL, _RINCI)
_BARIS_KEPALA = 40
# (column of the code, level, column of the name, shape: the code above as far as it is repeated, and its own part)
_TINGKAT: tuple[tuple[int, int, int, re.Pattern[str]], ...] = (
    (7, AKUN, 12, re.compile(r"()(\d{6})", re.ASCII)),
    (5, SUBKOMPONEN, 11, re.compile(r"(?:(\d{3})\.)?(\d?[A-Z]{1,2})", re.ASCII)),
    (4, KOMPONEN, 9, re.compile(r"()(\d{3})", re.ASCII)),
    (2, SUBOUTPUT, 10, re.compile(r"([A-Z]{3}|\d{3})\.(\d{3})", re.ASCII)),
    (2, OUTPUT, 6, re.compile(r"()([A-Z]{3}|\d{3})", re.ASCII)),
    (1, KEGIATAN, 8, re.compile(r"([A-Z\d]{2})\.(\d{4})", re.ASCII)),
    (1, PROGRAM, 3, re.compile(r"()([A-Z]{2}|\d{2})", re.ASCII)),
)
_NOMOR_ITEM = re.compile(r"(\d{6})\. ?(.+)", re.ASCII)


def is_sakti(lembar: LembarMentah) -> bool:
    """Whether the sheet is laid out like this report."""
    if lembar.lebar < _RINCI + 1:
        return False
    kata = " ".join(" ".join(map(tidy_teks, sel)) for _, sel in _kepala(lembar)).lower()
    return "lock pagu" in kata and "pagu revisi" in kata


def read_sakti(
    lembar: LembarMentah, catatan: CatatanMasalah, awalan_program: str, aturan: AturanSumber
) -> PohonLaporan | None:
    """The tree of the report; None where it has no total, which is noted."""
    total = _find_total(lembar, catatan)
    if total is None:
        catatan.add(0, "", "", f"baris {TOTAL}", "Unduh laporannya utuh, dan unggah tanpa diubah.")
        return None
    pohon = PohonLaporan(catatan, NAMA_KOLOM, aturan, total=total)
    _Pembaca(pohon, catatan, awalan_program).read(lembar, total[0])
    pohon.finish()
    return pohon


def _kepala(lembar: LembarMentah) -> Iterator[Baris]:
    for nomor, sel in lembar:
        if nomor > _BARIS_KEPALA:
            return
        yield nomor, sel


def _find_total(lembar: LembarMentah, catatan: CatatanMasalah) -> tuple[int, Angka] | None:
    for nomor, sel in _kepala(lembar):
        if any(type(s) is str and s.strip().upper() == TOTAL for s in sel[:_PAGU]):
            angka = _read_angka(nomor, sel, catatan)
            return None if angka is None else (nomor, angka)
    return None


def _read_angka(nomor: int, sel: Sel, catatan: CatatanMasalah) -> Angka | None:
    """The five figures of a row; None where one cannot be read, which is noted."""
    try:
        sd = sel[_TOTAL]
        return (
            read_rupiah(sel[_PAGU]),
            read_rupiah(sel[_BLOKIR]),
            read_rupiah(sel[_LALU]),
            read_rupiah(sel[_INI]),
            read_rupiah(sel[_RINCI] if sd == "" else sd),
        )
    except BukanRupiahError:
        _note_bukan_rupiah(nomor, sel, catatan)
        return None


def _note_bukan_rupiah(nomor: int, sel: Sel, catatan: CatatanMasalah) -> None:
    for kolom in _KOLOM_NILAI:
        try:
            read_rupiah(sel[kolom])
        except BukanRupiahError as galat:
            label = _LABEL.get(kolom, f"Z {_LABEL[_TOTAL][4:]}")
            catatan.add(nomor, label, str(galat), DIHARAPKAN, UNDUH_ULANG)


class _Pembaca:
    """Walks down the sheet."""

    def __init__(self, pohon: PohonLaporan, catatan: CatatanMasalah, awalan_program: str) -> None:
        self._pohon, self._catatan, self._awalan = pohon, catatan, awalan_program
        self._jalur = [""] * len(NAMA_TINGKAT)  # the own part of the code last seen on each level

    def read(self, lembar: Iterable[Baris], baris_total: int) -> None:
        """Every row below the total."""
        for nomor, sel in lembar:
            if nomor > baris_total and not self._is_lewat(nomor, sel):
                angka = _read_angka(nomor, sel, self._catatan)
                if angka is not None:
                    self._check_periode(nomor, angka)
                self._add(nomor, sel, angka)

    def _is_lewat(self, nomor: int, sel: Sel) -> bool:
        """Whether a row is none of the tree: blank, a footnote, a repeated title or header."""
        pagu = sel[_PAGU]
        if type(pagu) is not str:
            return False
        if pagu.strip():
            return "pagu" in pagu.lower()
        if self._is_berkode(sel) and any(type(sel[k]) is not str or sel[k] for k in _KOLOM_NILAI[1:]):
            self._catatan.add(nomor, _LABEL[_PAGU], "", DIHARAPKAN, "Setiap baris berkode mempunyai pagu.")
        return True

    def _check_periode(self, nomor: int, angka: Angka) -> None:
        _, _, lalu, ini, sd = angka
        if lalu is not None and ini is not None and sd is not None and lalu + ini != sd:
            self._catatan.add(
                nomor,
                _LABEL[_TOTAL],
                str(sd),
                f"{lalu + ini}, jumlah kolom W dan X",
                UNDUH_ULANG,
            )

    @staticmethod
    def _is_berkode(sel: Sel) -> bool:
        return sel[13] != "" or any(pola.fullmatch(tidy_teks(sel[kolom])) for kolom, _, _, pola in _TINGKAT)

    def _add(self, nomor: int, sel: Sel, angka: Angka | None) -> None:
        item = sel[13]
        if item != "":
            self._add_item(nomor, tidy_teks(item), angka)
            return
        tertulis = ""
        for kolom, tingkat, kolom_nama, pola in _TINGKAT:
            isi = sel[kolom]
            if isi == "":
                continue
            tertulis = tidy_teks(isi)
            cocok = pola.fullmatch(tertulis)
            if cocok is not None:
                self._add_kode(nomor, tingkat, cocok, tidy_teks(sel[kolom_nama]), angka)
                return
        if tertulis or not _is_ulangan_total(sel):
            self._catatan.add(
                nomor,
                "B sampai N",
                tertulis or "tanpa kode",
                "kode program, kegiatan, KRO, RO, komponen, subkomponen, akun, atau uraian item",
                UNDUH_ULANG,
            )

    def _add_kode(self, nomor: int, tingkat: int, cocok: re.Match[str], uraian: str, angka: Angka | None) -> None:
        """A level of the tree follows the one above it; what stands elsewhere has lost its parent."""
        induk, ruas = cocok.groups()
        if tingkat > self._pohon.tingkat + 1:
            atas = NAMA_TINGKAT[self._pohon.tingkat + 1]
            diharapkan = f"{atas} lebih dahulu, baru {NAMA_TINGKAT[tingkat]}"
            self._catatan.add(nomor, "kode", cocok[0], diharapkan, f"Baris di atasnya hilang. {UNDUH_ULANG}")
            return
        if induk and self._jalur[tingkat - 1] != induk:
            diharapkan = f"kode yang diawali {self._jalur[tingkat - 1]}, yaitu {NAMA_TINGKAT[tingkat - 1]} di atasnya"
            self._catatan.add(nomor, "kode", cocok[0], diharapkan, UNDUH_ULANG)
        self._jalur[tingkat] = ruas
        awalan = self._awalan if tingkat == PROGRAM else ""
        self._pohon.add(nomor, tingkat, awalan + ruas, uraian, angka)

    def _add_item(self, nomor: int, teks: str, angka: Angka | None) -> None:
        cocok = _NOMOR_ITEM.fullmatch(teks)
        ruas, uraian = (cocok[1], cocok[2]) if cocok else ("", teks)
        if self._pohon.tingkat < AKUN:
            self._catatan.add(nomor, "N", teks, "akun lebih dahulu, baru item", UNDUH_ULANG)
            return
        self._pohon.add(nomor, ITEM, ruas, uraian, angka)


def _is_ulangan_total(sel: Sel) -> bool:
    """A page may begin with the total again."""
    return any(type(s) is str and s.strip().upper() == TOTAL for s in sel[:_PAGU])
