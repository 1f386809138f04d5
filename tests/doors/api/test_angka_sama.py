"""The example year through the API is the year as the core computes it from the package: letter by letter."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from pemeran import Pemeran
from terbit_contoh import TAHUN, KantorTerbit, build_kantor_terbit

from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.calc.pembulatan import format_polos
from akuntabel.doors.api.hitungan import write_rupiah
from contoh_paket import compute_contoh, read_contoh
from doors.api.program import Program, masalah


@pytest.fixture
def kantor(pemeran: Pemeran) -> KantorTerbit:
    """The example office, its package taken over."""
    return build_kantor_terbit(pemeran)


@pytest.fixture
def rina(kantor: KantorTerbit, program: Callable[..., Program]) -> Program:
    """Its planner's program."""
    return program(kantor.pemeran.rina)


@pytest.fixture
def alamat(kantor: KantorTerbit) -> str:
    """Of the office and its year."""
    return f"/satker/{kantor.satker.kode}/{TAHUN}"


def test_capaian_is_that_of_the_core(rina: Program, alamat: str) -> None:
    isi, hasil = rina.read(f"{alamat}/capaian"), compute_contoh()
    _banding(isi["organisasi"], hasil.organisasi.nilai)
    assert isi["kategori"] == (hasil.kategori.label if hasil.kategori else None)
    per_kode = {i["kode"]: i for s in isi["sasaran"] for i in s["indikator"]}
    assert per_kode.keys() == {i.indikator.kode for i in hasil.indikator}
    assert len(per_kode) >= 9
    for i in hasil.indikator:
        ada = per_kode[i.indikator.kode]
        _banding(ada["realisasi"], i.realisasi.nilai)
        _banding(ada["capaian_mentah"], i.capaian.mentah)
        _banding(ada["capaian"], i.capaian.terbatas)
        assert ada["target"] == i.target.teks
        assert ada["is_tercapai"] == i.capaian.is_tercapai
        jejak = i.capaian.terbatas.jejak
        if jejak is not None:
            assert (ada["capaian"]["jejak"]["rumus"], ada["capaian"]["jejak"]["hasil"]) == (jejak.rumus, jejak.hasil)


def test_budget_is_that_of_the_core(rina: Program, alamat: str) -> None:
    isi, hasil = rina.read(f"{alamat}/anggaran"), compute_contoh().anggaran
    assert isi["total"]["pagu"] == str(hasil.total.semua.pagu)
    assert isi["total"]["realisasi"] == str(hasil.total.semua.realisasi)
    _banding(isi["total"]["serapan"], hasil.total.semua.persen)
    baris = [(b["kode"], b["sumber_dana"], b["pagu"], b["realisasi"]) for b in isi["baris"]]
    assert baris == [
        (b.kode.kode, b.baris.sumber_dana, str(b.baris.pagu), write_rupiah(b.baris.realisasi)) for b in hasil.baris
    ]


def test_facts_are_those_of_the_package(rina: Program, alamat: str) -> None:
    data, halaman = [], f"{alamat}/fakta?batas=5"
    while halaman:
        isi = rina.read(halaman)
        data, halaman = data + isi["data"], isi["berikutnya"]
    fakta = read_contoh().daftar_fakta
    assert len(data) == len(fakta) > 10
    assert sorted(f["nilai"] for f in data if f["nilai"]) == sorted(
        format_polos(f.nilai) for f in fakta if f.nilai is not None
    )


def test_annual_values_are_those_of_the_core(rina: Program, alamat: str) -> None:
    per_kode = {n["kode"]: n for n in rina.read(f"{alamat}/nilai-tahunan")["data"]}
    for i in compute_contoh().indikator:
        angka = i.capaian.terbatas.angka
        assert per_kode[i.indikator.kode]["capaian"] == (None if angka is None else format_polos(angka))


def test_published_year_is_that_of_the_core(kantor: KantorTerbit, rina: Program, alamat: str) -> None:
    terbitan = kantor.terbitkan()
    (baris,) = rina.read(f"{alamat}/terbitan")["data"]
    assert (baris["id"], baris["status"], baris["sidik"]) == (terbitan.pk, "terbit", terbitan.sidik)
    isi, hasil = rina.read(f"{alamat}/terbitan/{terbitan.pk}"), compute_contoh()
    assert _angka(isi["capaian"]) == hasil.organisasi.nilai.angka
    assert isi["pagu"] == str(hasil.anggaran.total.semua.pagu)
    per_kode = {i["kode"]: i for i in isi["indikator"]}
    for i in hasil.indikator:
        assert _angka(per_kode[i.indikator.kode]["capaian"]) == i.capaian.mentah.angka
        assert _angka(per_kode[i.indikator.kode]["capaian_terbatas"]) == i.capaian.terbatas.angka
    assert {d["format"] for d in isi["dokumen"]} >= {"pdf", "docx", "html", "json", "zip"}


def test_draft_report_is_read_only_inside(kantor: KantorTerbit, rina: Program, alamat: str, program: Any) -> None:
    (laporan,) = rina.read(f"{alamat}/laporan")["data"]
    assert laporan["status"] == "disusun"
    assert any(b["isi"] for b in laporan["blok"])
    masalah(program(kantor.pemeran.tono).get(f"{alamat}/laporan"), 404)


def _banding(ada: dict[str, Any], nilai: Nilai) -> None:
    assert ada["nilai"] == (None if nilai.angka is None else format_polos(nilai.angka))
    assert ada["status"] == nilai.status.value


def _angka(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)
