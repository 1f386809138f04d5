"""On the real source report: what was found by hand is found, and nothing that a person would call wrong."""

from pathlib import Path

from akuntabel.core.checker.registry import check_naskah
from akuntabel.core.readers.baca import read_berkas

# Code and line of the file, with the item of the audit by hand that it answers.
TEMUAN = {
    ("HIT001", 312): "P8: 62,4 % is 47,2 ÷ 75 of nothing",
    ("HIT001", 433): "P8, repeated",
    ("HIT003", 377): "P12: 90.908 of 114.890 is 79,1 %",
    ("ANG001", 541): "G7",
    ("ANG001", 542): "G7",
    ("ANG001", 544): "G9: the parent's remainder",
    ("ANG001", 545): "G8",
    ("ANG001", 548): "G10: the parent's remainder",
    ("ANG001", 554): "G6: computed on 16 billion",
    ("ANG002", 541): "G7",
    ("ANG002", 542): "G7",
    ("ANG002", 545): "G8",
    ("ANG002", 548): "G10: the parent's percentage",
    ("ANG002", 554): "G6",
    ("ANG003", 543): "G8: 3357 is not the sum of its outputs",
    ("ANG004", 587): "G3: 2.500.000 short of its own rows",
    ("KON001", 302): "P1: 6 sasaran and 8 indicators",
    ("KON002", 290): "P2: opini BPK",
    ("KON002", 291): "P2: indeks RB",
    ("ANG006", 562): "G14",
    ("ANG006", 564): "G14",
    ("ANG006", 568): "G14",
    ("SKL001", 328): "K1: 91 twice",
    ("SKL001", 603): "K3: 85 twice",
    ("SKL001", 604): "K3: 70 twice",
    ("SKL002", 329): "K1: between 70 and 71",
    ("SKL002", 330): "K1: between 50 and 51",
    ("SKL003", 600): "K4: another scale in Bab IV",
    ("BHS002", 275): "F7",
    ("STR001", 472): "F1: Tabel 3.11 twice",
    ("RUJ001", 572): "G19: PMK 158/2014 was replaced in 2015",
}


def test_findings_on_the_source_report_are_those_of_the_audit(laporan_sumber: Path):
    hasil = check_naskah(read_berkas(laporan_sumber))
    assert {(t.kode, t.bukti.letak.baris_berkas) for t in hasil.temuan} == TEMUAN.keys()
    assert hasil.angka_diperiksa > 100


def test_the_revision_chain_which_is_right_stays_silent(laporan_sumber: Path):
    assert not [t for t in check_naskah(read_berkas(laporan_sumber)).temuan if t.kode == "ANG005"]
