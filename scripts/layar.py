"""Draw the pictures of the screens for README and guides: the example office in a real browser, on its own server."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

AKAR = Path(__file__).parents[1]
GAMBAR = AKAR / "docs" / "gambar"
BIN = Path(sys.executable).parent
SANDI = "belajar-akuntabel"
KOTA = "/satker/657960/"
TUNGGU = 60


@dataclass(frozen=True)
class Potret:
    """A picture: its name, who looks at which page (nobody: the public), and how wide the window is."""

    nama: str
    surel: str
    jalur: str
    lebar: int = 1366
    tinggi: int = 768


def main() -> int:
    """Draw all; the exit code."""
    if shutil.which("chromium") is None:
        sys.stderr.write("chromium is not installed: the pictures of the screens stay as they are\n")
        return 0
    with tempfile.TemporaryDirectory() as folder, _situs(Path(folder)) as alamat, sync_playwright() as p:
        peramban = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tahun = time.localtime().tm_year
        perjanjian = _susun_perjanjian(peramban, alamat, tahun)
        for potret in (
            Potret("layar-beranda", "rina@contoh.go.id", f"{KOTA}{tahun}/"),
            Potret("layar-perjanjian", "rina@contoh.go.id", perjanjian, tinggi=900),
            Potret("layar-perjanjian-ponsel", "ketua@contoh.go.id", perjanjian, 360, 900),
            Potret("layar-pohon", "rina@contoh.go.id", f"{KOTA}{tahun}/pohon/", tinggi=900),
            Potret("layar-beranda-2020", "rina@contoh.go.id", f"{KOTA}2020/", tinggi=1100),
            Potret("layar-anggaran", "rina@contoh.go.id", f"{KOTA}2020/anggaran/", tinggi=900),
            Potret("layar-revisi-dipa", "rina@contoh.go.id", f"{KOTA}2020/anggaran/revisi/", tinggi=900),
            Potret("layar-kepemiluan", "danu@contoh.go.id", f"{KOTA}2020/kepemiluan/", tinggi=900),
            Potret("layar-supervisi", "supervisor@contoh.go.id", "/satker/350000/2020/supervisi/", tinggi=768),
        ):
            _potret(peramban, alamat, potret)
        for potret in AKHIR_TAHUN:
            jalur = _lanjutkan(Path(folder), potret.jalur) if potret.jalur in TAHAP else potret.jalur
            _potret(peramban, alamat, replace(potret, jalur=jalur))
    return 0


TAHAP = ("laporan", "reviu", "evaluasi", "publikasi")  # of layar_siklus.py, which says where each is looked at
AKHIR_TAHUN = (
    Potret("layar-laporan", "rina@contoh.go.id", "laporan", tinggi=900),
    Potret("layar-reviu", "sari@contoh.go.id", "reviu", tinggi=900),
    Potret("layar-evaluasi-lke", "evaluator@contoh.go.id", "evaluasi", tinggi=900),
    Potret("layar-publikasi", "rina@contoh.go.id", "publikasi", tinggi=900),
    Potret("layar-publik-tahun", "", "/publik/satker/657960/2020/", tinggi=900),
    Potret("layar-tahun-berikut", "rina@contoh.go.id", f"{KOTA}2020/tahun-berikut/", tinggi=900),
)


def _lanjutkan(folder: Path, tahap: str) -> str:
    """Take the example office one stage further; the path of its page."""
    hasil = subprocess.run(  # noqa: S603 — ours
        [BIN / "python", AKAR / "scripts" / "layar_siklus.py", tahap],
        env=os.environ | {"AKUNTABEL_DATA": str(folder)},
        check=True,
        capture_output=True,
        text=True,
    )
    return hasil.stdout.strip().splitlines()[-1]


@contextmanager
def _situs(folder: Path) -> Iterator[str]:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    env = os.environ | {"AKUNTABEL_DATA": str(folder)}
    subprocess.run([BIN / "python", AKAR / "scripts" / "contoh.py"], env=env, check=True)  # noqa: S603 — ours
    with subprocess.Popen([BIN / "akuntabel", "serve", "--port", str(port)], env=env) as proses:  # noqa: S603 — ours
        alamat = f"http://127.0.0.1:{port}"
        subprocess.run(  # noqa: S603 — ours
            [BIN / "python", AKAR / "scripts" / "tunggu_situs.py", f"{alamat}/masuk/"], check=True
        )
        try:
            yield alamat
        finally:
            proses.terminate()


def _susun_perjanjian(peramban: Browser, alamat: str, tahun: int) -> str:
    """Rina drafts the agreement of the year and its pohon kinerja; the path of the agreement."""
    halaman = _masuk(peramban, alamat, "rina@contoh.go.id", 1366, 768)
    halaman.goto(f"{alamat}{KOTA}{tahun}/pohon/")
    halaman.get_by_role("button", name="Susun pohon kinerja").click()
    halaman.goto(f"{alamat}{KOTA}{tahun}/perjanjian/baru/")
    halaman.get_by_label("Pihak pertama").select_option(label=_pilihan(halaman, "pihak_pertama", "Bu Ketua"))
    halaman.get_by_label("Pihak kedua").select_option(label=_pilihan(halaman, "pihak_kedua", "Pak Atasan"))
    with halaman.expect_navigation():
        halaman.get_by_role("button", name="Susun", exact=True).click()
    return halaman.url.removeprefix(alamat)


def _pilihan(halaman: Page, bidang: str, nama: str) -> str:
    return next(t for t in halaman.locator(f"select[name={bidang}] option").all_text_contents() if nama in t)


def _potret(peramban: Browser, alamat: str, potret: Potret) -> None:
    halaman = (
        _masuk(peramban, alamat, potret.surel, potret.lebar, potret.tinggi)
        if potret.surel
        else peramban.new_context(viewport={"width": potret.lebar, "height": potret.tinggi}).new_page()
    )
    halaman.goto(alamat + potret.jalur, wait_until="networkidle")
    berkas = GAMBAR / f"{potret.nama}.png"
    halaman.screenshot(path=berkas)
    with Image.open(berkas) as gambar:
        gambar.convert("RGB").quantize(256).save(berkas, optimize=True)
    halaman.context.close()


def _masuk(peramban: Browser, alamat: str, surel: str, lebar: int, tinggi: int) -> Page:
    halaman = peramban.new_context(viewport={"width": lebar, "height": tinggi}).new_page()
    halaman.goto(f"{alamat}/masuk/")
    halaman.get_by_label("Surel atau NIP").fill(surel)
    halaman.get_by_label("Kata sandi").fill(SANDI)
    with halaman.expect_navigation():
        halaman.get_by_role("button", name="Masuk").click()
    return halaman


if __name__ == "__main__":
    sys.exit(main())
