"""Packages made from another, and taking them over."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import pytest

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.core.fakta.paket import seal_fakta
from akuntabel.siklus.pelaporan.impor_paket import import_paket
from akuntabel.siklus.pelaporan.snapshot import build_fakta_tahun


def impor(paket: FaktaTahun, *, is_buat_induk: bool = True) -> FaktaTahun:
    """Take a package over by the system itself; what is given back for its year."""
    hasil = import_paket(paket, by=None, is_buat_induk=is_buat_induk)
    return build_fakta_tahun(hasil.satker, hasil.tahun)


def impor_gagal(paket: FaktaTahun, *, is_buat_induk: bool = True) -> Sequence[Masalah]:
    """What stands against a package."""
    with pytest.raises(PaketTidakSahError) as galat:
        import_paket(paket, by=None, is_buat_induk=is_buat_induk)
    return galat.value.daftar_masalah


def buat_tahun(paket: FaktaTahun, tahun: int, kode: str = "") -> FaktaTahun:
    """The same office in another year, with an agreement of that year."""
    kode = kode or f"pk-{tahun}"
    return seal_fakta(
        replace(
            paket,
            laporan=replace(paket.laporan, tahun=tahun),
            daftar_perjanjian=tuple(replace(p, kode=kode, tahun=tahun) for p in paket.daftar_perjanjian),
            daftar_perjanjian_target=tuple(replace(t, perjanjian=kode) for t in paket.daftar_perjanjian_target),
            daftar_fakta=tuple(
                replace(f, periode=f.periode.replace(str(paket.tahun), str(tahun))) for f in paket.daftar_fakta
            ),
        )
    )


def tambah_bukti(paket: FaktaTahun, isi: bytes, akhiran: str = "pdf") -> FaktaTahun:
    """The package with an evidence file."""
    nama = f"bukti/{hashlib.sha256(isi).hexdigest()}.{akhiran}"
    pertama, *lain = paket.daftar_bukti
    return seal_fakta(replace(paket, bukti_berkas={nama: isi}, daftar_bukti=(replace(pertama, berkas=nama), *lain)))
