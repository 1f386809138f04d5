"""Two published years of an office side by side."""

from dataclasses import dataclass
from operator import attrgetter

from akuntabel.siklus.publikasi.baca_portal import daftar_tahunan
from akuntabel.siklus.publikasi.banding import Potongan, Rupa, compare_teks, pair_indikator
from akuntabel.siklus.publikasi.models import IndikatorTerbit, Terbitan

CARA = ("satuan", "arah", "rumus", "definisi")  # another one of these, another figure


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """An indicator in both years, new in the later one, or ended after the earlier one."""

    lama: IndikatorTerbit | None
    baru: IndikatorTerbit | None
    nama: tuple[Potongan, ...]
    target: tuple[Potongan, ...]

    @property
    def is_nama_berubah(self) -> bool:
        """The same indicator in other words."""
        return self.lama is not None and self.baru is not None and _is_berubah(self.nama)

    @property
    def is_target_berubah(self) -> bool:
        """Another target than the year before."""
        return self.lama is not None and self.baru is not None and _is_berubah(self.target)

    @property
    def cara_berubah(self) -> tuple[str, ...]:
        """What of the way of measuring is another; its figures are then not to be compared without care."""
        if self.lama is None or self.baru is None:
            return ()
        return tuple(c for c in CARA if getattr(self.lama, c) != getattr(self.baru, c))


@dataclass(frozen=True, slots=True)
class Banding:
    """Two years; lama and baru None where fewer than two have been published."""

    daftar_tahun: tuple[int, ...]
    lama: Terbitan | None
    baru: Terbitan | None
    daftar_baris: tuple[BarisBanding, ...]


def read_banding(kode: str, dari: int | None, ke: int | None) -> Banding:
    """The years asked for, else the last two."""
    per_tahun = {t.tahun: t for t in daftar_tahunan().filter(kode_satker=kode).order_by("tahun")}
    daftar_tahun = tuple(per_tahun)
    ke = ke if ke in per_tahun else max(daftar_tahun, default=None)
    sebelum = [t for t in daftar_tahun if ke is not None and t < ke]
    dari = dari if dari in per_tahun and dari != ke else max(sebelum, default=None)
    if dari is None or ke is None:
        return Banding(daftar_tahun, None, None, ())
    lama, baru = (per_tahun[t] for t in sorted((dari, ke)))
    pasangan = pair_indikator(*(list(t.daftar_indikator.order_by("urut")) for t in (lama, baru)))
    return Banding(daftar_tahun, lama, baru, tuple(_compare(a, b) for a, b in pasangan))


def _compare(lama: IndikatorTerbit | None, baru: IndikatorTerbit | None) -> BarisBanding:
    if lama is not None and baru is not None:
        return BarisBanding(lama, baru, compare_teks(lama.nama, baru.nama), compare_teks(_target(lama), _target(baru)))
    nama, target = (
        tuple(Potongan(Rupa.TETAP, teks(i)) for i in (lama, baru) if i is not None)
        for teks in (attrgetter("nama"), _target)
    )
    return BarisBanding(lama, baru, nama, target)


def _target(i: IndikatorTerbit) -> str:
    return i.target_tercetak or i.target


def _is_berubah(potongan: tuple[Potongan, ...]) -> bool:
    return any(p.rupa is not Rupa.TETAP for p in potongan)
