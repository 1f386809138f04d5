"""The measured year of an office as facts of the data package: what holds, in the order in which it was written."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from akuntabel.core.fakta import pengukuran as fakta
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.simpan import open_berkas
from akuntabel.platform.kueri import BarisTetap, KueriTetap
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.bahan import BahanTahun, build_elemen, read_bahan
from akuntabel.siklus.pengukuran.hitung import daftar_nama
from akuntabel.siklus.pengukuran.models import Bukti, CatatanSumber, Pembanding, Riwayat
from akuntabel.siklus.pengukuran.target import read_daftar_target

_BUKTI = KueriTetap(
    lambda satker, tahun: Bukti.objects.filter(satker=satker, tahun=tahun).order_by("urut", "pk"), 1, 2020
)
_BERKAS = KueriTetap(
    lambda satker, tahun: Berkas.objects.filter(
        pk__in=Bukti.objects.filter(satker=satker, tahun=tahun, berkas__isnull=False).order_by().values("berkas")
    ),
    1,
    2020,
)
_RIWAYAT = BarisTetap(
    lambda satker, tahun: (
        Riwayat.objects.filter(satker=satker, tahun_laporan=tahun)
        .order_by("urut", "pk")
        .values_list("indikator__kode", "tahun", "nilai", "predikat", "target", "peristiwa", "sumber")
    ),
    1,
    2020,
)
_PEMBANDING = BarisTetap(
    lambda satker, tahun: (
        Pembanding.objects.filter(satker=satker, tahun_laporan=tahun)
        .order_by("urut", "pk")
        .values_list("indikator__kode", "nama", "tingkat", "tahun", "nilai", "is_target", "sumber")
    ),
    1,
    2020,
)
_CATATAN = BarisTetap(
    lambda satker, tahun: (
        CatatanSumber.objects.filter(satker=satker, tahun=tahun)
        .order_by("urut", "pk")
        .values_list("kode", "unsur", "letak", "tertulis", "dipakai", "alasan")
    ),
    1,
    2020,
)


def build_pengukuran(satker: Satker, tahun: int) -> dict[str, Any]:
    """The fields of FaktaTahun that this stage knows."""
    bahan = read_bahan(satker, tahun)
    dipakai = {nama.partition(".")[0] for nama in daftar_nama(read_daftar_target(satker, tahun).baris)}
    elemen = [e for e in bahan.elemen.values() if e.satker_id == satker.pk or e.kode in dipakai | bahan.milik.keys()]
    bukti = _daftar_bukti(satker, tahun)
    return {
        "daftar_elemen": tuple(build_elemen(e) for e in elemen),
        "daftar_fakta": tuple(_daftar_fakta(bahan, [e.kode for e in elemen])),
        "daftar_riwayat": _daftar_riwayat(satker, tahun),
        "daftar_pembanding": _daftar_pembanding(satker, tahun),
        "daftar_bukti": tuple(_bukti(b) for b in bukti),
        "daftar_catatan_sumber": tuple(fakta.CatatanSumber(*isi) for isi in _CATATAN(satker.pk, tahun)),
        "bukti_berkas": {nama: _read(b) for b in bukti if (nama := nama_bukti(b))},
    }


def nama_bukti(b: Bukti) -> str | None:
    """How its file is called in a package: by the hash of what it holds."""
    if b.berkas is None:
        return None
    return f"bukti/{b.berkas.sidik}{PurePosixPath(b.nama_berkas or b.berkas.nama).suffix.lower()}"


def _daftar_fakta(bahan: BahanTahun, daftar_kode: Sequence[str]) -> list[fakta.Fakta]:
    """Those of the office in their order; then what its elements take from above, or still lack."""
    per_elemen = {kode: bahan.build_daftar_fakta(bahan.elemen[kode]) for kode in daftar_kode}
    semua = [f for daftar in per_elemen.values() for f in daftar]
    urut = {_kunci(f): n for n, f in enumerate(bahan.daftar_milik())}
    return sorted(semua, key=lambda f: urut.get(_kunci(f), len(urut)))


def _kunci(f: fakta.Fakta) -> tuple[object, ...]:
    return f.elemen, f.periode, f.jenis_kelamin, f.rincian


def _daftar_riwayat(satker: Satker, tahun: int) -> tuple[fakta.Riwayat, ...]:
    return tuple(
        fakta.Riwayat(
            indikator,
            tahun_lalu,
            Decimal(nilai) if nilai else None,
            predikat or None,
            target or None,
            peristiwa or None,
            sumber,
        )
        for indikator, tahun_lalu, nilai, predikat, target, peristiwa, sumber in _RIWAYAT(satker.pk, tahun)
    )


def _daftar_pembanding(satker: Satker, tahun: int) -> tuple[fakta.Pembanding, ...]:
    return tuple(
        fakta.Pembanding(indikator, nama, tingkat, tahun_banding, Decimal(nilai), is_target, sumber)
        for indikator, nama, tingkat, tahun_banding, nilai, is_target, sumber in _PEMBANDING(satker.pk, tahun)
    )


def _daftar_bukti(satker: Satker, tahun: int) -> list[Bukti]:
    """The evidence in its order, each with its file where it has one."""
    daftar = _BUKTI(satker.pk, tahun)
    berkas = {b.pk: b for b in _BERKAS(satker.pk, tahun)} if any(b.berkas_id for b in daftar) else {}
    for b in daftar:
        b.berkas = berkas[b.berkas_id] if b.berkas_id else None
    return daftar


def _bukti(b: Bukti) -> fakta.Bukti:
    return fakta.Bukti(b.kode, b.nama, b.letak, nama_bukti(b), b.keterangan or None)


def _read(b: Bukti) -> bytes:
    if b.berkas is None:
        raise ValueError(f"{b.kode} has no file")
    with open_berkas(b.berkas) as sumber:
        isi: bytes = sumber.read()
    return isi
