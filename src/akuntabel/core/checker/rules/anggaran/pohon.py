"""ANG: the shape of budget tables: codes, levels, headers, and amounts that the budget does not allow."""

import re
from collections import defaultdict
from collections.abc import Iterator

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.bacaan.kolom import Peran
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.checker.uang.periksa import periksa_uang
from akuntabel.core.checker.uang.persamaan_tabel import Struktur
from akuntabel.core.checker.uang.pohon import AKUN, KEGIATAN, tingkat_kode
from akuntabel.core.checker.uang.tabel import PAGU, REALISASI, BarisUang, read_uang
from akuntabel.core.naskah.terbaca import SelTerbaca

_KEPALA_AKUN = re.compile(r"\b(?:akun|mak|mata anggaran)\b", re.IGNORECASE)
_KONTRAK = re.compile(r"\b(?:nilai |harga )?kontrak\b", re.IGNORECASE)
_PENERIMAAN = re.compile(r"\b(?:pendapatan|penerimaan|pnbp|retribusi|pajak|pembiayaan)\b", re.IGNORECASE)
_OUTPUT = re.compile(r"(?P<kegiatan>(?:[A-Z]{2}\.)?\d{4})\.(?:\d{3}|[A-Z]{3})(?:\.\d{3})*")


def persen_bergeser(dok: Dokumen) -> Iterator[Bukti]:
    """Kolom persen bergeser satu baris terhadap pagu dan realisasinya.

    Yang diperiksa: paling sedikit tiga baris yang persennya cocok dengan baris di atas atau di bawahnya, dan tidak
    dengan barisnya sendiri.
    Mengapa penting: setiap program tampak menyerap anggaran milik program lain.
    Perbaikan: geser kolom persen ke barisnya.
    Dasar: PMK 22/PMK.02/2021, P = RA ÷ PA × 100.
    """
    for s in periksa_uang(dok).struktur:
        sel = [s.t.baris[n].sel[s.t.kolom_persen or 0] for n in s.geseran]
        dok.tandai(*(x.letak for x in sel))
        if sel:
            b = s.t.baris[s.geseran[0]]
            persen = b.uang[REALISASI].nilai * 100 / b.uang[PAGU].nilai if b.uang[PAGU].nilai else b.uang[PAGU].nilai
            yield Bukti(
                sel[0].letak,
                sel[0].teks,
                f"{format_angka(persen, 2)}%",
                f"persen {len(sel)} baris cocok dengan baris di sebelahnya dan tidak dengan barisnya sendiri",
                "Geser kolom persen ke barisnya.",
                tuple(x.letak for x in sel[1:]),
            )


def realisasi_melebihi_pagu(dok: Dokumen) -> Iterator[Bukti]:
    """Realisasi melebihi pagu.

    Yang diperiksa: setiap baris tabel anggaran; tabel dan baris penerimaan dilewati.
    Mengapa penting: belanja di atas pagu tidak boleh terjadi; salah satu angkanya keliru, atau revisinya belum dicatat.
    Perbaikan: pakai pagu setelah revisi terakhir, atau betulkan realisasinya.
    Dasar: UU 1/2004 pasal 3 ayat (3).
    """
    for s in periksa_uang(dok).struktur:
        # A return booked in a row of its own makes the gross sums above it larger than what was allowed.
        is_bruto = any(b.uang[REALISASI].nilai < 0 for b in s.t.baris if REALISASI in b.uang)
        if is_bruto or _PENERIMAAN.search(s.t.tabel.caption):
            continue
        for b in s.t.baris:
            pagu, realisasi = b.uang.get(PAGU), b.uang.get(REALISASI)
            if not pagu or not realisasi or _PENERIMAAN.search(b.uraian) or pagu.nilai < 0:
                continue
            dok.tandai(realisasi.letak)
            if realisasi.nilai - realisasi.lebar > pagu.nilai + pagu.lebar:
                yield Bukti(
                    realisasi.letak,
                    realisasi.teks,
                    f"paling banyak {format_angka(pagu.nilai)}",
                    f"{b.sebutan}: melebihi pagu sebesar {format_angka(realisasi.nilai - pagu.nilai)}",
                    "Pakai pagu setelah revisi terakhir, atau betulkan realisasinya.",
                    sebab=f"uang {realisasi.letak.blok} {realisasi.letak.baris}",
                )


def kontrak_melebihi_pagu(dok: Dokumen) -> Iterator[Bukti]:
    """Nilai kontrak melebihi pagu pada barisnya.

    Yang diperiksa: tabel dengan kolom pagu dan kolom nilai kontrak.
    Mengapa penting: kontrak di atas pagu tidak boleh ditandatangani; biasanya pagunya belum diperbarui.
    Perbaikan: pakai pagu setelah revisi, atau betulkan nilai kontraknya.
    Dasar: Perpres 16/2018 tentang pengadaan barang/jasa pemerintah.
    """
    for s in periksa_uang(dok).struktur:
        kolom = [n for n, k in enumerate(s.t.tabel.kepala) if _KONTRAK.search(k) and n not in s.t.kolom.values()]
        for b in s.t.baris if len(kolom) == 1 else ():
            pagu, kontrak = b.uang.get(PAGU), read_uang(b.sel[kolom[0]])
            if not pagu or not kontrak:
                continue
            dok.tandai(kontrak.letak)
            if kontrak.nilai > pagu.nilai + pagu.lebar:
                yield Bukti(
                    kontrak.letak,
                    kontrak.teks,
                    f"paling banyak {format_angka(pagu.nilai)}",
                    f"{b.sebutan}: kontrak melebihi pagu sebesar {format_angka(kontrak.nilai - pagu.nilai)}",
                    "Pakai pagu setelah revisi, atau betulkan nilai kontraknya.",
                )


def kode_kembar(dok: Dokumen) -> Iterator[Bukti]:
    """Satu kode muncul lebih dari satu kali tanpa pembeda sumber dana.

    Yang diperiksa: kode program sampai suboutput dalam satu tabel; kode yang sama dengan sumber dana berbeda bukan
    kembar.
    Mengapa penting: tanpa kolom sumber dana, angka dari kode itu tidak dapat dijumlahkan dengan pasti.
    Perbaikan: tambahkan kolom sumber dana, atau gabungkan barisnya.
    Dasar: bagan akun standar; kunci anggaran adalah kode dan sumber dana.
    """
    for s in periksa_uang(dok).struktur:
        per_kode: defaultdict[str, list[BarisUang]] = defaultdict(list)
        for b in s.t.baris:
            if b.uang and tingkat_kode(b.kode) is not None and "." in b.kode:
                per_kode[b.kode].append(b)
        for kode, baris in per_kode.items():
            dok.tandai(*(_sel_kode(s, b).letak for b in baris))
            if _is_kembar(baris):
                letak = [_sel_kode(s, b).letak for b in baris]
                yield Bukti(
                    letak[-1],
                    kode,
                    "kode dan sumber dana yang muncul satu kali",
                    f"kode {kode} ada pada baris {', '.join(str(b.nomor + 1) for b in baris)}",
                    "Tambahkan kolom sumber dana, atau gabungkan barisnya.",
                    tuple(letak[:-1]),
                )


def _sel_kode(s: Struktur, b: BarisUang) -> SelTerbaca:
    """The cell that holds the code of a row."""
    return b.sel[s.t.kolom_uraian if s.t.kolom_kode is None else s.t.kolom_kode]


def _is_kembar(baris: list[BarisUang]) -> bool:
    """Whether rows of one code differ in their money and not each in its source of funds."""
    dana = [b.dana for b in baris]
    is_beda = len({tuple(u.nilai for u in b.uang.values()) for b in baris}) > 1
    return is_beda and (len(set(dana)) < len(dana) or "" in dana)


def tingkat_hilang(dok: Dokumen) -> Iterator[Bukti]:
    """Kegiatan tidak mempunyai baris, padahal output di bawahnya ada.

    Yang diperiksa: kode output 3364.xxx tanpa baris 3364, dalam tabel yang menampilkan baris kegiatan lain.
    Mengapa penting: jumlah kegiatan itu tidak dapat dilihat, dan jumlah programnya tidak dapat diperiksa.
    Perbaikan: tambahkan baris kegiatannya beserta jumlahnya per sumber dana.
    Dasar: struktur kode anggaran.
    """
    for s in periksa_uang(dok).struktur:
        kode = {b.kode for b in s.t.baris}
        if not any(tingkat_kode(k) == KEGIATAN for k in kode) or not _is_pohon(s):
            continue
        hilang: defaultdict[str, list[BarisUang]] = defaultdict(list)
        for b in s.t.baris:
            cocok = _OUTPUT.fullmatch(b.kode)
            if cocok:
                dok.tandai(_sel_kode(s, b).letak)
            if cocok and cocok["kegiatan"] not in kode:
                hilang[cocok["kegiatan"]].append(b)
        for kegiatan, baris in hilang.items():
            sel = [_sel_kode(s, b) for b in baris]
            yield Bukti(
                sel[0].letak,
                sel[0].teks,
                f"baris {kegiatan} di atasnya",
                f"{len(baris)} output dari kegiatan {kegiatan} ditampilkan tanpa baris kegiatannya, sedangkan kegiatan "
                "lain mempunyai baris",
                f"Tambahkan baris {kegiatan} beserta jumlahnya.",
                tuple(x.letak for x in sel[1:]),
            )


def _is_pohon(s: Struktur) -> bool:
    """Whether the kegiatan of a table have their outputs under them: a tree, not a selection."""
    return any(tingkat_kode(s.t.baris[i].kode) == KEGIATAN for i in s.pohon.anak)


def kepala_akun_tanpa_akun(dok: Dokumen) -> Iterator[Bukti]:
    """Kepala kolom menyebut akun atau MAK, tetapi tabel tidak memuat satu pun kode akun.

    Yang diperiksa: kepala kolom kode dan uraian tabel anggaran terhadap kode enam angka.
    Mengapa penting: pembaca mencari rincian belanja yang tidak ada; program, kegiatan, dan output bukan akun.
    Perbaikan: namai kolomnya menurut isinya, misalnya "Kode program/kegiatan/output".
    Dasar: PMK tentang bagan akun standar.
    """
    for s in periksa_uang(dok).struktur:
        kode = [b.kode for b in s.t.baris if b.kode]
        if len(kode) < 2 or Peran.PAGU not in s.t.kolom or any(tingkat_kode(k) in (AKUN, None) for k in kode):
            continue
        dok.tandai(*(_sel_kode(s, b).letak for b in s.t.baris if b.kode))
        kolom = [n for n in (s.t.kolom_kode, s.t.kolom_uraian) if n is not None]
        kepala = [s.t.tabel.kepala[n] for n in kolom if _KEPALA_AKUN.search(s.t.tabel.kepala[n])]
        if kepala:
            yield Bukti(
                s.t.baris[0].sel[kolom[0]].letak,
                " | ".join(kepala),
                "kode program, kegiatan, dan output",
                f"{s.t.tabel.nama} memuat {len(kode)} kode, tidak satu pun kode akun enam angka",
                "Namai kolom menurut isinya.",
            )


DAFTAR_ATURAN = (
    Aturan("ANG008", "persen-bergeser", Tingkat.GALAT, persen_bergeser),
    Aturan("ANG009", "realisasi-melebihi-pagu", Tingkat.PERINGATAN, realisasi_melebihi_pagu),
    Aturan("ANG010", "kontrak-melebihi-pagu", Tingkat.PERINGATAN, kontrak_melebihi_pagu),
    Aturan("ANG011", "kode-kembar", Tingkat.PERINGATAN, kode_kembar),
    Aturan("ANG012", "tingkat-hilang", Tingkat.PERINGATAN, tingkat_hilang),
    Aturan("ANG013", "kepala-akun-tanpa-akun", Tingkat.INFO, kepala_akun_tanpa_akun),
)
