"""The browser's eyes themselves: on a page with a fault each of them must see it, on a clean page none may."""

import threading
from collections.abc import Iterator
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from playwright.sync_api import Browser

from doors.web.peramban import LAPTOP, PONSEL, Ukuran, open_jendela

BERSIH = """<!doctype html><html lang="id"><head><title>Uji</title><link rel="stylesheet" href="/gaya.css"></head>
<body><main><h1>Uji</h1><label for="n">Nama</label> <input id="n"> <label for="p">Peran</label>
<select id="p"><option>Perencana</option><option>Pimpinan</option></select> <a href="/">Beranda</a>
<button type="button">Simpan</button></main></body></html>"""
GAYA = "body{background:#fff;color:#000} .hilang{outline:0} .luar{position:absolute;left:-999px} .lebar{width:900px}"
SKRIP = "throw new Error('rusak')"
HAPUS = "document.querySelector('button').addEventListener('click', e => e.target.remove())"
BERKAS = {
    "/gaya.css": (GAYA, "text/css"),
    "/skrip.js": (SKRIP, "text/javascript"),
    "/hapus.js": (HAPUS, "text/javascript"),
}


class Diam(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the name is the base class's
        """Say nothing."""


@pytest.fixture(scope="module")
def alamat() -> Iterator[str]:
    """A site with the strict policy of ours; its page is what the query string adds to a clean one."""

    def jawab(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        jalur, tambahan = environ["PATH_INFO"], TAMBAHAN.get(environ["QUERY_STRING"], "")
        isi, jenis = BERKAS.get(jalur, (BERSIH.replace("</main>", tambahan + "</main>"), "text/html; charset=utf-8"))
        status = "404 Not Found" if jalur == "/tiada.css" else "200 OK"
        start(status, [("Content-Type", jenis), ("Content-Security-Policy", "default-src 'self'")])
        return [isi.encode()]

    with make_server("127.0.0.1", 0, jawab, handler_class=Diam) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


TAMBAHAN = {
    "luar": '<img src="http://contoh.invalid/a.png" alt="a">',
    "gaya-sebaris": '<p style="color:red">a</p>',
    "skrip-sebaris": "<script>1</script>",
    "skrip-rusak": '<script src="/skrip.js"></script>',
    "berkas-hilang": '<link rel="stylesheet" href="/tiada.css">',
}


@pytest.mark.parametrize("cacat", TAMBAHAN)
def test_a_page_with_a_hidden_fault_fails_the_window(peramban: Browser, alamat: str, cacat: str) -> None:
    sebab = pytest.raises(AssertionError, match=r"luar situs|[Cc]ontent [Ss]ecurity|galat skrip|404")
    with sebab, open_jendela(peramban, alamat) as jendela:
        jendela.open(f"/?{cacat}")


def test_a_clean_page_passes_every_eye(peramban: Browser, alamat: str) -> None:
    with open_jendela(peramban, alamat) as jendela:
        assert jendela.open("/") == 200
        jendela.type_into("Nama", "Rina")
        jendela.choose("Peran", "Pim")
        jendela.toggle("Simpan")
        assert jendela.halaman.locator("#n").input_value() == "Rina"
        assert jendela.find_pelanggaran() == []


@pytest.mark.parametrize(
    ("tambahan", "sebab"),
    [
        ('<a href="/" class="hilang">Tujuan</a>', "tidak bertanda"),
        ('<a href="/" class="luar">Tujuan</a>', "tidak tampak"),
        ('<a href="/" tabindex="-1">Tujuan</a>', "tidak tercapai"),
    ],
)
def test_keyboard_stops_where_focus_is_not_seen_or_not_reached(
    peramban: Browser, alamat: str, monkeypatch: pytest.MonkeyPatch, tambahan: str, sebab: str
) -> None:
    monkeypatch.setitem(TAMBAHAN, "x", tambahan)
    with open_jendela(peramban, alamat) as jendela:
        jendela.open("/?x")
        with pytest.raises(AssertionError, match=sebab):
            jendela.tab_to("Tujuan")


@pytest.mark.parametrize(
    ("tambahan", "ukuran", "sebab"),
    [
        ("<input>", LAPTOP, "label"),
        ('<button type="button"></button>', LAPTOP, "button-name"),
        ('<p class="lebar">a</p>', PONSEL, "lebih lebar"),
    ],
)
def test_what_a_screen_reader_or_a_phone_cannot_use_is_found(
    peramban: Browser, alamat: str, monkeypatch: pytest.MonkeyPatch, tambahan: str, ukuran: Ukuran, sebab: str
) -> None:
    monkeypatch.setitem(TAMBAHAN, "x", tambahan)
    with open_jendela(peramban, alamat, ukuran) as jendela:
        jendela.open("/?x")
        assert any(sebab in temuan for temuan in jendela.find_pelanggaran())


def test_focus_lost_by_a_removed_part_is_noticed(
    peramban: Browser, alamat: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TAMBAHAN, "x", '<script src="/hapus.js"></script>')
    with open_jendela(peramban, alamat) as jendela:
        jendela.open("/?x")
        with pytest.raises(AssertionError, match="fokus hilang"):
            jendela.toggle("Simpan")
