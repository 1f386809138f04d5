"""The findings of a document as plain values: what ``--format json`` prints and the API will serve."""

from typing import Any

from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import HasilPeriksa, Temuan
from akuntabel.core.naskah.terbaca import Letak


def build_periksa(hasil: HasilPeriksa) -> dict[str, Any]:
    """One document: its tables, its findings, and how many figures were recomputed. Figures stay as printed."""
    dokumen, naskah = hasil.dokumen, hasil.dokumen.naskah
    return {
        "berkas": naskah.berkas,
        "satker": dokumen.satker or None,
        "tahun": dokumen.tahun,
        "tabel": _daftar_tabel(dokumen),
        "temuan": [_temuan(t) for t in hasil.temuan],
        "ringkasan": {
            "tabel": len(naskah.daftar_tabel),
            "angka_diperiksa": hasil.angka_diperiksa,
            "temuan": len(hasil.temuan),
            "halaman": naskah.jumlah_halaman or None,
            "halaman_tak_terbaca": list(naskah.halaman_tak_terbaca),
        },
    }


def _daftar_tabel(dokumen: Dokumen) -> list[dict[str, Any]]:
    return [
        {
            "id": f"t{urut}",
            "judul": t.caption or t.nama,
            "jenis": dokumen.jenis_tabel(t).value,
            "halaman": t.letak.halaman or None,
            "baris": len(t.baris),
            "kolom": len(t.kepala),
        }
        for urut, t in enumerate(dokumen.daftar_tabel, 1)
    ]


def _temuan(t: Temuan) -> dict[str, Any]:
    return {
        "kode": t.kode,
        "nama": t.nama,
        "tingkat": t.tingkat.value,
        "letak": build_letak(t.bukti.letak) | {"teks": t.bukti.tertulis},
        "tertulis": t.bukti.tertulis,
        "hitung": t.bukti.hitung,
        "penjelasan": t.bukti.penjelasan,
        "perbaikan": t.bukti.perbaikan,
        "tempat_lain": [build_letak(letak) for letak in t.bukti.tempat_lain],
    }


def build_letak(letak: Letak) -> dict[str, Any]:
    """A place; what the file does not tell is null."""
    return {
        "halaman": letak.halaman or None,
        "tabel": letak.tabel or None,
        "baris": letak.baris or None,
        "kolom": letak.kolom or None,
        "paragraf": None if letak.tabel else letak.blok or None,
        "baris_berkas": letak.baris_berkas or None,
        "karakter": [letak.awal, letak.akhir] if letak.akhir else None,
    }
