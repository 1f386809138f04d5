"""HIT in spreadsheets: error values, sums that leave a row out or count it twice, formulas typed over."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, is_persen, read_sel, rentang_cetak
from akuntabel.core.checker.bacaan.rumus_lembar import LembarTabel, TidakTerhitungError, read_nilai
from akuntabel.core.checker.bacaan.tabel import is_total
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.rumus_sel import copy_rumus, nama_kolom, normalize_rumus
from akuntabel.core.naskah.terbaca import SelTerbaca

_GALAT = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|SPILL!|CALC!)|^#{4,}$")
_SEBAB = {
    "#REF!": "rumusnya merujuk sel yang sudah dihapus",
    "#DIV/0!": "rumusnya membagi dengan nol atau sel kosong",
    "#VALUE!": "rumusnya menghitung sel yang bukan angka",
    "#NAME?": "rumusnya memuat nama yang tidak dikenal",
    "#N/A": "data yang dicari rumusnya tidak ada",
    "#NUM!": "hasil rumusnya bukan bilangan yang sah",
}
_BUKAN_RINCIAN = re.compile(
    r"\b(?:rata-rata|rerata|persen\w*|prosentase|selisih|sisa|saldo|maks\w*|min\w*)\b", re.IGNORECASE
)
POLA_TERKECIL = 3  # rows that share a formula before it counts as the column's


def galat_rumus(dok: Dokumen) -> Iterator[Bukti]:
    """Sel memuat galat rumus, bukan angka.

    Yang diperiksa: #REF!, #DIV/0!, #VALUE!, #NAME?, #N/A, #NUM!, dan ##### dalam sel tabel dokumen apa pun.
    Mengapa penting: angkanya tidak ada, dan jumlah yang memakainya ikut rusak.
    Perbaikan: betulkan rumusnya di lembar kerja asal, lalu salin kembali tabelnya.
    Dasar: aritmetika lembar kerja.
    """
    for tabel in dok.daftar_tabel:
        tempat: dict[str, list[SelTerbaca]] = defaultdict(list)
        for sel in (s for baris in tabel.baris for s in baris if "#" in s.teks):
            if cocok := _GALAT.search(sel.teks):
                tempat["#####" if cocok[0].startswith("####") else cocok[0]].append(sel)
        for galat, (pertama, *lain) in tempat.items():
            sebab = _SEBAB.get(
                galat, "kolomnya terlalu sempit untuk angkanya" if galat == "#####" else "rumusnya galat"
            )
            yield Bukti(
                pertama.letak,
                pertama.teks,
                "tidak ada angka",
                sebab + (f": {pertama.rumus}" if pertama.rumus else ""),
                "Betulkan rumusnya di lembar kerja asal, lalu salin kembali tabelnya.",
                tempat_lain=tuple(s.letak for s in lain),
            )


def rentang_rumus_melewati_baris(dok: Dokumen) -> Iterator[Bukti]:
    """Rumus jumlah melewati baris data, atau menghitung satu baris dua kali.

    Yang diperiksa: rumus SUM/JUMLAH atas kolomnya sendiri: baris di antara rentang dan baris jumlah, baris subjumlah
    di dalam rentang, rentang yang bertumpuk, dan rentang yang berbeda dari kolom lain pada baris yang sama.
    Mengapa penting: baris yang disisipkan setelah rumus ditulis tidak ikut dijumlahkan, dan tidak ada yang melihatnya.
    Perbaikan: perluas rentang rumusnya, atau keluarkan baris subjumlah darinya.
    Dasar: aritmetika lembar kerja.
    """
    for lembar in _daftar_lembar(dok):
        for baris in lembar.tabel.baris:
            sudah: set[int] = set()
            for sel in baris:
                daftar = lembar.find_jumlah(sel)
                if daftar is None:
                    continue
                dok.tandai(sel.letak)
                bukti = _baris_ganda(lembar, sel, daftar) or _baris_terlewat(lembar, baris, sel, daftar)
                if bukti is not None:
                    sudah.add(sel.letak.kolom)
                    yield bukti
            if not sudah:
                yield from _rentang_menyimpang(lembar, baris)


def rumus_tertimpa_angka(dok: Dokumen) -> Iterator[Bukti]:
    """Angka diketik di atas rumus yang dipakai baris lain, dan hasilnya berbeda.

    Yang diperiksa: kolom yang tiga barisnya atau lebih memakai rumus yang sama, dan satu selnya berisi angka ketikan;
    rumus tambah, kurang, kali, bagi, dan SUM dihitung ulang dari sel yang tercetak.
    Mengapa penting: angka ketikan tidak berubah ketika datanya berubah.
    Perbaikan: kembalikan rumusnya, atau jelaskan mengapa baris ini berbeda.
    Dasar: aritmetika lembar kerja.
    """
    for lembar in _daftar_lembar(dok):
        for kolom in range(len(lembar.tabel.kepala)):
            calon = list(_beda_dari_rumus(dok, lembar, kolom))
            # Several that differ have a reason of their own.
            if len(calon) == 1:
                yield calon[0]


def _daftar_lembar(dok: Dokumen) -> Iterator[LembarTabel]:
    return (lembar for t in dok.daftar_tabel if (lembar := LembarTabel(t)).has_rumus)


def _baris_ganda(lembar: LembarTabel, sel: SelTerbaca, daftar: Sequence[int]) -> Bukti | None:
    """Rows that a sum adds twice: named twice, or added by a subtotal that it adds as well."""
    ganda = {b for b in daftar if daftar.count(b) > 1} if len(set(daftar)) < len(daftar) else set()
    sebab = f"baris berkas {_sebut(ganda)} disebut dua kali" if ganda else ""
    kolom = lembar.alamat(sel)[1]
    for nomor in () if ganda else daftar:
        dalam = lembar.find_sel(nomor, kolom)
        anak = lembar.find_jumlah(dalam) if dalam is not None and dalam is not sel else None
        if anak and set(anak) <= set(daftar):
            ganda.add(nomor)
            sebab = f"baris berkas {nomor} ({_label(lembar, nomor)}) sudah menjumlahkan baris di dalam rentangnya"
    if not ganda:
        return None
    benar = _jumlahkan(lembar, kolom, sorted(set(daftar) - (set() if "dua kali" in sebab else ganda)))
    return Bukti(
        sel.letak,
        sel.teks,
        format_angka(benar) if benar is not None else f"tanpa baris {_sebut(ganda)}",
        f"rumus {sel.rumus}: {sebab}",
        "Keluarkan baris yang dihitung dua kali dari rumusnya.",
    )


def _baris_terlewat(
    lembar: LembarTabel, baris: Sequence[SelTerbaca], sel: SelTerbaca, daftar: Sequence[int]
) -> Bukti | None:
    """Rows with a figure between the range and the total, or just above the range where nothing else adds them up."""
    nomor, kolom = lembar.alamat(sel)
    if not is_total(baris, sel.letak.kolom - 1) or list(daftar) != list(range(daftar[0], daftar[-1] + 1)):
        return None
    if daftar[-1] >= nomor:
        return None
    terlewat = _rinci(lembar, kolom, [b for b in lembar.baris if daftar[-1] < b < nomor], daftar)
    atas = _rinci(lembar, kolom, [b for b in lembar.baris if b < daftar[0]], daftar)
    # What stands above may be of another kind (a balance, a parent); a sum beside this one that takes it in decides.
    if any(set(atas) <= set(lain) for s in baris if s is not sel and (lain := _jumlah_kolom_lain(lembar, s, kolom))):
        terlewat = [*atas, *terlewat]
    if not terlewat:
        return None
    benar = _jumlahkan(lembar, kolom, [*terlewat, *daftar])
    huruf = nama_kolom(kolom)
    rentang = f"SUM({huruf}{min(terlewat[0], daftar[0])}:{huruf}{max(terlewat[-1], daftar[-1])})"
    rinci = "; ".join(f"baris berkas {b} ({_label(lembar, b)})" for b in terlewat)
    return Bukti(
        sel.letak,
        sel.teks,
        format_angka(benar) if benar is not None else rentang,
        f"rumus {sel.rumus} melewati {rinci}",
        f"Perluas rentangnya menjadi {rentang}.",
    )


def _jumlah_kolom_lain(lembar: LembarTabel, sel: SelTerbaca, kolom: int) -> list[int] | None:
    """The rows that a sum of another column adds up."""
    return lembar.find_jumlah(sel) if lembar.alamat(sel)[1] != kolom else None


def _rinci(lembar: LembarTabel, kolom: int, calon: Sequence[int], daftar: Sequence[int]) -> list[int]:
    """The rows among ``calon`` that are details like those which the sum adds up: no total, no mean."""
    bentuk = {_bentuk(lembar, s) for b in daftar if (s := lembar.find_sel(b, kolom)) is not None and s.teks}
    hasil = []
    for nomor in calon:
        sel = lembar.find_sel(nomor, kolom)
        if sel is None or is_total(lembar.baris[nomor], sel.letak.kolom - 1):
            continue
        label = " ".join(s.teks for s in lembar.baris[nomor][: sel.letak.kolom - 1])
        if read_nilai(sel) is not None and _bentuk(lembar, sel) in bentuk and not _BUKAN_RINCIAN.search(label):
            hasil.append(nomor)
    return hasil


def _bentuk(lembar: LembarTabel, sel: SelTerbaca) -> str:
    """What a cell holds: "" for a typed figure, else its formula as seen from itself."""
    return normalize_rumus(sel.rumus, *lembar.alamat(sel)) if sel.rumus else ""


def _rentang_menyimpang(lembar: LembarTabel, baris: Sequence[SelTerbaca]) -> Iterator[Bukti]:
    """The one sum of a row whose rows differ from those of at least two others, which agree."""
    jumlah = [(s, tuple(d)) for s in baris if (d := lembar.find_jumlah(s)) is not None]
    pola: dict[tuple[int, ...], list[SelTerbaca]] = defaultdict(list)
    for sel, daftar in jumlah:
        pola[daftar].append(sel)
    if len(pola) != 2 or len(jumlah) < POLA_TERKECIL:
        return
    (umum, banyak), (lain, sedikit) = sorted(pola.items(), key=lambda p: -len(p[1]))
    if len(sedikit) != 1 or len(banyak) < POLA_TERKECIL - 1:
        return
    sel = sedikit[0]
    kolom = lembar.alamat(sel)[1]
    beda = sorted(set(umum) ^ set(lain))
    if not any((s := lembar.find_sel(b, kolom)) is not None and s.teks for b in beda):
        return  # nothing stands there
    benar = _jumlahkan(lembar, kolom, umum)
    yield Bukti(
        sel.letak,
        sel.teks,
        format_angka(benar) if benar is not None else banyak[0].rumus,
        f"rumus {sel.rumus}, sedangkan kolom lain pada baris ini memakai {banyak[0].rumus}",
        "Samakan rentangnya dengan kolom lain.",
    )


def _jumlahkan(lembar: LembarTabel, kolom: int, daftar: Sequence[int]) -> Decimal | None:
    """The sum of the figures printed in these rows; None where one cannot be read, or percentages are among them."""
    total = Decimal(0)
    for nomor in daftar:
        sel = lembar.find_sel(nomor, kolom)
        if sel is None or not sel.teks:
            continue
        nilai = read_nilai(sel)
        if nilai is None or "%" in sel.teks:
            return None
        total += nilai.tercetak
    return total


def _beda_dari_rumus(dok: Dokumen, lembar: LembarTabel, kolom: int) -> Iterator[Bukti]:
    """Typed figures of a column that differ from what the formula of the other rows gives there."""
    kelompok: dict[str, list[SelTerbaca]] = defaultdict(list)
    for sel in (b[kolom] for b in lembar.tabel.baris if b[kolom].rumus):
        kelompok[_bentuk(lembar, sel)].append(sel)
    pola = [daftar for daftar in kelompok.values() if len(daftar) >= POLA_TERKECIL]
    if len(pola) != 1:
        return
    contoh = pola[0][0]
    for baris in lembar.tabel.baris:
        sel = baris[kolom]
        angka = read_sel(sel)
        if sel.rumus or angka is None or is_total(baris, len(baris)):
            continue
        rumus = copy_rumus(contoh.rumus, sel.letak.baris_berkas - contoh.letak.baris_berkas, 0)
        try:
            nilai = lembar.compute(rumus)
        except TidakTerhitungError:
            continue
        dok.tandai(sel.letak)
        skala = 2 if is_persen(angka) else 0
        hasil = Rentang(nilai.rentang.bawah.scaleb(skala), nilai.rentang.atas.scaleb(skala))
        if not rentang_cetak(angka).meets(hasil):
            yield Bukti(
                sel.letak,
                sel.teks,
                format_angka(nilai.tercetak.scaleb(skala), angka.desimal) + ("%" if skala else ""),
                f"{len(pola[0])} baris lain pada kolom ini memakai rumus {contoh.rumus}; di sini angkanya diketik, "
                f"padahal {rumus} memberi hasil lain",
                "Kembalikan rumusnya, atau jelaskan mengapa baris ini berbeda.",
            )


def _label(lembar: LembarTabel, nomor: int) -> str:
    """The words that name a row."""
    return next((s.teks for s in lembar.baris[nomor] if any(c.isalpha() for c in s.teks)), "tanpa uraian")


def _sebut(daftar: set[int]) -> str:
    return ", ".join(str(b) for b in sorted(daftar))


DAFTAR_ATURAN = (
    Aturan("HIT030", "galat-rumus", Tingkat.GALAT, galat_rumus),
    Aturan("HIT031", "rentang-rumus-melewati-baris", Tingkat.GALAT, rentang_rumus_melewati_baris),
    Aturan("HIT032", "rumus-tertimpa-angka", Tingkat.PERINGATAN, rumus_tertimpa_angka),
)
