"""The addresses of notifikasi and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from doors.web.izin import MASUK, SENDIRI, TIDAK, Halaman, h

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "notifikasi":            h(MASUK),
    "notifikasi_baca_semua": h(TIDAK,     MASUK),
    "notifikasi_pilihan":    h(MASUK,     MASUK),
    "notifikasi_buka":       h(TIDAK,     SENDIRI,   id_="notifikasi"),
    "notifikasi_baca":       h(TIDAK,     SENDIRI,   id_="notifikasi"),
}
# fmt: on
BERKAS: frozenset[str] = frozenset()  # answered with a file, not with a page
