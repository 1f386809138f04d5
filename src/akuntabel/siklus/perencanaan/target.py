"""Targets as people write them (77,5 %, 80–90, 9 Desember 2026) and as they are kept (77.5, 80..90, 2026-12-09)."""

import re

from akuntabel.core.calc.angka import format_angka, format_tanggal
from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_angka, parse_tanggal
from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.fakta import perencanaan as fakta
from akuntabel.core.fakta.konversi import format_sel
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target
from akuntabel.core.regulasi import daftar_predikat, load_predikat
from akuntabel.siklus.perencanaan.models import Indikator

_ANTARA = re.compile(r"\s*(?:\.\.|s\.?\s*/?\s*d\.?|sampai(?: dengan)?|[-–—])\s*", re.IGNORECASE)


def build_fakta_indikator(indikator: Indikator, *, sasaran: str = "", pengampu: str | None = None) -> fakta.Indikator:
    """The indicator as the core knows it; sasaran and pengampu are codes."""
    return fakta.Indikator(
        kode=indikator.kode,
        sasaran=sasaran,
        nama=indikator.nama,
        definisi=indikator.definisi,
        satuan=indikator.satuan,
        arah=Arah(indikator.arah),
        rumus=indikator.rumus,
        pembilang=indikator.pembilang or None,
        penyebut=indikator.penyebut or None,
        sumber_data=indikator.sumber_data,
        sumber_realisasi=fakta.SumberRealisasi(indikator.sumber_realisasi),
        konsolidasi=Konsolidasi(indikator.konsolidasi),
        agregasi=fakta.Agregasi(indikator.agregasi),
        desimal=indikator.desimal,
        predikat=indikator.predikat or None,
        pengampu=pengampu,
    )


def read_target(teks: str, indikator: Indikator) -> str:
    """The target as it is kept; raises TargetTidakTerbacaError saying what the polarity asks for."""
    baku = write_target(teks, indikator)
    parse_target(baku, build_fakta_indikator(indikator))
    return baku


def write_target(teks: str, indikator: Indikator) -> str:
    """What somebody typed (``78,5 %``, ``80 s.d. 90``, ``9 Desember 2026``, ``bb``) as it is kept (``78.5``, …).

    What cannot be read stays as it was typed: nothing is lost, and the check says what is expected.
    """
    return _bakukan(" ".join(teks.split()), build_fakta_indikator(indikator))


def show_target_tersimpan(teks: str, indikator: Indikator) -> str:
    """A kept target as it is typed: comma for decimals, dates in words. What cannot be read stays as it is."""
    return show_target_baku(teks, build_fakta_indikator(indikator))


def show_target_baku(teks: str, acuan: fakta.Indikator) -> str:
    """The same for many targets of one indicator, which is built once."""
    try:
        target = parse_target(teks, acuan)
    except TargetTidakTerbacaError:
        return teks
    if target.tanggal is not None:
        return format_tanggal(target.tanggal)
    if target.batas_bawah is not None and target.batas_atas is not None:
        return f"{format_angka(target.batas_bawah)} s.d. {format_angka(target.batas_atas)}"
    return target.predikat or (format_angka(target.angka) if target.angka is not None else teks)


def _bakukan(teks: str, indikator: fakta.Indikator) -> str:
    match indikator.arah:
        case Arah.ORDINAL:
            return _bakukan_predikat(teks, indikator.predikat)
        case Arah.TENGGAT:
            return _bakukan_tanggal(teks)
        case Arah.RENTANG:
            bagian = _ANTARA.split(teks)
            return "..".join(_bakukan_angka(b, indikator.satuan) for b in bagian) if len(bagian) == 2 else teks
        case _:
            return _bakukan_angka(teks, indikator.satuan)


def _bakukan_predikat(teks: str, nama: str | None) -> str:
    if nama not in daftar_predikat():
        return teks
    return next((p for p in load_predikat(nama).peringkat if p.lower() == teks.lower()), teks)


def _bakukan_tanggal(teks: str) -> str:
    try:
        return parse_tanggal(teks).isoformat()
    except AngkaTidakTerbacaError:
        return teks


def _bakukan_angka(teks: str, satuan: str) -> str:
    """The figure without its unit. A dot with three digits behind it are thousands, as Indonesians write."""
    try:
        terbaca = parse_angka(teks)
    except AngkaTidakTerbacaError:
        return teks
    is_satuan = terbaca.satuan.lower() in ("", satuan.lower(), "persen" if satuan == "%" else "")
    return teks if terbaca.angka is None or terbaca.predikat or not is_satuan else format_sel(terbaca.angka)
