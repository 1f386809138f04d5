"""A package that was taken over and is given back is the same to the byte, year beside year, whatever office it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from paket_contoh import buat_tahun, impor, impor_gagal, tambah_bukti
from pemeran import Pemeran, build_satker

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.core.fakta.paket import build_berkas, read_paket, seal_fakta, write_paket
from akuntabel.core.fakta.perencanaan import PerjanjianTarget, Tujuan
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.models import Pejabat, Satker, Unit
from akuntabel.siklus.pelaporan.impor_paket import import_paket
from akuntabel.siklus.pelaporan.models import BagianPaket, LaporanKinerja
from akuntabel.siklus.pelaporan.snapshot import build_fakta_tahun
from akuntabel.siklus.pengukuran.models import Bukti
from akuntabel.siklus.perencanaan.berlaku import daftar_pagu_berlaku
from akuntabel.siklus.perencanaan.models import Indikator, KodeReferensi, Renstra
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja
from contoh_paket import read_contoh
from paket_acak import paket_acak

pytestmark = pytest.mark.django_db
ACAK = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


class _Batal(Exception):  # noqa: N818 — ends an example, it is no error
    """Takes back what an example wrote."""


def _ulang(kerja: Callable[[], None]) -> None:
    """Each example of a property begins with the database that the test began with."""
    try:
        with transaction.atomic():
            kerja()
            raise _Batal
    except _Batal:
        pass


def test_example_comes_back_to_the_byte():
    contoh = read_contoh()
    kembali = impor(contoh)
    assert build_berkas(kembali) == build_berkas(contoh)
    assert kembali == contoh


@given(paket=paket_acak())
@ACAK
def test_any_office_comes_back_to_the_byte(paket: FaktaTahun):
    def kerja() -> None:
        assert build_berkas(impor(paket)) == build_berkas(paket)

    _ulang(kerja)


@given(paket=st.lists(paket_acak(), min_size=2, max_size=3, unique_by=lambda p: p.tahun))
@ACAK
def test_years_of_one_office_stand_side_by_side_however_they_differ(paket: list[FaktaTahun]):
    def kerja() -> None:
        urut = sorted(paket, key=lambda p: p.tahun)
        for p in urut:
            kode = f"pk-{p.tahun}"
            impor(buat_tahun(p, p.tahun, kode=kode))
        satker = Satker.objects.get(kode="999901")
        for p in urut:
            asal = build_berkas(buat_tahun(p, p.tahun, kode=f"pk-{p.tahun}"))
            assert build_berkas(build_fakta_tahun(satker, p.tahun)) == asal

    _ulang(kerja)


def test_second_year_with_the_same_plan_shares_it_and_changes_nothing_of_the_first():
    contoh = read_contoh()
    impor(contoh)
    kedua = buat_tahun(contoh, 2021)
    kembali = impor(kedua)
    assert build_berkas(kembali) == build_berkas(kedua)
    assert Renstra.objects.count() == 1
    assert Pejabat.objects.filter(satker__kode="657960").count() == len(contoh.daftar_pejabat)
    assert build_berkas(build_fakta_tahun(Satker.objects.get(kode="657960"), 2020)) == build_berkas(contoh)


def test_second_year_with_another_head_address_and_plan_leaves_the_first_as_it_was():
    contoh = read_contoh()
    impor(contoh)
    ketua, *lain = contoh.daftar_pejabat
    kedua = replace(
        buat_tahun(contoh, 2021),
        satker=replace(contoh.satker, alamat="Jalan Baru Nomor 2", laman="kota-blitar.kpu.go.id"),
        daftar_pejabat=(replace(ketua, nama="Budi Santoso"), *lain),
        renstra=replace(contoh.renstra, visi="Visi yang diperbarui"),
    )
    hasil = import_paket(kedua, by=None)
    satker = hasil.satker
    assert build_berkas(build_fakta_tahun(satker, 2021)) == build_berkas(kedua)
    assert build_berkas(build_fakta_tahun(satker, 2020)) == build_berkas(contoh)
    assert any("memegang jabatan yang sama" in c for c in hasil.catatan)
    satker.refresh_from_db()
    assert satker.alamat == "Jalan Baru Nomor 2"
    assert [r.versi for r in Renstra.objects.order_by("versi")] == [1, 2]
    lama, baru = Pejabat.objects.filter(satker=satker, jabatan=ketua.jabatan).order_by("pk")
    assert (lama.nama, lama.selesai, baru.nama, baru.mulai) == (
        "Choirul Umam",
        date(2020, 12, 31),
        "Budi Santoso",
        date(2021, 1, 1),
    )
    pihak = PerjanjianKinerja.objects.get(satker=satker, tahun=2021).pihak_pertama
    assert pihak == baru
    silsilah = Indikator.objects.filter(kode="1.1").values_list("silsilah", flat=True)
    assert len(set(silsilah)) == 1


def test_older_year_after_a_newer_one_changes_nothing_of_the_office():
    contoh = read_contoh()
    baru = replace(buat_tahun(contoh, 2021), satker=replace(contoh.satker, alamat="Jalan Baru Nomor 2"))
    impor(baru)
    lama = replace(contoh, satker=replace(contoh.satker, alamat="Jalan Lama Nomor 1"), daftar_unit=contoh.daftar_unit)
    assert build_berkas(impor(lama)) == build_berkas(lama)
    satker = Satker.objects.get(kode="657960")
    assert satker.alamat == "Jalan Baru Nomor 2"
    assert build_berkas(build_fakta_tahun(satker, 2021)) == build_berkas(baru)


def test_same_package_twice_changes_nothing():
    contoh = read_contoh()
    impor(contoh)
    jumlah = [m.objects.count() for m in (Renstra, Indikator, PerjanjianKinerja, Pejabat, Unit, KodeReferensi)]
    pagu = daftar_pagu_berlaku(Satker.objects.get(kode="657960"), 2020).count()
    assert impor(contoh) == contoh
    assert jumlah == [m.objects.count() for m in (Renstra, Indikator, PerjanjianKinerja, Pejabat, Unit, KodeReferensi)]
    assert daftar_pagu_berlaku(Satker.objects.get(kode="657960"), 2020).count() == pagu


def test_rows_of_the_package_are_rows_of_the_application():
    impor(read_contoh())
    satker = Satker.objects.get(kode="657960")
    perjanjian = PerjanjianKinerja.objects.get(satker=satker)
    assert satker.induk is not None
    assert satker.induk.nama == "KPU Provinsi Jawa Timur"
    assert perjanjian.is_beku
    assert perjanjian.is_impor
    assert perjanjian.tanggal_penandatanganan is None
    assert perjanjian.daftar_target.count() == 11
    assert perjanjian.renstra is not None
    assert perjanjian.renstra.is_beku
    assert sum(p.pagu for p in daftar_pagu_berlaku(satker, 2020)) == sum(a.pagu for a in read_contoh().daftar_anggaran)
    berkas = set(BagianPaket.objects.values_list("berkas", flat=True))
    assert not berkas & {"satker.yaml", "pejabat.csv", "indikator.csv", "fakta.csv", "anggaran.csv", "perkara.csv"}
    assert not {b for b in berkas if b.startswith(("laporan", "isu", "langkah", "narasi"))}
    laporan = LaporanKinerja.objects.get(satker=satker)
    assert (laporan.tahun, laporan.tema, laporan.status, laporan.is_impor) == (
        2020,
        "Pemilihan Serentak",
        "disusun",
        True,
    )
    assert {b.nama: b.isi for b in laporan.daftar_blok.all()} == read_contoh().narasi
    assert JejakAudit.objects.filter(tindakan="paket.import", baru__sidik=read_contoh().sidik).count() == 1


def test_what_is_corrected_in_the_application_is_in_the_next_export():
    impor(read_contoh())
    Unit.objects.filter(kode="divisi-data").update(nama="Divisi Data")
    Pejabat.objects.filter(kode="ketua-provinsi").update(nama="Choirul Anam")
    kembali = build_fakta_tahun(Satker.objects.get(kode="657960"), 2020)
    assert next(u.nama for u in kembali.daftar_unit if u.kode == "divisi-data") == "Divisi Data"
    assert kembali.find_pejabat("ketua-provinsi").nama == "Choirul Anam"


def test_evidence_goes_to_the_store_of_files_and_comes_back():
    paket = tambah_bukti(read_contoh(), b"%PDF-1.7 bukti")
    assert impor(paket) == paket
    bukti = Bukti.objects.get(berkas__isnull=False)
    assert bukti.berkas is not None
    assert f"bukti/{bukti.berkas.sidik}.pdf" in paket.bukti_berkas
    assert not BagianPaket.objects.filter(berkas__startswith="bukti/").exists()


def test_evidence_that_no_store_takes_is_told_and_nothing_is_done():
    masalah = impor_gagal(tambah_bukti(read_contoh(), b"MZ\x90\x00", "exe"))
    assert masalah[0].berkas.startswith("bukti/")
    assert not Satker.objects.exists()
    assert not JejakAudit.objects.exists()


def test_signed_agreement_is_not_changed_by_a_package():
    contoh = read_contoh()
    impor(contoh)
    pertama, *lain = contoh.daftar_perjanjian_target
    ubah = replace(contoh, daftar_perjanjian_target=(replace(pertama, target="55"), *lain))
    (masalah,) = impor_gagal(ubah)
    assert (masalah.berkas, masalah.tertulis) == ("perjanjian.csv", "pk-2020")
    assert "yang sudah ditandatangani" in str(masalah)
    assert impor(contoh) == contoh


def test_plan_behind_a_signed_agreement_is_not_changed_by_a_package():
    contoh = read_contoh()
    impor(contoh)
    (masalah,) = impor_gagal(replace(contoh, renstra=replace(contoh.renstra, visi="Lain")))
    assert masalah.berkas == "renstra.yaml"
    assert Renstra.objects.count() == 1


def test_everything_that_the_database_cannot_hold_is_told_at_once():
    contoh = read_contoh()
    ketua, *lain = contoh.daftar_pejabat
    renstra = replace(contoh.renstra, tujuan=(*contoh.renstra.tujuan, Tujuan("1", "Kembar")))
    sasaran, *sasaran_lain = contoh.daftar_sasaran
    rusak = replace(
        contoh,
        daftar_pejabat=(replace(ketua, nip="12"), *lain),
        renstra=renstra,
        daftar_sasaran=(replace(sasaran, tujuan="99"), *sasaran_lain),
        daftar_perjanjian=tuple(replace(p, pihak_kedua=p.pihak_pertama) for p in contoh.daftar_perjanjian),
        daftar_perjanjian_target=(
            PerjanjianTarget("pk-2020", "1.1", "9" * 50),
            *contoh.daftar_perjanjian_target[1:],
        ),
    )
    assert [(m.berkas, m.kolom) for m in impor_gagal(rusak)] == [
        ("pejabat.csv", "nip (ketua)"),
        ("perjanjian-target.csv", "target (1.1)"),
        ("renstra.yaml", "tujuan.kode"),
        ("sasaran.csv", "tujuan (1)"),
        ("perjanjian.csv", "pihak_kedua (pk-2020)"),
    ]
    assert not Satker.objects.exists()


def test_office_that_is_not_there_needs_a_parent_that_is():
    (masalah,) = impor_gagal(read_contoh(), is_buat_induk=False)
    assert (masalah.kolom, masalah.tertulis) == ("induk", "KPU Provinsi Jawa Timur")
    build_satker("350000", "KPU Provinsi Jawa Timur", "provinsi", None)
    hasil = import_paket(read_contoh(), by=None)
    assert hasil.is_satker_baru
    assert hasil.satker.induk is not None
    assert hasil.satker.induk.kode == "350000"


def test_package_of_the_topmost_office_has_no_parent():
    contoh = read_contoh()
    puncak = replace(contoh, satker=replace(contoh.satker, jenis="pusat", induk=contoh.satker.nama))
    assert build_berkas(impor(puncak, is_buat_induk=False)) == build_berkas(puncak)
    assert Satker.objects.get().induk is None


def test_only_the_head_says_that_what_a_package_holds_was_concluded(pemeran: Pemeran):
    contoh = read_contoh()
    paket = seal_fakta(replace(contoh, satker=replace(contoh.satker, kode=pemeran.kota.kode)))
    for orang in (pemeran.danu, pemeran.rina, pemeran.sari, pemeran.tono, pemeran.admin, pemeran.supervisor):
        with pytest.raises(PermissionDenied):
            import_paket(paket, by=orang)
    assert not BagianPaket.objects.exists()
    hasil = import_paket(paket, by=pemeran.bu_ketua)
    assert build_fakta_tahun(hasil.satker, 2020) == paket
    pelaku = JejakAudit.objects.filter(tindakan="paket.import").values_list("pelaku", flat=True)
    assert set(pelaku) == {pemeran.bu_ketua.pk}
    assert Renstra.objects.get().tanggal_penetapan is None  # the package does not say, so nobody does


def test_nobody_founds_an_office_by_a_package(pemeran: Pemeran):
    with pytest.raises(PaketTidakSahError, match="admin satker induknya"):
        import_paket(read_contoh(), by=pemeran.bu_ketua)


def test_package_can_go_to_an_office_of_another_code(pemeran: Pemeran):
    contoh = read_contoh()
    hasil = import_paket(contoh, by=pemeran.bu_ketua, satker=pemeran.kota)
    assert hasil.satker == pemeran.kota
    assert build_fakta_tahun(hasil.satker, 2020) == contoh


def test_year_without_plan_or_agreement_cannot_be_given_out(pemeran: Pemeran):
    with pytest.raises(PaketTidakSahError) as galat:
        build_fakta_tahun(pemeran.kota, 2026)
    assert [m.diharapkan for m in galat.value.daftar_masalah] == [
        "Renstra yang berlaku",
        "perjanjian kinerja yang ditandatangani",
    ]


def test_what_was_written_is_read_again_by_the_core(tmp_path):
    kembali = impor(read_contoh())
    write_paket(kembali, tmp_path)
    assert read_paket(tmp_path) == read_contoh()


def test_export_asks_a_fixed_number_of_questions():
    contoh = read_contoh()
    impor(contoh)
    satker = Satker.objects.get(kode="657960")
    with CaptureQueriesContext(
        connection,
    ) as awal:
        build_fakta_tahun(satker, 2020)
    assert len(awal) <= 40
