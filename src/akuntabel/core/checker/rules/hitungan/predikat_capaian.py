"""HIT: the capaian of an indicator whose target and realisasi are predicates."""

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.core.calc.angka import format_persen
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, read_sel, rentang_cetak
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.peringkat import SERATUS, find_peringkat, rasio_skor
from akuntabel.core.checker.kinerja.rumus_kolom import BATAS_LAZIM
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca

Peringkat = tuple[str, int, int]


def predikat_disalin(dok: Dokumen) -> Iterator[Bukti]:
    """Kolom capaian mengulang predikat realisasi, bukan perbandingannya dengan target.

    Yang diperiksa: baris yang target, realisasi, dan capaiannya predikat, bila capaian sama dengan realisasi dan
    berbeda dari target.
    Mengapa penting: tidak tercapainya target tidak terlihat.
    Perbaikan: bandingkan peringkat atau skornya, dan tulis hasilnya dalam persen.
    Dasar: PermenPANRB 53/2014 lampiran II huruf E.
    """
    for target, realisasi, capaian, peringkat in _daftar_predikat(dok):
        kata = [s.teks.strip().casefold() for s in (target, realisasi, capaian)]
        if find_peringkat(target.teks, capaian.teks) is None:
            continue
        dok.tandai(capaian.letak)
        if kata[1] == kata[2] != kata[0]:
            yield Bukti(
                capaian.letak,
                capaian.teks,
                _hitung(peringkat),
                f"sama dengan realisasinya; targetnya {target.teks}",
                "Isi kolom capaian dengan perbandingan realisasi terhadap target.",
                is_keputusan=peringkat[2] < peringkat[1],
            )


def capaian_predikat_mustahil(dok: Dokumen) -> Iterator[Bukti]:
    """Capaian sebuah predikat tidak mungkin dihasilkan peringkat maupun skor predikatnya.

    Yang diperiksa: baris dengan target dan realisasi berupa predikat dan capaian berupa angka: perbandingan peringkat,
    semua perbandingan skor yang mungkin menurut rentang predikatnya, 100 bila tercapai dan 0 bila tidak, dan batas yang
    lazim.
    Mengapa penting: predikat yang turun dapat tercatat sebagai target yang tercapai.
    Perbaikan: betulkan capaiannya, atau sebutkan skor yang dibandingkan.
    Dasar: PermenPANRB 88/2021 tentang rentang nilai setiap predikat.
    """
    for target, realisasi, capaian, peringkat in _daftar_predikat(dok):
        angka = read_sel(capaian)
        if angka is None or angka.angka is None:
            continue
        dok.tandai(capaian.letak)
        # A lower predicate has a lower score, however near the two scores are.
        is_terbalik = angka.angka >= SERATUS and peringkat[2] < peringkat[1]
        mungkin = _daftar_mungkin(target.teks, realisasi.teks, peringkat)
        if is_terbalik or not any(r.meets(rentang_cetak(angka)) for r in mungkin):
            yield Bukti(
                capaian.letak,
                capaian.teks,
                _hitung(peringkat),
                f"target {target.teks} dan realisasi {realisasi.teks}; skor kedua predikat juga tidak menghasilkannya",
                "Betulkan capaiannya, atau sebutkan skor yang dibandingkan.",
                is_keputusan=(angka.angka >= SERATUS) != (peringkat[2] >= peringkat[1]),
                operan=(target.letak, realisasi.letak),
            )


def _daftar_predikat(dok: Dokumen) -> Iterator[tuple[SelTerbaca, SelTerbaca, SelTerbaca, Peringkat]]:
    """Target, realisasi and capaian of rows whose first two are predicates of one order."""
    for rangkai in dok.daftar_kinerja:
        for baris in rangkai.tabel.baris if rangkai.capaian is not None else ():
            target, realisasi = baris[rangkai.target], baris[rangkai.realisasi]
            peringkat = find_peringkat(target.teks, realisasi.teks)
            if peringkat is not None:
                yield target, realisasi, baris[rangkai.capaian or 0], peringkat


def _daftar_mungkin(target: str, realisasi: str, peringkat: Peringkat) -> Iterator[Rentang]:
    nama, urut_t, urut_r = peringkat
    rasio = Decimal(urut_r) * SERATUS / urut_t
    pasti = [rasio, SERATUS, *(b for b in BATAS_LAZIM if rasio > b)] if urut_r >= urut_t else [rasio, Decimal(0)]
    yield from (Rentang(x, x) for x in pasti)
    skor = rasio_skor(nama, target, realisasi)
    if skor is not None:
        yield skor


def _hitung(peringkat: Peringkat) -> str:
    _, urut_t, urut_r = peringkat
    return f"{format_persen(Decimal(urut_r) * SERATUS / urut_t)} (peringkat {urut_r} ÷ {urut_t})"


DAFTAR_ATURAN = (
    Aturan("HIT021", "predikat-disalin-ke-capaian", Tingkat.GALAT, predikat_disalin),
    Aturan("HIT022", "capaian-predikat-mustahil", Tingkat.GALAT, capaian_predikat_mustahil),
)
