"""HIT: capaian, recomputed from the target and the realisasi beside it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka, format_persen
from akuntabel.core.calc.kebijakan import RumusCapaian
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.arah_nama import find_kata_minimasi
from akuntabel.core.checker.kinerja.batas_kategori import daftar_batas, is_putusan_berubah
from akuntabel.core.checker.kinerja.rumus_kolom import (
    BATAS_LAZIM,
    SERATUS,
    BarisKinerja,
    daftar_baris_kinerja,
    describe_rumus,
    geser_kolom,
)
from akuntabel.core.checker.kinerja.tanpa_nama import daftar_kolom_tanpa_nama
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak, SelTerbaca


def capaian_tidak_terulang(dok: Dokumen) -> Iterator[Bukti]:
    """Capaian yang tertulis tidak dihasilkan rumus mana pun dari target dan realisasinya.

    Yang diperiksa: realisasi ÷ target, 2 − realisasi ÷ target, target ÷ realisasi, dan 1 − |realisasi − target| ÷
    target, masing-masing tanpa batas dan dengan batas 100, 110, 120, dan 150; angka tercetak dibaca sebagai rentang
    pembulatannya. Disebut pula rumus yang cocok untuk baris lain pada kolom yang sama. Tabel yang barisnya tahun atau
    kantor, dan tabel yang barisnya Target, Realisasi, dan Capaian, diperiksa bila sebagian besar capaiannya cocok.
    Mengapa penting: capaian adalah angka yang dipertanggungjawabkan; yang tidak dapat dihitung ulang tidak dapat
    dipercaya.
    Perbaikan: betulkan capaian, atau sebutkan rumus dan batas yang dipakai.
    Dasar: PermenPANRB 53/2014 lampiran II huruf E.
    """
    batas = daftar_batas(dok)
    dikenal: dict[str, list[BarisKinerja]] = defaultdict(list)
    for daftar in _daftar_kolom_lengkap(dok):
        dok.tandai(*(b.sel_capaian.letak for b in daftar))
        geser = geser_kolom(daftar)
        salah = [b for n, b in enumerate(daftar) if not b.is_terulang and not b.is_disalin and n not in geser]
        kolom = describe_rumus(daftar) if salah else ""
        kolom = kolom or "rumus minimasi dan batas yang lazim juga tidak menghasilkan yang tertulis"
        for b in salah:
            seharusnya = format_persen(b.rasio)
            yield Bukti(
                b.sel_capaian.letak,
                b.sel_capaian.teks,
                seharusnya,
                f"{b.sel_realisasi.teks} ÷ {b.sel_target.teks} = {seharusnya}; {kolom}.",
                "Betulkan capaiannya, atau sebutkan rumusnya.",
                sebab=_sebab("capaian", b, dikenal),
                is_keputusan=is_putusan_berubah(batas, b.capaian.angka or SERATUS, b.rasio),
                operan=(b.sel_target.letak, b.sel_realisasi.letak),
            )


def batas_sebagian_baris(dok: Dokumen) -> Iterator[Bukti]:
    """Capaian dibatasi pada sebagian baris saja, sedangkan baris lain melampaui batas yang sama.

    Yang diperiksa: baris yang berhenti pada 100, 110, 120, atau 150 padahal realisasi ÷ target melebihinya, di dalam
    kolom yang juga memuat capaian di atas batas itu.
    Mengapa penting: dua kebijakan dalam satu kolom membuat capaian tidak dapat dibandingkan dan dirata-ratakan.
    Perbaikan: pakai satu batas untuk semua baris, dan sebutkan batas itu.
    Dasar: PermenPANRB 53/2014 lampiran II huruf E; KMK 467/2014 tentang batas yang berlaku bagi semua.
    """
    semua = list(_daftar_kolom(dok))
    dikenal: dict[str, list[BarisKinerja]] = defaultdict(list)
    for daftar in semua:
        dok.tandai(*(b.sel_capaian.letak for b in daftar))
        for batas in BATAS_LAZIM:
            dibatasi = [b for b in daftar if _is_dibatasi(b, batas)]
            lepas = [b for b in daftar if _is_melampaui(b, batas)]
            if not dibatasi or not lepas:
                continue
            ganjil, lain = (dibatasi, lepas) if len(lepas) >= len(dibatasi) else (lepas, dibatasi)
            for b in ganjil:
                yield _bukti_batas(b, batas, lain, [x for d in semua for x in d], _sebab("batas", b, dikenal))


def arah_bertentangan_nama(dok: Dokumen) -> Iterator[Bukti]:
    """Nama indikator berarti makin rendah makin baik, tetapi capaiannya dihitung makin tinggi makin baik.

    Yang diperiksa: indikator yang namanya memuat “tidak masuk”, “temuan”, “keterlambatan”, “angka kemiskinan”, dan
    semacamnya, bila capaiannya realisasi ÷ target. Nama seperti “tanpa konflik”, “penurunan …”, dan “… yang
    diselesaikan” tidak termasuk.
    Mengapa penting: keberhasilan tercatat sebagai kegagalan, atau sebaliknya.
    Perbaikan: hitung dengan 2 − realisasi ÷ target, atau nyatakan bahwa makin tinggi memang makin baik.
    Dasar: PermenPANRB 53/2014 lampiran II huruf E; PermenPANRB 8/2021 tentang capaian indikator minimasi.
    """
    dikenal: dict[str, list[BarisKinerja]] = defaultdict(list)
    for b in (b for daftar in _daftar_kolom(dok) for b in daftar):
        dok.tandai(b.sel_capaian.letak)
        kata = find_kata_minimasi(b.nama)
        dua_kurang = b.hasil(RumusCapaian.DUA_KURANG_RASIO)
        if not kata or dua_kurang is None or b.realisasi.angka == b.target.angka or not _is_maksimasi_saja(b):
            continue
        hitung = 2 * SERATUS - b.rasio
        yield Bukti(
            b.sel_capaian.letak,
            b.sel_capaian.teks,
            format_persen(hitung),
            f"“{kata}” berarti makin rendah makin baik: (2 − {b.sel_realisasi.teks} ÷ {b.sel_target.teks}) × 100; "
            "yang tertulis realisasi ÷ target",
            "Hitung dengan rumus minimasi, atau nyatakan bahwa makin tinggi memang makin baik.",
            sebab=_sebab("arah", b, dikenal),
            is_keputusan=(b.rasio < SERATUS) != (hitung < SERATUS),
        )


def realisasi_disalin(dok: Dokumen) -> Iterator[Bukti]:
    """Kolom capaian berisi realisasi, bukan perbandingannya dengan target.

    Yang diperiksa: capaian yang sama dengan realisasi pada barisnya, padahal rumus mana pun menghasilkan angka lain.
    Mengapa penting: tidak tercapainya target tidak terlihat.
    Perbaikan: hitung capaian dari realisasi dan target.
    Dasar: PermenPANRB 53/2014 lampiran II huruf E.
    """
    for daftar in _daftar_kolom_lengkap(dok):
        rangkai = daftar[0].rangkai
        sebab = f"disalin {rangkai.tabel.letak.blok} {rangkai.capaian}"
        dok.tandai(*(b.sel_capaian.letak for b in daftar))
        for b in daftar:
            if b.is_disalin:
                yield _bukti_salin(b.sel_capaian, format_persen(b.rasio), b.sel_target.teks, sebab)


def capaian_bergeser(dok: Dokumen) -> Iterator[Bukti]:
    """Kolom capaian bergeser satu baris: yang tertulis adalah capaian baris di atas atau di bawahnya.

    Yang diperiksa: kolom dengan paling sedikit tiga capaian yang bukan hasil barisnya melainkan hasil baris tetangga.
    Mengapa penting: setiap indikator mendapat capaian indikator lain.
    Perbaikan: geser kembali kolomnya.
    Dasar: PermenPANRB 53/2014 lampiran II huruf E.
    """
    for daftar in _daftar_kolom_lengkap(dok):
        dok.tandai(*(b.sel_capaian.letak for b in daftar))
        geser = geser_kolom(daftar)
        if not geser:
            continue
        pertama, arah = next(iter(geser.items()))
        b = daftar[pertama]
        tetangga = "di bawahnya" if arah > 0 else "di atasnya"
        yield Bukti(
            b.sel_capaian.letak,
            b.sel_capaian.teks,
            format_persen(b.rasio),
            f"{len(geser)} capaian pada kolom ini adalah hasil baris {tetangga}",
            "Geser kembali kolom capaian.",
            tuple(daftar[n].sel_capaian.letak for n in geser if n != pertama),
            is_keputusan=True,
        )


def _daftar_kolom(dok: Dokumen) -> Iterator[list[BarisKinerja]]:
    """The rows of each group of columns that can be recomputed."""
    for rangkai in dok.daftar_kinerja:
        if daftar := list(daftar_baris_kinerja(rangkai)):
            yield daftar


def _daftar_kolom_lengkap(dok: Dokumen) -> Iterator[list[BarisKinerja]]:
    """These, and those of tables whose rows are years or offices."""
    yield from _daftar_kolom(dok)
    yield from daftar_kolom_tanpa_nama(dok)


def _sebab(jenis: str, baris: BarisKinerja, dikenal: dict[str, list[BarisKinerja]]) -> str:
    """One key for the same three figures of the same indicator, in whatever table they stand."""
    serupa = dikenal[baris.tiga_angka]
    lama = next((n for n, b in enumerate(serupa) if b.is_sama(baris) and b.rangkai is not baris.rangkai), None)
    nomor = len(serupa) if lama is None else lama
    if lama is None:
        serupa.append(baris)
    return f"{jenis} {baris.tiga_angka}" + (f" {nomor}" if nomor else "")


def _is_dibatasi(b: BarisKinerja, batas: Decimal) -> bool:
    """Stopped at the cap although the ratio goes beyond it, and no formula gives it without a cap."""
    hasil = b.hasil(RumusCapaian.RASIO)
    return (
        hasil is not None
        and hasil.bawah > batas
        and b.rumus_tanpa_batas is None
        and any(cetak.bawah <= batas <= cetak.atas for cetak in b.cetak)
    )


def _is_melampaui(b: BarisKinerja, batas: Decimal) -> bool:
    """Beyond the cap, by the ratio itself."""
    return b.rumus_tanpa_batas is RumusCapaian.RASIO and all(cetak.bawah > batas for cetak in b.cetak)


def _bukti_batas(
    b: BarisKinerja, batas: Decimal, lain: Sequence[BarisKinerja], semua: Sequence[BarisKinerja], sebab: str
) -> Bukti:
    tulis = format_angka(batas)
    if _is_dibatasi(b, batas):
        hitung, cara = format_persen(b.rasio), f"baris ini dibatasi {tulis}, sedangkan {len(lain)} baris lain tidak"
    else:
        hitung, cara = f"{tulis}%", f"baris ini tidak dibatasi, sedangkan {len(lain)} baris lain berhenti pada {tulis}"
    tempat: list[Letak] = [x.sel_capaian.letak for x in semua if x is not b and x.is_sama(b)]
    return Bukti(
        b.sel_capaian.letak,
        b.sel_capaian.teks,
        hitung,
        f"{b.sel_realisasi.teks} ÷ {b.sel_target.teks} = {format_persen(b.rasio)}; {cara}",
        "Pakai satu batas untuk semua baris, dan sebutkan batas itu.",
        tuple(tempat),
        sebab=sebab,
    )


def _is_maksimasi_saja(b: BarisKinerja) -> bool:
    """Whether the printed capaian is realisasi ÷ target, with or without a cap, and no formula of minimasi gives it."""
    minimasi = (RumusCapaian.DUA_KURANG_RASIO, RumusCapaian.RASIO_TERBALIK)
    if any(b.fits(r, batas) for r in minimasi for batas in (None, *BATAS_LAZIM)):
        return False
    return any(b.fits(RumusCapaian.RASIO, batas) for batas in (None, *BATAS_LAZIM))


def _bukti_salin(sel: SelTerbaca, hitung: str, target: str, sebab: str) -> Bukti:
    return Bukti(
        sel.letak,
        sel.teks,
        hitung,
        f"sama dengan realisasinya; targetnya {target}",
        "Isi kolom capaian dengan perbandingan realisasi terhadap target.",
        sebab=sebab,
    )


DAFTAR_ATURAN = (
    Aturan("HIT001", "capaian-tidak-terulang", Tingkat.GALAT, capaian_tidak_terulang),
    Aturan("HIT004", "batas-sebagian-baris", Tingkat.PERINGATAN, batas_sebagian_baris),
    Aturan("HIT005", "arah-bertentangan-nama", Tingkat.PERINGATAN, arah_bertentangan_nama),
    Aturan("HIT006", "realisasi-disalin-ke-capaian", Tingkat.GALAT, realisasi_disalin),
    Aturan("HIT007", "capaian-bergeser-baris", Tingkat.GALAT, capaian_bergeser),
)
