"""The small reads of a cell that is saved, written once per process (platform.kueri).

What is looked for in a list (the offices of a line, elements) is padded to one of a few lengths, so that a handful of
texts serves every call.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.organisasi.models import Penugasan, Satker
from akuntabel.siklus.organisasi.querysets import saring_masa
from akuntabel.siklus.pengukuran.models import (
    AturanPengukuran,
    Bukti,
    DasarNilai,
    Elemen,
    Fakta,
    JadwalPengukuran,
    PembukaanKembali,
    PengukuranTriwulan,
    RincianElemen,
)
from akuntabel.siklus.perjanjian.models import (
    PerjanjianKinerja,
    RencanaAksi,
    StatusPerjanjian,
    StatusRencanaAksi,
    TargetTriwulan,
)

_PANJANG = (1, 4, 16, 64, 256)
_TAHUN = 2020  # to write the text with; all such values differ


def daftar_id_jalur(satker: Satker) -> list[int]:
    """The offices from the root down to this one, by id: a path is made of them."""
    return [int(langkah) for langkah in satker.path.strip("/").split("/")]


def read_elemen(jalur: Sequence[int], tahun: int, daftar_kode: Collection[str] | None) -> list[Elemen]:
    """The elements of a line of offices in a year; daftar_kode: only these."""
    if daftar_kode is None:
        return _elemen(len(jalur), 0)(tahun, *jalur)
    kode = _pad(sorted(daftar_kode))
    return _elemen(len(jalur), len(kode))(tahun, *jalur, *kode) if kode else []


def read_ujung(jalur: Sequence[int], tahun: int, daftar_elemen: Collection[int]) -> list[Fakta]:
    """The last facts of every chain, in their order, of a line of offices; of these elements, by id."""
    pk = _pad(sorted(daftar_elemen))
    return _ujung(len(jalur), len(pk))(tahun, *jalur, *pk) if pk else []


def read_bukti(daftar_pk: Collection[int]) -> dict[int, Bukti]:
    """Evidence by id."""
    pk = _pad(sorted(daftar_pk))
    return {b.pk: b for b in _bukti(len(pk))(*pk)} if pk else {}


def read_rincian(daftar_elemen: Collection[int]) -> list[RincianElemen]:
    """The parts that elements are asked for."""
    pk = _pad(sorted(daftar_elemen))
    return _rincian(len(pk))(*pk) if pk else []


def read_lalu(satker: Satker, tahun: int, daftar_kode: Collection[str]) -> list[Fakta]:
    """The figures of a year that hold, each with the code of its element (``kode_elemen``)."""
    kode = _pad(sorted(daftar_kode))
    return _lalu(len(kode))(satker.pk, tahun, *kode) if kode else []


def read_aturan(jalur: Sequence[int], tahun: int) -> list[AturanPengukuran]:
    """The rules of a line of offices until a year, the latest last."""
    return _aturan(len(jalur))(tahun, *jalur)


def read_jadwal(jalur: Sequence[int], tahun: int) -> list[JadwalPengukuran]:
    """The schedules of a line of offices in a year."""
    return _jadwal(len(jalur))(tahun, *jalur)


def read_pengukuran(satker: Satker, tahun: int) -> list[PengukuranTriwulan]:
    """The quarters of an office."""
    return _PENGUKURAN(satker.pk, tahun)


def read_pembukaan(satker: Satker, tahun: int, kini: datetime) -> list[PembukaanKembali]:
    """What is opened again now, the longest last."""
    return [b for b in _PEMBUKAAN(satker.pk, tahun) if b.sampai > kini]


def read_peran(pengguna: Pengguna, satker: Satker) -> set[str]:
    """The roles of a person in an office today."""
    return {p.peran for p in _PENUGASAN(pengguna.pk, satker.pk, timezone.localdate())}


def lock_pengukuran(satker: Satker, tahun: int, triwulan: int) -> PengukuranTriwulan | None:
    """The row of a quarter, locked until the transaction ends."""
    return _TERKUNCI.first(satker.pk, tahun, triwulan)


def read_perjanjian(satker: Satker, tahun: int) -> list[PerjanjianKinerja]:
    """The signed agreements of a year."""
    return _PERJANJIAN(satker.pk, tahun)


def read_target_triwulan(perjanjian: PerjanjianKinerja, triwulan: int) -> dict[int, str] | None:
    """The targets of a quarter by line of the agreement, as last approved; None where nothing is approved."""
    rencana_aksi = _RENCANA_AKSI.first(perjanjian.pk)
    if rencana_aksi is None:
        return None
    return {t.perjanjian_target_id: t.target for t in _TARGET_TRIWULAN(rencana_aksi.pk, triwulan)}


def read_dasar(satker: Satker, tahun: int) -> str:
    """By what they were computed; empty: nothing is kept."""
    ada = _DASAR.first(satker.pk, tahun)
    return ada.dasar if ada else ""


def _pad(daftar: Sequence[int | str]) -> list[int | str]:
    """The same values in one of the lengths; the last one again and again."""
    if not daftar:
        return []
    panjang = next((p for p in _PANJANG if p >= len(daftar)), len(daftar))
    return [*daftar, *[daftar[-1]] * (panjang - len(daftar))]


def _angka(banyak: int, mulai: int) -> list[int]:
    return list(range(mulai, mulai + banyak))


@lru_cache(maxsize=64)
def _elemen(dalam: int, banyak: int) -> KueriTetap[Elemen]:
    def susun(tahun: int, *isi: Any) -> QuerySet[Elemen]:  # ids of offices, then codes
        dasar = Elemen.objects.filter(tahun=tahun, satker__in=isi[:dalam]).order_by("urut", "kode")
        return dasar.filter(kode__in=isi[dalam:]) if banyak else dasar

    return KueriTetap(susun, _TAHUN, *_angka(dalam, 1), *[f"k{n}" for n in range(banyak)])


@lru_cache(maxsize=64)
def _ujung(dalam: int, banyak: int) -> KueriTetap[Fakta]:
    return KueriTetap(
        lambda tahun, *isi: (
            Fakta.objects.ujung()
            .filter(tahun=tahun, satker__in=isi[:dalam], elemen__in=isi[dalam:])
            .order_by("urut", "pk")
        ),
        _TAHUN,
        *_angka(dalam, 1),
        *_angka(banyak, 100),
    )


@lru_cache(maxsize=16)
def _bukti(banyak: int) -> KueriTetap[Bukti]:
    return KueriTetap(lambda *pk: Bukti.objects.filter(pk__in=pk), *_angka(banyak, 1))


@lru_cache(maxsize=16)
def _rincian(banyak: int) -> KueriTetap[RincianElemen]:
    return KueriTetap(lambda *pk: RincianElemen.objects.filter(elemen__in=pk), *_angka(banyak, 1))


@lru_cache(maxsize=16)
def _lalu(banyak: int) -> KueriTetap[Fakta]:
    return KueriTetap(
        lambda satker, tahun, *kode: (
            Fakta.objects.terkini()
            .filter(satker=satker, tahun=tahun, elemen__kode__in=kode)
            .exclude(nilai="")
            .annotate(kode_elemen=F("elemen__kode"))
        ),
        1,
        _TAHUN,
        *[f"k{n}" for n in range(banyak)],
    )


@lru_cache(maxsize=16)
def _aturan(dalam: int) -> KueriTetap[AturanPengukuran]:
    return KueriTetap(
        lambda tahun, *jalur: AturanPengukuran.objects.filter(tahun__lte=tahun, satker__in=jalur).order_by("tahun"),
        _TAHUN,
        *_angka(dalam, 1),
    )


@lru_cache(maxsize=16)
def _jadwal(dalam: int) -> KueriTetap[JadwalPengukuran]:
    return KueriTetap(
        lambda tahun, *jalur: JadwalPengukuran.objects.filter(tahun=tahun, satker__in=jalur),
        _TAHUN,
        *_angka(dalam, 1),
    )


_PENUGASAN = KueriTetap(
    lambda pengguna, satker, hari: Penugasan.objects.filter(saring_masa(hari), pengguna=pengguna, satker=satker),
    1,
    2,
    date(2020, 1, 1),
)
_TERKUNCI = KueriTetap(
    lambda satker, tahun, triwulan: PengukuranTriwulan.objects.select_for_update().filter(
        satker=satker, tahun=tahun, triwulan=triwulan
    ),
    1,
    _TAHUN,
    3,
)
_PERJANJIAN = KueriTetap(
    lambda satker, tahun: (
        PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun, status=StatusPerjanjian.DITANDATANGANI.value)
        .defer("isi")
        .order_by("pk")
    ),
    1,
    _TAHUN,
)
_RENCANA_AKSI = KueriTetap(
    lambda perjanjian: (
        RencanaAksi.objects.filter(perjanjian=perjanjian, status=StatusRencanaAksi.DISETUJUI.value)
        .defer("isi")
        .order_by("-revisi")
    ),
    1,
)
_TARGET_TRIWULAN = KueriTetap(
    lambda rencana_aksi, triwulan: TargetTriwulan.objects.filter(rencana_aksi=rencana_aksi, triwulan=triwulan).order_by(
        "pk"
    ),
    1,
    3,
)
_DASAR = KueriTetap(lambda satker, tahun: DasarNilai.objects.filter(satker=satker, tahun=tahun), 1, _TAHUN)
_PENGUKURAN = KueriTetap(lambda satker, tahun: PengukuranTriwulan.objects.filter(satker=satker, tahun=tahun), 1, _TAHUN)
_PEMBUKAAN = KueriTetap(
    lambda satker, tahun: PembukaanKembali.objects.filter(satker=satker, tahun=tahun).order_by("sampai"), 1, _TAHUN
)
