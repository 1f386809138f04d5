"""Targets of a form against the polarity of their indicators."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.fakta.konversi import build_entitas
from akuntabel.core.fakta.perencanaan import Indikator
from akuntabel.core.fakta.skema import daftar_kolom
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target
from akuntabel.core.readers.isian.bentuk import KolomIsian, LembarIsian
from akuntabel.core.readers.isian.hasil import HasilIsian, Nilai

_DIHARAPKAN: Mapping[Arah, str] = {
    Arah.RENTANG: "rentang dengan batas bawah di depan, misalnya 80–90",
    Arah.TENGGAT: "tanggal, misalnya 9 Desember 2025",
}
_ANGKA = "angka, misalnya 77,5"


def build_indikator(nilai: Nilai) -> Indikator:
    """The indicator that a row of the form describes."""
    isi: dict[str, Any] = {}
    for k in daftar_kolom(Indikator):
        teks = nilai.get(k.nama)
        isi[k.nama] = k.jenis(teks) if teks is not None and issubclass(k.jenis, Enum) else teks
    indikator: Indikator = build_entitas(Indikator, isi)
    return indikator


def check_target(hasil: HasilIsian, lembar: LembarIsian, kolom: KolomIsian, per_kode: Mapping[str, Indikator]) -> None:
    """Note every target that its indicator cannot be measured against. An unknown indicator is noted elsewhere."""
    for baris in hasil.daftar_baris.get(lembar.nama, ()):
        indikator, target = per_kode.get(str(baris.nilai.get("indikator"))), baris.nilai.get(kolom.nama)
        if indikator is None or target is None:
            continue
        try:
            parse_target(str(target), indikator)
        except TargetTidakTerbacaError as galat:
            harap = galat.diharapkan if indikator.arah is Arah.ORDINAL else _DIHARAPKAN.get(indikator.arah, _ANGKA)
            arah = f"Arah indikator {indikator.kode} adalah {indikator.arah}."
            hasil.add_masalah(lembar, baris, kolom, harap, arah)
