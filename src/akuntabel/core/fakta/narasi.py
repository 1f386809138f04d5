"""The narrative of a package: which texts there may be, and whether their slots name anything."""

import re
from collections.abc import Iterator

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.fakta.slot import POLA_SLOT, SlotTidakDikenalError, resolve_slot

NARASI_TETAP = (
    "kata-pengantar",
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
NARASI_SASARAN = ("sasaran", "program")
NARASI_INDIKATOR = ("indikator", "sebab", "solusi", "standar")


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
