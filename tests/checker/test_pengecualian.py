"""Exceptions: a decision counts for its file and place only, and a bad file of them says everything at once."""

from datetime import date

import pytest

from akuntabel.core.checker.pengecualian import PengecualianTidakSahError, parse_pengecualian
from akuntabel.core.naskah.terbaca import Letak

BUTIR = """
- aturan: ANG001
  berkas: laporan.docx
  tabel: Tabel 3.1
  baris: 4
  alasan: Diputuskan dalam rapat.
  oleh: Sari
  sampai: 2027-12-31
"""


def test_an_exception_fits_its_rule_and_place_only():
    (butir,) = parse_pengecualian("p.yaml", BUTIR, hari_ini=date(2027, 1, 1))
    letak = Letak(tabel="Tabel 3.1", baris=4, kolom=6, blok=80)
    assert butir.fits("ANG001", letak, "500.000")
    assert not butir.fits("ANG002", letak, "500.000")
    assert not butir.fits("ANG001", Letak(tabel="Tabel 3.1", baris=5, kolom=6), "500.000")
    assert butir.concerns("arsip/laporan.docx")
    assert not butir.concerns("lain.docx")


def test_an_exception_ends_after_its_last_day():
    sebelum, sesudah = (
        parse_pengecualian("p.yaml", BUTIR, hari_ini=h)[0] for h in (date(2027, 12, 31), date(2028, 1, 1))
    )
    assert (sebelum.is_kedaluwarsa, sesudah.is_kedaluwarsa) == (False, True)


@pytest.mark.parametrize("teks", ["- [", "aturan: HIT001", "- teks", "tanggal: 2020-13-45", "[" * 5000])
def test_what_is_no_list_of_exceptions_is_refused(teks: str):
    with pytest.raises(PengecualianTidakSahError, match=r"^p\.yaml"):
        parse_pengecualian("p.yaml", teks, hari_ini=date(2027, 1, 1))


def test_every_problem_of_an_exception_is_said_at_once():
    rusak = "- aturan: 5\n  baris: empat\n  sampai: besok\n  alasn: x\n- aturan: HIT001\n"
    with pytest.raises(PengecualianTidakSahError) as galat:
        parse_pengecualian("p.yaml", rusak, hari_ini=date(2027, 1, 1))
    pesan = str(galat.value).splitlines()
    assert "p.yaml butir 1: aturan: tertulis “5”, diharapkan teks." in pesan
    assert "p.yaml butir 1: sampai: tertulis “besok”, diharapkan tanggal, misalnya 2027-12-31." in pesan
    assert "p.yaml butir 1: baris: tertulis “empat”, diharapkan angka." in pesan
    assert any("alasn: tidak dikenal" in p for p in pesan)
    assert any(p.startswith("p.yaml butir 2: tempatnya belum disebut") for p in pesan)
