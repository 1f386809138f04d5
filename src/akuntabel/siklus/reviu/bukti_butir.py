"""The evidence of each line of the checklist, by its code (core/regulasi/data/checklist_reviu.yaml)."""

from collections.abc import Iterable, Mapping, Sequence

from akuntabel.core.calc.angka import format_persen, format_rupiah
from akuntabel.core.checker.temuan import Tingkat
from akuntabel.core.compose.kelengkapan import ANALISIS, StatusAnalisis, daftar_kelengkapan
from akuntabel.core.compose.narasi import has_narasi
from akuntabel.core.compose.tampilan import besaran_realisasi, besaran_target
from akuntabel.core.fakta.hasil import HasilIndikator
from akuntabel.core.fakta.organisasi import JenisTugas
from akuntabel.siklus.reviu.bukti_mesin import (
    AngkaBukti,
    BahanBukti,
    BuktiMesin,
    PemberiBukti,
    build_angka,
    suggest,
)
from akuntabel.siklus.reviu.models import Jawaban

_PEMBANDING = (1, 2, 3)  # last year, the plan, a national standard among the seven analyses
_TERBANYAK = 5  # names in one sentence


def compute_bukti(bahan: BahanBukti) -> dict[str, BuktiMesin]:
    """The evidence of every line, by code; lines that are asked only where another was denied show what explains it."""
    return {kode: pemberi(bahan) for kode, pemberi in DAFTAR_BUKTI.items()}


def _nama(daftar: Iterable[str]) -> str:
    semua = list(daftar)
    lebih = len(semua) - _TERBANYAK
    return "; ".join(semua[:_TERBANYAK]) + (f"; dan {lebih} lainnya" if lebih > 0 else "")


def _sebut(i: HasilIndikator) -> str:
    return f"{i.indikator.kode} {i.indikator.nama}"


def _belum(awal: str, daftar: Sequence[str]) -> tuple[str, ...]:
    """A sentence about what lacks, where anything does."""
    return (f"{awal}: {_nama(daftar)}.",) if daftar else ()


def _data_penting(bahan: BahanBukti) -> BuktiMesin:
    fakta = bahan.hasil.fakta
    unsur = {
        "alamat": bool(fakta.satker.alamat),
        "pejabat": bool(fakta.daftar_pejabat),
        "tugas dan wewenang": any(t.jenis is not JenisTugas.KEWAJIBAN for t in fakta.daftar_tugas),
        "struktur organisasi": bool(fakta.daftar_unit),
        "isu strategis": bool(fakta.daftar_isu),
        "visi dan misi": bool(fakta.renstra.visi and fakta.renstra.misi),
    }
    ada = [nama for nama, is_ada in unsur.items() if is_ada]
    return BuktiMesin(
        suggest(len(ada), len(unsur)),
        (
            f"{len(ada)} dari {len(unsur)} unsur data instansi terisi.",
            *_belum("Belum terisi", [n for n in unsur if n not in ada]),
        ),
    )


def _target(bahan: BahanBukti) -> BuktiMesin:
    jumlah = bahan.jumlah_indikator
    perjanjian = bahan.hasil.fakta.perjanjian_berlaku
    asal = f" {perjanjian.kode} revisi {perjanjian.revisi}" if perjanjian else ""
    return BuktiMesin(
        suggest(jumlah, jumlah),
        (f"{jumlah} indikator memuat target perjanjian kinerja{asal}.",),
        tuple(AngkaBukti(f"Target {_sebut(i)}", besaran_target(i).teks) for i in bahan.hasil.indikator),
    )


def _capaian(bahan: BahanBukti) -> BuktiMesin:
    hasil = bahan.hasil
    terukur = [i for i in hasil.indikator if i.capaian.terbatas.is_counted]
    belum = [
        f"{_sebut(i)} ({i.capaian.terbatas.status.label})" for i in hasil.indikator if not i.capaian.terbatas.is_counted
    ]
    organisasi = hasil.organisasi.nilai
    persen = format_persen(organisasi.angka) if organisasi.angka is not None else ""
    per_indikator = (
        build_angka(
            f"Capaian {_sebut(i)}",
            i.capaian.terbatas,
            format_persen(i.capaian.terbatas.angka) if i.capaian.terbatas.angka is not None else "",
        )
        for i in hasil.indikator
    )
    return BuktiMesin(
        suggest(len(terukur), bahan.jumlah_indikator),
        (
            f"{len(terukur)} dari {bahan.jumlah_indikator} indikator terukur.",
            *_belum("Tanpa capaian", belum),
        ),
        (build_angka("Capaian kinerja organisasi", organisasi, persen), *per_indikator),
    )


def _lampiran(bahan: BahanBukti) -> BuktiMesin:
    fakta = bahan.hasil.fakta
    berberkas = sum(1 for b in fakta.daftar_bukti if b.berkas)

    saran = Jawaban.YA if berberkas == len(fakta.daftar_bukti) else Jawaban.SEBAGIAN
    return BuktiMesin(
        saran.value if fakta.daftar_bukti else Jawaban.TIDAK.value,
        (
            f"{len(fakta.daftar_bukti)} bukti dicatat, {berberkas} di antaranya berberkas.",
            "Perjanjian kinerja dan jejak hitung tercetak sebagai lampiran.",
        ),
    )


def _perbaikan(bahan: BahanBukti) -> BuktiMesin:
    hasil = bahan.hasil
    langkah = hasil.fakta.daftar_langkah
    utuh = [la for la in langkah if la.pengampu and la.tenggat]
    luput = [i.indikator for i in hasil.indikator if i.capaian.is_tercapai is False]
    tanpa = [f"{i.kode} {i.nama}" for i in luput if not has_narasi(hasil, f"solusi-{i.kode}")]
    saran = suggest(len(luput) - len(tanpa) + len(utuh), len(luput) + len(langkah)) if langkah else "tidak"
    return BuktiMesin(
        saran,
        (
            f"{len(langkah)} langkah ke depan, {len(utuh)} di antaranya dengan penanggung jawab dan tenggat.",
            *_belum("Belum mencapai target dan tanpa solusi", tanpa),
        ),
    )


def _keuangan(bahan: BahanBukti) -> BuktiMesin:
    semua = bahan.hasil.anggaran.total.semua
    galat = bahan.count_temuan("ANG")
    if semua.pagu == 0:
        return BuktiMesin("tidak", ("Anggaran belum diisi.",))
    realisasi = "belum diketahui" if semua.realisasi is None else format_rupiah(semua.realisasi)
    persen = format_persen(semua.persen.angka) if semua.persen.angka is not None else ""
    return BuktiMesin(
        suggest(semua.cakupan.terukur, semua.cakupan.dari),
        (
            f"Realisasi diketahui pada {semua.cakupan} pos anggaran.",
            f"Pemeriksa menemukan {galat} galat anggaran.",
        ),
        (
            AngkaBukti("Pagu", format_rupiah(semua.pagu)),
            AngkaBukti("Realisasi anggaran", realisasi),
            build_angka("Serapan anggaran", semua.persen, persen),
        ),
    )


def _penyusun(bahan: BahanBukti) -> BuktiMesin:
    kantor = bahan.kantor
    return BuktiMesin(
        "",
        (
            f"Naskah ditulis oleh {_nama(kantor.penyusun)}." if kantor.penyusun else "Penulis naskah tidak tercatat.",
            *((f"Diajukan oleh {kantor.pengaju}.",) if kantor.pengaju else ()),
        ),
    )


def _didukung_data(bahan: BahanBukti) -> BuktiMesin:
    terukur = [f for f in bahan.hasil.fakta.daftar_fakta if f.status.is_counted]
    bersumber = sum(1 for f in terukur if f.sumber)
    berbukti = sum(1 for f in terukur if f.bukti)
    return BuktiMesin(
        suggest(bersumber, len(terukur)),
        (
            f"{bersumber} dari {len(terukur)} data terukur menyebut sumbernya; {berbukti} disertai bukti.",
            (
                f"Pemeriksa menghitung ulang {bahan.periksa.angka_diperiksa} angka dan menemukan "
                f"{bahan.count_temuan()} galat."
            ),
        ),
    )


def _mekanisme(bahan: BahanBukti) -> BuktiMesin:
    jumlah = bahan.kantor.triwulan_terverifikasi
    return BuktiMesin(
        "", (f"Pengukuran {jumlah} dari 4 triwulan diajukan dan diverifikasi orang lain di dalam aplikasi.",)
    )


def _penanggung_jawab(bahan: BahanBukti) -> BuktiMesin:
    tanpa = [_sebut(i) for i in bahan.hasil.indikator if not i.indikator.pengampu]
    jumlah = bahan.jumlah_indikator
    return BuktiMesin(
        suggest(jumlah - len(tanpa), jumlah),
        (
            f"{jumlah - len(tanpa)} dari {jumlah} indikator mempunyai unit pengampu.",
            *_belum("Tanpa pengampu", tanpa),
        ),
    )


def _keandalan(bahan: BahanBukti) -> BuktiMesin:
    galat, peringatan = bahan.count_temuan(), bahan.count_temuan(tingkat=Tingkat.PERINGATAN)
    return BuktiMesin(
        "" if galat == 0 else "tidak",
        (f"Pemeriksa menghitung ulang {bahan.periksa.angka_diperiksa} angka: {galat} galat, {peringatan} peringatan.",),
        tuple(
            build_angka(f"Realisasi {_sebut(i)}", i.realisasi.nilai, besaran_realisasi(i).teks)
            for i in bahan.hasil.indikator
        ),
    )


def _diketahui(bahan: BahanBukti) -> BuktiMesin:
    return BuktiMesin("", (f"{len(bahan.kantor.penyusun)} orang menulis atau mengubah naskah laporan.",))


def _bukan_gabungan(bahan: BahanBukti) -> BuktiMesin:
    jumlah = bahan.kantor.jumlah_bawahan
    if jumlah == 0:
        return BuktiMesin("ya", ("Satker ini tidak mempunyai satker di bawahnya.",))
    return BuktiMesin("", (f"Ada {jumlah} satker langsung di bawahnya; angka laporan diukur satker ini sendiri.",))


def _sasaran_perjanjian(bahan: BahanBukti) -> BuktiMesin:
    sasaran = bahan.hasil.sasaran
    tanpa = [f"{s.sasaran.kode} {s.sasaran.nama}" for s in sasaran if not s.indikator]
    return BuktiMesin(
        suggest(len(sasaran) - len(tanpa), len(sasaran)),
        (
            f"{len(sasaran) - len(tanpa)} dari {len(sasaran)} sasaran memuat indikator yang diperjanjikan.",
            *_belum("Tanpa indikator dalam perjanjian", tanpa),
            f"Temuan pemeriksa tentang konsistensi: {bahan.count_temuan('KON')} galat.",
        ),
    )


def _sasaran_renstra(bahan: BahanBukti) -> BuktiMesin:
    fakta = bahan.hasil.fakta
    tujuan = {t.kode for t in fakta.renstra.tujuan}
    tanpa = [f"{s.kode} {s.nama}" for s in fakta.daftar_sasaran if s.tujuan not in tujuan]
    jumlah = len(fakta.daftar_sasaran)
    return BuktiMesin(
        suggest(jumlah - len(tanpa), jumlah),
        (
            (
                f"{jumlah - len(tanpa)} dari {jumlah} sasaran menjabarkan tujuan Renstra "
                f"{fakta.renstra.mulai}–{fakta.renstra.selesai} ({fakta.renstra.dasar})."
            ),
            *_belum("Tidak menunjuk tujuan Renstra", tanpa),
        ),
    )


def _target_perjanjian(bahan: BahanBukti) -> BuktiMesin:
    """Targets of the report are those of the agreement by construction; where the plan says otherwise it is shown."""
    fakta = bahan.hasil.fakta
    renstra = {t.indikator: t.target for t in fakta.daftar_target_renstra if t.tahun == fakta.tahun}
    beda = [
        f"{i.indikator.kode}: perjanjian {i.target.teks}, Renstra {renstra[i.indikator.kode]}"
        for i in bahan.hasil.indikator
        if i.indikator.kode in renstra and renstra[i.indikator.kode] != i.target.teks
    ]
    return BuktiMesin(
        suggest(bahan.jumlah_indikator, bahan.jumlah_indikator),
        (
            "Target pada laporan diambil dari perjanjian kinerja yang berlaku, bukan diketik ulang.",
            *_belum("Target perjanjian berbeda dari target Renstra", beda),
        ),
    )


def _iku(bahan: BahanBukti) -> BuktiMesin:
    """The agreement's indicators are those of the Renstra; one without a target there is not in the plan."""
    fakta = bahan.hasil.fakta
    berencana = {t.indikator for t in fakta.daftar_target_renstra}
    if not berencana:
        return BuktiMesin("", ("Data Renstra tidak memuat target indikator; cocokkan dengan dokumen IKU.",))
    tanpa = [_sebut(i) for i in bahan.hasil.indikator if i.indikator.kode not in berencana]
    jumlah = bahan.jumlah_indikator
    return BuktiMesin(
        suggest(jumlah - len(tanpa), jumlah),
        (
            f"{jumlah - len(tanpa)} dari {jumlah} indikator ada dalam Renstra beserta targetnya.",
            *_belum("Tanpa target Renstra", tanpa),
        ),
    )


def _perbandingan(bahan: BahanBukti) -> BuktiMesin:
    lengkap = daftar_kelengkapan(bahan.hasil)
    per_analisis = {ANALISIS[n]: sum(1 for k in lengkap if k.status[n] is StatusAnalisis.ADA) for n in _PEMBANDING}
    berbanding = [k for k in lengkap if any(k.status[n] is StatusAnalisis.ADA for n in _PEMBANDING)]
    tanpa = [f"{k.indikator.kode} {k.indikator.nama}" for k in lengkap if k not in berbanding]
    rincian = ", ".join(f"{nama.lower()} {jumlah} dari {len(lengkap)}" for nama, jumlah in per_analisis.items())
    return BuktiMesin(
        suggest(len(berbanding), len(lengkap)),
        (f"Perbandingan: {rincian} indikator.", *_belum("Tanpa pembanding apa pun", tanpa)),
    )


def _cukup_mengukur(bahan: BahanBukti) -> BuktiMesin:
    rincian = "; ".join(f"{s.sasaran.kode}: {len(s.indikator)} indikator" for s in bahan.hasil.sasaran)
    return BuktiMesin("", (f"Indikator per sasaran: {rincian}.",))


def _smart(bahan: BahanBukti) -> BuktiMesin:
    daftar = [i.indikator for i in bahan.hasil.indikator]
    utuh = [i for i in daftar if i.definisi and i.satuan and i.rumus and i.sumber_data]
    bertarget = bahan.jumlah_indikator
    return BuktiMesin(
        "",
        (
            (
                f"Spesifik dan terukur: {len(utuh)} dari {len(daftar)} indikator mempunyai definisi, satuan, rumus, "
                f"dan sumber data. Bertarget tahun ini: {bertarget}."
            ),
            *_belum("Manual indikatornya belum utuh", [f"{i.kode} {i.nama}" for i in daftar if i not in utuh]),
        ),
    )


def _penjelasan(*awalan: str) -> PemberiBukti:
    """For the lines that ask for an explanation: which texts and reasons there are to be read."""

    def pemberi(bahan: BahanBukti) -> BuktiMesin:
        fakta = bahan.hasil.fakta
        teks = sorted(nama for nama, isi in fakta.narasi.items() if nama.startswith(awalan) and isi.strip())
        perjanjian = fakta.perjanjian_berlaku
        alasan = perjanjian.alasan if perjanjian and perjanjian.alasan else ""
        return BuktiMesin(
            "",
            (
                f"Uraian yang ada: {_nama(teks)}." if teks else "Tidak ada uraian yang menjelaskan.",
                *((f"Alasan revisi perjanjian: {alasan}",) if alasan else ()),
            ),
        )

    return pemberi


DAFTAR_BUKTI: Mapping[str, PemberiBukti] = {
    "I.1": _data_penting,
    "I.2": _target,
    "I.3": _capaian,
    "I.4": _lampiran,
    "I.5": _perbaikan,
    "I.6": _keuangan,
    "II.1": _penyusun,
    "II.2": _didukung_data,
    "II.3": _mekanisme,
    "II.4": _penanggung_jawab,
    "II.5": _keandalan,
    "II.6": _diketahui,
    "II.7": _bukan_gabungan,
    "III.1": _sasaran_perjanjian,
    "III.2": _sasaran_renstra,
    "III.3": _penjelasan("renstra", "perjanjian-kinerja", "sasaran-"),
    "III.4": _target_perjanjian,
    "III.5": _iku,
    "III.6": _penjelasan("perjanjian-kinerja", "indikator-"),
    "III.7": _perbandingan,
    "III.8": _cukup_mengukur,
    "III.9": _penjelasan("indikator-", "sasaran-"),
    "III.10": _smart,
}
