"""The addresses of publikasi and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from doors.web.izin import Halaman

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
}
# fmt: on
BERKAS: frozenset[str] = frozenset()  # answered with a file, not with a page
BAGIAN: frozenset[str] = frozenset()  # answered with a part of a page, for the script of another
