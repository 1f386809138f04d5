"""HIT in prose: a percentage that stands in a sentence with its operands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.core.calc.angka import format_persen
from akuntabel.core.calc.baca_angka import parse_angka
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, rentang_cetak
from akuntabel.core.checker.bacaan.prosa import AngkaProsa, JenisAngka, Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import ParagrafTerbaca

DEKAT = Decimal("0.1")  # a ratio this near the printed one (a tenth of it) shows that the three figures belong together
_KATA = r"[^\W\d_][\w/.-]*"
_TERBILANG = r"(?:\s*\([^)\d]*\))?"
# Between n and m of "n … dari … m": words only.
N_DARI_M = re.compile(
    rf"{_TERBILANG}\s*(?:{_KATA}\s+){{0,7}}"
    rf"(?<!terdiri )(?<!berasal )(?<!bersumber )(?<!diterima )(?<!lebih )(?<!kurang )dari\s+(?:{_KATA}\s+){{0,6}}",
    re.IGNORECASE,
)
_BENDA = re.compile(rf"{_TERBILANG}\s*(?!dari\b)({_KATA})", re.IGNORECASE)
_DARI_ANGKA = re.compile(r"\s*dari\s+(?:\w+\s+){0,4}\d", re.IGNORECASE)
_KECIL = Decimal("0.000001")
SERATUS = Decimal(100)
_SAMBUNG = r"(?:\(|atau|yaitu|yakni|setara|=|sebesar|dengan persentase|sehingga persentase\w*)"
_M_KE_PERSEN = re.compile(
    rf"{_TERBILANG}\s*(?:{_KATA}\s+){{0,9}}?{_KATA}?\s*[,;]?\s*{_SAMBUNG}\s*(?:sebesar|dengan|menjadi|adalah)?\s*",
    re.IGNORECASE,
)
_PERSEN_KE_N = re.compile(r"\s*,?\s*(?:\(|atau|yaitu|yakni|setara(?: dengan)?|=)\s*(?:sebanyak|sejumlah|sebesar)?\s*")
_DARI = re.compile(rf"\bdari\s+(?:{_KATA}\s+){{0,5}}$", re.IGNORECASE)
_M_KE_N = re.compile(rf"{_TERBILANG}[^.;:()\d]{{0,120}}?(?:,|\bada|terdapat|sebanyak|sejumlah)\s+(?:{_KATA}\s+){{0,4}}")
_N_KE_PERSEN = re.compile(rf"{_TERBILANG}\s*(?:{_KATA}\s+){{0,8}}?{_KATA}?\s*[,;]?\s*{_SAMBUNG}\s*", re.IGNORECASE)
SKALA = re.compile(r"\s*(?:ribu|juta|miliar|milyar|triliun|trilyun)\b", re.IGNORECASE)
KIRA = re.compile(r"\b(?:sekitar|kurang lebih|lebih dari|kurang dari|hampir|±|di atas|di bawah)\s*$", re.IGNORECASE)
# A percentage behind these words is of something else than the two counts before it.
_LAIN_HAL = re.compile(r"\b(?:capaian|target|rata|bobot|nilai|indeks|kategori)\b", re.IGNORECASE)
# Things that are counted whole, so that a percentage of them is one of a few.
DICACAH = re.compile(
    r"\s*(?:\([^)\d]*\)\s*)?(?:orang|pemilih|responden|pegawai|peserta|siswa|warga|jiwa|kelurahan|desa|kecamatan|sekolah"
    r"|TPS|dokumen|laporan|perkara|kasus|aduan|pengaduan|rumah tangga|kepala keluarga|KK)\b",
    re.IGNORECASE,
)
_PERUBAHAN = re.compile(
    r"\b(?:menjadi|semula|revisi|bertambah|berkurang|naik|turun|meningkat|menurun|kenaikan|penurunan|selisih|sisa)\b",
    re.IGNORECASE,
)
_PERSEN = re.compile(r"\d+(?:[.,]\d+)?\s*%")
_BILANGAN = re.compile(r"(?<![\d.,/])\d{1,3}(?:\.\d{3})+(?![\d/]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Rasio:
    """A percentage with the two figures that the sentence says it is made of."""

    pembilang: AngkaProsa
    penyebut: AngkaProsa
    persen: AngkaProsa
    is_beda_benda: bool = False


def rasio_kalimat_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Persentase dalam kalimat bukan hasil bagi dua bilangan yang disebut bersamanya.

    Yang diperiksa: “n dari m (p%)”, “p% atau n dari m”, “dari m …, n … (p%)”, dan paragraf dengan tepat satu persentase
    dan tepat dua bilangan ribuan yang berhubungan.
    Mengapa penting: pembaca mengira kedua bilangan itulah pembilang dan penyebutnya.
    Perbaikan: sebutkan penyebut yang benar-benar dipakai, atau betulkan persentasenya.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.2.
    """
    dibaca: set[int] = set()
    for k in dok.daftar_kalimat:
        for rasio in daftar_rasio(k):
            dibaca.add(k.paragraf.letak.blok)
            yield from _periksa_rasio(dok, rasio)
    for p in dok.daftar_paragraf:
        if "%" in p.teks and p.letak.blok not in dibaca:
            yield from _periksa_paragraf(dok, p)


def daftar_rasio(k: Kalimat) -> Iterator[Rasio]:
    """The percentages of a sentence that stand with their two counts."""
    angka = k.daftar_angka
    n = 0
    while n + 2 < len(angka):
        rasio = _baca_rasio(k, angka[n : n + 3])
        if rasio is not None:
            yield rasio
        n += 3 if rasio is not None else 1


def _baca_rasio(k: Kalimat, tiga: Sequence[AngkaProsa]) -> Rasio | None:
    a, b, c = tiga
    sela = (k.teks[a.akhir : b.awal], k.teks[b.akhir : c.awal])
    depan = k.teks[: a.awal]
    if any(SKALA.match(k.teks[x.akhir :]) for x in tiga) or any(KIRA.search(s) for s in (depan, *sela)):
        return None
    jenis = tuple(x.jenis for x in tiga)
    if jenis[2] is JenisAngka.PERSEN and jenis[0] is jenis[1] is not JenisAngka.PERSEN:
        # "143 (46,4% dari 308)" names another whole.
        if _LAIN_HAL.search(sela[1]) or _DARI_ANGKA.match(k.teks[c.akhir :]):
            return None
        if N_DARI_M.fullmatch(sela[0]) and _M_KE_PERSEN.fullmatch(sela[1]):
            return Rasio(a, b, c, not is_satu_benda(k, a, b))
        is_dari = _DARI.search(depan) and "dari" not in sela[0].lower().split()
        if is_dari and _M_KE_N.fullmatch(sela[0]) and _N_KE_PERSEN.fullmatch(sela[1]):
            return Rasio(b, a, c)
    if jenis[0] is not JenisAngka.PERSEN or jenis[1] is not jenis[2] or jenis[1] is JenisAngka.PERSEN:
        return None
    if not _PERSEN_KE_N.fullmatch(sela[0]) or not N_DARI_M.fullmatch(sela[1]):
        return None
    rasio = Rasio(b, c, a)
    # "64% (9 dari 11 indikator)" says over how many a figure was taken; of people or papers it is the ratio itself.
    is_cacahan = DICACAH.match(k.teks[c.akhir :]) is not None and _is_dekat(rasio)
    return rasio if "(" not in sela[0] or is_cacahan else None


def _is_dekat(rasio: Rasio) -> bool:
    n, m, p = (x.nilai.angka or Decimal(0) for x in (rasio.pembilang, rasio.penyebut, rasio.persen))
    return m > 0 and abs(n * 100 / m - p) <= DEKAT * p


def _periksa_rasio(dok: Dokumen, rasio: Rasio) -> Iterator[Bukti]:
    n, m, p = (x.nilai for x in (rasio.pembilang, rasio.penyebut, rasio.persen))
    if n.angka is None or m.angka is None or m.angka <= 0:
        return
    dok.tandai(rasio.persen.letak)
    atas, bawah = (rentang_cetak(x) if x.desimal else Rentang(y, y) for x, y in ((n, n.angka), (m, m.angka)))
    if _bagi(atas, bawah).meets(rentang_cetak(p)) or (n.angka > m.angka and _bagi(bawah, atas).meets(rentang_cetak(p))):
        return
    if n.angka > m.angka and rasio.is_beda_benda:
        return
    yield Bukti(
        rasio.persen.letak,
        rasio.persen.teks,
        format_persen(n.angka * 100 / m.angka),
        f"{rasio.pembilang.teks} ÷ {rasio.penyebut.teks}, dua bilangan yang disebut bersamanya",
        "Sebutkan penyebut yang dipakai, atau betulkan persentasenya.",
    )


def _bagi(atas: Rentang, bawah: Rentang) -> Rentang:
    return Rentang(atas.bawah * 100 / max(bawah.atas, _KECIL), atas.atas * 100 / max(bawah.bawah, _KECIL))


def is_satu_benda(k: Kalimat, n: AngkaProsa, m: AngkaProsa) -> bool:
    """Whether n and m count the same things: "12 dari 10 desa", "12 desa dari 10 desa", not "120 orang dari 8 desa"."""
    benda = _BENDA.match(k.teks[n.akhir : m.awal])
    if benda is None:
        return True
    return k.teks[m.akhir :].strip().lower().startswith(benda[1].lower())


def _periksa_paragraf(dok: Dokumen, p: ParagrafTerbaca) -> Iterator[Bukti]:
    """One percentage and two large numbers in a paragraph that speaks of no change: they are taken as a ratio."""
    persen = list(_PERSEN.finditer(p.teks))
    bilangan = list(_BILANGAN.finditer(_PERSEN.sub(lambda m: " " * len(m[0]), p.teks)))
    if len(persen) != 1 or len(bilangan) != 2 or _PERUBAHAN.search(p.teks):
        return
    kecil, besar = sorted(bilangan, key=lambda m: int(m[0].replace(".", "")))
    n, m = (int(x[0].replace(".", "")) for x in (kecil, besar))
    rentang = rentang_cetak(parse_angka(persen[0][0]))
    rasio = Decimal(n) * 100 / m
    if rentang.bawah > SERATUS and n:  # more was reached than was planned
        rasio = Decimal(m) * 100 / n
    is_dekat = abs(rasio - rentang.bawah) <= DEKAT * rasio
    if n == m or not (is_dekat or _DARI.search(p.teks[: besar.start()])):
        return
    letak = p.letak_bagian(persen[0])
    dok.tandai(letak)
    if not rentang.meets(Rentang(rasio, rasio)):
        yield Bukti(
            letak,
            persen[0][0],
            format_persen(rasio),
            f"{' ÷ '.join(x[0] for x in (kecil, besar)[:: 1 if rasio <= SERATUS else -1])}"
            ", dua bilangan yang disebut bersamanya",
            "Sebutkan penyebut yang dipakai, atau betulkan persentasenya.",
        )


DAFTAR_ATURAN = (Aturan("HIT003", "rasio-kalimat-salah", Tingkat.GALAT, rasio_kalimat_salah),)
