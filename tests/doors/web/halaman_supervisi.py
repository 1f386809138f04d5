"""The addresses of supervisi and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from doors.web.izin import LIHAT, Halaman, h

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "supervisi":                  h(LIHAT),
    "supervisi_berkas":           h(LIHAT, format_="format_tabel"),
    "supervisi_indikator":        h(LIHAT, silsilah="silsilah"),
    "supervisi_peringkat":        h(LIHAT),
    "supervisi_peringkat_berkas": h(LIHAT, format_="format_tabel"),
}
# fmt: on
BERKAS = frozenset({"supervisi_berkas", "supervisi_peringkat_berkas"})  # answered with a file, not with a page
