"""Findings for a terminal: the row with the figure underlined, as compilers do."""

from rich.console import Console
from rich.text import Text

from akuntabel.core.checker.temuan import HasilPeriksa, Temuan, Tingkat
from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca, ParagrafTerbaca, TabelTerbaca

GAYA_TINGKAT = {Tingkat.GALAT: "bold red", Tingkat.PERINGATAN: "bold yellow", Tingkat.INFO: "bold blue"}
LEBAR_SEL = 40  # characters of a cell that are shown
SEKITAR = 45  # characters of a paragraph on each side of what is meant


def print_hasil(hasil: HasilPeriksa, konsol: Console) -> None:
    """All findings of a document, then one line that sums up."""
    naskah = hasil.dokumen.naskah
    for t in hasil.temuan:
        _print_temuan(naskah, t, konsol)
    if naskah.halaman_tak_terbaca:
        daftar = ", ".join(str(h) for h in naskah.halaman_tak_terbaca)
        konsol.print(f"Catatan: halaman {daftar} berupa gambar dan tidak dapat dibaca; angkanya tidak diperiksa.")
    jumlah = f"{len(hasil.temuan)} temuan" if hasil.temuan else "tidak ada temuan"
    konsol.print(
        f"{naskah.berkas}: {jumlah}; {hasil.angka_diperiksa} angka dihitung ulang dalam "
        f"{len(naskah.daftar_tabel)} tabel.",
    )


def _print_temuan(naskah: NaskahTerbaca, t: Temuan, konsol: Console) -> None:
    bukti = t.bukti
    konsol.print(Text.assemble((f"{t.kode} {t.tingkat.value}", GAYA_TINGKAT[t.tingkat]), f" {t.nama}"))
    konsol.print(f"  --> {naskah.berkas}: {bukti.letak}")
    for baris in _baris_bergaris_bawah(naskah, bukti.letak):
        konsol.print(f"   | {baris}")
    konsol.print(f"   = tertulis {bukti.tertulis}, hasil hitung {bukti.hitung}")
    konsol.print(f"   = {bukti.penjelasan}")
    konsol.print(f"   = perbaikan: {bukti.perbaikan}")
    if bukti.tempat_lain:
        konsol.print(f"   = juga di: {'; '.join(str(letak) for letak in bukti.tempat_lain)}")
    konsol.print()


def _baris_bergaris_bawah(naskah: NaskahTerbaca, letak: Letak) -> list[str]:
    """The row or the piece of the paragraph that is meant, and a line of ^ below it; [] where nothing is meant."""
    if not 1 <= letak.blok <= len(naskah.isi):
        return []
    blok = naskah.isi[letak.blok - 1]
    if isinstance(blok, TabelTerbaca):
        return _baris_tabel(blok, letak)
    return _potongan(blok, letak) if letak.akhir else []


def _baris_tabel(tabel: TabelTerbaca, letak: Letak) -> list[str]:
    if not letak.baris or not letak.kolom:
        return []
    terlihat = [s for s in tabel.baris[letak.baris - 1] if s.teks or s.letak.kolom == letak.kolom]
    bagian = [s.teks if len(s.teks) <= LEBAR_SEL else s.teks[: LEBAR_SEL - 1] + "…" for s in terlihat]
    ke = next(n for n, s in enumerate(terlihat) if s.letak.kolom == letak.kolom)
    awal = sum(len(b) + 3 for b in bagian[:ke])
    return [" | ".join(bagian), " " * awal + "^" * max(1, len(bagian[ke]))]


def _potongan(paragraf: ParagrafTerbaca, letak: Letak) -> list[str]:
    kiri, kanan = max(0, letak.awal - SEKITAR), letak.akhir + SEKITAR
    depan, belakang = "…" if kiri else "", "…" if kanan < len(paragraf.teks) else ""
    awal = len(depan) + letak.awal - kiri
    return [
        f"{depan}{paragraf.teks[kiri:kanan]}{belakang}",
        " " * awal + "^" * max(1, min(letak.akhir, len(paragraf.teks)) - letak.awal),
    ]
