"""The narrative of a package: which texts there may be, and whether their slots name anything."""

import re
from collections.abc import Iterator, Mapping

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.fakta.slot import POLA_SLOT, SlotTidakDikenalError, resolve_slot

NARASI_TETAP = (
    "kata-pengantar",
    "ikhtisar",
    "latar-belakang",
    "maksud-tujuan",
    "gambaran-organisasi",
    "isu-strategis",
    "renstra",
    "perjanjian-kinerja",
    "pengukuran",
    "anggaran",
    "revisi-anggaran",
    "hibah",
    "simpulan",
    "langkah-ke-depan",
)
NARASI_SASARAN = ("sasaran", "efisiensi", "program")
NARASI_INDIKATOR = ("indikator", "tren", "jangka-menengah", "standar", "sebab", "solusi")
_JUDUL: Mapping[str, str] = {
    "kata-pengantar": "Kata pengantar",
    "ikhtisar": "Ikhtisar eksekutif",
    "latar-belakang": "Latar belakang",
    "maksud-tujuan": "Maksud dan tujuan",
    "gambaran-organisasi": "Gambaran organisasi",
    "isu-strategis": "Aspek strategis dan permasalahan utama",
    "renstra": "Rencana strategis",
    "perjanjian-kinerja": "Perjanjian kinerja",
    "pengukuran": "Pengukuran kinerja",
    "anggaran": "Realisasi anggaran",
    "revisi-anggaran": "Revisi DIPA",
    "hibah": "Hibah",
    "simpulan": "Simpulan",
    "langkah-ke-depan": "Langkah ke depan",
    "sasaran": "Pengantar sasaran",
    "efisiensi": "Efisiensi penggunaan sumber daya",
    "program": "Program dan kegiatan penunjang",
    "indikator": "Target dan realisasi tahun ini",
    "tren": "Perbandingan dengan tahun-tahun sebelumnya",
    "jangka-menengah": "Perbandingan dengan target jangka menengah",
    "standar": "Perbandingan dengan standar nasional",
    "sebab": "Penyebab keberhasilan atau kegagalan",
    "solusi": "Solusi yang telah dilakukan",
    "pengantar-triwulan": "Pengantar",
    "hambatan-triwulan": "Hambatan dan tindak lanjut",
    "simpulan-triwulan": "Simpulan",
}


def split_nama_narasi(nama: str) -> tuple[str, str]:
    """What a text is about and of which sasaran or indicator: "sebab-1.2" → "sebab", "1.2"; else the code is ""."""
    if nama in _JUDUL:
        return nama, ""
    berkode = (a for a in NARASI_SASARAN + NARASI_INDIKATOR if nama.startswith(f"{a}-"))
    awalan = next(berkode, nama)
    return awalan, nama.removeprefix(awalan).removeprefix("-")


def urutan_narasi(nama: str) -> tuple[int, list[tuple[int, str]]]:
    """A key that sorts texts as the report has them; codes as numbers: 1.2 before 1.10."""
    awalan, kode = split_nama_narasi(nama)
    urut = list(_JUDUL)
    bagian = [(int(b) if b.isdecimal() else -1, b) for b in re.split(r"[.-]", kode)]
    return urut.index(awalan) if awalan in urut else len(urut), bagian


def judul_narasi(nama: str) -> str:
    """What a text is called on a screen."""
    awalan, kode = split_nama_narasi(nama)
    judul = _JUDUL.get(awalan, nama)
    return f"{judul} {kode}" if kode else judul


def daftar_nama_narasi(fakta: FaktaTahun) -> tuple[str, ...]:
    """Every text that a package of these facts may hold."""
    return (
        *NARASI_TETAP,
        *(f"{awalan}-{s.kode}" for s in fakta.daftar_sasaran for awalan in NARASI_SASARAN),
        *(f"{awalan}-{i.kode}" for i in fakta.daftar_indikator for awalan in NARASI_INDIKATOR),
    )


def check_narasi(fakta: FaktaTahun) -> Iterator[Masalah]:
    """Texts that nothing reads, and slots that name nothing."""
    dikenal = daftar_nama_narasi(fakta)
    hasil = compute_hasil(fakta)
    for nama, teks in fakta.narasi.items():
        berkas = f"narasi/{nama}.md"
        if nama not in dikenal:
            awalan = ", ".join((*NARASI_TETAP, *(f"{a}-<kode>" for a in NARASI_SASARAN + NARASI_INDIKATOR)))
            yield Masalah(berkas, 0, "", nama, "nama narasi yang dipakai laporan", f"Yang dikenal: {awalan}.")
        for slot in POLA_SLOT.finditer(teks):
            try:
                resolve_slot(hasil, slot.group(1))
            except SlotTidakDikenalError as galat:
                yield Masalah(berkas, _baris(teks, slot), "", slot.group(0), galat.diharapkan)


def _baris(teks: str, cocok: re.Match[str]) -> int:
    return teks.count("\n", 0, cocok.start()) + 1
