"""A recap of voters from a workbook: looked at first, taken as a whole or not at all."""

import io

import pytest
import xlsxwriter
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akuntabel.core.readers.pemilih.baca import HasilRekap, read_rekap_pemilih
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.kepemiluan.impor_pemilih import build_templat_pemilih, check_rekap, import_rekap
from akuntabel.siklus.kepemiluan.models import DaftarPemilih

KEPALA = ["Kecamatan", "Kelurahan", "DPT L", "DPT P", "Pengguna DPT L", "Pengguna DPT P"]
BARIS = [["Sukorejo", "Karangsari", 10, 12, 8, 9], ["Sukorejo", "Pakunden", 20, 21, 15, 16]]


def rekap(pilkada, *baris: list[object]) -> HasilRekap:
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("Rekapitulasi")
        for n, isi in enumerate((KEPALA, *baris)):
            lembar.write_row(n, 0, isi)
    return read_rekap_pemilih(pilkada.label, "rekap.xlsx", keluaran.getvalue())


def ambil(pemeran, pilkada, hasil: HasilRekap, **lain):
    sidik = check_rekap(pemeran.kota, pilkada, hasil, is_gantikan=lain.get("is_gantikan", False)).sidik
    return import_rekap(
        pemeran.kota, pilkada, hasil, **({"sidik": sidik, "sumber": "BA rekapitulasi", "by": pemeran.danu} | lain)
    )


def test_the_preview_says_what_would_change_and_changes_nothing(pemeran, pilkada):
    pratinjau = check_rekap(pemeran.kota, pilkada, rekap(pilkada, *BARIS), is_gantikan=False)
    assert (pratinjau.jumlah_baru, pratinjau.daftar_berubah, pratinjau.is_sah) == (4, (), True)
    ((_, total),) = pratinjau.total
    assert (total.pemilih, total.pengguna) == (63, 48)
    assert not DaftarPemilih.objects.exists()


def test_a_recap_is_taken_and_again_changes_nothing(pemeran, pilkada):
    hasil = rekap(pilkada, *BARIS)
    assert len(ambil(pemeran, pilkada, hasil)) == 4
    pratinjau = check_rekap(pemeran.kota, pilkada, hasil, is_gantikan=False)
    assert (pratinjau.jumlah_baru, pratinjau.jumlah_sama, pratinjau.is_sah) == (0, 4, False)
    koreksi = rekap(pilkada, BARIS[0], ["Sukorejo", "Pakunden", 20, 21, 15, 17])
    pratinjau = check_rekap(pemeran.kota, pilkada, koreksi, is_gantikan=False)
    assert [(b.lama.pengguna, b.baru.pengguna) for b in pratinjau.daftar_berubah] == [(16, 17)]
    assert pratinjau.is_beralasan
    with pytest.raises(ValidationError, match="tulis alasannya"):
        ambil(pemeran, pilkada, koreksi)
    assert len(ambil(pemeran, pilkada, koreksi, alasan="ralat berita acara")) == 1


def test_one_bad_row_and_nothing_is_taken(pemeran, pilkada):
    hasil = rekap(pilkada, BARIS[0], ["Sukorejo", "Pakunden", 20, 21, 25, 16])
    pratinjau = check_rekap(pemeran.kota, pilkada, hasil, is_gantikan=False)
    assert "baris 3" in str(pratinjau.masalah[0])
    assert "pengguna 25 lebih banyak daripada pemilih 20" in str(pratinjau.masalah[0])
    with pytest.raises(ValidationError, match="lebih banyak daripada pemilih"):
        ambil(pemeran, pilkada, hasil)
    assert not DaftarPemilih.objects.exists()


def test_finer_rows_take_the_place_of_coarser_ones_when_asked_to(pemeran, pilkada):
    ambil(pemeran, pilkada, rekap(pilkada, ["Sukorejo", None, 30, 33, 23, 25]))
    rinci = rekap(pilkada, *BARIS)
    assert not check_rekap(pemeran.kota, pilkada, rinci, is_gantikan=False).is_sah
    pratinjau = check_rekap(pemeran.kota, pilkada, rinci, is_gantikan=True)
    assert len(pratinjau.daftar_ditarik) == 2
    ambil(pemeran, pilkada, rinci, is_gantikan=True, alasan="rincian per kelurahan")
    assert set(DaftarPemilih.objects.terkini().values_list("kelurahan", flat=True)) == {"Karangsari", "Pakunden"}


def test_what_was_looked_at_must_still_be_so(pemeran, pilkada):
    hasil = rekap(pilkada, *BARIS)
    sidik = check_rekap(pemeran.kota, pilkada, hasil, is_gantikan=False).sidik
    ambil(pemeran, pilkada, rekap(pilkada, ["Sananwetan", "Gedog", 1, 1, 1, 1]))
    with pytest.raises(SudahBerubahError):
        ambil(pemeran, pilkada, hasil, sidik=sidik)
    with pytest.raises(PermissionDenied):
        ambil(pemeran, pilkada, hasil, by=pemeran.tono)


def test_the_template_comes_with_what_is_there_and_goes_in_again_unchanged(pemeran, pilkada):
    ambil(pemeran, pilkada, rekap(pilkada, *BARIS))
    isi = build_templat_pemilih(pemeran.kota, pilkada)
    pratinjau = check_rekap(
        pemeran.kota, pilkada, read_rekap_pemilih(pilkada.label, "templat.xlsx", isi), is_gantikan=False
    )
    assert (pratinjau.masalah, pratinjau.jumlah_baru, pratinjau.jumlah_sama) == ((), 0, 4)


SEL = st.none() | st.integers(-2, 30) | st.sampled_from(["Sukorejo", "Karangsari", "fisik", "Jumlah", "", "x", 10**16])
TABEL = st.lists(
    st.tuples(
        st.sampled_from([None, "Sukorejo", "SUKOREJO", "Jumlah"]), st.sampled_from([None, "A", "B"]), SEL, SEL, SEL, SEL
    ).map(list),
    max_size=5,
)


@given(TABEL, st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_recap_is_taken_as_a_whole_or_not_at_all(pemeran, pilkada, baris: list[list[object]], gantikan: bool):
    with transaction.atomic():
        ambil(pemeran, pilkada, rekap(pilkada, ["Sukorejo", None, 30, 33, 23, 25]))
        semula = set(DaftarPemilih.objects.terkini().values_list("pk", flat=True))
        hasil = rekap(pilkada, *baris)
        try:
            baru = ambil(pemeran, pilkada, hasil, is_gantikan=gantikan, alasan="uji")
        except ValidationError:
            assert set(DaftarPemilih.objects.terkini().values_list("pk", flat=True)) == semula
        else:
            kini = {(b.kecamatan, b.kelurahan, b.kategori, b.jenis_kelamin): b for b in DaftarPemilih.objects.terkini()}
            for sel in hasil.daftar_sel:
                kecamatan = "Sukorejo" if sel.kecamatan else ""
                b = kini[kecamatan, sel.kelurahan, sel.kategori.value, sel.jenis_kelamin.value]
                assert (b.pemilih, b.pengguna) == (sel.pemilih, sel.pengguna)
            assert {b.pk for b in baru} <= {b.pk for b in kini.values()}
        transaction.set_rollback(True)
