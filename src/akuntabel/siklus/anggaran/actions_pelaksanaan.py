"""The months of a year: the plan of withdrawals (halaman III), what was spent, and what the treasury says of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.calc.angka import BULAN
from akuntabel.core.regulasi.ikpa import find_aturan_ikpa
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.anggaran.models import NilaiIkpa, RealisasiBulanan, RencanaPenarikan
from akuntabel.siklus.anggaran.permissions import require_permission
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku

JENIS_BELANJA: Mapping[str, str] = {
    "51": "belanja pegawai",
    "52": "belanja barang",
    "53": "belanja modal",
    "57": "belanja bantuan sosial",
}
"""Kinds of spending: the first two digits of the akun."""


@dataclass(frozen=True, slots=True)
class IsianRealisasi:
    """What was spent in a month on one code and source, whole rupiah."""

    kode: str
    sumber_dana: str
    jumlah: int
    jenis_belanja: str = ""


@transaction.atomic
def write_penarikan(satker: Satker, tahun: int, isi: Mapping[tuple[int, str], int], *, by: Pengguna) -> int:
    """Write cells (month, kind of spending) of halaman III; those not named stay. How many changed.

    Raises PermissionDenied, ValidationError with every cell.
    """
    require_permission(by, "penarikan.write", satker)
    salah = [
        f"{_sebut_bulan(bulan)} {jenis}: tertulis {jumlah}, diharapkan rupiah bulat paling sedikit 0 "
        f"untuk jenis belanja {', '.join(JENIS_BELANJA)}."
        for (bulan, jenis), jumlah in isi.items()
        if jumlah < 0 or jenis not in JENIS_BELANJA or not 1 <= bulan <= 12
    ]
    if salah:
        raise ValidationError(salah)
    ada = {
        (r.bulan, r.jenis_belanja): r
        for r in RencanaPenarikan.objects.select_for_update().filter(satker=satker, tahun=tahun)
    }
    berubah = {k: v for k, v in isi.items() if k not in ada or ada[k].jumlah != v}
    lama = {k: ada[k].jumlah for k in berubah if k in ada}
    for (bulan, jenis), jumlah in berubah.items():
        baris = ada.get((bulan, jenis)) or RencanaPenarikan(
            satker=satker, tahun=tahun, bulan=bulan, jenis_belanja=jenis
        )
        baris.jumlah = jumlah
        baris.save()
    if berubah:
        record_audit(
            by,
            "penarikan.write",
            satker,
            lama=_rekam_sel(lama),
            baru={"tahun": tahun} | _rekam_sel(berubah),
        )
    return len(berubah)


@transaction.atomic
def write_realisasi_bulanan(
    satker: Satker, tahun: int, bulan: int, daftar: Sequence[IsianRealisasi], *, sumber: str, by: Pengguna
) -> None:
    """What was spent in a month, instead of what was written of that month before; the trail keeps it.

    Raises PermissionDenied, ValidationError with every line.
    """
    require_permission(by, "realisasi.write", satker)
    salah = [*_masalah_realisasi(satker, tahun, daftar)]
    if not 1 <= bulan <= 12:
        salah.append(f"Bulan tertulis {bulan}, diharapkan 1 sampai 12.")
    if not sumber.strip():
        salah.append("Tulis dokumen asal realisasi, misalnya LRA bulan itu.")
    if salah:
        raise ValidationError(salah)
    semula = RealisasiBulanan.objects.select_for_update().filter(satker=satker, tahun=tahun, bulan=bulan)
    lama = {_sebut(r): r.jumlah for r in semula}
    semula.delete()
    RealisasiBulanan.objects.bulk_create(
        RealisasiBulanan(
            satker=satker,
            tahun=tahun,
            bulan=bulan,
            kode=i.kode,
            sumber_dana=i.sumber_dana,
            jenis_belanja=i.jenis_belanja,
            jumlah=i.jumlah,
            sumber=sumber.strip(),
        )
        for i in daftar
    )
    baru: dict[str, object] = {_sebut(i): i.jumlah for i in daftar}
    record_audit(
        by, "realisasi_bulanan.write", satker, lama=lama, baru={"tahun": tahun, "bulan": bulan, "realisasi": baru}
    )


@transaction.atomic
def write_nilai_ikpa(
    satker: Satker, tahun: int, bulan: int, isi: Mapping[str, Decimal], *, sumber: str, by: Pengguna
) -> None:
    """Values that the treasury gives an office until a month (OM-SPAN, MyIntress). Raises ValidationError."""
    require_permission(by, "ikpa.write", satker)
    aturan = find_aturan_ikpa(tahun)
    dikenal = {i.id for i in aturan.indikator} if aturan else set()
    salah = [
        f"{nama}: tertulis {nilai}, diharapkan 0 sampai 100 untuk indikator IKPA tahun {tahun}."
        for nama, nilai in isi.items()
        if nama not in dikenal or not 0 <= nilai <= 100
    ]
    if not 1 <= bulan <= 12:
        salah.append(f"Bulan tertulis {bulan}, diharapkan 1 sampai 12.")
    if salah:
        raise ValidationError(salah)
    semula = NilaiIkpa.objects.select_for_update().filter(satker=satker, tahun=tahun, bulan=bulan)
    lama = {n.indikator: str(n.nilai) for n in semula}
    semula.filter(indikator__in=isi).delete()
    NilaiIkpa.objects.bulk_create(
        NilaiIkpa(satker=satker, tahun=tahun, bulan=bulan, indikator=nama, nilai=nilai, sumber=sumber.strip())
        for nama, nilai in isi.items()
    )
    baru = {"tahun": tahun, "bulan": bulan, "nilai": {n: str(v) for n, v in isi.items()}}
    record_audit(by, "nilai_ikpa.write", satker, lama=lama, baru=baru)


def _masalah_realisasi(satker: Satker, tahun: int, daftar: Sequence[IsianRealisasi]) -> list[str]:
    katalog = daftar_kode_berlaku(satker, tahun)
    pertama: dict[tuple[str, str, str], int] = {}
    salah = []
    for nomor, i in enumerate(daftar, 1):
        kunci = (i.kode, i.sumber_dana, i.jenis_belanja)
        if not i.kode or not i.sumber_dana:
            salah.append(f"Baris {nomor}: kode dan sumber dana wajib diisi.")
        elif katalog and i.kode not in katalog:
            salah.append(f"Baris {nomor}: kode {i.kode} tidak ada dalam katalog kode tahun {tahun}.")
        if i.jenis_belanja and i.jenis_belanja not in JENIS_BELANJA:
            salah.append(f"Baris {nomor}: jenis belanja {i.jenis_belanja}, diharapkan {', '.join(JENIS_BELANJA)}.")
        if (semula := pertama.setdefault(kunci, nomor)) != nomor:
            salah.append(f"Baris {nomor}: kode {i.kode} {i.sumber_dana} sudah ada di baris {semula}.")
    return salah


def _sebut(i: IsianRealisasi | RealisasiBulanan) -> str:
    return f"{i.kode} {i.sumber_dana} {i.jenis_belanja}".strip()


def _sebut_bulan(bulan: int) -> str:
    return BULAN[bulan - 1] if 1 <= bulan <= 12 else f"bulan {bulan}"


def _rekam_sel(isi: Mapping[tuple[int, str], int]) -> dict[str, object]:
    return {f"{bulan:02d} {jenis}": jumlah for (bulan, jenis), jumlah in isi.items()}
