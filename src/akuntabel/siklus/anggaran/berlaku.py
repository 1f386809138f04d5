"""What holds now: the version of the budget that was taken last, its lines by code of the catalogue, the ledger."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from akuntabel.core.fakta.anggaran import (
    Anggaran,
    JenisRevisi,
    KodeAnggaran,
    TingkatAnggaran,
)
from akuntabel.core.fakta.anggaran import RevisiDipa as FaktaRevisi
from akuntabel.core.fakta.anggaran import RincianRevisi as FaktaRincian
from akuntabel.platform.kueri import BarisTetap, KueriTetap
from akuntabel.siklus.anggaran.models import PosAnggaran, RevisiDipa, RincianRevisi, StatusRevisi, VersiAnggaran
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku, daftar_pagu_berlaku
from akuntabel.siklus.perencanaan.models import KodeReferensi, SasaranAnggaran

TANPA_NAMA = "(tidak ada dalam katalog kode)"


@dataclass(frozen=True, slots=True)
class IsiAnggaran:
    """The budget of an office-year as facts: the part of FaktaTahun that the core computes a budget from."""

    daftar_kode_anggaran: tuple[KodeAnggaran, ...]
    daftar_anggaran: tuple[Anggaran, ...]
    daftar_revisi: tuple[FaktaRevisi, ...]
    daftar_rincian_revisi: tuple[FaktaRincian, ...]


_VERSI = KueriTetap(lambda s, t: VersiAnggaran.objects.filter(satker=s, tahun=t).diambil()[:1], 1, 2020)
_POS = KueriTetap(lambda versi: PosAnggaran.objects.filter(versi=versi).order_by("urut", "pk"), 1)
_REVISI = KueriTetap(
    lambda s, t: RevisiDipa.objects.filter(satker=s, tahun=t, status=StatusRevisi.DITETAPKAN).order_by("nomor"),
    1,
    2020,
)
_RINCIAN = BarisTetap(
    lambda s, t: (
        RincianRevisi.objects.filter(revisi__satker=s, revisi__tahun=t, revisi__status=StatusRevisi.DITETAPKAN)
        .order_by("urut", "pk")
        .values_list("revisi__nomor", "kode", "sumber_dana", "selisih")
    ),
    1,
    2020,
)
_KAIT = BarisTetap(
    lambda s, t: SasaranAnggaran.objects.filter(satker=s, tahun=t).order_by("urut", "pk").values_list("kode"), 1, 2020
)


def find_versi_berlaku(satker: Satker, tahun: int) -> VersiAnggaran | None:
    """The version that was taken last."""
    return _VERSI.first(satker.pk, tahun)


def daftar_pos(versi: VersiAnggaran) -> list[PosAnggaran]:
    """Its sums by code of the catalogue, in the order of the file."""
    return _POS(versi.pk)


def daftar_revisi_ditetapkan(satker: Satker, tahun: int) -> list[RevisiDipa]:
    """The booked entries of the ledger in their order."""
    return _REVISI(satker.pk, tahun)


def read_rincian_ditetapkan(satker: Satker, tahun: int) -> tuple[FaktaRincian, ...]:
    """The details of the booked entries in their order."""
    return tuple(FaktaRincian(*isi) for isi in _RINCIAN(satker.pk, tahun))


def read_anggaran(satker: Satker, tahun: int) -> IsiAnggaran:
    """The budget in force and the booked ledger.

    An office that has taken no version yet has the pagu that its planner wrote down, without realisasi.
    """
    versi = find_versi_berlaku(satker, tahun)
    anggaran = build_daftar_anggaran(versi) if versi else _dari_pagu(satker, tahun)
    rincian = read_rincian_ditetapkan(satker, tahun)
    return IsiAnggaran(
        build_daftar_kode(satker, tahun, [a.kode for a in anggaran], [r.kode for r in rincian]),
        anggaran,
        build_daftar_revisi(daftar_revisi_ditetapkan(satker, tahun)),
        rincian,
    )


def build_daftar_anggaran(versi: VersiAnggaran) -> tuple[Anggaran, ...]:
    """The leaves of a taken version by code and source of funds; kinds of spending are added up."""
    hasil: dict[tuple[str, str], Anggaran] = {}
    for pos in daftar_pos(versi):
        kini = hasil.get((pos.kode, pos.sumber_dana))
        hasil[pos.kode, pos.sumber_dana] = _tambah(kini, pos) if kini else _anggaran(pos)
    return tuple(hasil.values())


def build_daftar_kode(satker: Satker, tahun: int, *daftar_dipakai: Iterable[str]) -> tuple[KodeAnggaran, ...]:
    """The office's own catalogue of the year, and of those above whatever the budget uses, parents first."""
    katalog = daftar_kode_berlaku(satker, tahun)
    kait = [kode for (kode,) in _KAIT(satker.pk, tahun)]
    asing: dict[str, KodeAnggaran] = {}
    dipakai: set[str] = set()
    for kode in (k for daftar in (*daftar_dipakai, kait) for k in daftar):
        if kode not in katalog:
            asing[kode] = KodeAnggaran(kode, TingkatAnggaran.OUTPUT, TANPA_NAMA)
        dipakai.update(_leluhur(kode, katalog))
    # A dict keeps the order of the offices, the highest first; the office's own codes keep that of its catalogue.
    return (
        *(build_kode(k) for k in katalog.values() if k.kode in dipakai and k.satker_id != satker.pk),
        *(build_kode(k) for k in katalog.values() if k.satker_id == satker.pk),
        *asing.values(),
    )


def build_kode(k: KodeReferensi) -> KodeAnggaran:
    """A row of the catalogue as a fact."""
    return KodeAnggaran(k.kode, TingkatAnggaran(k.tingkat), k.uraian, k.induk or None, k.satuan or None, k.sumber)


def build_daftar_revisi(daftar: Sequence[RevisiDipa]) -> tuple[FaktaRevisi, ...]:
    """Entries of the ledger as facts, those of a package in its order."""
    return tuple(
        FaktaRevisi(
            nomor=r.nomor,
            jenis=JenisRevisi(r.jenis),
            semula=r.semula,
            menjadi=r.menjadi,
            alasan=r.alasan,
            tanggal=r.tanggal,
            kewenangan=r.kewenangan or None,
            sumber=r.sumber,
        )
        for r in sorted(daftar, key=lambda r: (r.urut, r.nomor))
    )


def build_daftar_rincian(daftar: Iterable[RincianRevisi]) -> tuple[FaktaRincian, ...]:
    """Details of entries as facts."""
    return tuple(FaktaRincian(r.revisi.nomor, r.kode, r.sumber_dana, r.selisih) for r in daftar)


def _anggaran(pos: PosAnggaran) -> Anggaran:
    return Anggaran(
        kode=pos.kode,
        sumber_dana=pos.sumber_dana,
        pagu=pos.pagu,
        realisasi=pos.realisasi,
        batas_data=pos.batas_data,
        sumber=pos.sumber,
        bukti=pos.bukti or None,
    )


def _tambah(kini: Anggaran, pos: PosAnggaran) -> Anggaran:
    """What is unknown of a part is unknown of the whole."""
    realisasi = None if kini.realisasi is None or pos.realisasi is None else kini.realisasi + pos.realisasi
    return replace(kini, pagu=kini.pagu + pos.pagu, realisasi=realisasi)


def _dari_pagu(satker: Satker, tahun: int) -> tuple[Anggaran, ...]:
    return tuple(
        Anggaran(p.kode, p.sumber_dana, p.pagu, None, sumber=p.sumber)
        for p in daftar_pagu_berlaku(satker, tahun)
        if p.pagu
    )


def _leluhur(kode: str, katalog: Mapping[str, KodeReferensi]) -> set[str]:
    """The code and those above it, as far as the catalogue knows them."""
    hasil: set[str] = set()
    while kode in katalog and kode not in hasil:
        hasil.add(kode)
        kode = katalog[kode].induk
    return hasil
