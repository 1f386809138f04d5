"""What stands on a page of a PDF: words with their places, ruled lines, shaded boxes, pictures.

All positions are points from the upper left corner of the page as it is read: when most words run up the sheet, the
sheet is turned.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Titik = tuple[float, float]
Putar = Callable[[float, float], Titik]


LONGGAR = 0.19  # of the size: a gap that parts words although no space was written
TENGAH_HURUF = 0.35  # of the size: so far above the base line is the middle of small letters


def tengah_huruf(dasar: float, ukuran: float) -> float:
    """How far down the page the middle of letters stands."""
    return dasar - ukuran * TENGAH_HURUF


@dataclass(frozen=True, slots=True)
class Potongan:
    """A run of letters without a gap.

    dasar: its base line. spasi: a space was written behind it. form: the drawing that it belongs to, 0 for none.
    """

    kiri: float
    kanan: float
    dasar: float
    ukuran: float
    teks: str
    tebal: bool = False
    spasi: bool = False
    form: int = 0

    @property
    def tengah(self) -> Titik:
        """The middle of its letters."""
        return (self.kiri + self.kanan) / 2, tengah_huruf(self.dasar, self.ukuran)


@dataclass(frozen=True, slots=True)
class Garis:
    """A straight line: at ``posisi`` across its direction, from ``awal`` to ``akhir`` along it."""

    posisi: float
    awal: float
    akhir: float


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box on the page."""

    kiri: float
    atas: float
    kanan: float
    bawah: float

    @classmethod
    def sekeliling(cls, daftar_titik: Sequence[Titik]) -> "Kotak":
        """The smallest box around points."""
        daftar_x, daftar_y = zip(*daftar_titik, strict=True)
        return cls(min(daftar_x), min(daftar_y), max(daftar_x), max(daftar_y))

    @property
    def lebar(self) -> float:
        """From left to right."""
        return self.kanan - self.kiri

    @property
    def tinggi(self) -> float:
        """From top to bottom."""
        return self.bawah - self.atas

    @property
    def luas(self) -> float:
        """Its area."""
        return self.lebar * self.tinggi

    @property
    def tengah(self) -> Titik:
        """Its middle."""
        return (self.kiri + self.kanan) / 2, (self.atas + self.bawah) / 2

    def memuat(self, titik: Titik, ruang: float = 0.0) -> bool:
        """Whether a point lies in it, or no farther from it than ``ruang``."""
        x, y = titik
        return self.kiri - ruang <= x <= self.kanan + ruang and self.atas - ruang <= y <= self.bawah + ruang

    def menyentuh(self, lain: "Kotak", ruang: float = 0.0) -> bool:
        """Whether two boxes overlap, or lie no farther apart than ``ruang``."""
        return (
            self.kiri - ruang <= lain.kanan
            and lain.kiri - ruang <= self.kanan
            and self.atas - ruang <= lain.bawah
            and lain.atas - ruang <= self.bawah
        )

    def gabung(self, lain: "Kotak") -> "Kotak":
        """The smallest box around both."""
        return Kotak(
            min(self.kiri, lain.kiri),
            min(self.atas, lain.atas),
            max(self.kanan, lain.kanan),
            max(self.bawah, lain.bawah),
        )


@dataclass(slots=True)
class IsiHalaman:
    """One page.

    berdiri: words that run up or down it, with their boxes. arsir: shaded boxes. foto: bitmaps. lukisan: other shapes.
    jumlah_tanpa_arti: letters whose font does not say which letter they are. is_rusak: not to be read at all.
    is_kosong: nothing is drawn on it.
    """

    nomor: int
    lebar: float = 0.0
    tinggi: float = 0.0
    potongan: list[Potongan] = field(default_factory=list)
    berdiri: list[tuple[Kotak, str]] = field(default_factory=list)
    datar: list[Garis] = field(default_factory=list)
    tegak: list[Garis] = field(default_factory=list)
    arsir: list[Kotak] = field(default_factory=list)
    foto: list[Kotak] = field(default_factory=list)
    lukisan: list[Kotak] = field(default_factory=list)
    jumlah_tanpa_arti: int = 0
    is_rusak: bool = False
    is_kosong: bool = False

    @property
    def jumlah_huruf(self) -> int:
        """How many letters were read."""
        return sum(len(p.teks) for p in self.potongan)

    @property
    def is_tak_terbaca(self) -> bool:
        """A page whose content is a picture, or letters that mean nothing: no word of it was seen."""
        if self.is_rusak or self.jumlah_tanpa_arti > max(self.jumlah_huruf, HURUF_SEDIKIT):
            return True
        rupa = sum(k.luas for k in self.foto) / max(self.lebar * self.tinggi, 1.0)
        is_bergambar = rupa > LUAS_FOTO or len(self.lukisan) > LUKISAN_BANYAK
        return is_bergambar and self.jumlah_huruf < HURUF_SEDIKIT


HURUF_SEDIKIT = 40  # a page number and a running head are no text of a page
LUAS_FOTO = 0.3  # of the page
LUKISAN_BANYAK = 150  # letters drawn as outlines
