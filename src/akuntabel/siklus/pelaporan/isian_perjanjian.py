"""The form of a Perjanjian Kinerja and a draft: what is there as rows, and rows through the acts of agreement."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from akuntabel.core.readers.isian.banding import merge_isian
from akuntabel.core.readers.isian.hasil import DataIsian, HasilIsian, Nilai
from akuntabel.core.readers.isian.nilai import show_target_tertulis
from akuntabel.core.readers.isian.perjanjian import FORMULIR_PERJANJIAN, check_perjanjian
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perencanaan.target import build_fakta_indikator
from akuntabel.siklus.perjanjian.actions import AnggaranBaris, set_anggaran, set_target
from akuntabel.siklus.perjanjian.asal import daftar_target_asal
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget

_LEMBAR = {x.nama: x for x in FORMULIR_PERJANJIAN.daftar_lembar}


@dataclass(frozen=True, slots=True)
class TempatPerjanjian:
    """An agreement while it is a draft."""

    perjanjian: PerjanjianKinerja
    formulir = FORMULIR_PERJANJIAN
    daftar_tahun: Sequence[int] = ()

    @property
    def satker(self) -> Satker:
        """Whose agreement it is."""
        return self.perjanjian.satker

    @property
    def judul(self) -> str:
        """The agreement by its office and year."""
        return f"{self.perjanjian}, {self.perjanjian.pihak_pertama.jabatan}"

    def read_ada(self) -> DataIsian:
        """Targets and annex as rows. A target that is not set yet is none."""
        return {
            "target": [{"indikator": t.indikator.kode, "target": t.target} for t in self._daftar_target() if t.target],
            "anggaran": [
                {"kode": a.kode, "uraian": a.uraian, "sumber_dana": a.sumber_dana, "pagu": a.pagu}
                for a in self.perjanjian.daftar_anggaran.all()
            ],
        }

    def read_info(self) -> Mapping[str, Mapping[str, Nilai]]:
        """The indicators of the agreement with their units."""
        daftar = (t.indikator for t in self._daftar_target())
        return {"target": {i.kode: {"nama": i.nama, "satuan": i.satuan} for i in daftar}}

    def read_dikenal(self) -> Mapping[str, Collection[str]]:
        """The indicators that may be promised."""
        return {"indikator": self._indikator().keys()}

    def check(self, hasil: HasilIsian, ada: DataIsian) -> None:
        """Indicators that are none of the plan, targets that do not suit theirs."""
        check_perjanjian(hasil, ada, {kode: build_fakta_indikator(i) for kode, i in self._indikator().items()})

    def write(self, hasil: HasilIsian, ada: DataIsian, *, by: Pengguna) -> None:
        """Each target, then the annex as a whole; what a line says besides stays."""
        indikator = self._indikator()
        for n in hasil.data.get("target", ()):
            set_target(self.perjanjian, indikator[str(n["indikator"])], show_target_tertulis(str(n["target"])), by=by)
        if "anggaran" not in hasil.data:
            return
        keterangan = {(a.kode, a.sumber_dana): a.keterangan for a in self.perjanjian.daftar_anggaran.all()}
        semua = merge_isian(_LEMBAR["anggaran"], ada["anggaran"], hasil.data["anggaran"])
        if semua != ada["anggaran"]:
            set_anggaran(self.perjanjian, [_baris(n, keterangan) for n in semua], by=by)

    def _daftar_target(self) -> list[PerjanjianTarget]:
        return list(self.perjanjian.daftar_target.select_related("indikator"))

    def _indikator(self) -> dict[str, Indikator]:
        """Those of the plan in force, and those that the draft has already."""
        asal = daftar_target_asal(self.satker, self.perjanjian.tahun)
        return {a.indikator.kode: a.indikator for a in asal} | {
            t.indikator.kode: t.indikator for t in self._daftar_target()
        }


def _baris(nilai: Nilai, keterangan: Mapping[tuple[str, str], str]) -> AnggaranBaris:
    kode, sumber_dana, pagu = str(nilai["kode"]), str(nilai["sumber_dana"]), nilai["pagu"]
    if not isinstance(pagu, int):
        raise TypeError(f"not whole rupiah: {pagu!r}")
    return AnggaranBaris(kode, str(nilai["uraian"]), sumber_dana, pagu, keterangan.get((kode, sumber_dana), ""))
