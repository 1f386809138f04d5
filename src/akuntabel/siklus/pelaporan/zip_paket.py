"""A data package as one file: what a browser can hand in and take away."""

import io
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.core.fakta.paket import BERKAS_PAKET, POLA_BUKTI, build_berkas, build_deskripsi, read_paket
from akuntabel.core.fakta.skema import DAFTAR_POHON, DAFTAR_TABEL
from akuntabel.core.readers.batas import MB, Arsip
from akuntabel.core.readers.galat import BerkasTidakTerbacaError

BATAS_ZIP = 64 * MB
_DIKENAL = {BERKAS_PAKET, *(f"{nama}.yaml" for nama in DAFTAR_POHON), *(t.berkas for t in DAFTAR_TABEL)}
_NARASI = re.compile(r"narasi/[^/\\\0]{1,100}\.md")
_SAAT = (1980, 1, 1, 0, 0, 0)  # the same facts give the same file, whenever they are packed


def pack_paket(fakta: FaktaTahun) -> bytes:
    """The files of the package in one archive."""
    berkas = build_berkas(fakta)
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in (berkas | {BERKAS_PAKET: build_deskripsi(fakta, berkas)}).items():
            arsip.writestr(zipfile.ZipInfo(nama, _SAAT), isi, zipfile.ZIP_DEFLATED)
    return keluaran.getvalue()


def unpack_paket(nama: str, isi: bytes, *, is_diperiksa: bool = True) -> FaktaTahun:
    """The facts of an archive; only files that a package can have are unpacked. Raises PaketTidakSahError.

    is_diperiksa: see read_paket.
    """
    if len(isi) > BATAS_ZIP:
        raise PaketTidakSahError([Masalah(nama, 0, "", "", f"berkas paling besar {BATAS_ZIP // MB} MB")])
    try:
        arsip = Arsip(nama, isi)
        akar = _akar(arsip)
        with TemporaryDirectory() as tempat:
            for bagian in arsip.daftar_nama:
                tujuan = bagian.removeprefix(akar)
                if bagian.startswith(akar) and _is_paket(tujuan) and (teks := arsip.read(bagian)) is not None:
                    jalur = Path(tempat) / tujuan
                    jalur.parent.mkdir(exist_ok=True)
                    jalur.write_bytes(teks)
            return read_paket(Path(tempat), is_diperiksa=is_diperiksa)
    except BerkasTidakTerbacaError as galat:
        perbaikan = f"{galat.sebab[:1].upper()}{galat.sebab[1:]}."
        raise PaketTidakSahError([Masalah(nama, 0, "", "", "paket data dalam satu berkas zip", perbaikan)]) from None


def _akar(arsip: Arsip) -> str:
    """The folder that holds the package: a zipped folder holds itself."""
    calon = [n for n in arsip.daftar_nama if n.rpartition("/")[2] == BERKAS_PAKET]
    if not calon:
        raise BerkasTidakTerbacaError(arsip.berkas, f"di dalamnya tidak ada {BERKAS_PAKET}")
    return min(calon, key=len).removesuffix(BERKAS_PAKET)


def _is_paket(nama: str) -> bool:
    return nama in _DIKENAL or POLA_BUKTI.fullmatch(nama) is not None or _NARASI.fullmatch(nama) is not None
