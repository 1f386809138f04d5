"""The measured year of an office as facts of the data package: what holds, in the order in which it was written."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from akuntabel.core.fakta import pengukuran as fakta
from akuntabel.platform.files.simpan import open_berkas
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.bahan import BahanTahun, build_elemen, read_bahan
from akuntabel.siklus.pengukuran.hitung import daftar_nama
from akuntabel.siklus.pengukuran.models import Bukti, CatatanSumber, Pembanding, Riwayat
from akuntabel.siklus.pengukuran.target import read_daftar_target


def build_pengukuran(satker: Satker, tahun: int) -> dict[str, Any]:
    """The fields of FaktaTahun that this stage knows."""
    bahan = read_bahan(satker, tahun)
    dipakai = {nama.partition(".")[0] for nama in daftar_nama(read_daftar_target(satker, tahun).baris)}
    elemen = [e for e in bahan.elemen.values() if e.satker_id == satker.pk or e.kode in dipakai | bahan.milik.keys()]
    bukti = list(Bukti.objects.filter(satker=satker, tahun=tahun).select_related("berkas").order_by("urut", "pk"))
    return {
        "daftar_elemen": tuple(build_elemen(e) for e in elemen),
        "daftar_fakta": tuple(_daftar_fakta(bahan, [e.kode for e in elemen])),
        "daftar_riwayat": _daftar_riwayat(satker, tahun),
        "daftar_pembanding": _daftar_pembanding(satker, tahun),
        "daftar_bukti": tuple(_bukti(b) for b in bukti),
        "daftar_catatan_sumber": _daftar_catatan(satker, tahun),
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
    daftar = Riwayat.objects.filter(satker=satker, tahun_laporan=tahun).select_related("indikator")
    return tuple(
        fakta.Riwayat(
            r.indikator.kode,
            r.tahun,
            Decimal(r.nilai) if r.nilai else None,
            r.predikat or None,
            r.target or None,
            r.peristiwa or None,
            r.sumber,
        )
        for r in daftar
    )


def _daftar_pembanding(satker: Satker, tahun: int) -> tuple[fakta.Pembanding, ...]:
    daftar = Pembanding.objects.filter(satker=satker, tahun_laporan=tahun).select_related("indikator")
    return tuple(
        fakta.Pembanding(p.indikator.kode, p.nama, p.tingkat, p.tahun, Decimal(p.nilai), p.is_target, p.sumber)
        for p in daftar
    )


def _bukti(b: Bukti) -> fakta.Bukti:
    return fakta.Bukti(b.kode, b.nama, b.letak, nama_bukti(b), b.keterangan or None)


def _daftar_catatan(satker: Satker, tahun: int) -> tuple[fakta.CatatanSumber, ...]:
    daftar = CatatanSumber.objects.filter(satker=satker, tahun=tahun)
    return tuple(fakta.CatatanSumber(c.kode, c.unsur, c.letak, c.tertulis, c.dipakai, c.alasan) for c in daftar)


def _read(b: Bukti) -> bytes:
    if b.berkas is None:
        raise ValueError(f"{b.kode} has no file")
    with open_berkas(b.berkas) as sumber:
        isi: bytes = sumber.read()
    return isi
