"""The year of an office as lines that are kept and added up along the tree (``rekap``)."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.db import transaction

from akuntabel.core.calc.capaian import Capaian
from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.rumus import compute_rumus, parse_rumus, split_rasio
from akuntabel.core.fakta.hasil import compute_organisasi, compute_sasaran
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.hitung import HasilIndikator, HasilPengukuran, compute_capaian_tahun
from akuntabel.siklus.pengukuran.models import DasarNilai, NilaiTahunan
from akuntabel.siklus.pengukuran.rekap import SILSILAH_ORGANISASI, HasilIndikatorSatker, write_nilai_tahunan
from akuntabel.siklus.pengukuran.rekap_simpan import lock_nilai
from akuntabel.siklus.pengukuran.target import DaftarTarget
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja


@transaction.atomic
def refresh_nilai_tahunan(satker: Satker, tahun: int) -> HasilPengukuran:
    """Compute the year again and keep what it came to; what the office no longer answers for is taken out."""
    hasil = compute_capaian_tahun(satker, tahun)
    DasarNilai.objects.update_or_create(satker=satker, tahun=tahun, defaults={"dasar": _dasar(hasil)})
    write_nilai_tahunan(satker, tahun, build_daftar_nilai(hasil), is_lengkap=True)
    return hasil


def update_nilai_tahunan(hasil: HasilPengukuran, target: DaftarTarget) -> HasilPengukuran:
    """Keep what some indicators came to; the same result, with its roll-ups over all indicators of the year.

    The others count as they were kept. Where they were kept under another agreement or policy, or not at all, the
    whole year is computed again. Must be called inside a transaction.
    """
    terkunci = lock_nilai(hasil.satker, hasil.tahun)
    lengkap = _merge(hasil, target, terkunci.nilai) if terkunci.dasar == _dasar(hasil) else None
    if lengkap is None:
        return refresh_nilai_tahunan(hasil.satker, hasil.tahun)
    write_nilai_tahunan(hasil.satker, hasil.tahun, build_daftar_nilai(lengkap), terkunci=terkunci)
    return lengkap


def build_dasar(perjanjian: PerjanjianKinerja | None, kebijakan: str) -> str:
    """The identity of what annual values are computed by."""
    pk, sidik = (perjanjian.pk, perjanjian.sidik) if perjanjian else ("", "")
    return f"{pk}:{sidik}:{kebijakan}"


def _dasar(hasil: HasilPengukuran) -> str:
    return build_dasar(hasil.perjanjian, hasil.kebijakan.nama)


def _merge(
    hasil: HasilPengukuran, target: DaftarTarget, simpanan: Mapping[UUID, NilaiTahunan]
) -> HasilPengukuran | None:
    """The result with its roll-ups over all indicators; None where those that are kept do not suffice."""
    kini = {h.indikator.pk: h.capaian.terbatas for h in hasil.daftar_indikator}
    per_sasaran: dict[int, list[Nilai]] = {}
    for b in target.baris:
        nilai = kini.get(b.indikator.pk)
        tersimpan = simpanan.get(b.indikator.silsilah)
        if nilai is None and tersimpan is None:
            return None
        per_sasaran.setdefault(b.indikator.sasaran_id, []).append(nilai or _nilai_tersimpan(tersimpan))
    rekap = {
        pk: compute_sasaran([Capaian(n, n, None, None) for n in d], hasil.kebijakan) for pk, d in per_sasaran.items()
    }
    organisasi, kategori = compute_organisasi([r for r, _ in rekap.values()], hasil.kebijakan)
    sasaran = tuple(replace(s, rekap=rekap[s.sasaran.pk][0], kategori=rekap[s.sasaran.pk][1]) for s in hasil.sasaran)
    return replace(hasil, sasaran=sasaran, organisasi=organisasi, kategori=kategori)


def _nilai_tersimpan(n: NilaiTahunan | None) -> Nilai:
    if n is None:
        raise ValueError("an indicator that was neither computed nor kept")
    return Nilai.absent(StatusNilai(n.status), "") if n.capaian is None else Nilai.of(n.capaian)


def build_daftar_nilai(hasil: HasilPengukuran) -> list[HasilIndikatorSatker]:
    """One line per indicator that was computed, and one for the office itself."""
    daftar = [_build(h, hasil.elemen) for h in hasil.daftar_indikator]
    organisasi = hasil.organisasi.nilai
    kategori = hasil.kategori.label if hasil.kategori else ""
    return [
        *daftar,
        HasilIndikatorSatker(SILSILAH_ORGANISASI, "", organisasi.status, capaian=organisasi.angka, kategori=kategori),
    ]


def _build(h: HasilIndikator, elemen: Mapping[str, Nilai]) -> HasilIndikatorSatker:
    is_berangka = h.acuan.arah not in (Arah.ORDINAL, Arah.TENGGAT)
    nilai = h.realisasi.nilai.angka if is_berangka else h.realisasi.skor
    rasio = split_rasio(parse_rumus(h.acuan.rumus)) if is_berangka and nilai is not None else None
    baris = HasilIndikatorSatker(
        h.indikator.silsilah,
        h.indikator.kode,
        h.capaian.terbatas.status,
        nilai=nilai,
        capaian=h.capaian.terbatas.angka,
        kategori=h.capaian.kategori.label if h.capaian.kategori else "",
    )
    if rasio is None:
        return baris
    return HasilIndikatorSatker(
        baris.silsilah,
        baris.kode,
        baris.status,
        baris.nilai,
        baris.capaian,
        baris.kategori,
        pembilang=compute_rumus(rasio.pembilang, elemen).angka,
        penyebut=compute_rumus(rasio.penyebut, elemen).angka,
        pengali=rasio.pengali,
    )
