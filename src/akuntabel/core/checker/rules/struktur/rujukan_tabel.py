"""STR: captions and what stands under them, and sentences that refer to a table."""

import re
from collections.abc import Iterator, Sequence

from akuntabel.core.checker.bacaan.daftar_depan import daftar_baris_daftar
from akuntabel.core.checker.bacaan.judul_bernomor import (
    JudulBernomor,
    RujukanTabel,
    daftar_judul_bernomor,
    daftar_rujukan,
    parse_baris_daftar,
)
from akuntabel.core.checker.bacaan.kata import daftar_kata, kata_isi
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import ParagrafTerbaca, TabelTerbaca

# A reference into another document: "Laporan Kinerja 2019, Tabel 3.2", "Tabel 2.3 sumber".
_DOKUMEN = (
    r"(?:sumber|laporan|lkj\w*|lakip|renstra|rencana|peraturan|permen\w*|keputusan|lampiran|rpjm\w*|buku|publikasi"
    r"|dokumen|statistik)"
)
_ASING_KIRI = re.compile(rf"\b{_DOKUMEN}\b[^.]{{0,90}}$", re.IGNORECASE)
_ASING_KANAN = re.compile(rf"^\s*(?:\)|,)?\s*(?:dari|dalam|pada|di)?\s*{_DOKUMEN}\b", re.IGNORECASE)
_BERIKUT = re.compile(
    r"(?:sebagai|seperti|pada tabel)?\s*(?:berikut|di ?bawah(?: ini)?)\s*(?:ini)?\s*[:.]?\s*$", re.IGNORECASE
)
_TERPERCAYA = ("docx", "html", "txt")  # forms in which the reader sees a table if there is one
KATA_PENGANTAR = 4  # words before "sebagai berikut" that say what follows


def rujukan_tanpa_tabel(dok: Dokumen) -> Iterator[Bukti]:
    """Kalimat merujuk tabel atau gambar yang tidak ada.

    Yang diperiksa: setiap "Tabel 3.9" dalam kalimat terhadap nomor-nomor judul; rujukan ke dokumen lain dibiarkan.
    Mengapa penting: pembaca tidak dapat memeriksa yang dikatakan kalimat itu.
    Perbaikan: betulkan nomornya, sebaiknya dengan rujukan silang otomatis.
    Dasar: tata naskah dinas.
    """
    judul = daftar_judul_bernomor(dok)
    ada = {(j.jenis, j.nomor) for j in judul}
    hilang: dict[tuple[str, tuple[str, ...]], list[RujukanTabel]] = {}
    for r in _rujukan_sendiri(dok):
        if any(j.jenis == r.jenis for j in judul):
            dok.tandai(r.letak)
            if (r.jenis, r.nomor) not in ada:
                hilang.setdefault((r.jenis, r.nomor), []).append(r)
    for daftar in hilang.values():
        yield Bukti(
            daftar[0].letak,
            daftar[0].sebutan,
            f"nomor {daftar[0].jenis.lower()} yang ada",
            f"tidak ada {daftar[0].jenis.lower()} berjudul {daftar[0].sebutan}",
            "Betulkan nomornya, sebaiknya dengan rujukan silang otomatis.",
            tuple(r.letak for r in daftar[1:]),
        )


def _rujukan_sendiri(dok: Dokumen) -> Iterator[RujukanTabel]:
    """Mentions of this document's own tables."""
    for r in daftar_rujukan(dok):
        kiri, kanan = r.kalimat.teks[: r.awal], r.kalimat.teks[r.akhir :]
        if not (r.kalimat.paragraf.teks.startswith("Sumber") or _ASING_KIRI.search(kiri) or _ASING_KANAN.match(kanan)):
            yield r


def rujukan_tabel_keliru(dok: Dokumen) -> Iterator[Bukti]:
    """Kalimat menunjuk tabel yang bukan isinya, padahal tabel lain cocok dengan kata-katanya.

    Yang diperiksa: kata-kata tepat sebelum "sebagai berikut:" terhadap judul tabel di bawahnya dan tabel sesudahnya;
    juga nomor tabel yang dirujuk kalimat, bila tabel tepat di bawahnya tidak dirujuk di mana pun.
    Mengapa penting: pembaca mengira tabel itulah bukti dari kalimatnya.
    Perbaikan: tukar rujukannya, sebaiknya dengan rujukan silang otomatis.
    Dasar: tata naskah dinas.
    """
    judul = daftar_judul_bernomor(dok)
    yield from _pengantar_keliru(dok, judul)
    yield from _nomor_keliru(dok, judul)


def _pengantar_keliru(dok: Dokumen, judul: Sequence[JudulBernomor]) -> Iterator[Bukti]:
    """The table under the sentence shares no word with it; exactly one of the next tables is all in it."""
    satker = frozenset(daftar_kata(dok.satker))
    paragraf = {p.letak.blok: p for p in dok.daftar_paragraf}
    tabel = [j for j in judul if j.tabel is not None]
    for n, j in enumerate(tabel):
        pengantar = _pengantar(paragraf, j)
        if pengantar is None:
            continue
        kata = kata_isi(_BERIKUT.sub("", pengantar.teks), satker)[-KATA_PENGANTAR:]
        if len(kata) < 2 or set(kata) & set(kata_isi(j.judul, satker)):
            continue
        lain = [
            x
            for x in tabel[n + 1 : n + 4]
            if x.bab == j.bab and len(_sama := set(kata_isi(x.judul, satker))) >= 2 and _sama <= set(kata)
        ]
        if len(lain) == 1:
            yield Bukti(
                pengantar.letak,
                f"… {' '.join(kata[-3:])} … berikut: {j.sebutan} {j.judul}",
                f"{lain[0].sebutan} {lain[0].judul}",
                f"{j.sebutan} tidak memuat yang disebut kalimat pengantarnya",
                "Tukar rujukannya, sebaiknya dengan rujukan silang otomatis.",
                (j.letak, lain[0].letak),
            )


def _pengantar(paragraf: dict[int, ParagrafTerbaca], j: JudulBernomor) -> ParagrafTerbaca | None:
    """The paragraph that leads to a table: it ends in "sebagai berikut" within the blocks above."""
    for jarak in range(1, 5):
        p = paragraf.get(j.letak.blok - jarak)
        if p is None:
            return None
        if len(p.teks) > 60:
            return p if _BERIKUT.search(p.teks) else None
    return None


def _nomor_keliru(dok: Dokumen, judul: Sequence[JudulBernomor]) -> Iterator[Bukti]:
    """In a report that names nearly every table before it shows it, the one that nobody names was named wrongly."""
    tabel = [j for j in judul if j.tabel is not None and j.jenis == "Tabel"]
    rujukan = [r for r in _rujukan_sendiri(dok) if r.jenis == "Tabel"]
    disebut = {r.nomor for r in rujukan}
    yatim = [j for j in tabel if j.nomor not in disebut]
    if len(tabel) < 5 or 10 * len(yatim) > 3 * len(tabel):
        return
    for j in yatim:
        calon = [r for r in rujukan if 0 < j.letak.blok - r.kalimat.paragraf.letak.blok <= 3]
        asal = next((x for r in calon[-1:] for x in tabel if x.nomor == r.nomor), None)
        if asal is None or len([r for r in rujukan if r.nomor == asal.nomor]) < 2:
            continue
        r = calon[-1]
        if _overlap(r, j) >= _overlap(r, asal):
            yield Bukti(
                r.letak,
                r.sebutan,
                j.sebutan,
                f"tabel di bawah kalimat ini adalah {j.sebutan} {j.judul}, yang tidak dirujuk di mana pun",
                "Betulkan nomornya, sebaiknya dengan rujukan silang otomatis.",
                (j.letak,),
            )


def _overlap(r: RujukanTabel, j: JudulBernomor) -> int:
    return len(set(kata_isi(r.kalimat.teks)) & set(kata_isi(j.judul)))


def judul_tabel_kembar(dok: Dokumen) -> Iterator[Bukti]:
    """Dua tabel yang berbeda memakai judul yang sama.

    Yang diperiksa: judul tabel di dalam satu bab, tanpa nomornya.
    Mengapa penting: judul yang tersalin membuat isi tabel kedua disangka isi yang pertama.
    Perbaikan: tulis judul menurut isi tabelnya.
    Dasar: tata naskah dinas.
    """
    dipakai: dict[tuple[str, int, str], JudulBernomor] = {}
    for j in daftar_judul_bernomor(dok):
        kunci = (j.jenis, j.bab, " ".join(daftar_kata(j.judul)))
        if len(kata_isi(j.judul)) < 2 or not j.nomor[0].isdigit():
            continue
        pertama = dipakai.setdefault(kunci, j)
        if pertama is not j and pertama.nomor != j.nomor and _isi(pertama.tabel) != _isi(j.tabel):
            yield Bukti(
                j.letak,
                f"{j.sebutan} {j.judul}",
                "judul menurut isi tabelnya",
                f"judul yang sama dengan {pertama.sebutan}, padahal isinya berbeda",
                "Tulis judul menurut isi tabelnya.",
                (pertama.letak,),
            )


def _isi(tabel: TabelTerbaca | None) -> tuple[tuple[str, ...], ...]:
    return () if tabel is None else tuple(tuple(s.teks for s in b) for b in tabel.baris)


def judul_tanpa_tabel(dok: Dokumen) -> Iterator[Bukti]:
    """Di bawah judul "Tabel …" tidak ada tabel.

    Yang diperiksa: judul tabel tanpa tabel di bawahnya, bila hampir semua judul lain mempunyai tabel.
    Mengapa penting: yang ada di sana grafik atau gambar, sehingga daftar tabel dan rujukannya keliru.
    Perbaikan: beri nama Grafik atau Gambar, atau tampilkan tabelnya.
    Dasar: tata naskah dinas.
    """
    if dok.naskah.bentuk not in _TERPERCAYA:
        return
    daftar = [j for j in daftar_judul_bernomor(dok) if j.jenis == "Tabel"]
    ada = {j.nomor for j in daftar if j.tabel is not None}
    tanpa = [j for j in daftar if j.tabel is None and j.nomor not in ada]
    if len(ada) < 3 or 5 * len(tanpa) > len(daftar):
        return
    for j in tanpa:
        yield Bukti(
            j.letak,
            f"{j.sebutan} {j.judul}".strip(),
            "tabel di bawah judulnya",
            "tidak ada tabel di bawah judul ini; bila isinya grafik, namanya bukan tabel",
            "Beri nama Grafik atau Gambar, atau tampilkan tabelnya.",
        )


def daftar_tabel_tidak_sesuai(dok: Dokumen) -> Iterator[Bukti]:
    """Daftar tabel atau daftar gambar tidak sama dengan judul-judul dalam laporan.

    Yang diperiksa: nomor dan judul setiap baris daftar tabel dan daftar gambar terhadap judul dalam isi laporan.
    Mengapa penting: pembaca mencari tabel menurut daftar itu; perbedaan menandakan tabel yang berubah sesudahnya.
    Perbaikan: perbarui daftarnya secara otomatis.
    Dasar: tata naskah dinas.
    """
    judul = {(j.jenis, j.nomor): j for j in reversed(daftar_judul_bernomor(dok))}
    for nama in ("tabel", "gambar", "grafik", "bagan"):
        baris = [(p, b) for p in daftar_baris_daftar(dok, nama) if (b := parse_baris_daftar(p.teks)) is not None]
        salah = [(p, *b) for p, b in baris if not _is_terdaftar(b, judul.get(b[:2]))]
        # Where most are missing the captions were not read; that is no fault of the list.
        if salah and len(salah) <= max(1, len(baris) // 3):
            p, jenis, nomor, _ = salah[0]
            ada = judul.get((jenis, nomor))
            yield Bukti(
                p.letak,
                p.teks,
                f"{ada.sebutan} {ada.judul}" if ada else f"nomor {jenis.lower()} yang ada",
                f"{len(salah)} baris daftar {nama} tidak sesuai dengan isi laporan",
                "Perbarui daftarnya secara otomatis.",
                (*(s[0].letak for s in salah[1:]), *((ada.letak,) if ada else ())),
            )


def _is_terdaftar(baris: tuple[str, tuple[str, ...], str], judul: JudulBernomor | None) -> bool:
    """A list may cut a long title short."""
    if judul is None:
        return False
    daftar, isi = daftar_kata(baris[2]), daftar_kata(judul.judul)
    return not daftar or not isi or "".join(isi).startswith("".join(daftar)) or "".join(daftar).startswith("".join(isi))


DAFTAR_ATURAN = (
    Aturan("STR006", "rujukan-tanpa-tabel", Tingkat.PERINGATAN, rujukan_tanpa_tabel),
    Aturan("STR007", "rujukan-tabel-keliru", Tingkat.PERINGATAN, rujukan_tabel_keliru),
    Aturan("STR008", "judul-tabel-kembar", Tingkat.PERINGATAN, judul_tabel_kembar),
    Aturan("STR009", "judul-tanpa-tabel", Tingkat.INFO, judul_tanpa_tabel),
    Aturan("STR017", "daftar-tabel-tidak-sesuai", Tingkat.PERINGATAN, daftar_tabel_tidak_sesuai),
)
