"""The narrative of the package as blocks of the document, its slots bound to computed values."""

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.compose.kalimat import kurang
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.slot import POLA_SLOT, SlotRujukan, resolve_slot
from akuntabel.core.naskah.markdown import Slot, read_markdown
from akuntabel.core.naskah.model import Angka, Blok, Gambar, Naskah, Potongan, Rujukan, Tabel, Teks


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

    return read_markdown(teks, Slot(POLA_SLOT, isi_slot))


class RujukanNarasiError(ValueError):
    """A narrative that refers to tables or figures which the document does not have."""


def check_rujukan(hasil: HasilTahun, naskah: Naskah) -> None:
    """Raises RujukanNarasiError naming every file and slot that refers to nothing, and what there is."""
    dikenal = {b.id for bab in naskah.bab for b in bab.isi if isinstance(b, Tabel | Gambar)}
    masalah = [
        f"narasi/{nama}.md: tertulis “{slot.group(0)}”, diharapkan id tabel atau gambar yang ada dalam dokumen."
        for nama, teks in hasil.fakta.narasi.items()
        for slot in POLA_SLOT.finditer(teks)
        for kepala, _, sisa in [slot.group(1).partition(".")]
        if kepala in ("tabel", "gambar") and sisa not in dikenal
    ]
    if masalah:
        raise RujukanNarasiError("\n".join([*masalah, "Yang ada: " + ", ".join(sorted(dikenal)) + "."]))


def has_narasi(hasil: HasilTahun, nama: str) -> bool:
    """Whether a human has written that text."""
    return bool(hasil.fakta.narasi.get(nama, "").strip())
