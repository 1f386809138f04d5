"""What stands before Bab I: cover, preface, summary, contents."""

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.terbilang import terbilang
from akuntabel.core.compose.kalimat import Bagian, baris, kalimat, kurang, paragraf, rujuk, sambung
from akuntabel.core.compose.narasi import tulis_narasi
from akuntabel.core.compose.tampilan import (
    bagian_capaian,
    bagian_serapan,
    besaran_realisasi,
    besaran_target,
    kolom_label,
    kolom_pendek,
    kolom_teks,
    teks_cakupan,
)
from akuntabel.core.fakta.hasil import HasilIndikator, HasilTahun
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.core.naskah.model import (
    Bab,
    Blok,
    Butir,
    Daftar,
    DaftarIsi,
    Gaya,
    Jarak,
    JenisBab,
    PenandaTangan,
    Rata,
    Tabel,
    TandaTangan,
)


def compose_sampul(hasil: HasilTahun) -> Bab:
    """The cover: office, title, year, theme."""
    fakta = hasil.fakta
    isi: list[Blok] = [
        Jarak(28),
        paragraf(fakta.satker.nama_lengkap.upper(), gaya=Gaya.ANAK_JUDUL_SAMPUL, rata=Rata.KIRI),
        Jarak(40),
        paragraf("Laporan Kinerja", gaya=Gaya.JUDUL_SAMPUL, rata=Rata.KIRI),
        paragraf(f"Tahun {fakta.tahun}", gaya=Gaya.JUDUL_SAMPUL, rata=Rata.KIRI),
    ]
    if fakta.laporan.tema:
        isi += [Jarak(6), paragraf(fakta.laporan.tema, gaya=Gaya.ANAK_JUDUL_SAMPUL, rata=Rata.KIRI)]
    isi += [
        Jarak(70),
        paragraf(fakta.laporan.tempat, gaya=Gaya.TANPA_INDEN),
        paragraf(fakta.laporan.bulan, gaya=Gaya.TANPA_INDEN),
    ]
    return Bab(JenisBab.SAMPUL, "", tuple(isi), "sampul")


def tempat_tanggal(hasil: HasilTahun) -> str:
    """Place and date of signing; an unsigned report leaves the day open."""
    laporan = hasil.fakta.laporan
    if laporan.tanggal is None:
        return f"{laporan.tempat}, …… {laporan.bulan}"
    return f"{laporan.tempat}, {format_tanggal(laporan.tanggal)}"


def tanda_tangan_pimpinan(hasil: HasilTahun) -> TandaTangan:
    """The signature block of the head of the office, with the place of its QR."""
    pejabat = hasil.fakta.find_pejabat(hasil.fakta.laporan.penanda_tangan)
    penanda = PenandaTangan((f"{pejabat.jabatan},",), pejabat.nama or "(nama belum diisi)", pejabat.nip or "")
    return TandaTangan(tempat_tanggal(hasil), (penanda,), qr=True)


def compose_kata_pengantar(hasil: HasilTahun) -> Bab:
    """The preface, signed by the head of the office."""
    isi = tulis_narasi(hasil, "kata-pengantar", "Kata pengantar belum ditulis (narasi/kata-pengantar.md).")
    return Bab(JenisBab.DEPAN, "Kata Pengantar", (*isi, tanda_tangan_pimpinan(hasil)), "kata-pengantar")


def compose_daftar_isi() -> tuple[Bab, ...]:
    """Contents, tables, figures."""
    judul = (("isi", "Daftar Isi"), ("tabel", "Daftar Tabel"), ("gambar", "Daftar Gambar"))
    return tuple(Bab(JenisBab.DEPAN, j, (DaftarIsi(jenis),), f"daftar-{jenis}") for jenis, j in judul)  # type: ignore[arg-type]  # the three literals of DaftarIsi


def compose_ikhtisar(hasil: HasilTahun) -> Bab:
    """Ikhtisar eksekutif: the year on one page, every figure computed."""
    return Bab(
        JenisBab.DEPAN,
        "Ikhtisar Eksekutif",
        (
            *_ikhtisar_capaian(hasil),
            *tulis_narasi(hasil, "ikhtisar"),
            _tabel_ikhtisar(hasil),
            *_ikhtisar_anggaran(hasil),
            *_ikhtisar_isu(hasil),
        ),
        "ikhtisar-eksekutif",
    )


def _ikhtisar_capaian(hasil: HasilTahun) -> tuple[Blok, ...]:
    fakta, cakupan = hasil.fakta, hasil.organisasi
    terukur = [i for i in hasil.indikator if i.capaian.terbatas.is_counted]
    tercapai = [i for i in terukur if i.capaian.is_tercapai]
    kategori = f" dengan kategori {hasil.kategori.label}" if hasil.kategori else ""
    pembuka = paragraf(
        f"Laporan Kinerja {fakta.satker.nama} tahun {fakta.tahun} mempertanggungjawabkan {len(fakta.daftar_sasaran)} "
        f"({terbilang(len(fakta.daftar_sasaran))}) sasaran strategis dengan {len(hasil.indikator)} "
        f"({terbilang(len(hasil.indikator))}) indikator kinerja yang diperjanjikan. Capaian kinerja organisasi adalah ",
        show_capaian(hasil, cakupan.nilai),
        f"{kategori}, dihitung atas {teks_cakupan(len(terukur), len(hasil.indikator), 'indikator')} yang sudah "
        f"terukur menurut kebijakan hitung “{hasil.kebijakan.judul}”. ",
        f"Dari {len(terukur)} indikator yang terukur, {len(tercapai)} mencapai target.",
    )
    return (pembuka, *_ikhtisar_belum(hasil, terukur))


def _ikhtisar_belum(hasil: HasilTahun, terukur: list[HasilIndikator]) -> tuple[Blok, ...]:
    luput = [i for i in terukur if i.capaian.is_tercapai is False]
    menunggu = [i for i in hasil.indikator if not i.capaian.terbatas.is_counted]
    isi: list[Blok] = []
    if luput:
        isi.append(paragraf("Indikator yang belum mencapai target:"))
        isi.append(
            Daftar(
                tuple(
                    Butir(
                        kalimat(
                            f"{i.indikator.nama}: target ",
                            besaran_target(i),
                            ", realisasi ",
                            besaran_realisasi(i),
                            ", capaian ",
                            *bagian_capaian(hasil, i),
                            ".",
                        )
                    )
                    for i in luput
                ),
                "-",
            )
        )
    if menunggu:
        kata = sambung(f"{i.indikator.nama} ({i.realisasi.nilai.status.label})" for i in menunggu)
        isi.append(paragraf(f"Belum dapat dihitung, dan karena itu tidak diperlakukan sebagai nol: {kata}."))
    return tuple(isi)


def _tabel_ikhtisar(hasil: HasilTahun) -> Tabel:
    kolom = (
        kolom_pendek("No."),
        kolom_teks("Sasaran strategis", 6),
        kolom_pendek("Terukur"),
        kolom_pendek("Capaian"),
        kolom_label("Kategori"),
    )
    daftar = tuple(
        baris(
            s.sasaran.kode,
            s.sasaran.nama,
            str(s.rekap.cakupan),
            show_capaian(hasil, s.rekap.nilai),
            s.kategori.label if s.kategori else "–",
        )
        for s in hasil.sasaran
    )
    return Tabel("tabel-ikhtisar", "Capaian per sasaran", kolom, daftar, bernomor=False)


def _ikhtisar_anggaran(hasil: HasilTahun) -> tuple[Blok, ...]:
    total = hasil.anggaran.total
    if total.semua.realisasi is None:
        return (kurang("Realisasi anggaran belum diketahui."),)
    per_sumber: list[Bagian] = []
    for nomor, b in enumerate(total.per_sumber):
        per_sumber += [", " if nomor else " (", f"{b.sumber_dana} ", *bagian_serapan(b)]
    sejauh = "" if total.semua.sisa is not None else ", sejauh realisasinya diketahui,"
    return (
        paragraf(
            f"Anggaran yang terserap{sejauh} adalah ",
            Besaran.rupiah(total.semua.realisasi, ringkas=False),
            " dari pagu " if total.semua.sisa is not None else "; pagunya ",
            Besaran.rupiah(total.semua.pagu, ringkas=False),
            " atau " if total.semua.sisa is not None else " dan serapannya ",
            *bagian_serapan(total.semua),
            *per_sumber,
            "). Rinciannya ada pada ",
            rujuk("tabel-anggaran"),
            ".",
        ),
    )


def _ikhtisar_isu(hasil: HasilTahun) -> tuple[Blok, ...]:
    if not hasil.fakta.daftar_langkah:
        return (kurang("Langkah perbaikan ke depan belum ditetapkan (langkah.csv)."),)
    return (
        paragraf("Untuk memperbaiki kinerja tahun berikutnya, langkah yang ditempuh adalah:"),
        Daftar(tuple(Butir(kalimat(langkah.teks)) for langkah in hasil.fakta.daftar_langkah)),
    )
