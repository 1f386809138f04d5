"""The editor of a text in a real browser, with the keyboard alone, on a laptop and on a phone."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from doors.web.isi import TAHUN
from doors.web.isi_situs import SANDI
from doors.web.peramban import CHROMIUM, DAFTAR_UKURAN, Jendela, open_jendela
from doors.web.situs import Basis, copy_basis, serve_situs

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
KODE = "357200"
SIMPULAN = "Tahun {{ tahun }} ditutup.\n"  # as the site of the tests has it


@pytest.fixture(scope="module", params=DAFTAR_UKURAN, ids=lambda u: u.nama)
def rina(
    basis: Basis, peramban: Browser, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Jendela]:
    """Rina on a site of her own, in a window of one size."""
    folder = tmp_path_factory.mktemp("situs") / f"teks_{request.param.nama}"
    with (
        copy_basis(basis, folder) as salinan,
        serve_situs(salinan) as situs,
        open_jendela(peramban, situs.alamat, request.param) as jendela,
    ):
        jendela.log_in("rina@contoh.go.id", SANDI)
        yield jendela


@pytest.fixture(scope="module")
def laporan(basis: Basis) -> str:
    """The report of her office, which has one address on every copy."""
    objek = json.loads((basis.folder / "objek.json").read_text("utf-8"))
    return f"/satker/{KODE}/{TAHUN}/laporan/{objek[KODE]['laporan']}/"


def open_teks(rina: Jendela, laporan: str, nama: str) -> None:
    """The editor of a text, the cursor at its end."""
    rina.open(f"{laporan}teks/{nama}/")
    rina.tab_to("Teks")
    rina.halaman.keyboard.press("Control+End")


def read_isi(rina: Jendela) -> str:
    """What would be saved now: the field behind the editor."""
    return rina.halaman.locator("textarea[data-editor]").input_value()


def find_saran(rina: Jendela) -> Locator:
    return rina.halaman.get_by_role("listbox", name="Slot yang cocok")


def choose_kata(rina: Jendela, kata: str) -> None:
    """The word before the cursor, by Shift and the arrow."""
    for _ in kata:
        rina.halaman.keyboard.press("Shift+ArrowLeft")


def test_a_draft_sentence_is_written_on_saved_and_brought_back(rina: Jendela, laporan: str) -> None:
    ketik = rina.halaman.keyboard
    rina.open(f"{laporan}?teks=latar-belakang")
    teks = rina.halaman.locator("#teks-latar-belakang")
    expect(teks).to_contain_text("usulan, belum diterima")
    rina.press("Ubah Latar belakang")
    rina.see_judul("Latar belakang")
    rina.tab_to("Teks")
    ketik.press("Control+End")
    ketik.type("Ditulis sendiri")
    choose_kata(rina, "sendiri")
    ketik.press("Control+b")
    ketik.press("Control+End")
    ketik.press("Enter")
    ketik.press("Enter")
    ketik.type("Butir satu")
    rina.tab_to("Daftar", mundur=True)
    ketik.press("Enter")
    ketik.press("End")
    ketik.press("Enter")
    ketik.type("Tahun {{ tah")
    expect(find_saran(rina).get_by_role("option", selected=True)).to_contain_text("tahun")
    rina.save_gambar("editor-saran")
    ketik.press("Enter")
    assert read_isi(rina) == "Usulan kalimat.\nDitulis **sendiri**\n\n- Butir satu\n- Tahun {{ tahun }}"
    rina.press("Simpan teks")
    rina.see("Latar belakang tersimpan.")

    expect(teks.locator(".lencana")).to_have_text("ditulis")  # a human's words: no draft any more
    expect(teks.locator("strong")).to_have_text("sendiri")
    expect(teks.get_by_role("listitem")).to_have_text(["Butir satu", f"Tahun {TAHUN}"])

    rina.press("Versi Latar belakang")
    rina.press("Versi 1")
    rina.press("Pulihkan versi 1")
    rina.see("Latar belakang kembali seperti versi 1.")
    expect(teks.locator(".lencana")).to_have_text("usulan, belum diterima")
    rina.press("Terima usulan")
    rina.see("Latar belakang diterima; sekarang bagian dari laporan.")
    expect(teks.locator(".lencana")).to_have_text("ditulis")


def test_what_was_typed_is_undone_and_done_again(rina: Jendela, laporan: str) -> None:
    ketik = rina.halaman.keyboard
    open_teks(rina, laporan, "simpulan")
    ketik.type("ab")
    assert read_isi(rina) == SIMPULAN + "ab"
    ketik.press("Control+z")
    assert read_isi(rina) == SIMPULAN + "a"
    ketik.press("Control+y")
    assert read_isi(rina) == SIMPULAN + "ab"
    choose_kata(rina, "ab")
    ketik.press("Control+i")
    assert read_isi(rina) == SIMPULAN + "*ab*"
    ketik.press("Control+z")
    assert read_isi(rina) == SIMPULAN + "ab"


def test_slots_are_offered_chosen_with_arrows_and_sent_away_with_escape(rina: Jendela, laporan: str) -> None:
    ketik = rina.halaman.keyboard
    open_teks(rina, laporan, "simpulan")
    ketik.type("{{ renstra.1.1")
    saran = find_saran(rina)
    expect(saran).to_be_visible()
    expect(saran).to_be_in_viewport()
    ketik.press("Escape")
    expect(saran).to_be_hidden()
    expect(rina.halaman.locator(".kabar-editor")).to_be_empty()
    assert rina.read_nama_fokus() == "Teks"
    assert read_isi(rina) == SIMPULAN + "{{ renstra.1.1"
    ketik.type(".")
    expect(saran).to_be_visible()
    pertama, kedua = (o.locator("code").inner_text() for o in saran.get_by_role("option").all()[:2])
    ketik.press("ArrowDown")
    expect(saran.get_by_role("option", selected=True)).to_contain_text(kedua)
    ketik.press("ArrowUp")
    expect(saran.get_by_role("option", selected=True)).to_contain_text(pertama)
    ketik.press("ArrowDown")
    ketik.press("Tab")
    assert rina.read_nama_fokus() == "Teks"
    assert read_isi(rina) == SIMPULAN + f"{{{{ {kedua} }}}}"
    ketik.type(" {{ tidakada")
    expect(rina.halaman.locator(".kabar-editor")).to_have_text("Tidak ada slot yang cocok.")


def test_tab_goes_through_the_editor_and_never_stays_in_it(rina: Jendela, laporan: str) -> None:
    ketik = rina.halaman.keyboard
    open_teks(rina, laporan, "simpulan")
    ketik.press("Shift+Tab")
    assert rina.read_nama_fokus() == "Teks biasa"
    ketik.press("Tab")
    ketik.press("Tab")
    assert rina.read_nama_fokus() == "Simpan teks"
    assert read_isi(rina) == SIMPULAN.rstrip() + "\n"


def test_the_bar_serves_the_words_that_were_chosen_in_the_text(rina: Jendela, laporan: str) -> None:
    ketik = rina.halaman.keyboard
    open_teks(rina, laporan, "simpulan")
    ketik.type("penting")
    rina.tab_to("Tebal (Ctrl+B)", mundur=True)
    ketik.press("Enter")  # no word chosen: it says so and changes nothing
    expect(rina.halaman.locator(".kabar-editor")).to_have_text("Pilih katanya dahulu, lalu tekan lagi.")
    assert read_isi(rina) == SIMPULAN + "penting"
    choose_kata(rina, "penting")
    rina.tab_to("Tebal (Ctrl+B)", mundur=True)
    ketik.press("Space")
    assert read_isi(rina) == SIMPULAN + "**penting**"
    assert rina.read_nama_fokus() == "Teks"


def test_plain_text_and_the_list_of_slots_work_by_keyboard_too(rina: Jendela, laporan: str) -> None:
    ketik = rina.halaman.keyboard
    open_teks(rina, laporan, "simpulan")
    rina.tab_to("Sisipkan tahun")
    ketik.press("Enter")
    assert rina.read_nama_fokus() == "Teks"
    assert read_isi(rina) == SIMPULAN + "{{ tahun }}"
    rina.toggle("Teks biasa")
    assert rina.halaman.evaluate("() => document.activeElement.tagName") == "TEXTAREA"
    ketik.press("Control+End")
    ketik.type(", {{ tah")
    expect(find_saran(rina)).to_be_visible()
    ketik.press("Enter")
    assert read_isi(rina) == SIMPULAN + "{{ tahun }}, {{ tahun }}"
    rina.toggle("Teks biasa")
    ketik.press("Control+End")
    ketik.type("!")
    assert read_isi(rina) == SIMPULAN + "{{ tahun }}, {{ tahun }}!"
    assert rina.find_pelanggaran() == []
