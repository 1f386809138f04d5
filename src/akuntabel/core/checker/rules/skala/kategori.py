"""SKL: the category beside a figure, against the report's own scale or the one of the regulation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_angka
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, read_sel, rentang_cetak
from akuntabel.core.checker.bacaan.kata import gabung_kata
from akuntabel.core.checker.bacaan.kolom import Kolom, Peran, daftar_kolom
from akuntabel.core.checker.bacaan.pita import PitaTercetak, SkalaTercetak, daftar_skala
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak, SelTerbaca, TabelTerbaca
from akuntabel.core.regulasi import load_skala

_PENANDA = r"\b(?:kategori|dikategorikan|predikat|kriteria|klasifikasi|tergolong)\b"
_ADA_KATEGORI = re.compile(_PENANDA, re.IGNORECASE)
_KALIMAT = re.compile(
    rf"(?P<angka>\d{{1,3}}(?:[.,]\d+)?)\s*(?:%|persen)(?P<antara>[^.;%\d]{{0,60}}?){_PENANDA}"
    r"[\s“\":]*(?:dengan |sebagai |dalam )?[\s“\"]*(?P<label>[^.,;()\d]{3,60})",
    re.IGNORECASE,
)
_KALIMAT_PENUH = re.compile(r"\brealisasi 100(?:,0+)?\s*% (?:\w+ ){1,3}target 100(?:,0+)?\s*%", re.IGNORECASE)
_UKURAN = re.compile(
    r"\b(capaian|pencapaian|kinerja|serapan|penyerapan|anggaran|nilai|indeks|skor|ikpa|partisipasi|efisiensi)\b",
    re.IGNORECASE,
)
_AKIP = re.compile(r"\b(s?akip|akuntabilitas kinerja)\b", re.IGNORECASE)
_KATA_AKIP = ("akip", "akuntabilitas kinerja")
_HURUF = r"(?P<huruf>AA|BB|CC|A|B|C|D)"
_NILAI = r"(?P<nilai>\d{1,3}(?:[.,]\d{1,2})?)"
_NILAI_AKIP = (
    re.compile(
        rf"(?<![\d.,/]){_NILAI}\s*(?:\((?:predikat |kategori )?"
        rf"|,?\s*(?:dengan )?(?:predikat|kategori|berpredikat)\s+[“\"]?){_HURUF}\b(?![+.])"
    ),
    re.compile(
        rf"\b(?:[Nn]ilai|[Pp]redikat|[Kk]ategori)\s+[“\"]?{_HURUF}[”\"]?\s*(?:\(|,?\s*dengan nilai\s+){_NILAI}"
        r"(?![\d.,]*\d)"
    ),
    re.compile(rf"^{_HURUF}\s*\({_NILAI}\)"),
)
TAHUN_SKALA_AKIP = 2016  # reports of earlier years cite evaluations by an older scale


def kategori_tidak_sesuai(dok: Dokumen) -> Iterator[Bukti]:
    """Kategori yang tertulis bukan kategori yang diberikan skala laporan itu sendiri.

    Yang diperiksa: kolom kategori di samping capaian, dan kalimat "capaian 80% … kategori Cukup", terhadap satu-satunya
    skala laporan atau bab itu; nilai pada batas ganda boleh memakai keduanya.
    Mengapa penting: kategori adalah kesimpulan yang dibaca orang; kategori yang keliru mengubah putusan.
    Perbaikan: samakan kategori dengan rentangnya, atau betulkan capaiannya.
    Dasar: skala kategori dalam laporan itu sendiri.
    """
    daftar = [s for s in daftar_skala(dok) if s.is_capaian and len({p.kategori for p in s.pita}) > 1]
    for tabel in dok.daftar_tabel:
        skala = _pick_skala(dok, daftar, tabel.letak)
        if skala is not None and tabel is not skala.tabel:
            yield from _periksa_tabel(dok, tabel, skala)
    for k in dok.daftar_kalimat_dengan("kategori", "predikat", "kriteria", "klasifikasi", "tergolong"):
        if not daftar or not _ADA_KATEGORI.search(k.teks):
            continue
        skala = _pick_skala(dok, daftar, k.paragraf.letak)
        for cocok in _KALIMAT.finditer(k.teks) if skala is not None else ():
            ukuran = _UKURAN.findall(k.teks[: cocok.start("angka")])
            if skala is None or not ukuran or ukuran[-1].lower() not in ("capaian", "pencapaian", "kinerja"):
                continue
            label = _label(cocok["label"], skala)
            if label is not None:
                letak = k.letak_bagian(cocok)
                dok.tandai(letak)
                rentang = _rentang(cocok["angka"])
                if rentang is not None and _KALIMAT_PENUH.search(k.teks):
                    rentang = _sampai_seratus(rentang)
                yield from _nilai(skala, rentang, cocok["angka"] + "%", label, letak)


def _pick_skala(dok: Dokumen, daftar: Sequence[SkalaTercetak], letak: Letak) -> SkalaTercetak | None:
    """The one scale of the report, or the one of the chapter; None where two could be meant."""
    berbeda = {s.batas for s in daftar}
    if len(berbeda) == 1:
        return daftar[0]
    bab = dok.find_bagian(letak).bab
    sebab = [s for s in daftar if bab and dok.find_bagian(s.letak).bab == bab]
    return sebab[0] if len({s.batas for s in sebab}) == 1 else None


def _periksa_tabel(dok: Dokumen, tabel: TabelTerbaca, skala: SkalaTercetak) -> Iterator[Bukti]:
    """Rows with one capaian and one category; a row with several years is left alone."""
    kolom = daftar_kolom(tabel)
    capaian = [k.indeks for k in kolom if k.peran is Peran.CAPAIAN]
    kategori = [k.indeks for k in kolom if k.peran is Peran.KATEGORI] or _kolom_label(tabel, skala)
    if len(capaian) != 1 or len(kategori) != 1:
        return
    for baris in tabel.baris:
        sel, tertulis = baris[capaian[0]], baris[kategori[0]]
        label = next((p.kategori for p in skala.pita if _polos(p.kategori) == _polos(tertulis.teks)), None)
        rentang = _rentang_sel(sel)
        if rentang is not None and _is_penuh(kolom, baris):
            rentang = _sampai_seratus(rentang)
        if label is not None and rentang is not None:
            dok.tandai(tertulis.letak)
            yield from (
                replace(b, operan=(sel.letak,)) for b in _nilai(skala, rentang, sel.teks, label, tertulis.letak)
            )


def _is_penuh(kolom: Sequence[Kolom], baris: Sequence[SelTerbaca]) -> bool:
    """Target and realisasi are both a full 100: then the capaian is not a hair above it."""
    peran = {k.peran: baris[k.indeks] for k in kolom if k.peran in (Peran.TARGET, Peran.REALISASI)}
    angka = [a.angka for sel in peran.values() if (a := read_sel(sel)) is not None]
    return len(peran) == len(angka) == 2 and all(a == 100 for a in angka)


def _sampai_seratus(rentang: Rentang) -> Rentang:
    return Rentang(min(rentang.bawah, Decimal(100)), min(rentang.atas, Decimal(100)))


def _kolom_label(tabel: TabelTerbaca, skala: SkalaTercetak) -> list[int]:
    """Columns that hold nothing but categories of the scale, whatever their header says."""
    label = {_polos(p.kategori) for p in skala.pita}
    return [
        n
        for n in range(len(tabel.kepala))
        if (isi := [_polos(b[n].teks) for b in tabel.baris if b[n].teks]) and set(isi) <= label
    ]


def _nilai(skala: SkalaTercetak, rentang: Rentang | None, tertulis: str, label: str, letak: Letak) -> Iterator[Bukti]:
    """Silent where the figure lies in no band: that is a fault of the scale."""
    cocok = [p for p in skala.pita if rentang is not None and _holds(skala.pita, p, rentang)]
    if cocok and not any(_polos(p.kategori) == _polos(label) for p in cocok):
        yield Bukti(
            letak,
            label,
            gabung_kata([p.kategori for p in cocok]),
            f"capaian {tertulis} masuk rentang “{cocok[0].tertulis}” pada {skala.judul}",
            "Samakan kategori dengan rentangnya, atau betulkan capaiannya.",
            (cocok[0].letak,),
            is_keputusan=True,
        )


def _holds(pita: Sequence[PitaTercetak], p: PitaTercetak, rentang: Rentang) -> bool:
    """A band without an upper end reaches up to the next one above it, one without a lower down to the next below."""
    if not p.holds(rentang.bawah, rentang.atas):
        return False
    urut = pita.index(p)
    atas = [q.bawah for q in pita[:urut] if q.bawah is not None]
    bawah = [q.atas for q in pita[urut + 1 :] if q.atas is not None]
    if p.atas is None and atas and rentang.bawah > min(atas):
        return False
    return not (p.bawah is None and bawah and rentang.atas < max(bawah))


def _rentang_sel(sel: SelTerbaca) -> Rentang | None:
    angka = read_sel(sel)
    return None if angka is None or angka.satuan not in ("", "%") else rentang_cetak(angka)


def _rentang(teks: str) -> Rentang | None:
    try:
        angka = parse_angka(teks)
    except AngkaTidakTerbacaError:
        return None
    return None if angka.angka is None or angka.is_meragukan else rentang_cetak(angka)


def _label(teks: str, skala: SkalaTercetak) -> str | None:
    """The longest category with which the text begins."""
    polos = _polos(teks) + " "
    cocok = [p.kategori for p in skala.pita if polos.startswith(_polos(p.kategori) + " ")]
    return max(cocok, key=len, default=None)


@lru_cache(maxsize=1024)  # the categories of a scale are compared with every row
def _polos(teks: str) -> str:
    return " ".join(re.findall(r"\w+", teks.lower()))


def predikat_akip_tidak_sesuai(dok: Dokumen) -> Iterator[Bukti]:
    """Predikat AKIP bukan predikat dari nilainya.

    Yang diperiksa: "62 (BB)", "Nilai A (83)" dan sejenisnya pada baris atau kalimat tentang akuntabilitas kinerja.
    Mengapa penting: predikat menentukan penghargaan dan dipakai sebagai realisasi indikator.
    Perbaikan: samakan predikat dengan nilainya menurut hasil evaluasi.
    Dasar: PermenPANRB 88/2021 dan PermenPANRB 12/2015.
    """
    if dok.tahun is None or dok.tahun < TAHUN_SKALA_AKIP:
        return
    for k in dok.daftar_kalimat_dengan(*_KATA_AKIP):
        if _AKIP.search(k.teks):
            for cocok in (m for pola in _NILAI_AKIP for m in pola.finditer(k.teks)):
                yield from _predikat(dok, cocok, k.letak_bagian(cocok))
    for sel in _sel_akip(dok):
        cocok_sel = next((m for pola in _NILAI_AKIP if (m := pola.search(sel.teks))), None)
        if cocok_sel:
            yield from _predikat(dok, cocok_sel, sel.letak)


def _sel_akip(dok: Dokumen) -> Iterator[SelTerbaca]:
    """The cells of rows about the evaluation of performance accountability."""
    for tabel in dok.daftar_tabel:
        for baris in tabel.baris:
            teks = " | ".join(s.teks for s in baris)
            if any(x in teks.lower() for x in _KATA_AKIP) and _AKIP.search(teks):
                yield from baris


def _predikat(dok: Dokumen, cocok: re.Match[str], letak: Letak) -> Iterator[Bukti]:
    rentang = _rentang(cocok["nilai"])
    if rentang is None or rentang.bawah > 100:
        return
    dok.tandai(letak)
    benar = list(dict.fromkeys(_predikat_dari(n) for n in (rentang.atas, rentang.bawah)))
    if cocok["huruf"] not in benar:
        yield Bukti(
            letak,
            cocok[0].strip(),
            benar[-1],
            f"nilai {cocok['nilai']} berpredikat {benar[-1]} menurut skala evaluasi AKIP",
            "Samakan predikat dengan nilainya menurut hasil evaluasi.",
            is_keputusan=True,
        )


def _predikat_dari(nilai: Decimal) -> str:
    pita = load_skala("nilai-akip").pita
    return next((p.label for p in pita if nilai > p.batas or (p.inklusif and nilai == p.batas)), pita[-1].label)


DAFTAR_ATURAN = (
    Aturan("SKL006", "kategori-tidak-sesuai", Tingkat.GALAT, kategori_tidak_sesuai),
    Aturan("SKL008", "predikat-akip-tidak-sesuai", Tingkat.GALAT, predikat_akip_tidak_sesuai),
)
