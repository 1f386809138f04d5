"""The addresses of reviu and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from akuntabel.siklus.organisasi.models import Peran
from doors.web.izin import LIHAT, PIMPINAN, TIDAK, DiAtas, Halaman, h

AUDITOR = DiAtas(frozenset({Peran.AUDITOR}))  # those of the examples are on the team, as its head
PENUNJUK = DiAtas(frozenset({Peran.AUDITOR, Peran.PIMPINAN}), sendiri=PIMPINAN)
PEMERIKSA = frozenset({Peran.AUDITOR, Peran.EVALUATOR, Peran.SUPERVISOR, Peran.PERENCANA, Peran.PIMPINAN})

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "reviu":                   h(LIHAT),
    "reviu_rinci":             h(LIHAT,               id_="reviu"),
    "reviu_bukti":             h(TIDAK,     AUDITOR,  id_="reviu"),
    "reviu_bukti_tugas":       h(LIHAT,               id_="reviu", tugas="tugas_bukti"),
    "reviu_kembalikan":        h(AUDITOR,   AUDITOR,  id_="reviu"),
    "reviu_kertas_kerja":      h(LIHAT,               id_="reviu", format_="format"),
    "reviu_tim":               h(PENUNJUK,  PENUNJUK, id_="reviu"),
    "reviu_tim_henti":         h(PENUNJUK,  PENUNJUK, id_="reviu", nomor="penugasan_reviu"),
    "reviu_checklist":         h(AUDITOR,   AUDITOR,  id_="reviu"),
    "reviu_langkah_baru":      h(AUDITOR,   AUDITOR,  id_="reviu"),
    "reviu_langkah_baku":      h(TIDAK,     AUDITOR,  id_="reviu"),
    "reviu_langkah":           h(AUDITOR,   AUDITOR,  id_="reviu", nomor="langkah_reviu"),
    "reviu_langkah_hapus":     h(TIDAK,     AUDITOR,  id_="reviu", nomor="langkah_reviu"),
    "reviu_temuan_baru":       h(AUDITOR,   AUDITOR,  id_="reviu"),
    "reviu_temuan_ambil":      h(TIDAK,     AUDITOR,  id_="reviu"),
    "reviu_temuan":            h(LIHAT,               id_="reviu", nomor="temuan_reviu"),
    "reviu_temuan_tindakan":   h(AUDITOR,   AUDITOR,  id_="reviu", nomor="temuan_reviu", tindakan="tindakan_temuan"),
    "reviu_pernyataan":        h(LIHAT,               id_="reviu"),
    "reviu_pernyataan_berkas": h(LIHAT,               id_="reviu_selesai"),
    "reviu_tanda_tangan":      h(AUDITOR,   AUDITOR,  id_="reviu", cara="cara"),
    "periksa_laporan":         h(LIHAT,     PEMERIKSA),
    "periksa_laporan_kiriman": h(LIHAT,               id_="kiriman"),
    "periksa_laporan_banding": h(LIHAT,               id_="kiriman", format_="format_tabel"),
    "periksa_laporan_rinci":   h(LIHAT,               id_="kiriman", nomor="nomor_periksa"),
    "periksa_laporan_halaman": h(LIHAT,               id_="kiriman", nomor="nomor_periksa"),
    "periksa_laporan_berkas":  h(LIHAT,               id_="kiriman", nomor="nomor_periksa"),
}
# fmt: on
BERKAS: frozenset[str] = frozenset(  # answered with a file, not with a page
    {
        "reviu_kertas_kerja",
        "reviu_pernyataan_berkas",
        "periksa_laporan_banding",
        "periksa_laporan_halaman",
        "periksa_laporan_berkas",
    }
)
BAGIAN: frozenset[str] = frozenset()  # answered with a part of a page, for the script of another
