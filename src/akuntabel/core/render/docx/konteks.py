"""What is shared while one document is written: styles, places, pictures, counters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from akuntabel.core.naskah.lebar import Ukuran
from akuntabel.core.naskah.model import Angka, Baris, Naskah, Rujukan
from akuntabel.core.render.docx.gaya import NamaGaya
from akuntabel.core.render.docx.nomor_daftar import NomorDaftar
from akuntabel.core.render.docx.paket import Paket
from akuntabel.core.render.docx.peta import Tempat
from akuntabel.core.render.docx.wml import Elemen, add, add_medan, add_teks, twip, w
from akuntabel.core.render.gambar import GambarJadi

# The least and the most that Word sets as one exact line: 1 pt and 1,584 pt.
RUANG_TERKECIL = 20
RUANG_TERBESAR = 31_680


@dataclass(slots=True)
class Konteks:
    """One document under way."""

    naskah: Naskah
    paket: Paket
    gaya: Mapping[NamaGaya, str]
    rupa_baris: Mapping[str, tuple[Elemen, ...]]
    nomor_daftar: NomorDaftar
    gambar: Mapping[str, GambarJadi]
    halaman: Mapping[str, str]
    daftar_tempat: tuple[Tempat, ...]
    is_lanskap: bool = False
    id_gambar: dict[str, str] = field(default_factory=dict)
    nomor_gambar: int = 0
    urutan_terakhir: dict[str, tuple[str, int]] = field(default_factory=dict)
    _tempat_berikut: Iterator[Tempat] = field(init=False)
    _tempat_per_id: Mapping[str, Tempat] = field(init=False)

    def __post_init__(self) -> None:
        self._tempat_berikut = iter(self.daftar_tempat)
        self._tempat_per_id = {t.id: t for t in reversed(self.daftar_tempat) if t.id}

    def take_tempat(self) -> Tempat:
        """The place that is written next; they are met in reading order."""
        return next(self._tempat_berikut)

    @property
    def lebar_teks_mm(self) -> float:
        """Room between the margins of the page being written."""
        ukuran = Ukuran.of(self.naskah.kertas)
        return ukuran.lanskap_mm if self.is_lanskap else ukuran.tegak_mm

    def add_isi(self, p: Elemen, baris: Baris, *, tebal: bool = False, huruf_pt: float | None = None) -> None:
        """Append a run: words, figures and references."""
        for potongan in baris:
            if isinstance(potongan, Rujukan):
                self._add_rujukan(p, potongan, tebal, huruf_pt)
            elif isinstance(potongan, Angka):
                add_teks(p, potongan.besaran.teks, tebal=tebal or potongan.tebal, huruf_pt=huruf_pt)
            else:
                bobot = tebal or potongan.tebal
                add_teks(p, potongan.teks, tebal=bobot, miring=potongan.miring, huruf_pt=huruf_pt)

    def _add_rujukan(self, p: Elemen, rujukan: Rujukan, tebal: bool, huruf_pt: float | None) -> None:
        """A caption's label is a REF field; other words ("Bab III") link there, for a REF would change them."""
        tempat = self._tempat_per_id.get(rujukan.id)
        if tempat is None:
            add_teks(p, rujukan.teks, tebal=tebal, huruf_pt=huruf_pt)
        elif tempat.label == rujukan.teks:
            add_medan(p, rf"REF {tempat.penanda_label} \h", rujukan.teks, tebal=tebal, huruf_pt=huruf_pt)
        else:
            tautan = add(p, "hyperlink", anchor=tempat.penanda, history=1)
            add_teks(tautan, rujukan.teks, tebal=tebal, huruf_pt=huruf_pt)

    def add_ruang(self, induk: Elemen, mm: float) -> Elemen:
        """Append an empty paragraph of exactly this height."""
        p = add(induk, "p")
        properti = add(p, "pPr")
        add(properti, "pStyle", val=self.gaya[NamaGaya.RUANG])
        add(properti, "spacing", line=min(max(twip(mm), RUANG_TERKECIL), RUANG_TERBESAR), lineRule="exact")
        return p


def begin_penanda(p: Elemen, nomor: int, nama: str) -> None:
    """Start a bookmark; :func:`end_penanda` with the same number ends it."""
    add(p, "bookmarkStart", id=nomor, name=nama)


def end_penanda(p: Elemen, nomor: int) -> None:
    """End a bookmark."""
    p.append(p.makeelement(w["bookmarkEnd"], {w["id"]: str(nomor)}))
