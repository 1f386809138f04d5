"""What the pages of the evaluation show: sub-components with their form, score, evidence and the notes on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from akuntabel.core.calc.nilai_akip import HasilAkip, HasilSub
from akuntabel.core.regulasi.lke import GradeLke, KomponenLke, KriteriaLke, SubLke
from akuntabel.doors.web.evaluasi.forms import SubForm
from akuntabel.siklus.evaluasi.hitung import IsiLke, Terpenuhi, compute_lke, count_terpenuhi, read_isi
from akuntabel.siklus.evaluasi.isi import daftar_rekomendasi_lke
from akuntabel.siklus.evaluasi.kendali import check_lke
from akuntabel.siklus.evaluasi.models import BuktiKriteria, Lke, NilaiKriteria, NilaiSub
from akuntabel.siklus.perjanjian.catatan import Catatan


@dataclass(frozen=True, slots=True)
class BuktiTampil:
    """A piece of evidence and where it opens; alamat empty: nowhere."""

    bukti: BuktiKriteria
    alamat: str


@dataclass(frozen=True, slots=True)
class KriteriaTampil:
    """A line of a sub-component."""

    acuan: KriteriaLke
    baris: NilaiKriteria
    sebutan: str
    bukti: tuple[BuktiTampil, ...]


@dataclass(frozen=True, slots=True)
class SubTampil:
    """A sub-component as a page shows it. lain: its grade in the worksheet of the other kind, where that is open."""

    acuan: SubLke
    baris: NilaiSub
    hasil: HasilSub
    terpenuhi: Terpenuhi
    kriteria: tuple[KriteriaTampil, ...]
    catatan: tuple[Catatan, ...]
    grade: GradeLke | None
    form: SubForm | None


@dataclass(frozen=True, slots=True)
class LkeTampil:
    """A worksheet that was read once: its rows, score and notes."""

    isi: IsiLke
    hasil: HasilAkip
    catatan: tuple[Catatan, ...]

    @property
    def lke(self) -> Lke:
        """The worksheet."""
        return self.isi.lke


def read_tampil(lke: Lke) -> LkeTampil:
    """Everything that a page of the worksheet needs, in a fixed number of reads."""
    isi = read_isi(lke)
    catatan = () if lke.is_beku else tuple(check_lke(isi, daftar_rekomendasi_lke(lke)))
    return LkeTampil(isi, compute_lke(isi), catatan)


def build_sub(t: LkeTampil, sub: SubLke, form: SubForm | None = None) -> SubTampil:
    """One sub-component."""
    hasil = t.hasil.find_sub(sub.kode)
    if hasil is None:
        raise LookupError(sub.kode)
    baris = t.isi.sub.get(sub.kode) or NilaiSub(kode=sub.kode)
    return SubTampil(
        sub,
        baris,
        hasil,
        count_terpenuhi(t.isi, sub),
        tuple(_kriteria(t.isi, k) for k in sub.kriteria),
        pilih_catatan(t.catatan, sub),
        t.isi.templat.find_grade(baris.predikat),
        form,
    )


def build_komponen(t: LkeTampil, komponen: KomponenLke, forms: Mapping[str, SubForm]) -> list[SubTampil]:
    """The sub-components of a component, each with its form where the person writes."""
    return [build_sub(t, s, forms.get(s.kode)) for s in komponen.sub]


def pilih_catatan(daftar: Sequence[Catatan], sub: SubLke) -> tuple[Catatan, ...]:
    """The notes that name this sub-component or one of its kriteria."""
    letak = {f"Subkomponen {sub.kode}", *(f"Kriteria {k.kode}" for k in sub.kriteria)}
    return tuple(c for c in daftar if c.letak in letak)


def build_bukti(lke: Lke, daftar: Sequence[BuktiKriteria]) -> tuple[BuktiTampil, ...]:
    """Evidence with the place where it opens: the file, or the page of the record."""
    return tuple(BuktiTampil(b, _alamat(lke, b)) for b in daftar)


def _kriteria(isi: IsiLke, k: KriteriaLke) -> KriteriaTampil:
    baris = isi.kriteria.get(k.kode) or NilaiKriteria(kode=k.kode)
    pilihan = isi.templat.find_pilihan(k, baris.jawaban)
    return KriteriaTampil(k, baris, pilihan.sebutan if pilihan else "", build_bukti(isi.lke, isi.bukti.get(k.kode, ())))


def _alamat(lke: Lke, b: BuktiKriteria) -> str:
    if b.berkas_id is not None:
        return reverse("evaluasi_bukti", args=(lke.satker.kode, lke.tahun, lke.pk, b.pk))
    try:
        return reverse(b.halaman, args=b.argumen) if b.halaman else ""
    except NoReverseMatch:  # the record was kept, its page has gone
        return ""
