"""What a token of a person may be for, in the words of the cycle; both the screen and the API ask here."""

from enum import StrEnum


class HakToken(StrEnum):
    """A kind of act that a token allows, never more than its owner may."""

    BACA = "baca"
    UKUR = "ukur"
    ANGGARAN = "anggaran"

    @property
    def arti(self) -> str:
        """The scope as the screen says it."""
        return _ARTI[self]


_ARTI = {
    HakToken.BACA: "membaca data satker yang terlihat oleh Anda",
    HakToken.UKUR: "mencatat data pengukuran kinerja",
    HakToken.ANGGARAN: "mencatat realisasi anggaran",
}
