"""The addresses of pengukuran and who gets in (see ``halaman``)."""

from collections.abc import Mapping

from doors.web.izin import LIHAT, PENGELOLA_DATA, PENGURUS, PENYUSUN, PERENCANA, PIMPINAN, TIDAK, Halaman, h

# fmt: off
HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "pengukuran":             h(LIHAT),
    "pengukuran_kisi":        h(LIHAT,          PENGELOLA_DATA,            tw="triwulan"),
    "pengukuran_ringkasan":   h(LIHAT,                                     tw="triwulan"),
    "pengukuran_sel":         h(TIDAK,          PENGELOLA_DATA,            tw="triwulan"),
    "pengukuran_jejak":       h(LIHAT,                                     tw="triwulan", indikator="kode_indikator"),
    "pengukuran_rinci":       h(LIHAT,                                     tw="triwulan", kunci="sel"),
    "pengukuran_bukti":       h(TIDAK,          PENGELOLA_DATA,            tw="triwulan", kunci="sel"),
    "pengukuran_catatan":     h(TIDAK,          PENYUSUN | PENGELOLA_DATA, tw="triwulan", kunci="sel"),
    "pengukuran_berkas":      h(LIHAT,                                     id_="bukti"),
    "pengukuran_templat":     h(LIHAT,                                     tw="triwulan"),
    "pengukuran_unggah":      h(PENGELOLA_DATA, PENGELOLA_DATA,            tw="triwulan"),
    "pengukuran_ajukan":      h(TIDAK,          PENGELOLA_DATA,            tw="triwulan"),
    "pengukuran_verifikasi":  h(TIDAK,          PENYUSUN,                  tw="triwulan_diajukan"),
    "pengukuran_kembalikan":  h(PENYUSUN,       PENYUSUN,                  tw="triwulan_diajukan"),
    "pengukuran_buka":        h(PIMPINAN,       PIMPINAN,                  tw="triwulan_diverifikasi"),
    "pengukuran_dokumen":     h(LIHAT, tw="triwulan", jenis="dokumen", format_="format"),
    "pengukuran_jadwal":      h(PENGURUS,       PENGURUS,                  tw="triwulan"),
    "pengukuran_aturan":      h(PENGURUS,       PENGURUS),
    "elemen":                 h(LIHAT),
    "elemen_susun":           h(TIDAK,          PERENCANA | PENGELOLA_DATA),
    "elemen_baru":            h(PERENCANA | PENGELOLA_DATA, PERENCANA | PENGELOLA_DATA),
    "elemen_ubah":            h(PERENCANA | PENGELOLA_DATA, PERENCANA | PENGELOLA_DATA, id_="elemen"),
    "elemen_hapus":           h(TIDAK,          PERENCANA | PENGELOLA_DATA, id_="elemen"),
    "realisasi_aksi":         h(LIHAT),
    "realisasi_aksi_catat":   h(PERENCANA | PENGELOLA_DATA, PERENCANA | PENGELOLA_DATA, id_="aksi"),
}
# fmt: on
BERKAS: frozenset[str] = frozenset(
    {"pengukuran_berkas", "pengukuran_dokumen", "pengukuran_templat"}
)  # answered with a file, not with a page
BAGIAN = frozenset({"pengukuran_ringkasan"})  # answered with a part of a page
