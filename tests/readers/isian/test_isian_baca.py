"""A form is read wherever it stands and however it was filled in; what cannot be read is told all at once."""

import io
from datetime import date

import pytest
import xlsxwriter
from buat_isian import RENSTRA, Sel, buku

from akuntabel.core.readers.isian.baca import read_isian, read_tempelan
from akuntabel.core.readers.isian.banding import check_rujukan, compare_isian, merge_isian
from akuntabel.core.readers.isian.bentuk import Formulir, JenisIsian, KolomIsian, LembarIsian
from akuntabel.core.readers.isian.hasil import HasilIsian
from akuntabel.core.readers.isian.perjanjian import FORMULIR_PERJANJIAN
from akuntabel.core.readers.isian.renstra import FORMULIR_RENSTRA, check_renstra
from buat_berkas import buat_xlsx, buat_zip

SASARAN = [["Kode sasaran", "Sasaran", "Kode tujuan"]]


def _renstra(**lembar: list[list[Sel]]) -> HasilIsian:
    return read_isian(FORMULIR_RENSTRA, "a.xlsx", buku(lembar))


def _masalah(hasil: HasilIsian) -> list[str]:
    return [str(m) for m in hasil.masalah]


def test_header_is_found_under_a_title_with_columns_in_any_order():
    hasil = _renstra(
        Sasaran=[
            ["SASARAN STRATEGIS KPU KOTA CONTOH"],
            [],
            ["", "Tahun 2025–2029"],
            ["No.", "  SASARAN* ", "Kode  Sasaran", "Keterangan"],
            [1, "Meningkatnya partisipasi", "1", "sudah dibahas"],
            [2, "Terjaganya data", "2", None],
        ]
    )
    assert not hasil.masalah
    assert [b["nama"] for b in hasil.data["sasaran"]] == ["Meningkatnya partisipasi", "Terjaganya data"]
    assert hasil.data["sasaran"][0]["tujuan"] is None
    assert any("kolom D (“Keterangan”)" in c for c in hasil.catatan)


def test_numbers_of_columns_sums_and_examples_are_no_data():
    hasil = _renstra(
        Sasaran=[
            *SASARAN,
            ["(1)", "(2)", "(3)"],
            ["Contoh: 1", "Meningkatnya mutu", "1"],
            ["1", "Terjaganya data", None],
        ],
        Pendanaan=[
            ["Kode", "Uraian", "2025"],
            ["3364", "Pemilihan", 1000],
            [None, "JUMLAH", 1000],
        ],
    )
    assert not hasil.masalah
    assert [b["kode"] for b in hasil.data["sasaran"]] == ["1"]
    assert [b["kode"] for b in hasil.data["pendanaan"]] == ["3364"]
    assert any("baris jumlah" in c for c in hasil.catatan)
    assert any("baris 3 adalah contoh" in c for c in hasil.catatan)


def test_sheets_that_are_hidden_or_foreign_are_noted_and_not_read():
    isi = buku({"Sasaran": [*SASARAN, ["1", "a", None]], "Tujuan": [["x"]], "Catatan saya": [["y"]]}, ["Tujuan"])
    hasil = read_isian(FORMULIR_RENSTRA, "a.xlsx", isi)
    assert not hasil.masalah
    assert set(hasil.data) == {"sasaran"}
    assert any("“Tujuan” tersembunyi" in c for c in hasil.catatan)
    assert any("“Catatan saya”" in c for c in hasil.catatan)


def test_every_problem_of_every_sheet_is_told_at_once_with_its_cell():
    hasil = _renstra(
        Renstra=[["Tahun pertama", "Tahun terakhir", "Dasar hukum", "Visi"], ["dua ribu", 2029, "x", None]],
        Sasaran=[*SASARAN, ["1", None, None], ["1 a", "b", None]],
        Pendanaan=[["Kode", "Uraian", "2025"], ["1", "a", "1,5 juta"], ["2", "b", -5]],
    )
    assert len(hasil.masalah) == 6
    assert [(m.berkas, m.baris, m.kolom) for m in hasil.masalah] == [
        ("Lembar Renstra", 2, "A (Tahun pertama)"),
        ("Lembar Renstra", 2, "D (Visi)"),
        ("Lembar Sasaran", 2, "B (Sasaran)"),
        ("Lembar Sasaran", 3, "A (Kode sasaran)"),
        ("Lembar Pendanaan", 2, "C (Pagu indikatif)"),
        ("Lembar Pendanaan", 3, "C (Pagu indikatif)"),
    ]
    assert all(m.diharapkan for m in hasil.masalah)
    assert "tertulis “dua ribu”" in _masalah(hasil)[0]


def test_sheet_without_a_column_that_must_be_there_says_which():
    hasil = _renstra(Sasaran=[["Kode sasaran", "Kode tujuan"], ["1", "1"]])
    assert _masalah(hasil) == [
        "Lembar Sasaran baris 1: diharapkan semua kolom wajib pada baris kepala. Tambahkan kolom: Sasaran."
    ]


def test_column_that_stands_twice_and_sheet_that_comes_twice_are_problems():
    hasil = _renstra(
        Sasaran=[["Kode sasaran", "Sasaran", "Sasaran"], ["1", "a", "b"]],
        Tujuan=[["Kode tujuan", "Tujuan"], ["1", "a"]],
        TUJUAN_2=[["Kode tujuan", "Tujuan"], ["2", "b"]],
    )
    assert any("setiap kolom satu kali" in m for m in _masalah(hasil))
    ganda = read_isian(FORMULIR_RENSTRA, "a.xlsx", buku({"sasaran": SASARAN, "Sasaran ": [["Kode sasaran"]]}))
    assert any("satu lembar Sasaran" in m for m in _masalah(ganda))


def test_same_key_twice_is_told_with_the_row_that_has_it():
    hasil = _renstra(Sasaran=[*SASARAN, ["1", "a", None], ["1", "b", None]])
    assert "Baris 2 sudah memakainya." in _masalah(hasil)[0]
    hasil = _renstra(
        Renstra=[
            ["Tahun pertama", "Tahun terakhir", "Dasar hukum", "Visi"],
            [2025, 2029, "a", "b"],
            [2025, 2029, "a", "b"],
        ]
    )
    assert "satu baris saja" in _masalah(hasil)[0]


def test_code_that_a_spreadsheet_took_for_a_number_is_read_and_for_a_day_is_told():
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as buku_kerja:
        lembar = buku_kerja.add_worksheet("Target")
        lembar.write_row(0, 0, ["Kode indikator", "Target"])
        lembar.write_row(1, 0, [1.1, 77.5])
        lembar.write_row(2, 0, [2, 0.1 + 0.2])
        lembar.write_datetime(3, 0, date(2025, 1, 1), buku_kerja.add_format({"num_format": "d mmm"}))
        lembar.write_number(3, 1, 5)
        lembar.write_number(4, 0, 3364.01, buku_kerja.add_format({"num_format": "#,##0.00"}))
        lembar.write_number(4, 1, 0.775, buku_kerja.add_format({"num_format": "0%"}))
    hasil = read_isian(FORMULIR_PERJANJIAN, "a.xlsx", keluaran.getvalue())
    assert [(b["indikator"], b["target"]) for b in hasil.data["target"]] == [
        ("1.1", "77.5"),
        ("2", "0.3"),
        ("3364.01", "77.5"),
    ]
    assert "format selnya Teks" in _masalah(hasil)[0]


def test_formula_counts_as_its_value_and_without_one_is_told():
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as buku_kerja:
        lembar = buku_kerja.add_worksheet("Anggaran")
        lembar.write_row(0, 0, ["Kode", "Uraian", "Sumber dana", "Pagu"])
        lembar.write_row(1, 0, ["3364", "a", "RM"])
        lembar.write_formula(1, 3, "=500*2", None, 1000)
        lembar.write_row(2, 0, ["3365", "b", "RM"])
        lembar.write_formula(2, 3, "=A1/0", None, "#DIV/0!")
        lembar.write_row(3, 0, ["3366", "c", "RM"])
        lembar.write_formula(3, 3, "=1+1", None, "")
    hasil = read_isian(FORMULIR_PERJANJIAN, "a.xlsx", keluaran.getvalue())
    assert [b["pagu"] for b in hasil.data["anggaran"]] == [1000]
    assert [m.diharapkan for m in hasil.masalah] == ["nilai, bukan galat rumus", "nilai hasil rumus"]


def test_merged_cell_speaks_for_all_its_rows():
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as buku_kerja:
        lembar = buku_kerja.add_worksheet("Sasaran")
        lembar.write_row(0, 0, ["Kode sasaran", "Sasaran", "Kode tujuan"])
        lembar.write_column(1, 0, ["1", "2"])
        lembar.write_column(1, 1, ["a", "b"])
        lembar.merge_range(1, 2, 2, 2, "T1")
    hasil = read_isian(FORMULIR_RENSTRA, "a.xlsx", keluaran.getvalue())
    assert [b["tujuan"] for b in hasil.data["sasaran"]] == ["T1", "T1"]


def test_years_under_one_heading_are_columns_of_their_own():
    hasil = _renstra(
        Target=[
            ["Kode indikator", "Indikator", "Target", None, None],
            [None, None, "2025", "2026", "2027"],
            ["1.1", "Partisipasi", "77,5", None, "s.d. 90"],
            ["1.2", "Mutu", "80 - 90", "9 Desember 2026", "BB"],
        ]
    )
    assert [(b["indikator"], b["tahun"], b["target"]) for b in hasil.data["target"]] == [
        ("1.1", 2025, "77.5"),
        ("1.1", 2027, "s.d. 90"),
        ("1.2", 2025, "80..90"),
        ("1.2", 2026, "2026-12-09"),
        ("1.2", 2027, "BB"),
    ]


@pytest.mark.parametrize(
    "teks",
    [
        "Kode sasaran\tSasaran\n1\tMeningkatnya mutu\n",
        'Kode sasaran\tSasaran\r\n1\t"Meningkatnya\nmutu"\r\n',
        "\ufeffKode sasaran;Sasaran\n1;Meningkatnya mutu",
        "Kode sasaran,Sasaran\n1,Meningkatnya mutu",
        "Sasaran strategis 2025\n\nSasaran\tKode sasaran\nMeningkatnya mutu\t1",
    ],
)
def test_pasted_table_is_read_whatever_parts_its_cells(teks: str):
    hasil = read_tempelan(FORMULIR_RENSTRA, teks, "Sasaran")
    assert not hasil.masalah
    assert hasil.data["sasaran"] == [{"kode": "1", "nama": "Meningkatnya mutu", "tujuan": None}]


def test_pasted_table_tells_by_its_header_which_sheet_it_is():
    assert set(read_tempelan(FORMULIR_RENSTRA, "Kode sasaran\tSasaran\n1\ta").data) == {"sasaran"}
    ragu = read_tempelan(FORMULIR_RENSTRA, "kode\tnama\n1\ta")  # tujuan or sasaran
    assert not ragu.data
    assert ragu.masalah


def test_pasted_words_without_a_table_are_told_what_is_missing():
    hasil = read_tempelan(FORMULIR_RENSTRA, "halo\napa kabar", "Sasaran")
    assert "baris kepala dengan kolom Kode sasaran, Sasaran" in _masalah(hasil)[0]
    assert read_tempelan(FORMULIR_RENSTRA, "").masalah


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "kosong"),
        (b"PK\x03\x04rusak", "rusak"),
        (b"%PDF-1.7", "PDF"),
        (buat_zip({"a.txt": "x"}), "bukan buku kerja"),
        (buat_zip({"xl/workbook.xml": "<a", "b": "x" * 3_000_000}), "mengembang"),
        (buat_zip({f"{n}": "" for n in range(2_100)}), "bagian"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "rusak"),
        (b"\0" * 20, "bukan"),
        (buat_xlsx('<row r="1"><c r="ZZZ1" t="str"><v>jauh</v></c></row>'), "kolom"),
        (buat_xlsx('<row r="9999999"><c r="A9999999" t="str"><v>jauh</v></c></row>'), "besar"),
        (
            buat_xlsx("".join(f'<row r="{n}"><c r="A{n}" t="str"><v>{n}</v></c></row>' for n in range(1, 6_000))),
            "baris",
        ),
    ],
)
def test_file_that_is_no_form_ends_in_one_message(isi: bytes, kata: str):
    hasil = read_isian(FORMULIR_RENSTRA, "a.xlsx", isi)
    assert not hasil.data
    assert len(hasil.masalah) == 1
    assert kata in str(hasil.masalah[0]).lower() or kata in str(hasil.masalah[0])


def test_many_problems_are_cut_where_nobody_reads_on():
    hasil = _renstra(Sasaran=[*SASARAN, *([str(n), None, None] for n in range(900))])
    assert len(hasil.masalah) == 500
    assert any("400 masalah lain" in c for c in hasil.catatan)


def test_codes_that_lead_nowhere_are_told_with_those_that_are_there():
    hasil = _renstra(Tujuan=[["Kode tujuan", "Tujuan"], ["1", "a"]], Sasaran=[*SASARAN, ["1", "b", "7"]])
    check_rujukan(FORMULIR_RENSTRA, hasil, {}, {})
    (masalah,) = _masalah(hasil)
    assert masalah.startswith("Lembar Sasaran baris 2 kolom C (Kode tujuan): tertulis “7”, diharapkan kode yang ada")
    assert masalah.endswith("pada lembar Tujuan. Yang ada: 1.")
    dikenal = _renstra(Sasaran=[*SASARAN, ["1", "b", "7"]])
    check_rujukan(FORMULIR_RENSTRA, dikenal, {"tujuan": [{"kode": "7", "nama": "lama"}]}, {})
    assert not dikenal.masalah


def test_code_of_a_row_with_a_problem_is_not_told_as_missing_too():
    hasil = _renstra(Tujuan=[["Kode tujuan", "Tujuan"], ["1", None]], Sasaran=[*SASARAN, ["1", "b", "1"]])
    check_rujukan(FORMULIR_RENSTRA, hasil, {}, {})
    assert len(hasil.masalah) == 1


def test_renstra_is_checked_across_its_sheets():
    indikator = dict(RENSTRA["indikator"][0]) | {"rumus": "a / / b", "predikat": "akip", "desimal": 9}
    label = {k.nama: k.label for k in FORMULIR_RENSTRA.daftar_lembar[4].daftar_kolom}
    kepala: list[Sel] = [label[n] for n in indikator]
    hasil = _renstra(
        Renstra=[["Tahun pertama", "Tahun terakhir", "Dasar hukum", "Visi"], [2025, 2029, "a", "b"]],
        Sasaran=[*SASARAN, ["1", "a", None]],
        Indikator=[kepala, list(indikator.values())],  # type: ignore[list-item]  # words and one count
        Target=[["Kode indikator", "2025", "2031"], ["1.1", "BB", "5"]],
    )
    check_renstra(hasil, {}, {"divisi-data"})
    assert [(m.kolom, m.tertulis) for m in hasil.masalah] == [
        ("C (Target)", "5"),
        ("N (Desimal)", "9"),
        ("O (Daftar predikat)", "akip"),
        ("G (Rumus)", "a / / b"),
        ("B (Target)", "BB"),
    ]


def test_targets_without_any_renstra_ask_for_its_period():
    hasil = _renstra(Misi=[["Nomor misi", "Misi"], [1, "a"]])
    check_renstra(hasil, {}, set())
    assert "periode ini belum mempunyai Renstra" in _masalah(hasil)[0]
    ada = _renstra(Misi=[["Nomor misi", "Misi"], [1, "a"]])
    check_renstra(ada, RENSTRA, set())
    assert not ada.masalah


def test_preview_tells_new_changed_same_and_untouched():
    hasil = _renstra(Sasaran=[*SASARAN, ["1", "Meningkatnya  partisipasi", "1"], ["3", "Baru", None]])
    (banding,) = compare_isian(FORMULIR_RENSTRA, hasil, RENSTRA)
    assert (len(banding.daftar_baru), len(banding.daftar_berubah), banding.jumlah_sama, banding.jumlah_lain) == (
        1,
        0,
        1,
        1,
    )
    hasil = _renstra(Target=[["Kode indikator", "2025", "2026"], ["1.1", "80", "78,00"]])
    (banding,) = compare_isian(FORMULIR_RENSTRA, hasil, RENSTRA)
    (baris,) = banding.daftar_berubah
    assert baris.kunci == "1.1, 2025"
    assert [(s.kolom.label, s.lama, s.baru) for s in baris.daftar_sel] == [("Target", "77,5", "80")]


def test_what_says_the_same_stays_letter_for_letter():
    lembar = FORMULIR_RENSTRA.daftar_lembar[3]
    ada = [{"kode": "1", "nama": "Dua\nbaris", "tujuan": ""}]
    assert merge_isian(lembar, ada, [{"kode": "1", "nama": "Dua baris", "tujuan": None}]) == ada


ANGKA = Formulir(
    "uji",
    "Uji",
    (
        LembarIsian(
            "uji",
            "Uji",
            "",
            (
                KolomIsian("kode", "Kode", JenisIsian.KODE),
                KolomIsian("angka", "Angka", JenisIsian.ANGKA, is_wajib=False),
                KolomIsian("rupiah", "Rupiah", JenisIsian.RUPIAH, is_wajib=False),
                KolomIsian("tanggal", "Tanggal", JenisIsian.TANGGAL, is_wajib=False),
                KolomIsian(
                    "pilihan", "Pilihan", JenisIsian.PILIHAN, is_wajib=False, pilihan=("rasio_dari_jumlah", "tidak")
                ),
                KolomIsian("teks", "Teks", is_wajib=False, panjang=5),
            ),
            ("kode",),
        ),
    ),
)


@pytest.mark.parametrize(
    ("kolom", "tertulis", "nilai"),
    [
        ("Angka", "1.234,5", "1234.5"),
        ("Angka", "77,50 %", "77.50"),
        ("Angka", "-3", "-3"),
        ("Rupiah", "Rp1.234.567", "1234567"),
        ("Rupiah", "Rp 1.234.567,-", "1234567"),
        ("Rupiah", "0", "0"),
        ("Tanggal", "20 Januari 2025", "2025-01-20"),
        ("Tanggal", "20/01/2025", "2025-01-20"),
        ("Tanggal", "2025-01-20", "2025-01-20"),
        ("Pilihan", "Rasio dari jumlah", "rasio_dari_jumlah"),
        ("Pilihan", "TIDAK", "tidak"),
        ("Teks", "lima5", "lima5"),
    ],
)
def test_value_is_read_as_people_write_it(kolom: str, tertulis: str, nilai: str):
    hasil = read_tempelan(ANGKA, f"Kode\t{kolom}\n1\t{tertulis}")
    assert not hasil.masalah
    assert str(hasil.data["uji"][0][kolom.lower()]) == nilai


@pytest.mark.parametrize(
    ("kolom", "tertulis"),
    [
        ("Angka", "12,345"),  # twelve and a bit, or twelve thousand
        ("Angka", "12 orang"),
        ("Angka", "banyak"),
        ("Angka", "1234567890123456789012"),
        ("Rupiah", "1,5 juta"),
        ("Rupiah", "1.000,50"),
        ("Rupiah", "(500)"),
        ("Tanggal", "31/02/2025"),
        ("Tanggal", "45000"),
        ("Pilihan", "mungkin"),
        ("Teks", "enam66"),
        ("Teks", "a\x07b"),
    ],
)
def test_value_that_could_be_misread_is_refused(kolom: str, tertulis: str):
    hasil = read_tempelan(ANGKA, f"Kode\t{kolom}\n1\t{tertulis}")
    assert len(hasil.masalah) == 1
    assert hasil.masalah[0].kolom == f"B ({kolom})"
    assert hasil.data["uji"] == []
