"""A naskah as Typst source: calls of the functions in ``templates/laporan.typ``, every word a string literal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from akuntabel.core.naskah.lebar import BANTALAN_MM, INDEN_MM
from akuntabel.core.naskah.model import (
    MARGIN_MM,
    UKURAN_KERTAS_MM,
    Angka,
    Bab,
    Baris,
    BarisTabel,
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
    Naskah,
    Paragraf,
    Potongan,
    Rata,
    Rujukan,
    Sel,
    Tabel,
    TandaTangan,
    Teks,
)
from akuntabel.core.render.gambar import ID_QR, GambarJadi


def write_typst(naskah: Naskah, gambar: Mapping[str, GambarJadi]) -> str:
    """The whole source; nothing outside it is read but the typeface."""
    lebar, tinggi = UKURAN_KERTAS_MM[naskah.kertas]
    margin = ", ".join(
        f"{sisi}: {mm}mm" for sisi, mm in zip(("top", "bottom", "left", "right"), MARGIN_MM.values(), strict=True)
    )
    kata = "".join(f"{literal(k)}, " for k in naskah.kata_kunci)
    kepala = (
        f"judul: {literal(naskah.judul)}, penulis: {literal(naskah.penulis)}, kata-kunci: ({kata}), "
        f"tanggal: {_tanggal(tanggal_dokumen(naskah))}, lebar: {lebar}mm, tinggi: {tinggi}mm, margin: ({margin})"
    )
    isi = "\n".join(_bagian(naskah, gambar))
    return f"{_template()}\n#show: laporan.with({kepala})\n{isi}\n"


def literal(teks: str) -> str:
    """A Typst string: whatever stands in it is text."""
    return '"' + teks.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


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
    baris = []
    if bab.judul:
        baris.append(f"judul-bab({literal(bab.id)}, {literal(bab.nomor)}, {literal(bab.judul)})")
    baris += [_blok(blok, gambar) for blok in bab.isi]
    return "\n".join(baris)


def _blok(blok: Blok, gambar: Mapping[str, GambarJadi]) -> str:  # noqa: C901 — one case per kind of block
    match blok:
        case Paragraf():
            return _paragraf(blok)
        case Judul():
            return f"judul({literal(blok.id)}, {blok.tingkat}, {literal(f'{blok.nomor} {blok.teks}'.strip())})"
        case Daftar():
            return _daftar(blok)
        case Tabel():
            return _tabel(blok)
        case Gambar():
            jadi = gambar[blok.id]
            caption = literal(blok.caption) if blok.bernomor else "none"
            rincian = ", ".join(literal(t) for t in (blok.sumber, blok.alt, jadi.svg))
            return f"gambar({literal(blok.id)}, {caption}, {rincian}, {jadi.lebar_mm}mm)"
        case TandaTangan():
            return _tanda_tangan(blok, gambar)
        case Isian():
            pasangan = "".join(f"({literal(label)}, {baris(isi)}), " for label, isi in blok.pasangan)
            return f"isian(({pasangan}))"
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
_RATA: Mapping[Rata, str] = {Rata.KIRI: "left", Rata.KANAN: "right", Rata.TENGAH: "center", Rata.PENUH: "left"}


def _paragraf(blok: Paragraf) -> str:
    isi = baris(blok.isi)
    isi = f"{_GAYA[blok.gaya]}({isi})" if blok.gaya in _GAYA else f"par({isi})"
    return f"align({_RATA[blok.rata]}, {isi})" if blok.rata not in (None, Rata.PENUH) else isi


def baris(isi: Baris) -> str:
    """A run of text as one Typst content block."""
    return "{" + ";".join(_potongan(p) for p in isi) + "}" if isi else "[]"


def _potongan(potongan: Potongan) -> str:
    match potongan:
        case Angka():
            teks = literal(potongan.besaran.teks)
            return f"strong({teks})" if potongan.tebal else teks
        case Rujukan():
            return f"rujuk({literal(potongan.id)}, {literal(potongan.teks)})"
        case Teks():
            teks = literal(potongan.teks)
            teks = f"strong({teks})" if potongan.tebal else teks
            return f"emph({teks})" if potongan.miring else teks


def _daftar(daftar: Daftar) -> str:
    butir = "".join(f"{{{baris(b.isi)}{';' + _daftar(b.anak) if b.anak is not None else ''}}}, " for b in daftar.butir)
    if daftar.cara == "-":
        return f"list({butir})"
    return f'enum(numbering: "{daftar.cara}", {butir})'


def _tabel(tabel: Tabel) -> str:
    kolom = "".join(f"{k.lebar_mm}mm, " for k in tabel.kolom)
    rata = "".join(f"{_RATA[k.rata]} + top, " for k in tabel.kolom)
    kepala = tabel.kepala or (BarisTabel(tuple(Sel((Teks(k.judul),), rata=_rata_kepala(k.rata)) for k in tabel.kolom)),)
    caption = literal(tabel.caption) if tabel.bernomor else "none"
    isi = (
        f"tabel({literal(tabel.id)}, {caption}, {literal(tabel.sumber)}, ({kolom}), ({rata}), {tabel.huruf_pt}pt, "
        f"{BANTALAN_MM}mm, ({_daftar_sel(kepala, _th)}), ({_daftar_sel(tabel.baris, _td)}))"
    )
    return f"page(flipped: true, {isi})" if tabel.lanskap else isi


def _rata_kepala(rata: Rata) -> Rata:
    return Rata.KANAN if rata is Rata.KANAN else Rata.TENGAH if rata is Rata.TENGAH else Rata.KIRI


def _daftar_sel(daftar: Iterable[BarisTabel], tulis: Callable[[BarisTabel, Sel], str]) -> str:
    return "".join(f"{tulis(b, sel)}, " for b in daftar for sel in b.sel)


def _th(_baris_tabel: BarisTabel, sel: Sel) -> str:
    rata = f", rata: {_RATA[sel.rata]} + horizon" if sel.rata else ", rata: center + horizon"
    return f"th({baris(sel.isi)}, kolom: {sel.kolom}, baris: {sel.baris}{rata})"


def _td(baris_tabel: BarisTabel, sel: Sel) -> str:
    opsi = [f"kolom: {sel.kolom}"] * (sel.kolom > 1) + [f"baris: {sel.baris}"] * (sel.baris > 1)
    if sel.rata:
        opsi.append(f"rata: {_RATA[sel.rata]} + top")
    if sel.inden:
        opsi.append(f"inden: {sel.inden * INDEN_MM}mm")
    if sel.tebal or baris_tabel.jenis != "isi":
        opsi.append("tebal: true")
    if baris_tabel.jenis == "kelompok":
        opsi.append("latar: arsir")
    elif baris_tabel.jenis == "jumlah":
        opsi.append("atas: 0.8pt")
    return f"td({', '.join([baris(sel.isi), *opsi])})"


def _tanda_tangan(blok: TandaTangan, gambar: Mapping[str, GambarJadi]) -> str:
    qr = literal(gambar[ID_QR].svg) if blok.qr else "none"
    daftar = "".join(
        f"(atas: ({''.join(f'{literal(a)}, ' for a in p.di_atas)}), nama: {literal(p.nama)}, "
        f"nip: {literal(_nip(p.nip))}, keterangan: {literal(p.keterangan)}), "
        for p in blok.penanda_tangan
    )
    return f"tanda-tangan({literal(blok.tempat_tanggal)}, {qr}, ({daftar}))"


def _nip(nip: str) -> str:
    return f"NIP {nip}" if nip[:1].isdigit() else nip
