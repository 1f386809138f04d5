"""The worked table of docs/metode/partisipasi.md."""

from nilai_metode import Baris, Pilihan, assert_nilai, read_angka

from akuntabel.core.calc.partisipasi import JumlahPemilih, KategoriPemilih, RumusPartisipasi, compute_partisipasi

_KOLOM = {
    KategoriPemilih.TERDAFTAR: "terdaftar",
    KategoriPemilih.PINDAHAN: "pindahan",
    KategoriPemilih.TAMBAHAN_KTP: "tambahan",
}


def uji_partisipasi(baris: Baris, _pilihan: Pilihan) -> None:
    """The turnout of a row: all who voted over the base that it names."""
    dasar = frozenset(KategoriPemilih(nama.strip()) for nama in baris["Dasar"].split(","))
    jumlah = {
        kategori: JumlahPemilih(_read(baris.get(f"Pemilih {nama}", "")), _read(baris[f"Pengguna {nama}"]))
        for kategori, nama in _KOLOM.items()
    }
    assert_nilai(baris["Partisipasi"], compute_partisipasi(RumusPartisipasi(frozenset(KategoriPemilih), dasar), jumlah))


def _read(teks: str) -> int | None:
    return int(read_angka(teks)) if teks else None
