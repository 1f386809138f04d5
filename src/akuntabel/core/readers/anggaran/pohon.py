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
_SEBUTAN = tuple(t.value for t in TINGKAT)
NAMA_TINGKAT = ("program", "kegiatan", "KRO/output", "RO/suboutput", "komponen", "subkomponen", "akun", "item")
_AKAR = -1

# pagu, blokir, realisasi periode lalu, realisasi periode ini, realisasi s.d. periode
Angka = tuple[int | None, int | None, int | None, int | None, int | None]
_LIMA = PAGU, BLOKIR, LALU, INI, REALISASI = tuple(range(5))
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
        for n in _LIMA:
            if nilai := angka[n]:
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
        if self._tunda is not None:
            self._emit(self._tunda, is_daun=self._tunda is not atas)
            self._tunda = None
        if angka is not None and angka[REALISASI] is not None:
            self._is_berealisasi = True
        if tingkat == ITEM:  # nothing comes under it
            self._add_item(nomor, atas, ruas, uraian, angka, sumber or atas.sumber)
            return
        induk = atas.kode
        # The number of a kegiatan is unique by itself; below it a code grows by its own part.
        kode = ruas if tingkat <= KEGIATAN or not induk else f"{induk}.{ruas}"
        sumber = sumber or self._aturan.find(kode, ruas, tingkat) or atas.sumber
        akun = ruas if tingkat == AKUN else atas.akun
        simpul = _Simpul(tingkat, nomor, kode, induk, uraian, sumber, akun, angka or KOSONG)
        simpul.is_terbaca = angka is not None
        self._check_kembar(simpul)
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

    def _add_item(self, nomor: int, atas: _Simpul, ruas: str, uraian: str, angka: Angka | None, sumber: str) -> None:
        """Items may bear the same number twice, or none: they are told apart by their place."""
        kode = f"{atas.kode}.{ruas or f'i{atas.jumlah_anak}'}"
        ke = self._ulang.get(kode, 0) + 1
        self._ulang[kode] = ke
        if ke > 1:
            kode = f"{kode}-{ke}"
        if angka is not None:
            self._write(
                BarisLaporan(
                    nomor, kode, atas.kode, _SEBUTAN[ITEM], uraian, sumber, atas.akun, *self._lengkapi(angka), True
                )
            )

    def _emit(self, s: _Simpul, *, is_daun: bool) -> None:
        if s.angka is KOSONG and not s.is_terbaca:
            return
        sumber = s.sumber if is_daun else ""
        angka = self._lengkapi(s.angka)
        self._write(
            BarisLaporan(s.nomor, s.kode, s.induk, _SEBUTAN[s.tingkat], s.uraian, sumber, s.akun, *angka, is_daun)
        )

    def _write(self, baris: BarisLaporan) -> None:
        if baris.pagu < 0:
            self._catatan.add(baris.nomor, self._kolom[PAGU], str(baris.pagu), "pagu paling sedikit 0", UNDUH_ULANG)
        else:
            self.baris.add(baris)

    def _lengkapi(self, angka: Angka) -> tuple[int, int, int | None, int | None, int | None]:
        """Nil for a blank cell in a column whose total adds up without it; a line without pagu has none."""
        if None in angka:
            terisi = (kosong if nilai is None else nilai for nilai, kosong in zip(angka, self._nol, strict=True))
            pagu, blokir, lalu, ini, realisasi = terisi
        else:
            pagu, blokir, lalu, ini, realisasi = angka
        return 0 if pagu is None else pagu, 0 if blokir is None else blokir, lalu, ini, realisasi

    def _check_kembar(self, s: _Simpul) -> None:
        """A code above items stands once."""
        pertama = self._pertama.setdefault(s.kode, s.nomor)
        if pertama != s.nomor:
            diharapkan = f"setiap kode satu kali; kode ini sudah ada di baris {pertama}"
            self._catatan.add(s.nomor, "kode", s.kode, diharapkan, UNDUH_ULANG)

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
