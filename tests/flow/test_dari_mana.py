"""docs/panduan/beranda.md in a real browser: a figure is asked where it comes from, without script too; the bell."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, expect

from doors.web.isi import TAHUN
from doors.web.isi_situs import SANDI
from doors.web.peramban import DAFTAR_UKURAN, LAPTOP, Jendela, Ukuran, open_jendela
from doors.web.situs import Situs

BERANDA = f"/satker/357200/{TAHUN}/"
CAPAIAN = re.compile("dari mana\\? Capaian sasaran 1$")


@pytest.mark.parametrize("ukuran", DAFTAR_UKURAN, ids=lambda u: u.nama)
def test_a_figure_answers_by_keyboard_and_gives_the_place_back(peramban: Browser, situs: Situs, ukuran: Ukuran) -> None:
    with _open_rina(peramban, situs, ukuran) as jendela:
        jendela.open(BERANDA)
        jendela.toggle(CAPAIAN)
        jendela.see("Hasil sebelum dibulatkan")
        jendela.see("capaian indikator 1.1")
        assert jendela.find_pelanggaran() == []
        jendela.halaman.keyboard.press("Escape")
        assert jendela.halaman.locator("details.jejak[open]").count() == 0
        assert CAPAIAN.search(jendela.read_nama_fokus())


@pytest.mark.parametrize("ukuran", DAFTAR_UKURAN, ids=lambda u: u.nama)
def test_a_part_of_a_picture_opens_the_trace_of_its_row(peramban: Browser, situs: Situs, ukuran: Ukuran) -> None:
    with _open_rina(peramban, situs, ukuran) as jendela:
        jendela.open(BERANDA)
        batang = jendela.halaman.locator(".gambar a").first
        batang.hover()
        sorot = jendela.halaman.locator("tr.tersorot")
        expect(sorot).to_have_count(1)
        batang.focus()
        jendela.halaman.keyboard.press("Enter")
        expect(sorot.locator("details.jejak")).to_have_attribute("open", "")
        jendela.see("Dari mana?")


def test_one_sheet_at_a_time_and_going_on_closes_it(peramban: Browser, situs: Situs) -> None:
    with _open_rina(peramban, situs) as jendela:
        jendela.open(f"{BERANDA}capaian/")
        terbuka = jendela.halaman.locator("details.jejak[open]")
        for angka in jendela.halaman.locator("details.jejak > summary").all()[:2]:
            angka.focus()
            jendela.halaman.keyboard.press("Enter")
            expect(terbuka).to_have_count(1)
        jendela.tab_to("Kamus indikator")  # out of the sheet, past the end of the page, into the menu
        expect(terbuka).to_have_count(0)


def test_without_script_a_figure_opens_and_closes_too(peramban: Browser, situs: Situs) -> None:
    with _open_rina(peramban, situs) as jendela:
        kuki = jendela.konteks.cookies()
    konteks = peramban.new_context(java_script_enabled=False)
    konteks.add_cookies(kuki)
    halaman = konteks.new_page()
    halaman.goto(situs.alamat + BERANDA)
    angka = halaman.locator("tr details.jejak > summary").first
    angka.click()
    expect(halaman.get_by_text("Hasil sebelum dibulatkan").filter(visible=True)).to_have_count(1)
    halaman.mouse.click(halaman.viewport_size["width"] - 50, 30)  # "Tutup", a part of the summary
    expect(halaman.get_by_text("Hasil sebelum dibulatkan").filter(visible=True)).to_have_count(0)
    konteks.close()


def test_the_bell_leads_to_the_work(peramban: Browser, situs: Situs) -> None:
    with open_jendela(peramban, situs.alamat) as jendela:
        jendela.log_in("bu_ketua@contoh.go.id", SANDI)
        jendela.press(re.compile("^Notifikasi"))
        jendela.see_judul("Notifikasi")
        jendela.press(re.compile("^Pengukuran triwulan II .* diajukan Danu"))
        jendela.see_judul("Pengukuran triwulan II")


@contextmanager
def _open_rina(peramban: Browser, situs: Situs, ukuran: Ukuran = LAPTOP) -> Iterator[Jendela]:
    """Rina's window, signed in."""
    with open_jendela(peramban, situs.alamat, ukuran) as jendela:
        jendela.log_in("rina@contoh.go.id", SANDI)
        yield jendela
