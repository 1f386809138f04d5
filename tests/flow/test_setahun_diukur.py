"""A whole year of KPU Kota Blitar in a real browser: four quarters, the budget and its eight revisions, a correction.

Rina and Danu bring in what the data package of the example says, from an empty year. What the application then gives
out is reckoned again by the core and must be the same to the last digit.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from akuntabel.core.calc.capaian import Capaian
from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import HasilTahun, compute_hasil
from akuntabel.core.fakta.paket import read_paket
from akuntabel.core.fakta.pengukuran import Fakta
from contoh_paket import CONTOH, compute_contoh, read_contoh
from doors.web.isi_situs import SANDI
from doors.web.peramban import LAPTOP, Jendela, open_jendela
from doors.web.situs import Situs, build_basis, copy_basis, run_pekerja, serve_situs
from flow.langkah import fill_row

TAHUN = "/satker/657960/2020"
BELUM = {"status": "belum jatuh tempo", "alasan": "Pemungutan suara 9 Desember 2020"}
RINCI = {"dpt", "dptb", "pengguna_hak_pilih"}  # the elements that the formulas ask for by sex
DAFTAR_KUNCI = (
    "pengguna_hak_pilih~L",
    "pengguna_hak_pilih~P",
    "dpt~L",
    "dpt~P",
    "dptb~L",
    "dptb~P",
    "disabilitas_pengguna",
    "disabilitas_terdaftar",
    "nilai_akip",
)


@pytest.fixture
def kantor(tmp_path: Path) -> Iterator[Situs]:
    """The office with its plan and agreement of 2020, and a worker beside its server."""
    with (
        build_basis(tmp_path / "asal", Path(__file__).with_name("isi_setahun.py")) as asal,
        copy_basis(asal, tmp_path / "setahun") as basis,
        serve_situs(basis) as situs,
        run_pekerja(basis),
    ):
        yield situs


def test_a_year_is_measured_spent_and_corrected(peramban: Browser, kantor: Situs, tmp_path: Path) -> None:
    with open_jendela(peramban, kantor.alamat, LAPTOP) as rina:
        _masuk(rina, "rina", f"{TAHUN}/pengukuran/elemen/")
        rina.press("Susun dari rumus")
        rina.see("Pengguna hak pilih")
        _import_anggaran(rina)
        _import_revisi(rina)

    for triwulan in (1, 2, 3):
        _isi_triwulan(peramban, kantor, triwulan, dict.fromkeys(DAFTAR_KUNCI, BELUM))
    _isi_triwulan(peramban, kantor, 4, {kunci: {"nilai": _nilai(kunci)} for kunci in DAFTAR_KUNCI})

    with open_jendela(peramban, kantor.alamat, LAPTOP) as danu:
        _masuk(danu, "danu", f"{TAHUN}/")
        danu.see("Triwulan IV")
        danu.save_gambar("beranda-setahun")
        hasil = _unduh(danu, tmp_path)
    _require_sama(hasil, compute_contoh())

    sesudah = _koreksi(peramban, kantor, tmp_path)
    berubah = {i.indikator.kode for i in sesudah.indikator if i.capaian != _cari(hasil, i.indikator.kode)}
    assert berubah == {"1.2", "1.5"}  # the two whose formulas know dpt as a whole or its men
    assert sesudah.anggaran.total == hasil.anggaran.total


def _masuk(jendela: Jendela, nama: str, alamat: str) -> None:
    jendela.log_in(f"{nama}@contoh.go.id", SANDI)
    jendela.open(alamat)


def _import_anggaran(rina: Jendela) -> None:
    rina.open(f"{TAHUN}/anggaran/impor/")
    rina.upload("Berkas wajib", CONTOH / "anggaran.csv")
    rina.press("Periksa berkas")
    rina.see_judul("Arti kolom anggaran.csv")
    rina.press("Baca dengan arti ini")
    rina.see_judul("Yang berubah")
    rina.halaman.once("dialog", lambda tanya: tanya.accept())
    rina.press("Ambil versi ini")
    rina.see_judul("Anggaran dan realisasi 2020")
    rina.save_gambar("anggaran-setahun")


def _import_revisi(rina: Jendela) -> None:
    rina.open(f"{TAHUN}/anggaran/revisi/")
    rina.press("Impor buku revisi")
    rina.upload("Berkas revisi wajib", CONTOH / "revisi.csv")
    rina.upload("Berkas rincian", CONTOH / "revisi-rincian.csv")
    rina.press("Periksa")
    rina.press("Ambil 9 revisi")
    rina.see_judul("Revisi DIPA 2020")
    rina.save_gambar("revisi-setahun")


def _isi_triwulan(peramban: Browser, kantor: Situs, triwulan: int, isi: dict[str, dict[str, str]]) -> None:
    """Danu fills and submits; Rina, who did not, verifies."""
    alamat = f"{TAHUN}/pengukuran/{triwulan}/"
    with open_jendela(peramban, kantor.alamat, LAPTOP) as danu:
        _masuk(danu, "danu", alamat)
        for kunci, daftar in isi.items():
            fill_row(danu, kunci, daftar)
        danu.save_gambar(f"kisi-{triwulan}")
        danu.press("Ajukan")
        danu.see("diajukan")
    with open_jendela(peramban, kantor.alamat, LAPTOP) as rina:
        _masuk(rina, "rina", alamat)
        rina.press("Verifikasi")
        rina.see("diverifikasi")


def _nilai(kunci: str) -> str:
    """What the package says of a row, as a person types it."""
    elemen, _, kelamin = kunci.partition("~")
    daftar = [
        f
        for f in read_contoh().daftar_fakta
        if f.elemen == elemen and (elemen not in RINCI or f.jenis_kelamin == kelamin)
    ]
    return daftar[0].predikat or f"{_jumlah(daftar):n}"


def _jumlah(daftar: list[Fakta]) -> int:
    return int(sum(f.nilai for f in daftar if f.nilai is not None))


def _unduh(jendela: Jendela, tmp_path: Path) -> HasilTahun:
    """What the application gives out of the year, reckoned by the core."""
    return compute_hasil(_unduh_paket(jendela, tmp_path))


def _unduh_paket(jendela: Jendela, tmp_path: Path) -> FaktaTahun:
    jendela.open(f"{TAHUN}/impor/")
    folder = tmp_path / f"paket-{len(list(tmp_path.iterdir()))}"
    with zipfile.ZipFile(io.BytesIO(jendela.download("Unduh paket data"))) as arsip:
        arsip.extractall(folder)
    return read_paket(next(folder.rglob("datapackage.json")).parent)


def _require_sama(hasil: HasilTahun, contoh: HasilTahun) -> None:
    """Every capaian with all its digits, every sasaran, every line of the budget, every revision."""
    assert len(hasil.indikator) == len(contoh.indikator) == 11
    for i in contoh.indikator:
        assert _angka(_cari(hasil, i.indikator.kode)) == _angka(i.capaian), i.indikator.kode
    assert [s.rekap.nilai.angka for s in hasil.sasaran] == [s.rekap.nilai.angka for s in contoh.sasaran]
    assert hasil.organisasi.nilai.angka == contoh.organisasi.nilai.angka
    assert [(b.kode.kode, b.baris) for b in hasil.anggaran.baris] == [
        (b.kode.kode, b.baris) for b in contoh.anggaran.baris
    ]
    assert hasil.anggaran.total == contoh.anggaran.total
    assert hasil.anggaran.revisi == contoh.anggaran.revisi
    assert hasil.anggaran.ketidakcocokan == contoh.anggaran.ketidakcocokan


def _cari(hasil: HasilTahun, kode: str) -> Capaian:
    indikator = hasil.find_indikator(kode)
    assert indikator is not None
    return indikator.capaian


def _angka(capaian: Capaian) -> tuple[object, ...]:
    return capaian.mentah.status, capaian.mentah.angka, capaian.terbatas.angka


def _koreksi(peramban: Browser, kantor: Situs, tmp_path: Path) -> HasilTahun:
    """Bu Ketua opens the quarter again, Danu mends a figure and says why; the trail tells."""
    alamat = f"{TAHUN}/pengukuran/4/"
    with open_jendela(peramban, kantor.alamat, LAPTOP) as bu_ketua:
        _masuk(bu_ketua, "bu_ketua", alamat)
        bu_ketua.press("Buka kembali")
        bu_ketua.type_into("Alasan wajib", "DPT laki-laki salah hitung")
        bu_ketua.press("Buka kembali")
        bu_ketua.see("Triwulan IV dibuka kembali.")
    with open_jendela(peramban, kantor.alamat, LAPTOP) as danu:
        _masuk(danu, "danu", alamat)
        sel = danu.halaman.locator('[name="nilai-dpt~L"]')
        sel.focus()
        danu.halaman.keyboard.type("55.800")
        danu.halaman.keyboard.press("Enter")
        danu.see(re.compile("^Sebutkan alasan perubahan"))
        danu.tab_to(re.compile("^Sebutkan alasan perubahan"), mundur=True)
        danu.halaman.keyboard.type("Salah hitung")
        danu.halaman.keyboard.press("Enter")
        expect(danu.halaman.locator('tr[data-kunci="dpt~L"]')).to_have_attribute("data-rupa", "tersimpan")
        danu.toggle(re.compile("^Rinci Dpt, laki-laki"))
        danu.see("Salah hitung")
        danu.see("55.768")
        return _unduh(danu, tmp_path)


def test_the_package_has_what_this_test_types() -> None:
    """The rows above are all facts that formulas of own indicators use; what waits for others is not typed."""
    dipakai = {k.partition("~")[0] for k in DAFTAR_KUNCI}
    menunggu = {f.elemen for f in read_contoh().daftar_fakta if f.status is StatusNilai.MENUNGGU_RILIS}
    tak_dipakai = {"dptb_pengguna", "daerah_jatim"}
    assert dipakai | menunggu | tak_dipakai == {e.kode for e in read_contoh().daftar_elemen}
