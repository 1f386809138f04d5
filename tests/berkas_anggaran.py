"""Budget reports for the tests, laid out as SAKTI, OM-SPAN and offices give them. Nobody's budget: all is made up.

A report is a grid (rows of cells by column) until it is written, so that a test can tamper with a cell first.
"""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

NAMA_LEMBAR_FA = "GLP039_LAPORAN REALISASI SUPER "
CATATAN_KAKI = (
    "*Lock Pagu adalah jumlah pagu yang sedang dalam proses usulan revisi DIPA atau POK.",
    "*SPM yang sudah terbit SP2D-nya",
)
PROGRAM, KEGIATAN, KRO, RO, KOMPONEN, SUBKOMPONEN, AKUN, ITEM = range(8)
Q, S, W, X, Y, Z, AC, AD = 16, 18, 22, 23, 24, 25, 28, 29
BARIS_TOTAL_FA = 9

Nilai = str | int | float
Kisi = list[dict[int, Nilai]]  # row 1 first; cells by column from 0


@dataclass(frozen=True)
class BarisUji:
    """A line of the tree. kode: its own part."""

    tingkat: int
    kode: str
    uraian: str
    pagu: int = 0
    blokir: int = 0
    lalu: int = 0
    ini: int = 0

    @property
    def realisasi(self) -> int:
        return self.lalu + self.ini


_KODE_BARU = ("CQ", "6709", "QGE", "001", "113", "A", "521211")
_KODE_LAMA = ("06", "3355", "994", "001", "002", "A", "521111")
_AKUN = ("511111", "521111", "521211", "521811", "522111", "524111", "532111")


def build_daun(jumlah: int, *, is_lama: bool = False) -> list[tuple[tuple[str, ...], BarisUji]]:
    """Items with the codes above them, in the order of the tree."""
    daftar = []
    for n in range(jumlah):
        akun = n // 5
        sub = akun // len(_AKUN)
        komponen = sub // 3
        ro = komponen // 4
        kegiatan = ro // 6
        program = 0 if kegiatan < 500 else 1
        nomor_kegiatan = f"{(3355 if is_lama else 6600) + kegiatan:04d}"
        jalur = (
            ("01", "06")[program] if is_lama else ("CQ", "WA")[program],
            nomor_kegiatan,
            f"{994 - ro // 6 % 900:03d}" if is_lama else "QGE",
            f"{ro % 6 + 1:03d}",
            f"{komponen % 4 + 51:03d}",
            "ABC"[sub % 3],
            _AKUN[akun % len(_AKUN)],
        )
        pagu = 1_000_000 + n * 37_000 % 9_999_000
        lalu = pagu // 3 // 1000 * 1000
        daun = BarisUji(ITEM, f"{n + 1:06d}", f"Keperluan rapat koordinasi ke-{n + 1}", pagu, n % 7 * 1000, lalu, 1234)
        daftar.append((jalur, daun))
    return daftar


def build_pohon(daun: Sequence[tuple[tuple[str, ...], BarisUji]]) -> list[BarisUji]:
    """The lines in the order of the sheet, each with the sum of what is under it."""
    daftar: list[BarisUji] = []
    letak: list[int] = []
    sebelum: tuple[str, ...] = ()
    for jalur, baris in daun:
        sama = next((n for n, (a, b) in enumerate(zip(jalur, sebelum, strict=False)) if a != b), len(sebelum))
        if sama < len(jalur):
            letak = letak[:sama]
            for tingkat in range(sama, len(jalur)):
                letak.append(len(daftar))
                daftar.append(BarisUji(tingkat, jalur[tingkat], f"Uraian tingkat {tingkat} {jalur[tingkat]}"))
        for n in letak:
            daftar[n] = _tambah(daftar[n], baris)
        daftar.append(baris)
        sebelum = jalur
    return daftar


def _tambah(a: BarisUji, b: BarisUji) -> BarisUji:
    return BarisUji(a.tingkat, a.kode, a.uraian, a.pagu + b.pagu, a.blokir + b.blokir, a.lalu + b.lalu, a.ini + b.ini)


def sum_akar(daftar: Sequence[BarisUji]) -> BarisUji:
    """What all of it comes to."""
    akar = BarisUji(-1, "", "JUMLAH SELURUHNYA")
    for b in daftar:
        if b.tingkat == min(d.tingkat for d in daftar[:1]):
            akar = _tambah(akar, b)
    return akar


def build_fa(
    daftar: Sequence[BarisUji],
    *,
    kode_satker: str = "657960",
    nama_satker: str = "KPU KOTA CONTOH",
    tahun: int = 2024,
    bulan: str = "Oktober",
    ulang: int = 60,
) -> Kisi:
    """Laporan FA Detail (16 Segmen): identity, two rows of header, total, tree; every ``ulang`` rows a new page."""
    kepala: Kisi = [
        {7: "LAPORAN FA DETAIL (16 SEGMEN)"},
        {7: "Per Program, Kegiatan, Output, Suboutput, Komponen, Subkomponen, Akun, Item"},
        {7: f"Periode {bulan} {tahun}"},
        {1: "Kementerian", 6: ": 076 KOMISI PEMILIHAN UMUM"},
        {1: "Unit Organisasi", 6: ": 01 KOMISI PEMILIHAN UMUM"},
        {1: "Satuan Kerja", 6: f": {kode_satker} {nama_satker}"},
    ]
    judul: Kisi = [
        {1: "Uraian", Q: "Pagu Revisi", S: "Lock Pagu", 20: f"Realisasi TA {tahun}", AC: "%", AD: "Sisa Anggaran"},
        {W: "Periode Lalu", X: "Periode Ini", Y: "s.d. Periode"},
    ]
    kisi = [*kepala, *judul, _baris_fa(sum_akar(daftar), "", "")]
    program = kro = komponen = ""
    for n, b in enumerate(daftar, 1):
        program = b.kode if b.tingkat == PROGRAM else program
        kro = b.kode if b.tingkat == KRO else kro
        komponen = b.kode if b.tingkat == KOMPONEN else komponen
        awalan = {KEGIATAN: program, RO: kro, SUBKOMPONEN: komponen}.get(b.tingkat, "")
        kisi.append(_baris_fa(b, awalan, "."))
        if n % ulang == 0:
            kisi += [{1: CATATAN_KAKI[0]}, {1: CATATAN_KAKI[1]}, *[dict(j) for j in judul]]
    return [*kisi, {}, {1: CATATAN_KAKI[0]}, {1: CATATAN_KAKI[1]}]


_LETAK_FA = {
    PROGRAM: (1, 3),
    KEGIATAN: (1, 8),
    KRO: (2, 6),
    RO: (2, 10),
    KOMPONEN: (4, 9),
    SUBKOMPONEN: (5, 11),
    AKUN: (7, 12),
}


def _baris_fa(b: BarisUji, awalan: str, titik: str) -> dict[int, Nilai]:
    sel: dict[int, Nilai]
    if b.tingkat == ITEM:
        sel = {13: f"{b.kode}. {b.uraian}"}
    elif b.tingkat < 0:
        sel = {1: b.uraian}
    else:
        kode, nama = _LETAK_FA[b.tingkat]
        sel = {kode: f"{awalan}{titik}{b.kode}" if awalan else b.kode, nama: b.uraian}
    sisa = b.pagu - b.realisasi
    persen = round(b.realisasi / b.pagu * 100, 2) if b.pagu else 0.0
    sel |= {Q: b.pagu, S: b.blokir, W: b.lalu, X: b.ini, (Z if b.tingkat == ITEM else Y): b.realisasi}
    return sel | {AC: persen, (AD + 1 if b.tingkat == ITEM else AD): sisa}


def build_pok(daftar: Sequence[BarisUji], *, kode_satker: str = "657960", tahun: int = 2024) -> Kisi:
    """POK: Kode, Uraian, Volume, Satuan, Harga, Jumlah, Ket; upper levels with their full code, items without one."""
    kisi: Kisi = [
        {0: "RINCIAN KERTAS KERJA SATKER"},
        {0: f"TAHUN ANGGARAN {tahun}"},
        {0: f"SATUAN KERJA : {kode_satker} KPU KOTA CONTOH"},
        {0: "KODE", 1: "URAIAN", 2: "VOLUME", 3: "SATUAN", 4: "HARGA", 5: "JUMLAH", 6: "KET"},
        {1: "JUMLAH SELURUHNYA", 5: sum_akar(daftar).pagu},
    ]
    for b, jalur in _berjalur(daftar):
        if b.tingkat == ITEM:
            kisi.append({1: f"{b.kode}. {b.uraian}", 2: 1, 3: "KEG", 4: b.pagu, 5: b.pagu, 6: "RM"})
        else:
            kisi.append({0: _kode_cetak(b, jalur), 1: b.uraian, 5: b.pagu})
    return kisi


def build_lra(daftar: Sequence[BarisUji], *, kode_satker: str = "657960", tahun: int = 2024) -> Kisi:
    """LRA Belanja of OM-SPAN/MonSAKTI: Kode, Uraian, Pagu, Realisasi, %, Sisa; down to the akun; total at the end."""
    kisi: Kisi = [
        {0: "LAPORAN REALISASI ANGGARAN BELANJA"},
        {0: f"Satuan Kerja: {kode_satker} KPU KOTA CONTOH"},
        {0: f"s.d. 31 Oktober {tahun}"},
        {0: "Kode", 1: "Uraian", 2: "Pagu", 3: "Realisasi", 4: "%", 5: "Sisa"},
    ]
    for b, jalur in _berjalur([b for b in daftar if b.tingkat < ITEM]):
        kisi.append({0: _kode_cetak(b, jalur), 1: b.uraian, 2: b.pagu, 3: b.realisasi, 5: b.pagu - b.realisasi})
    akar = sum_akar(daftar)
    return [*kisi, {0: "JUMLAH", 2: akar.pagu, 3: akar.realisasi, 5: akar.pagu - akar.realisasi}]


def _berjalur(daftar: Sequence[BarisUji]) -> list[tuple[BarisUji, tuple[str, ...]]]:
    hasil, jalur = [], [""] * 8
    for b in daftar:
        jalur[b.tingkat] = b.kode
        hasil.append((b, tuple(jalur[: b.tingkat + 1])))
    return hasil


def _kode_cetak(b: BarisUji, jalur: tuple[str, ...]) -> str:
    if b.tingkat == PROGRAM:
        return f"076.01.{b.kode}"
    return ".".join(jalur[1:]) if b.tingkat <= RO else b.kode


def kode_penuh(daftar: Sequence[BarisUji]) -> list[str]:
    """The full paths of the lines, as they are kept."""
    return [f"076.01.{b.kode}" if b.tingkat == PROGRAM else ".".join(jalur[1:]) for b, jalur in _berjalur(daftar)]


def build_csv(daftar: Sequence[BarisUji]) -> Kisi:
    """A plain table of an office: only the leaves, with headers of its own."""
    kisi: Kisi = [{0: "Kode Lengkap", 1: "Nama", 2: "SD", 3: "Pagu Akhir", 4: "Terpakai"}]
    for b, jalur in _berjalur(daftar):
        if b.tingkat == ITEM:
            kisi.append({0: ".".join(jalur[1:]), 1: b.uraian, 2: "RM", 3: b.pagu, 4: b.realisasi})
    return kisi


def write_csv(kisi: Kisi, *, pemisah: str = ";") -> bytes:
    """The grid as text, figures in Indonesian notation."""
    keluar = io.StringIO()
    penulis = csv.writer(keluar, delimiter=pemisah, lineterminator="\r\n")
    lebar = max((max(sel) + 1 for sel in kisi if sel), default=0)
    for sel in kisi:
        penulis.writerow([_teks_indonesia(sel.get(n, "")) for n in range(lebar)])
    return keluar.getvalue().encode()


def _teks_indonesia(nilai: Nilai) -> str:
    if isinstance(nilai, str):
        return nilai
    if isinstance(nilai, float):
        return f"{nilai:.2f}".replace(".", ",")
    return f"{nilai:,}".replace(",", ".")


def write_xlsx(kisi: Kisi, *, lembar: str = NAMA_LEMBAR_FA) -> bytes:
    """The grid as SAKTI writes it: inline strings, no sharedStrings, numbers as Java prints a double."""
    huruf = [_huruf(n) for n in range(31)]
    baris = []
    for nomor, sel in enumerate(kisi, 1):
        isi = "".join(_sel(huruf[k] if k < 31 else _huruf(k), nomor, v) for k, v in sorted(sel.items()))
        baris.append(f'<row r="{nomor}" ht="12.0" customHeight="1">{isi}</row>')
    return pack_xlsx("".join(baris), lembar=lembar)


def pack_xlsx(baris: str, *, lembar: str = NAMA_LEMBAR_FA) -> bytes:
    """A workbook of one sheet with these rows of XML."""
    tipe = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    paket = "http://schemas.openxmlformats.org/package/2006"
    kantor = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    utama = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    bagian = {
        "[Content_Types].xml": f'<Types xmlns="{paket}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{tipe}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{tipe}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{paket}/relationships"><Relationship Id="rId1" '
        f'Type="{kantor}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{paket}/relationships"><Relationship Id="rId1" '
        f'Type="{kantor}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{utama}" xmlns:r="{kantor}"><sheets>'
        f'<sheet name="{escape(lembar)}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{utama}"><sheetData>{baris}</sheetData></worksheet>',
    }
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(
                zipfile.ZipInfo(nama), f'<?xml version="1.0" encoding="UTF-8"?>\n{isi}', zipfile.ZIP_DEFLATED
            )
    return keluar.getvalue()


def _sel(kolom: str, baris: int, nilai: Nilai) -> str:
    if isinstance(nilai, str):
        return (
            f'<c r="{kolom}{baris}" s="4" t="inlineStr"><is><r><t xml:space="preserve">{escape(nilai)}</t></r></is></c>'
        )
    return f'<c r="{kolom}{baris}" s="5"><v>{tulis_java(nilai)}</v></c>'


def tulis_java(nilai: float) -> str:
    """A number as Java's Double.toString prints it: 2.037392E10."""
    if abs(nilai) < 10**7:
        return repr(float(nilai))
    digit = str(abs(int(nilai)))
    pecahan = digit[1:].rstrip("0") or "0"
    return f"{'-' if nilai < 0 else ''}{digit[0]}.{pecahan}E{len(digit) - 1}"


def _huruf(nomor: int) -> str:
    nomor += 1
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return huruf


def ganti(baris: BarisUji, **nilai: int) -> BarisUji:
    """The same line with other figures."""
    return replace(baris, **nilai)
