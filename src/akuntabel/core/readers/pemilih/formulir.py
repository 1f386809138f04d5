"""The form of a recap: one row for each area, men and women of every list beside each other."""

from collections.abc import Mapping

from akuntabel.core.calc.partisipasi import KategoriPemilih, find_singkatan
from akuntabel.core.fakta.kepemiluan import Disabilitas
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.core.readers.isian.bentuk import Formulir, JenisIsian, KolomIsian, LembarIsian

NAMA_LEMBAR = "rekap"
UKURAN = ("pemilih", "pengguna")
KUNCI = ("kecamatan", "kelurahan", "disabilitas")
_SEBUTAN_JUMLAH = "L+P"


def build_formulir_pemilih(label: Mapping[KategoriPemilih, str]) -> Formulir:
    """The form in the words of an election; label: what it calls each list."""
    return Formulir(
        "pemilih",
        "Rekapitulasi pemilih dan pengguna hak pilih",
        (
            LembarIsian(
                NAMA_LEMBAR,
                "Rekapitulasi",
                "Satu baris untuk setiap kelurahan atau desa, atau setiap kecamatan. Hanya jumlah; jangan menulis "
                "nama atau NIK. Kosong berarti belum diketahui; tulis 0 bila memang tidak ada.",
                (*_KOLOM_WILAYAH, *_daftar_kolom_angka(label)),
                KUNCI,
            ),
        ),
    )


def kunci_angka(ukuran: str, kategori: KategoriPemilih, kelamin: JenisKelamin | None) -> str:
    """The name of a column of figures; kelamin None: men and women together, for checking only."""
    return f"{ukuran}_{kategori}_{kelamin.value if kelamin else 'jumlah'}"


def read_disabilitas(teks: str | None) -> Disabilitas:
    """What a cell of that column says; empty: all voters."""
    return _PER_LABEL[teks] if teks else Disabilitas.SEMUA


_PER_LABEL = {d.label: d for d in Disabilitas}
_KOLOM_WILAYAH = (
    KolomIsian("kecamatan", "Kecamatan", is_wajib=False, keterangan="kosong: seluruh wilayah", contoh="Sukorejo"),
    KolomIsian("kelurahan", "Kelurahan", is_wajib=False, keterangan="kelurahan atau desa", contoh="Karangsari"),
    KolomIsian(
        "disabilitas",
        "Disabilitas",
        JenisIsian.PILIHAN,
        is_wajib=False,
        keterangan="kosong: seluruh pemilih; selainnya bagian dari mereka",
        pilihan=tuple(d.label for d in Disabilitas),
    ),
)


def _daftar_kolom_angka(label: Mapping[KategoriPemilih, str]) -> list[KolomIsian]:
    kolom = []
    for ukuran in UKURAN:
        for kategori, nama in label.items():
            singkatan = find_singkatan(nama)
            awal = singkatan if ukuran == "pemilih" else f"Pengguna {singkatan}"
            for kelamin in (*JenisKelamin, None):
                keterangan = f"{ukuran} dalam {nama}" + ("" if kelamin else "; hanya untuk diperiksa, boleh kosong")
                kolom.append(
                    KolomIsian(
                        kunci_angka(ukuran, kategori, kelamin),
                        f"{awal} {kelamin.value if kelamin else _SEBUTAN_JUMLAH}",
                        JenisIsian.BULAT,
                        is_wajib=False,
                        keterangan=keterangan,
                    )
                )
    return kolom
