"""Rows of the grid as people wrote them into the database: all of them, or none and every reason why."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.actions import HasilUkur, measure_fakta
from akuntabel.siklus.pengukuran.bahan import BahanTahun, KunciFakta
from akuntabel.siklus.pengukuran.kisi_sel import SelSalahError, SelTertulis, build_isian_sel, show_fakta
from akuntabel.siklus.pengukuran.models import Fakta
from akuntabel.siklus.pengukuran.sel import IsianSel, IsianTidakSahError, KunciSel, PerluAlasanError

TIDAK_DIKENAL = "Data ini bukan bagian kisi triwulan ini. Muat ulang halamannya."


@dataclass(slots=True)
class GalatBaris:
    """Why a row was not taken. galat: by column; perlu: which reasons are asked for; kini: what holds now instead.

    is_bentrok: somebody else was faster.
    """

    galat: dict[str, str] = field(default_factory=dict)
    perlu: dict[str, str] = field(default_factory=dict)
    kini: Fakta | None = None
    is_bentrok: bool = False

    @property
    def semua(self) -> dict[str, str]:
        """Everything by column; what a reason is asked for stands where the reason goes."""
        return self.galat | self.perlu

    @property
    def pesan(self) -> str:
        """All of it in one line."""
        return " ".join(self.semua.values())


class SelDitolakError(Exception):
    """Rows that were not stored; nothing was."""

    def __init__(self, per_sel: Mapping[KunciSel, GalatBaris], pesan: str = "") -> None:
        super().__init__(pesan or "; ".join(f"{k}: {g.pesan}" for k, g in per_sel.items()))
        self.per_sel = dict(per_sel)
        self.pesan = pesan


def save_kisi(
    satker: Satker, tahun: int, triwulan: int, daftar: Mapping[KunciSel, SelTertulis], *, by: Pengguna
) -> HasilUkur:
    """Store the rows. Raises PermissionDenied, ValidationError (the quarter is closed), SelDitolakError."""

    def build(bahan: BahanTahun) -> list[IsianSel]:
        return _build(bahan, triwulan, daftar)

    try:
        return measure_fakta(satker, tahun, triwulan, build, by=by, elemen={k.elemen for k in daftar})
    except PerluAlasanError as galat:
        raise SelDitolakError(_perlu(galat)) from galat
    except IsianTidakSahError as galat:
        raise SelDitolakError({k: GalatBaris({"nilai": " ".join(g)}) for k, g in galat.per_sel.items()}) from galat
    except SudahBerubahError as galat:
        raise SelDitolakError(_bentrok(read_fakta_kini(satker, tahun, triwulan, daftar), daftar)) from galat


def check_kisi(
    satker: Satker, tahun: int, triwulan: int, daftar: Mapping[KunciSel, SelTertulis], *, by: Pengguna
) -> None:
    """Whether the rows could be stored; writes nothing. Raises what ``save_kisi`` raises."""
    with transaction.atomic():
        try:
            save_kisi(satker, tahun, triwulan, daftar, by=by)
        finally:
            transaction.set_rollback(True)


def read_fakta_kini(satker: Satker, tahun: int, triwulan: int, daftar: Collection[KunciSel]) -> dict[KunciSel, Fakta]:
    """What holds now of these rows."""
    kode = {k.elemen for k in daftar}
    saring = Q(satker=satker, tahun=tahun, triwulan=triwulan, elemen__kode__in=kode)
    semua = Fakta.objects.terkini().filter(saring).select_related("elemen", "bukti", "pencatat")
    return {k: f for f in semua if (k := KunciSel(f.elemen.kode, f.jenis_kelamin, f.rincian)) in daftar}


def _build(bahan: BahanTahun, triwulan: int, daftar: Mapping[KunciSel, SelTertulis]) -> list[IsianSel]:
    """The rows for the act of measuring. Raises SelDitolakError with every row that cannot be read."""
    per_sel: dict[KunciSel, GalatBaris] = {}
    isian = []
    for kunci, tertulis in daftar.items():
        elemen = bahan.elemen.get(kunci.elemen)
        if elemen is None:
            per_sel[kunci] = GalatBaris({"nilai": TIDAK_DIKENAL})
            continue
        ujung = bahan.ujung.get(KunciFakta(kunci.elemen, triwulan, kunci.jenis_kelamin, kunci.rincian))
        kini = None if ujung is None or ujung.is_ditarik else ujung
        try:
            isian.append(build_isian_sel(kunci, elemen, tertulis, kini))
        except SelSalahError as galat:
            per_sel[kunci] = GalatBaris(galat.galat)
    if per_sel:
        raise SelDitolakError(per_sel)
    return isian


def _perlu(galat: PerluAlasanError) -> dict[KunciSel, GalatBaris]:
    per_sel: dict[KunciSel, GalatBaris] = {}
    for nama, daftar in (("perubahan", galat.perubahan), ("alasan", galat.lonjakan)):
        for kunci, pesan in daftar.items():
            per_sel.setdefault(kunci, GalatBaris()).perlu[nama] = pesan
    return per_sel


def _bentrok(kini: Mapping[KunciSel, Fakta], daftar: Mapping[KunciSel, SelTertulis]) -> dict[KunciSel, GalatBaris]:
    """The rows where something else holds than the person saw."""
    per_sel: dict[KunciSel, GalatBaris] = {}
    for kunci, tertulis in daftar.items():
        fakta = kini.get(kunci)
        if (fakta.pk if fakta else None) != tertulis.lama:
            per_sel[kunci] = GalatBaris({"nilai": _write_bentrok(fakta)}, kini=fakta, is_bentrok=True)
    return per_sel


def _write_bentrok(fakta: Fakta | None) -> str:
    if fakta is None:
        return "Isian ini baru saja ditarik orang lain."
    oleh = fakta.pencatat.nama if fakta.pencatat else "Orang lain"
    return f"{oleh} baru saja menyimpan “{show_fakta(fakta)}” di sini."
