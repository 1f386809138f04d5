"""HIT in prose: a part of a whole that cannot be, and a capaian given in words with its target and realisasi."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from math import ceil, floor

from akuntabel.core.calc.angka import format_persen
from akuntabel.core.calc.baca_angka import AngkaTertulis
from akuntabel.core.checker.bacaan.angka_tercetak import rentang_cetak
from akuntabel.core.checker.bacaan.prosa import AngkaProsa, JenisAngka, Kalimat
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.rumus_kolom import SERATUS, Ukuran, batas_berlaku
from akuntabel.core.checker.rules.hitungan.kalimat import DICACAH, KIRA, N_DARI_M, SKALA, is_satu_benda
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

_BOLEH_LEBIH = re.compile(
    r"\b(?:target|rencana|direncanakan|sebelumnya|tahun|menjadi|naik|turun|meningkat|menurun|bertambah|berkurang|lebih"
    r"|melebihi|melampaui|kuota|selisih|jarak|minimal|paling|sebesar|berubah|skala|rentang|mulai|hingga|sampai)\b",
    re.IGNORECASE,
)
_DARI_SELURUH = re.compile(
    r"\s*dari\s+(?:(?:total|seluruh|keseluruhan|jumlah|sebanyak|sejumlah)\s+){0,2}", re.IGNORECASE
)
# A percentage after these is a measure or a mean, not a share of things.
_BUKAN_BAGIAN = re.compile(
    r"\b(?:capaian|pencapaian|realisasi|serapan|anggaran|target|rata[- ]rata|nilai|indeks|bobot)\b[^.,;]{0,60}$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?P<label>target|realisasi|capaian)(?:nya)?(?:\s+kinerja)?(?:\s+(?:yang|adalah|sebesar|mencapai|yaitu|tercatat"
    r"|hanya|baru|menjadi|sejumlah|sebanyak|ditetapkan|dengan|indikator|ini|itu)){0,4}\s*:?\s*$",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"\b20\d\d\b")


def bagian_melebihi_seluruh(dok: Dokumen) -> Iterator[Bukti]:
    """Bagian yang disebut lebih banyak daripada seluruhnya.

    Yang diperiksa: “n dari m” dengan dua cacahan, bila n lebih besar dari m; pelampauan target tidak termasuk.
    Mengapa penting: salah satu bilangannya pasti keliru.
    Perbaikan: betulkan salah satu bilangan.
    Dasar: aritmetika.
    """
    for k in dok.daftar_kalimat:
        for n, m in pairwise(k.daftar_angka):
            if not _is_bagian(k, n, m):
                continue
            dok.tandai(n.letak)
            if (n.nilai.angka or 0) > (m.nilai.angka or 0):
                yield Bukti(
                    n.letak,
                    k.teks[n.awal : m.akhir],
                    f"paling banyak {m.teks}",
                    f"{n.teks} lebih besar daripada {m.teks}",
                    "Betulkan salah satu bilangan.",
                )


def _is_bagian(k: Kalimat, n: AngkaProsa, m: AngkaProsa) -> bool:
    if not all(
        x.jenis is JenisAngka.BILANGAN and not x.nilai.desimal and not SKALA.match(k.teks[x.akhir :]) for x in (n, m)
    ):
        return False
    if not is_satu_benda(k, n, m):
        return False
    sekitar = k.teks[max(0, n.awal - 60) : m.akhir + 40]
    return N_DARI_M.fullmatch(k.teks[n.akhir : m.awal]) is not None and not _BOLEH_LEBIH.search(sekitar)


def persen_mustahil(dok: Dokumen) -> Iterator[Bukti]:
    """Persentase dari sejumlah orang atau benda tidak mungkin dihasilkan bilangan bulat mana pun.

    Yang diperiksa: “p% dari m orang” (pemilih, dokumen, desa, perkara, …): adakah n bulat sehingga n ÷ m tercetak p.
    Mengapa penting: persentase itu dihitung dari penyebut lain, atau salah ketik.
    Perbaikan: sebutkan pembilang dan penyebutnya, atau betulkan persentasenya.
    Dasar: aritmetika.
    """
    for k in dok.daftar_kalimat:
        for p, m in pairwise(k.daftar_angka):
            if not _is_bagian_persen(k, p, m):
                continue
            dok.tandai(p.letak)
            rentang, penyebut = rentang_cetak(p.nilai), int(m.nilai.angka or 0)
            rendah = ceil(rentang.bawah * penyebut / SERATUS)
            if rendah <= floor(rentang.atas * penyebut / SERATUS):
                continue
            pilihan = (
                f"{n} ÷ {m.teks} = {format_persen(Decimal(n) * SERATUS / penyebut)}" for n in (rendah - 1, rendah)
            )
            yield Bukti(
                p.letak,
                k.teks[p.awal : m.akhir],
                " atau ".join(pilihan),
                f"tidak ada bilangan bulat yang menjadi {p.teks} dari {m.teks}",
                "Sebutkan pembilang dan penyebutnya, atau betulkan persentasenya.",
            )


def _is_bagian_persen(k: Kalimat, p: AngkaProsa, m: AngkaProsa) -> bool:
    depan = k.teks[: p.awal]
    return (
        p.jenis is JenisAngka.PERSEN
        and m.jenis is JenisAngka.BILANGAN
        and not m.nilai.desimal
        and (m.nilai.angka or 0) > 0
        and _DARI_SELURUH.fullmatch(k.teks[p.akhir : m.awal]) is not None
        and DICACAH.match(k.teks[m.akhir :]) is not None
        and not _BUKAN_BAGIAN.search(depan)
        and not KIRA.search(depan)
    )


def capaian_kalimat_tidak_terulang(dok: Dokumen) -> Iterator[Bukti]:
    """Capaian dalam kalimat tidak dihasilkan target dan realisasi yang disebut kalimat itu.

    Yang diperiksa: kalimat yang menyebut satu target, satu realisasi, dan satu capaian, dengan rumus-rumus HIT001.
    Mengapa penting: kalimat sering tertinggal ketika tabelnya diperbarui.
    Perbaikan: samakan kalimatnya dengan tabel pengukuran.
    Dasar: PermenPANRB 53/2014 lampiran II huruf E.
    """
    batas = batas_berlaku(dok.daftar_kinerja)
    for k in dok.daftar_kalimat:
        berlabel = _baca_label(k) if len(k.daftar_angka) >= 3 else None
        if berlabel is None:
            continue
        target, realisasi, capaian = (berlabel[x] for x in ("target", "realisasi", "capaian"))
        if target.jenis is not realisasi.jenis or (target.nilai.angka or 0) <= 0:
            continue
        ukuran = Ukuran(_nilai(target), _nilai(realisasi), _nilai(capaian), daftar_batas=batas)
        dok.tandai(capaian.letak)
        if not ukuran.is_terulang:
            yield Bukti(
                capaian.letak,
                capaian.teks,
                format_persen(ukuran.rasio),
                f"{realisasi.teks} ÷ {target.teks}, yang disebut kalimat ini",
                "Betulkan capaiannya, atau sebutkan rumusnya.",
                sebab=f"capaian {ukuran.tiga_angka}",
                operan=(target.letak, realisasi.letak),
            )


def _baca_label(k: Kalimat) -> dict[str, AngkaProsa] | None:
    """The figures behind the words target, realisasi and capaian; None where one is missing or doubled."""
    if len(set(_TAHUN.findall(k.teks))) > 1:
        return None
    hasil: dict[str, AngkaProsa] = {}
    awal = 0
    for a in k.daftar_angka:
        label = _LABEL.search(k.teks[awal : a.awal])
        awal = a.akhir
        if label is None or a.jenis is JenisAngka.RUPIAH:
            continue
        if label["label"].lower() in hasil or SKALA.match(k.teks[a.akhir :]):
            return None
        hasil[label["label"].lower()] = a
    return hasil if len(hasil) == 3 else None


def _nilai(a: AngkaProsa) -> AngkaTertulis:
    return replace(a.nilai, satuan="%") if a.jenis is JenisAngka.PERSEN else a.nilai


DAFTAR_ATURAN = (
    Aturan("HIT011", "bagian-melebihi-seluruh", Tingkat.GALAT, bagian_melebihi_seluruh),
    Aturan("HIT016", "persen-mustahil", Tingkat.PERINGATAN, persen_mustahil),
    Aturan("HIT018", "capaian-kalimat-tidak-terulang", Tingkat.GALAT, capaian_kalimat_tidak_terulang),
)
