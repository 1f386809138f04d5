"""A document as frozen values. Renderers read it and decide nothing but the looks.

Numbers of chapters, tables and figures, references between them and column widths are settled by
:func:`akuntabel.core.naskah.penomoran.number_naskah` and :func:`akuntabel.core.naskah.lebar.measure_naskah`
before a renderer sees the document.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from akuntabel.core.calc.besaran import Besaran


@dataclass(frozen=True, slots=True)
class Teks:
    """A run of words."""

    teks: str
    tebal: bool = False
    miring: bool = False


@dataclass(frozen=True, slots=True)
class Angka:
    """A number in running text or in a cell; ``besaran.teks`` is what is printed. Never typed, always bound."""

    besaran: Besaran
    tebal: bool = False


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A cross-reference to a table, figure or heading by its ``id``; printed as ``teks`` ("Tabel 3.1")."""

    id: str
    teks: str = ""  # filled by number_naskah


Potongan = Teks | Angka | Rujukan
Baris = tuple[Potongan, ...]


class Rata(StrEnum):
    """Alignment of a paragraph or cell."""

    KIRI = "kiri"
    KANAN = "kanan"
    TENGAH = "tengah"
    PENUH = "penuh"


class Gaya(StrEnum):
    """The role of a paragraph; each renderer gives every role one style."""

    NORMAL = "normal"
    TANPA_INDEN = "tanpa_inden"
    KUTIPAN = "kutipan"  # visi and other quoted statements
    CATATAN = "catatan"  # small print under a table, a source
    DRAF = "draf"  # generated sentence that a human has not accepted yet
    KURANG = "kurang"  # what the law asks for and the facts lack
    JUDUL_SAMPUL = "judul_sampul"
    ANAK_JUDUL_SAMPUL = "anak_judul_sampul"


@dataclass(frozen=True, slots=True)
class Paragraf:
    isi: Baris
    gaya: Gaya = Gaya.NORMAL
    rata: Rata | None = None


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading inside a chapter. tingkat 2..4 (the chapter itself is 1); nomor such as "A." or "1."."""

    teks: str
    tingkat: int
    nomor: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list; ``cara`` is how its items are marked. An item is a run of text, or a run and a list below it."""

    butir: tuple["Butir", ...]
    cara: Literal["1.", "a.", "-"] = "1."


@dataclass(frozen=True, slots=True)
class Butir:
    isi: Baris
    anak: Daftar | None = None


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column. ``bobot`` shares the room left over by the columns of numbers; ``lebar_mm`` is measured.

    ``utuh``: its cells must not be broken over lines (numbers, codes).
    """

    judul: str
    rata: Rata = Rata.KIRI
    bobot: int = 1
    utuh: bool = False
    lebar_mm: float = 0.0  # filled by measure_naskah; a length on paper, no figure of the report


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell. ``kolom`` and ``baris`` are how many columns and rows it spans."""

    isi: Baris
    kolom: int = 1
    baris: int = 1
    tebal: bool = False
    rata: Rata | None = None
    inden: int = 0  # steps to the right, for trees

    @property
    def teks(self) -> str:
        """The cell as plain text."""
        return teks_baris(self.isi)


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """A row. A cell covered by a ``baris`` span from above is simply left out, as in HTML."""

    sel: tuple[Sel, ...]
    jenis: Literal["isi", "jumlah", "kelompok"] = "isi"


@dataclass(frozen=True, slots=True)
class Tabel:
    """A numbered table. ``kepala`` are header rows (several, with spans, where columns are grouped).

    When ``kepala`` is empty the header is one row of the columns' ``judul``. ``huruf_pt`` is the type size.
    """

    id: str
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[BarisTabel, ...]
    kepala: tuple[BarisTabel, ...] = ()
    sumber: str = ""
    nomor: str = ""  # "3.1", filled by number_naskah; "" with bernomor False: a form, no caption
    bernomor: bool = True
    lanskap: bool = False
    huruf_pt: float = 9.0

    @property
    def caption(self) -> str:
        """What stands above it: "Tabel 3.1 Pengukuran Kinerja Tahun 2020"; "" for an unnumbered form."""
        return f"Tabel {self.nomor} {self.judul}" if self.bernomor else ""


class JenisGambar(StrEnum):
    VEGA_LITE = "vega-lite"  # spesifikasi is a Vega-Lite 5 specification
    BAGAN = "bagan"  # spesifikasi is a tree: {"judul", "keterangan", "anak": [...]}
    QR = "qr"  # spesifikasi {"isi": "..."}


@dataclass(frozen=True, slots=True)
class Gambar:
    """A numbered figure, with words for who cannot see it and a table of the same numbers where it has any."""

    id: str
    judul: str
    jenis: JenisGambar
    spesifikasi: Mapping[str, Any]
    alt: str
    lebar_mm: float
    tinggi_mm: float
    data: Tabel | None = None  # the same numbers, bernomor=False
    sumber: str = ""
    nomor: str = ""
    bernomor: bool = True

    @property
    def caption(self) -> str:
        """What stands below it: "Gambar 3.1 Partisipasi Pemilih …"; "" where it is not numbered."""
        return f"Gambar {self.nomor} {self.judul}" if self.bernomor else ""


@dataclass(frozen=True, slots=True)
class PenandaTangan:
    """One signatory. ``di_atas``: lines above the room for the signature ("Pihak Kedua,", "Ketua KPU …,")."""

    di_atas: tuple[str, ...]
    nama: str
    nip: str = ""
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """A signature block, left to right. ``qr`` reserves the place of the electronic signature's QR."""

    tempat_tanggal: str
    penanda_tangan: tuple[PenandaTangan, ...]
    qr: bool = False


@dataclass(frozen=True, slots=True)
class Isian:
    """Label and value pairs set in two columns (Nama : …, Jabatan : …); forms and the cover's identity."""

    pasangan: tuple[tuple[str, Baris], ...]


@dataclass(frozen=True, slots=True)
class Kop:
    """The letterhead; it stands first in its chapter and above its heading. logo: a PNG or JPEG, b"" without one."""

    nama: tuple[str, ...]
    alamat: tuple[str, ...] = ()
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class DaftarIsi:
    """Where a generated list stands: of contents, of tables or of figures."""

    jenis: Literal["isi", "tabel", "gambar"]


@dataclass(frozen=True, slots=True)
class Jarak:
    """Vertical room on a page that is laid out by hand (cover, statement)."""

    mm: float


@dataclass(frozen=True, slots=True)
class HalamanBaru:
    """A page break."""


Blok = Paragraf | Judul | Daftar | Tabel | Gambar | TandaTangan | Isian | Kop | DaftarIsi | Jarak | HalamanBaru


class JenisBab(StrEnum):
    SAMPUL = "sampul"  # no heading, no page number
    DEPAN = "depan"  # heading without number, roman page numbers
    BAB = "bab"  # BAB I…, arabic page numbers from 1
    LAMPIRAN = "lampiran"  # Lampiran 1…


@dataclass(frozen=True, slots=True)
class Bab:
    """A chapter; it starts on a new page. Its number is filled by number_naskah ("BAB III", "LAMPIRAN 1")."""

    jenis: JenisBab
    judul: str
    isi: tuple[Blok, ...]
    id: str
    nomor: str = ""


class Kertas(StrEnum):
    """Paper. F4 is the 215 × 330 mm of Indonesian offices."""

    A4 = "A4"
    F4 = "F4"


UKURAN_KERTAS_MM: Mapping[Kertas, tuple[float, float]] = {
    Kertas.A4: (210.0, 297.0),
    Kertas.F4: (215.0, 330.0),
}
MARGIN_MM: Mapping[str, float] = {"atas": 25.0, "bawah": 25.0, "kiri": 30.0, "kanan": 25.0}


@dataclass(frozen=True, slots=True)
class Naskah:
    """A whole document. ``sidik`` is the SHA-256 of the facts it was composed from."""

    judul: str
    bab: tuple[Bab, ...]
    penulis: str
    tahun: int
    sidik: str = ""
    kertas: Kertas = Kertas.A4
    kepala_halaman: str = ""
    kaki_halaman: str = ""
    tanggal: str = ""  # ISO date of the document, for the files' metadata
    kata_kunci: tuple[str, ...] = field(default=())


def teks_baris(baris: Baris) -> str:
    """A run as plain text."""
    return "".join(p.besaran.teks if isinstance(p, Angka) else p.teks for p in baris)
