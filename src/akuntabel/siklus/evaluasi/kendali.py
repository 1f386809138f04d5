"""The logic control of a worksheet: what does not go together, where, and how to mend it.

What stops the submission is what the regulation itself says of a grade; what is only unlikely warns.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.nilai_akip import CaraNilai
from akuntabel.core.regulasi.lke import Aspek, GradeLke, KomponenLke, Pemenuhan, SubLke
from akuntabel.siklus.evaluasi.bukti_mesin import read_jawaban_mesin
from akuntabel.siklus.evaluasi.hitung import IsiLke, count_terpenuhi
from akuntabel.siklus.evaluasi.models import NilaiSub, Rekomendasi
from akuntabel.siklus.perjanjian.catatan import Catatan, TingkatCatatan

HALANGAN, PERINGATAN = TingkatCatatan.HALANGAN, TingkatCatatan.PERINGATAN
PENUH = Decimal(100)
BATAS_REKOMENDASI = Decimal(70)  # a sub-component below this asks for a recommendation (nilai of B)


def check_lke(isi: IsiLke, daftar_rekomendasi: Sequence[Rekomendasi] = ()) -> list[Catatan]:
    """Everything that the control finds, in the order of the worksheet."""
    catatan: list[Catatan] = []
    for komponen in isi.templat.komponen:
        for sub in komponen.sub:
            catatan += _check_sub(isi, sub)
            if isi.lke.is_resmi:
                catatan += _check_resmi(isi, sub, daftar_rekomendasi)
        catatan += _check_urutan(isi, komponen)
    catatan += _check_rekomendasi(isi, daftar_rekomendasi)
    return catatan


def _check_sub(isi: IsiLke, sub: SubLke) -> Iterator[Catatan]:
    letak = f"Subkomponen {sub.kode}"
    terpenuhi = count_terpenuhi(isi, sub)
    cara = CaraNilai(isi.lke.cara)
    if kosong := _daftar_kosong(isi, sub, cara):
        butir = "diberi nilai" if cara is CaraNilai.ANGKA else "dijawab"
        yield Catatan(
            "kriteria-kosong",
            HALANGAN,
            letak,
            f"{len(kosong)} kriteria belum {butir} ({', '.join(kosong)})",
            f"seluruh {terpenuhi.dari} kriteria {butir}",
            "Lengkapi kriteria itu.",
        )
    if cara is CaraNilai.PREDIKAT:
        yield from _check_predikat(isi, sub)
    yield from _check_bukti(isi, sub)


def _daftar_kosong(isi: IsiLke, sub: SubLke, cara: CaraNilai) -> list[str]:
    if cara is CaraNilai.ANGKA:
        return [k.kode for k in sub.kriteria if not (b := isi.kriteria.get(k.kode)) or not b.angka]
    return [k.kode for k in sub.kriteria if isi.read_jawaban(k) is None]


def _check_predikat(isi: IsiLke, sub: SubLke) -> Iterator[Catatan]:
    letak, predikat = f"Subkomponen {sub.kode}", isi.read_predikat(sub.kode)
    grade = isi.templat.find_grade(predikat)
    if grade is None:
        yield Catatan(
            "predikat-kosong", HALANGAN, letak, "belum berpredikat", "satu predikat AA sampai E", "Pilih predikatnya."
        )
        return
    if count_terpenuhi(isi, sub).terjawab == len(sub.kriteria):
        yield from _check_bagian(isi, sub, grade)
    yield from _check_syarat(isi, sub, grade)


def _check_bagian(isi: IsiLke, sub: SubLke, grade: GradeLke) -> Iterator[Catatan]:
    """The grade against the share of fulfilled kriteria."""
    letak, terpenuhi, dasar = f"Subkomponen {sub.kode}", count_terpenuhi(isi, sub), isi.templat.dasar
    tertulis = f"{grade.predikat} dengan {terpenuhi.ya} dari {terpenuhi.dari} kriteria terpenuhi"
    tertulis += f" dan {terpenuhi.sebagian} sebagian" if terpenuhi.sebagian else ""
    syarat = f"{'seluruh' if grade.batas == PENUH else f'lebih dari {format_angka(grade.batas)}%'} kriteria terpenuhi"
    is_penuh_diminta = grade.batas == PENUH and terpenuhi.persen < PENUH
    if is_penuh_diminta or not grade.is_terpenuhi(terpenuhi.persen_atas):
        yield Catatan(
            "predikat-terlalu-tinggi",
            HALANGAN,
            letak,
            tertulis,
            f"{grade.predikat} bila {syarat}",
            "Turunkan predikatnya, atau betulkan jawaban kriterianya beserta buktinya.",
            dasar,
        )
    elif not grade.is_terpenuhi(terpenuhi.persen):
        yield Catatan(
            "predikat-bertumpu-sebagian",
            PERINGATAN,
            letak,
            tertulis,
            f"{syarat} tanpa menghitung yang sebagian",
            "Pastikan yang terpenuhi sebagian memang layak dihitung, dan tulis alasannya.",
            dasar,
        )
    layak = next((g for g in isi.templat.predikat if not g.tahun and g.is_terpenuhi(terpenuhi.persen)), None)
    if layak is not None and layak.nilai > grade.nilai and not _read_sub(isi, sub).alasan:
        yield Catatan(
            "predikat-terlalu-rendah",
            PERINGATAN,
            letak,
            tertulis,
            f"{layak.predikat} menurut bagian kriteria yang terpenuhi",
            "Naikkan predikatnya, atau tulis alasan mengapa lebih rendah.",
            dasar,
        )


def _check_syarat(isi: IsiLke, sub: SubLke, grade: GradeLke) -> Iterator[Catatan]:
    """AA and A ask for more than the share: years in what exists, efforts in what is good and used."""
    if not grade.tahun:
        return
    letak, baris = f"Subkomponen {sub.kode}", _read_sub(isi, sub)
    uraian = grade.uraian[sub.aspek]
    if sub.aspek is Aspek.KEBERADAAN:
        if baris.tahun_bertahan is None or baris.tahun_bertahan < grade.tahun:
            tertulis = "lamanya belum diisi" if baris.tahun_bertahan is None else f"{baris.tahun_bertahan} tahun"
            yield Catatan(
                "tahun-kurang",
                HALANGAN,
                letak,
                f"{grade.predikat}, dipertahankan {tertulis}",
                f"setidaknya {grade.tahun} tahun terakhir",
                "Isi berapa tahun dipertahankan, atau turunkan predikatnya.",
                f"{isi.templat.dasar}: {uraian}",
            )
    elif not baris.alasan:
        yield Catatan(
            "alasan-kosong",
            HALANGAN,
            letak,
            f"{grade.predikat} tanpa alasan",
            "upaya yang membedakannya dari BB",
            "Tulis upaya itu pada alasan predikat, atau turunkan predikatnya.",
            f"{isi.templat.dasar}: {uraian}",
        )


def _check_bukti(isi: IsiLke, sub: SubLke) -> Iterator[Catatan]:
    """What is said to be fulfilled is proved, and what the application knows is not contradicted in silence."""
    letak = f"Subkomponen {sub.kode}"
    tanpa_bukti = [k.kode for k in sub.kriteria if isi.read_jawaban(k) is Pemenuhan.YA and not isi.bukti.get(k.kode)]
    if tanpa_bukti:
        yield Catatan(
            "tanpa-bukti",
            PERINGATAN,
            letak,
            f"terpenuhi tanpa bukti: {', '.join(tanpa_bukti)}",
            "sedikitnya satu dokumen atau catatan aplikasi tiap kriteria",
            "Unggah dokumennya atau tautkan catatannya.",
        )
    mesin = [k.kode for k in sub.kriteria if (b := isi.kriteria.get(k.kode)) and b.is_mesin]
    if mesin:
        yield Catatan(
            "belum-diperiksa-orang",
            HALANGAN if isi.lke.is_resmi else PERINGATAN,
            letak,
            f"diisi aplikasi dan belum diterima: {', '.join(mesin)}",
            "jawaban yang sudah dibaca orang",
            "Baca buktinya, lalu terima atau ubah jawabannya.",
        )
    for k in sub.kriteria:
        menurut = read_jawaban_mesin(isi, k)
        baris = isi.kriteria.get(k.kode)
        if menurut is None or baris is None or baris.is_mesin or baris.catatan:
            continue
        if isi.read_jawaban(k) not in (None, menurut):
            yield Catatan(
                "berbeda-dari-catatan",
                PERINGATAN,
                f"Kriteria {k.kode}",
                baris.jawaban,
                f"{menurut.value} menurut catatan aplikasi",
                "Cocokkan dengan buktinya, atau tulis pada catatan mengapa berbeda.",
            )


def _check_urutan(isi: IsiLke, komponen: KomponenLke) -> Iterator[Catatan]:
    """What is used must be good, what is good must exist: a later aspect better than an earlier one needs a reason."""
    berurut = [s for s in komponen.sub if s.aspek is not Aspek.HASIL]
    for dasar, lanjut in pairwise(berurut):
        if lanjut.aspek is Aspek.KEBERADAAN:  # a second document begins here (Renstra, then the annual plan)
            continue
        yield from _check_pasangan(isi, dasar, lanjut)


def _check_pasangan(isi: IsiLke, dasar: SubLke, lanjut: SubLke) -> Iterator[Catatan]:
    letak, awal, akhir = f"Subkomponen {lanjut.kode}", count_terpenuhi(isi, dasar), count_terpenuhi(isi, lanjut)
    is_tiada = awal.terjawab == awal.dari and not awal.ya and not awal.sebagian
    if is_tiada and (akhir.ya or akhir.sebagian):
        yield Catatan(
            "dinilai-tanpa-ada",
            HALANGAN,
            letak,
            f"{akhir.ya + akhir.sebagian} kriteria terpenuhi",
            f"tidak ada, karena {dasar.kode} sama sekali tidak terpenuhi",
            f"Betulkan jawaban {dasar.kode} atau {lanjut.kode}.",
        )
    a, b = (isi.templat.find_grade(isi.read_predikat(s.kode)) for s in (dasar, lanjut))
    if a and b and b.nilai > a.nilai and not _read_sub(isi, lanjut).alasan:
        yield Catatan(
            "lebih-baik-dari-dasarnya",
            PERINGATAN,
            letak,
            f"{lanjut.aspek.value} {b.predikat}, sedangkan {dasar.aspek.value} ({dasar.kode}) {a.predikat}",
            f"tidak lebih baik dari {dasar.aspek.value}",
            "Periksa kedua predikatnya, atau tulis alasannya.",
        )


def _check_resmi(isi: IsiLke, sub: SubLke, daftar: Sequence[Rekomendasi]) -> Iterator[Catatan]:
    """What the report of the evaluator needs: a condition for each sub-component, a recommendation for a weak one."""
    letak, baris = f"Subkomponen {sub.kode}", _read_sub(isi, sub)
    grade = isi.templat.find_grade(baris.predikat)
    if grade is None:
        return
    if not baris.catatan and grade.nilai < PENUH:
        yield Catatan(
            "kondisi-kosong",
            PERINGATAN,
            letak,
            f"{grade.predikat} tanpa kondisi",
            "kondisi yang ditemukan",
            "Tulis kondisinya; laporan hasil evaluasi memuatnya.",
        )
    if grade.nilai < BATAS_REKOMENDASI and all(r.sub != sub.kode for r in daftar):
        yield Catatan(
            "tanpa-rekomendasi",
            PERINGATAN,
            letak,
            f"{grade.predikat} tanpa rekomendasi",
            "sedikitnya satu rekomendasi perbaikan",
            "Tambahkan rekomendasi untuk subkomponen ini.",
        )


def _check_rekomendasi(isi: IsiLke, daftar: Sequence[Rekomendasi]) -> Iterator[Catatan]:
    for r in daftar:
        kurang = [n for n, ada in (("penanggung jawab", r.unit_id or r.pejabat_id), ("tenggat", r.tenggat)) if not ada]
        if kurang:
            yield Catatan(
                "rekomendasi-tanpa-pemilik",
                PERINGATAN,
                f"Rekomendasi {r.nomor}",
                f"tanpa {' dan '.join(kurang)}",
                "penanggung jawab dan tenggat",
                "Isi keduanya, atau minta satker mengisinya.",
            )


def _read_sub(isi: IsiLke, sub: SubLke) -> NilaiSub:
    return isi.sub.get(sub.kode) or NilaiSub(lke=isi.lke, kode=sub.kode)
