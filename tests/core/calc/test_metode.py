"""Every worked table of docs/metode is executed, so no page can say something else than the program.

``<!-- uji: nama pilihan=nilai -->`` right above a table names the function below that takes its rows; a column
``Keterangan`` is for the reader. A page without a single executed row fails.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from contoh_kebijakan import AKIP, SKALA, TANPA_BATAS
from metode_evaluasi import uji_nilai_akip, uji_nilai_predikat, uji_nilai_sub_rata, uji_predikat_akip
from metode_partisipasi import uji_partisipasi
from metode_pelaksanaan import uji_deviasi, uji_ikpa, uji_nilai_deviasi, uji_nilai_revisi, uji_serapan_target
from nilai_metode import STATUS, Baris, Pilihan, assert_nilai, read_angka, read_daftar, read_nilai

from akuntabel.core.calc.agregat import ratio_of_sums
from akuntabel.core.calc.anggaran import BarisAnggaran, PosAnggaran, compute_total_anggaran, rollup_anggaran
from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.baca_angka import parse_angka
from akuntabel.core.calc.capaian import Realisasi, Target, UrutanPredikat, compute_capaian
from akuntabel.core.calc.efisiensi import (
    KeluaranAnggaran,
    compute_efisiensi,
    compute_efisiensi_sederhana,
    geometric_mean,
)
from akuntabel.core.calc.kebijakan import Arah, CaraRekap, Kebijakan, Pita, RumusCapaian
from akuntabel.core.calc.konsolidasi import Konsolidasi, compute_konsolidasi
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.calc.rekap import compute_rekap
from akuntabel.core.calc.revisi import Revisi, check_rantai
from akuntabel.core.calc.rumus import compute_rumus, parse_rumus
from akuntabel.core.calc.skala import classify, validate_skala
from akuntabel.core.calc.terbilang import terbilang

METODE = Path(__file__).parents[3] / "docs" / "metode"
HALAMAN = sorted(berkas for berkas in METODE.glob("*.md") if berkas.name != "README.md")

PREDIKAT = {
    "AKIP": AKIP,
    "BPK": UrutanPredikat("opini BPK", {"TMP": 1, "TW": 2, "WDP": 3, "WTP": 4}),
}


@dataclass(frozen=True)
class Tabel:
    """A table of a page with the name of what is done with it."""

    uji: str
    pilihan: Pilihan
    daftar_baris: tuple[Baris, ...]


def read_tabel(teks: str) -> list[Tabel]:
    """The tables of a page that carry an ``uji`` comment."""
    pola = re.compile(r"<!-- uji: (\S+)((?: \S+=\S+)*) -->\n((?:\|.*\n?)+)")
    daftar = []
    for uji, pilihan, isi in pola.findall(teks):
        kepala, _garis, *sisa = [_split_baris(baris) for baris in isi.splitlines()]
        daftar.append(
            Tabel(
                uji,
                dict(butir.split("=") for butir in pilihan.split()),
                tuple(dict(zip(kepala, baris, strict=True)) for baris in sisa),
            )
        )
    assert len(daftar) == teks.count("<!-- uji:"), "an uji comment is not followed by a table"
    return daftar


def _split_baris(baris: str) -> list[str]:
    return [sel.strip() for sel in re.split(r"(?<!\\)\|", baris.strip().strip("|"))]


def uji_capaian(baris: Baris, pilihan: Pilihan) -> None:
    arah = Arah(pilihan["arah"])
    capaian = compute_capaian(
        arah,
        _read_target(arah, baris),
        _read_realisasi(arah, baris),
        _build_kebijakan(arah, pilihan),
        predikat=PREDIKAT.get(pilihan.get("predikat", "")),
    )
    assert_nilai(baris["Capaian"], capaian.mentah)
    if "Tercapai" in baris:
        assert {"ya": True, "tidak": False, "": None}[baris["Tercapai"]] is capaian.is_tercapai
    if "Dibatasi" in baris:
        assert_nilai(baris["Dibatasi"], capaian.terbatas)
    if "Kategori" in baris:
        assert capaian.kategori is not None
        assert baris["Kategori"] == capaian.kategori.label


def _read_target(arah: Arah, baris: Baris) -> Target:
    tertulis = baris["T"]
    if arah is Arah.TENGGAT:
        return Target(tanggal=date.fromisoformat(tertulis))
    if arah is Arah.ORDINAL:
        return Target(predikat=tertulis, skor=_read_skor(baris, "Skor T"))
    if ".." in tertulis:
        bawah, atas = tertulis.split("..")
        return Target(batas_bawah=read_angka(bawah), batas_atas=read_angka(atas))
    return Target(read_angka(tertulis))


def _read_realisasi(arah: Arah, baris: Baris) -> Realisasi:
    tertulis = baris["R"]
    if tertulis in STATUS:
        return Realisasi(read_nilai(tertulis))
    if arah is Arah.TENGGAT:
        return Realisasi(Nilai.of(1), tanggal=date.fromisoformat(tertulis))
    if arah is Arah.ORDINAL:
        return Realisasi(Nilai.of(1), tertulis, _read_skor(baris, "Skor R"))
    return Realisasi(read_nilai(tertulis))


def _read_skor(baris: Baris, kolom: str) -> Decimal | None:
    return read_angka(baris[kolom]) if baris.get(kolom) else None


def _build_kebijakan(arah: Arah, pilihan: Pilihan) -> Kebijakan:
    kebijakan = TANPA_BATAS
    if "rumus" in pilihan:
        kebijakan = replace(kebijakan, rumus={**kebijakan.rumus, arah: RumusCapaian(pilihan["rumus"])})
    if "batas" in pilihan:
        bawah, atas = pilihan["batas"].split("..")
        kebijakan = replace(kebijakan, batas_bawah=read_angka(bawah), batas_atas=read_angka(atas))
    return kebijakan


def uji_skala(daftar_baris: Sequence[Baris], _pilihan: Pilihan) -> None:
    """The scale as the page writes it is sound, and is the one that the other tables use."""
    daftar_pita = []
    for baris in daftar_baris:
        tanda, batas = baris["Batas bawah"].split()
        daftar_pita.append(Pita(read_angka(batas), tanda == "≥", baris["Kategori"]))
    assert validate_skala(replace(SKALA, pita=tuple(daftar_pita))) == []
    assert tuple(daftar_pita) == SKALA.pita


def uji_kategori(baris: Baris, _pilihan: Pilihan) -> None:
    assert classify(read_angka(baris["Capaian"]), SKALA).label == baris["Kategori"]


def uji_konsolidasi(baris: Baris, _pilihan: Pilihan) -> None:
    triwulan = [read_nilai(baris[f"TW {angka}"]) for angka in ("I", "II", "III", "IV")]
    hasil = compute_konsolidasi(Konsolidasi(baris["Cara"]), triwulan)
    assert_nilai(baris["Setahun"], hasil.nilai)
    assert baris["Cakupan"] == str(hasil.cakupan)


def uji_rekap(baris: Baris, _pilihan: Pilihan) -> None:
    bobot = [nilai.require() for nilai in read_daftar(baris["Bobot"])] if baris["Bobot"] else None
    hasil = compute_rekap(CaraRekap(baris["Cara"]), read_daftar(baris["Nilai"]), bobot)
    assert_nilai(baris["Hasil"], hasil.nilai)
    assert baris["Cakupan"] == str(hasil.cakupan)


def uji_rasio(baris: Baris, _pilihan: Pilihan) -> None:
    hasil = ratio_of_sums(read_daftar(baris["Pembilang"]), read_daftar(baris["Penyebut"]))
    assert_nilai(baris["Rasio"], hasil.nilai)
    assert baris["Cakupan"] == str(hasil.cakupan)


def _read_rupiah(teks: str) -> int | None:
    return int(read_angka(teks)) if teks else None


def _require_rupiah(teks: str) -> int:
    return int(read_angka(teks))


def uji_anggaran(daftar_baris: Sequence[Baris], _pilihan: Pilihan) -> None:
    """Only the leaves are taken from the table; everything above them must come out as written, in that order."""
    isi = [baris for baris in daftar_baris if baris["Kode"] != "Jumlah"]
    daftar_induk = {baris["Induk"] for baris in isi}
    induk = {baris["Kode"]: baris["Induk"] or None for baris in isi if baris["Kode"] in daftar_induk}
    daun = [
        PosAnggaran(
            baris["Kode"],
            baris["Induk"] or None,
            baris["Sumber dana"],
            _require_rupiah(baris["Pagu"]),
            _read_rupiah(baris["Realisasi"]),
        )
        for baris in isi
        if baris["Kode"] not in daftar_induk
    ]
    total = compute_total_anggaran(daun)
    hasil = [*rollup_anggaran(daun, induk), *total.per_sumber, total.semua]
    for baris, hitung in zip(daftar_baris, hasil, strict=True):
        _assert_baris_anggaran(baris, hitung)


def _assert_baris_anggaran(baris: Baris, hitung: BarisAnggaran) -> None:
    assert baris["Kode"] == (hitung.kode or "Jumlah")
    assert baris["Sumber dana"] == (hitung.sumber_dana or "semua")
    assert _read_rupiah(baris["Pagu"]) == hitung.pagu
    assert _read_rupiah(baris["Realisasi"]) == hitung.realisasi
    assert _read_rupiah(baris["Sisa"]) == hitung.sisa
    assert_nilai(baris["Serapan"], hitung.persen)


def uji_revisi(daftar_baris: Sequence[Baris], pilihan: Pilihan) -> None:
    rantai = [
        Revisi(int(baris["Nomor"]), _read_rupiah(baris["Semula"]), _require_rupiah(baris["Menjadi"]))
        for baris in daftar_baris
    ]
    assert [_read_rupiah(baris["Selisih"]) for baris in daftar_baris] == [revisi.selisih for revisi in rantai]
    tertulis = {
        int(baris["Nomor"]): _require_rupiah(baris["Tidak cocok"]) for baris in daftar_baris if baris["Tidak cocok"]
    }
    temuan = check_rantai(rantai, _read_rupiah(pilihan.get("daun", "")))
    assert tertulis == {butir.nomor: butir.selisih for butir in temuan}


def uji_efisiensi(baris: Baris, _pilihan: Pilihan) -> None:
    kolom = [read_daftar(baris[nama]) for nama in ("Pagu", "Capaian keluaran", "Realisasi")]
    hasil = compute_efisiensi(
        [
            KeluaranAnggaran(int(pagu.require()), int(terpakai.require()), capaian)
            for pagu, capaian, terpakai in zip(*kolom, strict=True)
        ]
    )
    assert_nilai(baris["E"], hasil.mentah)
    assert_nilai(baris["E dibatasi"], hasil.terbatas)
    assert_nilai(baris["NE"], hasil.nilai_efisiensi)


def uji_efisiensi_sederhana(baris: Baris, _pilihan: Pilihan) -> None:
    hasil = compute_efisiensi_sederhana(read_nilai(baris["Capaian"]), read_nilai(baris["Serapan"]))
    assert_nilai(baris["Selisih"], hasil.selisih)
    assert {"ya": True, "tidak": False, "": None}[baris["Efisien"]] is hasil.is_efisien


def uji_rata_geometrik(baris: Baris, _pilihan: Pilihan) -> None:
    assert_nilai(baris["Rata-rata geometrik"], geometric_mean(read_daftar(baris["Nilai"])).nilai)


def uji_rumus(baris: Baris, _pilihan: Pilihan) -> None:
    lingkungan = {nama: read_nilai(baris[nama]) for nama in ("a", "b")}
    assert_nilai(baris["Hasil"], compute_rumus(parse_rumus(baris["Rumus"]), lingkungan))


def uji_tulis_angka(baris: Baris, _pilihan: Pilihan) -> None:
    assert format_angka(Decimal(baris["Angka"]), int(baris["Desimal"])) == baris["Tertulis"]


def uji_baca_angka(baris: Baris, _pilihan: Pilihan) -> None:
    terbaca = parse_angka(baris["Tertulis"])
    assert (terbaca.angka, terbaca.satuan) == (Decimal(baris["Angka"]), baris["Satuan"])
    assert {"ya": True, "tidak": False}[baris["Baku"]] is terbaca.is_baku


def uji_terbilang(baris: Baris, _pilihan: Pilihan) -> None:
    assert terbilang(Decimal(baris["Angka"])) == baris["Terbilang"]


PER_BARIS: Mapping[str, Callable[[Baris, Pilihan], None]] = {
    "capaian": uji_capaian,
    "kategori": uji_kategori,
    "konsolidasi": uji_konsolidasi,
    "rekap": uji_rekap,
    "rasio": uji_rasio,
    "partisipasi": uji_partisipasi,
    "efisiensi": uji_efisiensi,
    "efisiensi_sederhana": uji_efisiensi_sederhana,
    "rata_geometrik": uji_rata_geometrik,
    "rumus": uji_rumus,
    "tulis_angka": uji_tulis_angka,
    "baca_angka": uji_baca_angka,
    "terbilang": uji_terbilang,
    "deviasi": uji_deviasi,
    "nilai_deviasi": uji_nilai_deviasi,
    "serapan_target": uji_serapan_target,
    "nilai_revisi": uji_nilai_revisi,
    "nilai_predikat": uji_nilai_predikat,
    "nilai_sub_rata": uji_nilai_sub_rata,
    "predikat_akip": uji_predikat_akip,
}
PER_TABEL: Mapping[str, Callable[[Sequence[Baris], Pilihan], None]] = {
    "skala": uji_skala,
    "anggaran": uji_anggaran,
    "revisi": uji_revisi,
    "ikpa": uji_ikpa,
    "nilai_akip": uji_nilai_akip,
}


@pytest.mark.parametrize("berkas", HALAMAN, ids=lambda berkas: berkas.stem)
def test_every_worked_row_of_the_page_is_what_the_program_computes(berkas: Path) -> None:
    jumlah_baris = 0
    for tabel in read_tabel(berkas.read_text(encoding="utf-8")):
        if tabel.uji in PER_TABEL:
            PER_TABEL[tabel.uji](tabel.daftar_baris, tabel.pilihan)
        else:
            for baris in tabel.daftar_baris:
                PER_BARIS[tabel.uji](baris, tabel.pilihan)
        jumlah_baris += len(tabel.daftar_baris)
    assert jumlah_baris > 0, f"{berkas.name} has no executed row"


@pytest.mark.parametrize("berkas", HALAMAN, ids=lambda berkas: berkas.stem)
def test_every_page_names_formula_source_and_who_is_confused(berkas: Path) -> None:
    teks = berkas.read_text(encoding="utf-8")
    for bagian in (
        "* **Pengenal**: ",
        "* **Rumus**: ",
        "* **Dasar**: ",
        "* **Program**: ",
        "## Yang sering keliru",
    ):
        assert bagian in teks


def test_the_index_lists_every_page() -> None:
    assert HALAMAN
    indeks = (METODE / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\]\(([a-z-]+\.md)\)", indeks)) == [berkas.name for berkas in HALAMAN]


def test_every_kind_of_table_is_used() -> None:
    terpakai = {tabel.uji for berkas in HALAMAN for tabel in read_tabel(berkas.read_text(encoding="utf-8"))}
    assert terpakai == PER_BARIS.keys() | PER_TABEL.keys()


@pytest.mark.parametrize(
    ("tertulis", "hitung"), [("62,93", "62.87"), ("75", "75.5"), ("−50", "50"), ("tidak dapat dihitung", "1")]
)
def test_a_wrong_row_is_noticed(tertulis: str, hitung: str) -> None:
    with pytest.raises(AssertionError):
        assert_nilai(tertulis, Nilai.of(Decimal(hitung)))


def test_a_comment_without_a_table_is_noticed() -> None:
    with pytest.raises(AssertionError, match="not followed"):
        read_tabel("<!-- uji: rasio -->\n\nTidak ada tabel di sini.\n")
