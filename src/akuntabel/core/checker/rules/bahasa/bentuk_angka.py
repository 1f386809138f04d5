"""BHS: one way of writing figures and money in one document."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from akuntabel.core.checker.bacaan.kata import gabung_kata, is_tabel_kutipan, tanpa_kutipan
from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak

_BENTUK = {
    "desimal": (
        re.compile(r"(?<![\d.,/])\d{1,3}\.\d{1,2}\s*%"),
        re.compile(r"(?<![\d.,/])\d{1,3},\d{1,4}\s*%"),
        "koma sebagai tanda desimal",
        "titik",
    ),
    "ribuan": (
        re.compile(r"(?<![\d.,/])\d{1,3}(?:,\d{3}){2,}(?:\.\d{1,2})?(?![\d,])"),
        re.compile(r"(?<![\d.,/])\d{1,3}(?:\.\d{3}){2,}(?:,\d{1,2})?(?![\d.])"),
        "titik sebagai pemisah ribuan",
        "koma",
    ),
}
# What a figure of that kind holds at least.
_TANDA: dict[str, Callable[[str], bool]] = {
    "desimal": lambda teks: "%" in teks,
    "ribuan": lambda teks: teks.count(",") > 1 or teks.count(".") > 1,
}
_DIGIT = re.compile(r"\d")
_SEL_ANGKA = re.compile(r"[\s()+-]*(?:(?:Rp|IDR)\.?\s*)?[+-]?\d[\d.,]*\s*(?:%|persen|Rp)?[\s(),-]*", re.IGNORECASE)
_ADA_RUPIAH = re.compile(r"[RrI][Pp]")
_RUPIAH = re.compile(r"(?<!\w)(Rp|RP|rp|rP|IDR)(\.?)(\s*)(?=\d)")


def bentuk_angka_campur(dok: Dokumen) -> Iterator[Bukti]:
    """Satu laporan menulis angka dengan dua bentuk.

    Yang diperiksa: tanda desimal pada persentase dan pemisah ribuan pada jumlah uang, dalam kalimat dan tabel.
    Mengapa penting: 1.234 dan 1,234 terbaca berbeda seribu kali bila bentuknya tidak satu.
    Perbaikan: pakai titik untuk ribuan dan koma untuk desimal di seluruh laporan.
    Dasar: Ejaan Bahasa Indonesia yang Disempurnakan (EYD).
    """
    asing: dict[str, list[tuple[Letak, str]]] = defaultdict(list)
    baku: dict[str, str] = {}
    for letak, teks in _daftar_teks(dok):
        for nama, (pola_asing, pola_baku, _, _) in _BENTUK.items():
            if not _TANDA[nama](teks):
                continue
            if (cocok := pola_asing.search(teks)) is not None:
                asing[nama].append((letak, cocok[0].strip()))
            if nama not in baku and (cocok := pola_baku.search(teks)) is not None:
                baku[nama] = cocok[0].strip()
    for nama, daftar in asing.items():
        if nama in baku:
            *_, benar, dipakai = _BENTUK[nama]
            yield Bukti(
                daftar[0][0],
                gabung_kata(list(dict.fromkeys(t for _, t in daftar))[:5]),
                benar,
                f"{len(daftar)} tempat memakai {dipakai}, tempat lain memakai bentuk baku (“{baku[nama]}”)",
                "Pakai titik untuk ribuan dan koma untuk desimal di seluruh laporan.",
                tuple(letak for letak, _ in daftar[1:]),
            )


def tulisan_rupiah(dok: Dokumen) -> Iterator[Bukti]:
    """Lambang rupiah ditulis dengan titik, huruf besar semua, atau dengan lebih dari satu cara.

    Yang diperiksa: tulisan sebelum jumlah uang: "Rp.", "RP", "Rp ", "Rp".
    Mengapa penting: satu bentuk di seluruh laporan membuat angka dapat dicari dan dibandingkan.
    Perbaikan: tulis Rp1.234.567, tanpa titik dan tanpa spasi.
    Dasar: Ejaan Bahasa Indonesia yang Disempurnakan (EYD).
    """
    bentuk: dict[str, list[Letak]] = defaultdict(list)
    for letak, teks in _daftar_teks(dok):
        for m in _RUPIAH.finditer(teks) if _ADA_RUPIAH.search(teks) else ():
            bentuk[f"{m[1]}{m[2]}{' ' if m[3] else ''}"].append(letak)
    # A blank after Rp, kept everywhere, is a habit that harms nobody.
    salah = {b: daftar for b, daftar in bentuk.items() if b not in ("Rp", "Rp ")}
    if not salah and len(bentuk) > 1:
        salah = {"Rp ": bentuk["Rp "]}
    if salah:
        tempat = list(dict.fromkeys(letak for daftar in salah.values() for letak in daftar))
        yield Bukti(
            tempat[0],
            gabung_kata([f"“{b}”" for b in salah]),
            "“Rp” tanpa titik dan tanpa spasi",
            f"laporan ini menulis rupiah dengan {len(bentuk)} cara, {len(tempat)} tempat di antaranya tidak baku",
            "Tulis Rp1.234.567, tanpa titik dan tanpa spasi.",
            tuple(tempat[1:]),
        )


@per_dokumen
def _daftar_teks(dok: Dokumen) -> tuple[tuple[Letak, str], ...]:
    """Paragraphs and cells of figures; what is quoted, or discussed in a cell of words, is somebody else's form."""
    return tuple(_baca_teks(dok))


def _baca_teks(dok: Dokumen) -> Iterator[tuple[Letak, str]]:
    for p in dok.daftar_paragraf:
        if _DIGIT.search(p.teks):
            yield p.letak, tanpa_kutipan(p.teks)
    for tabel in dok.daftar_tabel:
        if is_tabel_kutipan(tabel):
            continue
        for baris in tabel.baris:
            for sel in baris:
                if sel.teks and _SEL_ANGKA.fullmatch(sel.teks):
                    yield sel.letak, sel.teks


DAFTAR_ATURAN = (
    Aturan("BHS003", "bentuk-angka-campur", Tingkat.INFO, bentuk_angka_campur),
    Aturan("BHS004", "tulisan-rupiah", Tingkat.INFO, tulisan_rupiah),
)
