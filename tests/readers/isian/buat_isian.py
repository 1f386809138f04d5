"""Workbooks and pasted tables as people hand them in."""

import io
from collections.abc import Mapping, Sequence

import xlsxwriter

from akuntabel.core.readers.isian.hasil import DataIsian

Sel = str | int | float | None


def buku(isi: Mapping[str, Sequence[Sequence[Sel]]], tersembunyi: Sequence[str] = ()) -> bytes:
    """A workbook of these sheets; texts stay texts, numbers stay numbers."""
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True, "strings_to_formulas": False}) as buku_kerja:
        for nama, daftar_baris in isi.items():
            lembar = buku_kerja.add_worksheet(nama)
            if nama in tersembunyi:
                lembar.hide()
            for n, baris in enumerate(daftar_baris):
                lembar.write_row(n, 0, baris)
    return keluaran.getvalue()


RENSTRA: DataIsian = {
    "renstra": [{"mulai": 2025, "selesai": 2029, "dasar": "PKPU 1/2025", "visi": "Mandiri", "catatan": None}],
    "misi": [{"nomor": 1, "misi": "Melayani"}, {"nomor": 2, "misi": "Menjaga"}],
    "tujuan": [{"kode": "1", "nama": "Pemilihan yang baik"}],
    "sasaran": [
        {"kode": "1", "nama": "Meningkatnya partisipasi", "tujuan": "1"},
        {"kode": "2", "nama": "=SUM(A1)", "tujuan": None},
    ],
    "indikator": [
        {
            "kode": "1.1",
            "sasaran": "1",
            "nama": "Persentase partisipasi pemilih",
            "definisi": "Pengguna hak pilih dibagi pemilih.",
            "satuan": "%",
            "arah": "maksimasi",
            "rumus": "pengguna / dpt * 100",
            "pembilang": None,
            "penyebut": "pemilih",
            "sumber_data": "D.Hasil",
            "sumber_realisasi": "sendiri",
            "konsolidasi": "rumus",
            "agregasi": "rasio_dari_jumlah",
            "desimal": 2,
            "predikat": None,
            "pengampu": "divisi-data",
            "data_dasar": None,
            "instrumen": None,
            "penyimpanan": None,
            "kompilasi": None,
            "jadwal": "setelah pemungutan suara",
        }
    ],
    "target": [
        {"indikator": "1.1", "sumber": None, "tahun": 2025, "target": "77.5"},
        {"indikator": "1.1", "sumber": None, "tahun": 2026, "target": "78.00"},
    ],
    "pendanaan": [
        {"kode": "076.01.06", "uraian": "Program Penguatan", "tahun": 2025, "pagu": 1_250_000_000},
        {"kode": "076.01.06", "uraian": "Program Penguatan", "tahun": 2029, "pagu": 987_654_321_012_345},
    ],
}
