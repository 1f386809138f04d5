"""How the budget is carried out: months against halaman III, quarters against their targets, IKPA."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from akuntabel.core.calc.agregat import Agregat, mean_nilai
from akuntabel.core.calc.anggaran import compute_serapan
from akuntabel.core.calc.ikpa import ButirIkpa, HasilIkpa, compute_ikpa, compute_nilai_revisi
from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.kebijakan import Pita
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.penarikan import (
    NilaiDeviasi,
    PenarikanJenis,
    SerapanJenis,
    compute_deviasi_bulan,
    compute_nilai_deviasi,
    compute_serapan_triwulan,
)
from akuntabel.core.calc.skala import classify
from akuntabel.core.fakta.anggaran import JenisRevisi
from akuntabel.core.regulasi import load_skala
from akuntabel.core.regulasi.ikpa import AturanIkpa, find_aturan_ikpa
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.anggaran.berlaku import daftar_pos, daftar_revisi_ditetapkan, find_versi_berlaku
from akuntabel.siklus.anggaran.models import (
    KEWENANGAN_KPA,
    NilaiIkpa,
    RealisasiBulanan,
    RencanaPenarikan,
    VersiAnggaran,
)
from akuntabel.siklus.organisasi.models import Satker

BULAN_SETAHUN = range(1, 13)
_SKALA_IKPA = "ikpa"
_RENCANA = KueriTetap(lambda s, t: RencanaPenarikan.objects.filter(satker=s, tahun=t).order_by("bulan"), 1, 2020)
_NILAI = KueriTetap(lambda s, t: NilaiIkpa.objects.filter(satker=s, tahun=t).order_by("bulan"), 1, 2020)


@dataclass(frozen=True, slots=True)
class BahanPelaksanaan:
    """What is known of a year, by kind of spending ("" where that is not known), whole rupiah.

    pagu: without what is blocked. realisasi: of the months that are known. kumulatif: until the end of a month, from a
    version that says so, for months before which something is missing.
    """

    pagu: Mapping[str, int]
    rencana: Mapping[int, Mapping[str, int]]
    realisasi: Mapping[int, Mapping[str, int]]
    kumulatif: Mapping[int, Mapping[str, int]]

    @property
    def bulan_terakhir(self) -> int:
        """The last month of which anything is known; 0 when nothing is."""
        return max([*self.realisasi, *self.kumulatif], default=0)

    @property
    def daftar_jenis(self) -> tuple[str, ...]:
        """The kinds of spending that occur, in the order of their codes."""
        semua = {*self.pagu, *(j for isi in (*self.rencana.values(), *self.realisasi.values()) for j in isi)}
        return tuple(sorted(semua, key=lambda j: (not j, j)))

    def sum_sampai(self, bulan: int, jenis: str | None = None) -> int | None:
        """What was spent until the end of a month, of one kind or of all; None while a month before it is missing."""
        if all(b in self.realisasi for b in range(1, bulan + 1)):
            isi = [self.realisasi[b] for b in range(1, bulan + 1)]
        elif bulan in self.kumulatif:
            isi = [self.kumulatif[bulan]]
        else:
            return None
        return sum(v for i in isi for j, v in i.items() if jenis in (None, j))


@dataclass(frozen=True, slots=True)
class BarisBulan:
    """A month: plan, spending and both until its end, and the deviation. None: not known."""

    bulan: int
    rencana: int
    realisasi: int | None
    rencana_kumulatif: int
    realisasi_kumulatif: int | None
    serapan: Nilai
    deviasi: Agregat | None


@dataclass(frozen=True, slots=True)
class BarisTriwulan:
    """A quarter: what was spent until its end, as a part of the pagu, and against its target. None: no rule known."""

    triwulan: int
    realisasi: int | None
    serapan: Nilai
    nilai: Agregat | None


@dataclass(frozen=True, slots=True)
class HasilPelaksanaan:
    """The year so far. aturan None: no rule of IKPA is known for the year; what needs it is then left out."""

    aturan: AturanIkpa | None
    bahan: BahanPelaksanaan
    daftar_bulan: tuple[BarisBulan, ...]
    daftar_triwulan: tuple[BarisTriwulan, ...]
    deviasi: NilaiDeviasi | None
    serapan: Agregat | None
    daftar_ikpa: tuple[ButirIkpa, ...]
    ikpa: HasilIkpa | None
    kategori: Pita | None


def compute_pelaksanaan(satker: Satker, tahun: int) -> HasilPelaksanaan:
    """Everything that follows from plan, spending and revisions of a year, and what the treasury says besides."""
    bahan = read_bahan(satker, tahun)
    aturan = find_aturan_ikpa(tahun)
    bulan = tuple(_compute_bulan(b, bahan, aturan) for b in BULAN_SETAHUN)
    triwulan = tuple(_compute_triwulan(t, bahan, aturan) for t in (1, 2, 3, 4))
    deviasi = _compute_deviasi(bulan, bahan, aturan)
    nilai_triwulan = [t.nilai.nilai for t in triwulan if t.nilai and t.triwulan * 3 <= bahan.bulan_terakhir]
    serapan = mean_nilai(nilai_triwulan) if aturan and aturan.target_serapan else None
    if aturan is None:
        return HasilPelaksanaan(None, bahan, bulan, triwulan, None, None, (), None, None)
    hitungan = {
        "revisi": _compute_revisi(satker, tahun, bahan.bulan_terakhir, aturan),
        "deviasi": deviasi.nilai if deviasi else _belum("Rumus tahun ini belum ada dalam data peraturan."),
        "serapan": serapan.nilai if serapan else _belum("Target tahun ini belum ada dalam data peraturan."),
    }
    butir = _build_butir(aturan, hitungan, _read_nilai(satker, tahun))
    ikpa = compute_ikpa(butir)
    kategori = classify(ikpa.nilai.angka, load_skala(_SKALA_IKPA)) if ikpa.nilai.angka is not None else None
    return HasilPelaksanaan(aturan, bahan, bulan, triwulan, deviasi, serapan, butir, ikpa, kategori)


def read_bahan(satker: Satker, tahun: int) -> BahanPelaksanaan:
    """The sums that everything here is computed from; a fixed number of queries, whatever the size of the budget."""
    versi = find_versi_berlaku(satker, tahun)
    pagu: dict[str, int] = {}
    for pos in daftar_pos(versi) if versi else ():
        pagu[pos.jenis_belanja] = pagu.get(pos.jenis_belanja, 0) + pos.pagu - pos.blokir
    rencana: dict[int, dict[str, int]] = {}
    for r in _RENCANA(satker.pk, tahun):
        rencana.setdefault(r.bulan, {})[r.jenis_belanja] = r.jumlah
    realisasi: dict[int, dict[str, int]] = {}
    jumlah = RealisasiBulanan.objects.filter(satker=satker, tahun=tahun).values_list("bulan", "jenis_belanja")
    for bulan, jenis, nilai in jumlah.annotate(nilai=Sum("jumlah")).order_by("bulan", "jenis_belanja"):
        realisasi.setdefault(bulan, {})[jenis] = nilai
    return BahanPelaksanaan(dict(sorted(pagu.items())), rencana, realisasi, _read_kumulatif(satker, tahun))


def _read_kumulatif(satker: Satker, tahun: int) -> dict[int, dict[str, int]]:
    """Spending until a month as the last version with that month says it, where it is known of every line."""
    daftar = VersiAnggaran.objects.filter(
        satker=satker, tahun=tahun, bulan__isnull=False, total_realisasi__isnull=False
    )
    terakhir = {v.pk: v.bulan for v in {v.bulan: v for v in daftar.diambil().reverse()}.values()}
    hasil: dict[int, dict[str, int]] = {}
    pos = VersiAnggaran.objects.filter(pk__in=terakhir).values_list("pk", "daftar_pos__jenis_belanja")
    for versi, jenis, nilai in pos.annotate(nilai=Sum("daftar_pos__realisasi")).order_by("pk"):
        if jenis is not None and nilai is not None:
            hasil.setdefault(terakhir[versi] or 0, {})[jenis] = nilai
    return hasil


def _compute_bulan(bulan: int, bahan: BahanPelaksanaan, aturan: AturanIkpa | None) -> BarisBulan:
    rencana = bahan.rencana.get(bulan, {})
    realisasi = bahan.realisasi.get(bulan)
    kumulatif = bahan.sum_sampai(bulan)
    jenis = [
        PenarikanJenis(j, bahan.pagu.get(j, 0), rencana.get(j, 0), None if realisasi is None else realisasi.get(j, 0))
        for j in bahan.daftar_jenis
    ]
    is_dihitung = aturan is not None and aturan.cara_deviasi is not None and bulan <= (aturan.bulan_deviasi or 12)
    return BarisBulan(
        bulan=bulan,
        rencana=sum(rencana.values()),
        realisasi=None if realisasi is None else sum(realisasi.values()),
        rencana_kumulatif=sum(v for b in range(1, bulan + 1) for v in bahan.rencana.get(b, {}).values()),
        realisasi_kumulatif=kumulatif,
        serapan=compute_serapan(sum(bahan.pagu.values()), kumulatif),
        deviasi=compute_deviasi_bulan(jenis, aturan.cara_deviasi)
        if is_dihitung and aturan and aturan.cara_deviasi
        else None,
    )


def _compute_triwulan(triwulan: int, bahan: BahanPelaksanaan, aturan: AturanIkpa | None) -> BarisTriwulan:
    bulan = triwulan * 3
    realisasi = bahan.sum_sampai(bulan)
    nilai = None
    if aturan is not None and aturan.target_serapan:
        nilai = compute_serapan_triwulan(
            [
                SerapanJenis(j, pagu, aturan.target_serapan[j][triwulan - 1], bahan.sum_sampai(bulan, j))
                for j, pagu in bahan.pagu.items()
                if j in aturan.target_serapan
            ]
        )
    return BarisTriwulan(triwulan, realisasi, compute_serapan(sum(bahan.pagu.values()), realisasi), nilai)


def _compute_deviasi(
    daftar: Sequence[BarisBulan], bahan: BahanPelaksanaan, aturan: AturanIkpa | None
) -> NilaiDeviasi | None:
    if aturan is None or aturan.toleransi_deviasi is None or not bahan.rencana:
        return None
    sampai = [b.deviasi.nilai for b in daftar if b.deviasi and b.bulan <= bahan.bulan_terakhir]
    return compute_nilai_deviasi(sampai, aturan.toleransi_deviasi)


def _compute_revisi(satker: Satker, tahun: int, sampai: int, aturan: AturanIkpa) -> Nilai:
    """Revisions with fixed pagu that the ministry of finance approved, in each period that has begun."""
    if aturan.periode_revisi is None:
        return _belum("Aturan revisi tahun ini belum ada dalam data peraturan.")
    daftar = daftar_revisi_ditetapkan(satker, tahun)
    if not daftar:
        return _belum("Belum ada DIPA dalam buku revisi. Catat DIPA awal dan revisinya.")
    dihitung = [r for r in daftar if r.jenis == JenisRevisi.PAGU_TETAP and r.kewenangan != KEWENANGAN_KPA]
    tanpa_hari = [r.nomor for r in dihitung if r.tanggal is None]
    if tanpa_hari:
        nomor = ", ".join(map(str, tanpa_hari))
        return _belum(f"Revisi nomor {nomor} tanpa tanggal pengesahan, sehingga periodenya tidak diketahui.")
    hari = [r.tanggal for r in dihitung if r.tanggal is not None and r.tanggal.year == tahun]
    terakhir = max([sampai, 1, *(h.month for h in hari)])
    periode = range(0, terakhir, aturan.periode_revisi)
    return compute_nilai_revisi(
        [sum(1 for h in hari if p < h.month <= p + (aturan.periode_revisi or 12)) for p in periode]
    )


def _read_nilai(satker: Satker, tahun: int) -> dict[str, NilaiIkpa]:
    """What the treasury said last of each indicator."""
    return {n.indikator: n for n in _NILAI(satker.pk, tahun)}


def _build_butir(
    aturan: AturanIkpa, hitungan: Mapping[str, Nilai], dicatat: Mapping[str, NilaiIkpa]
) -> tuple[ButirIkpa, ...]:
    """What is computed here goes before what was read off elsewhere: it can be traced."""
    return tuple(
        ButirIkpa(i.id, i.nama, i.bobot, _pick_nilai(hitungan.get(i.id), dicatat.get(i.id)), i.is_pengurang)
        for i in aturan.indikator
    )


def _pick_nilai(hitungan: Nilai | None, dicatat: NilaiIkpa | None) -> Nilai:
    if dicatat is None or (hitungan is not None and hitungan.is_counted):
        return hitungan or _belum("Dihitung oleh KPPN. Catat nilainya dari OM-SPAN bila sudah ada.")
    angka = Decimal(dicatat.nilai)
    operan = Operan(f"nilai s.d. bulan {dicatat.bulan}", f"{angka:f}", sumber=dicatat.sumber)
    return Nilai.of(angka, Jejak("dicatat dari OM-SPAN", (operan,), f"{angka:f}"))


def _belum(alasan: str) -> Nilai:
    return Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, alasan)
