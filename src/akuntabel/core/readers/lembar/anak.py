"""Work on a hostile file in a process of its own, with bounded memory and time.

A fork costs about two milliseconds. What the work gives back, or the message it ends in, comes through a pipe; a child
that dies (a parser that aborts, memory that ran out) or takes too long ends in a message as well.
"""

import contextlib
import faulthandler
import gc
import multiprocessing
import os
import sys
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from akuntabel.core.readers.batas import MB
from akuntabel.core.readers.galat import BerkasTidakTerbacaError

try:
    import resource
except ImportError:  # not on Windows; there the time alone is bounded
    resource = None  # type: ignore[assignment]  # the module itself is the value that says whether it is there

BATAS_MEMORI = 1024 * MB  # beyond what the process holds already
BATAS_DETIK = 30  # of its own work
BATAS_TUNGGU = 4  # times as long by the clock, for machines that have other work
Hasil = TypeVar("Hasil")
if sys.platform == "win32":
    _Proses = multiprocessing.get_context("spawn").Process
else:
    _Proses = multiprocessing.get_context("fork").Process


def run_terbatas(
    berkas: str,
    kerja: Callable[[str, bytes], Hasil],
    isi: bytes,
    *,
    detik: int = BATAS_DETIK,
    memori: int = BATAS_MEMORI,
) -> Hasil:
    """``kerja(berkas, isi)``, done elsewhere. Raises BerkasTidakTerbacaError."""
    terima, kirim = multiprocessing.Pipe(duplex=False)
    proses = _Proses(target=_kerjakan, args=(kirim, kerja, berkas, isi, detik, memori), daemon=True)
    with warnings.catch_warnings():  # the child only computes; locks of other threads are nothing to it
        warnings.simplefilter("ignore", DeprecationWarning)
        proses.start()
    kirim.close()
    try:
        if not terima.poll(detik * BATAS_TUNGGU):
            raise BerkasTidakTerbacaError(berkas, f"isinya belum selesai dibaca setelah {detik * BATAS_TUNGGU} detik")
        hasil: Hasil | BerkasTidakTerbacaError = terima.recv()
    except (EOFError, OSError):
        raise BerkasTidakTerbacaError(berkas, "isinya rusak atau terlalu besar") from None
    finally:
        terima.close()
        proses.kill()
        proses.join()
        proses.close()
    if isinstance(hasil, BerkasTidakTerbacaError):
        raise hasil
    return hasil


def _kerjakan(
    kirim: Connection, kerja: Callable[[str, bytes], object], berkas: str, isi: bytes, detik: int, memori: int
) -> None:
    gc.disable()  # the process ends soon; looking for cycles among a million cells would only cost
    _batasi(detik, memori)
    try:
        hasil = kerja(berkas, isi)
    except BerkasTidakTerbacaError as galat:
        hasil = galat
    except MemoryError:
        hasil = BerkasTidakTerbacaError(berkas, "isinya terlalu besar")
    except BaseException:  # parsers in other languages raise panics that are no Exception
        hasil = BerkasTidakTerbacaError(berkas, "isinya rusak; simpan ulang berkasnya dari aplikasi asalnya")
    with contextlib.suppress(MemoryError, OSError):
        kirim.send(hasil)


def _batasi(detik: int, memori: int) -> None:
    """From here on: so much memory more, so many seconds of work, and no last words on the terminal."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    faulthandler.disable()
    if resource is None:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (detik, detik))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            halaman = int(Path("/proc/self/statm").read_text().split()[0])
            batas = halaman * resource.getpagesize() + memori
            resource.setrlimit(resource.RLIMIT_AS, (batas, batas))
