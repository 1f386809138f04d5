"""docs/panduan/perjanjian.md from log-in to a signed agreement, in a real browser, with the keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from doors.web.isi_situs import SANDI
from doors.web.peramban import DAFTAR_UKURAN, LAPTOP, PONSEL, Jendela, Ukuran, open_jendela
from doors.web.situs import Situs
from flow.langkah import approve_and_sign, draft_perjanjian, mend_target, sign_kedua, submit_perjanjian

BERKAS_TERTANDA = re.compile(r"^Dokumen bertanda tangan pihak kedua")


@pytest.mark.parametrize("ukuran", DAFTAR_UKURAN, ids=lambda u: u.nama)
def test_from_log_in_to_a_signed_agreement_by_keyboard(
    peramban: Browser, kantor: Situs, tmp_path: Path, ukuran: Ukuran
) -> None:
    with open_jendela(peramban, kantor.alamat, ukuran) as rina:
        rina.log_in("rina@contoh.go.id", SANDI)
        alamat = draft_perjanjian(rina)
        mend_target(rina)
        submit_perjanjian(rina)
        _log_out(rina)

    with open_jendela(peramban, kantor.alamat, ukuran) as bu_ketua:
        bu_ketua.log_in("bu_ketua@contoh.go.id", SANDI)
        approve_and_sign(bu_ketua, tmp_path)

    with open_jendela(peramban, kantor.alamat, ukuran) as pak_ketua:
        pak_ketua.log_in("pak_ketua@contoh.go.id", SANDI)
        if ukuran == PONSEL:
            pak_ketua.toggle("Menu")
        sign_kedua(pak_ketua, tmp_path)

    with open_jendela(peramban, kantor.alamat, ukuran) as rina:
        rina.log_in("rina@contoh.go.id", SANDI)
        rina.open(alamat)
        dokumen = tmp_path / "perjanjian.pdf"
        dokumen.write_bytes(rina.download(BERKAS_TERTANDA))
        assert dokumen.read_bytes().startswith(b"%PDF")
        verifikasi = str(rina.halaman.locator("a[href^='/verifikasi/']").first.get_attribute("href"))

    with open_jendela(peramban, kantor.alamat, ukuran) as siapa_pun:
        assert siapa_pun.open(verifikasi) == 200
        siapa_pun.see("Perjanjian ini tercatat dan berlaku.")
        siapa_pun.upload(re.compile("^Berkas"), dokumen)
        siapa_pun.press("Periksa")
        siapa_pun.see("Sama persis dengan dokumen yang tercatat.")

    with open_jendela(peramban, kantor.alamat, ukuran) as tono:
        tono.log_in("tono@contoh.go.id", SANDI)
        assert tono.open(alamat) == 404
        tono.open("/cari/?q=Blitar")
        tono.see("Tidak ada yang cocok")


def test_two_editors_at_once_lose_nothing(peramban: Browser, kantor: Situs) -> None:
    with (
        open_jendela(peramban, kantor.alamat, LAPTOP) as rina,
        open_jendela(peramban, kantor.alamat, LAPTOP) as rini,
    ):
        rina.log_in("rina@contoh.go.id", SANDI)
        alamat = draft_perjanjian(rina)
        rini.log_in("rini@contoh.go.id", SANDI)
        rini.open(alamat)
        for jendela, target in ((rina, "81"), (rini, "82")):
            jendela.press("Ubah target")
            jendela.type_into("Target 1.1", target)
            jendela.type_into("Alasan 1.1", f"Alasan {target}")
        rina.press("Simpan")
        rina.see("Target tersimpan.")

        rini.press("Simpan")
        rini.see(re.compile("Tulisan Anda"))
        bentrok = rini.halaman.locator(".bentrok").inner_text()
        assert "81" in bentrok
        assert "82" in bentrok
        assert "Rina" in bentrok
        assert rini.halaman.get_by_label("Target 1.1", exact=True).input_value() == "82"
        rini.press("Simpan")
        rini.see("Target tersimpan.")
        rini.see("Alasan 82")


def test_what_was_typed_is_there_again_after_the_window_closed(peramban: Browser, kantor: Situs) -> None:
    with open_jendela(peramban, kantor.alamat, LAPTOP) as rina:
        rina.log_in("rina@contoh.go.id", SANDI)
        alamat = draft_perjanjian(rina)
        rina.press("Ubah target")
        rina.type_into("Target 1.1", "83")
        rina.see(re.compile("^Draf tersimpan"))

    with open_jendela(peramban, kantor.alamat, LAPTOP) as rina:
        rina.log_in("rina@contoh.go.id", SANDI)
        rina.open(alamat)
        rina.press("Ubah target")
        rina.press("Pakai isian itu")
        rina.see("Ubah target")
        assert rina.halaman.get_by_label("Target 1.1", exact=True).input_value() == "83"


def _log_out(jendela: Jendela) -> None:
    jendela.toggle("Rina")
    jendela.press("Keluar")
    jendela.see_judul("Masuk")
