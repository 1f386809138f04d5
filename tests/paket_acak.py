"""Random offices with random facts: what the checker must be silent on, whatever an office reports.

Structure, figures, gaps and wording vary; every package is one that ``read_paket`` takes.
"""

from collections.abc import Callable, Mapping  # noqa: TC003 — one import with the runtime use in a dict
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.fakta.anggaran import (
    Anggaran,
    JenisRevisi,
    KodeAnggaran,
    RevisiDipa,
    RincianRevisi,
    TingkatAnggaran,
)
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.laporan import IsuStrategis, Langkah, Laporan
from akuntabel.core.fakta.organisasi import JenisTugas, JenisUnit, Pejabat, PeranPejabat, Satker, Unit, UraianTugas
from akuntabel.core.fakta.pengukuran import Elemen, Fakta, JenisKelamin, Pembanding, Riwayat
from akuntabel.core.fakta.perencanaan import (
    Agregasi,
    HubunganAnggaran,
    Indikator,
    PerjanjianKinerja,
    PerjanjianTarget,
    Renstra,
    Sasaran,
    SasaranAnggaran,
    SumberRealisasi,
    TargetRenstra,
    Tujuan,
)

KOTA = ("Blitar", "Madiun", "Salatiga", "Pagar Alam", "Tomohon", "Bima", "Sorong", "Ternate")
SASARAN = (
    "Meningkatnya kualitas penyelenggaraan pemilihan",
    "Terwujudnya tata kelola kantor yang akuntabel",
    "Meningkatnya partisipasi masyarakat",
    "Tersedianya data pemilih yang mutakhir",
    "Meningkatnya kompetensi pegawai",
)
RASIO = (
    "Persentase pemilih yang menggunakan hak pilih",
    "Persentase dokumen perencanaan yang selesai tepat waktu",
    "Persentase pegawai yang mengikuti pelatihan",
    "Persentase sekolah yang menerima pendidikan pemilih",
    "Persentase logistik yang tiba sesuai jadwal",
    "Persentase permohonan informasi yang dijawab",
)
RASIO_MENURUN = (
    "Persentase pemilih yang tidak masuk dalam daftar pemilih",
    "Persentase keterlambatan penyampaian laporan",
    "Persentase surat suara rusak",
)
CACAH = ("Jumlah kegiatan sosialisasi", "Jumlah laporan keuangan yang disampaikan", "Jumlah kelurahan yang dibina")
INDEKS = ("Indeks kepuasan pelayanan", "Nilai keterbukaan informasi publik")
KEGIATAN = (
    "Pengelolaan Keuangan",
    "Pembinaan Sumber Daya Manusia",
    "Penyusunan Rencana dan Anggaran",
    "Pendidikan Pemilih",
    "Pengelolaan Logistik",
    "Penyelenggaraan Pemilihan",
    "Pelayanan Hukum",
)
OUTPUT = ("Laporan", "Dokumen", "Layanan", "Sosialisasi", "Data", "Bimbingan Teknis", "Sarana")
SUMBER = "Laporan satker"


@dataclass(frozen=True, slots=True)
class _Bagian:
    """An indicator with what it is computed from and what it was to reach."""

    indikator: Indikator
    target: str
    elemen: tuple[Elemen, ...]
    fakta: tuple[Fakta, ...]


@st.composite
def paket_acak(draw: DrawFn) -> FaktaTahun:
    """The facts of an office that does not exist."""
    tahun = draw(st.integers(2017, 2029))
    kota = draw(st.sampled_from(KOTA))
    daftar_sasaran = _sasaran(draw)
    bagian = _daftar_bagian(draw, daftar_sasaran, tahun)
    kode, daftar_anggaran = _anggaran(draw)
    pagu = sum(a.pagu for a in daftar_anggaran)
    revisi, rincian = _revisi(draw, pagu, daftar_anggaran)
    program = kode[0].kode
    return FaktaTahun(
        satker=Satker(
            "999901",
            f"KPU Kota {kota}",
            f"Komisi Pemilihan Umum Kota {kota}",
            "kota",
            "KPU Provinsi Contoh",
            kota,
            "KPU",
            "Komisi Pemilihan Umum (BA 076)",
        ),
        laporan=Laporan(
            tahun,
            None,
            draw(st.sampled_from(["kpu", "permendagri-86-2017", "kemenkeu"])),
            kota,
            None,
            f"Januari {tahun + 1}",
            "ketua",
            "apip",
            ("uu-7-2017", "perpres-29-2014", "permenpanrb-53-2014"),
            draw(st.none() | st.integers(80, 100)),
        ),
        renstra=Renstra(
            tahun,
            tahun + 4,
            f"Keputusan KPU tentang Rencana Strategis Tahun {tahun}–{tahun + 4}",
            "Penyelenggara pemilihan yang dipercaya",
            ("Bekerja jujur", "Melayani semua"),
            (Tujuan("1", "Pemilihan yang dipercaya"),),
        ),
        daftar_pejabat=(
            Pejabat("ketua", PeranPejabat.PIMPINAN, f"Ketua KPU Kota {kota}", "Rina"),
            Pejabat("atasan", PeranPejabat.ATASAN, "Ketua KPU Provinsi Contoh", "Danu"),
            Pejabat("apip", PeranPejabat.PEREVIU, "Inspektur", "Sari"),
        ),
        daftar_unit=(Unit("divisi-data", JenisUnit.DIVISI, "Divisi Data"),),
        daftar_tugas=(
            UraianTugas(JenisTugas.TUGAS, 1, "melaksanakan tahapan", dasar="uu-7-2017"),
            UraianTugas(JenisTugas.WEWENANG, 1, "menetapkan jadwal", dasar="uu-7-2017"),
            UraianTugas(JenisTugas.KEWAJIBAN, 1, "melaksanakan semua tahapan tepat waktu", dasar="uu-7-2017"),
            UraianTugas(JenisTugas.TUGAS, 1, "memutakhirkan data pemilih", "divisi-data", "pkpu-8-2019"),
        ),
        daftar_sasaran=daftar_sasaran,
        daftar_indikator=tuple(b.indikator for b in bagian),
        daftar_target_renstra=_target_renstra(draw, bagian, tahun),
        daftar_perjanjian=(PerjanjianKinerja("pk", tahun, 0, "ketua", "atasan", sumber=SUMBER),),
        daftar_perjanjian_target=tuple(PerjanjianTarget("pk", b.indikator.kode, b.target) for b in bagian),
        daftar_sasaran_anggaran=tuple(
            SasaranAnggaran(s.kode, k, HubunganAnggaran.UTAMA, alasan="menunjang sasaran")
            for s in daftar_sasaran
            if (k := draw(st.sampled_from(["", *sorted({a.kode for a in daftar_anggaran})])))
        ),
        daftar_elemen=tuple(e for b in bagian for e in b.elemen),
        daftar_fakta=tuple(f for b in bagian for f in b.fakta),
        daftar_riwayat=_riwayat(draw, bagian, tahun),
        daftar_pembanding=_pembanding(draw, bagian, tahun),
        daftar_pemilihan=(),
        daftar_tahapan=(),
        daftar_perkara=(),
        daftar_kode_anggaran=kode,
        daftar_anggaran=daftar_anggaran,
        daftar_revisi=revisi,
        daftar_rincian_revisi=rincian,
        daftar_hibah=(),
        daftar_isu=(IsuStrategis(1, "Data pemilih selalu berubah.", "Warga pindah dan lahir setiap hari."),),
        daftar_langkah=(Langkah(1, f"Memperbaiki pelaksanaan program {program}.", "divisi-data"),),
        daftar_bukti=(),
        daftar_catatan_sumber=(),
    )


def _sasaran(draw: DrawFn) -> tuple[Sasaran, ...]:
    nama = draw(st.lists(st.sampled_from(SASARAN), min_size=1, max_size=4, unique=True))
    return tuple(Sasaran(str(n), teks, "1") for n, teks in enumerate(nama, 1))


def _daftar_bagian(draw: DrawFn, daftar_sasaran: tuple[Sasaran, ...], tahun: int) -> tuple[_Bagian, ...]:
    cara: Mapping[str, Callable[[DrawFn, str, str, str, int], _Bagian]] = (
        dict.fromkeys(RASIO, _rasio)
        | dict.fromkeys(RASIO_MENURUN, _rasio)
        | dict.fromkeys(CACAH, _cacah)
        | dict.fromkeys(INDEKS, _indeks)
        | {"Nilai akuntabilitas kinerja": _predikat}
    )
    terpilih = draw(
        st.lists(st.sampled_from(sorted(cara)), min_size=len(daftar_sasaran), max_size=len(cara), unique=True)
    )
    bagian = []
    nomor = dict.fromkeys([s.kode for s in daftar_sasaran], 0)
    for n, nama in enumerate(terpilih):
        sasaran = daftar_sasaran[n % len(daftar_sasaran)].kode
        nomor[sasaran] += 1
        bagian.append(cara[nama](draw, f"{sasaran}.{nomor[sasaran]}", sasaran, nama, tahun))
    return tuple(sorted(bagian, key=lambda b: [int(x) for x in b.indikator.kode.split(".")]))


def _indikator(kode: str, sasaran: str, nama: str, satuan: str, rumus: str, **lain: object) -> Indikator:
    bawaan: dict[str, object] = {
        "arah": Arah.MINIMASI if nama in RASIO_MENURUN else Arah.MAKSIMASI,
        "desimal": 2,
        "konsolidasi": Konsolidasi.RUMUS,
        "agregasi": Agregasi.RASIO_DARI_JUMLAH,
    }
    return Indikator(
        kode=kode,
        sasaran=sasaran,
        nama=nama,
        definisi=f"{nama} menurut catatan satker.",
        satuan=satuan,
        rumus=rumus,
        pembilang=None,
        penyebut=None,
        sumber_data="catatan satker",
        sumber_realisasi=SumberRealisasi.SENDIRI,
        **bawaan | lain,  # type: ignore[arg-type]
    )


def _nama_elemen(kode: str, akhiran: str) -> str:
    return f"e{kode.replace('.', '_')}_{akhiran}"


def _rasio(draw: DrawFn, kode: str, sasaran: str, nama: str, tahun: int) -> _Bagian:
    """A part of a whole, perhaps by sex, perhaps not measured."""
    a, b = _nama_elemen(kode, "terhitung"), _nama_elemen(kode, "semua")
    pokok = nama.removeprefix("Persentase ")
    elemen = (
        Elemen(a, pokok[0].upper() + pokok[1:], "orang", Konsolidasi.TERAKHIR),
        Elemen(b, f"Semua yang dapat menjadi {pokok}", "orang", Konsolidasi.TERAKHIR),
    )
    kelamin = draw(st.sampled_from([(None,), (JenisKelamin.LAKI_LAKI, JenisKelamin.PEREMPUAN)]))
    fakta = []
    for k in kelamin:
        semua = draw(st.integers(1, 200_000))
        terhitung = draw(st.integers(0, semua))
        fakta += [
            Fakta(a, str(tahun), _status(terhitung), k, nilai=Decimal(terhitung), sumber=SUMBER),
            Fakta(b, str(tahun), _status(semua), k, nilai=Decimal(semua), sumber=SUMBER),
        ]
    if draw(st.integers(0, 6)) == 0:
        fakta = [_belum(a, tahun), _belum(b, tahun)]
    target = draw(st.integers(1, 30) if nama in RASIO_MENURUN else st.integers(40, 100))
    return _Bagian(_indikator(kode, sasaran, nama, "%", f"{a} / {b} * 100"), str(target), elemen, tuple(fakta))


def _cacah(draw: DrawFn, kode: str, sasaran: str, nama: str, tahun: int) -> _Bagian:
    e = _nama_elemen(kode, "jumlah")
    pokok = nama.removeprefix("Jumlah ")
    nilai = draw(st.integers(0, 60))
    fakta = Fakta(e, str(tahun), _status(nilai), nilai=Decimal(nilai), sumber=SUMBER)
    return _Bagian(
        _indikator(
            kode, sasaran, nama, "kegiatan", e, desimal=0, konsolidasi=Konsolidasi.JUMLAH, agregasi=Agregasi.JUMLAH
        ),
        str(draw(st.integers(1, 40))),
        (Elemen(e, pokok[0].upper() + pokok[1:], "kegiatan", Konsolidasi.JUMLAH),),
        (fakta,),
    )


def _indeks(draw: DrawFn, kode: str, sasaran: str, nama: str, tahun: int) -> _Bagian:
    e = _nama_elemen(kode, "nilai")
    nilai = draw(st.decimals("0.01", "100", places=2))
    fakta = Fakta(e, str(tahun), StatusNilai.TERUKUR, nilai=nilai, sumber=SUMBER)
    return _Bagian(
        _indikator(
            kode, sasaran, nama, "poin", e, konsolidasi=Konsolidasi.TERAKHIR, agregasi=Agregasi.RATA_RATA_BERBOBOT
        ),
        str(draw(st.decimals("1", "100", places=1))),
        (Elemen(e, nama, "poin", Konsolidasi.TERAKHIR),),
        (fakta,),
    )


def _predikat(draw: DrawFn, kode: str, sasaran: str, nama: str, tahun: int) -> _Bagian:
    e = _nama_elemen(kode, "predikat")
    huruf = draw(st.sampled_from(["AA", "A", "BB", "B", "CC", "C", "D"]))
    fakta = Fakta(e, str(tahun), StatusNilai.TERUKUR, predikat=huruf, sumber=SUMBER)
    return _Bagian(
        _indikator(
            kode,
            sasaran,
            nama,
            "predikat",
            e,
            arah=Arah.ORDINAL,
            desimal=0,
            konsolidasi=Konsolidasi.TERAKHIR,
            agregasi=Agregasi.TIDAK,
            predikat="akip",
        ),
        draw(st.sampled_from(["A", "BB", "B", "CC"])),
        (Elemen(e, nama, "predikat", Konsolidasi.TERAKHIR),),
        (fakta,),
    )


def _status(nilai: int) -> StatusNilai:
    return StatusNilai.TERUKUR if nilai else StatusNilai.NOL


def _belum(elemen: str, tahun: int) -> Fakta:
    return Fakta(elemen, str(tahun), StatusNilai.MENUNGGU_RILIS, alasan="hasil belum dirilis", sumber=SUMBER)


def _target_renstra(draw: DrawFn, bagian: tuple[_Bagian, ...], tahun: int) -> tuple[TargetRenstra, ...]:
    berangka = [b for b in bagian if b.indikator.predikat is None and draw(st.booleans())]
    return tuple(
        TargetRenstra(b.indikator.kode, tahun + n, b.target if n == 0 else str(draw(st.integers(1, 100))), SUMBER)
        for b in berangka
        for n in range(5)
    )


def _riwayat(draw: DrawFn, bagian: tuple[_Bagian, ...], tahun: int) -> tuple[Riwayat, ...]:
    daftar = []
    for b in bagian:
        if b.indikator.predikat is not None:
            continue
        for lalu in range(draw(st.integers(0, 4)), 0, -1):
            nilai = draw(st.decimals("0", "100", places=b.indikator.desimal))
            target = draw(st.none() | st.integers(1, 100).map(str))
            daftar.append(Riwayat(b.indikator.kode, tahun - lalu, nilai, None, target, None, SUMBER))
    return tuple(daftar)


def _pembanding(draw: DrawFn, bagian: tuple[_Bagian, ...], tahun: int) -> tuple[Pembanding, ...]:
    return tuple(
        Pembanding(
            b.indikator.kode, "Rata-rata nasional", "nasional", tahun, Decimal(draw(st.integers(1, 100))), False, SUMBER
        )
        for b in bagian
        if b.indikator.satuan == "%" and draw(st.booleans())
    )


def _anggaran(draw: DrawFn) -> tuple[tuple[KodeAnggaran, ...], tuple[Anggaran, ...]]:
    """A tree of one or two programmes, and leaves by source of funds."""
    kode: list[KodeAnggaran] = []
    daun: list[Anggaran] = []
    nama = iter(draw(st.permutations(KEGIATAN)))
    nomor = iter(range(draw(st.integers(1000, 7000)), 10_000))
    for p in range(draw(st.integers(1, 2))):
        program = f"076.01.{p + 1:02d}"
        kode.append(KodeAnggaran(program, TingkatAnggaran.PROGRAM, f"Program {('Dukungan', 'Teknis')[p]}"))
        for _ in range(draw(st.integers(1, 3))):
            kegiatan = str(next(nomor))
            judul = next(nama)
            kode.append(KodeAnggaran(kegiatan, TingkatAnggaran.KEGIATAN, judul, program))
            for n, jenis in enumerate(draw(st.lists(st.sampled_from(OUTPUT), min_size=1, max_size=4, unique=True)), 1):
                output = f"{kegiatan}.{n:03d}"
                kode.append(KodeAnggaran(output, TingkatAnggaran.OUTPUT, f"{jenis} {judul}", kegiatan))
                dana = draw(st.lists(st.sampled_from(["RM", "HLD", "PNBP"]), min_size=1, max_size=2, unique=True))
                daun += [_daun(draw, output, d) for d in dana]
    return tuple(kode), tuple(daun)


def _daun(draw: DrawFn, kode: str, dana: str) -> Anggaran:
    pagu = draw(st.integers(1, 9_000_000)) * 1000
    realisasi = draw(st.none() | st.integers(0, pagu)) if draw(st.integers(0, 9)) == 0 else draw(st.integers(0, pagu))
    return Anggaran(kode, dana, pagu, realisasi, sumber=SUMBER)


def _revisi(
    draw: DrawFn, pagu: int, daun: tuple[Anggaran, ...]
) -> tuple[tuple[RevisiDipa, ...], tuple[RincianRevisi, ...]]:
    """A chain that ends in the ceiling; now and then its parts are told."""
    selisih = draw(st.lists(st.integers(-(pagu // 2000), 500_000).map(lambda x: x * 1000), max_size=6))
    awal = pagu - sum(selisih)
    if awal <= 0:
        return (), ()
    revisi = [RevisiDipa(0, JenisRevisi.AWAL, None, awal, "DIPA awal", sumber=SUMBER)]
    rincian = []
    for n, beda in enumerate(selisih, 1):
        semula = revisi[-1].menjadi
        jenis = JenisRevisi.PAGU_BERUBAH if beda else JenisRevisi.PAGU_TETAP
        revisi.append(RevisiDipa(n, jenis, semula, semula + beda, f"penyesuaian ke-{n}", sumber=SUMBER))
        if beda and draw(st.booleans()):
            rincian.append(RincianRevisi(n, daun[0].kode, daun[0].sumber_dana, beda))
    if min(r.menjadi for r in revisi) < 0:
        return (), ()
    return tuple(revisi), tuple(rincian)
