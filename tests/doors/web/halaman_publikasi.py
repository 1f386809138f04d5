"""The addresses of publikasi and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from doors.web.izin import LIHAT, PENYUSUN, PIMPINAN, TIDAK, Halaman, h

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "publikasi":            h(LIHAT),
    "esr":                  h(LIHAT),
    "publikasi_rinci":      h(LIHAT,     id_="laporan_terbit"),
    "publikasi_pratinjau":  h(LIHAT,     id_="laporan_direviu"),
    "publikasi_rancangan":  h(LIHAT,     id_="laporan_direviu"),
    "publikasi_berkas":     h(LIHAT,     id_="laporan_terbit", bagian="bagian_penetapan"),
    "publikasi_tanda":      h(PIMPINAN,  id_="laporan_direviu"),
    "publikasi_tanda_cara": h(PIMPINAN,  PIMPINAN,  id_="laporan_direviu", cara="cara_penetapan"),
    "publikasi_terbitkan":  h(TIDAK,     PENYUSUN,  id_="laporan_tertanda"),
    "publikasi_tarik":      h(PIMPINAN,  PIMPINAN,  id_="laporan_terbit"),
}
# fmt: on
# Answered with a file, not with a page.
BERKAS: frozenset[str] = frozenset({"esr", "publikasi_rancangan", "publikasi_berkas"})
BAGIAN: frozenset[str] = frozenset()  # answered with a part of a page, for the script of another
