"""What taking a data package over would change, found by doing it and taking it back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.db import transaction

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.konversi import format_sel
from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.core.fakta.skema import DAFTAR_POHON, DAFTAR_TABEL, TabelPaket
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.impor_paket import import_paket
from akuntabel.siklus.pelaporan.snapshot import build_fakta_tahun


@dataclass(frozen=True, slots=True)
class PerubahanNilai:
    """One value that would change."""

    letak: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class PerubahanBerkas:
    """A file of the package against the one of the year that is there."""

    berkas: str
    jumlah_baru: int
    jumlah_hilang: int
    jumlah_sama: int
    daftar_berubah: tuple[PerubahanNilai, ...]

    @property
    def is_berubah(self) -> bool:
        """Whether it would be another file."""
        return bool(self.jumlah_baru or self.jumlah_hilang or self.daftar_berubah)

    @property
    def ringkasan(self) -> str:
        """Its rows by what becomes of them."""
        jumlah = {
            "baru": self.jumlah_baru,
            "nilai berubah": len(self.daftar_berubah),
            "hilang": self.jumlah_hilang,
            "sama": self.jumlah_sama,
        }
        return ", ".join(f"{n} {kata}" for kata, n in jumlah.items() if n)


@dataclass(frozen=True, slots=True)
class PratinjauPaket:
    """What would change, file by file, and what would have to be assumed."""

    daftar_perubahan: tuple[PerubahanBerkas, ...]
    catatan: tuple[str, ...]
    is_tahun_baru: bool


def check_impor_paket(paket: FaktaTahun, *, by: Pengguna, satker: Satker) -> PratinjauPaket:
    """Do it, look, and take it back. Raises what ``import_paket`` raises."""
    with transaction.atomic():
        semula = _find_semula(satker, paket.tahun)
        hasil = import_paket(paket, by=by, satker=satker)
        transaction.set_rollback(True)
    return PratinjauPaket(tuple(_compare(semula, paket)), hasil.catatan, semula is None)


def _find_semula(satker: Satker, tahun: int) -> FaktaTahun | None:
    try:
        return build_fakta_tahun(satker, tahun)
    except PaketTidakSahError:  # no plan, no agreement: nothing that a package could say
        return None


_Isi = Mapping[tuple[str, ...], object]


def _compare(semula: FaktaTahun | None, paket: FaktaTahun) -> Iterable[PerubahanBerkas]:
    for nama in DAFTAR_POHON:
        lama, baru = _pohon(getattr(semula, nama, None)), _pohon(getattr(paket, nama))
        if lama or baru:
            yield _hitung(f"{nama}.yaml", lama, baru)
    for t in DAFTAR_TABEL:
        yield _hitung(t.berkas, _tabel(semula, t), _tabel(paket, t))
    for awal, bidang in (("narasi/", "narasi"), ("bukti/", "bukti_berkas")):
        yield _hitung(awal, _folder(semula, bidang), _folder(paket, bidang))


def _tabel(fakta: FaktaTahun | None, tabel: TabelPaket) -> _Isi:
    daftar = getattr(fakta, tabel.bidang) if fakta else ()
    return {tuple(format_sel(getattr(e, k)) for k in tabel.kunci): e for e in daftar}


def _folder(fakta: FaktaTahun | None, bidang: str) -> _Isi:
    return {(nama,): isi for nama, isi in (getattr(fakta, bidang) if fakta else {}).items()}


def _pohon(entitas: Any) -> _Isi:
    if entitas is None:
        return {}
    return {(b.name,): getattr(entitas, b.name) for b in fields(entitas) if getattr(entitas, b.name) is not None}


def _hitung(berkas: str, lama: _Isi, baru: _Isi) -> PerubahanBerkas:
    berubah = [k for k in baru if k in lama and lama[k] != baru[k]]
    return PerubahanBerkas(
        berkas,
        jumlah_baru=sum(k not in lama for k in baru),
        jumlah_hilang=sum(k not in baru for k in lama),
        jumlah_sama=sum(k in lama and lama[k] == baru[k] for k in baru),
        daftar_berubah=tuple(n for k in berubah for n in _selisih(" ".join(filter(None, k)), lama[k], baru[k])),
    )


def _selisih(letak: str, lama: object, baru: object) -> Iterable[PerubahanNilai]:
    if not hasattr(baru, "__dataclass_fields__"):
        yield PerubahanNilai(letak, _teks(lama), _teks(baru))
        return
    for b in fields(baru):  # type: ignore[arg-type]  # a dataclass, as asked just above
        sebelum, sesudah = getattr(lama, b.name), getattr(baru, b.name)
        if sebelum != sesudah:
            yield PerubahanNilai(f"{letak}: {b.name}", _teks(sebelum), _teks(sesudah))


def _teks(nilai: object) -> str:
    if isinstance(nilai, bytes):
        return f"{len(nilai)} bita"
    if isinstance(nilai, tuple):
        return "; ".join(getattr(n, "nama", None) or format_sel(n) for n in nilai)
    return format_sel(nilai)
