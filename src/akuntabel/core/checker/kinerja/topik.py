"""Which indicator or sasaran a sentence speaks of: the one it names, or the one it stands under."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.core.checker.bacaan.bagian import Judul
from akuntabel.core.checker.bacaan.nama import kata_nama, lepas_label
from akuntabel.core.checker.bacaan.prosa import Kalimat
from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.checker.kinerja.pokok import IndeksKinerja, JenisPokok, Pokok, indeks_kinerja
from akuntabel.core.naskah.terbaca import ParagrafTerbaca

# A name or nothing follows; "Indikator 1.7 belum dapat dibandingkan" is a sentence about it, not its heading.
_PEMBUKA = re.compile(r"(?i:Indikator\s+(?:kinerja\s+)?)(?P<kode>\d{1,2}(?:\.\d{1,2})+)\b(?!\s+[a-z]{2})")
_KODE = re.compile(r"\bindikator\s+(?:kinerja\s+)?(?P<kode>\d{1,2}(?:\.\d{1,2})+)(?![\w.]*\d)", re.IGNORECASE)
URUTAN = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")
_SASARAN = re.compile(
    rf"\bsasaran\s+(?:strategis\s+)?(?:ke-?\s?)?(?:(?P<n>\d{{1,2}})\b(?![.,]\d)|(?P<urut>{'|'.join(URUTAN)})\b)",
    re.IGNORECASE,
)
# A year is no part of what a sentence calls an indicator: it names the year that it speaks of.
_KATA = re.compile(r"[^\W\d_]+|(?<!\d)(?<!\d[.,])(?!(?:19|20)\d\d(?!\d|[.,]\d))\d+(?:[.,]\d+)*")
_UKURAN = ("persentase", "presentase", "prosentase", "presentasi", "jumlah", "tingkat")
_TEMPAT = ("dalam", "pada", "di")
# What may follow a name that was cut short; any other word would make it the name of another thing.
_LANJUTAN = re.compile(
    r"sebesar|mencapai|adalah|yaitu|yakni|ialah|baru|hanya|masih|telah|sudah|dari|dengan|pada|dalam|di|tahun|sampai"
    r"|terealisasi|tercapai|ditargetkan|menjadi|sejumlah|sebanyak|berada|kota|kabupaten|melebihi|melampaui"
)
KATA_TERBANYAK_JUDUL = 30


@dataclass(frozen=True, slots=True)
class Topik:
    """What a paragraph is about; each None where it is not certain."""

    indikator: Pokok | None
    sasaran: Pokok | None


@dataclass(frozen=True, slots=True)
class Penyebutan:
    """A name, code or number in a sentence, with its characters."""

    pokok: Pokok
    awal: int
    akhir: int


class PetaTopik:
    """For each paragraph what it is about, and for each sentence whom it names."""

    def __init__(self, dok: Dokumen, indeks: IndeksKinerja) -> None:
        self._indeks = indeks
        self._nama: dict[str, list[tuple[tuple[str, ...], Pokok, bool]]] = defaultdict(list)
        for nama, pokok, is_utuh in _daftar_sebutan_pendek(indeks.daftar_pokok(JenisPokok.INDIKATOR)):
            self._nama[nama[0]].append((nama, pokok, is_utuh))
        self._sasaran = indeks.daftar_pokok(JenisPokok.SASARAN)
        self._penyebutan: dict[tuple[int, int], list[Penyebutan]] = {}  # by block and first character
        judul = {j.letak.blok: j for j in dok.daftar_judul}
        self._per_blok: dict[int, Topik] = {}
        atas: list[tuple[int, JenisPokok, Pokok | None]] = []
        for p in dok.daftar_paragraf:
            atas = self._perbarui(atas, p, judul.get(p.letak.blok))
            self._per_blok[p.letak.blok] = Topik(
                next((x for _, j, x in reversed(atas) if j is JenisPokok.INDIKATOR), None),
                next((x for _, j, x in reversed(atas) if j is JenisPokok.SASARAN), None),
            )

    def find(self, k: Kalimat) -> Topik:
        """What the paragraph of a sentence is about."""
        return self._per_blok[k.blok]

    def find_blok(self, blok: int) -> Topik:
        """What a paragraph is about."""
        return self._per_blok[blok]

    def daftar_penyebutan(self, k: Kalimat) -> list[Penyebutan]:
        """The indicators and sasaran that a sentence names, in order; the longest name at a place counts."""
        kunci = k.blok, k.awal
        if kunci not in self._penyebutan:
            self._penyebutan[kunci] = self._cari(k)
        return self._penyebutan[kunci]

    def _cari(self, k: Kalimat) -> list[Penyebutan]:
        kecil = k.teks.lower()
        hasil = [
            Penyebutan(p, m.start(), m.end())
            for m in (_KODE.finditer(k.teks) if "indikator" in kecil else ())
            if (p := self._indeks.find_kode(m["kode"])) is not None
        ]
        for m in _SASARAN.finditer(k.teks) if "sasaran" in kecil else ():
            urut = int(m["n"]) if m["n"] else URUTAN.index(m["urut"].lower()) + 1
            if urut <= len(self._sasaran):
                hasil.append(Penyebutan(self._sasaran[urut - 1], m.start(), m.end()))
        if any(all(map(kecil.__contains__, nama)) for daftar in self._nama.values() for nama, _, _ in daftar):
            hasil.extend(self._cari_nama(k.teks))
        hasil.sort(key=lambda x: (x.awal, -x.akhir))
        return [x for n, x in enumerate(hasil) if not any(y.akhir >= x.akhir for y in hasil[:n])]

    def _perbarui(
        self, atas: list[tuple[int, JenisPokok, Pokok | None]], p: ParagrafTerbaca, judul: Judul | None
    ) -> list[tuple[int, JenisPokok, Pokok | None]]:
        """The topics in force after a paragraph: a heading ends those that opened below or beside it."""
        tingkat = 99 if judul is None else judul.tingkat
        if judul is not None:
            atas = [x for x in atas if x[0] < tingkat]
            sasaran = self._indeks.find(JenisPokok.SASARAN, judul.teks)
            if sasaran is not None:
                return [*atas, (tingkat, JenisPokok.SASARAN, sasaran)]
        indikator = self._baca_pembuka(p.teks if judul is None else judul.teks)
        if indikator is not None:
            atas = [x for x in atas if x[1] is JenisPokok.SASARAN]
            return [*atas, (tingkat, JenisPokok.INDIKATOR, indikator)]
        return atas

    def _baca_pembuka(self, teks: str) -> Pokok | None:
        cocok = _PEMBUKA.match(teks)
        if cocok:
            return self._indeks.find_kode(cocok["kode"])
        if len(teks.split()) > KATA_TERBANYAK_JUDUL or not kata_nama(lepas_label(teks)):
            return None
        return self._indeks.find(JenisPokok.INDIKATOR, teks)

    def _cari_nama(self, teks: str) -> Iterator[Penyebutan]:
        polos = _daftar_kata(teks)
        kata = [m.span() for m in _KATA.finditer(teks)]
        for n, awal in enumerate(polos):
            for nama, pokok, is_utuh in self._nama.get(awal, ()):
                if tuple(polos[n : n + len(nama)]) != nama:
                    continue
                akhir = kata[n + len(nama) - 1][1]
                sela = teks[akhir : kata[n + len(nama)][0]] if n + len(nama) < len(kata) else ""
                lanjut = polos[n + len(nama)] if not sela.strip() and n + len(nama) < len(kata) else ""
                if is_utuh or not lanjut or lanjut[0].isdigit() or _LANJUTAN.fullmatch(lanjut):
                    yield Penyebutan(pokok, kata[n][0], akhir)


@per_dokumen
def peta_topik(dok: Dokumen) -> PetaTopik:
    """The topics of a document."""
    return PetaTopik(dok, indeks_kinerja(dok))


def _daftar_sebutan_pendek(daftar: list[Pokok]) -> Iterator[tuple[tuple[str, ...], Pokok, bool]]:
    """The ways in which prose names each indicator: the whole name, and its core where no other has that core."""
    lengkap = [_daftar_kata(p.nama) for p in daftar]
    inti = [_inti(kata) for kata in lengkap]
    for p, utuh, pendek in zip(daftar, lengkap, inti, strict=True):
        yield utuh, p, True
        if len(pendek) > 1 and pendek != utuh and inti.count(pendek) == 1:
            yield pendek, p, False


def _daftar_kata(teks: str) -> tuple[str, ...]:
    """The words and numbers by which a sentence and a name are compared, small."""
    return tuple(k.lower() for k in _KATA.findall(teks))


def _inti(kata: tuple[str, ...]) -> tuple[str, ...]:
    """ "persentase partisipasi pemilih dalam pemilihan" is spoken of as "partisipasi pemilih"."""
    if kata[0] not in _UKURAN:
        return kata
    akhir = next((n for n, k in enumerate(kata) if n > 1 and k in _TEMPAT), len(kata))
    return kata[1:akhir]
