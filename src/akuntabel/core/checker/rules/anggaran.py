"""ANG: arithmetic of budget tables and of the chain of revisions."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka, format_rupiah
from akuntabel.core.checker.angka_tercetak import Rentang, read_rupiah, read_sel, rentang_cetak
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.tabel import Baris, RangkaiAnggaran
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

_TOTAL = re.compile(r"^(jumlah|total)\b", re.IGNORECASE)


def sisa_tidak_cocok(dok: Dokumen) -> Iterator[Bukti]:
    """Sisa yang tertulis bukan pagu dikurangi realisasi.

    Yang diperiksa: setiap baris tabel anggaran yang memuat pagu, realisasi, dan sisa.
    Mengapa penting: sisa menunjukkan uang yang tidak terpakai; salah satu dari ketiganya keliru.
    Perbaikan: hitung ulang sisa dari pagu dan realisasi, atau betulkan realisasinya.
    Dasar: aritmetika; PMK tentang pelaksanaan anggaran.
    """
    for t in dok.daftar_anggaran:
        for baris in t.tabel.baris if t.sisa is not None and t.realisasi is not None else ():
            pagu, realisasi, sisa = (read_rupiah(baris[n]) for n in (t.pagu, t.realisasi or 0, t.sisa or 0))
            if pagu is None or realisasi is None or sisa is None:
                continue
            dok.tandai(baris[t.sisa or 0].letak)
            if sisa != pagu - realisasi:
                sel = baris[t.sisa or 0]
                hitung = f"{format_angka(pagu)} − {format_angka(realisasi)} = {format_angka(pagu - realisasi)}"
                yield Bukti(
                    sel.letak,
                    sel.teks,
                    format_angka(pagu - realisasi),
                    f"{baris[t.uraian].teks}: {hitung}",
                    "Hitung ulang sisa, atau betulkan realisasinya.",
                )


def persen_serapan_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Persentase serapan yang tertulis bukan realisasi dibagi pagu.

    Yang diperiksa: setiap baris tabel anggaran yang memuat pagu, realisasi, dan persen, dengan rentang pembulatannya.
    Mengapa penting: serapan adalah angka yang paling sering dikutip dari bagian anggaran.
    Perbaikan: hitung ulang persennya, atau betulkan realisasinya.
    Dasar: PMK 22/PMK.02/2021, P = RA ÷ PA × 100.
    """
    for t in dok.daftar_anggaran:
        for baris in t.tabel.baris if t.persen is not None and t.realisasi is not None else ():
            pagu, realisasi = read_rupiah(baris[t.pagu]), read_rupiah(baris[t.realisasi or 0])
            persen = read_sel(baris[t.persen or 0])
            if not pagu or realisasi is None or persen is None:
                continue
            dok.tandai(baris[t.persen or 0].letak)
            serapan = Decimal(realisasi) * 100 / pagu
            if not rentang_cetak(persen).meets(Rentang(serapan, serapan)):
                sel = baris[t.persen or 0]
                yield Bukti(
                    sel.letak,
                    sel.teks,
                    f"{format_angka(serapan, 2)}%",
                    f"{baris[t.uraian].teks}: {format_angka(realisasi)} ÷ {format_angka(pagu)}",
                    "Hitung ulang persennya, atau betulkan realisasinya.",
                )


def induk_bukan_jumlah_anak(dok: Dokumen) -> Iterator[Bukti]:
    """Pagu atau realisasi sebuah kode bukan jumlah kode di bawahnya.

    Yang diperiksa: kode kegiatan (misalnya 3355) terhadap kode output yang diawali kode itu (3355.003, …).
    Mengapa penting: dari angka induk inilah total satker dijumlahkan.
    Perbaikan: betulkan anak yang keliru atau jumlahkan ulang induknya.
    Dasar: struktur kode anggaran.
    """
    for t in dok.daftar_anggaran:
        if t.kode is None:
            continue
        for baris in t.tabel.baris:
            anak = _daftar_anak(t, baris)
            for kolom, nama in _kolom_rupiah(t) if anak else ():
                jumlah = [read_rupiah(a[kolom]) for a in anak]
                tertulis = read_rupiah(baris[kolom])
                if tertulis is None or None in jumlah:
                    continue
                dok.tandai(baris[kolom].letak)
                benar = sum(j for j in jumlah if j is not None)
                if tertulis != benar:
                    yield Bukti(
                        baris[kolom].letak,
                        baris[kolom].teks,
                        format_angka(benar),
                        f"{nama} {baris[t.kode].teks} dibandingkan dengan jumlah {len(anak)} kode di bawahnya",
                        "Betulkan kode yang keliru, lalu jumlahkan ulang.",
                    )


def _kolom_rupiah(t: RangkaiAnggaran) -> list[tuple[int, str]]:
    return [(n, nama) for n, nama in ((t.pagu, "pagu"), (t.realisasi, "realisasi")) if n is not None]


def _daftar_anak(t: RangkaiAnggaran, induk: Baris) -> list[Baris]:
    """Rows one level below, of the same source of funds; an ambiguous tree gives none."""
    kode = induk[t.kode or 0].teks
    if not re.fullmatch(r"\d{4}", kode):
        return []
    sumber = _sumber(t, induk)
    semua = [b for b in t.tabel.baris if re.fullmatch(rf"{kode}\.\w{{3}}", b[t.kode or 0].teks)]
    anak = [b for b in semua if _sumber(t, b) == sumber]
    kembar = len({b[t.kode or 0].teks for b in anak}) < len(anak)
    return [] if kembar else list(anak)


def _sumber(t: RangkaiAnggaran, baris: Baris) -> str:
    return "" if t.dana is None else baris[t.dana].teks


def total_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Baris jumlah atau total bukan jumlah baris di atasnya.

    Yang diperiksa: tabel anggaran tanpa kode bertingkat yang ditutup satu baris jumlah.
    Mengapa penting: total inilah yang dikutip di tempat lain.
    Perbaikan: jumlahkan ulang; periksa baris yang terlewat.
    Dasar: aritmetika.
    """
    for t in dok.daftar_anggaran:
        rinci, total = _pisah_total(t)
        if total is None or t.kode is not None or not rinci:
            continue
        for kolom, nama in _kolom_rupiah(t):
            jumlah = [read_rupiah(b[kolom]) for b in rinci]
            tertulis = read_rupiah(total[kolom])
            if tertulis is None or None in jumlah:
                continue
            dok.tandai(total[kolom].letak)
            benar = sum(j for j in jumlah if j is not None)
            if tertulis != benar:
                beda = format_rupiah(tertulis - benar, bertanda=True)
                yield Bukti(
                    total[kolom].letak,
                    total[kolom].teks,
                    format_angka(benar),
                    f"jumlah {nama} {len(rinci)} baris di atasnya; selisih {beda}",
                    "Jumlahkan ulang, dan periksa baris yang terlewat atau dihitung dua kali.",
                )


def _pisah_total(t: RangkaiAnggaran) -> tuple[Sequence[Baris], Baris | None]:
    """The rows and their one closing total; None when there is none or there are several."""
    total = [n for n, b in enumerate(t.tabel.baris) if any(_TOTAL.match(s.teks) for s in b[: t.pagu])]
    if total != [len(t.tabel.baris) - 1]:
        return t.tabel.baris, None
    return t.tabel.baris[:-1], t.tabel.baris[-1]


def rantai_revisi_putus(dok: Dokumen) -> Iterator[Bukti]:
    """Pagu semula sebuah revisi bukan pagu menjadi revisi sebelumnya.

    Yang diperiksa: tabel revisi DIPA, baris demi baris.
    Mengapa penting: rantai yang putus berarti ada revisi yang terlewat atau salah ketik.
    Perbaikan: betulkan pagu atau sisipkan revisi yang terlewat.
    Dasar: PMK tentang tata cara revisi anggaran.
    """
    for t in dok.daftar_revisi:
        sebelum: int | None = None
        for baris in t.tabel.baris:
            semula, menjadi = read_rupiah(baris[t.semula]), read_rupiah(baris[t.menjadi])
            if sebelum is not None and semula is not None:
                dok.tandai(baris[t.semula].letak)
                if semula != sebelum:
                    yield Bukti(
                        baris[t.semula].letak,
                        baris[t.semula].teks,
                        format_angka(sebelum),
                        "pagu menjadi pada baris sebelumnya",
                        "Betulkan pagunya, atau sisipkan revisi yang terlewat.",
                    )
            sebelum = menjadi if menjadi is not None else semula if sebelum is None else sebelum


def selisih_revisi_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Selisih sebuah revisi bukan menjadi dikurangi semula, atau pengurangannya tidak bertanda.

    Yang diperiksa: kolom selisih pada tabel revisi DIPA.
    Mengapa penting: pengurangan tanpa tanda terbaca sebagai penambahan.
    Perbaikan: tulis tanda minus atau kurung pada pengurangan.
    Dasar: PMK tentang tata cara revisi anggaran.
    """
    for t in dok.daftar_revisi:
        for baris in t.tabel.baris if t.selisih is not None else ():
            semula, menjadi, selisih = (read_rupiah(baris[n]) for n in (t.semula, t.menjadi, t.selisih or 0))
            if semula is None or menjadi is None or selisih is None:
                continue
            dok.tandai(baris[t.selisih or 0].letak)
            benar = menjadi - semula
            if selisih != benar:
                is_tanda = selisih == -benar
                yield Bukti(
                    baris[t.selisih or 0].letak,
                    baris[t.selisih or 0].teks,
                    format_rupiah(benar, bertanda=True),
                    "pengurangan ditulis tanpa tanda" if is_tanda else "menjadi dikurangi semula",
                    "Tulis tanda minus pada pengurangan." if is_tanda else "Hitung ulang selisihnya.",
                )


DAFTAR_ATURAN = (
    Aturan("ANG001", "sisa-tidak-cocok", Tingkat.GALAT, sisa_tidak_cocok),
    Aturan("ANG002", "persen-serapan-salah", Tingkat.GALAT, persen_serapan_salah),
    Aturan("ANG003", "induk-bukan-jumlah-anak", Tingkat.GALAT, induk_bukan_jumlah_anak),
    Aturan("ANG004", "total-salah", Tingkat.GALAT, total_salah),
    Aturan("ANG005", "rantai-revisi-putus", Tingkat.GALAT, rantai_revisi_putus),
    Aturan("ANG006", "selisih-revisi-salah", Tingkat.PERINGATAN, selisih_revisi_salah),
)
