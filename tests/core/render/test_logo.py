"""A picture for the letterhead is judged when it is handed in."""

import io
import struct
import zlib

import pytest
from PIL import Image

from akuntabel.core.render.logo import check_logo, read_ukuran


def _gambar(bentuk: str, sisi: int = 40, **pilihan: object) -> bytes:
    keluaran = io.BytesIO()
    Image.new("RGB", (sisi, sisi + 1), "red").save(keluaran, bentuk, **pilihan)
    return keluaran.getvalue()


@pytest.mark.parametrize("pilihan", [{"bentuk": "PNG"}, {"bentuk": "JPEG"}, {"bentuk": "JPEG", "progressive": True}])
def test_pictures_are_drawn_and_their_size_is_read(pilihan: dict[str, object]):
    isi = _gambar(**pilihan)  # type: ignore[arg-type]
    assert read_ukuran(isi) == (40, 41)
    assert check_logo(isi) == ""


@pytest.mark.parametrize("isi", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"\xff\xd8\xff\xff\xff"])
def test_what_is_no_picture_is_said(isi: bytes):
    assert read_ukuran(isi) is None
    assert "bukan PNG/JPEG" in check_logo(isi)


def test_a_picture_that_is_broken_inside_is_refused():
    isi = bytearray(_gambar("PNG"))
    isi[isi.index(b"IDAT") + 8] ^= 0xFF
    assert "rusak di dalamnya" in check_logo(bytes(isi))


def test_a_small_file_that_unpacks_to_a_huge_picture_is_refused_unopened():
    kepala = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    isi = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + kepala
    isi += struct.pack(">I", zlib.crc32(b"IHDR" + kepala))
    assert "60000 × 60000 piksel" in check_logo(isi)
