"""The grid of a quarter: every datum that the indicators of the agreement need, once, with what stood there before."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.db.models import Count, Q

from akuntabel.core.regulasi import load_predikat
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.berlaku import daftar_elemen_berlaku
from akuntabel.siklus.pengukuran.hitung import HasilPengukuran, compute_capaian_tahun, daftar_nama_rumus
from akuntabel.siklus.pengukuran.kisi_hasil import SEBUTAN_KELAMIN, IndikatorKisi, build_indikator_kisi, sebut_nama
from akuntabel.siklus.pengukuran.kisi_sel import read_kunci, show_isi, write_kunci
from akuntabel.siklus.pengukuran.models import (
    NAMA_TERHITUNG,
    AsalElemen,
    BentukElemen,
    CatatanSel,
    Elemen,
    Fakta,
    RincianElemen,
)
from akuntabel.siklus.pengukuran.sel import KunciSel
from akuntabel.siklus.pengukuran.target import TARGET_TAHUNAN
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perjanjian.models import TRIWULAN, PerjanjianTarget


@dataclass(frozen=True, slots=True)
class BarisKisi:
    """One datum of the grid: an element, or a part of it. fakta: what holds now; lalu, tahun_lalu: to compare with.

    setahun: what was written down for the year as a whole; then there is nothing to fill in by quarter.
    """

    satker_id: int
    kunci: KunciSel
    elemen: Elemen
    fakta: Fakta | None = None
    lalu: Fakta | None = None
    tahun_lalu: Fakta | None = None
    setahun: Fakta | None = None
    jumlah_catatan: int = 0
    pilihan: tuple[str, ...] = ()

    @property
    def nama_kunci(self) -> str:
        """The key as pages and workbooks write it."""
        return write_kunci(self.kunci)

    @property
    def is_diwarisi(self) -> bool:
        """Whether it is measured by an office above, and only taken over here."""
        return self.elemen.asal == AsalElemen.INDUK and self.elemen.satker_id != self.satker_id

    @property
    def is_isian(self) -> bool:
        """Whether this office fills it in here."""
        return not self.is_diwarisi and self.setahun is None

    @property
    def bagian(self) -> str:
        """Which part it is: "perempuan", "tunanetra, laki-laki"; "" for the whole."""
        return ", ".join(b for b in (self.kunci.rincian, SEBUTAN_KELAMIN.get(self.kunci.jenis_kelamin, "")) if b)

    @property
    def sebutan(self) -> str:
        """Element and part in one."""
        return f"{self.elemen.nama}, {self.bagian}" if self.bagian else self.elemen.nama

    @property
    def isi(self) -> dict[str, str]:
        """What is filled in, by column, as a person reads it."""
        return show_isi(self.fakta or self.setahun)


@dataclass(frozen=True, slots=True)
class KelompokKisi:
    """An indicator with the data that stand under it. lain: data of its formula that stand under another, by key.

    is_terhitung: it is counted from rows of another stage, so that there is nothing to type. kurang: what its formula
    needs and no row of the grid asks for.
    """

    indikator: IndikatorKisi | None
    daftar_baris: tuple[BarisKisi, ...]
    lain: tuple[BarisKisi, ...] = ()
    is_terhitung: bool = False
    kurang: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kisi:
    """The grid of one office and quarter."""

    satker: Satker
    tahun: int
    triwulan: int
    daftar_kelompok: tuple[KelompokKisi, ...]
    hasil: HasilPengukuran

    @property
    def daftar_baris(self) -> tuple[BarisKisi, ...]:
        """Every datum once, in the order of the page."""
        return tuple(b for k in self.daftar_kelompok for b in k.daftar_baris)

    @property
    def daftar_catatan(self) -> tuple[str, ...]:
        """What a reader must know about all figures of the quarter."""
        is_tahunan = any(h.catatan == TARGET_TAHUNAN for h in self.hasil.daftar_indikator)
        return (*self.hasil.catatan, *((TARGET_TAHUNAN,) if is_tahunan else ()))

    @property
    def jumlah_terisi(self) -> int:
        """How many data have a figure, or a reason why there is none."""
        return sum(1 for b in self.daftar_baris if b.fakta or b.setahun)


@dataclass(slots=True)
class _Isi:
    """What was read of the database, by key."""

    kini: dict[KunciSel, Fakta] = field(default_factory=dict)
    lalu: dict[KunciSel, Fakta] = field(default_factory=dict)
    tahun_lalu: dict[KunciSel, Fakta] = field(default_factory=dict)
    setahun: dict[KunciSel, Fakta] = field(default_factory=dict)
    catatan: dict[KunciSel, int] = field(default_factory=dict)


def read_kisi(satker: Satker, tahun: int, triwulan: int) -> Kisi:
    """Everything that the page and the workbook of a quarter show."""
    hasil = compute_capaian_tahun(satker, tahun, triwulan)
    elemen = daftar_elemen_berlaku(satker, tahun)
    isi = _read_isi(satker, tahun, triwulan)
    baris = {
        kode: tuple(
            BarisKisi(
                satker.pk,
                kunci,
                e,
                isi.kini.get(kunci),
                isi.lalu.get(kunci),
                isi.tahun_lalu.get(kunci),
                isi.setahun.get(kunci),
                isi.catatan.get(kunci, 0),
            )
            for kunci in daftar_kunci
        )
        for (kode, e), daftar_kunci in zip(elemen.items(), _bagian(elemen, isi), strict=True)
    }
    return Kisi(satker, tahun, triwulan, tuple(_kelompokkan(hasil, baris)), hasil)


def find_baris(satker: Satker, tahun: int, triwulan: int, nama_kunci: str) -> BarisKisi | None:
    """One datum without the rest of the grid; None where the year has no such element."""
    kunci = read_kunci(nama_kunci)
    elemen = daftar_elemen_berlaku(satker, tahun, {kunci.elemen}).get(kunci.elemen)
    if elemen is None or write_kunci(kunci) != nama_kunci:
        return None
    isi = _read_isi(satker, tahun, triwulan)
    if kunci not in next(_bagian({elemen.kode: elemen}, isi)):
        return None
    return BarisKisi(satker.pk, kunci, elemen, isi.kini.get(kunci), setahun=isi.setahun.get(kunci))


def read_target_tahun(hasil: HasilPengukuran) -> dict[int, str]:
    """What the agreement promises for the year, by indicator."""
    daftar = PerjanjianTarget.objects.filter(perjanjian=hasil.perjanjian)
    return dict(daftar.values_list("indikator", "target")) if hasil.perjanjian else {}


def _bagian(elemen: Mapping[str, Elemen], isi: "_Isi") -> Iterator[list[KunciSel]]:
    """The parts of each element that are asked for, and those that have a fact all the same."""
    diminta = defaultdict(list)
    daftar = RincianElemen.objects.filter(elemen__in=[e.pk for e in elemen.values()])
    for r in daftar.order_by("urut", "pk"):
        diminta[r.elemen_id].append((r.jenis_kelamin, r.rincian))
    berfakta = defaultdict(list)
    for kunci in (*isi.kini, *isi.setahun):
        berfakta[kunci.elemen].append(kunci)
    for kode, e in elemen.items():
        utama = [KunciSel(kode, *bagian) for bagian in diminta[e.pk]]
        lain = [k for k in dict.fromkeys(berfakta[kode]) if k not in utama]
        yield [*utama, *lain] or [KunciSel(kode, "", "")]


def _read_isi(satker: Satker, tahun: int, triwulan: int) -> "_Isi":
    """The facts of the quarter, of the year, of the quarter before and the same one last year; and the remarks."""
    lalu = (tahun, triwulan - 1) if triwulan > TRIWULAN[0] else (tahun - 1, TRIWULAN[-1])
    masa: dict[tuple[int, int | None], str] = {
        (tahun, triwulan): "kini",
        lalu: "lalu",
        (tahun - 1, triwulan): "tahun_lalu",
        (tahun, None): "setahun",
    }
    saring = Q(tahun=tahun, triwulan__isnull=True)
    for t, tw in masa:
        saring |= Q(tahun=t, triwulan=tw) if tw else Q()
    isi = _Isi()
    for f in Fakta.objects.terkini().filter(saring, satker=satker).select_related("elemen", "bukti"):
        kunci = KunciSel(f.elemen.kode, f.jenis_kelamin, f.rincian)
        getattr(isi, masa[f.tahun, f.triwulan])[kunci] = f
    catatan = CatatanSel.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan)
    for *bagian, jumlah in catatan.values_list("elemen__kode", "jenis_kelamin", "rincian").annotate(n=Count("pk")):
        isi.catatan[KunciSel(*bagian)] = jumlah
    return isi


def _kelompokkan(hasil: HasilPengukuran, baris: Mapping[str, tuple[BarisKisi, ...]]) -> Iterator[KelompokKisi]:
    """Each indicator with its data; a datum of several stands under the first, one of none at the end."""
    target = read_target_tahun(hasil)
    nama_elemen = {kode: daftar[0].elemen.nama for kode, daftar in baris.items()}
    terpakai: set[str] = set()
    for h in hasil.daftar_indikator:
        rumus = daftar_nama_rumus(h.indikator)
        nama = dict.fromkeys(n.partition(".")[0] for n in rumus)
        ada = [kode for kode in nama if kode in baris]
        baru = [kode for kode in ada if kode not in terpakai]
        terpakai.update(ada)
        yield KelompokKisi(
            build_indikator_kisi(hasil, h, nama_elemen, target.get(h.indikator.pk, "")),
            tuple(replace(b, pilihan=_pilihan(h.indikator, b.elemen)) for kode in baru for b in baris[kode]),
            tuple(baris[kode][0] for kode in ada if kode not in baru),
            is_terhitung=bool(nama.keys() & set(NAMA_TERHITUNG)),
            kurang=tuple(sebut_nama(n, nama_elemen) for n in rumus if not _is_diminta(n, baris)),
        )
    sisa = tuple(b for kode, daftar in baris.items() if kode not in terpakai for b in daftar)
    if sisa:
        yield KelompokKisi(None, sisa)


def _is_diminta(nama_rumus: str, baris: Mapping[str, tuple[BarisKisi, ...]]) -> bool:
    """Whether some row of the grid gives what a formula names; what another stage counts needs none."""
    kode, *bagian = nama_rumus.split(".")
    if kode in NAMA_TERHITUNG:
        return True
    return any(set(bagian) <= {b.kunci.jenis_kelamin, b.kunci.rincian} for b in baris.get(kode, ()))


def _pilihan(indikator: Indikator, elemen: Elemen) -> tuple[str, ...]:
    """The predicates to choose from, best first."""
    if elemen.bentuk != BentukElemen.PREDIKAT or not indikator.predikat:
        return ()
    peringkat = load_predikat(indikator.predikat).peringkat
    return tuple(sorted(peringkat, key=peringkat.__getitem__, reverse=True))
