"""Tables by the places of words: in any unit, at any scale, in time that grows with the text and not faster."""

import time
from collections.abc import Callable

import pytest

from akuntabel.core.naskah.terbaca import Letak
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.kisi import Kisi, build_naskah
from akuntabel.core.readers.letak.tata_letak import BarisKata, Kata, read_tata_letak
from akuntabel.core.readers.teks.teks import read_teks
from readers.nilai_bacaan import BENTUK, daftar_bentuk, read_kebenaran, ringkas

BATAS_DETIK = 20  # for inputs of some thousand lines that take less than 2 s
BERHALAMAN = ("spasi-pemisah-halaman", "spasi-lanjutan-tabel")  # their page breaks are the text reader's work


def _baris(teks: str, ubah: Callable[[int], float]) -> list[BarisKata]:
    """The lines of a text with the place of each run of words in another unit."""
    hasil = []
    for n, isi in enumerate(teks.split("\n"), 1):
        kata: list[Kata] = []
        awal = 0
        for potong in isi.split("  "):
            polos = potong.strip()
            if polos:
                kiri = isi.index(polos, awal)
                awal = kiri + len(polos)
                kata.append(Kata(ubah(kiri), ubah(awal), polos))
        hasil.append(BarisKata(Letak(baris_berkas=n), tuple(kata)))
    return hasil


@pytest.mark.parametrize("nama", [n for n in daftar_bentuk() if n.startswith("spasi-") and n not in BERHALAMAN])
def test_the_unit_of_the_places_does_not_matter(nama: str):
    teks = (BENTUK / f"{nama}.txt").read_text("utf-8")
    naskah = build_naskah(nama, "pdf", read_tata_letak(_baris(teks, lambda n: 56.7 + 5.31 * n)))
    assert [ringkas(t) for t in naskah.daftar_tabel] == list(read_kebenaran(nama).tabel)


def test_a_cell_keeps_its_line():
    teks = "Tabel 1\nIndikator  Target  Realisasi\nwarga\npuas       80%     82%\naduan      5       4\n"
    (tabel,) = read_teks("a.txt", teks).daftar_tabel
    assert [s.letak.baris_berkas for s in tabel.baris[0]] == [3, 4, 4]
    assert [s.teks for s in tabel.baris[0]] == ["warga puas", "80%", "82%"]


def test_pages_count_and_their_numbers_are_no_paragraphs():
    isi = ("Dinas melayani warga.", "Anggaran terserap baik.", "Tahun depan lebih baik.")
    halaman = [f"Laporan Kinerja Kota Randualas\n\n\n{teks}\n\n- {n} -" for n, teks in enumerate(isi, 1)]
    naskah = read_teks("a.txt", "\f".join(halaman))
    assert naskah.jumlah_halaman == 3
    assert [(p.teks, p.letak.halaman) for p in naskah.daftar_paragraf] == list(zip(isi, (1, 2, 3), strict=True))


def test_the_head_of_a_table_on_every_page_is_kept_once():
    halaman = [f"Kegiatan      Pagu      Realisasi\nRapat {n}      1.00{n}     90{n}\n" for n in range(1, 5)]
    (tabel,) = read_teks("a.txt", "\f".join(halaman)).daftar_tabel
    assert tabel.kepala == ("Kegiatan", "Pagu", "Realisasi")
    assert [b[1].teks for b in tabel.baris] == ["1.001", "1.002", "1.003", "1.004"]


def test_heads_typed_at_the_left_of_their_years_span_as_many_each():
    teks = (
        "Tabel 1\nNo.   Indikator      Realisasi           Capaian Kinerja\n"
        "                     2015      2016      2015      2016\n"
        "1     Warga puas     90,67     92,22     92,92     101,46\n"
    )
    (tabel,) = read_teks("a.txt", teks).daftar_tabel
    assert tabel.kepala[2:] == ("Realisasi 2015", "Realisasi 2016", "Capaian Kinerja 2015", "Capaian Kinerja 2016")


def test_an_amount_on_the_line_below_its_rp_belongs_to_the_sentence():
    teks = "Realisasi anggaran sampai dengan akhir tahun adalah sebesar Rp.\n23.906.077.655 atau sebesar 23,03%.\n"
    (paragraf,) = read_teks("a.txt", teks).daftar_paragraf
    assert paragraf.teks.endswith("sebesar Rp. 23.906.077.655 atau sebesar 23,03%.")


def test_wrapped_prose_is_one_paragraph_and_items_stay_apart():
    teks = (
        "Pada tahun berjalan dinas melayani permohonan warga dari seluruh kecamatan di wilayah\n"
        "Kabupaten Sumberarum dengan waktu layanan rata-rata dua hari kerja sejak berkas diterima.\n"
        "1. berkas diperiksa\n2. berkas disetujui\n"
    )
    paragraf = [p.teks for p in read_teks("a.txt", teks).daftar_paragraf]
    assert len(paragraf) == 3
    assert "wilayah Kabupaten Sumberarum" in paragraf[0]


@pytest.mark.parametrize(
    "teks",
    [
        "a  b  " * 200_000,
        "Target Realisasi " * 100_000,
        "a\t" * 200_000,
        "1" * 2_000_000,
        "Target  Realisasi\n" * 3000,
        "No Indikator Target Realisasi Capaian\n" * 3000,
        "Uraian\nTarget\nKecamatan\n" * 1000,
        "Target\n90%\n" * 2000,
        "Target  Realisasi\nsuatu kata\n" * 2000,
        "Tabel 1\nNo  Indikator  Target\n" + "1   persentase   90%\n" * 4000,
        "Pada  tahun  2020 target  kinerja   naik\n" * 3000,
        "a\f" * 20_000,
    ],
    ids=lambda t: repr(t[:18]),
)
def test_hostile_text_ends_in_bounded_time(teks: str):
    mulai = time.process_time()
    read_teks("a.txt", teks)
    assert time.process_time() - mulai < BATAS_DETIK


def test_text_longer_than_any_report_is_refused():
    with pytest.raises(BerkasTidakTerbacaError, match="500 ribu baris"):
        read_teks("a.txt", "x\n" * 500_001)


def test_lines_without_words_give_nothing():
    assert list(read_tata_letak([BarisKata(Letak(), ())] * 3)) == []
    assert not any(isinstance(b, Kisi) for b in read_tata_letak(_baris("satu kata\n\ndua", float)))
