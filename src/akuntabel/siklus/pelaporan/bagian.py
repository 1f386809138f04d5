"""Which file of a package lives where, and the parts that are kept as files."""

from collections.abc import Iterable, Mapping
from typing import Any

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.core.fakta.paket import build_berkas
from akuntabel.core.fakta.pohon_yaml import read_yaml
from akuntabel.core.fakta.skema import DAFTAR_POHON, DAFTAR_TABEL
from akuntabel.core.fakta.tabel_csv import read_csv
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import BerkasDitolakError, open_berkas, store_berkas
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.models import BagianPaket, LaporanKinerja

# Rows of the database. A year keeps a file of its own only where it says otherwise than the rows do: an address that
# has changed since, an official who came later.
BAGIAN_TAHUN = ("satker.yaml", "pejabat.csv", "unit.csv", "tugas.csv", "perjanjian.csv", "perjanjian-target.csv")
# Rows of the database that hold for one year or one version of a plan; nothing later changes what they say of it.
BAGIAN_BARIS = (
    *("renstra.yaml", "sasaran.csv", "indikator.csv", "target-renstra.csv", "sasaran-anggaran.csv"),
    *("elemen.csv", "fakta.csv", "riwayat.csv", "pembanding.csv", "bukti.csv", "catatan-sumber.csv"),
    *("kode-anggaran.csv", "anggaran.csv", "revisi.csv", "revisi-rincian.csv", "hibah.csv"),
    *("pemilihan.csv", "tahapan.csv", "perkara.csv"),
    *("laporan.yaml", "isu.csv", "langkah.csv"),
)
NARASI = "narasi/"
_BAGIAN = KueriTetap(
    lambda satker, tahun: BagianPaket.objects.filter(satker=satker, tahun=tahun).order_by("berkas"), 1, 2020
)
_TABEL = {t.berkas: t for t in DAFTAR_TABEL}
_POHON = {f"{nama}.yaml": (nama, jenis) for nama, jenis in DAFTAR_POHON.items()}


def is_bagian_lain(berkas: str) -> bool:
    """Whether a file belongs to a stage that has no rows yet."""
    return berkas not in BAGIAN_TAHUN and berkas not in BAGIAN_BARIS and not berkas.startswith(NARASI)


def write_bagian(satker: Satker, fakta: FaktaTahun, *, by: Pengguna | None) -> None:
    """Keep what has no rows, instead of what was kept for the year before. Raises PaketTidakSahError.

    Evidence lives with its row; what a package brings along without naming it is kept as well.
    """
    bernama = {b.berkas for b in fakta.daftar_bukti}
    lain = {n: isi for n, isi in build_berkas(fakta).items() if is_bagian_lain(n) and n not in bernama}
    BagianPaket.objects.filter(satker=satker, tahun=fakta.tahun).exclude(berkas__in=BAGIAN_TAHUN).delete()
    masalah: list[Masalah] = []
    daftar = []
    for nama, isi in lain.items():
        bagian = BagianPaket(satker=satker, tahun=fakta.tahun, berkas=nama, isi=isi)
        if nama in fakta.bukti_berkas:
            try:
                bagian.isi, bagian.lampiran = b"", store_berkas(isi, nama, by=by, retensi=Retensi.KERTAS_KERJA)
            except BerkasDitolakError as galat:
                masalah += [Masalah(nama, 0, "", m.tertulis, m.diharapkan, m.perbaikan) for m in galat.daftar_masalah]
                continue
        daftar.append(bagian)
    if masalah:
        raise PaketTidakSahError(masalah)
    BagianPaket.objects.bulk_create(daftar)


def keep_bagian_tahun(satker: Satker, tahun: int, berkas: Mapping[str, bytes]) -> None:
    """Let a year keep files that say otherwise than the rows."""
    BagianPaket.objects.bulk_create(
        BagianPaket(satker=satker, tahun=tahun, berkas=nama, isi=isi) for nama, isi in berkas.items()
    )


def read_bagian(satker: Satker, tahun: int) -> dict[str, Any]:
    """What is kept of the year, as fields of FaktaTahun; only those that are there."""
    bidang: dict[str, Any] = {"bukti_berkas": {}}
    daftar = _BAGIAN(satker.pk, tahun)
    lampiran = Berkas.objects.in_bulk({b.lampiran_id for b in daftar if b.lampiran_id is not None})
    for bagian in daftar:
        if bagian.lampiran_id is not None:
            bagian.lampiran = lampiran[bagian.lampiran_id]
        _read_satu(bagian, bidang)
    return bidang


def _read_satu(bagian: BagianPaket, bidang: dict[str, Any]) -> None:
    nama, isi = bagian.berkas, bytes(bagian.isi)
    if bagian.lampiran is not None:
        with open_berkas(bagian.lampiran) as sumber:
            bidang["bukti_berkas"][nama] = sumber.read()
    elif nama in _POHON:
        kunci, jenis = _POHON[nama]
        bidang[kunci], masalah = read_yaml(nama, jenis, isi)
        _require_utuh(bagian, masalah)
    else:
        hasil = read_csv(_TABEL[nama], isi)
        _require_utuh(bagian, hasil.masalah)
        bidang[hasil.tabel.bidang] = tuple(hasil.daftar)


def _require_utuh(bagian: BagianPaket, masalah: Iterable[Masalah]) -> None:
    """What was written in canonical bytes reads back; anything else is a bug of ours or a damaged database."""
    daftar = list(masalah)
    if daftar:
        raise PaketTidakSahError([*daftar, Masalah(str(bagian), 0, "", "", "isi yang utuh", "Pulihkan dari cadangan.")])


def daftar_tahun_paket(satker: Satker) -> list[int]:
    """The years of the office for which a package was taken over."""
    daftar = LaporanKinerja.objects.filter(satker=satker, is_impor=True)
    return sorted(set(daftar.values_list("tahun", flat=True)))
