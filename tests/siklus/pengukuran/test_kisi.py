"""The grid of a quarter: every datum once, under the indicators that need it, beside what stood there before."""

from decimal import Decimal

from kantor_contoh import TAHUN, Kantor

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.siklus.pengukuran.actions import IsianSel, measure_fakta
from akuntabel.siklus.pengukuran.actions_catatan import draft_catatan
from akuntabel.siklus.pengukuran.actions_elemen import IsiElemen, draft_elemen
from akuntabel.siklus.pengukuran.kisi import Kisi, find_baris, read_kisi
from akuntabel.siklus.pengukuran.models import AsalElemen, Elemen, Fakta, RincianElemen
from akuntabel.siklus.pengukuran.sel import KunciSel


def _kisi(kantor: Kantor, triwulan: int = 1) -> Kisi:
    return read_kisi(kantor.satker, TAHUN, triwulan)


def _kunci(kisi: Kisi) -> list[str]:
    return [b.nama_kunci for b in kisi.daftar_baris]


def test_a_datum_of_two_indicators_stands_under_the_first_once(kantor: Kantor) -> None:
    pertama, kedua = _kisi(kantor).daftar_kelompok
    assert [b.nama_kunci for b in pertama.daftar_baris] == ["a", "b"]
    assert kedua.daftar_baris == ()
    assert [b.nama_kunci for b in kedua.lain] == ["a", "b"]


def test_a_datum_that_no_indicator_needs_stands_at_the_end(kantor: Kantor) -> None:
    draft_elemen(
        kantor.satker, TAHUN, IsiElemen(kode="surat", nama="Surat masuk", satuan="surat"), by=kantor.pemeran.rina
    )
    akhir = _kisi(kantor).daftar_kelompok[-1]
    assert akhir.indikator is None
    assert [b.nama_kunci for b in akhir.daftar_baris] == ["surat"]


def test_parts_that_are_asked_for_have_rows_of_their_own(kantor: Kantor) -> None:
    for bagian in ({"jenis_kelamin": "L"}, {"jenis_kelamin": "P"}, {"rincian": "tunanetra", "jenis_kelamin": "P"}):
        RincianElemen.objects.create(elemen=kantor.elemen["a"], **bagian)
    kisi = _kisi(kantor)
    assert _kunci(kisi) == ["a~L", "a~P", "a~P~tunanetra", "b"]
    assert [b.bagian for b in kisi.daftar_baris] == ["laki-laki", "perempuan", "tunanetra, perempuan", ""]


def test_a_row_shows_last_quarter_and_the_same_quarter_last_year(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    kantor.ukur(2, a=66, b=84)
    lama = Elemen.objects.create(
        satker=kantor.satker, tahun=TAHUN - 1, kode="a", nama="a", satuan="x", konsolidasi="terakhir"
    )
    for triwulan, nilai in ((2, "50"), (4, "58")):
        Fakta.objects.create(
            satker=kantor.satker, elemen=lama, tahun=TAHUN - 1, triwulan=triwulan, status="terukur", nilai=nilai
        )
    kedua = _kisi(kantor, 2).daftar_baris[0]
    assert (kedua.fakta.angka, kedua.lalu.angka, kedua.tahun_lalu.angka) == (66, 60, 50)
    pertama = _kisi(kantor, 1).daftar_baris[0]
    assert (pertama.fakta.angka, pertama.lalu.angka, pertama.tahun_lalu) == (60, 58, None)


def test_what_was_taken_back_is_an_empty_row(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    isian = IsianSel(elemen="a", dilihat=kantor.terkini("a").pk, is_ditarik=True, alasan_perubahan="salah triwulan")
    measure_fakta(kantor.satker, TAHUN, 1, [isian], by=kantor.pemeran.danu)
    baris = _kisi(kantor).daftar_baris[0]
    assert baris.fakta is None
    assert baris.isi == {"nilai": "", "status": "", "alasan": "", "sumber": ""}


def test_the_indicator_shows_target_realisasi_and_capaian(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    indikator = _kisi(kantor).daftar_kelompok[0].indikator
    assert indikator is not None
    assert (indikator.target, indikator.realisasi, indikator.capaian) == ("77,5%", "75,00%", "96,77%")
    assert indikator.tercapai == "tidak"
    assert indikator.jejak is not None


def test_a_capped_capaian_says_what_is_counted(kantor: Kantor) -> None:
    kantor.ukur(1, a=1, b=80)
    kedua = _kisi(kantor).daftar_kelompok[1].indikator
    assert kedua is not None
    assert kedua.capaian.endswith("(dihitung 120,00%)")


def test_a_status_without_a_figure_counts_as_filled_in(kantor: Kantor) -> None:
    isian = IsianSel(elemen="a", status=StatusNilai.MENUNGGU_RILIS, alasan="rekap provinsi belum ada")
    measure_fakta(kantor.satker, TAHUN, 1, [isian], by=kantor.pemeran.danu)
    kisi = _kisi(kantor)
    assert (kisi.jumlah_terisi, len(kisi.daftar_baris)) == (1, 2)
    isi = kisi.daftar_baris[0].isi
    assert (isi["nilai"], isi["status"]) == ("", "menunggu_rilis")


def test_remarks_are_counted_beside_their_row(kantor: Kantor) -> None:
    draft_catatan(kantor.satker, TAHUN, 1, KunciSel("b"), "Mohon dicek", by=kantor.pemeran.rina)
    assert [b.jumlah_catatan for b in _kisi(kantor).daftar_baris] == [0, 1]
    assert [b.jumlah_catatan for b in _kisi(kantor, 2).daftar_baris] == [0, 0]


def test_what_an_office_above_measures_is_only_taken_over(kantor: Kantor) -> None:
    Elemen.objects.filter(pk=kantor.elemen["a"].pk).update(satker=kantor.pemeran.pusat, asal=AsalElemen.INDUK)
    a, b = _kisi(kantor).daftar_baris
    assert (a.is_diwarisi, b.is_diwarisi) == (True, False)


def test_one_row_is_found_by_its_key_and_nothing_by_another(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    baris = find_baris(kantor.satker, TAHUN, 1, "a")
    assert baris is not None
    assert baris.fakta.angka == Decimal(60)
    for asing in ("x", "a~L", "a~", "", "a~P~"):
        assert find_baris(kantor.satker, TAHUN, 1, asing) is None


def test_what_is_missing_is_said_by_the_names_that_people_know(kantor: Kantor) -> None:
    Elemen.objects.filter(kode="a").update(nama="Pengguna hak pilih")
    kantor.ukur(1, b=80)
    indikator = _kisi(kantor).daftar_kelompok[0].indikator
    assert indikator is not None
    assert indikator.alasan == "Belum diisi: Pengguna hak pilih."


def test_what_a_formula_needs_and_no_row_asks_for_is_named(kantor: Kantor) -> None:
    assert _kisi(kantor).daftar_kelompok[0].kurang == ()
    kantor.elemen["a"].delete()
    assert _kisi(kantor).daftar_kelompok[0].kurang == ("a",)


def test_what_was_written_down_for_the_year_is_shown_and_not_asked_for_again(kantor: Kantor) -> None:
    kantor.ukur(None, a=60, b=80)
    a, _ = _kisi(kantor, 4).daftar_baris
    assert a.setahun is not None
    assert (a.isi["nilai"], a.is_isian) == ("60", False)
    assert _kisi(kantor, 4).jumlah_terisi == 2
