"""Pages kept whole: what was answered once is answered again from memory until anything that is public changes.

Every request asks the database one small question, which mark its publications bear now (``VersiPublikasi``); a page
that was written under another mark is never sent again, in whichever process or on whichever machine the change was
made. So a publication that is withdrawn is gone with the next request.
"""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from threading import Lock
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers

from akuntabel.siklus.publikasi.versi import read_versi

BATAS_BITA = 48 * 1024 * 1024  # of a process
BERTAHAN = frozenset({200, 410})  # what is not there is not kept: anybody can ask for any number of such addresses
PERIKSA_DULU = "public, no-cache"  # anybody may keep it, nobody may show it without asking whether it still holds

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Jawaban:
    """An answer as bytes, as it is and compressed, with what names it."""

    status: int
    jenis: str
    etag: str
    isi: bytes
    padat: bytes
    kepala: tuple[tuple[str, str], ...]

    @property
    def ukuran(self) -> int:
        """How much memory it takes."""
        return len(self.isi) + len(self.padat) + 500


class Simpanan:
    """The answers of one mark, the least asked for go first."""

    def __init__(self, batas: int = BATAS_BITA) -> None:
        self._batas, self._kunci = batas, Lock()
        self.forget()

    def forget(self) -> None:
        """Everything."""
        with self._kunci:
            self._versi, self._ukuran = "", 0
            self._isi: OrderedDict[str, Jawaban] = OrderedDict()

    def find(self, versi: str, alamat: str) -> Jawaban | None:
        """What was answered there under that mark."""
        with self._kunci:
            if versi != self._versi or alamat not in self._isi:
                return None
            self._isi.move_to_end(alamat)
            return self._isi[alamat]

    def keep(self, versi: str, alamat: str, jawaban: Jawaban) -> None:
        """Keep it; what was kept under another mark goes."""
        with self._kunci:
            if versi != self._versi:
                self._isi.clear()
                self._versi, self._ukuran = versi, 0
            if (lama := self._isi.pop(alamat, None)) is not None:
                self._ukuran -= lama.ukuran
            self._isi[alamat] = jawaban
            self._ukuran += jawaban.ukuran
            while self._ukuran > self._batas:
                self._ukuran -= self._isi.popitem(last=False)[1].ukuran


SIMPANAN = Simpanan()


def halaman(view: View) -> View:
    """A page that depends on its address and on what is public, on nothing else: no person, no hour, no host."""

    @wraps(view)
    def jawab(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        versi, alamat = read_versi(), request.get_full_path()
        simpanan = SIMPANAN.find(versi, alamat)
        if simpanan is None:
            jawaban = view(request, *args, **kwargs)
            simpanan = _bungkus(jawaban)
            if jawaban.status_code in BERTAHAN:
                SIMPANAN.keep(versi, alamat, simpanan)
        return _send(request, simpanan)

    return jawab


def _bungkus(jawaban: HttpResponse) -> Jawaban:
    isi = jawaban.content
    kepala = tuple((k, v) for k, v in jawaban.items() if k not in ("Content-Type", "Content-Length"))
    etag = f'W/"{hashlib.sha256(isi).hexdigest()[:32]}"'  # weak: the compressed answer has other bytes
    return Jawaban(jawaban.status_code, jawaban["Content-Type"], etag, isi, gzip.compress(isi, 6, mtime=0), kepala)


def _send(request: HttpRequest, simpanan: Jawaban) -> HttpResponse:
    if simpanan.status == 200 and simpanan.etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
        jawaban: HttpResponse = HttpResponseNotModified()
    elif "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", ""):
        jawaban = HttpResponse(simpanan.padat, content_type=simpanan.jenis, status=simpanan.status)
        jawaban.headers["Content-Encoding"] = "gzip"
    else:
        jawaban = HttpResponse(simpanan.isi, content_type=simpanan.jenis, status=simpanan.status)
    for nama, nilai in simpanan.kepala:
        jawaban.headers[nama] = nilai
    jawaban.headers.setdefault("Cache-Control", PERIKSA_DULU)
    jawaban.headers["ETag"] = simpanan.etag
    patch_vary_headers(jawaban, ("Accept-Encoding",))
    return jawaban
