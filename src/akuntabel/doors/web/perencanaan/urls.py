"""Addresses of the plan."""

from django.urls import URLPattern, path

from akuntabel.doors.web.perencanaan import (
    adopsi,
    alur,
    anggaran,
    angka,
    butir,
    indikator,
    kamus,
    pohon,
    renstra,
    rkt,
)

_SATKER = "satker/<slug:kode>/"
_RENSTRA = f"{_SATKER}renstra/"
_TAHUN = f"{_SATKER}<int:tahun>/"

daftar_url: list[URLPattern] = [
    path(_RENSTRA, renstra.show_daftar, name="renstra"),
    path(f"{_RENSTRA}baru/", renstra.draft, name="renstra_baru"),
    path(f"{_RENSTRA}<int:id_>/", renstra.show_rinci, name="renstra_rinci"),
    path(f"{_RENSTRA}<int:id_>/ubah/", renstra.edit, name="renstra_ubah"),
    path(f"{_RENSTRA}<int:id_>/target/", angka.edit_target, name="renstra_target"),
    path(f"{_RENSTRA}<int:id_>/pendanaan/", angka.edit_pendanaan, name="renstra_pendanaan"),
    path(f"{_RENSTRA}<int:id_>/ajukan/", alur.submit, name="renstra_ajukan"),
    path(f"{_RENSTRA}<int:id_>/kembalikan/", alur.return_, name="renstra_kembalikan"),
    path(f"{_RENSTRA}<int:id_>/tetapkan/", alur.adopt, name="renstra_tetapkan"),
    path(f"{_RENSTRA}<int:id_>/versi/", alur.revise, name="renstra_versi"),
    path(f"{_RENSTRA}<int:id_>/hapus/", alur.withdraw, name="renstra_hapus"),
    path(f"{_RENSTRA}<int:id_>/saran/", indikator.show_saran, name="indikator_saran"),
    path(f"{_RENSTRA}<int:id_>/tujuan/", butir.draft_tujuan_baru, name="tujuan_baru"),
    path(f"{_RENSTRA}<int:id_>/sasaran/", butir.draft_sasaran_baru, name="sasaran_baru"),
    path(f"{_RENSTRA}tujuan/<int:id_>/", butir.edit_tujuan, name="tujuan"),
    path(f"{_RENSTRA}sasaran/<int:id_>/", butir.edit_sasaran, name="sasaran"),
    path(f"{_RENSTRA}sasaran/<int:id_>/indikator/", indikator.draft, name="indikator_baru"),
    path(f"{_RENSTRA}<slug:jenis>/<int:id_>/hapus/", butir.withdraw, name="butir_hapus"),
    path(f"{_RENSTRA}ikuti/", adopsi.show_pilihan, name="adopsi"),
    path(f"{_RENSTRA}ikuti/<int:id_>/", adopsi.adopt, name="adopsi_baru"),
    path(f"{_SATKER}indikator/<int:id_>/", kamus.show_indikator, name="indikator"),
    path(f"{_SATKER}indikator/<int:id_>/ubah/", indikator.edit, name="indikator_ubah"),
    path(f"{_TAHUN}kamus/", kamus.show_kamus, name="kamus"),
    path(f"{_TAHUN}pohon/", pohon.show_pohon, name="pohon_kinerja"),
    path(f"{_TAHUN}pohon/susun/", pohon.draft, name="pohon_susun"),
    path(f"{_TAHUN}pohon/kondisi/", pohon.draft_kondisi_baru, name="kondisi_baru"),
    path(f"{_TAHUN}pohon/kondisi/<int:id_>/", pohon.edit_kondisi, name="kondisi"),
    path(f"{_TAHUN}pohon/kondisi/<int:id_>/hapus/", pohon.withdraw, name="kondisi_hapus"),
    path(f"{_TAHUN}pohon/kondisi/<int:id_>/hubungan/", pohon.draft_hubungan_baru, name="hubungan_baru"),
    path(f"{_TAHUN}pohon/hubungan/<int:id_>/hapus/", pohon.withdraw_garis, name="hubungan_hapus"),
    path(f"{_TAHUN}rkt/", rkt.show_rkt, name="rkt"),
    path(f"{_TAHUN}rkt/susun/", rkt.draft, name="rkt_susun"),
    path(f"{_TAHUN}rkt/<int:id_>/target/", rkt.edit_target, name="rkt_target"),
    path(f"{_TAHUN}rkt/<int:id_>/ajukan/", rkt.submit, name="rkt_ajukan"),
    path(f"{_TAHUN}rkt/<int:id_>/setujui/", rkt.approve, name="rkt_setujui"),
    path(f"{_TAHUN}rkt/<int:id_>/kembalikan/", rkt.return_, name="rkt_kembalikan"),
    path(f"{_TAHUN}rkt/<int:id_>/tetapkan/", rkt.adopt, name="rkt_tetapkan"),
    path(f"{_TAHUN}rkt/<int:id_>/revisi/", rkt.revise, name="rkt_revisi"),
    path(f"{_TAHUN}kode/", anggaran.show_kode, name="kode_anggaran"),
    path(f"{_TAHUN}kode/impor/", anggaran.import_katalog, name="kode_impor"),
    path(f"{_TAHUN}pagu/", anggaran.show_pagu, name="pagu"),
    path(f"{_TAHUN}pagu/tulis/", anggaran.write, name="pagu_tulis"),
]
