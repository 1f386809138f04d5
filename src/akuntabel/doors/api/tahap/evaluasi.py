"""Evaluation: worksheets with grades and answers, recommendations with what was done about them."""

from typing import Annotated

from ninja import Router

from akuntabel.doors.api.baris import Anak, Angka, Baris, Dari, KodeSatker, Tanggal, Waktu
from akuntabel.doors.api.kumpulan import Kumpulan, add_kumpulan
from akuntabel.doors.api.tahap.pengukuran import AngkaTertulis
from akuntabel.siklus.evaluasi import models as m

router = Router(tags=["Evaluasi"])


class NilaiSub(Baris):
    """The grade of a sub-component."""

    kode: str
    predikat: str
    alasan: str
    catatan: str


class NilaiKriteria(Baris):
    """The answer to a kriteria. is_mesin: found by the application, and not taken over by a person yet."""

    kode: str
    jawaban: str
    angka: AngkaTertulis
    catatan: str
    is_mesin: bool


class Lke(Baris):
    """A worksheet: the office's own (mandiri) or that of its evaluator (resmi)."""

    satker: KodeSatker
    tahun: int
    jenis: str
    revisi: int
    regulasi: str
    status: str
    penilai: Annotated[str | None, Dari("penilai__kode")]
    simpulan: str
    nomor_lhe: str
    tanggal_penetapan: Tanggal | None
    nilai: Angka | None
    predikat: str
    sidik: str
    subkomponen: Annotated[list[NilaiSub], Anak(lambda: m.NilaiSub.objects.order_by("kode"), "lke")]
    kriteria: Annotated[list[NilaiKriteria], Anak(lambda: m.NilaiKriteria.objects.order_by("kode"), "lke")]


class TindakLanjut(Baris):
    """What was done about a recommendation, or how that was judged."""

    jenis: str
    uraian: str
    oleh: Annotated[str, Dari("oleh__nama")]
    waktu: Waktu


class Rekomendasi(Baris):
    """A recommendation that binds the office; tahun: the year that was evaluated."""

    satker: KodeSatker
    tahun: int
    nomor: int
    sub: str
    teks: str
    sumber: str
    indikator: Annotated[str | None, Dari("indikator__kode")]
    unit: Annotated[str | None, Dari("unit__kode")]
    pejabat: Annotated[str | None, Dari("pejabat__kode")]
    tenggat: Tanggal | None
    status: str
    tindak_lanjut: Annotated[list[TindakLanjut], Anak(lambda: m.TindakLanjut.objects.order_by("pk"), "rekomendasi")]


for kumpulan in (
    Kumpulan(
        nama="lke",
        judul="Lembar kerja evaluasi dengan predikat dan jawabannya",
        baris=Lke,
        daftar=lambda: m.Lke.objects.all(),
    ),
    Kumpulan(
        nama="rekomendasi",
        judul="Rekomendasi hasil evaluasi dengan tindak lanjutnya",
        baris=Rekomendasi,
        daftar=lambda: m.Rekomendasi.objects.berlaku(),
    ),
):
    add_kumpulan(router, kumpulan)
