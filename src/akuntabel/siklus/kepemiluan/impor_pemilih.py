"""A recap of voters from a workbook: looked at before it is taken, taken as a whole."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from akuntabel.core.calc.partisipasi import JumlahPemilih, KategoriPemilih, sum_jumlah
from akuntabel.core.fakta.kepemiluan import Disabilitas, SelPemilih
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.readers.isian.hasil import Nilai
from akuntabel.core.readers.isian.templat import write_templat
from akuntabel.core.readers.pemilih.baca import HasilRekap
from akuntabel.core.readers.pemilih.formulir import NAMA_LEMBAR, UKURAN, build_formulir_pemilih, kunci_angka
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.kepemiluan.actions.daftar_pemilih import (
    RencanaTulis,
    build_sel,
    check_daftar_pemilih,
    write_daftar_pemilih,
)
from akuntabel.siklus.kepemiluan.berlaku import daftar_pemilih
from akuntabel.siklus.kepemiluan.models import DaftarPemilih, Pemilihan
from akuntabel.siklus.kepemiluan.periksa_pemilih import sel_dari, show_sel
from akuntabel.siklus.organisasi.models import Satker


@dataclass(frozen=True, slots=True)
class SelBerubah:
    """A count that is there and would change."""

    sel: str
    lama: JumlahPemilih
    baru: JumlahPemilih


@dataclass(frozen=True, slots=True)
class PratinjauRekap:
    """What taking a recap would do. total: the sums that it brings, by category; sidik: of it and of what is there."""

    masalah: tuple[Masalah, ...]
    catatan: tuple[str, ...]
    jumlah_baru: int
    jumlah_sama: int
    daftar_berubah: tuple[SelBerubah, ...]
    daftar_ditarik: tuple[str, ...]
    total: tuple[tuple[KategoriPemilih, JumlahPemilih], ...]
    sidik: str

    @property
    def is_sah(self) -> bool:
        """Whether there is something to take and nothing against it."""
        return not self.masalah and bool(self.jumlah_baru or self.daftar_berubah)

    @property
    def is_beralasan(self) -> bool:
        """Whether taking it needs a reason."""
        return bool(self.daftar_berubah or self.daftar_ditarik)


def check_rekap(satker: Satker, pemilihan: Pemilihan, hasil: HasilRekap, *, is_gantikan: bool) -> PratinjauRekap:
    """Hold a recap against what is there; writes nothing."""
    rencana = check_daftar_pemilih(satker, pemilihan, hasil.daftar_sel, is_gantikan=is_gantikan)
    salah = (Masalah("Lembar Rekapitulasi", 0, "", "", "isi yang dapat disimpan", pesan) for pesan in rencana.salah)
    berubah = tuple(_daftar_berubah(rencana))
    return PratinjauRekap(
        masalah=(*hasil.masalah, *salah),
        catatan=tuple(hasil.catatan),
        jumlah_baru=len(rencana.baru) - len(berubah),
        jumlah_sama=rencana.jumlah_sama,
        daftar_berubah=berubah,
        daftar_ditarik=tuple(show_sel(isi) for isi in rencana.ditarik.values()) if is_gantikan else (),
        total=tuple(_total(hasil.daftar_sel)),
        sidik=_sidik(rencana, hasil.daftar_sel),
    )


def import_rekap(
    satker: Satker,
    pemilihan: Pemilihan,
    hasil: HasilRekap,
    *,
    sidik: str,
    sumber: str,
    by: Pengguna,
    alasan: str = "",
    is_gantikan: bool = False,
) -> list[DaftarPemilih]:
    """Take a recap as it was shown. Raises PermissionDenied, ValidationError, SudahBerubahError.

    sidik: of the preview; where anything has changed since, it must be looked at again.
    """
    pratinjau = check_rekap(satker, pemilihan, hasil, is_gantikan=is_gantikan)
    if pratinjau.masalah:
        raise ValidationError([str(m) for m in pratinjau.masalah])
    if pratinjau.sidik != sidik:
        raise SudahBerubahError("Daftar pemilih sudah berubah sejak pratinjau dibuat.")
    return write_daftar_pemilih(
        satker, pemilihan, hasil.daftar_sel, sumber=sumber, by=by, alasan=alasan, is_gantikan=is_gantikan
    )


def build_templat_pemilih(satker: Satker, pemilihan: Pemilihan) -> bytes:
    """The workbook to fill in, with the counts that are there."""
    formulir = build_formulir_pemilih(pemilihan.label)
    baris: dict[tuple[str, str, str], dict[str, str | int | None]] = {}
    for b in daftar_pemilih(satker, pemilihan).terkini().order_by("kecamatan", "kelurahan", "disabilitas", "pk"):
        isi = build_sel(b)
        nama = "" if isi.disabilitas is Disabilitas.SEMUA else isi.disabilitas.label
        kolom = baris.setdefault(
            (isi.kecamatan, isi.kelurahan, nama),
            {"kecamatan": isi.kecamatan or None, "kelurahan": isi.kelurahan or None, "disabilitas": nama or None},
        )
        for ukuran in UKURAN:
            kolom[kunci_angka(ukuran, isi.kategori, isi.jenis_kelamin)] = getattr(isi, ukuran)
    ada: Sequence[Nilai] = list(baris.values())
    return write_templat(formulir, judul=f"{satker}, {pemilihan}", ada={NAMA_LEMBAR: ada})


def _daftar_berubah(rencana: RencanaTulis) -> Iterator[SelBerubah]:
    for isi in rencana.baru:
        lama = rencana.lama.get(sel_dari(isi))
        if lama is not None:
            yield SelBerubah(
                show_sel(isi), JumlahPemilih(lama.pemilih, lama.pengguna), JumlahPemilih(isi.pemilih, isi.pengguna)
            )


def _total(daftar: Sequence[SelPemilih]) -> Iterator[tuple[KategoriPemilih, JumlahPemilih]]:
    for kategori in KategoriPemilih:
        anggota = [s for s in daftar if s.kategori is kategori and s.disabilitas is Disabilitas.SEMUA]
        if anggota:
            yield kategori, sum_jumlah(JumlahPemilih(s.pemilih, s.pengguna) for s in anggota)


def _sidik(rencana: RencanaTulis, daftar: Sequence[SelPemilih]) -> str:
    ada = sorted(baris.pk for baris in rencana.ujung.values())
    isi = [[str(b) for b in sel_dari(s)] + [s.pemilih, s.pengguna] for s in daftar]
    return hashlib.sha256(json.dumps([ada, isi]).encode()).hexdigest()
