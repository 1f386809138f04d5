"""What a request says, read so that nothing anybody can send breaks a page."""

from django.http import HttpRequest


def read_nomor(teks: str | None) -> int | None:
    """A small whole number that a request names; None for anything else."""
    return int(teks) if teks and teks.isascii() and teks.isdigit() and len(teks) <= 9 else None


def read_versi(request: HttpRequest, kini: int) -> int:
    """The version that the person saw, as the button sends it; without one, what is stored now.

    An act on a version that is no longer stored is refused.
    """
    versi = read_nomor(request.POST.get("versi"))
    return kini if versi is None else versi


def read_kata(request: HttpRequest, nama: str = "cari") -> str:
    """What is searched for, without what no text in a database can hold."""
    return request.GET.get(nama, "").replace("\x00", "").strip()[:200]
