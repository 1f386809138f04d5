"""Recaps of voters: read wherever they stand, checked against their own sums, refused where they list people."""

import io
from collections.abc import Mapping

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akuntabel.core.calc.partisipasi import KategoriPemilih
from akuntabel.core.fakta.kepemiluan import Disabilitas
from akuntabel.core.readers.isian.templat import write_templat
from akuntabel.core.readers.pemilih.baca import HasilRekap, read_rekap_pemilih
from akuntabel.core.readers.pemilih.formulir import build_formulir_pemilih

DPT, PINDAH, KTP = KategoriPemilih
LABEL: Mapping[KategoriPemilih, str] = {
    DPT: "Daftar Pemilih Tetap (DPT)",
    PINDAH: "Daftar Pemilih Pindahan (DPPh)",
    KTP: "Daftar Pemilih Tambahan (DPTb)",
}
KEPALA = ["Kecamatan", "Kelurahan", "DPT L", "DPT P", "DPT L+P", "Pengguna DPT L", "Pengguna DPT P"]
BARIS = [["Sukorejo", "Karangsari", 10, 12, 22, 8, 9], ["Sukorejo", "Pakunden", 20, 21, 41, 15, 16]]
JUMLAH = ["Jumlah", None, 30, 33, 63, 23, 25]


def buku(*baris: list[object], gabung: tuple[str, ...] = (), nama: str = "Rekapitulasi") -> bytes:
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as b:
        lembar = b.add_worksheet(nama)
        for rentang in gabung:
            lembar.merge_range(rentang, "")
        for n, isi in enumerate(baris):
            for k, sel in enumerate(isi):
                if sel is not None:
                    lembar.write(n, k, sel)
    return keluaran.getvalue()


def baca(*baris: list[object], **lain) -> HasilRekap:
    return read_rekap_pemilih(LABEL, "rekap.xlsx", buku(*baris, **lain))


def ringkas(hasil: HasilRekap) -> list[tuple[object, ...]]:
    assert not hasil.masalah, "\n".join(map(str, hasil.masalah))
    return [(s.kelurahan, s.kategori.value, s.jenis_kelamin.value, s.pemilih, s.pengguna) for s in hasil.daftar_sel]


HASIL = [
    ("Karangsari", "terdaftar", "L", 10, 8),
    ("Karangsari", "terdaftar", "P", 12, 9),
    ("Pakunden", "terdaftar", "L", 20, 15),
    ("Pakunden", "terdaftar", "P", 21, 16),
]


def test_rows_become_counts_of_men_and_women():
    hasil = baca(KEPALA, *BARIS, JUMLAH)
    assert ringkas(hasil) == HASIL
    assert {s.kecamatan for s in hasil.daftar_sel} == {"Sukorejo"}
    assert hasil.daftar_sel[0].letak == "baris 2"


def test_a_recap_with_two_rows_of_headers_under_a_title_is_the_same():
    hasil = baca(
        ["REKAPITULASI DAFTAR PEMILIH"],
        [],
        ["No", "Kecamatan", "Desa/Kelurahan", "Daftar Pemilih Tetap (DPT)", None, None, "Pengguna hak pilih DPT", None],
        [None, None, None, "LK", "PR", "JML", "L", "P"],
        ["1", "2", "3", "4", "5", "6", "7", "8"],
        *([n, *b] for n, b in enumerate(BARIS, 1)),
        [None, *JUMLAH],
        gabung=("A3:A4", "B3:B4", "C3:C4", "D3:F3", "G3:H3"),
        nama="Sheet1",
    )
    assert [s[:4] for s in ringkas(hasil)] == [s[:4] for s in HASIL]


def test_three_rows_of_headers_tell_voters_from_those_who_voted():
    hasil = baca(
        ["Kecamatan", "Kelurahan", "Pemilih", None, "Pengguna hak pilih", None],
        [None, None, "DPT", None, "DPT", None],
        [None, None, "L", "P", "L", "P"],
        *([b[0], b[1], b[2], b[3], b[5], b[6]] for b in BARIS),
        gabung=("C1:D1", "E1:F1", "C2:D2", "E2:F2"),
    )
    assert ringkas(hasil) == HASIL


def test_empty_is_unknown_and_nought_is_nought():
    hasil = baca(KEPALA, ["Sukorejo", "Karangsari", 0, None, None, None, None])
    assert ringkas(hasil) == [("Karangsari", "terdaftar", "L", 0, None)]


def test_disabled_voters_are_read_with_their_kind():
    hasil = baca(
        [*KEPALA[:2], "Disabilitas", *KEPALA[2:4]],
        ["Sukorejo", "Karangsari", None, 10, 12],
        ["Sukorejo", "Karangsari", "sensorik netra", 1, 0],
        ["Jumlah", None, None, 10, 12],
    )
    assert [s.disabilitas for s in hasil.daftar_sel] == [Disabilitas.SEMUA] * 2 + [Disabilitas.NETRA] * 2


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        ([KEPALA, ["Sukorejo", "A", 10, 12, 23, 8, 9]], "22, yaitu 10 + 12"),
        ([KEPALA, *BARIS, ["Jumlah", None, 30, 34, 63, 23, 25]], "33, jumlah 2 baris"),
        ([KEPALA, ["Sukorejo", "A", None, None, 23, None, None]], "angka L dan P"),
        ([KEPALA, BARIS[0], ["Jumlah Kecamatan Sukorejo", None, 10, 12, 22, 8, 9], BARIS[1]], "jumlah antara"),
        ([KEPALA, BARIS[0], BARIS[0]], "hanya ada sekali"),
        ([KEPALA, ["Sukorejo", "A", 10.5, 12, None, None, None]], "bilangan bulat"),
        ([KEPALA, ["Sukorejo", "A", "sepuluh", 12, None, None, None]], "angka"),
        ([["Kecamatan", "Kelurahan", "Suara sah"], ["Sukorejo", "A", 3]], "paling sedikit satu baris"),
        ([["Suara sah", "Suara tidak sah"], [3, 4]], ""),
    ],
)
def test_what_does_not_add_up_is_named_and_nothing_is_taken(baris: list[list[object]], pesan: str):
    hasil = baca(*baris)
    assert hasil.daftar_sel == []
    assert pesan in "\n".join(map(str, hasil.masalah))
    assert hasil.masalah


@pytest.mark.parametrize(
    "baris",
    [
        [["No", "NIK", "Nama", "Kecamatan"], [1, "3572011508900001", "Siti", "Sukorejo"]],
        [["Kecamatan", "Kelurahan", "DPT L"], ["3572011508900001", "A", 1]],
        [["Kecamatan", "Kelurahan", "DPT L"], ["Sukorejo", "A", 3572011508900001]],
        [["Kecamatan", "Kelurahan", "DPT L"], ["3572 0115 0890 0001", "A", 1]],
        [["Nama Pemilih", "Kecamatan", "DPT L"], ["Siti", "A", 1]],
    ],
)
def test_a_list_of_people_is_refused_and_nothing_of_it_is_repeated(baris: list[list[object]]):
    hasil = baca(*baris)
    assert len(hasil.masalah) == 1
    teks = str(hasil.masalah[0])
    assert "bukan daftar orang" in teks
    assert "3572" not in teks
    assert "Siti" not in teks
    assert hasil.daftar_sel == []


def test_the_template_as_it_comes_says_that_it_is_empty():
    isi = write_templat(build_formulir_pemilih(LABEL), judul="KPU Kota Blitar")
    hasil = read_rekap_pemilih(LABEL, "templat.xlsx", isi)
    assert "paling sedikit satu baris" in str(hasil.masalah[0])


def test_the_template_filled_in_comes_back():
    formulir = build_formulir_pemilih(LABEL)
    ada = {"rekap": [{"kecamatan": "Sukorejo", "kelurahan": "Karangsari", "pemilih_terdaftar_L": 10}]}
    hasil = read_rekap_pemilih(LABEL, "templat.xlsx", write_templat(formulir, judul="KPU", ada=ada))
    assert ringkas(hasil) == [("Karangsari", "terdaftar", "L", 10, None)]


UTUH = buku(KEPALA, *BARIS, JUMLAH)
SEL = st.one_of(
    st.none(),
    st.sampled_from(
        [*KEPALA, "L", "P", "L+P", "JML", "DPT", "Pengguna", "DPTb P", "Jumlah", "NIK", "Disabilitas", "fisik", "(1)"]
    ),
    st.text(max_size=10),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
)


def _periksa(hasil: HasilRekap) -> None:
    """Counts or problems, never both and never neither."""
    assert bool(hasil.daftar_sel) != bool(hasil.masalah)
    assert all(str(m) and m.diharapkan for m in hasil.masalah)
    assert all(s.pemilih is not None or s.pengguna is not None for s in hasil.daftar_sel)


@given(
    st.lists(st.lists(SEL, max_size=8), max_size=8),
    st.lists(st.sampled_from(["A1:B1", "C1:E1", "A2:A3", "D2:F4"]), max_size=1),
)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_cells_end_in_counts_or_problems(baris: list[list[object]], gabung: list[str]):
    _periksa(baca(*baris, gabung=tuple(gabung)))


@given(st.lists(st.lists(st.integers(0, 5) | st.none(), min_size=5, max_size=5), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_figures_in_the_form_end_in_counts_or_problems(angka: list[list[int | None]]):
    _periksa(baca(KEPALA, *(["Sukorejo", f"Kelurahan {n}", *a] for n, a in enumerate(angka))))


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"]))
@settings(max_examples=60, deadline=None)
def test_any_bytes_end_in_problems(isi: bytes, awal: bytes):
    _periksa(read_rekap_pemilih(LABEL, "rekap.xlsx", awal + isi))


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_damaged_workbook_ends_in_counts_or_problems(data: st.DataObject):
    utuh = bytearray(UTUH)
    for _ in range(data.draw(st.integers(1, 5))):
        utuh[data.draw(st.integers(0, len(utuh) - 1))] = data.draw(st.integers(0, 255))
    _periksa(read_rekap_pemilih(LABEL, "rekap.xlsx", bytes(utuh)))
