"""Take a file in, give it back, and find out whether it is still the same."""

import hashlib
import io
import re
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import PurePosixPath
from typing import IO, Protocol

from django.core.files.base import File
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from akuntabel.core.fakta.masalah import Masalah
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.files.jenis import JENIS_UMUM, MIB, JenisBerkas, detect_rupa, find_jenis, list_nama
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.penyimpanan import find_penyimpanan
from akuntabel.platform.files.retensi import UMUR_SEMENTARA, Retensi, pick_retensi

_POTONG = 1 << 16
_PANJANG_NAMA = 150
_TERLARANG = re.compile(r'[<>:"|?*]')
_PERANTI = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)")  # devices of Windows
_SIMPAN = "Buka berkasnya dan simpan kembali dalam bentuk itu, atau betulkan namanya."
_TEKS = "Simpan sebagai teks UTF-8 (“CSV UTF-8” di Excel), tanpa markah HTML atau skrip."


class BerkasDitolakError(Exception):
    """A file that is not taken in. Carries every problem found, never only the first."""

    def __init__(self, daftar_masalah: Sequence[Masalah]) -> None:
        self.daftar_masalah = tuple(daftar_masalah)
        super().__init__("\n".join(str(m) for m in self.daftar_masalah))


class BerkasHilangError(Exception):
    """The row is there, its bytes are not."""


class Sumber(Protocol):
    """Anything with bytes to read: an upload, an open file."""

    def read(self, size: int = ..., /) -> bytes: ...


def store_berkas(
    isi: bytes | Sumber,
    nama: str,
    *,
    by: Pengguna | None,
    retensi: Retensi,
    jenis_boleh: Sequence[JenisBerkas] = JENIS_UMUM,
    batas: int | None = None,
) -> Berkas:
    """Keep a file under the hash of its bytes; the row that has these bytes already, where there is one.

    by None: the system itself. batas: most bytes, instead of the limit of the kind. Raises BerkasDitolakError.
    """
    nama = clean_nama(nama)
    jenis = find_jenis(PurePosixPath(nama).suffix)
    batas = batas or (jenis.batas if jenis else max(j.batas for j in jenis_boleh))
    with tempfile.SpooledTemporaryFile(max_size=MIB) as tampung:
        sidik, ukuran = _copy(isi, tampung, batas)
        if daftar_masalah := list(_check(nama, jenis, jenis_boleh, ukuran > batas, batas, tampung)):
            raise BerkasDitolakError(daftar_masalah)
        berkas = Berkas(sidik=sidik, nama=nama, ukuran=ukuran, retensi=retensi, pengunggah=by)
        berkas.jenis = jenis.media if jenis else ""
        _write(berkas, tampung)
    return _record(berkas)


def open_berkas(berkas: Berkas) -> File[bytes]:
    """The bytes, to be read and closed. Raises BerkasHilangError."""
    try:
        return find_penyimpanan().open(berkas.letak)
    except FileNotFoundError as galat:
        raise BerkasHilangError(
            f"Berkas “{berkas.nama}” (SHA-256 {berkas.sidik[:12]}…) tercatat, tetapi isinya tidak ada di penyimpanan. "
            "Pulihkan dari cadangan, atau unggah kembali berkas yang sama."
        ) from galat


def verify_berkas(berkas: Berkas) -> str:
    """What is wrong with the bytes that are kept; empty where they still match their hash."""
    try:
        with open_berkas(berkas) as isi:
            sidik = hashlib.file_digest(isi, "sha256").hexdigest()
    except BerkasHilangError as galat:
        return str(galat)
    if sidik == berkas.sidik:
        return ""
    return (
        f"Berkas “{berkas.nama}”: isi di penyimpanan ber-SHA-256 {sidik[:12]}…, "
        f"diharapkan {berkas.sidik[:12]}…. Pulihkan dari cadangan, atau unggah kembali berkas yang sama."
    )


def clean_nama(nama: str) -> str:
    """A file name that no system reads as a path, a device or a direction of writing; the ending stays."""
    nama = unicodedata.normalize("NFC", nama).replace("\\", "/").rsplit("/", 1)[-1]
    nama = "".join(" " if h.isspace() else h for h in nama if h.isspace() or unicodedata.category(h)[0] != "C")
    nama = " ".join(_TERLARANG.sub("_", nama).split()).strip(". ")
    akhiran = PurePosixPath(nama).suffix
    batang = nama.removesuffix(akhiran)
    if _PERANTI.fullmatch(batang):
        batang = f"_{batang}"
    return f"{batang[: _PANJANG_NAMA - len(akhiran)].rstrip()}{akhiran}" or "berkas"


def _copy(isi: bytes | Sumber, tampung: IO[bytes], batas: int) -> tuple[str, int]:
    """Hash and size; stops as soon as there is more than the limit."""
    hash_, ukuran = hashlib.sha256(), 0
    sumber: Sumber = io.BytesIO(isi) if isinstance(isi, bytes) else isi
    while ukuran <= batas and (potong := sumber.read(_POTONG)):
        hash_.update(potong)
        tampung.write(potong)
        ukuran += len(potong)
    return hash_.hexdigest(), ukuran


def _check(
    nama: str,
    jenis: JenisBerkas | None,
    jenis_boleh: Sequence[JenisBerkas],
    is_terlalu_besar: bool,
    batas: int,
    tampung: IO[bytes],
) -> Iterator[Masalah]:
    """What speaks against keeping it."""
    boleh = list_nama(jenis_boleh)
    if is_terlalu_besar:
        ukuran = _mib(batas)
        yield _masalah(nama, f"lebih dari {ukuran}", f"paling banyak {ukuran}", "Perkecil atau bagi berkasnya.")
    if jenis is None or jenis not in jenis_boleh:
        akhiran = PurePosixPath(nama).suffix or "nama tanpa akhiran"
        yield _masalah(nama, akhiran, boleh, "Simpan dalam salah satu bentuk itu, lalu unggah kembali.")
    elif not is_terlalu_besar and (rupa := detect_rupa(tampung)) != jenis.rupa:
        perbaikan = _TEKS if jenis.rupa == "teks" else _SIMPAN
        yield _masalah(nama, f"berisi {rupa}", f"isi {jenis.nama}, sesuai akhiran namanya", perbaikan)


def _masalah(nama: str, tertulis: str, diharapkan: str, perbaikan: str) -> Masalah:
    return Masalah(nama, 0, "", tertulis, diharapkan, perbaikan)


def _mib(bita: int) -> str:
    return f"{bita // MIB} MiB" if bita % MIB == 0 else f"{bita} bita"


def _write(berkas: Berkas, tampung: IO[bytes]) -> None:
    """Bytes that are there stay; bytes that were lost or damaged come back."""
    penyimpanan = find_penyimpanan()
    if penyimpanan.exists(berkas.letak) and not verify_berkas(berkas):
        return
    tampung.seek(0)
    penyimpanan.save(berkas.letak, File(tampung))


@transaction.atomic(savepoint=False)
def _record(baru: Berkas) -> Berkas:
    """The one row of these bytes. Who brings them again can lengthen how long they are kept, not shorten it."""
    _renew_sementara(baru.sidik)
    Berkas.objects.bulk_create([baru], ignore_conflicts=True)
    berkas = Berkas.objects.get(sidik=baru.sidik)
    retensi = pick_retensi(Retensi(berkas.retensi), Retensi(baru.retensi))
    if retensi != berkas.retensi:
        berkas.retensi = retensi
        berkas.save(update_fields=["retensi"])
    return berkas


def _renew_sementara(sidik: str) -> None:
    """A temporary file that is brought again in the second half of its time begins anew; a row keeps its day."""
    lewat_separuh = timezone.now() - UMUR_SEMENTARA / 2
    lama = Berkas.objects.filter(sidik=sidik, retensi=Retensi.SEMENTARA, created_at__lt=lewat_separuh)
    with suppress(ProtectedError):  # something points at it, so it stays as it is
        lama.delete()
