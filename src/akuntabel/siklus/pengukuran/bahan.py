"""The rows of an office-year as the facts that the core works on: for live figures and for the package alike.

Values that belong to an office above (opini BPK, indeks RB) come from the nearest one that has measured them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.fakta import pengukuran as fakta
from akuntabel.core.fakta.kepemiluan import Perkara, Tahapan
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.berlaku import akhir_triwulan, pilih_elemen
from akuntabel.siklus.pengukuran.kueri import daftar_id_jalur, read_bukti, read_elemen, read_ujung
from akuntabel.siklus.pengukuran.models import NAMA_TERHITUNG, AsalElemen, Elemen, Fakta
from akuntabel.siklus.pengukuran.sumber_hitung import CatatanPemilu, read_catatan_pemilu

TRIWULAN_AKHIR = 4
BELUM_LENGKAP = "bagian ini belum diisi"


@dataclass(frozen=True, slots=True)
class Bahan:
    """What the values of the elements are made of (core.fakta.elemen.BahanElemen)."""

    daftar_elemen: Sequence[fakta.Elemen]
    daftar_fakta: Sequence[fakta.Fakta]
    daftar_tahapan: Sequence[Tahapan] = ()
    daftar_perkara: Sequence[Perkara] = ()


class KunciFakta(NamedTuple):
    """A cell of a year."""

    elemen: str
    triwulan: int | None
    jenis_kelamin: str
    rincian: str


def kunci_fakta(f: Fakta) -> KunciFakta:
    """Where a fact stands; elemen must be loaded."""
    return KunciFakta(f.elemen.kode, f.triwulan, f.jenis_kelamin, f.rincian)


@dataclass(frozen=True, slots=True)
class BahanTahun:
    """The rows of one year, read once, from which every quarter can be computed.

    elemen: those that hold, by kode; milik: the facts in force by kode of their element, those of the office itself;
    atas: of the offices above, the nearest first. ujung: the last link of every chain of the office, by cell;
    a figure that was taken back is there too.
    """

    satker: Satker
    tahun: int
    elemen: Mapping[str, Elemen]
    milik: Mapping[str, Sequence[Fakta]]
    atas: Mapping[str, Sequence[Sequence[Fakta]]]
    ujung: Mapping[KunciFakta, Fakta]

    def add_fakta(self, daftar: Iterable[Fakta]) -> "BahanTahun":
        """The same year after these facts were written."""
        return _build(
            self.satker, self.tahun, self.elemen, {**self.ujung, **{kunci_fakta(f): f for f in daftar}}, self.atas
        )

    def daftar_milik(self) -> list[fakta.Fakta]:
        """Every fact of the office that holds, in the order in which they were written."""
        daftar = sorted((f for milik in self.milik.values() for f in milik), key=_letak)
        return [build_fakta(f) for f in daftar]

    def build_bahan(self, triwulan: int | None, daftar_nama: Iterable[str]) -> Bahan:
        """What the formulas may use up to the end of a quarter (None: of the year). daftar_nama: what they name."""
        daftar_kode = {nama.partition(".")[0] for nama in daftar_nama}
        catatan = CatatanPemilu()
        if daftar_kode & set(NAMA_TERHITUNG):
            catatan = read_catatan_pemilu(self.satker, self.tahun, _hari(self.tahun, triwulan))
        dipakai = {kode: e for kode, e in self.elemen.items() if kode in daftar_kode}
        return Bahan(
            [build_elemen(e) for e in dipakai.values()],
            [f for e in dipakai.values() for f in self.build_daftar_fakta(e, triwulan)],
            catatan.daftar_tahapan,
            catatan.daftar_perkara,
        )

    def build_daftar_fakta(self, elemen: Elemen, triwulan: int | None = None) -> list[fakta.Fakta]:
        """The facts of one element that count up to the end of a quarter."""
        milik = [build_fakta(f) for f in _sampai(self.milik.get(elemen.kode, ()), triwulan)]
        warisan = self.atas.get(elemen.kode, ()) if elemen.asal == AsalElemen.INDUK else ()
        for daftar in warisan:
            diwarisi = _sampai(daftar, triwulan)
            if any(StatusNilai(f.status).is_counted for f in diwarisi):
                return [_inherit(f) for f in diwarisi]
        return [*milik, *_pasangan(milik)]


def read_bahan(satker: Satker, tahun: int, hanya: Collection[str] | None = None) -> BahanTahun:
    """The rows of a year; hanya: only these elements, by kode. Three queries."""
    jalur = daftar_id_jalur(satker)
    semua = read_elemen(jalur, tahun, hanya)
    per_pk = {e.pk: e for e in semua}
    daftar = read_ujung(jalur, tahun, per_pk.keys())
    bukti = read_bukti({f.bukti_id for f in daftar if f.bukti_id is not None})
    ujung: dict[KunciFakta, Fakta] = {}
    atas: dict[str, dict[int, list[Fakta]]] = {}
    for f in daftar:
        f.elemen = per_pk[f.elemen_id]
        if f.bukti_id is not None:
            f.bukti = bukti[f.bukti_id]
        if f.satker_id == satker.pk:
            f.satker = satker
            ujung[kunci_fakta(f)] = f
        elif not f.is_ditarik:
            atas.setdefault(f.elemen.kode, {}).setdefault(f.satker_id, []).append(f)
    terdekat = {kode: [per[pk] for pk in reversed(jalur) if pk in per] for kode, per in atas.items()}
    return _build(satker, tahun, pilih_elemen(satker, semua), ujung, terdekat)


def _build(
    satker: Satker,
    tahun: int,
    elemen: Mapping[str, Elemen],
    ujung: Mapping[KunciFakta, Fakta],
    atas: Mapping[str, Sequence[Sequence[Fakta]]],
) -> BahanTahun:
    milik: dict[str, list[Fakta]] = {}
    for f in sorted(ujung.values(), key=_letak):
        if not f.is_ditarik:
            milik.setdefault(f.elemen.kode, []).append(f)
    return BahanTahun(satker, tahun, elemen, milik, atas, ujung)


def _letak(f: Fakta) -> tuple[object, ...]:
    """Its place among all facts: as the document had it, then typed ones in the order of the grid."""
    return f.urut, f.elemen.urut, f.elemen.kode, f.triwulan or 0, f.rincian, f.jenis_kelamin


def build_elemen(e: Elemen) -> fakta.Elemen:
    """The element as the core knows it."""
    return fakta.Elemen(e.kode, e.nama, e.satuan, Konsolidasi(e.konsolidasi), e.keterangan or None)


def build_fakta(f: Fakta) -> fakta.Fakta:
    """The fact as the core knows it, to the last digit; elemen and bukti must be loaded."""
    return fakta.Fakta(
        elemen=f.elemen.kode,
        periode=f.periode,
        status=StatusNilai(f.status),
        jenis_kelamin=fakta.JenisKelamin(f.jenis_kelamin) if f.jenis_kelamin else None,
        rincian=f.rincian or None,
        nilai=f.angka,
        predikat=f.predikat or None,
        tanggal=f.tanggal,
        alasan=f.alasan or None,
        tahun_rujukan=f.tahun_rujukan,
        tanggal_rilis=f.tanggal_rilis,
        sumber=f.sumber,
        bukti=f.bukti.kode if f.bukti else None,
    )


def _pasangan(daftar: Sequence[fakta.Fakta]) -> list[fakta.Fakta]:
    """Women without men would pass for the whole: who is missing is said, and the whole waits for them."""
    ada = {(f.periode, f.rincian, f.jenis_kelamin) for f in daftar}
    return [
        fakta.Fakta(f.elemen, f.periode, StatusNilai.TIDAK_DAPAT_DIHITUNG, lain, f.rincian, alasan=BELUM_LENGKAP)
        for f in daftar
        if f.jenis_kelamin is not None
        for lain in fakta.JenisKelamin
        if (f.periode, f.rincian, lain) not in ada
    ]


def _inherit(f: Fakta) -> fakta.Fakta:
    """A fact of an office above: its evidence is there, and the trace says whose it is, of which year, since when."""
    asal = [f"nilai {f.satker}"]
    asal += [f"tahun rujukan {f.tahun_rujukan}"] if f.tahun_rujukan else []
    asal += [f"dirilis {f.tanggal_rilis.isoformat()}"] if f.tanggal_rilis else []
    alasan = "; ".join(filter(None, [", ".join(asal), f.alasan]))
    return replace(build_fakta(f), alasan=alasan, bukti=None)


def _sampai(daftar: Iterable[Fakta], triwulan: int | None) -> list[Fakta]:
    """What is known at the end of a quarter; a figure of the whole year is known at the end of the year."""
    if triwulan is None or triwulan == TRIWULAN_AKHIR:
        return list(daftar)
    return [f for f in daftar if f.triwulan is not None and f.triwulan <= triwulan]


def _hari(tahun: int, triwulan: int | None) -> date | None:
    return None if triwulan is None else akhir_triwulan(tahun, triwulan)
