"""A document as the rules see it: its tables by kind, found once, and the count of figures that were recomputed."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cached_property, wraps
from typing import Any, TypeVar

from akuntabel.core.checker.bacaan.bagian import Bagian, Judul, PetaBagian
from akuntabel.core.checker.bacaan.kata import PetaKata
from akuntabel.core.checker.bacaan.prosa import Kalimat, daftar_kalimat
from akuntabel.core.checker.bacaan.tabel import (
    RangkaiAnggaran,
    RangkaiKinerja,
    TabelPerjanjian,
    TabelRevisi,
    daftar_rangkai_anggaran,
    daftar_rangkai_kinerja,
    find_tabel_perjanjian,
    find_tabel_revisi,
)
from akuntabel.core.checker.pengecualian import Pengecualian
from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca, ParagrafTerbaca, TabelTerbaca

T = TypeVar("T")
_SATKER = re.compile(
    r"\b(?:Komisi Pemilihan Umum|KPU|Dinas|Badan|Kementerian|Inspektorat|Sekretariat|Kecamatan|Kantor|Pemerintah)"
    r"(?: (?:[A-Z][\w.,()/-]*|dan))+"
)
AWAL_DOKUMEN = 40  # paragraphs in which a report says whose it is and of which year
_TAHUN_LAPORAN = re.compile(r"\btahun\s+(?:anggaran\s+)?(20\d\d)\b", re.IGNORECASE)


class JenisTabel(StrEnum):
    """What a table is about; LAIN where that is not certain."""

    PENGUKURAN = "pengukuran"
    PERJANJIAN = "perjanjian"
    ANGGARAN = "anggaran"
    REVISI = "revisi"
    LAIN = "lain"


class Dokumen:
    """What a rule is given. Rules read it, and say with :meth:`tandai` which figures they recomputed."""

    def __init__(
        self,
        naskah: NaskahTerbaca,
        acuan: NaskahTerbaca | None = None,
        pengecualian: Sequence[Pengecualian] = (),
    ) -> None:
        self.naskah = naskah
        self.acuan = acuan  # the same document as the facts give it, where there are facts
        self.daftar_pengecualian_kedaluwarsa = tuple(p for p in pengecualian if p.is_kedaluwarsa)
        self._berlaku = tuple(p for p in pengecualian if not p.is_kedaluwarsa and p.concerns(naskah.berkas))
        self._terpakai: set[int] = set()
        self._diperiksa: set[Letak] = set()
        self.turunan: dict[Callable[[Dokumen], Any], Any] = {}  # of per_dokumen

    def is_dikecualikan(self, kode: str, letak: Letak, tertulis: str) -> bool:
        """Whether a person has decided to let this finding be; the decision counts as used."""
        cocok = [n for n, p in enumerate(self._berlaku) if p.fits(kode, letak, tertulis)]
        self._terpakai.update(cocok)
        return bool(cocok)

    @property
    def daftar_pengecualian_menganggur(self) -> tuple[Pengecualian, ...]:
        """Decisions that no finding has used so far."""
        return tuple(p for n, p in enumerate(self._berlaku) if n not in self._terpakai)

    def tandai(self, *letak: Letak) -> None:
        """These figures were recomputed, whether they held or not."""
        self._diperiksa.update(letak)

    @property
    def angka_diperiksa(self) -> int:
        """How many different figures some rule recomputed: silence is not blindness."""
        return len(self._diperiksa)

    @cached_property
    def daftar_tabel(self) -> tuple[TabelTerbaca, ...]:
        """All tables in order."""
        return self.naskah.daftar_tabel

    @cached_property
    def daftar_paragraf(self) -> tuple[ParagrafTerbaca, ...]:
        """All paragraphs in order, headings and captions among them."""
        return self.naskah.daftar_paragraf

    @cached_property
    def daftar_kalimat(self) -> tuple[Kalimat, ...]:
        """All sentences in order, each with its figures."""
        return tuple(k for p in self.daftar_paragraf for k in daftar_kalimat(p))

    @cached_property
    def _peta_kalimat(self) -> PetaKata:
        return PetaKata(k.teks for k in self.daftar_kalimat)

    def daftar_kalimat_dengan(self, *kata: str) -> list[Kalimat]:
        """The sentences that hold one of the words, given small; what a rule looks for stands in few."""
        return [self.daftar_kalimat[n] for n in self._peta_kalimat.find(*kata)]

    @cached_property
    def _peta_paragraf(self) -> PetaKata:
        return PetaKata(p.teks for p in self.daftar_paragraf)

    def daftar_paragraf_dengan(self, *kata: str) -> list[ParagrafTerbaca]:
        """The paragraphs that hold one of the words, given small."""
        return [self.daftar_paragraf[n] for n in self._peta_paragraf.find(*kata)]

    @cached_property
    def _peta_bagian(self) -> PetaBagian:
        return PetaBagian(self.naskah.isi)

    @property
    def daftar_judul(self) -> tuple[Judul, ...]:
        """The headings in order, the table of contents left out."""
        return self._peta_bagian.daftar_judul

    def find_bagian(self, letak: Letak) -> Bagian:
        """The chapter and the headings under which a place stands."""
        return self._peta_bagian.find(letak)

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
        tahun = [int(t) for p in self.daftar_paragraf[:AWAL_DOKUMEN] for t in _TAHUN_LAPORAN.findall(p.teks)]
        return max(tahun, key=tahun.count) if tahun else None

    @cached_property
    def satker(self) -> str:
        """The office that reports: the first name of one that the opening repeats; "" where none does."""
        nama = [
            " ".join(n.rstrip(".,()/-").split()).title().replace("Kpu", "KPU")
            for p in self.daftar_paragraf[:AWAL_DOKUMEN]
            for n in _SATKER.findall(p.teks if not p.teks.isupper() else p.teks.title())
        ]
        return max(nama, key=lambda n: (nama.count(n), -nama.index(n))) if nama else ""

    def jenis_tabel(self, tabel: TabelTerbaca) -> JenisTabel:
        """What a table is about."""
        if any(r.tabel is tabel for r in self.daftar_kinerja):
            return JenisTabel.PENGUKURAN
        if any(r.tabel is tabel for r in self.daftar_revisi):
            return JenisTabel.REVISI
        if any(r.tabel is tabel for r in self.daftar_anggaran):
            return JenisTabel.ANGGARAN
        return JenisTabel.PERJANJIAN if find_tabel_perjanjian(tabel) is not None else JenisTabel.LAIN


def per_dokumen(fungsi: Callable[[Dokumen], T]) -> Callable[[Dokumen], T]:
    """What a function says of a document, found once however many rules ask."""

    @wraps(fungsi)
    def sekali(dok: Dokumen) -> T:
        if fungsi not in dok.turunan:
            dok.turunan[fungsi] = fungsi(dok)
        hasil: T = dok.turunan[fungsi]
        return hasil

    return sekali
