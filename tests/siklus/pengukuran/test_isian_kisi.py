"""The grid as a workbook: what goes out comes back the same, what is wrong is said at once, all or nothing is taken."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from kantor_contoh import TAHUN, Kantor

from akuntabel.core.readers.isian.baca import read_isian
from akuntabel.core.readers.isian.hasil import HasilIsian, Nilai
from akuntabel.core.readers.isian.pengukuran import FORMULIR_PENGUKURAN
from akuntabel.core.readers.isian.templat import write_templat
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pengukuran.isian import PratinjauKisi, build_templat, check_isian_kisi, import_isian_kisi
from akuntabel.siklus.pengukuran.kisi import read_kisi
from akuntabel.siklus.pengukuran.models import Elemen, Fakta, RincianElemen


def _isi(kantor: Kantor, isian: Mapping[str, Nilai], triwulan: int = 1) -> HasilIsian:
    """The workbook of the quarter, filled in by code of the element, as it is read."""
    kosong = _baca(build_templat(read_kisi(kantor.satker, TAHUN, triwulan)))
    baris = [dict(n) | dict(isian.get(str(n["elemen"]), {})) for n in kosong.data["data"]]
    return _baca(write_templat(FORMULIR_PENGUKURAN, judul="Kisi", ada={"data": baris}))


def _baca(isi: bytes) -> HasilIsian:
    return read_isian(FORMULIR_PENGUKURAN, "kisi.xlsx", isi)


def _periksa(kantor: Kantor, hasil: HasilIsian, triwulan: int = 1) -> PratinjauKisi:
    return check_isian_kisi(read_kisi(kantor.satker, TAHUN, triwulan), hasil, by=kantor.pemeran.danu)


def _ambil(kantor: Kantor, isian: Mapping[str, Nilai], triwulan: int = 1) -> None:
    pratinjau = _periksa(kantor, _isi(kantor, isian, triwulan), triwulan)
    assert pratinjau.is_sah, pratinjau.masalah
    kisi = read_kisi(kantor.satker, TAHUN, triwulan)
    import_isian_kisi(kisi, _isi(kantor, isian, triwulan), sidik=pratinjau.sidik, by=kantor.pemeran.danu)


def test_an_untouched_workbook_changes_nothing(kantor: Kantor) -> None:
    kantor.ukur(1, a="1.234", b=80)
    RincianElemen.objects.create(elemen=kantor.elemen["b"], jenis_kelamin="L")
    pratinjau = _periksa(kantor, _isi(kantor, {}))
    assert pratinjau.masalah == ()
    assert not pratinjau.is_sah


def test_figures_and_reasons_are_taken(kantor: Kantor) -> None:
    belum = {"status": "menunggu rilis", "alasan": "rekap belum ada"}
    _ambil(kantor, {"a": {"nilai": Decimal("59122.5"), "sumber": "DPT"}, "b": belum})
    assert (kantor.terkini("a").nilai, kantor.terkini("a").sumber) == ("59122.5", "DPT")
    assert (kantor.terkini("b").status, kantor.terkini("b").alasan) == ("menunggu_rilis", "rekap belum ada")


@pytest.mark.parametrize(("tertulis", "nilai"), [("1.234,5", "1234.5"), ("59.122", "59122"), (0, "0")])
def test_figures_written_as_text_are_indonesian(kantor: Kantor, tertulis: str | int, nilai: str) -> None:
    _ambil(kantor, {"a": {"nilai": tertulis}})
    assert kantor.terkini("a").nilai == nilai


def test_a_predicate_comes_back_as_it_was(kantor: Kantor) -> None:
    Elemen.objects.filter(kode="a").update(bentuk="predikat")
    _ambil(kantor, {"a": {"nilai": "BB (72,5)"}})
    assert (kantor.terkini("a").predikat, kantor.terkini("a").nilai) == ("BB", "72.5")
    assert not _periksa(kantor, _isi(kantor, {})).is_sah


def test_every_problem_is_listed_with_its_place(kantor: Kantor) -> None:
    pratinjau = _periksa(kantor, _isi(kantor, {"a": {"nilai": "1,234"}, "b": {"status": "entah"}}))
    assert [(m.baris, m.kolom) for m in pratinjau.masalah] == [(5, "H (Nilai)"), (6, "I (Keadaan)")]


def test_what_the_act_would_refuse_is_listed_beside_its_row(kantor: Kantor) -> None:
    pratinjau = _periksa(kantor, _isi(kantor, {"a": {"status": "menunggu rilis"}, "b": {"nilai": "banyak"}}))
    assert [(m.baris, m.kolom) for m in pratinjau.masalah] == [(5, "J (Alasan)"), (6, "H (Nilai)")]
    assert not Fakta.objects.exists()


def test_a_correction_needs_its_reason_in_the_workbook(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    (masalah,) = _periksa(kantor, _isi(kantor, {"a": {"nilai": 61}})).masalah
    assert masalah.kolom == "L (Alasan perubahan)"
    _ambil(kantor, {"a": {"nilai": 61, "perubahan": "salah ketik"}})
    assert kantor.terkini("a").alasan_perubahan == "salah ketik"


def test_an_unusual_figure_needs_its_reason_in_the_workbook(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    (masalah,) = _periksa(kantor, _isi(kantor, {"a": {"nilai": 600}}, 2), 2).masalah
    assert masalah.kolom == "J (Alasan)"
    assert "naik 900%" in masalah.perbaikan


def test_a_row_that_the_quarter_does_not_have_is_refused(kantor: Kantor) -> None:
    hasil = _isi(kantor, {"a": {"elemen": "zz", "nilai": 5}})
    (masalah,) = _periksa(kantor, hasil).masalah
    assert "kisi triwulan ini" in masalah.diharapkan


def test_what_changed_since_the_preview_must_be_looked_at_again(kantor: Kantor) -> None:
    hasil = _isi(kantor, {"a": {"nilai": 60}})
    sidik = _periksa(kantor, hasil).sidik
    kantor.ukur(1, b=80)
    with pytest.raises(SudahBerubahError):
        import_isian_kisi(read_kisi(kantor.satker, TAHUN, 1), hasil, sidik=sidik, by=kantor.pemeran.danu)
    assert not Fakta.objects.filter(elemen__kode="a").exists()


def test_nothing_is_taken_by_who_may_not_measure(kantor: Kantor) -> None:
    pratinjau = check_isian_kisi(
        read_kisi(kantor.satker, TAHUN, 1), _isi(kantor, {"a": {"nilai": 60}}), by=kantor.pemeran.rina
    )
    assert "pengelola data" in pratinjau.masalah[0].perbaikan
    with pytest.raises(ValidationError):
        import_isian_kisi(
            read_kisi(kantor.satker, TAHUN, 1),
            _isi(kantor, {"a": {"nilai": 60}}),
            sidik=pratinjau.sidik,
            by=kantor.pemeran.rina,
        )
