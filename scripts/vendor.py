"""Bring the browser's files of other projects into the tree; with --check, say whether the tree still holds them.

Only a developer who changes a version runs this without --check: it needs npm, and it refuses an archive whose sha512
is not the one written here. Users and CI need neither npm nor a network: the files are committed, and `--check`
compares them with scripts/vendor.lock.json.
"""

import base64
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from lxml import etree

AKAR = Path(__file__).parents[1]
FOLDER = AKAR / "src/akuntabel/doors/web/static/web/vendor"
KUNCI = AKAR / "scripts/vendor.lock.json"
SVG = "http://www.w3.org/2000/svg"
IKON = """
    alert-circle alert-triangle arrow-back-up arrow-left arrow-right ban bell bold book building calendar check
    checklist checks chevron-down chevron-left chevron-right chevron-up clipboard-check clock coin copy
    device-floppy dots-vertical download edit external-link eye eye-off file-text files filter flag gavel
    grip-vertical help-circle hierarchy-2 history home hourglass id-badge info-circle italic key link list
    list-check list-numbers list-tree lock lock-open login logout menu-2 message minus paperclip plus printer qrcode
    refresh report-money search send settings shield-check signature sitemap table-export table-import target trash
    upload user user-check users world writing-sign x zoom-in zoom-out
""".split()  # noqa: SIM905 — seventy quoted names would hide the list

Arsip = Callable[[str], bytes]


@dataclass(frozen=True, kw_only=True)
class Paket:
    """A project whose files the pages use: the archive as it was looked at, and what is taken from it."""

    nama: str
    versi: str
    lisensi: str
    folder: str
    integrity: str
    take: Callable[[Arsip], dict[str, bytes]]


def take_bootstrap(arsip: Arsip) -> dict[str, bytes]:
    """The stylesheet alone; its pictures become files, because the pages' CSP allows no data: address."""
    gaya = arsip("dist/css/bootstrap.min.css").decode()
    gaya = re.sub(r"\s*/\*# sourceMappingURL=.*?\*/\s*$", "\n", gaya)
    berkas: dict[str, bytes] = {}

    def move_gambar(cocok: re.Match[str]) -> str:
        gambar = unquote_to_bytes(cocok[1])
        nama = f"gambar-{hashlib.sha256(gambar).hexdigest()[:8]}.svg"
        berkas[nama] = gambar + b"\n"
        return f'url("{nama}")'

    gaya = re.sub(r'url\("data:image/svg\+xml,(.*?)"\)', move_gambar, gaya)
    if "data:" in gaya:
        raise SystemExit("bootstrap.min.css masih memuat alamat data: yang tidak dikenal.")
    return {"bootstrap.min.css": gaya.encode(), **berkas}


def take_htmx(arsip: Arsip) -> dict[str, bytes]:
    """The script as published."""
    return {"htmx.min.js": arsip("dist/htmx.min.js")}


def take_editor(arsip: Arsip) -> dict[str, bytes]:
    """The Markdown editor alone: its bar of buttons writes its own, and its looks are in ours."""
    return {"tiny-mde.tiny.js": arsip("dist/tiny-mde.tiny.js")}


def take_ikon(arsip: Arsip) -> dict[str, bytes]:
    """One sprite: `<svg class="ikon"><use href=".../icons.svg#ti-home"/></svg>`."""
    sprite = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})
    for nama in sorted(IKON):
        ikon = etree.fromstring(arsip(f"icons/outline/{nama}.svg"))
        simbol = etree.SubElement(sprite, f"{{{SVG}}}symbol", id=f"ti-{nama}")
        for atribut in ("viewBox", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"):
            simbol.set(atribut, ikon.attrib[atribut])
        # The first path of every icon is an invisible square that only keeps the drawing program's bounds.
        simbol.extend(bentuk for bentuk in ikon if bentuk.get("stroke") != "none")
        for bagian in simbol.iter():
            bagian.text = bagian.tail = None
        simbol.tail = "\n"
    sprite.text = "\n"
    etree.cleanup_namespaces(sprite)
    return {"icons.svg": etree.tostring(sprite) + b"\n"}


DAFTAR_PAKET = (
    Paket(
        nama="bootstrap",
        versi="5.3.9",
        lisensi="MIT",
        folder="bootstrap",
        integrity="sha512-20cU0rcfw8WdxtVbmfU+xT2EjvVTw9Ror/h1Qvd7DXCujRg8OO9mdBCsmTHdJFf3BuadmBNJtgIuUXsBqSkk/w==",
        take=take_bootstrap,
    ),
    Paket(
        nama="htmx.org",
        versi="2.0.11",
        lisensi="0BSD",
        folder="htmx",
        integrity="sha512-Thx/WtpeOQqSrqBCw/A1cwGJGg4UrVa3+sW0GmrM3p4gJgO89ecH4qtbnyzDDWFvBTqjnIMCgELTNt636dtamA==",
        take=take_htmx,
    ),
    Paket(
        nama="@tabler/icons",
        versi="3.52.0",
        lisensi="MIT",
        folder="tabler",
        integrity="sha512-dldKlJNfO/gZnGLcIY0X2EFFKIMGwL/rEvTqglvBgAPFiwj9pZOCN5V3Sf0Gyjq6foX4VQmLdOmsS4w5FdWKAw==",
        take=take_ikon,
    ),
    Paket(
        nama="tiny-markdown-editor",
        versi="0.2.34",
        lisensi="MIT",
        folder="tiny-mde",
        integrity="sha512-2bXJXJxb+neYR9Xlu3d1llXU36gSfdtBrtKGHUM5NjpJqcHTRj6OL5Bf2LFHFVjq6I4Ct9VnQvRGHH9+Pw+g3A==",
        take=take_editor,
    ),
)


def write_vendor() -> None:
    """Fetch every package, replace the folder, and write the lock."""
    if shutil.which("npm") is None:
        raise SystemExit("npm tidak ditemukan. Hanya pengembang yang mengganti versi memerlukannya.")
    isi = {paket.nama: _fetch_isi(paket) for paket in DAFTAR_PAKET}  # all of them, before the old ones go
    shutil.rmtree(FOLDER, ignore_errors=True)
    kunci = []
    for paket in DAFTAR_PAKET:
        folder = FOLDER / paket.folder
        folder.mkdir(parents=True)
        for nama, bytes_berkas in isi[paket.nama].items():
            (folder / nama).write_bytes(bytes_berkas)
        sidik = {f"{paket.folder}/{nama}": compute_sha384(b) for nama, b in sorted(isi[paket.nama].items())}
        kunci.append({"nama": paket.nama, "versi": paket.versi, "lisensi": paket.lisensi, "berkas": sidik})
    KUNCI.write_text(json.dumps(kunci, indent=2) + "\n")


def _fetch_isi(paket: Paket) -> dict[str, bytes]:
    """What is taken from one archive, its licence beside it."""
    with tempfile.TemporaryDirectory() as folder:
        perintah = ["npm", "pack", "--silent", "--ignore-scripts", f"{paket.nama}@{paket.versi}"]
        subprocess.run(perintah, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 — our own constants
        (berkas,) = Path(folder).glob("*.tgz")
        bytes_arsip = berkas.read_bytes()
    sidik = "sha512-" + base64.b64encode(hashlib.sha512(bytes_arsip).digest()).decode()
    if sidik != paket.integrity:
        raise SystemExit(f"{paket.nama}@{paket.versi}: sidik arsip {sidik}, yang diharapkan {paket.integrity}.")
    with tarfile.open(fileobj=io.BytesIO(bytes_arsip)) as tar:

        def read(nama: str) -> bytes:
            anggota = tar.extractfile(f"package/{nama}")
            if anggota is None:
                raise SystemExit(f"{paket.nama}@{paket.versi}: {nama} bukan berkas.")
            return anggota.read()

        return {"LICENSE": read("LICENSE"), **paket.take(read)}


def compute_sha384(isi: bytes) -> str:
    """The fingerprint of a file, written as a page would write it."""
    return "sha384-" + base64.b64encode(hashlib.sha384(isi).digest()).decode()


def find_kesalahan() -> Iterator[str]:
    """Every way in which the folder is not what the lock says, or the lock not what the script asks for."""
    kunci = json.loads(KUNCI.read_text())
    if [(p["nama"], p["versi"]) for p in kunci] != [(p.nama, p.versi) for p in DAFTAR_PAKET]:
        yield "nama atau versi dalam scripts/vendor.lock.json bukan yang tertulis dalam scripts/vendor.py"
    tercatat = {nama: sidik for paket in kunci for nama, sidik in paket["berkas"].items()}
    ada = {b.relative_to(FOLDER).as_posix(): compute_sha384(b.read_bytes()) for b in FOLDER.rglob("*") if b.is_file()}
    for nama in sorted(tercatat.keys() | ada.keys()):
        if nama not in ada:
            yield f"{nama} tercatat, tetapi tidak ada"
        elif nama not in tercatat:
            yield f"{nama} ada, tetapi tidak tercatat"
        elif tercatat[nama] != ada[nama]:
            yield f"{nama} bukan berkas yang tercatat"
    ikon = re.findall(r'id="ti-([\w-]+)"', (FOLDER / "tabler/icons.svg").read_text())
    if sorted(ikon) != sorted(IKON):
        yield f"tabler/icons.svg tidak memuat {sorted(set(IKON) ^ set(ikon))} seperti daftar IKON"


def main() -> None:
    if "--check" not in sys.argv:
        write_vendor()
    kesalahan = list(find_kesalahan())
    if kesalahan:
        raise SystemExit("\n".join([*kesalahan, "Jalankan scripts/vendor.py (memerlukan npm)."]))


if __name__ == "__main__":
    main()
