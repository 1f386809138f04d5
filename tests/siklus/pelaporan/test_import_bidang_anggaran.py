"""The budget of a package as rows: it comes back as it came, with the order of every file and what does not fit."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from paket_contoh import buat_tahun

from akuntabel.core.fakta.anggaran import Anggaran, RincianRevisi
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import compute_hasil_anggaran
from akuntabel.core.fakta.paket import seal_fakta
from akuntabel.siklus.anggaran.hitung import compute_anggaran_tahun
from akuntabel.siklus.anggaran.models import Hibah, RevisiDipa, VersiAnggaran
from akuntabel.siklus.pelaporan.impor_pagu_anggaran import check_anggaran, import_bidang_anggaran
from akuntabel.siklus.pelaporan.impor_paket import import_paket
from akuntabel.siklus.pelaporan.snapshot_anggaran import build_bidang_anggaran
from akuntabel.siklus.perencanaan.models import KodeReferensi
from contoh_paket import read_contoh
from paket_acak import paket_acak

pytestmark = pytest.mark.django_db
BIDANG = (
    "daftar_kode_anggaran", "daftar_anggaran", "daftar_revisi", "daftar_rincian_revisi", "daftar_hibah",
)  # fmt: skip


def _isi(paket: FaktaTahun) -> dict[str, Any]:
    return {nama: getattr(paket, nama) for nama in BIDANG}


def _pulang(paket: FaktaTahun) -> dict[str, Any]:
    hasil = import_paket(paket, by=None, is_buat_induk=True)
    import_bidang_anggaran(hasil.satker, paket, by=None)
    return build_bidang_anggaran(hasil.satker, hasil.tahun)


def test_the_example_comes_back_as_it_came_and_computes_the_same():
    contoh = read_contoh()
    assert _pulang(contoh) == _isi(contoh)
    satker = VersiAnggaran.objects.get().satker
    hasil = compute_anggaran_tahun(satker, 2020)
    assert hasil == compute_hasil_anggaran(contoh)
    assert hasil.beda_pagu == 8_000_000
    assert [m.nomor for m in hasil.ketidakcocokan] == [8]


def test_a_second_time_changes_nothing():
    contoh = read_contoh()
    _pulang(contoh)
    assert _pulang(contoh) == _isi(contoh)
    assert (VersiAnggaran.objects.count(), RevisiDipa.objects.count(), Hibah.objects.count()) == (1, 9, 1)


@given(paket=paket_acak())
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
def test_any_budget_comes_back_as_it_came(paket: FaktaTahun):
    with transaction.atomic():
        assert _pulang(paket) == _isi(paket)
        transaction.set_rollback(True)


def test_files_out_of_order_come_back_in_their_order():
    contoh = read_contoh()
    paket = seal_fakta(replace(contoh, **{nama: tuple(reversed(isi)) for nama, isi in _isi(contoh).items()}))
    assert _pulang(paket) == _isi(paket)


def test_a_chain_that_does_not_fit_is_taken_over_and_shown():
    contoh = read_contoh()
    putus = replace(contoh.daftar_revisi[2], semula=1)
    asing = RincianRevisi(4, "3355", "RM", 1)
    paket = seal_fakta(
        replace(
            contoh,
            daftar_revisi=(*contoh.daftar_revisi[:2], putus, *contoh.daftar_revisi[3:]),
            daftar_rincian_revisi=(*contoh.daftar_rincian_revisi, asing),
        )
    )
    assert _pulang(paket) == _isi(paket)
    hasil = compute_anggaran_tahun(VersiAnggaran.objects.get().satker, 2020)
    assert [(m.jenis.value, m.nomor) for m in hasil.ketidakcocokan] == [
        ("rantai", 2), ("rincian", 2), ("rincian", 4), ("daun", 8),
    ]  # fmt: skip


def test_what_is_booked_does_not_change_when_a_package_says_otherwise():
    contoh = read_contoh()
    _pulang(contoh)
    lain = replace(contoh.daftar_revisi[3], alasan="lain")
    paket = replace(contoh, daftar_revisi=(*contoh.daftar_revisi[:3], lain, *contoh.daftar_revisi[4:]))
    with pytest.raises(ValidationError, match="Revisi nomor 3: sudah ada dengan isi lain"):
        import_bidang_anggaran(VersiAnggaran.objects.get().satker, paket, by=None)


def test_a_package_that_says_less_of_a_year_is_the_whole_year():
    contoh = read_contoh()
    _pulang(contoh)
    satker = VersiAnggaran.objects.get().satker
    KodeReferensi.objects.create(satker=satker, tahun=2020, kode="9999", tingkat="program", uraian="Lama")
    kurang = replace(contoh, daftar_anggaran=contoh.daftar_anggaran[:-1], daftar_hibah=())
    import_bidang_anggaran(satker, kurang, by=None)
    assert build_bidang_anggaran(satker, 2020) == _isi(kurang)
    kosong = replace(kurang, daftar_anggaran=())
    import_bidang_anggaran(satker, kosong, by=None)
    assert build_bidang_anggaran(satker, 2020) == _isi(kosong)


def test_years_stand_side_by_side():
    contoh = read_contoh()
    lain = buat_tahun(contoh, 2021)
    lain = seal_fakta(replace(lain, daftar_anggaran=(replace(contoh.daftar_anggaran[0], pagu=1, realisasi=None),)))
    _pulang(contoh)
    assert _pulang(lain) == _isi(lain)
    assert build_bidang_anggaran(VersiAnggaran.objects.first().satker, 2020) == _isi(contoh)


def test_money_that_no_column_holds_is_named():
    contoh = read_contoh()
    besar = Anggaran("3355.003", "RM", 10**30, 2)
    daftar = list(check_anggaran(replace(contoh, daftar_anggaran=(besar,))))
    assert [(m.berkas, m.kolom) for m in daftar] == [("anggaran.csv", "pagu (3355.003)")]
