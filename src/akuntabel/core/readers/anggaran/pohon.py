"""The tree of a budget report: each line under the one above it, and every sum held against what is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from akuntabel.core.calc.angka import format_rupiah
from akuntabel.core.fakta.anggaran import TingkatAnggaran
from akuntabel.core.readers.anggaran.laporan import BarisLaporan, CatatanMasalah, TumpukanBaris
from akuntabel.core.readers.anggaran.rupiah import RUPIAH_TERBANYAK

TINGKAT = (
    TingkatAnggaran.PROGRAM,
    TingkatAnggaran.KEGIATAN,
    TingkatAnggaran.OUTPUT,
    TingkatAnggaran.SUBOUTPUT,
    TingkatAnggaran.KOMPONEN,
    TingkatAnggaran.SUBKOMPONEN,
    TingkatAnggaran.AKUN,
    TingkatAnggaran.ITEM,
)
PROGRAM, KEGIATAN, OUTPUT, SUBOUTPUT, KOMPONEN, SUBKOMPONEN, AKUN, ITEM = range(len(TINGKAT))
NAMA_TINGKAT = ("program", "kegiatan", "KRO/output", "RO/suboutput", "komponen", "subkomponen", "akun", "item")
_AKAR = -1

# pagu, blokir, realisasi periode lalu, realisasi periode ini, realisasi s.d. periode
Angka = tuple[int | None, int | None, int | None, int | None, int | None]
PAGU, BLOKIR, LALU, INI, REALISASI = range(5)
KOSONG: Angka = (None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class AturanSumber:
    """Which source of funds a line has that says none: of the nearest code above it that has a rule, else ``umum``.

    khusus: by full path (6709.QGE.001.113.TA), or by the letters of a subkomponen (TA), as grants are kept apart.
    """

    umum: str
    khusus: Mapping[str, str] = field(default_factory=dict)

    def find(self, kode: str, ruas: str, tingkat: int) -> str:
        """The rule of a code; "" where it has none of its own."""
        return self.khusus.get(kode, "") or (self.khusus.get(ruas, "") if tingkat == SUBKOMPONEN else "")


@dataclass(slots=True)
class _Simpul:
    """A line whose children are still coming."""

    tingkat: int
    nomor: int
    kode: str
    induk: str
    uraian: str
    sumber: str
    akun: str
    angka: Angka
    jumlah: list[int] = field(default_factory=lambda: [0, 0, 0, 0, 0])
    jumlah_anak: int = 0
    is_terbaca: bool = True  # its own figures, and those of all its children

    def add(self, angka: Angka) -> None:
        """Add up a child."""
        self.jumlah_anak += 1
        jumlah = self.jumlah
        for n, nilai in enumerate(angka):
            if nilai:
                jumlah[n] += nilai


class PohonLaporan:
    """Takes the lines in the order of the sheet, gives them on with their paths, notes every sum that is wrong.

    kolom: what the five figures are called in the sheet, for messages. is_lengkap: the sheet shows a total, and a
    blank cell in a column that has one stands for nil: the total adds up without it.
    """

    def __init__(
        self, catatan: CatatanMasalah, kolom: Sequence[str], aturan: AturanSumber, *, total: tuple[int, Angka] | None
    ) -> None:
        self._catatan, self._kolom, self._aturan = catatan, kolom, aturan
        self.baris = TumpukanBaris()
        nomor, angka = total or (0, KOSONG)
        self._nol = tuple(None if a is None else 0 for a in angka)
        self._jejak = [_Simpul(_AKAR, nomor, "", "", "JUMLAH SELURUHNYA", aturan.umum, "", angka)]
        self._is_berealisasi = angka[REALISASI] is not None
        self._tunda: _Simpul | None = None
        self._ulang: dict[str, int] = {}
        self._pertama: dict[str, int] = {}

    @property
    def akar(self) -> Sequence[int]:
        """What the lines of the highest level come to."""
        return self._jejak[0].jumlah

    @property
    def is_berealisasi(self) -> bool:
        """Whether the report says what was spent."""
        return self._is_berealisasi

    @property
    def tingkat(self) -> int:
        """The level of the line that was added last; −1 at the beginning."""
        return self._jejak[-1].tingkat

    def add(self, nomor: int, tingkat: int, ruas: str, uraian: str, angka: Angka | None, sumber: str = "") -> None:
        """The next line. ruas: its own part of the code ("" for an item without number); sumber: what the line says.

        angka None: figures that could not be read, which is noted already; the lines below it still have their place.
        """
        jejak = self._jejak
        while jejak[-1].tingkat >= tingkat:
            self._close(jejak.pop())
        atas = jejak[-1]
        if angka is None:
            atas.is_terbaca = False
        atas.add(angka or KOSONG)
        induk = atas.kode
        # The number of a kegiatan is unique by itself; below it a code grows by its own part.
        kode = ruas if tingkat <= KEGIATAN or not induk else f"{induk}.{ruas or f'i{atas.jumlah_anak}'}"
        if self._tunda is not None:
            self._emit(self._tunda, is_daun=self._tunda is not atas)
            self._tunda = None
        self._is_berealisasi = self._is_berealisasi or (angka or KOSONG)[REALISASI] is not None
        sumber = sumber or self._aturan.find(kode, ruas, tingkat) or atas.sumber
        akun = ruas if tingkat == AKUN else atas.akun
        simpul = _Simpul(tingkat, nomor, kode, induk, uraian, sumber, akun, angka or KOSONG)
        simpul.is_terbaca = angka is not None
        if tingkat == ITEM:  # nothing comes under it
            self._emit(simpul, is_daun=True)
        else:
            self._tunda = simpul
            jejak.append(simpul)

    def finish(self) -> None:
        """No more lines: close what is open."""
        if self._tunda is not None:
            self._emit(self._tunda, is_daun=True)
            self._tunda = None
        while len(self._jejak) > 1:
            self._close(self._jejak.pop())
        self._close(self._jejak[0])
        self.baris.pack()

    def _emit(self, s: _Simpul, *, is_daun: bool) -> None:
        angka = s.angka if None not in s.angka else self._isi_kosong(s.angka)
        pagu, blokir, lalu, ini, realisasi = angka
        if not s.is_terbaca and s.angka is KOSONG:
            return
        if pagu is None or pagu < 0:
            self._catatan.add(s.nomor, self._kolom[PAGU], str(pagu), "pagu paling sedikit 0", UNDUH_ULANG)
            return
        kode = self._unik(s)
        sumber = s.sumber if is_daun else ""
        self.baris.add(
            BarisLaporan(
                s.nomor,
                kode,
                s.induk,
                TINGKAT[s.tingkat].value,
                s.uraian,
                sumber,
                s.akun,
                pagu,
                blokir,
                lalu,
                ini,
                realisasi,
                is_daun,
            )
        )

    def _isi_kosong(self, angka: Angka) -> Angka:
        """Nil for a blank cell in a column whose total adds up without it."""
        a, b, c, d, e = (kosong if nilai is None else nilai for nilai, kosong in zip(angka, self._nol, strict=True))
        return a, b, c, d, e

    def _unik(self, s: _Simpul) -> str:
        """The code; of two items of one number the second is told apart by its place, any other twin is a fault."""
        if s.tingkat == ITEM:
            ke = self._ulang[s.kode] = self._ulang.get(s.kode, 0) + 1
            return s.kode if ke == 1 else f"{s.kode}-{ke}"
        pertama = self._pertama.setdefault(s.kode, s.nomor)
        if pertama != s.nomor:
            diharapkan = f"setiap kode satu kali; kode ini sudah ada di baris {pertama}"
            self._catatan.add(s.nomor, "kode", s.kode, diharapkan, UNDUH_ULANG)
        return s.kode

    def _close(self, s: _Simpul) -> None:
        """Hold a line against its children."""
        if not s.jumlah_anak or not s.is_terbaca:
            return
        for n, nama in enumerate(self._kolom):
            tertulis, hitung = s.angka[n], s.jumlah[n]
            if tertulis != hitung and not (tertulis is None and (hitung == 0 or not s.nomor)):
                self._catatan.add(
                    s.nomor,
                    nama,
                    "kosong" if tertulis is None else format_rupiah(tertulis),
                    f"{format_rupiah(hitung)}, jumlah {s.jumlah_anak} baris di bawahnya",
                    f"Periksa {self._nama(s)}. {UNDUH_ULANG}",
                )
            if abs(hitung) > RUPIAH_TERBANYAK:
                self._catatan.add(s.nomor, nama, format_rupiah(hitung), "jumlah yang wajar", UNDUH_ULANG)

    @staticmethod
    def _nama(s: _Simpul) -> str:
        return "JUMLAH SELURUHNYA" if s.tingkat == _AKAR else f"{NAMA_TINGKAT[s.tingkat]} {s.kode}"


UNDUH_ULANG = "Unduh ulang laporannya dari aplikasi asalnya, dan unggah tanpa diubah."
