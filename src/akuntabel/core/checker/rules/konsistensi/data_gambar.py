"""KON: the data of a chart, against the tables that they are taken from."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from akuntabel.core.checker.bacaan.angka_tercetak import read_sel
from akuntabel.core.checker.bacaan.gambar import daftar_data_gambar
from akuntabel.core.checker.bacaan.nama import kata_nama
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.pokok import is_sepakat
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

Baris = Sequence[SelTerbaca]


def data_gambar_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Data sebuah grafik berbeda dari tabel asalnya.

    Yang diperiksa: setiap angka di bawah judul gambar terhadap angka di tabel lain yang baris dan kolomnya bernama
    sama, juga bila kolom tabel menjadi baris pada data grafik; tanpa nama yang sama tidak ada yang dibandingkan.
    Mengapa penting: grafik dibaca lebih dahulu daripada tabel, dan datanya sering tertinggal dari tahun lalu.
    Perbaikan: ambil data grafik dari tabelnya.
    Dasar: satu angka dihitung sekali.
    """
    gambar = [t for _, t in daftar_data_gambar(dok.naskah)]
    blok = {t.letak.blok for t in gambar}
    lain = _PetaBaris([t for t in dok.daftar_tabel if t.letak.blok not in blok])
    for tabel in gambar:
        for baris in tabel.baris:
            label = _daftar_label(baris)
            for n, sel in enumerate(baris):
                angka = read_sel(sel)
                if angka is None or not label:
                    continue
                asal = [(s, a) for s in lain.daftar_sepadan(label, tabel.kepala[n]) if (a := read_sel(s))]
                cocok = [is_sepakat(angka, a) for _, a in asal]
                if not any(c is not None for c in cocok):
                    continue
                dok.tandai(sel.letak)
                if not any(cocok):
                    yield Bukti(
                        sel.letak,
                        sel.teks,
                        asal[0][0].teks,
                        f"menurut {asal[0][0].letak}",
                        "Ambil data grafik dari tabelnya.",
                        tuple(s.letak for s, _ in asal),
                    )


def _daftar_label(baris: Baris) -> list[tuple[str, ...]]:
    """The words of each cell that is no figure; none where no cell has two words, which would name too much."""
    label = [k for s in baris if read_sel(s) is None and (k := kata_nama(s.teks))]
    return label if any(len(k) > 1 for k in label) else []


class _PetaBaris:
    """The rows of tables by the names in their cells."""

    def __init__(self, daftar: Sequence[TabelTerbaca]) -> None:
        self._baris = [(t, b, frozenset(kata_nama(s.teks) for s in b if s.teks)) for t in daftar for b in t.baris]
        self._per_nama: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for n, (_, _, ada) in enumerate(self._baris):
            for nama in ada:
                if len(nama) > 1:
                    self._per_nama[nama].append(n)

    def daftar_sepadan(self, label: Sequence[tuple[str, ...]], kepala: str) -> Iterator[SelTerbaca]:
        """The cells whose row has the labels; a label that no cell of the row has must head the column."""
        for n in sorted({n for k in label for n in self._per_nama.get(k, ())}):
            tabel, baris, ada = self._baris[n]
            sisa = [k for k in label if k not in ada]
            if len(sisa) <= 1:
                harap = sisa[0] if sisa else kata_nama(kepala)
                yield from (s for s, k in zip(baris, tabel.kepala, strict=True) if kata_nama(k) == harap)


DAFTAR_ATURAN = (Aturan("KON019", "data-gambar-berbeda", Tingkat.GALAT, data_gambar_berbeda),)
