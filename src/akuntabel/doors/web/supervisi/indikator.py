"""One indicator over the offices right below: the ratio of sums beside the mean, and where the two disagree."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.doors.web.supervisi.butir import read_butir
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.rekap_baca import read_jumlah, read_rekap_bawahan
from akuntabel.siklus.pengukuran.rekap_hasil import BedaPeringkat, HasilRekap, compute_hasil_rekap, find_beda_peringkat
from akuntabel.siklus.pengukuran.rekap_lingkup import Lingkup


@dataclass(frozen=True, slots=True)
class BarisBawahan:
    """An office right below with all that lies below it. beda: its two places, where they differ."""

    satker: Satker
    hasil: HasilRekap
    beda: BedaPeringkat | None


@di_ruang
def show(request: HttpRequest, ruang: Ruang, silsilah: UUID) -> HttpResponse:
    """Who does not look down sees the figure of the office only; 404 for an indicator that nobody has."""
    lingkup = Lingkup.of(ruang.satker, ruang.pengguna)
    jumlah = read_jumlah(lingkup, ruang.tahun, silsilah)
    butir = next(iter(read_butir(ruang.satker, [silsilah])), None)
    if jumlah is None or butir is None:
        raise Http404
    bawahan = read_rekap_bawahan(lingkup, ruang.tahun, silsilah)
    hasil = {satker: compute_hasil_rekap(j) for satker, j in bawahan.items()}
    beda = find_beda_peringkat(hasil)
    return render(
        request,
        "supervisi/indikator.html",
        {
            "ruang": ruang,
            "is_utuh": lingkup.is_utuh,
            "butir": butir,
            "hasil": compute_hasil_rekap(jumlah),
            "baris": [BarisBawahan(s, h, beda.get(s)) for s, h in hasil.items()],
            "jumlah_beda": len(beda),
        },
    )
