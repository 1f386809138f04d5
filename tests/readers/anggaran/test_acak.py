"""Whatever is handed in, the answer is a report, problems or columns: no crash, no hang, no wrong sum.

The suite runs the same examples each time; AKUNTABEL_ACAK=100 runs a hundred times as many, other ones each time.
"""

import io
import os
import zipfile
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akuntabel.core.readers.anggaran.baca import TujuanLaporan, read_laporan_anggaran
from akuntabel.core.readers.anggaran.peta import PetaTabel
from berkas_anggaran import (
    Kisi,
    build_csv,
    build_daun,
    build_fa,
    build_lra,
    build_pohon,
    build_pok,
    sum_akar,
    write_csv,
    write_xlsx,
)

KALI = int(os.environ.get("AKUNTABEL_ACAK", "1"))
POHON = build_pohon(build_daun(23))
AKAR = sum_akar(POHON)
PETA = PetaTabel({"kode": "Kode Lengkap", "sumber_dana": "SD", "pagu": "Pagu Akhir", "realisasi": "Terpakai"})
TUJUAN = TujuanLaporan("657960", 2024, peta=PETA)
BENTUK: tuple[Callable[..., Kisi], ...] = (build_fa, build_pok, build_lra, build_csv)
UTUH = [tulis(bentuk(POHON)) for bentuk in BENTUK for tulis in (write_xlsx, write_csv)]
GANJIL = st.one_of(
    st.sampled_from(
        [
            "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "", " ", "1e999", "-0", "NaN", "9" * 400, "\ufeff", "\x7f",
            "\u202e", "076.01.CQ", "6709", "QGE.001", "521211", "000001. x", "JUMLAH SELURUHNYA", "Pagu Revisi", "TRUE",
            "#REF!", "x" * 40_000, ";" * 300, '"', "𝟙𝟚", 1e308, -1.5, 2**70, 10**15, 0, -(10**12),
        ]
    ),
    st.text(max_size=20),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
)  # fmt: skip


def _acak(jumlah: int) -> settings:
    return settings(
        max_examples=jumlah * KALI,
        deadline=None,
        derandomize=KALI == 1,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def _periksa(isi: bytes) -> None:
    """Always an answer; and if it is a report, its total is what its leaves come to."""
    bacaan = read_laporan_anggaran("acak.xlsx", isi, TUJUAN)
    assert bacaan.laporan is not None or bacaan.daftar_masalah or bacaan.daftar_kolom
    assert all(str(m) and m.diharapkan for m in bacaan.daftar_masalah)
    if bacaan.laporan is not None:
        daftar = list(bacaan.laporan.daftar_baris)
        assert sum(b.pagu for b in daftar if b.is_daun) == bacaan.laporan.total_pagu
        assert len({(b.kode, b.sumber_dana) for b in daftar}) == len(daftar)
        assert all(len(b.kode) <= 120 and b.uraian.isprintable() for b in daftar)


@given(st.data())
@_acak(80)
def test_flipped_and_cut_bytes(data: st.DataObject):
    asli = bytearray(data.draw(st.sampled_from(UTUH)))
    for _ in range(data.draw(st.integers(1, 6))):
        asli[data.draw(st.integers(0, len(asli) - 1))] = data.draw(st.integers(0, 255))
    _periksa(bytes(asli[: data.draw(st.integers(0, len(asli))) or None]))


@given(st.data())
@_acak(80)
def test_flipped_bytes_inside_the_parts_of_a_workbook(data: st.DataObject):
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(UTUH[0])) as asal, zipfile.ZipFile(keluar, "w") as arsip:
        for nama in asal.namelist():
            isi = bytearray(asal.read(nama))
            if nama.endswith(data.draw(st.sampled_from(["sheet1.xml", "workbook.xml", ".rels", ".xml"]))):
                for _ in range(data.draw(st.integers(0, 8))):
                    isi[data.draw(st.integers(0, len(isi) - 1))] = data.draw(st.integers(1, 255))
            arsip.writestr(nama, bytes(isi))
    _periksa(keluar.getvalue())


@given(st.data())
@_acak(120)
def test_swapped_and_hostile_cells(data: st.DataObject):
    kisi = data.draw(st.sampled_from(BENTUK))(POHON)
    berisi = [(n, k) for n, sel in enumerate(kisi) for k in sel]
    for _ in range(data.draw(st.integers(1, 5))):
        n, k = data.draw(st.sampled_from(berisi))
        m, j = data.draw(st.sampled_from(berisi))
        if data.draw(st.booleans()):
            kisi[n][k], kisi[m][j] = kisi[m][j], kisi[n][k]
        else:
            kisi[n][k] = data.draw(GANJIL)
    _periksa(_tulis(data, kisi))


@given(st.data())
@_acak(60)
def test_rows_taken_out_doubled_and_moved(data: st.DataObject):
    kisi = data.draw(st.sampled_from(BENTUK))(POHON)
    for _ in range(data.draw(st.integers(1, 4))):
        dari, ke = data.draw(st.integers(0, len(kisi) - 1)), data.draw(st.integers(0, len(kisi) - 1))
        baris = kisi[dari] if data.draw(st.booleans()) else kisi.pop(dari)
        kisi.insert(ke, dict(baris))
    _periksa(_tulis(data, kisi))


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"kode;pagu\n"])
)
@_acak(40)
def test_any_bytes(isi: bytes, awal: bytes):
    _periksa(awal + isi)


def _tulis(data: st.DataObject, kisi: Kisi) -> bytes:
    """As a workbook or as text; what no workbook can hold (a control character) is left to the text."""
    aman = all(type(v) is not str or all(h.isprintable() or h == " " for h in v) for sel in kisi for v in sel.values())
    kecil = all(type(v) is str or abs(v) < 10**17 for sel in kisi for v in sel.values())
    if aman and kecil and data.draw(st.booleans()):
        return write_xlsx(kisi)
    return write_csv(kisi, pemisah=data.draw(st.sampled_from([";", ",", "\t"])))
