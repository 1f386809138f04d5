"""A budget file in a real browser with a real worker: dropped or chosen, followed, mapped, mended, taken."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from berkas_anggaran import BARIS_TOTAL_FA, Q, build_csv, build_daun, build_fa, build_pohon, write_csv, write_xlsx
from doors.web.isi_situs import SANDI
from doors.web.peramban import CHROMIUM, DAFTAR_UKURAN, LAPTOP, PONSEL, Jendela, Ukuran, open_jendela
from doors.web.situs import Basis, Situs, copy_basis, run_pekerja, serve_situs

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
TAHUN = timezone.localdate().year
IMPOR = f"/satker/357200/{TAHUN}/anggaran/impor/"
POHON = build_pohon(build_daun(400))
# Drop a file as a person does: the browser gives it to what lies under the pointer.
JATUHKAN = """([isi, nama]) => {
  const d = new DataTransfer();
  d.items.add(new File([Uint8Array.from(isi)], nama));
  const tempat = document.querySelector('input[type=file]').closest('.isian');
  for (const jenis of ['dragover', 'drop'])
    tempat.dispatchEvent(new DragEvent(jenis, {dataTransfer: d, bubbles: true}));
}"""


@pytest.fixture(params=DAFTAR_UKURAN, ids=lambda u: u.nama)
def kantor(basis: Basis, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Situs, Ukuran]]:
    """The cast's office with a worker beside its server, and the size of the window in front of it."""
    with (
        copy_basis(basis, tmp_path / f"impor_anggaran_{request.param.nama}") as salinan,
        serve_situs(salinan) as situs,
        run_pekerja(salinan),
    ):
        yield situs, request.param


def _fa(*, is_rusak: bool = False) -> bytes:
    kisi = build_fa(POHON, kode_satker="357200", tahun=TAHUN)
    if is_rusak:
        kisi[BARIS_TOTAL_FA - 1][Q] = int(kisi[BARIS_TOTAL_FA - 1][Q]) + 1_000
        kisi[BARIS_TOTAL_FA + 7][Q] = "=HYPERLINK(1)"
    return write_xlsx(kisi)


def _look(jendela: Jendela, nama: str) -> None:
    """No fault for other eyes, on both screens; and a picture."""
    semula = jendela.ukuran
    for ukuran in (LAPTOP, PONSEL):
        jendela.resize(ukuran)
        assert jendela.find_pelanggaran() == []
        jendela.save_gambar(nama)
    jendela.resize(semula)


def test_from_a_spoilt_file_to_a_budget_that_holds(
    peramban: Browser, kantor: tuple[Situs, Ukuran], tmp_path: Path
) -> None:
    situs, ukuran = kantor
    rusak = tmp_path / "Laporan FA Detail.xlsx"
    rusak.write_bytes(_fa(is_rusak=True))
    tabel = tmp_path / "anggaran-kantor.csv"
    tabel.write_bytes(write_csv(build_csv(POHON)))
    with open_jendela(peramban, situs.alamat, ukuran) as danu:
        danu.log_in("danu@contoh.go.id", SANDI)
        danu.open(IMPOR)
        _look(danu, "impor-anggaran")
        danu.upload("Berkas wajib", rusak)
        danu.press("Periksa berkas")
        danu.see_judul("tidak dimuat")
        danu.see("Laporan FA Detail.xlsx baris 9 kolom Q (Pagu Revisi)")
        danu.see("=HYPERLINK(1)")
        _look(danu, "impor-anggaran-gagal")
        danu.press("Unggah lagi")
        danu.halaman.evaluate(JATUHKAN, [list(_fa()), "Laporan FA Detail.xlsx"])
        danu.press("Periksa berkas")
        danu.see_judul("Yang berubah")
        danu.see("Jumlah pada semua tingkat cocok")
        _look(danu, "impor-anggaran-pratinjau")
        danu.open(IMPOR)
        danu.see("menunggu diambil")
        danu.upload("Berkas wajib", tabel)
        danu.press("Periksa berkas")
        danu.see_judul("Arti kolom anggaran-kantor.csv")
        _look(danu, "impor-anggaran-peta")
        danu.choose("Realisasi s.d. periode", "Terpakai")
        danu.press("Baca dengan arti ini")
        danu.see_judul("Yang berubah")
        danu.open(IMPOR)
        _look(danu, "impor-anggaran-daftar")


@pytest.mark.parametrize("kantor", [LAPTOP], indirect=True, ids=["1366"])
def test_it_works_without_script(peramban: Browser, kantor: tuple[Situs, Ukuran], tmp_path: Path) -> None:
    situs, _ = kantor
    berkas = tmp_path / "fa.xlsx"
    berkas.write_bytes(_fa())
    konteks = peramban.new_context(java_script_enabled=False)
    try:
        halaman = konteks.new_page()
        halaman.goto(f"{situs.alamat}/masuk/?next={IMPOR}")
        halaman.get_by_label("Surel atau NIP").fill("danu@contoh.go.id")
        halaman.get_by_label("Kata sandi").fill(SANDI)
        halaman.get_by_role("button", name="Masuk").click()
        halaman.goto(f"{situs.alamat}{IMPOR}")
        halaman.locator("input[type=file]").set_input_files(berkas)
        halaman.get_by_role("button", name="Periksa berkas").click()
        halaman.get_by_role("heading", level=1, name="Yang berubah").wait_for(timeout=60_000)
    finally:
        konteks.close()
