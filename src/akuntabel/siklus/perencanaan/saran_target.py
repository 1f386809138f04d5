"""Advice on the five-year targets of an indicator: against its unit, its polarity, and each other."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.fakta.konversi import POLA_DESIMAL, parse_tanggal
from akuntabel.core.regulasi import daftar_predikat, load_predikat
from akuntabel.siklus.perencanaan.rumusan import Rumusan, Saran

_SERATUS = Decimal(100)


def daftar_saran_target(r: Rumusan) -> list[Saran]:
    """All advice on the targets, by year as kept (``77.5``, ``B``)."""
    target = {tahun: t for tahun, t in sorted(r.target.items()) if t}
    angka = {tahun: Decimal(t) for tahun, t in target.items() if POLA_DESIMAL.fullmatch(t)}
    daftar = [*_bentuk(r, target, angka), *_persen(r, angka), *_desimal(r, angka)]
    if not daftar:
        daftar = [*_urutan(r, target, angka), *_sama(r, target, angka)]
    return daftar


def _bentuk(r: Rumusan, target: Mapping[int, str], angka: Mapping[int, Decimal]) -> Iterator[Saran]:
    """Words where figures are asked for, and the other way round."""
    arah = r.isi.arah
    if arah == Arah.ORDINAL:
        salah = [str(t) for t in angka]
        harap = "predikat"
    elif arah == Arah.TENGGAT:
        salah = [str(tahun) for tahun, t in target.items() if parse_tanggal(t) is None]
        harap = "tanggal"
    elif arah == Arah.RENTANG:
        salah = [str(tahun) for tahun, t in target.items() if ".." not in t]
        harap = "rentang a..b"
    elif arah:
        salah = [str(tahun) for tahun in target if tahun not in angka]
        harap = "angka"
    else:
        return
    if salah:
        pesan = (
            f"Target tahun {', '.join(salah)} bukan {harap}, padahal polaritasnya {arah} dan satuannya "
            f"“{r.isi.satuan or 'belum diisi'}”. Betulkan targetnya, atau pilih polaritas yang sesuai."
        )
        yield Saran("target-bentuk", "target", pesan)


def _persen(r: Rumusan, angka: Mapping[int, Decimal]) -> Iterator[Saran]:
    lebih = [f"{tahun}: {format_angka(a)}%" for tahun, a in angka.items() if a > _SERATUS]
    if r.is_persen and r.isi.arah != Arah.ORDINAL and lebih:
        pesan = (
            f"Target melebihi 100 persen ({'; '.join(lebih)}). Sebagian tidak dapat lebih dari seluruhnya; periksa "
            "target dan penyebutnya."
        )
        yield Saran("target-lebih-seratus", "target", pesan)


def _desimal(r: Rumusan, angka: Mapping[int, Decimal]) -> Iterator[Saran]:
    """A target that the indicator would show rounded."""
    rinci = [tahun for tahun, a in angka.items() if a != a.quantize(Decimal(1).scaleb(-r.isi.desimal))]
    if rinci:
        pesan = (
            f"Target tahun {', '.join(map(str, rinci))} lebih rinci daripada {r.isi.desimal} angka di belakang koma "
            "yang ditampilkan. Tambah angka di belakang koma, atau bulatkan targetnya."
        )
        yield Saran("target-desimal", "desimal", pesan)


def _urutan(r: Rumusan, target: Mapping[int, str], angka: Mapping[int, Decimal]) -> Iterator[Saran]:
    """Targets that get worse from one year to the next."""
    tingkat = _peringkat(r, target) if r.isi.arah == Arah.ORDINAL else angka
    if r.isi.arah not in (Arah.MAKSIMASI, Arah.MINIMASI, Arah.ORDINAL):
        return
    tahun = list(tingkat)
    is_naik = r.isi.arah != Arah.MINIMASI
    mundur = [
        f"{a} ke {b}" for a, b in pairwise(tahun) if (tingkat[b] < tingkat[a] if is_naik else tingkat[b] > tingkat[a])
    ]
    if mundur:
        pesan = (
            f"Target {'menurun' if is_naik else 'naik'} dari {', '.join(mundur)}, padahal polaritasnya {r.isi.arah}. "
            "Betulkan targetnya, atau jelaskan sebabnya dalam sumber target."
        )
        yield Saran("target-mundur", "target", pesan)


def _sama(r: Rumusan, target: Mapping[int, str], angka: Mapping[int, Decimal]) -> Iterator[Saran]:
    """The same target year after year asks for no progress, unless nothing better is possible."""
    if (
        len(target) < 3
        or len(set(target.values())) > 1
        or r.isi.arah not in (Arah.MAKSIMASI, Arah.MINIMASI, Arah.ORDINAL)
    ):
        return
    pertama = next(iter(target))
    if r.isi.arah == Arah.ORDINAL:
        semua = _daftar_peringkat(r)
        is_terbaik = semua.get(target[pertama]) == max(semua.values(), default=Decimal(0))
    else:
        terbaik = _SERATUS if r.isi.arah == Arah.MAKSIMASI and r.is_persen else Decimal(0)
        is_terbaik = angka[pertama] == terbaik
    if not is_terbaik:
        pesan = (
            f"Target sama setiap tahun ({target[pertama].replace('.', ',')}). Rencanakan kemajuannya, atau jelaskan "
            "mengapa cukup dipertahankan."
        )
        yield Saran("target-sama", "target", pesan)


def _daftar_peringkat(r: Rumusan) -> Mapping[str, Decimal]:
    if r.isi.predikat not in daftar_predikat():
        return {}
    return {nama: Decimal(n) for nama, n in load_predikat(r.isi.predikat).peringkat.items()}


def _peringkat(r: Rumusan, target: Mapping[int, str]) -> Mapping[int, Decimal]:
    semua = _daftar_peringkat(r)
    return {tahun: semua[t] for tahun, t in target.items() if t in semua}
