"""The budget as a tree of rows for a table: a code once, with a line for each source of funds."""

from dataclasses import dataclass

from akuntabel.core.calc.anggaran import BarisAnggaran
from akuntabel.core.fakta.anggaran import KodeAnggaran
from akuntabel.core.fakta.hasil import HasilAnggaran


@dataclass(frozen=True, slots=True)
class BarisPohon:
    """A code with its figures per source. is_cabang: codes stand below it, which can be folded away."""

    kode: KodeAnggaran
    tingkat: int
    is_cabang: bool
    daftar: tuple[BarisAnggaran, ...]

    @property
    def id(self) -> str:
        """A name that an address of the page can point at."""
        return "kode-" + "".join(h if h.isalnum() else "-" for h in self.kode.kode)


def build_pohon(hasil: HasilAnggaran) -> list[BarisPohon]:
    """Rows in the order of the tree."""
    per_kode: dict[str, list[BarisAnggaran]] = {}
    kode: dict[str, KodeAnggaran] = {}
    for b in hasil.baris:
        kode[b.kode.kode] = b.kode
        per_kode.setdefault(b.kode.kode, []).append(b.baris)
    cabang = {k.induk for k in kode.values()}
    return [BarisPohon(kode[k], daftar[0].tingkat, k in cabang, tuple(daftar)) for k, daftar in per_kode.items()]
