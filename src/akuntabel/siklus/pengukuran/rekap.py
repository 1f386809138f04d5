"""Annual values of the offices and their sums along the tree, written with the change that causes them (ADR 0016)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.models.rekap import SATUAN_URUT, SILSILAH_ORGANISASI, NilaiTahunan, RekapTahunan
from akuntabel.siklus.pengukuran.rekap_jumlah import KOSONG, Jumlah
from akuntabel.siklus.pengukuran.rekap_simpan import (
    NilaiTerkunci,
    add_rekap,
    lock_nilai,
    make_rekap,
    save_nilai,
)

__all__ = ["SILSILAH_ORGANISASI", "HasilIndikatorSatker", "move_rekap", "write_nilai_tahunan"]

Kunci = tuple[int, UUID]  # year and silsilah
_TERBESAR = 2**63 - 1  # of a bigint


@dataclass(frozen=True, slots=True)
class HasilIndikatorSatker:
    """What one indicator of an office came to in a year: the line of it that is kept and added up.

    nilai: the realisasi as a figure; capaian: the limited one; both unrounded, None where there is none. pembilang,
    penyebut: both, or neither where the formula is no ratio; pembilang ÷ penyebut × pengali is nilai.
    """

    silsilah: UUID
    kode: str
    status: StatusNilai
    nilai: Decimal | None = None
    capaian: Decimal | None = None
    kategori: str = ""
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    pengali: Decimal = Decimal(1)

    def __post_init__(self) -> None:
        if (self.pembilang is None) != (self.penyebut is None):
            raise ValueError(f"{self.kode}: pembilang {self.pembilang} with penyebut {self.penyebut}")


@transaction.atomic(savepoint=False)
def write_nilai_tahunan(
    satker: Satker,
    tahun: int,
    daftar: Sequence[HasilIndikatorSatker],
    *,
    is_lengkap: bool = False,
    terkunci: NilaiTerkunci | None = None,
) -> None:
    """Keep what the indicators came to, and carry the difference up to the root of the tree.

    is_lengkap: the list is all that the office answers for in the year; what it does not name is taken out. Writing
    the same twice changes nothing. terkunci: what is kept, where the caller has read it under the lock. Call it last in
    a transaction: until its end others wait at the sums of the nation.
    """
    if not daftar and not is_lengkap:
        return
    terkunci = terkunci or lock_nilai(satker, tahun)
    daftar_id = daftar_simpul(terkunci.jalur)
    disebut = {h.silsilah for h in daftar}
    lama = {s: build_hasil(n) for s, n in terkunci.nilai.items() if is_lengkap or s in disebut}
    berubah = {h.silsilah: h for h in daftar if lama.get(h.silsilah) != h}
    hilang = lama.keys() - disebut
    if berubah:
        save_nilai([_nilai(satker, tahun, h) for h in berubah.values()])
    if hilang:
        NilaiTahunan.objects.filter(satker=satker, tahun=tahun, silsilah__in=hilang).delete()
    make_rekap(daftar_id, tahun, berubah.keys() - lama.keys())
    kini = {silsilah: Jumlah.of(h) for silsilah, h in berubah.items()}
    dahulu = {silsilah: Jumlah.of(h) for silsilah, h in lama.items() if silsilah in kini or silsilah in hilang}
    _add_rekap(daftar_id, tahun, {s: kini.get(s, KOSONG) - dahulu.get(s, KOSONG) for s in kini | dahulu})


def move_rekap(satker: Satker, *, lama: str, baru: str) -> None:
    """An office went elsewhere: its sums leave the offices above its old place and join those above the new one.

    lama, baru: its paths. In the transaction of the move.
    """
    dari, ke = set(daftar_simpul(lama)), set(daftar_simpul(baru))
    per_tahun: dict[int, dict[UUID, Jumlah]] = {}
    for r in RekapTahunan.objects.filter(simpul=satker).order_by("tahun"):
        per_tahun.setdefault(r.tahun, {})[r.silsilah] = Jumlah.of_rekap(r)
    for tahun, bawaan in per_tahun.items():
        make_rekap(ke - dari, tahun, bawaan.keys())
        _add_rekap(dari - ke, tahun, {silsilah: -jumlah for silsilah, jumlah in bawaan.items()})
        _add_rekap(ke - dari, tahun, bawaan)


def daftar_simpul(jalur: str) -> list[int]:
    """The offices on a path, from the root to the office itself."""
    return [int(langkah) for langkah in jalur.strip("/").split("/")]


def build_urut(capaian: Decimal | None) -> int | None:
    """The capaian in millionths, cut off: what is alike in six digits is one in the order."""
    if capaian is None:
        return None
    return max(-_TERBESAR, min(_TERBESAR, int(capaian.scaleb(SATUAN_URUT))))


def _add_rekap(daftar_id: Collection[int], tahun: int, selisih: Mapping[UUID, Jumlah]) -> None:
    """Add to the sums of these offices; their rows are there."""
    berubah = {silsilah: jumlah for silsilah, jumlah in selisih.items() if jumlah != KOSONG}
    if not berubah or not daftar_id:
        return
    if add_rekap(daftar_id, tahun, berubah) != len(daftar_id) * len(berubah):
        raise RuntimeError("rows of RekapTahunan are missing; run rebuild_rekap")


def _nilai(satker: Satker, tahun: int, h: HasilIndikatorSatker) -> NilaiTahunan:
    """The line as a row."""
    return NilaiTahunan(
        satker=satker,
        tahun=tahun,
        silsilah=h.silsilah,
        kode=h.kode,
        status=h.status.value,
        nilai=h.nilai,
        capaian=h.capaian,
        urut_capaian=build_urut(h.capaian),
        kategori=h.kategori,
        pembilang=h.pembilang,
        penyebut=h.penyebut,
        pengali=h.pengali,
        dihitung_pada=timezone.now(),
    )


def build_hasil(n: NilaiTahunan) -> HasilIndikatorSatker:
    """The row as it was written."""
    return HasilIndikatorSatker(
        n.silsilah,
        n.kode,
        StatusNilai(n.status),
        n.nilai,
        n.capaian,
        n.kategori,
        n.pembilang,
        n.penyebut,
        n.pengali,
    )
