"""Headers and footers: those of the template, with the words of this document put in their place-holders."""

from akuntabel.core.naskah.model import Naskah
from akuntabel.core.render.docx.paket import JENIS_ISI, Paket, dump_xml, parse_xml
from akuntabel.core.render.docx.wml import Elemen, R, w

JENIS = {"headerReference": "header", "footerReference": "footer"}

# Element, type and relationship of a header or footer, as a section names it.
Acuan = tuple[str, str, str]


def ensure_kepala_kaki(paket: Paket, bawaan: Paket, naskah: Naskah) -> list[Acuan]:
    """Every header and footer of the document.

    An agency's template keeps its own (a letterhead, say); one without any gets ours.
    """
    daftar = _read_acuan(paket)
    if not daftar:
        daftar = [_copy(paket, bawaan, *acuan) for acuan in _read_acuan(bawaan)]
    for _, _, id_hubungan in daftar:
        nama = paket.find_by_id(id_hubungan)
        if nama is not None:
            akar = parse_xml(paket.bagian[nama])
            _fill(akar, naskah)
            paket.bagian[nama] = dump_xml(akar)
    return daftar


def _read_acuan(paket: Paket) -> list[Acuan]:
    """References of the last section of the template. Its "first page" is not ours: sections follow each other."""
    body = parse_xml(paket.bagian[paket.utama]).find(w["body"])
    sect = None if body is None else body.find(w["sectPr"])
    if sect is None:
        return []
    return [
        (elemen, acuan.get(w["type"], "default"), acuan.get(f"{{{R}}}id", ""))
        for elemen in JENIS
        for acuan in sect.iterchildren(w[elemen])
        if acuan.get(w["type"]) != "first"
    ]


def _copy(paket: Paket, bawaan: Paket, elemen: str, jenis: str, id_hubungan: str) -> Acuan:
    nama = bawaan.find_by_id(id_hubungan)
    if nama is None:
        raise KeyError(f"relationship {id_hubungan} of the shipped template")
    bagian = JENIS[elemen]
    id_baru = paket.add_bagian(
        f"akuntabel-{bagian}.xml", bawaan.bagian[nama], jenis=bagian, jenis_isi=JENIS_ISI.format(bagian)
    )
    return elemen, jenis, id_baru


def _fill(akar: Elemen, naskah: Naskah) -> None:
    """Put the words in; Word may have cut a place-holder into several runs, so a paragraph is read as a whole."""
    kata = {"{{kepala_halaman}}": naskah.kepala_halaman, "{{kaki_halaman}}": naskah.kaki_halaman}
    for p in akar.iter(w["p"]):
        potongan = list(p.iter(w["t"]))
        for penanda, isi in kata.items():
            _replace(potongan, penanda, isi)


def _replace(potongan: list[Elemen], penanda: str, isi: str) -> None:
    """Replace in the shortest row of runs that holds the place-holder; its first run keeps the words."""
    for awal in range(len(potongan)):
        for akhir in range(awal, len(potongan)):
            teks = "".join(t.text or "" for t in potongan[awal : akhir + 1])
            is_terpendek = penanda not in "".join(t.text or "" for t in potongan[awal + 1 : akhir + 1])
            if penanda in teks and is_terpendek:
                potongan[awal].text = teks.replace(penanda, isi)
                for t in potongan[awal + 1 : akhir + 1]:
                    t.text = ""
                return
