"""The addresses of kepemiluan and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from doors.web.izin import LIHAT, PENGELOLA_DATA, PERENCANA, TIDAK, Halaman, h

PENCATAT = PERENCANA | PENGELOLA_DATA

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "kepemiluan":            h(LIHAT),
    "pemilihan_baru":        h(PENCATAT,  PENCATAT),
    "pemilihan_acuan":       h(TIDAK,     PENCATAT),
    "pemilihan_ubah":        h(PENCATAT,  PENCATAT,  id_="pemilihan"),
    "pemilihan_hapus":       h(PENCATAT,  PENCATAT,  id_="pemilihan"),
    "tahapan_susun":         h(TIDAK,     PENCATAT,  id_="pemilihan"),
    "tahapan_baru":          h(PENCATAT,  PENCATAT,  id_="pemilihan"),
    "tahapan_catat":         h(PENCATAT,  PENCATAT,  id_="pemilihan"),
    "tahapan_ubah":          h(PENCATAT,  PENCATAT,  id_="tahapan"),
    "tahapan_hapus":         h(PENCATAT,  PENCATAT,  id_="tahapan"),
    "daftar_pemilih":        h(LIHAT),
    "daftar_pemilih_tulis":  h(PENCATAT,  PENCATAT,  id_="pemilihan"),
    "daftar_pemilih_riwayat": h(LIHAT,               id_="pemilihan"),
    "daftar_pemilih_tarik":  h(PENCATAT,  PENCATAT,  id_="baris_pemilih"),
    "daftar_pemilih_ukur":   h(PENGELOLA_DATA, PENGELOLA_DATA, id_="pemilihan"),
    "daftar_pemilih_impor":  h(PENCATAT,  PENCATAT,  id_="pemilihan"),
    "templat_pemilih":       h(PENCATAT,             id_="pemilihan"),
    "perkara":               h(LIHAT),
    "perkara_baru":          h(PENCATAT,  PENCATAT),
    "perkara_rinci":         h(LIHAT,                id_="perkara"),
    "perkara_ubah":          h(PENCATAT,  PENCATAT,  id_="perkara"),
    "perkara_hapus":         h(PENCATAT,  PENCATAT,  id_="perkara"),
    "perkara_dokumen":       h(PENCATAT,  PENCATAT,  id_="perkara"),
    "perkara_berkas":        h(LIHAT,                id_="dokumen_perkara"),
    "perkara_dokumen_lepas": h(PENCATAT,  PENCATAT,  id_="dokumen_perkara"),
}
# fmt: on
BERKAS: frozenset[str] = frozenset({"templat_pemilih", "perkara_berkas"})  # answered with a file, not with a page
