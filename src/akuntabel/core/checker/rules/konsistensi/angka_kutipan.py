"""KON: figures that a sentence takes over from a table or from another sentence."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.baca_angka import AngkaTertulis
from akuntabel.core.checker.bacaan.kolom import Peran, daftar_kolom
from akuntabel.core.checker.bacaan.prosa import AngkaProsa, JenisAngka, Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.pokok import Pokok, Sebutan, Ukuran, indeks_kinerja, is_sepakat, read_nilai
from akuntabel.core.checker.kinerja.topik import peta_topik
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

_BATAS = re.compile(r"\b(?:paling (?:rendah|tinggi)|maksimal|minimal)\s*$", re.IGNORECASE)
_DIBATASI = re.compile(r"\bcapaian\b.{0,40}\bdibatasi\b", re.IGNORECASE)
_DIHITUNG = re.compile(r"\(dihitung(?: sebagai)?\s*$", re.IGNORECASE)
_BANDING_TAHUN = re.compile(
    r"\bdibanding(?:kan)?(?: dengan)?(?: tahun)? (?P<tahun>(?:19|20)\d\d)\b[^.;]*$", re.IGNORECASE
)
_POIN = re.compile(r"\s*(?:%\s*)?poin\b", re.IGNORECASE)
_PERUBAHAN = re.compile(r"\bperubahan\b", re.IGNORECASE)
_SELISIH = re.compile(r"\b(?:selisih\w*|melampaui|berbeda)\b[^.;%\d]*$", re.IGNORECASE)
_NASIONAL = re.compile(r"\bnasional\b[^.;%\d]*$", re.IGNORECASE)
_PEMBANDING = re.compile(r"pembanding|standar|nasional", re.IGNORECASE)
_BELUM = re.compile(r"\s*(?:belum|tidak|sudah|telah)\s+(?:mencapai|sampai)\s+", re.IGNORECASE)
_CAPAIAN = re.compile(r"\bcapaian\b[^.;\d%]*(?:\d[^.;\d%]*)?$", re.IGNORECASE)
SERATUS = Decimal(100)
_CACAHAN = re.compile(r"\d{3}|\d{1,3}(?:\.\d{3})+")
COCOK_TERSEDIKIT = 2  # other figures of a paragraph that stand in the table it quotes


def kutipan_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Angka yang diambil kalimat dari tabel atau kalimat lain tidak sama dengan asalnya.

    Yang diperiksa: "(dihitung 120%)" terhadap batas capaian yang dinyatakan; "capaian … belum mencapai 100%";
    "dibandingkan 2019, berubah +4 poin" terhadap realisasi kedua tahun; selisih dan angka nasional terhadap tabel di
    bawah judul yang sama; dan satu cacahan yang berbeda satu angka dari tabel, sedangkan cacahan lain dalam paragraf
    itu ada di dalamnya.
    Mengapa penting: angka yang disalin dengan tangan tertinggal ketika tabelnya berubah.
    Perbaikan: samakan kalimat dengan tabelnya.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.2.
    """
    yield from _periksa_batas(dok)
    yield from _periksa_seratus(dok)
    yield from _periksa_perubahan(dok)
    yield from _periksa_tabel_sejudul(dok)
    yield from _periksa_nyaris(dok)


def _bukti(a: AngkaProsa, hitung: str, penjelasan: str) -> Bukti:
    return Bukti(a.letak, a.teks, hitung, penjelasan, "Samakan kalimat dengan asal angkanya.")


def _periksa_batas(dok: Dokumen) -> Iterator[Bukti]:
    """What a capaian was counted as, against the cap and the floor that the report states."""
    batas, dihitung = [], []
    for k in dok.daftar_kalimat_dengan("(dihitung", "paling", "maksimal", "minimal"):
        for a in k.daftar_angka:
            sebelum = k.teks[: a.awal]
            if _DIHITUNG.search(sebelum):
                dihitung.append(a)
            elif _BATAS.search(sebelum) and _DIBATASI.search(k.teks):
                batas.append(a)
    if not batas or not dihitung:
        return
    dok.tandai(*(a.letak for a in (*batas, *dihitung)))
    nilai = {a.nilai.angka for a in batas}
    sebutan = " atau ".join(a.teks for a in batas)
    salah = [a for a in dihitung if a.nilai.angka not in nilai]
    if len(salah) > 1 and len({a.nilai.angka for a in salah}) == 1:  # many agree with each other: the statement is off
        yield Bukti(
            batas[-1].letak,
            batas[-1].teks,
            salah[0].teks,
            f"capaian dihitung {salah[0].teks} pada {len(salah)} tempat",
            "Samakan batas yang dinyatakan dengan yang dipakai.",
            tuple(a.letak for a in salah),
        )
        return
    for a in salah:
        yield _bukti(a, sebutan, f"batas capaian yang dinyatakan adalah {sebutan}")


def _periksa_seratus(dok: Dokumen) -> Iterator[Bukti]:
    """What a capaian has not reached is 100: it is already measured against its target."""
    for k in dok.daftar_kalimat_dengan("capaian"):
        for satu, dua in pairwise(k.daftar_angka):
            sela = k.teks[satu.akhir : dua.awal]
            is_persen = satu.jenis is dua.jenis is JenisAngka.PERSEN
            if not is_persen or not _BELUM.fullmatch(sela) or not _CAPAIAN.search(k.teks[: satu.awal]):
                continue
            dok.tandai(dua.letak)
            if dua.nilai.angka != SERATUS:
                yield _bukti(dua, "100%", "capaian dihitung terhadap targetnya, sehingga penuhnya 100%")


def _periksa_perubahan(dok: Dokumen) -> Iterator[Bukti]:
    """ "Dibandingkan 2019, … +4,00 poin": the difference of the realisasi of two years."""
    indeks, peta = indeks_kinerja(dok), peta_topik(dok)
    pokok: Pokok | None = None
    blok = 0
    terkait = {k.blok for k in dok.daftar_kalimat_dengan("dibanding")}
    for k in (k for k in dok.daftar_kalimat if k.blok in terkait):
        pokok = pokok if k.blok == blok else peta.find(k).indikator
        blok = k.blok
        pokok = next((x.pokok for x in reversed(peta.daftar_penyebutan(k))), pokok)
        for a in k.daftar_angka if pokok is not None else ():
            banding = _BANDING_TAHUN.search(k.teks[: a.awal]) if _POIN.match(k.teks, a.akhir) else None
            if banding is None or pokok is None:
                continue
            kini, lalu = (
                [s for s in indeks.daftar_sebutan if _is_realisasi(s.pokok is pokok, s.ukuran, s.tahun, tahun)]
                for tahun in (dok.tahun, int(banding["tahun"]))
            )
            beda = _perubahan_tercetak(kini, banding["tahun"])
            beda = beda or _selisih([s.angka for s in kini], [s.angka for s in lalu])
            if beda is None or a.nilai.angka is None:
                continue
            dok.tandai(a.letak)
            nilai, lebar = beda
            if abs(a.nilai.angka - nilai) > lebar + (a.nilai.setengah_lebar if lebar else 0):
                rinci = f"realisasi {dok.tahun} dikurangi realisasi {banding['tahun']} indikator “{pokok.nama}”"
                bukti = _bukti(a, format_angka(nilai, a.nilai.desimal, bertanda=True), rinci)
                yield replace(bukti, operan=tuple(s.sel.letak for s in (*kini, *lalu)))


def _perubahan_tercetak(kini: Sequence[Sebutan], lalu: str) -> tuple[Decimal, Decimal] | None:
    """The change that a table prints beside this year's row, where the row above it is of the year compared with."""
    for s in kini:
        kolom = [n for n, k in enumerate(s.tabel.kepala) if _PERUBAHAN.search(k)]
        baris = s.tabel.baris[max(0, s.sel.letak.baris - 2) : s.sel.letak.baris]
        angka = read_nilai(baris[-1][kolom[0]].teks) if len(kolom) == 1 else None
        if angka is None or angka.angka is None or len(baris) < 2 or all(x.teks != lalu for x in baris[0]):
            continue
        if baris[0][0].teks.split()[:1] == baris[1][0].teks.split()[:1]:  # of one indicator
            return angka.angka, angka.setengah_lebar
    return None


def _is_realisasi(is_pokok: bool, ukuran: Ukuran, tahun: int | None, harap: int | None) -> bool:
    return is_pokok and ukuran is Ukuran.REALISASI and tahun == harap


def _selisih(
    kini: Sequence[AngkaTertulis | None], lalu: Sequence[AngkaTertulis | None]
) -> tuple[Decimal, Decimal] | None:
    """The first figure less the second, and how far rounding may have moved it; None where one is no figure."""
    a = next((x for x in kini if x is not None and x.angka is not None), None)
    b = next((x for x in lalu if x is not None and x.angka is not None), None)
    if a is None or b is None or a.angka is None or b.angka is None:
        return None
    return a.angka - b.angka, _lebar(a) + _lebar(b)


def _lebar(a: AngkaTertulis) -> Decimal:
    """How far rounding may have moved a figure: not at all where things are counted whole."""
    is_dicacah = not a.desimal and a.satuan.strip().lower() not in ("", "%", "persen", "poin")
    return Decimal(0) if is_dicacah else a.setengah_lebar


def _periksa_tabel_sejudul(dok: Dokumen) -> Iterator[Bukti]:
    """A difference or a national figure, against the table under the same heading."""
    for k in dok.daftar_kalimat_dengan("poin", "nasional"):
        for a in k.daftar_angka:
            sebelum = k.teks[: a.awal]
            if _POIN.match(k.teks, a.akhir) and _SELISIH.search(sebelum):
                sel = [s for t in _tabel_sejudul(dok, k) for s in _kolom_angka(t, Peran.SELISIH)]
            elif a.jenis is JenisAngka.PERSEN and _NASIONAL.search(sebelum):
                sel = [s for t in _tabel_sejudul(dok, k) if _is_pembanding(t) for s in _sel_pembanding(t)]
            else:
                continue
            nilai = [(s, n) for s in sel if (n := read_nilai(s.teks)) is not None]
            if not nilai or (len(nilai) > 1 and _SELISIH.search(sebelum)):
                continue
            dok.tandai(a.letak)
            if not any(is_sepakat(a.nilai, n) for _, n in nilai):
                yield _bukti(a, " atau ".join(s.teks for s, _ in nilai), f"menurut {nilai[0][0].letak.tabel}")


def _tabel_sejudul(dok: Dokumen, k: Kalimat) -> list[TabelTerbaca]:
    judul = dok.find_bagian(k.paragraf.letak).judul
    return [t for t in dok.daftar_tabel if judul and dok.find_bagian(t.letak).judul == judul]


def _kolom_angka(tabel: TabelTerbaca, peran: Peran) -> list[SelTerbaca]:
    letak = [k.indeks for k in daftar_kolom(tabel) if k.peran is peran]
    return [b[letak[0]] for b in tabel.baris] if len(letak) == 1 else []


def _is_pembanding(tabel: TabelTerbaca) -> bool:
    return any(_PEMBANDING.search(k) for k in (tabel.caption, *tabel.kepala))


def _sel_pembanding(tabel: TabelTerbaca) -> list[SelTerbaca]:
    """The cells of the benchmark's own value: under "Nilai", or under a header that names it."""
    letak = [
        n
        for n, k in enumerate(tabel.kepala)
        if k.lower().strip() == "nilai" or (_PEMBANDING.search(k) and "pembanding" not in k.lower())
    ]
    return [b[n] for b in tabel.baris for n in letak]


def _periksa_nyaris(dok: Dokumen) -> Iterator[Bukti]:
    """One count of a paragraph off by a digit from the table in which its other counts stand."""
    isi = [
        (t, {s.teks.strip() for b in t.baris for s in b if _CACAHAN.fullmatch(s.teks.strip())})
        for t in dok.daftar_tabel
    ]
    per_blok: dict[int, list[AngkaProsa]] = defaultdict(list)
    for k in dok.daftar_kalimat:
        per_blok[k.blok] += [a for a in k.daftar_angka if _is_cacahan(a)]
    semua = set().union(*(sel for _, sel in isi))
    for angka in per_blok.values():
        asing = [a for a in angka if a.teks not in semua]
        if len(asing) != 1 or len(angka) <= COCOK_TERSEDIKIT:
            continue
        disebut = {a.teks for a in angka}
        for tabel, sel in isi:
            if len(disebut & sel) < max(COCOK_TERSEDIKIT, len(disebut) - 2):
                continue
            mirip = [t for t in sel if t not in disebut and _is_beda_satu(asing[0].teks, t)]
            if len(mirip) == 1:
                dok.tandai(asing[0].letak)
                yield _bukti(asing[0], mirip[0], f"angka lain dalam paragraf ini diambil dari {tabel.nama}")
                break


def _is_cacahan(a: AngkaProsa) -> bool:
    return a.jenis is JenisAngka.BILANGAN and _CACAHAN.fullmatch(a.teks) is not None


def _is_beda_satu(satu: str, dua: str) -> bool:
    """One digit wrong, or two neighbours changed about."""
    a, b = (t.replace(".", "") for t in (satu, dua))
    if len(a) != len(b):
        return False
    beda = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(beda) <= 1 or (len(beda) == 2 and Counter(a) == Counter(b) and beda[1] - beda[0] == 1)


DAFTAR_ATURAN = (Aturan("KON016", "kutipan-berbeda", Tingkat.GALAT, kutipan_berbeda),)
