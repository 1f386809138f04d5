"""How a finished report says that it was signed: the room of the head's signature, and where anybody can verify it."""

from dataclasses import dataclass, replace

from akuntabel.core.compose.kalimat import paragraf
from akuntabel.core.naskah.model import Bab, Blok, Gambar, Gaya, JenisGambar, Naskah, Rata, TandaTangan

SISI_QR_MM = 22.0


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """kalimat: how and when it was signed; alamat: the public page of the document; dasar: why that is lawful.

    is_berstempel: an electronic signature puts its own QR into the room, else one stands below it.
    """

    kalimat: str
    alamat: str
    is_berstempel: bool
    dasar: str = ""


def bind_pengesahan(naskah: Naskah, pengesahan: Pengesahan) -> Naskah:
    """The same document with the head's signature block, its last, open for the signature and a note below it.

    Raises ValueError for a document without a signature block.
    """
    bab, nomor = _find_tanda_tangan(naskah)
    blok = bab.isi[nomor]
    if not isinstance(blok, TandaTangan):
        raise TypeError(f"{type(blok).__name__} is no signature block")
    baru = replace(bab, isi=(*bab.isi[:nomor], replace(blok, qr=False), *_catatan(pengesahan), *bab.isi[nomor + 1 :]))
    return replace(naskah, bab=tuple(baru if b is bab else b for b in naskah.bab))


def _find_tanda_tangan(naskah: Naskah) -> tuple[Bab, int]:
    letak = [(bab, n) for bab in naskah.bab for n, blok in enumerate(bab.isi) if isinstance(blok, TandaTangan)]
    if not letak:
        raise ValueError(f"“{naskah.judul}” has no signature block")
    return letak[-1]


def _catatan(pengesahan: Pengesahan) -> tuple[Blok, ...]:
    kalimat = f"{pengesahan.kalimat} Keasliannya dapat diperiksa di {pengesahan.alamat}. {pengesahan.dasar}".rstrip()
    catatan = paragraf(kalimat, gaya=Gaya.CATATAN, rata=Rata.KIRI)
    if pengesahan.is_berstempel:
        return (catatan,)
    qr = Gambar(
        "qr-dokumen",
        "Verifikasi dokumen",
        JenisGambar.QR,
        {"isi": pengesahan.alamat},
        f"Kode QR menuju halaman verifikasi {pengesahan.alamat}",
        SISI_QR_MM,
        SISI_QR_MM,
        bernomor=False,
    )
    return (qr, catatan)
