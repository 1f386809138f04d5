"""Files of regulations: read without float, refused when they do not say what they must."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.regulasi import DataRegulasiRusakError, RegulasiTidakDikenal, load_kebijakan, load_skala
from akuntabel.core.regulasi import berkas as modul_berkas
from akuntabel.core.regulasi.berkas import _Pemuat, read_data
from akuntabel.core.regulasi.ketentuan import POLA_TANDA

DATA = Path(modul_berkas.__file__).parent / "data"
DAFTAR_JALUR = sorted(str(b.relative_to(DATA)) for b in DATA.rglob("*.yaml"))
SKALA = """nama: uji
judul: uji
dasar: uji
berlaku_dari:
berlaku_sampai:
tanda: S
pita:
  - {batas: "77.5", inklusif: ya, label: Atas}
  - {batas: "0", inklusif: ya, label: Bawah}
"""


def _write_skala(folder: Path, isi: str) -> Path:
    (folder / "skala").mkdir()
    (folder / "skala" / "uji.yaml").write_text(isi, encoding="utf-8")
    return folder


def _daun(isi: object) -> list[object]:
    if isinstance(isi, dict):
        return [d for nilai in isi.values() for d in _daun(nilai)]
    if isinstance(isi, list):
        return [d for nilai in isi for d in _daun(nilai)]
    return [isi]


def test_there_are_files_to_look_at():
    assert len(DAFTAR_JALUR) >= 20


@pytest.mark.parametrize("jalur", DAFTAR_JALUR)
def test_every_file_holds_text_and_nothing_else(jalur):
    daun = _daun(read_data(jalur))
    assert daun
    assert all(d is None or isinstance(d, str) for d in daun)


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers() | st.booleans() | st.dates())
def test_no_scalar_becomes_a_float_an_int_or_a_date(angka):
    tertulis = str(angka)
    assert yaml.load(f"a: {tertulis}", Loader=_Pemuat) == {"a": tertulis}  # noqa: S506 — resolves to text only


def test_decimals_keep_the_digits_that_are_written(tmp_path):
    assert str(load_skala("uji", _write_skala(tmp_path, SKALA)).pita[0].batas) == "77.5"


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ("tanda: S\n", "tanda: yakin\n", "tanda “yakin” bukan"),
        ("tanda: S\n", "", "tanpa tanda"),
        ("dasar: uji\n", "dasar:\n", "skala/uji.yaml: dasar: tertulis “None”"),
        ("judul: uji\n", "judul: uji\njudl: uji\n", "“judl”, diharapkan salah satu dari dasar, tanda"),
        ("judul: uji\n", "judul: uji\njudul: lain\n", "skala/uji.yaml baris 1: tertulis “judul” dua kali"),
        ("judul: uji\n", "judul: [uji\n", "diharapkan YAML yang sah"),
        ("berlaku_dari:\n", "berlaku_dari: 1 Januari 2020\n", "diharapkan tanggal tahun-bulan-hari"),
        (
            "berlaku_dari:\nberlaku_sampai:\n",
            "berlaku_dari: 2020-01-02\nberlaku_sampai: 2020-01-01\n",
            "berakhir sebelum mulai",
        ),
        ('"77.5"', '"77,5"', "pita butir 1: batas: tertulis “77,5”, diharapkan bilangan dengan titik desimal"),
        ('"77.5"', '"NaN"', "diharapkan bilangan dengan titik desimal"),
        ('"77.5"', '"-1"', "Urutkan pita"),
        ("inklusif: ya, label: Atas", "inklusif: true, label: Atas", "“true”, diharapkan salah satu dari ya, tidak"),
        (SKALA[SKALA.index("pita:") :], "pita: []", "tidak ada pita"),
        ("pita:", "pita: semua\ntertulis:", "“semua”, diharapkan daftar"),
        ("nama: uji", "nama: lain", "tertulis nama “lain”, diharapkan nama berkasnya, “uji”"),
        (SKALA, "uji", "“uji”, diharapkan pasangan nama: isi"),
    ],
)
def test_broken_file_is_refused_with_place_and_expectation(tmp_path, lama, baru, pesan):
    assert lama in SKALA
    folder = _write_skala(tmp_path, SKALA.replace(lama, baru))
    with pytest.raises(DataRegulasiRusakError) as galat:
        load_skala("uji", folder)
    assert pesan in str(galat.value)
    assert str(galat.value).startswith("skala/uji.yaml")


def test_unknown_name_lists_the_known_ones():
    with pytest.raises(RegulasiTidakDikenal) as galat:
        load_kebijakan("entah")
    assert str(galat.value) == (
        "kebijakan “entah” tidak dikenal. Yang ada: blitar-2020-tercetak, kemenkeu, kpu, permendagri-86-2017."
    )


def test_own_folder_without_policies_knows_none(tmp_path):
    with pytest.raises(RegulasiTidakDikenal):
        load_kebijakan("kpu", tmp_path)


@pytest.mark.parametrize(
    ("tanda", "sah"),
    [("S", True), ("M-h", True), ("V:S18", True), ("V:S5,S28", True), ("V:", False), ("M-x", False), ("", False)],
)
def test_confidence_marks_are_a_closed_list(tanda, sah):
    assert bool(POLA_TANDA.fullmatch(tanda)) is sah
