"""The narrative of the package as blocks of the document, its slots bound to computed values."""

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.compose.kalimat import kurang
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.slot import SlotRujukan, resolve_slot
from akuntabel.core.naskah.markdown import read_markdown
from akuntabel.core.naskah.model import Angka, Blok, Potongan, Rujukan, Teks


def tulis_narasi(hasil: HasilTahun, nama: str, jika_kosong: str = "") -> tuple[Blok, ...]:
    """The text of that name; where there is none, the sentence that says what is missing (if any)."""
    teks = hasil.fakta.narasi.get(nama, "")
    if not teks.strip():
        return (kurang(jika_kosong),) if jika_kosong else ()

    def isi_slot(slot: str) -> Potongan:
        isi = resolve_slot(hasil, slot)
        if isinstance(isi, SlotRujukan):
            return Rujukan(isi.id)
        return Angka(isi) if isinstance(isi, Besaran) else Teks(isi)

    return read_markdown(teks, slot=isi_slot)


def has_narasi(hasil: HasilTahun, nama: str) -> bool:
    """Whether a human has written that text."""
    return bool(hasil.fakta.narasi.get(nama, "").strip())
