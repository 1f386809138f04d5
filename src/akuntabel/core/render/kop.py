"""Where a letterhead stands: decided once for every format."""

from collections.abc import Sequence

from akuntabel.core.naskah.model import Blok, Kop


def count_kop(isi: Sequence[Blok]) -> int:
    """How many blocks of a chapter stand above its heading: its letterhead, or none."""
    return int(bool(isi) and isinstance(isi[0], Kop))
