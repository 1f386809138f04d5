"""Steps that several flows take: the agreement from its draft to two signatures, by the keyboard."""

import re
from pathlib import Path

from playwright.sync_api import expect

from doors.web.peramban import TUNGGU, Jendela
from sertifikat_uji import SANDI as SANDI_P12
from sertifikat_uji import build_pemegang


def draft_perjanjian(rina: Jendela) -> str:
    """From the list of what is to be done to the draft; its address."""
    rina.press(re.compile("^Susun Perjanjian Kinerja"))
    rina.see_judul("Susun perjanjian kinerja")
    rina.choose(re.compile("^Pihak pertama"), "Ketua KPU Kota Blitar")
    rina.choose(re.compile("^Pihak kedua"), "Ketua KPU Provinsi Jawa Timur")
    rina.save_gambar("alur-susun")
    rina.press("Susun")
    rina.see_judul("Perjanjian Kinerja KPU Kota Blitar")
    return rina.halaman.url.removeprefix(rina.alamat)


def mend_target(rina: Jendela) -> None:
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


def submit_perjanjian(rina: Jendela) -> None:
    """Hand it in to the head."""
    rina.press("Ajukan")
    rina.see("Perjanjian diajukan kepada pimpinan.")


def approve_and_sign(bu_ketua: Jendela, folder: Path) -> None:
    """Pihak pertama, from the list of what is to be done."""
    bu_ketua.press(re.compile("^Setujui atau kembalikan Perjanjian Kinerja"))
    bu_ketua.see_judul("Perjanjian Kinerja KPU Kota Blitar")
    bu_ketua.press("Setujui")
    bu_ketua.see("Perjanjian disetujui")
    bu_ketua.press("Tandatangani")
    sign(bu_ketua, write_p12(folder, "Bu Ketua"))
    bu_ketua.see("Tanda tangan pihak pertama tercatat.")
    bu_ketua.see("ditandatangani")


def sign_kedua(pak_ketua: Jendela, folder: Path) -> None:
    """Pihak kedua, from the page of what waits for a signature."""
    pak_ketua.press("Tanda tangan")
    pak_ketua.press(re.compile("^Perjanjian Kinerja KPU Kota Blitar"))
    sign(pak_ketua, write_p12(folder, "Pak Ketua"))
    pak_ketua.see("Tanda tangan pihak kedua tercatat.")


def sign(jendela: Jendela, p12: Path) -> None:
    """With a certificate of one's own."""
    jendela.see_judul("Tandatangani")
    jendela.press(re.compile("^Pakai .*sertifikat"))
    jendela.upload(re.compile("^Berkas sertifikat"), p12)
    jendela.type_into(re.compile("^Frasa sandi"), SANDI_P12)
    jendela.save_gambar("alur-tanda-tangan")
    jendela.press("Tandatangani")


def write_p12(folder: Path, nama: str) -> Path:
    """The certificate of a person as a file."""
    berkas = folder / f"{nama}.p12"
    berkas.write_bytes(build_pemegang(nama).build_p12())
    return berkas


def fill_row(danu: Jendela, kunci: str, isi: dict[str, str]) -> None:
    """A row of the grid, field by field; leaving it saves it."""
    for kolom, teks in isi.items():
        sel = danu.halaman.locator(f'[name="{kolom}-{kunci}"]')
        sel.focus()
        if kolom == "nilai" and sel.evaluate("e => e.tagName") == "SELECT":
            sel.select_option(teks)
        else:
            danu.halaman.keyboard.type(teks)
    danu.halaman.keyboard.press("Enter")
    baris = danu.halaman.locator(f'tr[data-kunci="{kunci}"]')
    expect(baris).to_have_attribute("data-rupa", "tersimpan", timeout=TUNGGU)
