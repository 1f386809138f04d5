"""SKL: the bands that turn a figure into a word."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.bacaan.angka_tercetak import read_sel
from akuntabel.core.checker.bacaan.kata import gabung_kata
from akuntabel.core.checker.bacaan.pita import PitaTercetak, SkalaTercetak, daftar_skala, parse_pita
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

_TERCAPAI = re.compile(r"\b(?:telah|sudah)?\s*(?:mencapai|memenuhi|melampaui|melebihi) (?:\w+ )?target", re.IGNORECASE)
_BELUM = re.compile(r"\b(mendekati|hampir|belum|tidak|kurang|sebagian)\b", re.IGNORECASE)
_PREDIKAT = re.compile(r"WTP(?:-DPP)?|WDP|TMP|AA|BB|CC|[A-D]", re.IGNORECASE)
_KOLOM_HURUF = re.compile(r"\b(kode|huruf|predikat|mutu|kategori|kriteria|keterangan|no)\b", re.IGNORECASE)


def pita_bertumpuk(dok: Dokumen) -> Iterator[Bukti]:
    """Dua rentang kategori memuat nilai yang sama.

    Yang diperiksa: rentang "71 – 91" di samping "91 – 100", dalam tabel maupun daftar.
    Mengapa penting: nilai di batasnya mempunyai dua kategori, dan yang dipilih dapat diperdebatkan.
    Perbaikan: tulis batas bawah saja, misalnya "mulai 91" dan "mulai 71".
    Dasar: PermenPANRB 88/2021 memakai batas yang tidak bertumpuk.
    """
    for skala in daftar_skala(dok):
        for tinggi, rendah in pairwise(skala.pita):
            if tinggi.bawah is None or rendah.atas is None:
                continue
            if rendah.atas > tinggi.bawah or (rendah.atas == tinggi.bawah and rendah.atas_ikut and tinggi.bawah_ikut):
                yield Bukti(
                    rendah.letak,
                    rendah.tertulis,
                    f"batas atas di bawah {format_angka(tinggi.bawah)}",
                    f"nilai {format_angka(rendah.atas)} juga masuk “{tinggi.tertulis}”",
                    "Tulis batas bawah saja, agar setiap nilai masuk tepat satu kategori.",
                )


def pita_bercelah(dok: Dokumen) -> Iterator[Bukti]:
    """Di antara dua rentang kategori ada nilai desimal yang tidak masuk kategori mana pun.

    Yang diperiksa: rentang "51 – 70" di samping "71 – 90", padahal capaian ditulis dengan desimal.
    Mengapa penting: capaian 70,5 tidak mempunyai kategori.
    Perbaikan: tulis batas bawah saja, misalnya "mulai 71" dan "mulai 51".
    Dasar: aritmetika.
    """
    capaian = [s for _, s in _daftar_capaian(dok)]
    is_bulat = bool(capaian) and not any(re.search(r"\d[.,]\d{1,2}(?!\d)", s.teks) for s in capaian)
    for skala in daftar_skala(dok):
        for tinggi, rendah in pairwise(skala.pita):
            if _ada_celah(tinggi, rendah) and not (is_bulat and _celah_satu(tinggi, rendah)):
                atas, bawah = format_angka(tinggi.bawah or 0), format_angka(rendah.atas or 0)
                yield Bukti(
                    rendah.letak,
                    rendah.tertulis,
                    f"sampai kurang dari {atas}",
                    f"nilai {bawah} tidak berkategori"
                    if tinggi.bawah == rendah.atas
                    else f"nilai di antara {bawah} dan {atas} tidak berkategori",
                    "Tulis batas bawah saja, agar setiap nilai masuk tepat satu kategori.",
                )


def _ada_celah(tinggi: PitaTercetak, rendah: PitaTercetak) -> bool:
    """A hole; "90,99" beside "91" leaves none to figures that are printed with two decimals."""
    if tinggi.bawah is None or rendah.atas is None:
        return False
    if tinggi.bawah == rendah.atas:
        return not (tinggi.bawah_ikut or rendah.atas_ikut)
    desimal = max(-int(n.as_tuple().exponent) for n in (tinggi.bawah, rendah.atas))
    return rendah.atas < tinggi.bawah and not (desimal and tinggi.bawah - rendah.atas <= Decimal(1).scaleb(-desimal))


def _celah_satu(tinggi: PitaTercetak, rendah: PitaTercetak) -> bool:
    """ "51 – 70" and "71 – 90": nothing is lost where every figure is whole."""
    return tinggi.bawah is not None and rendah.atas is not None and tinggi.bawah - rendah.atas <= 1


def dua_skala(dok: Dokumen) -> Iterator[Bukti]:
    """Satu laporan memakai dua skala kategori capaian yang berbeda.

    Yang diperiksa: batas-batas pada semua skala capaian, dalam tabel maupun daftar.
    Mengapa penting: hasil yang sama mendapat dua sebutan, misalnya di Bab III dan Bab IV.
    Perbaikan: pakai satu skala di seluruh laporan.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2.
    """
    daftar = [s for s in daftar_skala(dok) if s.is_capaian]
    for skala in daftar[1:]:
        if skala.batas != daftar[0].batas:
            pertama = "tabel kategori pertama" if daftar[0].judul == "tabel kategori" else daftar[0].judul
            yield Bukti(
                skala.letak,
                skala.judul,
                f"skala yang sama dengan {pertama}",
                "batas-batas kedua skala berbeda",
                "Pakai satu skala di seluruh laporan.",
                (daftar[0].letak,),
            )


def keterangan_pita_keliru(dok: Dokumen) -> Iterator[Bukti]:
    """Rentang yang memuat nilai di bawah 100 diberi keterangan "telah mencapai target".

    Yang diperiksa: keterangan setiap rentang skala capaian; "mendekati target" atau "hampir mencapai" dibiarkan.
    Mengapa penting: capaian di bawah 100% belum mencapai target, tetapi pembaca diberi tahu sebaliknya.
    Perbaikan: tulis "mendekati target", atau mulai rentangnya dari 100.
    Dasar: PermenPANRB 53/2014: capaian adalah realisasi dibandingkan target.
    """
    for skala in daftar_skala(dok):
        for p in skala.pita if skala.is_capaian else ():
            if p.bawah is None or p.bawah >= 100 or _BELUM.search(p.keterangan):
                continue
            cocok = _TERCAPAI.search(p.keterangan)
            if cocok:
                seluruhnya = p.atas is not None and p.atas < 100
                yield Bukti(
                    p.letak,
                    f"{p.tertulis}: {cocok[0].strip()}",
                    "belum mencapai target" if seluruhnya else "hanya nilai 100 yang mencapai target",
                    f"capaian {format_angka(p.bawah)} di bawah 100, jadi targetnya belum tercapai",
                    "Tulis “mendekati target”, atau mulai rentangnya dari 100.",
                    tingkat=None if seluruhnya else Tingkat.INFO,
                )


def capaian_di_luar_skala(dok: Dokumen) -> Iterator[Bukti]:
    """Capaian yang dilaporkan tidak masuk rentang mana pun dari skala laporan itu sendiri.

    Yang diperiksa: capaian pada tabel pengukuran terhadap rentang tertinggi dan terendah setiap skala capaian.
    Mengapa penting: hasil di atas 100% tidak dapat diberi kategori bila skalanya berhenti di 100.
    Perbaikan: tambahkan rentang untuk nilai itu, atau nyatakan bahwa capaian dibatasi.
    Dasar: aritmetika.
    """
    capaian = list(_daftar_capaian(dok))
    for skala in daftar_skala(dok):
        teratas, terbawah = skala.pita[0], skala.pita[-1]
        if not skala.is_capaian:
            continue
        lebih = [(n, s) for n, s in capaian if teratas.atas is not None and n > teratas.atas]
        # A scale that begins at 0 also means what fell below it.
        kurang = [(n, s) for n, s in capaian if terbawah.bawah and n < terbawah.bawah]
        for p, daftar in ((teratas, lebih), (terbawah, kurang)):
            if daftar:
                nilai = list(dict.fromkeys(s.teks for _, s in sorted(daftar, key=lambda d: d[0])))
                yield Bukti(
                    p.letak,
                    p.tertulis,
                    f"rentang yang juga memuat {gabung_kata(nilai[:5])}",
                    f"capaian yang dilaporkan tidak masuk kategori mana pun pada {skala.judul}",
                    "Tambahkan rentangnya, atau nyatakan bahwa capaian dibatasi.",
                    tuple(s.letak for _, s in daftar),
                )


def _daftar_capaian(dok: Dokumen) -> Iterator[tuple[Decimal, SelTerbaca]]:
    """Every capaian of the performance tables that is a figure."""
    for r in dok.daftar_kinerja:
        for baris in r.tabel.baris if r.capaian is not None else ():
            sel = baris[r.capaian or 0]
            angka = read_sel(sel)
            if angka is not None and angka.angka is not None:
                yield angka.angka, sel


def predikat_pada_pita(dok: Dokumen) -> Iterator[Bukti]:
    """Predikat seperti WTP atau B diletakkan pada rentang persen.

    Yang diperiksa: isi baris rentang pada tabel kategori yang selebihnya berisi angka.
    Mengapa penting: predikat bukan persen, jadi tidak mempunyai tempat pada skala itu.
    Perbaikan: ubah dulu menjadi capaian menurut urutan predikat, atau laporkan terpisah.
    Dasar: PermenPANRB 88/2021 memberi predikat skalanya sendiri.
    """
    for skala in daftar_skala(dok):
        if skala.tabel is None or not skala.is_capaian:
            continue
        sel = _sel_predikat(skala, skala.tabel)
        if sel:
            yield Bukti(
                sel[0].letak,
                gabung_kata(list(dict.fromkeys(s.teks for s in sel))),
                "capaian dalam persen",
                "predikat diletakkan pada rentang persen, di antara angka",
                "Ubah menjadi capaian menurut urutan predikat, atau laporkan terpisah.",
                tuple(s.letak for s in sel[1:]),
            )


def kategori_kembar(dok: Dokumen) -> Iterator[Bukti]:
    """Dua rentang pada satu skala memakai kategori yang sama.

    Yang diperiksa: kategori setiap rentang pada skala dalam tabel maupun daftar.
    Mengapa penting: dua hasil yang berbeda mendapat sebutan yang sama, dan satu sebutan hilang.
    Perbaikan: beri setiap rentang kategorinya sendiri.
    Dasar: aritmetika.
    """
    for skala in daftar_skala(dok):
        dipakai: dict[str, PitaTercetak] = {}
        for p in skala.pita:
            pertama = dipakai.setdefault(p.kategori.strip().lower(), p)
            if pertama is not p and p.kategori.strip(" -–"):
                yield Bukti(
                    p.letak,
                    f"{p.tertulis}: {p.kategori}",
                    "kategori yang lain",
                    f"“{p.kategori}” sudah dipakai rentang “{pertama.tertulis}”",
                    "Beri setiap rentang kategorinya sendiri.",
                    (pertama.letak,),
                )


def _sel_predikat(skala: SkalaTercetak, tabel: TabelTerbaca) -> Sequence[SelTerbaca]:
    kolom = [n for n, k in enumerate(tabel.kepala) if not _KOLOM_HURUF.search(k)]
    kategori = {p.kategori for p in skala.pita}
    isi = [
        b[n]
        for b in tabel.baris
        for n in kolom
        if b[n].teks and b[n].teks not in kategori and parse_pita(b[n].teks) is None
    ]
    ada_angka = any(re.fullmatch(r"\d{1,3}(?:[.,]\d+)?\s*%?", s.teks) for s in isi)
    return [s for s in isi if _PREDIKAT.fullmatch(s.teks)] if ada_angka else []


DAFTAR_ATURAN = (
    Aturan("SKL001", "pita-bertumpuk", Tingkat.PERINGATAN, pita_bertumpuk),
    Aturan("SKL002", "pita-bercelah", Tingkat.INFO, pita_bercelah),
    Aturan("SKL003", "dua-skala", Tingkat.GALAT, dua_skala),
    Aturan("SKL004", "keterangan-pita-keliru", Tingkat.PERINGATAN, keterangan_pita_keliru),
    Aturan("SKL005", "capaian-di-luar-skala", Tingkat.PERINGATAN, capaian_di_luar_skala),
    Aturan("SKL007", "predikat-pada-pita", Tingkat.INFO, predikat_pada_pita),
    Aturan("SKL009", "kategori-kembar", Tingkat.PERINGATAN, kategori_kembar),
)
