"""Documents of a quarter as files; the money in them comes from the stage of the budget."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify

from akuntabel.core.fakta.perencanaan import HubunganAnggaran
from akuntabel.core.fakta.perencanaan import SasaranAnggaran as KaitAnggaran
from akuntabel.doors.web.pengukuran.kisi import require_triwulan
from akuntabel.doors.web.rencana_aksi.rinci import JENIS_MEDIA
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.anggaran.hitung import compute_anggaran_tahun
from akuntabel.siklus.pengukuran.dokumen import (
    AnggaranDokumen,
    JenisDokumen,
    build_isi_pengukuran,
    render_pengukuran,
)
from akuntabel.siklus.perencanaan.models import SasaranAnggaran


@di_ruang
def download(request: HttpRequest, ruang: Ruang, tw: int, jenis: str, format_: str) -> HttpResponse:
    """The document, made from the facts at this moment; before verification it says that it is a draft."""
    require_triwulan(tw)
    pilihan = next((f for f in JENIS_MEDIA if f.value == format_), None)
    if pilihan is None or jenis not in JenisDokumen.__members__.values():
        raise Http404
    anggaran = AnggaranDokumen(compute_anggaran_tahun(ruang.satker, ruang.tahun), _daftar_kait(ruang))
    isi = build_isi_pengukuran(ruang.satker, ruang.tahun, tw, anggaran)
    rancangan = "-rancangan" if isi.keterangan_rancangan else ""
    nama = f"{jenis}-{slugify(ruang.satker.nama)}-{ruang.tahun}-tw{tw}{rancangan}.{format_}"
    return HttpResponse(
        render_pengukuran(isi, JenisDokumen(jenis), pilihan),
        content_type=JENIS_MEDIA[pilihan],
        headers={"Content-Disposition": f'attachment; filename="{nama}"', "Content-Security-Policy": "sandbox"},
    )


def _daftar_kait(ruang: Ruang) -> list[KaitAnggaran]:
    """Which money serves which sasaran, as the core knows it."""
    daftar = SasaranAnggaran.objects.filter(satker=ruang.satker, tahun=ruang.tahun).select_related("sasaran")
    return [
        KaitAnggaran(k.sasaran.kode, k.kode, HubunganAnggaran(k.hubungan), k.sumber_dana or None, k.alasan)
        for k in daftar
    ]
