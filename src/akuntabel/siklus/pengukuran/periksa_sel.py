"""What is wrong with the cells that somebody wants to store: every cell, every reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.fakta.konversi import POLA_DESIMAL, format_sel
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.core.regulasi import daftar_predikat, load_predikat
from akuntabel.siklus.pengukuran.bahan import BahanTahun, KunciFakta
from akuntabel.siklus.pengukuran.models import AsalElemen, BentukElemen, Elemen, Fakta
from akuntabel.siklus.pengukuran.sel import IsianSel, KunciSel
from akuntabel.siklus.pengukuran.target import BarisTarget
from akuntabel.siklus.perjanjian.models import ROMAWI

SERATUS = 100
_NAMA_BENTUK = {BentukElemen.ANGKA: "angka", BentukElemen.PREDIKAT: "predikat", BentukElemen.TANGGAL: "tanggal"}


@dataclass(frozen=True, slots=True)
class Pemeriksa:
    """What cells are checked against: the rows of the year, of last year, the parts asked for, the indicators.

    bagian: by kode the parts (sex, detail) that an element is asked for; lalu: figures of the year before by cell.
    """

    bahan: BahanTahun
    triwulan: int | None
    daftar_target: Sequence[BarisTarget]
    bagian: Mapping[str, Sequence[tuple[str, str]]]
    lalu: Mapping[KunciFakta, Fakta]
    ambang: int

    def find_ujung(self, kunci: KunciSel) -> Fakta | None:
        """The last fact of the cell, also one that was taken back."""
        return self.bahan.ujung.get(KunciFakta(kunci.elemen, self.triwulan, kunci.jenis_kelamin, kunci.rincian))

    def find_terkini(self, kunci: KunciSel) -> Fakta | None:
        """The fact that holds in the cell."""
        ujung = self.find_ujung(kunci)
        return None if ujung is None or ujung.is_ditarik else ujung

    def check(self, daftar: Sequence[IsianSel]) -> dict[KunciSel, list[str]]:
        """Everything that speaks against storing, by cell."""
        masalah = {isian.kunci: list(self._check_satu(isian, daftar)) for isian in daftar}
        dilihat: set[KunciSel] = set()
        for isian in daftar:
            if isian.kunci in dilihat:
                masalah[isian.kunci].append("Sel ini tertulis dua kali; sisakan satu.")
            dilihat.add(isian.kunci)
        return {kunci: pesan for kunci, pesan in masalah.items() if pesan}

    def _check_satu(self, isian: IsianSel, daftar: Sequence[IsianSel]) -> Iterator[str]:
        elemen = self.bahan.elemen.get(isian.elemen)
        if elemen is None:
            yield f"Elemen {isian.elemen} belum disusun untuk tahun {self.bahan.tahun}; susun dahulu di halaman Elemen."
            return
        if isian.is_ditarik:
            if self.find_terkini(isian.kunci) is None:
                yield "Sel ini kosong; tidak ada yang ditarik."
            return
        yield from self._check_isi(isian, elemen)
        yield from self._check_bagian(isian, elemen, daftar)
        if elemen.asal == AsalElemen.INDUK and elemen.satker_id != self.bahan.satker.pk:
            yield f"Nilai ini diukur {elemen.satker}; satker di bawahnya mengikuti."

    def _check_isi(self, isian: IsianSel, elemen: Elemen) -> Iterator[str]:
        bentuk = BentukElemen(elemen.bentuk)
        status = isian.status_isi
        if not status.is_counted:
            if isian.has_isi:
                yield f"Status {status.label} berarti tidak ada nilainya; kosongkan nilainya atau ubah statusnya."
            if not isian.alasan.strip():
                yield f"Sebutkan alasan untuk status {status.label}."
            return
        isi = {BentukElemen.ANGKA: isian.nilai, BentukElemen.PREDIKAT: isian.predikat or None}
        if isi.get(bentuk, isian.tanggal) is None:
            yield f"{elemen.nama} diisi {_NAMA_BENTUK[bentuk]}, atau status beserta alasannya."
        if isian.nilai is not None:
            yield from _check_angka(isian.nilai, isian.status)
        asing = {
            BentukElemen.ANGKA: bool(isian.predikat) or isian.tanggal is not None,
            BentukElemen.PREDIKAT: isian.tanggal is not None,
            BentukElemen.TANGGAL: bool(isian.predikat) or isian.nilai is not None,
        }
        if asing[bentuk]:
            yield f"{elemen.nama} hanya memuat {_NAMA_BENTUK[bentuk]}."
        if isian.predikat:
            yield from self._check_predikat(isian)

    def _check_predikat(self, isian: IsianSel) -> Iterator[str]:
        for peringkat in self._daftar_peringkat(isian.elemen):
            if isian.predikat not in peringkat:
                yield f"Tertulis {isian.predikat}; diharapkan salah satu dari {', '.join(peringkat)}."

    def _daftar_peringkat(self, kode: str) -> list[Sequence[str]]:
        nama = {b.indikator.predikat for b in self.daftar_target if b.indikator.rumus == kode and b.indikator.predikat}
        return [tuple(load_predikat(n).peringkat) for n in sorted(nama & set(daftar_predikat()))]

    def normalize(self, isian: IsianSel) -> IsianSel:
        """The predicate in its official spelling ("wtp" is WTP), words without blanks around them."""
        tertulis = isian.predikat.strip()
        resmi = next(
            (p for daftar in self._daftar_peringkat(isian.elemen) for p in daftar if p.lower() == tertulis.lower()),
            tertulis,
        )
        return replace(
            isian,
            predikat=resmi,
            alasan=" ".join(isian.alasan.split()),
            sumber=" ".join(isian.sumber.split()),
            alasan_perubahan=" ".join(isian.alasan_perubahan.split()),
        )

    def _check_bagian(self, isian: IsianSel, elemen: Elemen, daftar: Sequence[IsianSel]) -> Iterator[str]:
        """An element is written down in one way all year: as a whole or in parts, by year or by quarter."""
        if isian.jenis_kelamin not in ("", *JenisKelamin):
            yield f"Jenis kelamin tertulis {isian.jenis_kelamin}; diharapkan L, P, atau kosong."
        bagian = self.bagian.get(elemen.kode, ())
        if bagian and (isian.jenis_kelamin, isian.rincian) not in bagian:
            harap = ", ".join(" ".join(b for b in pasangan if b) for pasangan in bagian)
            yield f"{elemen.nama} diisi menurut bagiannya: {harap}."
            return
        bentuk = (self.triwulan is not None, bool(isian.jenis_kelamin), bool(isian.rincian))
        lain = [
            (f.triwulan is not None, bool(f.jenis_kelamin), bool(f.rincian))
            for f in self.bahan.milik.get(elemen.kode, ())
        ]
        lain += [
            (bentuk[0], bool(i.jenis_kelamin), bool(i.rincian))
            for i in daftar
            if i.elemen == elemen.kode and not i.is_ditarik
        ]
        beda = next((b for b in lain if b != bentuk), None)
        if beda is not None:
            yield f"{elemen.nama} sudah diisi {_sebut_bentuk(beda)}; isi semuanya dengan cara yang sama."

    def daftar_perubahan(self, daftar: Sequence[IsianSel]) -> dict[KunciSel, str]:
        """Cells that correct what is there and do not say why."""
        return {
            isian.kunci: f"Sebutkan alasan perubahan; tersimpan {lama.isi}."
            for isian in daftar
            if not isian.alasan_perubahan and (lama := self.find_terkini(isian.kunci)) is not None
        }

    def daftar_lonjakan(self, daftar: Sequence[IsianSel]) -> dict[KunciSel, str]:
        """Figures that moved beyond the threshold against last quarter or the same one last year, unexplained."""
        hasil: dict[KunciSel, str] = {}
        for isian in daftar:
            if isian.alasan or isian.nilai is None or isian.is_ditarik:
                continue
            lonjakan = [
                t for nama, lama in self._pembanding(isian.kunci) if (t := self._sebut(nama, lama, isian.nilai))
            ]
            if lonjakan:
                hasil[isian.kunci] = f"{'; '.join(lonjakan)}. Sebutkan sebabnya, atau betulkan angkanya."
        return hasil

    def _pembanding(self, kunci: KunciSel) -> Iterator[tuple[str, Decimal]]:
        tahun, triwulan = self.bahan.tahun, self.triwulan
        cari = KunciFakta(kunci.elemen, triwulan, kunci.jenis_kelamin, kunci.rincian)
        calon = [(self.lalu, cari, tahun - 1)]
        if triwulan == 1:
            calon.append((self.lalu, cari._replace(triwulan=max(ROMAWI)), tahun - 1))
        elif triwulan is not None:
            calon.append((self.bahan.ujung, cari._replace(triwulan=triwulan - 1), tahun))
        for asal, letak, kapan in calon:
            fakta = asal.get(letak)
            if fakta is not None and not fakta.is_ditarik and fakta.angka is not None:
                nama = f"triwulan {ROMAWI[letak.triwulan]} {kapan}" if letak.triwulan else f"tahun {kapan}"
                yield nama, fakta.angka

    def _sebut(self, nama: str, lama: Decimal, baru: Decimal) -> str:
        if lama == 0 or abs(baru - lama) * SERATUS <= abs(lama) * self.ambang:
            return ""
        arah = "naik" if baru > lama else "turun"
        persen = format_angka(abs(baru - lama) * SERATUS / abs(lama), 0)
        return f"{arah} {persen}% dari {nama} ({format_angka(lama)})"


def _check_angka(nilai: Decimal, status: StatusNilai | None) -> Iterator[str]:
    if not nilai.is_finite() or POLA_DESIMAL.fullmatch(format_sel(nilai)) is None:
        yield "Angka paling banyak 18 digit di depan dan di belakang koma."
    if status is not None and status.is_counted and (nilai == 0) != (status is StatusNilai.NOL):
        yield "Status nol tepat bila nilainya 0."


def _sebut_bentuk(bentuk: tuple[bool, bool, bool]) -> str:
    bagian = ["per triwulan" if bentuk[0] else "setahun sekaligus"]
    bagian += ["menurut jenis kelamin"] if bentuk[1] else []
    bagian += ["menurut rincian"] if bentuk[2] else []
    return " ".join(bagian) if len(bagian) > 1 else f"{bagian[0]} tanpa bagian"
