"""A report as its writers see it: the document in sections, and in each where the texts of people stand.

The document is composed as for the reader, with a mark before and after every text; the marks are found again in it.
So tables and figures stand where they will stand in print, and the place of a text that nobody has written shows too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from akuntabel.core.compose.laporan_triwulan import compose_laporan_triwulan
from akuntabel.core.compose.lkj import compose_lkj_layar
from akuntabel.core.compose.narasi import RujukanNarasiError
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.slot import POLA_SLOT, SlotTidakDikenalError, resolve_slot
from akuntabel.core.naskah.model import Bab, Blok, JenisBab, Judul, Naskah, Paragraf, Teks
from akuntabel.siklus.pelaporan.blok import RUJUKAN, daftar_nama_blok, daftar_rujukan, with_narasi
from akuntabel.siklus.pelaporan.isi_triwulan import build_isi_triwulan
from akuntabel.siklus.pelaporan.models import BlokLaporan, LaporanKinerja

_AWAL, _AKHIR = "\ue000", "\ue001"  # private use: stands in no text
_TANPA_TEKS = frozenset({"sampul", "pernyataan-reviu", "pengesahan", "daftar-isi", "daftar-tabel", "daftar-gambar"})
_BAB_PANJANG = "bab-akuntabilitas"  # its sections are those of the sasaran


@dataclass(frozen=True, slots=True)
class PotonganRuang:
    """A run of blocks. nama: of the text that a person writes there; "" for what comes from the facts."""

    nama: str
    isi: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class BagianRuang:
    """A section: what is shown at one time. bab: number and title of its chapter, "" for what is a chapter itself."""

    id: str
    bab: str
    nomor: str
    judul: str
    tingkat: int
    potongan: tuple[PotonganRuang, ...]

    @property
    def daftar_nama(self) -> tuple[str, ...]:
        """The texts that stand in it."""
        return tuple(p.nama for p in self.potongan if p.nama)


@dataclass(frozen=True, slots=True)
class RuangNaskah:
    """The whole of it. daftar_lain: texts that the document does not print as things are."""

    naskah: Naskah
    daftar_bagian: tuple[BagianRuang, ...]
    daftar_lain: tuple[str, ...]

    @property
    def daftar_nama(self) -> tuple[str, ...]:
        """Every text that the document prints, or would."""
        return tuple(n for b in self.daftar_bagian for n in b.daftar_nama)

    def find_bagian(self, id_: str) -> BagianRuang | None:
        """The section of that id."""
        return next((b for b in self.daftar_bagian if b.id == id_), None)

    def find_bagian_teks(self, nama: str) -> BagianRuang | None:
        """The section in which a text stands."""
        return next((b for b in self.daftar_bagian if nama in b.daftar_nama), None)


def build_ruang(laporan: LaporanKinerja, hasil: HasilTahun, daftar_blok: Mapping[str, BlokLaporan]) -> RuangNaskah:
    """The report with every text as it stands now, draft sentences too. hasil: of the report's facts."""
    nama = list(dict.fromkeys((*daftar_nama_blok(laporan, hasil.fakta), *sorted(daftar_blok))))
    teks = {n: daftar_blok[n].isi if n in daftar_blok else "" for n in nama}
    naskah = _compose(laporan, hasil, nama, teks)
    bagian = tuple(b for bab in naskah.bab if _is_tertulis(bab) for b in _pecah(bab, nama))
    tampil = {n for b in bagian for n in b.daftar_nama}
    return RuangNaskah(naskah, bagian, tuple(n for n in nama if n not in tampil))


def _compose(laporan: LaporanKinerja, hasil: HasilTahun, nama: Sequence[str], teks: Mapping[str, str]) -> Naskah:
    if not laporan.is_tahunan:
        return compose_laporan_triwulan(build_isi_triwulan(laporan), narasi=_tandai(nama, teks))
    bersih = {n: _clean_slot(hasil, isi) for n, isi in teks.items()}
    try:
        return compose_lkj_layar(with_narasi(hasil, _tandai(nama, bersih)))
    except RujukanNarasiError:  # a table that a text refers to is no more: rare, so only now is it looked for
        ada = frozenset(daftar_rujukan(hasil))
        bersih = {n: _clean_slot(hasil, isi, ada) for n, isi in teks.items()}
        return compose_lkj_layar(with_narasi(hasil, _tandai(nama, bersih)))


def _tandai(nama: Sequence[str], teks: Mapping[str, str]) -> dict[str, str]:
    """Every text between its marks. By number: a code may hold signs that mean something in Markdown."""
    return {n: f"{_AWAL}{nomor}\n\n{teks[n]}\n\n{_AKHIR}" for nomor, n in enumerate(nama)}


def _clean_slot(hasil: HasilTahun, teks: str, rujukan: frozenset[str] | None = None) -> str:
    """The text with every slot that names nothing any more as words that say so; the page must still come."""

    def is_dikenal(slot: str) -> bool:
        if slot.partition(".")[0] in RUJUKAN and rujukan is not None:
            return slot in rujukan
        try:
            resolve_slot(hasil, slot)
        except SlotTidakDikenalError:
            return False
        return True

    return POLA_SLOT.sub(lambda c: c[0] if is_dikenal(c[1]) else f"⟦{c[1]}: slot tidak dikenal lagi⟧", teks)


def _is_tertulis(bab: Bab) -> bool:
    return bab.jenis is not JenisBab.LAMPIRAN and bab.id not in _TANPA_TEKS


def _pecah(bab: Bab, nama: Sequence[str]) -> Iterator[BagianRuang]:
    """The sections of a chapter; a heading with nothing below it goes with what follows."""
    batas = 3 if bab.id == _BAB_PANJANG else 2
    kini: list[Blok] = []
    for blok in bab.isi:
        if isinstance(blok, Judul) and blok.tingkat <= batas and any(not isinstance(b, Judul) for b in kini):
            yield _bagian(bab, kini, nama)
            kini = []
        kini.append(blok)
    if kini:
        yield _bagian(bab, kini, nama)


def _bagian(bab: Bab, isi: Sequence[Blok], nama: Sequence[str]) -> BagianRuang:
    judul = [b for b in isi[:2] if isinstance(b, Judul)]
    potongan = tuple(_baca_tanda(isi, nama))
    if not judul:
        return BagianRuang(bab.id, "", bab.nomor, bab.judul, 1, potongan)
    akhir = judul[-1]
    nama_bab = f"{bab.nomor} {bab.judul}" if bab.nomor else ""
    return BagianRuang(akhir.id, nama_bab, akhir.nomor, akhir.teks, akhir.tingkat, potongan)


def _baca_tanda(isi: Sequence[Blok], nama: Sequence[str]) -> Iterator[PotonganRuang]:
    kini, teks = "", list[Blok]()
    for blok in isi:
        tanda = _tanda(blok)
        if not tanda:
            teks.append(blok)
            continue
        if kini or teks:
            yield PotonganRuang(kini, tuple(teks))
        kini, teks = nama[int(tanda[1:])] if tanda[0] == _AWAL else "", []
    if kini or teks:
        yield PotonganRuang(kini, tuple(teks))


def _tanda(blok: Blok) -> str:
    """The mark that a block is; "" for a block of the document."""
    if isinstance(blok, Paragraf) and blok.isi and isinstance(blok.isi[0], Teks):
        teks = blok.isi[0].teks
        return teks if teks[:1] in (_AWAL, _AKHIR) else ""
    return ""
