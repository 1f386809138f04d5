"""Counts of voters as facts of the measurement; stages and cases in its formulas."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.fakta.kepemiluan import Disabilitas, JenisPerkara, SelPemilih, StatusTahapan
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.siklus.kepemiluan.actions.daftar_pemilih import write_daftar_pemilih
from akuntabel.siklus.kepemiluan.actions.fakta import daftar_sel_fakta, measure_pemilih
from akuntabel.siklus.kepemiluan.actions.perkara import draft_perkara
from akuntabel.siklus.kepemiluan.actions.tahapan import import_tahapan_acuan, measure_tahapan
from akuntabel.siklus.kepemiluan.hitung import compute_pemilih
from akuntabel.siklus.kepemiluan.isian import IsiPerkara, IsiRealisasi
from akuntabel.siklus.pengukuran.actions import PerluAlasanError
from akuntabel.siklus.pengukuran.actions_elemen import Bagian, IsiElemen, draft_elemen
from akuntabel.siklus.pengukuran.models import Fakta
from akuntabel.siklus.pengukuran.sumber_hitung import read_catatan_pemilu
from contoh_paket import read_contoh

DPT, PINDAH, KTP = KategoriPemilih
L, P = JenisKelamin
KELAMIN = [Bagian("L"), Bagian("P")]
# KPU Kota Blitar 2020: the users on the permanent list are all users less those of the DPTb.
BLITAR = [
    SelPemilih(DPT, L, 55_768, 43_515 - 185),
    SelPemilih(DPT, P, 59_122, 47_393 - 226),
    SelPemilih(PINDAH, L, 0, 0),
    SelPemilih(PINDAH, P, 0, 0),
    SelPemilih(KTP, L, 185, 185),
    SelPemilih(KTP, P, 226, 226),
    SelPemilih(DPT, L, 308, 143, Disabilitas.PENYANDANG),
    SelPemilih(DPT, P, 324, 155, Disabilitas.PENYANDANG),
]


def elemen(pemeran, kode: str, *, is_utuh: bool = False) -> None:
    isi = IsiElemen(kode=kode, nama=kode, satuan="orang")
    draft_elemen(pemeran.kota, 2020, isi, by=pemeran.rina, daftar_bagian=[] if is_utuh else KELAMIN)


@pytest.fixture
def terisi(pemeran, pilkada):
    write_daftar_pemilih(pemeran.kota, pilkada, BLITAR, sumber="D.Hasil-KWK", by=pemeran.danu)
    for kode in ("dpt", "dptb", "dptb_pengguna", "pengguna_hak_pilih", "disabilitas_terdaftar", "disabilitas_pengguna"):
        draft_elemen(
            pemeran.kota, 2020, IsiElemen(kode=kode, nama=kode, satuan="orang"), by=pemeran.rina, daftar_bagian=KELAMIN
        )
    return pilkada


def isi() -> dict[str, Decimal | None]:
    daftar = Fakta.objects.terkini().select_related("elemen")
    return {f"{f.elemen.kode}.{f.jenis_kelamin}": f.angka for f in daftar}


def test_the_counts_become_the_facts_of_the_example_office(pemeran, terisi):
    assert measure_pemilih(pemeran.kota, terisi, triwulan=None, by=pemeran.danu) == 12
    contoh = {
        f"{f.elemen}.{f.jenis_kelamin}": f.nilai for f in read_contoh().daftar_fakta if f.jenis_kelamin is not None
    }
    assert isi() == contoh
    fakta = Fakta.objects.get(elemen__kode="dpt", jenis_kelamin="L")
    assert fakta.sumber.endswith("D.Hasil-KWK")
    assert fakta.pencatat == pemeran.danu


def test_turnout_is_that_of_the_example_office(pemeran, terisi):
    hasil = compute_pemilih(pemeran.kota, terisi)
    cetak = {b.siapa: [f"{p.nilai.require():.2f}" for p in b.daftar] for b in hasil.partisipasi}
    assert cetak == {
        "Seluruh pemilih": ["78.84", "79.13"],
        "Laki-laki": ["77.77", "78.03"],
        "Perempuan": ["79.86", "80.16"],
        "Penyandang disabilitas terdaftar": ["47.15"],
    }
    jejak = hasil.partisipasi[0].daftar[0].nilai.jejak
    assert jejak is not None
    assert [(o.nama, o.nilai, o.satuan, o.sumber) for o in jejak.operan][:1] == [
        ("pengguna.terdaftar", "90497", "orang", "D.Hasil-KWK")
    ]


def test_taking_over_again_changes_nothing_and_a_change_needs_its_reason(pemeran, terisi):
    measure_pemilih(pemeran.kota, terisi, triwulan=None, by=pemeran.danu)
    with pytest.raises(ValidationError, match="Tidak ada angka"):
        measure_pemilih(pemeran.kota, terisi, triwulan=None, by=pemeran.danu)
    ralat = [SelPemilih(KTP, L, 190, 190)]
    write_daftar_pemilih(pemeran.kota, terisi, ralat, sumber="BA ralat", alasan="ralat", by=pemeran.danu)
    assert {s.elemen for s in daftar_sel_fakta(pemeran.kota, terisi, triwulan=None) if s.is_berubah} == {
        "dptb",
        "dptb_pengguna",
        "pengguna_hak_pilih",
    }
    with pytest.raises(PerluAlasanError):
        measure_pemilih(pemeran.kota, terisi, triwulan=None, by=pemeran.danu)
    assert measure_pemilih(pemeran.kota, terisi, triwulan=None, alasan="berita acara ralat", by=pemeran.danu) == 3
    assert isi()["pengguna_hak_pilih.L"] == 43_520


def test_an_element_measured_as_a_whole_takes_the_sum(pemeran, pilkada):
    write_daftar_pemilih(pemeran.kota, pilkada, BLITAR, sumber="D.Hasil-KWK", by=pemeran.danu)
    elemen(pemeran, "dpt", is_utuh=True)
    measure_pemilih(pemeran.kota, pilkada, triwulan=4, by=pemeran.danu)
    assert isi() == {"dpt.": Decimal(114_890)}


def test_what_is_not_known_is_not_taken_over(pemeran, pilkada):
    write_daftar_pemilih(pemeran.kota, pilkada, BLITAR[:1], sumber="D.Hasil-KWK", by=pemeran.danu)
    draft_elemen(
        pemeran.kota, 2020, IsiElemen(kode="dpt", nama="DPT", satuan="orang"), by=pemeran.rina, daftar_bagian=KELAMIN
    )
    draft_elemen(
        pemeran.kota, 2020, IsiElemen(kode="dptb", nama="DPTb", satuan="orang"), by=pemeran.rina, daftar_bagian=KELAMIN
    )
    assert measure_pemilih(pemeran.kota, pilkada, triwulan=None, by=pemeran.danu) == 1
    assert isi() == {"dpt.L": Decimal(55_768)}
    sisa = [s for s in daftar_sel_fakta(pemeran.kota, pilkada, triwulan=None) if s.nilai is None]
    assert {(s.elemen, s.jenis_kelamin) for s in sisa} == {("dpt", "P"), ("dptb", "L"), ("dptb", "P")}
    assert all(s.alasan for s in sisa)


def test_only_who_measures_takes_over(pemeran, terisi):
    for orang in (pemeran.bu_ketua, pemeran.tono, pemeran.sari):
        with pytest.raises(PermissionDenied):
            measure_pemilih(pemeran.kota, terisi, triwulan=None, by=orang)
    assert not Fakta.objects.exists()


def test_formulas_see_stages_and_cases_as_they_stood(pemeran, pilkada):
    daftar = import_tahapan_acuan(pemeran.kota, pilkada, by=pemeran.rina)
    daftar_pemilih = next(t for t in daftar if "daftar pemilih" in t.nama and t.rencana_selesai)
    measure_tahapan(
        pemeran.kota,
        [IsiRealisasi(daftar_pemilih.pk, StatusTahapan.BELUM, None, date(2020, 10, 20))],
        by=pemeran.danu,
    )
    kasus = IsiPerkara("k1", JenisPerkara.KONFLIK, "Polres", tanggal=date(2020, 12, 1), sumber="register")
    draft_perkara(pemeran.kota, pilkada, kasus, by=pemeran.danu)
    draft_perkara(pemeran.kota, pilkada, replace(kasus, kode="k2", tanggal=None), by=pemeran.danu)
    setahun = read_catatan_pemilu(pemeran.kota, 2020, None)
    assert (len(setahun.daftar_tahapan), len(setahun.daftar_perkara)) == (23, 2)
    tw3 = read_catatan_pemilu(pemeran.kota, 2020, date(2020, 9, 30))
    assert {p.kode for p in tw3.daftar_perkara} == {"k2"}
    assert daftar_pemilih.nama not in {t.nama for t in tw3.daftar_tahapan}
    tw4 = read_catatan_pemilu(pemeran.kota, 2020, date(2020, 12, 31))
    assert next(t for t in tw4.daftar_tahapan if t.nama == daftar_pemilih.nama).is_tepat_waktu is False
    assert read_catatan_pemilu(pemeran.kota_lain, 2020, None).daftar_tahapan == ()
