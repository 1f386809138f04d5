"""HIT: arithmetic of performance tables."""

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.baca_angka import AngkaTertulis
from akuntabel.core.checker.angka_tercetak import Rentang, read_rupiah, read_sel, rentang_cetak
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

BATAS_UMUM = (Decimal(100), Decimal(110), Decimal(120), Decimal(150))


def capaian_tidak_terulang(dok: Dokumen) -> Iterator[Bukti]:
    """Capaian yang tertulis tidak dihasilkan rumus mana pun dari target dan realisasinya.

    Yang diperiksa: realisasi ÷ target, 2 − realisasi ÷ target, dan target ÷ realisasi, masing-masing tanpa batas dan
    dengan batas 100, 110, 120, dan 150; angka tercetak dibaca sebagai rentang pembulatannya.
    Mengapa penting: capaian adalah angka yang dipertanggungjawabkan; yang tidak dapat dihitung ulang tidak dapat
    dipercaya.
    Perbaikan: betulkan capaian, atau sebutkan rumus dan batas yang dipakai.
    Dasar: PermenPANRB 53/2014 lampiran II huruf E.
    """
    for t in dok.daftar_kinerja:
        for baris in t.tabel.baris if t.capaian is not None else ():
            target, realisasi, capaian = (read_sel(baris[n]) for n in (t.target, t.realisasi, t.capaian or 0))
            if target is None or realisasi is None or capaian is None or target.angka == 0:
                continue
            if _is_tidak_sebanding(target, realisasi):
                continue
            dok.tandai(baris[t.capaian or 0].letak)
            daftar = _daftar_hasil(target, realisasi)
            if any(_cocok(hasil, capaian) for hasil in daftar):
                continue
            seharusnya = f"{format_angka(_rasio(target, realisasi), 2)}%"
            yield Bukti(
                baris[t.capaian or 0].letak,
                baris[t.capaian or 0].teks,
                seharusnya,
                f"{baris[t.realisasi].teks} ÷ {baris[t.target].teks} = {seharusnya}; rumus minimasi dan batas yang "
                "lazim juga tidak menghasilkan yang tertulis.",
                "Betulkan capaiannya, atau sebutkan rumusnya.",
            )


def _is_tidak_sebanding(target: AngkaTertulis, realisasi: AngkaTertulis) -> bool:
    return (target.satuan == "%") != (realisasi.satuan == "%")


def _rasio(target: AngkaTertulis, realisasi: AngkaTertulis) -> Decimal:
    return (realisasi.angka or Decimal(0)) / (target.angka or Decimal(1)) * 100


def _daftar_hasil(target: AngkaTertulis, realisasi: AngkaTertulis) -> list[Rentang]:
    """What the formulas can give for the printed digits: the realisasi may have been rounded, the target is as set."""
    rentang = rentang_cetak(realisasi)
    t = target.angka or Decimal(1)
    ujung = [r / t * 100 for r in (rentang.bawah, rentang.atas)]
    hasil = [Rentang(min(ujung), max(ujung)), Rentang(200 - max(ujung), 200 - min(ujung))]
    if rentang.bawah > 0:
        balik = [t / r * 100 for r in (rentang.bawah, rentang.atas)]
        hasil.append(Rentang(min(balik), max(balik)))
    return hasil


def _cocok(hasil: Rentang, capaian: AngkaTertulis) -> bool:
    cetak = rentang_cetak(capaian)
    if hasil.meets(cetak):
        return True
    dibatasi = [batas for batas in BATAS_UMUM if hasil.atas > batas]
    return any(cetak.bawah <= batas <= cetak.atas for batas in dibatasi) or (hasil.atas < 0 and cetak.bawah <= 0)


def jumlah_baris_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Kolom jumlah bukan penjumlahan kolom laki-laki dan perempuan pada barisnya.

    Yang diperiksa: tabel dengan kolom laki-laki, perempuan, dan jumlah.
    Mengapa penting: jumlah ini menjadi pembilang dan penyebut indikator.
    Perbaikan: jumlahkan ulang barisnya.
    Dasar: aritmetika.
    """
    for tabel in dok.daftar_tabel:
        kepala = [k.lower().replace("-", " ") for k in tabel.kepala]
        letak = [kepala.index(k) if k in kepala else None for k in ("laki laki", "perempuan", "jumlah")]
        if None in letak:
            continue
        for baris in tabel.baris:
            laki, perempuan, jumlah = (read_rupiah(baris[n]) for n in letak if n is not None)
            if laki is None or perempuan is None or jumlah is None:
                continue
            dok.tandai(baris[letak[2] or 0].letak)
            if laki + perempuan != jumlah:
                sel = baris[letak[2] or 0]
                hitung = format_angka(laki + perempuan)
                yield Bukti(sel.letak, sel.teks, hitung, "laki-laki + perempuan", "Jumlahkan ulang baris ini.")


DAFTAR_ATURAN = (
    Aturan("HIT001", "capaian-tidak-terulang", Tingkat.GALAT, capaian_tidak_terulang),
    Aturan("HIT002", "jumlah-baris-salah", Tingkat.GALAT, jumlah_baris_salah),
)
