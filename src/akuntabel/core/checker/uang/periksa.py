"""All tables of money of a document together: their equations, and the figures that must be wrong. Computed once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.checker.uang.persamaan import Dugaan, Jenis, Persamaan, find_dugaan
from akuntabel.core.checker.uang.persamaan_lintas import daftar_persamaan_lintas
from akuntabel.core.checker.uang.persamaan_revisi import daftar_rincian
from akuntabel.core.checker.uang.persamaan_tabel import Struktur, build_struktur, daftar_persamaan
from akuntabel.core.checker.uang.prosa import daftar_kalimat_uang
from akuntabel.core.checker.uang.tabel import TabelUang, build_tabel_anggaran, build_tabel_revisi, find_tabel_berjenjang
from akuntabel.core.naskah.terbaca import Letak


@dataclass(frozen=True)
class PeriksaUang:
    """The tables of money of a document with their structure, and every equation that their figures must satisfy."""

    struktur: tuple[Struktur, ...]
    persamaan: tuple[Persamaan, ...]

    @cached_property
    def dugaan(self) -> tuple[Dugaan, ...]:
        """The figures that must be wrong."""
        return find_dugaan(self.persamaan)

    def find_tabel(self, letak: Letak) -> Struktur | None:
        """The table in which a place stands."""
        return next((s for s in self.struktur if s.t.tabel.letak.blok == letak.blok), None)


@per_dokumen
def periksa_uang(dok: Dokumen) -> PeriksaUang:
    """The tables of money of a document."""
    revisi = [build_tabel_revisi(t) for t in dok.daftar_revisi]
    blok_revisi = {t.tabel.letak.blok for t in revisi}
    anggaran = [build_tabel_anggaran(t) for t in dok.daftar_anggaran if t.tabel.letak.blok not in blok_revisi]
    terbaca = {t.tabel.letak.blok for t in (*anggaran, *revisi)}
    lain = [t for t in dok.daftar_tabel if t.letak.blok not in terbaca]
    jenjang = [t for x in lain if (t := find_tabel_berjenjang(x)) is not None]
    struktur = tuple(build_struktur(t) for t in sorted((*anggaran, *revisi, *jenjang), key=_urutan))
    dalam = [p for s in struktur for p in (*daftar_persamaan(s), *daftar_rincian(s.t))]
    lintas = daftar_persamaan_lintas(struktur, dok.tahun)
    diakui = _daftar_uang_paragraf(dok)
    return PeriksaUang(struktur, (*dalam, *(p for p in lintas if not _is_diakui(p, diakui))))


def _urutan(t: TabelUang) -> int:
    return t.tabel.letak.blok


def _daftar_uang_paragraf(dok: Dokumen) -> Sequence[frozenset[int]]:
    """The large sums that each paragraph names."""
    per_blok: dict[int, set[int]] = {}
    for k, uang in daftar_kalimat_uang(dok):
        for u in uang:
            per_blok.setdefault(k.blok, set()).add(int(u.uang.nilai))
    return [frozenset(isi) for isi in per_blok.values() if len(isi) > 1]


def _is_diakui(p: Persamaan, diakui: Sequence[frozenset[int]]) -> bool:
    """Whether the report itself names both figures beside each other: a difference that is told is no error."""
    if p.holds(lambda u: u.nilai) or p.jenis not in (Jenis.TOTAL_LAIN, Jenis.POS_LAIN):
        return False
    dua = {int(p.hasil.nilai), int(sum(tanda * u.nilai for tanda, u in p.operan))}
    return any(dua <= isi for isi in diakui)
