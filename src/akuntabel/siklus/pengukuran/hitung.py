"""Capaian of an office, quarter by quarter and for the year: rows of the database into the one formula of the core.

Each quarter is judged by what was in force at its end: the agreement of that day with its indicators as they were
defined then, and the targets of the rencana aksi approved for it. Figures are cumulative: a quarter stands for the
year up to its end, put together as each element says.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from akuntabel.core.calc.agregat import Agregat
from akuntabel.core.calc.capaian import Capaian, Realisasi, Target
from akuntabel.core.calc.kebijakan import Arah, Kebijakan, Pita
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.rumus import RumusTidakSah, parse_rumus
from akuntabel.core.fakta import perencanaan as fakta
from akuntabel.core.fakta.elemen import build_elemen
from akuntabel.core.fakta.hasil import (
    build_tanpa_target,
    compute_capaian_indikator,
    compute_organisasi,
    compute_sasaran,
    measure_realisasi,
)
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target
from akuntabel.core.regulasi import load_kebijakan
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.bahan import Bahan, BahanTahun, read_bahan
from akuntabel.siklus.pengukuran.berlaku import find_aturan
from akuntabel.siklus.pengukuran.target import BarisTarget, DaftarTarget, read_daftar_target
from akuntabel.siklus.perencanaan.models import Indikator, Sasaran
from akuntabel.siklus.perencanaan.target import build_fakta_indikator
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja

TANPA_REKAP = Agregat.absent("Hanya sebagian indikator yang dihitung.", ())


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """An indicator with what was promised for the period, what was reached and how far that is.

    target None: nothing is due yet, or nothing was promised; then capaian says which. catatan: what a reader must
    know about the target.
    """

    indikator: Indikator
    acuan: fakta.Indikator
    target_teks: str
    target: Target | None
    catatan: str
    realisasi: Realisasi
    capaian: Capaian


@dataclass(frozen=True, slots=True)
class HasilSasaran:
    """A sasaran with its indicators, rolled up by the policy."""

    sasaran: Sasaran
    daftar_indikator: tuple[HasilIndikator, ...]
    rekap: Agregat
    kategori: Pita | None


@dataclass(frozen=True, slots=True)
class HasilPengukuran:
    """The measurement of one office at the end of a quarter (triwulan None: of the year).

    elemen: what the formulas used. When only some indicators were asked for, the roll-ups are over these or absent.
    """

    satker: Satker
    tahun: int
    triwulan: int | None
    perjanjian: PerjanjianKinerja | None
    kebijakan: Kebijakan
    sasaran: tuple[HasilSasaran, ...]
    organisasi: Agregat
    kategori: Pita | None
    elemen: Mapping[str, Nilai]
    catatan: tuple[str, ...]

    @property
    def daftar_indikator(self) -> tuple[HasilIndikator, ...]:
        """All indicators in the order of the agreement."""
        return tuple(i for s in self.sasaran for i in s.daftar_indikator)

    def find_indikator(self, kode: str) -> HasilIndikator | None:
        """The result of one indicator."""
        return next((i for i in self.daftar_indikator if i.indikator.kode == kode), None)


def compute_capaian_tahun(
    satker: Satker,
    tahun: int,
    triwulan: int | None = None,
    *,
    hanya: Collection[str] | None = None,
    kebijakan: str | None = None,
) -> HasilPengukuran:
    """Everything that follows from the facts up to the end of a quarter (None: of the year).

    hanya: only these indicators, by kode. kebijakan: instead of the policy of the office.
    """
    daftar = read_daftar_target(satker, tahun, triwulan)
    if hanya is not None:
        daftar = daftar.only(hanya)
    bahan = read_bahan(satker, tahun, {nama.partition(".")[0] for nama in daftar_nama(daftar.baris)})
    return compute_hasil(bahan, daftar, load_kebijakan(kebijakan or find_aturan(satker, tahun).kebijakan))


def compute_hasil(
    bahan: BahanTahun, daftar: DaftarTarget, kebijakan: Kebijakan, *, is_sebagian: bool = False
) -> HasilPengukuran:
    """The same from rows that are read already. is_sebagian: over some indicators, which are not rolled up."""
    terpakai = bahan.build_bahan(daftar.triwulan, daftar_nama(daftar.baris))
    elemen = build_elemen(terpakai)
    per_sasaran: dict[int, list[HasilIndikator]] = {}
    sasaran: dict[int, Sasaran] = {}
    for baris in daftar.baris:
        sasaran.setdefault(baris.indikator.sasaran_id, baris.indikator.sasaran)
        per_sasaran.setdefault(baris.indikator.sasaran_id, []).append(_compute(baris, terpakai, elemen, kebijakan))
    if is_sebagian:
        hasil = tuple(HasilSasaran(sasaran[pk], tuple(d), TANPA_REKAP, None) for pk, d in per_sasaran.items())
        organisasi, kategori = TANPA_REKAP, None
    else:
        hasil = tuple(
            HasilSasaran(sasaran[pk], tuple(anggota), *compute_sasaran([h.capaian for h in anggota], kebijakan))
            for pk, anggota in per_sasaran.items()
        )
        organisasi, kategori = compute_organisasi([s.rekap for s in hasil], kebijakan)
    return HasilPengukuran(
        satker=bahan.satker,
        tahun=bahan.tahun,
        triwulan=daftar.triwulan,
        perjanjian=daftar.perjanjian,
        kebijakan=kebijakan,
        sasaran=hasil,
        organisasi=organisasi,
        kategori=kategori,
        elemen=elemen,
        catatan=daftar.catatan,
    )


def daftar_nama(daftar: Sequence[BarisTarget]) -> set[str]:
    """What the formulas of the indicators name."""
    return {nama for b in daftar for nama in daftar_nama_rumus(b.indikator)}


def daftar_nama_rumus(indikator: Indikator) -> tuple[str, ...]:
    """The names in the formula of an indicator; of a predicate or a date it is the element itself."""
    if indikator.arah in (Arah.ORDINAL.value, Arah.TENGGAT.value):
        return (indikator.rumus,)
    try:
        return parse_rumus(indikator.rumus).elemen
    except RumusTidakSah:
        return ()


def _compute(baris: BarisTarget, bahan: Bahan, elemen: Mapping[str, Nilai], kebijakan: Kebijakan) -> HasilIndikator:
    """One indicator; whatever is wrong with its formula or its target is said instead of a figure."""
    acuan = build_fakta_indikator(baris.indikator, sasaran=baris.indikator.sasaran.kode)
    try:
        realisasi = _measure(acuan, bahan, elemen)
        target = parse_target(baris.target, acuan) if baris.target else None
    except RumusTidakSah as galat:
        return _tanpa_hasil(baris, acuan, f"Rumus “{acuan.rumus}” tidak terbaca: {galat}")
    except TargetTidakTerbacaError as galat:
        return _tanpa_hasil(baris, acuan, f"Target “{baris.target}” tidak terbaca; diharapkan {galat.diharapkan}.")
    if target is None:
        capaian = build_tanpa_target(baris.status_tanpa_target, baris.catatan)
    else:
        capaian = compute_capaian_indikator(acuan, target, realisasi, kebijakan)
    return HasilIndikator(baris.indikator, acuan, baris.target, target, baris.catatan, realisasi, capaian)


def _measure(acuan: fakta.Indikator, bahan: Bahan, elemen: Mapping[str, Nilai]) -> Realisasi:
    if acuan.arah in (Arah.ORDINAL, Arah.TENGGAT) and acuan.rumus not in elemen:
        alasan = f"Elemen {acuan.rumus} belum disusun untuk tahun ini."
        return Realisasi(Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan))
    return measure_realisasi(acuan, bahan.daftar_fakta, elemen)


def _tanpa_hasil(baris: BarisTarget, acuan: fakta.Indikator, alasan: str) -> HasilIndikator:
    realisasi = Realisasi(Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan))
    capaian = build_tanpa_target(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan)
    return HasilIndikator(baris.indikator, acuan, baris.target, None, alasan, realisasi, capaian)
