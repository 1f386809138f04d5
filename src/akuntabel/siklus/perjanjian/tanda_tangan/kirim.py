"""One request to a service outside: the remote signer, the time stamp authority. Only to addresses of the settings."""

from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

BATAS_JAWABAN = 64 * 1024 * 1024


class TidakTerhubungError(Exception):
    """The service did not answer, or answered too much."""


def send_permintaan(alamat: str, isi: bytes, kepala: Mapping[str, str], *, batas_detik: float) -> tuple[int, bytes]:
    """POST; the status and the body of the answer, whatever the status. Raises TidakTerhubungError."""
    bagian = urlsplit(alamat)
    if bagian.scheme not in ("http", "https") or not bagian.hostname:
        raise TidakTerhubungError(f"alamat “{alamat}” tidak diawali http:// atau https://")
    jenis = HTTPSConnection if bagian.scheme == "https" else HTTPConnection
    sambungan = jenis(bagian.hostname, bagian.port, timeout=batas_detik)
    jalur = bagian.path or "/"
    try:
        sambungan.request("POST", f"{jalur}?{bagian.query}" if bagian.query else jalur, isi, dict(kepala))
        jawaban = sambungan.getresponse()
        badan = jawaban.read(BATAS_JAWABAN + 1)
    except (OSError, HTTPException) as galat:
        raise TidakTerhubungError(str(galat) or type(galat).__name__) from galat
    finally:
        sambungan.close()
    if len(badan) > BATAS_JAWABAN:
        raise TidakTerhubungError("jawabannya terlalu besar")
    return jawaban.status, badan
