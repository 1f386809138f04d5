"""The grid of a quarter as a workbook: written out, filled in elsewhere, looked at, and taken as a whole."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.readers.isian.banding import PerubahanLembar, compare_isian
from akuntabel.core.readers.isian.bentuk import NilaiIsian
from akuntabel.core.readers.isian.hasil import BarisIsian, HasilIsian, Nilai
from akuntabel.core.readers.isian.pengukuran import FORMULIR_PENGUKURAN, LEMBAR_DATA
from akuntabel.core.readers.isian.templat import write_templat
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pengukuran.actions import HasilUkur
from akuntabel.siklus.pengukuran.kisi import BarisKisi, Kisi
from akuntabel.siklus.pengukuran.kisi_sel import SelTertulis, show_fakta
from akuntabel.siklus.pengukuran.kisi_simpan import SelDitolakError, check_kisi, save_kisi
from akuntabel.siklus.pengukuran.models import Fakta
from akuntabel.siklus.pengukuran.sel import KunciSel
from akuntabel.siklus.perjanjian.models import ROMAWI

_KOLOM = {k.nama: k for k in LEMBAR_DATA.daftar_kolom}
_HARAP: Mapping[str, str] = {"alasan": "alasan", "perubahan": "alasan perubahan"}


@dataclass(frozen=True, slots=True)
class PratinjauKisi:
    """What taking a workbook would do. sidik: of the workbook and of what is there; masalah: what must be mended."""

    perubahan: PerubahanLembar | None
    masalah: tuple[Masalah, ...]
    catatan: tuple[str, ...]
    sidik: str

    @property
    def is_sah(self) -> bool:
        """Whether there is something to take and nothing against it."""
        return not self.masalah and self.perubahan is not None and self.perubahan.is_berubah


def build_templat(kisi: Kisi) -> bytes:
    """The grid as it stands, to be filled in."""
    judul = f"{kisi.satker}, triwulan {ROMAWI[kisi.triwulan]} {kisi.tahun}"
    elemen = {b.kunci.elemen for b in _daftar_tulis(kisi)}
    isi = [_info(b) | _isi(b) for b in _daftar_tulis(kisi)]
    return write_templat(FORMULIR_PENGUKURAN, judul=judul, ada={LEMBAR_DATA.nama: isi}, dikenal={"elemen": elemen})


def check_isian_kisi(kisi: Kisi, hasil: HasilIsian, *, by: Pengguna) -> PratinjauKisi:
    """Hold a workbook against the grid, down to what the act of measuring would say; writes nothing."""
    ada = [_isi(b) for b in _daftar_tulis(kisi)]
    _drop_kosong(hasil)
    daftar = _daftar_berubah(kisi, hasil) if not hasil.masalah else {}
    if daftar and not hasil.masalah:
        try:
            check_kisi(kisi.satker, kisi.tahun, kisi.triwulan, {k: t for k, (_, t) in daftar.items()}, by=by)
        except SelDitolakError as galat:
            _note(hasil, galat, daftar)
        except (ValidationError, PermissionDenied) as galat:
            pesan = galat.messages if isinstance(galat, ValidationError) else [str(galat)]
            hasil.masalah += [Masalah(LEMBAR_DATA.judul, 0, "", "", "triwulan yang terbuka", p) for p in pesan]
    perubahan = compare_isian(FORMULIR_PENGUKURAN, hasil, {LEMBAR_DATA.nama: ada})
    sidik = hashlib.sha256(json.dumps([hasil.data, ada], default=str, sort_keys=True).encode()).hexdigest()
    return PratinjauKisi(next(iter(perubahan), None), tuple(hasil.masalah), tuple(hasil.catatan), sidik)


def import_isian_kisi(kisi: Kisi, hasil: HasilIsian, *, sidik: str, by: Pengguna) -> HasilUkur:
    """Take a workbook as it was shown. Raises PermissionDenied, ValidationError, SudahBerubahError.

    sidik: of the preview that the person saw; where anything has changed since, it must be looked at again.
    """
    pratinjau = check_isian_kisi(kisi, hasil, by=by)
    if pratinjau.masalah:
        raise ValidationError([str(m) for m in pratinjau.masalah])
    if pratinjau.sidik != sidik:
        raise SudahBerubahError("Kisi sudah berubah sejak pratinjau ini dibuat. Lihat pratinjaunya lagi.")
    daftar = {k: t for k, (_, t) in _daftar_berubah(kisi, hasil).items()}
    return save_kisi(kisi.satker, kisi.tahun, kisi.triwulan, daftar, by=by)


def _daftar_tulis(kisi: Kisi) -> list[BarisKisi]:
    """The data that this office fills in here."""
    return [b for b in kisi.daftar_baris if b.is_isian]


def _info(b: BarisKisi) -> dict[str, NilaiIsian]:
    lalu, tahun_lalu = (show_fakta(f) if f else None for f in (b.lalu, b.tahun_lalu))
    return {"nama": b.sebutan, "satuan": b.elemen.satuan, "lalu": lalu, "tahun_lalu": tahun_lalu}


def _isi(b: BarisKisi) -> dict[str, NilaiIsian]:
    """The row as it is stored; a measured figure needs no status."""
    f = b.fakta
    return {
        "elemen": b.kunci.elemen,
        "jenis_kelamin": b.kunci.jenis_kelamin or None,
        "rincian": b.kunci.rincian or None,
        "nilai": _nilai(f) if f else None,
        "status": None if f is None or StatusNilai(f.status).is_counted else f.status,
        "alasan": f.alasan or None if f else None,
        "sumber": f.sumber or None if f else None,
        "perubahan": None,
    }


def _nilai(f: Fakta) -> NilaiIsian:
    if f.predikat:
        return show_fakta(f)
    return f.tanggal if f.tanggal is not None else f.angka


def _drop_kosong(hasil: HasilIsian) -> None:
    """A row without a value and without a status says nothing; "terukur" beside a value says nothing more."""
    baris = hasil.daftar_baris.get(LEMBAR_DATA.nama)
    if baris is None:
        return
    hasil.daftar_baris[LEMBAR_DATA.nama] = [
        BarisIsian(b.nomor, dict(b.nilai) | ({"status": None} if _is_terukur(b.nilai) else {}), b.huruf)
        for b in baris
        if b.nilai.get("nilai") is not None or b.nilai.get("status") is not None
    ]


def _is_terukur(nilai: Nilai) -> bool:
    return nilai.get("status") == StatusNilai.TERUKUR.value and nilai.get("nilai") is not None


def _daftar_berubah(kisi: Kisi, hasil: HasilIsian) -> dict[KunciSel, tuple[BarisIsian, SelTertulis]]:
    """The rows that say something else than what is there; a row that the grid does not have is noted."""
    per_kunci = {b.kunci: b for b in _daftar_tulis(kisi)}
    daftar = {}
    for baris in hasil.daftar_baris.get(LEMBAR_DATA.nama, ()):
        n = baris.nilai
        kunci = KunciSel(str(n["elemen"]), str(n["jenis_kelamin"] or ""), str(n["rincian"] or ""))
        b = per_kunci.get(kunci)
        if b is None:
            perbaikan = "Pakai templat triwulan ini; elemennya disusun di halaman Elemen."
            hasil.add_masalah(LEMBAR_DATA, baris, _KOLOM["elemen"], "data yang ada pada kisi triwulan ini", perbaikan)
            continue
        if {k: v for k, v in n.items() if k != "perubahan"} != {k: v for k, v in _isi(b).items() if k != "perubahan"}:
            teks = {nama: str(n[nama] or "") for nama in ("status", "alasan", "sumber", "perubahan")}
            nilai = "" if n["nilai"] is None else n["nilai"]
            daftar[kunci] = (baris, SelTertulis(nilai, **teks, lama=b.fakta.pk if b.fakta else None))
    return daftar


def _note(hasil: HasilIsian, galat: SelDitolakError, daftar: Mapping[KunciSel, tuple[BarisIsian, SelTertulis]]) -> None:
    """The reasons of the act, beside the rows of the workbook."""
    for kunci, g in galat.per_sel.items():
        for kolom, pesan in g.semua.items():
            harap = _HARAP.get(kolom, "isian yang dapat disimpan")
            hasil.add_masalah(LEMBAR_DATA, daftar[kunci][0], _KOLOM[kolom], harap, pesan)
