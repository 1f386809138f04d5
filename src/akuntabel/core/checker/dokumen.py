"""A document as the rules see it: its tables by kind, found once, and the count of figures that were recomputed."""

import re
from functools import cached_property

from akuntabel.core.checker.tabel import (
    RangkaiAnggaran,
    RangkaiKinerja,
    TabelPerjanjian,
    TabelRevisi,
    daftar_rangkai_anggaran,
    daftar_rangkai_kinerja,
    find_tabel_perjanjian,
    find_tabel_revisi,
)
from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca, ParagrafTerbaca, TabelTerbaca

_TAHUN_LAPORAN = re.compile(r"\btahun\s+(?:anggaran\s+)?(20\d\d)\b", re.IGNORECASE)


class Dokumen:
    """What a rule is given. Rules read it, and say with :meth:`tandai` which figures they recomputed."""

    def __init__(self, naskah: NaskahTerbaca) -> None:
        self.naskah = naskah
        self._diperiksa: set[Letak] = set()

    def tandai(self, *letak: Letak) -> None:
        """These figures were recomputed, whether they held or not."""
        self._diperiksa.update(letak)

    @property
    def angka_diperiksa(self) -> int:
        """How many different figures some rule recomputed: silence is not blindness."""
        return len(self._diperiksa)

    @property
    def daftar_tabel(self) -> tuple[TabelTerbaca, ...]:
        """All tables in order."""
        return self.naskah.daftar_tabel

    @property
    def daftar_paragraf(self) -> tuple[ParagrafTerbaca, ...]:
        """All paragraphs in order, headings and captions among them."""
        return self.naskah.daftar_paragraf

    @cached_property
    def daftar_kinerja(self) -> tuple[RangkaiKinerja, ...]:
        """Target, realisasi and capaian that belong together."""
        return tuple(r for t in self.daftar_tabel for r in daftar_rangkai_kinerja(t))

    @cached_property
    def daftar_anggaran(self) -> tuple[RangkaiAnggaran, ...]:
        """Pagu and realisasi that belong together, of tables that are no performance table."""
        return tuple(r for t in self.daftar_tabel for r in daftar_rangkai_anggaran(t))

    @cached_property
    def daftar_revisi(self) -> tuple[TabelRevisi, ...]:
        """Tables of a ceiling before and after."""
        return tuple(r for t in self.daftar_tabel if (r := find_tabel_revisi(t)) is not None)

    @cached_property
    def perjanjian(self) -> TabelPerjanjian | None:
        """The table of the agreement: the first with indikator and target and nothing measured."""
        return next((p for t in self.daftar_tabel if (p := find_tabel_perjanjian(t)) is not None), None)

    @cached_property
    def tahun(self) -> int | None:
        """The year reported on: the one named most in the first paragraphs."""
        tahun = [int(t) for p in self.daftar_paragraf[:40] for t in _TAHUN_LAPORAN.findall(p.teks)]
        return max(set(tahun), key=tahun.count) if tahun else None
