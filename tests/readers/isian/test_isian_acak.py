"""Whatever is handed in, the answer is rows or problems, never a crash; what is written out comes back."""

import io
import zipfile

from buat_isian import buku
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akuntabel.core.readers.isian.baca import read_isian, read_tempelan
from akuntabel.core.readers.isian.banding import compare_isian
from akuntabel.core.readers.isian.bentuk import Formulir
from akuntabel.core.readers.isian.perjanjian import FORMULIR_PERJANJIAN, check_perjanjian
from akuntabel.core.readers.isian.renstra import FORMULIR_RENSTRA, check_renstra
from akuntabel.core.readers.isian.templat import write_templat

LABEL = sorted(
    {k.label for f in (FORMULIR_RENSTRA, FORMULIR_PERJANJIAN) for x in f.daftar_lembar for k in x.daftar_kolom}
)
SEL = st.one_of(
    st.none(),
    st.sampled_from([*LABEL, "2025", "Target", "Contoh: 1", "Jumlah", "(1)", "#REF!", "80 – 90", "1.1", "maksimasi"]),
    st.text(max_size=12),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
)
BARIS = st.lists(st.lists(SEL, max_size=8), max_size=8)
JUDUL = sorted({x.judul for f in (FORMULIR_RENSTRA, FORMULIR_PERJANJIAN) for x in f.daftar_lembar})
FORMULIR = st.sampled_from([FORMULIR_RENSTRA, FORMULIR_PERJANJIAN])


def _periksa(formulir: Formulir, isi: bytes) -> None:
    hasil = read_isian(formulir, "a.xlsx", isi)
    if formulir is FORMULIR_RENSTRA:
        check_renstra(hasil, {}, set())
    else:
        check_perjanjian(hasil, {}, {})
    compare_isian(formulir, hasil, {})
    assert hasil.daftar_baris or hasil.masalah
    assert all(str(m) and m.diharapkan for m in hasil.masalah)


@given(FORMULIR, st.dictionaries(st.sampled_from(JUDUL), BARIS, min_size=1, max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_cells_end_in_rows_or_problems(formulir: Formulir, isi: dict[str, list[list[object]]]):
    _periksa(formulir, buku(isi))  # type: ignore[arg-type]  # any cells at all


@given(FORMULIR, st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]))
@settings(max_examples=60, deadline=None)
def test_any_bytes_end_in_rows_or_problems(formulir: Formulir, isi: bytes, awal: bytes):
    _periksa(formulir, awal + isi)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_template_ends_in_rows_or_problems(data: st.DataObject):
    """Bytes changed inside the parts of a workbook that is otherwise whole."""
    asli = write_templat(FORMULIR_PERJANJIAN, judul="KPU")
    keluaran = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(asli)) as lama, zipfile.ZipFile(keluaran, "w") as baru:
        rusak = data.draw(st.sampled_from(lama.namelist()))
        for nama in lama.namelist():
            isi = bytearray(lama.read(nama))
            if nama == rusak:
                for tempat in data.draw(st.lists(st.integers(0, len(isi) - 1), max_size=6)):
                    isi[tempat] = data.draw(st.integers(0, 255))
            baru.writestr(nama, bytes(isi))
    _periksa(FORMULIR_PERJANJIAN, keluaran.getvalue())


@given(FORMULIR, st.text(max_size=300), st.sampled_from(["", *JUDUL, "?"]))
@settings(max_examples=150, deadline=None)
def test_any_pasted_text_ends_in_rows_or_problems(formulir: Formulir, teks: str, lembar: str):
    hasil = read_tempelan(formulir, teks, lembar)
    assert hasil.daftar_baris or hasil.masalah


KATA = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20).filter(
    lambda t: not t.lower().startswith(("contoh", "#"))
)
KODE = st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,3}){0,2}", fullmatch=True)
TARGET = st.one_of(
    st.decimals(0, 10**9, places=2).map(str),
    st.integers(0, 10**12).map(str),
    st.tuples(st.integers(0, 50), st.integers(51, 99)).map(lambda p: f"{p[0]}..{p[1]}"),
    st.dates().filter(lambda d: d.year >= 1000).map(str),
    st.sampled_from(["A", "BB", "WTP"]),
)


@given(
    st.dictionaries(KODE, TARGET, max_size=6),
    st.dictionaries(
        st.tuples(KODE, st.sampled_from(["RM", "HLD"])), st.tuples(KATA, st.integers(0, 10**15 - 1)), max_size=6
    ),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_out_comes_back(target: dict[str, str], anggaran: dict[tuple[str, str], tuple[str, int]]):
    ada = {
        "target": [{"indikator": kode, "target": t} for kode, t in target.items()],
        "anggaran": [
            {"kode": kode, "uraian": uraian, "sumber_dana": dana, "pagu": pagu}
            for (kode, dana), (uraian, pagu) in anggaran.items()
        ],
    }
    hasil = read_isian(FORMULIR_PERJANJIAN, "a.xlsx", write_templat(FORMULIR_PERJANJIAN, judul="KPU", ada=ada))
    assert [str(m) for m in hasil.masalah] == []
    assert hasil.data == ada
