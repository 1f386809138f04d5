"""What a capaian can be where target and realisasi are predicates: by rank, or by the scores that they stand for."""

from decimal import Decimal

from akuntabel.core.checker.bacaan.angka_tercetak import Rentang
from akuntabel.core.regulasi import daftar_predikat, load_isi_predikat, load_predikat, load_skala

SERATUS = Decimal(100)
TERPANJANG = 8  # letters of the longest predicate, "WTP-DPP" and a mark


def find_peringkat(target: str, realisasi: str) -> tuple[str, int, int] | None:
    """The order that knows both predicates, the rank of the target and of the realisasi; None where none does."""
    if not target[:1].isalpha() or max(len(target), len(realisasi)) > TERPANJANG:
        return None
    for nama in daftar_predikat():
        urutan = load_predikat(nama)
        urut_t, urut_r = urutan.rank(target), urutan.rank(realisasi)
        if urut_t is not None and urut_r is not None:
            return nama, urut_t, urut_r
    return None


def rasio_peringkat(target: str, realisasi: str) -> Decimal | None:
    """Rank over rank in percent."""
    dikenal = find_peringkat(target, realisasi)
    return None if dikenal is None else Decimal(dikenal[2]) * SERATUS / dikenal[1]


def rasio_skor(nama: str, target: str, realisasi: str) -> Rentang | None:
    """The least and the most that score over score can be, for the bands of both predicates; None without a scale."""
    skala = load_isi_predikat(nama).skala
    if skala is None:
        return None
    atas = SERATUS
    pita: dict[str, Rentang] = {}
    for p in load_skala(skala).pita:
        pita[p.label.casefold()] = Rentang(p.batas, atas)
        atas = p.batas
    t, r = pita.get(target.strip().casefold()), pita.get(realisasi.strip().casefold())
    if t is None or r is None or t.bawah <= 0:
        return None
    return Rentang(r.bawah * SERATUS / t.atas, r.atas * SERATUS / t.bawah)
