"""What a page says, read as a browser would: errors beside their fields, rows of its tables, values of its fields."""

from lxml import html


class Halaman:
    """A page that came back."""

    def __init__(self, teks: str) -> None:
        self._akar = html.document_fromstring(teks)

    @property
    def galat(self) -> dict[str, str]:
        """The error under each field, by the field's name."""
        daftar = self._akar.xpath('//*[starts-with(@id, "id_") and substring(@id, string-length(@id) - 5) = "_error"]')
        return {e.get("id").removeprefix("id_").removesuffix("_error"): _teks(e) for e in daftar}

    @property
    def ringkasan(self) -> str:
        """What stands above the form."""
        return " ".join(_teks(e) for e in self._akar.xpath('//*[contains(@class, "ringkasan-galat")]'))

    def baris(self, nomor: int = 0) -> list[str]:
        """The rows of a table of the page."""
        tabel = self._akar.xpath("//table")
        return [_teks(tr) for tr in tabel[nomor].xpath(".//tbody/tr")] if nomor < len(tabel) else []

    def nilai(self, nama: str) -> str:
        """What a field holds."""
        (bidang,) = self._akar.xpath(f'//*[@name="{nama}"]')
        if bidang.tag == "select":
            return str(bidang.xpath("string(option[@selected]/@value)"))
        return str(bidang.get("value") if bidang.tag == "input" else bidang.text_content())


def _teks(e: html.HtmlElement) -> str:
    return " ".join(e.text_content().split())
