"""A real browser in front of the site, used as a person without a mouse uses it.

Every window notes what must never happen on our pages: a request that leaves the site, something the content policy
refused, an error in a script, a missing file. The test that used the window fails of it, whatever else it looked at.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import axe_playwright_python
import yaml
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    expect,
    sync_playwright,
)

CHROMIUM = shutil.which("chromium")
FOLDER_GAMBAR = os.environ.get("AKUNTABEL_GAMBAR")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BERGANTUNG_LEBAR = ["target-size", "scrollable-region-focusable", "aria-hidden-focus", "region", "label"]
TUNGGU = 20_000  # milliseconds; the machine that tests may be busy
JUMLAH_TAB = 400  # of one search; a page with more stops has no way for the keyboard
JUMLAH_TATAP = 20  # looks at a focus that is not seen yet, 50 ms apart

# Where the focus is, and whether a person sees it: inside the window, not covered, with a ring of its own.
FOKUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const r = e.getBoundingClientRect(), gaya = getComputedStyle(e);
  const titik = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].map(([x, y]) =>
    document.elementFromPoint(r.left + r.width * x, r.top + r.height * y));
  return {
    tag: e.outerHTML.slice(0, 160),
    // Inside a date the field itself is not :focus, so that it cannot be asked for its name as others are.
    nama: e.matches(':focus') ? null : [...(e.labels || [])].map(l => l.textContent.trim()).join(' '),
    tampak: r.width > 0 && r.height > 0 && titik.some(t => t && (e.contains(t) || t.contains(e) && t !== document.body
      || [...(e.labels || [])].some(l => l.contains(t)))),
    // Of a date it is day, month or year that the browser marks, inside the field, where no script sees it.
    cincin: e.type === 'date' || gaya.boxShadow !== 'none'
      || gaya.outlineStyle !== 'none' && parseFloat(gaya.outlineWidth) > 0,
  };
}"""


@dataclass(frozen=True)
class Ukuran:
    """The window of a person: a cheap laptop, a phone."""

    nama: str
    lebar: int
    tinggi: int


LAPTOP = Ukuran("1366", 1366, 768)
PONSEL = Ukuran("360", 360, 740)
DAFTAR_UKURAN = (LAPTOP, PONSEL)


@contextmanager
def start_peramban() -> Iterator[Browser]:
    """Debian's Chromium, with no way to the world."""
    if CHROMIUM is None:
        raise FileNotFoundError("chromium is not installed")
    with sync_playwright() as playwright:
        peramban = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                *(["--no-sandbox"] if os.geteuid() == 0 else []),  # Chromium as root has no sandbox to use
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        )
        yield peramban
        peramban.close()


@dataclass
class Jendela:
    """One person's window on the site. ``daftar_masalah`` is what no page may ever cause."""

    konteks: BrowserContext
    alamat: str
    ukuran: Ukuran
    daftar_masalah: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.konteks.set_default_timeout(TUNGGU)
        self.konteks.on("request", self._note_permintaan)
        self.konteks.on("response", self._note_jawaban)
        self.konteks.on("console", self._note_konsol)
        self.konteks.on("weberror", lambda galat: self.daftar_masalah.append(f"galat skrip: {galat.error}"))
        self.halaman: Page = self.konteks.new_page()
        # While somebody listens no window of the system opens; from the start, lest the first Enter comes too early.
        self.halaman.on("filechooser", lambda pemilih: None)

    # What is noted by itself

    def _note_permintaan(self, permintaan: Request) -> None:
        if not permintaan.url.startswith((self.alamat + "/", "about:", f"blob:{self.alamat}/")):
            self.daftar_masalah.append(f"permintaan ke luar situs: {permintaan.url[:200]}")

    def _note_jawaban(self, jawaban: Response) -> None:
        is_bagian = jawaban.request.resource_type not in {"document", "fetch", "xhr"}
        if jawaban.status >= 500 or (is_bagian and jawaban.status >= 400):
            self.daftar_masalah.append(f"{jawaban.status} {urlsplit(jawaban.url).path}")

    def _note_konsol(self, pesan: ConsoleMessage) -> None:
        if pesan.type == "error" and not pesan.text.startswith("Failed to load resource"):  # _note_jawaban has those
            self.daftar_masalah.append(f"konsol: {pesan.text[:300]}")

    # Going somewhere, and looking

    def resize(self, ukuran: Ukuran) -> None:
        """Look at the same page on another screen."""
        self.ukuran = ukuran
        self.halaman.set_viewport_size({"width": ukuran.lebar, "height": ukuran.tinggi})

    def open(self, jalur: str) -> int:
        """Type an address; the status of the answer."""
        jawaban = self.halaman.goto(self.alamat + jalur)
        assert jawaban is not None
        return jawaban.status

    def see(self, teks: str | re.Pattern[str]) -> None:
        """Wait until the words can be read on the page."""
        expect(self.halaman.get_by_text(teks).filter(visible=True).first).to_be_visible(timeout=TUNGGU)

    def see_judul(self, teks: str | re.Pattern[str]) -> None:
        """Wait for a page by its heading."""
        expect(self.halaman.get_by_role("heading", level=1)).to_contain_text(teks, timeout=TUNGGU)

    # The keyboard

    def tab_to(self, nama: str | re.Pattern[str], *, mundur: bool = False) -> Locator:
        """Press Tab until the focus stands on the control of that name; at every step the focus must be seen."""
        dilewati, putaran = [], 0
        for langkah in range(JUMLAH_TAB):
            if langkah:  # the page may have put the focus there already
                self.halaman.keyboard.press("Shift+Tab" if mundur else "Tab")
            fokus = self._read_fokus()
            if fokus is None:  # past the last control the focus leaves for the browser's own bars, once
                putaran += langkah > 0
                if putaran > 1:
                    break
                continue
            assert fokus["tampak"], f"fokus tidak tampak di layar: {fokus['tag']}"
            assert fokus["cincin"], f"fokus tidak bertanda: {fokus['tag']}"
            nama_kini = fokus["nama"] if fokus["nama"] is not None else self.read_nama_fokus()
            if nama.search(nama_kini) if isinstance(nama, re.Pattern) else nama == nama_kini:
                return self.halaman.locator(":focus")
            dilewati.append(nama_kini)
        raise AssertionError(f"{nama!r} tidak tercapai dengan Tab di {self.halaman.url}; yang dilewati: {dilewati}")

    def _read_fokus(self) -> dict[str, Any] | None:
        """Where the person stands; scrolling there, or what closes over it, may take the browser a frame or two."""
        fokus: dict[str, Any] | None = None
        for _ in range(JUMLAH_TATAP):
            fokus = self.halaman.evaluate(FOKUS)
            if fokus is None or fokus["tampak"]:
                break
            self.halaman.wait_for_timeout(50)
        return fokus

    def read_nama_fokus(self) -> str:
        """The name under which a screen reader announces the focused control."""
        (gambaran,) = yaml.safe_load(self.halaman.locator(":focus").aria_snapshot()) or [""]
        kepala = gambaran if isinstance(gambaran, str) else next(iter(gambaran))
        cocok = re.search(r'"((?:[^"\\]|\\.)*)"', kepala)
        if cocok:
            return cocok[1].replace('\\"', '"')
        return " ".join(self.halaman.locator(":focus").inner_text().split())  # <summary> has no role of ARIA's

    def press(self, nama: str | re.Pattern[str]) -> None:
        """Go to a button or a link, press it, and wait for the page to which it leads."""
        self.tab_to(nama)
        with self.halaman.expect_navigation(timeout=TUNGGU):
            self.halaman.keyboard.press("Enter")

    def toggle(self, nama: str | re.Pattern[str], *, key: str = "Enter") -> None:
        """Press what changes this page only. The person must still stand somewhere afterwards."""
        self.tab_to(nama)
        self.halaman.keyboard.press(key)
        self.halaman.wait_for_timeout(50)
        assert self.halaman.evaluate(FOKUS) is not None, f"fokus hilang di {self.halaman.url}"

    def type_into(self, nama: str | re.Pattern[str], teks: str) -> None:
        """Go to a field, write over what stands in it."""
        medan = self.tab_to(nama)
        if medan.get_attribute("type") not in {"date", "time", "month"}:
            self.halaman.keyboard.press("Control+A")
        self.halaman.keyboard.type(teks)

    def choose(self, nama: str | re.Pattern[str], pilihan: str) -> None:
        """Go to a list, and down in it to the choice that begins so."""
        daftar = self.tab_to(nama)
        self.halaman.keyboard.press("Home")
        for _ in range(daftar.locator("option").count()):
            if daftar.evaluate("e => e.selectedOptions[0]?.textContent.trim() ?? ''").startswith(pilihan):
                return
            self.halaman.keyboard.press("ArrowDown")
        raise AssertionError(f"{pilihan!r} tidak ada dalam {nama!r}: {daftar.inner_text()}")

    def upload(self, nama: str | re.Pattern[str], berkas: Path) -> None:
        """Go to a file field, open its window, take the file."""
        self.tab_to(nama)
        with self.halaman.expect_file_chooser() as pemilih:
            self.halaman.keyboard.press("Enter")
        pemilih.value.set_files(berkas)

    def download(self, nama: str | re.Pattern[str]) -> bytes:
        """Go to a link and fetch what it offers."""
        self.tab_to(nama)
        with self.halaman.expect_download() as unduhan:
            self.halaman.keyboard.press("Enter")
        return Path(unduhan.value.path()).read_bytes()

    def log_in(self, surel: str, sandi: str) -> None:
        """As anybody does who was shown the door."""
        self.open("/")
        self.see_judul("Masuk")
        self.type_into("Surel atau NIP", surel)
        self.type_into("Kata sandi", sandi)
        self.press("Masuk")
        assert "/masuk/" not in self.halaman.url, self.halaman.locator("main").inner_text()

    # Looking with other eyes

    def find_pelanggaran(self) -> list[str]:
        """What axe finds serious or critical, and whether the page is wider than its window.

        On the telephone only what hangs on the width; the rest was seen on the laptop.
        """
        if not self.halaman.evaluate("() => 'axe' in window"):
            self.halaman.evaluate(AXE.read_text("utf-8"))
        hasil = self.halaman.evaluate(
            "apa => axe.run(document, {runOnly: apa, resultTypes: ['violations']})",
            {"type": "rule", "values": BERGANTUNG_LEBAR} if self.ukuran == PONSEL else {"type": "tag", "values": WCAG},
        )
        temuan = [
            f"{v['id']} ({v['impact']}): {v['help']}: {simpul['html'][:160]}"
            for v in hasil["violations"]
            if v["impact"] in {"serious", "critical"}
            for simpul in v["nodes"]
        ]
        akar = "document.scrollingElement"
        if self.halaman.evaluate(f"() => {akar}.scrollWidth > {akar}.clientWidth"):
            temuan.append(f"halaman lebih lebar daripada layar {self.ukuran.lebar} px: {self._find_terlebar()}")
        return temuan

    def _find_terlebar(self) -> str:
        return str(
            self.halaman.evaluate(
                """() => [...document.body.querySelectorAll('*')].map(e => [e.getBoundingClientRect().right, e])
                  .sort((a, b) => b[0] - a[0])[0][1].outerHTML.slice(0, 160)"""
            )
        )

    def save_gambar(self, nama: str) -> None:
        """A picture of the whole page for people to look at, where AKUNTABEL_GAMBAR names a folder."""
        if FOLDER_GAMBAR:
            folder = Path(FOLDER_GAMBAR)
            folder.mkdir(parents=True, exist_ok=True)
            self.halaman.screenshot(path=folder / f"{nama}-{self.ukuran.nama}.png", full_page=True)


@contextmanager
def open_jendela(peramban: Browser, alamat: str, ukuran: Ukuran = LAPTOP) -> Iterator[Jendela]:
    """A window of its own cookies; closing it says what went wrong behind the page."""
    konteks = peramban.new_context(
        viewport={"width": ukuran.lebar, "height": ukuran.tinggi},
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        reduced_motion="reduce",
        accept_downloads=True,
    )
    try:
        jendela = Jendela(konteks, alamat, ukuran)
        yield jendela
        assert not jendela.daftar_masalah, "\n".join(jendela.daftar_masalah)
    finally:
        konteks.close()
