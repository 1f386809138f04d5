"""A table as a document of its own: its groups, its dashes, its head."""

from akuntabel.core.compose.daftar_rencana import IsiDaftarRencana, KelompokRencana, compose_daftar_rencana
from akuntabel.core.compose.tampilan import kolom_pendek, kolom_teks
from akuntabel.core.naskah.model import Kop, Naskah, Tabel, teks_baris


def _compose(*kelompok: KelompokRencana, kop: Kop | None = None) -> Naskah:
    isi = IsiDaftarRencana(
        id="rkt",
        judul="Rencana Kinerja Tahunan 2026",
        nama_pendek="KPU Kota Blitar",
        nama_lengkap="Komisi Pemilihan Umum Kota Blitar",
        tahun=2026,
        keterangan="Ditetapkan 10 Januari 2026.",
        kolom=(kolom_pendek("Kode"), kolom_teks("Indikator"), kolom_teks("Alasan")),
        daftar_kelompok=kelompok,
        sidik="a" * 64,
        kop=kop,
    )
    return compose_daftar_rencana(isi)


def _tabel(naskah: Naskah) -> Tabel:
    return next(b for b in naskah.bab[0].isi if isinstance(b, Tabel))


def test_rows_stand_below_the_heading_of_their_group():
    baris = _tabel(_compose(KelompokRencana("Sasaran 1", (("1.1", "Partisipasi", "Pemilu"),)))).baris
    assert [(b.jenis, [teks_baris(s.isi) for s in b.sel]) for b in baris] == [
        ("kelompok", ["Sasaran 1"]),
        ("isi", ["1.1", "Partisipasi", "Pemilu"]),
    ]
    assert baris[0].sel[0].kolom == 3


def test_an_empty_cell_is_a_dash_and_a_group_without_a_heading_has_only_rows():
    (baris,) = _tabel(_compose(KelompokRencana("", (("1.1", "Partisipasi", ""),)))).baris
    assert teks_baris(baris.sel[2].isi) == "–"


def test_the_document_says_whose_it_is_and_on_what_it_rests():
    naskah = _compose(KelompokRencana("", ()), kop=Kop(("KPU Kota Blitar",)))
    assert naskah.judul == "Rencana Kinerja Tahunan 2026 KPU Kota Blitar"
    assert isinstance(naskah.bab[0].isi[0], Kop)
    assert "Komisi Pemilihan Umum Kota Blitar. Ditetapkan 10 Januari 2026." in repr(naskah.bab[0].isi[1])
    assert _tabel(naskah).lanskap
