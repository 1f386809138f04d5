"""An office's annual values are written together with their sums along the tree, exactly and once."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nilai_contoh import OPINI, PARTISIPASI, build_belum, build_rasio, rasio_inti, rata_inti, read_rekap
from pemeran import Pemeran, build_satker

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.siklus.organisasi.actions import assign_peran, move_satker
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.pengukuran.models import SILSILAH_ORGANISASI, NilaiTahunan, RekapTahunan
from akuntabel.siklus.pengukuran.rekap import HasilIndikatorSatker, build_urut, write_nilai_tahunan
from akuntabel.siklus.pengukuran.rekap_hasil import compute_hasil_rekap
from akuntabel.siklus.pengukuran.rekap_jumlah import Jumlah
from akuntabel.siklus.pengukuran.rekap_ulang import rebuild_rekap

TAHUN = 2026


def _rekap(satker: Satker, silsilah: UUID = PARTISIPASI, tahun: int = TAHUN) -> RekapTahunan:
    return RekapTahunan.objects.get(simpul=satker, tahun=tahun, silsilah=silsilah)


def test_a_value_stands_in_the_sums_of_every_office_up_to_the_root(pemeran: Pemeran):
    hasil = build_rasio(298, 474)
    write_nilai_tahunan(pemeran.kota, TAHUN, [hasil])
    nilai = NilaiTahunan.objects.get(satker=pemeran.kota)
    assert (nilai.nilai, nilai.capaian) == (hasil.nilai, hasil.capaian)  # to the last of 28 digits
    for simpul in (pemeran.kota, pemeran.provinsi, pemeran.pusat):
        rekap = _rekap(simpul)
        assert (rekap.total_pembilang, rekap.total_penyebut, rekap.jumlah_rasio) == (298, 474, 1)
        assert (rekap.total_capaian, rekap.jumlah_capaian, rekap.jumlah_satker) == (hasil.capaian, 1, 1)
    assert not RekapTahunan.objects.filter(simpul=pemeran.kota_lain).exists()


def test_the_ratio_over_offices_is_of_sums_and_the_mean_stands_beside_it(pemeran: Pemeran):
    besar, kecil = build_rasio(900_000, 1_000_000), build_rasio(1, 10)
    write_nilai_tahunan(pemeran.kota, TAHUN, [besar])
    write_nilai_tahunan(pemeran.kota_lain, TAHUN, [kecil])
    hasil = compute_hasil_rekap(Jumlah.of_rekap(_rekap(pemeran.pusat)))
    assert hasil.rasio.angka == rasio_inti([besar, kecil]) == Decimal("89.99920000799992000079999200")
    assert hasil.rata_rata.angka == rata_inti([besar.nilai, kecil.nilai]) == 50
    assert hasil.capaian.angka == rata_inti([besar.capaian, kecil.capaian])
    assert str(hasil.cakupan) == "2 dari 2"
    assert hasil.rasio.jejak is not None
    assert [o.nilai for o in hasil.rasio.jejak.operan] == ["90000100", "1000010"]


def test_an_unmeasured_indikator_is_counted_but_is_not_zero(pemeran: Pemeran):
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(3, 4)])
    write_nilai_tahunan(pemeran.kota_lain, TAHUN, [build_belum()])
    rekap = _rekap(pemeran.pusat)
    hasil = compute_hasil_rekap(Jumlah.of_rekap(rekap))
    assert (str(hasil.cakupan), hasil.rata_rata.angka, hasil.rasio.angka) == ("1 dari 2", 75, 75)
    kosong = compute_hasil_rekap(Jumlah.of_rekap(_rekap(pemeran.kota_lain)))
    assert (kosong.rasio.angka, kosong.rasio.status) == (None, StatusNilai.TIDAK_DAPAT_DIHITUNG)


def test_zero_is_counted_as_zero(pemeran: Pemeran):
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(0, 4)])
    hasil = compute_hasil_rekap(Jumlah.of_rekap(_rekap(pemeran.pusat)))
    assert (hasil.rasio.status, str(hasil.cakupan)) == (StatusNilai.NOL, "1 dari 1")


def test_a_correction_changes_the_sums_by_its_difference_only(pemeran: Pemeran):
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(298, 474), build_rasio(5, 10, OPINI)])
    write_nilai_tahunan(pemeran.kota_lain, TAHUN, [build_rasio(1, 3)])
    lain = read_rekap()
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(299, 474)])
    kini = read_rekap()
    berubah = {kunci for kunci in kini if kini[kunci] != lain[kunci]}
    assert berubah == {(s.kode, TAHUN, PARTISIPASI) for s in (pemeran.kota, pemeran.provinsi, pemeran.pusat)}
    assert _rekap(pemeran.pusat).total_pembilang == 300
    assert rebuild_rekap() == 0


def test_writing_the_same_twice_changes_and_writes_nothing(pemeran: Pemeran):
    daftar = [build_rasio(298, 474), build_belum(OPINI)]
    write_nilai_tahunan(pemeran.kota, TAHUN, daftar, is_lengkap=True)
    rekap, waktu = read_rekap(), list(NilaiTahunan.objects.values_list("pk", "dihitung_pada"))
    with CaptureQueriesContext(connection) as kueri:
        write_nilai_tahunan(pemeran.kota, TAHUN, daftar, is_lengkap=True)
    assert not [q["sql"] for q in kueri if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert (rekap, waktu) == (read_rekap(), list(NilaiTahunan.objects.values_list("pk", "dihitung_pada")))


def test_what_a_whole_year_no_longer_names_leaves_the_sums(pemeran: Pemeran):
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(1, 2), build_rasio(3, 4, OPINI)], is_lengkap=True)
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(1, 2)])
    assert _rekap(pemeran.pusat, OPINI).jumlah_satker == 1
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(1, 2)], is_lengkap=True)
    assert _rekap(pemeran.pusat, OPINI).jumlah_satker == 0
    assert (_rekap(pemeran.pusat, OPINI).total_pembilang, _rekap(pemeran.pusat).jumlah_satker) == (0, 1)
    assert rebuild_rekap() == 0


def test_years_and_indicators_do_not_mix(pemeran: Pemeran):
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(1, 2), build_rasio(7, 8, OPINI)])
    write_nilai_tahunan(pemeran.kota, TAHUN + 1, [build_rasio(5, 6)])
    assert _rekap(pemeran.pusat).total_pembilang == 1
    assert _rekap(pemeran.pusat, OPINI).total_pembilang == 7
    assert _rekap(pemeran.pusat, tahun=TAHUN + 1).total_pembilang == 5


def test_large_rupiah_beside_many_digits_stay_exact(pemeran: Pemeran):
    rupiah = Decimal(99_999_999_999_999_999_999)  # a hundred quintillion: no bigint, no float
    halus = replace(build_rasio(1, 3), pembilang=rupiah, penyebut=rupiah, nilai=Decimal("0." + "3" * 28))
    write_nilai_tahunan(pemeran.kota, TAHUN, [halus])
    write_nilai_tahunan(pemeran.kota_lain, TAHUN, [replace(halus, nilai=rupiah)])
    rekap = _rekap(pemeran.pusat)
    assert str(rekap.total_pembilang) == "199999999999999999998"
    assert str(rekap.total_nilai) == "99999999999999999999." + "3" * 28
    write_nilai_tahunan(pemeran.kota_lain, TAHUN, [], is_lengkap=True)
    assert str(_rekap(pemeran.pusat).total_nilai) == "0." + "3" * 28  # what was added is gone to the last digit


def test_a_change_that_is_rolled_back_leaves_no_sum(pemeran: Pemeran):
    with transaction.atomic():
        write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(1, 2)])
        transaction.set_rollback(True)
    assert not NilaiTahunan.objects.exists()
    assert not RekapTahunan.objects.exists()


def test_an_office_takes_its_sums_to_its_new_place(pemeran: Pemeran):
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(1, 2)])
    write_nilai_tahunan(pemeran.kota, TAHUN + 1, [build_rasio(1, 4)])
    write_nilai_tahunan(pemeran.kota_lain, TAHUN, [build_rasio(3, 4)])
    jateng = pemeran.kota_lain.induk
    assert jateng is not None
    move_satker(pemeran.kota, induk=jateng, by=pemeran.admin, alasan="Pemekaran")
    assert _rekap(pemeran.provinsi).jumlah_satker == 0
    assert (_rekap(jateng).total_pembilang, _rekap(jateng, tahun=TAHUN + 1).total_penyebut) == (4, 4)
    assert (_rekap(pemeran.pusat).total_pembilang, _rekap(pemeran.pusat).jumlah_satker) == (4, 2)
    assert rebuild_rekap() == 0


def test_a_numerator_needs_its_denominator():
    with pytest.raises(ValueError, match="pembilang 1 with penyebut None"):
        HasilIndikatorSatker(PARTISIPASI, "1", StatusNilai.TERUKUR, pembilang=Decimal(1))


@pytest.mark.parametrize(
    ("capaian", "urut"),
    [("83.8255977496", 83_825_597), ("-0.0000019", -1), ("1e30", 2**63 - 1), ("-1e30", 1 - 2**63), ("0", 0)],
)
def test_the_order_of_capaian_is_cut_off_never_rounded_up(capaian: str, urut: int):
    assert build_urut(Decimal(capaian)) == urut
    assert build_urut(None) is None


def test_sums_that_were_tampered_with_are_put_right(pemeran: Pemeran):
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(1, 2), build_rasio(1, 3, OPINI)])
    benar = read_rekap()
    RekapTahunan.objects.filter(simpul=pemeran.pusat, silsilah=PARTISIPASI).update(total_nilai=Decimal(7))
    RekapTahunan.objects.filter(simpul=pemeran.provinsi, silsilah=OPINI).delete()
    RekapTahunan.objects.create(simpul=pemeran.kota_lain, tahun=TAHUN, silsilah=OPINI, jumlah_satker=9)
    assert rebuild_rekap() == 3
    assert read_rekap() == benar


def test_a_sum_that_is_missing_is_not_written_around(pemeran: Pemeran):
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(1, 2)])
    RekapTahunan.objects.filter(simpul=pemeran.provinsi).delete()
    with pytest.raises(RuntimeError, match="rebuild_rekap"):
        write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(2, 2)])


def test_a_change_costs_the_same_few_queries_wherever_the_office_stands(
    pemeran: Pemeran, django_assert_num_queries: Callable[[int], CaptureQueriesContext]
):
    write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(1, 2)])
    with transaction.atomic(), django_assert_num_queries(5):  # path, values, values written, sums, sums written
        write_nilai_tahunan(pemeran.kota, TAHUN, [build_rasio(2, 2)])


_nilai = st.one_of(
    st.builds(build_rasio, st.integers(0, 10**12), st.integers(1, 10**12), st.sampled_from([PARTISIPASI, OPINI])),
    st.builds(build_belum, st.sampled_from([PARTISIPASI, OPINI, SILSILAH_ORGANISASI])),
)
_langkah = st.one_of(
    st.tuples(
        st.just("tulis"),
        st.integers(0, 5),
        st.sampled_from([TAHUN, TAHUN + 1]),
        st.lists(_nilai, max_size=3, unique_by=lambda h: h.silsilah),
        st.booleans(),
    ),
    st.tuples(st.just("pindah"), st.integers(1, 5), st.integers(0, 5), st.none(), st.none()),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_langkah, max_size=12))
def test_sums_written_with_each_change_equal_sums_computed_anew(pemeran: Pemeran, daftar: list[tuple]):
    with transaction.atomic():
        pohon = _pohon(pemeran)
        for jenis, nomor, tujuan, isi, is_lengkap in daftar:
            satker = pohon[nomor]
            if jenis == "tulis":
                write_nilai_tahunan(satker, tujuan, isi, is_lengkap=is_lengkap)
                continue
            satker.refresh_from_db()
            pohon[tujuan].refresh_from_db()
            if not pohon[tujuan].path.startswith(satker.path):
                move_satker(satker, induk=pohon[tujuan], by=pemeran.admin, alasan="-")
        tertulis = read_rekap()
        _assert_inti()
        assert rebuild_rekap() == 0
        assert read_rekap() == tertulis
        RekapTahunan.objects.all().delete()
        assert rebuild_rekap() == len(tertulis)
        assert read_rekap() == tertulis
        transaction.set_rollback(True)


def _pohon(pemeran: Pemeran) -> list[Satker]:
    """Six offices of three levels as they are now, and an admin who may move all of them."""
    build_satker("350001", "KPU Kabupaten Blitar", "kabupaten", Satker.objects.get(pk=pemeran.provinsi.pk))
    pohon = list(Satker.objects.order_by("pk"))
    for satker in pohon:
        assign_peran(pemeran.admin, satker, Peran.ADMIN, by=None)
    return pohon


def _assert_inti() -> None:
    """Every figure is what the core says about the values themselves, to the last digit."""
    for rekap in RekapTahunan.objects.select_related("simpul").filter(jumlah_satker__gt=0):
        daftar = list(
            NilaiTahunan.objects.filter(
                satker__path__startswith=rekap.simpul.path, tahun=rekap.tahun, silsilah=rekap.silsilah
            )
        )
        hasil = compute_hasil_rekap(Jumlah.of_rekap(rekap))
        assert hasil.rasio.angka == rasio_inti(daftar)
        assert hasil.rata_rata.angka == rata_inti(n.nilai for n in daftar)
        assert hasil.capaian.angka == rata_inti(n.capaian for n in daftar)
        assert hasil.cakupan.dari == len(daftar)
