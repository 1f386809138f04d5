"""The names a formula may use, with their values and the sources they come from."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.fakta.elemen import build_elemen, daftar_nama_elemen
from akuntabel.core.fakta.kepemiluan import JenisPerkara, StatusTahapan
from akuntabel.core.fakta.pengukuran import Elemen, Fakta, JenisKelamin
from contoh_paket import read_contoh

L, P = JenisKelamin.LAKI_LAKI, JenisKelamin.PEREMPUAN


def _build(daftar: Sequence[Fakta]) -> dict[str, Nilai]:
    elemen = Elemen("uji", "Uji", "orang", Konsolidasi.JUMLAH)
    return build_elemen(replace(read_contoh(), daftar_elemen=(elemen,), daftar_fakta=tuple(daftar)))


def _fakta(nilai: int, kelamin: JenisKelamin | None = None, rincian: str | None = None, tw: int = 0) -> Fakta:
    periode = f"2020-TW{tw}" if tw else "2020"
    return Fakta("uji", periode, StatusNilai.TERUKUR, kelamin, rincian, Decimal(nilai), sumber=f"berita acara {nilai}")


def test_whole_is_the_sum_of_its_parts_and_names_all_their_sources():
    elemen = _build([_fakta(3, L), _fakta(4, P)])
    assert {nama: elemen[nama].angka for nama in ("uji", "uji.L", "uji.P")} == {"uji": 7, "uji.L": 3, "uji.P": 4}
    jejak = elemen["uji"].jejak
    assert jejak is not None
    assert jejak.operan[0].sumber == "berita acara 3; berita acara 4"
    assert [langkah.hasil for langkah in jejak.langkah] == ["3", "4"]


def test_details_are_summed_by_sex_and_by_kind():
    elemen = _build([_fakta(1, L, "fisik"), _fakta(2, P, "fisik"), _fakta(4, L, "netra"), _fakta(8, P, "netra")])
    assert {nama: int(n.angka or 0) for nama, n in elemen.items() if nama.startswith("uji")} == {
        "uji": 15,
        "uji.L": 5,
        "uji.P": 10,
        "uji.fisik": 3,
        "uji.netra": 12,
        "uji.fisik.L": 1,
        "uji.fisik.P": 2,
        "uji.netra.L": 4,
        "uji.netra.P": 8,
    }


def test_quarters_of_parts_are_consolidated_per_part():
    elemen = _build([_fakta(1, L, tw=1), _fakta(2, P, tw=1), _fakta(4, L, tw=2), _fakta(8, P, tw=2)])
    assert (elemen["uji"].angka, elemen["uji.L"].angka, elemen["uji.P"].angka) == (15, 5, 10)


def test_a_missing_part_makes_the_whole_missing():
    hilang = Fakta("uji", "2020", StatusNilai.MENUNGGU_RILIS, P, alasan="menunggu BPS")
    elemen = _build([_fakta(3, L), hilang])
    assert elemen["uji"].status is StatusNilai.MENUNGGU_RILIS
    assert elemen["uji"].alasan == "menunggu BPS"
    assert elemen["uji.L"].angka == 3


def test_element_without_facts_says_so():
    nilai = _build([])["uji"]
    assert nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
    assert "uji" in nilai.alasan


@pytest.mark.parametrize(
    ("status", "tepat", "wajib", "tepat_waktu"),
    [
        (StatusTahapan.SELESAI, True, 1, 1),
        (StatusTahapan.SELESAI, False, 1, 0),
        (StatusTahapan.SELESAI, None, 1, 0),
        (StatusTahapan.BELUM, None, 1, 0),
        (StatusTahapan.DI_LUAR_TAHUN, None, 0, 0),
        (StatusTahapan.TIDAK_BERLAKU, None, 0, 0),
    ],
)
def test_stages_count_only_when_they_were_due(status: StatusTahapan, tepat: bool | None, wajib: int, tepat_waktu: int):
    fakta = read_contoh()
    tahapan = replace(fakta.daftar_tahapan[0], status=status, is_tepat_waktu=tepat)
    elemen = build_elemen(replace(fakta, daftar_tahapan=(tahapan,)))
    assert (elemen["tahapan.wajib"].angka, elemen["tahapan.tepat_waktu"].angka) == (wajib, tepat_waktu)


def test_cases_are_counted_by_kind_and_by_verdict():
    fakta = read_contoh()
    perkara = replace(fakta.daftar_perkara[0], jenis=JenisPerkara.PELANGGARAN)
    daftar = tuple(replace(perkara, kode=str(n), is_terbukti=t) for n, t in enumerate((True, False, None)))
    elemen = build_elemen(replace(fakta, daftar_perkara=daftar))
    assert elemen["perkara.pelanggaran"].angka == 3
    assert elemen["perkara.pelanggaran.terbukti"].angka == 1
    assert elemen["perkara.konflik"].angka == 0


def test_every_counted_element_of_the_example_has_a_source():
    elemen = build_elemen(read_contoh())
    assert set(daftar_nama_elemen(read_contoh())) == set(elemen)
    for nama, nilai in elemen.items():
        assert nilai.jejak is not None, nama
        assert all(o.sumber for o in nilai.jejak.operan), nama
