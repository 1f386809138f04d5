"""A writer of small PDF files for tests: words, lines, shaded boxes and pictures, placed from the top left."""

from collections.abc import Sequence
from dataclasses import dataclass, field

LEBAR, TINGGI = 595, 842


@dataclass
class Halaman:
    """One page; ``putar`` is its /Rotate, and then words are written as the turned page is read."""

    putar: int = 0
    perintah: list[str] = field(default_factory=list)

    def teks(self, x: float, y: float, teks: str, *, ukuran: float = 10, tebal: bool = False) -> "Halaman":
        """Words whose base line is at y."""
        aman = teks.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        huruf = "F2" if tebal else "F1"
        m = f"1 0 0 1 {x} {TINGGI - y}" if not self.putar else f"0 1 -1 0 {y} {x}"
        self.perintah.append(f"BT /{huruf} {ukuran} Tf {m} Tm ({aman}) Tj ET")
        return self

    def garis(self, x0: float, y0: float, x1: float, y1: float) -> "Halaman":
        """A stroke."""
        if self.putar:
            self.perintah.append(f"{y0} {x0} m {y1} {x1} l S")
        else:
            self.perintah.append(f"{x0} {TINGGI - y0} m {x1} {TINGGI - y1} l S")
        return self

    def arsir(self, x: float, y: float, lebar: float, tinggi: float) -> "Halaman":
        """A grey box."""
        self.perintah.append(f"q 0.9 g {x} {TINGGI - y - tinggi} {lebar} {tinggi} re f Q")
        return self

    def foto(self, x: float, y: float, lebar: float, tinggi: float) -> "Halaman":
        """A bitmap of one dot."""
        self.perintah.append(
            f"q {lebar} 0 0 {tinggi} {x} {TINGGI - y - tinggi} cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"
        )
        return self

    def tabel(
        self,
        tepi_x: Sequence[float],
        tepi_y: Sequence[float],
        isi: Sequence[Sequence[str]],
        *,
        tebal_kepala: bool = True,
    ) -> "Halaman":
        """A grid with all its lines; None in ``isi`` has no words."""
        for y in tepi_y:
            self.garis(tepi_x[0], y, tepi_x[-1], y)
        for x in tepi_x:
            self.garis(x, tepi_y[0], x, tepi_y[-1])
        for n, baris in enumerate(isi):
            for x, sel in zip(tepi_x, baris, strict=False):
                for ke, potong in enumerate(sel.split("\n") if sel else ()):
                    self.teks(x + 4, tepi_y[n] + 11 + 12 * ke, potong, ukuran=9, tebal=tebal_kepala and n == 0)
        return self


def tulis_pdf(*daftar: Halaman, ulang: int = 1) -> bytes:
    """The file; ``ulang`` names every page so many times in the page tree."""
    objek = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    anak = []
    for h in daftar:
        isi = "\n".join(h.perintah)
        objek.append(f"<< /Length {len(isi.encode('cp1252'))} >>\nstream\n{isi}\nendstream")
        objek.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {LEBAR} {TINGGI}] /Rotate {h.putar} "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {len(objek)} 0 R >>"
        )
        anak += [f"{len(objek)} 0 R"] * ulang
    objek[1] = f"<< /Type /Pages /Count {len(anak)} /Kids [{' '.join(anak)}] >>"
    keluaran, letak = b"%PDF-1.7\n", []
    for nomor, o in enumerate(objek, 1):
        letak.append(len(keluaran))
        keluaran += f"{nomor} 0 obj\n{o}\nendobj\n".encode("cp1252")
    awal = len(keluaran)
    daftar_letak = "".join(f"{n:010d} 00000 n \n" for n in letak)
    ekor = (
        f"xref\n0 {len(objek) + 1}\n0000000000 65535 f \n{daftar_letak}"
        f"trailer << /Size {len(objek) + 1} /Root 1 0 R >>\nstartxref\n{awal}\n%%EOF\n"
    )
    return keluaran + ekor.encode()
