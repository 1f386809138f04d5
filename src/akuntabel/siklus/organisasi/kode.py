"""Keys that nobody has to think up."""

from collections.abc import Collection

from django.utils.text import slugify

_PANJANG = 50  # leaves room for a number within the 60 letters of a key


def pick_kode(teks: str, terpakai: Collection[str]) -> str:
    """A key out of a name that is not used yet: "ketua", then "ketua-2"."""
    dasar = slugify(teks)[:_PANJANG].strip("-") or "kode"
    nomor = 1
    kode = dasar
    while kode in terpakai:
        nomor += 1
        kode = f"{dasar}-{nomor}"
    return kode
