"""The report of a quarter: capaian, rencana aksi, money, what is not measured, who verified."""

from dataclasses import replace

from akuntabel.core.compose.formulir_pengukuran_isi import AksiTerlaksana, IsiPengukuran, read_isi_pengukuran
from akuntabel.core.compose.laporan_triwulan import compose_laporan_triwulan
from akuntabel.core.naskah.model import Daftar, Gaya, Judul, Paragraf, Tabel, teks_baris
from akuntabel.core.render.berkas import Format, render_berkas
from contoh_paket import compute_contoh

ISI = replace(read_isi_pengukuran(compute_contoh()), triwulan=3)
AKSI = (
    AksiTerlaksana("1.2", "Sosialisasi di kelurahan", 1, "Divisi Sosialisasi", "selesai", bukti="Laporan kegiatan"),
    AksiTerlaksana("1.2", "Iklan layanan", 2, "", "terhambat", hambatan="Anggaran diblokir"),
)


def _isi(isi: IsiPengukuran) -> tuple:
    return compose_laporan_triwulan(isi).bab[0].isi


def _teks(isi: IsiPengukuran, gaya: Gaya | None = None) -> str:
    return " ".join(teks_baris(b.isi) for b in _isi(isi) if isinstance(b, Paragraf) and gaya in (None, b.gaya))


def _tabel(isi: IsiPengukuran, id_: str) -> Tabel:
    return next(b for b in _isi(isi) if isinstance(b, Tabel) and b.id == id_)


def test_the_report_names_its_quarter_and_its_parts_in_order():
    naskah = compose_laporan_triwulan(ISI)
    assert naskah.bab[0].judul == "Laporan Pengukuran Kinerja Triwulan III"
    judul = [b.teks for b in naskah.bab[0].isi if isinstance(b, Judul)]
    assert judul == ["Ringkasan", "Capaian kinerja", "Pelaksanaan rencana aksi", "Realisasi anggaran", "Verifikasi"]


def test_the_summary_says_over_how_many_indicators():
    assert "adalah 91,70% (Berhasil), dihitung atas 9 dari 11 indikator" in _teks(ISI)


def test_what_is_not_measured_is_listed_with_its_reason():
    (daftar,) = [b for b in _isi(ISI) if isinstance(b, Daftar)]
    assert [teks_baris(b.isi)[:3] for b in daftar.butir] == ["3.2", "3.3"]
    assert "menunggu rilis (" in teks_baris(daftar.butir[0].isi)


def test_an_obstacle_without_a_follow_up_is_said_openly():
    isi = replace(ISI, aksi=AKSI)
    assert [s.teks for s in _tabel(isi, "tabel-aksi").baris[1].sel][4:] == ["terhambat", "–", "Anggaran diblokir", "–"]
    assert "1 hambatan belum mempunyai tindak lanjut" in _teks(isi, Gaya.KURANG)
    ditindaklanjuti = replace(isi, aksi=(AKSI[0], replace(AKSI[1], tindak_lanjut="Revisi DIPA")))
    assert "tindak lanjut" not in _teks(ditindaklanjuti, Gaya.KURANG)


def test_what_was_not_written_down_is_said_and_not_left_out():
    kurang = _teks(replace(ISI, anggaran=(), jumlah_anggaran=None), Gaya.KURANG)
    assert "Pelaksanaan rencana aksi belum dicatat." in kurang
    assert "Realisasi anggaran belum diisi." in kurang
    assert "belum diverifikasi" in _teks(ISI)


def test_money_that_is_not_known_is_a_dash_and_no_zero():
    kegiatan = replace(ISI.anggaran[1], realisasi=None)
    tabel = _tabel(replace(ISI, anggaran=(ISI.anggaran[0], kegiatan)), "tabel-anggaran-triwulan")
    assert tabel.baris[1].sel[4].teks == "–"


def test_every_format_is_made():
    jadi = render_berkas(compose_laporan_triwulan(replace(ISI, aksi=AKSI)), [Format.PDF, Format.DOCX, Format.HTML])
    assert all(len(j.isi) > 1000 for j in jadi.values())


def test_without_a_quarter_it_is_the_year():
    assert compose_laporan_triwulan(replace(ISI, triwulan=None)).bab[0].judul == "Laporan Pengukuran Kinerja Tahunan"
