"""Two people at the same thing: the second is told what is stored now, and loses nothing of what was written."""

from collections.abc import Mapping
from datetime import datetime


class SudahBerubahError(Exception):
    """Somebody else has changed it since it was shown; nothing of this act was done.

    sekarang: what is stored now, by name of the field; oleh, waktu: who changed it and when, where that is known;
    versi: the version that a second try must name.
    """

    def __init__(
        self,
        pesan: str,
        *,
        sekarang: Mapping[str, object] | None = None,
        oleh: str = "",
        waktu: datetime | None = None,
        versi: int | None = None,
    ) -> None:
        super().__init__(pesan)
        self.sekarang = dict(sekarang or {})
        self.oleh = oleh
        self.waktu = waktu
        self.versi = versi
