"""What this year teaches for the next, indicator by indicator: result, next target, recommendations, steps promised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from akuntabel.siklus.evaluasi.models import Rekomendasi
from akuntabel.siklus.evaluasi.rencana_lanjut import RencanaLanjut, read_rencana_lanjut
from akuntabel.siklus.organisasi.models import Satker, Unit
from akuntabel.siklus.pelaporan.berlaku import daftar_laporan
from akuntabel.siklus.pelaporan.models import LangkahLaporan
from akuntabel.siklus.pengukuran.hitung import HasilIndikator, HasilPengukuran, compute_capaian_tahun
from akuntabel.siklus.perencanaan.kamus import Perubahan, find_perubahan
from akuntabel.siklus.perencanaan.models import Indikator, RencanaTarget
from akuntabel.siklus.perjanjian.acuan import TargetAcuan, daftar_target_acuan


class NasibIndikator(StrEnum):
    """What becomes of an indicator from one year to the next; known by its silsilah, however it is worded."""

    TETAP = "tetap"
    BERUBAH = "rumusan berubah"
    BARU = "indikator baru"
    HILANG = "tidak ada lagi"


@dataclass(frozen=True, slots=True)
class BarisTinjauan:
    """An indicator in both years. hasil: of this year, None where it is new; berikut: None where it is gone.

    target_renstra: what the plan sets for the next year, target_rencana: what its RKT says; as they are kept.
    daftar_acuan: what the nation and the offices above promise for the next year.
    """

    hasil: HasilIndikator | None
    berikut: Indikator | None
    target_renstra: str = ""
    target_rencana: str = ""
    daftar_acuan: Sequence[TargetAcuan] = ()
    daftar_perubahan: tuple[Perubahan, ...] = ()
    daftar_rekomendasi: Sequence[Rekomendasi] = ()
    daftar_langkah: Sequence[LangkahLaporan] = ()

    @property
    def indikator(self) -> Indikator:
        """As the next year words it, else as this year does."""
        if self.berikut is not None:
            return self.berikut
        if self.hasil is None:
            raise ValueError("neither year has the indicator")
        return self.hasil.indikator

    @property
    def nasib(self) -> NasibIndikator:
        """What becomes of it."""
        if self.hasil is None:
            return NasibIndikator.BARU
        if self.berikut is None:
            return NasibIndikator.HILANG
        return NasibIndikator.BERUBAH if self.daftar_perubahan else NasibIndikator.TETAP


@dataclass(frozen=True, slots=True)
class Tinjauan:
    """Both years side by side; what belongs to no indicator stands apart. nama_unit: of the units that steps name."""

    hasil: HasilPengukuran
    daftar_baris: list[BarisTinjauan]
    daftar_rekomendasi: list[Rekomendasi]
    daftar_langkah: list[LangkahLaporan]
    nama_unit: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Pelajaran:
    """Recommendations by the silsilah of their indicator, steps by its kode; None and "": of the office as a whole."""

    rekomendasi: dict[UUID | None, list[Rekomendasi]] = field(default_factory=dict)
    langkah: dict[str, list[LangkahLaporan]] = field(default_factory=dict)


def read_tinjauan(satker: Satker, tahun: int, *, rencana: RencanaLanjut | None = None) -> Tinjauan:
    """The year ``tahun`` beside the one after it; the number of queries does not grow with the indicators.

    rencana: the plan of the year after it, where the caller has read it.
    """
    rencana = rencana or read_rencana_lanjut(satker, tahun + 1)
    hasil = compute_capaian_tahun(satker, tahun)
    berikut = {i.silsilah: i for i in rencana.daftar_indikator}
    kini = {h.indikator.silsilah: h for h in hasil.daftar_indikator}
    pelajaran = _Pelajaran(_read_rekomendasi(satker, tahun), _read_langkah(satker, tahun))
    bahan = _BahanLanjut.read(satker, rencana)
    daftar = [_build_baris(s, kini.get(s), berikut.get(s), bahan, pelajaran) for s in {**kini, **berikut}]
    terpakai = {r.pk for b in daftar for r in b.daftar_rekomendasi}
    terjawab = {n.pk for b in daftar for n in b.daftar_langkah}
    return Tinjauan(
        hasil,
        daftar,
        [r for isi in pelajaran.rekomendasi.values() for r in isi if r.pk not in terpakai],
        [n for isi in pelajaran.langkah.values() for n in isi if n.pk not in terjawab],
        dict(Unit.objects.filter(satker=satker).values_list("kode", "nama")) if pelajaran.langkah else {},
    )


@dataclass(frozen=True, slots=True)
class _BahanLanjut:
    """What is known of the next year, by the id of its indicators."""

    renstra: Mapping[int, str]
    rencana: Mapping[int, str]
    acuan: Mapping[int, Sequence[TargetAcuan]]

    @classmethod
    def read(cls, satker: Satker, dasar: RencanaLanjut) -> "_BahanLanjut":
        rencana = RencanaTarget.objects.filter(rencana__satker=satker, rencana__tahun=dasar.tahun)
        return cls(
            dasar.target,
            dict(rencana.order_by("rencana__revisi").values_list("indikator", "target")),
            daftar_target_acuan(satker, dasar.tahun, dasar.daftar_indikator),
        )


def _build_baris(
    silsilah: UUID,
    hasil: HasilIndikator | None,
    berikut: Indikator | None,
    bahan: _BahanLanjut,
    pelajaran: _Pelajaran,
) -> BarisTinjauan:
    return BarisTinjauan(
        hasil=hasil,
        berikut=berikut,
        target_renstra=bahan.renstra.get(berikut.pk, "") if berikut else "",
        target_rencana=bahan.rencana.get(berikut.pk, "") if berikut else "",
        daftar_acuan=bahan.acuan.get(berikut.pk, ()) if berikut else (),
        daftar_perubahan=tuple(find_perubahan(hasil.indikator, berikut)) if hasil and berikut else (),
        daftar_rekomendasi=pelajaran.rekomendasi.get(silsilah, ()),
        daftar_langkah=pelajaran.langkah.get(hasil.indikator.kode, ()) if hasil else (),
    )


def _read_rekomendasi(satker: Satker, tahun: int) -> dict[UUID | None, list[Rekomendasi]]:
    """Everything that is still open, of this year and of those before; the nearest deadline first."""
    per_silsilah: dict[UUID | None, list[Rekomendasi]] = {}
    daftar = Rekomendasi.objects.filter(satker=satker, tahun__lte=tahun).berlaku().terbuka()
    for r in sorted(
        daftar.select_related("indikator", "unit", "pejabat"), key=lambda r: (str(r.tenggat or "9"), r.tahun, r.nomor)
    ):
        per_silsilah.setdefault(r.indikator.silsilah if r.indikator else None, []).append(r)
    return per_silsilah


def _read_langkah(satker: Satker, tahun: int) -> dict[str, list[LangkahLaporan]]:
    """The steps that the annual reports of the year promise, each entity's newest one."""
    laporan = [n for n in daftar_laporan(satker, tahun) if n.is_tahunan]
    per_kode: dict[str, list[LangkahLaporan]] = {}
    for langkah in LangkahLaporan.objects.filter(laporan__in=laporan).order_by("laporan", "urut") if laporan else ():
        per_kode.setdefault(langkah.indikator, []).append(langkah)
    return per_kode
