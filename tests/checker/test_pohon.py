"""The tree of a budget table, and the one figure whose change explains everything that does not hold."""

import pytest

from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.registry import check_naskah, select_aturan
from akuntabel.core.checker.temuan import Bukti
from akuntabel.core.checker.uang.periksa import PeriksaUang, periksa_uang
from akuntabel.core.readers.teks.teks import read_teks

BENAR = """
Kode|Uraian|Pagu|Realisasi|Sisa|%
076.01.WA|Program dukungan|1.000.000|700.000|300.000|70,00%
3355|Pengelolaan|1.000.000|700.000|300.000|70,00%
3355.EBA|Layanan|600.000|400.000|200.000|66,67%
3355.EBA.962|Layanan umum|250.000|190.000|60.000|76,00%
051|Persiapan|250.000|190.000|60.000|76,00%
521211|Belanja bahan|150.000|120.000|30.000|80,00%
524111|Perjalanan|100.000|70.000|30.000|70,00%
3355.EBA.994|Layanan perkantoran|350.000|210.000|140.000|60,00%
3355.EBD|Pelaporan|400.000|300.000|100.000|75,00%
Jumlah||1.000.000|700.000|300.000|70,00%
"""


def _dokumen(teks: str) -> Dokumen:
    return Dokumen(read_teks("laporan.txt", teks.strip().replace("|", "\t")))


def _periksa(teks: str) -> PeriksaUang:
    return periksa_uang(_dokumen(teks))


def _temuan(teks: str) -> list[Bukti]:
    naskah = _dokumen(teks).naskah
    return [t.bukti for t in check_naskah(naskah, daftar_aturan=select_aturan(["ANG"], [])).temuan]


def _anak(teks: str) -> dict[str, list[str]]:
    (s,) = _periksa(teks).struktur
    baris = s.t.baris
    return {baris[i].sebutan: [baris[n].sebutan for n in anak] for i, anak in s.pohon.anak.items()}


def test_codes_of_every_level_find_their_parent():
    anak = _anak(BENAR)
    assert anak["076.01.WA Program dukungan"] == ["3355 Pengelolaan"]
    assert anak["3355 Pengelolaan"] == ["3355.EBA Layanan", "3355.EBD Pelaporan"]
    assert anak["3355.EBA.962 Layanan umum"] == ["051 Persiapan"]
    assert anak["051 Persiapan"] == ["521211 Belanja bahan", "524111 Perjalanan"]


def test_a_source_of_funds_has_its_own_tree():
    anak = _anak(
        "Kode|Uraian|Dana|Pagu\n3364|Tahapan|RM|5.000\n3364|Tahapan|HLD|9.000\n"
        "3364.002|Sosialisasi|RM|2.000\n3364.034|Pemilihan|RM|3.000\n3364.034|Pemilihan|HLD|9.000"
    )
    assert anak == {
        "3364 Tahapan (RM)": ["3364.002 Sosialisasi (RM)", "3364.034 Pemilihan (RM)"],
        "3364 Tahapan (HLD)": ["3364.034 Pemilihan (HLD)"],
    }


def test_the_kegiatan_above_is_not_the_parent_of_an_output_of_another():
    anak = _anak(
        "Kode|Uraian|Pagu\n076.01.01|Program|7.000\n3360|Kantor|5.000\n3360.010|Barang|5.000\n3364.002|Lain|2.000"
    )
    assert anak["076.01.01 Program"] == ["3360 Kantor", "3364.002 Lain"]


def test_numbers_give_levels_where_codes_do_not():
    teks = "No|Uraian|Pagu\n{}|A|5.000\n{}|a|2.000\n{}|b|3.000\n{}|B|1.000\n{}|c|1.000"
    for butir in (("1", "1.1", "1.2", "2", "2.1"), ("I", "1", "2", "II", "1"), ("A.", "1)", "2)", "B.", "1)")):
        assert _anak(teks.format(*butir)) == {"A": ["a", "b"], "B": ["c"]}


def test_a_right_table_is_silent_and_recomputed():
    assert _temuan(BENAR) == []
    assert len(_periksa(BENAR).persamaan) >= 30


@pytest.mark.parametrize(
    ("lama", "baru", "seharusnya"),
    [
        ("bahan|150.000", "bahan|105.000", "150.000"),
        ("bahan|150.000|120.000", "bahan|150.000|210.000", "120.000"),
        ("Pelaporan|400.000", "Pelaporan|440.000", "400.000"),
        ("Jumlah||1.000.000|700.000", "Jumlah||1.000.000|770.000", "700.000"),
        ("umum|250.000|190.000|60.000|76,00%", "umum|250.000|190.000|60.000|67,00%", "76,00%"),
        ("perkantoran|350.000|210.000|140.000", "perkantoran|350.000|210.000|410.000", "140.000"),
    ],
)
def test_one_wrong_figure_is_one_finding_at_its_place(lama: str, baru: str, seharusnya: str):
    assert lama in BENAR
    (temuan,) = _temuan(BENAR.replace(lama, baru))
    assert temuan.tertulis == next(b for a, b in zip(lama.split("|"), baru.split("|"), strict=True) if a != b)
    assert temuan.hitung == seharusnya


def test_a_figure_that_another_table_confirms_is_not_the_one_to_blame():
    lain = (
        "\n\nRingkasan:\n\nKode|Uraian|Pagu|Realisasi\n3355.EBA|Layanan|600.000|400.000\n3355.EBD|Pelaporan|{}|300.000"
    )
    assert _temuan(BENAR + lain.format("400.000")) == []
    (temuan,) = _temuan(BENAR + lain.format("440.000"))
    assert (temuan.letak.tabel, temuan.letak.baris, temuan.hitung) == ("tabel ke-2", 2, "400.000")


def test_a_sum_with_two_suspects_names_both():
    teks = "No|Uraian|Pagu\n1|Rapat|2.000\n2|Perjalanan|3.500\nJumlah||5.000"
    (temuan,) = _temuan(teks)
    assert (temuan.letak.baris, temuan.hitung) == (3, "5.500")
    assert {letak.baris for letak in temuan.tempat_lain} == {1, 2}


def test_a_difference_that_the_report_tells_of_is_no_finding():
    teks = (
        "Laporan Kinerja KPU Kota Contoh Tahun 2020\n\nRevisi|Semula (Rp)|Menjadi (Rp)\nawal|–|20.192.522\n"
        "1|20.192.522|20.192.522\n\nMenurut program:\n\nNo|Program|Pagu|Realisasi\n1|Program satu|2.265.454|1.000.000\n"
        "2|Program dua|17.919.068|1.000.000\nJumlah||20.184.522|2.000.000\n\n"
    )
    assert [t.hitung for t in _temuan(teks)] == ["20.184.522"]
    assert _temuan(teks + "Pagu terakhir Rp20.192.522 berbeda dari jumlah rincian Rp20.184.522.") == []


def test_a_column_that_is_no_remainder_is_left_alone():
    teks = "No|Uraian|Pagu|Realisasi|Sisa\n1|A|5.000|3.000|1.000\n2|B|9.000|4.000|2.000\n3|C|700|300|100"
    assert _temuan(teks) == []
