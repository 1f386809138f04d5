"""KON: a table that repeats figures of other tables, all but one."""

from collections.abc import Iterator

from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.checker.kinerja.angka_tersebar import is_nyaris, kunci_angka, tempat_angka
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

BERULANG = 3  # figures of the column that stand elsewhere too, at least
DIGIT_KHAS = 3  # digits from which a near miss is no coincidence


def angka_asing_dalam_ulangan(dok: Dokumen) -> Iterator[Bukti]:
    """Semua angka sebuah kolom juga ada di tempat lain kecuali satu, dan yang satu itu nyaris sama dengan angka lain.

    Yang diperiksa: kolom yang mengulang angka dari tabel atau kalimat lain, misalnya data sebuah grafik atau ringkasan;
    angka yang berbeda satu digit, dua digit tertukar, atau kehilangan koma dari angka baris yang sama di tabel lain.
    Mengapa penting: angka yang disalin dengan tangan tertinggal atau salah ketik pada salah satu salinannya.
    Perbaikan: samakan dengan angka asalnya.
    Dasar: satu angka dihitung sekali.
    """
    tempat = tempat_angka(dok)
    for tabel in dok.daftar_tabel:
        for kolom in range(len(tabel.kepala)):
            angka = _daftar_angka(tabel, kolom)
            asing = [(k, s) for k, s in angka if tempat[k] <= {tabel.letak.blok}]
            if len(asing) != 1 or len(angka) - 1 < BERULANG or sum(h.isdigit() for h in asing[0][0]) < DIGIT_KHAS:
                continue
            dok.tandai(*(s.letak for _, s in angka))
            kunci, sel = asing[0]
            mirip = _find_mirip(dok, kunci, tabel, sel, {k for k, _ in angka})
            if mirip:
                yield Bukti(
                    sel.letak,
                    sel.teks,
                    mirip,
                    f"{len(angka) - 1} angka lain pada kolom ini juga tertulis di tempat lain; yang ini hanya di sini",
                    "Samakan dengan angka asalnya.",
                    # Each of the two figures is alone, and each is found by the other.
                    sebab=f"nyaris {min(kunci, mirip)} {max(kunci, mirip)}",
                )


def _daftar_angka(tabel: TabelTerbaca, kolom: int) -> list[tuple[str, SelTerbaca]]:
    """Figures of a column that are long enough to be told apart: three digits or more, no year."""
    return [(kunci, b[kolom]) for b in tabel.baris if (kunci := kunci_angka(b[kolom].teks))]


def _find_mirip(dok: Dokumen, kunci: str, tabel: TabelTerbaca, sel: SelTerbaca, sekolom: set[str]) -> str:
    """The one figure in a row of another table of the same thing that differs by a slip of the hand; "" if none."""
    label = {_polos(s.teks) for s in tabel.baris[sel.letak.baris - 1] if s is not sel and s.teks}
    mirip = {
        k
        for blok, isi, baris in _daftar_baris(dok)
        if blok != tabel.letak.blok and label & isi
        for k in baris
        if k not in sekolom and is_nyaris(k, kunci)
    }
    return mirip.pop() if len(mirip) == 1 else ""


@per_dokumen
def _daftar_baris(dok: Dokumen) -> list[tuple[int, set[str], list[str]]]:
    """Every row: its block, the words of its cells, its figures."""
    return [
        (
            tabel.letak.blok,
            {_polos(s.teks) for s in baris if s.teks},
            [k for s in baris if (k := kunci_angka(s.teks))],
        )
        for tabel in dok.daftar_tabel
        for baris in tabel.baris
    ]


def _polos(teks: str) -> str:
    return " ".join(teks.lower().split())


DAFTAR_ATURAN = (Aturan("KON017", "angka-asing-dalam-ulangan", Tingkat.PERINGATAN, angka_asing_dalam_ulangan),)
