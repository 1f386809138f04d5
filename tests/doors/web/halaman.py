"""Every address of the site and who gets in: the table that the tests of the pages walk.

A new address without a row fails ``test_matriks_izin``. The table says it once more and apart from the code: who reads
only the code sees what it does, who reads this sees what it shall do.
"""

from collections.abc import Iterator, Mapping

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from doors.web.halaman_akses import BAGIAN as BAGIAN_AKSES
from doors.web.halaman_akses import BERKAS as BERKAS_AKSES
from doors.web.halaman_akses import HALAMAN as HALAMAN_AKSES
from doors.web.halaman_anggaran import BERKAS as BERKAS_ANGGARAN
from doors.web.halaman_anggaran import HALAMAN as HALAMAN_ANGGARAN
from doors.web.halaman_api import BAGIAN as BAGIAN_API
from doors.web.halaman_api import BERKAS as BERKAS_API
from doors.web.halaman_api import HALAMAN as HALAMAN_API
from doors.web.halaman_evaluasi import BAGIAN as BAGIAN_EVALUASI
from doors.web.halaman_evaluasi import BERKAS as BERKAS_EVALUASI
from doors.web.halaman_evaluasi import HALAMAN as HALAMAN_EVALUASI
from doors.web.halaman_kepemiluan import BERKAS as BERKAS_KEPEMILUAN
from doors.web.halaman_kepemiluan import HALAMAN as HALAMAN_KEPEMILUAN
from doors.web.halaman_laporan import BAGIAN as BAGIAN_LAPORAN
from doors.web.halaman_laporan import BERKAS as BERKAS_LAPORAN
from doors.web.halaman_laporan import HALAMAN as HALAMAN_LAPORAN
from doors.web.halaman_notifikasi import BERKAS as BERKAS_NOTIFIKASI
from doors.web.halaman_notifikasi import HALAMAN as HALAMAN_NOTIFIKASI
from doors.web.halaman_pengukuran import BAGIAN as BAGIAN_PENGUKURAN
from doors.web.halaman_pengukuran import BERKAS as BERKAS_PENGUKURAN
from doors.web.halaman_pengukuran import HALAMAN as HALAMAN_PENGUKURAN
from doors.web.halaman_portal import BAGIAN as BAGIAN_PORTAL
from doors.web.halaman_portal import BERKAS as BERKAS_PORTAL
from doors.web.halaman_portal import HALAMAN as HALAMAN_PORTAL
from doors.web.halaman_publikasi import BAGIAN as BAGIAN_PUBLIKASI
from doors.web.halaman_publikasi import BERKAS as BERKAS_PUBLIKASI
from doors.web.halaman_publikasi import HALAMAN as HALAMAN_PUBLIKASI
from doors.web.halaman_reviu import BAGIAN as BAGIAN_REVIU
from doors.web.halaman_reviu import BERKAS as BERKAS_REVIU
from doors.web.halaman_reviu import HALAMAN as HALAMAN_REVIU
from doors.web.halaman_supervisi import BERKAS as BERKAS_SUPERVISI
from doors.web.halaman_supervisi import HALAMAN as HALAMAN_SUPERVISI
from doors.web.halaman_tahun_berikut import BAGIAN as BAGIAN_TAHUN_BERIKUT
from doors.web.halaman_tahun_berikut import BERKAS as BERKAS_TAHUN_BERIKUT
from doors.web.halaman_tahun_berikut import HALAMAN as HALAMAN_TAHUN_BERIKUT
from doors.web.isi import TAHUN
from doors.web.izin import (
    ADMIN,
    LIHAT,
    MASUK,
    PADAM,
    PENGURUS,
    PENYUSUN,
    PERENCANA,
    PIMPINAN,
    SEMUA,
    SENDIRI,
    TIDAK,
    Halaman,
    h,
)

# fmt: off
DAFTAR_HALAMAN: Mapping[str, Halaman] = {
    # name                 GET        POST       of what
    "account_login":                        h(SEMUA,   SEMUA),
    "account_logout":                       h(SEMUA,   SEMUA),
    "account_inactive":                     h(SEMUA),
    "account_signup":                       h(SEMUA,   SEMUA),
    "account_reset_password":               h(SEMUA,   SEMUA),
    "account_reset_password_done":          h(SEMUA),
    "account_reset_password_from_key":      h(SEMUA,   SEMUA, uidb36="uid", key="kunci"),
    "account_reset_password_from_key_done": h(SEMUA),
    "mfa_authenticate":                     h(SEMUA,   SEMUA),
    "openid_connect_login":                 h(PADAM,   PADAM),
    "openid_connect_callback":              h(PADAM,   PADAM),
    "socialaccount_login_cancelled":        h(SEMUA),
    "socialaccount_login_error":            h(SEMUA),
    "akun":                                 h(MASUK),
    "account_reauthenticate":               h(SENDIRI, SENDIRI),
    "mfa_reauthenticate":                   h(SENDIRI, SENDIRI),
    "account_change_password":              h(SENDIRI, SENDIRI),
    "account_set_password":                 h(SENDIRI, SENDIRI),
    "mfa_index":                            h(SENDIRI),
    "mfa_activate_totp":                    h(SENDIRI, SENDIRI),
    "mfa_deactivate_totp":                  h(SENDIRI, SENDIRI),
    "mfa_view_recovery_codes":              h(SENDIRI),
    "mfa_generate_recovery_codes":          h(SENDIRI, SENDIRI),
    "mfa_download_recovery_codes":          h(SENDIRI),

    "beranda":               h(MASUK),
    "cari":                  h(MASUK),
    "save_draf":             h(TIDAK,     MASUK),
    "drop_draf":             h(TIDAK,     MASUK),
    "ruang":                 h(LIHAT),
    "capaian":               h(LIHAT),
    "verifikasi_berkas":     h(SEMUA,     SEMUA),
    "verifikasi":            h(SEMUA,     SEMUA,     sidik="sidik"),

    "daftar_satker":         h(MASUK),
    "satker":                h(LIHAT),
    "satker_profil":         h(PENGURUS,  PENGURUS),
    "satker_logo":           h(PENGURUS,  PENGURUS),
    "satker_gambar_logo":    h(LIHAT),
    "satker_tugas":          h(PENGURUS,  PENGURUS),
    "satker_pindah":         h(ADMIN,     ADMIN),
    "satker_baru":           h(ADMIN,     ADMIN),
    "admin_bawahan":         h(ADMIN,     ADMIN),
    "impor_satker":          h(ADMIN,     ADMIN),
    "templat_satker":        h(ADMIN),
    "entitas_baru":          h(PENGURUS,  PENGURUS),
    "unit_baru":             h(PENGURUS,  PENGURUS),
    "unit_ubah":             h(PENGURUS,  PENGURUS,  id_="unit"),
    "unit_tugas":            h(PENGURUS,  PENGURUS,  id_="unit"),
    "pejabat":               h(LIHAT),
    "pejabat_baru":          h(PENGURUS,  PENGURUS),
    "pejabat_ubah":          h(PENGURUS,  PENGURUS,  id_="pejabat_ketua"),
    "pejabat_ganti":         h(PENGURUS,  PENGURUS,  id_="pejabat_ketua"),
    "pejabat_akhiri":        h(PENGURUS,  PENGURUS,  id_="pejabat_ketua"),
    "orang":                 h(LIHAT),
    "orang_baru":            h(ADMIN,     ADMIN),
    "peran_cabut":           h(ADMIN,     ADMIN,     id_="penugasan"),
    "orang_tutup":           h(ADMIN,     ADMIN,     id_="orang"),
    "orang_buka":            h(ADMIN,     ADMIN,     id_="orang"),
    "orang_tautan":          h(TIDAK,     ADMIN,     id_="orang"),
    "orang_dua_langkah":     h(ADMIN,     ADMIN,     id_="orang"),
    "pleno":                 h(LIHAT),
    "pleno_baru":            h(PENYUSUN,  PENYUSUN),
    "pleno_rinci":           h(LIHAT,                id_="berita_acara"),
    "pleno_ubah":            h(PENYUSUN,  PENYUSUN,  id_="berita_acara"),
    "pleno_tanda_tangan":    h(TIDAK,     PIMPINAN,  id_="berita_acara"),
    "pleno_buang":           h(PENYUSUN,  PENYUSUN,  id_="berita_acara"),
    "pleno_dokumen":         h(LIHAT,                id_="berita_acara", format_="format"),

    "renstra":               h(LIHAT),
    "renstra_baru":          h(PERENCANA, PERENCANA),
    "renstra_rinci":         h(LIHAT,                id_="renstra"),
    "renstra_ubah":          h(PERENCANA, PERENCANA, id_="renstra"),
    "renstra_target":        h(PERENCANA, PERENCANA, id_="renstra"),
    "renstra_pendanaan":     h(PERENCANA, PERENCANA, id_="renstra"),
    "renstra_ajukan":        h(TIDAK,     PERENCANA, id_="renstra"),
    "renstra_kembalikan":    h(PIMPINAN,  PIMPINAN,  id_="renstra"),
    "renstra_tetapkan":      h(PIMPINAN,  PIMPINAN,  id_="renstra"),
    "renstra_versi":         h(PERENCANA, PERENCANA, id_="renstra"),
    "renstra_hapus":         h(PERENCANA, PERENCANA, id_="renstra"),
    "indikator_saran":       h(TIDAK,     PERENCANA, id_="renstra"),
    "tujuan_baru":           h(PERENCANA, PERENCANA, id_="renstra"),
    "sasaran_baru":          h(PERENCANA, PERENCANA, id_="renstra"),
    "tujuan":                h(PERENCANA, PERENCANA, id_="tujuan"),
    "sasaran":               h(PERENCANA, PERENCANA, id_="sasaran"),
    "butir_hapus":           h(TIDAK,     PERENCANA, id_="sasaran", jenis="jenis"),
    "indikator_baru":        h(PERENCANA, PERENCANA, id_="sasaran"),
    "indikator":             h(LIHAT,                id_="indikator"),
    "indikator_ubah":        h(PERENCANA, PERENCANA, id_="indikator"),
    "adopsi":                h(PERENCANA),
    "adopsi_baru":           h(PERENCANA, PERENCANA, id_="renstra_nasional"),
    "kamus":                 h(LIHAT),
    "pohon_kinerja":         h(LIHAT),
    "pohon_susun":           h(TIDAK,     PERENCANA),
    "kondisi_baru":          h(PERENCANA, PERENCANA),
    "kondisi":               h(PERENCANA, PERENCANA, id_="kondisi"),
    "kondisi_hapus":         h(TIDAK,     PERENCANA, id_="kondisi"),
    "hubungan_baru":         h(PERENCANA, PERENCANA, id_="kondisi"),
    "hubungan_hapus":        h(TIDAK,     PERENCANA, id_="hubungan"),
    "rkt":                   h(LIHAT),
    "rkt_susun":             h(TIDAK,     PERENCANA),
    "rkt_target":            h(PERENCANA, PERENCANA, id_="rencana"),
    "rkt_ajukan":            h(TIDAK,     PERENCANA, id_="rencana"),
    "rkt_setujui":           h(TIDAK,     PIMPINAN,  id_="rencana"),
    "rkt_kembalikan":        h(PIMPINAN,  PIMPINAN,  id_="rencana"),
    "rkt_tetapkan":          h(PIMPINAN,  PIMPINAN,  id_="rencana"),
    "rkt_revisi":            h(PERENCANA, PERENCANA, id_="rencana"),
    "kode_anggaran":         h(LIHAT),
    "kode_impor":            h(PERENCANA, PERENCANA),
    "pagu":                  h(LIHAT),
    "pagu_tulis":            h(PERENCANA, PERENCANA),

    "impor":                 h(LIHAT),
    "impor_renstra":         h(PERENCANA, PERENCANA),
    "templat_renstra":       h(PERENCANA),
    "impor_perjanjian":      h(PERENCANA, PERENCANA, id_="perjanjian"),
    "templat_perjanjian":    h(PERENCANA,            id_="perjanjian"),
    "impor_paket":           h(PIMPINAN,  PIMPINAN),
    "ekspor_paket":          h(LIHAT),

    "perjanjian":            h(LIHAT),
    "perjanjian_baru":       h(PERENCANA, PERENCANA),
    "perjanjian_rinci":      h(LIHAT,                id_="perjanjian"),
    "perjanjian_target":     h(PERENCANA, PERENCANA, id_="perjanjian"),
    "perjanjian_anggaran":   h(PERENCANA, PERENCANA, id_="perjanjian"),
    "perjanjian_ajukan":     h(TIDAK,     PERENCANA, id_="perjanjian"),
    "perjanjian_setujui":    h(TIDAK,     PIMPINAN,  id_="perjanjian_diajukan"),
    "perjanjian_kembalikan": h(PIMPINAN,  PIMPINAN,  id_="perjanjian_diajukan"),
    "perjanjian_hapus":      h(PERENCANA, PERENCANA, id_="perjanjian"),
    "perjanjian_revisi":     h(PERENCANA, PERENCANA, id_="perjanjian_tertanda"),
    "perjanjian_dokumen":    h(LIHAT,                id_="perjanjian", format_="format"),
    "perjanjian_tanda_tangan":        h(PIMPINAN, PIMPINAN, id_="perjanjian_disetujui"),
    "perjanjian_tanda_tangan_cara":   h(PIMPINAN, PIMPINAN, id_="perjanjian_disetujui", cara="cara"),
    "perjanjian_tanda_tangan_berkas": h(LIHAT, id_="perjanjian_tertanda", nomor="tanda_tangan"),
    "tanda_tangan_menunggu": h(LIHAT),
    "rencana_aksi":          h(LIHAT),
    "rencana_aksi_baru":     h(TIDAK,     PERENCANA, perjanjian_id="perjanjian_tertanda"),
    "rencana_aksi_rinci":    h(LIHAT,                id_="rencana_aksi"),
    "rencana_aksi_triwulan": h(PERENCANA, PERENCANA, id_="rencana_aksi"),
    "aksi_baru":             h(PERENCANA, PERENCANA, id_="rencana_aksi", baris_id="baris"),
    "aksi":                  h(PERENCANA, PERENCANA, id_="rencana_aksi", aksi_id="aksi"),
    "aksi_hapus":            h(TIDAK,     PERENCANA, id_="rencana_aksi", aksi_id="aksi"),
    "rencana_aksi_ajukan":   h(TIDAK,     PERENCANA, id_="rencana_aksi"),
    "rencana_aksi_setujui":  h(TIDAK,     PIMPINAN,  id_="rencana_aksi"),
    "rencana_aksi_kembalikan":        h(PIMPINAN, PIMPINAN, id_="rencana_aksi"),
    "rencana_aksi_revisi":   h(PERENCANA, PERENCANA, id_="rencana_aksi"),
    "rencana_aksi_dokumen":  h(LIHAT,                id_="rencana_aksi", format_="format"),
    **HALAMAN_PENGUKURAN,
    **HALAMAN_ANGGARAN,
    **HALAMAN_KEPEMILUAN,
    **HALAMAN_SUPERVISI,
    **HALAMAN_NOTIFIKASI,
    **HALAMAN_API,
    **HALAMAN_PORTAL,
    **HALAMAN_AKSES,
    **HALAMAN_TAHUN_BERIKUT,
    **HALAMAN_PUBLIKASI,
    **HALAMAN_EVALUASI,
    **HALAMAN_REVIU,
    **HALAMAN_LAPORAN,
}
# fmt: on
DAFTAR_BERKAS = {  # answered with a file, not with a page
    "ekspor_paket",
    "perjanjian_dokumen",
    "perjanjian_tanda_tangan_berkas",
    "pleno_dokumen",
    "rencana_aksi_dokumen",
    "satker_gambar_logo",
    "templat_perjanjian",
    "templat_renstra",
    "templat_satker",
    *BERKAS_PENGUKURAN,
    *BERKAS_ANGGARAN,
    *BERKAS_KEPEMILUAN,
    *BERKAS_SUPERVISI,
    *BERKAS_NOTIFIKASI,
    *BERKAS_API,
    *BERKAS_PORTAL,
    *BERKAS_AKSES,
    *BERKAS_TAHUN_BERIKUT,
    *BERKAS_PUBLIKASI,
    *BERKAS_EVALUASI,
    *BERKAS_REVIU,
    *BERKAS_LAPORAN,
}
DAFTAR_BAGIAN = {  # answered with a part of a page, for the script of another
    *BAGIAN_PENGUKURAN,
    *BAGIAN_LAPORAN,
    *BAGIAN_REVIU,
    *BAGIAN_EVALUASI,
    *BAGIAN_PUBLIKASI,
    *BAGIAN_TAHUN_BERIKUT,
    *BAGIAN_AKSES,
    *BAGIAN_PORTAL,
    *BAGIAN_API,
}
TETAP = {
    "format": "pdf",
    "format_tabel": "xlsx",
    "cara": "pindaian",
    "jenis": "sasaran",
    "uid": "1",
    "kunci": "tidak-berlaku",
}  # parts of addresses that name nothing of an office


def daftar_alamat() -> dict[str, frozenset[str]]:
    """Every named address of the site, with the names of its parts."""
    return dict(_walk(get_resolver().url_patterns, frozenset()))


def _walk(daftar: "list[URLPattern | URLResolver]", bagian: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for pola in daftar:
        kini = bagian | frozenset(pola.pattern.regex.groupindex)
        if isinstance(pola, URLResolver):
            yield from _walk(pola.url_patterns, kini)
        else:
            yield str(pola.name), kini


def build_alamat(nama: str, kode: str, objek: Mapping[str, object]) -> str:
    """The address of a page in that office; objek: the things of the office by name."""
    tahu = {**TETAP, **objek}
    lain = DAFTAR_HALAMAN[nama].objek or {}
    isi = {"kode": kode, "tahun": TAHUN, **{bagian: tahu[benda] for bagian, benda in lain.items()}}
    return reverse(nama, kwargs={bagian: isi[bagian] for bagian in daftar_alamat()[nama]})
