"""HIT: the share of each row in the total below it, in a column of percentages that closes with a hundred."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.core.calc.angka import format_persen
from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, read_rupiah, read_sel, rentang_cetak
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.rules.hitungan.jumlah import is_berpenutup
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

SERATUS = Decimal(100)
_KEPALA_PERSEN = re.compile(r"%|\b(?:persen\w*|prosentase|presentase|proporsi|porsi)\b", re.IGNORECASE)
_BUKAN_CACAH = re.compile(r"^no\b|^nomor\b|%|\b(?:persen\w*|kode|tahun|bobot|nilai|indeks|skor)\b", re.IGNORECASE)
BARIS_BUKTI = 2  # rows whose share holds before the others are held to it


@dataclass(frozen=True, slots=True)
class _Bagian:
    """A row with its count, the share printed beside it and the share it has."""

    sel: SelTerbaca
    sel_cacah: SelTerbaca
    cetak: Rentang
    rasio: Decimal
    satuan: Decimal

    @property
    def holds(self) -> bool:
        """Whether the share can be; one of several is often rounded so that all make a hundred."""
        return self.cetak.meets(Rentang(self.rasio - self.satuan / 2, self.rasio + self.satuan / 2))


def bagian_tabel_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Persentase suatu baris bukan bagiannya dari jumlah di bawah tabel.

    Yang diperiksa: kolom persentase yang baris jumlahnya tertulis 100, di sebelah kanan kolom bilangan, bila sebagian
    besar barisnya memang bilangan ÷ jumlah; dan jumlah persentase yang bukan 100 bila semua barisnya demikian.
    Mengapa penting: bagian yang terbesar dan terkecil dibaca dari kolom ini.
    Perbaikan: hitung ulang persentasenya dari bilangan di barisnya.
    Dasar: aritmetika.
    """
    for tabel in dok.daftar_tabel:
        daftar_persen = [n for n, k in enumerate(tabel.kepala) if n and _KEPALA_PERSEN.search(k)]
        if not daftar_persen or not is_berpenutup(tabel):
            continue
        for persen in daftar_persen:
            daftar = _find_bagian(tabel, persen)
            dok.tandai(*(b.sel.letak for b in daftar))
            penutup = tabel.baris[-1][persen]
            if daftar and not _is_seratus(penutup, daftar):
                yield Bukti(penutup.letak, penutup.teks, "100%", "semua bagian dijumlahkan", "Betulkan jumlahnya.")
            for b in (b for b in daftar if not b.holds):
                total = tabel.baris[-1][b.sel_cacah.letak.kolom - 1]
                yield Bukti(
                    b.sel.letak,
                    b.sel.teks,
                    format_persen(b.rasio),
                    f"{b.sel_cacah.teks} ÷ {total.teks}, seperti baris lainnya",
                    "Hitung ulang persentasenya.",
                    operan=(b.sel_cacah.letak, total.letak),
                )


def _find_bagian(tabel: TabelTerbaca, persen: int) -> list[_Bagian]:
    """The rows of a column of shares with the nearest counts on its left that explain most of them."""
    penutup = read_sel(tabel.baris[-1][persen])
    if penutup is None:
        return []
    for cacah in range(persen - 1, 0, -1):
        total = None if _BUKAN_CACAH.search(tabel.kepala[cacah]) else read_rupiah(tabel.baris[-1][cacah])
        daftar = _baca_bagian(tabel, persen, cacah, total) if total is not None and total > 0 else []
        cocok = sum(b.holds for b in daftar)
        # Where the total is no hundred, only rows that all are shares tell that it should be.
        is_terbukti = cocok == len(daftar) or (2 * cocok > len(daftar) and penutup.angka == SERATUS)
        if cocok >= BARIS_BUKTI and is_terbukti:
            return daftar
    return []


def _is_seratus(sel: SelTerbaca, daftar: Sequence[_Bagian]) -> bool:
    """Whether the total of the shares is a hundred, or what their rounding makes of it."""
    angka = read_sel(sel)
    lebar = max(b.satuan for b in daftar) * (len(daftar) + 1) / 2
    return angka is None or angka.angka is None or abs(angka.angka - SERATUS) <= lebar


def _baca_bagian(tabel: TabelTerbaca, persen: int, cacah: int, total: int) -> list[_Bagian]:
    daftar = []
    for baris in tabel.baris[:-1]:
        angka, n = read_sel(baris[persen]), read_rupiah(baris[cacah])
        if angka is not None and n is not None and n >= 0:
            satuan = Decimal(1).scaleb(-angka.desimal)
            daftar.append(
                _Bagian(baris[persen], baris[cacah], rentang_cetak(angka), Decimal(n) * SERATUS / total, satuan)
            )
    return daftar


DAFTAR_ATURAN = (Aturan("HIT025", "bagian-tabel-salah", Tingkat.GALAT, bagian_tabel_salah),)
