"""The screens of import in a real browser: with the keyboard, on a laptop and a phone, without JavaScript too."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from akuntabel.core.fakta.paket import seal_fakta
from akuntabel.core.readers.isian.baca import read_isian
from akuntabel.core.readers.isian.renstra import FORMULIR_RENSTRA
from akuntabel.core.readers.isian.templat import write_templat
from akuntabel.siklus.pelaporan.zip_paket import pack_paket
from contoh_paket import read_contoh
from doors.web.isi import TAHUN
from doors.web.isi_situs import SANDI
from doors.web.peramban import CHROMIUM, LAPTOP, PONSEL, Jendela, open_jendela
from doors.web.situs import Situs

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
ALAMAT = f"/satker/357200/{TAHUN}/impor/"


def _check(jendela: Jendela, nama: str) -> None:
    """Usable by everybody, on both screens."""
    masalah = []
    for ukuran in (LAPTOP, PONSEL):
        jendela.resize(ukuran)
        masalah += [f"{nama} {ukuran.nama}: {p}" for p in jendela.find_pelanggaran()]
        jendela.save_gambar(nama)
    jendela.resize(LAPTOP)
    assert not masalah, "\n".join(masalah)


def _berkas(folder: Path, data: Mapping[str, Sequence[Mapping[str, object]]], tahun: Sequence[int]) -> Path:
    tujuan = folder / "renstra.xlsx"
    tujuan.write_bytes(write_templat(FORMULIR_RENSTRA, judul="uji", daftar_tahun=tahun, ada=data))  # type: ignore[arg-type]
    return tujuan


def test_planner_brings_a_plan_in_by_keyboard(peramban: Browser, situs: Situs, tmp_path: Path) -> None:
    with open_jendela(peramban, situs.alamat) as jendela:
        jendela.log_in("rina@contoh.go.id", SANDI)
        jendela.open(ALAMAT)
        _check(jendela, "impor")
        templat = jendela.download("Templat terisi")
        hasil = read_isian(FORMULIR_RENSTRA, "a.xlsx", templat)
        data = {nama: [dict(n) for n in daftar] for nama, daftar in hasil.data.items()}
        mulai = int(str(data["renstra"][0]["mulai"]))
        tahun = range(mulai, mulai + 5)
        data["target"] = [{"indikator": "9.9", "tahun": mulai, "target": "banyak"}]
        data["sasaran"][0]["tujuan"] = "T9"
        jendela.press("Impor Renstra")
        jendela.see_judul("Impor Renstra")
        jendela.tab_to("Berkas").set_input_files(_berkas(tmp_path, data, tahun))
        jendela.press("Periksa")
        jendela.see("2 masalah; tidak ada yang diambil")
        _check(jendela, "impor-masalah")
        data["target"] = [{"indikator": "1.1", "tahun": t, "target": "77.5"} for t in tahun]
        data["sasaran"][0] |= {"tujuan": "T1", "nama": "Meningkatnya kualitas pelayanan kepada pemilih"}
        jendela.tab_to("Berkas").set_input_files(_berkas(tmp_path, data, tahun))
        jendela.press("Periksa")
        jendela.see("Yang akan berubah")
        _check(jendela, "impor-pratinjau")
        jendela.press("Ambil semuanya")
        jendela.see("semua isian sudah diambil")


def test_package_comes_in_and_goes_out_without_javascript(peramban: Browser, situs: Situs, tmp_path: Path) -> None:
    contoh = read_contoh()
    paket = pack_paket(seal_fakta(replace(contoh, satker=replace(contoh.satker, kode="357200"))))
    (tmp_path / "paket.zip").write_bytes(paket)
    konteks = peramban.new_context(java_script_enabled=False)
    halaman = konteks.new_page()
    halaman.goto(f"{situs.alamat}/masuk/")
    halaman.get_by_label("Surel atau NIP").fill("bu_ketua@contoh.go.id")
    halaman.get_by_label("Kata sandi", exact=True).fill(SANDI)
    halaman.get_by_role("button", name="Masuk", exact=True).click()
    halaman.goto(f"{situs.alamat}/satker/357200/2020/impor/paket/")
    halaman.get_by_label("Paket data").set_input_files(tmp_path / "paket.zip")
    halaman.get_by_role("button", name="Periksa").click()
    halaman.get_by_role("button", name="Ambil semuanya").click()
    assert "Paket data tahun 2020 sudah diambil" in halaman.inner_text("main")
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="Unduh paket data KPU", exact=True).click()
    assert Path(unduhan.value.path()).read_bytes() == paket
    konteks.close()


def test_page_of_a_package_is_usable_by_everybody(peramban: Browser, situs: Situs, tmp_path: Path) -> None:
    contoh = read_contoh()
    paket = seal_fakta(replace(contoh, satker=replace(contoh.satker, kode="337300")))
    (tmp_path / "paket.zip").write_bytes(pack_paket(paket))
    with open_jendela(peramban, situs.alamat) as jendela:
        jendela.log_in("ketua_lain@contoh.go.id", SANDI)
        jendela.open("/satker/337300/2020/impor/paket/")
        jendela.tab_to("Paket data wajib").set_input_files(tmp_path / "paket.zip")
        jendela.press("Periksa")
        jendela.see("tahun baru")
        _check(jendela, "impor-paket")
