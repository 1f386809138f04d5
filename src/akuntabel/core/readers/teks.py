"""Plain text as extraction leaves it: tab-aligned tables between paragraphs, captions above them."""

from collections.abc import Iterator
from dataclasses import replace

from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca, ParagrafTerbaca, SelTerbaca
from akuntabel.core.readers.kisi import Kisi, build_naskah

Bernomor = tuple[int, str]


def read_teks(berkas: str, teks: str) -> NaskahTerbaca:
    """The paragraphs and tables of a text; the line of the file is kept as the place."""
    return build_naskah(berkas, "txt", _sambung(_blok(list(enumerate(teks.splitlines(), 1)))))


def _sambung(daftar: Iterator[ParagrafTerbaca | Kisi]) -> Iterator[ParagrafTerbaca | Kisi]:
    """A paragraph that a page break cut is whole again: the first half has no end, the second no capital."""
    tertunda: ParagrafTerbaca | None = None
    for blok in daftar:
        if tertunda is not None:
            if isinstance(blok, ParagrafTerbaca) and blok.teks[:1].islower() and tertunda.teks[-1].isalpha():
                tertunda = replace(tertunda, teks=f"{tertunda.teks} {blok.teks}")
                continue
            yield tertunda
            tertunda = None
        if isinstance(blok, ParagrafTerbaca):
            tertunda = blok
        else:
            yield blok
    if tertunda is not None:
        yield tertunda


def _blok(baris: list[Bernomor]) -> Iterator[ParagrafTerbaca | Kisi]:
    n = 0
    while n < len(baris):
        nomor, isi = baris[n]
        if "\t" in isi and not _is_daftar_isi(isi):
            akhir = _akhir_tabel(baris, n)
            yield _kisi([b for b in baris[n:akhir] if "\t" in b[1]])
            n = akhir
            continue
        if polos := isi.strip():
            yield ParagrafTerbaca(polos, Letak(baris_berkas=nomor))
        n += 1


def _is_daftar_isi(isi: str) -> bool:
    """ "BAB I PENDAHULUAN<tab>3": a line of contents, not a row."""
    sel = isi.split("\t")
    return len(sel) == 2 and sel[1].strip().isdigit() and not sel[0][:1].isdigit() and bool(sel[0].strip())


def _akhir_tabel(baris: list[Bernomor], awal: int) -> int:
    """Rows go on over blank lines while the next line has as many tabs."""
    tab = baris[awal][1].count("\t")
    n = akhir = awal + 1
    while n < len(baris):
        isi = baris[n][1]
        if isi.count("\t") == tab:
            akhir = n + 1
        elif isi.strip():
            break
        n += 1
    return akhir


def _kisi(baris: list[Bernomor]) -> Kisi:
    kisi: list[list[SelTerbaca]] = []
    for nomor, isi in baris:
        sel = [s.strip() for s in isi.split("\t")]
        if kisi and _is_lanjutan(sel, kisi[-1]):
            kisi[-1] = [
                SelTerbaca(f"{lama.teks} {baru}".strip(), lama.letak) for lama, baru in zip(kisi[-1], sel, strict=True)
            ]
            continue
        kisi.append([SelTerbaca(s, Letak(baris_berkas=nomor)) for s in sel])
    return Kisi(kisi, Letak(baris_berkas=baris[0][0]))


def _is_lanjutan(sel: list[str], sebelum: list[SelTerbaca]) -> bool:
    """A row of words only, where the row before has words too: the label went on below."""
    isi = [n for n, s in enumerate(sel) if s]
    return (
        len(isi) == 1 and bool(sebelum[isi[0]].teks) and sel[isi[0]][:1].islower() and not _berhuruf_butir(sel[isi[0]])
    )


def _berhuruf_butir(teks: str) -> bool:
    """ "b. persentase …" opens an item of its own."""
    return len(teks) > 1 and teks[1] in ".)"
