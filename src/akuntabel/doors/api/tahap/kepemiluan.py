"""Elections, their stages, voters in aggregates, cases."""

from typing import Annotated

from ninja import Router

from akuntabel.doors.api.baris import Baris, Dari, KodeSatker, Tanggal
from akuntabel.doors.api.kumpulan import Kumpulan, add_kumpulan, saring_atas
from akuntabel.siklus.kepemiluan import models as m

router = Router(tags=["Kepemiluan"])


class Pemilihan(Baris):
    """An election as an office knows it."""

    satker: KodeSatker
    tahun_laporan: int
    kode: str
    nama: str
    tahun: int
    tanggal: Tanggal | None
    rumus_partisipasi: str
    sumber: str


class Tahapan(Baris):
    """A stage as an office went through it."""

    satker: KodeSatker
    pemilihan: Annotated[str, Dari("pemilihan__kode")]
    urut: int
    kelompok: str
    nama: str
    status: str
    rencana_mulai: Tanggal | None
    rencana_selesai: Tanggal | None
    realisasi_mulai: Tanggal | None
    realisasi_selesai: Tanggal | None
    sumber: str


class DaftarPemilih(Baris):
    """Voters of one kind in an area, only as counts; null: not known."""

    satker: KodeSatker
    pemilihan: Annotated[str, Dari("pemilihan__kode")]
    kategori: str
    jenis_kelamin: str
    disabilitas: str
    kecamatan: str
    kelurahan: str
    pemilih: int | None
    pengguna: int | None
    sumber: str


class Perkara(Baris):
    """A dispute, suit, violation or incident."""

    satker: KodeSatker
    pemilihan: Annotated[str, Dari("pemilihan__kode")]
    kode: str
    jenis: str
    lembaga: str
    nomor: str
    pemohon: str
    termohon: str
    amar: str
    is_terbukti: bool | None
    tanggal: Tanggal | None
    keterangan: str
    sumber: str


for kumpulan in (
    Kumpulan(
        nama="pemilihan",
        judul="Pemilihan",
        baris=Pemilihan,
        daftar=lambda: m.Pemilihan.objects.all(),
        tahun="tahun_laporan",
        saring=saring_atas,
    ),
    Kumpulan(
        nama="tahapan",
        judul="Tahapan pemilihan",
        baris=Tahapan,
        daftar=lambda: m.Tahapan.objects.all(),
        tahun="pemilihan__tahun_laporan",
    ),
    Kumpulan(
        nama="daftar-pemilih",
        judul="Pemilih dan pengguna hak pilih, sebagai jumlah",
        baris=DaftarPemilih,
        daftar=lambda: m.DaftarPemilih.objects.terkini(),
        tahun="pemilihan__tahun_laporan",
    ),
    Kumpulan(
        nama="perkara",
        judul="Sengketa, gugatan, dan pelanggaran",
        baris=Perkara,
        daftar=lambda: m.Perkara.objects.all(),
        tahun="pemilihan__tahun_laporan",
    ),
):
    add_kumpulan(router, kumpulan)
