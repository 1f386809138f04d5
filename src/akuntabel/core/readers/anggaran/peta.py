"""A plain table whose columns a person has told apart: which one is the code, which the budget, which the spending."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from akuntabel.core.calc.angka import format_rupiah
from akuntabel.core.naskah.rumus_sel import nama_kolom
from akuntabel.core.readers.anggaran.berkas import LembarMentah, Sel, tidy_teks
from akuntabel.core.readers.anggaran.kode import split_kode, tidy_kode
from akuntabel.core.readers.anggaran.laporan import BarisLaporan, CatatanMasalah, KolomBerkas, TumpukanBaris
from akuntabel.core.readers.anggaran.pohon import PROGRAM, TINGKAT
from akuntabel.core.readers.anggaran.rupiah import DIHARAPKAN, RUPIAH_TERBANYAK, BukanRupiahError, read_rupiah

KOLOM_PETA: Mapping[str, str] = {
    "kode": "Kode anggaran (lengkap)",
    "uraian": "Uraian",
    "sumber_dana": "Sumber dana",
    "pagu": "Pagu",
    "blokir": "Blokir (lock pagu)",
    "realisasi_lalu": "Realisasi periode lalu",
    "realisasi_ini": "Realisasi periode ini",
    "realisasi": "Realisasi s.d. periode",
}
KOLOM_WAJIB = ("kode", "pagu")
_ANGKA = ("pagu", "blokir", "realisasi_lalu", "realisasi_ini", "realisasi")
_SAMA_ARTI: Mapping[str, tuple[str, ...]] = {
    "kode": ("kode", "kode anggaran", "kode lengkap"),
    "uraian": ("uraian", "nama", "keterangan"),
    "sumber_dana": ("sumber dana", "sumber", "sd"),
    "pagu": ("pagu", "pagu akhir", "pagu revisi", "anggaran", "jumlah"),
    "blokir": ("blokir", "lock pagu"),
    "realisasi_lalu": ("realisasi lalu", "realisasi periode lalu"),
    "realisasi_ini": ("realisasi ini", "realisasi periode ini"),
    "realisasi": ("realisasi", "realisasi s.d. periode", "realisasi anggaran"),
}
PANJANG_SUMBER = 20
_BARIS_KEPALA = 40
_CONTOH = 3
_PANJANG_CONTOH = 60


@dataclass(frozen=True, slots=True)
class PetaTabel:
    """Meaning of a column to its header in the file."""

    judul: Mapping[str, str]

    def kolom(self, daftar: Sequence[KolomBerkas]) -> dict[str, int]:
        """Meaning to number; a column that the file lacks is not in it."""
        nomor = {bakukan(k.judul): k.nomor for k in reversed(daftar)}
        return {arti: nomor[bakukan(j)] for arti, j in self.judul.items() if bakukan(j) in nomor}


def bakukan(judul: str) -> str:
    """A header without what differs between files: case, blanks, underscores."""
    return " ".join(judul.replace("_", " ").lower().split()).strip(" .:*")


def find_kolom(lembar: LembarMentah) -> tuple[int, list[KolomBerkas]]:
    """The first row that looks like a header, and its columns with some cells below each; (0, []) without one."""
    kepala: Sel | None = None
    nomor_kepala = 0
    contoh: defaultdict[int, list[str]] = defaultdict(list)
    for nomor, sel in lembar:
        if kepala is None:
            if nomor > _BARIS_KEPALA:
                break
            if _is_kepala(sel):
                kepala, nomor_kepala = sel, nomor
        elif nomor > nomor_kepala + _CONTOH:
            break
        else:
            for kolom, isi in enumerate(sel):
                contoh[kolom].append(tidy_teks(isi)[:_PANJANG_CONTOH])
    return nomor_kepala, [
        KolomBerkas(n, tidy_teks(judul)[:_PANJANG_CONTOH], tuple(contoh[n]))
        for n, judul in enumerate(kepala or ())
        if tidy_teks(judul)
    ]


def guess_peta(daftar: Sequence[KolomBerkas]) -> PetaTabel:
    """What the headers say by themselves."""
    judul = {bakukan(k.judul): k.judul for k in reversed(daftar)}
    terka = {arti: next((judul[s] for s in sama if s in judul), "") for arti, sama in _SAMA_ARTI.items()}
    return PetaTabel({arti: j for arti, j in terka.items() if j})


def _is_kepala(sel: Sel) -> bool:
    kata = [teks for isi in sel if type(isi) is str and (teks := isi.strip())]
    return len(kata) >= 2 and not any(teks[0].isdigit() for teks in kata)


@dataclass(slots=True)
class _Terbaca:
    nomor: int
    kode: str
    induk: str
    tingkat: int
    uraian: str
    sumber: str
    angka: list[int | None]


class TabelTerpeta:
    """The lines of a mapped table: codes are full paths, a line is above those whose code goes on from its own."""

    def __init__(self, catatan: CatatanMasalah, kolom: Mapping[str, int], sumber: str) -> None:
        self._catatan, self._kolom, self._sumber = catatan, kolom, sumber
        self._label = {arti: f"{nama_kolom(n + 1)} ({KOLOM_PETA[arti]})" for arti, n in kolom.items()}

    def read(self, lembar: LembarMentah, kepala: int) -> tuple[TumpukanBaris, Sequence[int | None]]:
        """The lines, and the sums over the leaves; None for a figure that no leaf has."""
        daftar = [b for nomor, sel in lembar if nomor > kepala and (b := self._read_baris(nomor, sel)) is not None]
        self._check_kembar(daftar)
        _tautkan(daftar)
        cabang = {b.induk for b in daftar if b.induk}
        self._check_jumlah(daftar)
        tumpukan = TumpukanBaris()
        total: list[int | None] = [None] * len(_ANGKA)
        for b in daftar:
            is_daun = b.kode not in cabang
            tumpukan.add(_baris(b, is_daun=is_daun))
            if is_daun:
                total = [t if a is None else (t or 0) + a for t, a in zip(total, b.angka, strict=True)]
        tumpukan.pack()
        if any(abs(t) > RUPIAH_TERBANYAK for t in total if t is not None):
            self._catatan.add(0, "", "jumlah yang tidak wajar", "rupiah, bukan sen atau bilangan lain")
        return tumpukan, total

    def _read_baris(self, nomor: int, sel: Sel) -> _Terbaca | None:
        teks = {a: tidy_teks(sel[n]) for a, n in self._kolom.items() if a not in _ANGKA}
        angka = list(self._read_angka(nomor, sel))
        if not teks["kode"]:
            if any(a is not None for a in angka) and not _is_total(sel):
                self._catatan.add(nomor, self._label["kode"], "", "kode anggaran", "Isi kodenya, atau hapus barisnya.")
            return None
        kode = tidy_kode(teks["kode"])
        letak = split_kode(kode)
        if letak is None:
            if not _is_total(sel):
                self._catatan.add(
                    nomor,
                    self._label["kode"],
                    teks["kode"],
                    "kode lengkap, misalnya 3355.994 atau 6709.QGE.001",
                    "Betulkan kodenya, atau hapus barisnya.",
                )
            return None
        if angka[0] is None:
            self._catatan.add(nomor, self._label["pagu"], "", DIHARAPKAN, "Isi pagunya; tulis 0 bila memang tidak ada.")
            return None
        sumber = teks.get("sumber_dana", "") or self._sumber
        if len(sumber) > PANJANG_SUMBER:
            diharapkan = f"sumber dana, misalnya RM atau HLD, paling banyak {PANJANG_SUMBER} huruf"
            self._catatan.add(nomor, self._label["sumber_dana"], sumber, diharapkan, "Betulkan sumber dananya.")
            return None
        return _Terbaca(nomor, kode, letak[1], letak[0], teks.get("uraian", ""), sumber, angka)

    def _read_angka(self, nomor: int, sel: Sel) -> Iterator[int | None]:
        for arti in _ANGKA:
            try:
                yield read_rupiah(sel[self._kolom[arti]]) if arti in self._kolom else None
            except BukanRupiahError as galat:
                self._catatan.add(nomor, self._label[arti], str(galat), DIHARAPKAN, "Betulkan angkanya.")
                yield None

    def _check_kembar(self, daftar: Sequence[_Terbaca]) -> None:
        pertama: dict[tuple[str, str], int] = {}
        for b in daftar:
            semula = pertama.setdefault((b.kode, b.sumber), b.nomor)
            if semula != b.nomor:
                self._catatan.add(
                    b.nomor,
                    self._label["kode"],
                    f"{b.kode} {b.sumber}",
                    f"setiap kode dan sumber dana satu kali; yang sama ada di baris {semula}",
                    "Gabungkan atau betulkan salah satunya.",
                )

    def _check_jumlah(self, daftar: Sequence[_Terbaca]) -> None:
        """A line above others is their sum over all sources."""
        anak: defaultdict[str, list[_Terbaca]] = defaultdict(list)
        induk: defaultdict[str, list[_Terbaca]] = defaultdict(list)
        for b in daftar:
            anak[b.induk].append(b)
            induk[b.kode].append(b)
        for kode in anak.keys() & induk.keys():
            for n, arti in enumerate(_ANGKA):
                tertulis, hitung = _jumlah(induk[kode], n), _jumlah(anak[kode], n)
                if tertulis is not None and hitung is not None and tertulis != hitung:
                    self._catatan.add(
                        induk[kode][0].nomor,
                        self._label[arti],
                        format_rupiah(tertulis),
                        f"{format_rupiah(hitung)}, jumlah {len(anak[kode])} baris di bawah {kode}",
                        "Betulkan angkanya, atau hapus baris jumlahnya.",
                    )


def _tautkan(daftar: Sequence[_Terbaca]) -> None:
    """Each line under the nearest one above it that is there; a kegiatan under the programme before it."""
    ada = {b.kode for b in daftar}
    program = ""
    for b in daftar:
        if b.tingkat == PROGRAM:
            program = b.kode
            continue
        atas = b.kode
        while atas:
            atas = atas.rpartition(".")[0]
            if atas in ada:
                break
        b.induk = atas or program


def _jumlah(daftar: Sequence[_Terbaca], n: int) -> int | None:
    ada = [a for b in daftar if (a := b.angka[n]) is not None]
    return sum(ada) if ada else None


def _is_total(sel: Sel) -> bool:
    return any(type(s) is str and s.strip().lower().startswith(("jumlah", "total", "grand total")) for s in sel)


def _baris(b: _Terbaca, *, is_daun: bool) -> BarisLaporan:
    pagu, blokir, lalu, ini, realisasi = b.angka
    ruas = b.kode.split(".")
    akun = next((r for r in ruas[:7] if len(r) == 6), "")
    return BarisLaporan(
        b.nomor,
        b.kode,
        b.induk,
        TINGKAT[b.tingkat].value,
        b.uraian,
        b.sumber if is_daun else "",
        akun,
        0 if pagu is None else pagu,
        0 if blokir is None else blokir,
        lalu,
        ini,
        realisasi,
        is_daun,
    )
