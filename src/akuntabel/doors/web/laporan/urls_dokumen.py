"""Addresses of documents, drafts from facts, findings and uploads of a report."""

from django.urls import URLPattern, path

from akuntabel.doors.web.laporan import dokumen, temuan, unggah, usulan

_LAPORAN = "satker/<slug:kode>/<int:tahun>/laporan/<int:id_>/"
_UNGGAHAN = f"{_LAPORAN}word/<int:nomor>/"

daftar_url: list[URLPattern] = [
    path(f"{_LAPORAN}dokumen/", dokumen.show_dokumen, name="laporan_dokumen"),
    path(f"{_LAPORAN}dokumen/<slug:format_>/", dokumen.download, name="laporan_dokumen_unduh"),
    path(f"{_LAPORAN}usulan/", usulan.draft, name="laporan_usulan"),
    path(f"{_LAPORAN}temuan/", temuan.show_temuan, name="laporan_temuan"),
    path(f"{_LAPORAN}temuan/bagian/", temuan.show_bagian, name="laporan_temuan_bagian"),
    path(f"{_LAPORAN}word/", unggah.show_unggah, name="laporan_unggah"),
    path(_UNGGAHAN, unggah.show_unggahan, name="laporan_unggahan"),
    path(f"{_UNGGAHAN}<str:nama>/terima/", unggah.adopt, name="laporan_unggahan_terima"),
    path(f"{_UNGGAHAN}<str:nama>/tolak/", unggah.return_, name="laporan_unggahan_tolak"),
]
