"""What is done with the rows of the pages on spending against its plan, and on IKPA."""

from collections.abc import Sequence
from decimal import Decimal

from nilai_metode import Baris, Pilihan, assert_nilai, read_angka, read_daftar, read_nilai

from akuntabel.core.calc.ikpa import ButirIkpa, compute_ikpa, compute_nilai_revisi
from akuntabel.core.calc.penarikan import (
    CaraDeviasi,
    PenarikanJenis,
    SerapanJenis,
    compute_deviasi_bulan,
    compute_nilai_deviasi,
    compute_serapan_triwulan,
)


def uji_deviasi(baris: Baris, pilihan: Pilihan) -> None:
    kolom = [_butir(baris[nama]) for nama in ("Pagu", "Rencana", "Realisasi")]
    daftar = [
        PenarikanJenis("52", _rupiah(pagu) or 0, _rupiah(rencana) or 0, _rupiah(realisasi))
        for pagu, rencana, realisasi in zip(*kolom, strict=True)
    ]
    assert_nilai(baris["Deviasi"], compute_deviasi_bulan(daftar, CaraDeviasi(pilihan["cara"])).nilai)


def uji_nilai_deviasi(baris: Baris, pilihan: Pilihan) -> None:
    hasil = compute_nilai_deviasi(read_daftar(baris["Deviasi bulanan"]), Decimal(pilihan["toleransi"]))
    assert_nilai(baris["Rata-rata"], hasil.rata.nilai)
    assert_nilai(baris["Nilai"], hasil.nilai)


def uji_serapan_target(baris: Baris, _pilihan: Pilihan) -> None:
    kolom = [_butir(baris[nama]) for nama in ("Pagu", "Target", "Realisasi")]
    daftar = [
        SerapanJenis("52", _rupiah(pagu) or 0, read_angka(target), _rupiah(realisasi))
        for pagu, target, realisasi in zip(*kolom, strict=True)
    ]
    assert_nilai(baris["Nilai"], compute_serapan_triwulan(daftar).nilai)


def uji_nilai_revisi(baris: Baris, _pilihan: Pilihan) -> None:
    assert_nilai(baris["Nilai"], compute_nilai_revisi([int(n) for n in _butir(baris["Revisi per periode"])]))


def uji_ikpa(daftar: Sequence[Baris], _pilihan: Pilihan) -> None:
    *butir, jumlah = daftar
    hasil = compute_ikpa(
        [
            ButirIkpa(b["Indikator"], b["Indikator"], read_angka(b["Bobot"]), read_nilai(b["Nilai"]), b["Sifat"] != "")
            for b in butir
        ]
    )
    assert hasil.bobot == read_angka(jumlah["Bobot"])
    assert_nilai(jumlah["Nilai × bobot"], hasil.jumlah)
    assert_nilai(jumlah["Nilai"], hasil.nilai)


def _butir(teks: str) -> list[str]:
    return [b.strip() for b in teks.split(";")]


def _rupiah(teks: str) -> int | None:
    """ "?" is not known, which is not 0."""
    return None if teks == "?" else int(read_angka(teks))
