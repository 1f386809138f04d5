"""KON: one series of years, told in a table, a chart and a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.checker.bacaan.angka_tercetak import read_sel
from akuntabel.core.checker.bacaan.gambar import daftar_data_gambar
from akuntabel.core.checker.bacaan.nama import kata_nama, kunci_nama
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.deret import Titik, find_deret_paragraf
from akuntabel.core.checker.kinerja.pokok import is_sepakat
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

_TAHUN = re.compile(r"(?:19|20)\d\d")
_AKHIR_TAHUN = re.compile(r",?\s*(?:tahun\s+)?(?:19|20)\d\d\s*(?:[-–]|s\.?d\.?|sampai(?: dengan)?)\s*(?:19|20)\d\d\.?$")
TITIK_SEJUMLAH = 3  # points that two series have in common, all but one alike, so that they are one series


@dataclass(frozen=True, slots=True)
class _Deret:
    """Figures by year; nama: of what they are, () where only the points can tell."""

    titik: dict[int, Titik]
    nama: tuple[str, ...]

    def find_beda(self, lain: "_Deret") -> list[int]:
        """The years in which the two differ, where they are one series for certain."""
        tahun = sorted(self.titik.keys() & lain.titik.keys())
        beda = [t for t in tahun if is_sepakat(self.titik[t].angka, lain.titik[t].angka) is False]
        if any(is_sepakat(self.titik[t].angka, lain.titik[t].angka) is None for t in tahun):
            return []
        is_senama = self.nama != () and self.nama == lain.nama
        is_serupa = self.titik.keys() <= lain.titik.keys() and len(tahun) >= TITIK_SEJUMLAH and len(beda) == 1
        return beda if is_serupa or (is_senama and len(beda) < len(tahun)) else []


def deret_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Deret angka per tahun dalam kalimat atau data grafik berbeda dari tabelnya.

    Yang diperiksa: angka per tahun dalam kalimat dan data grafik terhadap tabel perbandingan antartahun; keduanya satu
    deret bila namanya sama, atau bila paling sedikit tiga tahun sama dan semua angkanya sama kecuali satu.
    Mengapa penting: deret disalin dari tahun ke tahun, dan pembaca tidak tahu salinan mana yang benar.
    Perbaikan: samakan dengan tabelnya.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.2.b.
    """
    tabel = [d for t in dok.daftar_tabel for d in _daftar_deret_tabel(t)]
    salinan = [*_daftar_deret_gambar(dok), *_daftar_deret_kalimat(dok)]
    for d in salinan:
        asal = [a for a in tabel if a is not d and a.titik.keys() & d.titik.keys()]
        blok = {t.letak.blok for t in d.titik.values()}
        for a in asal:
            if {t.letak.blok for t in a.titik.values()} & blok:
                continue
            tahun = a.find_beda(d) if len(a.titik) < len(d.titik) else d.find_beda(a)
            dok.tandai(*(t.letak for n, t in d.titik.items() if n in a.titik and not tahun))
            for n in tahun:
                yield _bukti(d.titik[n], a.titik[n])
            if tahun:
                break


def _bukti(salinan: Titik, asal: Titik) -> Bukti:
    return Bukti(
        salinan.letak,
        salinan.angka.tertulis,
        asal.angka.tertulis,
        f"tahun {asal.tahun} pada {asal.letak} tertulis {asal.angka.tertulis}",
        "Samakan dengan tabelnya.",
        (asal.letak,),
        operan=(asal.letak,),
    )


def _daftar_deret_tabel(tabel: TabelTerbaca) -> Iterator[_Deret]:
    """The series of a table whose rows each are of one year: a new one begins where the years do not go on."""
    kolom = _find_kolom(tabel)
    if kolom is None or not tabel.caption or kolom[0] == 0:
        return
    kini: list[tuple[int, SelTerbaca, str]] = []
    for baris in tabel.baris:
        tahun, sel = baris[kolom[0]].teks.strip(), baris[kolom[1]]
        nama = next((s.teks for s in baris[: kolom[0]] if len(kata_nama(s.teks)) > 1), "")
        if not _TAHUN.fullmatch(tahun):
            continue
        if kini and (int(tahun) <= kini[-1][0] or _kode(nama) != _kode(kini[-1][2])):
            yield from _build(kini)
            kini = []
        kini.append((int(tahun), sel, nama))
    yield from _build(kini)


def _kode(nama: str) -> str:
    """The code in front of a name, by which rows of one indicator are known though each names its own event."""
    cocok = re.match(r"\d+(?:\.\d+)+", nama)
    return cocok[0] if cocok else ""


def _build(isi: Sequence[tuple[int, SelTerbaca, str]]) -> Iterator[_Deret]:
    titik = {n: Titik(n, a, s.letak) for n, s, _ in isi if (a := read_sel(s)) is not None}
    if len(titik) > 1:
        # The last row is of the year reported on and names the indicator itself.
        yield _Deret(titik, kunci_nama(isi[-1][2]))


def _find_kolom(tabel: TabelTerbaca) -> tuple[int, int] | None:
    """Year and realisasi, where each stands once."""
    kepala = [k.strip().lower() for k in tabel.kepala]
    tahun = [n for n, k in enumerate(kepala) if k == "tahun"]
    nilai = [n for n, k in enumerate(kepala) if k.startswith("realisasi")]
    return (tahun[0], nilai[0]) if len(tahun) == len(nilai) == 1 else None


def _daftar_deret_gambar(dok: Dokumen) -> Iterator[_Deret]:
    for judul, tabel in daftar_data_gambar(dok.naskah):
        kolom = _find_kolom(tabel)
        if kolom is None or len(tabel.kepala) > 2:
            continue
        nama = _AKHIR_TAHUN.sub("", judul)
        isi = [(b[kolom[0]].teks.strip(), b[kolom[1]]) for b in tabel.baris]
        bertahun = [(int(t), s, nama) for t, s in isi if _TAHUN.fullmatch(t)]
        if len({t for t, _, _ in bertahun}) == len(bertahun):
            yield from _build(bertahun)


def _daftar_deret_kalimat(dok: Dokumen) -> Iterator[_Deret]:
    for p in dok.daftar_paragraf:
        deret = find_deret_paragraf(p) if "%" in p.teks else None
        if deret is not None and len(deret.titik) >= TITIK_SEJUMLAH:
            yield _Deret({t.tahun: t for t in deret.titik}, ())


DAFTAR_ATURAN = (Aturan("KON018", "deret-berbeda", Tingkat.GALAT, deret_berbeda),)
