"""FKT: the document against the facts it should have been made from. Silent where no facts were given."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches

from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, SelTerbaca, TabelTerbaca

Baris = Sequence[SelTerbaca]
_ANGKA = re.compile(r"\d[\d.,]*\d|\d")
_NOMOR_CAPTION = re.compile(r"^Tabel\s+\S+\s*", re.IGNORECASE)
_HALAMAN = re.compile(r"\s\d{1,3}$")
MIRIP = 0.8  # of a paragraph's words, when somebody has edited them too


def angka_tabel_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Angka dalam tabel bukan angka dari fakta.

    Yang diperiksa: setiap sel yang memuat angka pada tabel yang judulnya sama dengan tabel yang disusun dari fakta.
    Mengapa penting: dokumen yang disunting dengan tangan tidak lagi mengatakan apa yang tercatat.
    Perbaikan: betulkan faktanya lalu susun ulang dokumennya; jangan menyunting angkanya di dokumen.
    Dasar: satu angka dihitung sekali, dari fakta yang bersumber.
    """
    for tabel, acuan in _pasangan_tabel(dok):
        for baris, harap in _pasangan_baris(tabel.baris, acuan.baris):
            for sel, seharusnya in zip(baris, harap, strict=False):
                if not _ANGKA.search(sel.teks + seharusnya.teks):
                    continue
                dok.tandai(sel.letak)
                if _padat(sel.teks) != _padat(seharusnya.teks):
                    yield _bukti(sel.letak, sel.teks or "(kosong)", seharusnya.teks or "(kosong)", acuan.caption)


def angka_kalimat_berbeda(dok: Dokumen) -> Iterator[Bukti]:
    """Angka dalam kalimat bukan angka dari fakta.

    Yang diperiksa: setiap paragraf yang kata-katanya sama atau hampir sama dengan yang disusun dari fakta.
    Mengapa penting: kalimat yang ditulis sebelum angkanya berubah tertinggal tanpa terlihat.
    Perbaikan: susun ulang dokumennya, atau betulkan kalimatnya.
    Dasar: satu angka dihitung sekali, dari fakta yang bersumber.
    """
    if dok.acuan is None:
        return
    per_kerangka: dict[str, list[str]] = defaultdict(list)
    for p in dok.acuan.daftar_paragraf:
        per_kerangka[_kerangka(p.teks)].append(p.teks)
    terpakai: dict[str, int] = defaultdict(int)
    semua = {" ".join(p.teks.split()) for p in dok.acuan.daftar_paragraf}
    for p in dok.daftar_paragraf:
        kunci = _kerangka(p.teks)
        is_baris_daftar = " ".join(_HALAMAN.sub("", p.teks).split()) in semua  # of contents: its page is no fact
        if is_baris_daftar or not _ANGKA.search(p.teks):
            continue
        if kunci not in per_kerangka:
            mirip = get_close_matches(kunci, per_kerangka, n=1, cutoff=MIRIP) if len(kunci) > 40 else []
            if not mirip:
                continue
            kunci = mirip[0]
        urut = min(terpakai[kunci], len(per_kerangka[kunci]) - 1)
        terpakai[kunci] += 1
        yield from _banding_kalimat(dok, p, per_kerangka[kunci][urut])


def _banding_kalimat(dok: Dokumen, p: ParagrafTerbaca, seharusnya: str) -> Iterator[Bukti]:
    ada, harap = list(_ANGKA.finditer(p.teks)), _ANGKA.findall(seharusnya)
    if len(ada) != len(harap):
        return
    for cocok, angka in zip(ada, harap, strict=True):
        dok.tandai(p.letak_bagian(cocok))
        if cocok[0] != angka:
            yield _bukti(p.letak_bagian(cocok), cocok[0], angka, f"“{_potong(seharusnya)}”")


def isi_tabel_hilang(dok: Dokumen) -> Iterator[Bukti]:
    """Tabel atau baris yang disusun dari fakta tidak ada dalam dokumen.

    Yang diperiksa: judul tabel dan kata-kata pada setiap barisnya.
    Mengapa penting: baris yang dihapus biasanya baris yang tidak menyenangkan.
    Perbaikan: kembalikan tabel atau barisnya, atau betulkan faktanya.
    Dasar: PermenPANRB 53/2014, lampiran II: laporan memuat seluruh kinerja yang diperjanjikan.
    """
    if dok.acuan is None:
        return
    ada = {_kunci_tabel(t) for t in dok.daftar_tabel}
    akhir = dok.naskah.isi[-1].letak if dok.naskah.isi else Letak()
    for t in dok.acuan.daftar_tabel:
        if t.caption and _kunci_tabel(t) not in ada:
            yield _bukti(akhir, "tidak ada", t.caption, "tabel ini disusun dari fakta")
    for tabel, acuan in _pasangan_tabel(dok):
        kunci = [_kunci_baris(b) for b in tabel.baris]
        for baris in acuan.baris:
            if _kunci_baris(baris) not in kunci and len(acuan.baris) > len(tabel.baris):
                teks = " | ".join(s.teks for s in baris if s.teks)
                yield _bukti(tabel.letak, "tidak ada", _potong(teks), f"baris dari fakta pada {acuan.caption}")


def _pasangan_tabel(dok: Dokumen) -> Iterator[tuple[TabelTerbaca, TabelTerbaca]]:
    """Tables with the same title; of several, in order."""
    if dok.acuan is None:
        return
    antre: dict[str, list[TabelTerbaca]] = defaultdict(list)
    for t in dok.acuan.daftar_tabel:
        antre[_kunci_tabel(t)].append(t)
    for t in dok.daftar_tabel:
        if antre[_kunci_tabel(t)]:
            yield t, antre[_kunci_tabel(t)].pop(0)


def _pasangan_baris(daftar: Sequence[Baris], acuan: Sequence[Baris]) -> Iterator[tuple[Baris, Baris]]:
    """Rows with the same words; where words were edited, rows between the same neighbours."""
    a, b = [_kunci_baris(x) for x in daftar], [_kunci_baris(x) for x in acuan]
    for jenis, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if jenis == "equal" or (jenis == "replace" and i2 - i1 == j2 - j1):
            yield from zip(daftar[i1:i2], acuan[j1:j2], strict=True)


def _kunci_tabel(t: TabelTerbaca) -> str:
    return _padat(_NOMOR_CAPTION.sub("", t.caption)) or "|".join(_padat(k) for k in t.kepala)


def _kunci_baris(baris: Baris) -> str:
    return "|".join(_ANGKA.sub("", _padat(s.teks)) for s in baris)


def _kerangka(teks: str) -> str:
    return " ".join(_ANGKA.sub("#", teks).split())


def _padat(teks: str) -> str:
    return "".join(teks.split()).lower()


def _potong(teks: str) -> str:
    return teks if len(teks) <= 120 else teks[:119] + "…"


def _bukti(letak: Letak, tertulis: str, seharusnya: str, penjelasan: str) -> Bukti:
    return Bukti(
        letak,
        tertulis,
        seharusnya,
        f"menurut fakta: {penjelasan}",
        "Betulkan faktanya lalu susun ulang dokumen, atau kembalikan angkanya.",
    )


DAFTAR_ATURAN = (
    Aturan("FKT001", "angka-tabel-berbeda-dari-fakta", Tingkat.GALAT, angka_tabel_berbeda),
    Aturan("FKT002", "angka-kalimat-berbeda-dari-fakta", Tingkat.GALAT, angka_kalimat_berbeda),
    Aturan("FKT003", "isi-tabel-hilang-dari-fakta", Tingkat.PERINGATAN, isi_tabel_hilang),
)
