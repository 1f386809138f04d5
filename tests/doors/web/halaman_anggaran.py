"""The addresses of anggaran and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from doors.web.izin import LIHAT, PENGELOLA_DATA, PERENCANA, PIMPINAN, TIDAK, Halaman, h

PENCATAT = PERENCANA | PENGELOLA_DATA

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "anggaran":                     h(LIHAT),
    "anggaran_gambar":              h(LIHAT,     jenis="jenis_gambar"),
    "anggaran_beda":                h(LIHAT,     id_="versi_pratinjau"),
    "anggaran_ambil":               h(TIDAK,     PENCATAT,  id_="versi_pratinjau"),
    "anggaran_kesampingkan":        h(TIDAK,     PENCATAT,  id_="versi_pratinjau"),
    "anggaran_rincian":             h(LIHAT,     id_="versi_anggaran"),
    "anggaran_tautan":              h(LIHAT),
    "anggaran_tautan_sasaran":      h(PERENCANA, PERENCANA),
    "anggaran_tautan_indikator":    h(PERENCANA, PERENCANA),
    "anggaran_revisi":              h(LIHAT),
    "anggaran_revisi_baru":         h(PERENCANA, PERENCANA),
    "anggaran_revisi_impor":        h(PERENCANA, PERENCANA),
    "anggaran_revisi_impor_ambil":  h(TIDAK,     PERENCANA),
    "anggaran_revisi_templat":      h(LIHAT),
    "anggaran_revisi_rinci":        h(LIHAT,     id_="revisi_dipa"),
    "anggaran_revisi_ubah":         h(PERENCANA, PERENCANA, id_="revisi_dipa"),
    "anggaran_revisi_hapus":        h(TIDAK,     PERENCANA, id_="revisi_dipa"),
    "anggaran_revisi_ajukan":       h(TIDAK,     PERENCANA, id_="revisi_dipa"),
    "anggaran_revisi_kembalikan":   h(PIMPINAN,  PIMPINAN,  id_="revisi_dipa"),
    "anggaran_revisi_tetapkan":     h(PIMPINAN,  PIMPINAN,  id_="revisi_dipa"),
    "hibah":                        h(LIHAT),
    "hibah_baru":                   h(PENCATAT,  PENCATAT),
    "hibah_ubah":                   h(PENCATAT,  PENCATAT,  id_="hibah"),
    "penarikan":                    h(LIHAT),
    "penarikan_tulis":              h(PERENCANA, PERENCANA),
    "realisasi_bulanan":            h(PENCATAT,  PENCATAT,  bulan="bulan"),
    "ikpa":                         h(LIHAT),
    "ikpa_tulis":                   h(PENCATAT,  PENCATAT),
    "anggaran_impor":        h(PENCATAT,  PENCATAT),
    "anggaran_impor_tugas":  h(PENCATAT,  PENCATAT,  id_="tugas_impor"),
}
# fmt: on
# Answered with a file, not with a page.
BERKAS: frozenset[str] = frozenset({"anggaran_gambar", "anggaran_revisi_templat"})
