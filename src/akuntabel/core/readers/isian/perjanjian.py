"""The form of a Perjanjian Kinerja: the target of each indicator, and the money of the annex."""

from collections.abc import Mapping

from akuntabel.core.fakta.perencanaan import Indikator
from akuntabel.core.readers.isian.banding import check_rujukan
from akuntabel.core.readers.isian.bentuk import Formulir, JenisIsian, KolomIsian, LembarIsian
from akuntabel.core.readers.isian.hasil import DataIsian, HasilIsian
from akuntabel.core.readers.isian.target import check_target

_KOLOM_TARGET = KolomIsian(
    "target",
    "Target",
    JenisIsian.TARGET,
    keterangan="angka, rentang 80–90, tanggal, atau predikat, menurut arah indikator",
    contoh="77,5",
    panjang=40,
)
_TARGET = LembarIsian(
    "target",
    "Target",
    "Satu baris untuk setiap indikator yang diperjanjikan.",
    (
        KolomIsian("indikator", "Kode indikator", JenisIsian.KODE, rujuk="indikator", contoh="1.1"),
        KolomIsian("nama", "Indikator", is_wajib=False, keterangan="hanya untuk dibaca", is_info=True),
        KolomIsian("satuan", "Satuan", is_wajib=False, keterangan="hanya untuk dibaca", is_info=True),
        _KOLOM_TARGET,
    ),
    ("indikator",),
)
_ANGGARAN = LembarIsian(
    "anggaran",
    "Anggaran",
    "Satu baris untuk setiap program atau kegiatan dan sumber dananya.",
    (
        KolomIsian("kode", "Kode", JenisIsian.KODE, keterangan="kode program atau kegiatan", contoh="3364", panjang=60),
        KolomIsian("uraian", "Uraian", keterangan="nama program atau kegiatan", contoh="Penyelenggaraan Pemilihan"),
        KolomIsian("sumber_dana", "Sumber dana", keterangan="RM, HLD, PNBP, …", contoh="RM", panjang=20),
        KolomIsian("pagu", "Pagu", JenisIsian.RUPIAH, keterangan="pagu", contoh="1.250.000.000"),
    ),
    ("kode", "sumber_dana"),
)

FORMULIR_PERJANJIAN = Formulir("perjanjian", "Perjanjian Kinerja", (_TARGET, _ANGGARAN))


def check_perjanjian(hasil: HasilIsian, ada: DataIsian, per_kode: Mapping[str, Indikator]) -> None:
    """Note indicators that the plan in force does not have, and targets that do not suit theirs."""
    check_rujukan(FORMULIR_PERJANJIAN, hasil, ada, {"indikator": per_kode})
    check_target(hasil, _TARGET, _KOLOM_TARGET, per_kode)
