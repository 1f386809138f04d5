"""Slots that compare: with the target, an earlier year, the Renstra, a benchmark, the money. Signed, so that no word
beside them can say the wrong direction when the figures change.
"""

from collections.abc import Mapping
from decimal import Decimal

from akuntabel.core.calc.anggaran import compute_serapan
from akuntabel.core.calc.besaran import SATUAN_PERSEN, Besaran
from akuntabel.core.calc.efisiensi import compute_efisiensi_sederhana
from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.fakta.anggaran_sasaran import daftar_anggaran_sasaran
from akuntabel.core.fakta.hasil import HasilIndikator, HasilSasaran, HasilTahun, compute_capaian_indikator
from akuntabel.core.fakta.pengukuran import Pembanding
from akuntabel.core.fakta.target import parse_target, show_target

PUTUSAN: Mapping[bool | None, str] = {
    True: "mencapai target",
    False: "belum mencapai target",
    None: "belum dapat dinilai",
}
PUTUSAN_EFISIENSI: Mapping[bool | None, str] = {
    True: "efisien",
    False: "belum efisien",
    None: "belum dapat disimpulkan",
}


def split_indikator(hasil: HasilTahun, sisa: str) -> tuple[HasilIndikator, str] | None:
    """The indicator that a slot begins with, and the rest: "1.2.renstra.2024" → 1.2, "renstra.2024"."""
    cocok = [i for i in hasil.indikator if sisa == i.indikator.kode or sisa.startswith(f"{i.indikator.kode}.")]
    if not cocok:
        return None
    terpanjang = max(cocok, key=lambda i: len(i.indikator.kode))
    return terpanjang, sisa.removeprefix(terpanjang.indikator.kode).removeprefix(".")


def find_sasaran(hasil: HasilTahun, kode: str) -> HasilSasaran | None:
    """The sasaran of that code."""
    return next((s for s in hasil.sasaran if s.sasaran.kode == kode), None)


def find_pembanding(hasil: HasilTahun, kode: str, sisa: str) -> Pembanding | None:
    """A benchmark as slots name it: "nasional.2020", with a final t where it is a target."""
    tingkat, _, ekor = sisa.rpartition(".")
    kunci = (kode, tingkat, ekor.removesuffix("t"), ekor[-1:] == "t")
    daftar = hasil.fakta.daftar_pembanding
    return next((p for p in daftar if (p.indikator, p.tingkat, str(p.tahun), p.is_target) == kunci), None)


def resolve_renstra(hasil: HasilTahun, sisa: str) -> Besaran | str | None:
    """``masa`` and ``dasar`` of the plan; ``<indikator>.<tahun>``: its target."""
    renstra = hasil.fakta.renstra
    if sisa in ("masa", "dasar"):
        return f"{renstra.mulai}–{renstra.selesai}" if sisa == "masa" else renstra.dasar or None
    target = _target_renstra(hasil, sisa)
    return None if target is None else show_target(parse_target(target[1], target[0].indikator), target[0].indikator)


def resolve_kemajuan(hasil: HasilTahun, sisa: str) -> Besaran | None:
    """``<indikator>.<tahun>``: the realisasi held against the target of the Renstra in that year."""
    pasangan = _target_renstra(hasil, sisa)
    if pasangan is None:
        return None
    i, teks = pasangan
    target = parse_target(teks, i.indikator)
    kemajuan = compute_capaian_indikator(i.indikator, target, i.realisasi, hasil.kebijakan)
    pembulatan = hasil.kebijakan.pembulatan
    return Besaran(kemajuan.mentah, SATUAN_PERSEN, pembulatan.desimal, cara=pembulatan.cara)


def resolve_selisih(hasil: HasilTahun, sisa: str) -> Besaran | None:
    """Realisasi minus ``<indikator>.target``, ``.<tahun>``, ``.renstra.<tahun>``, ``.pembanding.<tingkat>.<tahun>``."""
    pasangan = split_indikator(hasil, sisa)
    if pasangan is None:
        return None
    i, terhadap = pasangan
    acuan = _acuan_selisih(hasil, i, terhadap)
    if acuan is None:
        return None
    nilai = i.realisasi.nilai
    selisih = nilai if nilai.angka is None else Nilai.of(nilai.angka - acuan)
    return Besaran(selisih, desimal=i.indikator.desimal, bertanda=True)


def resolve_putusan(hasil: HasilTahun, sisa: str) -> str | None:
    """``<indikator>``: whether its target was reached, in words."""
    i = hasil.find_indikator(sisa)
    return None if i is None else PUTUSAN[i.capaian.is_tercapai if i.capaian.terbatas.is_counted else None]


def resolve_efisiensi(hasil: HasilTahun, sisa: str) -> Besaran | str | None:
    """``<sasaran>.pagu``, ``.serapan``, ``.selisih``, ``.putusan``: the money linked to a sasaran, and its capaian."""
    kode, _, kolom = sisa.rpartition(".")
    s = find_sasaran(hasil, kode)
    daftar = daftar_anggaran_sasaran(hasil, kode)
    if s is None or not daftar or kolom not in ("pagu", "serapan", "selisih", "putusan"):
        return None
    pagu = sum(d.baris.pagu for d in daftar)
    if kolom == "pagu":
        return Besaran.rupiah(pagu, ringkas=False)
    terpakai = [d.baris.realisasi_lengkap for d in daftar if d.baris.realisasi_lengkap is not None]
    serapan = compute_serapan(pagu, sum(terpakai) if len(terpakai) == len(daftar) else None)
    if kolom == "serapan":
        return Besaran(serapan, SATUAN_PERSEN, 2)
    efisiensi = compute_efisiensi_sederhana(s.rekap.nilai, serapan)
    if kolom == "putusan":
        return PUTUSAN_EFISIENSI[efisiensi.is_efisien]
    return Besaran(efisiensi.selisih, desimal=2, bertanda=True)


def _target_renstra(hasil: HasilTahun, sisa: str) -> tuple[HasilIndikator, str] | None:
    pasangan = split_indikator(hasil, sisa)
    if pasangan is None:
        return None
    i, tahun = pasangan
    daftar = hasil.fakta.daftar_target_renstra
    teks = next((t.target for t in daftar if (t.indikator, str(t.tahun)) == (i.indikator.kode, tahun)), None)
    return None if teks is None else (i, teks)


def _acuan_selisih(hasil: HasilTahun, i: HasilIndikator, terhadap: str) -> Decimal | None:
    """The figure that a realisasi is held against; None where there is none, or it is a word."""
    kode = i.indikator.kode
    jenis, _, sisa = terhadap.partition(".")
    if terhadap == "target":
        return i.target.angka
    if jenis == "renstra":
        target = _target_renstra(hasil, f"{kode}.{sisa}")
        return None if target is None else parse_target(target[1], i.indikator).angka
    if jenis == "pembanding":
        p = find_pembanding(hasil, kode, sisa)
        return None if p is None else p.nilai
    daftar = hasil.fakta.daftar_riwayat
    return next((r.nilai for r in daftar if (r.indikator, str(r.tahun)) == (kode, terhadap)), None)
