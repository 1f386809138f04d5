"""The bundle for esr.menpan.go.id as a download."""

from django.http import HttpRequest, HttpResponse

from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.publikasi.esr import build_esr, pack_esr


@di_ruang
def download(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """All documents of the year that are final, with a list that says what is missing."""
    bundel = build_esr(ruang.satker, ruang.tahun)
    kepala = {
        "Content-Disposition": f'attachment; filename="{bundel.nama}"',
        "Content-Security-Policy": "sandbox",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(pack_esr(bundel), content_type="application/zip", headers=kepala)
