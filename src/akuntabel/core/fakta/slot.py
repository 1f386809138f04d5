"""Slots of the narrative: ``{{ capaian.1.2 }}`` is bound to a computed value and can't go stale."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from akuntabel.core.calc.anggaran import BarisAnggaran, compute_serapan, compute_sisa
from akuntabel.core.calc.besaran import SATUAN_PERSEN, Besaran
from akuntabel.core.calc.kebijakan import Kebijakan
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.calc.terbilang import terbilang
from akuntabel.core.fakta.hasil import HasilIndikator, HasilTahun
from akuntabel.core.fakta.slot_banding import (
    find_pembanding,
    resolve_efisiensi,
    resolve_kemajuan,
    resolve_putusan,
    resolve_renstra,
    resolve_selisih,
    split_indikator,
)
from akuntabel.core.fakta.target import show_realisasi, show_target
from akuntabel.core.regulasi import daftar_peraturan

POLA_SLOT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


@dataclass(frozen=True, slots=True)
class SlotRujukan:
    """A cross-reference to a table or figure of the document, by id."""

    id: str


IsiSlot = Besaran | str | SlotRujukan


class SlotTidakDikenalError(ValueError):
    """A slot that names nothing."""

    def __init__(self, slot: str, diharapkan: str) -> None:
        super().__init__(f"slot {{{{ {slot} }}}}: diharapkan {diharapkan}")
        self.diharapkan = diharapkan


def resolve_slot(hasil: HasilTahun, slot: str) -> IsiSlot:
    """What a slot stands for; raises SlotTidakDikenalError naming what was expected."""
    kepala, _, sisa = slot.partition(".")
    pengurai = _PENGURAI.get(kepala)
    if pengurai is None:
        raise SlotTidakDikenalError(slot, "awalan " + ", ".join(_PENGURAI))
    isi = pengurai(hasil, sisa)
    if isi is None:
        raise SlotTidakDikenalError(slot, _BENTUK[kepala])
    return isi


def _satker(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    satker = hasil.fakta.satker
    return {"nama": satker.nama, "nama_lengkap": satker.nama_lengkap, "kota": satker.kota}.get(sisa)


def _tahun(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    return None if sisa else str(hasil.fakta.tahun)


def _jumlah(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    fakta, indikator = hasil.fakta, hasil.indikator
    jumlah = {
        "sasaran": len(fakta.daftar_sasaran),
        "indikator": len(indikator),
        "terukur": sum(1 for i in indikator if i.capaian.terbatas.is_counted),
        "tercapai": sum(1 for i in indikator if i.capaian.is_tercapai),
        "program": sum(1 for k in fakta.daftar_kode_anggaran if k.induk is None),
        "revisi": sum(1 for r in fakta.daftar_revisi if r.nomor > 0),
    }.get(sisa)
    return None if jumlah is None else f"{jumlah} ({terbilang(jumlah)})"


def _indikator(
    show: Callable[[HasilTahun, HasilIndikator], IsiSlot],
) -> Callable[[HasilTahun, str], IsiSlot | None]:
    def resolve(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
        indikator = hasil.find_indikator(sisa)
        return None if indikator is None else show(hasil, indikator)

    return resolve


class Berkebijakan(Protocol):
    """What was computed under one policy: a year, or a part of it."""

    @property
    def kebijakan(self) -> Kebijakan: ...


def show_capaian(hasil: Berkebijakan, nilai: Nilai) -> Besaran:
    """A capaian in percent, with the decimals of the policy."""
    pembulatan = hasil.kebijakan.pembulatan
    return Besaran(nilai, SATUAN_PERSEN, pembulatan.desimal, cara=pembulatan.cara)


def _capaian(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    nilai = _nilai_capaian(hasil, sisa)
    return None if nilai is None else show_capaian(hasil, nilai)


def _nilai_capaian(hasil: HasilTahun, sisa: str) -> Nilai | None:
    if sisa == "organisasi":
        return hasil.organisasi.nilai
    if sisa.startswith("sasaran."):
        return next((s.rekap.nilai for s in hasil.sasaran if s.sasaran.kode == sisa.removeprefix("sasaran.")), None)
    indikator = hasil.find_indikator(sisa)
    return indikator.capaian.mentah if indikator else None


def _kategori(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    if sisa == "organisasi":
        pita = hasil.kategori
    elif sisa.startswith("sasaran."):
        pita = next((s.kategori for s in hasil.sasaran if s.sasaran.kode == sisa.removeprefix("sasaran.")), None)
    else:
        indikator = hasil.find_indikator(sisa)
        pita = indikator.capaian.kategori if indikator else None
    if pita is None:
        return None if _nilai_capaian(hasil, sisa) is None else "belum dapat dikategorikan"
    return pita.label


def _elemen(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    nilai = hasil.elemen.get(sisa)
    return None if nilai is None else Besaran(nilai, ringkas=True)


def _riwayat(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    kode, _, tahun = sisa.rpartition(".")
    indikator = hasil.find_indikator(kode)
    baris = next((r for r in hasil.fakta.daftar_riwayat if (r.indikator, str(r.tahun)) == (kode, tahun)), None)
    if indikator is None or baris is None:
        return None
    if baris.nilai is None:
        return baris.predikat
    return Besaran(Nilai.of(baris.nilai), indikator.indikator.satuan)


def _pembanding(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    pasangan = split_indikator(hasil, sisa)
    if pasangan is None:
        return None
    indikator, ekor = pasangan
    p = find_pembanding(hasil, indikator.indikator.kode, ekor)
    return None if p is None else Besaran(Nilai.of(p.nilai), indikator.indikator.satuan)


def _anggaran(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    """``3355.persen`` over all sources; ``3364.034.HLD.persen`` of one."""
    kode, _, kolom = sisa.rpartition(".")
    semua = [b.baris for b in hasil.anggaran.baris]
    daftar = [b for b in semua if b.kode == kode] or [b for b in semua if f"{b.kode}.{b.sumber_dana}" == kode]
    return _kolom_anggaran(kolom, daftar)


def _total(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    sumber, _, kolom = sisa.rpartition(".")
    total = hasil.anggaran.total
    daftar = [total.semua] if sumber == "semua" else [b for b in total.per_sumber if b.sumber_dana == sumber]
    return _kolom_anggaran(kolom, daftar)


def _kolom_anggaran(kolom: str, daftar: Sequence[BarisAnggaran]) -> IsiSlot | None:
    if not daftar:
        return None
    pagu = sum(b.pagu for b in daftar)
    terpakai = [b.realisasi for b in daftar if b.realisasi is not None]
    realisasi = sum(terpakai) if len(terpakai) == len(daftar) else None
    if kolom == "persen":
        return Besaran(compute_serapan(pagu, realisasi), SATUAN_PERSEN, 2)
    if kolom == "pagu":
        return Besaran.rupiah(pagu, ringkas=False)
    if kolom not in ("realisasi", "sisa"):
        return None
    if realisasi is None:
        return "belum diketahui"
    return Besaran.rupiah(realisasi if kolom == "realisasi" else compute_sisa(pagu, realisasi), ringkas=False)


def _revisi(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    """``8.menjadi``, ``2.selisih``, ``awal``, ``akhir``, ``beda_pagu``."""
    anggaran = hasil.anggaran
    if not anggaran.revisi:
        return None
    if sisa == "beda_pagu" and anggaran.beda_pagu is not None:
        return Besaran.rupiah(anggaran.beda_pagu, ringkas=False)
    ujung = {"awal": 0, "akhir": -1}.get(sisa)
    if ujung is not None:
        return Besaran.rupiah(anggaran.revisi[ujung][0].menjadi, ringkas=False)
    nomor, _, kolom = sisa.partition(".")
    pasangan = next(((r, s) for r, s in anggaran.revisi if str(r.nomor) == nomor), None)
    if pasangan is None:
        return None
    revisi, selisih = pasangan
    jumlah = {"semula": revisi.semula, "menjadi": revisi.menjadi, "selisih": selisih}.get(kolom)
    return None if jumlah is None else Besaran.rupiah(jumlah, bertanda=kolom == "selisih", ringkas=False)


def _peraturan(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    kode, _, bentuk = sisa.partition(".")
    peraturan = daftar_peraturan().get(kode)
    if peraturan is None or bentuk not in ("", "pendek"):
        return None
    return peraturan.sebutan_pendek if bentuk else peraturan.sebutan


def _rujukan(hasil: HasilTahun, sisa: str) -> IsiSlot | None:
    return SlotRujukan(sisa) if sisa else None


_PENGURAI: Mapping[str, Callable[[HasilTahun, str], IsiSlot | None]] = {
    "tahun": _tahun,
    "satker": _satker,
    "jumlah": _jumlah,
    "target": _indikator(lambda hasil, i: show_target(i.target, i.indikator)),
    "realisasi": _indikator(lambda hasil, i: show_realisasi(i.realisasi, i.indikator)),
    "capaian": _capaian,
    "kategori": _kategori,
    "elemen": _elemen,
    "riwayat": _riwayat,
    "pembanding": _pembanding,
    "selisih": resolve_selisih,
    "putusan": resolve_putusan,
    "renstra": resolve_renstra,
    "kemajuan": resolve_kemajuan,
    "efisiensi": resolve_efisiensi,
    "anggaran": _anggaran,
    "total": _total,
    "revisi": _revisi,
    "peraturan": _peraturan,
    "tabel": _rujukan,
    "gambar": _rujukan,
}

_BENTUK: Mapping[str, str] = {
    "tahun": "tahun tanpa tambahan",
    "satker": "satker.nama, satker.nama_lengkap, atau satker.kota",
    "jumlah": "jumlah.sasaran, .indikator, .terukur, .tercapai, .program, atau .revisi",
    "target": "target.<kode indikator>",
    "realisasi": "realisasi.<kode indikator>",
    "capaian": "capaian.<kode indikator>, capaian.sasaran.<kode>, atau capaian.organisasi",
    "kategori": "kategori.<kode indikator>, kategori.sasaran.<kode>, atau kategori.organisasi",
    "elemen": "elemen.<nama elemen>, misalnya elemen.dpt.P",
    "riwayat": "riwayat.<kode indikator>.<tahun>",
    "pembanding": "pembanding.<kode indikator>.<tingkat>.<tahun>, dengan akhiran t untuk target",
    "selisih": "selisih.<kode indikator>.target, .<tahun>, .renstra.<tahun>, atau .pembanding.<tingkat>.<tahun>",
    "putusan": "putusan.<kode indikator>",
    "renstra": "renstra.masa, renstra.dasar, atau renstra.<kode indikator>.<tahun>",
    "kemajuan": "kemajuan.<kode indikator>.<tahun target Renstra>",
    "efisiensi": "efisiensi.<kode sasaran>.pagu, .serapan, .selisih, atau .putusan",
    "anggaran": "anggaran.<kode>[.<sumber dana>].pagu, .realisasi, .sisa, atau .persen",
    "total": "total.<sumber dana atau semua>.pagu, .realisasi, .sisa, atau .persen",
    "revisi": "revisi.<nomor>.semula, .menjadi, .selisih; revisi.awal, .akhir, atau .beda_pagu",
    "peraturan": "peraturan.<id> atau peraturan.<id>.pendek",
    "tabel": "tabel.<id>",
    "gambar": "gambar.<id>",
}
