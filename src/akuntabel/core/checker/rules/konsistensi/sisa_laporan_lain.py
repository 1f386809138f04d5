"""KON: what was left over from another report: its office, its year."""

import re
from collections.abc import Iterator

from akuntabel.core.checker.bacaan.bagian import is_baris_daftar_isi
from akuntabel.core.checker.bacaan.nama import kata_nama
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak

_WILAYAH = re.compile(r"\b(?P<jenis>Kota|Kabupaten|Kab\.|Provinsi)\s+(?P<nama>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)")
_JENIS_KANTOR = r"KPU|Komisi Pemilihan Umum|Bawaslu|Dinas|Badan|Inspektorat|Kecamatan"
_PERAN = re.compile(
    r"\b(?:laporan (?:akuntabilitas )?kinerja(?: instansi pemerintah)?|perjanjian kinerja|(?:pen)?capaian kinerja"
    r"|pengukuran kinerja|akuntabilitas (?:kinerja|keuangan)|realisasi anggaran|revisi (?:anggaran|DIPA)|visi|misi)"
    r"\s+(?:dari |pada |di )?(?:sekretariat )?"
    rf"(?P<kantor>{_JENIS_KANTOR})(?P<wilayah>(?:\s+\S+){{1,6}})",
    re.IGNORECASE,
)
_BANDING = re.compile(
    r"banding|lebih (?:tinggi|rendah|baik)|sumber|seperti|studi|pembelajaran|berpedoman|mengacu|evaluasi atas"
    r"|tahun (?:lalu|sebelumnya)|rekomendasi|tindak lanjut|perkembangan|tren|histori|riwayat|rencana",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
_CAPTION = re.compile(r"^Tabel\s+\S+\s*", re.IGNORECASE)
_POKOK_TAHUN = re.compile(
    r"\b(?:pengukuran kinerja|perjanjian kinerja|capaian kinerja|realisasi (?:anggaran|kinerja|DIPA)"
    r"|revisi (?:anggaran|DIPA)|akuntabilitas keuangan|target dan realisasi)\b.*?\btahun\s+(?:anggaran\s+)?"
    r"(?P<tahun>20\d\d)\b",
    re.IGNORECASE,
)


def kantor_lain(dok: Dokumen) -> Iterator[Bukti]:
    """Kantor lain disebut sebagai yang melapor.

    Yang diperiksa: "Laporan Kinerja …", "Perjanjian Kinerja …", "capaian kinerja …", "visi …" yang diikuti kantor
    sejenis dari kabupaten atau kota lain; perbandingan, sumber, dan atasan tidak dihitung.
    Mengapa penting: kalimat atau tabelnya tertinggal dari laporan kantor itu, sering bersama angkanya.
    Perbaikan: ganti namanya, dan periksa angka di sekitarnya.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.
    """
    sendiri = _wilayah(dok.satker)
    if not sendiri or sendiri[0] == "provinsi":
        return
    tempat: list[tuple[Letak, str, tuple[str, str]]] = []
    for p in dok.daftar_paragraf_dengan(*_JENIS_KANTOR.lower().split("|")):
        klaim = list(_PERAN.finditer(p.teks))
        if not klaim or _BANDING.search(p.teks) or is_baris_daftar_isi(p.teks):
            continue
        for m in klaim:
            wilayah = _wilayah(m["wilayah"])
            if not wilayah or not _is_sejenis(m["kantor"], dok.satker) or wilayah[0] == "provinsi":
                continue
            dok.tandai(p.letak_bagian(m, "kantor"))
            if not _is_wilayah_sama(wilayah, sendiri):
                tempat.append((p.letak_bagian(m), m[0].strip(), wilayah))
    if tempat:
        letak, teks, _ = tempat[0]
        yield Bukti(
            letak,
            teks,
            dok.satker,
            "kantor lain disebut sebagai yang melapor; laporan ini milik " + dok.satker,
            "Ganti namanya, dan periksa angka di sekitarnya.",
            tuple(t[0] for t in tempat[1:]),
        )


def _wilayah(teks: str) -> tuple[str, str] | None:
    """Kind and name of the region in a name of an office, small."""
    m = _WILAYAH.search(teks if not teks.isupper() else teks.title())
    return (m["jenis"].lower().replace("kab.", "kabupaten"), m["nama"].lower()) if m else None


def _is_wilayah_sama(satu: tuple[str, str], dua: tuple[str, str]) -> bool:
    """Of one kind, and one name opens with the other ("Blitar", "Blitar Tahun")."""
    a, b = satu[1].split(), dua[1].split()
    return satu[0] == dua[0] and a[0] == b[0]


def _is_sejenis(kantor: str, satker: str) -> bool:
    kpu = {"kpu", "komisi pemilihan umum"}
    kata = kantor.lower()
    if kata in kpu:
        return any(k in satker.lower() for k in kpu)
    return kata in satker.lower()


def tahun_lain(dok: Dokumen) -> Iterator[Bukti]:
    """Judul tabel menyebut tahun lain daripada tahun laporan.

    Yang diperiksa: judul "Pengukuran Kinerja Tahun …", "Perjanjian Kinerja Tahun …", "Realisasi Anggaran Tahun …" bila
    tabelnya sendiri tidak memuat tahun dan tidak ada tabel sejenis untuk tahun laporan.
    Mengapa penting: tabel atau judulnya tertinggal dari laporan tahun lain.
    Perbaikan: betulkan tahunnya, atau ganti tabelnya dengan tabel tahun laporan.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.
    """
    if dok.tahun is None:
        return
    judul = [" ".join(kata_nama(_CAPTION.sub("", t.caption))) for t in dok.daftar_tabel]
    tepat = {
        j for j, t in zip(judul, dok.daftar_tabel, strict=True) if str(dok.tahun) in _TAHUN.findall(t.caption) and j
    }
    for j, tabel in zip(judul, dok.daftar_tabel, strict=True):
        disebut = set(_TAHUN.findall(tabel.caption))
        pokok = _POKOK_TAHUN.search(tabel.caption)
        if len(disebut) != 1 or not pokok or _BANDING.search(tabel.caption):
            continue
        dok.tandai(tabel.letak)
        is_riwayat = j in tepat or _has_tahun(tabel.kepala) or dok.find_bagian(tabel.letak).bab == 0
        if int(pokok["tahun"]) == dok.tahun or is_riwayat:
            continue
        yield Bukti(
            tabel.letak,
            tabel.caption,
            str(dok.tahun),
            f"laporan ini tentang tahun {dok.tahun}, dan tidak ada tabel sejenis untuk tahun itu",
            "Betulkan tahunnya, atau ganti tabelnya dengan tabel tahun laporan.",
        )


def _has_tahun(kepala: tuple[str, ...]) -> bool:
    return any(_TAHUN.search(k) or k.lower().strip() == "tahun" for k in kepala)


DAFTAR_ATURAN = (
    Aturan("KON012", "kantor-lain", Tingkat.GALAT, kantor_lain),
    Aturan("KON013", "tahun-lain", Tingkat.PERINGATAN, tahun_lain),
)
