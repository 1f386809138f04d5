"""The template of a form as a workbook: what goes where, lists to choose from, an example, and what is there already.

Texts are never formulas. A target stays text, so that 77,50 comes back as it was; figures are numbers.
"""

import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from akuntabel.core.readers.isian.baca import PETUNJUK
from akuntabel.core.readers.isian.baris import TANDA_CONTOH
from akuntabel.core.readers.isian.bentuk import Formulir, JenisIsian, KolomIsian, LembarIsian, NilaiIsian
from akuntabel.core.readers.isian.hasil import DataIsian, Nilai
from akuntabel.core.readers.isian.nilai import show_nilai, show_pilihan

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_BARIS_KEPALA = 2  # under the title and what it says; from 0
_BARIS_KOSONG = 200  # rows that lists and formats are ready for
_LEBAR: Mapping[JenisIsian, int] = {JenisIsian.TEKS: 40, JenisIsian.KODE: 16, JenisIsian.TARGET: 14}
_LEBAR_LAIN = 20
_HURUF_DAFTAR_TERBANYAK = 255  # that a list of choices may have
_UMUM = (
    "Isi lembar berikutnya, lalu unggah berkas ini di halaman Impor. Tidak ada yang berubah sebelum Anda setujui.",
    "Judul kolom bertanda * wajib diisi. Urutan kolom boleh diubah; judul kolom jangan diubah.",
    f"Baris yang diawali “{TANDA_CONTOH}” hanya contoh dan tidak dibaca.",
    "Angka ditulis dengan koma desimal, misalnya 77,5. Rupiah ditulis penuh, misalnya 1.234.567.",
    "Baris yang sudah ada dan tidak disebut di sini tidak berubah dan tidak dihapus.",
)


@dataclass(frozen=True)
class _Gaya:
    judul: Any
    kepala: Any
    contoh: Any
    teks: Any
    rupiah: Any
    tanggal: Any
    bulat: Any

    def of(self, kolom: KolomIsian) -> Any:
        """The format of a column's cells; a code must not become a number or a day."""
        return {
            JenisIsian.RUPIAH: self.rupiah,
            JenisIsian.TANGGAL: self.tanggal,
            JenisIsian.BULAT: self.bulat,
            JenisIsian.TAHUN: self.bulat,
            JenisIsian.ANGKA: None,
        }.get(kolom.jenis, self.teks)


def write_templat(
    formulir: Formulir,
    *,
    judul: str,
    daftar_tahun: Sequence[int] = (),
    ada: DataIsian | None = None,
    info: Mapping[str, Mapping[str, Nilai]] | None = None,
    dikenal: Mapping[str, Collection[str]] | None = None,
) -> bytes:
    """The workbook. ``ada`` fills it; ``info`` has, by sheet and key, what the columns for reading only show."""
    import xlsxwriter  # slow to load, and only those who ask for a template need it

    keluaran = io.BytesIO()
    pilihan = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(keluaran, pilihan) as buku:
        gaya = _build_gaya(buku)
        _write_petunjuk(buku, formulir, gaya, judul)
        for lembar in formulir.daftar_lembar:
            _Penulis(buku, formulir, lembar, gaya, daftar_tahun).write(
                judul, (ada or {}).get(lembar.nama, ()), (info or {}).get(lembar.nama, {}), dikenal or {}
            )
    return keluaran.getvalue()


def _build_gaya(buku: "Workbook") -> _Gaya:
    atas = {"valign": "top"}
    return _Gaya(
        judul=buku.add_format({"bold": True, "font_size": 14}),
        kepala=buku.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "border": 1,
                "bg_color": "#DCE6F1",
                "num_format": "@",
            }
        ),
        contoh=buku.add_format({"italic": True, "font_color": "#595959", "text_wrap": True, "num_format": "@"} | atas),
        teks=buku.add_format({"text_wrap": True, "num_format": "@"} | atas),
        rupiah=buku.add_format({"num_format": "#,##0"} | atas),
        tanggal=buku.add_format({"num_format": "dd/mm/yyyy"} | atas),
        bulat=buku.add_format({"num_format": "0"} | atas),
    )


def _write_petunjuk(buku: "Workbook", formulir: Formulir, gaya: _Gaya, judul: str) -> None:
    petunjuk = buku.add_worksheet(PETUNJUK)
    petunjuk.set_column(0, 0, 18)
    petunjuk.set_column(1, 1, 28)
    petunjuk.set_column(2, 2, 10)
    petunjuk.set_column(3, 4, 60)
    petunjuk.write_string(0, 0, f"Cara mengisi: {formulir.judul}", gaya.judul)
    petunjuk.write_string(1, 0, judul)
    baris = 3
    for teks in _UMUM:
        petunjuk.write_string(baris, 0, teks)
        baris += 1
    baris += 1
    for kolom, teks in enumerate(("Lembar", "Kolom", "Wajib", "Isi", "Pilihan atau contoh")):
        petunjuk.write_string(baris, kolom, teks, gaya.kepala)
    for lembar in formulir.daftar_lembar:
        for k in (*lembar.daftar_kolom, *((lembar.per_tahun,) if lembar.per_tahun else ())):
            baris += 1
            label = "tiap tahun, misalnya 2025" if k is lembar.per_tahun else k.label
            wajib = "hanya dibaca" if k.is_info else "ya" if k.is_wajib and k is not lembar.per_tahun else "tidak"
            contoh = ", ".join(map(show_pilihan, k.pilihan)) or k.contoh
            isi = (k.keterangan or k.label) + ("" if k.jenis is JenisIsian.TEKS else f" ({k.jenis})")
            for n, teks in enumerate((lembar.judul, label, wajib, isi, contoh)):
                petunjuk.write_string(baris, n, teks, gaya.teks)
    _siapkan_cetak(petunjuk)


def _siapkan_cetak(lembar: "Worksheet") -> None:
    lembar.set_landscape()
    lembar.set_paper(9)  # A4
    lembar.fit_to_pages(1, 0)


class _Penulis:
    """One sheet of the workbook."""

    def __init__(
        self, buku: "Workbook", formulir: Formulir, lembar: LembarIsian, gaya: _Gaya, daftar_tahun: Sequence[int]
    ) -> None:
        self._formulir, self._lembar, self._gaya = formulir, lembar, gaya
        self._sumber = buku.add_worksheet(lembar.judul)
        # Each column by the name that its values go by in a row: the years by their digits.
        self._kolom = [
            (k.nama, k.label + (" *" if k.is_wajib and not k.is_info else ""), k) for k in lembar.daftar_kolom
        ]
        if lembar.per_tahun:
            self._kolom += [(str(tahun), str(tahun), lembar.per_tahun) for tahun in daftar_tahun]

    def write(
        self,
        judul: str,
        ada: Collection[Nilai],
        info: Mapping[str, Nilai],
        dikenal: Mapping[str, Collection[str]],
    ) -> None:
        """Title, header, example, rows, lists."""
        self._sumber.write_string(0, 0, f"{self._lembar.judul}: {judul}", self._gaya.judul)
        self._sumber.write_string(1, 0, self._lembar.keterangan)
        for n, (_, kepala, k) in enumerate(self._kolom):
            contoh = f"{TANDA_CONTOH} {k.contoh}" if n == 0 else k.contoh
            self._sumber.write_string(_BARIS_KEPALA, n, kepala, self._gaya.kepala)
            self._sumber.write_string(_BARIS_KEPALA + 1, n, contoh, self._gaya.contoh)
            self._sumber.set_column(n, n, _LEBAR.get(k.jenis, _LEBAR_LAIN), self._gaya.of(k))
        for baris, isi in enumerate(self._daftar_isi(ada, info), _BARIS_KEPALA + 2):
            for n, (nama, _, k) in enumerate(self._kolom):
                self._write_sel(baris, n, isi.get(nama), k)
        self._add_daftar_pilihan(dikenal)
        self._sumber.freeze_panes(_BARIS_KEPALA + 1, 1)
        self._sumber.repeat_rows(_BARIS_KEPALA)
        _siapkan_cetak(self._sumber)

    def _daftar_isi(self, ada: Collection[Nilai], info: Mapping[str, Nilai]) -> list[dict[str, NilaiIsian]]:
        """The rows to show; those of several years beside each other, one for each that could be filled in."""
        kunci = self._lembar.kunci
        if not kunci:
            return [dict(n) for n in ada]
        gabung: dict[tuple[NilaiIsian, ...], dict[str, NilaiIsian]] = {}
        for n in ada:
            baris = gabung.setdefault(tuple(n.get(k) for k in kunci), {**n, **info.get(str(n.get(kunci[0])), {})})
            if self._lembar.per_tahun:
                baris[str(n.get("tahun"))] = n.get(self._lembar.per_tahun.nama)
        for kode, keterangan in info.items():
            gabung.setdefault((kode,), {kunci[0]: kode, **keterangan})
        return list(gabung.values())

    def _write_sel(self, baris: int, kolom: int, nilai: NilaiIsian, k: KolomIsian) -> None:
        gaya = self._gaya.of(k)
        if isinstance(nilai, date):
            self._sumber.write_datetime(baris, kolom, nilai, gaya)
        elif isinstance(nilai, int | Decimal):
            self._sumber.write_number(baris, kolom, nilai, gaya)
        elif nilai is not None:
            self._sumber.write_string(baris, kolom, show_nilai(nilai, k), gaya)

    def _add_daftar_pilihan(self, dikenal: Mapping[str, Collection[str]]) -> None:
        """Lists to choose from; a code that another sheet will have may be written before it is there."""
        for n, (_, _, k) in enumerate(self._kolom):
            pilihan = [show_pilihan(p) for p in k.pilihan] or sorted(dikenal.get(k.rujuk, ()))
            tujuan = self._formulir.find_lembar(k.rujuk) if k.rujuk else None
            if pilihan and len(",".join(pilihan)) <= _HURUF_DAFTAR_TERBANYAK:
                sumber: list[str] | str = pilihan
            elif tujuan is not None:
                akhir = _BARIS_KEPALA + 2 + _BARIS_KOSONG
                sumber = f"='{tujuan.judul}'!$A${_BARIS_KEPALA + 3}:$A${akhir}"
            else:
                continue
            self._sumber.data_validation(
                _BARIS_KEPALA + 2,
                n,
                _BARIS_KEPALA + 1 + _BARIS_KOSONG,
                n,
                {
                    "validate": "list",
                    "source": sumber,
                    "error_type": "stop" if k.pilihan else "warning",
                    "error_title": "Bukan pilihan",
                    "error_message": "Pilih dari daftar.",
                },
            )
