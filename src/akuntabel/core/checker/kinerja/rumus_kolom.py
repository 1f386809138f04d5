"""Which named formula, and which cap, gives the capaian that a row or a column of a performance table prints."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.baca_angka import AngkaTertulis
from akuntabel.core.calc.kebijakan import Arah, RumusCapaian
from akuntabel.core.calc.rumus_capaian import compute_rasio
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, is_persen, read_sel, rentang_cetak, rentang_masukan
from akuntabel.core.checker.bacaan.nama import is_nama_mirip
from akuntabel.core.checker.bacaan.tabel import RangkaiKinerja
from akuntabel.core.checker.kinerja.arah_nama import is_mungkin_minimasi, is_nama_maksimasi
from akuntabel.core.naskah.terbaca import SelTerbaca

SERATUS = Decimal(100)
BATAS_LAZIM = (SERATUS, Decimal(110), Decimal(120), Decimal(150))
# In the order in which offices use them; the first that fits is the one named.
RUMUS_LAZIM: tuple[tuple[RumusCapaian, Arah, str], ...] = (
    (RumusCapaian.RASIO, Arah.MAKSIMASI, "realisasi ÷ target"),
    (RumusCapaian.DUA_KURANG_RASIO, Arah.MINIMASI, "2 − realisasi ÷ target"),
    (RumusCapaian.RASIO_TERBALIK, Arah.MINIMASI, "target ÷ realisasi"),
    (RumusCapaian.SIMETRIS, Arah.STABILISASI, "1 − |realisasi − target| ÷ target"),
)
NAMA_RUMUS = {rumus: nama for rumus, _, nama in RUMUS_LAZIM}
RUMUS_MAKSIMASI = (RumusCapaian.RASIO, RumusCapaian.SIMETRIS)
_ARAH = {rumus: arah for rumus, arah, _ in RUMUS_LAZIM}
RASIO_TERTINGGI = Decimal(3)  # a capaian below this, without %, may be printed as a ratio: 0,63 for 63 %


@dataclass(frozen=True)
class Ukuran:
    """Target, realisasi and capaian as printed, to be compared; the target is above zero."""

    target: AngkaTertulis
    realisasi: AngkaTertulis
    capaian: AngkaTertulis
    # The caps that can be at work where no formula gives the figure without one.
    daftar_batas: tuple[Decimal, ...] = field(default=BATAS_LAZIM, kw_only=True)

    @cached_property
    def cetak(self) -> tuple[Rentang, ...]:
        """What the printed capaian leaves open, in percent; a small figure without % may be a ratio."""
        cetak = rentang_cetak(self.capaian)
        if is_persen(self.capaian) or self.capaian.angka is None or self.capaian.angka > RASIO_TERTINGGI:
            return (cetak,)
        return (cetak, Rentang(cetak.bawah * SERATUS, cetak.atas * SERATUS))

    @property
    def batas_rasio(self) -> tuple[Decimal, ...]:
        """The caps that realisasi ÷ target may have."""
        return self.daftar_batas

    @property
    def is_maksimasi(self) -> bool:
        """Whether more is better for certain, so that no formula of minimasi can explain the capaian."""
        return False

    def hasil(self, rumus: RumusCapaian) -> Rentang | None:
        """What a formula can give, for all that the printed target and realisasi leave open; None where it cannot."""
        target = rentang_masukan(self.target, is_ditetapkan=True)
        return hitung_rentang(rumus, rentang_masukan(self.realisasi), target)

    def fits(self, rumus: RumusCapaian, batas: Decimal | None) -> bool:
        """Whether the printed capaian is what this formula gives under this cap (None: no cap)."""
        hasil = self.hasil(rumus)
        return hasil is not None and any(_fits(hasil, cetak, batas) for cetak in self.cetak)

    @cached_property
    def rumus_tanpa_batas(self) -> RumusCapaian | None:
        """The first formula that gives the printed capaian without a cap."""
        daftar_rumus = RUMUS_MAKSIMASI if self.is_maksimasi else tuple(NAMA_RUMUS)
        return next((r for r in daftar_rumus if self.fits(r, None)), None)

    @cached_property
    def is_terulang(self) -> bool:
        """Whether any named formula under any usual cap gives the printed capaian."""
        if self.rumus_tanpa_batas is not None:
            return True
        daftar_rumus = RUMUS_MAKSIMASI if self.is_maksimasi else tuple(NAMA_RUMUS)
        if self.realisasi.angka == 0 and not self.is_maksimasi:
            # target ÷ 0 is without bound, and so stands at its cap
            return any(cetak.bawah <= batas <= cetak.atas for cetak in self.cetak for batas in self.daftar_batas)
        if any(self.fits(RumusCapaian.RASIO, batas) for batas in self.batas_rasio):
            return True
        return any(self.fits(r, batas) for r in daftar_rumus for batas in self.daftar_batas)

    @property
    def rasio(self) -> Decimal:
        """Realisasi in percent of the target, from the printed digits."""
        return (self.realisasi.angka or Decimal(0)) * SERATUS / (self.target.angka or SERATUS)

    @property
    def capaian_persen(self) -> Decimal:
        """The printed capaian in percent, where it is printed as a ratio too."""
        angka = self.capaian.angka or Decimal(0)
        return angka * SERATUS if len(self.cetak) > 1 and self.rasio > 10 * RASIO_TERTINGGI else angka

    @property
    def is_disalin(self) -> bool:
        """Whether the capaian is the realisasi once more, where a formula gives something else."""
        return not self.is_terulang and self.capaian.angka == self.realisasi.angka

    @property
    def tiga_angka(self) -> str:
        """The three figures as a key, so that the same mistake in two places is known as one."""
        return " ".join(f"{a.angka:f}" for a in (self.target, self.realisasi, self.capaian) if a.angka is not None)


@dataclass(frozen=True)
class BarisKinerja(Ukuran):
    """A row of a performance table whose three figures can be compared."""

    rangkai: RangkaiKinerja
    nomor: int
    nama: str
    sel_target: SelTerbaca
    sel_realisasi: SelTerbaca
    sel_capaian: SelTerbaca

    @property
    def batas_rasio(self) -> tuple[Decimal, ...]:
        """Any of the usual ones: a cap on one row only is a finding of its own."""
        return BATAS_LAZIM

    @cached_property
    def is_maksimasi(self) -> bool:
        """By the name of the indicator."""
        return is_nama_maksimasi(self.nama)

    def is_sama(self, lain: "BarisKinerja") -> bool:
        """Whether another row prints the same three figures of the same indicator."""
        return self.tiga_angka == lain.tiga_angka and is_nama_mirip(self.nama, lain.nama)


def hitung_rentang(rumus: RumusCapaian, r: Rentang, t: Rentang) -> Rentang | None:
    """The least and the most that a formula gives over two intervals; None where it has no value."""
    ujung = [compute_rasio(rumus, _ARAH[rumus], x, y) for x in {r.bawah, r.atas} for y in {t.bawah, t.atas} if y]
    angka = [u for u in ujung if u is not None]
    if not angka or len(angka) < len(ujung):
        return None
    puncak = SERATUS if rumus is RumusCapaian.SIMETRIS and r.meets(t) else max(angka)
    return Rentang(min(angka), puncak)


def _fits(hasil: Rentang, cetak: Rentang, batas: Decimal | None) -> bool:
    if batas is None:
        # Below zero a report prints 0: the floor that every policy has.
        return hasil.meets(cetak) or (hasil.atas < 0 and cetak.bawah <= 0 <= cetak.atas)
    if hasil.atas > batas and cetak.bawah <= batas <= cetak.atas:
        return True
    return hasil.bawah <= batas and cetak.bawah <= batas and hasil.meets(cetak)


def daftar_baris_kinerja(rangkai: RangkaiKinerja) -> Iterator[BarisKinerja]:
    """The rows whose capaian can be recomputed, in order."""
    if rangkai.capaian is None:
        return
    kepala = rangkai.tabel.kepala
    berlaku = batas_berlaku([rangkai])
    for nomor, baris in enumerate(rangkai.tabel.baris):
        sel = (baris[rangkai.target], baris[rangkai.realisasi], baris[rangkai.capaian])
        target, realisasi, capaian = (read_sel(s) for s in sel)
        if target is None or realisasi is None or capaian is None or (target.angka or 0) <= 0:
            continue
        satuan = baris[rangkai.satuan].teks if rangkai.satuan is not None else ""
        ukuran = [
            _bersatuan(angka, f"{kepala[kolom]} {satuan}")
            for angka, kolom in ((target, rangkai.target), (realisasi, rangkai.realisasi))
        ]
        if is_persen(ukuran[0]) != is_persen(ukuran[1]):
            continue
        nama = _nama(rangkai, nomor)
        batas = BATAS_LAZIM if is_mungkin_minimasi(nama) else berlaku
        yield BarisKinerja(ukuran[0], ukuran[1], capaian, rangkai, nomor, nama, *sel, daftar_batas=batas)


def batas_berlaku(daftar: Iterable[RangkaiKinerja]) -> tuple[Decimal, ...]:
    """The usual caps that no printed capaian goes beyond."""
    angka = [read_sel(b[r.capaian]) for r in daftar if r.capaian is not None for b in r.tabel.baris]
    tertinggi = max((a.angka for a in angka if a is not None and a.angka is not None), default=Decimal(0))
    return tuple(b for b in BATAS_LAZIM if tertinggi <= b)


def _bersatuan(angka: AngkaTertulis, keterangan: str) -> AngkaTertulis:
    """A figure with the % that its header or the column of units gives it."""
    if angka.satuan or not ("%" in keterangan or "persen" in keterangan.lower()):
        return angka
    return AngkaTertulis(angka.tertulis, angka.angka, angka.desimal, "%", "", angka.is_baku, angka.is_meragukan)


def _nama(rangkai: RangkaiKinerja, nomor: int) -> str:
    """The indicator of a row; a merged cell gives it to the rows below too."""
    return next((b[rangkai.indikator].teks for b in rangkai.tabel.baris[nomor::-1] if b[rangkai.indikator].teks), "")


def geser_kolom(daftar: Sequence[BarisKinerja]) -> dict[int, int]:
    """Rows whose capaian belongs to the row above (-1) or below (+1), where that is so for three rows or more."""
    salah = [n for n, b in enumerate(daftar) if not any(b.fits(RumusCapaian.RASIO, x) for x in (None, *BATAS_LAZIM))]
    for arah in (-1, 1):
        pindah = [n for n in salah if 0 <= n + arah < len(daftar) and _is_milik(daftar[n], daftar[n + arah])]
        if len(pindah) >= 3 and 3 * len(pindah) >= 2 * len(salah):
            return dict.fromkeys(pindah, arah)
    return {}


def _is_milik(baris: BarisKinerja, tetangga: BarisKinerja) -> bool:
    hasil = tetangga.hasil(RumusCapaian.RASIO)
    return hasil is not None and any(_fits(hasil, cetak, None) for cetak in baris.cetak)


def describe_rumus(daftar: Sequence[BarisKinerja]) -> str:
    """ "11 dari 12 baris cocok dengan realisasi ÷ target tanpa batas"; "" for a column of one row or none that fits."""
    pilihan = [(r, batas) for r, _, _ in RUMUS_LAZIM for batas in (None, *BATAS_LAZIM)]
    cocok = {(r, batas): sum(b.fits(r, batas) for b in daftar) for r, batas in pilihan}
    terbaik = max(pilihan, key=lambda p: cocok[p])
    if len(daftar) < 2 or cocok[terbaik] < 2:
        return ""
    batas = "tanpa batas" if terbaik[1] is None else f"dengan batas {format_angka(terbaik[1])}"
    return f"{cocok[terbaik]} dari {len(daftar)} baris kolom ini cocok dengan {NAMA_RUMUS[terbaik[0]]} {batas}"
