"""The catalogue of codes as a table (CSV, XLSX, or pasted): read as a whole, every mistake with its row."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError

from akuntabel.core.fakta.anggaran import KodeAnggaran, TingkatAnggaran

KOLOM_KATALOG = ("kode", "tingkat", "uraian", "induk", "satuan", "sumber")
KOLOM_WAJIB = ("kode", "tingkat", "uraian")


def parse_katalog(tabel: Sequence[Sequence[str]]) -> list[KodeAnggaran]:
    """The codes of a table whose first row names its columns. Raises ValidationError with every row.

    An empty ``induk`` is the longest code of the table of which the code is a part (3355 of 3355.994), if any.
    """
    baris = [(nomor, [sel.strip() for sel in b]) for nomor, b in enumerate(tabel, 1) if any(s.strip() for s in b)]
    if not baris:
        raise ValidationError("Tabel kosong. Baris pertama memuat nama kolom: " + ", ".join(KOLOM_KATALOG) + ".")
    nomor_kepala, kepala = baris[0][0], [k.lower() for k in baris[0][1]]
    hilang = [k for k in KOLOM_WAJIB if k not in kepala]
    if hilang:
        raise ValidationError(
            f"Baris {nomor_kepala}: tertulis {', '.join(kepala)}; kolom {', '.join(hilang)} tidak ada. "
            f"Kolom yang dikenal: {', '.join(KOLOM_KATALOG)}."
        )
    salah: list[str] = []
    isi: list[Mapping[str, str]] = []
    for nomor, b in baris[1:]:
        sel = dict(zip(kepala, b, strict=False))
        masalah = _masalah_baris(sel)
        salah += [f"Baris {nomor}: {m}" for m in masalah]
        isi.append(sel)
    if salah:
        raise ValidationError(salah)
    semua = {sel["kode"] for sel in isi}
    return [_bangun(sel, semua) for sel in isi]


def _masalah_baris(sel: Mapping[str, str]) -> list[str]:
    masalah = [f"kolom {k} kosong, wajib diisi." for k in KOLOM_WAJIB if not sel.get(k)]
    tingkat = sel.get("tingkat", "").lower()
    if tingkat and tingkat not in list(TingkatAnggaran):
        dikenal = ", ".join(t.value for t in TingkatAnggaran)
        masalah.append(f"kolom tingkat tertulis “{sel['tingkat']}”, diharapkan salah satu dari {dikenal}.")
    return masalah


def _bangun(sel: Mapping[str, str], semua: set[str]) -> KodeAnggaran:
    return KodeAnggaran(
        kode=sel["kode"],
        tingkat=TingkatAnggaran(sel["tingkat"].lower()),
        uraian=sel["uraian"],
        induk=sel.get("induk") or _find_induk(sel["kode"], semua),
        satuan=sel.get("satuan") or None,
        sumber=sel.get("sumber", ""),
    )


def _find_induk(kode: str, semua: set[str]) -> str | None:
    bagian = kode.split(".")
    calon = (".".join(bagian[:n]) for n in range(len(bagian) - 1, 0, -1))
    return next((c for c in calon if c in semua), None)
