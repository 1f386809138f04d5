"""The mark of an item in a list: 3, c, C, iii, III."""

_ROMAWI = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ALIAS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}  # HTML's names for them
_BATAS_ROMAWI = 4000


def format_nomor(nomor: int, bentuk: str) -> str:
    """A number in the form that Word or HTML names; an unknown form is decimal."""
    bentuk = _ALIAS.get(bentuk, bentuk)
    if bentuk in ("lowerLetter", "upperLetter") and nomor > 0:
        kali, sisa = divmod(nomor - 1, 26)
        teks = chr(ord("a") + sisa) * min(kali + 1, 10)
    elif bentuk in ("lowerRoman", "upperRoman") and 0 < nomor < _BATAS_ROMAWI:
        teks = _romawi(nomor)
    elif bentuk == "decimalZero":
        return f"{nomor:02d}"
    else:
        return str(nomor)
    return teks.upper() if bentuk.startswith("upper") else teks


def _romawi(nomor: int) -> str:
    teks = ""
    for nilai, lambang in _ROMAWI:
        kali, nomor = divmod(nomor, nilai)
        teks += lambang * kali
    return teks
