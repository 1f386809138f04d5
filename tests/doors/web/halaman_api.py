"""The addresses of api and who gets in (see ``halaman``).

Who reads is whoever sees the office; of the writings this walk sees those that are POST, the others are in
``doors/api/test_matriks_api``.
"""

from collections.abc import Mapping

from doors.web.izin import LIHAT, MASUK, PADAM, PENGELOLA_DATA, SEMUA, Halaman, h

_DAFTAR = (
    *("satu_satker", "entitas", "unit", "pejabat", "berita_acara"),
    *("renstra", "renstra_berlaku", "indikator", "rkt", "pagu", "kode_anggaran", "sasaran_anggaran", "pohon_kinerja"),
    *("perjanjian", "rencana_aksi"),
    *("elemen", "bukti", "triwulan", "jadwal_pengukuran", "nilai_tahunan", "realisasi_aksi", "riwayat", "pembanding"),
    *("capaian", "anggaran", "versi_anggaran", "revisi_dipa", "hibah", "penarikan", "realisasi_anggaran", "ikpa"),
    *("indikator_anggaran", "pemilihan", "tahapan", "daftar_pemilih", "perkara"),
    *("laporan", "temuan_reviu", "hasil_reviu", "lke", "rekomendasi", "terbitan"),
)
# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "api_dokumentasi":        h(SEMUA),
    "api_openapi":            h(SEMUA),
    "api_tidak_ada":          h(PADAM,         PADAM, sisa="sisa"),
    "api_saya":               h(MASUK),
    "api_satker":             h(MASUK),
    **{f"api_{nama}": h(LIHAT) for nama in _DAFTAR},
    "api_satu_renstra":       h(LIHAT,                id_="renstra"),
    "api_baris_anggaran":     h(LIHAT,                id_="versi_anggaran"),
    "api_satu_terbitan":      h(LIHAT,                id_="terbitan"),
    "api_realisasi_bulan":    h(LIHAT,                bulan="bulan"),
    "api_fakta":              h(LIHAT,         PENGELOLA_DATA),
}
# fmt: on
BERKAS: frozenset[str] = frozenset(HALAMAN) - {"api_dokumentasi"}  # answered with JSON, which no browser shows
BAGIAN: frozenset[str] = frozenset()  # answered with a part of a page, for the script of another
