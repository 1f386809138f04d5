"""The quarterly report: capaian up to the quarter, what the rencana aksi came to, the money, what is not measured."""

import re
from collections.abc import Iterator, Mapping

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.compose.formulir_pengukuran import STRIP, build_dokumen, tabel_capaian_sasaran
from akuntabel.core.compose.formulir_pengukuran_isi import (
    TRIWULAN,
    AksiTerlaksana,
    IndikatorTerukur,
    IsiPengukuran,
    teks_dasar,
)
from akuntabel.core.compose.kalimat import baris, baris_jumlah, kalimat, kurang, paragraf, sel
from akuntabel.core.compose.tampilan import kolom_angka, kolom_pendek, kolom_teks, persen_serapan, teks_cakupan
from akuntabel.core.naskah.markdown import Slot, read_markdown
from akuntabel.core.naskah.model import Blok, Butir, Daftar, Gaya, Judul, Kertas, Naskah, Tabel, Teks

_TANPA_SLOT = Slot(re.compile(r"(?!)()"), Teks)  # figures of a quarter stand in its tables


def compose_laporan_triwulan(
    isi: IsiPengukuran,
    *,
    kertas: Kertas = Kertas.A4,
    judul: str = "Laporan Pengukuran Kinerja",
    narasi: Mapping[str, str] | None = None,
) -> Naskah:
    """The document. Without a quarter it is about the whole year.

    narasi: Markdown without slots, by name: pengantar-triwulan, hambatan-triwulan, simpulan-triwulan.
    """
    nama = "Tahunan" if isi.triwulan is None else f"Triwulan {TRIWULAN[isi.triwulan - 1]}"

    def susun(isi: IsiPengukuran) -> Iterator[Blok]:
        return _isi(isi, narasi or {})

    return build_dokumen(isi, f"{judul} {nama}", "laporan-triwulan", susun, kertas)


def _isi(isi: IsiPengukuran, narasi: Mapping[str, str]) -> Iterator[Blok]:
    yield from _narasi(narasi, "pengantar-triwulan")
    yield Judul("Ringkasan", 2)
    yield from _ringkasan(isi)
    yield Judul("Capaian kinerja", 2)
    yield tabel_capaian_sasaran(isi)
    yield from _belum_terukur(isi)
    yield Judul("Pelaksanaan rencana aksi", 2)
    yield from _aksi(isi)
    yield from _narasi(narasi, "hambatan-triwulan")
    yield Judul("Realisasi anggaran", 2)
    yield from _anggaran(isi)
    if narasi.get("simpulan-triwulan", "").strip():
        yield Judul("Simpulan", 2)
        yield from _narasi(narasi, "simpulan-triwulan")
    yield Judul("Verifikasi", 2)
    yield paragraf(isi.verifikasi or "Pengukuran ini belum diverifikasi.", gaya=Gaya.TANPA_INDEN)


def _narasi(narasi: Mapping[str, str], nama: str) -> tuple[Blok, ...]:
    """What a human wrote under that name, if anything."""
    return read_markdown(narasi.get(nama, ""), _TANPA_SLOT)


def _ringkasan(isi: IsiPengukuran) -> Iterator[Blok]:
    yield paragraf(
        f"Pengukuran kinerja dilakukan setiap triwulan dan setiap tahun ({teks_dasar()}). Capaian kinerja "
        f"{isi.nama_pendek} {isi.masa} adalah ",
        isi.capaian,
        f" ({isi.kategori})" if isi.capaian.nilai.is_counted else "",
        f", dihitung atas {teks_cakupan(isi.jumlah_terukur, len(isi.indikator), 'indikator')} menurut kebijakan "
        f"“{isi.kebijakan}”.",
    )


def _belum_terukur(isi: IsiPengukuran) -> Iterator[Blok]:
    """Every indicator without a figure, with its reason: it is no zero."""
    daftar = [i for i in isi.indikator if not i.dihitung.nilai.is_counted]
    if daftar:
        yield paragraf("Indikator berikut belum berangka dan tidak dihitung sebagai nol:", gaya=Gaya.TANPA_INDEN)
        yield Daftar(tuple(Butir(kalimat(f"{i.kode} {i.nama}: {_sebab(i)}")) for i in daftar), "-")


def _sebab(i: IndikatorTerukur) -> str:
    status = i.dihitung.nilai.status.label
    return f"{status} ({i.keterangan.rstrip('.')})." if i.keterangan else f"{status}."


def _aksi(isi: IsiPengukuran) -> Iterator[Blok]:
    if not isi.aksi:
        yield kurang("Pelaksanaan rencana aksi belum dicatat.")
        return
    kolom = (
        kolom_pendek("Indikator"),
        kolom_teks("Aksi", 5),
        kolom_pendek("Waktu"),
        kolom_teks("Penanggung jawab", 3),
        kolom_teks("Keadaan", 2),
        kolom_teks("Bukti", 3),
        kolom_teks("Hambatan", 4),
        kolom_teks("Tindak lanjut", 4),
    )
    daftar = tuple(
        baris(
            a.indikator,
            a.uraian,
            f"TW {TRIWULAN[a.triwulan - 1]}",
            *(teks or STRIP for teks in (a.penanggung_jawab, a.status, a.bukti, a.hambatan, a.tindak_lanjut)),
        )
        for a in isi.aksi
    )
    yield Tabel(
        "tabel-aksi", f"Pelaksanaan rencana aksi {isi.masa}", kolom, daftar, bernomor=False, lanskap=True, huruf_pt=8
    )
    yield from _hambatan(isi.aksi)


def _hambatan(daftar: tuple[AksiTerlaksana, ...]) -> Iterator[Blok]:
    tanpa_lanjut = [a for a in daftar if a.hambatan and not a.tindak_lanjut]
    if tanpa_lanjut:
        yield kurang(f"{len(tanpa_lanjut)} hambatan belum mempunyai tindak lanjut.")


def _anggaran(isi: IsiPengukuran) -> Iterator[Blok]:
    if not isi.anggaran:
        yield kurang("Realisasi anggaran belum diisi.")
        return
    kolom = (
        kolom_pendek("Kode"),
        kolom_teks("Program/Kegiatan", 6),
        kolom_pendek("Dana"),
        kolom_angka("Pagu (Rp)"),
        kolom_angka("Realisasi (Rp)"),
        kolom_angka("Serapan"),
    )
    teratas = min(k.tingkat for k in isi.anggaran)
    daftar = [
        baris(
            k.kode,
            sel(k.uraian, inden=k.tingkat - teratas),
            k.sumber_dana,
            Besaran.rupiah(k.pagu),
            STRIP if k.realisasi is None else Besaran.rupiah(k.realisasi),
            persen_serapan(k.persen),
        )
        for k in isi.anggaran
    ]
    if (j := isi.jumlah_anggaran) is not None:
        realisasi = STRIP if j.realisasi_lengkap is None else Besaran.rupiah(j.realisasi_lengkap)
        uang = (Besaran.rupiah(j.pagu), realisasi, persen_serapan(j.persen))
        daftar.append(baris_jumlah(sel("Jumlah", kolom=3), *uang))
    yield Tabel(
        "tabel-anggaran-triwulan", f"Realisasi anggaran {isi.masa}", kolom, tuple(daftar), bernomor=False, huruf_pt=8
    )
