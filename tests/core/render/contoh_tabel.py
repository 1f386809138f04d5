"""The tables of the made-up document, and the short words to write runs, cells and rows in tests."""

from decimal import Decimal

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.naskah.model import (
    Angka,
    Baris,
    BarisTabel,
    Kolom,
    Potongan,
    Rata,
    Sel,
    Tabel,
    Teks,
)


def isi(*bagian: str | Potongan) -> Baris:
    """A run from plain strings and pieces."""
    return tuple(Teks(b) if isinstance(b, str) else b for b in bagian)


def rupiah(jumlah: int) -> Angka:
    """An amount of money, bound to its value."""
    return Angka(Besaran.rupiah(jumlah))


def persen(angka: str) -> Angka:
    """A percentage, bound to its value."""
    return Angka(Besaran.persen(Decimal(angka)))


def sel(*bagian: str | Potongan) -> Sel:
    """A plain cell."""
    return Sel(isi(*bagian))


def baris(*bagian: str | Potongan | Sel) -> BarisTabel:
    """A plain row."""
    return BarisTabel(tuple(b if isinstance(b, Sel) else sel(b) for b in bagian))


def tabel_pengukuran() -> Tabel:
    """Two header rows with spans both ways; cells merged downwards in the body."""
    kolom = (
        Kolom("No", Rata.TENGAH, utuh=True, lebar_mm=10.0),
        Kolom("Sasaran Strategis", bobot=3, lebar_mm=37.0),
        Kolom("Indikator Kinerja", bobot=3, lebar_mm=42.0),
        Kolom("Target", Rata.KANAN, utuh=True, lebar_mm=22.0),
        Kolom("Realisasi", Rata.KANAN, utuh=True, lebar_mm=22.0),
        Kolom("Capaian", Rata.KANAN, utuh=True, lebar_mm=22.0),
    )
    kepala = (
        BarisTabel(
            (
                Sel(isi("No"), baris=2, rata=Rata.TENGAH),
                Sel(isi("Sasaran Strategis"), baris=2),
                Sel(isi("Indikator Kinerja"), baris=2),
                Sel(isi("Kinerja"), kolom=3, rata=Rata.TENGAH),
            )
        ),
        BarisTabel((sel("Target"), sel("Realisasi"), sel("Capaian"))),
    )
    menunggu = Angka(Besaran(Nilai.absent(StatusNilai.MENUNGGU_RILIS, "belum dirilis"), "%", 2))
    daftar = (
        BarisTabel((Sel(isi("Sasaran yang menjadi tugas bersama"), kolom=6),), "kelompok"),
        baris(
            Sel(isi("1"), baris=3),
            Sel(isi("Terlaksananya pemilihan sesuai dengan peraturan perundang-undangan"), baris=3),
            "Persentase tahapan yang dilaksanakan sesuai jadwal",
            persen("100"),
            persen("100"),
            persen("100"),
        ),
        baris("Persentase partisipasi pemilih dalam pemilihan", persen("77"), persen("78.84"), persen("102.39")),
        baris("Persentase partisipasi pemilih perempuan", persen("75"), persen("79.86"), persen("106.47")),
        baris("2", "Terwujudnya tata kelola yang baik", "Nilai indeks RB & opini <BPK>", "WTP", menunggu, menunggu),
        BarisTabel((Sel(isi("Rata-rata capaian"), kolom=5, tebal=True), Sel(isi(persen("91.70")))), "jumlah"),
    )
    return Tabel(
        "tabel-pengukuran",
        "Pengukuran Kinerja Tahun 2020",
        kolom,
        daftar,
        kepala,
        sumber="Perjanjian Kinerja Tahun 2020",
        nomor="3.1",
    )


def tabel_anggaran() -> Tabel:
    """Long amounts, a tree of rows, enough of them to run over a page."""
    kolom = (
        Kolom("Kode", utuh=True, lebar_mm=20.0),
        Kolom("Uraian", bobot=3, lebar_mm=38.0),
        Kolom("Pagu (Rp)", Rata.KANAN, utuh=True, lebar_mm=28.0),
        Kolom("Realisasi (Rp)", Rata.KANAN, utuh=True, lebar_mm=27.0),
        Kolom("Sisa (Rp)", Rata.KANAN, utuh=True, lebar_mm=27.0),
        Kolom("%", Rata.KANAN, utuh=True, lebar_mm=15.0),
    )
    daftar: list[BarisTabel] = []
    for program in range(1, 4):
        daftar.append(
            BarisTabel(
                (
                    sel(f"076.01.{program:02}"),
                    sel(f"Program ke-{program} dukungan manajemen dan pelaksanaan tugas teknis lainnya"),
                    Sel(isi(rupiah(20_184_522_000 + program))),
                    Sel(isi(rupiah(13_003_719_105))),
                    Sel(isi(rupiah(7_180_802_895 + program))),
                    Sel(isi(persen("64.42"))),
                ),
                "kelompok",
            )
        )
        for keluaran in range(1, 16):
            uraian = f"Keluaran {program}.{keluaran}: layanan administrasi kepegawaian, keuangan, dan umum"
            daftar.append(
                baris(
                    f"33{program:02}.{keluaran:03}",
                    Sel(isi(uraian), inden=1 + keluaran % 2),
                    rupiah(1_633_994_000 + keluaran),
                    rupiah(1_531_976_466),
                    rupiah(102_017_534 + keluaran),
                    persen("93.76"),
                )
            )
    daftar.append(
        BarisTabel(
            (
                Sel(isi("Jumlah"), kolom=2),
                Sel(isi(rupiah(60_553_566_006))),
                Sel(isi(rupiah(39_011_157_315))),
                Sel(isi(rupiah(21_542_408_691))),
                Sel(isi(persen("64.42"))),
            ),
            "jumlah",
        )
    )
    return Tabel("tabel-anggaran", "Realisasi Anggaran menurut Program", kolom, tuple(daftar), nomor="3.2")


def tabel_lanskap() -> Tabel:
    """A wide table on a page turned on its side."""
    kolom = (
        Kolom("Indikator", bobot=3, lebar_mm=67.0),
        *(Kolom(f"Tahun {tahun}", Rata.KANAN, utuh=True, lebar_mm=30.0) for tahun in range(2015, 2021)),
    )
    daftar = tuple(
        baris(
            f"Indikator kinerja nomor {n} dari rencana strategis",
            *(rupiah(1_000_000_000 * n + t) for t in range(6)),
        )
        for n in range(1, 8)
    )
    return Tabel(
        "tabel-jangka-menengah",
        "Perkembangan Indikator Selama Rencana Strategis",
        kolom,
        daftar,
        nomor="3.3",
        lanskap=True,
        huruf_pt=8.5,
    )


def tabel_renstra() -> Tabel:
    """A small table of words."""
    kolom = (
        Kolom("No", Rata.TENGAH, utuh=True, lebar_mm=12.0),
        Kolom("Misi", bobot=2, lebar_mm=143.0),
    )
    return Tabel(
        "tabel-misi",
        "Misi Komisi Pemilihan Umum",
        kolom,
        (
            baris("1", "Meningkatkan kualitas penyelenggaraan pemilu"),
            baris("2", "Memperkuat kedudukan organisasi"),
        ),
        nomor="1.1",
    )
