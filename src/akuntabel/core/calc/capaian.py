"""Capaian: how far a target was reached, in percent, by the formula that the policy names for the polarity."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.jejak import Jejak, Operan
from akuntabel.core.calc.kebijakan import Arah, Kebijakan, Pita, RumusCapaian
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.pembulatan import format_polos, round_desimal
from akuntabel.core.calc.rumus_capaian import (
    RUMUS_TERTULIS,
    SERATUS,
    TAHAN_TANDA,
    compute_rasio,
    write_rumus,
)
from akuntabel.core.calc.skala import classify


@dataclass(frozen=True, slots=True)
class Target:
    """What was promised: exactly one of a number, a range, a date or a predicate (with its score if known)."""

    angka: Decimal | None = None
    batas_bawah: Decimal | None = None
    batas_atas: Decimal | None = None
    tanggal: date | None = None
    predikat: str = ""
    skor: Decimal | None = None

    def __post_init__(self) -> None:
        is_rentang = self.batas_bawah is not None or self.batas_atas is not None
        if sum((self.angka is not None, is_rentang, self.tanggal is not None, bool(self.predikat))) != 1:
            raise ValueError("a target is one of angka, batas, tanggal, predikat")
        if is_rentang and (self.rentang is None or self.rentang[0] > self.rentang[1]):
            raise ValueError(f"range from {self.batas_bawah} to {self.batas_atas}")
        if self.skor is not None and not self.predikat:
            raise ValueError("a score belongs to a predicate")

    @property
    def rentang(self) -> tuple[Decimal, Decimal] | None:
        """The bounds to stay within: those of the range, or the number twice; None for dates and predicates."""
        if self.batas_bawah is not None and self.batas_atas is not None:
            return self.batas_bawah, self.batas_atas
        return None if self.angka is None else (self.angka, self.angka)

    @property
    def teks(self) -> str:
        """The target as a trace writes it."""
        if self.angka is not None:
            return format_polos(self.angka)
        if self.rentang is not None:
            return "..".join(format_polos(batas) for batas in self.rentang)
        return self.predikat if self.tanggal is None else self.tanggal.isoformat()


@dataclass(frozen=True, slots=True)
class Realisasi:
    """What was reached. ``nilai`` always carries the status and the trace.

    For a predicate or a date the thing measured is that predicate (with its score if known) or date; then the
    figure inside ``nilai`` plays no part.
    """

    nilai: Nilai
    predikat: str = ""
    skor: Decimal | None = None
    tanggal: date | None = None

    @property
    def teks(self) -> str:
        """The realisasi as a trace writes it."""
        if self.predikat:
            return self.predikat
        if self.tanggal is not None:
            return self.tanggal.isoformat()
        return self.nilai.status.label if self.nilai.angka is None else format_polos(self.nilai.angka)


@dataclass(frozen=True, slots=True)
class UrutanPredikat:
    """An order of predicates, 1 the lowest. "Cc" is "CC": letters count, not their case."""

    nama: str
    peringkat: Mapping[str, int]
    dasar: str = ""

    def __post_init__(self) -> None:
        if any(urut < 1 for urut in self.peringkat.values()):
            raise ValueError(f"ranks of {self.nama} start at 1")

    def rank(self, predikat: str) -> int | None:
        """The rank of a predicate as somebody wrote it; None if the order does not know it."""
        tertulis = predikat.strip().casefold()
        return next((urut for nama, urut in self.peringkat.items() if nama.casefold() == tertulis), None)


@dataclass(frozen=True, slots=True)
class Capaian:
    """The achievement of one indicator.

    mentah: by the formula; terbatas: within floor and cap of the policy, the one that is rolled up; both share
    one trace, whose ``hasil`` is unlimited and whose ``pembulatan`` says what bit. kategori: the band of
    ``terbatas``. is_tercapai: whether the target itself was reached, judged on the unrounded realisasi by the
    polarity; None if nobody can say yet.
    """

    mentah: Nilai
    terbatas: Nilai
    kategori: Pita | None
    is_tercapai: bool | None


def compute_capaian(
    arah: Arah,
    target: Target,
    realisasi: Realisasi,
    kebijakan: Kebijakan,
    *,
    predikat: UrutanPredikat | None = None,
) -> Capaian:
    """The capaian of one indicator, or why there is none: a missing realisasi stays missing and is never 0."""
    if not realisasi.nilai.is_counted:
        jejak = _trace(_Hasil(None), target, realisasi, kebijakan)
        nilai = Nilai.absent(realisasi.nilai.status, realisasi.nilai.alasan, jejak)
        return Capaian(nilai, nilai, None, None)
    is_tercapai = judge_tercapai(arah, target, realisasi, predikat)
    dihitung, catatan_bulat = _round_realisasi(realisasi, kebijakan)
    hasil = _apply_rumus(arah, target, dihitung, kebijakan, is_tercapai, predikat)
    jejak = _trace(hasil, target, dihitung, kebijakan)
    if hasil.angka is None:
        nilai = Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, hasil.alasan, jejak)
        return Capaian(nilai, nilai, None, is_tercapai)
    terbatas, catatan_batas = _limit(hasil.angka, kebijakan)
    jejak = replace(jejak, pembulatan="; ".join(filter(None, (catatan_bulat, catatan_batas))))
    return Capaian(
        Nilai.of(hasil.angka, jejak), Nilai.of(terbatas, jejak), classify(terbatas, kebijakan.skala), is_tercapai
    )


def judge_tercapai(
    arah: Arah, target: Target, realisasi: Realisasi, predikat: UrutanPredikat | None = None
) -> bool | None:
    """Whether a counted realisasi reached the target itself; None where the two cannot be compared."""
    if target.tanggal is not None:
        return None if realisasi.tanggal is None else realisasi.tanggal <= target.tanggal
    if target.rentang is not None:
        return _judge_angka(arah, target.rentang, realisasi.nilai.require())
    if predikat is not None:
        urut_t, urut_r = predikat.rank(target.predikat), predikat.rank(realisasi.predikat)
        if urut_t is not None and urut_r is not None:
            return urut_r >= urut_t
    if target.skor is None or realisasi.skor is None:
        return None
    return realisasi.skor >= target.skor


def _judge_angka(arah: Arah, rentang: tuple[Decimal, Decimal], angka: Decimal) -> bool | None:
    bawah, atas = rentang
    match arah:
        case Arah.MAKSIMASI | Arah.BINER:
            return angka >= bawah
        case Arah.MINIMASI:
            return angka <= atas
        case Arah.STABILISASI | Arah.RENTANG:
            return bawah <= angka <= atas
        case _:
            return None


@dataclass(frozen=True, slots=True)
class _Hasil:
    """What a formula gave: a figure, or the reason why not; and what its trace has to say."""

    angka: Decimal | None
    rumus: str = ""
    alasan: str = ""
    operan: tuple[Operan, ...] = ()
    catatan: str = ""
    dasar: str = ""


def _trace(hasil: _Hasil, target: Target, realisasi: Realisasi, kebijakan: Kebijakan) -> Jejak:
    return Jejak(
        rumus=hasil.rumus,
        operan=(Operan("T (target)", target.teks), Operan("R (realisasi)", realisasi.teks), *hasil.operan),
        hasil="" if hasil.angka is None else format_polos(hasil.angka),
        kebijakan=kebijakan.nama,
        dasar="; ".join(filter(None, (kebijakan.dasar, hasil.dasar))),
        catatan=hasil.catatan,
        langkah=() if realisasi.nilai.jejak is None else (realisasi.nilai.jejak,),
    )


def _apply_rumus(
    arah: Arah,
    target: Target,
    realisasi: Realisasi,
    kebijakan: Kebijakan,
    is_tercapai: bool | None,
    predikat: UrutanPredikat | None,
) -> _Hasil:
    rumus = kebijakan.rumus.get(arah)
    if rumus is None:
        return _Hasil(
            None,
            alasan=f'Kebijakan "{kebijakan.nama}" tidak menyebut rumus untuk arah {arah}. '
            "Lengkapi kebijakannya, atau pilih kebijakan lain.",
        )
    if rumus in (RumusCapaian.BINER, RumusCapaian.TEPAT_WAKTU):
        return _apply_ya_tidak(rumus, target, realisasi, is_tercapai)
    if rumus in (RumusCapaian.PERINGKAT, RumusCapaian.SKOR):
        return _apply_predikat(rumus, target, realisasi, predikat)
    return _apply_rasio(rumus, arah, target, realisasi, kebijakan)


def _apply_ya_tidak(rumus: RumusCapaian, target: Target, realisasi: Realisasi, is_tercapai: bool | None) -> _Hasil:
    tertulis = RUMUS_TERTULIS[rumus]
    if is_tercapai is None or (rumus is RumusCapaian.TEPAT_WAKTU and target.tanggal is None):
        return _Hasil(None, tertulis, _explain_beda_jenis(target, realisasi, tertulis))
    return _Hasil(SERATUS if is_tercapai else Decimal(0), tertulis)


def _apply_predikat(
    rumus: RumusCapaian, target: Target, realisasi: Realisasi, predikat: UrutanPredikat | None
) -> _Hasil:
    tertulis = RUMUS_TERTULIS[rumus]
    if not target.predikat or not realisasi.predikat:
        return _Hasil(None, tertulis, _explain_beda_jenis(target, realisasi, tertulis))
    if rumus is RumusCapaian.SKOR and target.skor and realisasi.skor is not None:
        operan = (
            Operan("skor(T)", format_polos(target.skor)),
            Operan("skor(R)", format_polos(realisasi.skor)),
        )
        return _Hasil(
            compute_rasio(RumusCapaian.RASIO, Arah.ORDINAL, realisasi.skor, target.skor), tertulis, "", operan
        )
    tertulis = RUMUS_TERTULIS[RumusCapaian.PERINGKAT]
    if predikat is None:
        return _Hasil(None, tertulis, "Urutan predikat belum ditentukan. Sebutkan daftar predikat pada indikatornya.")
    urut_t, urut_r = predikat.rank(target.predikat), predikat.rank(realisasi.predikat)
    if urut_t is None or urut_r is None:
        asing = target.predikat if urut_t is None else realisasi.predikat
        return _Hasil(
            None,
            tertulis,
            f'Tertulis predikat "{asing}", padahal daftar "{predikat.nama}" hanya mengenal '
            f"{', '.join(predikat.peringkat)}. Betulkan predikatnya, atau sebutkan daftar lain.",
        )
    operan = (Operan("peringkat(T)", str(urut_t)), Operan("peringkat(R)", str(urut_r)))
    angka = compute_rasio(RumusCapaian.RASIO, Arah.ORDINAL, Decimal(urut_r), Decimal(urut_t))
    return _Hasil(angka, tertulis, "", operan, dasar=predikat.dasar)


def _apply_rasio(rumus: RumusCapaian, arah: Arah, target: Target, realisasi: Realisasi, kebijakan: Kebijakan) -> _Hasil:
    if target.rentang is None:
        tertulis = write_rumus(rumus, arah)
        return _Hasil(None, tertulis, _explain_beda_jenis(target, realisasi, tertulis))
    bawah, atas = target.rentang
    r = realisasi.nilai.require()
    if target.angka is None and bawah <= r <= atas:
        return _Hasil(SERATUS, "100 di dalam rentang")
    t = bawah if r < bawah else atas
    if t == 0:
        return _apply_target_nol(arah, r, kebijakan)
    if (t > 0 and r >= 0) or rumus in TAHAN_TANDA:
        return _divide(rumus, arah, target, r, t)
    if kebijakan.target_negatif is not None:
        return _divide(kebijakan.target_negatif, arah, target, r, t)
    return _Hasil(
        None,
        write_rumus(rumus, arah),
        f"Target {format_angka(t, None)} dan realisasi {format_angka(r, None)}: "
        f'kebijakan "{kebijakan.nama}" tidak menyebut rumus untuk angka negatif. '
        "Pilih kebijakan yang menyebutnya.",
    )


def _divide(rumus: RumusCapaian, arah: Arah, target: Target, r: Decimal, t: Decimal) -> _Hasil:
    """The formula over r and t, where t is the target or the bound of its range that lies nearest to r."""
    tertulis = write_rumus(rumus, arah)
    angka = compute_rasio(rumus, arah, r, t)
    if angka is None:
        return _Hasil(
            None,
            tertulis,
            f"Rumus {tertulis} tidak punya hasil untuk realisasi {format_angka(r, None)} "
            f"dan target {format_angka(t, None)}. Pilih kebijakan dengan rumus lain.",
        )
    if target.angka is not None:
        return _Hasil(angka, tertulis)
    catatan = "T adalah batas rentang yang terdekat dengan R."
    if arah is Arah.RENTANG and angka > SERATUS:
        catatan += " Capaian di atas 100 di sini berarti melampaui rentang: targetnya tidak tercapai."
    return _Hasil(angka, tertulis, operan=(Operan("T (batas terdekat)", format_polos(t)),), catatan=catatan)


def _apply_target_nol(arah: Arah, r: Decimal, kebijakan: Kebijakan) -> _Hasil:
    """A target of 0 has no ratio: the policy says what R = 0 and R > 0 are worth, or nobody does."""
    ketentuan = kebijakan.target_nol.get(arah)
    if ketentuan is None or r < 0:
        return _Hasil(
            None,
            "T = 0",
            f"Target 0 dengan realisasi {format_angka(r, None)} tidak punya rasio, dan kebijakan "
            f'"{kebijakan.nama}" tidak mengaturnya untuk arah {arah}. Pilih kebijakan yang mengaturnya, '
            "atau betulkan targetnya.",
        )
    saat_nol, saat_lebih = ketentuan
    rumus = f"T = 0: {format_angka(saat_nol, None)} jika R = 0, {format_angka(saat_lebih, None)} jika R > 0"
    return _Hasil(saat_nol if r == 0 else saat_lebih, rumus)


def _explain_beda_jenis(target: Target, realisasi: Realisasi, rumus: str) -> str:
    return (
        f'Target tertulis "{target.teks}" dan realisasi "{realisasi.teks}"; keduanya tidak dapat dibandingkan '
        f'dengan rumus "{rumus}". Isi keduanya dengan jenis yang sama (angka, tanggal, atau predikat), '
        "atau betulkan arah indikatornya."
    )


def _round_realisasi(realisasi: Realisasi, kebijakan: Kebijakan) -> tuple[Realisasi, str]:
    """The realisasi as the formula sees it. Only policies that reproduce a printed report round it first."""
    aturan = kebijakan.pembulatan
    angka = realisasi.nilai.require()
    if aturan.desimal_realisasi is None or realisasi.predikat or realisasi.tanggal is not None:
        return realisasi, ""
    bulat = round_desimal(angka, aturan.desimal_realisasi, aturan.cara)
    if bulat == angka:
        return realisasi, ""
    catatan = f"realisasi {format_angka(angka, None)} dibulatkan menjadi {format_angka(bulat, None)} sebelum dihitung"
    return replace(realisasi, nilai=Nilai.of(bulat, realisasi.nilai.jejak)), catatan


def _limit(mentah: Decimal, kebijakan: Kebijakan) -> tuple[Decimal, str]:
    """The capaian within floor and cap, and what bit. This happens once, after everything else."""
    if kebijakan.batas_atas is not None and mentah > kebijakan.batas_atas:
        return kebijakan.batas_atas, f"dibatasi {format_angka(kebijakan.batas_atas, None)}"
    if kebijakan.batas_bawah is not None and mentah < kebijakan.batas_bawah:
        return kebijakan.batas_bawah, f"dibatasi {format_angka(kebijakan.batas_bawah, None)}"
    return mentah, ""
