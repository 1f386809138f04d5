"""The addresses of akses and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from doors.web.izin import MASUK, SENDIRI, TIDAK, Halaman, h

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "akses":                  h(MASUK),
    "akses_baru":             h(SENDIRI,       SENDIRI),
    "akses_cabut":            h(TIDAK,         SENDIRI, id_="token"),
}
# fmt: on
BERKAS: frozenset[str] = frozenset()  # answered with a file, not with a page
BAGIAN: frozenset[str] = frozenset()  # answered with a part of a page, for the script of another
