"""What follows from the facts of a year: capaian, roll-up, budget. Computed once, read by every door."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from akuntabel.core.calc.agregat import Agregat
from akuntabel.core.calc.anggaran import (
    BarisAnggaran,
    PosAnggaran,
    TotalAnggaran,
    compute_total_anggaran,
    rollup_anggaran,
)
from akuntabel.core.calc.capaian import Capaian, Realisasi, Target, compute_capaian
from akuntabel.core.calc.kebijakan import Arah, Kebijakan, Pita
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.rekap import compute_rekap
from akuntabel.core.calc.revisi import Ketidakcocokan, Revisi, check_rantai
from akuntabel.core.calc.rumus import compute_rumus, parse_rumus
from akuntabel.core.calc.skala import classify
from akuntabel.core.fakta.anggaran import KodeAnggaran, MemuatAnggaran, RevisiDipa
from akuntabel.core.fakta.elemen import build_elemen
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.pengukuran import Fakta
from akuntabel.core.fakta.perencanaan import Indikator, Sasaran, SumberRealisasi
from akuntabel.core.fakta.target import parse_target
from akuntabel.core.regulasi import load_kebijakan, load_predikat

MENUNGGU_INDUK = "menunggu nilai dari satker di atas"


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """An indicator with what was promised, what was reached and how far that is."""

    indikator: Indikator
    target: Target
    realisasi: Realisasi
    capaian: Capaian


@dataclass(frozen=True, slots=True)
class HasilSasaran:
    """A sasaran with its indicators rolled up by the policy."""

    sasaran: Sasaran
    indikator: tuple[HasilIndikator, ...]
    rekap: Agregat
    kategori: Pita | None


@dataclass(frozen=True, slots=True)
class BarisBerkode:
    """A line of the budget with its official name."""

    kode: KodeAnggaran
    baris: BarisAnggaran


@dataclass(frozen=True, slots=True)
class HasilAnggaran:
    """The budget tree, its totals per source of funds and over all, and the chain of revisions.

    revisi: each with its signed difference; ketidakcocokan: where the chain breaks, its details do not add up or
    its end is not the sum of the leaves; beda_pagu: that last difference in rupiah, shown and never hidden.
    """

    baris: tuple[BarisBerkode, ...]
    total: TotalAnggaran
    revisi: tuple[tuple[RevisiDipa, int | None], ...]
    ketidakcocokan: tuple[Ketidakcocokan, ...]
    beda_pagu: int | None


@dataclass(frozen=True, slots=True)
class HasilTahun:
    """Everything derived from one FaktaTahun under one policy."""

    fakta: FaktaTahun
    kebijakan: Kebijakan
    elemen: Mapping[str, Nilai]
    sasaran: tuple[HasilSasaran, ...]
    organisasi: Agregat
    kategori: Pita | None
    anggaran: HasilAnggaran

    @property
    def indikator(self) -> tuple[HasilIndikator, ...]:
        """All indicators in the order of the agreement."""
        return tuple(i for s in self.sasaran for i in s.indikator)

    def find_indikator(self, kode: str) -> HasilIndikator | None:
        """The result of one indicator."""
        return next((i for i in self.indikator if i.indikator.kode == kode), None)


def compute_hasil(fakta: FaktaTahun, kebijakan: str | None = None) -> HasilTahun:
    """Everything that follows from the facts, under the report's policy or the one named.

    Raises RegulasiTidakDikenal for an unknown policy.
    """
    aturan = load_kebijakan(kebijakan or fakta.laporan.kebijakan)
    elemen = build_elemen(fakta)
    target = _daftar_target(fakta)
    hasil = [
        _compute_indikator(i, parse_target(target[i.kode], i), fakta, elemen, aturan) for i in fakta.daftar_indikator
    ]
    daftar_sasaran = tuple(
        HasilSasaran(s, anggota, *compute_sasaran([h.capaian for h in anggota], aturan))
        for s in fakta.daftar_sasaran
        for anggota in [tuple(h for h in hasil if h.indikator.sasaran == s.kode)]
    )
    organisasi, kategori = compute_organisasi([s.rekap for s in daftar_sasaran], aturan)
    return HasilTahun(
        fakta=fakta,
        kebijakan=aturan,
        elemen=elemen,
        sasaran=daftar_sasaran,
        organisasi=organisasi,
        kategori=kategori,
        anggaran=compute_hasil_anggaran(fakta),
    )


def _daftar_target(fakta: FaktaTahun) -> dict[str, str]:
    """What the agreement in force promises, by code of the indicator."""
    perjanjian = fakta.perjanjian_berlaku
    return {
        t.indikator: t.target for t in fakta.daftar_perjanjian_target if perjanjian and t.perjanjian == perjanjian.kode
    }


def _compute_indikator(
    indikator: Indikator, target: Target, fakta: FaktaTahun, elemen: Mapping[str, Nilai], aturan: Kebijakan
) -> HasilIndikator:
    realisasi = measure_realisasi(indikator, fakta.daftar_fakta, elemen)
    return HasilIndikator(indikator, target, realisasi, compute_capaian_indikator(indikator, target, realisasi, aturan))


def compute_capaian_indikator(indikator: Indikator, target: Target, realisasi: Realisasi, aturan: Kebijakan) -> Capaian:
    """How far one indicator came, by its polarity and its order of predicates."""
    predikat = load_predikat(indikator.predikat) if indikator.predikat else None
    return compute_capaian(indikator.arah, target, realisasi, aturan, predikat=predikat)


def measure_realisasi(indikator: Indikator, daftar_fakta: Iterable[Fakta], elemen: Mapping[str, Nilai]) -> Realisasi:
    """The realisasi: a formula over elements; a predicate or a date is the fact itself.

    What an office above measures is awaited as long as nobody has written it down.
    """
    is_langsung = indikator.arah in (Arah.ORDINAL, Arah.TENGGAT)
    nama = (indikator.rumus,) if is_langsung else parse_rumus(indikator.rumus).elemen
    daftar = [f for f in daftar_fakta if f.elemen in {n.partition(".")[0] for n in nama}]
    if indikator.sumber_realisasi is SumberRealisasi.INDUK and not daftar:
        return Realisasi(Nilai.absent(StatusNilai.MENUNGGU_RILIS, MENUNGGU_INDUK))
    if not is_langsung:
        return Realisasi(compute_rumus(parse_rumus(indikator.rumus), elemen))
    terakhir = max(daftar, key=lambda f: f.periode, default=None)
    nilai = elemen[indikator.rumus]
    if terakhir is None or not nilai.is_counted:
        return Realisasi(nilai)
    return Realisasi(nilai, predikat=terakhir.predikat or "", skor=terakhir.nilai, tanggal=terakhir.tanggal)


def build_tanpa_target(status: StatusNilai, alasan: str) -> Capaian:
    """The capaian of an indicator that has nothing to be held against, and why."""
    nilai = Nilai.absent(status, alasan)
    return Capaian(nilai, nilai, None, None)


def compute_sasaran(daftar: Sequence[Capaian], aturan: Kebijakan) -> tuple[Agregat, Pita | None]:
    """A sasaran by its indicators: the roll-up of their limited capaian, and its band."""
    rekap = compute_rekap(aturan.rekap_sasaran, [c.terbatas for c in daftar])
    return rekap, _kategori(rekap.nilai, aturan)


def compute_organisasi(daftar: Sequence[Agregat], aturan: Kebijakan) -> tuple[Agregat, Pita | None]:
    """The office by its sasaran."""
    rekap = compute_rekap(aturan.rekap_organisasi, [s.nilai for s in daftar])
    return rekap, _kategori(rekap.nilai, aturan)


def _kategori(nilai: Nilai, aturan: Kebijakan) -> Pita | None:
    return classify(nilai.angka, aturan.skala) if nilai.angka is not None else None


def compute_hasil_anggaran(fakta: MemuatAnggaran) -> HasilAnggaran:
    """The budget of the year; parents, totals and differences are computed, only leaves are facts."""
    kode = {k.kode: k for k in fakta.daftar_kode_anggaran}
    daun = [PosAnggaran(a.kode, kode[a.kode].induk, a.sumber_dana, a.pagu, a.realisasi) for a in fakta.daftar_anggaran]
    baris = rollup_anggaran(daun, {k.kode: k.induk for k in fakta.daftar_kode_anggaran})
    total = compute_total_anggaran(daun)
    revisi = tuple(sorted(fakta.daftar_revisi, key=lambda r: r.nomor))
    rantai = tuple(
        Revisi(r.nomor, r.semula, r.menjadi, tuple((d.kode, d.selisih) for d in rincian))
        for r in revisi
        for rincian in [[d for d in fakta.daftar_rincian_revisi if d.nomor == r.nomor]]
    )
    return HasilAnggaran(
        baris=tuple(BarisBerkode(kode[b.kode], b) for b in baris),
        total=total,
        revisi=tuple((r, mata.selisih) for r, mata in zip(revisi, rantai, strict=True)),
        ketidakcocokan=check_rantai(rantai, total.semua.pagu) if rantai else (),
        beda_pagu=revisi[-1].menjadi - total.semua.pagu if revisi else None,
    )
