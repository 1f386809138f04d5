"""Send a file to a browser: always as a download, never as a page of this site."""

from django.http import FileResponse

from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.simpan import clean_nama, open_berkas

CSP = "default-src 'none'; sandbox"


def send_berkas(berkas: Berkas, *, nama: str = "") -> FileResponse:
    """The answer with the bytes; whether this person may have them is the caller's question.

    Raises BerkasHilangError.
    """
    jawaban = FileResponse(
        open_berkas(berkas), as_attachment=True, filename=clean_nama(nama or berkas.nama), content_type=berkas.jenis
    )
    jawaban["Content-Length"] = berkas.ukuran
    jawaban["Content-Security-Policy"] = CSP
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cross-Origin-Resource-Policy"] = "same-origin"
    jawaban["Cache-Control"] = "private, no-cache"
    return jawaban
