"""The environment of the formulas: every element with its parts, as values with their sources."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from akuntabel.core.calc.agregat import sum_nilai
from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.konsolidasi import compute_konsolidasi
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.fakta.kepemiluan import JenisPerkara, Perkara, StatusTahapan, Tahapan
from akuntabel.core.fakta.konversi import format_sel
from akuntabel.core.fakta.pengukuran import Elemen, Fakta

_TERINGAT = 64  # lists of stages and of cases; most offices have none, and every value that is typed counts them


class BahanElemen(Protocol):
    """What the values of elements are made of; a FaktaTahun is one."""

    @property
    def daftar_elemen(self) -> Sequence[Elemen]: ...

    @property
    def daftar_fakta(self) -> Sequence[Fakta]: ...

    @property
    def daftar_tahapan(self) -> Sequence[Tahapan]: ...

    @property
    def daftar_perkara(self) -> Sequence[Perkara]: ...


def build_elemen(fakta: BahanElemen, hanya: Collection[str] | None = None) -> dict[str, Nilai]:
    """Every name a formula may use, with its value of the year: ``dpt``, ``dpt.P``, ``tahapan.wajib``, …

    An element without any fact is not computable, and says so. hanya: only these elements, by kode.
    """
    per_elemen: dict[str, list[Fakta]] = defaultdict(list)
    for f in fakta.daftar_fakta:
        per_elemen[f.elemen].append(f)
    lingkungan: dict[str, Nilai] = {}
    for elemen in fakta.daftar_elemen:
        if hanya is not None and elemen.kode not in hanya:
            continue
        for nama, daftar in _pecah(elemen, per_elemen[elemen.kode]).items():
            lingkungan[nama] = _value(elemen, nama, daftar, fakta)
    lingkungan.update(_count_tahapan(tuple(fakta.daftar_tahapan)))
    lingkungan.update(_count_perkara(tuple(fakta.daftar_perkara)))
    return lingkungan


def daftar_nama_elemen(fakta: BahanElemen) -> tuple[str, ...]:
    """The names a formula may use."""
    return tuple(build_elemen(fakta))


def _pecah(elemen: Elemen, daftar: Sequence[Fakta]) -> Mapping[str, list[Fakta]]:
    """The whole element and every part of it that has facts: by detail, by sex, by both."""
    bagian: dict[str, list[Fakta]] = {elemen.kode: list(daftar)}
    for f in daftar:
        kelamin = f.jenis_kelamin.value if f.jenis_kelamin else None
        for akhiran in {kelamin, f.rincian, f"{f.rincian}.{kelamin}" if f.rincian and kelamin else None}:
            if akhiran:
                bagian.setdefault(f"{elemen.kode}.{akhiran}", []).append(f)
    return bagian


def _value(elemen: Elemen, nama: str, daftar: Sequence[Fakta], fakta: BahanElemen) -> Nilai:
    if not daftar:
        return Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, f"tidak ada fakta untuk elemen {elemen.kode}")
    per_periode: dict[str, list[Fakta]] = defaultdict(list)
    for f in daftar:
        per_periode[f.periode].append(f)
    per_tahun = [_sum_part(nama, per_periode[p], fakta) for p in sorted(per_periode)]
    if len(per_tahun) == 1:
        return per_tahun[0]
    return compute_konsolidasi(elemen.konsolidasi, per_tahun).nilai


def _sum_part(nama: str, daftar: Sequence[Fakta], fakta: BahanElemen) -> Nilai:
    """Parts of one period together; one missing part makes the whole missing, for a partial sum would mislead."""
    bagian = [_nilai_fakta(f, nama, fakta) for f in daftar]
    hilang = next((n for n in bagian if not n.is_counted), None)
    if hilang is not None:
        return hilang
    if len(bagian) == 1:
        return bagian[0]
    jumlah = sum_nilai(bagian).nilai
    sumber = "; ".join(dict.fromkeys(f.sumber for f in daftar if f.sumber))
    bukti = "; ".join(dict.fromkeys(f.bukti for f in daftar if f.bukti))
    operan = Operan(nama, format_sel(jumlah.angka), _satuan(fakta, daftar[0].elemen), sumber, bukti)
    langkah = tuple(n.jejak for n in bagian if n.jejak)
    return replace(jumlah, jejak=Jejak("jumlah", (operan,), format_sel(jumlah.angka), langkah=langkah))


def _nilai_fakta(f: Fakta, nama: str, fakta: BahanElemen) -> Nilai:
    label = ", ".join(format_sel(b) for b in (f.jenis_kelamin, f.rincian) if b)
    operan = Operan(
        f"{nama} ({label})" if label and "." not in nama else nama,
        format_sel(f.nilai) or f.predikat or format_sel(f.tanggal) or f.status.label,
        _satuan(fakta, f.elemen),
        f.sumber,
        f.bukti or "",
    )
    jejak = Jejak("fakta", (operan,), operan.nilai, catatan=f.alasan or "")
    if f.nilai is not None:
        return Nilai.of(f.nilai, jejak)
    if f.status.is_counted:  # a predicate or a date: measured, but no figure of its own
        return Nilai.of(1, jejak)
    return Nilai.absent(f.status, f.alasan or f.status.label, jejak)


def _satuan(fakta: BahanElemen, kode: str) -> str:
    return next(e.satuan for e in fakta.daftar_elemen if e.kode == kode)


@lru_cache(maxsize=_TERINGAT)
def _count_tahapan(daftar_tahapan: tuple[Tahapan, ...]) -> Mapping[str, Nilai]:
    wajib = [t for t in daftar_tahapan if t.status in (StatusTahapan.SELESAI, StatusTahapan.BELUM)]
    tepat = [t for t in wajib if t.status is StatusTahapan.SELESAI and t.is_tepat_waktu]
    sumber = _sumber(t.sumber for t in wajib)
    return {
        "tahapan.wajib": _cacah("tahapan.wajib", len(wajib), "tahapan", sumber),
        "tahapan.tepat_waktu": _cacah("tahapan.tepat_waktu", len(tepat), "tahapan", sumber),
    }


@lru_cache(maxsize=_TERINGAT)
def _count_perkara(daftar_perkara: tuple[Perkara, ...]) -> Mapping[str, Nilai]:
    cacah: dict[str, Nilai] = {}
    for jenis in JenisPerkara:
        daftar = [p for p in daftar_perkara if p.jenis is jenis]
        sumber = _sumber(p.sumber for p in daftar) or "perkara.csv: tidak ada perkara jenis ini"
        nama = f"perkara.{jenis.value}"
        terbukti = sum(1 for p in daftar if p.is_terbukti)
        cacah[nama] = _cacah(nama, len(daftar), "perkara", sumber)
        cacah[f"{nama}.terbukti"] = _cacah(f"{nama}.terbukti", terbukti, "perkara", sumber)
    return cacah


def _sumber(daftar: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(s for s in daftar if s))


def _cacah(nama: str, jumlah: int, satuan: str, sumber: str) -> Nilai:
    operan = Operan(nama, str(jumlah), satuan, sumber)
    return Nilai.of(jumlah, Jejak("cacah baris", (operan,), str(jumlah)))
