"""What a wrong sum of money is said to be: the equations it breaks, and the slip of the hand that explains it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka, format_persen, format_rupiah
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Bukti
from akuntabel.core.checker.uang.periksa import PeriksaUang, periksa_uang
from akuntabel.core.checker.uang.persamaan import Dugaan, Jenis, Persamaan
from akuntabel.core.checker.uang.persamaan_tabel import Struktur
from akuntabel.core.checker.uang.tabel import PAGU, REALISASI, SISA, BarisUang, Uang
from akuntabel.core.naskah.terbaca import Letak

_PERBAIKAN = {
    Jenis.SISA: "Hitung ulang sisa, atau betulkan pagu atau realisasinya.",
    Jenis.PERSEN: "Hitung ulang persennya, atau betulkan realisasinya.",
    Jenis.INDUK: "Betulkan kode yang keliru, lalu jumlahkan ulang.",
    Jenis.JUMLAH: "Jumlahkan ulang, dan periksa baris yang terlewat atau dihitung dua kali.",
    Jenis.RANTAI: "Betulkan pagunya, atau sisipkan revisi yang terlewat.",
    Jenis.SELISIH: "Hitung ulang selisihnya.",
    Jenis.RINCIAN: "Samakan rincian dengan selisihnya.",
    Jenis.TOTAL_LAIN: "Pakai satu jumlah di semua tempat, atau jelaskan mengapa berbeda.",
    Jenis.POS_LAIN: "Pakai satu angka dengan tanggal data yang sama, atau jelaskan mengapa berbeda.",
}


def daftar_bukti(dok: Dokumen, *jenis: Jenis) -> Iterator[Bukti]:
    """The wrong figures whose first broken equation is of these kinds; all results of such equations are recomputed."""
    uang = periksa_uang(dok)
    dok.tandai(*(p.hasil.letak for p in uang.persamaan if p.jenis in jenis and not p.is_lunak))
    for d in uang.dugaan:
        utama = min(p.jenis for p in d.persamaan)
        if utama in jenis:
            yield _bukti(uang, d, utama)


def _bukti(uang: PeriksaUang, d: Dugaan, jenis: Jenis) -> Bukti:
    letak = d.uang.letak
    sumber = [u.letak for p in d.persamaan if p.jenis in (Jenis.TOTAL_LAIN, Jenis.POS_LAIN) for u in p.daftar_uang]
    calon = [] if d.is_pasti or d.lain else _daftar_terlibat(d)
    # What else of the same row could be wrong is in view; only other rows are named.
    lain = dict.fromkeys(x for x in (*(u.letak for u in d.lain), *sumber, *calon) if not _is_sebaris(x, letak))
    return Bukti(
        letak,
        d.uang.teks,
        _hitung(d),
        "; ".join((*dict.fromkeys(_urai(p, d) for p in d.persamaan), *_sebab(uang, d))),
        _PERBAIKAN[jenis],
        tuple(lain),
        # A wrong remainder and a wrong percentage of one row have one cause.
        f"uang {letak.blok} {letak.baris}" if letak.baris else "",
        is_keputusan=jenis is not Jenis.PERSEN and not _is_sisa(uang, d.uang),
    )


def _is_sebaris(satu: Letak, dua: Letak) -> bool:
    return (satu.blok, satu.baris) == (dua.blok, dua.baris)


def _daftar_terlibat(d: Dugaan) -> list[Letak]:
    """Where no figure can be told: the parts of the sum, of one of which the error may be."""
    return [u.letak for p in d.persamaan if p.jenis is not Jenis.PERSEN and len(p.operan) <= 12 for _, u in p.operan]


def _hitung(d: Dugaan) -> str:
    p = d.persamaan[0]
    if d.nilai is not None:
        is_selisih = p.jenis is Jenis.SELISIH and d.uang == p.hasil
        return format_rupiah(int(d.nilai), bertanda=True) if is_selisih else format_angka(d.nilai)
    return format_persen(p.rasio)


def _urai(p: Persamaan, d: Dugaan) -> str:
    """One equation in figures, solved for what was found wrong."""
    if p.hasil_persen is not None:
        naik, turun = (sum(u.nilai for t, u in p.operan if t == tanda) for tanda in (1, -1))
        return f"{p.urai}: {format_angka(naik)} ÷ {format_angka(turun)} = {format_angka(p.rasio, 2)}%"
    if p.jenis in (Jenis.TOTAL_LAIN, Jenis.POS_LAIN):
        sumber = p.operan[0][1].letak
        return f"{p.urai}: {format_angka(sum(t * u.nilai for t, u in p.operan))} menurut {sumber}"
    if p.jenis in (Jenis.INDUK, Jenis.JUMLAH):
        return _urai_jumlah(p)
    if p.jenis is Jenis.RANTAI and len(p.operan) == 1:
        return f"{p.urai}: pagu menjadi pada baris sebelumnya {format_angka(p.operan[0][1].nilai)}"
    suku = " ".join(_suku(t, u, is_awal=n == 0) for n, (t, u) in enumerate(p.operan))
    return f"{p.urai}: {suku} = {format_angka(sum(t * u.nilai for t, u in p.operan))}"


def _suku(tanda: int, u: Uang, *, is_awal: bool) -> str:
    kata = {1: "" if is_awal else "+ ", -1: "− "}[tanda]
    return f"{kata}{format_angka(u.nilai)}"


def _urai_jumlah(p: Persamaan) -> str:
    jumlah = sum(u.nilai for _, u in p.operan)
    beda = p.hasil.nilai - jumlah
    yang = f"{len(p.operan)} baris" if p.jenis is Jenis.JUMLAH else f"{len(p.operan)} kode di bawahnya"
    sama = next((f", sama dengan baris {u.letak.baris}" for _, u in p.operan if u.nilai and u.nilai == abs(beda)), "")
    return f"{p.urai}: jumlah {yang} {format_angka(jumlah)}; selisih {format_rupiah(int(beda), bertanda=True)}{sama}"


def _is_sisa(uang: PeriksaUang, u: Uang) -> bool:
    s = uang.find_tabel(u.letak)
    return s is not None and s.t.kolom.get(SISA) == u.letak.kolom - 1


def _sebab(uang: PeriksaUang, d: Dugaan) -> Iterator[str]:
    """How the error came about, where the figures show it."""
    s = uang.find_tabel(d.uang.letak)
    if s is None or not d.uang.letak.baris:
        return
    baris = s.t.baris[d.uang.letak.baris - 1]
    induk = next((s.t.baris[i] for i, anak in s.pohon.anak.items() if baris.nomor in anak), None)
    if induk is not None and d.uang.teks and induk.sel[d.uang.letak.kolom - 1].teks == d.uang.teks:
        yield f"angka induknya, {induk.kode or induk.sebutan}, tersalin"
    elif all(p in baris.uang for p in (PAGU, REALISASI, SISA)) and (
        baris.uang[PAGU].nilai == baris.uang[REALISASI].nilai == baris.uang[SISA].nilai != 0
    ):
        yield "pagu, realisasi, dan sisa ditulis sama"
    if d.nilai is None and _is_rerata(s, baris):
        yield "yang tertulis adalah rata-rata persen baris di bawahnya; jumlahkan dulu, lalu bagi"
    yield from _pagu_lain(s, baris, d)


def _is_rerata(s: Struktur, baris: BarisUang) -> bool:
    """Whether a percentage is the mean of those of its parts."""
    anggota: Sequence[int] = next((k.anggota for k in s.kelompok if k.jumlah == baris.nomor), ())
    persen = [p.angka for n in anggota if (p := s.t.baris[n].persen) is not None and p.angka is not None]
    if baris.persen is None or baris.persen.angka is None or len(persen) < 2:
        return False
    return abs(sum(persen, Decimal(0)) / len(persen) - baris.persen.angka) <= 2 * baris.persen.setengah_lebar


def _pagu_lain(s: Struktur, baris: BarisUang, d: Dugaan) -> Iterator[str]:
    """The remainder and the percentage may agree with each other on another ceiling than the one printed."""
    if not all(p in baris.uang for p in (PAGU, REALISASI, SISA)) or s.t.kolom_persen is None or baris.persen is None:
        return
    realisasi, sisa = baris.uang[REALISASI].nilai, baris.uang[SISA].nilai
    pagu = realisasi + sisa
    if pagu <= 0 or pagu == baris.uang[PAGU].nilai or not any(p.jenis is Jenis.SISA for p in d.persamaan):
        return
    if abs(realisasi * 100 / pagu - (baris.persen.angka or 0)) <= 2 * baris.persen.setengah_lebar:
        yield f"sisa dan persennya cocok dengan pagu {format_angka(pagu)}"
