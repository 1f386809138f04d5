"""The addresses of tahun_berikut and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from doors.web.izin import LIHAT, PERENCANA, TIDAK, Halaman, h

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "tahun_berikut":         h(LIHAT),
    "tahun_berikut_buka":    h(TIDAK,     PERENCANA),
}
# fmt: on
BERKAS: frozenset[str] = frozenset()  # answered with a file, not with a page
BAGIAN: frozenset[str] = frozenset()  # answered with a part of a page, for the script of another
