"""The budget: versions with their lines, the tree with serapan, the ledger of revisions, grants, months."""

from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from akuntabel.core.calc.anggaran import BarisAnggaran as BarisHitung
from akuntabel.doors.api.baris import Anak, Angka, Baris, Dari, KodeSatker, Rupiah, Tanggal, Waktu
from akuntabel.doors.api.hitungan import Hitungan, build_hitungan, write_rupiah
from akuntabel.doors.api.jawaban import build_jawaban
from akuntabel.doors.api.kumpulan import Halaman, Kode, Kumpulan, Nomor, Potongan, Tahun, add_kumpulan, show_halaman
from akuntabel.doors.api.pintu import get_ruang, jaga
from akuntabel.siklus.anggaran import models as m
from akuntabel.siklus.anggaran.hitung import compute_anggaran_tahun
from akuntabel.siklus.hak_token import HakToken

router = Router(tags=["Anggaran"])


class Versi(Baris):
    """A file of the budget as it was read; the highest nomor holds."""

    id: int
    satker: KodeSatker
    tahun: int
    nomor: int | None
    jenis: str
    status: str
    bulan: int | None
    nama_berkas: str
    sidik: str
    total_pagu: Rupiah
    total_realisasi: Rupiah | None
    jumlah_baris: int
    dimuat_pada: Annotated[Waktu, Dari("created_at")]
    diambil_pada: Waktu | None


class BarisVersi(Baris):
    """A line of a version as the file has it; realisasi null: not known, which is not 0."""

    urut: int
    kode: str
    induk: str
    tingkat: str
    uraian: str
    sumber_dana: str
    akun: str
    pagu: Rupiah
    blokir: Rupiah
    realisasi: Rupiah | None
    is_daun: bool


class RincianRevisi(Baris):
    """Part of an entry, signed."""

    kode: str
    sumber_dana: str
    selisih: Rupiah
    output: str


class Revisi(Baris):
    """An entry of the ledger of revisions."""

    satker: KodeSatker
    tahun: int
    nomor: int
    jenis: str
    semula: Rupiah | None
    menjadi: Rupiah
    alasan: str
    tanggal: Tanggal | None
    kewenangan: str
    status: str
    versi: int
    rincian: Annotated[list[RincianRevisi], Anak(lambda: m.RincianRevisi.objects.order_by("urut", "pk"), "revisi")]


class Termin(Baris):
    """One payment of the giver."""

    urut: int
    tahun: int
    tanggal: Tanggal | None
    nilai: Rupiah
    keterangan: str


class Hibah(Baris):
    """A grant in a year; null: not known, which is not 0."""

    satker: KodeSatker
    tahun: int
    kode: str
    nama: str
    pemberi: str
    nomor_nphd: str
    tanggal_nphd: Tanggal | None
    nomor_register: str
    sumber_dana: str
    nilai_nphd: Rupiah | None
    pagu_dipa: Rupiah
    realisasi_kas: Rupiah | None
    realisasi_disahkan: Rupiah | None
    sumber: str
    termin: Annotated[list[Termin], Anak(lambda: m.TerminHibah.objects.order_by("urut"), "hibah")]


class Penarikan(Baris):
    """The plan of withdrawals of a month (halaman III DIPA)."""

    satker: KodeSatker
    tahun: int
    bulan: int
    jenis_belanja: str
    jumlah: Rupiah


class RealisasiBulanan(Baris):
    """What was spent in one month, net of what was paid back."""

    satker: KodeSatker
    tahun: int
    bulan: int
    kode: str
    sumber_dana: str
    jenis_belanja: str
    jumlah: Rupiah
    sumber: str


class NilaiIkpa(Baris):
    """The value of an indicator of IKPA as the treasury says it."""

    satker: KodeSatker
    tahun: int
    bulan: int
    indikator: str
    nilai: Angka
    sumber: str


class IndikatorAnggaran(Baris):
    """Which line of the budget pays for which indicator."""

    satker: KodeSatker
    tahun: int
    indikator: Annotated[str, Dari("indikator__kode")]
    kode: str
    sumber_dana: str


class PosAnggaran(Baris):
    """A row of the budget: a leaf or a sum, of one source. sisa null: some realisasi below it is unknown."""

    kode: str
    uraian: str
    tingkat: int
    sumber_dana: str
    pagu: Rupiah
    realisasi: Rupiah | None
    sisa: Rupiah | None
    serapan: Hitungan


class Anggaran(Baris):
    """The budget in force as a tree, with its totals and what does not fit in the ledger."""

    satker: str
    tahun: int
    baris: list[PosAnggaran]
    per_sumber: list[PosAnggaran]
    total: PosAnggaran
    ketidakcocokan: list[str]
    beda_pagu: Rupiah | None


@router.get(
    "/satker/{slug:kode}/{int:tahun}/anggaran",
    response=Anggaran,
    summary="Pagu dan realisasi yang berlaku sebagai pohon, dengan serapan dan jejaknya",
    operation_id="anggaran",
    url_name="api_anggaran",
)
@jaga(HakToken.BACA)
def show_anggaran(request: HttpRequest, kode: Kode, tahun: Tahun) -> HttpResponse:
    """Dihitung dari versi anggaran terakhir yang diambil; yang belum diketahui bukan 0."""
    satker = get_ruang(request).kantor
    hasil = compute_anggaran_tahun(satker, tahun)
    return build_jawaban(
        {
            "satker": satker.kode,
            "tahun": tahun,
            "baris": [_pos(b.baris, b.kode.uraian) for b in hasil.baris],
            "per_sumber": [_pos(b, "") for b in hasil.total.per_sumber],
            "total": _pos(hasil.total.semua, ""),
            "ketidakcocokan": [k.pesan for k in hasil.ketidakcocokan],
            "beda_pagu": write_rupiah(hasil.beda_pagu),
        }
    )


@router.get(
    "/satker/{slug:kode}/{int:tahun}/anggaran/{int:id_}/baris",
    response=Halaman[BarisVersi],
    summary="Baris satu versi anggaran sampai kode paling bawah",
    operation_id="baris_anggaran",
    url_name="api_baris_anggaran",
)
@jaga(HakToken.BACA)
def show_baris_anggaran(
    request: HttpRequest, kode: Kode, tahun: Tahun, id_: Nomor, hal: Query[Potongan]
) -> HttpResponse:
    """Sebagaimana tertulis dalam berkasnya."""
    versi = get_object_or_404(m.VersiAnggaran, get_ruang(request).saring(), tahun=tahun, pk=id_)
    semua: QuerySet[Any] = m.BarisAnggaran.objects.filter(versi=versi)
    return show_halaman(request, BarisVersi, semua, hal)


def _pos(b: BarisHitung, uraian: str) -> dict[str, Any]:
    return {
        "kode": b.kode,
        "uraian": uraian,
        "tingkat": b.tingkat,
        "sumber_dana": b.sumber_dana,
        "pagu": str(b.pagu),
        "realisasi": write_rupiah(b.realisasi),
        "sisa": write_rupiah(b.sisa),
        "serapan": build_hitungan(b.persen, "%"),
    }


for kumpulan in (
    Kumpulan(
        nama="versi-anggaran",
        judul="Versi anggaran yang dimuat",
        baris=Versi,
        daftar=lambda: m.VersiAnggaran.objects.all(),
    ),
    Kumpulan(nama="revisi-dipa", judul="Buku revisi DIPA", baris=Revisi, daftar=lambda: m.RevisiDipa.objects.all()),
    Kumpulan(nama="hibah", judul="Hibah dengan terminnya", baris=Hibah, daftar=lambda: m.Hibah.objects.all()),
    Kumpulan(
        nama="penarikan",
        judul="Rencana penarikan dana",
        baris=Penarikan,
        daftar=lambda: m.RencanaPenarikan.objects.all(),
    ),
    Kumpulan(
        nama="realisasi-anggaran",
        judul="Realisasi anggaran setiap bulan",
        baris=RealisasiBulanan,
        daftar=lambda: m.RealisasiBulanan.objects.all(),
    ),
    Kumpulan(nama="ikpa", judul="Nilai IKPA dari OM-SPAN", baris=NilaiIkpa, daftar=lambda: m.NilaiIkpa.objects.all()),
    Kumpulan(
        nama="indikator-anggaran",
        judul="Anggaran yang membiayai indikator",
        baris=IndikatorAnggaran,
        daftar=lambda: m.IndikatorAnggaran.objects.all(),
    ),
):
    add_kumpulan(router, kumpulan)
