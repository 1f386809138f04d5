"""HIT: what the prose claims about the indicators that were reached, against the table of measurement."""

import re
from collections.abc import Iterator, Sequence

from akuntabel.core.checker.bacaan.prosa import Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.pengukuran import Terukur, count_tercapai, daftar_pengukuran
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

MINIMAL_BARIS = 3
_N = r"(?P<n>\d{1,3})\s*(?:\([^)\d]*\)\s*)?"
_M = r"(?P<m>\d{1,3})\s*(?:\([^)\d]*\)\s*)?"
_INDIKATOR = r"indikator(?:\s+(?:kinerja|utama|sasaran|strategis|yang\s+\w+|tersebut|itu)){0,4}"
_CAPAI = r"(?:(?:telah|dapat|berhasil|sudah|yang)\s+){0,2}(?:(?:mencapai|memenuhi)\s+target|tercapai)"
_KLAIM_CACAH = (
    re.compile(rf"\b{_N}dari\s+(?:total\s+|seluruh\s+)?{_M}{_INDIKATOR}\s*,?\s*(?:{_CAPAI})", re.IGNORECASE),
    re.compile(rf"\b{_N}{_INDIKATOR}\s+dari\s+{_M}(?:{_INDIKATOR}\s*)?,?\s*(?:{_CAPAI})", re.IGNORECASE),
    re.compile(
        rf"\bdari\s+(?:total\s+|seluruh\s+)?{_M}{_INDIKATOR}\s*,?\s*(?:sebanyak\s+|terdapat\s+|ada\s+)?{_N}"
        rf"(?:{_INDIKATOR}\s+)?(?:{_CAPAI})",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:sebanyak|terdapat|ada)\s+{_N}{_INDIKATOR}\s+(?:{_CAPAI})", re.IGNORECASE),
)
_KATA_SEMUA = re.compile(r"semua|seluruh|setiap", re.IGNORECASE)
_SEMUA = re.compile(
    r"\b(?:semua|seluruh(?:nya)?|setiap|keseluruhan)\s+(?:(?!tahapan|kegiatan|tidak|belum)\w+\s+){0,2}?"
    r"(?:indikator|target|sasaran)\b(?:\s+(?!tidak|belum|yang|dapat)[\w/]+){0,8}?\s+"
    r"(?:tercapai|(?:mencapai|memenuhi|melampaui|melebihi)\s+target|terpenuhi)\b",
    re.IGNORECASE,
)
# Wishes, conditions and denials claim nothing.
_BUKAN_KLAIM = re.compile(
    r"\b(?:agar|supaya|untuk|guna|diharapkan|harus|akan|apabila|jika|bila|berupaya|upaya|dalam rangka|belum|tidak|bukan"
    r"|hampir|sebagian|kecuali|selain|misalnya)\b",
    re.IGNORECASE,
)
_SYARAT = re.compile(r"\b(?:apabila|jika|bila|kecuali|selain|hanya|meskipun)\b", re.IGNORECASE)
_TERBATAS = re.compile(
    r"\b(?:sasaran\s+(?:ini|tersebut|\d|pertama|kedua|ketiga|keempat|kelima|strategis\s+(?:ini|\d))|program|triwulan"
    r"|semester|tahun\s+(?:lalu|sebelumnya))\b",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"\b20\d\d\b")


def cacah_tercapai_tidak_sesuai(dok: Dokumen) -> Iterator[Bukti]:
    """Banyaknya indikator yang disebut mencapai target berbeda dari tabel pengukuran.

    Yang diperiksa: “n dari m indikator mencapai target” dan semacamnya terhadap baris tabel pengukuran yang capaiannya
    100 atau lebih, dalam laporan tanpa tabel perjanjian kinerja (dengan tabel itu KON001 yang mencacah). Kalimat
    tentang satu sasaran, satu program, atau tahun lain tidak diperiksa.
    Mengapa penting: cacahan ini yang dibaca pimpinan, dan sering tertinggal dari versi sebelumnya.
    Perbaikan: cacah ulang dari tabel pengukuran.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2.
    """
    pengukuran = _daftar_cukup(dok) if dok.perjanjian is None else []
    for k in dok.daftar_kalimat if pengukuran else ():
        if not k.daftar_angka or "indikator" not in k.teks.lower() or not _is_menyeluruh(dok, k):
            continue
        for pola in _KLAIM_CACAH:
            for klaim in pola.finditer(k.teks):
                yield from _periksa_cacah(dok, k, klaim, pengukuran)


def _periksa_cacah(
    dok: Dokumen, k: Kalimat, klaim: re.Match[str], pengukuran: Sequence[Sequence[Terukur]]
) -> Iterator[Bukti]:
    n = int(klaim["n"])
    m = int(klaim["m"]) if "m" in klaim.re.groupindex else None
    sesuai = [p for p in pengukuran if m is None or m in _daftar_jumlah(p)]
    if not sesuai:
        return
    dok.tandai(k.letak_bagian(klaim, "n"))
    batas = [count_tercapai(p) for p in sesuai]
    if any(sedikit <= n <= banyak for sedikit, banyak in batas):
        return
    belum = [t.letak for t in sesuai[0] if t.is_tercapai is False]
    yield Bukti(
        k.letak_bagian(klaim),
        klaim[0],
        f"{batas[0][0]} indikator mencapai target" if batas[0][0] == batas[0][1] else f"{batas[0][0]}–{batas[0][1]}",
        f"dicacah dari {len(sesuai[0])} baris tabel pengukuran",
        "Cacah ulang dari tabel pengukuran.",
        tuple(belum),
        is_keputusan=True,
    )


def semua_tercapai(dok: Dokumen) -> Iterator[Bukti]:
    """Disebut bahwa semua indikator atau target tercapai, padahal ada yang capaiannya di bawah 100.

    Yang diperiksa: “seluruh indikator tercapai”, “semua target terpenuhi”, dan semacamnya terhadap tabel pengukuran.
    Harapan, syarat, dan kalimat tentang satu sasaran tidak diperiksa.
    Mengapa penting: kegagalan yang disangkal tidak dianalisis sebab dan perbaikannya.
    Perbaikan: sebutkan indikator yang tidak mencapai target.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2.
    """
    pengukuran = _daftar_cukup(dok)
    for k in dok.daftar_kalimat if pengukuran else ():
        klaim = _SEMUA.search(k.teks) if _KATA_SEMUA.search(k.teks) else None
        if klaim is None or _is_syarat(k, klaim) or not _is_menyeluruh(dok, k):
            continue
        letak = k.letak_bagian(klaim)
        dok.tandai(letak, *(t.letak for t in pengukuran[-1]))
        belum = [t for t in pengukuran[-1] if t.is_tercapai is False]
        if belum:
            yield Bukti(
                letak,
                klaim[0],
                f"{len(belum)} dari {len(pengukuran[-1])} indikator tidak mencapai target",
                "antara lain " + "; ".join(t.nama for t in belum[:3]),
                "Sebutkan indikator yang tidak mencapai target.",
                tuple(t.letak for t in belum),
                is_keputusan=True,
            )


def _is_syarat(k: Kalimat, klaim: re.Match[str]) -> bool:
    """Whether the sentence hopes, denies, or makes its claim depend on something."""
    return (_BUKAN_KLAIM.search(k.teks[: klaim.end()]) or _SYARAT.search(k.teks[klaim.end() :])) is not None


def _daftar_cukup(dok: Dokumen) -> list[list[Terukur]]:
    return [p for p in daftar_pengukuran(dok) if len(p) >= MINIMAL_BARIS]


def _daftar_jumlah(daftar: Sequence[Terukur]) -> set[int]:
    """How many indicators there are: all, and those that were measured."""
    return {len(daftar), sum(t.capaian is not None for t in daftar)}


def _is_menyeluruh(dok: Dokumen, k: Kalimat) -> bool:
    """Whether a sentence speaks of the whole report: no sasaran above it or in it, no other year."""
    judul = dok.find_bagian(k.paragraf.letak).judul
    if any("sasaran" in j.teks.lower() for j in judul if j.tingkat > 1):
        return False
    return not _TERBATAS.search(k.teks) and all(int(t) == dok.tahun for t in _TAHUN.findall(k.teks))


DAFTAR_ATURAN = (
    Aturan("HIT012", "cacah-tercapai-tidak-sesuai", Tingkat.GALAT, cacah_tercapai_tidak_sesuai),
    Aturan("HIT013", "semua-tercapai-padahal-tidak", Tingkat.GALAT, semua_tercapai),
)
