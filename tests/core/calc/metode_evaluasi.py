"""What is done with the rows of the page on the score of the evaluation."""

from collections.abc import Sequence

from nilai_metode import Baris, Pilihan, assert_nilai, read_angka

from akuntabel.core.calc.nilai_akip import (
    compute_komponen,
    compute_nilai_akip,
    compute_sub_predikat,
    compute_sub_rata,
)
from akuntabel.core.calc.skala import classify
from akuntabel.core.regulasi import load_skala
from akuntabel.core.regulasi.lke import load_lke


def uji_nilai_predikat(baris: Baris, _pilihan: Pilihan) -> None:
    grade = load_lke("permenpanrb-88-2021").find_grade(baris["Predikat"])
    assert grade is not None
    assert grade.nilai == read_angka(baris["Nilai"])
    hasil = compute_sub_predikat("1a", "", read_angka(baris["Bobot"]), grade.predikat, grade.nilai)
    assert_nilai(baris["Nilai × bobot"], hasil.tertimbang)


def uji_nilai_sub_rata(baris: Baris, _pilihan: Pilihan) -> None:
    angka = [None if n.strip() == "?" else read_angka(n.strip()) for n in baris["Nilai kriteria"].split(";")]
    kriteria = [(str(urut), n) for urut, n in enumerate(angka, 1)]
    hasil = compute_sub_rata("1a", "", read_angka(baris["Bobot"]), kriteria)
    assert_nilai(baris["Rata-rata"], hasil.nilai)
    assert_nilai(baris["Nilai × bobot"], hasil.tertimbang)
    assert baris["Cakupan"] == str(hasil.cakupan)
    assert hasil.is_lengkap is (None not in angka)


def uji_predikat_akip(baris: Baris, _pilihan: Pilihan) -> None:
    pita = classify(read_angka(baris["Nilai"]), load_skala("nilai-akip"))
    assert (pita.label, pita.keterangan) == (baris["Predikat"], baris["Sebutan"])


def uji_nilai_akip(daftar: Sequence[Baris], pilihan: Pilihan) -> None:
    """The grades of the page into the worksheet of its regulation; every line and the sum come out as written."""
    *butir, jumlah = daftar
    templat = load_lke(pilihan["regulasi"])
    predikat = {b["Subkomponen"]: b["Penilaian"] for b in butir}
    assert list(predikat) == [s.kode for s in templat.daftar_sub()]
    nilai = {g.predikat: g.nilai for g in templat.predikat}
    hasil = compute_nilai_akip(
        [
            compute_komponen(
                k.kode,
                k.nama,
                k.bobot,
                [
                    compute_sub_predikat(s.kode, s.nama, s.bobot, predikat[s.kode], nilai[predikat[s.kode]])
                    for s in k.sub
                ],
            )
            for k in templat.komponen
        ],
        templat.skala_akhir,
    )
    for b in butir:
        sub = hasil.find_sub(b["Subkomponen"])
        assert sub is not None
        assert_nilai(b["Nilai × bobot"], sub.tertimbang)
    assert_nilai(jumlah["Nilai × bobot"], hasil.nilai)
    assert hasil.predikat is not None
    assert hasil.predikat.label == jumlah["Penilaian"]
