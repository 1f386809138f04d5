"""Files of a check: the comparison to go on working with, the findings to hand on, the report itself."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.text import slugify

from akuntabel.doors.web.reviu.periksa import KELUARGA, build_banding, find_kiriman, find_periksa
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.doors.web.supervisi.berkas import Sel, send_tabel
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.siklus.reviu.models import KirimanPeriksa, PeriksaLaporan, StatusPeriksa
from akuntabel.siklus.reviu.periksa import read_halaman

KEPALA = (
    *("Nomor", "Berkas", "Keadaan", "Satker", "Tahun", "Galat", "Peringatan", "Info", "Angka diperiksa", "Tabel"),
    *(f"Temuan {nama}" for nama in KELUARGA.values()),
)


@di_ruang
def download_banding(request: HttpRequest, ruang: Ruang, id_: int, format_: str) -> HttpResponse:
    """The comparison as CSV or XLSX."""
    kiriman = find_kiriman(ruang, id_)
    return send_tabel(format_, f"banding-laporan-{ruang.satker.kode}-{kiriman.pk}", KEPALA, _baris(kiriman))


@di_ruang
def download_halaman(request: HttpRequest, ruang: Ruang, id_: int, nomor: int) -> HttpResponse:
    """The findings on a page that needs nothing else: to be kept or handed on."""
    laporan = find_periksa(find_kiriman(ruang, id_), nomor)
    isi = read_halaman(PeriksaLaporan.objects.only("halaman").get(pk=laporan.pk))
    if not isi:
        raise Http404
    nama = f"temuan-{slugify(laporan.nama.rpartition('.')[0]) or laporan.pk}.html"
    kepala = {"Content-Disposition": f'attachment; filename="{nama}"', "Cache-Control": "private, no-store"}
    return HttpResponse(isi, content_type="application/octet-stream", headers=kepala)


@di_ruang
def download_berkas(request: HttpRequest, ruang: Ruang, id_: int, nomor: int) -> HttpResponseBase:
    """The report as it was handed in."""
    return send_berkas(find_periksa(find_kiriman(ruang, id_), nomor).berkas)


def _baris(kiriman: KirimanPeriksa) -> Iterator[list[Sel]]:
    """A report per row; of one that could not be read there are no figures, which is not 0."""
    for b in build_banding(kiriman):
        p = b.laporan
        awal: list[Sel] = [p.urut, p.nama, p.get_status_display(), p.satker_terbaca, str(p.tahun_terbaca or "")]
        if p.status != StatusPeriksa.SELESAI:
            yield [*awal, *([None] * (len(KEPALA) - len(awal)))]
            continue
        angka = (p.jumlah_galat, p.jumlah_peringatan, p.jumlah_info, p.angka_diperiksa, p.jumlah_tabel)
        yield [*awal, *angka, *b.keluarga]
