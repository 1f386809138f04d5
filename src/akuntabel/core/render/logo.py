"""Whether a picture can stand in a letterhead: found out when it is handed in, not when a document needs it."""

import struct

import typst

from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import Bab, JenisBab, Kop, Naskah
from akuntabel.core.naskah.penomoran import number_naskah
from akuntabel.core.render.berkas import Format, render_berkas

SISI_TERPANJANG = 4_000  # pixels; a letterhead at 600 dpi takes 520
_PNG = b"\x89PNG\r\n\x1a\n"
_BUKAN_SOF = (0xC4, 0xC8, 0xCC)  # between the numbers of frames, but tables
_TANPA_ISI = (0x01, *range(0xD0, 0xD9))  # markers without a length


def check_logo(isi: bytes) -> str:
    """Why a PNG or JPEG cannot be drawn, with how to mend it; "" where it can."""
    ukuran = read_ukuran(isi)
    if ukuran is None:
        return "Gambar rusak atau bukan PNG/JPEG. Simpan ulang dari aplikasi gambar, lalu unggah lagi."
    if max(ukuran) > SISI_TERPANJANG:
        lebar, tinggi = ukuran
        return f"Gambar {lebar} × {tinggi} piksel; paling besar {SISI_TERPANJANG} piksel tiap sisi. Perkecil dahulu."
    bab = Bab(JenisBab.DEPAN, "Uji", (Kop(("Uji",), (), isi),), "uji")
    try:
        render_berkas(measure_naskah(number_naskah(Naskah("Uji", (bab,), "Uji", 2000))), (Format.PDF,))
    except (typst.TypstError, ValueError):
        return "Gambar rusak di dalamnya. Simpan ulang dari aplikasi gambar, lalu unggah lagi."
    return ""


def read_ukuran(isi: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, as the file says before anything of it is unpacked; None where it does not."""
    if isi.startswith(_PNG):
        if len(isi) < 24 or isi[12:16] != b"IHDR":
            return None
        lebar, tinggi = struct.unpack(">II", isi[16:24])
        return (lebar, tinggi) if lebar and tinggi else None
    return _ukuran_jpeg(isi) if isi.startswith(b"\xff\xd8") else None


def _ukuran_jpeg(isi: bytes) -> tuple[int, int] | None:
    letak = 2
    while letak + 9 <= len(isi) and isi[letak] == 0xFF:
        tanda = isi[letak + 1]
        if 0xC0 <= tanda <= 0xCF and tanda not in _BUKAN_SOF:
            tinggi, lebar = struct.unpack(">HH", isi[letak + 5 : letak + 9])
            return (lebar, tinggi) if lebar and tinggi else None
        if tanda == 0xFF:  # padding
            letak += 1
        elif tanda in _TANPA_ISI:
            letak += 2
        else:
            letak += 2 + struct.unpack(">H", isi[letak + 2 : letak + 4])[0]
    return None
