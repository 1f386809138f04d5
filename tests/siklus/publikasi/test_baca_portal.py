"""What the public pages are given: the last revision of what stands, and nothing that is not published."""

import pytest
from terbitan_contoh import SIDIK, build_register, build_satker_terbit, build_terbitan, withdraw

from akuntabel.siklus.publikasi.baca_banding import read_banding
from akuntabel.siklus.publikasi.baca_portal import (
    daftar_berlaku,
    daftar_leluhur,
    daftar_peta,
    daftar_tahun_per_satker,
    daftar_tahunan,
    daftar_terkini,
    find_pengganti,
    find_satker,
    find_sidik,
    find_terbitan,
    find_unduhan,
    find_utama,
    read_terbitan,
    search_satker,
)
from akuntabel.siklus.publikasi.models import SatkerTerbit, StatusTerbitan, Terbitan

pytestmark = pytest.mark.django_db
KODE = "357200"


def _buat_draf() -> Terbitan:
    """A report that is being published at this moment, beside its public revision."""
    terbit = build_terbitan()
    isi = {f.attname: getattr(terbit, f.attname) for f in Terbitan._meta.concrete_fields if not f.primary_key}
    lain = {"revisi": 9, "slug": "belum", "sidik": "cd" * 32, "status": StatusTerbitan.DISIAPKAN}
    return Terbitan.objects.create(**(isi | lain))


def test_what_is_being_prepared_is_not_there():
    draf = _buat_draf()
    assert find_terbitan(draf.slug) is None
    assert find_sidik(draf.sidik) == (None, [])
    assert draf not in daftar_terkini()
    utama = find_utama(KODE, 2020)
    assert utama is not None
    assert utama.revisi == 0
    assert find_pengganti(utama) is None


def test_the_last_revision_stands():
    lama, baru = build_terbitan(), build_terbitan(revisi=1)
    build_terbitan(tahun=2019)
    assert find_utama(KODE, 2020) == baru
    assert find_pengganti(lama) == baru
    assert list(daftar_berlaku().filter(tahun=2020)) == [baru]
    assert daftar_tahun_per_satker([KODE]) == {KODE: [2020, 2019]}


def test_a_withdrawn_revision_does_not_bring_back_the_one_before():
    build_terbitan()
    baru = build_terbitan(revisi=1)
    withdraw(baru)
    assert not daftar_berlaku().exists()
    assert find_utama(KODE, 2020) == baru


def test_quarters_are_reports_of_their_own():
    tahunan = build_terbitan()
    satu = build_terbitan(jenis="triwulan", triwulan=1)
    dua = build_terbitan(jenis="triwulan", triwulan=2)
    assert set(daftar_berlaku()) == {tahunan, satu, dua}
    assert list(daftar_tahunan()) == [tahunan]
    assert find_utama(KODE, 2020) == tahunan


def test_an_office_year_is_known_by_its_annual_report_of_the_main_entity():
    build_terbitan(entitas="sekretariat", is_utama=False)
    triwulan = build_terbitan(tahun=2021, jenis="triwulan", triwulan=1)
    utama = build_terbitan()
    assert find_utama(KODE, 2020) == utama
    assert find_utama(KODE, 2021) == triwulan  # nothing else was published of that year
    assert find_utama(KODE, 2018) is None


def test_a_withdrawn_annual_report_is_not_replaced_by_a_quarter():
    build_terbitan(jenis="triwulan", triwulan=4)
    tahunan = build_terbitan()
    withdraw(tahunan)
    assert find_utama(KODE, 2020) == tahunan


def test_a_report_comes_whole_with_its_traces():
    t = build_terbitan()
    build_terbitan(tahun=2019)
    triwulan = build_terbitan(jenis="triwulan", triwulan=1)
    isi = read_terbitan(t)
    assert [i.isi.kode for i in isi.daftar_indikator] == ["1.1", "1.2", "2.1"]
    assert [s.isi.kode for s in isi.daftar_sasaran] == ["1", "2"]
    jejak = isi.daftar_indikator[0].jejak
    assert jejak is not None
    assert jejak.operan[0].sumber == "Formulir D.Hasil"
    assert [i.isi.kode for i in isi.tanpa_nilai] == ["2.1"]
    assert [r.realisasi for r in isi.daftar_indikator[0].daftar_riwayat] == ["79.1"]
    assert isi.daftar_lain == (triwulan,)
    assert isi.daftar_tahun == (2019, 2020)


def test_a_hash_leads_to_its_report_or_its_file():
    t = build_terbitan()
    dokumen = t.daftar_dokumen.get()
    assert find_sidik(SIDIK) == (t, [])
    assert find_sidik(dokumen.sha256) == (t, [dokumen])
    assert find_unduhan(dokumen.sha256, dokumen.nama) == [dokumen]
    assert find_unduhan(dokumen.sha256, "lain.pdf") == []


def test_the_same_bytes_in_a_withdrawn_and_a_standing_report_stand():
    ditarik, berlaku = (build_terbitan(pdf=b"%PDF-1.7 sama", revisi=n, sidik=f"{n}" * 64) for n in (1, 0))
    withdraw(ditarik)
    sidik = berlaku.daftar_dokumen.get().sha256
    assert find_sidik(sidik)[0] == berlaku
    assert find_unduhan(sidik, berlaku.daftar_dokumen.get().nama)[0].terbitan == berlaku


def test_offices_are_found_by_every_word_code_or_region():
    build_register()
    assert [s.nama for s in search_satker("kota BLITAR")] == ["KPU Kota Blitar"]
    assert [s.nama for s in search_satker("3572")] == ["KPU Kota Blitar"]
    assert not search_satker("kota jakarta")
    assert search_satker("").count() == 6
    satker = find_satker(KODE)
    assert satker is not None
    assert [s.nama for s in daftar_leluhur(satker)] == ["KPU", "KPU Provinsi Jawa Timur"]


def test_an_office_that_left_the_register_is_known_by_what_it_published():
    build_satker_terbit("999999", "KPU Kota Lama")
    build_terbitan("999999")
    SatkerTerbit.objects.filter(kode="999999").delete()
    satker = find_satker("999999")
    assert satker is not None
    assert satker.nama == "KPU Kota Lama"
    assert find_satker("888888") is None


def test_the_map_names_every_page_that_stands_once():
    build_register()
    t, ditarik = build_terbitan(), build_terbitan("357300")
    withdraw(ditarik)
    peta = daftar_peta()
    assert peta.daftar_terbitan == (t,)
    assert peta.daftar_kode == (KODE,)
    assert peta.daftar_induk == ("000000", "330000", "350000")


def test_years_are_compared_in_their_order_whatever_was_asked():
    for tahun in (2018, 2019, 2020):
        build_terbitan(tahun=tahun)
    for dari, ke, harapan in ((None, None, (2019, 2020)), (2020, 2018, (2018, 2020)), (7, 9, (2019, 2020))):
        banding = read_banding(KODE, dari, ke)
        assert banding.lama is not None
        assert banding.baru is not None
        assert (banding.lama.tahun, banding.baru.tahun) == harapan
    assert read_banding("357300", None, None).daftar_tahun == ()


def test_what_changed_in_an_indicator_is_named():
    dasar = {"sasaran": "1", "kode": "1.1", "nama": "Persentase pemilih", "status": "terukur", "rumus": "a / b"}
    build_terbitan(tahun=2019, indikator=[dasar | {"target": "70", "target_tercetak": "70%"}])
    baru = dasar | {"nama": "Persentase pemilih muda", "target": "75", "target_tercetak": "75%", "rumus": "a / c"}
    build_terbitan(indikator=[baru])
    (baris,) = read_banding(KODE, None, None).daftar_baris
    assert (baris.is_nama_berubah, baris.is_target_berubah, baris.cara_berubah) == (True, True, ("rumus",))
