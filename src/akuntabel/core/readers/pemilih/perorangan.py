"""Whether a sheet lists people instead of counting them. Such a file is not read on, and nothing of it is repeated."""

import re
from collections.abc import Iterator, Sequence

from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.naskah.rumus_sel import nama_kolom
from akuntabel.core.readers.isian.bentuk import bakukan
from akuntabel.core.readers.lembar.lembar import Lembar

# Headers of lists of people, as the lists of voters of KPU and extracts of civil registers have them.
_KEPALA_PERORANGAN = frozenset(
    {
        "alamat",
        "dukuh",
        "nama",
        "nama lengkap",
        "nama pemilih",
        "nik",
        "nkk",
        "no kk",
        "no ktp",
        "nomor induk kependudukan",
        "nomor kk",
        "nomor kartu keluarga",
        "rt rw",
        "status kawin",
        "status perkawinan",
        "tanggal lahir",
        "tempat lahir",
        "tempat tanggal lahir",
        "tgl lahir",
        "tmp lahir",
    }
)
_POLA_NIK = re.compile(r"(?<!\d)\d{16}(?!\d)")
_PEMISAH = re.compile(r"[ .\-']")
_DIGIT_NIK = 16
_BARIS_KEPALA = 40
_HARAP = "jumlah pemilih per wilayah, bukan daftar orang"
_PERBAIKAN = "Hapus data orang dari berkas ini, lalu unggah rekapitulasinya saja. Tidak ada isi berkas yang disimpan."


def find_perorangan(daftar: Sequence[Lembar]) -> Iterator[Masalah]:
    """The first place of each sheet where a person may stand; the value itself is not repeated."""
    for lembar in daftar:
        tempat = _find(lembar)
        if tempat is not None:
            baris, kolom, sebab = tempat
            yield Masalah(f"Lembar {lembar.nama}", baris, nama_kolom(kolom), sebab, _HARAP, _PERBAIKAN)


def _find(lembar: Lembar) -> tuple[int, int, str] | None:
    for urut, baris in enumerate(sorted(lembar.sel)):
        for kolom, isian in sorted(lembar.sel[baris].items()):
            if urut < _BARIS_KEPALA and bakukan(isian.teks) in _KEPALA_PERORANGAN:
                return baris, kolom, "kolom data orang"
            if is_mirip_nik(isian.teks) or (isian.nilai is not None and is_mirip_nik(format(isian.nilai, "f"))):
                return baris, kolom, "angka yang tampak seperti NIK"
    return None


def is_mirip_nik(teks: str) -> bool:
    """Sixteen digits, also with blanks or dots between."""
    if _POLA_NIK.search(teks):
        return True
    rapat = _PEMISAH.sub("", teks)
    return len(rapat) == _DIGIT_NIK and rapat.isdecimal()
