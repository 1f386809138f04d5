"""LKP: what a performance report must hold. Silent on anything that is not certainly such a report."""

import re
from collections.abc import Iterator

from akuntabel.core.calc.angka import format_rupiah
from akuntabel.core.checker.bacaan.angka_tercetak import read_rupiah
from akuntabel.core.checker.bacaan.bagian import is_baris_daftar_isi
from akuntabel.core.checker.bacaan.tabel import is_total
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.perjanjian import daftar_baris_perjanjian
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, TabelTerbaca

_BAB = (
    ("Pendahuluan", re.compile(r"pendahuluan", re.IGNORECASE)),
    ("Perencanaan Kinerja", re.compile(r"perencanaan|perjanjian kinerja|rencana strategis", re.IGNORECASE)),
    ("Akuntabilitas Kinerja", re.compile(r"akuntabilitas (?:\w+ )?kinerja|capaian kinerja", re.IGNORECASE)),
    ("Penutup", re.compile(r"penutup|kesimpulan|simpulan", re.IGNORECASE)),
)
BAGIAN = (
    ("ikhtisar eksekutif", re.compile(r"ikhtisar|ringkasan eksekutif|executive summary", re.IGNORECASE), None),
    ("pernyataan telah direviu", re.compile(r"(?:telah|sudah) di\s?re(?:viu|view)", re.IGNORECASE), Tingkat.INFO),
    ("daftar isi", re.compile(r"^daftar isi", re.IGNORECASE), Tingkat.INFO),
    ("daftar tabel", re.compile(r"^daftar tabel", re.IGNORECASE), Tingkat.INFO),
)
TABEL_TERSEDIKIT = 5  # numbered tables from which a list of them helps a reader
_PERJANJIAN_LAIN = re.compile(
    r"(?:revisi|perubahan|addendum) (?:atas )?(?:perjanjian|penetapan) kinerja"
    r"|(?:perjanjian|penetapan) kinerja (?:\w+ ){0,2}?(?:\()?(?:awal|revisi|perubahan|direvisi|diubah)"
    r"|\bperjanjian (?:awal|revisi|perubahan)\b|\bPK[ -](?:awal|revisi|perubahan)\b|(?:revisi|perubahan) PK\b",
    re.IGNORECASE,
)
_LAMPIRAN = re.compile(r"^\s*lampiran\b", re.IGNORECASE)
_PERJANJIAN = re.compile(r"perjanjian kinerja|penetapan kinerja", re.IGNORECASE)
_ANGGARAN = re.compile(r"\banggaran\b|\bpagu\b|\bDIPA\b|\bRp\b", re.IGNORECASE)
_RUPIAH = re.compile(r"Rp\.?\s*\d{1,3}(?:\.\d{3}){1,}", re.IGNORECASE)
PERSEN_BERARTI = 10  # percent of the ceiling from which a change touches the targets


def is_laporan_kinerja(dok: Dokumen) -> bool:
    """Whether a document is a performance report for certain: its third chapter is there, and a measurement in it."""
    return bab_akuntabilitas(dok) is not None and any(dok.find_bagian(t.tabel.letak).bab for t in dok.daftar_kinerja)


def bab_akuntabilitas(dok: Dokumen) -> Letak | None:
    """Where the chapter on the year's performance begins."""
    return next((j.letak for j in dok.daftar_judul if j.tingkat == 1 and j.nomor and _BAB[2][1].search(j.teks)), None)


def _awal(dok: Dokumen) -> Letak:
    return dok.naskah.isi[0].letak


def bab_tidak_ada(dok: Dokumen) -> Iterator[Bukti]:
    """Laporan tidak memuat bab yang diminta.

    Yang diperiksa: judul bab: pendahuluan, perencanaan kinerja, akuntabilitas kinerja, penutup.
    Mengapa penting: laporan tanpa bab itu tidak dapat direviu sebagai Laporan Kinerja.
    Perbaikan: tambahkan babnya, atau beri judul yang menunjukkan isinya.
    Dasar: PermenPANRB 53/2014, lampiran II huruf F dan anak lampiran II/1.
    """
    if not is_laporan_kinerja(dok):
        return
    judul = [j for j in dok.daftar_judul if j.tingkat == 1 or _BAB[0][1].search(j.teks) or _BAB[3][1].search(j.teks)]
    kurang = [nama for nama, pola in _BAB if not any(pola.search(j.teks) for j in judul)]
    if kurang:
        yield Bukti(
            bab_akuntabilitas(dok) or _awal(dok),
            ", ".join(dict.fromkeys(f"Bab {j.nomor} {j.teks}" for j in judul if j.tingkat == 1 and j.nomor)),
            "bab " + ", ".join(kurang),
            "bab ini tidak ada di antara judul laporan",
            "Tambahkan babnya, atau beri judul yang menunjukkan isinya.",
        )


def bagian_tidak_ada(dok: Dokumen) -> Iterator[Bukti]:
    """Laporan tidak memuat ikhtisar eksekutif, pernyataan reviu, daftar, atau perjanjian kinerja yang dilampirkan.

    Yang diperiksa: judul dan kalimat seluruh laporan; daftar tabel hanya bila tabelnya banyak.
    Mengapa penting: pembaca pertama laporan membaca ikhtisarnya, dan peninjau mencari pernyataan reviunya.
    Perbaikan: tambahkan bagian itu; pernyataan reviu dibuat aparat pengawasan intern.
    Dasar: PermenPANRB 53/2014, lampiran II anak lampiran II/1 dan lampiran III anak lampiran III/1-2.
    """
    if not is_laporan_kinerja(dok):
        return
    for nama, pola, tingkat in BAGIAN:
        cukup = nama != "daftar tabel" or sum(bool(t.caption) for t in dok.daftar_tabel) >= TABEL_TERSEDIKIT
        if cukup and not any(pola.search(p.teks.strip()) for p in dok.daftar_paragraf):
            yield _bukti_bagian(dok, nama, tingkat)
    if not _has_lampiran_perjanjian(dok):
        yield _bukti_bagian(dok, "lampiran perjanjian kinerja", Tingkat.INFO)


def _bukti_bagian(dok: Dokumen, nama: str, tingkat: Tingkat | None) -> Bukti:
    return Bukti(
        _awal(dok),
        f"tanpa {nama}",
        nama,
        "tidak ditemukan di seluruh laporan",
        f"Tambahkan {nama}.",
        tingkat=tingkat,
    )


def _has_perjanjian_lain(dok: Dokumen) -> bool:
    return any(_PERJANJIAN_LAIN.search(p.teks) for p in dok.daftar_paragraf_dengan("perjanjian", "penetapan", "pk"))


def _has_lampiran_perjanjian(dok: Dokumen) -> bool:
    """An annex that is the agreement, or that says it holds it."""
    lampiran = False
    for p in dok.daftar_paragraf:
        lampiran = lampiran or (_LAMPIRAN.match(p.teks) is not None and not is_baris_daftar_isi(p.teks))
        if lampiran and _PERJANJIAN.search(p.teks):
            return True
    return False


def perjanjian_tanpa_anggaran(dok: Dokumen) -> Iterator[Bukti]:
    """Perjanjian kinerja disajikan tanpa anggarannya.

    Yang diperiksa: tabel anggaran atau jumlah rupiah sebelum Bab III, dan di bawah judul perjanjian kinerja.
    Mengapa penting: perjanjian kinerja mengikat target bersama anggaran program dan kegiatannya.
    Perbaikan: tampilkan program atau kegiatan beserta anggarannya di bawah tabel perjanjian kinerja.
    Dasar: PermenPANRB 53/2014, lampiran I anak lampiran I/6-6.
    """
    janji = daftar_baris_perjanjian(dok)
    bab = bab_akuntabilitas(dok)
    if not janji or bab is None or not is_laporan_kinerja(dok) or janji[0].tabel.letak.blok > bab.blok:
        return
    tabel = janji[0].tabel
    for blok in dok.naskah.isi:
        is_di_sini = dok.find_bagian(tabel.letak).bab == dok.find_bagian(blok.letak).bab
        if is_di_sini and _is_anggaran(dok, blok):
            return
        if isinstance(blok, TabelTerbaca) and _PERJANJIAN.search(blok.caption) and _is_anggaran(dok, blok):
            return
    yield Bukti(
        tabel.letak,
        tabel.caption or "tabel perjanjian kinerja",
        "program atau kegiatan beserta anggarannya",
        "tidak ada tabel anggaran atau jumlah rupiah bersama perjanjian kinerja",
        "Tampilkan program atau kegiatan beserta anggarannya di bawah tabel perjanjian kinerja.",
    )


def _is_anggaran(dok: Dokumen, blok: ParagrafTerbaca | TabelTerbaca) -> bool:
    """A table with money, or a sentence with a sum of it; a word that the budget is missing counts as told."""
    if isinstance(blok, ParagrafTerbaca):
        return _RUPIAH.search(blok.teks) is not None or (
            "belum diisi" in blok.teks and bool(_ANGGARAN.search(blok.teks))
        )
    if any(t.tabel is blok for t in dok.daftar_anggaran):
        return True
    return any(_ANGGARAN.search(k) for k in blok.kepala) or any(
        _RUPIAH.search(s.teks) for baris in blok.baris for s in baris
    )


def perjanjian_tidak_direvisi(dok: Dokumen) -> Iterator[Bukti]:
    """Pagu berubah banyak dalam tahun berjalan, tetapi revisi perjanjian kinerja tidak disebut.

    Yang diperiksa: perubahan pagu pada tabel revisi DIPA sejak pagu awal, dan kalimat tentang perjanjian kinerja awal,
    perubahan, atau revisi.
    Mengapa penting: perubahan anggaran yang memengaruhi sasaran mengubah apa yang dapat diperjanjikan.
    Perbaikan: sebutkan perjanjian kinerja perubahan, atau mengapa perjanjian awal tetap berlaku.
    Dasar: PermenPANRB 53/2014, lampiran I huruf D.
    """
    if not is_laporan_kinerja(dok) or _has_perjanjian_lain(dok):
        return
    if any(_PERJANJIAN_LAIN.search(t.caption) for t in dok.daftar_tabel):
        return
    for t in dok.daftar_revisi:
        semula = [n for b in t.tabel.baris if t.semula is not None and (n := read_rupiah(b[t.semula])) is not None]
        menjadi = [n for b in t.tabel.baris if (n := read_rupiah(b[t.menjadi])) is not None]
        if not semula or not menjadi or len(t.tabel.baris) < 2:
            continue
        # Revision by revision the first ceiling stands above; item by item the total stands below.
        awal, akhir = semula[-1 if is_total(t.tabel.baris[-1], t.menjadi) else 0], menjadi[-1]
        if awal and 100 * abs(akhir - awal) >= PERSEN_BERARTI * awal:
            yield Bukti(
                t.tabel.letak,
                t.tabel.caption or "tabel revisi",
                "perjanjian kinerja perubahan, atau alasan tidak diubah",
                f"pagu berubah dari {format_rupiah(awal)} menjadi {format_rupiah(akhir)}",
                "Sebutkan perjanjian kinerja perubahan, atau mengapa perjanjian awal tetap berlaku.",
            )
            return


DAFTAR_ATURAN = (
    Aturan("LKP001", "bab-tidak-ada", Tingkat.PERINGATAN, bab_tidak_ada),
    Aturan("LKP002", "bagian-tidak-ada", Tingkat.PERINGATAN, bagian_tidak_ada),
    Aturan("LKP003", "perjanjian-tanpa-anggaran", Tingkat.PERINGATAN, perjanjian_tanpa_anggaran),
    Aturan("LKP004", "perjanjian-tidak-direvisi", Tingkat.PERINGATAN, perjanjian_tidak_direvisi),
)
