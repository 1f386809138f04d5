"""The rencana aksi as a document out of the database: a draft is marked, what was approved stays as it was."""

from akuntabel.core.render.berkas import Format
from akuntabel.siklus.perjanjian.dokumen import (
    build_isi_dokumen_rencana_aksi,
    build_nama_berkas,
    render_rencana_aksi,
)
from akuntabel.siklus.perjanjian.models import RencanaAksi


def _html(rencana_aksi: RencanaAksi) -> str:
    return render_rencana_aksi(rencana_aksi, Format.HTML).decode()


def test_a_draft_is_marked_and_shows_the_targets_of_the_quarters(rencana_aksi):
    isi = build_isi_dokumen_rencana_aksi(rencana_aksi)
    pertama = isi.indikator[0]
    assert (pertama.kode, pertama.target.teks) == ("1.1", "77,5%")
    assert [t.teks if t else None for t in pertama.triwulan] == [None, None, None, "77,5%"]
    assert "Masih disusun; belum disetujui." in _html(rencana_aksi)


def test_what_was_approved_shows_its_actions_and_no_mark(rencana_aksi_disetujui):
    halaman = _html(rencana_aksi_disetujui)
    assert "RANCANGAN" not in halaman
    assert "Sosialisasi" in halaman


def test_what_was_approved_keeps_its_names(rencana, rencana_aksi_disetujui):
    sebelum = _html(rencana_aksi_disetujui)
    rencana.ketua.nama = "Orang Lain"
    rencana.ketua.save()
    assert _html(RencanaAksi.objects.get(pk=rencana_aksi_disetujui.pk)) == sebelum


def test_the_file_name_says_what_it_is(rencana_aksi_disetujui):
    assert build_nama_berkas(rencana_aksi_disetujui, "docx") == "rencana-aksi-kpu-kota-blitar-2026.docx"
