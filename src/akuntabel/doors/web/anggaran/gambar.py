"""Charts of these screens, drawn by the core; their figures stand in the tables beside them."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse

from akuntabel.core.calc.anggaran import compute_serapan
from akuntabel.core.calc.angka import BULAN, format_angka, format_persen
from akuntabel.core.naskah.grafik import Langkah, Spesifikasi, Titik, air_terjun, batang_kelompok
from akuntabel.core.naskah.model import Gambar, JenisGambar
from akuntabel.core.render.gambar import draw_gambar
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.anggaran.models import RevisiDipa, StatusRevisi
from akuntabel.siklus.anggaran.pelaksanaan import HasilPelaksanaan, compute_pelaksanaan

LEBAR_MM, TINGGI_MM = 200.0, 62.0


@di_ruang
def show_gambar(request: HttpRequest, ruang: Ruang, jenis: str) -> HttpResponse:
    """One of the charts as SVG; 404 where there is nothing to draw yet."""
    pembuat = _PEMBUAT.get(jenis)
    spesifikasi = pembuat(ruang) if pembuat else None
    if spesifikasi is None:
        raise Http404
    gambar = Gambar(
        f"anggaran-{jenis}", "", JenisGambar.VEGA_LITE, spesifikasi, "", LEBAR_MM, TINGGI_MM, bernomor=False
    )
    kepala = {"Content-Disposition": f'attachment; filename="{jenis}.svg"', "Content-Security-Policy": "sandbox"}
    return HttpResponse(draw_gambar(gambar, png=False).svg, content_type="image/svg+xml", headers=kepala)


def daftar_titik(hasil: HasilPelaksanaan) -> list[Titik]:
    """Plan and spending until the end of each month, in percent of the pagu, for the months that are known."""
    pagu = sum(hasil.bahan.pagu.values())
    titik: list[Titik] = []
    for b in hasil.daftar_bulan if pagu else ():
        nama = BULAN[b.bulan - 1][:3]
        if hasil.bahan.rencana:
            titik.append(_titik(nama, b.rencana_kumulatif, pagu, "Rencana penarikan"))
        if b.realisasi_kumulatif is not None:
            titik.append(_titik(nama, b.realisasi_kumulatif, pagu, "Realisasi"))
    return titik


def _titik(nama: str, jumlah: int, pagu: int, seri: str) -> Titik:
    return Titik(nama, jumlah, format_persen(compute_serapan(pagu, jumlah).require(), 0), seri)


def _gambar_serapan(ruang: Ruang) -> Spesifikasi | None:
    titik = daftar_titik(compute_pelaksanaan(ruang.satker, ruang.tahun))
    return batang_kelompok(titik) if titik else None


def _gambar_revisi(ruang: Ruang) -> Spesifikasi | None:
    """The pagu through the booked revisions; labels in millions, the table has every rupiah."""
    daftar = RevisiDipa.objects.filter(satker=ruang.satker, tahun=ruang.tahun, status=StatusRevisi.DITETAPKAN)
    langkah = [
        Langkah(
            f"Rev. {r.nomor}" if r.nomor else "Awal",
            0 if r.semula is None else r.semula,
            r.menjadi,
            _juta(r.menjadi if r.selisih is None else r.selisih, is_selisih=r.selisih is not None),
        )
        for r in daftar.order_by("nomor")
    ]
    return air_terjun(langkah) if langkah else None


def _juta(jumlah: int, *, is_selisih: bool) -> str:
    if is_selisih and not jumlah:
        return "tetap"
    return format_angka(Decimal(jumlah).scaleb(-6), 0, bertanda=is_selisih)


_PEMBUAT: Mapping[str, Callable[[Ruang], Spesifikasi | None]] = {
    "serapan": _gambar_serapan,
    "revisi": _gambar_revisi,
}
