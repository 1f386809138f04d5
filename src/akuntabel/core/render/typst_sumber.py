"""A naskah as Typst source: calls of the functions in ``templates/laporan.typ``, every word a string literal."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import groupby

from akuntabel.core.naskah.model import (
    MARGIN_MM,
    UKURAN_KERTAS_MM,
    Bab,
    Blok,
    Daftar,
    DaftarIsi,
    Gambar,
    Gaya,
    HalamanBaru,
    Isian,
    Jarak,
    JenisBab,
    Judul,
    Kop,
    Naskah,
    Paragraf,
    Rata,
    Tabel,
    TandaTangan,
    Teks,
)
from akuntabel.core.render.gambar import ID_KOP, ID_QR, GambarJadi
from akuntabel.core.render.kop import count_kop
from akuntabel.core.render.lanskap import find_lanskap
from akuntabel.core.render.typst_tabel import RATA, write_tabel
from akuntabel.core.render.typst_teks import larik, literal, write_baris


def write_typst(naskah: Naskah, gambar: Mapping[str, GambarJadi]) -> str:
    """The whole source; nothing outside it is read but the typeface."""
    lebar, tinggi = UKURAN_KERTAS_MM[naskah.kertas]
    kata = larik(*(literal(k) for k in naskah.kata_kunci))
    kepala = (
        f"judul: {literal(naskah.judul)}, penulis: {literal(naskah.penulis)}, kata-kunci: {kata}, "
        f"tanggal: {_tanggal(tanggal_dokumen(naskah))}, lebar: {lebar}mm, tinggi: {tinggi}mm, margin: {_MARGIN}"
    )
    isi = "\n".join(_bagian(naskah, gambar))
    return f"{_template()}\n#show: laporan.with({kepala})\n{isi}\n#peta-halaman()\n"


def _margin(atas: str, bawah: str, kiri: str, kanan: str) -> str:
    sisi = {"top": atas, "bottom": bawah, "left": kiri, "right": kanan}
    return f"({', '.join(f'{nama}: {MARGIN_MM[asal]}mm' for nama, asal in sisi.items())})"


_MARGIN = _margin("atas", "bawah", "kiri", "kanan")
_MARGIN_LANSKAP = _margin("kiri", "kanan", "bawah", "atas")  # the sheet turned, its bound edge up


@cache
def _template() -> str:
    return files("akuntabel.core.render").joinpath("templates", "laporan.typ").read_text("utf-8")


def tanggal_dokumen(naskah: Naskah) -> date:
    """The document's own date; without one the first day after its year, never the clock of the machine."""
    return date.fromisoformat(naskah.tanggal) if naskah.tanggal else date(naskah.tahun + 1, 1, 1)


def _tanggal(tanggal: date) -> str:
    return f"datetime(year: {tanggal.year}, month: {tanggal.month}, day: {tanggal.day})"


def _bagian(naskah: Naskah, gambar: Mapping[str, GambarJadi]) -> Iterator[str]:
    """Cover, front matter and body: each with its own page numbers."""
    kelompok: list[tuple[str, list[Bab]]] = []
    for bab in naskah.bab:
        nomor = {JenisBab.SAMPUL: "sampul", JenisBab.DEPAN: "i"}.get(bab.jenis, "1")
        if not kelompok or kelompok[-1][0] != nomor:
            kelompok.append((nomor, []))
        kelompok[-1][1].append(bab)
    atas, bawah = literal(naskah.kepala_halaman), literal(naskah.kaki_halaman)
    for nomor, daftar in kelompok:
        isi = "\npagebreak(weak: true)\n".join(_bab(bab, gambar) for bab in daftar)
        if nomor == "sampul":
            yield f"#sampul({{\n{isi}\n}})"
        else:
            yield f"#bagian({atas}, {bawah}, {literal(nomor)}, {{\n{isi}\n}})"


def _bab(bab: Bab, gambar: Mapping[str, GambarJadi]) -> str:
    """A chapter; what stands with a wide table goes on a turned page, bound at its upper edge."""
    lanskap = find_lanskap(bab.isi)
    judul = f"judul-bab({literal(bab.id)}, {literal(bab.nomor)}, {literal(bab.judul)})"
    berarah = [(arah, _blok(blok, gambar)) for arah, blok in zip(lanskap, bab.isi, strict=True)]
    berarah.insert(count_kop(bab.isi), (bool(lanskap) and lanskap[0], judul))
    bagian = []
    for is_lanskap, kelompok in groupby(berarah, key=lambda b: b[0]):
        isi = "\n".join(blok for _, blok in kelompok)
        bagian.append(f"lanskap({_MARGIN_LANSKAP}, {{\n{isi}\n}})" if is_lanskap else isi)
    return "\n".join(bagian)


def _blok(blok: Blok, gambar: Mapping[str, GambarJadi]) -> str:  # noqa: C901 — one case per kind of block
    match blok:
        case Paragraf():
            return _paragraf(blok)
        case Judul():
            return f"judul({literal(blok.id)}, {blok.tingkat}, {literal(f'{blok.nomor} {blok.teks}'.strip())})"
        case Daftar():
            return _daftar(blok)
        case Tabel():
            return write_tabel(blok)
        case Gambar():
            jadi = gambar[blok.id]
            caption = literal(blok.caption) if blok.bernomor else "none"
            rincian = ", ".join(literal(t) for t in (blok.sumber, blok.alt, jadi.svg))
            bertabel = "false" if blok.data is None else "true"
            rupa = f"gambar({literal(blok.id)}, {caption}, {rincian}, {jadi.lebar_mm}mm, {bertabel})"
            return rupa if blok.data is None else f"{rupa}\n{write_tabel(blok.data)}"
        case TandaTangan():
            return _tanda_tangan(blok, gambar)
        case Isian():
            pasangan = larik(*(larik(literal(label), write_baris(isi)) for label, isi in blok.pasangan))
            return f"isian({pasangan})"
        case Kop():
            return _kop(blok, gambar)
        case DaftarIsi():
            return f"daftar-isi({literal(blok.jenis)})"
        case Jarak():
            return f"v({blok.mm}mm)"
        case HalamanBaru():
            return "pagebreak()"


_GAYA: Mapping[Gaya, str] = {
    Gaya.KUTIPAN: "kutipan",
    Gaya.CATATAN: "catatan",
    Gaya.DRAF: "draf",
    Gaya.KURANG: "kurang",
    Gaya.JUDUL_SAMPUL: "judul-sampul",
    Gaya.ANAK_JUDUL_SAMPUL: "anak-judul-sampul",
}


def _paragraf(blok: Paragraf) -> str:
    isi = write_baris(blok.isi)
    isi = f"{_GAYA[blok.gaya]}({isi})" if blok.gaya in _GAYA else f"par({isi})"
    if blok.isi and all(isinstance(p, Teks) and p.tebal for p in blok.isi):
        isi = f"block(sticky: true, {isi})"  # bold from end to end it is a heading without a number
    return f"rata({RATA[blok.rata]}, {isi})" if blok.rata not in (None, Rata.PENUH) else isi


def _daftar(daftar: Daftar) -> str:
    butir = ", ".join(
        f"{{{write_baris(b.isi)}{';' + _daftar(b.anak) if b.anak is not None else ''}}}" for b in daftar.butir
    )
    if daftar.cara == "-":
        return f"list({butir})"
    return f'enum(numbering: "{daftar.cara}", {butir})'


def _tanda_tangan(blok: TandaTangan, gambar: Mapping[str, GambarJadi]) -> str:
    qr = literal(gambar[ID_QR].svg) if blok.qr else "none"
    daftar = larik(
        *(
            f"(atas: {larik(*(literal(a) for a in p.di_atas))}, nama: {literal(p.nama)}, "
            f"nip: {literal(_nip(p.nip))}, keterangan: {literal(p.keterangan)})"
            for p in blok.penanda_tangan
        )
    )
    return f"tanda-tangan({literal(blok.tempat_tanggal)}, {qr}, {daftar})"


def _kop(blok: Kop, gambar: Mapping[str, GambarJadi]) -> str:
    logo = literal(gambar[ID_KOP].svg) if blok.logo else "none"
    nama, alamat = (larik(*(literal(b) for b in daftar)) for daftar in (blok.nama, blok.alamat))
    return f"kop({nama}, {alamat}, {logo})"


def _nip(nip: str) -> str:
    return f"NIP {nip}" if nip[:1].isdigit() else nip
