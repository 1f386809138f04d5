"""Addresses of these screens."""

from django.urls import URLPattern, path

from akuntabel.doors.web.evaluasi import alur, bukti, halaman, komponen, rekomendasi

EVALUASI, REKOMENDASI = "satker/<slug:kode>/<int:tahun>/evaluasi/", "satker/<slug:kode>/<int:tahun>/rekomendasi/"
LKE, BUTIR = f"{EVALUASI}<int:id_>/", f"{REKOMENDASI}<int:id_>/"

daftar_url: list[URLPattern] = [
    path(EVALUASI, halaman.show_evaluasi, name="evaluasi"),
    path(f"{EVALUASI}susun/", halaman.draft, name="evaluasi_susun"),
    path(LKE, halaman.show_lke, name="evaluasi_lke"),
    path(f"{LKE}komponen/<slug:komponen>/", komponen.show_komponen, name="evaluasi_komponen"),
    path(f"{LKE}sub/<str:sub>/", komponen.save_sub, name="evaluasi_sub"),
    path(f"{LKE}sub/<str:sub>/terima/", komponen.accept_sub, name="evaluasi_terima"),
    path(f"{LKE}catatan-aplikasi/", komponen.refresh, name="evaluasi_segarkan"),
    path(f"{LKE}kriteria/<str:kriteria>/", bukti.show_kriteria, name="evaluasi_kriteria"),
    path(f"{LKE}bukti/<int:bukti>/", bukti.download, name="evaluasi_bukti"),
    path(f"{LKE}bukti/<int:bukti>/lepas/", bukti.detach, name="evaluasi_bukti_lepas"),
    path(f"{LKE}simpulan/", alur.edit_simpulan, name="evaluasi_simpulan"),
    path(f"{LKE}ajukan/", alur.submit, name="evaluasi_ajukan"),
    path(f"{LKE}kembalikan/", alur.return_, name="evaluasi_kembalikan"),
    path(f"{LKE}tetapkan/", alur.adopt, name="evaluasi_tetapkan"),
    path(f"{LKE}revisi/", alur.revise, name="evaluasi_revisi"),
    path(f"{LKE}buang/", alur.withdraw, name="evaluasi_buang"),
    path(f"{LKE}dokumen/<slug:format_>/", alur.download, name="evaluasi_lhe"),
    path(f"{LKE}rekomendasi/", rekomendasi.draft_lke, name="evaluasi_rekomendasi"),
    path(REKOMENDASI, rekomendasi.show_daftar, name="rekomendasi"),
    path(f"{REKOMENDASI}baru/", rekomendasi.draft, name="rekomendasi_baru"),
    path(BUTIR, rekomendasi.show_rinci, name="rekomendasi_rinci"),
    path(f"{BUTIR}ubah/", rekomendasi.edit, name="rekomendasi_ubah"),
    path(f"{BUTIR}hapus/", rekomendasi.withdraw, name="rekomendasi_hapus"),
    path(f"{BUTIR}pemilik/", rekomendasi.assign, name="rekomendasi_pemilik"),
    path(f"{BUTIR}tindak-lanjut/", rekomendasi.respond, name="rekomendasi_tindak_lanjut"),
    path(f"{BUTIR}terima/", rekomendasi.approve, name="rekomendasi_terima"),
    path(f"{BUTIR}kembalikan/", rekomendasi.return_, name="rekomendasi_kembalikan"),
    path(f"{BUTIR}bukti/<int:bukti>/", rekomendasi.download, name="rekomendasi_bukti"),
]
