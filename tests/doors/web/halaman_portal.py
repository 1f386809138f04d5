"""The addresses of portal and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from doors.web.izin import SEMUA, Halaman, h

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "publik":                               h(SEMUA),
    "publik_cari":                          h(SEMUA),
    "publik_tentang":                       h(SEMUA),
    "publik_nasional":                      h(SEMUA),
    "publik_wilayah":                       h(SEMUA),
    "publik_satker":                        h(SEMUA),
    "publik_banding":                       h(SEMUA),
    "publik_umpan_satker":                  h(SEMUA),
    "publik_tahun":                         h(SEMUA),
    "publik_terbitan":                      h(SEMUA, slug="slug_terbitan"),
    "publik_data":                          h(SEMUA, slug="slug_terbitan", nama="nama_data"),
    "publik_data_tahun":                    h(SEMUA),
    "publik_dokumen":                       h(SEMUA, sidik="sidik_terbitan"),
    "publik_unduh":                         h(SEMUA, sidik="sidik_berkas_terbit", nama="nama_berkas_terbit"),
    "publik_periksa":                       h(SEMUA,   SEMUA),
    "publik_katalog":                       h(SEMUA),
    "publik_umpan":                         h(SEMUA),
    "publik_peta":                          h(SEMUA),
    "robots":                               h(SEMUA),
}
# fmt: on
BERKAS: frozenset[str] = frozenset(
    {
        *("publik_data", "publik_data_tahun", "publik_unduh", "publik_katalog"),
        *("publik_umpan", "publik_umpan_satker", "publik_peta", "robots"),
    }
)  # answered with a file, not with a page
BAGIAN: frozenset[str] = frozenset()  # answered with a part of a page, for the script of another
