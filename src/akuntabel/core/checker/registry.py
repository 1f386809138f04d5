"""All rules, in one list. A rule is a pure function; its docstring is its page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.checker.rules import anggaran, bahasa, hitungan, kalimat, konsistensi, rujukan, skala, struktur
from akuntabel.core.checker.temuan import Bukti, HasilPeriksa, Penghitung, Temuan, Tingkat
from akuntabel.core.naskah.terbaca import NaskahTerbaca


@dataclass(frozen=True, slots=True)
class Aturan:
    """One rule with its code (family and number), name and severity."""

    kode: str
    nama: str
    tingkat: Tingkat
    periksa: Callable[[NaskahTerbaca, Penghitung], Iterator[Bukti]]

    @property
    def penjelasan(self) -> str:
        """What it checks, why it matters, how to mend it, and on what ground."""
        return self.periksa.__doc__ or ""


DAFTAR_ATURAN: tuple[Aturan, ...] = (
    Aturan("HIT001", "capaian-tidak-terulang", Tingkat.GALAT, hitungan.capaian_tidak_terulang),
    Aturan("HIT002", "jumlah-baris-salah", Tingkat.GALAT, hitungan.jumlah_baris_salah),
    Aturan("HIT003", "rasio-kalimat-salah", Tingkat.GALAT, kalimat.rasio_kalimat_salah),
    Aturan("ANG001", "sisa-tidak-cocok", Tingkat.GALAT, anggaran.sisa_tidak_cocok),
    Aturan("ANG002", "persen-serapan-salah", Tingkat.GALAT, anggaran.persen_serapan_salah),
    Aturan("ANG003", "induk-bukan-jumlah-anak", Tingkat.GALAT, anggaran.induk_bukan_jumlah_anak),
    Aturan("ANG004", "total-salah", Tingkat.GALAT, anggaran.total_salah),
    Aturan("ANG005", "rantai-revisi-putus", Tingkat.GALAT, anggaran.rantai_revisi_putus),
    Aturan("ANG006", "selisih-revisi-salah", Tingkat.PERINGATAN, anggaran.selisih_revisi_salah),
    Aturan("KON001", "cacah-tidak-sesuai-tabel", Tingkat.GALAT, konsistensi.cacah_tidak_sesuai_tabel),
    Aturan("KON002", "indikator-pk-tidak-diukur", Tingkat.GALAT, konsistensi.indikator_tidak_diukur),
    Aturan("SKL001", "pita-bertumpuk", Tingkat.PERINGATAN, skala.pita_bertumpuk),
    Aturan("SKL002", "pita-bercelah", Tingkat.INFO, skala.pita_bercelah),
    Aturan("SKL003", "dua-skala", Tingkat.GALAT, skala.dua_skala),
    Aturan("STR001", "nomor-tabel-kembar", Tingkat.PERINGATAN, struktur.nomor_tabel_kembar),
    Aturan("RUJ001", "peraturan-tidak-berlaku", Tingkat.PERINGATAN, rujukan.peraturan_tidak_berlaku),
    Aturan("BHS001", "terbilang-tidak-cocok", Tingkat.PERINGATAN, bahasa.terbilang_tidak_cocok),
    Aturan("BHS002", "kurung-tanpa-terbilang", Tingkat.INFO, bahasa.kurung_tanpa_terbilang),
)


def check_naskah(naskah: NaskahTerbaca, *, daftar_aturan: Sequence[Aturan] = DAFTAR_ATURAN) -> HasilPeriksa:
    """Everything that does not hold, gravest first, in the order of the document."""
    penghitung = Penghitung()
    temuan = [
        Temuan(a.kode, a.nama, a.tingkat, bukti) for a in daftar_aturan for bukti in a.periksa(naskah, penghitung)
    ]
    urutan = list(Tingkat)
    temuan.sort(key=lambda t: urutan.index(t.tingkat))
    return HasilPeriksa(naskah.berkas, tuple(temuan), len(naskah.daftar_tabel), penghitung.angka_diperiksa)


def select_aturan(pilih: Sequence[str], abaikan: Sequence[str]) -> tuple[Aturan, ...]:
    """The rules whose code starts with one of ``pilih`` (all when empty) and with none of ``abaikan``."""
    return tuple(
        a
        for a in DAFTAR_ATURAN
        if (not pilih or a.kode.startswith(tuple(pilih))) and not (abaikan and a.kode.startswith(tuple(abaikan)))
    )
