"""What an office has of anggaran, for the pages (see ``isi``).

A version that holds and one that waits, to the item; the first DIPA, a booked revision and one that was handed in; a
grant with its termin, halaman III, three months, values of IKPA, links to sasaran and indicator.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from akuntabel.core.fakta.perencanaan import HubunganAnggaran, SasaranAnggaran
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.anggaran.actions_hibah import IsianHibah, IsianTermin, write_hibah
from akuntabel.siklus.anggaran.actions_pelaksanaan import (
    IsianRealisasi,
    write_nilai_ikpa,
    write_penarikan,
    write_realisasi_bulanan,
)
from akuntabel.siklus.anggaran.actions_revisi import (
    IsianRevisi,
    IsianRincian,
    adopt_revisi,
    draft_revisi,
    submit_revisi,
)
from akuntabel.siklus.anggaran.actions_tautan import TautanIndikator, write_indikator_anggaran
from akuntabel.siklus.anggaran.actions_versi import adopt_versi
from akuntabel.siklus.anggaran.models import BarisAnggaran, VersiAnggaran
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.actions.anggaran import write_sasaran_anggaran
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku
from doors.web.isi_impor_anggaran import submit_contoh

TAHUN = timezone.localdate().year


def build_objek(
    satker: Satker, objek: Mapping[str, Any], *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> dict[str, Any]:
    """The things of one office by name; objek: those of the stages before."""
    berlaku = build_versi(satker, 4, bulan=3, by=pengelola)
    adopt_versi(berlaku, by=pengelola, terhadap=0)
    _isi_bulan(satker, perencana, pengelola)
    _isi_tautan(satker, perencana)
    revisi = _isi_buku(satker, perencana, ketua)
    hibah = _hibah(satker, "hibah-pilkada", perencana)
    return {
        "tugas_impor": submit_contoh(satker, 0, by=pengelola),
        "versi_anggaran": berlaku.pk,
        "versi_pratinjau": build_versi(satker, 5, bulan=4, by=pengelola).pk,
        "jenis_gambar": "revisi",
        "revisi_dipa": revisi,
        "hibah": hibah,
        "bulan": 2,
    }


def add_baris(
    satker: Satker, objek: Mapping[str, Any], n: int, *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> None:
    """One more of each thing that stands in a list."""
    submit_contoh(satker, n + 1, by=pengelola)
    build_versi(satker, 4 + n, bulan=5, by=pengelola)
    terakhir = VersiAnggaran.objects.filter(satker=satker, tahun=TAHUN).diambil().first()
    versi = build_versi(satker, 6 + n, bulan=3, by=pengelola)
    adopt_versi(versi, by=pengelola, terhadap=terakhir.nomor if terakhir and terakhir.nomor else 0)
    _hibah(satker, f"hibah-{n}", perencana)


def build_versi(satker: Satker, jumlah: int, *, bulan: int, by: Pengguna) -> VersiAnggaran:
    """A version with so many leaves below one output, as an import leaves it."""
    pagu, ini = 100_000_000, 5_000_000
    versi = VersiAnggaran.objects.create(
        satker=satker,
        tahun=TAHUN,
        jenis="sakti",
        bulan=bulan,
        nama_berkas="fa-detail.xlsx",
        sidik=f"{jumlah:064x}",
        total_pagu=pagu * jumlah,
        total_realisasi=ini * bulan * jumlah,
        jumlah_baris=jumlah,
        catatan=["Sumber dana tidak disebut berkas; dipakai RM."],
        pengunggah=by,
    )
    cabang = [
        ("CQ", "", "program", "Program Penyelenggaraan Pemilu"),
        ("CQ.6640", "CQ", "kegiatan", "Pembentukan Badan Penyelenggara"),
        ("CQ.6640.QGE", "CQ.6640", "output", "Tata Kelola Kelembagaan Publik"),
        ("CQ.6640.QGE.001", "CQ.6640.QGE", "suboutput", "Badan penyelenggara ad hoc"),
    ]
    baris = [
        BarisAnggaran(versi=versi, urut=n, kode=k, induk=i, tingkat=t, uraian=u, pagu=pagu * jumlah, is_daun=False)
        for n, (k, i, t, u) in enumerate(cabang)
    ]
    baris += [
        BarisAnggaran(
            versi=versi,
            urut=10 + n,
            kode=f"CQ.6640.QGE.001.52121{n}",
            induk="CQ.6640.QGE.001",
            tingkat="akun",
            uraian=f"Belanja bahan {n}",
            sumber_dana="HLD" if n % 3 == 2 else "RM",
            akun=f"52{n:04d}",
            pagu=pagu,
            realisasi=ini * bulan,
            realisasi_ini=ini,
            is_daun=True,
        )
        for n in range(jumlah)
    ]
    BarisAnggaran.objects.bulk_create(baris)
    return versi


def _isi_bulan(satker: Satker, perencana: Pengguna, pengelola: Pengguna) -> None:
    write_penarikan(satker, TAHUN, {(b, "52"): 25_000_000 for b in range(1, 13)}, by=perencana)
    for bulan in (1, 2):
        daftar = [IsianRealisasi("CQ.6640.QGE", "RM", 15_000_000, "52"), IsianRealisasi("CQ.6640", "HLD", 5_000_000)]
        write_realisasi_bulanan(satker, TAHUN, bulan, daftar, sumber=f"LRA bulan {bulan}", by=pengelola)
    write_nilai_ikpa(satker, TAHUN, 3, {"tagihan": Decimal("98.5")}, sumber="OM-SPAN", by=pengelola)


def _isi_tautan(satker: Satker, perencana: Pengguna) -> None:
    indikator = list(daftar_indikator_berlaku(satker, TAHUN).select_related("sasaran"))
    sasaran = {i.sasaran.kode: i.sasaran for i in indikator}
    kait = [SasaranAnggaran(next(iter(sasaran)), "CQ.6640.QGE", HubunganAnggaran.UTAMA, "RM", "membiayai tahapan")]
    write_sasaran_anggaran(satker, TAHUN, kait, sasaran=sasaran, by=perencana)
    daftar = [TautanIndikator(indikator[0], "CQ.6640.QGE")]
    write_indikator_anggaran(satker, TAHUN, daftar, dikenal={"CQ.6640.QGE"}, by=perencana)


def _isi_buku(satker: Satker, perencana: Pengguna, ketua: Pengguna) -> int:
    """The primary key of the entry that was handed in."""
    hari = date(TAHUN, 1, 5)
    dipa = IsianRevisi("awal", "DIPA awal", menjadi=350_000_000, tanggal=hari, sumber="DIPA petikan")
    tambah = IsianRevisi("pagu_berubah", "tambahan dari pusat", tanggal=hari, kewenangan="DJA")
    for isian, rincian in (
        (dipa, []),
        (tambah, [IsianRincian("CQ.6640.QGE", "RM", 75_000_000), IsianRincian("CQ.6640", "HLD", -25_000_000)]),
    ):
        revisi = draft_revisi(satker, TAHUN, isian, rincian, by=perencana)
        submit_revisi(revisi, by=perencana)
        adopt_revisi(revisi, by=ketua)
    pok = IsianRevisi("pagu_tetap", "pergeseran dalam satu output", tanggal=hari, kewenangan="KPA")
    geser = [IsianRincian("CQ.6640.QGE.001", "RM", 5), IsianRincian("CQ.6640.QGE.002", "RM", -5)]
    revisi = draft_revisi(satker, TAHUN, pok, geser, by=perencana)
    submit_revisi(revisi, by=perencana)
    return revisi.pk


def _hibah(satker: Satker, kode: str, perencana: Pengguna) -> int:
    isian = IsianHibah(
        kode=kode,
        nama="Hibah Pemilihan Wali Kota",
        pemberi="Pemerintah Kota",
        pagu_dipa=150_000_000,
        nomor_nphd="270/1/NPHD",
        nomor_register="22S6FR8A",
        nilai_nphd=200_000_000,
        realisasi_kas=15_000_000,
        realisasi_disahkan=10_000_000,
    )
    termin = [IsianTermin(TAHUN - 1, 80_000_000, date(TAHUN - 1, 12, 1)), IsianTermin(TAHUN, 120_000_000)]
    return write_hibah(satker, TAHUN, isian, termin, by=perencana).pk
