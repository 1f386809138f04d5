"""The addresses of laporan and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from doors.web.izin import LIHAT, PENGELOLA_DATA, PENYUSUN, PERENCANA, PIMPINAN, TIDAK, Halaman, h

_PENULIS = PERENCANA | PENGELOLA_DATA
_PENGOMENTAR = _PENULIS | PIMPINAN

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "laporan":                   h(LIHAT),
    "laporan_baru":              h(PERENCANA, PERENCANA),
    "laporan_ruang":             h(LIHAT, id_="laporan"),
    "laporan_gambar":            h(LIHAT, id_="laporan", nama="gambar_laporan"),
    "laporan_blok":              h(LIHAT, _PENULIS, id_="laporan", nama="teks_laporan"),
    "laporan_blok_terima":       h(TIDAK, _PENULIS, id_="laporan", nama="teks_usulan"),
    "laporan_versi":             h(LIHAT, id_="laporan", nama="teks_laporan"),
    "laporan_versi_pulihkan":    h(TIDAK, _PENULIS, id_="laporan", nama="teks_laporan", nomor="versi_teks"),
    "laporan_komentar":          h(TIDAK, _PENGOMENTAR, id_="laporan", nama="teks_laporan"),
    "laporan_komentar_selesai":  h(TIDAK, _PENGOMENTAR, id_="laporan", nomor="komentar_teks"),
    "laporan_identitas":         h(PERENCANA, PERENCANA, id_="laporan"),
    "laporan_isu":               h(PERENCANA, PERENCANA, id_="laporan"),
    "laporan_langkah":           h(PERENCANA, PERENCANA, id_="laporan"),
    "laporan_ajukan":            h(TIDAK, PERENCANA, id_="laporan"),
    "laporan_kembalikan":        h(PENYUSUN, PENYUSUN, id_="laporan"),
    "laporan_revisi":            h(PERENCANA, PERENCANA, id_="laporan"),
    "laporan_dokumen":           h(LIHAT, LIHAT, id_="laporan"),
    "laporan_dokumen_unduh":     h(LIHAT, id_="laporan", format_="format_laporan"),
    "laporan_usulan":            h(TIDAK, _PENULIS, id_="laporan"),
    "laporan_temuan":            h(LIHAT, id_="laporan"),
    "laporan_temuan_bagian":     h(LIHAT, id_="laporan"),
    "laporan_unggah":            h(_PENULIS, _PENULIS, id_="laporan"),
    "laporan_unggahan":          h(_PENULIS, id_="laporan", nomor="unggahan_word"),
    "laporan_unggahan_terima":   h(TIDAK, _PENULIS, id_="laporan", nomor="unggahan_word", nama="teks_laporan"),
    "laporan_unggahan_tolak":    h(TIDAK, _PENULIS, id_="laporan", nomor="unggahan_word", nama="teks_laporan"),
}
# fmt: on
BERKAS: frozenset[str] = frozenset({"laporan_gambar", "laporan_dokumen_unduh"})  # answered with a file, not with a page
BAGIAN: frozenset[str] = frozenset({"laporan_temuan_bagian"})  # a part of a page, for the script of another
