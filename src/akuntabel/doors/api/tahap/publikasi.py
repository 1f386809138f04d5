"""Published reports, with the figures that are public and the files that carry them."""

from typing import Annotated, Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Router

from akuntabel.doors.api.baris import Anak, Angka, Baris, Dari, Rupiah, Tanggal, Ubah, Waktu, read_baris
from akuntabel.doors.api.jawaban import build_jawaban
from akuntabel.doors.api.kumpulan import Kode, Kumpulan, Nomor, Tahun, add_kumpulan
from akuntabel.doors.api.pintu import Ruang, get_ruang, jaga
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.organisasi.querysets import saring_jalur
from akuntabel.siklus.publikasi import models as m

router = Router(tags=["Publikasi"])
AngkaTerbit = Annotated[Angka | None, Ubah(lambda teks: teks or None)]
JejakTerbit = dict[str, Any] | None


class Dokumen(Baris):
    """A file of a published report."""

    format: str
    nama: str
    media: str
    sha256: str
    ukuran: int


class Terbitan(Baris):
    """A published report, or the notice of its withdrawal. sidik: SHA-256 of the public data package."""

    id: int
    slug: str
    judul: str
    satker: Annotated[str, Dari("kode_satker")]
    tahun: int
    entitas: str
    jenis: str
    triwulan: int | None
    revisi: int
    status: str
    sidik: str
    penanda_tangan: str
    tanggal_tanda_tangan: Tanggal
    terbit_pada: Waktu
    ditarik_pada: Waktu | None
    alasan_tarik: str


class SasaranTerbit(Baris):
    """A sasaran of the report."""

    kode: str
    nama: str
    capaian: AngkaTerbit
    capaian_tercetak: str
    status: str
    alasan: str
    kategori: str
    jejak: JejakTerbit


class IndikatorTerbit(Baris):
    """An indicator of the report: exact, and as the document prints it."""

    sasaran: str
    kode: str
    silsilah: str | None
    nama: str
    satuan: str
    arah: str
    target: str
    target_tercetak: str
    realisasi: str
    realisasi_tercetak: str
    capaian: AngkaTerbit
    capaian_terbatas: AngkaTerbit
    capaian_tercetak: str
    status: str
    alasan: str
    is_tercapai: bool | None
    kategori: str
    jejak: JejakTerbit


class AnggaranTerbit(Baris):
    """A line of the budget of the report."""

    kode: str
    induk: str
    nama: str
    kedalaman: int
    sumber_dana: str
    pagu: Rupiah
    realisasi: Rupiah | None
    sisa: Rupiah | None
    serapan: AngkaTerbit


class TerbitanLengkap(Terbitan):
    """A published report with its figures and files."""

    kebijakan: str
    capaian: AngkaTerbit
    capaian_tercetak: str
    status_capaian: str
    kategori: str
    pagu: Rupiah | None
    realisasi: Rupiah | None
    serapan: AngkaTerbit
    sasaran: Annotated[list[SasaranTerbit], Anak(lambda: m.SasaranTerbit.objects.order_by("urut"), "terbitan")]
    indikator: Annotated[list[IndikatorTerbit], Anak(lambda: m.IndikatorTerbit.objects.order_by("urut"), "terbitan")]
    anggaran: Annotated[list[AnggaranTerbit], Anak(lambda: m.AnggaranTerbit.objects.order_by("urut"), "terbitan")]
    dokumen: Annotated[list[Dokumen], Anak(lambda: m.DokumenTerbit.objects.order_by("urut"), "terbitan")]


def _daftar_publik() -> QuerySet[m.Terbitan]:
    return m.Terbitan.objects.exclude(status=m.StatusTerbitan.DISIAPKAN)


def _milik(ruang: Ruang, is_bawahan: bool) -> Q:
    """By the office as it was written then; what is published is for everybody."""
    return saring_jalur(ruang.kantor.path) if is_bawahan else Q(kode_satker=ruang.kantor.kode)


@router.get(
    "/satker/{slug:kode}/{int:tahun}/terbitan/{int:id_}",
    response=TerbitanLengkap,
    summary="Satu terbitan dengan semua angkanya",
    operation_id="satu_terbitan",
    url_name="api_satu_terbitan",
)
@jaga(HakToken.BACA)
def show_terbitan(request: HttpRequest, kode: Kode, tahun: Tahun, id_: Nomor) -> HttpResponse:
    """Angka yang sama seperti dalam dokumennya. Dari terbitan yang ditarik hanya pemberitahuannya yang tersisa."""
    milik = _milik(get_ruang(request), is_bawahan=False)
    terbit = m.Terbitan.objects.filter(milik, tahun=tahun, pk=id_, status=m.StatusTerbitan.TERBIT)
    daftar = read_baris(TerbitanLengkap, terbit)
    if not daftar:
        raise Http404
    return build_jawaban(daftar[0])


add_kumpulan(
    router,
    Kumpulan(
        nama="terbitan",
        judul="Laporan yang diterbitkan, juga yang ditarik",
        baris=Terbitan,
        daftar=_daftar_publik,
        saring=_milik,
    ),
)
