"""Elections, stages and cases of a data package: in and out again without a changed byte."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.fakta.kepemiluan import SelPemilih
from akuntabel.core.fakta.paket import build_berkas
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.siklus.kepemiluan.actions.daftar_pemilih import write_daftar_pemilih
from akuntabel.siklus.kepemiluan.actions.impor import KepemiluanTahun, import_kepemiluan
from akuntabel.siklus.kepemiluan.actions.pemilihan import import_pemilihan_acuan
from akuntabel.siklus.kepemiluan.actions.perkara import write_dokumen_perkara
from akuntabel.siklus.kepemiluan.models import DokumenPerkara, Pemilihan, Perkara, Tahapan
from akuntabel.siklus.pelaporan.impor_kepemiluan import import_kepemiluan_paket
from akuntabel.siklus.pelaporan.snapshot_kepemiluan import build_kepemiluan
from contoh_paket import read_contoh

BERKAS = ("pemilihan.csv", "tahapan.csv", "perkara.csv")


def berkas(satker, paket) -> dict[str, bytes]:
    """The three files as the rows of the office say them."""
    isi = build_berkas(replace(paket, **build_kepemiluan(satker, paket.tahun)))
    return {nama: isi[nama] for nama in BERKAS}


def asli(paket) -> dict[str, bytes]:
    isi = build_berkas(paket)
    return {nama: isi[nama] for nama in BERKAS}


def test_the_example_comes_out_as_it_went_in_however_often(pemeran):
    paket = read_contoh()
    for _ in range(2):
        import_kepemiluan_paket(pemeran.kota, paket, by=None)
        assert berkas(pemeran.kota, paket) == asli(paket)
    assert (Pemilihan.objects.count(), Tahapan.objects.count(), Perkara.objects.count()) == (1, 22, 2)


def test_the_formula_in_words_becomes_one_that_can_be_computed(pemeran):
    import_kepemiluan_paket(pemeran.kota, read_contoh(), by=None)
    rumus = Pemilihan.objects.get().rumus
    assert rumus is not None
    assert rumus.pengguna == frozenset(KategoriPemilih)
    assert rumus.pemilih == {KategoriPemilih.TERDAFTAR, KategoriPemilih.TAMBAHAN_KTP}


def test_order_wording_and_gaps_of_a_package_survive(pemeran):
    paket = read_contoh()
    lain = replace(
        paket,
        daftar_pemilihan=(
            replace(paket.daftar_pemilihan[0], kode="b", rumus_partisipasi="kata lain", tanggal=None),
            *paket.daftar_pemilihan,
        ),
        daftar_tahapan=tuple(reversed(paket.daftar_tahapan)),
        daftar_perkara=tuple(reversed(paket.daftar_perkara)),
    )
    import_kepemiluan_paket(pemeran.kota, lain, by=None)
    assert berkas(pemeran.kota, lain) == asli(lain)
    import_kepemiluan_paket(pemeran.kota, paket, by=None)
    assert berkas(pemeran.kota, paket) == asli(paket)


def test_an_election_of_an_office_above_does_not_slip_into_a_package(pemeran):
    import_pemilihan_acuan(pemeran.pusat, 2020, "pilkada-2020", by=None)
    paket = read_contoh()
    import_kepemiluan_paket(pemeran.kota, paket, by=None)
    assert berkas(pemeran.kota, paket) == asli(paket)


def test_other_years_and_offices_keep_what_they_have(pemeran):
    paket = read_contoh()
    isi = KepemiluanTahun(paket.daftar_pemilihan, paket.daftar_tahapan, paket.daftar_perkara)
    import_kepemiluan(pemeran.kota, 2021, isi, by=None)
    import_kepemiluan(pemeran.kota_lain, 2020, isi, by=None)
    import_kepemiluan(pemeran.kota, 2020, KepemiluanTahun((), (), ()), by=None)
    assert build_kepemiluan(pemeran.kota, 2020) == {
        "daftar_pemilihan": (),
        "daftar_tahapan": (),
        "daftar_perkara": (),
    }
    for satker, tahun in ((pemeran.kota, 2021), (pemeran.kota_lain, 2020)):
        assert build_kepemiluan(satker, tahun)["daftar_tahapan"] == paket.daftar_tahapan


def test_a_mark_that_its_dates_deny_is_refused(pemeran):
    paket = read_contoh()
    telat = replace(paket.daftar_tahapan[16], realisasi_mulai=date(2020, 12, 9), realisasi_selesai=date(2020, 12, 10))
    isi = KepemiluanTahun(paket.daftar_pemilihan, (telat,), ())
    with pytest.raises(ValidationError, match="tertulis ya, hasil hitung tidak"):
        import_kepemiluan(pemeran.kota, 2020, isi, by=None)
    assert not Tahapan.objects.exists()
    benar = replace(telat, is_tepat_waktu=False)
    import_kepemiluan(pemeran.kota, 2020, replace(isi, daftar_tahapan=(benar,)), by=None)
    assert build_kepemiluan(pemeran.kota, 2020)["daftar_tahapan"] == (benar,)


def test_documents_stay_with_a_case_that_the_package_still_has(pemeran):
    paket = read_contoh()
    import_kepemiluan_paket(pemeran.kota, paket, by=None)
    for p in Perkara.objects.all():
        write_dokumen_perkara(p, b"%PDF-1.4\n%%EOF\n", "putusan.pdf", nama="Putusan", by=pemeran.danu)
    import_kepemiluan_paket(pemeran.kota, replace(paket, daftar_perkara=paket.daftar_perkara[:1]), by=None)
    assert DokumenPerkara.objects.get().perkara.kode == "bawaslu-0001"


def test_an_election_with_counts_of_voters_is_not_lost_to_a_package(pemeran, pilkada):
    write_daftar_pemilih(
        pemeran.kota,
        pilkada,
        [SelPemilih(KategoriPemilih.TERDAFTAR, JenisKelamin.LAKI_LAKI, 10, 5)],
        sumber="rekap",
        by=pemeran.danu,
    )
    with pytest.raises(ValidationError, match="tidak ada dalam paket"):
        import_kepemiluan_paket(pemeran.kota, read_contoh(), by=None)
    assert Pemilihan.objects.get() == pilkada
