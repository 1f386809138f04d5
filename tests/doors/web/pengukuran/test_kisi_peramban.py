"""The grid in a real browser: the keyboard alone, a block out of a spreadsheet, two people, a line that is cut."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from doors.web.isi_situs import SANDI
from doors.web.peramban import LAPTOP, PONSEL, TUNGGU, Jendela, Ukuran, open_jendela
from doors.web.situs import Basis, Situs, build_basis, copy_basis, serve_situs

KISI = "/satker/357200/2026/pengukuran/1/"
A_L, A_P = "Pengguna hak pilih, laki-laki, nilai", "Pengguna hak pilih, perempuan, nilai"
DAFTAR_SEL = ("a~L", "a~P", "b~L", "b~P")
TEMPEL = """([el, teks]) => { const d = new DataTransfer(); d.setData('text/plain', teks);
  el.dispatchEvent(new ClipboardEvent('paste', {clipboardData: d, bubbles: true, cancelable: true})); }"""
JATUHKAN = """(tr) => { const d = new DataTransfer();
  d.items.add(new File(['%PDF-1.4\\n%%EOF\\n'], 'rekap.pdf', {type: 'application/pdf'}));
  for (const jenis of ['dragover', 'drop'])
    tr.dispatchEvent(new DragEvent(jenis, {dataTransfer: d, bubbles: true, cancelable: true})); }"""


@pytest.fixture(scope="module")
def basis_kisi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Basis]:
    """The office, filled once."""
    with build_basis(tmp_path_factory.mktemp("kisi") / "asal", Path(__file__).with_name("isi_kisi.py")) as basis:
        yield basis


@pytest.fixture
def kantor(basis_kisi: Basis, tmp_path: Path) -> Iterator[Situs]:
    """That office, running; each test has it for itself."""
    with copy_basis(basis_kisi, tmp_path / "kisi") as salinan, serve_situs(salinan) as situs:
        yield situs


@pytest.fixture
def danu(peramban: Browser, kantor: Situs) -> Iterator[Jendela]:
    """Danu in front of the empty grid."""
    with open_jendela(peramban, kantor.alamat) as jendela:
        _masuk(jendela, "danu")
        yield jendela


def _masuk(jendela: Jendela, nama: str) -> None:
    jendela.log_in(f"{nama}@contoh.go.id", SANDI)
    jendela.open(KISI)


def _baris(jendela: Jendela, kunci: str) -> Locator:
    return jendela.halaman.locator(f'tr[data-kunci="{kunci}"]')


def _sel(jendela: Jendela, kunci: str, kolom: str = "nilai") -> Locator:
    return jendela.halaman.locator(f'[name="{kolom}-{kunci}"]')


def _tunggu(jendela: Jendela, kunci: str, rupa: str = "tersimpan") -> None:
    expect(_baris(jendela, kunci)).to_have_attribute("data-rupa", rupa, timeout=TUNGGU)


def _capaian(jendela: Jendela, kode: str = "1.1") -> Locator:
    return jendela.halaman.locator(f'tr[data-indikator="{kode}"] [data-angka="capaian"]')


def _isi(jendela: Jendela, *nilai: str, mulai: str = "a~L") -> None:
    """Type figures downwards from a cell, as in a spreadsheet."""
    _sel(jendela, mulai).focus()
    for n in nilai:
        jendela.halaman.keyboard.type(n)
        jendela.halaman.keyboard.press("Enter")


def _tempel(jendela: Jendela, kunci: str, teks: str) -> None:
    sel = _sel(jendela, kunci)
    sel.focus()
    jendela.halaman.evaluate(TEMPEL, [sel.element_handle(), teks])


def test_four_values_by_keyboard_alone_and_the_capaian_appears(danu: Jendela) -> None:
    danu.tab_to(A_L)
    for nilai in ("43.515", "47.393", "55.768", "59.122"):
        danu.halaman.keyboard.type(nilai)
        danu.halaman.keyboard.press("Enter")
    for kunci in DAFTAR_SEL:
        _tunggu(danu, kunci)
    expect(_capaian(danu)).to_have_text("102,10%", timeout=TUNGGU)
    expect(danu.halaman.locator('tr[data-indikator="1.1"] [data-angka="kategori"]')).to_have_text("Sangat berhasil")
    expect(danu.halaman.locator("[data-ringkasan]")).to_contain_text("4 dari 4 data terisi", timeout=TUNGGU)
    danu.open(KISI)
    assert [_sel(danu, k).input_value() for k in DAFTAR_SEL] == ["43.515", "47.393", "55.768", "59.122"]


def test_the_keys_of_a_spreadsheet(danu: Jendela) -> None:
    ketik = danu.halaman.keyboard
    _isi(danu, "10", "20")
    expect(_sel(danu, "b~L")).to_be_focused()
    ketik.press("ArrowUp")
    ketik.press("Shift+Enter")
    expect(_sel(danu, "a~L")).to_be_focused()
    _tunggu(danu, "a~L")
    ketik.type("99")  # replaces what was there
    assert _sel(danu, "a~L").input_value() == "99"
    ketik.press("Escape")
    assert _sel(danu, "a~L").input_value() == "10"
    ketik.press("ArrowRight")
    expect(_sel(danu, "a~L", "status")).to_be_focused()
    ketik.press("ArrowRight")
    expect(_sel(danu, "a~L", "sumber")).to_be_focused()
    ketik.press("ArrowLeft")
    ketik.press("ArrowLeft")
    ketik.press("F2")
    ketik.press("ArrowLeft")  # inside the text
    ketik.type("5")
    assert _sel(danu, "a~L").input_value() == "150"
    ketik.press("Escape")
    ketik.press("ArrowDown")
    expect(_sel(danu, "a~P")).to_be_focused()


def test_a_stored_value_changes_with_its_reason_and_ctrl_z_takes_it_back(danu: Jendela) -> None:
    ketik = danu.halaman.keyboard
    _isi(danu, "10")
    _tunggu(danu, "a~L")
    _isi(danu, "12")
    expect(_baris(danu, "a~L").get_by_text("Sebutkan alasan perubahan")).to_be_visible(timeout=TUNGGU)
    danu.tab_to(re.compile("Sebutkan alasan perubahan"), mundur=True)
    ketik.type("Salah ketik")
    ketik.press("Enter")
    _tunggu(danu, "a~L")
    expect(_sel(danu, "a~L")).to_be_focused()
    ketik.press("Control+z")
    expect(_sel(danu, "a~L")).to_have_value("10")
    _tunggu(danu, "a~L")
    danu.open(KISI)
    assert _sel(danu, "a~L").input_value() == "10"
    danu.halaman.locator("tr[data-kunci='a~L'] a.tautan-rinci").click()
    danu.see("dikembalikan ke isian sebelumnya")
    danu.see("Salah ketik")


def test_an_unusual_value_asks_why_in_place(danu: Jendela) -> None:
    _isi(danu, "100")
    _tunggu(danu, "a~L")
    danu.open(KISI.replace("/1/", "/2/"))
    _isi(danu, "900")
    danu.see("naik 800% dari triwulan I 2026")
    expect(_sel(danu, "a~P")).to_be_focused()  # who types on is not torn away
    danu.tab_to(re.compile("naik 800%"), mundur=True)
    danu.halaman.keyboard.type("Pemilihan serentak")
    danu.halaman.keyboard.press("Enter")
    _tunggu(danu, "a~L")
    assert _sel(danu, "a~L", "alasan").input_value() == "Pemilihan serentak"


def test_a_status_without_a_figure_asks_for_its_reason(danu: Jendela) -> None:
    status = _sel(danu, "a~L", "status")
    status.focus()
    danu.halaman.keyboard.type("menunggu")
    danu.halaman.keyboard.press("Enter")
    expect(_sel(danu, "a~L", "alasan")).to_be_visible()
    danu.tab_to("Pengguna hak pilih, laki-laki, alasan atau keterangan", mundur=True)
    danu.halaman.keyboard.type("Rekap belum ada")
    danu.halaman.keyboard.press("Enter")
    _tunggu(danu, "a~L")
    expect(_capaian(danu)).to_have_text("menunggu rilis")


def test_a_block_out_of_a_spreadsheet_fills_the_rows_below(danu: Jendela) -> None:
    _tempel(danu, "a~L", "43.515\t\t\tTabel 3\r\n47.393\t\t\tTabel 3\r\n55.768\r\n59.122\r\n")
    for kunci in DAFTAR_SEL:
        _tunggu(danu, kunci)
    expect(_capaian(danu)).to_have_text("102,10%")
    assert _sel(danu, "a~P", "sumber").input_value() == "Tabel 3"


def test_a_block_with_one_bad_cell_stores_nothing_until_it_is_mended(danu: Jendela) -> None:
    _tempel(danu, "a~L", "43.515\n47,393\n55.768\n59.122")
    for kunci in DAFTAR_SEL:
        _tunggu(danu, kunci, "gagal")
    danu.see(re.compile("dapat dibaca dengan dua cara"))
    danu.open(KISI)  # the window is closed and opened again: what was pasted is still there
    _tunggu(danu, "a~P", "gagal")
    assert _sel(danu, "a~L").input_value() == "43.515"
    _isi(danu, "47.393", mulai="a~P")
    _tunggu(danu, "a~P")


def test_a_block_that_is_too_large_changes_nothing(danu: Jendela) -> None:
    _tempel(danu, "b~L", "1\n2\n3")
    danu.see("hanya ada 2 baris")
    assert _sel(danu, "b~L").input_value() == ""


def test_two_people_at_one_cell_are_told_apart(peramban: Browser, kantor: Situs, danu: Jendela) -> None:
    with open_jendela(peramban, kantor.alamat) as dini:
        _masuk(dini, "dini")
        _isi(danu, "10")
        _tunggu(danu, "a~L")
        _isi(dini, "11")
        dini.see("Danu baru saja menyimpan “10” di sini.")
        assert _sel(dini, "a~L").input_value() == "11"
        dini.halaman.get_by_role("button", name="Pakai yang tersimpan (10)").press("Enter")
        assert _sel(dini, "a~L").input_value() == "10"
        _isi(danu, "20", mulai="a~P")
        _tunggu(danu, "a~P")
        _isi(dini, "21", mulai="a~P")
        dini.halaman.get_by_role("button", name="Pakai tulisan saya (21)").press("Enter")
        dini.see("Sebutkan alasan perubahan")
        dini.tab_to(re.compile("Sebutkan alasan perubahan"))
        dini.halaman.keyboard.type("Rekap akhir")
        dini.halaman.keyboard.press("Enter")
        _tunggu(dini, "a~P")
    danu.open(KISI)
    assert [_sel(danu, k).input_value() for k in DAFTAR_SEL[:2]] == ["10", "21"]


def test_a_line_that_is_cut_loses_nothing(danu: Jendela) -> None:
    danu.konteks.set_offline(True)
    _isi(danu, "10", "20")
    for kunci in ("a~L", "a~P"):
        _tunggu(danu, kunci, "putus")
    assert _sel(danu, "a~L").input_value() == "10"
    danu.konteks.set_offline(False)
    for kunci in ("a~L", "a~P"):
        _tunggu(danu, kunci)
    danu.open(KISI)
    assert [_sel(danu, k).input_value() for k in ("a~L", "a~P")] == ["10", "20"]


def test_evidence_is_dropped_on_its_row(danu: Jendela) -> None:
    _isi(danu, "10")
    _tunggu(danu, "a~L")
    danu.halaman.evaluate(JATUHKAN, _baris(danu, "a~L").element_handle())
    expect(_baris(danu, "a~L").locator("[data-daftar-bukti]")).to_have_text("rekap.pdf", timeout=TUNGGU)
    _isi(danu, "", mulai="a~L")
    _sel(danu, "a~L", "sumber").fill("Tabel 3")
    danu.halaman.keyboard.press("Enter")  # goes on from the fact that has the evidence
    _tunggu(danu, "a~L")
    danu.open(KISI)
    expect(_baris(danu, "a~L")).to_contain_text("rekap.pdf")


def test_one_press_shows_where_a_capaian_comes_from(danu: Jendela) -> None:
    _isi(danu, "40", "20", "50", "30")
    expect(_capaian(danu)).to_have_text("96,77%", timeout=TUNGGU)
    danu.toggle("Jejak capaian 1.1")
    expect(danu.halaman.get_by_role("dialog").get_by_text("Dari mana?")).to_be_visible(timeout=TUNGGU)
    assert danu.find_pelanggaran() == []
    danu.halaman.keyboard.press("Escape")
    assert danu.halaman.evaluate("document.activeElement.getAttribute('aria-label')") == "Jejak capaian 1.1"


@pytest.mark.parametrize("ukuran", [LAPTOP, PONSEL], ids=lambda u: u.nama)
def test_everybody_can_use_it_filled_and_in_every_state(danu: Jendela, ukuran: Ukuran) -> None:
    danu.resize(ukuran)
    danu.open(KISI)
    _isi(danu, "40", "2,345", "50")
    _tunggu(danu, "a~L")
    _tunggu(danu, "a~P", "gagal")
    _isi(danu, "41")
    _tunggu(danu, "a~L", "tanya")
    assert danu.find_pelanggaran() == []
    danu.save_gambar("kisi-danu")


@pytest.mark.parametrize("ukuran", [LAPTOP, PONSEL], ids=lambda u: u.nama)
def test_the_pages_around_the_grid_are_usable_by_everybody(danu: Jendela, ukuran: Ukuran) -> None:
    danu.resize(ukuran)
    _isi(danu, "40", "20")
    _tunggu(danu, "a~P")
    temuan = []
    for bagian in ("", "1/data/a~L/", "1/jejak/1.1/", "1/unggah/"):
        danu.open(KISI.removesuffix("1/") + bagian)
        temuan += [f"{bagian}: {p}" for p in danu.find_pelanggaran()]
    assert temuan == []


def test_without_script_the_same_page_is_a_form(peramban: Browser, kantor: Situs) -> None:
    konteks = peramban.new_context(java_script_enabled=False, viewport={"width": 1366, "height": 768})
    try:
        halaman = konteks.new_page()
        halaman.goto(f"{kantor.alamat}/masuk/")
        halaman.get_by_label("Surel atau NIP").fill("danu@contoh.go.id")
        halaman.get_by_label("Kata sandi").fill(SANDI)
        halaman.get_by_role("button", name="Masuk").click()
        halaman.goto(kantor.alamat + KISI)
        halaman.get_by_label(A_L).fill("40")
        halaman.get_by_label(A_P).fill("20")
        halaman.get_by_role("button", name="Simpan semua").click()
        expect(halaman.get_by_text("2 baris tersimpan.")).to_be_visible(timeout=TUNGGU)
    finally:
        konteks.close()
