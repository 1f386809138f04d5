"""What changed between two versions of the budget: lines that came, went, or hold other figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.siklus.anggaran.berlaku import build_kode, daftar_pos
from akuntabel.siklus.anggaran.katalog import PetaKatalog, read_cabang
from akuntabel.siklus.anggaran.models import BarisAnggaran, StatusVersi, VersiAnggaran
from akuntabel.siklus.anggaran.pos import sum_daun
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku

Kunci = tuple[str, str]
"""Code and source of funds."""

Isi = tuple[str, int, int | None]
"""Name, pagu, realisasi."""


class JenisBeda(StrEnum):
    """What happened to a line."""

    TAMBAH = "tambah"
    HILANG = "hilang"
    UBAH = "ubah"


@dataclass(frozen=True, slots=True)
class BarisBeda:
    """A line that is not the same in both. None: it is not in that version; realisasi None: not known either."""

    jenis: JenisBeda
    kode: str
    uraian: str
    sumber_dana: str
    pagu_lama: int | None
    pagu_baru: int | None
    realisasi_lama: int | None
    realisasi_baru: int | None

    @property
    def selisih_pagu(self) -> int:
        """The change of the pagu with its sign."""
        return _nol(self.pagu_baru) - _nol(self.pagu_lama)

    @property
    def selisih_realisasi(self) -> int:
        """The change of the realisasi with its sign; what is not known counts as nothing spent yet."""
        return _nol(self.realisasi_baru) - _nol(self.realisasi_lama)


@dataclass(frozen=True, slots=True)
class TotalBeda:
    """The sums of one source of funds in both versions ("" for all)."""

    sumber_dana: str
    pagu_lama: int
    pagu_baru: int
    realisasi_lama: int | None
    realisasi_baru: int | None


@dataclass(frozen=True, slots=True)
class Beda:
    """All of it. is_rinci: line by line of the files; else by code of the catalogue, for files of different depth."""

    is_rinci: bool
    daftar_baris: tuple[BarisBeda, ...]
    daftar_total: tuple[TotalBeda, ...]

    def count(self, jenis: JenisBeda) -> int:
        """How many lines of a kind."""
        return sum(1 for b in self.daftar_baris if b.jenis is jenis)


def compute_beda(lama: VersiAnggaran | None, baru: VersiAnggaran, *, is_rinci: bool = False) -> Beda:
    """The differences; lama None: everything is new."""
    baca = read_daun if is_rinci else read_per_kode
    isi_lama: Mapping[Kunci, Isi] = baca(lama) if lama else {}
    isi_baru = baca(baru)
    sumber = sorted({s for _, s in (*isi_lama, *isi_baru)})
    return Beda(
        is_rinci,
        tuple(_banding(isi_lama, isi_baru)),
        tuple(_total(s, isi_lama, isi_baru) for s in ([*sumber, ""] if len(sumber) != 1 else sumber)),
    )


def read_daun(versi: VersiAnggaran) -> dict[Kunci, Isi]:
    """The leaves of a version by code and source."""
    hasil: dict[Kunci, Isi] = {}
    daun = BarisAnggaran.objects.filter(versi=versi, is_daun=True).order_by("urut")
    kolom = ("kode", "sumber_dana", "uraian", "pagu", "realisasi")
    for kode, sumber, uraian, pagu, realisasi in daun.values_list(*kolom).iterator(5000):
        _tambah(hasil, (kode, sumber), (uraian, pagu, realisasi))
    return hasil


def read_per_kode(versi: VersiAnggaran) -> dict[Kunci, Isi]:
    """The sums of a version by code of the catalogue: kept with it once it is taken, computed before."""
    katalog = {k.kode: build_kode(k) for k in daftar_kode_berlaku(versi.satker, versi.tahun).values()}
    hasil: dict[Kunci, Isi] = {}
    if versi.status == StatusVersi.DIAMBIL:
        for p in daftar_pos(versi):
            uraian = katalog[p.kode].uraian if p.kode in katalog else ""
            _tambah(hasil, (p.kode, p.sumber_dana), (uraian, p.pagu, p.realisasi))
        return hasil
    peta = PetaKatalog(katalog, read_cabang(versi))
    for (kode, sumber, _), j in sum_daun(versi, peta).items():
        _tambah(hasil, (kode, sumber), (peta.katalog[kode].uraian, j.pagu, j.realisasi))
    return hasil


def _tambah(hasil: dict[Kunci, Isi], kunci: Kunci, isi: Isi) -> None:
    uraian, pagu, realisasi = isi
    if kunci in hasil:
        _, pagu_kini, kini = hasil[kunci]
        pagu += pagu_kini
        realisasi = None if realisasi is None or kini is None else realisasi + kini
    hasil[kunci] = (uraian, pagu, realisasi)


def _banding(lama: Mapping[Kunci, Isi], baru: Mapping[Kunci, Isi]) -> Iterator[BarisBeda]:
    """In the order of the new version, what is gone at the end."""
    for (kode, sumber), (uraian, pagu, realisasi) in baru.items():
        semula = lama.get((kode, sumber))
        if semula is None:
            yield BarisBeda(JenisBeda.TAMBAH, kode, uraian, sumber, None, pagu, None, realisasi)
        elif semula[1:] != (pagu, realisasi):
            yield BarisBeda(JenisBeda.UBAH, kode, uraian, sumber, semula[1], pagu, semula[2], realisasi)
    for (kode, sumber), (uraian, pagu, realisasi) in lama.items():
        if (kode, sumber) not in baru:
            yield BarisBeda(JenisBeda.HILANG, kode, uraian, sumber, pagu, None, realisasi, None)


def _total(sumber: str, lama: Mapping[Kunci, Isi], baru: Mapping[Kunci, Isi]) -> TotalBeda:
    def jumlah(isi: Mapping[Kunci, Isi]) -> tuple[int, int | None]:
        terpilih = [i for (_, s), i in isi.items() if sumber in ("", s)]
        diketahui = [r for _, _, r in terpilih if r is not None]
        return sum(p for _, p, _ in terpilih), sum(diketahui) if diketahui else None

    (pagu_lama, realisasi_lama), (pagu_baru, realisasi_baru) = jumlah(lama), jumlah(baru)
    return TotalBeda(sumber, pagu_lama, pagu_baru, realisasi_lama, realisasi_baru)


def _nol(nilai: int | None) -> int:
    return 0 if nilai is None else nilai
