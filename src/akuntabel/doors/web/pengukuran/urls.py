"""Addresses of these screens."""

from django.urls import URLPattern, path

from akuntabel.doors.web.pengukuran import aksi, alur, dokumen, elemen, isian, jadwal, kisi, rinci, sel

TAHUN = "satker/<slug:kode>/<int:tahun>/pengukuran/"
TRIWULAN = f"{TAHUN}<int:tw>/"
ELEMEN, AKSI = f"{TAHUN}elemen/", f"{TAHUN}rencana-aksi/"
DATA = f"{TRIWULAN}data/<path:kunci>/"

daftar_url: list[URLPattern] = [
    path(f"{TRIWULAN}sel/", sel.save_sel, name="pengukuran_sel"),
    path(TAHUN, alur.show_pengukuran, name="pengukuran"),
    path(f"{TAHUN}bukti/<int:id_>/", rinci.download_bukti, name="pengukuran_berkas"),
    path(TRIWULAN, kisi.show_kisi, name="pengukuran_kisi"),
    path(f"{TRIWULAN}ringkasan/", kisi.show_ringkasan, name="pengukuran_ringkasan"),
    path(f"{TRIWULAN}jejak/<str:indikator>/", rinci.show_jejak, name="pengukuran_jejak"),
    path(f"{DATA}bukti/", rinci.add_bukti, name="pengukuran_bukti"),
    path(f"{DATA}catatan/", rinci.add_catatan, name="pengukuran_catatan"),
    path(f"{DATA}", rinci.show_rinci, name="pengukuran_rinci"),
    path(f"{TRIWULAN}templat.xlsx", isian.download_templat, name="pengukuran_templat"),
    path(f"{TRIWULAN}unggah/", isian.import_kisi, name="pengukuran_unggah"),
    path(f"{TRIWULAN}ajukan/", alur.submit, name="pengukuran_ajukan"),
    path(f"{TRIWULAN}verifikasi/", alur.approve, name="pengukuran_verifikasi"),
    path(f"{TRIWULAN}kembalikan/", alur.return_, name="pengukuran_kembalikan"),
    path(f"{TRIWULAN}buka/", alur.revise, name="pengukuran_buka"),
    path(f"{TRIWULAN}jadwal/", jadwal.edit_jadwal, name="pengukuran_jadwal"),
    path(f"{TAHUN}aturan/", jadwal.edit_aturan, name="pengukuran_aturan"),
    path(f"{TRIWULAN}dokumen/<slug:jenis>/<slug:format_>/", dokumen.download, name="pengukuran_dokumen"),
    path(ELEMEN, elemen.show_daftar, name="elemen"),
    path(f"{ELEMEN}susun/", elemen.draft_rumus, name="elemen_susun"),
    path(f"{ELEMEN}baru/", elemen.draft, name="elemen_baru"),
    path(f"{ELEMEN}<int:id_>/", elemen.edit, name="elemen_ubah"),
    path(f"{ELEMEN}<int:id_>/hapus/", elemen.withdraw, name="elemen_hapus"),
    path(AKSI, aksi.show_daftar, name="realisasi_aksi"),
    path(f"{AKSI}<int:id_>/", aksi.record, name="realisasi_aksi_catat"),
]
