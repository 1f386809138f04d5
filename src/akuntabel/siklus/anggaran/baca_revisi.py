"""A ledger of revisions from files: the tables of a data package as CSV, or one workbook with both sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from akuntabel.core.fakta.anggaran import JenisRevisi, RevisiDipa, RincianRevisi
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.readers.isian.baca import read_isian
from akuntabel.core.readers.isian.bentuk import Formulir, JenisIsian, KolomIsian, LembarIsian
from akuntabel.core.readers.isian.hasil import BarisIsian, HasilIsian
from akuntabel.core.readers.isian.templat import write_templat

BATAS_NOMOR = 1000
BATAS_RUPIAH = 10**18
_NOMOR = KolomIsian("nomor", "Nomor", JenisIsian.BULAT, keterangan="0 untuk DIPA awal", contoh="1")
_REVISI = LembarIsian(
    "revisi",
    "Revisi",
    "Satu baris untuk DIPA awal dan setiap revisinya.",
    (
        _NOMOR,
        KolomIsian(
            "jenis", "Jenis", JenisIsian.PILIHAN, pilihan=tuple(j.value for j in JenisRevisi), contoh="pagu_berubah"
        ),
        KolomIsian("semula", "Semula", JenisIsian.RUPIAH, False, "pagu sebelum revisi; kosong pada nomor 0"),
        KolomIsian("menjadi", "Menjadi", JenisIsian.RUPIAH, keterangan="pagu sesudah revisi", contoh="18.082.553.000"),
        KolomIsian("alasan", "Alasan", contoh="pencatatan hibah"),
        KolomIsian("tanggal", "Tanggal", JenisIsian.TANGGAL, False, "tanggal pengesahan"),
        KolomIsian("kewenangan", "Kewenangan", is_wajib=False, keterangan="yang mengesahkan: DJA, KPA, …", panjang=60),
        KolomIsian("sumber", "Sumber", is_wajib=False, keterangan="dokumen asal"),
    ),
    ("nomor",),
)
_RINCIAN = LembarIsian(
    "revisi-rincian",
    "Revisi Rincian",
    "Bagian dari perubahan sebuah revisi; boleh kosong bila tidak dirinci.",
    (
        _NOMOR,
        KolomIsian("kode", "Kode", JenisIsian.KODE, keterangan="kode anggaran", contoh="3364.034", panjang=120),
        KolomIsian("sumber_dana", "Sumber dana", keterangan="RM, HLD, …", contoh="HLD", panjang=20),
        KolomIsian("selisih", "Selisih", JenisIsian.BULAT, keterangan="berkurang ditulis negatif", contoh="1.000.000"),
    ),
    ("nomor", "kode", "sumber_dana"),
)
FORMULIR_REVISI = Formulir("revisi", "Buku Revisi DIPA", (_REVISI, _RINCIAN))


@dataclass(slots=True)
class BukuRevisi:
    """What was read. masalah: all that must be mended first; catatan: what was passed over."""

    daftar: list[RevisiDipa] = field(default_factory=list)
    rincian: list[RincianRevisi] = field(default_factory=list)
    masalah: list[Masalah] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)


def build_templat_revisi() -> bytes:
    """The workbook to fill in."""
    return write_templat(FORMULIR_REVISI, judul="Buku revisi DIPA")


def read_buku_revisi(daftar_berkas: Sequence[tuple[str, bytes]]) -> BukuRevisi:
    """The entries and details of one or two files."""
    buku = BukuRevisi()
    terbaca: dict[str, list[BarisIsian]] = {}
    for nama, isi in daftar_berkas:
        hasil = read_isian(FORMULIR_REVISI, nama, isi)
        buku.catatan += hasil.catatan
        for lembar, daftar in hasil.daftar_baris.items():
            if lembar in terbaca:
                hasil.masalah.append(Masalah(nama, 0, "", lembar, "lembar yang belum ada di berkas lain"))
            terbaca.setdefault(lembar, []).extend(daftar)
        buku.masalah += hasil.masalah
    if "revisi" not in terbaca and not buku.masalah:
        saran = "Sertakan tabel revisi: nomor, jenis, semula, menjadi, alasan."
        buku.masalah.append(Masalah("buku revisi", 0, "", "", "tabel revisi", saran))
    periksa = HasilIsian(masalah=buku.masalah)
    for baris in terbaca.get("revisi", []):
        _check_revisi(periksa, baris)
    nomor = {b.nilai.get("nomor") for b in terbaca.get("revisi", [])}
    for baris in terbaca.get("revisi-rincian", []):
        _check_rincian(periksa, baris, nomor)
    if not buku.masalah:
        buku.daftar = [_revisi(b.nilai) for b in terbaca["revisi"]]
        buku.rincian = [_rincian(b.nilai) for b in terbaca.get("revisi-rincian", [])]
    return buku


def _check_revisi(hasil: HasilIsian, baris: BarisIsian) -> None:
    nomor, semula = baris.nilai.get("nomor"), baris.nilai.get("semula")
    if not isinstance(nomor, int):
        return  # said already
    if not 0 <= nomor < BATAS_NOMOR:
        hasil.add_masalah(_REVISI, baris, _NOMOR, f"0 sampai {BATAS_NOMOR - 1}")
    if (nomor == 0) != (semula is None):
        hasil.add_masalah(_REVISI, baris, _REVISI.daftar_kolom[2], "kosong pada nomor 0, terisi pada nomor lain")


def _check_rincian(hasil: HasilIsian, baris: BarisIsian, nomor: set[Any]) -> None:
    if baris.nilai.get("nomor") not in nomor:
        hasil.add_masalah(_RINCIAN, baris, _NOMOR, "nomor yang ada pada tabel revisi")
    selisih = baris.nilai.get("selisih")
    if isinstance(selisih, int) and abs(selisih) >= BATAS_RUPIAH:
        hasil.add_masalah(_RINCIAN, baris, _RINCIAN.daftar_kolom[3], "rupiah bulat, misalnya -25.780.000")


def _revisi(nilai: Mapping[str, Any]) -> RevisiDipa:
    return RevisiDipa(
        nomor=nilai["nomor"],
        jenis=JenisRevisi(nilai["jenis"]),
        semula=nilai.get("semula"),
        menjadi=nilai["menjadi"],
        alasan=nilai["alasan"],
        tanggal=nilai.get("tanggal"),
        kewenangan=nilai.get("kewenangan") or None,
        sumber=nilai.get("sumber") or "",
    )


def _rincian(nilai: Mapping[str, Any]) -> RincianRevisi:
    return RincianRevisi(nilai["nomor"], nilai["kode"], nilai["sumber_dana"], int(nilai["selisih"]))
