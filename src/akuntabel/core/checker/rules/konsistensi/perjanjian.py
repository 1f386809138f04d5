"""KON: what tables say of one indicator or sasaran, agreement against measurement, table against table."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from akuntabel.core.checker.bacaan.nama import is_nama_mirip, is_nama_setara, kata_nama, kode_nama
from akuntabel.core.checker.bacaan.tabel import RangkaiKinerja, find_tabel_perjanjian, is_baris_ringkasan
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.perjanjian import BarisPerjanjian, daftar_baris_perjanjian, versi_perjanjian
from akuntabel.core.checker.kinerja.pokok import Pokok, Sebutan, Ukuran, indeks_kinerja, is_sepakat
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

_BELUM = re.compile(r"belum|tidak (?:dapat|diukur|dilaporkan)|menunggu|dirilis|ditiadakan|direvisi", re.IGNORECASE)
_PENGUKURAN = re.compile(r"pengukuran|capaian|perjanjian", re.IGNORECASE)

SEBUTAN_TERBANYAK = 100  # of one quantity; more are many things of one name, such as rows that differ in a number only


def indikator_tidak_diukur(dok: Dokumen) -> Iterator[Bukti]:
    """Indikator yang diperjanjikan tidak ada dalam pengukuran.

    Yang diperiksa: nama indikator tabel perjanjian kinerja terhadap semua tabel pengukuran bersama-sama, dan terhadap
    kalimat yang menyatakan bahwa nilainya belum ada.
    Mengapa penting: indikator yang hilang biasanya indikator yang tidak tercapai atau belum diukur.
    Perbaikan: tampilkan indikatornya; bila belum ada nilainya, tulis statusnya beserta alasan.
    Dasar: PermenPANRB 53/2014, lampiran II dan lampiran III/2-2 butir III.4.
    """
    janji = daftar_baris_perjanjian(dok)
    diukur = _daftar_diukur(dok.daftar_kinerja)
    if len(diukur) < 2 or 2 * sum(_is_diukur(b, janji, diukur) for b in janji) < len(janji):
        return
    for b in janji:
        dok.tandai(b.sel.letak)
        if not _is_diukur(b, janji, diukur) and not _is_dinyatakan(dok, b.nama):
            tabel = next((t.tabel.caption for t in dok.daftar_kinerja if t.tabel.caption), "tabel pengukuran")
            yield Bukti(
                b.sel.letak,
                b.sel.teks,
                "tidak ada dalam pengukuran",
                f"dibandingkan dengan {tabel} dan tabel pengukuran lainnya",
                "Tampilkan indikator ini dalam pengukuran; bila belum ada nilainya, tulis status dan alasannya.",
            )


def _daftar_diukur(daftar: Iterable[RangkaiKinerja]) -> list[str]:
    """The names in all measurement tables, each once."""
    nama = [b[t.indikator].teks for t in daftar for b in t.tabel.baris if not is_baris_ringkasan(b, t.indikator + 1)]
    return list(dict.fromkeys(n for n in nama if kata_nama(n)))


def _is_diukur(b: BarisPerjanjian, janji: Sequence[BarisPerjanjian], diukur: Sequence[str]) -> bool:
    """A name that drifted still counts, unless it is what another line of the agreement is called."""
    kode = kode_nama(b.sel.teks)
    if any(is_nama_setara(b.nama, d) or (kode and kode == kode_nama(d)) for d in diukur):
        return True
    mirip = [d for d in diukur if is_nama_mirip(b.nama, d)]
    return any(not any(is_nama_setara(lain.nama, d) for lain in janji if lain is not b) for d in mirip)


def _is_dinyatakan(dok: Dokumen, nama: str) -> bool:
    """Whether a sentence says openly that the indicator has no figure."""
    kunci = " ".join(kata_nama(nama))
    return any(
        kunci in " ".join(kata_nama(p.teks)) and _BELUM.search(p.teks)
        for p in dok.daftar_paragraf
        if len(p.teks) > len(nama)
    )


def indikator_tidak_diperjanjikan(dok: Dokumen) -> Iterator[Bukti]:
    """Indikator yang diukur tidak ada dalam perjanjian kinerja.

    Yang diperiksa: nama indikator tabel pengukuran yang sebagian besar barisnya sama dengan perjanjian kinerja.
    Mengapa penting: laporan mempertanggungjawabkan yang diperjanjikan; indikator lain biasanya tertinggal dari tahun
    lalu.
    Perbaikan: keluarkan barisnya, atau muat indikatornya dalam perjanjian kinerja (revisi).
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir III.4.
    """
    janji = daftar_baris_perjanjian(dok)
    for t in dok.daftar_kinerja:
        if not _PENGUKURAN.search(t.tabel.caption) or t.tahun not in (None, dok.tahun) or t.periode:
            continue
        isi = [b for b in t.tabel.baris if not is_baris_ringkasan(b, t.indikator + 1)]
        baris = [b[t.indikator] for b in isi if len(kata_nama(b[t.indikator].teks)) > 1]
        asing = [s for s in baris if not any(_is_mungkin_sama(s, b) for b in janji)]
        if len(baris) < 3 or 3 * len(asing) > len(baris):
            continue
        dok.tandai(*(s.letak for s in baris))
        for s in asing:
            yield Bukti(
                s.letak,
                s.teks,
                "tidak ada dalam perjanjian kinerja",
                f"dibandingkan dengan {janji[0].tabel.caption or 'tabel perjanjian kinerja'}",
                "Keluarkan barisnya, atau muat indikatornya dalam perjanjian kinerja yang direvisi.",
            )


def _is_mungkin_sama(sel: SelTerbaca, b: BarisPerjanjian) -> bool:
    kode = kode_nama(sel.teks)
    return (kode != "" and kode == kode_nama(b.sel.teks)) or is_nama_mirip(b.nama, sel.teks)


def target_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Target satu indikator untuk tahun yang sama berbeda di dua tempat.

    Yang diperiksa: target setiap indikator pada tabel perjanjian kinerja, pengukuran, dan tabel lain; perjanjian awal
    tidak dibandingkan bila ada perjanjian yang direvisi.
    Mengapa penting: capaian dihitung terhadap target yang diperjanjikan; target yang berubah di jalan mengubah capaian.
    Perbaikan: pakai target perjanjian kinerja yang berlaku di semua tempat.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir III.4.
    """
    ada_revisi = any(
        versi_perjanjian(t.caption) == "revisi" and find_tabel_perjanjian(t) is not None for t in dok.daftar_tabel
    )
    grup = _kelompokkan(
        s
        for s in indeks_kinerja(dok).daftar_sebutan
        if s.ukuran is Ukuran.TARGET and s.tahun == dok.tahun and not (ada_revisi and _is_perjanjian_lama(s.tabel))
    )
    for pokok, _, daftar in grup:
        yield from _bandingkan(dok, pokok, daftar, "Pakai target perjanjian kinerja yang berlaku di semua tempat.")


def _is_perjanjian_lama(tabel: TabelTerbaca) -> bool:
    versi = versi_perjanjian(tabel.caption)
    return versi == "awal" or (versi == "" and find_tabel_perjanjian(tabel) is not None)


def nilai_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Realisasi, capaian, atau kategori yang sama ditulis berbeda pada dua tabel.

    Yang diperiksa: setiap indikator dan sasaran pada semua tabel yang menyebutnya, untuk tahun dan periode yang sama;
    pembulatan bukan perbedaan, dan kategori hanya dibandingkan antartabel yang memakai skala yang sama.
    Mengapa penting: pembaca tidak tahu angka mana yang dipertanggungjawabkan.
    Perbaikan: ambil semua tabel dari satu pengukuran.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.2.
    """
    grup = _kelompokkan(
        s for s in indeks_kinerja(dok).daftar_sebutan if s.ukuran is not Ukuran.TARGET and s.tahun is not None
    )
    label = _label_per_tabel(dok)
    for pokok, ukuran, daftar in grup:
        sebanding = daftar
        if ukuran is Ukuran.KATEGORI:
            sebanding = [s for s in daftar if label[s.tabel.letak.blok] & label[daftar[0].tabel.letak.blok]]
        yield from _bandingkan(dok, pokok, sebanding, "Ambil semua tabel dari satu pengukuran.")


def _label_per_tabel(dok: Dokumen) -> dict[int, set[tuple[str, ...]]]:
    label: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for s in indeks_kinerja(dok).daftar_sebutan:
        if s.ukuran is Ukuran.KATEGORI:
            label[s.tabel.letak.blok].add(kata_nama(s.sel.teks))
    return label


def _kelompokkan(daftar: Iterable[Sebutan]) -> Iterator[tuple[Pokok, Ukuran, list[Sebutan]]]:
    """Mentions of one quantity of one time."""
    grup: dict[tuple[int, Ukuran, int | None, str], list[Sebutan]] = defaultdict(list)
    for s in daftar:
        grup[id(s.pokok), s.ukuran, s.tahun, s.periode].append(s)
    for (_, ukuran, _, _), isi in grup.items():
        if 1 < len(isi) <= SEBUTAN_TERBANYAK:
            yield isi[0].pokok, ukuran, isi


def _bandingkan(dok: Dokumen, pokok: Pokok, daftar: Sequence[Sebutan], perbaikan: str) -> Iterator[Bukti]:
    """One finding for all mentions that differ from the one that most agree with."""
    is_tepat = daftar[0].ukuran is Ukuran.TARGET
    acuan = max(daftar, key=lambda s: sum(_sepakat(s, lain, is_tepat) is True for lain in daftar))
    hasil = {id(s): _sepakat(acuan, s, is_tepat) for s in daftar}
    sebanding = [s for s in daftar if s is not acuan and hasil[id(s)] is not None]
    if not sebanding:
        return
    dok.tandai(acuan.sel.letak, *(s.sel.letak for s in sebanding))
    # A table that breaks the indicator down has many figures for it, none of them this one.
    pecahan = {
        blok
        for blok in {s.tabel.letak.blok for s in sebanding}
        if len(isi := [s for s in sebanding if s.tabel.letak.blok == blok]) > 1 and not any(hasil[id(s)] for s in isi)
    }
    beda = [s for s in sebanding if hasil[id(s)] is False and s.tabel.letak.blok not in pecahan]
    if not beda:
        return
    nama = f"{pokok.jenis.value} “{pokok.nama}”"
    rincian = "; ".join(dict.fromkeys(f"{s.tabel.nama}: {s.sel.teks}" for s in daftar if s is acuan or s in sebanding))
    utama = beda[0]
    yield Bukti(
        utama.sel.letak,
        utama.sel.teks,
        acuan.sel.teks,
        f"{utama.ukuran.value} {nama}: {rincian}",
        perbaikan,
        tuple(s.sel.letak for s in (*beda[1:], *(s for s in daftar if s not in beda))),
        is_keputusan=utama.ukuran is Ukuran.KATEGORI
        or (utama.ukuran is Ukuran.CAPAIAN and utama.is_tercapai is not acuan.is_tercapai),
    )


def _sepakat(a: Sebutan, b: Sebutan, is_tepat: bool) -> bool | None:
    if is_tepat and a.angka is not None and b.angka is not None:
        return is_sepakat(a.angka, b.angka, is_tepat=True)
    return a.agrees(b)


DAFTAR_ATURAN = (
    Aturan("KON002", "indikator-pk-tidak-diukur", Tingkat.GALAT, indikator_tidak_diukur),
    Aturan("KON003", "indikator-di-luar-pk", Tingkat.PERINGATAN, indikator_tidak_diperjanjikan),
    Aturan("KON004", "target-berbeda", Tingkat.GALAT, target_berbeda),
    Aturan("KON005", "nilai-berbeda", Tingkat.GALAT, nilai_berbeda),
)
