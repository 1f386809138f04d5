"""docs/panduan/perjanjian.md from log-in to a signed agreement, in a real browser, with the keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from doors.web.isi_situs import SANDI
from doors.web.peramban import DAFTAR_UKURAN, LAPTOP, PONSEL, Jendela, Ukuran, open_jendela
from doors.web.situs import Situs
from sertifikat_uji import SANDI as SANDI_P12
from sertifikat_uji import build_pemegang

BERKAS_TERTANDA = re.compile(r"^Dokumen bertanda tangan pihak kedua")


@pytest.mark.parametrize("ukuran", DAFTAR_UKURAN, ids=lambda u: u.nama)
def test_from_log_in_to_a_signed_agreement_by_keyboard(
    peramban: Browser, kantor: Situs, tmp_path: Path, ukuran: Ukuran
) -> None:
    with open_jendela(peramban, kantor.alamat, ukuran) as rina:
        rina.log_in("rina@contoh.go.id", SANDI)
        alamat = _draft_perjanjian(rina)
        _mend_target(rina)
        rina.press("Ajukan")
        rina.see("Perjanjian diajukan kepada pimpinan.")
        _log_out(rina)

    with open_jendela(peramban, kantor.alamat, ukuran) as bu_ketua:
        bu_ketua.log_in("bu_ketua@contoh.go.id", SANDI)
        bu_ketua.press(re.compile("^Setujui atau kembalikan Perjanjian Kinerja"))
        bu_ketua.see_judul("Perjanjian Kinerja KPU Kota Blitar")
        bu_ketua.press("Setujui")
        bu_ketua.see("Perjanjian disetujui")
        bu_ketua.press("Tandatangani")
        _sign(bu_ketua, _write_p12(tmp_path, "Bu Ketua"))
        bu_ketua.see("Tanda tangan pihak pertama tercatat.")
        bu_ketua.see("ditandatangani")

    with open_jendela(peramban, kantor.alamat, ukuran) as pak_ketua:
        pak_ketua.log_in("pak_ketua@contoh.go.id", SANDI)
        if ukuran == PONSEL:
            pak_ketua.toggle("Menu")
        pak_ketua.press("Tanda tangan")
        pak_ketua.press(re.compile("^Perjanjian Kinerja KPU Kota Blitar"))
        _sign(pak_ketua, _write_p12(tmp_path, "Pak Ketua"))
        pak_ketua.see("Tanda tangan pihak kedua tercatat.")

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
        alamat = _draft_perjanjian(rina)
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
        alamat = _draft_perjanjian(rina)
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


def _draft_perjanjian(rina: Jendela) -> str:
    """From the list of what is to be done to the draft; its address."""
    rina.press(re.compile("^Susun Perjanjian Kinerja"))
    rina.see_judul("Susun perjanjian kinerja")
    rina.choose(re.compile("^Pihak pertama"), "Ketua KPU Kota Blitar")
    rina.choose(re.compile("^Pihak kedua"), "Ketua KPU Provinsi Jawa Timur")
    rina.save_gambar("alur-susun")
    rina.press("Susun")
    rina.see_judul("Perjanjian Kinerja KPU Kota Blitar")
    return rina.halaman.url.removeprefix(rina.alamat)


def _mend_target(rina: Jendela) -> None:
    """What the Renstra gave is less than KPU has promised: it cannot be handed in until it is mended."""
    rina.see(re.compile("diharapkan sedikitnya 80%"))
    rina.save_gambar("alur-halangan")
    rina.press("Ajukan")
    rina.see(re.compile("diharapkan sedikitnya 80%"))
    rina.press("Ubah target")
    rina.type_into("Target 1.1", "80")
    rina.type_into("Alasan 1.1", "Mengikuti perjanjian kinerja KPU")
    rina.save_gambar("alur-target")
    rina.press("Simpan")
    rina.see("Target tersimpan.")
    assert "halangan" not in rina.halaman.locator("main").inner_text()


def _sign(jendela: Jendela, p12: Path) -> None:
    """With a certificate of one's own."""
    jendela.see_judul("Tandatangani")
    jendela.press(re.compile("^Pakai .*sertifikat"))
    jendela.upload(re.compile("^Berkas sertifikat"), p12)
    jendela.type_into(re.compile("^Frasa sandi"), SANDI_P12)
    jendela.save_gambar("alur-tanda-tangan")
    jendela.press("Tandatangani")


def _log_out(jendela: Jendela) -> None:
    jendela.toggle("Rina")
    jendela.press("Keluar")
    jendela.see_judul("Masuk")


def _write_p12(folder: Path, nama: str) -> Path:
    berkas = folder / f"{nama}.p12"
    berkas.write_bytes(build_pemegang(nama).build_p12())
    return berkas
